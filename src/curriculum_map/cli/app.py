"""The command itself: what all its parts share, and the one place where errors are met."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from curriculum_map.errors import CurriculumMapError, InvalidProject

FOUND, SENSELESS = 1, 2
"""Exit codes beside 0: something was found; the question makes no sense."""


class Group(TyperGroup):
    """The commands, and what becomes of an error that one of them meets."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; say an error of ours in words, let a bug keep its traceback."""
        try:
            return super().invoke(ctx)
        except InvalidProject as error:
            typer.echo(str(error), err=True)
            typer.echo(f"{_count(error)} Mend them, then ask again.", err=True)
            raise typer.Exit(FOUND) from error
        except CurriculumMapError as error:
            typer.echo(f"{error} ({error.code})", err=True)
            raise typer.Exit(SENSELESS) from error


def _count(error: InvalidProject) -> str:
    errors = sum(problem.severity == "error" for problem in error.problems)
    return f"The project cannot be used: {errors} error{'s' * (errors != 1)}."


app = typer.Typer(
    name="curriculum-map",
    cls=Group,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(version("curriculum-map"))
        raise typer.Exit


@app.callback()
def curriculum_map(
    ctx: typer.Context,
    project: Annotated[
        Path, typer.Option("-p", "--project", help="Folder of the project.", show_default=True)
    ] = Path(),
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Find what a curriculum misses, and hand its data to others.

    Exit codes: 0 fine, 1 something was found, 2 the question makes no sense.
    """
    ctx.obj = project


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and not stream.isatty():
            stream.reconfigure(encoding="utf-8")
    for module in ("start", "check", "answers", "build", "documents"):
        importlib.import_module(f"curriculum_map.cli.{module}")
    app(prog_name="curriculum-map")
