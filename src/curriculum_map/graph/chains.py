"""The longest way through requisites: which step comes before a node, and which after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import networkx as nx


class Steps(NamedTuple):
    """The neighbours of a node on a longest chain; the empty text where the chain ends."""

    before: str
    after: str


def chains(graph: nx.MultiDiGraph[str]) -> dict[str, Steps]:
    """Give the steps along a longest chain of requisites, for each node that has any.

    From step to step they lead along a longest chain of units, or of competencies, that goes
    through the node. Of equally long chains it is the one whose step stands first in the
    graph. What needs each other in a circle puts nothing first, so links in a circle are left out.

    Returns:
        Nodes that require something or are required, in the order of the graph.
    """
    needed = _needed(graph)
    forward = _best(needed)
    backward = _best(needed.reverse())
    return {
        node: Steps(forward[node], backward[node])
        for node in graph
        if node in needed and (forward[node] or backward[node])
    }


def _needed(graph: nx.MultiDiGraph[str]) -> nx.DiGraph[str]:
    """Give the graph from what is required to what requires it, without circles."""
    import networkx as nx

    required: nx.DiGraph[str] = nx.DiGraph()
    required.add_edges_from(
        (target, origin)
        for origin, target, said in graph.edges(data=True)
        if said["kind"] == "requires"
    )
    circle = {
        node: number
        for number, members in enumerate(nx.strongly_connected_components(required))
        for node in members
    }
    required.remove_edges_from([(a, b) for a, b in required.edges if circle[a] == circle[b]])
    ranks = {node: rank for rank, node in enumerate(graph)}
    tidy: nx.DiGraph[str] = nx.DiGraph()
    tidy.add_nodes_from(node for node in graph if node in required)
    tidy.add_edges_from(sorted(required.edges, key=lambda ends: (ranks[ends[0]], ranks[ends[1]])))
    return tidy


def _best(needed: nx.DiGraph[str]) -> Mapping[str, str]:
    """Give the direct predecessor with the longest chain behind it, or the empty text."""
    import networkx as nx

    length: dict[str, int] = {}
    best: dict[str, str] = {}
    for node in nx.topological_sort(needed):
        before = max(needed.predecessors(node), key=lambda each: length[each], default="")
        best[node] = before
        length[node] = length[before] + 1 if before else 1
    return best
