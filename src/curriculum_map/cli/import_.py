"""`import`: a catalogue taken over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from curriculum_map.cli.app import app
from curriculum_map.cli.asked import NotAProject, catalogue_of
from curriculum_map.cli.formats_named import FormatName, Syntax, format_called, syntax_of
from curriculum_map.errors import BadQuestion, UnknownName

if TYPE_CHECKING:
    from curriculum_map.formats.base import Format, Given, Undeclared
    from curriculum_map.formats.importing import Addition
    from curriculum_map.formats.reading import Reading
    from curriculum_map.model import Catalogue

PROPOSE = "propose"
"""The option of a format that has a file written in which a person says what another one means."""

From = Annotated[str, typer.Argument(help="File to read; some formats read a folder too.")]
With = Annotated[
    list[str] | None,
    typer.Option("--with", metavar="NAME=VALUE", help="What some formats ask for beside it."),
]
Overwrite = Annotated[
    bool, typer.Option("--overwrite", help="Replace files that stand in the way.")
]


@app.command("import")
def import_(
    ctx: typer.Context,
    name: FormatName,
    file: From,
    syntax: Syntax = "",
    options: With = None,
    overwrite: Overwrite = False,
) -> None:
    """Write what a file describes into the project, which may be empty.

    What the project has just the same is left out. Either all is written or nothing. What was
    imported in this format before is merged: what the project says itself stays, and what changed
    in the source is listed.
    """
    from curriculum_map.formats.importing import addition
    from curriculum_map.formats.writing import write_all

    format_ = format_called(name, "read")
    reading = _read(_given(file, format_, syntax, options or [], ctx), format_)
    if not reading:
        return
    for problem in reading.problems:
        typer.echo(str(problem), err=True)
    added = addition(
        reading.catalogue,
        ctx.obj,
        overwrite=overwrite,
        extends=format_.matches,
        source=name,
    )
    write_all(ctx.obj, {**added.files, **added.remembered})
    _tell(added)


def _tell(added: Addition) -> None:
    for change in added.changes:
        if change.what == "both":
            typer.echo(str(change.problem()), err=True)
    already = f" {added.known} were there already." if added.known else ""
    files = f"{len(added.files)} file{'s' * (len(added.files) != 1)}"
    typer.echo(f"Wrote {files} with {added.things} descriptions.{already}")
    typer.echo("".join(f"{path}\n" for path in added.files), nl=False)
    typer.echo("".join(f"{each}\n" for each in added.changes if each.what != "both"), nl=False)


def _read(given: Given, format_: Format) -> Reading | None:
    """Read a document; `None` if what it would need was written to a file instead, as asked."""
    from curriculum_map.formats.base import Undeclared
    from curriculum_map.formats.importing import read_document

    try:
        return read_document(given, format_)
    except Undeclared as error:
        if PROPOSE not in given.options:
            raise
        _propose(error, Path(given.options[PROPOSE]))
        return None


def _propose(undeclared: Undeclared, to: Path) -> None:
    from curriculum_map.formats.placing import FileInUse
    from curriculum_map.formats.writing import write_all

    if to.exists():
        raise FileInUse(f'"{to}" is there already, and nothing was written. Name a new file.')
    write_all(to.parent, {to.name: undeclared.proposal})
    typer.echo(undeclared.seen, err=True)
    typer.echo(f'Wrote "{to}". Read it, mend it, and import again with --with "codes={to}"')


def _given(
    named: str, format_: Format, syntax: str, options: Sequence[str], ctx: typer.Context
) -> Given:
    from curriculum_map.formats.base import Given
    from curriculum_map.formats.given import given

    said = _options(format_, options)
    if named.startswith(("http://", "https://")):
        if not format_.fetch:
            message = f'The format "{format_.name}" is read from files, not from a web address.'
            raise BadQuestion(f"{message} Fetch the file first.")
        return Given(name=named, files=format_.fetch(named), options=said)
    path = Path(named)
    of_parts = path.is_dir() or path.suffix.lower() == ".zip"
    chosen = "" if of_parts else syntax_of(format_, syntax, path)
    read = given(path, chosen, said, format_.beside)
    return replace(read, project=_project(ctx)) if format_.matches else read


def _project(ctx: typer.Context) -> Catalogue | None:
    try:
        return catalogue_of(ctx)
    except NotAProject:
        return None


def _options(format_: Format, typed: Sequence[str]) -> Mapping[str, str]:
    pairs = [each.partition("=") for each in typed]
    for name, _, _ in pairs:
        if not format_.options:
            raise BadQuestion(f'The format "{format_.name}" asks for nothing beside the file.')
        if name not in format_.options:
            raise UnknownName("option", name, format_.options)
    return {name: value for name, _, value in pairs}
