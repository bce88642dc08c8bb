"""Pages of the documentation and the schema, made from the program itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from curriculum_map.cli.app import app


@app.command()
def schema() -> None:
    """Print the JSON Schema by which an editor completes and checks the files."""
    from curriculum_map.formats.schema import schema_text

    typer.echo(schema_text(), nl=False)


@app.command(hidden=True)
def document(folder: Annotated[Path, typer.Argument(help="Folder of the repository.")]) -> None:
    """Rewrite the pages and files of the repository that are made from the program."""
    from curriculum_map.formats.writing import write_all

    write_all(folder, {name: make() for name, make in GENERATED.items()})


def _schema() -> str:
    from curriculum_map.formats.schema import schema_text

    return schema_text()


def _reference() -> str:
    from curriculum_map.formats.reference import reference

    return reference()


def _problems() -> str:
    from curriculum_map.cli.codes import problems_page

    return problems_page()


GENERATED: Mapping[str, Callable[[], str]] = {
    "curriculum-map.schema.json": _schema,
    "docs/file-format.md": _reference,
    "docs/problems.md": _problems,
}
"""Path in the repository to what makes it; a test compares them."""
