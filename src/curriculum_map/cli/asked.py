"""Arguments that several commands share."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
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
    Literal["table", "csv", "json", "md"], typer.Option("--format", help="How to print it.")
]


def catalogue_of(ctx: typer.Context) -> Catalogue:
    """Read the project the command was asked about.

    Raises:
        InvalidProject: If it has errors. Warnings are counted on standard error.
    """
    from curriculum_map.errors import InvalidProject
    from curriculum_map.formats.project import read_project

    folder: Path = ctx.obj
    reading = read_project(folder)
    if reading.errors:
        raise InvalidProject(reading.problems)
    if warnings := len(reading.problems):
        see = 'see them with "curriculum-map check"'
        typer.echo(f"{warnings} warning{'s' * (warnings != 1)}: {see}.", err=True)
    return reading.catalogue


def line_width() -> int:
    """Give the number of characters a line of output may have."""
    return shutil.get_terminal_size((100, 24)).columns
