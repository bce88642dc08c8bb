"""Pages of the documentation and the schema, made from the program itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from curriculum_map.cli.app import app

if TYPE_CHECKING:
    from curriculum_map.model import Catalogue


@app.command()
def schema() -> None:
    """Print the JSON Schema by which an editor completes and checks the files."""
    from curriculum_map.formats.schema import schema_text

    typer.echo(schema_text(), nl=False)


@app.command(hidden=True)
def document(folder: Annotated[Path, typer.Argument(help="Folder of the repository.")]) -> None:
    """Rewrite the pages and files of the repository that are made from the program."""
    from curriculum_map.formats.project import load
    from curriculum_map.formats.writing import write_all

    shipped = load(folder)
    pages = {name: make() for name, make in GENERATED.items()}
    write_all(folder, pages | {name: make(shipped) for name, make in FROM_CONTENT.items()})


def _schema() -> str:
    from curriculum_map.formats.schema import schema_text

    return schema_text()


def _reference() -> str:
    from curriculum_map.formats.reference import reference

    return reference()


def _tables() -> str:
    from curriculum_map.formats.tables.page import tables_page

    return tables_page()


def _problems() -> str:
    from curriculum_map.cli.codes import problems_page

    return problems_page()


def _shapes() -> str:
    from curriculum_map.formats.rdf.native_shapes import shapes_turtle

    return shapes_turtle()


def _content(catalogue: Catalogue) -> str:
    from curriculum_map.cli.content import content_page

    return content_page(catalogue)


GENERATED: Mapping[str, Callable[[], str]] = {
    "curriculum-map.schema.json": _schema,
    "docs/file-format.md": _reference,
    "docs/problems.md": _problems,
    "docs/tables.md": _tables,
    "src/curriculum_map/formats/rdf/shapes/rdf.shacl.ttl": _shapes,
}
"""Path in the repository to what makes it; a test compares them."""

FROM_CONTENT: Mapping[str, Callable[[Catalogue], str]] = {"docs/content.md": _content}
"""The same for what is made from the content of the repository."""
