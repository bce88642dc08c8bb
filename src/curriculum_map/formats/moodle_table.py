"""The columns of a competency framework as Moodle exchanges it, read by position."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser
from typing import Any, NamedTuple

from curriculum_map.formats.sheet import TOO_SHORT, Sheet
from curriculum_map.problems import Problem, Where

COLUMNS = (
    *("Parent ID number", "ID number", "Short name", "Description", "Description format"),
    *("Scale values", "Scale configuration", "Rule type (optional)", "Rule outcome (optional)"),
    *("Rule config (optional)", "Cross-referenced competency ID numbers"),
    *("Exported ID (optional)", "Is framework", "Taxonomy"),
)
"""The headings Moodle writes in English. It reads them in any language, for only places count."""
LONGEST = 100
"""Characters after which Moodle cuts id numbers and short names."""
HTML, PLAIN = "1", "2"
"""Two of Moodle's formats of a description; it has others, which are texts to us."""
AREA = "area:"
"""What the exported id of an area begins with."""


class Row(NamedTuple):
    """A row, every cell without space around it.

    Attributes:
        parent: Id number of the competency above; empty at the top.
        number: Its own id number.
        name: Its short name.
        description: What it means, in a format of Moodle's.
        format: The number of that format.
        scale_values: Names of the levels, lowest first, with commas between them.
        scale_configuration: JSON: the scale, then which levels count as proficient.
        rule_type: How it is completed by what lies below it; so are the next two.
        rule_outcome: What happens then.
        rule_config: More of that.
        related: Id numbers of related competencies, with commas between them.
        exported: What other rows of the file would call it.
        is_framework: Anything but nothing and `0` if the row is the framework.
        taxonomy: What the levels of the tree are called, from the top.
        where: Where the row begins.
    """

    parent: str
    number: str
    name: str
    description: str
    format: str
    scale_values: str
    scale_configuration: str
    rule_type: str
    rule_outcome: str
    rule_config: str
    related: str
    exported: str
    is_framework: str
    taxonomy: str
    where: Where

    def problem(self, code: str, message: str, **said: Any) -> Problem:
        """Make a problem of the row."""
        return Problem(self.where, code, message, **said)


def rows_of(sheet: Sheet) -> tuple[list[Row], list[Problem]]:
    """Give the rows below the headings, and what does not fit the columns."""
    filled = list(sheet.filled())
    width = len(filled[0][1]) if filled else 0
    if width < len(COLUMNS) - 1:
        message = f"Moodle's competency frameworks have {len(COLUMNS)} columns, not {width}."
        return [], [Problem(Where(sheet.file, 1), "missing-field", message)]
    problems = [
        Problem(sheet.where(number), code, message, "warning")
        for number, cells in filled
        for code, message in _ragged(cells, width)
    ]
    return [_row(sheet, number, cells) for number, cells in filled[1:]], problems


def _ragged(cells: Sequence[str], width: int) -> Iterator[tuple[str, str]]:
    """Give code and message of a row that has not as many cells as there are headings."""
    if any(cell.strip() for cell in cells[len(COLUMNS) :]):
        yield "unknown-field", f"What stands behind column {len(COLUMNS)} is not read."
    if len(cells) < width:
        message = TOO_SHORT.format(len(cells), width)
        yield "ragged-row", f"{message} If the file is cut off here, fetch it again."


def _row(sheet: Sheet, number: int, cells: Sequence[str]) -> Row:
    texts = [cell.strip() for cell in cells[: len(COLUMNS)]]
    return Row._make([*texts, *[""] * (len(COLUMNS) - len(texts)), sheet.where(number)])


def related(cell: str) -> list[str]:
    """Take id numbers apart; a comma inside one is written `%2C`."""
    return [each.replace("%2C", ",").strip() for each in cell.split(",") if each.strip()]


def joined(numbers: Iterable[str]) -> str:
    """Put id numbers into one cell."""
    return ",".join(each.replace(",", "%2C") for each in numbers)


def text_of(row: Row) -> str:
    """Give a description without markup."""
    return plain(row.description) if row.format == HTML else row.description


def plain(markup: str) -> str:
    """Take markup away; paragraphs, breaks and items of lists begin a line."""
    reader = _Words()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.words).split("\0"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    """Collects the words of a text in HTML, with a null where a line begins."""

    BREAKS = re.compile(r"p|br|li|div|h[1-6]|tr|ul|ol")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._skipped = 0

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        """Begin a line where a block begins; pass scripts over."""
        self._skipped += tag in ("script", "style")
        self.words += "\0" if self.BREAKS.fullmatch(tag) else ""

    def handle_endtag(self, tag: str) -> None:
        """Begin a line where a block ends."""
        self._skipped -= tag in ("script", "style") and self._skipped > 0
        self.words += "\0" if self.BREAKS.fullmatch(tag) else ""

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if not self._skipped:
            self.words.append(data.replace("\0", " "))
