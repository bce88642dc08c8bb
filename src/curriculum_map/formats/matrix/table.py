"""One sheet with its block of codes, seen along its units or along its competencies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from curriculum_map.formats.curricular_table import FORMULA
from curriculum_map.formats.sheet import Sheet
from curriculum_map.problems import Problem, Severity, Where

Axis = Literal["row", "column"]
NO_GROUP = "\u2013"
"""Stands in a line of group headings for those that belong to no group."""
OTHER: Mapping[Axis, Axis] = {"row": "column", "column": "row"}


class Cell(NamedTuple):
    """What stands in a cell.

    Attributes:
        text: On one line, without space around it; of a text file without the apostrophe that
            keeps it from being a formula.
        where: Its place.
        row: Counted from 0.
        column: Counted from 0.
    """

    text: str
    where: Where
    row: int
    column: int


class Span(NamedTuple):
    """Neighbouring rows or columns, counted from 0, both ends included."""

    axis: Axis
    first: int
    last: int


def span(lines: str) -> Span:
    """Take `row 4` or `columns F:H` apart."""
    kind, _, numbers = lines.partition(" ")
    axis: Axis = "row" if kind.startswith("row") else "column"
    ends = sorted(_number(each) for each in numbers.split(":"))
    return Span(axis, ends[0], ends[-1])


def written(axis: Axis, first: int, last: int | None = None) -> str:
    """Write rows or columns, counted from 0, as a person names them."""
    numbers = (first, first if last is None else last)
    ends = [str(n + 1) if axis == "row" else letters(n) for n in numbers]
    return f"{axis} {ends[0]}" if ends[0] == ends[1] else f"{axis}s {ends[0]}:{ends[1]}"


def letters(column: int) -> str:
    """Name a column, counted from 0, as a spreadsheet does."""
    named = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        named = chr(ord("A") + rest) + named
    return named


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text) - 1
    number = 0
    for letter in text:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


class Block(NamedTuple):
    """A block of cells, counted from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        """Name it as a spreadsheet does: `D5:K20`."""
        ends = ((self.left, self.top), (self.right, self.bottom))
        return ":".join(f"{letters(column)}{row + 1}" for column, row in ends)

    def along(self, axis: Axis) -> range:
        """Give the numbers of its rows or columns."""
        if axis == "row":
            return range(self.top, self.bottom + 1)
        return range(self.left, self.right + 1)


def block(cells: str) -> Block:
    """Take `D5:K20` apart."""
    corners = [re.fullmatch(r"([A-Z]+)([0-9]+)", each) for each in cells.split(":")]
    columns = sorted(_number(each[1]) for each in corners if each)
    rows = sorted(_number(each[2]) for each in corners if each)
    return Block(rows[0], columns[0], rows[-1], columns[-1])


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet and its block of codes.

    Attributes:
        sheet: The sheet.
        block: Where the codes stand, as far as the sheet has rows and columns.
    """

    sheet: Sheet
    block: Block

    @classmethod
    def of(cls, sheet: Sheet, cells: Block) -> Table:
        """Cut a block that somebody named to what the sheet has."""
        bottom = min(cells.bottom, len(sheet.rows) - 1)
        right = min(cells.right, max(map(len, sheet.rows), default=0) - 1)
        return cls(sheet, Block(cells.top, cells.left, bottom, right))

    def cell(self, row: int, column: int) -> Cell:
        """Give a cell; one outside the sheet is empty and stands in the file as a whole."""
        if row >= len(self.sheet.rows):
            return Cell("", Where(self.sheet.file, sheet=self.sheet.name), row, column)
        cells = self.sheet.rows[row]
        text = " ".join(cells[column].split()) if column < len(cells) else ""
        if not self.sheet.name and text.startswith("'") and FORMULA.match(text):
            text = text[1:]
        return Cell(text, self.sheet.where(row, column), row, column)

    def merged(self, row: int, column: int) -> tuple[int, int, int, int] | None:
        """Give the merged block that a cell belongs to."""
        for each in self.sheet.merged:
            if each[0] <= row <= each[2] and each[1] <= column <= each[3]:
                return each
        return None

    def line(self, axis: Axis, number: int) -> Iterator[Cell]:
        """Go through a whole row or column."""
        if axis == "row":
            width = len(self.sheet.rows[number]) if number < len(self.sheet.rows) else 0
            return (self.cell(number, column) for column in range(width))
        return (self.cell(row, number) for row in range(len(self.sheet.rows)))


def problem_at(
    table: Table, cell: Cell, code: str, message: str, severity: Severity = "error"
) -> Problem:
    """Report something in a cell; the place of a text file is the line, so the column is named."""
    if table.sheet.name or not cell.where.line:
        return Problem(cell.where, code, message, severity)
    return Problem(cell.where, code, f"Column {letters(cell.column)}: {message}", severity)


@dataclass(frozen=True, slots=True)
class Side:
    """The units, or the competencies, of a table: each has a row or column of the block.

    Attributes:
        table: The table.
        axis: Whether each has a row or a column.
    """

    table: Table
    axis: Axis

    def text(self, lines: str, number: int) -> Cell:
        """Give the cell where a heading row or column meets one of them."""
        line = span(lines).first
        return self.table.cell(*((number, line) if self.axis == "row" else (line, number)))

    def grouped(self, lines: Sequence[str]) -> Mapping[int, Cell]:
        """Give the group heading of each that has one.

        Args:
            lines: A heading line that runs along all of them, in which a heading counts for the
                cells merged with it, or up to the next heading if nothing is merged there; or
                lines of their own inside the block, each heading what follows.
        """
        spans = [span(each) for each in lines]
        own = [each for each in spans if each.axis == self.axis]
        return self._between(own) if own else self._above(spans)

    def _between(self, spans: Sequence[Span]) -> Mapping[int, Cell]:
        heads = {
            number: next((c for c in self.table.line(self.axis, number) if c.text), None)
            for each in spans
            for number in range(each.first, min(each.last + 1, self._numbers().stop))
        }
        found: dict[int, Cell] = {}
        current: Cell | None = None
        for number in range(min(heads, default=0), self._numbers().stop):
            current = heads.get(number) or current
            if current and number not in heads:
                found[number] = current
        return found

    def _above(self, spans: Sequence[Span]) -> Mapping[int, Cell]:
        found: dict[int, Cell] = {}
        for each in spans[:1]:
            cells = [self.table.cell(*self._at(each, n)) for n in self._numbers()]
            blocks = [self.table.merged(cell.row, cell.column) for cell in cells]
            before: Cell | None = None
            for number, cell, merged in zip(self._numbers(), cells, blocks, strict=True):
                here = self.table.cell(merged[0], merged[1]) if merged else cell
                keeps = not here.text and not any(blocks)
                before = before if keeps else here
                if before and before.text not in ("", "-", NO_GROUP):
                    found[number] = before
        return found

    def _numbers(self) -> range:
        return self.table.block.along(self.axis)

    def _at(self, line: Span, number: int) -> tuple[int, int]:
        return (number, line.first) if self.axis == "row" else (line.first, number)
