"""The rows of a Curricular Analytics file: headings, then courses, each cell with its place."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from curriculum_map.model.unit import Timing
from curriculum_map.problems import Problem, Severity, Where

COLUMNS = (
    "Course ID",
    "Course Name",
    "Prefix",
    "Number",
    "Prerequisites",
    "Corequisites",
    "Strict-Corequisites",
    "Credit Hours",
    "Institution",
    "Canonical Name",
)
"""What a file says about a course; a degree plan says the `TERM`, too."""
TERM = "Term"
MEASURED = ("Complexity", "Blocking", "Delay", "Centrality")
"""Columns of measures, which are worked out here and not read."""
HEADINGS = ("Curriculum", "Degree Plan", "Institution", "Degree Type", "System Type", "CIP")
COURSES = ("Courses", "Additional Courses")
SECTIONS = (*COURSES, "Course Learning Outcomes", "Curriculum Learning Outcomes")
TIMINGS: tuple[tuple[str, Timing], ...] = (
    ("Prerequisites", "pre"),
    ("Corequisites", "co"),
    ("Strict-Corequisites", "strict-co"),
)
"""Columns of requisites, and when what they name must be taken."""
SCHEMES = MappingProxyType(
    {
        "CIP": "cip",
        "Degree Type": "degree-type",
        "System Type": "system-type",
        "Degree Plan": "degree-plan",
    }
)
"""Headings that are identifiers of a programme, and their schemes."""
DIVISIONS = MappingProxyType({"semester": 2, "quarter": 3})
"""What a year may be divided into: system type to number of terms."""
OWN_ID = "unit:"
"""How a canonical name begins that is the id of a unit which is no number."""
CANONICAL = "Canonical name: "
"""How the note on a unit begins that keeps any other canonical name."""
CREDIT_HOURS = "Credit hours as the curriculum states them, not converted to EC."
"""What is noted on credits, which the form counts in hours."""
FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""How a text begins that a spreadsheet would take for a formula, or that was kept from it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell says.

    Attributes:
        text: Without spaces around it; empty for a cell that is not there.
        where: Its place.
    """

    text: str
    where: Where


@dataclass(frozen=True, slots=True)
class Course:
    """One row of a table of courses.

    Attributes:
        cells: Name of the column to its cell; every one of `COLUMNS` and `TERM` is there.
        where: The place of the row.
    """

    cells: Mapping[str, Cell]
    where: Where


@dataclass(slots=True)
class CurricularFile:
    """What stands in a file, before any of it is given a meaning.

    Attributes:
        file: Its name in problems.
        headings: Name of the heading to its cell; every one of `HEADINGS` is there.
        courses: The courses, those of the additional table last.
        problems: What was found, in reading order.
    """

    file: str
    headings: dict[str, Cell] = field(default_factory=dict)
    courses: list[Course] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def found(self, where: Where, code: str, message: str, severity: Severity = "warning") -> None:
        """Note a problem."""
        self.problems.append(Problem(where, code, message, severity))


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the file: its cells, and the line it begins on."""

    cells: tuple[Cell, ...]
    where: Where

    @property
    def name(self) -> str:
        return self.cells[0].text

    @property
    def second(self) -> Cell:
        return self.cells[1] if len(self.cells) > 1 else Cell("", self.where)


def read_table(text: str, file: str) -> CurricularFile:
    """Read the rows of a file.

    Args:
        text: The file's text; a byte order mark is passed over.
        file: Stands in the places of the problems.
    """
    found = CurricularFile(file)
    rows = list(_rows(text, found))
    start = next((n for n, row in enumerate(rows) if _begins_table(row)), len(rows))
    _read_headings(rows[:start], found)
    section, columns = "", [""]
    for row in rows[start:]:
        if known := _section(row):
            section, columns = known, []
            if known not in COURSES:
                found.found(row.where, "unknown-field", f'The table "{known}" is not read.')
        elif section in ("", *COURSES):
            if any(columns):
                found.courses.append(_course(row, columns, found))
            else:
                section, columns = section or COURSES[0], _columns(row, found)
    if not any(course.cells for course in found.courses):
        found.found(Where(file), "missing-field", NO_COURSES, "error")
    return found


def _begins_table(row: _Row) -> bool:
    return bool(_section(row)) or row.name.lower() == COLUMNS[0].lower()


def _rows(text: str, found: CurricularFile) -> Iterator[_Row]:
    """Give the rows that say something; those that begin with # are remarks."""
    lines = list(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    separator = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    reader = csv.reader(lines, delimiter=separator)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
                yield _row(cells, Where(found.file, line))
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"The file cannot be read beyond this line ({error})."
        found.found(Where(found.file, line), "syntax", message, "error")


def _row(cells: Iterable[str], where: Where) -> _Row:
    placed = (
        Cell(_author_text(cell), where._replace(column=column))
        for column, cell in enumerate(cells, 1)
    )
    return _Row(tuple(placed), where)


def _author_text(cell: str) -> str:
    text = " ".join(cell.split())
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def _section(row: _Row) -> str:
    return row.name if row.name in SECTIONS and not row.second.text else ""


def _read_headings(rows: Iterable[_Row], found: CurricularFile) -> None:
    names = {name.lower(): name for name in HEADINGS}
    for row in rows:
        if (name := names.get(row.name.lower())) is None:
            known = ", ".join(HEADINGS)
            message = f'"{row.name}" is no heading of a curriculum and is not read. Known: {known}.'
            found.found(row.cells[0].where, "unknown-field", message)
        elif name in found.headings:
            message = f'The heading "{name}" stands twice; the first one counts.'
            found.found(row.cells[0].where, "duplicate-key", message)
        else:
            found.headings[name] = row.second
    for name in HEADINGS:
        found.headings.setdefault(name, Cell("", Where(found.file)))


def _columns(row: _Row, found: CurricularFile) -> list[str]:
    names = {name.lower(): name for name in (*COLUMNS, TERM, *MEASURED)}
    columns: list[str] = []
    for cell in row.cells:
        name = names.get(cell.text.lower(), "")
        if cell.text and not name:
            message = f'The column "{cell.text}" is not read.'
            found.found(cell.where, "unknown-field", message)
        elif name in columns and name:
            message = f'There is a second column "{name}"; the first one counts.'
            found.found(cell.where, "duplicate-key", message)
            name = ""
        columns.append(name)
    for name in COLUMNS:
        if name not in columns:
            message = f'There is no column "{name}". Its cells count as empty.'
            found.found(row.where, "missing-field", message)
    return columns


def _course(row: _Row, columns: list[str], found: CurricularFile) -> Course:
    for cell in row.cells[len(columns) :]:
        if cell.text:
            message = f'"{cell.text}" stands under no heading and is not read.'
            found.found(cell.where, "unknown-field", message)
    nothing = Cell("", row.where)
    cells = dict.fromkeys((*COLUMNS, TERM), nothing)
    cells.update(zip(columns, row.cells, strict=False))
    return Course(cells, row.where)


NO_COURSES = (
    'There are no courses. A curriculum has a row "Courses", and below it a row of headings that '
    'begins with "Course ID".'
)
