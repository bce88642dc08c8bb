"""A matrix drawn into a workbook: grouped headings, shades, and a page that can be printed."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from curriculum_map.formats.matrix.grid import Grid

if TYPE_CHECKING:
    from xlsxwriter.format import Format as Look
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

WIDTHS = {
    "framework": 14,
    "area": 18,
    "id": 24,
    "code": 8,
    "competency": 42,
    "required": 9,
    "state": 9,
}
"""Characters that fit into a heading column."""
A4 = 9
SHADES = ("#E3F0F7", "#B9DCEB", "#86C2DD", "#4FA3C9", "#2A7FA8", "#155E82")
"""Fills of levels, lowest first; letters on the last two are white."""
LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "plain": {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#C8C8C8"},
    "group": {"bold": True, "align": "center", "valign": "vcenter", "border": 1, "shrink": True},
    "head": {"bold": True, "rotation": 90, "border": 1, "valign": "bottom", "text_wrap": True},
    "elective": {
        "bold": True,
        "italic": True,
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
        "border": 1,
        "bg_color": "#FFF2CC",
    },
    "chosen": {
        "italic": True,
        "rotation": 90,
        "border": 1,
        "bg_color": "#FFF2CC",
        "text_wrap": True,
    },
    "label": {"bold": True, "align": "right"},
    "absent": {
        "bold": True,
        "bg_color": "#F8D0CC",
        "border": 1,
        "valign": "top",
        "text_wrap": True,
    },
    "legend": {"italic": True},
}


def drawn(grids: Mapping[str, Grid]) -> bytes:
    """Draw a sheet for each matrix; the same matrices give the same bytes.

    Args:
        grids: Name of the sheet to what stands in it; a workbook without any gets an empty sheet.
    """
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        # Otherwise the time of writing would be kept.
        book.set_properties({"created": datetime(2000, 1, 1)})
        for name, grid in grids.items():
            _Drawing(book, book.add_worksheet(name), grid).draw()
        if not grids:
            book.add_worksheet()
    return out.getvalue()


class _Drawing:
    """Draws one matrix."""

    def __init__(self, book: Workbook, sheet: Worksheet, grid: Grid) -> None:
        self._sheet, self._grid = sheet, grid
        self._looks = {name: book.add_format(dict(look)) for name, look in LOOKS.items()}
        self._shades = [
            book.add_format(
                {
                    "bg_color": shade,
                    "align": "center",
                    "valign": "vcenter",
                    "border": 1,
                    "border_color": "#C8C8C8",
                    "font_color": "#FFFFFF" if number > 3 else "#000000",
                }
            )
            for number, shade in enumerate(SHADES)
        ]
        self._top, self._left = len(grid.heads), len(grid.labels)

    def draw(self) -> None:
        """Draw everything."""
        self._headings()
        self._rows()
        self._legend()
        self._page()

    def _write(self, row: int, column: int, text: str, look: Look | None = None) -> None:
        # Never `write`: a text that begins with "=" must not become a formula.
        self._sheet.write_string(row, column, text, look)

    def _spread(self, place: tuple[int, int], end: tuple[int, int], text: str, look: Look) -> None:
        if place == end:
            self._write(*place, text, look)
        else:
            self._sheet.merge_range(*place, *end, "", look)
            self._write(*place, text, look)

    def _headings(self) -> None:
        grid, looks = self._grid, self._looks
        for number, name in enumerate(grid.heads):
            if name == "title":
                self._write(0, 0, grid.text(grid.board.programme.title), looks["title"])
                continue
            self._write(number, self._left - 1, grid.word(name), looks["label"])
            texts = [grid.head(name, column) for column in grid.board.columns]
            if name in ("year", "term", "elective"):
                self._groups(number, name, texts)
            else:
                for at, (text, column) in enumerate(zip(texts, grid.board.columns, strict=True)):
                    upright = "elective" if column.group else "group"
                    turned = "chosen" if column.group else "head"
                    look = looks[upright if name == "credits" else turned]
                    self._write(number, self._left + at, text, look)
        for at, name in enumerate(grid.labels):
            self._write(self._top - 1, at, grid.word(name), looks["group"])

    def _groups(self, row: int, name: str, texts: Sequence[str]) -> None:
        """Draw headings over the columns they count for; a term belongs to one year."""
        look = self._looks["elective" if name == "elective" else "group"]
        columns = self._grid.board.columns
        keys = [
            (
                text,
                columns[at].item.year if name == "term" else None,
                columns[at].group * (name == "elective"),
            )
            for at, text in enumerate(texts)
        ]
        for first, last in _runs(keys):
            if texts[first]:
                ends = ((row, self._left + first), (row, self._left + last))
                self._spread(*ends, texts[first], look)

    def _rows(self) -> None:
        grid, looks = self._grid, self._looks
        for number, row in enumerate(grid.board.rows, self._top):
            for at, name in enumerate(grid.labels):
                if name != "area":
                    look = looks["absent" if row.absent else "plain"]
                    self._write(number, at, grid.label(name, row), look)
            for at, column in enumerate(grid.board.columns, self._left):
                rank = grid.board.cells.get((column.unit.id, row.competency.id), (0, False))[0]
                look = self._shades[min(rank, len(SHADES)) - 1] if rank else looks["plain"]
                self._write(number, at, grid.cell(row, column), look)
        areas = [(row.competency.framework, grid.label("area", row)) for row in grid.board.rows]
        at = grid.labels.index("area")
        for first, last in _runs(areas):
            ends = ((self._top + first, at), (self._top + last, at))
            self._spread(*ends, areas[first][1], looks["plain"])

    def _legend(self) -> None:
        row = self._grid.block().bottom + 2
        self._write(row, 0, self._grid.word("title"), self._looks["legend"])
        for number, (code, words) in enumerate(self._grid.legend(), row + 1):
            self._write(number, 0, code, self._looks["legend"])
            self._write(number, 1, words, self._looks["legend"])

    def _page(self) -> None:
        sheet, grid = self._sheet, self._grid
        for number, name in enumerate(grid.labels):
            sheet.set_column(number, number, WIDTHS[name])
        if grid.board.columns:
            sheet.set_column(self._left, self._left + len(grid.board.columns) - 1, 6)
        sheet.set_row(self._top - 1, 150)
        sheet.set_row(self._top - 2, 80)
        if "elective" in grid.heads:
            sheet.set_row(grid.heads.index("elective"), 48)
        sheet.freeze_panes(self._top, self._left)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1, self._top - 1)
        sheet.repeat_columns(0, self._left - 1)
        sheet.set_footer("&L&A&R&P / &N")


def _runs(keys: Iterable[object]) -> list[tuple[int, int]]:
    """Give the first and last number of each run of equal keys."""
    runs = (list(run) for _, run in groupby(enumerate(keys), key=lambda each: each[1]))
    return [(run[0][0], run[-1][0]) for run in runs]
