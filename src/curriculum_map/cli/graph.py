"""`graph`: the knowledge graph as a page, a picture, or a file for network programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from curriculum_map.cli.app import app
from curriculum_map.cli.asked import catalogue_of
from curriculum_map.cli.export import export
from curriculum_map.cli.words import language_of


@app.command()
def graph(
    ctx: typer.Context,
    form: Annotated[
        Literal["html", "graphml", "gexf", "cytoscape", "svg"],
        typer.Option("--format", help="A page, a picture (svg), or a file for other programs."),
    ] = "html",
    out: Annotated[
        Path | None, typer.Option(help="File to write; standard output if left out.")
    ] = None,
) -> None:
    """Draw how everything hangs together, or hand that over to programs that measure networks.

    Page and picture need no other file. Of more than 1,000 things they draw those together that
    stand in the same programme or area. What the other files cannot carry is counted, and listed
    beside the file.
    """
    if form not in ("html", "svg"):
        export(ctx, form, out=out)
        return
    text, things, drawn = _drawn(ctx, form)
    if out:
        from curriculum_map.formats.writing import write_all

        write_all(out.parent, {out.name: text})
    else:
        typer.echo(text, nl=False)
    if drawn < things:
        rest = "what stands in the same programme or area is drawn together"
        typer.echo(f"{things:,} things are too many for one picture: {rest} ({drawn:,}).", err=True)


def _drawn(ctx: typer.Context, form: str) -> tuple[str, int, int]:
    language = language_of(ctx) or "en"
    if form == "svg":
        from curriculum_map.pages.graph_svg import drawing

        return drawing(catalogue_of(ctx), language=language)
    from curriculum_map.pages.network import network

    return network(catalogue_of(ctx), language=language)
