"""When each unit of a path is taken: exact orders, within a load and the terms on offer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from curriculum_map.analysis.optimum.formula import ALWAYS, Formula, One, holds, leaves
from curriculum_map.analysis.optimum.order import Needs, beginnable
from curriculum_map.analysis.optimum.rows import Builder, Terms
from curriculum_map.analysis.optimum.solver import Best, cheapest
from curriculum_map.analysis.optimum.task import Clock, Task

Timetable = Mapping[str, int]
"""The term each unit is taken in, from 1."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What limits when units can be taken.

    Attributes:
        per_year: Number of terms in a year, from 1. The first term of a path is the first
            of a year.
        offered: The terms of a year in which a unit is offered; a unit left out is offered
            in every term.
        loads: What each unit weighs, from 0.
        most: What the units of one term may weigh together; None for no limit.
    """

    per_year: int
    offered: Mapping[str, Collection[int]]
    loads: Mapping[str, int]
    most: int | None = None

    def offers(self, unit: str, term: int) -> bool:
        """Tell whether a unit is offered in a term of the path."""
        return unit not in self.offered or (term - 1) % self.per_year + 1 in self.offered[unit]


def earliest_terms(units: Iterable[str], needs: Needs, calendar: Calendar) -> Timetable:
    """Give the first term in which each unit could be taken if all of them are taken.

    The load is left out of account, and units that have to come in the same term may come
    before, so nothing can be earlier. Units that can never be begun are left out.
    """
    found: dict[str, int] = {}
    waiting, term, idle = set(units), 0, 0
    while waiting and idle < calendar.per_year:
        term += 1
        now = (unit for unit in waiting if calendar.offers(unit, term))
        begun = beginnable(now, found, needs)
        found |= dict.fromkeys(sorted(begun), term)
        waiting -= begun
        idle = 0 if begun else idle + 1
    return found


def listed_terms(units: frozenset[str], needs: Needs, calendar: Calendar) -> Timetable | None:
    """Put units into terms, in each term as many as the load allows, or give up.

    Gives up where a unit has to come in the same term as another one. Without a load limit
    no unit can be earlier.
    """
    if any(leaf.timing == "strict-co" for u in units for leaf in leaves(needs.get(u, ALWAYS))):
        return None
    if calendar.most is None:
        found = earliest_terms(units, needs, calendar)
        return found if len(found) == len(units) else None
    return _one_by_one(units, needs, calendar)


def _one_by_one(units: frozenset[str], needs: Needs, calendar: Calendar) -> Timetable | None:
    order = _most_urgent_first(units, needs)
    found: dict[str, int] = {}
    term, idle = 0, 0
    while len(found) < len(units) and idle < calendar.per_year:
        term += 1
        begun = _fitting(order, found, needs, calendar, term)
        found |= dict.fromkeys(begun, term)
        idle = 0 if begun else idle + 1
    return found if len(found) == len(units) else None


def _fitting(
    order: Iterable[str], done: Timetable, needs: Needs, calendar: Calendar, term: int
) -> list[str]:
    now: list[str] = []
    room = calendar.most or 0
    for unit in order:
        fits = unit not in done and calendar.offers(unit, term) and calendar.loads[unit] <= room
        if fits and holds(needs.get(unit, ALWAYS), done, now):
            now.append(unit)
            room -= calendar.loads[unit]
    return now


def _most_urgent_first(units: frozenset[str], needs: Needs) -> list[str]:
    """Order units so that those with the longest tail of units behind them come first."""
    tail = dict.fromkeys(units, 0)
    for _ in units:
        before = dict(tail)
        for unit in units:
            for leaf in leaves(needs.get(unit, ALWAYS)):
                for option in leaf.options & units:
                    tail[option] = max(tail[option], min(before[unit] + 1, len(units)))
        if tail == before:
            break
    return sorted(units, key=lambda unit: (-tail[unit], unit))


def timed_set(
    task: Task, calendar: Calendar, last: int, clock: Clock
) -> tuple[Best, Timetable | None]:
    """Find a cheapest set of units together with terms for them, none after `last`.

    Returns:
        What the solver found, and the timetable; None if it found none.
    """
    question = _TimedQuestion(task, calendar, last)
    best = cheapest(question.build.asked(), clock.left())
    return best, None if best.chosen is None else question.timetable(best.chosen)


def early_terms(task: Task, calendar: Calendar, last: int, clock: Clock) -> Timetable | None:
    """Put all units of a task into terms, none after `last`, in all as early as possible.

    Returns:
        None if that cannot be done, or was not done in time.
    """
    everything = tuple(One(frozenset((unit,))) for unit in task.costs)
    free = replace(task, demands=everything, costs=dict.fromkeys(task.costs, 0))
    question = _TimedQuestion(free, calendar, last, haste=1)
    best = cheapest(question.build.asked(), clock.left())
    return None if best.chosen is None else question.timetable(best.chosen)


class _TimedQuestion:
    """A task put to the solver with terms: one decision whether a unit is done by a term."""

    def __init__(self, task: Task, calendar: Calendar, last: int, haste: int = 0) -> None:
        self.build = Builder()
        self._task, self._calendar, self._last = task, calendar, last
        first = earliest_terms(task.costs, task.needs, calendar)
        self._done: dict[tuple[str, int], int] = {}
        for unit, term in first.items():
            self._decide(unit, term, haste)
        for demand in task.demands:
            self.build.demand(demand, lambda leaf: self._by(leaf, last))
        for unit in task.costs:
            for term in range(1, last + 1):
                self._condition(unit, task.needs.get(unit, ALWAYS), term)
        self._limit()

    def _decide(self, unit: str, first: int, haste: int) -> None:
        done = None
        for term in range(first, self._last + 1):
            if self._calendar.offers(unit, term):
                now = self.build.decision(-haste)
                if done is not None:
                    self.build.at_least([(now, 1), (done, -1)], 0)
                done = now
            if done is not None:
                self._done[unit, term] = done
        if done is not None:
            self.build.costs[done] += self._task.costs[unit]

    def _at(self, unit: str, term: int, weight: int = 1) -> Terms:
        found = self._done.get((unit, term))
        return () if found is None else ((found, weight),)

    def _by(self, leaf: One, term: int) -> Terms:
        return (each for unit in sorted(leaf.options) for each in self._at(unit, term))

    def _in(self, leaf: One, term: int) -> Terms:
        return (each for unit in sorted(leaf.options) for each in self._begun(unit, term))

    def _begun(self, unit: str, term: int) -> Terms:
        return (*self._at(unit, term), *self._at(unit, term - 1, -1))

    def _condition(self, unit: str, needs: Formula, term: int) -> None:
        before = self._done.get((unit, term - 1))
        if needs == ALWAYS or self._done.get((unit, term)) == before:
            return

        def leaf(each: One) -> Terms:
            """Give the decisions by which a unit is there in time for this one."""
            if each.timing == "strict-co":
                return self._in(each, term)
            return self._by(each, term - (each.timing == "pre"))

        # What has to come in the same term is asked for in the term of the unit only.
        strict = any(each.timing == "strict-co" for each in leaves(needs))
        self.build.demand(needs, leaf, self._begun(unit, term) if strict else self._at(unit, term))

    def _limit(self) -> None:
        units, last, most = self._task.costs, self._last, self._calendar.most
        for limit in self._task.limits:
            weighed = (t for u in units for t in self._at(u, last, limit.weights.get(u, 0)))
            self.build.at_most(weighed, limit.most)
        for term in range(1, last + 1) if most is not None else ():
            loads = self._calendar.loads
            begun = ((n, w * loads[u]) for u in units for n, w in self._begun(u, term))
            self.build.at_most(begun, most or 0)

    def timetable(self, chosen: frozenset[int]) -> Timetable:
        """Give the first term by which each chosen unit is done."""
        terms: dict[str, int] = {}
        for (unit, term), decision in self._done.items():
            if decision in chosen:
                terms[unit] = min(term, terms.get(unit, term))
        return terms
