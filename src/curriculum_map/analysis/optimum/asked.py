"""A task put as a question to the solver, with what was learned from its answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from curriculum_map.analysis.optimum.formula import Formula, One, named
from curriculum_map.analysis.optimum.implied import Implied
from curriculum_map.analysis.optimum.order import Needs, founded
from curriculum_map.analysis.optimum.rows import Builder, Terms
from curriculum_map.analysis.optimum.solver import Best, Relaxed, cheapest, too_dear
from curriculum_map.analysis.optimum.task import Clock, Limit, Task

CONCLUSIONS = 5
"""So many times conclusions are drawn from units taken in part."""

GRACE = 2.0
"""Seconds there are in any case to learn what a set costs at least."""


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
            if clock.left() <= 0 or not self._conclude(conclusions.broken(shares)):
                break
            further = self._relaxed.solve(self._build.asked(), clock.left())
            found = further if further.least >= found.least else found
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
