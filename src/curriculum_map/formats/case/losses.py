"""What CASE has no place for, and what a package must say and a project does not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from curriculum_map.formats.base import Loss
from curriculum_map.model import (
    Alignment,
    Area,
    Catalogue,
    Competency,
    Crosswalk,
    Descriptor,
    Framework,
    Level,
    LevelPair,
    Requirement,
    Scale,
)
from curriculum_map.problems import Problem, Where

NO_PLACE = "A package of CASE has no place for it."
NO_CREATOR = (
    'CASE wants to know who created "{}", and none is made up: say "publisher". Until then it is '
    "empty."
)
NO_LICENCE = 'Registries take "{}" only with its licence, and none is made up: say "licence".'
CARRIED: Mapping[type, Collection[str]] = {
    Framework: {
        *("id", "title", "description", "disclaimer", "version", "scale", "areas", "publisher"),
        *("licence", "url", "assumed"),
    },
    Area: {"id", "title", "description"},
    Competency: {
        *("id", "title", "framework", "area", "definition", "competency_kind", "code", "parts"),
        *("requires", "descriptors", "alignments", "deprecated", "replaced_by", "assumed", "note"),
    },
    Requirement: {"competency", "level", "assumed", "note"},
    Descriptor: {"level", "text"},
    Alignment: {"relation", "target", "label", "framework", "justification", "assumed", "note"},
    Scale: {"id", "title", "description", "levels", "assumed"},
    Level: {"id", "title", "description", "code"},
    Crosswalk: {"id", "title", "origin", "target", "levels", "assumed"},
    LevelPair: {"origin", "target"},
}
"""What is written of each class, or lost with a reason of its own."""


def losses_of(catalogue: Catalogue) -> Iterator[Loss]:
    """Give what CASE has no place for."""
    from curriculum_map.formats.rdf.left_out import left_out

    yield from left_out(catalogue, CARRIED, NO_PLACE, {})
    for walk in catalogue.crosswalks.values():
        yield Loss(walk.kind, walk.id, NO_PLACE)


def missing_facts(catalogue: Catalogue) -> Iterator[Problem]:
    """Give what packages must say, or are not taken over without."""
    settings = catalogue.settings
    for framework in catalogue.frameworks.values():
        where = framework.where or Where("")
        if not (framework.publisher or settings.publisher):
            yield Problem(where, "missing-field", NO_CREATOR.format(framework.id), "warning")
        if not (framework.licence or settings.licence):
            yield Problem(where, "missing-field", NO_LICENCE.format(framework.id), "warning")
