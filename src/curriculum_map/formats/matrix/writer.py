"""The matrix of every programme, with the declaration by which it is read back."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from curriculum_map.formats.base import Written
from curriculum_map.formats.curricular_table import FORMULA
from curriculum_map.formats.differences import lost
from curriculum_map.formats.matrix.board import Board, board_of
from curriculum_map.formats.matrix.declaration import (
    ENDING,
    Code,
    Declaration,
    FrameworkInFile,
    Name,
    ScaleInFile,
    Step,
    declaration_text,
)
from curriculum_map.formats.matrix.drawing import drawn
from curriculum_map.formats.matrix.grid import ASSESSED, Grid, LevelCodes, plain
from curriculum_map.formats.matrix.level_codes import level_codes
from curriculum_map.formats.matrix.reader import read_matrix
from curriculum_map.formats.sheet import Sheet
from curriculum_map.model import Catalogue, Text

NO_PLACE = "A matrix has no place for it."
REASONS: Mapping[str, str] = {
    "title": "A matrix is in one language, and a title on one line.",
    "outcomes": "A matrix has one cell for a unit and a competency, not what a learner can do.",
    "contributions": "A matrix has one level for a unit and a competency.",
    "level": "A matrix has one level, the highest, on the scale of the framework.",
    "evidence": "A matrix has a code for it, not what it rests on.",
    "status": "A matrix does not say how sure a claim is.",
    "assessments": "A matrix says that a unit tests a competency, not how.",
    "parts": "A unit in a matrix has what its parts bring.",
    "plan": "A matrix has the units of a year, term or elective group together, and in order.",
    "programme": "A text file has room for one programme. Name it with --programme.",
    "unit_kind": "Units of a matrix are of one kind.",
    "institution": "Units of a matrix are of one institution.",
}
"""Why something is lost, where that is not just for want of a place."""
REMARKS = 'How the matrix beside it is read: "curriculum-map import matrix FILE".\n'
LONGEST = 31
"""Characters the name of a worksheet may have."""


def write(catalogue: Catalogue, syntax: str) -> Written[str] | Written[bytes]:
    """Write the matrix of every programme to a sheet of its own, or of one as text.

    The one is the first by id that has a plan.

    Args:
        catalogue: What is written.
        syntax: `xlsx` or `csv`.
    """
    programmes = list(catalogue.programmes.values())
    if syntax == "csv":
        programmes = sorted(programmes, key=lambda each: not each.plan)[:1]
    boards = [board_of(each, catalogue) for each in programmes]
    frameworks = sorted({row.competency.framework for board in boards for row in board.rows})
    scales = list(dict.fromkeys(catalogue.frameworks[each].scale for each in frameworks))
    codes = level_codes(catalogue, scales)
    grids = {
        name: Grid.of(board, catalogue, codes, several=len(frameworks) > 1)
        for name, board in zip(_sheet_names(boards), boards, strict=True)
    }
    declaration = _declaration(catalogue, grids, frameworks, codes)
    beside = {ENDING: declaration_text(declaration, REMARKS)}
    back = read_matrix(_sheets(grids), declaration).catalogue
    losses = lost(catalogue, back, REASONS, NO_PLACE)
    if syntax == "csv":
        return Written(_csv(grids), tuple(losses), beside)
    return Written(drawn(grids), tuple(losses), beside)


def _sheet_names(boards: Sequence[Board]) -> list[str]:
    names: list[str] = []
    for board in boards:
        name = board.programme.id[:LONGEST]
        taken = {each.lower() for each in (*names, "history")}
        if name.lower() in taken:
            ending = f"-{len(names) + 1}"
            name = name[: LONGEST - len(ending)] + ending
        names.append(name)
    return names


def _sheets(grids: Mapping[str, Grid]) -> dict[str, Sheet]:
    rows = {name: list(grid.rows()) for name, grid in grids.items()}
    return {
        name: Sheet(file="", name=name, rows=cells, lines=range(1, len(cells) + 1))
        for name, cells in rows.items()
    }


def _csv(grids: Mapping[str, Grid]) -> str:
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    for grid in grids.values():
        rows.writerows([_harmless(cell) for cell in row] for row in grid.rows())
    return "\ufeff" + out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell


def _declaration(
    catalogue: Catalogue,
    grids: Mapping[str, Grid],
    frameworks: Sequence[str],
    codes: LevelCodes,
) -> Declaration:
    offering = [grid.board.programme.institution for grid in grids.values()]
    name = offering[0] if offering else "institution"
    known = catalogue.institutions.get(name)
    language = catalogue.settings.languages[0]
    said = [_framework(catalogue, each) for each in frameworks] or [FrameworkInFile(id="framework")]
    scales = dict.fromkeys(scale for scale, _ in codes)
    return Declaration(
        institution=Name(id=name, title=_one(catalogue, known.title) if known else Text()),
        language=language,
        frameworks=tuple(said),
        scales=tuple(_scale(catalogue, each) for each in scales),
        codes=tuple(_codes(catalogue, codes)),
        evidence="none",
        sheets=tuple(grid.declared(sheet) for sheet, grid in grids.items()),
    )


def _one(catalogue: Catalogue, text: Text) -> Text:
    languages = catalogue.settings.languages
    return plain(" ".join(text.show(*languages).split()), languages[0])


def _framework(catalogue: Catalogue, name: str) -> FrameworkInFile:
    framework = catalogue.frameworks[name]
    return FrameworkInFile(id=name, title=_one(catalogue, framework.title), scale=framework.scale)


def _scale(catalogue: Catalogue, name: str) -> ScaleInFile:
    scale = catalogue.scales[name]
    levels = tuple(Step(id=e.id, title=_one(catalogue, e.title)) for e in scale.levels)
    return ScaleInFile(id=name, title=_one(catalogue, scale.title), levels=levels)


def _codes(catalogue: Catalogue, codes: LevelCodes) -> list[Code]:
    levels = [
        Code(code=code, level=catalogue.scales[scale].levels[rank - 1].id)
        for (scale, rank), code in codes.items()
    ]
    return [*levels, Code(code=ASSESSED, assessed=True)]
