"""The units of a path as steps: what each gives, and what needs it."""

from __future__ import annotations

from curriculum_map.analysis.index import Index
from curriculum_map.analysis.optimum.formula import leaves
from curriculum_map.analysis.optimum.order import Needs
from curriculum_map.analysis.optimum.words import sentence
from curriculum_map.analysis.paths.answer import Step
from curriculum_map.analysis.paths.goals import Goal
from curriculum_map.analysis.paths.question import Question
from curriculum_map.analysis.paths.terms import Timetable
from curriculum_map.analysis.voice import Voice, listed


def steps_of(question: Question, terms: Timetable) -> tuple[Step, ...]:
    """Describe the units of a path, by term and id."""
    index = question.wanting.supply.index
    order = sorted(terms, key=lambda unit: (terms[unit], unit))
    gives, needed_by = question.given_by(terms), _needed_by(order, question.needs, terms)
    return tuple(
        _step(unit, terms[unit], gives[unit], tuple(needed_by[unit]), index) for unit in order
    )


def _step(
    unit: str, term: int, gives: list[Goal], needed_by: tuple[str, ...], index: Index
) -> Step:
    voice = Voice(index.catalogue)
    said = []
    if gives:
        said.append(f"gives {listed([goal.said(voice) for goal in gives])}")
    if needed_by:
        said.append(f"needed by {listed([voice.unit(each) for each in needed_by])}")
    return Step(term, unit, tuple(goal.name(index) for goal in gives), needed_by, sentence(said))


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
