"""What a path holds, for the readers of other formats: a file, a folder or a ZIP archive."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from curriculum_map.errors import InvalidProject
from curriculum_map.formats import folder
from curriculum_map.formats.base import Given
from curriculum_map.problems import Problem, Where

LARGEST = 1_000_000_000
"""Bytes a file, or everything in a folder or an archive, may have."""
MOST = 10_000
"""Files a folder or an archive may have."""


def given(
    path: Path,
    syntax: str = "",
    options: Mapping[str, str] | None = None,
    beside: Sequence[str] = (),
) -> Given:
    """Read a file, everything in a folder, or everything in an archive whose name ends in `.zip`.

    Hidden files, and files that are links, are passed over in a folder. An archive is not
    believed when it says how large it is.

    Args:
        path: What is read.
        syntax: One of the syntaxes of the format; empty for a folder.
        options: What the person who imports said beside it.
        beside: What the names of files that are read with a file add to its name.

    Raises:
        InvalidProject: If the system does not hand it over, it is too large, or it is no archive.
    """
    try:
        files = _files(path)
        files |= {
            with_it.name: folder.read(with_it, LARGEST)
            for ending in beside
            if (with_it := path.with_name(path.name + ending)).is_file()
        }
    except folder.Unreadable as error:
        raise InvalidProject([Problem(Where(path.name), error.code, str(error))]) from None
    return Given(name=path.name, files=files, syntax=syntax, options=options or {})


def unpacked(data: bytes, name: str, largest: int = LARGEST) -> dict[str, bytes]:
    """Give the files of a ZIP archive, sorted by name.

    Raises:
        InvalidProject: If it is no archive, is damaged, or holds more than `largest` bytes.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return dict(_members(archive, name, largest))
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        message = f'The archive cannot be unpacked ("{error}"). Fetch or save it again.'
        raise InvalidProject([Problem(Where(name), "unreadable", message)]) from None


def _members(archive: zipfile.ZipFile, name: str, largest: int) -> Iterator[tuple[str, bytes]]:
    # No more of a file is unpacked than it says it has, so that nothing has to be to refuse it.
    if sum(member.file_size for member in archive.infolist()) > largest:
        message = f"Unpacked, the file has more than the {largest:,} bytes that are read. Split it."
        raise InvalidProject([Problem(Where(name), "too-large", message)])
    for member in sorted(archive.infolist(), key=lambda each: each.filename):
        if not member.is_dir():
            yield member.filename, archive.read(member)


def _files(path: Path) -> dict[str, bytes]:
    if path.is_dir():
        return dict(_below(path))
    data = folder.read(path, LARGEST)
    return unpacked(data, path.name) if path.suffix.lower() == ".zip" else {path.name: data}


def _below(root: Path) -> Iterator[tuple[str, bytes]]:
    left = LARGEST
    for number, path in enumerate(sorted(_visible(root))):
        if number == MOST:
            raise folder.TooLarge(f"The folder has more than {MOST:,} files. Name a smaller one.")
        content = folder.read(path, left)
        left -= len(content)
        yield PurePosixPath(path.relative_to(root)).as_posix(), content


def _visible(root: Path) -> Iterator[Path]:
    for at, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(at, name) for name in files if not name.startswith("."))
