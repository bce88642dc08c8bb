"""The matrix of a programme as a board wants to see it, before it is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_map.model import Catalogue, Competency, PlanItem, Programme, Ranks, Unit

Assessed = bool


class Column(NamedTuple):
    """A unit at its place in the plan.

    Attributes:
        unit: The unit.
        item: The entry of the plan it stands in.
        group: Number of the elective group, from 1; 0 if everybody takes it.
    """

    unit: Unit
    item: PlanItem
    group: int


class Row(NamedTuple):
    """A competency.

    Attributes:
        competency: The competency.
        required: Rank of the level that is required on the scale of its framework; 0 if none is.
        absent: Whether it is required and nothing in the plan touches it or a part of it.
    """

    competency: Competency
    required: int
    absent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What a matrix shows.

    Attributes:
        programme: The programme.
        columns: Its units, by year and term; those nobody placed last.
        rows: What it requires or teaches, by framework, area and id.
        cells: Rank of the highest level, and whether the unit's outcome is assessed, by unit and
            competency; a unit has what its parts bring.
    """

    programme: Programme
    columns: Sequence[Column]
    rows: Sequence[Row]
    cells: Mapping[tuple[str, str], tuple[int, Assessed]]


def board_of(programme: Programme, catalogue: Catalogue) -> Board:
    """Work out the matrix of a programme."""
    ranks = catalogue.ranks()
    tested = {
        test for u in catalogue.units.values() for each in u.assessments for test in each.tests
    }
    columns = _columns(programme, catalogue)
    cells: dict[tuple[str, str], tuple[int, bool]] = {}
    for column in columns:
        for competency, rank, assessed in _brought(column.unit, catalogue, ranks, tested):
            at = (column.unit.id, competency)
            before = cells.get(at, (0, False))
            cells[at] = (max(before[0], rank), before[1] or assessed)
    rows = _rows(programme, catalogue, {competency for _, competency in cells}, ranks)
    return Board(programme=programme, columns=columns, rows=rows, cells=cells)


def _columns(programme: Programme, catalogue: Catalogue) -> list[Column]:
    groups = [item for item in programme.plan if item.elective]
    columns = [
        Column(catalogue.units[unit], item, groups.index(item) + 1 if item.elective else 0)
        for item in programme.plan
        for unit in item.units
    ]
    return sorted(columns, key=lambda each: (each.item.year or 99, each.item.term or 99))


def _brought(
    unit: Unit, catalogue: Catalogue, ranks: Ranks, tested: set[str]
) -> Iterator[tuple[str, int, bool]]:
    """Give competency, rank and whether it is assessed of all that a unit and its parts do."""
    waiting, done = [unit.id], set()
    while waiting:
        name = waiting.pop()
        if name not in done:
            done.add(name)
            waiting += catalogue.units[name].parts
            for outcome in catalogue.units[name].outcomes:
                for each in outcome.contributions:
                    rank = ranks.rank(each.level, each.competency)
                    if rank:
                        yield each.competency, rank, f"{name}/{outcome.id}" in tested


def _rows(programme: Programme, catalogue: Catalogue, touched: set[str], ranks: Ranks) -> list[Row]:
    required: dict[str, int] = {}
    for aim in programme.aims:
        for need in catalogue.profiles[aim].requires:
            rank = ranks.rank(need.level, need.competency)
            if rank:
                required[need.competency] = max(required.get(need.competency, 0), rank)
    rows = [
        Row(
            catalogue.competencies[name],
            required.get(name, 0),
            name in required and touched.isdisjoint(_with_parts(name, catalogue)),
        )
        for name in {*required, *touched}
    ]
    return sorted(rows, key=lambda row: _order(row.competency, catalogue))


def _with_parts(name: str, catalogue: Catalogue) -> set[str]:
    found, waiting = set(), [name]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += catalogue.competencies[each].parts
    return found


def _order(competency: Competency, catalogue: Catalogue) -> tuple[str, int, str]:
    areas = [area.id for area in catalogue.frameworks[competency.framework].areas]
    at = areas.index(competency.area) if competency.area in areas else len(areas)
    return competency.framework, at, competency.id
