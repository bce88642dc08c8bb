"""The answers that pages show, asked for once and looked up by what they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from curriculum_map.analysis.table import Table

Record = Mapping[str, Any]
Groups = Mapping[tuple[Any, ...], Sequence[Record]]


class Answers(NamedTuple):
    """The rows of some answers, by what the page of a programme asks for.

    Attributes:
        coverage: By programme and profile.
        figures: The same.
        contributions: By programme.
        taught: The same rows by competency.
    """

    coverage: Groups
    figures: Groups
    contributions: Groups
    taught: Groups


def grouped(table: Table, *columns: str) -> Groups:
    """Group the rows of a table by the values of some columns.

    Groups, and rows inside a group, are in the order of the table.
    """
    groups: dict[tuple[Any, ...], list[Record]] = {}
    for record in table.records():
        groups.setdefault(tuple(record[column] for column in columns), []).append(record)
    return groups
