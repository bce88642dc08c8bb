"""What the columns of a sheet hold, by the headings somebody typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from curriculum_map.errors import way_out
from curriculum_map.formats.columns import widths
from curriculum_map.formats.sheet import TOO_SHORT, Sheet
from curriculum_map.formats.tables.cells import Cell, cell
from curriculum_map.formats.tables.kinds import Column, Kind, plain
from curriculum_map.problems import Problem, Severity

_IN_A_LANGUAGE = re.compile(r"(.*\S)\s*\(\s*([^()\s]+)\s*\)\s*")


@dataclass(frozen=True, slots=True)
class Place:
    """A column of a sheet that is read.

    Attributes:
        at: Its number, from 0.
        column: What it says.
        language: The language of a text, at the place of the heading.
    """

    at: int
    column: Column
    language: Cell


@dataclass(slots=True)
class Headings:
    """What the columns of a sheet hold.

    Attributes:
        row: The row the headings stand in, from 0.
        names: Where the names of things stand: number of the column, from 0, in the order of
            `Kind.names`.
        places: Where what is said about them stands.
        width: The number of columns that have a heading.
        problems: What is wrong with the headings.
    """

    row: int
    names: list[int] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    width: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def known(self) -> set[int]:
        """The columns that are read, by number from 0."""
        return {*self.names, *(each.at for each in self.places)}


def headings(sheet: Sheet, row: int, kind: Kind, language: str) -> Headings:
    """Tell what the columns of a sheet hold.

    Args:
        sheet: The sheet.
        row: Where its headings stand, from 0.
        kind: What its rows are about.
        language: The language of a text whose heading names none.
    """
    return _Reader(sheet, row, kind, language).read()


class _Reader:
    """Goes through the headings of one sheet."""

    def __init__(self, sheet: Sheet, row: int, kind: Kind, language: str) -> None:
        self.sheet, self.kind, self.language = sheet, kind, language
        self.found = Headings(row)
        self.columns = {plain(each.heading): each for each in kind.columns}
        self.first: dict[str, int] = {}

    def read(self) -> Headings:
        texts = self.sheet.rows[self.found.row]
        names: dict[str, int] = {}
        for at, text in enumerate(texts):
            if text.strip():
                self.found.width = at + 1
                self.one(at, text, names)
        for name in self.kind.names:
            if name not in names:
                message = f'There is no column "{name}", so nothing here is read. Add it.'
                self._report(-1, "missing-column", message)
        self.found.names = [names[each] for each in self.kind.names if each in names]
        return self.found

    def one(self, at: int, text: str, names: dict[str, int]) -> None:
        name = next((each for each in self.kind.names if plain(each) == plain(text)), "")
        column, language = self.said(text)
        meant = name or (column and f"{column.heading} ({language})")
        if not meant:
            self.unknown(at, text)
        elif meant in self.first:
            self.repeated(at, text, self.first[meant])
        else:
            self.first[meant] = at
            if name:
                names[name] = at
            elif column:
                tag = cell(language, self.sheet, self.found.row, at)
                self.found.places.append(Place(at, column, tag))

    def said(self, text: str) -> tuple[Column | None, str]:
        """Give the column a heading names, and the language of a text."""
        if column := self.columns.get(plain(text)):
            return column, self.language
        if match := _IN_A_LANGUAGE.fullmatch(text):
            column = self.columns.get(plain(match[1]))
            return (column, match[2]) if column and column.localised else (None, "")
        return None, ""

    def unknown(self, at: int, text: str) -> None:
        known = [*self.kind.names, *(each.heading for each in self.kind.columns)]
        message = f'"{text.strip()}" says nothing about {self.kind.noun_with_article}, and the'
        message = f"{message} column is not read. {way_out(text.strip(), sorted(known))}"
        self._report(at, "unknown-column", message, "warning")

    def repeated(self, at: int, text: str, first: int) -> None:
        other = cell("", self.sheet, self.found.row, first).where()
        message = f'"{text.strip()}" stands above another column too, in {other}. Rename one.'
        self._report(at, "repeated-heading", message)

    def _report(self, at: int, code: str, message: str, severity: Severity = "error") -> None:
        where = cell("", self.sheet, self.found.row, at).where()
        self.found.problems.append(Problem(where, code, message, severity))


def beyond(sheet: Sheet, found: Headings) -> list[Problem]:
    """Tell of cells in which something stands though nothing stands above them.

    In a text file a row that is longer or shorter than the headings has been taken apart at the
    wrong places, or lacks cells.
    """
    problems = list(_nameless(sheet, found))
    if not sheet.name and widths(sheet.rows[found.row :]) != {found.width}:
        for number, row in enumerate(sheet.rows[found.row + 1 :], found.row + 1):
            if len(row) != found.width and any(row):
                problems += _ragged(sheet, number, row, found.width)
    return problems


def _nameless(sheet: Sheet, found: Headings) -> Iterator[Problem]:
    """Tell of columns without heading, at the first cell in which something stands."""
    heads = sheet.rows[found.row]
    longest = max(map(len, sheet.rows)) if sheet.name else found.width
    for at in range(longest):
        if at >= len(heads) or not heads[at].strip():
            below = enumerate(sheet.rows[found.row + 1 :], found.row + 1)
            number = next((n for n, row in below if at < len(row) and row[at].strip()), 0)
            if number:
                where = cell("", sheet, number, at).where()
                yield Problem(where, "unknown-column", NAMELESS, "warning")


def _ragged(sheet: Sheet, number: int, row: Sequence[str], width: int) -> Iterator[Problem]:
    if len(row) < width:
        where = cell("", sheet, number, len(row)).where()
        yield Problem(where, "ragged-row", TOO_SHORT.format(len(row), width), "warning")
    elif at := next((n for n in range(width, len(row)) if row[n].strip()), 0):
        where = cell("", sheet, number, at).where()
        yield Problem(where, "ragged-row", TOO_LONG.format(width))


TOO_LONG = (
    "This cell stands behind the last of the {} headings. Put a text that holds the separator in "
    "quotation marks, or take the cell away."
)
NAMELESS = "Nothing stands above this column, so it is not read. Write a heading, or empty it."
