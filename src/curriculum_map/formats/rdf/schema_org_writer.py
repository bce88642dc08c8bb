"""Programmes, units and competencies in the words of schema.org."""

from __future__ import annotations

from dataclasses import replace

from curriculum_map.formats.credit import sources_of
from curriculum_map.formats.rdf.claims import held
from curriculum_map.formats.rdf.durations import duration
from curriculum_map.formats.rdf.elm_terms import eqf, field_of_study, scheme_of
from curriculum_map.formats.rdf.schema_org_needs import (
    Courses,
    competencies_of,
    description_of,
)
from curriculum_map.formats.rdf.statements import Statements
from curriculum_map.formats.rdf.trees import always_needed, has_alternatives, in_words
from curriculum_map.model import (
    Catalogue,
    Competency,
    Credits,
    Framework,
    Identifier,
    Institution,
    Outcome,
    Programme,
    Text,
    Unit,
)

PROFILES = "https://bioschemas.org/profiles/"
ASSUMED = Text((("en", "Assumed: no source states this."),))


def followed_by(text: Text, more: Text) -> Text:
    """Join two texts language by language; where only one says something, that is all."""
    said = dict(text.values)
    for tag, words in more.values:
        said[tag] = f"{said[tag]} {words}" if tag in said else words
    return Text(tuple(sorted(said.items())))


class Writer:
    """Writes a catalogue; nodes have the IRIs they have in the lossless format.

    Attributes:
        sources: Ids of the sources that were written.
    """

    def __init__(self, catalogue: Catalogue, courses: Courses, out: Statements) -> None:
        self.sources: set[str] = set()
        self._catalogue, self._courses, self._out = catalogue, courses, out

    def write(self) -> None:
        """Put everything into the statements."""
        there = self._catalogue
        for framework in there.frameworks.values():
            self._framework(framework)
        for competency in there.competencies.values():
            self._competency(competency)
        for institution in there.institutions.values():
            self._institution(institution)
        for programme in there.programmes.values():
            self._programme(programme)
        for name in sorted(self._courses.courses):
            self._course(there.units[name])
        for name in sorted(self._courses.instances):
            self._instance(there.units[name])

    def _iri(self, kind: str, path: str) -> str:
        return f"{self._out.base}{kind}/{path}"

    def _iris(self, kind: str, *names: str) -> list[str]:
        return [self._iri(kind, name) for name in names]

    def _framework(self, framework: Framework) -> None:
        name, out = framework.id, self._out
        node = out.node(
            self._iri("framework", name), "schema:DefinedTermSet", about=(framework.kind, name)
        )
        out.say(node, "schema:name", framework.title)
        description = followed_by(framework.description, framework.disclaimer)
        out.say(node, "schema:description", description)
        out.say(node, "schema:version", framework.version)
        self._out.address(node, "schema:license", framework.licence)
        self._out.address(node, "schema:url", framework.url)
        self._rests_on(node, "schema:isBasedOn", framework)
        for area in framework.areas:
            inner = out.node(self._iri("area", f"{name}__{area.id}"), "schema:DefinedTerm")
            out.say(inner, "schema:name", area.title)
            out.say(inner, "schema:description", area.description)
            self._belongs(inner, name)

    def _rests_on(self, node: str, term: str, thing: object) -> None:
        """Link to the sources of a thing and of what is inside it, with their credits."""
        out = self._out
        for source in sources_of(self._catalogue, thing):
            self.sources.add(source.id)
            iri = self._iri("source", source.id)
            out.link(node, term, out.node(iri, "schema:CreativeWork", about=("source", source.id)))
            out.say(iri, "schema:name", source.title)
            out.say(iri, "schema:creditText", source.attribution)
            out.address(iri, "schema:license", source.licence)
            out.address(iri, "schema:url", source.url)

    def _belongs(self, term: str, framework: str) -> None:
        whole = self._iri("framework", framework)
        self._out.link(term, "schema:inDefinedTermSet", whole)
        self._out.link(whole, "schema:hasDefinedTerm", term)

    def _competency(self, competency: Competency) -> None:
        name, out = competency.id, self._out
        about = (competency.kind, name)
        node = out.node(self._iri("competency", name), "schema:DefinedTerm", about=about)
        out.say(node, "schema:name", competency.title)
        out.say(node, "schema:description", competency.definition)
        out.say(node, "schema:termCode", competency.code)
        self._belongs(node, competency.framework)
        exact = tuple(each for each in competency.alignments if each.relation == "exact")
        for each in exact:
            self._out.address(node, "schema:sameAs", each.target)
        whole = self._iri("framework", competency.framework)
        self._rests_on(whole, "schema:isBasedOn", replace(competency, alignments=exact))

    def _institution(self, institution: Institution) -> None:
        name, out = institution.id, self._out
        about = (institution.kind, name)
        node = out.node(self._iri("institution", name), "schema:Organization", about=about)
        out.say(node, "schema:name", institution.title)
        out.say(node, "schema:description", institution.description)
        self._out.address(node, "schema:url", institution.url)
        self._rests_on(node, "schema:subjectOf", institution)
        if institution.part_of:
            parent = self._iri("institution", institution.part_of)
            out.link(node, "schema:parentOrganization", parent)
        if institution.country:
            place = self._iri("institution-address", name)
            out.link(node, "schema:address", out.node(place, "schema:PostalAddress"))
            out.say(place, "schema:addressCountry", institution.country)
        for each in institution.identifiers:
            self._register(node, "institution-identifier", name, each)

    def _register(self, node: str, kind: str, name: str, identifier: Identifier) -> None:
        iri = self._iri(kind, f"{name}__{identifier.scheme}")
        self._out.link(node, "schema:identifier", self._out.node(iri, "schema:PropertyValue"))
        self._out.say(iri, "schema:propertyID", identifier.scheme)
        self._out.say(iri, "schema:value", identifier.value)

    def _programme(self, programme: Programme) -> None:
        name, out = programme.id, self._out
        about, of = (programme.kind, name), "schema:EducationalOccupationalProgram"
        node = out.node(self._iri("programme", name), of, about=about)
        description = followed_by(programme.description, programme.disclaimer)
        self._common(node, programme, description)
        self._credits(node, "programme-credits", name, programme.credits)
        if programme.degree and programme.degree != "none":
            out.say(node, "schema:educationalCredentialAwarded", programme.degree)
        for each in programme.identifiers:
            self._register(node, "programme-identifier", name, each)
        plan = [unit for item in programme.plan for unit in item.units]
        out.link(node, "schema:hasCourse", *self._written(*plan))
        self._rests_on(node, "schema:subjectOf", programme)

    def _common(self, node: str, thing: Unit | Programme, description: Text) -> None:
        self._out.say(node, "schema:name", thing.title)
        self._out.say(node, "schema:description", description)
        if thing.assumed:
            self._out.say(node, "schema:disambiguatingDescription", ASSUMED)
        self._out.address(node, "schema:url", thing.url)
        institution = self._iri("institution", thing.institution)
        self._out.link(node, "schema:provider", institution)

    def _credits(self, node: str, kind: str, name: str, stated: Credits | None) -> None:
        if stated and not stated.assumed:
            value = self._out.node(self._iri(kind, name), "schema:QuantitativeValue")
            self._out.say(value, "schema:value", stated.ec)
            self._out.say(value, "schema:unitText", "ECTS")
            self._out.link(node, "schema:numberOfCredits", value)

    def _written(self, *units: str) -> list[str]:
        """Give the IRIs of those units that are written."""
        return self._iris("unit", *(name for name in units if name in self._courses.courses))

    def _course(self, unit: Unit) -> None:
        out = self._out
        node = out.node(self._iri("unit", unit.id), "schema:Course", about=(unit.kind, unit.id))
        out.link(node, "dcterms:conformsTo", f"{PROFILES}Course/1.0-RELEASE")
        self._common(node, unit, description_of(unit))
        out.say(node, "schema:courseCode", unit.code)
        out.say(node, "schema:inLanguage", *unit.languages)
        out.say(node, "schema:learningResourceType", unit.unit_kind)
        out.link(node, "schema:hasPart", *self._written(*unit.parts))
        self._credits(node, "unit-credits", unit.id, unit.credits)
        if unit.workload and not unit.workload.assumed:
            out.say(node, "schema:timeRequired", duration(unit.workload.hours)[0])
        self._audience(node, unit)
        self._classified(node, unit)
        self._learnt(node, unit)
        self._prerequisites(node, unit)
        self._rests_on(node, "schema:isBasedOn", unit)

    def _audience(self, node: str, unit: Unit) -> None:
        if unit.audience:
            audience = self._out.node(self._iri("audience", unit.id), "schema:Audience")
            self._out.say(audience, "schema:audienceType", unit.audience)
            self._out.link(node, "schema:audience", audience)

    def _classified(self, node: str, unit: Unit) -> None:
        for code in unit.fields:
            self._listed(node, "schema:about", field_of_study(code), f"ISCED-F {code}", code)
        if unit.eqf is not None:
            words = f"EQF level {unit.eqf}"
            self._listed(node, "schema:educationalLevel", eqf(unit.eqf), words, str(unit.eqf))

    def _listed(self, node: str, term: str, concept: str, name: str, code: str) -> None:
        self._out.node(concept, "schema:DefinedTerm")
        self._out.say(concept, "schema:name", name)
        self._out.say(concept, "schema:termCode", code)
        self._out.link(concept, "schema:inDefinedTermSet", scheme_of(concept))
        self._out.link(node, term, concept)

    def _learnt(self, node: str, unit: Unit) -> None:
        taught = competencies_of(*unit.outcomes)
        there = self._catalogue.competencies
        self._out.say(node, "schema:keywords", *(there[each].title for each in taught))
        said = [self._outcome(unit, each) for each in unit.outcomes if each.text]
        self._out.link(node, "schema:teaches", *self._iris("competency", *taught), *said)
        tested = competencies_of(*self._tested(unit))
        self._out.link(node, "schema:assesses", *self._iris("competency", *tested))
        required = [r.competency for each in taught for r in there[each].requires]
        first = [each for each in required if each not in taught]
        self._out.link(node, "schema:competencyRequired", *self._iris("competency", *first))

    def _tested(self, unit: Unit) -> list[Outcome]:
        pairs = (name.split("/") for each in unit.assessments for name in each.tests)
        return [
            next(o for o in self._catalogue.units[of].outcomes if o.id == name)
            for of, name in pairs
        ]

    def _outcome(self, unit: Unit, outcome: Outcome) -> str:
        path = f"{unit.id}__{outcome.id}"
        about = ("outcome", f"{unit.id}/{outcome.id}")
        node = self._out.node(self._iri("outcome", path), "schema:DefinedTerm", about=about)
        self._out.say(node, "schema:name", outcome.text)
        if outcome.assumed:
            self._out.say(node, "schema:disambiguatingDescription", ASSUMED)
        claims = (held(each, self._catalogue) for each in outcome.contributions)
        self._out.say(node, "schema:description", *claims)
        return node

    def _prerequisites(self, node: str, unit: Unit) -> None:
        term, tree = "schema:coursePrerequisites", unit.requires
        self._out.link(node, term, *self._written(*(need.unit for need in always_needed(tree))))
        self._out.say(node, term, unit.entry)
        if has_alternatives(tree):
            self._out.say(node, term, in_words(tree, self._catalogue))

    def _instance(self, unit: Unit) -> None:
        out = self._out
        node = out.node(self._iri("course-instance", unit.id), "schema:CourseInstance")
        out.link(self._iri("unit", unit.id), "schema:hasCourseInstance", node)
        out.link(node, "dcterms:conformsTo", f"{PROFILES}CourseInstance/1.0-RELEASE")
        out.say(node, "schema:name", unit.title)
        out.say(node, "schema:courseMode", unit.delivery or "")
        out.say(node, "schema:inLanguage", *unit.languages)
        self._out.address(node, "schema:url", unit.url)
        if unit.delivery == "online":
            place = out.node(self._iri("online-location", unit.id), "schema:VirtualLocation")
            out.say(place, "schema:name", unit.title)
            self._out.address(place, "schema:url", unit.url)
        else:
            place = self._iri("institution-address", unit.institution)
        out.link(node, "schema:location", place)
