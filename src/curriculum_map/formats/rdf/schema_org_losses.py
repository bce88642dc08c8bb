"""What schema.org has no place for, and what is left out for want of a fact."""

from __future__ import annotations

from collections.abc import Iterator, Set

from curriculum_map.formats.base import Loss
from curriculum_map.formats.rdf.left_out import Carried, left_out
from curriculum_map.formats.rdf.schema_org_needs import Courses
from curriculum_map.formats.rdf.trees import has_alternatives
from curriculum_map.model import (
    Area,
    Catalogue,
    Competency,
    Contribution,
    Credits,
    Framework,
    Identifier,
    Institution,
    Outcome,
    Programme,
    Source,
    Unit,
    Workload,
)
from curriculum_map.model.requisites import needed

_NO_PLACE = "schema.org has no place for it."
_LEVEL = "Levels are written in words only."
_REQUIRED = "The competencies that must come before are written without their levels."
_ASSUMED = "What is assumed is not written, for it could not be marked as such."
_PLAN = "The units of a plan are written, but neither their place nor which of them are required."
_IN_WORDS = "Alternatives are written in words only."
_TIMING = "Whether a unit may come at the same time is not written."
_NOT_WRITTEN = "A unit that must come before is not written."

_NOT_NAMED = "Nothing that is written names it as its source."

CARRIED: Carried = {
    Source: ("id", "title", "licence", "url", "attribution"),
    Framework: (
        *("id", "title", "description", "disclaimer", "version", "scale", "areas", "licence"),
        *("url", "sources"),
    ),
    Area: ("id", "title", "description"),
    Competency: (*("id", "framework", "title", "definition", "code", "requires", "alignments"),),
    Institution: (
        *("id", "title", "description", "part_of", "country", "identifiers", "url", "sources"),
    ),
    Identifier: ("scheme", "value"),
    Programme: (
        *("id", "institution", "title", "description", "disclaimer", "degree", "credits"),
        *("identifiers", "plan", "url", "assumed", "sources"),
    ),
    Unit: (
        *("id", "institution", "unit_kind", "title", "description", "code", "workload", "credits"),
        *("languages", "delivery", "audience", "fields", "eqf", "entry", "parts", "requires"),
        *("outcomes", "url", "assumed", "sources"),
    ),
    Workload: ("hours", "assumed"),
    Credits: ("ec", "assumed"),
    Outcome: ("id", "text", "contributions", "assumed"),
    Contribution: ("competency", "level", "status", "assumed"),
}
"""What is written of a thing, or reported with a reason of its own."""


def losses_of(catalogue: Catalogue, courses: Courses, sources: Set[str]) -> Iterator[Loss]:
    """Give everything that the document does not say, some of it more than once.

    Args:
        catalogue: What is written.
        courses: The units that are.
        sources: The ids of the sources that are.
    """
    for name, problem in courses.missing:
        place = f" See {problem.where}." if problem.where.file else ""
        yield Loss("unit", name, f"{problem.message}{place}")
    seen = {"units": courses.courses, "sources": sources}
    yield from left_out(catalogue, CARRIED, _NO_PLACE, seen)
    yield from (Loss("source", name, _NOT_NAMED) for name in catalogue.sources.keys() - sources)
    for competency in catalogue.competencies.values():
        yield from _of_competency(competency)
    for programme in catalogue.programmes.values():
        yield from _of_programme(programme)
    for name in courses.courses:
        yield from _of_unit(catalogue.units[name], courses)


def _of_competency(competency: Competency) -> Iterator[Loss]:
    if any(each.relation != "exact" for each in competency.alignments):
        yield Loss("alignments", competency.id, "Only exact matches are written.")
    if competency.requires:
        yield Loss("requires", competency.id, _REQUIRED)


def _of_programme(programme: Programme) -> Iterator[Loss]:
    if any(item.elective or item.year or item.term for item in programme.plan):
        yield Loss("plan", programme.id, _PLAN)
    if programme.credits and programme.credits.assumed:
        yield Loss("credits", programme.id, _ASSUMED)


def _of_unit(unit: Unit, courses: Courses) -> Iterator[Loss]:
    for what, stated in (("credits", unit.credits), ("workload", unit.workload)):
        if stated and stated.assumed:
            yield Loss(what, unit.id, _ASSUMED)
    if any(each.contributions for each in unit.outcomes):
        yield Loss("level", unit.id, _LEVEL)
    for outcome in unit.outcomes:
        if not outcome.text:
            yield Loss("outcome", f"{unit.id}/{outcome.id}", "It has no text to call it by.")
    needs = list(needed(unit.requires))
    if has_alternatives(unit.requires):
        yield Loss("requires", unit.id, _IN_WORDS)
    if any(need.timing != "pre" for need in needs):
        yield Loss("requires", unit.id, _TIMING)
    if any(need.unit not in courses.courses for need in needs):
        yield Loss("requires", unit.id, _NOT_WRITTEN)
