"""How an answer is laid out for people: in sections, with the columns a reader needs.

CSV and JSON carry every column; this is for the terminal and for Markdown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from curriculum_map.cli.show import Shape, as_markdown, as_text, rendered
from curriculum_map.cli.words import Say

if TYPE_CHECKING:
    from curriculum_map.analysis.table import Table

Record = Mapping[str, Any]
Maker = Callable[[Record, Say], Any]
"""Makes a text, or the value of a cell, from a row and in a language."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What people see of a table.

    Attributes:
        heading: Makes the heading of a section from one of its rows; rows that follow each
            other and give the same heading are one section.
        columns: Heading of each column, and what makes its cell from a row.
        closing: Lines that stand once below everything.
    """

    heading: Maker
    columns: Mapping[str, Maker]
    closing: Sequence[str] = ()


def laid_out(table: Table, shape: Shape, layout: Layout, width: int, say: Say) -> str | bytes:
    """Give a table in sections where people read it, else with every column."""
    if shape not in ("table", "md"):
        return rendered(table, shape)
    return in_sections(table, shape, layout, width, say)


def in_sections(table: Table, shape: Shape, layout: Layout, width: int, say: Say) -> str:
    """Give a table as text for people: in Markdown, or else in aligned columns."""
    parts = []
    for heading, section in _sections(table, layout, say):
        if shape == "md":
            parts.append(f"## {heading}\n\n{as_markdown(section, list(section.columns))}")
        else:
            parts.append(f"{heading}\n\n{as_text(section, list(section.columns), width)}")
    if parts and layout.closing:
        parts.append("".join(f"{_folded(line, width)}\n" for line in layout.closing))
    return "\n".join(parts)


def _folded(line: str, width: int) -> str:
    from textwrap import fill

    return fill(line, width, subsequent_indent="  ")


def _sections(table: Table, layout: Layout, say: Say) -> Iterator[tuple[str, Table]]:
    from curriculum_map.analysis.table import Table

    columns = dict.fromkeys(layout.columns, "string")
    for heading, records in groupby(table.records(), lambda row: layout.heading(row, say)):
        rows = tuple(tuple(make(each, say) for make in layout.columns.values()) for each in records)
        yield heading, Table(table.name, columns, rows)


def field(name: str) -> Maker:
    """Give what takes the value of a column as it is."""
    return lambda record, _: record[name]


def compared(record: Record, say: Say) -> str:
    """Say which programme a row is about and what it is compared with."""
    profile = record["profile"] or say("no-profile")
    return say("compared", programme=record["programme"], profile=profile)


def asked_about(record: Record, say: Say) -> str:
    """Say which programme a finding is about, and in what respect."""
    if record["profile"] and record["programme"]:
        return compared(record, say)
    return say("chain-and-order", programme=record["programme"] or say("whole"))


def subject(record: Record, _: Say) -> str:
    """Say what a finding is about: a competency, or else a unit and perhaps its outcome."""
    if record["competency"]:
        return str(record["competency"])
    return "/".join(str(record[name]) for name in ("unit", "outcome") if record[name])
