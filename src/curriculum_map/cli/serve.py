"""`serve`: the pages on a local address, made again when a source changes."""

from __future__ import annotations

from typing import Annotated

import typer

from curriculum_map.cli.app import app
from curriculum_map.cli.asked import reading_of
from curriculum_map.errors import CurriculumMapError


class PortInUse(CurriculumMapError, OSError):
    """The address that pages were to be served on is taken, or not allowed."""

    code = "port-in-use"


@app.command()
def serve(
    ctx: typer.Context,
    port: Annotated[
        int, typer.Option(help="Port to use; any free one if left out.", min=0, max=65535)
    ] = 0,
) -> None:
    """Show the pages on an address of this computer, made again when a source changes.

    Nobody else can reach it. While the sources have errors, every page shows them. An open page
    shows what changed by itself. It ends with Ctrl+C.
    """
    from curriculum_map.cli.serving import Shop, server

    reading_of(ctx)
    shop = Shop(ctx.obj)
    try:
        serving = server(shop, port)
    except OSError as error:
        message = f"Port {port} cannot be used: {error.strerror}. Name another one, or none."
        raise PortInUse(message) from error
    with serving, shop.watching():
        typer.echo(f"Open http://127.0.0.1:{serving.server_address[1]}/ in a browser.")
        typer.echo("The pages follow the sources. Stop with Ctrl+C.", err=True)
        try:
            serving.serve_forever()
        except KeyboardInterrupt:
            typer.echo("", err=True)
