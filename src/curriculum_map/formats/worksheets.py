"""The sheets of an Excel workbook, as texts: nothing is interpreted, and no formula is run."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

from curriculum_map.formats.sheet import Sheet
from curriculum_map.formats.workbook_parts import SAVE, parts_of, unreadable, without_value


def read_worksheets(data: bytes, file: str) -> list[Sheet]:
    """Read every visible worksheet.

    A cell gives the value it had when the workbook was saved, that of a formula its result:
    numbers with all their digits, dates as `2026-09-01`, truth values as `TRUE`. Empty
    rows and columns before the first filled cell are kept, so that a place is the one Excel shows;
    those after the last are not there. A formula without value is told of as a problem.

    Args:
        data: The content of the file.
        file: What to call it in problems.

    Raises:
        InvalidProject: If it is no workbook, is locked with a password, is too large unpacked, or
            has a cell so far out that the way there does not fit into memory.
    """
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    sheets = parts_of(data, file).sheets
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [
            each.name
            for each in book.sheets_metadata
            if each.typ == SheetTypeEnum.WorkSheet and each.visible == SheetVisibleEnum.Visible
        ]
        return [
            _sheet(book.get_sheet_by_name(name), name, file, sheets.get(name, b""))
            for name in names
        ]
    except (CalamineError, zipfile.BadZipFile) as error:
        raise unreadable(file, f'The workbook cannot be read ("{error}"). {SAVE}') from None


def _sheet(sheet: Any, name: str, file: str, xml: bytes) -> Sheet:
    rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    merged = [(a[0], a[1], b[0], b[1]) for a, b in sheet.merged_cell_ranges or ()]
    lines = range(1, len(rows) + 1)
    problems = without_value(xml, name, file)
    return Sheet(file=file, name=name, rows=rows, lines=lines, merged=merged, problems=problems)


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return value.isoformat() if isinstance(value, date | datetime | time) else _other(value)


def _other(value: Any) -> str:
    return str(value) if isinstance(value, int | timedelta) else ""
