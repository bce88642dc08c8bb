"""Curricular Analytics CSV: one curriculum with its courses and what they require.

What becomes of each heading and column is said in docs/profiles/curricular-analytics.md. Whatever
is wrong in a row is a warning: the rest of the file is read all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from curriculum_map.errors import UnknownName
from curriculum_map.formats import folder
from curriculum_map.formats.base import Format, of_text
from curriculum_map.formats.curricular_table import (
    CANONICAL,
    CREDIT_HOURS,
    DIVISIONS,
    OWN_ID,
    SCHEMES,
    TERM,
    TIMINGS,
    Cell,
    Course,
    CurricularFile,
    read_table,
)
from curriculum_map.formats.curricular_writing import write
from curriculum_map.model import (
    NO_REQUISITE,
    NOTHING_SAID,
    AllOf,
    Catalogue,
    Credits,
    Identifier,
    Institution,
    Needs,
    PlanItem,
    Programme,
    Requisite,
    Text,
    Unit,
    by_id,
)
from curriculum_map.model.checks import problems_of
from curriculum_map.model.declare import ID_PATTERN
from curriculum_map.model.programme import Degree
from curriculum_map.problems import Where

if TYPE_CHECKING:
    from pathlib import Path

    from curriculum_map.formats.reading import Reading

DEGREES: tuple[tuple[str, Degree], ...] = (("b", "bachelor"), ("m", "master"), ("phd", "doctorate"))
"""How a degree type begins, in lower case, and what degree that is."""
LARGEST = 100_000_000
"""Bytes a file may have."""
UNSTATED = "institution"
"""Id of the institution where no file names one."""


def read(text: str, _syntax: str, file: str) -> Reading:
    """Make a catalogue of one institution, one programme and its courses, as far as that goes.

    A catalogue without courses, with two of one id or with courses that nobody can begin comes
    with an error; courses that require each other stand in it all the same.

    Args:
        text: The document.
        _syntax: `csv`; there is no other.
        file: What to call the document in problems.
    """
    from curriculum_map.formats.reading import Reading

    table = read_table(text, file)
    catalogue = _Curriculum(table).catalogue()
    problems = {*table.problems, *problems_of(catalogue)}
    return Reading(catalogue, tuple(sorted(problems)))


def read_file(path: Path) -> Reading:
    """Read a file, in UTF-8 or else as Excel saves it on a Western European system.

    Raises:
        Unreadable: If the system does not hand the file over, or it is too large.
    """
    data = folder.read(path, LARGEST)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return read(text, "csv", path.as_posix())


def slug(text: str, otherwise: str) -> str:
    """Make an id of a text; `otherwise` where nothing of it can stand in an id.

    A text that is an id stays as it is.
    """
    if re.fullmatch(ID_PATTERN, text):
        return text
    return "-".join(re.findall(r"[a-z0-9]+", text.lower())) or otherwise


@dataclass(slots=True)
class _Curriculum:
    """What is made of the rows of one file."""

    table: CurricularFile
    system: str = ""
    names: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    institutions: dict[str, Institution] = field(default_factory=dict)

    def catalogue(self) -> Catalogue:
        own = self._institution(self.table.headings["Institution"])
        self.system = self._system(self.table.headings["System Type"])
        courses = list(self._named())
        units = {unit: self._unit(unit, course, own) for unit, course in courses}
        programme = self._programme(courses, own)
        return Catalogue(
            institutions=by_id(self.institutions),
            programmes=by_id({programme.id: programme}),
            units=by_id(units),
        )

    def _found(self, where: Where, code: str, message: str) -> None:
        self.table.found(where, code, message)

    def _named(self) -> Iterator[tuple[str, Course]]:
        """Give each course with the id of its unit, which requisites of all rows may name."""
        for number, course in enumerate(self.table.courses, 1):
            cell = course.cells["Course ID"]
            typed = cell.text or str(number)
            canonical = course.cells["Canonical Name"].text
            unit = slug(canonical.removeprefix(OWN_ID) if _is_id(canonical) else typed, str(number))
            if not cell.text:
                message = f'The course has no id and is called "{unit}" after its place.'
                self._found(cell.where, "missing-field", message)
            if unit.lower() in self.taken:
                message = f'There is another course called "{typed}". The first one counts.'
                self.table.found(cell.where, "duplicate-id", message, "error")
            else:
                self.taken.add(unit.lower())
                self.names[typed] = unit
                yield unit, course

    def _institution(self, cell: Cell, otherwise: str = "") -> str:
        if not cell.text and otherwise:
            return otherwise
        if not cell.text:
            self._found(cell.where, "missing-field", "The curriculum names no institution.")
        name = slug(cell.text, UNSTATED).lower()
        title = _text(cell.text or "Institution not stated")
        self.institutions.setdefault(name, Institution(id=name, title=title, where=cell.where))
        return name

    def _system(self, cell: Cell) -> str:
        typed = cell.text.lower()
        if not typed or typed in DIVISIONS:
            return typed
        from difflib import get_close_matches

        near = get_close_matches(typed, DIVISIONS, n=1)
        read_as = f'It is read as "{near[0]}".' if near else "It is read as if nothing stood there."
        message = f'"{cell.text}" is neither "semester" nor "quarter". {read_as}'
        self._found(cell.where, "unknown-name", message)
        return near[0] if near else ""

    def _unit(self, unit: str, course: Course, own: str) -> Unit:
        cells = course.cells
        code = f"{cells['Prefix'].text} {cells['Number'].text}".strip()
        canonical = cells["Canonical Name"].text
        return Unit(
            id=unit,
            title=_text(cells["Course Name"].text or code or unit),
            institution=self._institution(cells["Institution"], own),
            unit_kind="course",
            code=code,
            credits=self._credits(cells["Credit Hours"]),
            requires=self._requires(course),
            note="" if _is_id(canonical) or not canonical else CANONICAL + canonical,
            where=course.cells["Course ID"].where,
        )

    def _credits(self, cell: Cell) -> Credits | None:
        hours = _number(cell.text.replace(",", "."))
        if hours is not None and 0 <= hours <= 500:
            return Credits(ec=hours, assumed=True, note=CREDIT_HOURS, where=cell.where)
        if cell.text:
            message = f'"{cell.text}" is not a number of credit hours from 0 to 500.'
            self._found(cell.where, "bad-number", f"{message} The course is read without them.")
        return None

    def _requires(self, course: Course) -> Requisite:
        needs: list[Requisite] = []
        for column, timing in TIMINGS:
            cell = course.cells[column]
            for typed in filter(None, re.split(r"\s*[;,]\s*", cell.text)):
                if typed in self.names:
                    needs.append(Needs(self.names[typed], timing))
                else:
                    said = UnknownName("course", typed, self.names)
                    self._found(cell.where, said.code, f"{said} The requisite is left out.")
        return AllOf(tuple(dict.fromkeys(needs))) if needs else NO_REQUISITE

    def _programme(self, courses: Iterable[tuple[str, Course]], own: str) -> Programme:
        headings = self.table.headings
        name = headings["Curriculum"]
        if not name.text:
            self._found(name.where, "missing-field", "The curriculum has no name.")
        identifiers = [
            Identifier(scheme=scheme, value=text, where=headings[heading].where)
            for heading, scheme in SCHEMES.items()
            if (text := self.system if scheme == "system-type" else headings[heading].text)
        ]
        return Programme(
            id=slug(name.text, "curriculum").lower(),
            title=_text(name.text or "Curriculum"),
            institution=own,
            degree=_degree(headings["Degree Type"].text),
            identifiers=tuple(identifiers),
            plan=tuple(self._plan(courses)),
            where=name.where,
        )

    def _plan(self, courses: Iterable[tuple[str, Course]]) -> Iterator[PlanItem]:
        placed = [(self._term(course.cells[TERM]), unit, course) for unit, course in courses]
        placed.sort(key=lambda each: each[0] or 10_000)
        per_year = DIVISIONS[self.system or "semester"]
        for term, group in groupby(placed, key=lambda each: each[0]):
            members = list(group)
            year, of_year = divmod(term - 1, per_year) if term else (None, None)
            yield PlanItem(
                units=tuple(unit for _, unit, _ in members),
                year=None if year is None else year + 1,
                term=None if of_year is None else of_year + 1,
                where=members[0][2].where,
            )

    def _term(self, cell: Cell) -> int:
        """Give the number of a term, counted over all years from 1; 0 if there is none."""
        term = _number(cell.text)
        if term is not None and 1 <= term <= 24 and term == int(term):
            return int(term)
        if cell.text:
            message = f'"{cell.text}" is not the number of a term, from 1 to 24.'
            self._found(cell.where, "bad-number", f"{message} The course is read without one.")
        return 0


def _is_id(canonical: str) -> bool:
    return canonical.startswith(OWN_ID)


def _text(words: str) -> Text:
    return Text((("en", words),)) if words else NOTHING_SAID


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"-?(\d+\.?\d*|\.\d+)(e-?\d+)?", text) else None


def _degree(typed: str) -> Degree | None:
    letters = "".join(re.findall(r"[a-z]", typed.lower()))
    return next((degree for start, degree in DEGREES if letters.startswith(start)), None)


FORMAT = Format(
    name="curricular-analytics",
    title="the requisites of one programme as Curricular Analytics CSV",
    spec="https://curricularanalytics.org/",
    suffixes=MappingProxyType({".csv": "csv"}),
    read=of_text(read),
    write=write,
)
