"""What a node of a graph stands inside: units in their programme, competencies in their area."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from curriculum_map.graph.build import NODE_KINDS, EdgeKind, NodeKind

if TYPE_CHECKING:
    import networkx as nx


class Way(NamedTuple):
    """How a home is found: over edges of a kind, to or from a node of a kind."""

    edge: EdgeKind
    home: NodeKind
    outward: bool


HOMES: Mapping[NodeKind, Sequence[Way]] = {
    "institution": (Way("part-of", "institution", True),),
    "programme": (Way("offers", "institution", False),),
    "unit": (
        Way("part-of", "unit", True),
        Way("plans", "programme", False),
        Way("offers", "institution", False),
    ),
    "competency": (Way("part-of", "area", True), Way("part-of", "framework", True)),
    "area": (Way("part-of", "framework", True),),
    "concept": (Way("aligned", "competency", False),),
}
"""Where the nodes of a kind are at home; the first way that leads somewhere counts."""

LEVELS: Mapping[NodeKind, int] = {
    "institution": 0,
    "framework": 0,
    "profile": 0,
    "programme": 1,
    "area": 1,
    "unit": 2,
    "competency": 2,
    "concept": 3,
}
"""How far inside a kind stands: what is seen first has 0."""

_SIDES: Sequence[NodeKind] = ("institution", "programme", "unit", "profile")
_UNSTATED = 99


def homes(graph: nx.MultiDiGraph[str]) -> dict[str, str]:
    """Give each node of `build` the one node it stands inside.

    A unit stands in the whole it is part of, else in the first programme that plans it, else in
    its institution; a concept in the first competency that is aligned with it. Frameworks,
    profiles and institutions that are part of no other have no home.

    Returns:
        A key for every node; the empty text where it has no home. The keys are ordered so that
        all that stands in a node, however deep, follows it without a gap: kind by kind, in
        the order of its plan, else of the graph. The side that teaches comes first, then
        profiles, then frameworks.
    """
    inside = {node: _home(graph, node) for node in graph}
    return {node: inside[node] for node in _walk(graph, inside)}


def closed(graph: nx.MultiDiGraph[str], inside: Mapping[str, str], most: int) -> set[str]:
    """Choose the nodes to show as one thing with all that stands in them.

    Opens institutions and frameworks first, then programmes and areas, then units and
    competencies, as long as that shows at most `most` nodes.

    Args:
        graph: As `build` gives it.
        inside: What `homes` gives for it.
        most: How many nodes to show; those without a home are shown even if there are more.

    Returns:
        The nodes that stay closed and have something in them; none if all can be shown.
    """
    parents = [node for node in dict.fromkeys(inside.values()) if node]
    for level in sorted({*LEVELS.values()}, reverse=True):
        shut = {node for node in parents if LEVELS[graph.nodes[node]["kind"]] >= level}
        if sum(node == seen for node, seen in stand_in(inside, shut).items()) <= most:
            break
    return shut


def stand_in(inside: Mapping[str, str], shut: Collection[str]) -> dict[str, str]:
    """Give the node that is seen for each node: the outermost closed one around it, or itself."""
    seen: dict[str, str] = {"": ""}
    for node, home in inside.items():
        hidden = seen[home] != home or home in shut
        seen[node] = seen[home] if hidden else node
    del seen[""]
    return seen


def _home(graph: nx.MultiDiGraph[str], node: str) -> str:
    for way in HOMES.get(graph.nodes[node]["kind"], ()):
        for other, kind in _outward(graph, node) if way.outward else _inward(graph, node):
            if kind == way.edge and graph.nodes[other]["kind"] == way.home:
                return other
    return ""


def _outward(graph: nx.MultiDiGraph[str], node: str) -> Iterator[tuple[str, str]]:
    return ((other, said["kind"]) for _, other, said in graph.out_edges(node, data=True))


def _inward(graph: nx.MultiDiGraph[str], node: str) -> Iterator[tuple[str, str]]:
    return ((other, said["kind"]) for other, _, said in graph.in_edges(node, data=True))


def _walk(graph: nx.MultiDiGraph[str], inside: Mapping[str, str]) -> Iterator[str]:
    times = _times(graph, inside)
    within: dict[str, list[str]] = {}
    for node, home in inside.items():
        within.setdefault(home, []).append(node)
    for members in within.values():
        members.sort(key=times.__getitem__)
    waiting = within.get("", [])[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(within.get(node, ()))


def _times(
    graph: nx.MultiDiGraph[str], inside: Mapping[str, str]
) -> dict[str, tuple[int, int, int]]:
    """Give what brings siblings into order: side and kind, year, term."""
    order = (*_SIDES, *(kind for kind in NODE_KINDS if kind not in _SIDES))
    ranks: dict[str, int] = {kind: rank for rank, kind in enumerate(order)}
    times = {
        node: (ranks[said["kind"]], _UNSTATED, _UNSTATED) for node, said in graph.nodes(data=True)
    }
    for origin, target, said in graph.edges(data=True):
        if said["kind"] == "plans" and inside[target] == origin:
            place = (said["year"] or _UNSTATED, said["term"] or _UNSTATED)
            times[target] = min(times[target], (ranks["unit"], *place))
    return times
