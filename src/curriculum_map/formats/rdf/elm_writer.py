"""Programmes and units as learning opportunities with what they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from curriculum_map.formats.base import Loss
from curriculum_map.formats.rdf.claims import held
from curriculum_map.formats.rdf.durations import duration
from curriculum_map.formats.rdf.elm_needs import Offer, degree_awarded, outcomes_of
from curriculum_map.formats.rdf.elm_nodes import Nodes, plain
from curriculum_map.formats.rdf.elm_terms import (
    ASSESSMENT_TYPES,
    ECTS,
    MODES,
    PROGRAMME,
    SKILL_TYPES,
    UNIT_TYPES,
    Version,
    eqf,
    field_of_study,
    language,
)
from curriculum_map.formats.rdf.statements import Statements
from curriculum_map.formats.rdf.trees import always_needed, in_words
from curriculum_map.model import (
    Assessment,
    Catalogue,
    Credits,
    Outcome,
    Programme,
    Unit,
    Workload,
)


def points(credits_: Credits) -> str:
    """Give credits as the text the model asks for: `5`, `7.5`."""
    return repr(credits_.ec).removesuffix(".0")


class Writer:
    """Tells what an offer can tell.

    Attributes:
        losses: What could not be told exactly.
    """

    def __init__(
        self, catalogue: Catalogue, version: Version, offer: Offer, out: Statements
    ) -> None:
        self.losses: set[Loss] = set()
        self._catalogue, self._version, self._offer, self._out = catalogue, version, offer, out
        self._nodes = Nodes(catalogue, version, out)

    @property
    def credited(self) -> set[str]:
        """Ids of the sources whose credits were written."""
        return self._nodes.credited

    def write(self) -> None:
        """Put everything into the statements."""
        there, offer = self._catalogue, self._offer
        for name in sorted(offer.institutions):
            institution = there.institutions[name]
            parent = institution.part_of if institution.part_of in offer.institutions else ""
            self._nodes.organisation(institution, parent)
        for name in sorted(offer.programmes):
            self._programme(there.programmes[name])
        for name in sorted(offer.units):
            self._unit(there.units[name])

    def _programme(self, programme: Programme) -> None:
        plan = [unit for item in programme.plan for unit in item.units]
        opportunity = self._opportunity(programme, PROGRAMME, plan)
        qualification = degree_awarded(programme)
        specification = self._specification(programme, opportunity, qualification=qualification)
        self._outcomes(specification, outcomes_of(programme, self._catalogue))
        if programme.degree:
            self._out.say(specification, "elm:category", plain(programme.degree))
        if qualification or self._version.quality_link:
            self._nodes.concepts(specification, "elm:NQFLevel", programme.nqf)
        path = f"programme__{programme.id}__disclaimer"
        self._nodes.note(opportunity, "elm:additionalNote", path, programme.disclaimer)
        self._consists_of(specification, plan)

    def _unit(self, unit: Unit) -> None:
        opportunity = self._opportunity(unit, UNIT_TYPES.get(unit.unit_kind, ""), unit.parts)
        self._nodes.concepts(opportunity, "elm:mode", [MODES.get(unit.delivery or "", "")])
        specification = self._specification(unit, opportunity, qualification=False)
        self._out.say(specification, "elm:category", plain(unit.unit_kind))
        self._outcomes(specification, ((unit, each) for each in unit.outcomes if each.text))
        for assessment in unit.assessments:
            if assessment.title:
                self._assessment(unit, assessment, specification)
        self._workload(unit, specification)
        self._entry(unit, specification)
        self._consists_of(specification, unit.parts)

    def _opportunity(self, thing: Unit | Programme, of: str, parts: Iterable[str]) -> str:
        path, out = f"{thing.kind}__{thing.id}", self._out
        node = self._nodes.iri("opportunity", path)
        out.node(node, "elm:LearningOpportunity", about=(thing.kind, thing.id))
        out.say(node, "dcterms:title", thing.title)
        out.say(node, "dcterms:description", thing.description)
        self._nodes.concepts(node, "dcterms:type", [of])
        self._nodes.homepage(node, path, thing.url)
        out.link(node, "elm:providedBy", self._nodes.iri("organisation", thing.institution))
        self._nodes.concepts(node, "elm:defaultLanguage", self._languages(thing)[:1])
        if thing.assumed:
            words = plain("Assumed: no source states this.")
            self._nodes.note(node, "elm:additionalNote", f"{path}__assumed", words)
        self._nodes.credit(node, thing)
        for part in parts:
            if part in self._offer.units:
                out.link(node, "elm:hasPart", self._nodes.iri("opportunity", f"unit__{part}"))
        return node

    def _specification(
        self, thing: Unit | Programme, opportunity: str, *, qualification: bool
    ) -> str:
        path, out, nodes = f"{thing.kind}__{thing.id}", self._out, self._nodes
        of = "elm:Qualification" if qualification else "elm:LearningAchievementSpecification"
        node = out.node(nodes.iri("specification", path), of)
        out.say(node, "dcterms:title", thing.title)
        out.say(node, "dcterms:description", thing.description)
        nodes.concepts(node, "elm:ISCEDFCode", map(field_of_study, thing.fields))
        nodes.concepts(node, "dcterms:language", self._languages(thing))
        nodes.note(node, "elm:additionalNote", f"{path}__audience", thing.audience)
        self._identify(thing, node)
        if thing.credits:
            self._credits(thing.credits, node, path)
        if thing.eqf is not None and (qualification or self._version.quality_link):
            nodes.concepts(node, "elm:EQFLevel", [eqf(thing.eqf)])
        if self._version.quality_link:
            out.node(node, "ql:LearningOpportunitySpecification")
        out.link(opportunity, "elm:learningAchievementSpecification", node)
        return node

    def _languages(self, thing: Unit | Programme) -> list[str]:
        known = [language(tag) for tag in thing.languages]
        for tag, iri in zip(thing.languages, known, strict=True):
            if not iri:
                reason = f'The European list of languages does not have "{tag}".'
                self.losses.add(Loss("languages", thing.id, reason))
        return [each for each in known if each]

    def _identify(self, thing: Unit | Programme, node: str) -> None:
        path = f"{thing.kind}__{thing.id}"
        self._nodes.identifier(node, path, local_name(thing))
        for each in getattr(thing, "identifiers", ()):
            self._nodes.identifier(node, f"{path}__{each.scheme}", each.value, each.scheme)

    def _credits(self, stated: Credits, node: str, path: str) -> None:
        credit = self._out.node(self._nodes.iri("credit", path), "elm:CreditPoint")
        self._nodes.concepts(credit, "elm:framework", [ECTS])
        self._out.say(credit, "elm:point", points(stated))
        self._out.link(node, "elm:creditPoint", credit)
        self._assumed("credits", stated, node, path)

    def _workload(self, unit: Unit, node: str) -> None:
        if unit.workload:
            words, exact = duration(unit.workload.hours)
            self._out.typed(node, "elm:volumeOfLearning", words, "xsd:duration")
            self._assumed("workload", unit.workload, node, f"unit__{unit.id}")
            if not exact:
                self.losses.add(Loss("workload", unit.id, "It is written to the second."))

    def _assumed(self, what: str, stated: Credits | Workload, node: str, path: str) -> None:
        if stated.assumed:
            words = plain(f"The {what} is assumed: no source states it.")
            self._nodes.note(node, "elm:additionalNote", f"{path}__assumed-{what}", words)

    def _entry(self, unit: Unit, node: str) -> None:
        required = in_words(unit.requires, self._catalogue)
        path = f"unit__{unit.id}__entry"
        self._nodes.note(node, "elm:entryRequirement", path, unit.entry, required)
        if self._version.quality_link:
            for need in always_needed(unit.requires):
                if need.timing == "pre" and need.unit in self._offer.units:
                    term = "ql:entryRequirementLearningOpportunity"
                    self._out.link(node, term, self._reference(need.unit))

    def _consists_of(self, node: str, parts: Iterable[str]) -> None:
        if self._version.quality_link:
            written = (part for part in parts if part in self._offer.units)
            self._out.link(node, "elm:hasPart", *map(self._reference, written))

    def _reference(self, unit: str) -> str:
        """Refer to the specification of a unit as QualityLink does: by provider and name there."""
        found = self._catalogue.units[unit]
        node = self._out.node(
            self._nodes.iri("reference", f"unit__{unit}"),
            "ql:LearningOpportunitySpecificationReference",
        )
        provider = self._nodes.iri("organisation", found.institution)
        self._out.link(node, "elm:providedBy", provider)
        self._nodes.identifier(node, f"unit__{unit}", local_name(found))
        return node

    def _outcomes(self, node: str, outcomes: Iterator[tuple[Unit, Outcome]]) -> None:
        self._out.link(node, "elm:learningOutcome", *(self._outcome(*each) for each in outcomes))

    def _outcome(self, unit: Unit, outcome: Outcome) -> str:
        path, out, nodes = f"{unit.id}__{outcome.id}", self._out, self._nodes
        node = nodes.iri("outcome", path)
        if out.has(node):
            return node
        out.node(node, "elm:LearningOutcome", about=("outcome", f"{unit.id}/{outcome.id}"))
        out.say(node, "dcterms:title", outcome.text)
        if outcome.assumed:
            words = plain("Assumed: no source states this.")
            nodes.note(node, "elm:additionalNote", f"outcome__{path}__assumed", words)
        for made in outcome.contributions:
            out.link(node, "elm:relatedSkill", nodes.competency(made.competency))
            out.link(node, "elm:relatedESCOSkill", *nodes.skills(made.competency))
            at = f"outcome__{path}__{made.competency}"
            note = nodes.note(node, "elm:additionalNote", at, held(made, self._catalogue))
            out.link(note, "dcterms:subject", nodes.level(made.level))
        nodes.concepts(node, "dcterms:type", self._kind(outcome))
        return node

    def _kind(self, outcome: Outcome) -> list[str]:
        known = self._catalogue.competencies
        kinds = {known[each.competency].competency_kind for each in outcome.contributions}
        return [SKILL_TYPES.get(kind or "", "") for kind in kinds] if len(kinds) == 1 else []

    def _assessment(self, unit: Unit, assessment: Assessment, specification: str) -> None:
        path = f"{unit.id}__{assessment.id}"
        node = self._nodes.iri("assessment", path)
        about = ("assessment", f"{unit.id}/{assessment.id}")
        self._out.node(node, "elm:LearningAssessmentSpecification", about=about)
        self._out.say(node, "dcterms:title", assessment.title)
        kind = assessment.assessment_kind
        if kind:
            self._out.say(node, "elm:category", plain(kind))
            self._nodes.concepts(node, "dcterms:type", [ASSESSMENT_TYPES.get(kind, "")])
        if assessment.assumed:
            words = plain("Assumed: no source states this.")
            self._nodes.note(node, "elm:additionalNote", f"assessment__{path}__assumed", words)
        self._out.link(node, "elm:proves", specification)
        self._out.link(specification, "elm:provenBy", node)


def local_name(thing: Unit | Programme) -> str:
    """Give the name a thing has at its institution, or else in the project."""
    return (thing.code if isinstance(thing, Unit) else "") or thing.id
