"""Courses, components and tests of the API as units with their outcomes and assessments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from curriculum_map.formats.curricular_analytics import slug
from curriculum_map.formats.json_tree import scalar
from curriculum_map.formats.oeapi.codes import COMPONENTS, DELIVERIES, LEVELS, TESTS
from curriculum_map.formats.oeapi.objects import Thing
from curriculum_map.formats.oeapi.outcomes_reader import OutcomesReader
from curriculum_map.formats.oeapi.structure import Structure
from curriculum_map.formats.oeapi.values import EVERYWHERE, Values, unused
from curriculum_map.model.unit import AssessmentKind, UnitKind

Body = dict[str, Any]

_KINDS = {theirs: ours for ours, theirs in COMPONENTS.items()}
_TESTS = {theirs: ours for ours, theirs in TESTS.items() if ours}
_EQF = {theirs: str(ours) for ours, theirs in LEVELS.items()}
_DELIVERIES = {theirs: ours for ours, theirs in DELIVERIES.items()}
_OF_UNITS = frozenset(
    [
        *("componentType", "abbreviation", "teachingLanguages", "modesOfDelivery", "studyLoad"),
        *("fieldsOfStudy", "level", "admissionRequirements", "link"),
    ]
)
_OF_TESTS = frozenset(["componentType"])


class UnitsReader:
    """Makes what a project would say of units."""

    def __init__(self, structure: Structure, outcomes: OutcomesReader, values: Values) -> None:
        self._at, self._outcomes, self._values = structure, outcomes, values

    def all(self, units: list[Thing]) -> Iterator[tuple[Thing, str, Body]]:
        """Give each unit with its id and what is said about it."""
        # A test may test what another unit teaches, so all outcomes are named first.
        names = [self._at.id_of("unit", each) for each in units]
        outcomes = list(map(self._outcomes.of_unit, names, units))
        for thing, name, its in zip(units, names, outcomes, strict=True):
            yield thing, name, self._unit(thing, name, its)

    def _unit(self, thing: Thing, name: str, outcomes: Body) -> Body:
        unused(thing, {*EVERYWHERE, *_OF_UNITS})
        load, code = self._values.load(thing), thing.text("abbreviation")
        mode = self._values.first(thing, "modesOfDelivery")
        delivery = self._values.code(thing, "modeOfDelivery", mode, "modesOfDelivery")
        level = self._values.code(thing, "level", thing.text("level"), "level")
        return {
            "institution": self._at.offered_by(thing),
            "kind": self._kind(thing),
            "title": self._values.title(thing),
            "description": self._values.said(thing, "description"),
            "code": None if code == name else code,
            "workload": load.get("sbu"),
            "credits": load.get("ects"),
            "languages": self._values.languages_of(thing),
            "delivery": _DELIVERIES.get(delivery),
            "fields": self._values.field(thing),
            "eqf": _EQF.get(level),
            "entry": self._entry(thing),
            "parts": [self._at.id_of("unit", each) for each in self._at.parts[name]],
            "outcomes": outcomes,
            "assessments": {_last(each): self._test(each, name) for each in self._at.tests[name]},
            "url": self._values.address(thing),
        }

    def _entry(self, thing: Thing) -> Body:
        required = thing.own and thing.own.get("requires")
        return {} if required else dict(self._values.said(thing, "admissionRequirements"))

    def _kind(self, thing: Thing) -> str:
        typed = thing.text("componentType")
        if typed is None:
            return "course"
        code = self._values.code(thing, "learningComponentType", typed, "componentType")
        kind = _KINDS.get(code, code.removeprefix("x-"))
        if kind in get_args(UnitKind):
            return kind
        thing.pass_over(f'Components of the type "{typed}" are read as "other"')
        return "other"

    def _test(self, thing: Thing, unit: str) -> Body:
        unused(thing, {*EVERYWHERE, *_OF_TESTS})
        typed = thing.text("componentType")
        code = self._values.code(thing, "testComponentType", typed, "componentType")
        kind = _TESTS.get(code, code.removeprefix("x-"))
        known = kind in get_args(AssessmentKind)
        if not known and code != "unknown":
            thing.pass_over(f'Tests of the type "{typed}" are read without a kind')
        tested = []
        for link in thing.links("learningOutcomes"):
            found = self._outcomes.outcomes[link.lower()]
            own = [each for each in found if each.startswith(f"{unit}/")]
            tested += [scalar(each, link) for each in own or found]
        title = self._values.title(thing)
        body: Body = {"title": title, "kind": kind if known else "", "tests": tested}
        return {key: value for key, value in body.items() if value}


def _last(thing: Thing) -> str:
    """Give the id of an assessment within its unit: the last part of its code."""
    code = thing.inner("primaryCode")
    text = str((code and code.text("code")) or "")
    return slug(text.rpartition("/")[2] if thing.own else text, "test")
