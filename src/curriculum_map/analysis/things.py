"""What is in one of two catalogues only, goes by another id, or is described otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from curriculum_map.analysis.identity import Rename
from curriculum_map.analysis.voice import Voice
from curriculum_map.model import COLLECTIONS, Catalogue

COLUMNS = {
    "change": "string",
    "kind": "string",
    "old": "string",
    "new": "string",
    "sure": "float64",
    "title": "string",
}


def changed_things(
    old: Catalogue, new: Catalogue, found: Sequence[Rename], voice: Voice
) -> Iterator[tuple[object, ...]]:
    """Give a row for each thing that is not the same, what is renamed first.

    Args:
        old: A checked catalogue.
        new: A checked catalogue that calls the same things by the same names.
        found: What went by another id.
        voice: Speaks of the things of `new`.
    """
    for each in found:
        title = "" if each.kind == "outcome" else _title(new, each.kind, each.new, voice)
        yield "renamed", each.kind, each.old, each.new, each.sure, title
    for collection, of in COLLECTIONS.items():
        before, after = getattr(old, collection), getattr(new, collection)
        for name in sorted(before.keys() | after.keys()):
            thing = after.get(name) or before[name]
            title = voice.words(thing.title)
            if name not in before:
                yield "appears", of.kind, "", name, 1.0, title
            elif name not in after:
                yield "disappears", of.kind, name, "", 1.0, title
            elif before[name] != after[name]:
                yield "changes", of.kind, name, name, 1.0, title


def _title(catalogue: Catalogue, kind: str, name: str, voice: Voice) -> str:
    collection = next(each for each, of in COLLECTIONS.items() if of.kind == kind)
    return voice.words(getattr(catalogue, collection)[name].title)
