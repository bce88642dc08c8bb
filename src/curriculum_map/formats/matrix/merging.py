"""What the cells of a matrix say about a unit, and where its units stand in a plan."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from curriculum_map.formats.matrix.declaration import ElectiveGroup
from curriculum_map.formats.matrix.heads import Head
from curriculum_map.model import (
    NOTHING_SAID,
    Assessment,
    Contribution,
    LevelRef,
    Outcome,
    PlanItem,
    Unit,
)
from curriculum_map.problems import Where

ASSESSMENT = "assessment"
"""The id of the assessment that tests what a matrix says is assessed in a unit."""


class Claim(NamedTuple):
    """What a cell says.

    Attributes:
        level: The level held after the unit.
        assessed: Whether the unit tests it.
        evidence: The place and the text of the cell; empty if it shall not be kept.
        where: The cell.
    """

    level: LevelRef
    assessed: bool
    evidence: str
    where: Where


def with_claims(unit: Unit, claims: Mapping[str, Claim]) -> Unit:
    """Give a unit that also does what cells say: an outcome for each, called after its competency.

    They come in the order of the competencies' ids, so that another order of rows is no change.
    An outcome that the unit has by that name stays as it is.
    """
    claims = dict(sorted(claims.items()))
    has = {each.id for each in unit.outcomes}
    new = [_outcome(*each) for each in claims.items() if each[0] not in has]
    tested = {test for each in unit.assessments for test in each.tests}
    asked = [f"{unit.id}/{name}" for name, claim in claims.items() if claim.assessed]
    untested = [each for each in asked if each not in tested]
    assessments = _tested(unit.assessments, untested) if untested else unit.assessments
    return replace(unit, outcomes=(*unit.outcomes, *new), assessments=assessments)


def contradicted(unit: Unit, claims: Mapping[str, Claim]) -> Iterator[Claim]:
    """Give the claims of which a unit says something else under the same name."""
    for outcome in unit.outcomes:
        claim = claims.get(outcome.id)
        says = {each.competency: each.level for each in outcome.contributions}
        if claim and says.get(outcome.id) != claim.level:
            yield claim


def _outcome(competency: str, claim: Claim) -> Outcome:
    made = Contribution(
        competency=competency, level=claim.level, evidence=claim.evidence, where=claim.where
    )
    return Outcome(id=competency, contributions=(made,), where=claim.where)


def _tested(before: Sequence[Assessment], tests: Sequence[str]) -> tuple[Assessment, ...]:
    if not any(each.id == ASSESSMENT for each in before):
        return (*before, Assessment(id=ASSESSMENT, tests=tuple(tests)))
    return tuple(
        replace(each, tests=(*each.tests, *tests)) if each.id == ASSESSMENT else each
        for each in before
    )


class Placed(NamedTuple):
    """A unit at its place in a plan.

    Attributes:
        unit: Its id.
        head: How the matrix names it.
        group: The group of electives it belongs to, if any.
    """

    unit: str
    head: Head
    group: ElectiveGroup | None


def plan_of(placed: Sequence[Placed]) -> tuple[PlanItem, ...]:
    """Put units of the same year and term, and those of the same electives, together."""
    together: dict[object, list[Placed]] = {}
    for each in placed:
        at = (each.head.year, each.head.term)
        together.setdefault(("group", id(each.group)) if each.group else at, []).append(each)
    return tuple(_item(members) for members in together.values())


def _item(members: Sequence[Placed]) -> PlanItem:
    group = members[0].group
    return PlanItem(
        units=tuple(each.unit for each in members),
        year=_common({each.head.year for each in members}),
        term=_common({each.head.term for each in members}),
        choose=group.choose if group else None,
        credits=group.credits if group else None,
        title=group.title if group else NOTHING_SAID,
        where=members[0].head.cell.where,
    )


def _common(values: Collection[int | None]) -> int | None:
    return next(iter(values)) if len(values) == 1 else None
