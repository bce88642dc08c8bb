"""A cell as the text in it and its place, and how lists, numbers and truth stand in a cell."""

from __future__ import annotations

import re

from curriculum_map.formats.sheet import Sheet
from curriculum_map.formats.tree import Mapping, Scalar
from curriculum_map.problems import Where

BETWEEN = "; "
"""What stands between the items of a list."""
TRUE = frozenset({"true", "waar", "tõene"})
FALSE = frozenset({"false", "onwaar", "väär"})
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]*,[0-9]+")
_LIKE_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}")
_LIKE_DUTCH_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_ITEM = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^;,\n]*?))\s*(?:[;,\n]|$)')
_NEEDS_QUOTES = re.compile(r'[;,\n"]|^\s|\s$|^$')


class Unclear(ValueError):
    """A text that can be understood in more than one way, or in none; the message says why.

    Attributes:
        code: Of the problem.
        way_out: What to write instead.
    """

    code = "bad-number"
    way_out = 'Write it without the point, or with one more decimal as in "1.2340".'


class Cell(Scalar):
    """The text of a cell; its line is the row, its column that of the table."""

    __slots__ = ("sheet",)

    sheet: Sheet

    def where(self, _file: str = "") -> Where:
        """Give the place of the cell, which knows its own file."""
        return Where(self.sheet.file, self.line, self.column, self.sheet.name)


class Row(Mapping):
    """What a row, or several cells of it, say."""

    __slots__ = ("place",)

    place: Cell

    def where(self, _file: str = "") -> Where:
        """Give the place of the cell that stands for all of them."""
        return self.place.where()


def cell(text: str, sheet: Sheet, row: int, column: int) -> Cell:
    """Make a node of a text.

    Args:
        text: What it says.
        sheet: The sheet it stands in.
        row: Counted from 0.
        column: Counted from 0; -1 for the row as a whole.
    """
    found = Cell(text)
    found.sheet, found.line, found.column = sheet, sheet.lines[row], column + 1
    return found


def beside(text: str, other: Cell) -> Cell:
    """Make a node of a text that stands in the same cell as another."""
    found = Cell(text)
    found.sheet, found.line, found.column = other.sheet, other.line, other.column
    return found


def row(place: Cell) -> Row:
    """Begin a map of what a row says; it stands where `place` does."""
    found = Row({}, place.line, place.column)
    found.place = place
    return found


def number(text: str, separator: str = "") -> str:
    """Write a number with a decimal point; what may be thousands is left as it is.

    Args:
        text: As it was typed.
        separator: What stands between the cells of a text file. Where commas stand in decimals
            it is a semicolon, and a point may stand in thousands.

    Raises:
        Unclear: If a point may stand in thousands.
    """
    if separator == ";" and _LIKE_DUTCH_THOUSANDS.fullmatch(text):
        raise Unclear(f'"{text}" could be {text.replace(".", "")}, or have decimals.')
    if _DECIMAL_COMMA.fullmatch(text) and not _LIKE_THOUSANDS.fullmatch(text):
        return text.replace(",", ".")
    return text


def truth(text: str) -> str:
    """Give `true` or `false` for how Excel writes it in English, Dutch or Estonian."""
    word = text.lower()
    return "true" if word in TRUE else "false" if word in FALSE else text


def joined(items: tuple[str, ...]) -> str:
    """Write a list into one cell; an item that would be taken apart stands in quotes."""
    return BETWEEN.join(
        '"' + each.replace('"', '""') + '"' if _NEEDS_QUOTES.search(each) else each
        for each in items
    )


def items(text: str) -> list[str]:
    """Take a list apart at semicolons, commas and line breaks; nothing between two is no item."""
    found = []
    at = 0
    while at < len(text):
        match = _ITEM.match(text, at)
        assert match
        quoted, plain = match.groups()
        if quoted is not None:
            found.append(quoted.replace('""', '"'))
        elif plain:
            found.append(plain)
        at = match.end()
    return found
