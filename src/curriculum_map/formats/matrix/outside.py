"""What stands beside the block of a matrix and its headings, and is not read."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_map.formats.matrix.declaration import SheetInFile
from curriculum_map.formats.matrix.heads import Heads
from curriculum_map.formats.matrix.table import Axis, Cell, span
from curriculum_map.problems import Problem


def outside(heads: Heads, said: SheetInFile) -> list[Problem]:
    """Tell in one warning how many cells with something in them are not read."""
    cells = list(_unread(heads, said))
    if not cells:
        return []
    are = "cell is" if len(cells) == 1 else "cells are"
    message = (
        f'{len(cells)} filled {are} not read, from "{cells[0].text}" on: outside {said.cells} and '
        'its headings. What shall be passed over can be named under "leave-out".'
    )
    return [Problem(cells[0].where, "passed-over", message, "warning")]


def _unread(heads: Heads, said: SheetInFile) -> Iterator[Cell]:
    rows, columns = _read("row", heads, said), _read("column", heads, said)
    left_out = [span(each) for each in said.leave_out]
    for row, cells in heads.table.sheet.filled():
        for column in range(len(cells)):
            cell = heads.table.cell(row, column)
            passed = any(
                each.first <= (row if each.axis == "row" else column) <= each.last
                for each in left_out
            )
            if cell.text and not passed and not (row in rows and column in columns):
                yield cell


def _read(axis: Axis, heads: Heads, said: SheetInFile) -> set[int]:
    units, competencies = said.units, said.competencies
    single = [units.id, units.title, units.code, units.credits]
    single += [competencies.id, competencies.title, competencies.code, competencies.framework]
    single += [competencies.required]
    lines = [*filter(None, single), *units.year, *units.term, *competencies.area]
    spans = [each for each in map(span, lines) if each.axis == axis]
    inside = set(heads.table.block.along(axis))
    return inside.union(*(range(each.first, each.last + 1) for each in spans))
