"""The small picture of what a competency hangs together with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from curriculum_map.model import Competency, Text

if TYPE_CHECKING:
    from curriculum_map.pages.site import Site

WIDE, HIGH, GAP = 210, 44, 12
"""Size of a box, and what is left between two."""

COLUMNS = (10, 285, 560)
"""Where boxes begin from the left: what comes before, the competency, what comes after."""

MOST = 6
"""How many boxes stand on one side; the lists on the page have all."""


class Box(NamedTuple):
    """A box of the picture: its title, and how it is drawn."""

    x: int
    y: int
    title: Text
    kind: str


class Arrow(NamedTuple):
    """A line from one box to another, as the path of an SVG."""

    path: str
    kind: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A small picture: its boxes, the lines between them, and its height."""

    boxes: Sequence[Box]
    arrows: Sequence[Arrow]
    height: int


def picture(site: Site, competency: Competency) -> Picture | None:
    """Draw what a competency hangs together with; `None` if that is nothing."""
    related = site.relations.of(competency.id)
    titles = {each.id: each.title for each in site.catalogue.competencies.values()}
    above = [("part", each.title) for each in (*related.wholes, *related.parts)]
    left = [("competency", titles[each.competency]) for each in related.requires]
    right = [("competency", each.title) for each, _ in related.required_by]
    taught = {each.unit.id: each.unit.title for each in site.teachings.get(competency.id, ())}
    below = [("unit", title) for title in taught.values()]
    if not (above or left or right or below):
        return None
    sides = {"above": above, "left": left, "right": right, "below": below}
    return _drawn(competency.title, {name: side[:MOST] for name, side in sides.items()})


def _drawn(title: Text, sides: Mapping[str, Sequence[tuple[str, Text]]]) -> Picture:
    step = HIGH + GAP
    before, after = len(sides["above"]), len(sides["below"])
    middle = before * step
    rows = max(before + 1 + after, len(sides["left"]), len(sides["right"]))
    if before + 1 + after < rows:
        middle = (rows - 1) * step // 2
    boxes = [Box(COLUMNS[1], middle + 8, title, "self")]
    arrows: list[Arrow] = []
    for name, side in sides.items():
        for number, (kind, text) in enumerate(side):
            x, y = _place(name, number, len(side), middle, rows)
            boxes.append(Box(x, y + 8, text, kind))
            arrows.append(_arrow(name, x, y + 8, middle + 8))
    return Picture(boxes, arrows, rows * step + 8)


def _place(side: str, number: int, count: int, middle: int, rows: int) -> tuple[int, int]:
    step = HIGH + GAP
    if side == "above":
        return COLUMNS[1], middle - (number + 1) * step
    if side == "below":
        return COLUMNS[1], middle + (number + 1) * step
    top = min(max(middle - (count - 1) * step // 2, 0), (rows - count) * step)
    return COLUMNS[0 if side == "left" else 2], top + number * step


def _arrow(side: str, x: int, y: int, middle: int) -> Arrow:
    half = HIGH // 2
    if side in {"above", "below"}:
        edge = COLUMNS[1]
        bend = edge - 22
        path = f"M{edge} {y + half}H{bend}V{middle + half}H{edge}"
        return Arrow(path, "plain")
    if side == "left":
        start, end = (x + WIDE, y + half), (COLUMNS[1], middle + half)
    else:
        start, end = (COLUMNS[1] + WIDE, middle + half), (x, y + half)
    between = (start[0] + end[0]) // 2
    return Arrow(f"M{start[0]} {start[1]}H{between}V{end[1]}H{end[0]}", "arrow")
