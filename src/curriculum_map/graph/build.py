"""A catalogue as one typed graph: what there is, and how it hangs together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from curriculum_map.model import (
    AllOf,
    AnyOf,
    Catalogue,
    Competency,
    Needs,
    PlanItem,
    Programme,
    Ranks,
    Requirement,
    Requisite,
    Text,
    Unit,
)

if TYPE_CHECKING:
    import networkx as nx

NodeKind = Literal[
    "institution",
    "programme",
    "unit",
    "competency",
    "area",
    "framework",
    "profile",
    "concept",
]
EdgeKind = Literal["part-of", "offers", "aims", "plans", "teaches", "requires", "needs", "aligned"]
NODE_KINDS: tuple[NodeKind, ...] = get_args(NodeKind)
"""Every kind of node, from who offers to what is wanted."""
EDGE_KINDS: tuple[EdgeKind, ...] = get_args(EdgeKind)
"""Every kind of edge: `needs` is a profile's, `requires` a unit's or a competency's."""

Value = str | int | float | bool


class Node(NamedTuple):
    """A node before it stands in a graph; `more` are its further attributes."""

    id: str
    kind: NodeKind
    label: str
    more: Mapping[str, Value] = MappingProxyType({})


class Edge(NamedTuple):
    """An edge before it stands in a graph; `key` tells it from others between the same nodes."""

    origin: str
    target: str
    kind: EdgeKind
    key: str = ""
    more: Mapping[str, Value] = MappingProxyType({})


def node_id(kind: NodeKind, name: str) -> str:
    """Give the name of a node: kinds have their own names, so `unit:x` is not `area:x`."""
    return f"{kind}:{name}"


def build(catalogue: Catalogue, *, language: str = "") -> nx.MultiDiGraph[str]:
    """Express a catalogue as a graph.

    Every node has `kind` (one of `NODE_KINDS`), `name` (its id in the project), `label` (its
    title in `language`, else in the project's first language), `language` of the label and
    `assumed`; every edge has `kind` (one of `EDGE_KINDS`), and is read from its origin to its
    target: an institution offers a unit, a unit teaches a competency, a part is part of a whole.

    What the edges say beyond that:

    - `plans`: `year` and `term` (0 if not stated), `elective`
    - `teaches`, one for every contribution: `level` (its id), `rank` (on the competency's
      own scale), `status`, `outcome`
    - `needs`, and `requires` of a competency: `level`, `rank`
    - `requires` of a unit: `timing`, and `choice`: whether another unit would do as well
    - `aligned`: `relation`, read as in SKOS

    Returns:
        A new graph whose nodes and edges are in the order of the catalogue; all values
        are texts, numbers or truth values, so that any graph format can carry them.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    languages = (language, *catalogue.settings.languages)
    for node in _nodes(catalogue, languages):
        name = node.id.partition(":")[2]
        graph.add_node(node.id, kind=node.kind, name=name, label=node.label, **node.more)
    for edge in _edges(catalogue):
        key = f"{edge.kind}:{edge.key}" if edge.key else edge.kind
        graph.add_edge(edge.origin, edge.target, key=key, kind=edge.kind, **edge.more)
    return graph


def _nodes(catalogue: Catalogue, languages: Sequence[str]) -> Iterator[Node]:
    def node(kind: NodeKind, name: str, title: Text, *, assumed: bool = False) -> Node:
        language, label = title.said_in(*languages)
        return Node(
            node_id(kind, name), kind, label or name, {"language": language, "assumed": assumed}
        )

    for institution in catalogue.institutions.values():
        yield node("institution", institution.id, institution.title, assumed=institution.assumed)
    for programme in catalogue.programmes.values():
        yield node("programme", programme.id, programme.title, assumed=programme.assumed)
    for unit in catalogue.units.values():
        yield node("unit", unit.id, unit.title, assumed=unit.assumed)
    for competency in catalogue.competencies.values():
        yield node("competency", competency.id, competency.title, assumed=competency.assumed)
    for framework in catalogue.frameworks.values():
        for area in framework.areas:
            yield node("area", f"{framework.id}/{area.id}", area.title)
        yield node("framework", framework.id, framework.title, assumed=framework.assumed)
    for profile in catalogue.profiles.values():
        yield node("profile", profile.id, profile.title, assumed=profile.assumed)
    yield from _concepts(catalogue)


def _concepts(catalogue: Catalogue) -> Iterator[Node]:
    labels: dict[str, str] = {}
    for competency in catalogue.competencies.values():
        for alignment in competency.alignments:
            labels[alignment.target] = labels.get(alignment.target) or alignment.label
    for target, label in sorted(labels.items()):
        more: Mapping[str, Value] = {"language": "", "assumed": False}
        yield Node(node_id("concept", target), "concept", label or target, more)


def _edges(catalogue: Catalogue) -> Iterator[Edge]:
    ranks = catalogue.ranks()
    for institution in catalogue.institutions.values():
        if institution.part_of:
            whole: End = ("institution", institution.part_of)
            yield _edge(("institution", institution.id), "part-of", whole)
    for programme in catalogue.programmes.values():
        yield from _of_programme(programme)
    for unit in catalogue.units.values():
        yield from _of_unit(unit, ranks)
    for competency in catalogue.competencies.values():
        yield from _of_competency(competency, ranks)
    for framework in catalogue.frameworks.values():
        for area in framework.areas:
            origin: End = ("area", f"{framework.id}/{area.id}")
            yield _edge(origin, "part-of", ("framework", framework.id))
    for profile in catalogue.profiles.values():
        for requirement in profile.requires:
            yield _needed(("profile", profile.id), "needs", requirement, ranks)


End = tuple[NodeKind, str]


def _edge(
    origin: End,
    kind: EdgeKind,
    target: End,
    more: Mapping[str, Value] = MappingProxyType({}),
    *,
    key: str = "",
) -> Edge:
    return Edge(node_id(*origin), node_id(*target), kind, key, more)


def _of_programme(programme: Programme) -> Iterator[Edge]:
    here: End = ("programme", programme.id)
    yield _edge(("institution", programme.institution), "offers", here)
    for profile in programme.aims:
        yield _edge(here, "aims", ("profile", profile))
    for item in programme.plan:
        for unit in item.units:
            yield _edge(here, "plans", ("unit", unit), _place(item))


def _place(item: PlanItem) -> Mapping[str, Value]:
    return {"year": item.year or 0, "term": item.term or 0, "elective": item.elective}


def _of_unit(unit: Unit, ranks: Ranks) -> Iterator[Edge]:
    here: End = ("unit", unit.id)
    yield _edge(("institution", unit.institution), "offers", here)
    for part in unit.parts:
        yield _edge(("unit", part), "part-of", here)
    for needs, choice in sorted(set(_wanted(unit.requires)), key=str):
        more: Mapping[str, Value] = {"timing": needs.timing, "choice": choice}
        key = f"{needs.timing}:{choice}"
        yield _edge(here, "requires", ("unit", needs.unit), more, key=key)
    for outcome in unit.outcomes:
        for given in outcome.contributions:
            taught: Mapping[str, Value] = {
                "level": given.level.level,
                "rank": ranks.rank(given.level, given.competency),
                "status": given.status,
                "outcome": outcome.id,
            }
            key = f"{outcome.id}:{given.level}"
            yield _edge(here, "teaches", ("competency", given.competency), taught, key=key)


def _wanted(requisite: Requisite, *, choice: bool = False) -> Iterator[tuple[Needs, bool]]:
    match requisite:
        case Needs():
            yield requisite, choice
        case AllOf(items):
            for item in items:
                yield from _wanted(item, choice=choice)
        case AnyOf(items):
            for item in items:
                yield from _wanted(item, choice=choice or len(items) > 1)


def _of_competency(competency: Competency, ranks: Ranks) -> Iterator[Edge]:
    here: End = ("competency", competency.id)
    yield _edge(here, "part-of", _home(competency))
    for part in competency.parts:
        yield _edge(("competency", part), "part-of", here)
    for requirement in competency.requires:
        yield _needed(here, "requires", requirement, ranks)
    for alignment in competency.alignments:
        relation = alignment.relation
        target: End = ("concept", alignment.target)
        yield _edge(here, "aligned", target, {"relation": relation}, key=relation)


def _home(competency: Competency) -> End:
    if competency.area:
        return "area", f"{competency.framework}/{competency.area}"
    return "framework", competency.framework


def _needed(origin: End, kind: EdgeKind, wanted: Requirement, ranks: Ranks) -> Edge:
    rank = ranks.rank(wanted.level, wanted.competency)
    more: Mapping[str, Value] = {"level": wanted.level.level, "rank": rank}
    return _edge(origin, kind, ("competency", wanted.competency), more)
