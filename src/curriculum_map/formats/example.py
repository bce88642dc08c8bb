"""The worked example that a new project begins with."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

from curriculum_map.formats.schema import schema_text


def example_files() -> dict[str, str]:
    """Give the files of the example: name, with `/` between folders, to text."""
    found = dict(_texts(files("curriculum_map.formats").joinpath("example"), ""))
    return {**found, "curriculum-map.schema.json": schema_text()}


def _texts(folder: Traversable, before: str) -> list[tuple[str, str]]:
    texts = []
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        name = f"{before}{entry.name}"
        if entry.is_dir():
            texts += _texts(entry, f"{name}/")
        else:
            texts.append((name, entry.read_text(encoding="utf-8")))
    return texts
