"""What ELM has no place for, and what is left out for want of a fact."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import chain

from curriculum_map.formats.base import Loss
from curriculum_map.formats.rdf.elm_needs import (
    Offer,
    degree_awarded,
    is_esco_skill,
    outcomes_of,
    written_identifiers,
)
from curriculum_map.formats.rdf.elm_terms import Version
from curriculum_map.formats.rdf.left_out import Carried, left_out
from curriculum_map.formats.rdf.trees import always_needed, has_alternatives
from curriculum_map.model import (
    Assessment,
    Catalogue,
    Competency,
    Contribution,
    Credits,
    Framework,
    Identifier,
    Institution,
    Outcome,
    Programme,
    Scale,
    Source,
    Unit,
    Workload,
)
from curriculum_map.model.requisites import needed

_OFFERED = (
    *("id", "institution", "title", "description", "languages", "audience", "fields", "url"),
    *("credits", "assumed"),
)
CARRIED: Carried = {
    Source: ("id", "title", "licence", "attribution"),
    Scale: ("id", "title", "levels"),
    Framework: ("id", "title", "description", "disclaimer", "version", "licence", "scale"),
    Competency: (
        *("id", "framework", "title", "definition", "competency_kind", "code", "alignments"),
    ),
    Institution: ("id", "title", "description", "part_of", "country", "identifiers", "url"),
    Identifier: ("scheme", "value"),
    Programme: (*_OFFERED, "disclaimer", "degree", "eqf", "nqf", "identifiers", "plan"),
    Unit: (
        *(*_OFFERED, "unit_kind", "code", "workload", "delivery", "eqf", "entry", "parts"),
        *("requires", "outcomes", "assessments"),
    ),
    Workload: ("hours", "assumed"),
    Credits: ("ec", "assumed"),
    Outcome: ("id", "text", "contributions", "assumed"),
    Contribution: ("competency", "level", "status", "assumed"),
    Assessment: ("id", "assessment_kind", "title", "assumed"),
}
"""What is written of a thing, or reported with a reason of its own."""


_NO_PLACE = "The European Learning Model has no place for it."
_IN_WORDS = "What must come before is written in words."
_PLAN = "The units of a plan are written, but neither their place nor which of them are required."
_UNUSED = "A competency is written only where an outcome that is written works on it."
_UNCREDITED = (
    "Of sources only the credits are written that a licence asks for, where they are used."
)
_REGISTER = "QualityLink knows institutions by SCHAC and OrgReg only."
_LEVEL = "The model has this level for qualifications only."


def losses_of(
    catalogue: Catalogue, version: Version, offer: Offer, credited: Set[str]
) -> Iterator[Loss]:
    """Give everything that a document for this offer does not say, some of it more than once.

    Args:
        catalogue: What is written.
        version: In which version.
        offer: What of it can be told.
        credited: The ids of the sources whose credits are.
    """
    yield from (each.loss() for each in offer.missing)
    used = set(_used(catalogue, offer))
    seen = {
        "institutions": offer.institutions,
        "programmes": offer.programmes,
        "units": offer.units,
        "competencies": used,
        "sources": credited,
    }
    yield from left_out(catalogue, CARRIED, _NO_PLACE, seen)
    yield from (Loss("source", name, _UNCREDITED) for name in catalogue.sources.keys() - credited)
    for name in catalogue.competencies:
        if name not in used:
            yield Loss("competency", name, _UNUSED)
    for name in offer.institutions:
        yield from _of_institution(catalogue.institutions[name], version)
    for name in used:
        yield from _of_competency(catalogue.competencies[name])
    for name in offer.programmes:
        yield from _of_programme(catalogue.programmes[name], version)
    for name in offer.units:
        yield from _of_unit(catalogue.units[name], version, offer)


def _used(catalogue: Catalogue, offer: Offer) -> Iterator[str]:
    own = (o for name in offer.units for o in catalogue.units[name].outcomes if o.text)
    theirs = (
        outcome
        for name in offer.programmes
        for _, outcome in outcomes_of(catalogue.programmes[name], catalogue)
    )
    for outcome in chain(own, theirs):
        yield from (made.competency for made in outcome.contributions)


def _of_institution(institution: Institution, version: Version) -> Iterator[Loss]:
    written = written_identifiers(institution, version)
    for each in institution.identifiers:
        if each not in written:
            yield Loss("identifiers", f"{institution.id}/{each.scheme}", _REGISTER)


def _of_competency(competency: Competency) -> Iterator[Loss]:
    for each in competency.alignments:
        if not is_esco_skill(each):
            yield Loss(
                "alignments",
                competency.id,
                "Only skills of ESCO that match exactly or closely are written.",
            )
    if competency.competency_kind == "attitude":
        yield Loss("kind", competency.id, "The model knows knowledge and skills only.")


def _of_programme(programme: Programme, version: Version) -> Iterator[Loss]:
    if any(item.elective or item.year or item.term for item in programme.plan):
        yield Loss("plan", programme.id, _PLAN)
    if not version.quality_link and not degree_awarded(programme):
        for name in ("eqf", "nqf"):
            if getattr(programme, name):
                yield Loss(name, programme.id, _LEVEL)


def _of_unit(unit: Unit, version: Version, offer: Offer) -> Iterator[Loss]:
    if unit.eqf is not None and not version.quality_link:
        yield Loss("eqf", unit.id, _LEVEL)
    if any(needed(unit.requires)) and not (version.quality_link and _all_linked(unit, offer)):
        yield Loss("requires", unit.id, _IN_WORDS)


def _all_linked(unit: Unit, offer: Offer) -> bool:
    """Tell whether links to units say all that a requisite tree says."""
    needs = always_needed(unit.requires)
    return not has_alternatives(unit.requires) and all(
        need.timing == "pre" and need.unit in offer.units for need in needs
    )
