"""`query` and `push`: SPARQL over the project or a server, and the project into a server."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from curriculum_map.cli.app import app
from curriculum_map.cli.asked import Form, Out, catalogue_of, line_width

if TYPE_CHECKING:
    from curriculum_map.formats.rdf.endpoint import Endpoint

USER, PASSWORD = "CURRICULUM_MAP_USER", "CURRICULUM_MAP_PASSWORD"
"""Environment variables with what to introduce oneself to a server by."""

ENDINGS = (".rq", ".sparql")

Timeout = Annotated[
    float, typer.Option(min=0.1, max=86_400, help="Seconds a request to a server may take.")
]

Asked = Annotated[
    str,
    typer.Argument(
        metavar="SPARQL|FILE.rq",
        help="A query, a file with one, or coverage: what is required and possible.",
    ),
]
Server = Annotated[
    str, typer.Option(metavar="URL", help="Ask this SPARQL server instead of the project.")
]
Graphs = Annotated[
    list[str] | None,
    typer.Option(metavar="IRI", help="A named graph the server is asked about. Repeat."),
]
AsText = Annotated[bool, typer.Option("--text", help="Print the query itself, for use elsewhere.")]


@app.command()
def query(
    ctx: typer.Context,
    sparql: Asked,
    endpoint: Server = "",
    graph: Graphs = None,
    text: AsText = False,
    timeout: Timeout = 60,
    form: Form = "table",
    out: Out = None,
) -> None:
    """Ask in SPARQL about the project as linked data, or a partner's server.

    A name and password for a server are taken from CURRICULUM_MAP_USER and
    CURRICULUM_MAP_PASSWORD.
    """
    from curriculum_map.analysis.table import Table
    from curriculum_map.cli.show import deliver, rendered
    from curriculum_map.formats.rdf.query import query_endpoint, query_project

    asked, name = _asked(sparql)
    if text:
        typer.echo(asked, nl=not asked.endswith("\n"))
        return
    if endpoint:
        found = query_endpoint(_endpoint(endpoint, timeout), asked, graph or (), name)
    else:
        catalogue = catalogue_of(ctx)
        found = query_project(catalogue, asked, name)
        if form in ("table", "md"):
            found = found.without(catalogue.settings.base)
    table = Table("query", dict.fromkeys(found.columns, "object"), found.rows)
    deliver(rendered(table, form, width=line_width()), out)


@app.command()
def push(
    ctx: typer.Context,
    url: Annotated[str, typer.Argument(help="Address of the server's Graph Store Protocol.")],
    timeout: Timeout = 60,
) -> None:
    """Put the project into a graph store, a named graph for each framework and institution.

    All graphs are replaced, or none. A name and password are taken from CURRICULUM_MAP_USER and
    CURRICULUM_MAP_PASSWORD.
    """
    from curriculum_map.formats.rdf import push as by

    endpoint = _endpoint(url, timeout)
    graphs, losses = by.named_graphs(catalogue_of(ctx))
    by.push(graphs, endpoint)
    for loss in losses:
        typer.echo(f"Could not be carried: {loss.kind} {loss.name}. {loss.reason}", err=True)
    typer.echo("".join(f"{graph}\n" for graph in graphs), nl=False)
    typer.echo(f"Replaced {len(graphs)} graphs.", err=True)


def _asked(sparql: str) -> tuple[str, str]:
    """Give the query and what to call it."""
    if sparql.endswith(ENDINGS) and "{" not in sparql:
        from curriculum_map.formats.rdf.validate import read_rdf

        path = Path(sparql)
        return read_rdf(path), path.name
    if sparql.isidentifier():
        from curriculum_map.formats.rdf.query import shipped_query

        return shipped_query(sparql), sparql
    return sparql, "query"


def _endpoint(url: str, timeout: float) -> Endpoint:
    from curriculum_map.formats.rdf.endpoint import Endpoint

    user, password = (os.environ.get(name, "") for name in (USER, PASSWORD))
    return Endpoint(url=url, user=user, password=password, timeout=timeout)
