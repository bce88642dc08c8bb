"""What a learner can take now, and what that opens later."""

from __future__ import annotations

from collections.abc import Mapping

from curriculum_map.analysis.index import Index
from curriculum_map.analysis.optimum.formula import Formula, named
from curriculum_map.analysis.optimum.order import beginnable
from curriculum_map.analysis.paths.goals import Goal, goals_of
from curriculum_map.analysis.paths.path import Journey, start_of
from curriculum_map.analysis.paths.question import question_of
from curriculum_map.analysis.paths.steps import reason
from curriculum_map.analysis.table import Table
from curriculum_map.analysis.voice import Voice
from curriculum_map.model import Catalogue

COLUMNS = {
    "unit": "string",
    "workload": "float64",
    "gives": "string",
    "opens": "string",
    "title": "string",
    "institution": "string",
    "credits": "float64",
    "terms": "string",
    "reason": "string",
}


def next_units(catalogue: Catalogue, journey: Journey, *, language: str = "") -> Table:
    """List the open units whose requisites are met now, and what each of them opens.

    Args:
        catalogue: A checked catalogue.
        journey: What the learner has and what is open to them. With goals only units are
            listed that could help to reach one; without, all.
        language: What the answer speaks, as for `gaps`.

    Returns:
        One row a unit, by id. What has to be taken together in one term is listed together.

        - ``workload``, ``credits``: clock hours and EC; missing if nobody states them
        - ``gives``: the goals towards which it counts, joined by ``, ``
        - ``opens``: the units that name it in what they need and can be taken once the units
          of this list are passed, joined by ``, ``
        - ``terms``: the terms of a year in which it is offered, joined by ``, ``; empty for any
        - ``reason``: what it gives and opens, as a sentence; empty if it does neither

    Raises:
        UnknownName: If a name leads nowhere, or answers do not speak the language.
        BadQuestion: If a goal has no level or one that cannot be compared, or a limit is
            impossible.
    """
    voice = Voice(catalogue, language)
    wanting = start_of(catalogue, journey).wanting
    goals = goals_of(wanting.supply.index, journey.to)
    question = question_of(wanting, goals, also=() if goals else wanting.takeable)
    now = beginnable(question.needs, (), question.needs)
    later = beginnable(question.needs.keys() - now, now, question.needs)
    opening = _opening(now, later, question.needs)
    gives = question.given_by(now)
    index = wanting.supply.index
    rows = (_row(unit, gives[unit], opening[unit], index, voice) for unit in sorted(now))
    return Table("next", COLUMNS, tuple(rows))


def _opening(
    now: frozenset[str], later: frozenset[str], needs: Mapping[str, Formula]
) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {unit: [] for unit in now}
    for unit in sorted(later):
        for before in sorted(now.intersection(named(needs[unit]))):
            found[before].append(unit)
    return found


def _row(
    name: str, gives: list[Goal], opens: list[str], index: Index, voice: Voice
) -> tuple[object, ...]:
    unit = index.catalogue.units[name]
    return (
        name,
        unit.workload.hours if unit.workload else None,
        ", ".join(goal.name(index) for goal in gives),
        ", ".join(opens),
        voice.words(unit.title) or name,
        unit.institution,
        unit.credits.ec if unit.credits else None,
        ", ".join(map(str, sorted(unit.terms))),
        reason(gives, "opens", opens, voice),
    )
