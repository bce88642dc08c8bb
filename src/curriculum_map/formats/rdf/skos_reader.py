"""SKOS documents, our own and those of others, to frameworks, areas and competencies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast, get_args

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.rdf.namespaces import shorten
from curriculum_map.formats.rdf.skos_texts import UNDETERMINED, Texts
from curriculum_map.formats.rdf.skos_vocabularies import HELD, Vocabularies
from curriculum_map.formats.rdf.skos_words import (
    ABOUTS,
    AREA_SAYS_MORE,
    BAD_TARGET,
    HELD_OR_NOT,
    LABELS,
    NO_LABEL,
    NO_ORDER,
    NOT_OF_AREAS,
    SECOND_AREA,
    SECOND_NOTATION,
    TITLES,
    UNKNOWN,
    USED,
)
from curriculum_map.formats.rdf.skos_writer import levels_in_words
from curriculum_map.formats.rdf.terms import MAPPINGS
from curriculum_map.formats.rdf.triples import Triples
from curriculum_map.formats.reading import Reading
from curriculum_map.model import (
    Alignment,
    Area,
    Catalogue,
    Competency,
    Descriptor,
    Framework,
    Level,
    LevelRef,
    Requirement,
    Scale,
    Settings,
    Source,
    Text,
    by_id,
)
from curriculum_map.model.competency import CompetencyKind, Relation
from curriculum_map.model.declare import Iri
from curriculum_map.problems import Problem, Where


class Reader:
    """Reads one document."""

    def __init__(self, triples: Triples, file: str) -> None:
        """Find the schemes and concepts, and name them.

        Raises:
            InvalidProject: If there is no concept.
        """
        self._said, self._file = triples, file
        self._found = Vocabularies(triples, file)
        self._schemes, self._ids = self._found.schemes, self._found.ids
        if not any(self._schemes.members.values()):
            message = "No skos:Concept stands in this document."
            raise InvalidProject([Problem(Where(file), "no-concept", message)])
        self._texts = Texts(triples)
        self._wrong = self._texts.wrong
        self._wrong.update(self._schemes.wrong)
        self._titles: Counter[str] = Counter()

    def reading(self) -> Reading:
        """Give the catalogue, with a warning for each kind of thing that was passed over."""
        sources = [self._source(each) for each in self._said.typed("cm:Source")]
        scales = [self._scale(each) for each in self._found.scales]
        self._ranks = {s.id: [level.id for level in s.levels] for s in scales}
        frameworks = [self._framework(each) for each in self._found.frameworks]
        competencies = [c for each in self._found.frameworks for c in self._competencies(each)]
        if any(each.scale == HELD for each in frameworks):
            scales.append(HELD_OR_NOT)
        settings = Settings(base=self._found.base or Settings().base, languages=self._languages())
        catalogue = Catalogue(
            settings=settings,
            sources=by_id({each.id: each for each in sources}),
            scales=by_id({each.id: each for each in scales}),
            frameworks=by_id({each.id: each for each in frameworks}),
            competencies=by_id({each.id: each for each in competencies}),
        )
        return Reading(catalogue, tuple(sorted(self._problems())))

    def _title(self, node: str, *curies: str) -> Text:
        title = self._texts.text(node, *curies)
        if not title:
            self._wrong[NO_LABEL] += 1
            title = Text(((UNDETERMINED, self._ids[node]),))
        self._titles.update(title.languages)
        return title

    def _source(self, node: str) -> Source:
        return Source(
            id=self._ids[node],
            title=self._title(node, *TITLES),
            creator=self._said.word(node, "dc:creator"),
            date=self._said.word(node, "dcterms:date"),
            licence=self._address(node, "dcterms:license"),
            url=self._address(node, "schema:url"),
            attribution=self._said.word(node, "cm:attribution"),
            **self._facts(node),
        )

    def _facts(self, node: str) -> dict[str, Any]:
        sources = self._said.nodes(node, "dcterms:source")
        known = [self._ids[each] for each in sources if each in self._ids]
        self._wrong[UNKNOWN] += len(sources) - len(known)
        return {
            "sources": tuple(sorted(known)),
            "assumed": self._said.word(node, "cm:assumed") == "true",
            "quote": self._said.word(node, "cm:quote"),
            "note": self._said.word(node, "rdfs:comment"),
            "where": Where(self._file),
        }

    def _address(self, node: str, *curies: str) -> str:
        found = self._said.nodes(node, *curies)
        usable = [each for each in found if _is_address(each)]
        self._wrong[BAD_TARGET] += len(found) - len(usable)
        return usable[0] if usable else ""

    def _scale(self, scheme: str) -> Scale:
        held = self._schemes.members[scheme]
        scale = Scale(
            id=self._ids[scheme],
            title=self._title(scheme, *TITLES),
            levels=tuple(map(self._level, self._in_order(held))),
            **self._facts(scheme),
        )
        about = self._texts.text(scheme, *ABOUTS)
        return scale if about == levels_in_words(scale) else replace(scale, description=about)

    def _level(self, node: str) -> Level:
        return Level(
            id=self._ids[node],
            title=self._title(node, *LABELS),
            description=self._texts.text(node, "skos:definition"),
            code=self._said.word(node, "skos:notation"),
        )

    def _in_order(self, levels: list[str]) -> list[str]:
        for _, head in self._said.links("skos:memberList"):
            listed = self._said.listed(head)
            if sorted(listed) == levels:
                return listed
        self._wrong[NO_ORDER] += 1
        return levels

    def _framework(self, scheme: str) -> Framework:
        scale = next(iter(self._said.nodes(scheme, "cm:scale")), "")
        return Framework(
            id=self._ids[scheme],
            title=self._title(scheme, *TITLES),
            description=self._texts.text(scheme, *ABOUTS),
            disclaimer=self._texts.text(scheme, "cm:disclaimer"),
            version=self._said.word(scheme, "owl:versionInfo"),
            scale=self._ids[scale] if scale in self._found.scales else HELD,
            areas=tuple(map(self._area, sorted(self._found.areas[scheme], key=self._position))),
            publisher=self._said.word(scheme, "dc:publisher", "dcterms:publisher"),
            licence=self._address(scheme, "dcterms:license"),
            url=self._address(scheme, "schema:url"),
            **self._facts(scheme),
        )

    def _position(self, node: str) -> int:
        place = self._said.word(node, "cm:position")
        return int(place) if place.isdecimal() else 0

    def _area(self, node: str) -> Area:
        self._wrong[AREA_SAYS_MORE] += len(self._said.values(node, *NOT_OF_AREAS))
        return Area(
            id=self._ids[node],
            title=self._title(node, *LABELS),
            description=self._texts.text(node, "skos:definition"),
        )

    def _competencies(self, scheme: str) -> Iterator[Competency]:
        areas = set(self._found.areas[scheme])
        title = self._said.word(scheme, *TITLES)
        for node in self._schemes.members[scheme]:
            if node not in areas:
                above = [self._ids[each] for each in self._schemes.broader(node) if each in areas]
                self._wrong[SECOND_AREA] += len(above) > 1
                yield self._competency(node, scheme, above[0] if above else "", title)

    def _competency(self, node: str, scheme: str, area: str, framework: str) -> Competency:
        kind = self._said.word(node, "cm:competencyKind")
        notations = self._said.literals(node, "skos:notation")
        self._wrong[SECOND_NOTATION] += len(notations[1:])
        return Competency(
            id=self._ids[node],
            framework=self._ids[scheme],
            area=area,
            title=self._title(node, *LABELS),
            also_called=self._texts.names(node, "skos:altLabel"),
            definition=self._texts.text(node, "skos:definition"),
            competency_kind=cast("CompetencyKind", kind) if kind in _KINDS else None,
            code=notations[0].value if notations else "",
            parts=tuple(sorted(self._ids[each] for each in self._schemes.narrower(node))),
            requires=tuple(self._requirements(node)),
            descriptors=tuple(self._descriptors(node)),
            deprecated=self._said.word(node, "owl:deprecated") == "true",
            replaced_by=self._instead(node),
            alignments=(*self._origin(node, framework), *self._alignments(node)),
            **self._facts(node),
        )

    def _instead(self, node: str) -> tuple[str, ...]:
        others = self._said.nodes(node, "dcterms:isReplacedBy")
        known = [self._ids[each] for each in others if each in self._found.competencies]
        self._wrong[UNKNOWN] += len(others) - len(known)
        return tuple(sorted(known))

    def _origin(self, node: str, framework: str) -> Iterator[Alignment]:
        """Keep what others call a concept, where the project will call it by another address."""
        if not self._found.own(node, "competency") and _is_address(node):
            label = self._said.word(node, *LABELS)
            yield Alignment(relation="exact", target=node, label=label, framework=framework)

    def _alignments(self, node: str) -> Iterator[Alignment]:
        for relation, curie in MAPPINGS.items():
            for target in self._said.nodes(node, curie):
                if _is_address(target):
                    yield Alignment(relation=cast("Relation", relation), target=target)
                else:
                    self._wrong[BAD_TARGET] += 1

    def _requirements(self, node: str) -> Iterator[Requirement]:
        for inner in self._said.nodes(node, "cm:requirement"):
            level = self._level_of(inner)
            needed = next(iter(self._said.nodes(inner, "cm:competency")), "")
            if level and needed in self._found.competencies:
                facts = self._facts(inner)
                yield Requirement(competency=self._ids[needed], level=level, **facts)
            else:
                self._wrong[UNKNOWN] += 1

    def _level_of(self, node: str) -> LevelRef | None:
        level = next(iter(self._said.nodes(node, "cm:level")), "")
        for scale in self._found.scales:
            if level in self._schemes.members[scale]:
                return LevelRef(self._ids[scale], self._ids[level])
        return None

    def _descriptors(self, node: str) -> list[Descriptor]:
        found: dict[int, Descriptor] = {}
        for inner in self._said.nodes(node, "cm:descriptor"):
            level = self._level_of(inner)
            text = self._texts.text(inner, "dcterms:description")
            if level and text:
                rank = self._ranks[level.scale].index(level.level)
                found[rank] = Descriptor(level=level.level, text=text)
            else:
                self._wrong[UNKNOWN] += 1
        return [found[rank] for rank in sorted(found)]

    def _languages(self) -> tuple[str, ...]:
        """Give the languages that most titles are in."""
        most = max(self._titles.values())
        usual = [tag for tag, count in self._titles.items() if count >= 0.9 * most]
        return tuple(sorted(usual, key=lambda tag: (tag != "en", tag)))

    def _problems(self) -> Iterator[Problem]:
        passed: Counter[str] = Counter()
        for held in self._schemes.members.items():
            for node in (held[0], *held[1]):
                for term, values in self._said.properties(node).items():
                    if term not in USED:
                        passed[f"values of {shorten(term)} are passed over"] += len(values)
        for reason, count in (self._wrong + passed).items():
            if count:
                message = f"{reason[0].upper()}{reason[1:]} ({count})."
                yield Problem(Where(self._file), "passed-over", message, "warning")


_KINDS = get_args(CompetencyKind)
_ADDRESS = next(mark.pattern for mark in get_args(Iri) if hasattr(mark, "pattern"))


def _is_address(iri: str) -> bool:
    return bool(re.fullmatch(_ADDRESS, iri))
