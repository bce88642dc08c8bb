"""`init`: a new project with one worked example."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from curriculum_map.cli.app import app
from curriculum_map.errors import CurriculumMapError


class FolderInUse(CurriculumMapError):
    """A new project was asked for where there is something already."""

    code = "folder-in-use"


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="Folder to make; it must not hold anything.")],
) -> None:
    """Begin a project: one worked example, and the schema by which an editor helps to write."""
    from curriculum_map.formats.example import example_files
    from curriculum_map.formats.writing import write_all

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderInUse(f'"{folder}" holds something already. Name a new or empty folder.')
    files = example_files()
    write_all(folder, files)
    typer.echo(f'Wrote {len(files)} files. Next: curriculum-map -p "{folder}" gaps')
