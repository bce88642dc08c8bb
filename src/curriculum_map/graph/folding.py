"""A graph too large to be read, with what stands in a closed node drawn together into it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from curriculum_map.graph.homes import stand_in

if TYPE_CHECKING:
    import networkx as nx


def fold(
    graph: nx.MultiDiGraph[str], inside: Mapping[str, str], shut: Collection[str]
) -> nx.MultiDiGraph[str]:
    """Draw closed nodes and what stands in them together.

    Args:
        graph: As `build` gives it.
        inside: What `homes` gives for it.
        shut: The closed nodes.

    Returns:
        A new graph. Its nodes have what they had, and `holds`: how many others are drawn
        together in them. Of all edges of a kind between two nodes one is left, with `kind` and
        `links`: how many those were; edges that begin and end in the same node are gone.
    """
    import networkx as nx

    seen = stand_in(inside, shut)
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, said in graph.nodes(data=True):
        if seen[node] == node:
            made.add_node(node, **said, holds=-1)
    for node in graph:
        made.nodes[seen[node]]["holds"] += 1
    for origin, target, said in graph.edges(data=True):
        ends, kind = (seen[origin], seen[target]), said["kind"]
        if ends[0] == ends[1]:
            continue
        if not made.has_edge(*ends, key=kind):
            made.add_edge(*ends, key=kind, kind=kind, links=0)
        made.edges[(*ends, kind)]["links"] += 1
    return made
