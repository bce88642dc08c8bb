"""`export` and `import`: a catalogue handed over, and taken over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from curriculum_map.cli.app import FOUND, app
from curriculum_map.cli.asked import NotAProject, catalogue_of
from curriculum_map.cli.losses import LOSSES, counted, losses_csv
from curriculum_map.errors import BadQuestion, UnknownName

if TYPE_CHECKING:
    from curriculum_map.formats.assemble import Reading
    from curriculum_map.formats.base import Format, Given, Undeclared, Written
    from curriculum_map.model import Catalogue

PROPOSE = "propose"
"""The option of a format that has a file written in which a person says what another one means."""

LARGEST_CHECKED = 1_000_000
"""Characters of a document up to which its rules are applied in a second or two."""
REFUSED = "A partner would refuse this, so nothing was written. --no-check writes it all the same."
ELM_VERSIONS = {"3.2": "elm", "3.3": "elm-3.3"}

FormatName = Annotated[str, typer.Argument(metavar="FORMAT", help="Name of the format.")]
Syntax = Annotated[
    str, typer.Option(help="How it is spelled, such as ttl, nt, jsonld, rdf or trig.")
]


@app.command()
def export(
    ctx: typer.Context,
    name: FormatName,
    out: Annotated[
        Path | None,
        typer.Option(help="File to write; standard output if left out. Its ending says how."),
    ] = None,
    syntax: Syntax = "",
    programme: Annotated[str, typer.Option(help="Leave all other programmes out.")] = "",
    elm_version: Annotated[
        Literal["3.2", "3.3"] | None, typer.Option(help="Which version of `elm`; 3.2 if left out.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check/--no-check", help="Refuse linked data that a rule forbids.")
    ] = True,
) -> None:
    """Hand the project over in a format of somebody else's.

    What the format cannot carry is counted, and listed beside the file; what it asks for and the
    project does not say is listed with its place. Linked data of up to 1 MB is checked as
    `validate --as` does before it is handed over; if it breaks a rule, nothing is written.
    """
    format_ = format_called(_of_version(name, elm_version), "written")
    chosen = syntax_of(format_, syntax, out)
    assert format_.write
    catalogue = _of_programme(catalogue_of(ctx), programme)
    written = format_.write(catalogue, chosen)
    if check:
        _refuse_breaches(written, format_, chosen, out)
    if out:
        _put(out, written)
    elif isinstance(written.document, str) and not written.beside:
        typer.echo(written.document, nl=False)
    else:
        raise BadQuestion(f'The format "{name}" is not one text. Say where it goes with --out.')
    for problem in format_.missing(catalogue) if format_.missing else ():
        typer.echo(str(problem), err=True)
    if written.losses:
        typer.echo(counted(written.losses, out), err=True)


@app.command("import")
def import_(
    ctx: typer.Context,
    name: FormatName,
    file: Annotated[str, typer.Argument(help="File to read; some formats read a folder too.")],
    syntax: Syntax = "",
    options: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="NAME=VALUE", help="What some formats ask for beside it."),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace files that stand in the way.")
    ] = False,
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
    for change in added.changes:
        if change.what == "both":
            typer.echo(str(change.problem()), err=True)
    already = f" {added.known} were there already." if added.known else ""
    files = f"{len(added.files)} file{'s' * (len(added.files) != 1)}"
    typer.echo(f"Wrote {files} with {added.things} descriptions.{already}")
    typer.echo("".join(f"{path}\n" for path in added.files), nl=False)
    typer.echo("".join(f"{each}\n" for each in added.changes if each.what != "both"), nl=False)


def _of_version(name: str, elm_version: str | None) -> str:
    if elm_version and name != "elm":
        raise BadQuestion(f'Versions of ELM are versions of the format "elm", not of "{name}".')
    return ELM_VERSIONS[elm_version] if elm_version else name


def _refuse_breaches(written: Written[Any], format_: Format, syntax: str, out: Path | None) -> None:
    from curriculum_map.formats.rdf.validate import PROFILES, validate_as

    document = written.document
    checked = format_.name in PROFILES and isinstance(document, str)
    if not checked or not document or len(document) > LARGEST_CHECKED:
        return
    found = validate_as(document, syntax, out.name if out else format_.name, format_.name)
    breaches = [problem for problem in found if problem.severity == "error"]
    if breaches:
        way_out = [loss.reason for loss in written.losses if loss.kind == "catalogue"]
        typer.echo("\n".join([*map(str, breaches), *way_out, REFUSED]), err=True)
        raise typer.Exit(FOUND)


def _of_programme(catalogue: Catalogue, programme: str) -> Catalogue:
    from curriculum_map.model import by_id

    if not programme:
        return catalogue
    if programme not in catalogue.programmes:
        raise UnknownName("programme", programme, catalogue.programmes)
    return replace(catalogue, programmes=by_id({programme: catalogue.programmes[programme]}))


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


def format_called(name: str, how: str) -> Format:
    """Give a format by name.

    Args:
        name: What was typed.
        how: `read` or `written`; the format must be able to be.

    Raises:
        UnknownName: If there is no such format.
        BadQuestion: If it can only be used the other way round.
    """
    from curriculum_map.cli.graph_formats import GRAPH_FORMATS
    from curriculum_map.formats import FORMATS

    if name not in FORMATS and name not in GRAPH_FORMATS:
        raise UnknownName("format", name, [*FORMATS, *GRAPH_FORMATS])
    format_ = GRAPH_FORMATS[name] if name in GRAPH_FORMATS else FORMATS[name]
    if not (format_.read if how == "read" else format_.write):
        raise BadQuestion(f'The format "{name}" cannot be {how}.')
    return format_


def syntax_of(format_: Format, asked: str, path: Path | None) -> str:
    """Give the syntax that was asked for, else the one the name of a file stands for.

    Raises:
        UnknownName: If the format has no such syntax.
        BadQuestion: If the ending of the file stands for none.
    """
    known = format_.suffixes
    if asked:
        names = {suffix.removeprefix("."): syntax for suffix, syntax in known.items()}
        names |= {syntax: syntax for syntax in known.values()}
        if asked not in names:
            raise UnknownName("syntax", asked, names)
        return names[asked]
    if path is None or not known:
        return next(iter(known.values()), "")
    return _syntax_by_ending(path, known)


def _syntax_by_ending(path: Path, known: Mapping[str, str]) -> str:
    fitting = [suffix for suffix in known if path.name.lower().endswith(suffix)]
    if not fitting:
        raise BadQuestion(
            f'"{path.name}" does not end in {" or ".join(known)}. Name it so, or say how it is '
            "spelled with --syntax."
        )
    return known[max(fitting, key=len)]


def _put(out: Path, written: Written[Any]) -> None:
    from curriculum_map.formats.writing import packed, write_all

    document = written.document
    if not isinstance(document, Mapping):
        files = {out.name: document}
    elif out.suffix.lower() == ".zip":
        files = {out.name: packed(document)}
    else:
        _tell_of_others(out, document)
        files = {f"{out.name}/{name}": part for name, part in document.items()}
    files |= {out.name + ending: part for ending, part in written.beside.items()}
    beside = out.with_name(out.name + LOSSES)
    if written.losses:
        files[beside.name] = losses_csv(written.losses)
    write_all(out.parent, files)
    if not written.losses:
        # A list of an earlier export would be taken for one of this.
        beside.unlink(missing_ok=True)


def _tell_of_others(out: Path, document: Mapping[str, Any]) -> None:
    """Tell of files in a folder that could be taken for a part of what is written there."""
    endings = {Path(name).suffix for name in document}
    there = (path.name for path in out.glob("*") if path.suffix in endings and path.is_file())
    others = sorted(set(there) - document.keys())
    if others:
        named = ", ".join(f'"{each}"' for each in others)
        typer.echo(f'"{out}" has other files already, which stay: {named}.', err=True)
