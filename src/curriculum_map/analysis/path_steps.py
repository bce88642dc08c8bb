"""The units of a path as steps: what each gives, and what needs it."""

from __future__ import annotations

from curriculum_map.analysis.optimum_formula import Formula, One, leaves
from curriculum_map.analysis.optimum_order import Needs
from curriculum_map.analysis.optimum_words import sentence
from curriculum_map.analysis.path_answer import Step
from curriculum_map.analysis.path_question import Question
from curriculum_map.analysis.path_terms import Timetable
from curriculum_map.analysis.voice import Voice, listed


def steps_of(question: Question, terms: Timetable) -> tuple[Step, ...]:
    """Describe the units of a path, by term and id."""
    voice = Voice(question.wanting.supply.index.catalogue)
    order = sorted(terms, key=lambda unit: (terms[unit], unit))
    return tuple(_step(unit, question, terms, voice) for unit in order)


def _step(unit: str, question: Question, terms: Timetable, voice: Voice) -> Step:
    index = question.wanting.supply.index
    gives = question.given_by(unit)
    needed_by = _needed_by(unit, question.needs, terms)
    said = []
    if gives:
        said.append(f"gives {listed([goal.said(voice) for goal in gives])}")
    if needed_by:
        said.append(f"needed by {listed([voice.unit(each) for each in needed_by])}")
    reason = sentence(said)
    names = tuple(goal.name(index) for goal in gives)
    return Step(terms[unit], unit, names, needed_by, reason)


def _needed_by(unit: str, needs: Needs, terms: Timetable) -> tuple[str, ...]:
    """Give the units of a path that name a unit, in time, in what they need."""
    return tuple(
        later
        for later in sorted(terms, key=lambda each: (terms[each], each))
        for leaf in [_naming(unit, needs[later])]
        if leaf and terms[unit] <= terms[later] - (leaf.timing == "pre")
    )


def _naming(unit: str, needs: Formula) -> One | None:
    return next((leaf for leaf in leaves(needs) if unit in leaf.options), None)
