"""The Open Education API, version 5: what of version 6 it has a place for.

Learning outcomes are texts there, without levels or competencies; what version 5 cannot do without
and a project does not say is listed, and nothing is made up in its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curriculum_map.formats.base import Files, Format, Written
from curriculum_map.formats.oeapi import dumped, fetch, read

if TYPE_CHECKING:
    from curriculum_map.model import Catalogue
    from curriculum_map.problems import Problem


def write(catalogue: Catalogue, _syntax: str) -> Written[Files]:
    """Write the lists of version 5, each as one page of a file of its own."""
    from curriculum_map.formats.oeapi.down import Down
    from curriculum_map.formats.oeapi.losses_5 import losses_of
    from curriculum_map.formats.oeapi.pages import page, settings_of
    from curriculum_map.formats.oeapi.writer import Writer

    down = Down(catalogue, Writer(catalogue).objects())
    own = settings_of(catalogue)
    files: Files = {
        f"{name}.json": dumped(page(objects, own if name == "organizations" else {}))
        for name, objects in down.lists.items()
    }
    return Written(files, tuple(sorted(set(losses_of(catalogue, down)))))


def missing(catalogue: Catalogue) -> tuple[Problem, ...]:
    """List what has to be said before everything can be written.

    Returns:
        Warnings with the code `missing-field`, sorted by file and line; empty if nothing lacks.
    """
    from curriculum_map.formats.oeapi.down import Down
    from curriculum_map.formats.oeapi.writer import Writer

    lacks = Down(catalogue, Writer(catalogue).objects()).lacks
    return tuple(sorted(each.problem() for each in lacks))


FORMAT = Format(
    name="oeapi-v5",
    title="the Open Education API 5",
    spec="https://openonderwijsapi.nl/",
    write=write,
    read=read,
    missing=missing,
    fetch=fetch,
)
