"""Catalogue to SKOS: what is said of each scheme, concept and collection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import attrgetter
from urllib.parse import quote

from curriculum_map.formats.base import Loss
from curriculum_map.formats.rdf.statements import Statements, is_iri
from curriculum_map.formats.rdf.terms import MAPPINGS
from curriculum_map.model import (
    Alignment,
    Area,
    Catalogue,
    Competency,
    Framework,
    Level,
    LevelRef,
    Scale,
    Source,
    Text,
)
from curriculum_map.model.declare import Named, Sourced

VANN = {"vann": "http://purl.org/vocab/vann/"}
KINDS = ("area", "competency", "framework", "level", "scale", "source")
NOT_AN_IRI = "RDF does not take this for an address."
NAMES_APART = "SKOS keeps other names each once, in no order, and none that is the title."
CLASH = "SKOS does not allow this relation beside another one to the same concept."
_EXCLUDED_BY = {
    "broad": frozenset({"exact"}),
    "narrow": frozenset({"exact"}),
    "related": frozenset({"exact", "broad", "narrow"}),
}


def _prefixes(catalogue: Catalogue, syntax: str) -> Mapping[str, str]:
    if syntax == "rdf-xml":
        return VANN
    return {**VANN, **{kind: f"{catalogue.settings.base}{kind}/" for kind in KINDS}}


def levels_in_words(scale: Scale) -> Text:
    """Name the levels of a scale, lowest first, in every language all of them are named in."""
    titles = [dict(level.title.values) for level in scale.levels]
    common = set.intersection(*(set(each) for each in titles)) if titles else set()
    return Text(tuple((tag, " < ".join(each[tag] for each in titles)) for tag in sorted(common)))


def clashing(alignments: Iterable[Alignment]) -> set[Alignment]:
    """Give the alignments that SKOS does not allow beside others of the same competency."""
    listed = list(alignments)
    relations: dict[str, set[str]] = defaultdict(set)
    for each in listed:
        relations[each.target].add(each.relation)
    return {
        each
        for each in listed
        if relations[each.target] & _EXCLUDED_BY.get(each.relation, frozenset())
    }


def names_in(text: str) -> set[str]:
    """Give the names that stand on the lines of a text, without space around them."""
    return {line.strip() for line in text.split("\n")} - {""}


def cited(catalogue: Catalogue) -> frozenset[str]:
    """Give the ids of the sources that are written.

    They are those that frameworks, scales and competencies rest on, and all that ask for a line to
    be shown: alignments may rest on them, which SKOS has no place to say.
    """
    facts: list[Sourced] = [*catalogue.scales.values(), *catalogue.frameworks.values()]
    for competency in catalogue.competencies.values():
        facts += [competency, *competency.requires]
    waiting = {source for each in facts for source in each.sources}
    waiting |= {name for name, source in catalogue.sources.items() if source.attribution}
    found: set[str] = set()
    while waiting:
        found |= waiting
        behind = (catalogue.sources[each].sources for each in waiting if each in catalogue.sources)
        waiting = {source for sources in behind for source in sources} - found
    return frozenset(found)


class Writer:
    """Says a catalogue in SKOS, once.

    Attributes:
        out: What was said.
        losses: Alignments that could not be said.
    """

    def __init__(self, catalogue: Catalogue, syntax: str) -> None:
        """Start with nothing said."""
        self.out = Statements(catalogue.settings, _prefixes(catalogue, syntax), syntax)
        self.losses: set[Loss] = set()
        self._catalogue = catalogue
        self._inside: dict[str, list[Competency]] = defaultdict(list)
        self._wholes: dict[str, list[Competency]] = defaultdict(list)
        for competency in catalogue.competencies.values():
            self._inside[competency.framework].append(competency)
            for part in competency.parts:
                self._wholes[part].append(competency)

    def write(self) -> None:
        """Say everything, sorted by kind and id."""
        for name in sorted(cited(self._catalogue)):
            self._source(self._catalogue.sources[name])
        for scale in self._catalogue.scales.values():
            self._scale(scale)
        for framework in self._catalogue.frameworks.values():
            self._framework(framework)

    def _iri(self, kind: str, *path: str) -> str:
        return f"{self.out.base}{kind}/{'__'.join(path)}"

    def _source(self, source: Source) -> None:
        node = self._iri("source", source.id)
        self.out.node(node, "cm:Source", about=("source", source.id))
        self.out.say(node, "dcterms:title", source.title)
        self.out.say(node, "dc:creator", source.creator)
        self.out.say(node, "dcterms:date", source.date)
        self._address(node, "dcterms:license", source.licence)
        self._address(node, "schema:url", source.url)
        self.out.say(node, "cm:attribution", source.attribution)
        self._facts(node, source)

    def _scheme(self, thing: Scale | Framework, class_: str, licence: str) -> str:
        node = self._iri(thing.kind, thing.id)
        self.out.node(node, "skos:ConceptScheme", class_, about=(thing.kind, thing.id))
        self.out.say(node, "dcterms:title", thing.title)
        self._address(node, "dcterms:license", licence or self._catalogue.settings.licence)
        self.out.say(node, "vann:preferredNamespaceUri", self.out.base)
        self._facts(node, thing)
        return node

    def _address(self, node: str, term: str, address: str) -> None:
        if address and not is_iri(address):
            self.losses.add(Loss("address", address, NOT_AN_IRI))
        elif address:
            self.out.link(node, term, address)

    def _scale(self, scale: Scale) -> None:
        node = self._scheme(scale, "cm:Scale", self._licence_of_sources(scale))
        self.out.say(node, "dcterms:description", scale.description or levels_in_words(scale))
        for level in scale.levels:
            self.out.link(node, "skos:hasTopConcept", self._iri("level", scale.id, level.id))
        for level in scale.levels:
            self._level(scale, level, node)
        self._in_order(scale)

    def _licence_of_sources(self, scale: Scale) -> str:
        sources = (self._catalogue.sources.get(each) for each in scale.sources)
        return next((each.licence for each in sources if each and each.licence), "")

    def _level(self, scale: Scale, level: Level, scheme: str) -> None:
        node = self._iri("level", scale.id, level.id)
        self.out.node(node, "skos:Concept", "cm:Level")
        self.out.say(node, "skos:prefLabel", level.title)
        self.out.say(node, "skos:definition", level.description)
        self.out.say(node, "skos:notation", level.code)
        self.out.link(node, "skos:inScheme", scheme)
        self.out.link(node, "skos:topConceptOf", scheme)

    def _in_order(self, scale: Scale) -> None:
        """List the levels in nodes with names, for lists without are not the same every time."""
        levels = [self._iri("level", scale.id, each.id) for each in scale.levels]
        node = self._iri("levels-in-order", scale.id)
        places = [self._iri("levels-in-order", scale.id, str(n)) for n in range(1, len(levels) + 1)]
        nil = self.out.expand("rdf:nil")
        self.out.node(node, "skos:Collection", "skos:OrderedCollection")
        self.out.say(node, "skos:prefLabel", scale.title)
        self.out.link(node, "skos:member", *levels)
        self.out.link(node, "skos:memberList", [*places, nil][0])
        for place, level, rest in zip(places, levels, [*places[1:], nil], strict=True):
            self.out.node(place, "rdf:List")
            self.out.link(place, "rdf:first", level)
            self.out.link(place, "rdf:rest", rest)

    def _framework(self, framework: Framework) -> None:
        node = self._scheme(framework, "cm:Framework", framework.licence)
        self.out.say(node, "dcterms:description", framework.description)
        self.out.say(node, "cm:disclaimer", framework.disclaimer)
        if framework.version:
            self.out.say(node, "owl:versionInfo", framework.version)
            version = quote(framework.version, safe="")
            self.out.link(node, "owl:versionIRI", self._iri("framework", framework.id, version))
        self.out.say(node, "dc:publisher", framework.publisher)
        self._address(node, "schema:url", framework.url)
        self.out.link(node, "cm:scale", self._iri("scale", framework.scale))
        for position, area in enumerate(framework.areas, 1):
            self._area(framework, area, position, node)
        for competency in self._inside[framework.id]:
            self._competency(competency, node)

    def _area(self, framework: Framework, area: Area, position: int, scheme: str) -> None:
        node = self._iri("area", framework.id, area.id)
        self.out.node(node, "skos:Concept", "cm:Area")
        self.out.say(node, "cm:position", position)
        self.out.say(node, "skos:prefLabel", area.title)
        self.out.say(node, "skos:definition", area.description)
        self._top(node, scheme)
        inside = [each.id for each in self._inside[framework.id] if each.area == area.id]
        self.out.link(node, "skos:narrower", *(self._iri("competency", each) for each in inside))

    def _top(self, node: str, scheme: str) -> None:
        self.out.link(node, "skos:inScheme", scheme)
        self.out.link(node, "skos:topConceptOf", scheme)
        self.out.link(scheme, "skos:hasTopConcept", node)

    def _competency(self, competency: Competency, scheme: str) -> None:
        node = self._iri("competency", competency.id)
        about = (competency.kind, competency.id)
        self.out.node(node, "skos:Concept", "cm:Competency", about=about)
        self.out.say(node, "skos:prefLabel", competency.title)
        self._also_called(competency, node)
        self.out.say(node, "skos:definition", competency.definition)
        self.out.say(node, "skos:notation", competency.code)
        self.out.say(node, "cm:competencyKind", competency.competency_kind or "")
        if competency.deprecated:
            self.out.say(node, "owl:deprecated", True)
        instead = (self._iri("competency", each) for each in sorted(competency.replaced_by))
        self.out.link(node, "dcterms:isReplacedBy", *instead)
        self._hierarchy(competency, node, scheme)
        self._alignments(competency, node)
        self._facts(node, competency)
        self._requirements(competency, node)
        self._descriptors(competency, node)

    def _also_called(self, competency: Competency, node: str) -> None:
        """Say other names one by one; S13 forbids those that are the title."""
        titles = dict(competency.title.values)
        for tag, text in competency.also_called.values:
            names = names_in(text)
            names.discard(titles.get(tag, ""))
            if "\n".join(sorted(names)) != text:
                self.losses.add(Loss("also_called", competency.id, NAMES_APART))
            for name in sorted(names):
                self.out.say(node, "skos:altLabel", Text(((tag, name),)))

    def _hierarchy(self, competency: Competency, node: str, scheme: str) -> None:
        above = [self._iri("area", competency.framework, competency.area)] * bool(competency.area)
        wholes = self._wholes[competency.id]
        above += [self._iri("competency", w.id) for w in wholes if self._together(w, competency)]
        if above:
            self.out.link(node, "skos:inScheme", scheme)
        else:
            self._top(node, scheme)
        self.out.link(node, "skos:broader", *above)
        for part in sorted(competency.parts):
            near = self._together(self._catalogue.competencies[part], competency)
            term = "skos:narrower" if near else "skos:narrowMatch"
            self.out.link(node, term, self._iri("competency", part))
        far = [whole.id for whole in wholes if not self._together(whole, competency)]
        self.out.link(node, "skos:broadMatch", *(self._iri("competency", each) for each in far))

    def _together(self, one: Competency, other: Competency) -> bool:
        return one.framework == other.framework

    def _alignments(self, competency: Competency, node: str) -> None:
        clash = clashing(competency.alignments)
        for each in sorted(competency.alignments, key=attrgetter("relation", "target")):
            if each in clash or not is_iri(each.target):
                reason = CLASH if each in clash else NOT_AN_IRI
                self.losses.add(Loss("alignment", f"{competency.id}/{each.target}", reason))
            else:
                self.out.link(node, MAPPINGS[each.relation], each.target)

    def _requirements(self, competency: Competency, node: str) -> None:
        for each in sorted(competency.requires, key=attrgetter("competency")):
            inner = self._iri("competency-requirement", competency.id, each.competency)
            self.out.link(node, "cm:requirement", inner)
            self.out.node(inner, "cm:Requirement")
            self.out.link(inner, "cm:competency", self._iri("competency", each.competency))
            self.out.link(inner, "cm:level", self._level_iri(each.level))
            self._facts(inner, each)

    def _descriptors(self, competency: Competency, node: str) -> None:
        scale = self._catalogue.frameworks[competency.framework].scale
        for each in competency.descriptors:
            inner = self._iri("descriptor", competency.id, each.level)
            self.out.link(node, "cm:descriptor", inner)
            self.out.node(inner, "cm:Descriptor")
            self.out.link(inner, "cm:level", self._iri("level", scale, each.level))
            self.out.say(inner, "dcterms:description", each.text)

    def _level_iri(self, level: LevelRef) -> str:
        return self._iri("level", level.scale, level.level)

    def _facts(self, node: str, thing: Named | Sourced) -> None:
        """Say where a fact comes from; a note has no language, so it is no SKOS note."""
        self.out.link(node, "dcterms:source", *(self._iri("source", s) for s in thing.sources))
        if thing.assumed:
            self.out.say(node, "cm:assumed", True)
        self.out.say(node, "cm:quote", thing.quote)
        self.out.say(node, "rdfs:comment", thing.note)
