"""What stands in the XML of a workbook and has to be known before a library unpacks it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from posixpath import join, normpath
from typing import NamedTuple
from xml.etree import ElementTree

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.given import unpacked
from curriculum_map.problems import Problem, Where

UNPACKED = 500_000_000
"""Bytes the parts of a workbook may have when they are unpacked."""
LARGEST = 10_400_000
"""Cells from the first to the last of a sheet, those included in which nothing stands."""
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of old Excel and files with a password begin."""

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# A sheet without either has at most 104 columns and 99,999 rows.
_FAR = re.compile(rb'r="(?:(?:[A-Z]{3}|[D-Z][A-Z])[0-9]|[A-Z]*[0-9]{6})')
_CELL = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*(?<!/)>')
_WITHOUT_VALUE = re.compile(
    rb"<(?:\w+:)?c\s([^>]*?)>\s*(?:<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>))\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ERROR = re.compile(rb'<(?:\w+:)?c\s([^>]*?\bt="e"[^>]*)>.*?<(?:\w+:)?v>([^<]*)<')
_PLACE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')

SAVE = 'Open it in Excel or LibreOffice and save it as "Excel workbook (.xlsx)", without password.'


class Parts(NamedTuple):
    """The unpacked workbook.

    Attributes:
        files: Content by name, as the archive has them.
        sheets: Name of a sheet to its XML.
    """

    files: Mapping[str, bytes]
    sheets: Mapping[str, bytes]


def parts_of(data: bytes, file: str) -> Parts:
    """Unpack a workbook within bounds.

    Raises:
        InvalidProject: If it is no workbook, is locked with a password, is too large unpacked, or
            has a cell so far out that the way there does not fit into memory.
    """
    if data.startswith(LOCKED):
        raise unreadable(file, f"The workbook is locked, or of Excel before 2007. {SAVE}")
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise unreadable(file, f"This is no whole workbook of Excel (.xlsx). {SAVE}")
    files = unpacked(data, file, UNPACKED)
    try:
        sheets = dict(_sheets(files))
    except (KeyError, ElementTree.ParseError):
        raise unreadable(file, f"This is no whole workbook of Excel (.xlsx). {SAVE}") from None
    for name, xml in sheets.items():
        _refuse_far_cells(xml, name, file)
    return Parts(files, sheets)


def unreadable(file: str, message: str) -> InvalidProject:
    """Make the error of a file that cannot be read."""
    return InvalidProject([Problem(Where(file), "unreadable", message)])


def without_value(xml: bytes, name: str, file: str) -> list[Problem]:
    """Tell of formulas that have no value: they have gone wrong, or were never worked out."""
    wrong, unknown = (b't="e"' in xml), (b"</f>" in xml or b":f>" in xml)
    told = [
        (found[1], f'gives "{found[2].decode("utf-8", "replace")}"')
        for found in (_ERROR.finditer(xml) if wrong else ())
    ]
    told += [
        (found[1], "was never worked out")
        for found in (_WITHOUT_VALUE.finditer(xml) if unknown else ())
        # An empty text is a value.
        if b't="str"' not in found[1]
    ]
    return [_formula(attributes, what, name, file) for attributes, what in told]


def _formula(attributes: bytes, what: str, name: str, file: str) -> Problem:
    place = _PLACE.search(attributes)
    row, column = _place(place[1], place[2]) if place else (0, 0)
    message = f"The formula here {what}, and the cell counts as empty. Put the value in its place."
    return Problem(Where(file, row, column, name), "formula-without-value", message, "warning")


def _sheets(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    relations = ElementTree.fromstring(files["xl/_rels/workbook.xml.rels"])
    targets = {each.attrib["Id"]: each.attrib["Target"] for each in relations}
    book = ElementTree.fromstring(files["xl/workbook.xml"])
    for sheet in book.iter(f"{_MAIN}sheet"):
        target = normpath(join("/xl", targets[sheet.attrib[_ID]])).removeprefix("/")
        yield sheet.attrib["name"], files[target]


def _refuse_far_cells(xml: bytes, name: str, file: str) -> None:
    if not _FAR.search(xml):
        return
    places = [_place(*found) for found in _CELL.findall(xml)]
    if not places:
        return
    rows, columns = (max(numbers) for numbers in zip(*places, strict=True))
    if rows * columns > LARGEST:
        far = max(places, key=lambda place: place[0] * place[1])
        message = (
            f"Something stands here, far from the table: with all between, the sheet has "
            f"{rows * columns:,} cells, more than the {LARGEST:,} that are read. Delete the rows "
            "below the table and the columns beside it."
        )
        raise InvalidProject([Problem(Where(file, *far, name), "too-large", message)])


def _place(letters: bytes, digits: bytes) -> tuple[int, int]:
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return int(digits), column
