"""`build`: every answer, into a folder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from curriculum_map.cli.app import app
from curriculum_map.cli.asked import catalogue_of
from curriculum_map.cli.show import as_csv

if TYPE_CHECKING:
    from curriculum_map.analysis.table import Table
    from curriculum_map.model import Catalogue

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes a CSV file for one in the old encoding of the system."""


@app.command()
def build(
    ctx: typer.Context,
    out: Annotated[
        Path | None, typer.Option(help="Folder to write to; exports/ in the project if left out.")
    ] = None,
) -> None:
    """Write the report, the knowledge graph, the tables and the RDF into exports/.

    Either all files are replaced or none is.
    """
    from curriculum_map.formats.writing import write_all

    catalogue = catalogue_of(ctx)
    folder = out or ctx.obj / "exports"
    try:
        made = _made(catalogue)
        write_all(folder, made)
    finally:
        progress("")
    typer.echo(f"Wrote {len(made)} files. Open {folder / 'index.html'} in a browser.")


def _made(catalogue: Catalogue) -> dict[str, str]:
    from curriculum_map.analysis.everything import TABLES
    from curriculum_map.formats.rdf.dcat import manifest

    files = {**FILES, **{f"{name}.csv": _csv(ask) for name, ask in TABLES.items()}}
    made: dict[str, str] = {}
    last = len(files) + 1
    for number, (name, make) in enumerate(files.items(), 1):
        progress(f"{number}/{last} {name}")
        made[name] = make(catalogue)
    progress(f"{last}/{last} {MANIFEST}")
    return {**made, MANIFEST: manifest(catalogue, made).document}


def _csv(ask: Callable[[Catalogue], Table]) -> Callable[[Catalogue], str]:
    return lambda catalogue: BYTE_ORDER_MARK + as_csv(ask(catalogue))


def progress(step: str) -> None:
    """Show on a terminal, and only there, what is being done."""
    if sys.stderr.isatty():
        typer.echo(f"\r\x1b[K{step}", nl=False, err=True)


def _report(catalogue: Catalogue) -> str:
    from curriculum_map.pages.report import report

    return report(catalogue)


def _graph(catalogue: Catalogue) -> str:
    from curriculum_map.pages.network import network_page

    return network_page(catalogue)


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
    "index.html": _report,
    "graph.html": _graph,
    "coverage.csv": _csv(_coverage),
    "gaps.csv": _csv(_gaps),
    "sources.csv": _csv(_sources),
    "curriculum-map.ttl": _rdf,
}
"""What is written first, and what makes it; a CSV file for each of `everything.TABLES` follows."""

MANIFEST = "manifest.ttl"
"""What is written last: it describes the other files."""
