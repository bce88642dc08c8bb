"""The answers that a page shows, asked for once and looked up by what they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from curriculum_map.analysis.table import Table

Record = Mapping[str, Any]
Groups = Mapping[tuple[Any, ...], Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Answers:
    """The tables about one catalogue, as the analysis defines them.

    Attributes:
        coverage: Every programme against the profiles it aims at.
        figures: The four figures of each of these comparisons.
        gaps: What somebody should act on.
        contributions: What the levels rest on.
        matrix: Levels by competency and planned unit, for each programme.
    """

    coverage: Table
    figures: Table
    gaps: Table
    contributions: Table
    matrix: Mapping[str, Table]


def grouped(table: Table, *columns: str) -> Groups:
    """Group the rows of a table by the values of some columns.

    Groups, and rows inside a group, are in the order of the table.
    """
    groups: dict[tuple[Any, ...], list[Record]] = {}
    for record in table.records():
        groups.setdefault(tuple(record[column] for column in columns), []).append(record)
    return groups
