"""What units that a programme lacks would bring to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from curriculum_map.analysis.chains import Chains
from curriculum_map.analysis.contents import Claim
from curriculum_map.analysis.index import Index
from curriculum_map.analysis.plan import Brought, Levels, Plan, Planned, levels_of
from curriculum_map.analysis.position import Position
from curriculum_map.model import PlanItem


@dataclass(frozen=True, slots=True)
class Offer:
    """What a unit and its parts bring.

    Attributes:
        unit: Id of the unit.
        within: The unit and its parts.
        claims: Their contributions.
        brought: The competencies they work on, each with the highest rank they bring on it.
        tests: The outcomes they assess, as `unit/outcome`.
    """

    unit: str
    within: tuple[str, ...]
    claims: tuple[Claim, ...]
    brought: Mapping[str, int]
    tests: frozenset[str]


class Offers:
    """What units bring, and which of them may help in a competency."""

    def __init__(self, index: Index, units: Iterable[str]) -> None:
        """Look through some units."""
        self._index = index
        self._known = {unit: _offer(index, unit) for unit in units}
        self._teaching: dict[str, dict[str, int]] = {}
        self._helping: dict[str, set[str]] = {}
        for unit, offer in self._known.items():
            for competency, rank in offer.brought.items():
                self._teaching.setdefault(competency, {})[unit] = rank
            for competency in {*offer.brought, *_assessed(index, offer)}:
                self._helping.setdefault(competency, set()).add(unit)

    def __getitem__(self, unit: str) -> Offer:
        """Give what a unit brings."""
        return self._known[unit]

    def teaching(self, competency: str, rank: int) -> set[str]:
        """Give the units that bring a rank on a competency or on a part of it.

        No other one, added as a required unit, takes every student that far: a chain is as high
        as the highest unit on it, so this one itself has to reach it, on one chain at least.
        """
        found = (self._teaching.get(each, {}) for each in self._index.narrower(competency))
        return {unit for units in found for unit, reached in units.items() if reached >= rank}

    def helping(self, competency: str) -> set[str]:
        """Give the units that work on a competency or a part of it, or assess outcomes that do."""
        narrower = self._index.narrower(competency)
        return {unit for each in narrower for unit in self._helping.get(each, ())}

    def brings(self, unit: str, competency: str) -> int:
        """Give the highest rank a unit brings on a competency or its parts; 0 for none."""
        brought = self._known[unit].brought
        return max(brought.get(each, 0) for each in self._index.narrower(competency))


def _offer(index: Index, unit: str) -> Offer:
    within = index.subtree(unit)
    claims = tuple(claim for each in within for claim in index.claims(each))
    brought: dict[str, int] = {}
    for claim in claims:
        brought[claim.competency] = max(claim.rank, brought.get(claim.competency, 0))
    exams = (exam for each in within for exam in index.catalogue.units[each].assessments)
    return Offer(unit, within, claims, brought, frozenset(t for exam in exams for t in exam.tests))


def _assessed(index: Index, offer: Offer) -> Iterator[str]:
    """Give the competencies that outcomes work on which a unit or its parts assess."""
    for unit in {outcome.partition("/")[0] for outcome in offer.tests}:
        for claim in index.claims(unit):
            if claim.key in offer.tests:
                yield claim.competency


def state_with(plan: Plan, offer: Offer, competency: str, required: int) -> str:
    """Name the state of a competency once a unit is added to a plan as a required one.

    Args:
        plan: The plan, in which the unit does not stand.
        offer: What the unit brings.
        competency: The competency.
        required: The rank that is required.

    Returns:
        `met` or `not-assessed`; empty if it stays absent, below or elective-only.
    """
    asked = plan.index.narrower(competency)
    brought = [each for part in asked for each in _with(plan, offer, part)]

    def lowest(levels: Mapping[str, Levels]) -> int:
        chains = Chains(plan.index, levels).of(competency)
        return min(plan.guaranteed(chain.levels) for chain in chains)

    if not brought or lowest(levels_of(brought)) < required:
        return ""
    tested = lowest(levels_of(each for each in brought if each.tested))
    return "met" if tested >= required else "not-assessed"


def _with(plan: Plan, offer: Offer, competency: str) -> Iterator[Brought]:
    """Give what a plan and a required unit more bring on a competency itself."""
    for each in plan.claims.get(competency, ()):
        yield each._replace(tested=True) if each.claim.key in offer.tests else each
    entry = PlanItem(units=(offer.unit,))
    by = Planned(len(plan.planned), offer.unit, entry, Position(None, None), True, offer.within)
    for claim in offer.claims:
        if claim.competency == competency:
            others = plan.index.testers.get(claim.key, ())
            tested = claim.key in offer.tests or not plan.everybody.isdisjoint(others)
            yield Brought(by, claim, tested, tested)
