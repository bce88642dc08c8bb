"""`build`: every answer, into a folder."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from curriculum_map.cli.app import app
from curriculum_map.cli.asked import catalogue_of
from curriculum_map.cli.show import as_csv

if TYPE_CHECKING:
    from curriculum_map.analysis.table import Table
    from curriculum_map.formats.publishing import Published
    from curriculum_map.model import Catalogue

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes a CSV file for one in the old encoding of the system."""

Made = tuple[str, str | bytes]
"""Name of a file, with `/` between folders, and its content."""


@app.command()
def build(
    ctx: typer.Context,
    out: Annotated[
        Path | None, typer.Option(help="Folder to write to; exports/ in the project if left out.")
    ] = None,
) -> None:
    """Write the pages, the tables and the RDF into exports/.

    Either all files that changed are replaced or none is. What a former build wrote and this one
    does not is taken away; other files in the folder are left alone.
    """
    from curriculum_map.formats.publishing import publish

    catalogue = catalogue_of(ctx)
    folder = out or ctx.obj / "exports"
    made: dict[str, str | bytes] = {}
    try:
        with _rare_garbage_collection():
            for name, content in everything(catalogue):
                made[name] = content
                progress(f"{len(made)} {name}")
        published = publish(folder, made)
    finally:
        progress("")
    typer.echo(f"{_told(published)} Open {folder / 'index.html'} in a browser.")


def everything(catalogue: Catalogue, *, served: bool = False) -> Iterator[Made]:
    """Make every file of an export.

    Args:
        catalogue: A checked catalogue.
        served: Whether the pages ask whether they are still up to date; see `pages.site.Site`.
    """
    from curriculum_map.cli.downloads import downloads
    from curriculum_map.formats.rdf.dcat import manifest
    from curriculum_map.pages.iri_site import IriSite
    from curriculum_map.pages.landing import landing_page
    from curriculum_map.pages.site import site

    data = {name: make(catalogue) for name, make in _files().items()}
    data[MANIFEST] = manifest(catalogue, data).document
    yield from data.items()
    yield INDEX, landing_page("site/", catalogue.settings)
    for name, content in site(catalogue, {**data, **downloads(catalogue)}, served=served):
        yield f"site/{name}", content
    # Identifiers lead to where a project is published, never to this computer.
    for name, content in () if served else IriSite(catalogue).items():
        yield f"{LINKED_DATA}/{name}", content


@contextmanager
def _rare_garbage_collection() -> Iterator[None]:
    """Keep the collector from looking through all that is kept again and again."""
    former = gc.get_threshold()
    gc.set_threshold(100 * former[0], *former[1:])
    try:
        yield
    finally:
        gc.set_threshold(*former)


def _told(published: Published) -> str:
    if not published.left and not published.removed:
        return f"Wrote {published.written} files."
    gone = f", took {published.removed} away" if published.removed else ""
    return f"Wrote {published.written} files{gone}; {published.left} are as they were."


def progress(step: str) -> None:
    """Show on a terminal, and only there, what is being done."""
    if sys.stderr.isatty():
        typer.echo(f"\r\x1b[K{step}", nl=False, err=True)


def _files() -> Mapping[str, Callable[[Catalogue], str]]:
    from curriculum_map.analysis.everything import TABLES

    return {**FILES, **{f"{name}.csv": _csv(ask) for name, ask in TABLES.items()}}


def _csv(ask: Callable[[Catalogue], Table]) -> Callable[[Catalogue], str]:
    return lambda catalogue: BYTE_ORDER_MARK + as_csv(ask(catalogue))


def _coverage(catalogue: Catalogue) -> Table:
    from curriculum_map import analysis

    return analysis.coverage(catalogue)


def _gaps(catalogue: Catalogue) -> Table:
    from curriculum_map import analysis

    return analysis.gaps(catalogue)


def _sources(catalogue: Catalogue) -> Table:
    from curriculum_map.analysis.provenance import credits_

    return credits_(catalogue)


def _rdf(catalogue: Catalogue) -> str:
    from curriculum_map.formats.rdf import native

    return native.write(catalogue, "turtle").document


FILES: Mapping[str, Callable[[Catalogue], str]] = {
    "coverage.csv": _csv(_coverage),
    "gaps.csv": _csv(_gaps),
    "sources.csv": _csv(_sources),
    "curriculum-map.ttl": _rdf,
}
"""The data that is written first, and what makes it; a CSV file for each of `everything.TABLES`
follows."""

MANIFEST = "manifest.ttl"
"""What describes the data."""

LINKED_DATA = "linked-data"
"""The folder that stands for the base of the project's identifiers."""

INDEX = "index.html"
"""What somebody opens first; it leads to the site."""
