"""A cheapest set of units that meets demands and contains what its units need."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from zlib import crc32

from curriculum_map.analysis.optimum.formula import Every, Formula, One, holds, named, within
from curriculum_map.analysis.optimum.implied import Implied
from curriculum_map.analysis.optimum.order import Needs, founded
from curriculum_map.analysis.optimum.rows import Builder, Terms
from curriculum_map.analysis.optimum.solver import Best, Relaxed, cheapest, too_dear
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


CONCLUSIONS = 5
"""So many times conclusions are drawn from units taken in part."""

GRACE = 2.0
"""Seconds there are in any case to learn what a set costs at least."""

LARGE = 10_000
"""For more units it takes too long to tell which could be in a set as cheap."""


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
    """

    costs: Mapping[str, int]
    demands: tuple[Formula, ...]
    needs: Needs = field(default_factory=dict)
    limits: tuple[Limit, ...] = ()
    unlike: tuple[frozenset[str], ...] = ()
    other_than: tuple[frozenset[str], ...] = ()

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
    """

    units: frozenset[str] | None
    cost: int
    bound: int
    impossible: bool
    useful: frozenset[str]

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
    return answer(task, question_of(task), clock)


def answer(task: Task, question: Question, clock: Clock) -> Choice:
    """Find a cheapest set for a task that has been put as a question already."""
    bound = 0
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
    lean = without_ballast(task, chosen, clock)
    cost = task.cost(lean)
    worth_asking = bound >= cost and len(task.costs) <= LARGE
    useful = question.useful(cost) if worth_asking else frozenset(task.costs)
    return Choice(lean, cost, min(bound, cost), False, useful)


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


def without_ballast(task: Task, units: frozenset[str], clock: Clock) -> frozenset[str]:
    """Leave out units one after the other, dearest first, as long as the rest does.

    Once the time is up what is left stays.
    """
    kept, fixed = units, _indispensable(task, units)
    for unit in sorted(units - fixed, key=lambda each: (-task.costs[each], each)):
        if clock.left() <= 0:
            break
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


def question_of(task: Task) -> Question:
    """Put a task as a question to the solver."""
    asked = Question(task.needs)
    asked.see(task.costs)
    for demand in task.demands:
        asked.demand(demand)
    for unit in task.needs:
        asked.look_up(unit)
    for limit in task.limits:
        asked.limit(limit)
    for units in task.unlike:
        asked.refuse(units)
    for units in task.other_than:
        asked.exclude(units)
    return asked


class Question:
    """What is asked of the solver about a set of units, with what was learned from its answers."""

    def __init__(self, needs: Needs) -> None:
        """Begin with no units; `needs` says what those need that will be looked up."""
        self._needs, self._build = needs, Builder()
        self._number: dict[str, int] = {}
        self._name: dict[int, str] = {}
        self._relaxed = Relaxed()

    def see(self, costs: Mapping[str, int]) -> None:
        """Let units be chosen."""
        for unit, cost in costs.items():
            number = self._number[unit] = self._build.decision(cost)
            self._name[number] = unit

    def demand(self, formula: Formula) -> None:
        """Ask for a set that fulfils a condition."""
        self._build.demand(formula, self._there)

    def look_up(self, unit: str) -> None:
        """Ask for what a unit needs if it is chosen; all units it names have been seen."""
        self._build.demand(self._needs[unit], self._there, [(self._number[unit], 1)])

    def limit(self, limit: Limit) -> None:
        """Limit what the units weigh together."""
        weighed = ((n, limit.weights.get(unit, 0)) for unit, n in self._number.items())
        self._build.at_most(weighed, limit.most)

    def refuse(self, units: frozenset[str]) -> None:
        """Ask for a set that does not contain all of some units."""
        if units <= self._number.keys():
            self._build.at_most(((self._number[u], 1) for u in units), len(units) - 1)

    def exclude(self, units: frozenset[str]) -> None:
        """Ask for another set than just these units."""
        inside = [n for unit, n in self._number.items() if unit in units]
        outside = [(n, 1) for unit, n in self._number.items() if unit not in units]
        if len(inside) == len(units):
            self._build.at_least([*((n, -1) for n in inside), *outside], 1 - len(inside))

    def _there(self, leaf: One) -> Terms:
        return ((self._number[unit], 1) for unit in sorted(leaf.options) if unit in self._number)

    def ask(self, clock: Clock) -> Best:
        """Give the cheapest choice, some of whose units may wait for each other."""
        return cheapest(self._build.asked(), clock.left())

    def ask_among(self, units: Collection[str], clock: Clock) -> Best:
        """Give the cheapest choice among some units alone."""
        asked = self._build.asked()
        kept = [n for n in range(len(asked.costs)) if n not in self._name or self._name[n] in units]
        best = cheapest(asked.only(kept), clock.left())
        if best.chosen is None:
            return best
        return replace(best, chosen=frozenset(kept[n] for n in best.chosen))

    def prices(self, conclusions: Implied, clock: Clock) -> tuple[float, dict[str, float]]:
        """Give what any set costs at least, and how much more with each unit.

        What follows from the conditions is added to them where it raises the least.
        """
        found = self._relaxed.solve(self._build.asked(), max(clock.left(), GRACE))
        for _ in range(CONCLUSIONS):
            shares = {u: found.shares[n] for u, n in self._number.items() if found.shares[n] > 0}
            if not self._conclude(conclusions.broken(shares)):
                break
            found = self._relaxed.solve(self._build.asked(), clock.left())
        return found.least, {unit: found.more[number] for unit, number in self._number.items()}

    def _conclude(self, broken: Iterable[tuple[str | None, frozenset[str]]]) -> bool:
        size = len(self._build.rows)
        for unit, options in broken:
            by = [] if unit is None else [(self._number[unit], 1)]
            self._build.demand(One(options), self._there, by)
        return len(self._build.rows) > size

    def units(self, chosen: frozenset[int]) -> frozenset[str]:
        """Give the units among decisions."""
        return frozenset(self._name[n] for n in chosen if n in self._name)

    def useful(self, most: int) -> frozenset[str]:
        """Give units in which every set lies that costs at most so much."""
        return frozenset(self._number) - self.units(too_dear(self._build.asked(), most))

    def forbid_circles(self, chosen: frozenset[str]) -> bool:
        """Learn from units that wait for each other; tell whether there were any.

        A unit in a circle needs help from outside: one of the units that are named by what it
        and those it waits for need, and that were not chosen. Without one, no set that
        contains it can be begun.
        """
        needs = self._needs
        circle = chosen - founded(chosen, needs)
        waits = {unit: set(named(needs[unit])) for unit in circle}
        for unit in sorted(circle):
            around = _reached(unit, waits)
            helpers = set().union(*(waits[each] for each in around)) - chosen
            helping = ((self._number[each], 1) for each in sorted(helpers & self._number.keys()))
            self._build.at_least([*helping, (self._number[unit], -1)], 0)
        return bool(circle)


def _reached(start: str, waits: Mapping[str, Collection[str]]) -> set[str]:
    found, fresh = {start}, [start]
    while fresh:
        for other in waits[fresh.pop()]:
            if other in waits and other not in found:
                found.add(other)
                fresh.append(other)
    return found
