"""The units of a path as steps: what each gives, and what needs it."""

from __future__ import annotations

from collections.abc import Sequence

from curriculum_map.analysis.optimum.formula import leaves
from curriculum_map.analysis.optimum.order import Needs
from curriculum_map.analysis.paths.answer import Step
from curriculum_map.analysis.paths.goals import Goal
from curriculum_map.analysis.paths.question import Question
from curriculum_map.analysis.paths.terms import Timetable
from curriculum_map.analysis.speech import sentence
from curriculum_map.analysis.voice import Voice


def steps_of(question: Question, terms: Timetable, voice: Voice) -> tuple[Step, ...]:
    """Describe the units of a path, by term and id."""
    index = question.wanting.supply.index
    order = sorted(terms, key=lambda unit: (terms[unit], unit))
    gives, needed_by = question.given_by(terms), _needed_by(order, question.needs, terms)
    return tuple(
        Step(
            terms[unit],
            unit,
            tuple(goal.name(index) for goal in gives[unit]),
            tuple(needed_by[unit]),
            reason(gives[unit], "needed-by", needed_by[unit], voice),
        )
        for unit in order
    )


def reason(gives: Sequence[Goal], helps: str, units: Sequence[str], voice: Voice) -> str:
    """Say in a sentence which goals a unit gives and what it does for other units.

    Args:
        gives: The goals.
        helps: What it does for them: `needed-by` or `opens`.
        units: Their ids.
        voice: Speaks of them.
    """
    said = []
    if gives:
        goals = voice.listed([goal.said(voice) for goal in gives])
        said.append(voice.counted("gives", len(gives), goals=goals))
    if units:
        said.append(
            voice.counted(helps, len(units), units=voice.listed(list(map(voice.unit, units))))
        )
    return sentence(said)


def _needed_by(order: list[str], needs: Needs, terms: Timetable) -> dict[str, list[str]]:
    """Give for each unit of a path the units that name it, in time, in what they need."""
    found: dict[str, list[str]] = {unit: [] for unit in order}
    for later in order:
        helping = {
            unit: None
            for leaf in leaves(needs[later])
            for unit in sorted(leaf.options & terms.keys())
            if terms[unit] <= terms[later] - (leaf.timing == "pre")
        }
        for unit in helping:
            found[unit].append(later)
    return found
