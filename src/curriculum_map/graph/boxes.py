"""Where the nodes of a graph stand on a map: boxes inside boxes, worked out once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import networkx as nx

CELL, FINE_CELL = (176, 40), (53, 12)
"""Width and height of a node that has nothing in it; the second of what stands in a unit or a
competency, which is drawn as much smaller."""


class Style(NamedTuple):
    """How much room a box leaves: above for its title, around, and between what stands in it."""

    heading: int
    edge: int
    gap: int


COARSE, FINE = Style(44, 12, 10), Style(24, 4, 3)
LISTED, MIXED, SIDE = 4.0, 1.5, 1.0
"""Width for each unit of height, as far as that can be reached: of a box in which nothing has
anything in it, of one with boxes in it, of a side of the picture."""
BETWEEN_SIDES = 160
"""Room between the two sides of the picture."""
LEFT, RIGHT = "left", "right"
SIDES: Mapping[str, str] = {
    "profile": RIGHT,
    "framework": RIGHT,
    "area": RIGHT,
    "competency": RIGHT,
    "concept": RIGHT,
}
"""Where the nodes of a kind stand if they have no home; all others on the left."""


class Box(NamedTuple):
    """A place on the map, in pixels of an unscaled picture, from its left upper corner."""

    x: int
    y: int
    width: int
    height: int


Size = tuple[int, int]


def is_fine(kind: str) -> bool:
    """Tell whether what stands in a node of a kind is drawn smaller, as inside a unit."""
    return kind in {"unit", "competency"}


def boxes(graph: nx.MultiDiGraph[str], inside: Mapping[str, str]) -> dict[str, Box]:
    """Place nodes in boxes: each inside that of its home, in rows, none over another.

    Who teaches stands on the left, what is to be learnt on the right.

    Args:
        graph: As `build` gives it.
        inside: What `homes` gives for it.

    Returns:
        A box for each node, in the order of `inside`. Takes time in proportion to the nodes,
        but for sorting.
    """
    kinds = {node: said["kind"] for node, said in graph.nodes(data=True)} | {"": ""}
    within: dict[str, list[str]] = {}
    for node, home in inside.items():
        within.setdefault(home or SIDES.get(kinds[node], LEFT), []).append(node)
    sizes: dict[str, Size] = {}
    spots: dict[str, Spot] = {}
    for node in reversed([*inside]):
        members = within.get(node, ())
        if members:
            sizes[node], places = _filled(members, sizes, kinds[node], within)
            spots |= places
        else:
            sizes[node] = FINE_CELL if is_fine(kinds[inside[node]]) else CELL
    spots |= _side_by_side(within, sizes)
    return _placed(inside, spots, sizes)


Spot = tuple[int, int]


def _filled(
    members: Sequence[str],
    sizes: Mapping[str, Size],
    kind: str,
    within: Mapping[str, Sequence[str]],
) -> tuple[Size, dict[str, Spot]]:
    """Give the size of a box, and where in it its members stand."""
    style = FINE if is_fine(kind) else COARSE
    shape = MIXED if any(node in within for node in members) else LISTED
    least = CELL[0] - 2 * style.edge if is_fine(kind) else 0
    (width, height), places = _rows(members, sizes, shape, style.gap, least)
    outer = (width + 2 * style.edge, height + style.heading + style.edge)
    moved = {node: (x + style.edge, y + style.heading) for node, (x, y) in places.items()}
    return (max(outer[0], CELL[0]), max(outer[1], CELL[1])), moved


def _side_by_side(
    within: Mapping[str, Sequence[str]], sizes: Mapping[str, Size]
) -> dict[str, Spot]:
    spots: dict[str, Spot] = {}
    left = 0
    for side in (LEFT, RIGHT):
        (width, height), places = _rows(within.get(side, ()), sizes, SIDE, COARSE.gap)
        spots |= {node: (x + left, y - height // 2) for node, (x, y) in places.items()}
        left += width + BETWEEN_SIDES
    return spots


def _rows(
    nodes: Sequence[str], sizes: Mapping[str, Size], shape: float, gap: int, least: int = 0
) -> tuple[Size, dict[str, Spot]]:
    """Put boxes into rows, tall ones first; give the room that takes and their places in it."""
    area = sum((sizes[node][0] + gap) * (sizes[node][1] + gap) for node in nodes)
    room = max(ceil(sqrt(area * shape)), least, *(sizes[node][0] for node in nodes), 0)
    places: dict[str, Spot] = {}
    x = y = row = widest = 0
    for node in sorted(nodes, key=lambda node: -sizes[node][1]):
        width, height = sizes[node]
        if x and x + width > room:
            x, y, row = 0, y + row + gap, 0
        places[node] = (x, y)
        x, row, widest = x + width + gap, max(row, height), max(widest, x + width)
    return (widest, y + row), places


def _placed(
    inside: Mapping[str, str], spots: Mapping[str, Spot], sizes: Mapping[str, Size]
) -> dict[str, Box]:
    placed: dict[str, Box] = {}
    for node, home in inside.items():
        x, y = spots[node]
        if home:
            x, y = x + placed[home].x, y + placed[home].y
        placed[node] = Box(x, y, *sizes[node])
    return placed
