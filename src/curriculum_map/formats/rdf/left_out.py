"""What a profile has no place for, read off a table of what it carries."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import MISSING, fields
from typing import Any

from curriculum_map.formats.base import Loss
from curriculum_map.model import COLLECTIONS, Catalogue

Carried = Mapping[type, Collection[str]]
"""The fields of each class that a profile carries, or reports with a reason of its own."""

_Plan = Mapping[type, tuple[tuple[str, object, bool], ...]]
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
    plan = {of: tuple(_fields(of, kept)) for of, kept in carried.items()}
    for collection, of in COLLECTIONS.items():
        for name, thing in getattr(catalogue, collection).items():
            if of not in carried:
                yield Loss(of.kind, name, reason)
            elif name in seen.get(collection, (name,)):
                yield from (Loss(*each, reason) for each in _inside(thing, name, plan))


def _inside(thing: Any, path: str, plan: _Plan) -> Iterator[tuple[str, str]]:
    """Give the name of each field that is lost, with the path of the thing that loses it."""
    for name, default, is_kept in plan[type(thing)]:
        value = getattr(thing, name)
        if value in (default, ()):
            continue
        if not is_kept:
            yield name, path
        elif isinstance(value, tuple):
            for number, inner in enumerate(value, 1):
                if type(inner) in plan:
                    yield from _inside(inner, f"{path}/{_key(inner, number)}", plan)
        elif type(value) in plan:
            yield from _inside(value, path, plan)


def _fields(of: type[Any], kept: Collection[str]) -> Iterator[tuple[str, object, bool]]:
    """Give each field that says something, the value that says nothing, whether it is carried."""
    for each in fields(of):
        if each.name not in _NOT_CONTENT:
            made = each.default_factory
            yield each.name, each.default if made is MISSING else made(), each.name in kept


def _key(thing: object, number: int) -> object:
    return next((getattr(thing, name) for name in _KEYS if hasattr(thing, name)), number)
