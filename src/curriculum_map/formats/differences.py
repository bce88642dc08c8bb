"""What a catalogue loses on the way through a format: what comes back is not the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from curriculum_map.formats.base import Loss
from curriculum_map.model import COLLECTIONS, Catalogue

_KEYS = ("id", "competency", "level", "scheme")


def lost(given: Catalogue, back: Catalogue, reasons: Mapping[str, str], usual: str) -> list[Loss]:
    """Give everything of one catalogue that another one does not have just the same.

    Args:
        given: What was written.
        back: What was read of it.
        reasons: Why, by kind of thing or name of field.
        usual: Why, for everything else.

    Returns:
        Sorted, each once.
    """
    found = {
        Loss(kind, name, reasons.get(kind, usual))
        for collection, cls in COLLECTIONS.items()
        for name, thing in getattr(given, collection).items()
        for kind, name in _of(cls.kind, thing, getattr(back, collection).get(name), name)
    }
    return sorted(found)


def _of(kind: str, thing: Any, other: Any, path: str) -> Iterator[tuple[str, str]]:
    """Give kind and path of what differs: a whole thing that is not there, else its fields."""
    if other is None:
        yield kind, path
        return
    for each in fields(thing):
        value, theirs = getattr(thing, each.name), getattr(other, each.name)
        if not each.compare or value == theirs:
            continue
        if isinstance(value, tuple) and all(_key(item) for item in value):
            inner = {_key(item): item for item in theirs}
            found = [
                pair
                for item in value
                for pair in _of(each.name, item, inner.get(_key(item)), f"{path}/{_key(item)}")
            ]
            yield from found or [(each.name, path)]
        else:
            yield each.name, path


def _key(item: object) -> str:
    if not is_dataclass(item):
        return ""
    return str(next((getattr(item, name) for name in _KEYS if hasattr(item, name)), ""))
