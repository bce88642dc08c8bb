"""`check`: every problem in the sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from curriculum_map.cli.app import FOUND, app
from curriculum_map.cli.asked import reading_of
from curriculum_map.errors import BadQuestion

if TYPE_CHECKING:
    from curriculum_map.formats.reading import Reading
    from curriculum_map.problems import Problem


@app.command()
def check(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(help="Check this file alone: one of the project, or one to put into it."),
    ] = None,
    annotate: Annotated[
        Path | None,
        typer.Option(metavar="OUT.xlsx", help="Write FILE with every problem marked in its cell."),
    ] = None,
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
    if annotate:
        _refuse_to_annotate(file, annotate)
    reading = _one(file, ctx) if file else reading_of(ctx)
    typer.echo(FORMS[form](reading.problems), nl=False)
    typer.echo(summary(reading), err=True)
    if file and annotate:
        _annotate(file, annotate, reading)
    raise typer.Exit(FOUND if reading.errors else 0)


def _one(file: Path, ctx: typer.Context) -> Reading:
    from curriculum_map.formats.one_file import read_one_file

    if not file.is_file():
        raise BadQuestion(f'There is no file "{file}".')
    return read_one_file(file, ctx.obj)


def _refuse_to_annotate(file: Path | None, out: Path) -> None:
    if file is None:
        raise BadQuestion("Say which workbook is to be annotated: check FILE.xlsx --annotate OUT.")
    if {file.suffix.lower(), out.suffix.lower()} != {".xlsx"}:
        raise BadQuestion("Only workbooks that end in .xlsx are annotated, and written as such.")
    if out.exists() and file.exists() and out.samefile(file):
        raise BadQuestion(f'"{file}" is never written over. Name another file.')


def _annotate(file: Path, out: Path, reading: Reading) -> None:
    from curriculum_map.formats.workbook_annotated import annotated
    from curriculum_map.formats.writing import write_all

    done = annotated(file.read_bytes(), file.name, reading.problems)
    write_all(out.parent, {out.name: done.content})
    typer.echo(f'Marked in "{out.name}", which lists them in the sheet "Problems".', err=True)
    if done.not_kept:
        lost = ", ".join(done.not_kept)
        typer.echo(f"The copy lacks what cannot be kept: {lost}. Go on in your own file.", err=True)


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
