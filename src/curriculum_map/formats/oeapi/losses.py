"""What the API has no place for, and what a project has to say before it can be written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from curriculum_map.formats.base import Loss
from curriculum_map.model import (
    Alignment,
    Area,
    Assessment,
    Catalogue,
    Competency,
    Contribution,
    Credits,
    Crosswalk,
    Descriptor,
    Framework,
    Identifier,
    Institution,
    Level,
    LevelPair,
    Outcome,
    PlanItem,
    Programme,
    Requirement,
    Scale,
    Unit,
    Workload,
)
from curriculum_map.model.declare import Placed
from curriculum_map.problems import Problem, Where

NO_PLACE = "The API has no place for it."
NO_NAME = "The API takes no {} without a name, and none is made up."
_ALL = frozenset({"assumed"})
CARRIED: Mapping[type, Collection[str]] = {
    Institution: {"id", "title", "description", "part_of", "country", "identifiers", "url"} | _ALL,
    Programme: {
        *("id", "title", "institution", "description", "disclaimer", "degree", "credits"),
        *("languages", "fields", "eqf", "nqf", "identifiers", "plan", "url", "assumed"),
    },
    Unit: {
        *("id", "title", "institution", "unit_kind", "description", "code", "workload", "credits"),
        *("languages", "delivery", "fields", "eqf", "entry", "parts", "requires", "outcomes"),
        *("assessments", "url", "assumed"),
    },
    Framework: {
        *("id", "title", "description", "disclaimer", "version", "scale", "areas", "publisher"),
        *("licence", "url", "assumed"),
    },
    Competency: {
        *("id", "title", "framework", "area", "definition", "competency_kind", "code", "parts"),
        *("requires", "descriptors", "alignments", "deprecated", "replaced_by", "assumed"),
    },
    Scale: {"id", "title", "description", "levels", "assumed"},
    Crosswalk: {"id", "title", "origin", "target", "levels", "assumed"},
    LevelPair: {"origin", "target"},
    Level: {"id", "title", "description", "code"},
    Area: {"id", "title", "description"},
    Alignment: {"relation", "target", "label", "framework", "justification"},
    Requirement: {"competency", "level"} | _ALL,
    Descriptor: {"level", "text"},
    Identifier: {"scheme", "value"},
    PlanItem: {"units", "year", "term", "choose", "credits", "title"} | _ALL,
    Credits: {"ec"} | _ALL,
    Workload: {"hours"} | _ALL,
    Outcome: {"id", "text", "contributions"},
    Contribution: {"competency", "level"},
    Assessment: {"id", "assessment_kind", "title", "tests"},
}
"""What is written of each class, or lost with a reason of its own."""


def losses_of(catalogue: Catalogue) -> Iterator[Loss]:
    """Give what the API has no place for, and what is left out because it has no name."""
    from curriculum_map.formats.rdf.left_out import left_out

    yield from left_out(catalogue, CARRIED, NO_PLACE, {})
    for kind, name, thing in _nameless(catalogue):
        place = f" See {thing.where}." if thing.where and thing.where.file else ""
        yield Loss(kind, name, NO_NAME.format(kind) + place)


def missing(catalogue: Catalogue) -> tuple[Problem, ...]:
    """List what has to be said before everything can be written.

    Returns:
        Warnings with the code `missing-field`, sorted by file and line; empty if nothing lacks.
    """
    return tuple(
        sorted(
            Problem(
                thing.where or Where(""),
                "missing-field",
                f'The API takes no {kind} without a name: "{name}" is left out. '
                f"Say {_WORDS[kind]}.",
                "warning",
            )
            for kind, name, thing in _nameless(catalogue)
        )
    )


_WORDS = {
    "outcome": 'as "text" what the learner can do',
    "assessment": 'as "title" what it is called',
}


def _nameless(catalogue: Catalogue) -> Iterator[tuple[str, str, Placed]]:
    for unit in catalogue.units.values():
        for outcome in unit.outcomes:
            if not outcome.text:
                yield "outcome", f"{unit.id}/{outcome.id}", outcome
        for assessment in unit.assessments:
            if not assessment.title:
                yield "assessment", f"{unit.id}/{assessment.id}", assessment
