"""`validate`: what a check says about an RDF file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from curriculum_map.cli.app import FOUND, app
from curriculum_map.errors import BadQuestion, UnknownName

if TYPE_CHECKING:
    from curriculum_map.problems import Problem

AS_WHAT = "Say as what with --as, by which shapes with --shapes, or both."


@app.command()
def validate(
    file: Annotated[Path, typer.Argument(help="File to check.")],
    profile: Annotated[
        str,
        typer.Option(
            "--as", help="What it should be: rdf, skos, elm, elm-3.3, schema-org or dcat."
        ),
    ] = "",
    shapes: Annotated[
        list[Path] | None, typer.Option("--shapes", help="File of SHACL shapes. Repeat.")
    ] = None,
    syntax: Annotated[
        str,
        typer.Option(help="How it is spelled, if its ending does not say: ttl, nt, jsonld, ..."),
    ] = "",
    form: Annotated[
        Literal["text", "json", "github"],
        typer.Option(
            "--format", help="How to print it; github makes annotations of a pull request."
        ),
    ] = "text",
) -> None:
    """Say what a partner's check would say about an RDF file: node by node and rule by rule.

    Exits with 1 if a rule is broken; warnings alone leave it at 0.
    """
    from curriculum_map.cli.check import FORMS

    if not profile and not shapes:
        raise BadQuestion(AS_WHAT)
    problems = _problems(file, profile, shapes or [], _syntax(file, syntax))
    typer.echo(FORMS[form](problems), nl=False)
    errors = sum(problem.severity == "error" for problem in problems)
    typer.echo(_summary(errors, len(problems) - errors), err=True)
    raise typer.Exit(FOUND if errors else 0)


def _problems(file: Path, profile: str, shapes: list[Path], syntax: str) -> list[Problem]:
    from curriculum_map.formats.rdf import validate as by

    if profile and profile not in by.PROFILES:
        raise UnknownName("profile", profile, by.PROFILES)
    text = by.read_rdf(file)
    found: set[Problem] = set()
    if profile:
        found |= set(by.validate_as(text, syntax, file.name, profile))
    if shapes:
        found |= set(by.validate_by(text, syntax, file.name, shapes))
    return sorted(found)


def _syntax(file: Path, asked: str) -> str:
    from curriculum_map.formats.rdf.validate import ENDINGS

    names = {ending.removeprefix("."): syntax for ending, syntax in ENDINGS.items()}
    names |= {syntax: syntax for syntax in ENDINGS.values()}
    if asked and asked not in names:
        raise UnknownName("syntax", asked, names)
    if not asked and file.suffix.lower() not in ENDINGS:
        raise BadQuestion(f'The ending of "{file.name}" does not say how it is spelled: --syntax.')
    return names[asked or file.suffix.lower().removeprefix(".")]


def _summary(errors: int, warnings: int) -> str:
    broken = "No rule is broken" if not errors else f"{errors} breach{'es' * (errors != 1)}"
    return f"{broken}; {warnings} warning{'s' * (warnings != 1)}."
