"""`check`: every problem in the sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from curriculum_map.cli.app import FOUND, app
from curriculum_map.cli.asked import reading_of

if TYPE_CHECKING:
    from curriculum_map.formats.assemble import Reading
    from curriculum_map.problems import Problem


@app.command()
def check(
    ctx: typer.Context,
    form: Annotated[
        Literal["text", "json", "github"],
        typer.Option(
            "--format", help="How to print it; github makes annotations of a pull request."
        ),
    ] = "text",
) -> None:
    """Report every problem in the project's files.

    Exits with 1 if one of them is an error; warnings alone leave it at 0.
    """
    reading = reading_of(ctx)
    typer.echo(FORMS[form](reading.problems), nl=False)
    typer.echo(summary(reading), err=True)
    raise typer.Exit(FOUND if reading.errors else 0)


def summary(reading: Reading) -> str:
    """Say in one sentence what was read and found."""
    errors = len(reading.errors)
    warnings = len(reading.problems) - errors
    catalogue = reading.catalogue
    competencies = _counted(len(catalogue.competencies), "competency", "competencies")
    programmes = _counted(len(catalogue.programmes), "programme", "programmes")
    read = f"{competencies}, {programmes} and {_counted(len(catalogue.units), 'unit', 'units')}"
    if not reading.problems:
        return f"No problems in {read}."
    found = [_counted(errors, "error", "errors"), _counted(warnings, "warning", "warnings")]
    return f"{' and '.join(found)} in {read}."


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def as_text(problems: Sequence[Problem]) -> str:
    """Give one line a problem."""
    return "".join(f"{problem}\n" for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """Give a list of flat records."""
    import json

    records = [
        {
            **problem.where._asdict(),
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
        }
        for problem in problems
    ]
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def as_annotations(problems: Sequence[Problem]) -> str:
    """Give the workflow commands by which GitHub shows each problem at its line."""
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


def _annotation(problem: Problem) -> str:
    where = problem.where
    place = {"file": where.file, "line": where.line, "col": where.column}
    said = ",".join(f"{key}={_property(str(value))}" for key, value in place.items() if value)
    return f"::{problem.severity} {said},title={_property(problem.code)}::{_data(problem.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_annotations,
}
