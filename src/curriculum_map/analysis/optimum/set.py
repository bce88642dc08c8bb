"""A cheapest set of units that meets demands and contains what its units need."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from zlib import crc32

from curriculum_map.analysis.optimum.formula import Every, Formula, One, holds, named, within
from curriculum_map.analysis.optimum.order import Needs, founded
from curriculum_map.analysis.optimum.rows import Builder, Terms
from curriculum_map.analysis.optimum.solver import Best, cheapest, too_dear
from curriculum_map.analysis.optimum.start import some_set


@dataclass(frozen=True, slots=True)
class Limit:
    """What the units of a set may weigh together.

    Attributes:
        weights: Weight of each unit, 0 or more; a unit left out weighs nothing.
        most: The largest sum allowed.
    """

    weights: Mapping[str, int]
    most: int


LARGE = 10_000
"""For more units it takes too long to tell which could be in a set as cheap."""


class Circle(NamedTuple):
    """What was learned from units that wait for each other.

    Attributes:
        unit: One of them.
        helpers: No set that contains the unit can be begun without one of these.
    """

    unit: str
    helpers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked of a set of units.

    Attributes:
        costs: The units to choose from and what each costs, by id. Whole numbers from 0.
        demands: What the set has to fulfil.
        needs: What the set has to contain besides each of its units, in an order that can
            be begun; a unit left out needs nothing.
        limits: What the units may weigh.
        unlike: Sets not all of whose units may be in the set.
        other_than: Sets that are not the answer.
        circles: Units, each with those of which one is needed to break a circle it is in.
    """

    costs: Mapping[str, int]
    demands: tuple[Formula, ...]
    needs: Needs = field(default_factory=dict)
    limits: tuple[Limit, ...] = ()
    unlike: tuple[frozenset[str], ...] = ()
    other_than: tuple[frozenset[str], ...] = ()
    circles: tuple[Circle, ...] = ()

    def meets(self, units: Collection[str]) -> bool:
        """Tell whether units meet the demands and can be begun in some order."""
        chosen = frozenset(units)
        met = all(holds(demand, chosen) for demand in self.demands)
        return met and founded(chosen, self.needs) == chosen

    def among(self, units: Collection[str]) -> Task:
        """Give the same task with only some units to choose from."""
        costs = {unit: cost for unit, cost in self.costs.items() if unit in units}
        needs = {unit: within(self.needs[unit], costs) for unit in costs if unit in self.needs}
        demands = tuple(within(demand, costs) for demand in self.demands)
        return replace(self, costs=costs, needs=needs, demands=demands)

    def cost(self, units: Collection[str]) -> int:
        """Give what some units cost together."""
        return sum(self.costs[unit] for unit in units)


@dataclass(frozen=True, slots=True)
class Choice:
    """A set of units that meets a task, as good as it was found in time.

    Attributes:
        units: The units; None if none was found.
        cost: What they cost together.
        bound: No set that meets the task costs less.
        impossible: Whether it is proved that no set meets the task.
        useful: Every unit in any set that is as cheap; all units unless that is proved, and
            for more than `LARGE` of them.
        circles: What was learned on the way.
    """

    units: frozenset[str] | None
    cost: int
    bound: int
    impossible: bool
    useful: frozenset[str]
    circles: tuple[Circle, ...] = ()

    @property
    def proved(self) -> bool:
        """Whether nothing is cheaper."""
        return self.units is not None and self.bound >= self.cost


class Clock:
    """What is left of a time limit."""

    def __init__(self, seconds: float) -> None:
        """Begin to count."""
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Give the seconds left, below 0 once they are used up."""
        return self._end - time.monotonic()


def cheapest_set(task: Task, clock: Clock) -> Choice:
    """Find a cheapest set of units that meets a task, units without use left out."""
    question, bound = _Question(task), 0
    while True:
        best = question.ask(clock)
        bound = max(bound, best.bound)
        chosen = None if best.chosen is None else question.units(best.chosen)
        if chosen is None or not question.forbid_circles(chosen):
            break
    if chosen is None and not best.impossible:
        chosen = _within_limits(task, some_set(task.costs, task.demands, task.needs))
    if chosen is None:
        return Choice(None, 0, bound, best.impossible, frozenset(task.costs))
    lean = without_ballast(task, chosen)
    cost = task.cost(lean)
    worth_asking = bound >= cost and len(task.costs) <= LARGE
    useful = question.useful(cost) if worth_asking else frozenset(task.costs)
    return Choice(lean, cost, min(bound, cost), False, useful, tuple(question.circles))


def _within_limits(task: Task, units: frozenset[str] | None) -> frozenset[str] | None:
    if units is None or units in task.other_than or any(u <= units for u in task.unlike):
        return None
    light = (sum(each.weights.get(u, 0) for u in units) <= each.most for each in task.limits)
    return units if all(light) else None


def tidiest_set(task: Task, choice: Choice, clock: Clock) -> Choice:
    """Find, of all sets that cost no more than a proved choice, the one to be given.

    Of equally cheap ones that is the one with the fewest units, and of these one picked by
    the ids of its units, so that units nobody uses do not change the answer.
    """
    if choice.units is None or choice.useful == choice.units:
        return choice
    same = Limit(task.costs, choice.cost)
    picked = picking(choice.useful, len(choice.units))
    narrow = replace(task.among(choice.useful), limits=(*task.limits, same))
    best = cheapest_set(replace(narrow, costs=picked), clock)
    if best.units is None or not best.proved:
        return choice
    return replace(choice, units=best.units, cost=task.cost(best.units))


def picking(units: Collection[str], most: int) -> Mapping[str, int]:
    """Give costs by which, of sets of at most so many units, smaller ones are cheaper.

    Of sets of the same size one is cheaper than the others, almost always.
    """
    return {unit: 1024 * (most + 1) + crc32(unit.encode()) % 1024 for unit in sorted(units)}


def without_ballast(task: Task, units: frozenset[str]) -> frozenset[str]:
    """Leave out units one after the other, dearest first, as long as the rest does."""
    kept, fixed = units, _indispensable(task, units)
    for unit in sorted(units - fixed, key=lambda each: (-task.costs[each], each)):
        less = kept - {unit}
        if less not in task.other_than and task.meets(less):
            kept = less
    return kept


def _indispensable(task: Task, units: frozenset[str]) -> frozenset[str]:
    """Give units of a set that are the only ones in it to meet a demand, or such a unit's need."""
    found: set[str] = set()
    waiting = list(task.demands)
    while waiting:
        formula = waiting.pop()
        if isinstance(formula, Every):
            waiting += formula.items
        elif isinstance(formula, One) and len(only := formula.options & units) == 1:
            waiting += [task.needs[unit] for unit in only - found if unit in task.needs]
            found |= only
    return frozenset(found)


class _Question:
    """A task put to the solver, with what was learned from its answers."""

    def __init__(self, task: Task) -> None:
        self._task, self._build = task, Builder()
        self._number = {unit: self._build.decision(cost) for unit, cost in task.costs.items()}
        self._names = list(task.costs)
        for demand in task.demands:
            self._build.demand(demand, self._there)
        for unit, needs in task.needs.items():
            self._build.demand(needs, self._there, [(self._number[unit], 1)])
        for limit in task.limits:
            self._build.at_most(self._weighed(limit), limit.most)
        for units in task.unlike:
            if units <= task.costs.keys():
                self._build.at_most(((self._number[u], 1) for u in units), len(units) - 1)
        for units in task.other_than:
            self._exclude(units)
        self.circles: list[Circle] = []
        for circle in task.circles:
            self._break(circle)

    def _there(self, leaf: One) -> Terms:
        return ((self._number[unit], 1) for unit in sorted(leaf.options) if unit in self._number)

    def _weighed(self, limit: Limit) -> Terms:
        return ((n, limit.weights.get(unit, 0)) for unit, n in self._number.items())

    def _exclude(self, units: frozenset[str]) -> None:
        inside = [n for unit, n in self._number.items() if unit in units]
        outside = [(n, 1) for unit, n in self._number.items() if unit not in units]
        if len(inside) == len(units):
            self._build.at_least([*((n, -1) for n in inside), *outside], 1 - len(inside))

    def ask(self, clock: Clock) -> Best:
        return cheapest(self._build.asked(), clock.left())

    def units(self, chosen: frozenset[int]) -> frozenset[str]:
        return frozenset(self._names[n] for n in chosen if n < len(self._names))

    def useful(self, most: int) -> frozenset[str]:
        return frozenset(self._names) - self.units(too_dear(self._build.asked(), most))

    def forbid_circles(self, chosen: frozenset[str]) -> bool:
        """Learn from units that wait for each other; tell whether there were any.

        A unit in a circle needs help from outside: one of the units that are named by what it
        and those it waits for need, and that were not chosen. Without one, no set that
        contains it can be begun.
        """
        needs = self._task.needs
        circle = chosen - founded(chosen, needs)
        waits = {unit: set(named(needs[unit])) for unit in circle}
        for unit in sorted(circle):
            around = _reached(unit, waits)
            helpers = set().union(*(waits[each] for each in around)) - chosen
            self._break(Circle(unit, frozenset(helpers)))
        return bool(circle)

    def _break(self, circle: Circle) -> None:
        self.circles.append(circle)
        if circle.unit in self._number:
            known = sorted(circle.helpers & self._number.keys())
            helping = [(self._number[each], 1) for each in known]
            self._build.at_least([*helping, (self._number[circle.unit], -1)], 0)


def _reached(start: str, waits: Mapping[str, Collection[str]]) -> set[str]:
    found, fresh = {start}, [start]
    while fresh:
        for other in waits[fresh.pop()]:
            if other in waits and other not in found:
                found.add(other)
                fresh.append(other)
    return found
