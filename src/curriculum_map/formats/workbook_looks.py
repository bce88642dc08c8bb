"""How the sheets that are written look on a screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any

WIDEST, NARROWEST = 48, 9
"""Characters in a column."""
ON_A_PAGE = 170
"""Characters beside each other that can be read on a page of A4 on its side."""
MOST_LINES = 6
LINE = 15
"""Height of a line in points."""


def widths(rows: Sequence[Sequence[object]]) -> list[float]:
    """Give each column a width at which most of its cells can be read.

    Args:
        rows: The headings and the first rows, all of the same length.
    """
    columns = zip(*rows, strict=True)
    longest = [max(len(_text(cell)) for cell in column) for column in columns]
    return [float(min(max(each + 3, NARROWEST), WIDEST)) for each in longest]


def height(row: Iterable[object], room: Sequence[float]) -> float:
    """Give the height at which the wrapped texts of a row do not run into the next one."""
    lines = [
        sum(max(1, ceil(len(line) / width)) for line in _text(cell).split("\n"))
        for cell, width in zip(row, room, strict=True)
    ]
    return float(LINE * min(max([1, *lines]), MOST_LINES))


def for_print(sheet: Any, room: Sequence[float], names: int = 0) -> None:
    """Put a sheet on pages of A4 on their side, as many beside each other as it takes to read it.

    Args:
        sheet: The sheet.
        room: The widths of its columns.
        names: Columns that come back on every page.
    """
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(max(1, ceil(sum(room) / ON_A_PAGE)), 0)
    sheet.set_footer("&L&F, &A&RPage &P of &N")
    if names and sum(room) > ON_A_PAGE:
        sheet.repeat_columns(0, names - 1)


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)
