"""A matrix and its declaration make a catalogue: plan, units, outcomes, contributions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from curriculum_map.errors import UnknownName
from curriculum_map.formats.matrix.codes import Codes
from curriculum_map.formats.matrix.declaration import Code, Declaration, SheetInFile
from curriculum_map.formats.matrix.heads import Head, Heads, heads_of
from curriculum_map.formats.matrix.levels import Levels
from curriculum_map.formats.matrix.matching import Match, Matcher, repeated
from curriculum_map.formats.matrix.merging import (
    Claim,
    Placed,
    contradicted,
    plan_of,
    with_claims,
)
from curriculum_map.formats.matrix.outside import outside
from curriculum_map.formats.matrix.table import Cell, letters, problem_at
from curriculum_map.formats.matrix.things import Things
from curriculum_map.formats.reading import Reading
from curriculum_map.formats.sheet import Sheet
from curriculum_map.model import Catalogue, Settings, Unit, by_id
from curriculum_map.problems import Problem, Severity, Where

Names = Sequence[tuple[Head, str]]
"""The headings of a sheet, each with the id of what it names."""


def read_matrix(
    sheets: Mapping[str, Sheet], declaration: Declaration, project: Catalogue | None = None
) -> Reading:
    """Make a catalogue of the sheets that a declaration names.

    Args:
        sheets: Every sheet of the file, by name; a text file has one, named after the file.
        declaration: Where things stand, and what the codes mean.
        project: What the project has; the catalogue then has all of it, too.
    """
    settings = Settings(languages=(declaration.language,))
    reader = _Reader(declaration, project or Catalogue(settings=settings))
    for said in declaration.sheets:
        if said.name in sheets:
            reader.read(sheets[said.name], said)
        else:
            message = str(UnknownName("sheet", said.name, sheets))
            reader.problems.append(Problem(said.where or Where(""), "unknown-name", message))
    for name in sorted(sheets.keys() - {each.name for each in declaration.sheets}):
        message = f'The declaration does not name the sheet "{name}"; it is not read.'
        where = Where(sheets[name].file, 1, 1, sheets[name].name)
        reader.problems.append(Problem(where, "passed-over", message, "warning"))
    return reader.reading()


@dataclass(slots=True)
class _Reader:
    """Collects what the sheets of one file say."""

    declaration: Declaration
    project: Catalogue
    problems: list[Problem] = field(default_factory=list)
    claims: dict[str, dict[str, Claim]] = field(default_factory=dict)
    plans: dict[str, list[Placed]] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)
    codes: Codes = field(init=False)
    levels: Levels = field(init=False)
    things: Things = field(init=False)
    competencies: Matcher = field(init=False)
    units: Matcher = field(init=False)

    def __post_init__(self) -> None:
        said, project = self.declaration, self.project
        self.codes = Codes(said.codes)
        self.levels = Levels(project, said)
        self.things = Things(said, project)
        self.competencies = Matcher(
            project.competencies, project.competencies, said.frameworks[0].id
        )
        offered = [u.id for u in project.units.values() if u.institution == said.institution.id]
        self.units = Matcher(project.units, offered, said.institution.id)

    def read(self, sheet: Sheet, said: SheetInFile) -> None:
        heads = heads_of(sheet, said, self.declaration)
        self.problems += [*sheet.problems, *heads.problems]
        competencies = self._named(
            heads, heads.competencies, "competency", self.competencies, self.things.competency
        )
        units = self._named(heads, heads.units, "unit", self.units, self.things.unit)
        for unit_head, unit in units:
            for head, competency in competencies:
                self._claim(heads, heads.code_cell(unit_head, head), unit, competency)
        self._required(heads, said, competencies)
        self._plan(heads, said, units)
        self.problems += outside(heads, said)

    def _named(
        self,
        heads: Heads,
        found: Iterable[Head],
        kind: str,
        matcher: Matcher,
        add: Callable[[Head, str], None],
    ) -> Names:
        """Give each heading with the id it means, having told of those that are not clear."""
        matched = [(head, matcher.match(head)) for head in found]
        again = set()
        for head, former, name in repeated(matched):
            message = (
                f'This and {former.cell.where} both name the {kind} "{name}". '
                "Give one of them another id or title."
            )
            self._found(heads, head.cell, "duplicate-id", message)
            again.add(head.number)
        for head, match in matched:
            self._tell(heads, head, kind, match)
            if not match.known and head.number not in again:
                add(head, match.id)
                self.new.add(match.id)
        return [(head, match.id) for head, match in matched if head.number not in again]

    def _tell(self, heads: Heads, head: Head, kind: str, match: Match) -> None:
        if match.others:
            message = (
                f'"{head.title}" is the title of {", ".join(match.others)} in the project. '
                f"Write the id of the {kind} that is meant."
            )
            self._found(heads, head.cell, "ambiguous-title", message)
        elif match.near and match.id not in self.new:
            message = (
                f'"{head.title}" is new and will be called "{match.id}". '
                f'If "{match.near}" of the project is meant, write its id or its exact title.'
            )
            self._found(heads, head.cell, "near-title", message, "warning")

    def _required(self, heads: Heads, said: SheetInFile, competencies: Names) -> None:
        for head, competency in competencies:
            cell = head.required
            codes = self._codes(heads, cell) if cell else ()
            level = self.levels.of(codes, self.things.scale_of(competency))
            if cell and level and not self.things.require(said, competency, level, cell.where):
                message = (
                    f'"{cell.text}" is no requirement of a role profile, for none is named under '
                    '"aims", or says something else than another sheet.'
                )
                self._found(heads, cell, "cells-disagree", message)

    def _codes(self, heads: Heads, cell: Cell) -> Sequence[Code]:
        """Give the codes of a cell, having told if it has something else."""
        codes = self.codes.read(cell.text) if cell.text else []
        if codes is None:
            known = list(self.codes.known)
            *most, last = known if len(known) > 1 else ["", *known]
            named = f"{', '.join(most)} or {last}" if any(most) else last
            one = "one of " if any(most) else ""
            self._found(heads, cell, "unknown-code", f'"{cell.text}" is not {one}{named}.')
        return codes or ()

    def _claim(self, heads: Heads, cell: Cell, unit: str, competency: str) -> None:
        codes = self._codes(heads, cell)
        level = self.levels.of(codes, self.things.scale_of(competency))
        assessed = any(code.assessed for code in codes)
        if level:
            evidence = _evidence(heads, cell) if self.declaration.evidence == "cells" else ""
            claim = Claim(level, assessed, evidence, cell.where)
            self._keep(heads, cell, claim, self.claims.setdefault(unit, {}), competency)
        elif assessed and not any(code.level for code in codes):
            message = (
                f'"{cell.text}" says that it is assessed, but not at what level. '
                "Write a level beside it, or declare one for it."
            )
            self._found(heads, cell, "code-without-level", message)

    def _keep(
        self, heads: Heads, cell: Cell, claim: Claim, claims: dict[str, Claim], competency: str
    ) -> None:
        former = claims.setdefault(competency, claim)
        if former[:2] != claim[:2]:
            message = f'"{cell.text}" says something else about it than {former.where}.'
            self._found(heads, cell, "cells-disagree", message)

    def _plan(self, heads: Heads, said: SheetInFile, units: Names) -> None:
        self.things.programme(said)
        groups = {group.name: group for group in said.electives}
        placed = self.plans.setdefault(said.programme.id, [])
        there = {each.unit: each.head for each in placed}
        for head, unit in units:
            former = there.get(unit)
            if former is None:
                placed.append(Placed(unit, head, groups.get(head.group)))
            elif (former.year, former.term) != (head.year, head.term):
                message = f'"{unit}" stands in the plan already; its place there counts.'
                self._found(heads, head.cell, "passed-over", message, "warning")

    def reading(self) -> Reading:
        """Give everything that was read."""
        programmes = {
            name: replace(each, plan=plan_of(self.plans[name]))
            for name, each in self.things.programmes.items()
        }
        catalogue = replace(
            self.things.catalogue(),
            units=by_id(self._taught()),
            programmes=by_id({**self.project.programmes, **programmes}),
        )
        found = {*self.problems, *self.things.problems, *self.levels.problems}
        return Reading(catalogue, tuple(sorted(found)))

    def _taught(self) -> dict[str, Unit]:
        """Give every unit with what the cells say it does."""
        units = {**self.project.units, **self.things.units}
        for unit, claims in self.claims.items():
            for claim in contradicted(units[unit], claims):
                message = f'"{unit}" of the project says something else here, which stays.'
                self.problems.append(Problem(claim.where, "passed-over", message, "warning"))
            before, units[unit] = units[unit], with_claims(units[unit], claims)
            if unit in self.project.units and units[unit] != before:
                message = f'Cells add to "{unit}", which the project describes in {before.where}.'
                where = min(claim.where for claim in claims.values())
                self.problems.append(Problem(where, "adds-to-unit", message, "warning"))
        return units

    def _found(
        self, heads: Heads, cell: Cell, code: str, message: str, severity: Severity = "error"
    ) -> None:
        self.problems.append(problem_at(heads.table, cell, code, message, severity))


def _evidence(heads: Heads, cell: Cell) -> str:
    column = "" if heads.table.sheet.name else f", column {letters(cell.column)}"
    return f'{cell.where}{column}: "{cell.text}"'
