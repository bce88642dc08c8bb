"""Findings about levels in the course of a plan: requirements, falls, jumps, early tests."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from curriculum_map.analysis.chains import Chains
from curriculum_map.analysis.finding import Finding
from curriculum_map.analysis.plan import Brought, Plan, levels_of
from curriculum_map.analysis.position import Position, earliest
from curriculum_map.analysis.trace import place
from curriculum_map.analysis.voice import Voice
from curriculum_map.model import Assessment, Requirement, Unit


def requirement_findings(plan: Plan, voice: Voice) -> Iterator[Finding]:
    """Find competencies that are built on before what they require is reached.

    `competency` is the required one, `unit` the one that builds on it too early.
    """
    for competency, claims in plan.claims.items():
        for requirement in plan.index.catalogue.competencies[competency].requires:
            start = earliest(each.by.position for each in claims)
            first = next(each for each in claims if _could_be(each.by.position, start))
            reached = _reached_until(start, requirement.competency, plan)
            yield from _unreached(first, requirement, reached, plan, voice)


def _could_be(position: Position, start: Position) -> bool:
    return start.year is None or position.compared_with(start) in ("same", "unknown")


def _reached_until(start: Position, competency: str, plan: Plan) -> int:
    """Give what some student may have reached at a place in time: what is not later counts."""
    claims = (plan.claims.get(each, ()) for each in plan.index.narrower(competency))
    in_time = (
        each
        for claimed in claims
        for each in claimed
        if each.by.position.compared_with(start) != "later"
    )
    chains = Chains(plan.index, levels_of(in_time)).of(competency)
    return min(plan.possible(chain.levels) for chain in chains)


def _unreached(
    first: Brought, requirement: Requirement, reached: int, plan: Plan, voice: Voice
) -> Iterator[Finding]:
    needed = requirement.competency
    required = plan.index.ranks.rank(requirement.level, needed)
    if reached >= required:
        return
    said = voice.say(
        "requirement-unreached" if reached else "requirement-unreached:nothing",
        competency=voice.competency(first.claim.competency),
        unit=voice.planned(first.by),
        needed=voice.competency(needed),
        at=voice.at(required, needed),
        level=voice.level(reached, needed),
    )
    yield Finding(
        code="requirement-unreached",
        programme=plan.programme.id,
        competency=needed,
        required=required,
        reached=reached,
        unit=first.claim.unit,
        outcome=first.claim.outcome.id,
        reason=said,
        where=place(first.by.item, first.claim.made),
    )


class _Encounter(NamedTuple):
    """The highest level of a competency at one place in time, and what brings it."""

    year: int
    term: int
    brought: Brought

    @property
    def rank(self) -> int:
        """The level, on the competency's own scale."""
        return self.brought.claim.rank


def level_findings(plan: Plan, voice: Voice) -> Iterator[Finding]:
    """Find levels that fall, or rise by more than one, from one place in time to the next.

    `required` is the rank the later unit should reach, or should find reached; `reached` the
    rank it does reach, or finds.
    """
    for claims in plan.claims.values():
        for before, after in pairwise(_encounters(claims)):
            if after.rank < before.rank:
                yield _changed("level-falls", before, after, plan, voice)
            elif after.rank > before.rank + 1:
                yield _changed("level-jumps", before, after, plan, voice)


def _encounters(claims: tuple[Brought, ...]) -> list[_Encounter]:
    """Give where a competency is taught, in time; a year lacking a term is one place."""
    taught = [each for each in claims if each.claim.rank and each.by.position.year is not None]
    whole_years = {each.by.position.year for each in taught if each.by.position.term is None}
    highest: dict[tuple[int, int], Brought] = {}
    for each in taught:
        year, term = each.by.position.year or 0, each.by.position.term or 0
        at = (year, 0 if year in whole_years else term)
        if at not in highest or each.claim.rank > highest[at].claim.rank:
            highest[at] = each
    return [_Encounter(*at, highest[at]) for at in sorted(highest)]


def _changed(code: str, before: _Encounter, after: _Encounter, plan: Plan, voice: Voice) -> Finding:
    claim, falls = after.brought.claim, code == "level-falls"
    reason = voice.say(
        code,
        competency=voice.competency(claim.competency),
        low=voice.level(before.rank, claim.competency),
        before=voice.planned(before.brought.by),
        high=voice.level(after.rank, claim.competency),
        after=voice.planned(after.brought.by),
    )
    return Finding(
        code=code,
        programme=plan.programme.id,
        competency=claim.competency,
        required=before.rank if falls else after.rank - 1,
        reached=after.rank if falls else before.rank,
        unit=claim.unit,
        outcome=claim.outcome.id,
        reason=reason,
        where=place(claim.made, claim.outcome),
    )


def early_findings(plan: Plan, voice: Voice) -> Iterator[Finding]:
    """Find assessments that stand before everything that has the outcome they test.

    `unit` and `outcome` are what is tested; `where` is the assessment.
    """
    units = plan.index.catalogue.units
    for testing in plan.holders:
        for assessment in units[testing].assessments:
            for key in assessment.tests:
                yield from _early(units[testing], assessment, key, plan, voice)


def _early(
    testing: Unit, assessment: Assessment, key: str, plan: Plan, voice: Voice
) -> Iterator[Finding]:
    unit, _, outcome = key.partition("/")
    position = _stands(plan, testing.id)
    taught = [plan.planned[number] for number in plan.holders.get(unit, ())]
    if taught and all(position.compared_with(each.position) == "earlier" for each in taught):
        said = voice.say(
            "assessed-before-taught",
            assessment=voice.text(assessment.title, assessment.id),
            testing=voice.placed(testing.id, position),
            outcome=voice.outcome(key),
            unit=voice.placed(unit, _stands(plan, unit)),
        )
        yield Finding(
            code="assessed-before-taught",
            programme=plan.programme.id,
            unit=unit,
            outcome=outcome,
            reason=said,
            where=place(assessment, testing),
        )


def _stands(plan: Plan, unit: str) -> Position:
    return earliest(plan.planned[number].position for number in plan.holders[unit])
