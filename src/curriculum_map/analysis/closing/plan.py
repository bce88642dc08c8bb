"""Closing plans: the cheapest existing units that close the gaps of a programme."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from curriculum_map.analysis.closing.answer import Addition, ClosingPlan, Proposal
from curriculum_map.analysis.closing.question import (
    ClosingQuestion,
    Repair,
    closing_question,
)
from curriculum_map.analysis.optimum.formula import named
from curriculum_map.analysis.optimum.set import Choice, cheapest_set, tidiest_set
from curriculum_map.analysis.optimum.task import Clock, Task
from curriculum_map.analysis.optimum.words import amount
from curriculum_map.analysis.paths.supply import supply_of
from curriculum_map.analysis.sentences import spoken
from curriculum_map.analysis.speech import Speech
from curriculum_map.errors import BadQuestion
from curriculum_map.model import Catalogue


def closing_plan(
    catalogue: Catalogue,
    repair: Repair,
    *,
    alternatives: int = 0,
    seconds: float = 10,
    language: str = "",
) -> ClosingPlan:
    """Find the cheapest existing units that, added as required units, close all gaps.

    What the added units require is added too, unless every student takes it already. A unit
    that is elective in the plan may be chosen as well: it is then taken by everybody, and its
    group stays as it is.

    Args:
        catalogue: A checked catalogue.
        repair: What is asked.
        alternatives: How many next best plans to give besides, fewer if the time is up; none
            contains all units of one before it.
        seconds: When to stop looking for a better answer.
        language: What the answer speaks, as for `gaps`. `ClosingPlan.spoken` says it in another
            language without looking again.

    Raises:
        UnknownName: If a name leads nowhere, or answers do not speak the language.
        BadQuestion: If no plan stays within the limits, or none was found in time.
    """
    spoken(language)
    clock = Clock(seconds)
    question = closing_question(supply_of(catalogue, repair.only), repair)
    choices = tuple(_choices(question.task(), 1 + max(alternatives, 0), clock))
    if not choices or choices[0].units is None:
        raise _no_plan(question, choices, seconds, clock)
    proposals = tuple(_proposal(question, choice) for choice in choices)
    return ClosingPlan(repair, question.plan, proposals, question.open).spoken(language)


def _choices(task: Task, wanted: int, clock: Clock) -> Iterator[Choice]:
    """Give the cheapest sets, each unlike all before it; the first also if there is none."""
    for number in range(wanted):
        if number and clock.left() <= 0:
            return
        choice = tidiest_set(task, cheapest_set(task, clock), clock)
        if choice.units is None and number:
            return
        yield choice
        if not choice.units:
            return
        task = replace(task, unlike=(*task.unlike, choice.units))


def _no_plan(
    question: ClosingQuestion, choices: Collection[Choice], seconds: float, clock: Clock
) -> BadQuestion:
    if not any(choice.impossible for choice in choices):
        return BadQuestion(f"No plan was found in {seconds:g} s. Allow more with --seconds.")
    without = cheapest_set(replace(question.task(), limits=()), clock)
    said = "No plan that closes the gaps stays within the limits."
    if without.units is not None:
        hours = question.costs.shown(without.cost)
        needed = amount(len(without.units), hours, question.costs.measure, Speech())
        said += f" Without limits to their number, credits and hours it takes {needed}."
    return BadQuestion(said)


def _proposal(question: ClosingQuestion, choice: Choice) -> Proposal:
    units, costs = choice.units or frozenset(), question.costs
    additions = tuple(_addition(unit, units, question) for unit in sorted(units))
    cost, bound = costs.shown(choice.cost), costs.shown(choice.bound)
    return Proposal(additions, costs.measure, cost, bound)


def _addition(unit: str, units: frozenset[str], question: ClosingQuestion) -> Addition:
    gaps = tuple(gap for gap, formula in question.gaps.items() if unit in named(formula))
    needed_by = tuple(u for u in sorted(units) if unit in named(question.needs[u]))
    return Addition(unit, gaps, needed_by, unit in question.plan.holders)
