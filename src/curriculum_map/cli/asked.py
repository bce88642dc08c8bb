"""Arguments that several commands share."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from curriculum_map.errors import CurriculumMapError, InvalidProject

if TYPE_CHECKING:
    from curriculum_map.formats.reading import Reading
    from curriculum_map.model import Catalogue

Programmes = Annotated[
    list[str] | None, typer.Argument(help="Ids of programmes; all if none is named.")
]
Profile = Annotated[
    str, typer.Option(help="Compare with this role profile instead of those aimed at.")
]
Only = Annotated[
    Literal["suggested", "declared", "reviewed"] | None,
    typer.Option(help="Leave out contributions that are less sure than this."),
]
Form = Annotated[
    Literal["table", "csv", "json", "md", "xlsx"],
    typer.Option("--format", help="How to print it; xlsx is an Excel workbook."),
]
Out = Annotated[
    Path | None, typer.Option("--out", help="File to write; standard output if left out.")
]


class NotAProject(CurriculumMapError):
    """The command was asked about a folder that holds no project."""

    code = "not-a-project"


def reading_of(ctx: typer.Context) -> Reading:
    """Read the project the command was asked about.

    Raises:
        NotAProject: If the folder holds none.
    """
    from curriculum_map.formats.project import read_project

    folder: Path = ctx.obj
    reading = read_project(folder)
    for problem in reading.errors:
        if problem.code == NotAProject.code:
            raise NotAProject(f"{folder}: {problem.message}")
    return reading


def catalogue_of(ctx: typer.Context) -> Catalogue:
    """Read the project the command was asked about; warnings are counted on standard error.

    Raises:
        InvalidProject: If it has errors.
        NotAProject: If the folder holds none.
    """
    reading = reading_of(ctx)
    if reading.errors:
        raise InvalidProject(reading.problems)
    if warnings := len(reading.problems):
        see = 'see them with "curriculum-map check"'
        typer.echo(f"{warnings} warning{'s' * (warnings != 1)}: {see}.", err=True)
    return reading.catalogue


def line_width() -> int:
    """Give the number of characters a line of output may have."""
    return shutil.get_terminal_size((100, 24)).columns
