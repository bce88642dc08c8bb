"""`build`: every answer, into a folder."""

from __future__ import annotations

import copyreg
import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any

import typer

from curriculum_map.cli.app import app
from curriculum_map.cli.asked import catalogue_of
from curriculum_map.cli.show import csv_file
from curriculum_map.model import by_id

if TYPE_CHECKING:
    from curriculum_map.analysis.table import Table
    from curriculum_map.formats.publishing import Published, Staged
    from curriculum_map.model import Catalogue

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
    from curriculum_map.formats.publishing import publish_staged, stage
    from curriculum_map.formats.writing import beside

    catalogue = catalogue_of(ctx)
    folder = out or ctx.obj / "exports"
    try:
        with beside(folder) as place, _linked_data_staged(catalogue, folder, place) as linked:
            with _rare_garbage_collection():
                own = stage(folder, place, _with_progress(everything(catalogue)))
            published = publish_staged(folder, place, [own, linked()])
    finally:
        progress("")
    typer.echo(f"{_told(published)} Open {folder / 'index.html'} in a browser.")


def everything(catalogue: Catalogue, *, served: bool = False) -> Iterator[Made]:
    """Make every file of an export but those of its linked data.

    Args:
        catalogue: A checked catalogue.
        served: Whether the pages ask whether they are still up to date; see `pages.site.Site`.
    """
    from curriculum_map.cli.downloads import downloads
    from curriculum_map.formats.rdf.dcat import manifest
    from curriculum_map.pages.every_page import site
    from curriculum_map.pages.landing import landing_page

    data = {name: make(catalogue) for name, make in _files().items()}
    data[MANIFEST] = manifest(catalogue, data).document
    yield from data.items()
    yield INDEX, landing_page("site/", catalogue.settings)
    for name, content in site(catalogue, {**data, **downloads(catalogue)}, served=served):
        yield f"site/{name}", content


def linked_data(catalogue: Catalogue) -> Iterator[Made]:
    """Make every file that identifiers lead to.

    They lead to where a project is published, never to this computer.
    """
    from curriculum_map.pages.iri_site import IriSite

    for name, content in IriSite(catalogue).items():
        yield f"{LINKED_DATA}/{name}", content


def _stage_linked_data(
    catalogue: Catalogue, folder: Path, place: Path, *, shown: bool = False
) -> Staged:
    from curriculum_map.formats.publishing import stage

    files = linked_data(catalogue)
    with _rare_garbage_collection():
        return stage(folder, place, _with_progress(files) if shown else files)


@contextmanager
def _linked_data_staged(
    catalogue: Catalogue, folder: Path, place: Path
) -> Iterator[Callable[[], Staged]]:
    """Have linked data staged by another process where that saves more than it costs.

    Gives what waits for the outcome.
    """
    if len(catalogue.units) <= ALONE:
        yield partial(_stage_linked_data, catalogue, folder, place, shown=True)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A catalogue goes over to the other process as the dictionaries it was made of.
    copyreg.pickle(MappingProxyType, _as_dictionary)
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        yield process.submit(_stage_linked_data, catalogue, folder, place).result


def _as_dictionary(things: MappingProxyType[str, Any]) -> tuple[Callable[..., Any], tuple[Any]]:
    return by_id, (dict(things),)


def _with_progress(files: Iterable[Made]) -> Iterator[Made]:
    for count, (name, content) in enumerate(files, 1):
        progress(f"{count} {name}")
        yield name, content


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
    return lambda catalogue: csv_file(ask(catalogue))


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

ALONE = 500
"""Units up to which one process makes everything: another takes a second to begin."""

LINKED_DATA = "linked-data"
"""The folder that stands for the base of the project's identifiers."""

INDEX = "index.html"
"""What somebody opens first; it leads to the site."""
