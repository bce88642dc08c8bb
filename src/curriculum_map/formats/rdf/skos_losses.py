"""What SKOS has no place for, and what registries of vocabularies ask for beyond it."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_map.formats.base import Loss
from curriculum_map.formats.rdf.left_out import Carried, left_out
from curriculum_map.formats.rdf.skos_writer import cited
from curriculum_map.model import (
    Alignment,
    Area,
    Catalogue,
    Competency,
    Descriptor,
    Framework,
    Level,
    Requirement,
    Scale,
    Source,
)
from curriculum_map.problems import Problem, Where

_FACTS = ("sources", "assumed", "quote", "note")
_NAMED = ("id", "title", *_FACTS)
CARRIED: Carried = {
    Source: (*_NAMED, "creator", "date", "licence", "url", "attribution"),
    Scale: (*_NAMED, "description", "levels"),
    Level: ("id", "title", "description", "code"),
    Framework: (
        *(*_NAMED, "description", "disclaimer", "version", "scale", "areas", "publisher"),
        *("licence", "url"),
    ),
    Area: ("id", "title", "description"),
    Competency: (
        *(*_NAMED, "framework", "area", "also_called", "definition", "competency_kind", "code"),
        *("parts", "requires", "descriptors", "alignments", "deprecated", "replaced_by"),
    ),
    Requirement: (*_FACTS, "competency", "level"),
    Descriptor: ("level", "text"),
    Alignment: ("relation", "target"),
}
"""What is written of a thing, or reported with a reason of its own."""

REASON = "SKOS has no place for it."


def losses_of(catalogue: Catalogue) -> Iterator[Loss]:
    """Give everything in a catalogue that a document does not say."""
    kept = cited(catalogue)
    yield from left_out(catalogue, CARRIED, REASON, {"sources": kept})
    for name in catalogue.sources.keys() - kept:
        yield Loss("source", name, "No framework, scale or competency rests on it.")


def missing_facts(catalogue: Catalogue) -> Iterator[Problem]:
    """Give what a scheme should say of itself and does not, in no particular order."""
    filled = {competency.framework for competency in catalogue.competencies.values()}
    for framework in catalogue.frameworks.values():
        lacks = [] if framework.description else ["a description"]
        if not framework.areas and framework.id not in filled:
            lacks.append("a top concept: an area or a competency")
        if not framework.licence and not catalogue.settings.licence:
            lacks.append("a licence")
        for each in lacks:
            message = f'A vocabulary should have {each}; "{framework.id}" has none.'
            yield Problem(framework.where or Where(""), "missing-field", message, "warning")
