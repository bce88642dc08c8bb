"""CSV and its relatives, as Excel saves them in any country: texts, nothing interpreted."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.sheet import Sheet
from curriculum_map.problems import Problem, Where

SEPARATORS = (";", ",", "\t", "|")
LONGEST = 10_000_000
"""Characters a cell may have."""
PIECE = 250_000
"""Characters of which the lines are held at a time; a line may have more."""

Keep = Callable[[Iterable[list[str]]], Sequence[Sequence[str]]]


def read_delimited(data: bytes, file: str, separator: str = "", keep: Keep = list) -> Sheet:
    """Read a text file of cells, in UTF-8, UTF-16 with byte order mark, or else cp1252.

    Cells may be quoted and may then hold line breaks, separators and doubled quotes.

    Args:
        data: The content of the file.
        file: What to call it in problems.
        separator: What stands between cells; empty if the first row shall tell. A first line
            `sep=;`, as Excel understands it, tells too and is no row.
        keep: Makes the rows of the sheet of those that are read one after the other.

    Raises:
        InvalidProject: If a quoted cell never ends, a cell is too long, or it is no text.
    """
    text = decoded(data, file)
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.lower().startswith("sep=") and len(first.strip("\r")) == 5:
        separator, text, skipped = first[4], rest, 1
    return _parsed(text, file, separator or separator_of(text), skipped, keep)


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


def _parsed(text: str, file: str, separator: str, skipped: int, keep: Keep) -> Sheet:
    csv.field_size_limit(LONGEST)
    reader = csv.reader(_lines(text), delimiter=separator, strict=True)
    try:
        rows = keep(reader)
    except csv.Error as error:
        where = Where(file, [*_begins(text, separator)][-1] + skipped)
        raise InvalidProject([Problem(where, "bad-csv", _said(error))]) from None
    if reader.line_num == len(rows):
        # Every line is a row.
        lines: Sequence[int] = range(1 + skipped, 1 + skipped + len(rows))
    else:
        lines = [begins + skipped for begins in [*_begins(text, separator)][:-1]]
    return Sheet(file=file, rows=rows, lines=lines, separator=separator)


def _begins(text: str, separator: str) -> Iterator[int]:
    """Give the line each row begins in, and that of what follows or cannot be read."""
    reader = csv.reader(_lines(text), delimiter=separator, strict=True)
    yield 1
    with suppress(csv.Error):
        for _ in reader:
            yield reader.line_num + 1


def _lines(text: str) -> Iterator[str]:
    """Give line after line, with its end; all at once would take four times the memory."""
    return chain.from_iterable(io.StringIO(piece, newline="") for piece in _pieces(text))


def _pieces(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        end = text.find("\n", at + PIECE) + 1 or len(text)
        yield text[at:end]
        at = end


def _said(error: csv.Error) -> str:
    if "unexpected end" in str(error):
        return "A quotation mark opens a cell here and is never closed. Close it, or delete it."
    return f"The row cannot be read as cells ({error}). Save the file again as CSV."
