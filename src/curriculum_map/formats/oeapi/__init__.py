"""The Open Education API, version 6: institutions, programmes, courses and learning outcomes.

One file for each list the API has, in the form in which an endpoint gives it, so that a partner
can load them or put them on a web server. What becomes of what is said in docs/profiles/oeapi.md.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from curriculum_map.formats.base import Files, Format, Given, Written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from curriculum_map.formats.reading import Reading
    from curriculum_map.model import Catalogue
    from curriculum_map.problems import Problem

SPEC = "https://openonderwijsapi.nl/"


def write(catalogue: Catalogue, _syntax: str) -> Written[Files]:
    """Write everything the API has a list of, each list as one page of a file of its own."""
    from curriculum_map.formats.oeapi.losses import losses_of
    from curriculum_map.formats.oeapi.pages import own_of, page
    from curriculum_map.formats.oeapi.writer import Writer

    writer = Writer(catalogue)
    lists = writer.objects()
    own = own_of(catalogue, writer.say)
    files: Files = {
        f"{name}.json": dumped(page(objects, own if name == "learning-outcomes" else {}))
        for name, objects in lists.items()
    }
    return Written(files, tuple(sorted({*writer.say.losses, *losses_of(catalogue)})))


def missing(catalogue: Catalogue) -> tuple[Problem, ...]:
    """List what has to be said before everything can be written."""
    from curriculum_map.formats.oeapi.losses import missing

    return missing(catalogue)


def read(given: Given) -> Reading:
    """Make a catalogue of files in the form of version 5 or 6, whoever published them."""
    from curriculum_map.formats.oeapi.reader import reading_of

    return reading_of(given)


def fetch(url: str) -> Mapping[str, bytes]:
    """Get all pages of all lists of an endpoint; see `fetching.fetch`."""
    from curriculum_map.formats.oeapi.fetching import fetch

    return fetch(url)


def dumped(said: Any) -> str:
    """Write JSON that a person can read and compare."""
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


FORMAT = Format(
    name="oeapi",
    title="the Open Education API 6.0",
    spec=SPEC,
    write=write,
    read=read,
    missing=missing,
    fetch=fetch,
)
