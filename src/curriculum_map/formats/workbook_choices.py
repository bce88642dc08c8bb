"""What may be chosen in the columns of a workbook, and the notes that explain them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from curriculum_map.formats.about import about
from curriculum_map.formats.references import LevelName, Reference
from curriculum_map.formats.shapes import Choice, Flag, Number, Shape
from curriculum_map.formats.tables.kinds import Kind
from curriculum_map.formats.tables.written import Grid, Heading

LONGEST_LIST = 255
"""Characters of a list that Excel takes in a drop-down itself."""
SPARE = 1_000
"""Empty rows below a table that a drop-down offers as soon as they are filled."""

Rule = dict[str, Any]


class Choices:
    """Knows where in the workbook the things of each kind stand."""

    def __init__(self, grids: Sequence[Grid]) -> None:
        """Learn where each kind of thing has its names.

        Args:
            grids: The tables of the workbook.
        """
        self._ranges: dict[str, str] = {}
        for grid in grids:
            if grid.kind.key:
                letter = chr(ord("A") + len(grid.kind.names) - 1)
                cells = f"${letter}$2:${letter}${len(grid.rows) + SPARE}"
                self._ranges.setdefault(grid.kind.noun, f"='{grid.kind.name}'!{cells}")

    def note(self, heading: Heading, grid: Grid) -> str:
        """Explain a column: what it means, and what is written in it."""
        if heading.column is None:
            return self._note_on_name(heading.text, grid.kind)
        said = heading.column.about
        language = f" In {heading.language}." if heading.language else ""
        return f"{said}{language}\n\n{_first_upper(words(heading.column.shape))}."

    def _note_on_name(self, heading: str, kind: Kind) -> str:
        if heading == kind.key:
            return about(kind.record.cls, kind.key)
        return f"The id of the {heading.removeprefix('of ')} this row belongs to."

    def rule(self, heading: Heading, grid: Grid) -> Rule:
        """Give the data validation of a column; nothing where anything may be written."""
        shape = heading.column.shape if heading.column else _shape_of_name(heading.text, grid.kind)
        if heading.column is None and heading.text != grid.kind.key:
            return self._from_sheet(heading.text.removeprefix("of "))
        if isinstance(shape, Reference):
            return self._from_sheet(shape.kind)
        if isinstance(shape, LevelName):
            return self._from_sheet("level")
        if isinstance(shape, Choice):
            return _list(shape.words_known)
        if isinstance(shape, Flag):
            return _list(("TRUE", "FALSE"))
        return _between(shape) if isinstance(shape, Number) else {}

    def _from_sheet(self, noun: str) -> Rule:
        if noun not in self._ranges:
            return {}
        # Something may be named before it is described, or come from another file.
        return {
            "validate": "list",
            "source": self._ranges[noun],
            "error_type": "warning",
            "error_title": f"No {noun} of this name",
            "error_message": f"The sheets of this workbook describe no {noun} of this name.",
        }


def words(shape: Shape) -> str:
    """Say what may be written into a cell."""
    from curriculum_map.formats.localised import Localised
    from curriculum_map.formats.requisite_trees import Requisites
    from curriculum_map.formats.shapes import Listed

    if isinstance(shape, Localised):
        return "text"
    if isinstance(shape, Requisites):
        return "ids of units with and, or, brackets, co and strict-co: a and (b or co c)"
    if isinstance(shape, Listed):
        return f"any number of these, with semicolons between: {words(shape.item)}"
    return shape.words().replace("`", "")


def _list(known: Sequence[str]) -> Rule:
    if len(",".join(known)) > LONGEST_LIST:
        return {}
    return {
        "validate": "list",
        "source": list(known),
        "error_title": "Not one of the words",
        "error_message": "Choose one of the words in the list.",
    }


def _between(shape: Number) -> Rule:
    return {
        "validate": "integer" if shape.whole else "decimal",
        "criteria": "between",
        "minimum": shape.low,
        "maximum": shape.high,
        "error_title": "Not such a number",
        "error_message": f"Here belongs {shape.words()}.",
    }


def _shape_of_name(heading: str, kind: Kind) -> Shape | None:
    found = [each.shape for each in kind.record.fields if each.attribute == heading]
    return found[0] if found else None


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
