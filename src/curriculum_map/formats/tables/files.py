"""The workbooks and CSV files among the sources of a project."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from curriculum_map.errors import InvalidProject
from curriculum_map.formats import csv_files, folder, workbook
from curriculum_map.formats.delimited import decoded
from curriculum_map.formats.document import Document
from curriculum_map.formats.folder import Unreadable
from curriculum_map.formats.sheet import Sheet
from curriculum_map.formats.tables.catalogues import Tables, settings_of
from curriculum_map.formats.tables.kinds import SETTINGS, Kind
from curriculum_map.formats.tables.read import trees
from curriculum_map.model import Settings
from curriculum_map.problems import Problem, Where


def read_tables(
    files: Iterable[tuple[str, Path]], settings: Settings, largest: int
) -> tuple[list[Document], list[Problem]]:
    """Read workbooks and CSV files; what stands in one may belong to a thing in another.

    Args:
        files: Name relative to the project folder, and path.
        settings: What the project says about itself.
        largest: Bytes a file may have.

    Returns:
        One document for all of them, more if an id stands twice, one for each that could not be
        read; and all problems.
    """
    reader = _Reader(largest)
    for file, path in files:
        reader.read(file, path)
    found = trees(reader.tables, settings.languages[0])
    problems = [*reader.problems, *found.problems, *_said_elsewhere(reader.tables, settings)]
    return [*found.documents, *reader.unread], problems


def settings_in(file: str, path: Path, largest: int) -> Settings:
    """Give what a file says about the project it belongs to; the usual settings if nothing."""
    reader = _Reader(largest)
    reader.read(file, path)
    return settings_of(reader.tables)[0]


class _Reader:
    """Collects the tables of several files."""

    def __init__(self, largest: int) -> None:
        self.largest = largest
        self.tables: list[tuple[Sheet, Kind]] = []
        self.unread: list[Document] = []
        self.problems: list[Problem] = []

    def read(self, file: str, path: Path) -> None:
        data = b""
        try:
            data = folder.read(path, self.largest)
            self.tables += self.tables_of(data, file)
        except Unreadable as error:
            self.problems.append(Problem(Where(file), error.code, str(error)))
        except InvalidProject as error:
            self.problems += error.problems
            self.unread.append(Document(file, None, _as_keys(data, file), complete=False))

    def tables_of(self, data: bytes, file: str) -> list[tuple[Sheet, Kind]]:
        if file.lower().endswith(workbook.SUFFIX):
            tables, problems = workbook.tables_of(data, file)
            self.problems += problems
            return tables
        kind = csv_files.kind_of(file)
        if not kind:
            self.problems.append(csv_files.not_read(file))
        return [(csv_files.table(data, file), kind)] if kind else []


def _as_keys(data: bytes, file: str) -> str:
    """Write cells the way names are defined in YAML, so that none of them seems to be missing."""
    if file.lower().endswith(workbook.SUFFIX):
        return ""
    try:
        return re.sub(r'[;,\t|"\r\n]+', ":\n", decoded(data, file))
    except InvalidProject:
        return ""


def _said_elsewhere(tables: Tables, settings: Settings) -> list[Problem]:
    about = [(sheet, kind) for sheet, kind in tables if kind.name == SETTINGS]
    if not about or settings_of(about)[0] == settings:
        return []
    return [
        Problem(Where(sheet.file, 1, 1, sheet.name), "unread-table", IN_SETTINGS, "warning")
        for sheet, _ in about
    ]


IN_SETTINGS = (
    "What a project says about itself is read from curriculum-map.toml, not from here, and this "
    "table says something else. Write it into that file, or take the table away."
)
