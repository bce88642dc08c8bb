"""A cheapest set of units in terms: cost first, then the earliest finish."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import NamedTuple

from curriculum_map.analysis.optimum.formula import holds
from curriculum_map.analysis.optimum.set import Choice, cheapest_set, picking
from curriculum_map.analysis.optimum.task import Clock, Limit, Task
from curriculum_map.analysis.paths.terms import (
    Calendar,
    Timetable,
    earliest_terms,
    early_terms,
    listed_terms,
    timed_set,
)

# So many decisions the solver still takes in a fraction of a second.
LARGEST = 20_000


@dataclass(frozen=True, slots=True)
class Timed:
    """Units in terms, as good as they were found in time.

    Attributes:
        terms: The term of each unit, from 1; None if nothing was found.
        cost: What the units cost together.
        bound: No set that does costs less.
        soonest: No set that costs as little is finished before this term.
        impossible: Whether it is proved that no units in no terms do.
    """

    terms: Timetable | None
    cost: int
    bound: int
    soonest: int
    impossible: bool = False

    @property
    def finish(self) -> int:
        """The last term in which something is taken; 0 for no units."""
        return max((self.terms or {}).values(), default=0)


class Known(NamedTuple):
    """What is known of a task before.

    Attributes:
        choice: A cheapest set; then no dearer ones are looked for. None if it is not known.
        fewest: Terms that any path takes at least, if paths as cheap may consist of units that
            the task leaves out; None if it leaves out none of them.
    """

    choice: Choice | None = None
    fewest: int | None = None


UNKNOWN = Known()


def cheapest_path(task: Task, calendar: Calendar, clock: Clock, known: Known = UNKNOWN) -> Timed:
    """Find a cheapest set of units that meets a task, and terms for them.

    Of equally cheap ones one that is finished earliest, of these one with the fewest units.

    Args:
        task: What is asked.
        calendar: When units can be taken.
        clock: Ends the search.
        known: What is known already.
    """
    choice = known.choice or cheapest_set(task, clock)
    if choice.units is None:
        return Timed(None, 0, choice.bound, 0, choice.impossible)
    terms = _terms(task, choice.units, calendar, clock)
    if terms is None and known.choice is None and clock.left() > 0:
        # These units have to come in the same term and cannot: look for others.
        others = replace(task, other_than=(*task.other_than, choice.units))
        return cheapest_path(others, calendar, clock)
    if terms is None:
        return Timed(None, 0, choice.bound, 0)
    found = Timed(terms, choice.cost, choice.bound, 0)
    if not choice.proved:
        return found
    sooner = _soonest(task, choice, found, calendar, clock)
    return sooner if known.fewest is None else replace(sooner, soonest=known.fewest)


def _terms(
    task: Task, units: frozenset[str], calendar: Calendar, clock: Clock, last: int = 0
) -> Timetable | None:
    """Give terms for all of some units, none after `last` if that is not 0."""
    own = task.among(units)
    found = listed_terms(units, own.needs, calendar)
    if found is not None and (not last or max(found.values(), default=0) <= last):
        return found
    # Nothing is gained by waiting longer than once around the year before each unit.
    return early_terms(own, calendar, last or len(units) * calendar.per_year, clock)


def _soonest(task: Task, choice: Choice, found: Timed, calendar: Calendar, clock: Clock) -> Timed:
    """Improve a set that is proved cheapest by one that is as cheap and finished earlier."""
    useful = task.among(choice.useful)
    soonest = _no_sooner(useful, choice.useful, calendar)
    if choice.useful == choice.units and found.finish == soonest:
        return replace(found, soonest=soonest)
    same = Limit(task.costs, choice.cost)
    picked = picking(choice.useful, len(choice.useful))
    asked = replace(useful, costs=picked, limits=(*task.limits, same))
    for last in range(soonest, found.finish + 1):
        if len(choice.useful) * last > LARGEST:
            break
        best, terms = timed_set(asked, calendar, last, clock)
        if terms is not None:
            tidy = _terms(task, frozenset(terms), calendar, clock, last) or terms
            return replace(found, terms=tidy, soonest=last)
        if not best.impossible:
            break
        soonest = last + 1
    return replace(found, soonest=soonest)


def _no_sooner(task: Task, units: Collection[str], calendar: Calendar) -> int:
    """Give a term before which no units can meet the demands of a task."""
    first = earliest_terms(units, task.needs, calendar)
    for last in sorted({0, *first.values()}):
        there = {unit for unit, term in first.items() if term <= last}
        if all(holds(demand, there) for demand in task.demands):
            return last
    return 0
