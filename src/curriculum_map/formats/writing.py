"""Files are written whole or not at all."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from curriculum_map.errors import CurriculumMapError
from curriculum_map.formats.base import Files

AT_ONCE = 16
"""How many files wait for the disk together."""
MANY = 1000
"""Above so many files the disk is asked to confirm all that was written, and not each by itself."""


class CannotWrite(CurriculumMapError, OSError):
    """The system does not let a file or folder be written."""

    code = "cannot-write"


def write_all(folder: Path, files: Files) -> None:
    """Put files into a folder, replacing those of the same name.

    Everything is written beside its final place first, and moved there only when all of it
    stands on the disk: what fails before leaves the folder as it was.

    Args:
        folder: Made if it is not there. Other files in it are left alone.
        files: Name, with `/` between folders, to content; text is written as UTF-8 with the
            line ends it has.

    Raises:
        CannotWrite: If the system refuses; nothing is replaced then.
    """
    with beside(folder) as place:
        put(place, files.items())
        move(place, folder, files)


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """Make a place for files that are to be moved into a folder; it goes away with the block.

    Args:
        folder: Made if it is not there.

    Raises:
        CannotWrite: If the system refuses anything, here or in the block.
    """
    try:
        _refuse_other_than_folder(folder)
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as place:
            yield Path(place)
    except OSError as error:
        if isinstance(error, CurriculumMapError):
            raise
        raise CannotWrite(f'"{folder}" cannot be written: {error.strerror}.') from error


def put(place: Path, files: Iterable[tuple[str, str | bytes]]) -> None:
    """Write files as they come, by name and content.

    Raises:
        CannotWrite: If something that is no folder stands where one is to be.
        OSError: If the system refuses.
    """
    there: set[str] = set()
    for name, content in files:
        parent = name.rpartition("/")[0]
        if parent not in there:
            _make_folder(place / parent)
            there.add(parent)
        with open(f"{place}/{name}", "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)


def move(place: Path, folder: Path, names: Collection[str]) -> None:
    """Move files to where they belong, once all of them stand on the disk.

    Raises:
        CannotWrite: If something else stands in the way of one; none is moved then.
        OSError: If the system refuses.
    """
    _confirm(place, names)
    for name in names:
        if os.path.isdir(f"{folder}/{name}"):
            raise CannotWrite(f'"{folder / name}" is a folder, but a file is to be written there.')
    for parent in sorted({name.rpartition("/")[0] for name in names}):
        _make_folder(folder / parent)
    for name in names:
        os.replace(f"{place}/{name}", f"{folder}/{name}")


def packed(files: Files) -> bytes:
    """Put files into a ZIP archive; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content)
    return out.getvalue()


def _confirm(place: Path, names: Collection[str]) -> None:
    """Wait until files stand on the disk."""
    if len(names) > MANY and hasattr(os, "sync"):
        os.sync()
        return
    # A disk confirms many files at once about as fast as one.
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in pool.map(lambda name: _confirm_one(place / name), names):
            pass


def _confirm_one(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _make_folder(folder: Path) -> None:
    """Make a folder, unless something else is in its place."""
    _refuse_other_than_folder(folder)
    folder.mkdir(parents=True, exist_ok=True)


def _refuse_other_than_folder(path: Path) -> None:
    # A link that leads nowhere is in the way too, and does not "exist".
    if os.path.lexists(path) and not path.is_dir():
        raise CannotWrite(f'"{path}" is no folder, but files are to be written into it.')
