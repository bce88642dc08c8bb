"""A question about a path compiled: the units that could help, what they need and cost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from curriculum_map.analysis.optimum.formula import NEVER, Formula, named, within
from curriculum_map.analysis.optimum.near import near
from curriculum_map.analysis.optimum.order import fewest_terms, founded
from curriculum_map.analysis.optimum.set import Choice
from curriculum_map.analysis.optimum.task import Clock, Task
from curriculum_map.analysis.paths.goals import Goal
from curriculum_map.analysis.paths.limits import EXACTNESS, Costs, costs_of
from curriculum_map.analysis.paths.needs import Wanting, closure


@dataclass(frozen=True, slots=True)
class Question:
    """Goals, and everything that could help to reach them.

    Attributes:
        wanting: Says what is missing.
        goals: The goals that can be reached and are not held yet, with what reaches each.
        blocked: The goals that cannot be reached.
        needs: The units that could have a part in a path, and what each needs.
        costs: What they cost.
        choice: A cheapest set of units, if one was found on the way.
        fewest: Terms that a path takes at least, if units were left out that a path as cheap
            could consist of; None if none were.
    """

    wanting: Wanting
    goals: Mapping[Goal, Formula]
    blocked: tuple[Goal, ...]
    needs: Mapping[str, Formula]
    costs: Costs
    choice: Choice | None = None
    fewest: int | None = None

    @property
    def task(self) -> Task:
        """What is asked of a set of units."""
        return Task(self.costs.of, tuple(self.goals.values()), self.needs)

    def given_by(self, units: Iterable[str]) -> dict[str, list[Goal]]:
        """Give for each of some units the goals towards which it counts."""
        found: dict[str, list[Goal]] = {unit: [] for unit in units}
        for goal, formula in self.goals.items():
            for unit in sorted(set(named(formula)) & found.keys()):
                found[unit].append(goal)
        return found


def question_of(wanting: Wanting, goals: Iterable[Goal], also: Iterable[str] = ()) -> Question:
    """Compile a question with everything that could help.

    Only units that somebody on the way to a goal could need, and that can ever be begun, have
    a part in it; this leaves out no path that is not longer than one without them.

    Args:
        wanting: Says what is missing for the learner.
        goals: Where they want to get.
        also: Units to keep whether they could help or not.
    """
    catalogue = wanting.supply.index.catalogue
    wanted = {goal: _reaching(wanting, goal) for goal in goals}
    start = [unit for formula in wanted.values() for unit in named(formula)]
    around = closure([*start, *also], wanting.needs)
    begun = founded(around, around)
    reached = {goal: within(formula, begun) for goal, formula in wanted.items()}
    fine = {goal: formula for goal, formula in reached.items() if formula != NEVER}
    needs = {unit: within(formula, begun) for unit, formula in around.items() if unit in begun}
    helping = [unit for formula in fine.values() for unit in named(formula)]
    kept = closure([*helping, *(unit for unit in also if unit in begun)], needs.__getitem__)
    blocked = tuple(goal for goal in wanted if goal not in fine)
    return Question(wanting, fine, blocked, kept, costs_of(catalogue, kept))


def near_question(wanting: Wanting, goals: Iterable[Goal], clock: Clock) -> Question | None:
    """Compile a question with the units in which every cheapest set lies.

    Returns:
        None if not all goals can be reached, or an open unit does not state its hours, so that
        it depends on all that could help what is counted.
    """
    supply, wanted = wanting.supply, {goal: _reaching(wanting, goal) for goal in goals}
    if NEVER in wanted.values() or not wanting.takeable <= supply.hours.keys():
        return None
    found = near(
        tuple(wanted.values()),
        wanting.needs,
        lambda unit: supply.hours[unit] // supply.shared,
        clock,
    )
    if found is None:
        return None
    costs = Costs("hours", found.task.costs, supply.shared / EXACTNESS)
    reached = dict(zip(wanted, found.task.demands, strict=True))
    fewest = None if found.complete else fewest_terms(wanted.values(), wanting.needs)
    return Question(wanting, reached, (), found.task.needs, costs, found.choice, fewest)


def _reaching(wanting: Wanting, goal: Goal) -> Formula:
    if goal.unit:
        return wanting.having(goal.unit)
    return wanting.reaching(goal.competency, goal.rank)
