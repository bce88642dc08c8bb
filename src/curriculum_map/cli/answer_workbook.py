"""Answers as an Excel workbook: one sheet for each table."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from curriculum_map.formats.workbook_looks import for_print, height, widths

if TYPE_CHECKING:
    from curriculum_map.analysis.table import Table

LONGEST_NAME = 31
LONGEST_CELL = 32_767
"""Characters that the name of a sheet, and a cell, of Excel hold."""
SAMPLE = 200
"""Rows that decide how wide columns are."""
WHEN = datetime(2000, 1, 1)
"""What the workbook says of its making: the same answer gives the same bytes."""


def as_workbook(tables: Sequence[Table]) -> bytes:
    """Give tables as a workbook with frozen headings and filters; every text stays text.

    A text longer than a cell of Excel is cut off.
    """
    from xlsxwriter import Workbook

    out = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, plain) as book:
        book.set_properties({"created": WHEN})
        heading = book.add_format({"bold": True, "border": 1, "bg_color": "#D9E2EC"})
        cell = book.add_format({"valign": "top", "text_wrap": True})
        for number, table in enumerate(tables, 1):
            name = table.name[: LONGEST_NAME - 3] or "answer"
            names = {each.get_name().lower() for each in book.worksheets()}
            name = f"{name} {number}" if name.lower() in names else name
            _fill(book.add_worksheet(name), table, heading, cell)
    return out.getvalue()


def _fill(sheet: Any, table: Table, heading: Any, cell: Any) -> None:
    room = widths([list(table.columns), *table.rows[:SAMPLE]])
    for at, column in enumerate(table.columns):
        sheet.write_string(0, at, column, heading)
        sheet.set_column(at, at, room[at], cell)
    for number, row in enumerate(table.rows, 1):
        sheet.set_row(number, height(row, room))
        for at, value in enumerate(row):
            _write(sheet, number, at, value)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    for_print(sheet, room)
    sheet.repeat_rows(0)


def _write(sheet: Any, row: int, column: int, value: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float) and abs(value) < 1e15:
        sheet.write_number(row, column, value)
    elif value is not None:
        # A count of more digits than Excel keeps stays exact as a text.
        sheet.write_string(row, column, str(value)[:LONGEST_CELL])
