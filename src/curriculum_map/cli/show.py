"""Tables as text, aligned for a terminal, CSV, JSON or Markdown; and as workbooks."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import typer

from curriculum_map.errors import BadQuestion

if TYPE_CHECKING:
    from curriculum_map.analysis.table import Table

Shape = Literal["table", "csv", "json", "md", "xlsx"]

_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")
GAP = "  "
NARROWEST = 12


def rendered(
    table: Table, shape: Shape, columns: Iterable[str] = (), width: int = 100
) -> str | bytes:
    """Give a table as text, or as the bytes of a workbook.

    Args:
        table: The answer.
        shape: How to write it.
        columns: The columns to show, in this order, where people read it (`table`, `md`);
            none means all. All others always have every column.
        width: Characters in a line of a `table`, if its columns need not be too narrow for that.
    """
    return SHAPES[shape](table, list(columns) or list(table.columns), width)


def deliver(answer: str | bytes, out: Path | None) -> None:
    """Write an answer to a file, else to standard output.

    Args:
        answer: Text, or the bytes of a workbook. Text that holds CSV gets no byte order mark.
        out: The file; None for standard output.

    Raises:
        BadQuestion: If a workbook would be written on a terminal, or text into a workbook.
    """
    if isinstance(answer, str) and out and out.suffix.lower() == ".xlsx":
        raise BadQuestion(f'"{out.name}" is the name of a workbook. Say --format xlsx, too.')
    if out:
        from curriculum_map.formats.writing import write_all

        write_all(out.parent, {out.name: answer})
        return
    if isinstance(answer, bytes) and sys.stdout.isatty():
        message = (
            "A workbook cannot be shown on a terminal. Say where it goes with --out FILE.xlsx."
        )
        raise BadQuestion(message)
    typer.echo(answer, nl=False)


def as_workbook(tables: Sequence[Table]) -> bytes:
    """Give tables as an Excel workbook, each in a sheet with every column."""
    from curriculum_map.cli import answer_workbook

    return answer_workbook.as_workbook(tables)


def as_csv(table: Table) -> str:
    """Give the table as CSV with a heading row; no text can become a formula."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_harmless(value) for value in row] for row in table.rows)
    return out.getvalue()


def csv_file(table: Table) -> str:
    """Give what `as_csv` gives, so that Excel does not take it for the old encoding of a system."""
    return f"\ufeff{as_csv(table)}"


def _harmless(value: Any) -> Any:
    # A spreadsheet takes a cell that begins like this for a formula.
    if isinstance(value, str) and _FORMULA.match(value):
        return f"'{value}"
    return value


def as_json(table: Table) -> str:
    """Give the table as a list of flat records."""
    import json

    return json.dumps(table.records(), ensure_ascii=False, indent=1) + "\n"


def as_markdown(table: Table, columns: Sequence[str]) -> str:
    """Give the table as a Markdown table; text stays text."""
    rows = [columns, ["---"] * len(columns)]
    rows += [[_unmarked(cell) for cell in row] for row in _cells(table, columns)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _unmarked(cell: str) -> str:
    return _MARKUP.sub(r"\\\1", cell)


def as_text(table: Table, columns: Sequence[str], width: int) -> str:
    """Give the table in aligned columns; what does not fit into its column is wrapped."""
    rows = [list(columns), *_cells(table, columns)]
    widths = _widths(rows, width - len(GAP) * (len(columns) - 1))
    lines = []
    for row in rows:
        wrapped = [_wrapped(cell, room) for cell, room in zip(row, widths, strict=True)]
        lines += [_line(parts, widths) for parts in zip_longest(*wrapped, fillvalue="")]
    return "".join(f"{line}\n" for line in lines)


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Give the width of each column; the widest give way until all fit or are narrow."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    while sum(widths) > room and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _wrapped(cell: str, room: int) -> list[str]:
    lines = []
    # textwrap does this, too, but twenty times slower, which shows with hundreds of rows.
    while len(cell) > room:
        end = cell.rfind(" ", 0, room + 1)
        if end < 1:
            end = cell.rfind("-", 0, room) + 1 or room
        lines.append(cell[:end].rstrip())
        cell = cell[end:].lstrip()
    return [*lines, cell]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return GAP.join(map(str.ljust, cells, widths)).rstrip()


def _cells(table: Table, columns: Sequence[str]) -> list[list[str]]:
    places = [list(table.columns).index(column) for column in columns]
    return [[_cell(row[place]) for place in places] for row in table.rows]


def _cell(value: Any) -> str:
    return f"{value:,.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else _flat(value)


def _flat(value: Any) -> str:
    return "" if value is None else " ".join(str(value).split())


SHAPES: Mapping[Shape, Callable[[Table, Sequence[str], int], str | bytes]] = {
    "table": as_text,
    "csv": lambda table, _columns, _width: as_csv(table),
    "json": lambda table, _columns, _width: as_json(table),
    "md": lambda table, columns, _width: as_markdown(table, columns),
    "xlsx": lambda table, _columns, _width: as_workbook([table]),
}
