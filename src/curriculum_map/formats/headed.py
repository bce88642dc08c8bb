"""CSV files whose headings say what their columns mean, as publishers of frameworks make them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.delimited import read_delimited
from curriculum_map.formats.moodle_table import plain
from curriculum_map.formats.sheet import Sheet
from curriculum_map.problems import Problem, Severity, Where


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file.

    Attributes:
        cells: Heading to text, without space around it.
        where: Where the row begins.
    """

    cells: Mapping[str, str]
    where: Where

    def __getitem__(self, heading: str) -> str:
        """Give the text of a cell; empty if there is no such column."""
        return self.cells.get(heading, "")

    def problem(self, code: str, message: str, severity: Severity = "error") -> Problem:
        """Make a problem of the row."""
        return Problem(self.where, code, message, severity)


def read_headed(
    data: bytes, file: str, needed: Sequence[str], key: str = ""
) -> tuple[list[Row], list[Problem]]:
    """Read a file in UTF-8 with commas between its cells.

    Args:
        data: The content of the file.
        file: What to call it in problems.
        needed: Headings without which nothing can be made of it; others may stand there too. A
            row may end before the last of the others.
        key: The heading of a column in which every row says something, and no two the same.

    Returns:
        The rows that can be used, and what is wrong with the others.
    """
    try:
        sheet = read_delimited(_text(data, file).encode(), file, ",")
    except InvalidProject as error:
        return [], list(error.problems)
    filled = sheet.filled()
    headings = [cell.strip() for cell in next(filled, (0, []))[1]]
    problems = list(_wrong_headings(headings, needed, file))
    if problems:
        return [], problems
    least = max((headings.index(each) + 1 for each in needed), default=0)
    rows = list(_rows(sheet, filled, (headings, least), problems))
    return list(_keyed(rows, key, problems)) if key else rows, problems


def _text(data: bytes, file: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = 'The file is not saved as UTF-8. Save it again with the encoding "UTF-8".'
        raise InvalidProject([Problem(Where(file, line), "not-utf-8", message)]) from None
    if text.lstrip()[:1] == "<":
        message = "This is a web page and no table. Fetch the file again."
        raise InvalidProject([Problem(Where(file), "unreadable", message)])
    return text


def _wrong_headings(headings: Sequence[str], needed: Sequence[str], file: str) -> Iterator[Problem]:
    for each in needed:
        if each not in headings:
            message = f'There is no column "{each}".'
            yield Problem(Where(file, 1), "missing-column", message)
    for each in sorted({each for each in headings if headings.count(each) > 1}):
        message = f'Two columns are called "{each}".'
        yield Problem(Where(file, 1), "repeated-heading", message)


def _rows(
    sheet: Sheet,
    filled: Iterator[tuple[int, Sequence[str]]],
    columns: tuple[Sequence[str], int],
    problems: list[Problem],
) -> Iterator[Row]:
    headings, least = columns
    for number, cells in filled:
        if not least <= len(cells) <= len(headings):
            message = f"The row has {len(cells)} cells, the headings are {len(headings)}."
            problems.append(Problem(sheet.where(number), "ragged-row", message))
        else:
            texts = [each.strip() for each in cells]
            yield Row(dict(zip(headings, texts, strict=False)), sheet.where(number))


def _keyed(rows: Sequence[Row], key: str, problems: list[Problem]) -> Iterator[Row]:
    seen: dict[str, Row] = {}
    for row in rows:
        name = row[key]
        if not name:
            problems.append(row.problem("missing-field", f'The column "{key}" is empty here.'))
        elif name in seen:
            message = f'There is another "{name}" in line {seen[name].where.line}.'
            problems.append(row.problem("duplicate-id", message))
        else:
            seen[name] = row
            yield row


def without_markup(text: str) -> str:
    """Take tags away from a text that has some; `<` alone is none."""
    return plain(text.replace("\n", "<br>")) if "</" in text or "/>" in text else text


__all__ = ["Row", "read_headed", "without_markup"]
