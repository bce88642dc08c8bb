"""Which files of a project there are to read, and what keeps one from being read."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from curriculum_map.errors import CurriculumMapError
from curriculum_map.problems import Problem, Severity, Where

FOR_PEOPLE = frozenset({".md", ".txt"})
LICENCES = ("license", "licence", "copying", "notice")


class Unreadable(CurriculumMapError, OSError):
    """A file that is there by name, but has no content that can be read."""

    code = "unreadable"


class TooLarge(Unreadable):
    """A file larger than anything a person would write."""

    code = "too-large"


@dataclass(slots=True)
class Found:
    """What there is to read.

    Attributes:
        files: Name relative to the project folder, with `/`, and path; sorted by name.
        problems: Files and folders that are not among them and should be.
    """

    files: list[tuple[str, Path]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read(path: Path, largest: int) -> bytes:
    """Give the content of a file.

    Raises:
        Unreadable: If it is no file, or the system does not hand it over.
        TooLarge: If it has more than `largest` bytes.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Unreadable("This is a folder with the name of a file. Rename it.")
        # Anything but a file, a pipe for example, may keep a reader waiting for ever.
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("This is not a file that can be read. Delete it.")
        if status.st_size > largest:
            raise TooLarge(
                f"The file has {status.st_size:,} bytes, more than the {largest:,} that are read. "
                "Split it."
            )
        return path.read_bytes()
    except Unreadable:
        raise
    except OSError as error:
        raise Unreadable(_reason(path, error)) from error


def walk(root: Path, folders: Sequence[str], suffixes: Collection[str]) -> Found:
    """Find the files with one of the suffixes below some folders.

    Folders and files that are links are looked at last, so that what stands in the project
    itself is found under its own name, and once.
    """
    walker = _Walker(root, suffixes)
    for name in folders:
        if (root / name).is_symlink():
            walker.links.append(root / name)
        elif (root / name).is_dir():
            walker.visit_folder(root / name)
    walker.follow_links()
    walker.found.files.sort()
    return walker.found


class _Walker:
    """Walks the folders first and the links afterwards, and nothing twice."""

    def __init__(self, root: Path, suffixes: Collection[str]) -> None:
        self.root, self.suffixes = root, suffixes
        self.real_root = os.path.realpath(root)
        self.found = Found()
        self.links: list[Path] = []
        # A link to the project itself must not bring in what stands beside the folders.
        self.seen = {self.real_root}

    def visit_folder(self, path: Path) -> None:
        """Look at everything below a folder; links are kept for later."""
        waiting = [path]
        while waiting:
            path = waiting.pop()
            if self._is_new(path):
                for entry in self._entries(path):
                    self._visit(entry, waiting)

    def follow_links(self) -> None:
        """Look at what the links lead to, and at the links found there."""
        while self.links:
            path = self.links.pop(0)
            if not Path(os.path.realpath(path)).is_relative_to(self.real_root):
                self._report(path, "outside-project", OUTSIDE)
            elif path.is_dir() and not self._is_wanted(path):
                self.visit_folder(path)
            else:
                self._visit_file(path)

    def _entries(self, path: Path) -> list[Path]:
        try:
            return sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
        except OSError as error:
            self._report(path, "unreadable", _reason(path, error))
            return []

    def _visit(self, path: Path, waiting: list[Path]) -> None:
        if path.is_symlink():
            self.links.append(path)
        elif path.is_dir() and not self._is_wanted(path):
            waiting.append(path)
        else:
            self._visit_file(path)

    def _visit_file(self, path: Path) -> None:
        if self._is_wanted(path):
            if self._is_new(path):
                self.found.files.append((self._name(path), path))
        elif path.suffix.lower() not in FOR_PEOPLE and not path.stem.lower().startswith(LICENCES):
            message = UNREAD.format(" or ".join(sorted(self.suffixes)))
            self._report(path, "unread-file", message, "warning")

    def _is_wanted(self, path: Path) -> bool:
        return path.suffix.lower() in self.suffixes

    def _is_new(self, path: Path) -> bool:
        real = os.path.realpath(path)
        is_new = real not in self.seen
        self.seen.add(real)
        return is_new

    def _name(self, path: Path) -> str:
        # A name that is not UTF-8 could not be printed as it is.
        return os.fsencode(path.relative_to(self.root).as_posix()).decode("utf-8", "replace")

    def _report(self, path: Path, code: str, message: str, severity: Severity = "error") -> None:
        where = Where(self._name(path))
        self.found.problems.append(Problem(where, code, message, severity))


def _reason(path: Path, error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "This link leads back to itself. Delete it."
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        target = path.readlink()
        return f'This link leads to "{target}", where nothing is. Mend it or delete it.'
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "There is no such file. Look at how its name and folder are written."
    return f'The system does not let this be read ("{error.strerror}"). Change its permissions.'


OUTSIDE = (
    "This link leads out of the project folder and is not followed. "
    "Put a copy of what it leads to in its place."
)
UNREAD = (
    "This file is not read: only files that end in {} are. "
    "Write what it says in one of them, or move it out of this folder."
)
