"""CSV and its relatives, as Excel saves them in any country: texts, nothing interpreted."""

from __future__ import annotations

import csv
import io
from collections import Counter

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.sheet import Sheet
from curriculum_map.problems import Problem, Where

SEPARATORS = (";", ",", "\t", "|")
LONGEST = 10_000_000
"""Characters a cell may have."""


def read_delimited(data: bytes, file: str, separator: str = "") -> Sheet:
    """Read a text file of cells, in UTF-8, UTF-16 with byte order mark, or else cp1252.

    Cells may be quoted and may then hold line breaks, separators and doubled quotes.

    Args:
        data: The content of the file.
        file: What to call it in problems.
        separator: What stands between cells; empty if the first row shall tell. A first line
            `sep=;`, as Excel understands it, tells too and is no row.

    Raises:
        InvalidProject: If a quoted cell never ends, a cell is too long, or it is no text.
    """
    text = decoded(data, file)
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.lower().startswith("sep=") and len(first.strip("\r")) == 5:
        separator, text, skipped = first[4], rest, 1
    return _parsed(text, file, separator or separator_of(text), skipped)


def decoded(data: bytes, file: str) -> str:
    """Give the text of a file, whichever of the usual encodings it is in.

    Raises:
        InvalidProject: If it holds what no text holds.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        message = "This is no text file. Save it as CSV from the program it comes from."
        raise InvalidProject([Problem(Where(file), "unreadable", message)])
    return text


def separator_of(text: str) -> str:
    """Tell what stands between the cells of the first row; a comma where it has one cell only."""
    counts: Counter[str] = Counter()
    quoted = False
    for character in text:
        quoted ^= character == '"'
        if not quoted and character == "\n" and counts:
            break
        if not quoted and character in SEPARATORS:
            counts[character] += 1
    return max(SEPARATORS, key=lambda each: (counts[each], each == ","))


def _parsed(text: str, file: str, separator: str, skipped: int) -> Sheet:
    csv.field_size_limit(LONGEST)
    # A StringIO would take four times the memory of the text.
    lines_of = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8", newline="")
    reader = csv.reader(lines_of, delimiter=separator, strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    begins = 1 + skipped
    try:
        if '"' not in text:
            # Every line is a row.
            rows = list(reader)
            places = range(begins, begins + len(rows))
            return Sheet(file=file, rows=rows, lines=places, separator=separator)
        for row in reader:
            rows.append(row)
            lines.append(begins)
            begins = reader.line_num + 1 + skipped
    except csv.Error as error:
        where = Where(file, begins if '"' in text else reader.line_num + skipped)
        raise InvalidProject([Problem(where, "bad-csv", _said(error))]) from None
    return Sheet(file=file, rows=rows, lines=lines, separator=separator)


def _said(error: csv.Error) -> str:
    if "unexpected end" in str(error):
        return "A quotation mark opens a cell here and is never closed. Close it, or delete it."
    return f"The row cannot be read as cells ({error}). Save the file again as CSV."
