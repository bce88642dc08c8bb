"""A cheapest set of units that meets demands and contains what its units need."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from zlib import crc32

from curriculum_map.analysis.optimum.asked import question_of
from curriculum_map.analysis.optimum.formula import Every, One
from curriculum_map.analysis.optimum.start import some_set
from curriculum_map.analysis.optimum.task import Clock, Limit, Task

LARGE = 10_000
"""For more units it takes too long to tell which could be in a set as cheap."""


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


def cheapest_set(task: Task, clock: Clock) -> Choice:
    """Find a cheapest set of units that meets a task, units without use left out."""
    question, bound = question_of(task), 0
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
