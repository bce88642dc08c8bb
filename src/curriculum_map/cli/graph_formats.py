"""Graph files as formats: written by `graph`, described and counted as what `formats` writes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType

from curriculum_map.formats.base import Format, Loss, Written
from curriculum_map.model import (
    COLLECTIONS,
    Alignment,
    AllOf,
    AnyOf,
    Area,
    Catalogue,
    Competency,
    Contribution,
    Framework,
    Institution,
    Needs,
    Outcome,
    PlanItem,
    Programme,
    Requirement,
    Requisite,
    RoleProfile,
    Source,
    Unit,
)

NO_PLACE = "A graph of things and links has no place for it."
ONE_LANGUAGE = "A title is written in one language."
TOGETHER = "Which alternatives belong together is not written, only that there are some."
REPLACED = "Control characters of the title are written as replacement characters."

_NAMED = ("id", "title", "assumed")
CARRIED: Mapping[type, Collection[str]] = {
    Source: ("id", "attribution"),
    Institution: (*_NAMED, "part_of"),
    Programme: (*_NAMED, "institution", "aims", "plan"),
    PlanItem: ("units", "year", "term"),
    Unit: (*_NAMED, "institution", "parts", "requires", "outcomes"),
    Outcome: ("id", "contributions"),
    Contribution: ("competency", "level", "status"),
    Framework: (*_NAMED, "areas"),
    Area: ("id", "title"),
    Competency: (*_NAMED, "framework", "area", "parts", "requires", "alignments"),
    Requirement: ("competency", "level"),
    Alignment: ("relation", "target", "label"),
    RoleProfile: (*_NAMED, "requires"),
}
"""What of each class stands in the graph, or is reported with a reason of its own."""


def losses(catalogue: Catalogue) -> tuple[Loss, ...]:
    """Give everything a graph file has no place for, sorted."""
    from curriculum_map.formats.rdf.left_out import left_out
    from curriculum_map.graph.files import changed_texts

    found = {*left_out(catalogue, CARRIED, NO_PLACE, {}), *_untold(catalogue)}
    found |= {Loss("character", node, REPLACED) for node in changed_texts(catalogue)}
    return tuple(sorted(found))


def _untold(catalogue: Catalogue) -> Iterator[Loss]:
    for collection, of in COLLECTIONS.items():
        for name, thing in getattr(catalogue, collection).items():
            if of in CARRIED and "title" in CARRIED[of] and len(thing.title.languages) > 1:
                yield Loss("title", name, ONE_LANGUAGE)
    for framework in catalogue.frameworks.values():
        for area in framework.areas:
            if len(area.title.languages) > 1:
                yield Loss("title", f"{framework.id}/{area.id}", ONE_LANGUAGE)
    for unit in catalogue.units.values():
        if _has_alternatives(unit.requires):
            yield Loss("requires", unit.id, TOGETHER)


def _has_alternatives(tree: Requisite) -> bool:
    match tree:
        case Needs():
            return False
        case AnyOf(items) if len(items) > 1:
            return True
        case AnyOf(items) | AllOf(items):
            return any(map(_has_alternatives, items))


def _writer(name: str) -> Callable[[Catalogue, str], Written[str]]:
    def write(catalogue: Catalogue, _syntax: str) -> Written[str]:
        from curriculum_map.graph.files import WRITERS

        return Written(WRITERS[name](catalogue), losses(catalogue))

    return write


def _format(name: str, title: str, spec: str, *suffixes: str) -> Format:
    endings = MappingProxyType(dict.fromkeys(suffixes, name))
    write = _writer(name)
    return Format(name=name, title=title, spec=spec, suffixes=endings, write=write)


GRAPH_FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        _format(
            "graphml",
            "the knowledge graph as GraphML",
            "https://graphml.graphdrawing.org/specification.html",
            ".graphml",
            ".xml",
        ),
        _format(
            "gexf",
            "the knowledge graph for Gephi",
            "https://gexf.net/1.2/",
            ".gexf",
        ),
        _format(
            "cytoscape",
            "the knowledge graph as Cytoscape.js reads it",
            "https://js.cytoscape.org/#notation/elements-json",
            ".cyjs",
            ".json",
        ),
    )
}
"""The formats that the graph is handed over in, by name."""
