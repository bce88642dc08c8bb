"""The plan of one programme compiled: who takes what, and which levels that brings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from curriculum_map.analysis.contents import Claim, Contents
from curriculum_map.analysis.position import Position
from curriculum_map.model import PlanItem, Programme

Levels = Mapping[int, int]
"""Levels by who brings them: number of an elective unit in the plan, or `EVERYBODY`, to a
rank from 1. Who brings nothing is left out."""

EVERYBODY = -1
"""Stands in `Levels` for all units together that every student takes."""

NO_LEVELS: Levels = {}


class Planned(NamedTuple):
    """A unit where it stands in a plan.

    Attributes:
        number: Its place in the plan, from 0, in the author's order.
        unit: Id of the unit.
        item: The entry of the plan it stands in.
        position: Where it stands in time.
        compulsory: Whether every student takes it, whatever they choose.
        subtree: The unit and its parts, all the way down.
    """

    number: int
    unit: str
    item: PlanItem
    position: Position
    compulsory: bool
    subtree: tuple[str, ...]

    @property
    def taker(self) -> int:
        """What stands for it in `Levels`."""
        return EVERYBODY if self.compulsory else self.number


@dataclass(frozen=True, slots=True)
class Group:
    """Units of which students choose until these weigh enough.

    Attributes:
        weights: Number of each unit in the plan, and its weight: millionths of a credit where
            credits are counted, else 1.
        needed: The weight a student takes, at least.
    """

    weights: Mapping[int, int]
    needed: int

    def compulsory(self) -> frozenset[int]:
        """Give the units without which the others cannot weigh enough."""
        spare = sum(self.weights.values()) - self.needed
        return frozenset(number for number, weight in self.weights.items() if weight > spare)

    def without(self, taken: frozenset[int]) -> Group:
        """Give what is left to choose once some units have been taken."""
        rest = {number: weight for number, weight in self.weights.items() if number not in taken}
        return Group(rest, self.needed - sum(self.weights[number] for number in taken))

    def guaranteed(self, levels: Levels) -> int:
        """Give the highest rank below which the units do not weigh enough.

        No choice of units that fills the group then stays below it.
        """
        ranked = sorted((levels.get(n, 0), weight) for n, weight in self.weights.items())
        missing = self.needed
        for rank, weight in ranked if missing > 0 else ():
            missing -= weight
            if missing <= 0:
                return rank
        return 0

    def most(self, numbers: Iterable[int]) -> int:
        """Count how many of some units a student takes at most who takes none too many."""
        weights = sorted(self.weights[number] for number in numbers)
        weighed = accumulate(weights[:-1], initial=0) if weights else ()
        return sum(weight < self.needed for weight in weighed)


class Brought(NamedTuple):
    """A contribution as one planned unit brings it.

    Attributes:
        by: The planned unit it comes in by.
        claim: The contribution and its outcome.
        tested: Whether every student who takes the planned unit is assessed on it: by the
            planned unit itself, or by a unit that every student takes.
        testable: Whether anything in the plan assesses it.
    """

    by: Planned
    claim: Claim
    tested: bool
    testable: bool


class Plan:
    """What a programme's plan brings, and to whom.

    Attributes:
        index: The compiled catalogue.
        programme: The programme.
        planned: Its units, in the author's order.
        holders: For each unit in the plan, parts included, the planned units it comes in by.
        everybody: Every unit, parts included, that every student takes.
        groups: Its elective groups, without the units that every student takes.
    """

    def __init__(self, index: Contents, programme: Programme) -> None:
        """Compile the plan of a programme of the catalogue behind `index`."""
        self.index, self.programme = index, programme
        starts = list(accumulate((len(item.units) for item in programme.plan), initial=0))
        groups = [self._group(i, at) for i, at in zip(programme.plan, starts, strict=False)]
        forced = frozenset(number for group in groups for number in group.compulsory())
        placed = ((unit, item) for item in programme.plan for unit in item.units)
        self.planned = tuple(
            Planned(n, unit, item, _position(item), n in forced, index.subtree(unit))
            for n, (unit, item) in enumerate(placed)
        )
        self.groups = tuple(group.without(group.compulsory()) for group in groups)
        self._group_of = {number: group for group in self.groups for number in group.weights}
        self.holders = _holders(self.planned)
        self.everybody = frozenset(u for p in self.planned if p.compulsory for u in p.subtree)

    def _group(self, item: PlanItem, start: int) -> Group:
        numbers = range(start, start + len(item.units))
        if item.credits is None:
            needed = len(numbers) if item.choose is None else item.choose
            return Group(dict.fromkeys(numbers, 1), needed)
        weights = dict(zip(numbers, map(self._credits, item.units), strict=True))
        return Group(weights, millionths(item.credits))

    def _credits(self, unit: str) -> int:
        stated = self.index.catalogue.units[unit].credits
        return millionths(stated.ec) if stated else 0

    @cached_property
    def brought(self) -> tuple[Brought, ...]:
        """Every contribution, once for each planned unit it comes in by, in plan order."""
        return tuple(
            Brought(by, claim, *self._tested(claim.key, by))
            for by in self.planned
            for unit in by.subtree
            for claim in self.index.claims(unit)
        )

    def _tested(self, outcome: str, by: Planned) -> tuple[bool, bool]:
        testers = [u for u in self.index.testers.get(outcome, ()) if u in self.holders]
        tested = any(u in self.everybody or by.number in self.holders[u] for u in testers)
        return tested, bool(testers)

    @cached_property
    def claims(self) -> Mapping[str, tuple[Brought, ...]]:
        """What works on each competency itself, its parts not counted, in plan order."""
        found: dict[str, list[Brought]] = {}
        for each in self.brought:
            found.setdefault(each.claim.competency, []).append(each)
        return {competency: tuple(each) for competency, each in found.items()}

    @cached_property
    def taught(self) -> Mapping[str, Levels]:
        """The levels taught in each competency itself."""
        return levels_of(self.brought)

    @cached_property
    def tested(self) -> Mapping[str, Levels]:
        """The levels assessed for every student who takes the unit."""
        return levels_of(each for each in self.brought if each.tested)

    @cached_property
    def testable(self) -> Mapping[str, Levels]:
        """The levels assessed for some student."""
        return levels_of(each for each in self.brought if each.testable)

    def guaranteed(self, levels: Levels) -> int:
        """Give the highest rank that every student gets, whatever they choose."""
        groups = {id(group): group for n in levels if (group := self._group_of.get(n))}
        chosen = (group.guaranteed(levels) for group in groups.values())
        return max(levels.get(EVERYBODY, 0), *chosen, 0)

    def together(self, numbers: Iterable[int]) -> int:
        """Count how many of some planned units a student takes at most.

        Of a group only what is needed to fill it is taken, so one of two is all a student takes
        of a group of which they choose one.
        """
        asked = frozenset(numbers)
        groups = {id(group): group for n in asked if (group := self._group_of.get(n))}
        compulsory = sum(number not in self._group_of for number in asked)
        return compulsory + sum(g.most(asked & g.weights.keys()) for g in groups.values())

    def possible(self, levels: Levels) -> int:
        """Give the highest rank that some student gets."""
        return max(levels.values(), default=0)


def _position(item: PlanItem) -> Position:
    return Position(item.year, item.term)


def millionths(ec: float) -> int:
    """Give credits in whole millionths, as groups count them."""
    # Whole numbers, for 0.1 + 0.2 credits are to fill a group of 0.3.
    return round(ec * 1_000_000)


def _holders(planned: Iterable[Planned]) -> dict[str, tuple[int, ...]]:
    holders: dict[str, list[int]] = {}
    for each in planned:
        for unit in each.subtree:
            holders.setdefault(unit, []).append(each.number)
    return {unit: tuple(numbers) for unit, numbers in holders.items()}


def levels_of(brought: Iterable[Brought]) -> Mapping[str, Levels]:
    """Give the levels that contributions bring in each competency they work on themselves."""
    levels: dict[str, dict[int, int]] = {}
    for each in brought:
        here = levels.setdefault(each.claim.competency, {})
        if each.claim.rank:
            here[each.by.taker] = max(each.claim.rank, here.get(each.by.taker, 0))
    return levels
