"""Institutions, programmes, units and assessments as objects of the API, version 6."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from curriculum_map.formats.oeapi.codes import (
    COMPONENTS,
    DEGREES,
    DELIVERIES,
    LEVELS,
    TESTS,
    code_type,
)
from curriculum_map.formats.oeapi.outcomes_writer import OutcomesWriter
from curriculum_map.formats.oeapi.saying import Said, Saying, is_theirs, without_nothing
from curriculum_map.formats.rdf.trees import in_words
from curriculum_map.formats.spelled import OWN
from curriculum_map.model import (
    NO_REQUISITE,
    Assessment,
    Catalogue,
    Credits,
    Identifier,
    Institution,
    Programme,
    Text,
    Unit,
    Workload,
)
from curriculum_map.model.declare import Named

ENDPOINTS = (
    *("organisations", "programmes", "courses", "learning-components", "test-components"),
    "learning-outcomes",
)
"""The lists the API has of what a project describes."""
PART = "x-part"
"""The type of an organisation of which only is known that it is a part of another one."""
NESTED_ONCE = "A learning component stands in one course, and a course in none."
OF_COMPONENTS = ("credits", "workload", "fields", "eqf", "requires", "entry", "url")
"""What the API has no field for where a unit is but a part of others."""


class Writer:
    """Writes a catalogue.

    Attributes:
        say: Writes texts, and has the losses.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.say = Saying(catalogue)
        self._of = catalogue
        self._programmes, self._wholes = (
            defaultdict[str, list[str]](list),
            defaultdict[str, list[str]](list),
        )
        self._below: defaultdict[str, list[str]] = defaultdict(list)
        for each in catalogue.institutions.values():
            self._below[each.part_of].append(self.say.uuid("institution", each.id))
        for programme in catalogue.programmes.values():
            for item in programme.plan:
                for unit in item.units:
                    self._programmes[unit].append(self.say.uuid("programme", programme.id))
        for whole in catalogue.units.values():
            for part in whole.parts:
                self._wholes[part].append(whole.id)

    def objects(self) -> Mapping[str, list[Said]]:
        """Give the objects of each list, by id."""
        units = self._of.units.values()
        made = (
            map(self._organisation, self._of.institutions.values()),
            map(self._programme, self._of.programmes.values()),
            (self._course(each) for each in units if self.is_course(each.id)),
            (self._component(each) for each in units if not self.is_course(each.id)),
            (self._test(unit, each) for unit in units for each in unit.assessments if each.title),
            OutcomesWriter(self._of, self.say).objects(),
        )
        return {name: list(each) for name, each in zip(ENDPOINTS, made, strict=True)}

    def is_course(self, unit: str) -> bool:
        """Tell whether a unit stands in a plan, or is no part of another one."""
        return unit in self._programmes or unit not in self._wholes

    def _object(self, thing: Named, key: str, said: Said, ext: Said) -> Said:
        ext = {**ext, **self.say.unsaid(thing, ["assumed"])}
        return without_nothing(
            {
                key: self.say.uuid(thing.kind, thing.id),
                "primaryCode": {"codeType": "identifier", "code": thing.id},
                "name": self.say.texts(thing.title, thing.id),
                **said,
                "ext": {OWN: ext} if ext else None,
            }
        )

    def _organisation(self, institution: Institution) -> Said:
        above = list(self._above(institution))
        said = {
            "organisationType": PART if above else "root",
            "description": self.say.texts(institution.description, institution.id),
            "link": institution.url,
            "otherCodes": _codes(institution.identifiers),
            "rootId": self.say.uuid("institution", above[-1]) if above else None,
            "parentId": self.say.uuid("institution", above[0]) if above else None,
            "childIds": self._below[institution.id],
        }
        ext = self.say.unsaid(institution, ["country"])
        return self._object(institution, "organisationId", said, ext)

    def _above(self, institution: Institution) -> Iterator[str]:
        while institution.part_of:
            yield institution.part_of
            institution = self._of.institutions[institution.part_of]

    def _programme(self, programme: Programme) -> Said:
        degree = DEGREES.get(programme.degree) if programme.degree else None
        description, about = self.say.about(programme)
        said = {
            "programmeType": "programme",
            "description": description,
            "teachingLanguages": self._languages(programme),
            "studyLoad": _load(programme.credits, None),
            "qualificationAwarded": degree,
            "level": None if degree == "none" else degree,
            "levelOfQualification": programme.eqf and f"eqf_{programme.eqf}",
            "fieldsOfStudy": next(iter(programme.fields), None),
            "link": programme.url,
            "otherCodes": _codes(programme.identifiers),
            "organisationId": self.say.uuid("institution", programme.institution),
        }
        unsaid = ["plan", *self._more(programme), "nqf"]
        if programme.degree in ("research-master", "postgraduate"):
            unsaid.append("degree")
        ext = about | self.say.unsaid(programme, unsaid)
        return self._object(programme, "programmeId", said, ext)

    def _more(self, thing: Programme | Unit) -> Iterator[str]:
        """Name what has fields that say less than is known."""
        if len(thing.fields) > 1:
            yield "fields"
        if thing.credits and thing.credits.assumed:
            yield "credits"

    def _languages(self, thing: Programme | Unit) -> list[str]:
        return self.say.tags(thing.languages, thing.id)

    def _taught(self, unit: Unit) -> Said:
        """Give what courses and components have in common."""
        outcomes = (each for each in unit.outcomes if each.text)
        return {
            "abbreviation": self.say.short(unit.code, "code", unit.id),
            "description": self.say.texts(unit.description, unit.id),
            "teachingLanguages": self._languages(unit),
            "modesOfDelivery": [DELIVERIES[unit.delivery]] if unit.delivery else None,
            "learningOutcomeIds": [self.say.uuid("outcome", unit.id, o.id) for o in outcomes],
            "organisationId": self.say.uuid("institution", unit.institution),
        }

    def _course(self, unit: Unit) -> Said:
        required = in_words(unit.requires, self._of)
        said = {
            **self._taught(unit),
            "studyLoad": _load(unit.credits, unit.workload),
            "fieldsOfStudy": next(iter(unit.fields), None),
            "level": LEVELS.get(unit.eqf) if unit.eqf else None,
            "admissionRequirements": self.say.texts(_both(unit.entry, required), unit.id),
            "link": unit.url,
            "programmeIds": list(dict.fromkeys(self._programmes[unit.id])),
        }
        unsaid = ["kind"] * (unit.unit_kind != "course") + [*self._more(unit)]
        unsaid += ["workload"] * bool(unit.workload and unit.workload.assumed)
        unsaid += ["eqf"] * (unit.eqf not in LEVELS)
        unsaid += ["requires"] * (unit.requires != NO_REQUISITE)
        ext = self.say.unsaid(unit, unsaid) | self._parts(unit)
        if "requires" in ext and unit.entry:
            ext["entry"] = self.say.spelled(unit)["entry"]
        return self._object(unit, "courseId", said, ext)

    def _component(self, unit: Unit) -> Said:
        whole = self._wholes[unit.id][0]
        parts = [each for each in unit.parts if self._wholes[each][0] == unit.id]
        below = [self.say.uuid("unit", each) for each in parts if not self.is_course(each)]
        said = {
            "componentType": COMPONENTS.get(unit.unit_kind, f"x-{unit.unit_kind}"),
            **self._taught(unit),
            "parentId": None if self.is_course(whole) else self.say.uuid("unit", whole),
            "childIds": below,
            "courseId": self.say.uuid("unit", self._course_of(unit.id)),
        }
        ext = self.say.unsaid(unit, OF_COMPONENTS) | self._parts(unit)
        return self._object(unit, "componentId", said, ext)

    def _parts(self, unit: Unit) -> Said:
        for part in unit.parts:
            if self.is_course(part) or self._wholes[part][0] != unit.id:
                self.say.lose("parts", unit.id, NESTED_ONCE)
        spelled = self.say.spelled(unit)
        return {"parts": spelled["parts"]} if "parts" in spelled else {}

    def _course_of(self, unit: str) -> str:
        while not self.is_course(unit):
            unit = self._wholes[unit][0]
        return unit

    def _test(self, unit: Unit, assessment: Assessment) -> Said:
        name = f"{unit.id}/{assessment.id}"
        kind = assessment.assessment_kind
        return without_nothing(
            {
                "componentId": self.say.uuid("assessment", unit.id, assessment.id),
                "primaryCode": {"codeType": "identifier", "code": name},
                "componentType": TESTS.get(kind, f"x-{kind}"),
                "name": self.say.texts(assessment.title, name),
                "learningOutcomeIds": [
                    self.say.uuid("outcome", *each.split("/"))
                    for each in assessment.tests
                    if self._is_said(each)
                ],
                "courseId": self.say.uuid("unit", self._course_of(unit.id)),
                "organisationId": self.say.uuid("institution", unit.institution),
                "ext": {OWN: {"is": "assessment"}},
            }
        )

    def _is_said(self, outcome: str) -> bool:
        unit, name = outcome.split("/")
        return any(each.id == name and each.text for each in self._of.units[unit].outcomes)


def _load(credits_: Credits | None, workload: Workload | None) -> list[dict[str, Any]]:
    load: list[dict[str, Any]] = []
    if credits_:
        load.append({"studyLoadUnit": "ects", "value": credits_.ec})
    if workload:
        load.append({"studyLoadUnit": "sbu", "value": workload.hours})
    return load


def _codes(identifiers: tuple[Identifier, ...]) -> list[Said]:
    return [
        {"codeType": code_type(each.scheme), "code": each.value}
        for each in identifiers
        if not is_theirs(each)
    ]


def _both(entry: Text, required: Text) -> Text:
    """Give two texts as one, in each language that either is in."""
    said: dict[str, list[str]] = defaultdict(list)
    for tag, words in (*required.values, *entry.values):
        said[tag].append(words)
    return Text(tuple((tag, "; ".join(said[tag])) for tag in sorted(said)))
