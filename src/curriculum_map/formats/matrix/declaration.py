"""What somebody says about a matrix: where things stand in it, and what its codes mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.names import inside_node
from curriculum_map.formats.record import record_of
from curriculum_map.formats.scope import Names, Scope
from curriculum_map.formats.yaml_files import read_bytes
from curriculum_map.model import NOTHING_SAID, Catalogue, Text
from curriculum_map.model.declare import Between, Id, Key, KeyedBy, Language, Matches, Placed
from curriculum_map.model.unit import UnitKind
from curriculum_map.problems import Problem, Where

ENDING = ".codes.yaml"
"""What the name of a matrix is followed by in the name of its declaration."""
UNKNOWN = "?"
"""Stands in a proposal for a level that somebody has to name."""

Lines = Annotated[
    str,
    Matches(
        r"rows? [1-9][0-9]{0,6}(?::[1-9][0-9]{0,6})?|columns? [A-Z]{1,3}(?::[A-Z]{1,3})?",
        "a row or column, or several, such as row 4, rows 20:22, column B or columns F:H",
    ),
]
Block = Annotated[
    str, Matches(r"[A-Z]{1,3}[1-9][0-9]{0,6}:[A-Z]{1,3}[1-9][0-9]{0,6}", "a block such as D5:K20")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Placed):
    """Something that the project has, or gets.

    Attributes:
        id: Its id.
        title: What it is called if the project does not have it; its id if that is left out.
    """

    short = "id"

    id: Id
    title: Text = NOTHING_SAID


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Placed):
    """A level of a scale.

    Attributes:
        id: Its id.
        title: What it is called.
    """

    short = "title"

    id: Id
    title: Text = NOTHING_SAID


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleInFile(Placed):
    """A scale that the project gets.

    Attributes:
        id: Its id.
        title: What it is called.
        levels: Its levels, lowest first.
    """

    id: Id
    title: Text = NOTHING_SAID
    levels: Annotated[tuple[Step, ...], KeyedBy("id")]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkInFile(Placed):
    """A framework that the rows or columns of a matrix belong to.

    Attributes:
        id: Its id.
        title: What it is called if the project does not have it.
        scale: Its scale if the project does not have it: one of the project or of this file.
    """

    id: Id
    title: Text = NOTHING_SAID
    scale: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Placed):
    """What a code in a cell means; nothing at all if neither is said.

    Attributes:
        code: The code as it is typed.
        level: The level held after the unit: its id, or `scale/level` for another scale than that
            of the competency.
        assessed: Whether it says that the unit tests the competency.
    """

    short = "level"

    code: str
    level: str = ""
    assessed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWord(Placed):
    """The number that a heading of a year or term stands for.

    Attributes:
        words: The heading as it is typed.
        number: The year or term it means.
    """

    short = "number"

    words: str
    number: Annotated[int, Between(1, 12)]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPlaces(Placed):
    """The headings of the units.

    Attributes:
        id: Where their ids stand; made of code or title if nowhere.
        title: Where they are named.
        code: Where they are numbered.
        credits: Where their credits (EC) stand.
        year: Where the years of the plan stand. A heading counts up to the next one.
        term: Where the terms stand, likewise.
    """

    id: Lines = ""
    title: Lines = ""
    code: Lines = ""
    credits: Lines = ""
    year: tuple[Lines, ...] = ()
    term: tuple[Lines, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetencyPlaces(Placed):
    """The headings of the competencies.

    Attributes:
        id: Where their ids stand; made of code or title if nowhere.
        title: Where they are named.
        code: Where they are numbered.
        area: Where the areas stand. A heading counts up to the next one.
        framework: Where the ids of their frameworks stand; if nowhere, all belong to the first.
        required: Where the levels stand that the programme wants its students to reach.
    """

    id: Lines = ""
    title: Lines = ""
    code: Lines = ""
    area: tuple[Lines, ...] = ()
    framework: Lines = ""
    required: Lines = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectiveGroup(Placed):
    """Units that students choose among.

    Attributes:
        name: Tells the groups apart.
        title: What the group is called.
        within: The rows or columns of its units.
        choose: The number of units a student takes.
        credits: The number of credits (EC) a student takes, at least.
    """

    name: str
    title: Text = NOTHING_SAID
    within: Annotated[tuple[Lines, ...], Key("in")]
    choose: Annotated[int, Between(1, 1_000)] | None = None
    credits: Annotated[float, Between(0, 500)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetInFile(Placed):
    """One matrix: a worksheet, or a text file.

    Attributes:
        name: The name of the worksheet; of a text file that of the file.
        programme: The programme whose plan it is.
        aims: The role profile that the programme aims at. What it requires is read from the
            matrix unless the project has it.
        cells: The block of the cells with codes.
        units: Where the units are named.
        competencies: Where the competencies are named.
        electives: The groups of units that students choose among.
        leave_out: Rows and columns of the block that are not read, such as totals.
    """

    name: str
    programme: Name
    aims: Name | None = None
    cells: Block
    units: UnitPlaces
    competencies: CompetencyPlaces
    electives: Annotated[tuple[ElectiveGroup, ...], KeyedBy("name")] = ()
    leave_out: Annotated[tuple[Lines, ...], Key("leave-out")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration(Placed):
    """How a file is read.

    Attributes:
        institution: Who offers the programmes and their new units.
        kind: What sort of teaching new units are.
        language: The language of its texts.
        frameworks: Those of its competencies.
        scales: Those the project does not have.
        codes: What each code means.
        numbers: The numbers that headings of years and terms mean if they have no digits.
        evidence: Whether the cell stands as evidence of what it says: `cells` or `none`.
        sheets: The worksheets that are read.
    """

    institution: Name
    kind: UnitKind = "course"
    language: Language = "en"
    frameworks: Annotated[tuple[FrameworkInFile, ...], KeyedBy("id")]
    scales: Annotated[tuple[ScaleInFile, ...], KeyedBy("id")] = ()
    codes: Annotated[tuple[Code, ...], KeyedBy("code")]
    numbers: Annotated[tuple[NumberWord, ...], KeyedBy("words")] = ()
    evidence: Literal["cells", "none"] = "cells"
    sheets: Annotated[tuple[SheetInFile, ...], KeyedBy("name")]


def read_declaration(data: bytes, file: str) -> Declaration:
    """Read what a file says about a matrix.

    Raises:
        InvalidProject: With everything that is wrong in it.
    """
    document, problems = read_bytes(data, file)
    if document.root is None or problems:
        raise InvalidProject(problems or [Problem(Where(file), "empty-file", EMPTY)])
    language = str(inside_node(document.root).get("language", "en"))
    scope = Scope(file, Names({}), (language,))
    found = record_of(Declaration).read(document.root, scope)
    if isinstance(found, Declaration) and not found.frameworks:
        scope.found(document.root, "missing-field", 'Name a framework under "frameworks".')
    errors = [each for each in scope.problems if each.severity == "error"]
    if errors:
        raise InvalidProject(errors)
    assert isinstance(found, Declaration)
    return found


def declaration_text(declaration: Declaration, remarks: str = "") -> str:
    """Write a declaration as a person would, with remarks above it."""
    from curriculum_map.formats.yaml_nodes import Block as Below
    from curriculum_map.formats.yaml_nodes import dumped
    from curriculum_map.formats.yaml_spelling import Spelling

    said = Spelling(Catalogue(), (declaration.language,)).thing(declaration)
    head = "".join(f"# {line}".rstrip() + "\n" for line in remarks.splitlines())
    parts = (dumped(Below({key: value})) for key, value in said.items())
    return head + "".join(parts)


EMPTY = "The file says nothing about the matrix."
