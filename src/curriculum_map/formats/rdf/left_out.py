"""What a profile has no place for, read off a table of what it carries."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any

from curriculum_map.formats.base import Loss
from curriculum_map.model import COLLECTIONS, Catalogue

Carried = Mapping[type, Collection[str]]
"""The fields of each class that a profile carries, or reports with a reason of its own."""

_KEYS = ("id", "competency", "level", "scheme")
_NOT_CONTENT = frozenset({"where"})


def left_out(
    catalogue: Catalogue, carried: Carried, reason: str, seen: Mapping[str, Collection[str]]
) -> Iterator[Loss]:
    """Give everything in a catalogue that a profile does not carry, each once.

    Args:
        catalogue: What is written.
        carried: A class that is not in it is lost as a whole, one loss for each thing.
        reason: Why, in one sentence.
        seen: The ids that were written, by collection; of other things nothing is said here. A
            collection that is not named was written as far as its class is carried.
    """
    for collection, of in COLLECTIONS.items():
        for name, thing in getattr(catalogue, collection).items():
            if of not in carried:
                yield Loss(of.kind, name, reason)
            elif name in seen.get(collection, (name,)):
                yield from _inside(thing, name, carried, reason)


def _inside(thing: Any, path: str, carried: Carried, reason: str) -> Iterator[Loss]:
    for each in fields(thing):
        value = getattr(thing, each.name)
        if each.name in _NOT_CONTENT or _is_empty(each, value):
            continue
        if each.name not in carried[type(thing)]:
            yield Loss(each.name, path, reason)
            continue
        many = isinstance(value, tuple)
        for number, inner in enumerate(value if many else (value,), 1):
            if type(inner) in carried:
                inner_path = f"{path}/{_key(inner, number)}" if many else path
                yield from _inside(inner, inner_path, carried, reason)


def _is_empty(field: Field[Any], value: Any) -> bool:
    default = field.default if field.default_factory is MISSING else field.default_factory()
    return bool(value == default) or value == ()


def _key(thing: Any, number: int) -> object:
    return next((getattr(thing, name) for name in _KEYS if hasattr(thing, name)), number)
