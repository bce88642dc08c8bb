"""One file, read as if it lay in a project that it may take the place of a part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from curriculum_map.formats.assemble import assemble
from curriculum_map.formats.document import Document
from curriculum_map.formats.names import Entry, entries_of
from curriculum_map.formats.project import read_project
from curriculum_map.formats.reading import Reading
from curriculum_map.formats.settings import read_settings
from curriculum_map.formats.tables.files import settings_in
from curriculum_map.formats.tree import Mapping, Node, Scalar, placeless
from curriculum_map.formats.yaml_files import (
    FOLDERS,
    LARGEST,
    TABLES,
    read_files,
    read_folder,
)
from curriculum_map.model import Settings


def read_one_file(path: Path, root: Path) -> Reading:
    """Read a file of a project or one that lies elsewhere, with the problems of that file alone.

    A file that lies elsewhere may name what the project describes; what it describes itself
    counts instead of what the project says about it.

    Args:
        path: A YAML file, workbook or CSV file.
        root: The folder of the project; without a project in it the file stands alone.
    """
    if name := _name_inside(path, root):
        return _only(read_project(root), name)
    settings, around = _surroundings(path, root)
    documents, problems = read_files([(path.name, path)], settings)
    own = {(each.collection, str(each.id)) for each in _entries(documents)}
    others = [each for each in _entries(around) if (each.collection, str(each.id)) not in own]
    reading = assemble([*map(_document, others), *documents], settings)
    everything = sorted({*problems, *reading.problems})
    return _only(Reading(reading.catalogue, tuple(everything)), path.name)


def _name_inside(path: Path, root: Path) -> str:
    """Give the name a file has in the project; empty if it is none of its sources."""
    real = path.resolve()
    if not any(real.is_relative_to((root / name).resolve()) for name in FOLDERS):
        return ""
    return real.relative_to(root.resolve()).as_posix()


def _surroundings(path: Path, root: Path) -> tuple[Settings, list[Document]]:
    if not any((root / name).is_dir() for name in FOLDERS):
        is_table = path.suffix.lower() in TABLES
        return settings_in(path.name, path, LARGEST) if is_table else Settings(), []
    settings, _ = read_settings(root)
    return settings, read_folder(root, settings=settings)[0]


def _entries(documents: Iterable[Document]) -> Iterator[Entry]:
    for each in documents:
        if each.root is not None:
            yield from entries_of(each.file, each.root)


def _document(entry: Entry) -> Document:
    """Put a thing into a document of its own."""
    inside = Mapping({entry.id: entry.body}, entry.id.line, entry.id.column)
    parts: dict[Scalar, Node] = {placeless(key): node for key, node in entry.heads.items()}
    root = Mapping({**parts, placeless(entry.collection): inside}, 1, 1)
    return Document(entry.where.file, root)


def _only(reading: Reading, file: str) -> Reading:
    problems = tuple(each for each in reading.problems if each.where.file == file)
    return Reading(reading.catalogue, problems)
