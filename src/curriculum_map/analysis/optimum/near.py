"""The part of a large catalogue in which every cheapest set of units lies.

What units need is looked up only where it can matter. Units on the edge, which others need and
which were not looked up, are treated as if they needed nothing. That can only make sets cheaper,
so it tells what any set costs at least, and how much more with each unit. A unit beyond the edge
can be of use only together with one on the edge. So once some set is known, and every unit on
the edge would make a set dearer than that, nothing else has to be looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from math import ceil, inf

from curriculum_map.analysis.optimum.asked import Question
from curriculum_map.analysis.optimum.formula import Formula, named, within
from curriculum_map.analysis.optimum.implied import Implied
from curriculum_map.analysis.optimum.order import founded
from curriculum_map.analysis.optimum.set import Choice, without_ballast
from curriculum_map.analysis.optimum.start import some_set
from curriculum_map.analysis.optimum.task import Clock, Task

# Prices are not whole numbers but costs are, so this is far from being wrong by one.
ROOM = 0.1
# The smaller, the more is looked up at a time; this takes a handful of rounds.
LITTLE = 4
# Looking up more before asking for a set pays as long as it raises the least cost so much.
WORTH = 1.002
# A set is first looked for among units that cost at most this part of the whole more.
PART = 0.0025
# Where these have none, among those that cost so many times as much more.
MORE = 8
# So many units are looked at, at most, for sets that are as cheap but finished earlier.
MOST = 3000


@dataclass(frozen=True, slots=True)
class Near:
    """The units in which a cheapest set lies.

    Attributes:
        task: What is asked, with these units to choose from.
        choice: A cheapest set, as far as it was found.
        complete: Whether every cheapest set lies in these units.
    """

    task: Task
    choice: Choice
    complete: bool


def near(
    demands: tuple[Formula, ...],
    needs_of: Callable[[str], Formula],
    cost_of: Callable[[str], int],
    clock: Clock,
) -> Near | None:
    """Look for cheapest sets without looking at everything.

    Args:
        demands: What a set has to fulfil.
        needs_of: Says what a unit needs.
        cost_of: Says what a unit costs, a whole number from 0.
        clock: Ends the search.

    Returns:
        None if the demands cannot all be met, or perhaps only by units begun together.
    """
    region = _Region(demands, needs_of, cost_of, clock)
    least = -1.0
    while region.least > least * WORTH and clock.left() > 0:
        if not (promising := region.promising()):
            break
        least = region.least
        region.grow(promising)
    units, bound = _settled(region, clock)
    if units is None:
        return None
    lean = without_ballast(region.with_edge(), units, clock)
    cost = region.cost(lean)
    return _surrounded(region, Choice(lean, cost, min(bound, cost), False, lean))


def _settled(region: _Region, clock: Clock) -> tuple[frozenset[str] | None, int]:
    """Look for a cheapest set among more and more units, until no others can be in one.

    Returns:
        A set, None if there is none; what any set costs at least.
    """
    room, bound = region.least * PART + 1, ceil(region.least - ROOM)
    units: frozenset[str] = frozenset()
    while clock.left() > 0:
        best = region.question.ask_among(region.within(room), clock)
        beyond = ceil(region.least + room - ROOM)
        bound = max(bound, beyond if best.impossible else min(best.bound, beyond))
        if best.chosen is None and not best.impossible:
            break
        if best.chosen is None:
            if region.all_within(room):
                return None, bound
            room = room * MORE
        elif not region.learn(units := region.question.units(best.chosen)):
            cost = region.cost(units)
            if not best.proved or cost <= region.least + room:
                return units, bound
            room = cost - region.least + ROOM
    return region.completed(units), bound


def _surrounded(region: _Region, choice: Choice) -> Near:
    complete = choice.proved and region.flood(choice.cost)
    kept = region.below(choice.cost) if choice.proved else choice.units or frozenset()
    task = region.inside(kept)
    return Near(task, replace(choice, useful=frozenset(task.costs)), complete)


class _Region:
    """Units whose needs were looked up, and the edge around them.

    Attributes:
        least: What any set that meets the demands costs at least.
        question: What is asked of all units seen, those on the edge needing nothing.
    """

    def __init__(
        self,
        demands: tuple[Formula, ...],
        needs_of: Callable[[str], Formula],
        cost_of: Callable[[str], int],
        clock: Clock,
    ) -> None:
        self._demands, self._needs_of, self._cost_of = demands, needs_of, cost_of
        self._clock = clock
        self._needs: dict[str, Formula] = {}
        self._edge: dict[str, None] = {}
        self.least = -inf
        self._more: dict[str, float] = {}
        self._costs: dict[str, int] = {}
        self.question = Question(self._needs)
        self._implied = Implied(demands, self._needs)
        meeting = sorted({unit for demand in demands for unit in named(demand)})
        self._see(meeting)
        for demand in demands:
            self.question.demand(demand)
        self.grow(meeting)

    def _see(self, units: Iterable[str]) -> None:
        fresh = {unit: self._cost_of(unit) for unit in units if unit not in self._costs}
        self.question.see(fresh)
        self._costs |= fresh
        self._edge |= dict.fromkeys(fresh)

    def grow(self, units: Iterable[str]) -> None:
        """Look up what units on the edge need, and what any set costs at least then."""
        for unit in sorted(units):
            self._look_up(unit)
        self._price()

    def _look_up(self, unit: str) -> None:
        del self._edge[unit]
        needs = self._needs[unit] = self._needs_of(unit)
        self._see(sorted(named(needs)))
        self.question.look_up(unit)

    def _price(self) -> None:
        least, more = self.question.prices(self._implied, self._clock)
        # What was known before still holds: conditions are added, none is ever dropped.
        if least >= self.least:
            self.least, self._more = least, more

    def learn(self, units: frozenset[str]) -> bool:
        """Learn why a set does not do; tell if it does not.

        It may contain units on the edge, which need more, or units that wait for each other.
        """
        fresh = sorted(unit for unit in units if unit in self._edge)
        for unit in fresh:
            self._look_up(unit)
        return self.question.forbid_circles(units) or bool(fresh)

    def within(self, room: float) -> frozenset[str]:
        """Give the units that make no set dearer by more than `room`, as far as is known."""
        return frozenset(u for u in self._costs if self._more.get(u, 0.0) <= room)

    def all_within(self, room: float) -> bool:
        """Tell whether no unit makes a set dearer by more than `room`."""
        return max(self._more.values(), default=0.0) <= room

    def cost(self, units: Iterable[str]) -> int:
        """Give what some units cost together."""
        return sum(self._costs[unit] for unit in units)

    def flood(self, cost: int) -> bool:
        """Look up all units that may be in a set of some cost; give up if they are too many.

        What stands behind the edge adds its whole cost to that of the unit it is needed by.
        """
        self._price()
        more_of = self._more.get
        waiting = [(more_of(unit, 0.0), unit) for unit in self._edge]
        if sum(self.least + more <= cost + ROOM for more, _ in waiting) > MOST:
            return False
        heapify(waiting)
        looked_at = 0
        while waiting and self.least + waiting[0][0] <= cost + ROOM and looked_at < MOST:
            more, unit = heappop(waiting)
            if unit in self._edge:
                looked_at += 1
                self._look_up(unit)
                for other in named(self._needs[unit]):
                    if other in self._edge and other not in self._more:
                        heappush(waiting, (more + self._cost_of(other), other))
        self._price()
        return looked_at < MOST

    def completed(self, units: frozenset[str]) -> frozenset[str] | None:
        """Give some set that meets the demands, made of some units as far as possible."""
        needs, waiting = dict(self._needs), list(self._edge)
        while waiting:
            unit = waiting.pop()
            if unit not in needs:
                needs[unit] = self._needs_of(unit)
                waiting += named(needs[unit])
        costs = {unit: 0 if unit in units else self._cost_of(unit) for unit in needs}
        found = some_set(costs, self._demands, needs)
        for unit in sorted((found or frozenset()) & self._edge.keys()):
            self._reach(unit, found or frozenset())
        return found

    def _reach(self, start: str, units: frozenset[str]) -> None:
        """Look up one of some units, and those behind it that were not seen."""
        waiting = [start]
        while waiting:
            unit = waiting.pop()
            if unit in self._edge:
                self._look_up(unit)
                waiting += sorted(units.intersection(named(self._needs[unit])))

    def with_edge(self) -> Task:
        """Give the task among all units seen, those on the edge needing nothing."""
        return Task(self._costs, self._demands, self._needs)

    def inside(self, kept: Collection[str]) -> Task:
        """Give the task among some units looked up, those that can be begun without others."""
        own = {unit: within(self._needs[unit], kept) for unit in sorted(kept)}
        begun = founded(own, own)
        costs = {unit: self._costs[unit] for unit in sorted(begun)}
        return Task(costs, self._demands, own).among(begun)

    def promising(self) -> list[str]:
        """Give units on the edge that cost little beyond what any set costs at least."""
        little = self.least / (LITTLE * len(self._demands) or 1) + ROOM
        return [unit for unit in self._edge if self._more.get(unit, 0.0) < little]

    def below(self, cost: int) -> frozenset[str]:
        """Give the units that may be in a set of some cost."""
        room = cost + ROOM - self.least
        return frozenset(u for u in self._needs if self._more.get(u, 0.0) <= room)
