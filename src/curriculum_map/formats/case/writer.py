"""One framework as a package: its document, items, associations, definitions and rubric."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from curriculum_map.formats.base import Loss
from curriculum_map.formats.case.rubric import rubrics
from curriculum_map.formats.case.saying import Said, noted, statement, without_nothing
from curriculum_map.formats.case.words import (
    AREA,
    COMPETENCY,
    CONCEPT,
    KINDS,
    RELATIONS,
    TYPES,
    VERSION,
)
from curriculum_map.formats.spelled import OWN, Spelled
from curriculum_map.formats.uuids import iri_of, uuid_of
from curriculum_map.model import (
    Alignment,
    Area,
    Catalogue,
    Competency,
    Framework,
    Requirement,
    Text,
)

IN_EXTENSIONS = (
    "CASE has no field for it; it stands in `extensions`, which only this program reads."
)
OTHER_LANGUAGES = "A text of CASE is in one language; the others stand in `extensions`."
OF_COMPETENCIES = ("deprecated", "assumed")


class Writer:
    """Writes packages.

    Attributes:
        losses: What could not be said so far.
    """

    def __init__(self, catalogue: Catalogue, now: str) -> None:
        """Begin.

        Args:
            catalogue: What is written.
            now: The moment that is given as that of the last change.
        """
        self.losses: set[Loss] = set()
        self._of, self._now = catalogue, now
        self._spelled = Spelled(catalogue)
        self._given: Counter[str] = Counter()
        self._wholes: defaultdict[str, list[str]] = defaultdict(list)
        for each in catalogue.competencies.values():
            for part in each.parts:
                self._wholes[part].append(each.id)

    def package(self, framework: Framework) -> Said:
        """Write a framework."""
        of = self._of.competencies.values()
        competencies = [each for each in of if each.framework == framework.id]
        types = sorted({AREA} if framework.areas else set()) + sorted(map(_type_of, competencies))
        return without_nothing(
            {
                "CFDocument": self._document(framework),
                "CFItems": [
                    *(self._area(framework, each) for each in framework.areas),
                    *map(self._competency, competencies),
                ],
                "CFAssociations": list(self._associations(framework, competencies)),
                "CFDefinitions": {"CFItemTypes": [*map(self._type, dict.fromkeys(types))]},
                "CFRubrics": rubrics(framework, competencies, self._of, self._now),
                "extensions": {OWN: self._own(framework)},
            }
        )

    def _iri(self, kind: str, *path: str) -> str:
        return iri_of(self._of.settings.base, kind, *path)

    def _known_by(self, iri: str) -> Said:
        return {"identifier": uuid_of(iri), "uri": iri}

    def _link(self, iri: str, title: str) -> Said:
        return {"title": title, **self._known_by(iri)}

    def _document(self, framework: Framework) -> Said:
        settings = self._of.settings
        tag, title = framework.title.said_in(*settings.languages)
        licence = framework.licence or settings.licence
        self._lose_languages(framework.id, framework, ("title", "description", "disclaimer"), tag)
        return without_nothing(
            {
                **self._known_by(self._iri("framework", framework.id)),
                "caseVersion": VERSION,
                "title": title,
                "lastChangeDateTime": self._now,
                "officialSourceURL": framework.url,
                "publisher": framework.publisher,
                "description": framework.description.show(tag, *settings.languages),
                "language": tag,
                "version": framework.version,
                "licenseURI": self._link(licence, licence) if licence else None,
                "notes": framework.disclaimer.show(tag, *settings.languages),
                "extensions": {OWN: self._texts(framework, tag)},
            }
        ) | {"creator": framework.publisher or settings.publisher}

    def _own(self, framework: Framework) -> Said:
        """Give what CASE has no place for: how IRIs are made, and the scale."""
        settings = self._of.settings
        self.losses.add(Loss("scale", framework.id, IN_EXTENSIONS))
        spelled = self._spelled.of(framework)
        return without_nothing(
            {
                "base": settings.base,
                "languages": list(settings.languages),
                "id": framework.id,
                "licence": framework.licence,
                "scale": framework.scale,
                "scales": {name: self._spelled.of(each) for name, each in self._of.scales.items()},
                "crosswalks": {
                    name: self._spelled.of(each) for name, each in self._of.crosswalks.items()
                },
                "assumed": spelled.get("assumed"),
            }
        )

    def _texts(self, thing: Framework | Competency | Area, tag: str) -> Said:
        """Give the texts of a thing that are not in one language alone."""
        names = ("title", "description", "definition", "disclaimer")
        texts = {name: getattr(thing, name, Text()) for name in names}
        return {name: dict(t.values) for name, t in texts.items() if t and t.languages != (tag,)}

    def _lose_languages(
        self, name: str, thing: Framework | Competency | Area, texts: Iterable[str], tag: str
    ) -> None:
        for text in texts:
            if getattr(thing, text).languages not in ((), (tag,)):
                self.losses.add(Loss(text, name, OTHER_LANGUAGES))

    def _area(self, framework: Framework, area: Area) -> Said:
        path = f"{framework.id}/{area.id}"
        tag, title = area.title.said_in(*self._of.settings.languages)
        self._lose_languages(path, area, ("title", "description"), tag)
        return without_nothing(
            {
                **self._known_by(self._iri("area", framework.id, area.id)),
                **statement(title, area.description.show(tag, *self._of.settings.languages)),
                **self._typed(AREA),
                "language": tag,
                "lastChangeDateTime": self._now,
                "extensions": {OWN: {"is": AREA, "id": area.id, **self._texts(area, tag)}},
            }
        )

    def _competency(self, competency: Competency) -> Said:
        tag, title = competency.title.said_in(*self._of.settings.languages)
        self._lose_languages(competency.id, competency, ("title", "definition"), tag)
        own = {
            "is": COMPETENCY,
            "id": competency.id,
            **self._texts(competency, tag),
            **self._unsaid(competency),
        }
        definition = competency.definition.show(tag, *self._of.settings.languages)
        return without_nothing(
            {
                **self._known_by(self._iri("competency", competency.id)),
                **statement(title, definition),
                **self._typed(_type_of(competency)),
                "humanCodingScheme": competency.code,
                "notes": competency.note,
                "language": tag,
                "lastChangeDateTime": self._now,
                "extensions": {OWN: without_nothing(own)},
            }
        )

    def _unsaid(self, competency: Competency) -> Said:
        spelled = self._spelled.of(competency)
        unsaid = {key: spelled[key] for key in OF_COMPETENCIES if key in spelled}
        for key in unsaid:
            self.losses.add(Loss(key, competency.id, IN_EXTENSIONS))
        return {**unsaid, "levels": spelled.get("levels")}

    def _typed(self, type_: str) -> Said:
        return {
            "CFItemType": type_,
            "CFItemTypeURI": self._link(self._iri("item-type", type_.lower()), type_),
        }

    def _type(self, type_: str) -> Said:
        code, meaning = TYPES[type_]
        return {
            **self._link(self._iri("item-type", type_.lower()), type_),
            "description": meaning,
            "hierarchyCode": code,
            "typeCode": type_,
            "lastChangeDateTime": self._now,
        }

    def _associations(self, framework: Framework, competencies: list[Competency]) -> Iterator[Said]:
        yield from self._tree(framework, competencies)
        for each in competencies:
            for need in each.requires:
                yield self._precedes(each, need)
            for instead in each.replaced_by:
                yield self._between("replacedBy", self._item(each.id), self._item(instead))
            for alignment in each.alignments:
                yield self._alignment(each, alignment)

    def _tree(self, framework: Framework, competencies: list[Competency]) -> Iterator[Said]:
        """Give what stands below what: the document, areas, competencies, their parts."""
        top = self._link(self._iri("framework", framework.id), self._shown(framework.title))
        below: defaultdict[str, int] = defaultdict(int)
        areas = {each.id: self._area_link(framework, each) for each in framework.areas}
        for number, each in enumerate(areas.values(), 1):
            yield self._child(each, top, number)
        for competency in competencies:
            item, area = self._item(competency.id), areas.get(competency.area)
            inside = [w for w in self._wholes[competency.id] if self._framework(w) == framework.id]
            if not inside:
                below[competency.area] += 1
                start = 0 if area else len(areas)
                yield self._child(item, area or top, start + below[competency.area])
            elif area:
                yield self._between("isPartOf", item, area)
            for number, part in enumerate(competency.parts, 1):
                yield self._child(self._item(part), item, number)

    def _framework(self, competency: str) -> str:
        return self._of.competencies[competency].framework

    def _shown(self, text: Text) -> str:
        return text.show(*self._of.settings.languages)

    def _item(self, competency: str) -> Said:
        title = self._shown(self._of.competencies[competency].title)
        return self._link(self._iri("competency", competency), title)

    def _area_link(self, framework: Framework, area: Area) -> Said:
        return self._link(self._iri("area", framework.id, area.id), self._shown(area.title))

    def _child(self, item: Said, parent: Said, number: int) -> Said:
        return self._between("isChildOf", item, parent) | {"sequenceNumber": number}

    def _between(self, type_: str, origin: Said, destination: Said) -> Said:
        ends = uuid_of(f"{origin['uri']} {destination['uri']}")
        iri = self._iri("association", type_.removeprefix("ext:"), ends)
        # One concept may be matched twice, with different remarks.
        self._given[iri] += 1
        number = self._given[iri]
        return {
            **self._known_by(iri if number == 1 else f"{iri}__{number}"),
            "associationType": type_,
            "originNodeURI": origin,
            "destinationNodeURI": destination,
            "lastChangeDateTime": self._now,
        }

    def _precedes(self, competency: Competency, need: Requirement) -> Said:
        path = f"{competency.id}/{need.competency}"
        self.losses.add(Loss("level", path, IN_EXTENSIONS))
        own = {"level": str(need.level), "assumed": need.assumed or None}
        said = self._between("precedes", self._item(need.competency), self._item(competency.id))
        return said | noted(need.note, own)

    def _alignment(self, competency: Competency, alignment: Alignment) -> Said:
        target = {
            "title": alignment.label or alignment.target,
            "identifier": uuid_of(alignment.target),
            "uri": alignment.target,
            "targetType": CONCEPT,
        }
        own = {
            "framework": alignment.framework,
            "justification": alignment.justification if alignment.justification != "manual" else "",
            "assumed": alignment.assumed or None,
        }
        for key, value in own.items():
            if value:
                self.losses.add(Loss(key, f"{competency.id}/{alignment.target}", IN_EXTENSIONS))
        type_ = RELATIONS[alignment.relation]
        return self._between(type_, self._item(competency.id), target) | noted(alignment.note, own)


def _type_of(competency: Competency) -> str:
    return KINDS[competency.competency_kind] if competency.competency_kind else COMPETENCY
