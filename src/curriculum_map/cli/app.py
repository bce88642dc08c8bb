"""The command itself: what all its parts share, and the one place where errors are met."""

from __future__ import annotations

import errno
import importlib
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command_from_info, get_command_name
from typer.models import CommandInfo

from curriculum_map.cli.arguments import take_plain_values_directly
from curriculum_map.cli.commands import COMMANDS
from curriculum_map.errors import CurriculumMapError, InvalidProject, UnknownName

FOUND, SENSELESS = 1, 2
"""Exit codes beside 0: something was found; the question makes no sense."""
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""Why a system may take no more of what is written to standard output."""

LANGUAGE = "curriculum_map.language"
"""Under this name a context knows the language of the answers."""


class Group(TyperGroup):
    """The commands, and what becomes of an error that one of them meets."""

    def get_params(self, ctx: Any) -> Any:
        """Give what stands before the name of a command."""
        return take_plain_values_directly(super().get_params(ctx))

    def list_commands(self, ctx: Any) -> list[str]:
        """Name the commands in the order of help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import a command and give it.

        Raises:
            UnknownName: If there is no such command.
        """
        if cmd_name not in COMMANDS:
            raise UnknownName("command", cmd_name, [n for n, c in COMMANDS.items() if c.summary])
        importlib.import_module(f"curriculum_map.cli.{COMMANDS[cmd_name].module}")
        info = next(each for each in app.registered_commands if _name(each) == cmd_name)
        command = get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)
        take_plain_values_directly(command.get_params(ctx))
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands without importing any of them."""
        rows = [(name, command.summary) for name, command in COMMANDS.items() if command.summary]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

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


def _name(info: CommandInfo) -> str:
    return info.name or get_command_name(info.callback.__name__ if info.callback else "")


def _count(error: InvalidProject) -> str:
    errors = sum(problem.severity == "error" for problem in error.problems)
    counted = "1 error. Mend it" if errors == 1 else f"{errors} errors. Mend them"
    return f"Stopped by {counted}, then ask again."


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
    language: Annotated[
        str, typer.Option(metavar="en|nl|et", help="Language of the answers.", show_default="en")
    ] = "",
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Find what a curriculum misses, and hand its data to others.

    Exit codes: 0 fine, 1 something was found, 2 the question makes no sense.
    """
    ctx.obj = project
    if language:
        from curriculum_map.analysis.sentences import spoken

        ctx.meta[LANGUAGE] = spoken(language)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal keeps its own encoding, but must not stop at what that lacks.
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8")
            stream.reconfigure(errors="replace")
    try:
        app(prog_name="curriculum-map")
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        print(f"The answer cannot be written: {error.strerror}. (cannot-write)", file=sys.stderr)
        sys.exit(SENSELESS)
