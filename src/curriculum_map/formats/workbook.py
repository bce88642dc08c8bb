"""A catalogue as an Excel workbook: one sheet for each kind of thing."""

from __future__ import annotations

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.base import Format, Given, Written
from curriculum_map.formats.reading import Reading
from curriculum_map.formats.sheet import Sheet
from curriculum_map.formats.tables.catalogues import reading_of
from curriculum_map.formats.tables.kinds import Kind, kind_called, kinds, plain
from curriculum_map.formats.worksheets import read_worksheets
from curriculum_map.model import Catalogue
from curriculum_map.problems import Problem, Where

SUFFIX = ".xlsx"
OURS = frozenset({"about", "problems"})
"""Sheets that are made, not read."""
HEAT_MAP = "heat map"
"""What the name of another such sheet begins with."""


def write(catalogue: Catalogue, _syntax: str) -> Written[bytes]:
    """Write a sheet for each table, one that says what they are, and a heat map a programme.

    The same catalogue gives the same bytes.

    Args:
        catalogue: What is written.
        _syntax: `xlsx`; there is no other.
    """
    from curriculum_map.formats.workbook_writing import write_workbook

    document, losses = write_workbook(catalogue)
    return Written(document, losses)


def read(given: Given) -> Reading:
    """Read every sheet whose name is that of a table; of others is told.

    Raises:
        InvalidProject: If it is no workbook, or none of its sheets is a table.
    """
    tables, problems = tables_of(given.content, given.name)
    if not tables:
        names = ", ".join(each.name for each in kinds())
        message = f"No sheet here has the name of a table. Names that are read: {names}."
        raise InvalidProject([Problem(Where(given.name), "no-table", message)])
    return reading_of(tables, problems)


def tables_of(data: bytes, file: str) -> tuple[list[tuple[Sheet, Kind]], list[Problem]]:
    """Give the sheets of a workbook that are tables, and tell of visible ones that are not read.

    Raises:
        InvalidProject: If it is no workbook, is locked with a password, or is too large unpacked.
    """
    tables: list[tuple[Sheet, Kind]] = []
    problems: list[Problem] = []
    for sheet in read_worksheets(data, file):
        kind = kind_called(sheet.name)
        if kind:
            tables.append((sheet, kind))
            problems += sheet.problems
        elif not _is_ours(sheet.name) and any(sheet.filled()):
            problems.append(Problem(sheet_place(sheet), "unread-table", NOT_READ, "warning"))
    return tables, problems


def sheet_place(sheet: Sheet) -> Where:
    """Give the place of a sheet as a whole: its first cell."""
    return Where(sheet.file, 1, 1, sheet.name)


def _is_ours(name: str) -> bool:
    return plain(name) in OURS or plain(name).startswith(HEAT_MAP)


NOT_READ = "This sheet has not the name of a table and is not read. Rename it, or hide it."

FORMAT = Format(
    name="workbook",
    title="an Excel workbook, one sheet for each kind of thing",
    spec="https://ecma-international.org/publications-and-standards/standards/ecma-376/",
    suffixes={SUFFIX: "xlsx"},
    write=write,
    read=read,
)
