"""Objects of the API, version 5 or 6, as a catalogue."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from curriculum_map.formats.assemble import assemble
from curriculum_map.formats.base import Given
from curriculum_map.formats.document import Document
from curriculum_map.formats.forms import is_base, tags
from curriculum_map.formats.json_tree import planted, scalar
from curriculum_map.formats.oeapi.codes import DEGREES
from curriculum_map.formats.oeapi.naming import names_of
from curriculum_map.formats.oeapi.objects import Objects, Thing, objects_of
from curriculum_map.formats.oeapi.outcomes_reader import OutcomesReader
from curriculum_map.formats.oeapi.saying import THEIRS
from curriculum_map.formats.oeapi.structure import Structure
from curriculum_map.formats.oeapi.units_reader import UnitsReader
from curriculum_map.formats.oeapi.values import EVERYWHERE, Values, country_of, unused
from curriculum_map.formats.reading import Reading
from curriculum_map.formats.tree import Mapping as Tree
from curriculum_map.model import Settings

Body = dict[str, Any]

NO_PLAN = "Programmes do not say which of their courses everybody takes; all are read as required"
_DEGREES = {theirs: ours for ours, theirs in DEGREES.items() if ours != "research-master"}


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
        self._base = str(base) if base is not None and is_base(base) else Settings().base
        self._names, self._values = names_of(objects, self._base), Values()
        self._outcomes = OutcomesReader(objects, self._names, self._values)
        self._files: defaultdict[str, dict[str, Tree]] = defaultdict(dict)
        self._at = Structure(objects, self._names)

    def settings(self) -> Settings:
        """Give the settings our own documents name; else the languages that names are in."""
        said = tags(self._own.texts("languages") if self._own else ())
        counted = self._values.languages
        most = max(counted.values(), default=0)
        usual = [tag for tag, count in counted.items() if count >= 0.9 * most and tag != "und"]
        order = sorted(usual, key=lambda tag: (tag != "en", tag))
        return Settings(base=self._base, languages=said or tuple(order) or ("en",))

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
        for thing, name, body in UnitsReader(self._at, self._outcomes, self._values).all(units):
            self._put("units", thing, name, body)
        for thing in self._objects.of("programmes"):
            self._programme(thing)
        self._unstated()
        return [Document(file, _root(said)) for file, said in self._files.items()]

    def _unstated(self) -> None:
        """Put the institution of what names none."""
        if name := self._at.unstated:
            file = next(iter(self._files))
            into = self._files[file].setdefault("institutions", Tree({}, 1, 1))
            said = planted({"title": {"en": "Institution not stated"}}, into)
            into.entries[scalar(name, into)] = said

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

    def _identifiers(self, kind: str, thing: Thing) -> Body:
        codes: Body = dict(self._values.identifiers(thing))
        if thing.uuid and self._names.is_theirs(kind, thing.uuid):
            codes[THEIRS] = thing.uuid
        return codes

    def _institution(self, thing: Thing) -> None:
        unused(thing, {*EVERYWHERE, *_OF_INSTITUTIONS})
        body = {
            "title": self._values.title(thing),
            "description": self._values.said(thing, "description"),
            "part_of": self._at.link(thing, "parent", "institution"),
            "country": country_of(thing),
            "identifiers": self._identifiers("institution", thing),
            "url": self._values.address(thing),
        }
        name = self._at.id_of("institution", thing)
        self._short_name(thing, "shortName", name)
        self._put("institutions", thing, name, body)

    def _programme(self, thing: Thing) -> None:
        unused(thing, {*EVERYWHERE, *_OF_PROGRAMMES})
        name = self._at.id_of("programme", thing)
        level = self._values.code(thing, "level", thing.text("level"), "level")
        awarded = thing.text("qualificationAwarded")
        degree = self._values.code(thing, "qualificationAwarded", awarded, "qualificationAwarded")
        body = {
            "title": self._values.title(thing),
            "institution": self._at.offered_by(thing),
            "description": self._values.about(thing),
            "degree": _DEGREES.get(degree or (level if self._is_whole(thing) else "")),
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

    def _is_whole(self, thing: Thing) -> bool:
        """Tell whether a programme leads to a degree of its level; a minor or a track does not."""
        return thing.text("programmeType") in ("programme", "program")

    def _eqf(self, thing: Thing) -> str:
        field = "levelOfQualification"
        code = self._values.code(thing, field, thing.text(field), field)
        number = code.removeprefix("eqf_")
        if code and (number in (code, "0")):
            thing.pass_over("Levels of qualification that the EQF does not have are passed over")
            return ""
        return number

    def _plan(self, thing: Thing) -> list[Body]:
        units = self._at.placed[(thing.uuid or "").lower()]
        if units and not (thing.own and thing.own.get("plan")):
            thing.pass_over(NO_PLAN)
        return [{"units": units, "assumed": "true"}] if units else []

    def _short_name(self, thing: Thing, field: str, name: str) -> None:
        if (short := thing.text(field)) is not None and short != name:
            thing.pass_over(f'Values of "{field}" are passed over')


def _root(collections: dict[str, Tree]) -> Tree:
    top = Tree({}, 1, 1)
    return Tree({scalar(name, top): said for name, said in collections.items()}, 1, 1)


_OF_INSTITUTIONS = frozenset(["organisationType", "addresses", "link", "shortName"])
_OF_PROGRAMMES = frozenset(
    [
        *("programmeType", "teachingLanguages", "studyLoad", "qualificationAwarded", "level"),
        *("levelOfQualification", "fieldsOfStudy", "link", "abbreviation"),
    ]
)
