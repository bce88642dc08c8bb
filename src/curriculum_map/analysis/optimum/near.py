"""The part of a large catalogue in which every cheapest set of units lies.

What units need is looked up only where it can matter. Units on the edge, which others need and
which were not looked up, are treated as if they needed nothing. That can only make sets cheaper,
so it tells what any set costs at least, and how much more with each unit. A unit beyond the edge
can be of use only together with one on the edge. So once some set is known, and every unit on
the edge would make a set dearer than that, nothing else has to be looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from math import ceil

from curriculum_map.analysis.optimum.formula import Formula, named, within
from curriculum_map.analysis.optimum.order import founded
from curriculum_map.analysis.optimum.set import (
    Choice,
    Clock,
    Question,
    Task,
    answer,
    cheapest_set,
)

# Prices are not whole numbers but costs are, so this is far from being wrong by one.
ROOM = 0.1
# The smaller, the more is looked up at a time; this takes a handful of rounds.
LITTLE = 4
# Looking up more before asking for a set pays as long as it raises the least cost so much.
WORTH = 1.002


# Of more units than `MANY` a set is first looked for among the `LIKELY`, which is much faster.
MANY = 12_000
LIKELY = 9_000
ROUNDS = 10


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
        None if the demands cannot all be met, or no set was found in time.
    """
    region = _Region(demands, needs_of, cost_of)
    least = -1.0
    while region.least > least * WORTH and (promising := region.promising()):
        least = region.least
        region.grow(promising)
    bound = ceil(region.least - ROOM)
    while clock.left() > 0:
        region.refine(clock)
        choice = answer(region.with_edge(), region.question, clock)
        if choice.units is None:
            return None
        bound = max(bound, choice.bound)
        if not region.look_up(choice.units):
            return _surrounded(region, replace(choice, bound=min(bound, choice.cost)))
    choice = cheapest_set(region.inside(), clock)
    if choice.units is None:
        return None
    return _surrounded(region, replace(choice, bound=min(bound, choice.cost)))


def _surrounded(region: _Region, choice: Choice) -> Near:
    complete = choice.proved and region.flood(choice.cost)
    task = region.inside().among(region.below(choice.cost) if complete else choice.useful)
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
    ) -> None:
        self._demands, self._needs_of, self._cost_of = demands, needs_of, cost_of
        self._needs: dict[str, Formula] = {}
        self._edge: dict[str, None] = {}
        self.least = 0.0
        self._more: dict[str, float] = {}
        self._costs: dict[str, int] = {}
        self.question = Question(self._needs)
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

    def grow(self, units: Iterable[str]) -> bool:
        """Look up what units need; tell whether there were any."""
        fresh = sorted(units)
        for unit in fresh:
            self._look_up(unit)
        if fresh:
            self._price()
        return bool(fresh)

    def _look_up(self, unit: str) -> None:
        del self._edge[unit]
        needs = self._needs[unit] = self._needs_of(unit)
        self._see(sorted(named(needs)))
        self.question.look_up(unit)

    def _price(self) -> None:
        self.least, self._more = self.question.prices()

    def look_up(self, units: Iterable[str]) -> bool:
        """Look up what those of some units need that are on the edge; tell if there were any."""
        fresh = sorted(unit for unit in units if unit in self._edge)
        for unit in fresh:
            self._look_up(unit)
        return bool(fresh)

    def refine(self, clock: Clock) -> None:
        """Learn from sets among the likeliest units what a set among all of them would teach."""
        for _ in range(ROUNDS if len(self._costs) > MANY else 0):
            chosen = self.question.ask_among(self._likely(), clock)
            if chosen is None:
                break
            circled = self.question.forbid_circles(chosen)
            if not self.look_up(chosen) and not circled:
                break

    def _likely(self) -> frozenset[str]:
        in_order = sorted(self._costs, key=lambda unit: (self._more.get(unit, 0.0), unit))
        return frozenset(in_order[:LIKELY])

    def flood(self, cost: int) -> bool:
        """Look up all units that may be in a set of some cost; give up if they are too many.

        What stands behind the edge adds its whole cost to that of the unit it is needed by.
        """
        self._price()
        waiting = [(self._more[unit], unit) for unit in self._edge]
        if sum(self.least + more <= cost for more, _ in waiting) > MOST:
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

    def with_edge(self) -> Task:
        """Give the task among all units seen, those on the edge needing nothing."""
        return Task(self._costs, self._demands, self._needs)

    def inside(self) -> Task:
        """Give the task among the units looked up that can be begun without any others."""
        own = {unit: within(needs, self._needs) for unit, needs in self._needs.items()}
        begun = founded(own, own)
        costs = {unit: self._cost_of(unit) for unit in sorted(begun)}
        return Task(costs, self._demands, own).among(begun)

    def promising(self) -> list[str]:
        """Give units on the edge that cost little beyond what any set costs at least."""
        little = self.least / (LITTLE * len(self._demands) or 1) + ROOM
        return [unit for unit in self._edge if self._more[unit] < little]

    def below(self, cost: int) -> frozenset[str]:
        """Give the units that may be in a set of some cost."""
        return frozenset(u for u in self._needs if self.least + self._more[u] <= cost + ROOM)
