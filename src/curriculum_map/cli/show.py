"""Tables as text: aligned for a terminal, CSV, JSON or Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from curriculum_map.analysis.table import Table

Shape = Literal["table", "csv", "json", "md"]

_FORMULA = re.compile(r"[=+\-@\t\r]")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")
NARROWEST = 24


def rendered(table: Table, shape: Shape, columns: Iterable[str] = (), width: int = 100) -> str:
    """Give a table as text.

    Args:
        table: The answer.
        shape: How to write it.
        columns: The columns to show, in this order, where people read it (`table`, `md`);
            none means all. CSV and JSON always have every column.
        width: Characters in a line of a `table`; the last column is wrapped to fit.
    """
    return SHAPES[shape](table, list(columns) or list(table.columns), width)


def as_csv(table: Table) -> str:
    """Give the table as CSV with a heading row; no text can become a formula."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_harmless(value) for value in row] for row in table.rows)
    return out.getvalue()


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
    return " ".join(_MARKUP.sub(r"\\\1", cell).split())


def as_text(table: Table, columns: Sequence[str], width: int) -> str:
    """Give the table in aligned columns, the last one wrapped to the width."""
    from textwrap import wrap

    rows = [list(columns), *_cells(table, columns)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(columns) - 1)]
    indent = sum(widths) + 2 * len(widths)
    room = max(width - indent, NARROWEST)
    lines = []
    for row in rows:
        head = "  ".join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=False))
        first, *rest = wrap(row[-1], room, break_long_words=False) or [""]
        lines += [f"{head}  {first}".strip(), *(" " * indent + line for line in rest)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _cells(table: Table, columns: Sequence[str]) -> list[list[str]]:
    places = [list(table.columns).index(column) for column in columns]
    return [[_cell(row[place]) for place in places] for row in table.rows]


def _cell(value: Any) -> str:
    return f"{value:.3g}" if isinstance(value, float) else " ".join(str(value).split())


SHAPES: Mapping[Shape, Callable[[Table, Sequence[str], int], str]] = {
    "table": as_text,
    "csv": lambda table, _columns, _width: as_csv(table),
    "json": lambda table, _columns, _width: as_json(table),
    "md": lambda table, columns, _width: as_markdown(table, columns),
}
