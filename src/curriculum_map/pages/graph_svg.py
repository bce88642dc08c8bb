"""The graph as a picture that stays as it is: SVG, with its legend, for a document or a wall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any, NamedTuple

from curriculum_map.graph import (
    CELL,
    COARSE,
    EDGE_KINDS,
    FINE,
    FINE_CELL,
    NODE_KINDS,
    Box,
    boxes,
    build,
    closed,
    fold,
    homes,
    is_fine,
)
from curriculum_map.graph.files import clean
from curriculum_map.model import Catalogue
from curriculum_map.pages.document import document
from curriculum_map.pages.graph_look import DASHED, SIGNS

if TYPE_CHECKING:
    import networkx as nx

MOST = 1_000
"""Things that are drawn one by one; of more, those that stand in another are drawn with it."""
SIGN = 18
"""How far a sign stands from the left of its box."""
LETTER = 7
"""Pixels that a letter is wide, about."""
MARGIN, LEGEND = 24, 90
"""Room around the picture, and below it for the legend."""


class Thing(NamedTuple):
    """A node as it is drawn: `x` and `y` of its sign, `scale` of sign and letters."""

    kind: str
    box: Box
    x: int
    y: int
    scale: float
    is_box: bool
    title: str
    lines: Sequence[str]


class Line(NamedTuple):
    """An edge as it is drawn, from sign to sign."""

    kind: str
    start: Thing
    end: Thing


class Drawing(NamedTuple):
    """The picture, and how many of the `things` of the graph are `drawn` one by one."""

    svg: str
    things: int
    drawn: int


def drawing(catalogue: Catalogue, *, language: str = "en") -> Drawing:
    """Draw the graph as boxes in boxes.

    It needs no other file. Every sign has its whole title as a tooltip; where there are more than
    `MOST` things, those that stand in another are drawn together with it.

    Args:
        catalogue: What is drawn.
        language: Language of the picture's own words, one of those in `words.WORDS`.

    Returns:
        The same catalogue always gives the same text.
    """
    whole = build(catalogue, language=language)
    every_home = homes(whole)
    shut = closed(whole, every_home, MOST)
    graph = fold(whole, every_home, shut)
    inside = {node: home for node, home in every_home.items() if node in graph}
    things = _things(graph, inside, boxes(graph, inside))
    kinds = {thing.kind for thing in things.values()}
    lines = _lines(graph, inside, things)
    relations = {line.kind for line in lines}
    languages = catalogue.settings.languages
    svg = document(
        "graph.svg.j2",
        language=language,
        languages=languages,
        style="",
        scripts=(),
        title=clean(catalogue.settings.title.show(language, *languages)),
        things=tuple(things.values()),
        lines=lines,
        frame=_frame(things.values()),
        signs=SIGNS,
        dashed=DASHED,
        kinds=[kind for kind in NODE_KINDS if kind in kinds],
        relations=[kind for kind in EDGE_KINDS if kind in relations],
        clustered=len(whole) if shut else 0,
    )
    return Drawing(svg, len(whole), len(graph))


def _things(
    graph: nx.MultiDiGraph[str], inside: Mapping[str, str], places: Mapping[str, Box]
) -> dict[str, Thing]:
    holders = set(inside.values())
    return {
        node: _thing(
            graph.nodes[node],
            box,
            is_box=node in holders,
            scale=FINE_CELL[0] / CELL[0] if _in_fine(graph, inside[node]) else 1,
        )
        for node, box in places.items()
    }


def _in_fine(graph: nx.MultiDiGraph[str], home: str) -> bool:
    return bool(home) and is_fine(graph.nodes[home]["kind"])


def _thing(said: Mapping[str, Any], box: Box, *, is_box: bool, scale: float) -> Thing:
    heading = (FINE if is_fine(said["kind"]) else COARSE).heading
    label = clean(said["label"])
    title = f"{label} ({said['holds']})" if said["holds"] else label
    room = int((box.width / scale - 2 * SIGN) / LETTER)
    lines = wrap(title, room, max_lines=1 if is_box else 2, placeholder="…")
    middle = box.y + (heading if is_box else box.height) // 2
    return Thing(said["kind"], box, box.x + int(SIGN * scale), middle, scale, is_box, title, lines)


def _lines(
    graph: nx.MultiDiGraph[str], inside: Mapping[str, str], things: Mapping[str, Thing]
) -> Sequence[Line]:
    around: dict[str, frozenset[str]] = {"": frozenset()}
    for node, home in inside.items():
        around[node] = around[home] | {node}
    found = {
        (said["kind"], origin, target): None
        for origin, target, said in graph.edges(data=True)
        # That something stands in a box says the same as a line from the box would.
        if origin not in around[target] and target not in around[origin]
    }
    return [Line(kind, things[origin], things[target]) for kind, origin, target in found]


def _frame(things: Any) -> Box:
    """Give the box around everything, with room for the legend below."""
    drawn = [thing.box for thing in things] or [Box(0, 0, 400, 0)]
    left, top = min(box.x for box in drawn), min(box.y for box in drawn)
    right = max(box.x + box.width for box in drawn)
    bottom = max(box.y + box.height for box in drawn)
    width = max(right - left, 1000)
    return Box(left - MARGIN, top - MARGIN, width + 2 * MARGIN, bottom - top + 2 * MARGIN + LEGEND)
