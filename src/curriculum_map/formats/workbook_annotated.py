"""The author's own workbook back, with every problem marked in its cell."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from curriculum_map.formats.workbook_parts import SAVE, Parts, parts_of, unreadable
from curriculum_map.problems import Problem, Where

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

SHEET = "Problems"
HEADINGS = ("where", "severity", "code", "message")
SAYS = "curriculum-map:"
"""What our part of a comment begins with."""
COLOURS: Mapping[str, str] = {"error": "FFF4B6B6", "warning": "FFFFE699"}
_NOT_IN_FILES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

NOT_KEPT: Mapping[str, str] = {
    "xl/charts/": "charts",
    "xl/media/": "pictures",
    "xl/drawings/drawing": "drawings",
    "xl/ctrlProps/": "form controls",
    "xl/activeX/": "form controls",
    "xl/slicers/": "slicers",
    "xl/threadedComments/": "conversations in comments",
    "xl/vbaProject": "macros",
    "_xmlsignatures/": "signatures",
}
"""How the names of parts begin that do not come back, and what they are."""
_EXTENDED = re.compile(rb"<x14:(?:sparklineGroup|conditionalFormatting|dataValidation)s?\b")
EXTENDED = "sparklines, or rules that only Excel since 2010 knows"


class Annotated(NamedTuple):
    """A workbook with problems marked.

    Attributes:
        content: The file.
        not_kept: What of the author's workbook is not in it, in a few words each; sorted.
    """

    content: bytes
    not_kept: tuple[str, ...]


def annotated(data: bytes, file: str, problems: Sequence[Problem]) -> Annotated:
    """Mark problems in a workbook, and list them in a sheet of their own.

    A marked cell has a colour and a comment, an earlier comment of its author above it. A problem
    of a whole row is marked in its first cell.

    Args:
        data: The author's workbook.
        file: What to call it in an error.
        problems: All of this workbook.

    Raises:
        InvalidProject: If it is no workbook that can be read.
    """
    parts = parts_of(data, file)
    book = _opened(data, file)
    _forget(book)
    for each in problems:
        if each.where.sheet in book.sheetnames:
            _mark(_cell(book, each.where), each)
    _list(book, problems)
    out = io.BytesIO()
    book.save(out)
    return Annotated(out.getvalue(), _not_kept(parts))


def _opened(data: bytes, file: str) -> Workbook:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # What it warns of is told by `not_kept`.
            warnings.simplefilter("ignore", UserWarning)
            return load_workbook(io.BytesIO(data), rich_text=True)
    # What it meets in a broken file it does not turn into an error of its own.
    except (AttributeError, LookupError, SyntaxError, TypeError, ValueError) as error:
        raise unreadable(file, f'The workbook cannot be annotated ("{error}"). {SAVE}') from error


def _forget(book: Workbook) -> None:
    """Take away the list and the marks of an earlier run."""
    lists = [
        sheet
        for sheet in book.worksheets
        if tuple(cell.value for cell in sheet[1])[: len(HEADINGS)] == HEADINGS
    ]
    for sheet in lists:
        book.remove(sheet)
    for cell in (each for sheet in book.worksheets for row in sheet.iter_rows() for each in row):
        if lists and cell.comment and SAYS in cell.comment.text:
            _unmark(cell)


def _unmark(cell: Any) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    before = cell.comment.text.partition(SAYS)[0].strip()
    cell.comment = Comment(before, cell.comment.author) if before else None
    cell.fill = PatternFill()


def _cell(book: Workbook, where: Where) -> Any:
    """Give the cell of a place; of merged cells the one that is seen."""
    sheet = book[where.sheet]
    row, column = max(where.line, 1), max(where.column, 1)
    for block in sheet.merged_cells.ranges:
        if (row, column) in {*block.cells}:
            row, column = block.min_row, block.min_col
    return sheet.cell(row, column)


def _mark(cell: Any, problem: Problem) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    already = cell.comment.text if cell.comment else ""
    text = f"{already}\n\n{SAYS} {_writable(str(problem.message))}".strip()
    comment = Comment(text, SAYS.rstrip(":"), height=140, width=320)
    cell.comment = comment
    cell.fill = PatternFill("solid", fgColor=COLOURS[problem.severity])


def _list(book: Workbook, problems: Iterable[Problem]) -> None:
    from openpyxl.styles import Alignment, Font

    sheet = book.create_sheet(SHEET)
    sheet.append(HEADINGS)
    for each in sheet[1]:
        each.font = Font(bold=True)
    for row, problem in enumerate(problems, 2):
        place = _place(problem.where)
        said = (place or problem.where.file, problem.severity, problem.code, problem.message)
        for column, text in enumerate(said, 1):
            cell = sheet.cell(row, column)
            _put(cell, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        if place and problem.where.sheet in book.sheetnames:
            _link(sheet.cell(row, 1), place)
    for letter, width in zip("ABCD", (28, 10, 22, 100), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"


def _put(cell: Any, text: str) -> None:
    cell.value = _writable(text)
    # Whatever it begins with, it is no formula.
    cell.data_type = "s"


def _link(cell: Any, place: str) -> None:
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place)
    cell.font = Font(color="FF0563C1", underline="single")


def _place(where: Where) -> str:
    """Give a place as Excel writes it; empty for the file as a whole."""
    from openpyxl.utils import get_column_letter

    if not where.sheet:
        return ""
    sheet = where.sheet.replace("'", "''")
    return f"'{sheet}'!{get_column_letter(max(where.column, 1))}{max(where.line, 1)}"


def _writable(text: str) -> str:
    return _NOT_IN_FILES.sub("\ufffd", text)


def _not_kept(parts: Parts) -> tuple[str, ...]:
    lost = {
        what
        for name, part in parts.files.items()
        for begins, what in NOT_KEPT.items()
        # LibreOffice writes a drawing with nothing in it for a sheet that has notes.
        if name.startswith(begins) and (what != "drawings" or b"Anchor" in part)
    }
    if any(_EXTENDED.search(xml) for xml in parts.sheets.values()):
        lost.add(EXTENDED)
    return tuple(sorted(lost))
