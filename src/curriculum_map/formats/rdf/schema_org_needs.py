"""What Bioschemas asks for of a course, and what a catalogue does not say of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from curriculum_map.model import Catalogue, Outcome, Text, Unit
from curriculum_map.problems import Problem, Where

_COURSE = 'Bioschemas takes no course without {}: "{}" is left out.'
_INSTANCE = 'Bioschemas takes no run of a course without {}: "{}" is written without one.'


class Courses(NamedTuple):
    """What can be written of a catalogue.

    Attributes:
        courses: Ids of the units that can be written.
        instances: Ids of those of which a run can be written.
        missing: What else would have to be said, sorted by file and line; warnings.
    """

    courses: frozenset[str]
    instances: frozenset[str]
    missing: tuple[tuple[str, Problem], ...]


def courses_of(catalogue: Catalogue) -> Courses:
    """Find what can be written as courses, and what the rest lacks."""
    courses, instances, missing = set(), set(), set()
    for name, unit in catalogue.units.items():
        lacks = [(_COURSE, each) for each in _lacks(unit)]
        if not lacks:
            courses.add(name)
            lacks = [(_INSTANCE, each) for each in _run_lacks(unit, catalogue)]
            instances |= set() if lacks else {name}
        for words, lack in lacks:
            message = words.format(lack, name)
            problem = Problem(unit.where or Where(""), "missing-field", message, "warning")
            missing.add((name, problem))
    return Courses(
        frozenset(courses),
        frozenset(instances),
        tuple(sorted(missing, key=lambda each: (each[1], each[0]))),
    )


def description_of(unit: Unit) -> Text:
    """Give what a unit is about: its description, else what a learner can do after it."""
    if unit.description:
        return unit.description
    said: dict[str, list[str]] = {}
    for outcome in unit.outcomes:
        for tag, words in outcome.text.values:
            said.setdefault(tag, []).append(words.rstrip("."))
    return Text(tuple((tag, "; ".join(words)) for tag, words in sorted(said.items())))


def competencies_of(*outcomes: Outcome) -> list[str]:
    """Give the competencies that outcomes work on, each once, in order."""
    return list(dict.fromkeys(c.competency for each in outcomes for c in each.contributions))


def _lacks(unit: Unit) -> Iterator[str]:
    if not description_of(unit):
        yield "`description`, what it is about, or the text of an outcome"
    if not competencies_of(*unit.outcomes):
        yield "an outcome that works on a competency, whose title is its keyword"


def _run_lacks(unit: Unit, catalogue: Catalogue) -> Iterator[str]:
    if unit.delivery is None:
        yield "`delivery`, whether it is taught on site"
    elif unit.delivery != "online" and not catalogue.institutions[unit.institution].country:
        yield f'`country`, where its institution "{unit.institution}" is'
