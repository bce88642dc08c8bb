"""Objects of the API, version 5 or 6, as a catalogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, TypeVar, get_args

from curriculum_map.formats.assemble import Reading, assemble
from curriculum_map.formats.base import Given
from curriculum_map.formats.curricular_analytics import slug
from curriculum_map.formats.json_tree import planted, scalar
from curriculum_map.formats.oeapi.codes import COMPONENTS, DEGREES, DELIVERIES, LEVELS, TESTS
from curriculum_map.formats.oeapi.naming import names_of
from curriculum_map.formats.oeapi.objects import Objects, Thing, objects_of
from curriculum_map.formats.oeapi.outcomes_reader import OutcomesReader
from curriculum_map.formats.oeapi.saying import THEIRS
from curriculum_map.formats.oeapi.values import Values, country_of, unused
from curriculum_map.formats.tree import Mapping as Tree
from curriculum_map.formats.tree import Scalar
from curriculum_map.formats.yaml_files import Document
from curriculum_map.model import Settings
from curriculum_map.model.unit import AssessmentKind, UnitKind

_T = TypeVar("_T")
Body = dict[str, Any]

UNSTATED = "institution"
"""Id of the institution where nothing names one."""
NO_PLAN = "Programmes do not say which of their courses everybody takes; all are read as required"
_KINDS = {theirs: ours for ours, theirs in COMPONENTS.items()}
_TESTS = {theirs: ours for ours, theirs in TESTS.items() if ours}
_EQF = {theirs: str(ours) for ours, theirs in LEVELS.items()}
_DELIVERIES = {theirs: ours for ours, theirs in DELIVERIES.items()}
_DEGREES = {theirs: ours for ours, theirs in DEGREES.items() if ours != "research-master"}
_EVERYWHERE = frozenset(
    ["primaryCode", "name", "description", "otherCodes", "ext", "organisationId"]
)


def reading_of(given: Given) -> Reading:
    """Make a catalogue of the objects in files or pages.

    Raises:
        InvalidProject: If there are none.
    """
    objects = objects_of(given)
    reader = Reader(objects)
    documents = reader.documents()
    reading = assemble(documents, reader.settings())
    found = [each for each in reading.problems if each.code != "missing-language"]
    return Reading(reading.catalogue, tuple(sorted({*found, *objects.findings.all()})))


class Reader:
    """Makes what a project would say of the objects."""

    def __init__(self, objects: Objects) -> None:
        self._objects, self._own = objects, objects.own
        base = self._own.text("base") if self._own else None
        self._base = str(base or Settings().base)
        self._names, self._values = names_of(objects, self._base), Values()
        self._outcomes = OutcomesReader(objects, self._names, self._values)
        self._files: defaultdict[str, dict[str, Tree]] = defaultdict(dict)
        self._parts, self._tests = _grouped(self._inside()), _grouped(self._tested())
        self._placed = _grouped(self._places())
        self._unstated = ""

    def settings(self) -> Settings:
        """Give the settings our own documents name; else the languages that names are in."""
        said = self._own.texts("languages") if self._own else []
        counted = self._values.languages
        most = max(counted.values(), default=0)
        usual = [tag for tag, count in counted.items() if count >= 0.9 * most and tag != "und"]
        order = sorted(usual, key=lambda tag: (tag != "en", tag))
        return Settings(base=self._base, languages=tuple(map(str, said)) or tuple(order) or ("en",))

    def documents(self) -> list[Document]:
        """Give one document for each file, in the words of a project."""
        for collection, made in (
            ("scales", self._outcomes.scales()),
            ("frameworks", self._outcomes.frameworks()),
            ("competencies", self._outcomes.competencies()),
        ):
            for thing, name, body in made:
                self._put(collection, thing, name, body)
        self._whole()
        for thing in self._objects.of("organisations"):
            self._institution(thing)
        units = [*self._objects.of("courses"), *self._objects.of("learning-components")]
        # A test may test what another unit teaches, so all outcomes are named first.
        outcomes = [self._outcomes.of_unit(self._id("unit", each), each) for each in units]
        for thing, its in zip(units, outcomes, strict=True):
            self._unit(thing, its)
        for thing in self._objects.of("programmes"):
            self._programme(thing)
        return [Document(file, _root(said)) for file, said in self._files.items()]

    def _whole(self) -> None:
        """Put what our own documents say beside the lists."""
        for name in ("scales", "crosswalks"):
            for said in self._own.object(self._own.get(name)) if self._own else ():
                into = self._files[said.file].setdefault(name, Tree({}, 1, 1))
                into.entries.update(said.node.entries)

    def _put(self, collection: str, thing: Thing, name: str, body: Body) -> None:
        own = thing.own
        said = {key: node for key, node in body.items() if node not in (None, "", {}, [], ())}
        said |= {k: node for k, node in own.node.entries.items() if k != "is"} if own else {}
        into = self._files[thing.file].setdefault(collection, Tree({}, 1, 1))
        into.entries[scalar(name, thing.uuid or thing.node)] = planted(said, thing.node)

    def _id(self, kind: str, thing: Thing) -> str:
        return self._names.of(kind, thing.uuid or "")

    def _link(self, thing: Thing, field: str, kind: str) -> Scalar | None:
        """Give the id of the one thing a field leads to; None for nothing, and for a dead link."""
        for uuid in thing.links(field):
            if name := self._names.of(kind, uuid):
                return scalar(name, uuid)
            self._dead(thing, kind, uuid)
        return None

    def _dead(self, thing: Thing, kind: str, link: Scalar) -> None:
        message = f'No {kind} has the identifier "{link}" here; the link is left out.'
        thing.found(link, "unknown-name", message, "warning")

    def _identifiers(self, kind: str, thing: Thing) -> Body:
        codes: Body = dict(self._values.identifiers(thing))
        if thing.uuid and self._names.is_theirs(kind, thing.uuid):
            codes[THEIRS] = thing.uuid
        return codes

    def _institution(self, thing: Thing) -> None:
        unused(thing, {*_EVERYWHERE, *_OF_INSTITUTIONS})
        body = {
            "title": self._values.title(thing),
            "description": self._values.said(thing, "description"),
            "part_of": self._link(thing, "parent", "institution"),
            "country": country_of(thing),
            "identifiers": self._identifiers("institution", thing),
            "url": self._values.address(thing),
        }
        name = self._id("institution", thing)
        self._short_name(thing, "shortName", name)
        self._put("institutions", thing, name, body)

    def _offered_by(self, thing: Thing) -> Scalar:
        """Give who offers something: who it names, else the one root of the endpoint."""
        named = self._link(thing, "organisation", "institution")
        if named is not None:
            return named
        all_ = self._objects.of("organisations")
        roots = [each for each in all_ if each.text("organisationType") == "root"]
        if len(roots) == 1:
            return scalar(self._id("institution", roots[0]), thing.node)
        if not self._unstated:
            self._unstated = self._names.take("institution", "", UNSTATED)
            into = self._files[thing.file].setdefault("institutions", Tree({}, 1, 1))
            said = {"title": {"en": "Institution not stated"}}
            into.entries[scalar(self._unstated, thing.node)] = planted(said, thing.node)
        return scalar(self._unstated, thing.node)

    def _programme(self, thing: Thing) -> None:
        unused(thing, {*_EVERYWHERE, *_OF_PROGRAMMES})
        name = self._id("programme", thing)
        level = self._values.code(thing, "level", thing.text("level"), "level")
        awarded = thing.text("qualificationAwarded")
        degree = self._values.code(thing, "qualificationAwarded", awarded, "qualificationAwarded")
        body = {
            "title": self._values.title(thing),
            "institution": self._offered_by(thing),
            "description": self._values.said(thing, "description"),
            "degree": _DEGREES.get(degree) or _DEGREES.get(level),
            "languages": self._values.languages_of(thing),
            "credits": self._values.load(thing).get("ects"),
            "fields": self._values.field(thing),
            "eqf": self._eqf(thing),
            "identifiers": self._identifiers("programme", thing),
            "plan": self._plan(thing),
            "url": self._values.address(thing),
        }
        self._short_name(thing, "abbreviation", name)
        self._put("programmes", thing, name, body)

    def _eqf(self, thing: Thing) -> str:
        field = "levelOfQualification"
        code = self._values.code(thing, field, thing.text(field), field)
        number = code.removeprefix("eqf_")
        if code and (number in (code, "0")):
            thing.pass_over("Levels of qualification that the EQF does not have are passed over")
            return ""
        return number

    def _plan(self, thing: Thing) -> list[Body]:
        units = self._placed.get((thing.uuid or "").lower(), [])
        if units and not (thing.own and thing.own.get("plan")):
            thing.pass_over(NO_PLAN)
        return [{"units": units, "assumed": "true"}] if units else []

    def _short_name(self, thing: Thing, field: str, name: str) -> None:
        if (short := thing.text(field)) is not None and short != name:
            thing.pass_over(f'Values of "{field}" are passed over')

    def _unit(self, thing: Thing, outcomes: Body) -> None:
        unused(thing, {*_EVERYWHERE, *_OF_UNITS})
        name = self._id("unit", thing)
        load, code = self._values.load(thing), thing.text("abbreviation")
        mode = self._values.first(thing, "modesOfDelivery")
        delivery = self._values.code(thing, "modeOfDelivery", mode, "modesOfDelivery")
        level = self._values.code(thing, "level", thing.text("level"), "level")
        body = {
            "institution": self._offered_by(thing),
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
            "parts": [self._id("unit", each) for each in self._parts[name]],
            "outcomes": outcomes,
            "assessments": {_last(each): self._test(each, name) for each in self._tests[name]},
            "url": self._values.address(thing),
        }
        self._put("units", thing, name, body)

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
        unused(thing, {*_EVERYWHERE, *_OF_TESTS})
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

    def _inside(self) -> Iterator[tuple[str, Thing]]:
        """Give each component with the id of the unit it stands in."""
        above: dict[str, str] = {}
        for name in ("courses", "learning-components"):
            for whole in self._objects.of(name):
                unit = self._id("unit", whole)
                above |= {link.lower(): unit for link in whole.links("children")}
        for thing in self._objects.of("learning-components"):
            links = [*thing.links("parent"), *thing.links("course")]
            known = [name for link in links if (name := self._names.of("unit", link))]
            known = known or [above.get(str(thing.uuid).lower(), "")]
            if known[0]:
                yield known[0], thing

    def _tested(self) -> Iterator[tuple[str, Thing]]:
        """Give each test with the id of the unit it belongs to."""
        units = {*map(partial(self._id, "unit"), self._objects.of("courses"))}
        units |= {*map(partial(self._id, "unit"), self._objects.of("learning-components"))}
        for thing in self._objects.of("test-components"):
            code = thing.inner("primaryCode")
            unit = str((code and code.text("code")) or "").rpartition("/")[0]
            if not (thing.own and unit in units):
                unit = str(self._link(thing, "course", "unit") or "")
            if unit:
                yield unit, thing
            else:
                thing.pass_over("Tests of no course are passed over")

    def _places(self) -> Iterator[tuple[str, Scalar]]:
        """Give the programmes of each course: identifier of the programme, id of the unit."""
        for thing in self._objects.of("courses"):
            for link in thing.links("programmes"):
                if self._names.of("programme", link):
                    yield link.lower(), scalar(self._id("unit", thing), link)
                else:
                    self._dead(thing, "programme", link)


def _root(collections: dict[str, Tree]) -> Tree:
    top = Tree({}, 1, 1)
    return Tree({scalar(name, top): said for name, said in collections.items()}, 1, 1)


def _grouped(pairs: Iterable[tuple[str, _T]]) -> defaultdict[str, list[_T]]:
    groups: defaultdict[str, list[_T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups


def _last(thing: Thing) -> str:
    """Give the id of an assessment within its unit: the last part of its code."""
    code = thing.inner("primaryCode")
    text = str((code and code.text("code")) or "")
    return slug(text.rpartition("/")[2] if thing.own else text, "test")


_OF_INSTITUTIONS = frozenset(
    [
        "organisationId",
        "organizationId",
        "organisationType",
        "organizationType",
        "parentId",
        "parent",
        "rootId",
        "root",
        "childIds",
        "children",
        "addresses",
        "link",
        "shortName",
    ]
)
_OF_PROGRAMMES = frozenset(
    [
        "programmeId",
        "programId",
        "programmeType",
        "programType",
        "teachingLanguages",
        "teachingLanguage",
        "studyLoad",
        "qualificationAwarded",
        "level",
        "levelOfQualification",
        "fieldsOfStudy",
        "link",
        "organisation",
        "organization",
        "abbreviation",
    ]
)
_OF_UNITS = frozenset(
    [
        "courseId",
        "componentId",
        "componentType",
        "abbreviation",
        "teachingLanguages",
        "teachingLanguage",
        "modesOfDelivery",
        "modeOfDelivery",
        "learningOutcomeIds",
        "learningOutcomes",
        "organisation",
        "organization",
        "studyLoad",
        "fieldsOfStudy",
        "level",
        "admissionRequirements",
        "link",
        "programmeIds",
        "programmes",
        "programs",
        "parentId",
        "parent",
        "childIds",
        "children",
        "course",
    ]
)
_OF_TESTS = frozenset(
    [
        "componentId",
        "componentType",
        "learningOutcomeIds",
        "learningOutcomes",
        "courseId",
        "course",
        "organisation",
        "organization",
    ]
)
