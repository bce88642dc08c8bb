"""A guess of what each heading row and column of a matrix holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from curriculum_map.formats.matrix.layout import Layout
from curriculum_map.formats.matrix.matching import folded
from curriculum_map.formats.matrix.table import OTHER, Axis
from curriculum_map.formats.matrix.vocabulary import (
    AREA,
    COMPETENCY,
    CREDITS,
    ELECTIVE,
    NUMBERED,
    REQUIRED,
    TERM,
    UNIT,
    YEAR,
)
from curriculum_map.model import Catalogue
from curriculum_map.model.declare import ID_PATTERN


@dataclass(slots=True)
class Line:
    """A heading row or column.

    Attributes:
        axis: Which of the two.
        number: Counted from 0.
        label: What stands in the corner and names it, if anything.
        texts: What it says of each row or column of the block; empty where nothing stands.
        means: The field it seems to hold; `elective` where it tells electives apart.
    """

    axis: Axis
    number: int
    label: str
    texts: Sequence[str]
    means: str = ""

    @property
    def filled(self) -> list[str]:
        """What stands in it."""
        return [text for text in self.texts if text]


@dataclass(slots=True)
class Fields:
    """What the headings of a sheet seem to hold.

    Attributes:
        units_axis: Whether each unit has a row or a column.
        sure: Whether that is more than a guess.
        units: The headings of units.
        competencies: Those of competencies.
        apart: Lines inside the block: their field, and their numbers.
    """

    units_axis: Axis
    sure: bool
    units: list[Line]
    competencies: list[Line]
    apart: Mapping[str, list[int]] = field(default_factory=dict)


def fields_of(layout: Layout, project: Catalogue | None) -> Fields:
    """Guess which side is which, and what each heading holds."""
    # Headings that stand in columns say what stands in a row, and the other way round.
    by_row = [_line(layout, "column", number) for number in layout.columns]
    by_column = [_line(layout, "row", number) for number in layout.rows]
    likeness = _unitlike(by_column, project) - _unitlike(by_row, project)
    across = likeness >= 0
    units, competencies = (by_column, by_row) if across else (by_row, by_column)
    _name(units, _unit_field)
    _name(competencies, _competency_field)
    found = Fields("column" if across else "row", likeness != 0, units, competencies)
    found.apart = _apart(layout, across)
    return found


def _line(layout: Layout, axis: Axis, number: int) -> Line:
    block, table = layout.table.block, layout.table
    cells = [
        table.cell(*((number, other) if axis == "row" else (other, number)))
        for other in block.along(OTHER[axis])
        if not (axis == "column" and other in layout.apart)
    ]
    corner = range(block.left) if axis == "row" else range(block.top)
    labels = (table.cell(*((number, c) if axis == "row" else (c, number))).text for c in corner)
    label = next((text for text in reversed(list(labels)) if text), "")
    return Line(axis, number, label, [cell.text for cell in cells])


def _unitlike(lines: Iterable[Line], project: Catalogue | None) -> float:
    """Weigh what speaks for units against what speaks for competencies."""
    score = 0.0
    for line in lines:
        texts = [line.label, *line.filled]
        for words, worth in ((YEAR, 3), (TERM, 3), (CREDITS, 2), (ELECTIVE, 2), (UNIT, 1)):
            score += worth * any(words.match(text) for text in texts)
        score -= sum(
            worth * bool(words.match(line.label)) for words, worth in ((COMPETENCY, 3), (AREA, 2))
        )
        score -= sum(map(len, line.filled)) / (1 + len(line.filled)) / 100
        if project:
            score += 4 * _known(line, project.units) - 4 * _known(line, project.competencies)
    return score


def _known(line: Line, things: Mapping[str, Any]) -> float:
    names = {folded(t) for each in things.values() for _, t in each.title.values} | things.keys()
    return sum(folded(text) in names or text in names for text in line.filled) / (
        1 + len(line.texts)
    )


def _name(lines: Sequence[Line], means: Callable[[Line], str]) -> None:
    """Give each line its field, none twice; the one with most to say is the title."""
    taken: set[str] = set()
    for line in lines:
        guess = means(line)
        line.means = guess if guess not in taken else ""
        taken.add(line.means)
    free = [line for line in lines if not line.means and line.filled]
    if "title" not in taken and free:
        max(free, key=lambda each: (len(set(each.texts)), len("".join(each.texts)))).means = "title"
    if not {"title", "id", "code"} & {line.means for line in lines} and lines:
        lines[-1].means = "title"


def _unit_field(line: Line) -> str:
    texts = line.filled
    for words, name in ((YEAR, "year"), (TERM, "term")):
        if words.match(line.label) or (texts and all(words.search(text) for text in texts)):
            return name
    if any(ELECTIVE.search(t) for t in texts) and all(
        ELECTIVE.search(t) or REQUIRED.search(t) for t in texts
    ):
        return "elective"
    if CREDITS.search(line.label) and all(re.match(r"\d", text) for text in texts):
        return "credits"
    return _common_field(line, UNIT)


def _competency_field(line: Line) -> str:
    groups = len(set(line.filled)) < len(line.filled) or "" in line.texts
    if AREA.match(line.label) or (groups and not NUMBERED.match(line.label) and line.label == ""):
        return "area"
    return _common_field(line, COMPETENCY)


def _common_field(line: Line, title: re.Pattern[str]) -> str:
    texts = line.filled
    unique = len(set(texts)) == len(line.texts)
    ids = unique and all(re.fullmatch(ID_PATTERN, text) for text in texts)
    if ids and (NUMBERED.match(line.label) or all(re.search(r"\d", text) for text in texts)):
        return "id"
    return "title" if title.match(line.label) else ""


def _apart(layout: Layout, across: bool) -> dict[str, list[int]]:
    """Tell what the lines inside the block head."""
    found: dict[str, list[int]] = {}
    for row in layout.apart:
        text = next(cell.text for cell in layout.table.line("row", row) if cell.text)
        if across:
            name = "area"
        elif ELECTIVE.search(text) or REQUIRED.search(text):
            name = "elective"
        else:
            name = "year" if YEAR.search(text) else "term" if TERM.search(text) else ""
        found.setdefault(name, []).append(row)
    return found
