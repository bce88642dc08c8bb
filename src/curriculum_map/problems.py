"""Findings about files, as values.

A problem is something a person should mend in a file. It is never raised by
itself: readers collect problems and hand all of them over at once.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Where(NamedTuple):
    """The place of a text in a file, as a person would look it up.

    Sorts by file, sheet, line and column.

    Attributes:
        file: Path relative to the project folder, with `/` on every system.
        sheet: Name of the worksheet; empty for anything but a workbook.
        line: Counted from 1; in a workbook the row, the heading being row 1.
            0 means the file as a whole.
        column: Counted from 1, in characters; in a workbook or CSV file the column, A being 1.
            0 means the whole line.
    """

    file: str
    line: int = 0
    column: int = 0
    sheet: str = ""

    def __lt__(self, other: tuple[object, ...]) -> bool:
        """Stand before what is further down, or in a later sheet of the same file."""
        if not isinstance(other, Where):
            return NotImplemented
        return self._in_order() < other._in_order()

    def __gt__(self, other: tuple[object, ...]) -> bool:
        """Stand behind what would stand before this."""
        return isinstance(other, Where) and other < self

    def _in_order(self) -> tuple[str, str, int, int]:
        return self.file, self.sheet, self.line, self.column

    def __str__(self) -> str:
        """Give `file:line:column`; `file!sheet!F12` for a workbook, `file:12 [F]` for CSV."""
        if self.sheet:
            return f"{self.file}!{self.sheet}!{_letters(self.column)}{self.line or ''}"
        if self.column and self.file.lower().endswith((".csv", ".tsv")):
            return f"{self.file}:{self.line} [{_letters(self.column)}]"
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])


def _letters(column: int) -> str:
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class Problem(NamedTuple):
    """One finding about a file, ready to print, sort, count and turn into a table row.

    Sorts by place, then code, then message.

    Attributes:
        where: The place that has to be mended.
        code: Stable name of the kind of problem, explained in docs/problems.md.
            Codes never change once released.
        message: One or two sentences for the person who edits the file.
        severity: `error` stops every answer; `warning` is shown beside it.
    """

    where: Where
    code: str
    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        """Give the line that `check` prints."""
        return f"{self.where}: {self.message} ({self.code})"
