"""`export`: a catalogue handed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from curriculum_map.cli.app import FOUND, app
from curriculum_map.cli.asked import catalogue_of
from curriculum_map.cli.formats_named import FormatName, Syntax, format_called, syntax_of
from curriculum_map.cli.losses import LOSSES, counted, losses_csv
from curriculum_map.errors import BadQuestion, UnknownName

if TYPE_CHECKING:
    from curriculum_map.formats.base import Format, Written
    from curriculum_map.model import Catalogue

LARGEST_CHECKED = 1_000_000
"""Characters of a document up to which its rules are applied in a second or two."""
REFUSED = "A partner would refuse this, so nothing was written. --no-check writes it all the same."
ELM_VERSIONS = {"3.2": "elm", "3.3": "elm-3.3"}

To = Annotated[
    Path | None,
    typer.Option(help="File to write; standard output if left out. Its ending says how."),
]
OfProgramme = Annotated[str, typer.Option(help="Leave all other programmes out.")]
ElmVersion = Annotated[
    Literal["3.2", "3.3"] | None, typer.Option(help="Which version of `elm`; 3.2 if left out.")
]
Checked = Annotated[
    bool, typer.Option("--check/--no-check", help="Refuse linked data that a rule forbids.")
]


@app.command()
def export(
    ctx: typer.Context,
    name: FormatName,
    out: To = None,
    syntax: Syntax = "",
    programme: OfProgramme = "",
    elm_version: ElmVersion = None,
    check: Checked = True,
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
    _hand_over(written, out, name)
    for problem in format_.missing(catalogue) if format_.missing else ():
        typer.echo(str(problem), err=True)
    if written.losses:
        typer.echo(counted(written.losses, out), err=True)


def _hand_over(written: Written[Any], out: Path | None, name: str) -> None:
    if out:
        _put(out, written)
    elif isinstance(written.document, str) and not written.beside:
        typer.echo(written.document, nl=False)
    else:
        raise BadQuestion(f'The format "{name}" is not one text. Say where it goes with --out.')


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
