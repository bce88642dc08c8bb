"""A catalogue as CSV: one file for each kind of thing, in a folder or a ZIP archive."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.base import Files, Format, Given, Written
from curriculum_map.formats.columns import Columns, by_column
from curriculum_map.formats.delimited import read_delimited
from curriculum_map.formats.reading import Reading
from curriculum_map.formats.sheet import Sheet
from curriculum_map.formats.tables.catalogues import reading_of
from curriculum_map.formats.tables.kinds import Kind, kind_called, kinds
from curriculum_map.formats.tables.written import Grid, Value, grids
from curriculum_map.formats.tree_builder import no_garbage_collection
from curriculum_map.formats.yaml_nodes import written_number
from curriculum_map.model import Catalogue
from curriculum_map.problems import Problem, Where

SUFFIXES = frozenset({".csv", ".tsv"})
BYTE_ORDER_MARK = "\ufeff"
# A spreadsheet takes a cell that begins like this for a formula.
_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")

# An apostrophe at the beginning of a cell, in any encoding; found by its own byte, which is rare.
_GUARDED = re.compile(rb"'(?<=[;,\t|\"\r\n\0\xbf\xfe\xff]')")


def write(catalogue: Catalogue, _syntax: str) -> Written[Files]:
    """Write a file for each table in which something stands, in UTF-8 with byte order mark.

    A text that a spreadsheet would take for a formula gets an apostrophe in front, which reading
    takes away again.

    Args:
        catalogue: What is written.
        _syntax: Empty; there is no other.
    """
    tables, losses = grids(catalogue)
    files: Files = {file_name(each.kind): _text(each) for each in tables if each.rows}
    return Written(files, tuple(losses))


def file_name(kind: Kind) -> str:
    """Give the name of the file that holds things of a kind."""
    return f"{kind.name.replace(' ', '-')}.csv"


def read(given: Given) -> Reading:
    """Read every CSV file whose name is that of a table; of others is told.

    Raises:
        InvalidProject: If there is none, or if one is no table.
    """
    named = [(name, kind_of(name)) for name in given.files]
    with no_garbage_collection():
        tables = [(table(given.files[name], name), kind) for name, kind in named if kind]
    if not tables:
        names = ", ".join(map(file_name, kinds()))
        message = f"No file here has the name of a table. Names that are read: {names}."
        raise InvalidProject([Problem(Where(given.name), "no-table", message)])
    return reading_of(tables, [not_read(name) for name, kind in named if not kind])


def kind_of(name: str) -> Kind | None:
    """Give the kind of thing a file is named after; None for any other file."""
    path = PurePosixPath(name)
    return kind_called(path.stem) if path.suffix.lower() in SUFFIXES else None


def not_read(name: str) -> Problem:
    """Tell that a file has not the name of a table."""
    message = "This file has not the name of a table and is not read. Rename it, or take it away."
    return Problem(Where(name), "unread-table", message, "warning")


def table(data: bytes, file: str) -> Sheet:
    """Read one file, as Excel saves it in any country.

    Raises:
        InvalidProject: If it cannot be taken apart into cells.
    """
    sheet = read_delimited(data, file, keep=by_column)
    if not data.startswith(b"'") and not _GUARDED.search(data):
        return sheet
    if isinstance(sheet.rows, Columns):
        return replace(sheet, rows=sheet.rows.each(_unguarded))
    return replace(sheet, rows=[[_unguarded(cell) for cell in row] for row in sheet.rows])


def _text(grid: Grid) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heading.text for heading in grid.headings)
    writer.writerows(_cells(grid.rows))
    return BYTE_ORDER_MARK + out.getvalue()


def _cells(rows: Iterable[Iterable[Value]]) -> Iterator[list[str]]:
    for row in rows:
        yield [_cell(each) for each in row]


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) else value
    return written_number(value)


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


FORMAT = Format(
    name="csv",
    title="CSV, one file for each kind of thing",
    spec="https://www.rfc-editor.org/rfc/rfc4180",
    write=write,
    read=read,
)
