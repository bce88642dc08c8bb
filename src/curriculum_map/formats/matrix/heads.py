"""The units and the competencies that a table names, as they are typed there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from curriculum_map.formats.matrix.declaration import (
    CompetencyPlaces,
    Declaration,
    SheetInFile,
    UnitPlaces,
)
from curriculum_map.formats.matrix.table import (
    OTHER,
    Axis,
    Cell,
    Side,
    Table,
    block,
    problem_at,
    span,
)
from curriculum_map.formats.sheet import Sheet
from curriculum_map.problems import Problem, Where

NUMBER = r"[0-9]+(?:[.,][0-9]+)?(?:e-?[0-9]+)?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A unit or competency as a table names it.

    Attributes:
        number: Its row or column, counted from 0.
        cell: Where it is named.
        id: As typed; empty if no id stands there.
        title: Likewise.
        code: Likewise.
        group: Competencies: the area. Units: the name of the group of electives.
        framework: Of a competency, as typed.
        required: Of a competency: the cell of the level that is required.
        credits: Of a unit.
        year: Of a unit.
        term: Of a unit.
    """

    number: int
    cell: Cell
    id: str = ""
    title: str = ""
    code: str = ""
    group: str = ""
    framework: str = ""
    required: Cell | None = None
    credits: float | None = None
    year: int | None = None
    term: int | None = None


@dataclass(slots=True)
class Heads:
    """What one sheet of a declaration names, and what is wrong in it.

    Attributes:
        table: The sheet.
        units: In the order of the sheet.
        competencies: Likewise.
        units_axis: Whether each unit has a row or a column.
        problems: Found on the way.
    """

    table: Table
    units_axis: Axis
    units: list[Head] = field(default_factory=list)
    competencies: list[Head] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def code_cell(self, unit: Head, competency: Head) -> Cell:
        """Give the cell where a unit meets a competency."""
        if self.units_axis == "row":
            return self.table.cell(unit.number, competency.number)
        return self.table.cell(competency.number, unit.number)


def heads_of(sheet: Sheet, said: SheetInFile, declaration: Declaration) -> Heads:
    """Find what a sheet names; nothing where the declaration contradicts itself."""
    units, competencies = _axis(said.units), _axis(said.competencies)
    found = Heads(Table.of(sheet, block(said.cells)), units or "column")
    if units is None or competencies is None or units == competencies:
        message = (
            "Units have a heading row and competencies a heading column, or the other way round, "
            'in which at least an "id", a "title" or a "code" stands.'
        )
        found.problems.append(Problem(said.where or Where(""), "bad-declaration", message))
        return found
    _Reader(found, said, declaration).read()
    return found


def _axis(places: UnitPlaces | CompetencyPlaces) -> Axis | None:
    """Tell what each thing has, a row or a column; `None` if that is not said or contradictory."""
    axes = {OTHER[span(each).axis] for each in (places.id, places.title, places.code) if each}
    return axes.pop() if len(axes) == 1 else None


@dataclass(slots=True)
class _Reader:
    """Reads the headings of one sheet."""

    into: Heads
    said: SheetInFile
    declaration: Declaration

    def read(self) -> None:
        table, said = self.into.table, self.said
        units = Side(table, self.into.units_axis)
        competencies = Side(table, OTHER[self.into.units_axis])
        years, terms = units.grouped(said.units.year), units.grouped(said.units.term)
        electives = self._electives()
        for head in self._heads(units, said.units, (*said.units.year, *said.units.term)):
            number = head["number"]
            self.into.units.append(
                Head(
                    **head,
                    group=electives.get(number, ""),
                    credits=self._credits(units, number),
                    year=self._count(years.get(number)),
                    term=self._count(terms.get(number)),
                )
            )
        areas = competencies.grouped(said.competencies.area)
        for head in self._heads(competencies, said.competencies, said.competencies.area):
            area, line = areas.get(head["number"]), said.competencies.framework
            framework = competencies.text(line, head["number"]).text if line else ""
            wanted = said.competencies.required
            required = competencies.text(wanted, head["number"]) if wanted else None
            group = area.text if area else ""
            self.into.competencies.append(
                Head(**head, group=group, framework=framework, required=required)
            )

    def _heads(
        self, side: Side, places: UnitPlaces | CompetencyPlaces, groups: Sequence[str]
    ) -> Iterator[dict[str, Any]]:
        skipped = [span(each) for each in (*self.said.leave_out, *groups)]
        for number in side.table.block.along(side.axis):
            if any(s.axis == side.axis and s.first <= number <= s.last for s in skipped):
                continue
            lines = {"id": places.id, "title": places.title, "code": places.code}
            cells = {name: side.text(line, number) for name, line in lines.items() if line}
            named = [cell for cell in cells.values() if cell.text]
            if named:
                texts = {name: cell.text for name, cell in cells.items()}
                yield {"number": number, "cell": named[0], **texts}
            else:
                self._nameless(side, number, next(iter(cells.values())))

    def _nameless(self, side: Side, number: int, head: Cell) -> None:
        across = side.table.block.along(OTHER[side.axis])
        cells = (self._at(side, number, other) for other in across)
        if any(cell.text for cell in cells):
            message = "Codes stand here without a name. Write it, or leave the line out."
            self._found(head, "missing-field", message)

    @staticmethod
    def _at(side: Side, number: int, other: int) -> Cell:
        return side.table.cell(*((number, other) if side.axis == "row" else (other, number)))

    def _electives(self) -> Mapping[int, str]:
        return {
            number: group.name
            for group in self.said.electives
            for lines in group.within
            for number in self.into.table.block.along(self.into.units_axis)
            if (s := span(lines)).axis == self.into.units_axis and s.first <= number <= s.last
        }

    def _count(self, cell: Cell | None) -> int | None:
        """Give the number of a year or term that a heading means."""
        if cell is None:
            return None
        known = {" ".join(each.words.split()): each.number for each in self.declaration.numbers}
        digits = [int(each) for each in re.findall(r"\d{1,9}", cell.text)]
        number = known.get(cell.text) or (digits[0] if len(digits) == 1 else 0)
        if 1 <= number <= 12:
            return number
        message = (
            f'"{cell.text}" says no year or term from 1 to 12. Say which it means under "numbers".'
        )
        self._found(cell, "bad-number", message)
        return None

    def _credits(self, side: Side, number: int) -> float | None:
        if not self.said.units.credits:
            return None
        cell = side.text(self.said.units.credits, number)
        match = re.fullmatch(rf"({NUMBER})(?:\s*(?:EC|ECTS|EAP))?", cell.text, re.I)
        value = float(match[1].replace(",", ".")) if match else -1
        if 0 <= value <= 500:
            return value
        if cell.text:
            self._found(cell, "bad-number", f'"{cell.text}" is not a number of credits to 500.')
        return None

    def _found(self, cell: Cell, code: str, message: str) -> None:
        problem = problem_at(self.into.table, cell, code, message)
        if problem not in self.into.problems:
            self.into.problems.append(problem)
