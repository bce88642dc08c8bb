"""A table as somebody typed it, in a workbook or a text file, before anybody says what it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from curriculum_map.problems import Problem, Where

TOO_SHORT = "The row has {} of {} cells; those that are missing count as empty."
"""Said of a row with fewer cells than there are headings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Rows of texts, each with its place.

    Attributes:
        file: What to call the file in problems.
        name: Name of the worksheet; empty for a text file.
        rows: Every row, the first one first. Rows may differ in length; every cell is text as it
            was typed: `007` keeps its zeros, and a number of a workbook is written without a
            needless fraction. Nothing typed is an empty text.
        lines: The line each row begins in, counted from 1; in a workbook its row.
        merged: Of a workbook, blocks of cells merged into one, as first row, first column, last
            row, last column, counted from 0; the text stands in the first cell.
        problems: What could not be read of single cells, as warnings.
        separator: What stands between the cells of a text file; empty in a workbook.
    """

    file: str
    name: str = ""
    rows: Sequence[Sequence[str]]
    lines: Sequence[int]
    merged: Sequence[tuple[int, int, int, int]] = field(default=())
    problems: Sequence[Problem] = field(default=())
    separator: str = ""

    def where(self, row: int, column: int | None = None) -> Where:
        """Give the place of a cell, or of a row; both are counted from 0.

        Cells of a text file have no column a person could count to: the place is the line.
        """
        at = column + 1 if self.name and column is not None else 0
        return Where(self.file, self.lines[row], at, self.name)

    def filled(self) -> Iterator[tuple[int, Sequence[str]]]:
        """Go through the rows in which something stands, each with its number from 0."""
        for number, row in enumerate(self.rows):
            if any(cell.strip() for cell in row):
                yield number, row
