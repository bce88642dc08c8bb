"""Files written again and again into one folder: only what changed, and nothing left behind.

What a build wrote is listed in `.written` of the folder, in the form that `sha256sum` checks. Only
what stands there, and is still as it was written, is ever taken away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from curriculum_map.formats.base import Files
from curriculum_map.formats.writing import CannotWrite, beside, move, put, write_all

LIST = ".written"
"""Name of the file that lists what was written."""


class Published(NamedTuple):
    """What became of the files of a folder: how many were written, left, and taken away."""

    written: int
    left: int
    removed: int


class Staged(NamedTuple):
    """Files that wait beside the folder they are for.

    Attributes:
        sums: Name of every file to its SHA-256, in hexadecimal.
        changed: Names of those that wait; the others stand in the folder as they are to be.
    """

    sums: Mapping[str, str]
    changed: Sequence[str]


def publish(folder: Path, files: Files) -> Published:
    """Put files into a folder, as `write_all` does, and take away those of former times.

    A file that has the content already is not touched. A file that a former call wrote and this
    one does not is removed, unless somebody changed it since.

    Args:
        folder: Made if it is not there.
        files: Name, with `/` between folders, to content.

    Raises:
        CannotWrite: If the system refuses; nothing is replaced then.
    """
    with beside(folder) as place:
        return publish_staged(folder, place, [stage(folder, place, files.items())])


def stage(folder: Path, place: Path, files: Iterable[tuple[str, str | bytes]]) -> Staged:
    """Write files beside the folder they are for as they come, unless they stand there already.

    Nothing is kept of a file but its sum, so that memory does not grow with their content.

    Args:
        folder: What the files are for.
        place: Where they wait; see `writing.beside`.
        files: Name, with `/` between folders, and content of each.
    """
    sums: dict[str, str] = {}
    changed: list[str] = []

    def new() -> Iterator[tuple[str, bytes]]:
        for name, content in files:
            data = content.encode() if isinstance(content, str) else content
            sums[name] = sha256(data).hexdigest()
            if not _is(f"{folder}/{name}", sums[name]):
                changed.append(name)
                yield name, data

    put(place, new())
    return Staged(sums, changed)


def publish_staged(folder: Path, place: Path, parts: Sequence[Staged]) -> Published:
    """Do what `publish` does with files that wait already.

    Raises:
        CannotWrite: If the system refuses; nothing is replaced then.
    """
    sums = {name: known for part in parts for name, known in part.sums.items()}
    changed = [name for part in parts for name in part.changed]
    former = _listed(folder)
    gone = {name: former[name] for name in former.keys() - sums.keys()}
    put(place, [(LIST, _list({**gone, **sums}))])
    move(place, folder, [*changed, LIST])
    removed = sum(_removed(folder, name, known) for name, known in gone.items())
    if gone:
        write_all(folder, {LIST: _list(sums)})
    return Published(len(changed), len(sums) - len(changed), removed)


def _is(path: Path | str, known: str) -> bool:
    try:
        with open(path, "rb") as file:
            return sha256(file.read()).hexdigest() == known
    except OSError:
        return False


def _list(sums: Mapping[str, str]) -> str:
    return "".join(f"{known}  {name}\n" for name, known in sorted(sums.items()))


def _listed(folder: Path) -> Mapping[str, str]:
    try:
        text = (folder / LIST).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    return {name: known for known, name in _entries(text) if _is_inside(name)}


def _entries(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        known, _, name = line.partition("  ")
        if name:
            yield known, name


def _is_inside(name: str) -> bool:
    # Whoever edits the list must not be able to have anything else removed.
    path = Path(name)
    return not path.is_absolute() and ".." not in path.parts


def _removed(folder: Path, name: str, known: str) -> bool:
    path = folder / name
    if not _is(path, known):
        return False
    try:
        path.unlink()
        for parent in list(path.relative_to(folder).parents)[:-1]:
            if any((folder / parent).iterdir()):
                break
            (folder / parent).rmdir()
    except OSError as error:
        raise CannotWrite(f'"{path}" cannot be removed: {error.strerror}.') from error
    return True
