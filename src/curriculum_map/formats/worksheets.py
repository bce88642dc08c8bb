"""The sheets of an Excel workbook, as texts: nothing is interpreted, and no formula is run."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.sheet import Sheet
from curriculum_map.problems import Problem, Where

UNPACKED = 500_000_000
"""Bytes the parts of a workbook may have when they are unpacked."""


def read_worksheets(data: bytes, file: str) -> list[Sheet]:
    """Read every visible worksheet.

    A cell gives what Excel last showed of its value: numbers with all their digits, dates as
    `2026-09-01`, truth values as `TRUE`. Empty rows and columns before the first filled cell are
    kept, so that a place is the one Excel shows; those after the last are not there.

    Args:
        data: The content of the file.
        file: What to call it in problems.

    Raises:
        InvalidProject: If it is no workbook, is locked with a password, or is too large unpacked.
    """
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    _refuse_too_large(data, file)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [
            each.name
            for each in book.sheets_metadata
            if each.typ == SheetTypeEnum.WorkSheet and each.visible == SheetVisibleEnum.Visible
        ]
        return [_sheet(book.get_sheet_by_name(name), name, file) for name in names]
    except (CalamineError, zipfile.BadZipFile) as error:
        raise _unreadable(file, f'The workbook cannot be read ("{error}"). {SAVE}') from None


def _refuse_too_large(data: bytes, file: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile:
        raise _unreadable(file, f"This is no workbook that ends in .xlsx. {SAVE}") from None
    if unpacked > UNPACKED:
        message = f"Unpacked, the workbook has {unpacked:,} bytes, more than the {UNPACKED:,} read."
        raise InvalidProject([Problem(Where(file), "too-large", f"{message} Split it.")])


def _unreadable(file: str, message: str) -> InvalidProject:
    return InvalidProject([Problem(Where(file), "unreadable", message)])


def _sheet(sheet: Any, name: str, file: str) -> Sheet:
    rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    merged = [(a[0], a[1], b[0], b[1]) for a, b in sheet.merged_cell_ranges or ()]
    lines = range(1, len(rows) + 1)
    return Sheet(file=file, name=name, rows=rows, lines=lines, merged=merged)


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


SAVE = 'Open it in Excel or LibreOffice and save it as "Excel workbook (.xlsx)", without password.'
