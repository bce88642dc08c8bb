"""The small nodes of an ELM document: concepts, notes, identifiers, organisations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from curriculum_map.formats.credit import credit, sources_of
from curriculum_map.formats.rdf.elm_needs import is_esco_skill, written_identifiers
from curriculum_map.formats.rdf.elm_terms import (
    Version,
    country,
    scheme_of,
)
from curriculum_map.formats.rdf.statements import Statements
from curriculum_map.model import Catalogue, Institution, LevelRef, Text

_HEI = {
    "schac": ("ql:SchacIdentifier", "ql:Schac"),
    "orgreg": ("ql:OrgRegIdentifier", "ql:OrgReg"),
}


def plain(words: str, language: str = "en") -> Text:
    """Give words of the program as a text."""
    return Text(((language, words),))


class Nodes:
    """Makes nodes below the project's base, each once.

    Attributes:
        credited: Ids of the sources whose credits were written.
    """

    def __init__(self, catalogue: Catalogue, version: Version, out: Statements) -> None:
        self.credited: set[str] = set()
        self.catalogue, self.version, self.out = catalogue, version, out

    def iri(self, kind: str, path: str) -> str:
        """Name a node of the document; the project's own nodes have other names."""
        return f"{self.out.base}elm/{kind}/{path}"

    def concept(self, iri: str) -> str:
        """Name a concept of a European list, with the list it is in."""
        if not self.out.has(iri):
            scheme = self.out.node(scheme_of(iri), "skos:ConceptScheme")
            self.out.link(self.out.node(iri, "skos:Concept"), "skos:inScheme", scheme)
        return iri

    def concepts(self, node: str, term: str, iris: Iterable[str]) -> None:
        """Link a node to concepts of European lists; an empty IRI stands for none."""
        self.out.link(node, term, *(self.concept(each) for each in iris if each))

    def note(self, node: str, term: str, path: str, *words: Text) -> str:
        """Hang a note on a node, if there are words for it; gives its IRI."""
        iri = self.iri("note", path)
        if any(words):
            self.out.node(iri, "elm:Note")
            self.out.say(iri, "elm:noteLiteral", *words)
            self.out.link(node, term, iri)
        return iri

    def _credits(self, thing: object) -> Iterator[tuple[str, str]]:
        """Give each source of a thing that asks for credit, and the line that gives it."""
        for source in sources_of(self.catalogue, thing):
            if line := credit(source, *self.catalogue.settings.languages):
                self.credited.add(source.id)
                yield source.id, line

    def credit(self, node: str, thing: object) -> None:
        """Hang the credits of a thing and of what is inside it on its node, as notes."""
        for name, line in self._credits(thing):
            self.note(node, "elm:additionalNote", f"source__{name}", plain(line))

    def homepage(self, node: str, path: str, url: str) -> None:
        """Say where a node is described."""
        if url:
            iri = self.out.node(self.iri("homepage", path), "elm:WebResource")
            self.out.typed(iri, "elm:contentUrl", url, "xsd:anyURI")
            self.out.link(node, "foaf:homepage", iri)

    def identifier(self, node: str, path: str, notation: str, scheme: str = "") -> str:
        """Give a node a name in a register; gives the IRI of the name."""
        iri = self.out.node(self.iri("identifier", path), "elm:Identifier")
        self.out.say(iri, "skos:notation", notation)
        self.out.say(iri, "elm:schemeName", scheme)
        self.out.link(node, "adms:identifier", iri)
        return iri

    def organisation(self, institution: Institution, parent: str) -> None:
        """Write an institution, and of which written one it is a part."""
        name, out = institution.id, self.out
        about = (institution.kind, name)
        node = out.node(self.iri("organisation", name), "elm:Organisation", about=about)
        out.say(node, "rov:legalName", institution.title)
        place = out.node(self.iri("location", name), "dcterms:Location")
        address = out.node(self.iri("address", name), "elm:Address")
        self.concepts(address, "elm:countryCode", [country(institution.country)])
        out.link(place, "elm:address", address)
        out.link(node, "elm:location", place)
        self.note(node, "elm:additionalNote", f"organisation__{name}", institution.description)
        self.homepage(node, f"organisation__{name}", institution.url)
        self.credit(node, institution)
        if parent:
            out.link(node, "org:subOrganizationOf", self.iri("organisation", parent))
        self._registers(node, institution)

    def _registers(self, node: str, institution: Institution) -> None:
        for each in written_identifiers(institution, self.version):
            path = f"organisation__{institution.id}__{each.scheme}"
            iri = self.identifier(node, path, each.value, each.scheme)
            if self.version.quality_link:
                of, scheme = _HEI[each.scheme]
                self.out.node(node, "ql:HigherEducationInstitution")
                self.out.node(iri, of)
                self.out.link(iri, "elm:schemeId", self.out.expand(scheme))

    def competency(self, name: str) -> str:
        """Write a competency as a concept of its framework; gives its IRI."""
        competency = self.catalogue.competencies[name]
        iri = f"{self.out.base}competency/{name}"
        if not self.out.has(iri):
            self.out.node(iri, "skos:Concept", about=(competency.kind, name))
            self.out.say(iri, "skos:prefLabel", competency.title)
            self.out.say(iri, "skos:definition", competency.definition)
            self.out.say(iri, "skos:notation", competency.code)
            scheme = self._framework(competency.framework)
            self.out.link(iri, "skos:inScheme", scheme)
            skills = tuple(filter(is_esco_skill, competency.alignments))
            self._credit_scheme(scheme, replace(competency, alignments=skills))
        return iri

    def _credit_scheme(self, scheme: str, thing: object) -> None:
        for _, line in self._credits(thing):
            self.out.say(scheme, "schema:creditText", line)

    def skills(self, name: str) -> list[str]:
        """Give the skills of ESCO that a competency is the same as, or nearly."""
        return [
            self.concept(each.target)
            for each in self.catalogue.competencies[name].alignments
            if is_esco_skill(each)
        ]

    def _framework(self, name: str) -> str:
        framework = self.catalogue.frameworks[name]
        iri = f"{self.out.base}framework/{name}"
        if not self.out.has(iri):
            self.out.node(iri, "skos:ConceptScheme", about=(framework.kind, name))
            self.out.say(iri, "dcterms:title", framework.title)
            self.out.say(iri, "dcterms:description", framework.description, framework.disclaimer)
            self.out.say(iri, "owl:versionInfo", framework.version)
            self.out.address(iri, "dcterms:license", framework.licence)
            self._credit_scheme(iri, framework)
        return iri

    def level(self, ref: LevelRef) -> str:
        """Write a level as a concept of its scale; gives its IRI."""
        iri = f"{self.out.base}level/{ref.scale}__{ref.level}"
        if not self.out.has(iri):
            scale = self.catalogue.scales[ref.scale]
            level = next(each for each in scale.levels if each.id == ref.level)
            self.out.node(iri, "skos:Concept", about=(scale.kind, f"{ref.scale}/{ref.level}"))
            self.out.say(iri, "skos:prefLabel", level.title)
            self.out.say(iri, "skos:definition", level.description)
            self.out.say(iri, "skos:notation", level.code)
            scheme = self.out.node(f"{self.out.base}scale/{ref.scale}", "skos:ConceptScheme")
            self.out.say(scheme, "dcterms:title", scale.title)
            self._credit_scheme(scheme, scale)
            self.out.link(iri, "skos:inScheme", scheme)
        return iri
