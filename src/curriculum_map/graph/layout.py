"""Where the nodes of a graph stand in a picture: computed once, the same every time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, sqrt
from statistics import fmean
from typing import TYPE_CHECKING

from curriculum_map.graph.build import NODE_KINDS

if TYPE_CHECKING:
    import networkx as nx

BETWEEN_COLUMNS = 330
BETWEEN_ROWS = 60
LOOSEST = 4
"""How many times `BETWEEN_ROWS` lie at most between two rows of a column that has room."""
TALLEST = 24
"""Rows of a column before it is broken in two, for graphs that are not huge."""

Spot = tuple[int, int]


def columns(graph: nx.MultiDiGraph[str]) -> Mapping[str, Spot]:
    """Place the nodes of `build` in columns: one for each kind, in the order of `NODE_KINDS`.

    Inside its column a node stands near the nodes of the columns before that it has to do
    with, so that lines cross less. A long column is broken into several. Kinds that do not
    occur take no room.

    Returns:
        For each node its place from left to right and from top to bottom, in pixels of an
        unscaled picture, centred on 0; nodes never share a place. Takes time in
        proportion to nodes and edges, but for sorting.
    """
    members = {
        kind: [node for node in graph if graph.nodes[node]["kind"] == kind] for kind in NODE_KINDS
    }
    tallest = max(TALLEST, ceil(sqrt(2 * len(graph))))
    height = BETWEEN_ROWS * min(tallest, max(map(len, members.values())))
    places: dict[str, Spot] = {}
    left = 0
    for nodes in members.values():
        ordered = _near_their_own(graph, nodes, places)
        for part in _parts(ordered, tallest):
            places |= _column(part, left, height)
            left += BETWEEN_COLUMNS
    middle = max(left - BETWEEN_COLUMNS, 0) // 2
    return {node: (x - middle, y) for node, (x, y) in places.items()}


def _parts(nodes: Sequence[str], tallest: int) -> Iterator[Sequence[str]]:
    rows = ceil(len(nodes) / max(1, ceil(len(nodes) / tallest)))
    for start in range(0, len(nodes), max(1, rows)):
        yield nodes[start : start + rows]


def _near_their_own(
    graph: nx.MultiDiGraph[str], members: Sequence[str], places: Mapping[str, Spot]
) -> list[str]:
    def height(node: str) -> float:
        around = {*graph.predecessors(node), *graph.successors(node)}
        placed = [places[each][1] for each in around if each in places]
        return round(fmean(placed), 3) if placed else 0.0

    heights = {node: height(node) for node in members}
    return sorted(members, key=lambda node: (heights[node], node))


def _column(nodes: Sequence[str], left: int, height: int) -> dict[str, Spot]:
    apart = max(BETWEEN_ROWS, min(LOOSEST * BETWEEN_ROWS, height // len(nodes)))
    top = -(len(nodes) - 1) * apart // 2
    return {node: (left, top + row * apart) for row, node in enumerate(nodes)}
