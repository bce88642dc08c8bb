"""The command itself: what all its parts share, and the one place where errors are met."""

from __future__ import annotations

import importlib
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from curriculum_map.cli.arguments import take_plain_values_directly
from curriculum_map.errors import CurriculumMapError, InvalidProject

FOUND, SENSELESS = 1, 2
"""Exit codes beside 0: something was found; the question makes no sense."""


class Group(TyperGroup):
    """The commands, and what becomes of an error that one of them meets."""

    def get_params(self, ctx: Any) -> Any:
        """Give what stands before the name of a command."""
        return take_plain_values_directly(super().get_params(ctx))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Give the command of that name, or nothing."""
        command = super().get_command(ctx, cmd_name)
        if command:
            take_plain_values_directly(command.get_params(ctx))
        return command

    def invoke(self, ctx: Any) -> Any:
        """Run the command; say an error of ours in words, let a bug keep its traceback."""
        try:
            return super().invoke(ctx)
        except InvalidProject as error:
            typer.echo(str(error), err=True)
            typer.echo(_count(error), err=True)
            raise typer.Exit(FOUND) from error
        except CurriculumMapError as error:
            typer.echo(f"{error} ({error.code})", err=True)
            raise typer.Exit(SENSELESS) from error


def _count(error: InvalidProject) -> str:
    errors = sum(problem.severity == "error" for problem in error.problems)
    counted = "1 error. Mend it" if errors == 1 else f"{errors} errors. Mend them"
    return f"The project cannot be used: {counted}, then ask again."


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
        if isinstance(stream, TextIOWrapper):
            # A terminal keeps its own encoding, but must not stop at what that lacks.
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8")
            stream.reconfigure(errors="replace")
    for module in (
        "start",
        "check",
        "answers",
        "build",
        "documents",
        "metrics",
        "redundancy",
        "plans",
    ):
        importlib.import_module(f"curriculum_map.cli.{module}")
    app(prog_name="curriculum-map")
