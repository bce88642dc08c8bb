"""Competencies that come back in a plan: at the same level, or rising from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from curriculum_map.analysis.index import index_of
from curriculum_map.analysis.plan import Brought, Plan, Planned
from curriculum_map.analysis.table import Table
from curriculum_map.analysis.trace import place
from curriculum_map.analysis.voice import Voice
from curriculum_map.model import Catalogue

COLUMNS = {
    "programme": "string",
    "competency": "string",
    "level": "int64",
    "level_id": "string",
    "planned": "string",
    "unit": "string",
    "outcome": "string",
    "text": "string",
    "status": "string",
    "elective": "bool",
    "year": "int64",
    "term": "int64",
    "where": "string",
}
RISING = {**COLUMNS, "before": "int64", "before_level": "string"}


class Encounter(NamedTuple):
    """What one planned unit brings on a competency.

    Attributes:
        by: The planned unit.
        rank: The highest level it brings, from 1.
        brought: The contributions at that level, in plan order.
    """

    by: Planned
    rank: int
    brought: tuple[Brought, ...]


class Repeated(NamedTuple):
    """A competency that several units of a plan bring to the same level, to no further use.

    Attributes:
        competency: Id of the competency.
        rank: The level.
        encounters: The planned units, at least two, in plan order.
    """

    competency: str
    rank: int
    encounters: tuple[Encounter, ...]


def redundancy(
    catalogue: Catalogue, programmes: Iterable[str] = (), *, only: str = "", language: str = ""
) -> Table:
    """List competencies taught more than once at the same level with no rise after.

    Each planned unit counts with the highest level it brings on the competency itself. It
    repeats another one if a student can take both and neither brings nothing but outcomes of
    the other, as a shared part does. A place in time that is not stated is no reason to call
    something redundant.

    Args:
        catalogue: A checked catalogue.
        programmes: Ids of the programmes asked about; none means all.
        only: The weakest status of contributions that count, `declared` or `reviewed`; empty
            lets all count.
        language: The language in which to show what authors wrote, as for `gaps`.

    Returns:
        One row for each outcome, so that the texts stand side by side; by programme,
        competency and level, then in plan order. No rows if nothing is repeated.

        - ``level``: rank on the competency's own scale; ``level_id`` its id there
        - ``planned``: the unit of the plan; ``unit``, ``outcome``, ``text``: what it or a part
          of it says a learner can do
        - ``elective``: whether a student can leave the planned unit out
        - ``year``, ``term``: where the planned unit stands; 0 if nobody states it

    Raises:
        UnknownName: If there is no such programme, status or language.
    """
    voice = Voice(catalogue, language)
    rows = (
        _row(plan, encounter, brought, voice)
        for plan in index_of(catalogue, only).plans(programmes)
        for repeated in repetitions(plan)
        for encounter in repeated.encounters
        for brought in encounter.brought
    )
    return Table("redundancy", COLUMNS, tuple(rows))


def spirals(
    catalogue: Catalogue, programmes: Iterable[str] = (), *, only: str = "", language: str = ""
) -> Table:
    """List the competencies whose level rises in the course of a plan, step by step.

    Args:
        catalogue: A checked catalogue.
        programmes: Ids of the programmes asked about; none means all.
        only: The weakest status of contributions that count, `declared` or `reviewed`; empty
            lets all count.
        language: The language in which to show what authors wrote, as for `gaps`.

    Returns:
        One row for each outcome at the highest level of its planned unit, for every competency
        that certainly rises at least once; by programme and competency, then in plan order.
        The columns of `redundancy`, and:

        - ``before``: the highest rank that is taught certainly earlier, 0 for none;
          ``before_level`` the level's id, or empty. It rises where this is above 0 and below
          ``level``.

    Raises:
        UnknownName: If there is no such programme, status or language.
    """
    voice = Voice(catalogue, language)
    rows = (
        (*_row(plan, each, brought, voice), before, plan.index.level_id(before, competency))
        for plan in index_of(catalogue, only).plans(programmes)
        for competency in sorted(plan.claims)
        for each, before in _rising(encounters(plan, competency))
        for brought in each.brought
    )
    return Table("spirals", RISING, tuple(rows))


def repetitions(plan: Plan) -> Iterator[Repeated]:
    """Find what a plan repeats, by competency and level."""
    for competency in sorted(plan.claims):
        met = encounters(plan, competency)
        for rank in sorted({each.rank for each in met}):
            last = [each for each in met if each.rank == rank and not _rises_after(each, met)]
            if again := _again(plan, last):
                yield Repeated(competency, rank, again)


def _again(plan: Plan, met: Sequence[Encounter]) -> tuple[Encounter, ...]:
    """Keep the units that a student can take with another one that brings other outcomes."""
    pairs = (
        (one.by.number, other.by.number)
        for one, other in combinations(met, 2)
        if not (_outcomes(one) <= _outcomes(other) or _outcomes(other) <= _outcomes(one))
    )
    kept = {number for pair in pairs if plan.together(pair) > 1 for number in pair}
    return tuple(each for each in met if each.by.number in kept)


def _outcomes(one: Encounter) -> set[str]:
    return {brought.claim.key for brought in one.brought}


def encounters(plan: Plan, competency: str) -> list[Encounter]:
    """Give what each planned unit brings on a competency itself, in plan order."""
    cells: dict[int, list[Brought]] = {}
    for each in plan.claims.get(competency, ()):
        if each.claim.rank:
            cells.setdefault(each.by.number, []).append(each)
    return [_encounter(cells[number]) for number in sorted(cells)]


def _encounter(cell: Sequence[Brought]) -> Encounter:
    rank = max(each.claim.rank for each in cell)
    highest = tuple(each for each in cell if each.claim.rank == rank)
    return Encounter(cell[0].by, rank, highest)


def _rises_after(one: Encounter, others: Iterable[Encounter]) -> bool:
    """Tell whether the level rises after an encounter, or may: what is not earlier counts."""
    return any(
        other.rank > one.rank and other.by.position.compared_with(one.by.position) != "earlier"
        for other in others
    )


def _rising(met: Sequence[Encounter]) -> list[tuple[Encounter, int]]:
    steps = [(each, _before(each, met)) for each in met]
    return steps if any(0 < before < each.rank for each, before in steps) else []


def _before(one: Encounter, others: Iterable[Encounter]) -> int:
    position = one.by.position
    earlier = (o.rank for o in others if o.by.position.compared_with(position) == "earlier")
    return max(earlier, default=0)


def _row(plan: Plan, encounter: Encounter, brought: Brought, voice: Voice) -> tuple[object, ...]:
    claim, by = brought.claim, encounter.by
    unit = plan.index.catalogue.units[claim.unit]
    return (
        plan.programme.id,
        claim.competency,
        claim.rank,
        plan.index.level_id(claim.rank, claim.competency),
        by.unit,
        claim.unit,
        claim.outcome.id,
        voice.words(claim.outcome.text),
        claim.made.status,
        not by.compulsory,
        by.item.year or 0,
        by.item.term or 0,
        place(claim.made, claim.outcome, unit),
    )
