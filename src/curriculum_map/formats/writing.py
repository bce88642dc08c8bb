"""Files are written whole or not at all."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from curriculum_map.errors import CurriculumMapError
from curriculum_map.formats.base import Files

AT_ONCE = 16
"""How many files wait for the disk together."""


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
    try:
        _refuse_other_than_folder(folder)
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as beside:
            _write_into(Path(beside), files)
            _refuse_folders(folder, files)
            _make_folders(folder, files)
            for name in files:
                (Path(beside) / name).replace(folder / name)
    except OSError as error:
        if isinstance(error, CannotWrite):
            raise
        raise CannotWrite(f'"{folder}" cannot be written: {error.strerror}.') from error


def packed(files: Files) -> bytes:
    """Put files into a ZIP archive; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content)
    return out.getvalue()


def _write_into(folder: Path, files: Files) -> None:
    _make_folders(folder, files)
    # A disk confirms many files at once about as fast as one.
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in pool.map(lambda name: _write(folder / name, files[name]), files):
            pass


def _make_folders(folder: Path, names: Iterable[str]) -> None:
    """Make the folders that files will lie in, unless something else is in their place."""
    for parent in sorted({(folder / name).parent for name in names}):
        _refuse_other_than_folder(parent)
        parent.mkdir(parents=True, exist_ok=True)


def _write(path: Path, content: str | bytes) -> None:
    with path.open("wb") as file:
        file.write(content.encode() if isinstance(content, str) else content)
        file.flush()
        os.fsync(file.fileno())


def _refuse_other_than_folder(path: Path) -> None:
    # A link that leads nowhere is in the way too, and does not "exist".
    if os.path.lexists(path) and not path.is_dir():
        raise CannotWrite(f'"{path}" is no folder, but files are to be written into it.')


def _refuse_folders(folder: Path, names: Files) -> None:
    for name in names:
        if (folder / name).is_dir():
            raise CannotWrite(f'"{folder / name}" is a folder, but a file is to be written there.')
