"""Learning paths: the cheapest open way to a goal, in terms."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from curriculum_map.analysis.optimum.task import Clock
from curriculum_map.analysis.paths.answer import LearningPath
from curriculum_map.analysis.paths.blocked import Blocked, blocked_goals, without_order
from curriculum_map.analysis.paths.goals import Goal, goals_of, held_of
from curriculum_map.analysis.paths.limits import NO_LIMITS, Door, Limits, doors
from curriculum_map.analysis.paths.load import (
    Load,
    calendar_of,
    load_doors,
    load_of,
    terms_per_year,
)
from curriculum_map.analysis.paths.needs import Wanting
from curriculum_map.analysis.paths.plan import Known, Timed, cheapest_path
from curriculum_map.analysis.paths.question import Question, near_question, question_of
from curriculum_map.analysis.paths.steps import steps_of
from curriculum_map.analysis.paths.supply import supply_of
from curriculum_map.analysis.paths.terms import Calendar
from curriculum_map.analysis.voice import Voice
from curriculum_map.errors import BadQuestion
from curriculum_map.model import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """Where a learner wants to get, what they have and what is open to them.

    Attributes:
        to: Where to get: role profiles, units, and competencies as `competency@level`.
        have: What the learner has: units, and competencies as `competency@level`.
        limits: Which units are open.
        load: The most a term may hold, such as `420h` or `30ec`; empty for no limit.
        terms: Number of terms in a year, to 12; 0 for the highest number a unit names.
        only: The weakest status of contributions that count; empty lets all count.
    """

    to: Collection[str] = ()
    have: Collection[str] = ()
    limits: Limits = NO_LIMITS
    load: str = ""
    terms: int = 0
    only: str = ""


def learning_path(
    catalogue: Catalogue, journey: Journey, *, seconds: float = 10, language: str = ""
) -> LearningPath:
    """Find the cheapest set of open units that reaches goals, and an order in terms.

    Args:
        catalogue: A checked catalogue.
        journey: What is asked.
        seconds: When to stop looking for a better answer.
        language: What the answer speaks, as for `gaps`.

    Raises:
        UnknownName: If a name leads nowhere, or answers do not speak the language.
        BadQuestion: If a goal has no level or one that cannot be compared, a limit is
            impossible, or no path was found in time.
    """
    voice = Voice(catalogue, language)
    clock, start = Clock(seconds), start_of(catalogue, journey)
    goals = goals_of(start.wanting.supply.index, journey.to)
    question, found = answered(start, goals, clock)
    if found.terms is None and not found.impossible:
        raise BadQuestion(f"No path was found in {seconds:g} s. Allow more with --seconds.")
    blocked = blocked_goals(question, start.shut, voice)
    if found.impossible:
        blocked += without_order(question, voice)
    return _path(question, found, blocked, voice)


def answered(start: Start, goals: tuple[Goal, ...], clock: Clock) -> tuple[Question, Timed]:
    """Find a cheapest path, at first without looking at everything that could help."""
    question = near_question(start.wanting, goals, clock)
    if question is not None:
        calendar = start.calendar(question.needs)
        found = cheapest_path(
            question.task, calendar, clock, Known(question.choice, question.fewest)
        )
        if found.terms is not None:
            return question, found
    return fully_answered(start, goals, clock)


def fully_answered(start: Start, goals: tuple[Goal, ...], clock: Clock) -> tuple[Question, Timed]:
    """Find a cheapest path, looking at everything that could help."""
    question = question_of(start.wanting, goals)
    return question, cheapest_path(question.task, start.calendar(question.needs), clock)


@dataclass(frozen=True, slots=True)
class Start:
    """What is open to a learner before the first step.

    Attributes:
        wanting: Says what is missing.
        shut: What keeps units out.
        load: The most of a term; None for no limit.
        per_year: Number of terms in a year.
    """

    wanting: Wanting
    shut: tuple[Door, ...]
    load: Load | None
    per_year: int

    def calendar(self, units: Iterable[str]) -> Calendar:
        """Give what limits when some units can be taken."""
        catalogue = self.wanting.supply.index.catalogue
        return calendar_of(catalogue, units, self.load, self.per_year)


def start_of(catalogue: Catalogue, journey: Journey) -> Start:
    """Compile what a learner has and what is open to them.

    Raises:
        UnknownName: If a name leads nowhere.
        BadQuestion: If a level cannot be compared or a limit is impossible.
    """
    supply = supply_of(catalogue, journey.only)
    load, named = load_of(journey.load), supply.most_terms
    per_year = terms_per_year(named, journey.terms)
    shut = (*doors(catalogue, journey.limits), *load_doors(load, named, per_year))
    held = held_of(supply.index, journey.have)
    return Start(Wanting(supply, held, supply.without(shut, held.units)), shut, load, per_year)


def _path(
    question: Question, found: Timed, blocked: tuple[Blocked, ...], voice: Voice
) -> LearningPath:
    costs = question.costs
    return LearningPath(
        steps=steps_of(question, found.terms or {}, voice),
        measure=costs.measure,
        cost=costs.shown(found.cost),
        bound=costs.shown(found.bound),
        finish=found.finish,
        soonest=found.soonest,
        blocked=blocked,
        voice=voice,
    )
