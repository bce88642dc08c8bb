"""The files of a matrix: its sheets, and the declaration that lies beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from curriculum_map.errors import InvalidProject
from curriculum_map.formats import folder
from curriculum_map.formats.base import Format, Given, Undeclared
from curriculum_map.formats.delimited import read_delimited
from curriculum_map.formats.matrix.declaration import ENDING, Declaration, read_declaration
from curriculum_map.formats.matrix.proposal import propose
from curriculum_map.formats.matrix.reader import read_matrix
from curriculum_map.formats.matrix.writer import write
from curriculum_map.formats.reading import Reading
from curriculum_map.formats.sheet import Sheet
from curriculum_map.formats.worksheets import read_worksheets
from curriculum_map.model import Catalogue
from curriculum_map.problems import Problem, Where

SUFFIXES = (".xlsx", ".csv", ".tsv", ".txt")
CODES = "codes"
LARGEST = 1_000_000
"""Bytes a declaration may have."""
WAY_OUT = (
    'Nothing was written, for nobody says what the codes mean. --with "propose={beside}" '
    "writes this guess down; read it and mend it. A file of that name beside the matrix is used, "
    "any other with --with codes=FILE."
)


def read(given: Given) -> Reading:
    """Make a catalogue of a matrix, or of every matrix of a folder, one after the other.

    Where the project is known, the catalogue has all of it: things are found in it by id, else by
    title.

    Raises:
        Undeclared: If nobody says what the codes of a file mean.
        InvalidProject: If there is no matrix, or a declaration is not in order.
    """
    names = [name for name in given.files if name.lower().endswith(SUFFIXES)]
    if not names:
        message = f"There is no matrix here: no file that ends in {', '.join(SUFFIXES)}."
        raise InvalidProject([Problem(Where(given.name), "unreadable", message)])
    problems: list[Problem] = []
    project = given.project
    for name in names:
        sheets = sheets_of(given.files[name], name)
        declaration = _declaration(given, name, sheets, project)
        if len(sheets) == len(declaration.sheets) == 1 and not next(iter(sheets.values())).name:
            # A text file has no sheet whose name could differ, and may be called anything.
            sheets = dict(zip((declaration.sheets[0].name,), sheets.values(), strict=True))
        reading = read_matrix(sheets, declaration, project)
        project, problems = reading.catalogue, [*problems, *reading.problems]
    return Reading(project or Catalogue(), tuple(sorted(set(problems))))


def sheets_of(data: bytes, name: str) -> Mapping[str, Sheet]:
    """Read the sheets of a file; a text file has one, named after the file.

    Raises:
        InvalidProject: If it cannot be read.
    """
    if data.startswith(b"PK") or name.lower().endswith(".xlsx"):
        return {sheet.name: sheet for sheet in read_worksheets(data, name)}
    return {PurePosixPath(name).name: read_delimited(data, name)}


def _declaration(
    given: Given, name: str, sheets: Mapping[str, Sheet], project: Catalogue | None
) -> Declaration:
    if CODES in given.options:
        path = Path(given.options[CODES])
        try:
            return read_declaration(folder.read(path, LARGEST), path.name)
        except folder.Unreadable as error:
            problem = Problem(Where(path.as_posix()), error.code, str(error))
            raise InvalidProject([problem]) from None
    beside = name + ENDING
    if beside in given.files:
        return read_declaration(given.files[beside], beside)
    proposal = propose(sheets, name, project)
    raise Undeclared(proposal.text, proposal.seen, WAY_OUT.format(beside=beside))


FORMAT = Format(
    name="matrix",
    title="a curriculum matrix: competencies against units, a code in each cell",
    spec="https://w3id.org/curriculum-map/ns#",
    suffixes=MappingProxyType({".xlsx": "xlsx", ".csv": "csv"}),
    read=read,
    write=write,
    options=MappingProxyType(
        {
            CODES: "file that says what the codes of the matrix mean",
            "propose": "file to write a guess into of what they mean",
        }
    ),
    beside=(ENDING,),
    matches=True,
)
