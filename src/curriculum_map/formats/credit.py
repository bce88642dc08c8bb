"""Whom a document gives credit: the sources of what is written in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from curriculum_map.model import Catalogue, Source
from curriculum_map.model.declare import Sourced


def sources_of(catalogue: Catalogue, *things: object) -> tuple[Source, ...]:
    """Give the sources that things name, or anything inside them, sorted by id.

    A source that rests on another brings that with it.
    """
    waiting = {name for each in things for name in _named(each)}
    found: set[str] = set()
    while waiting:
        found |= waiting
        behind = (catalogue.sources[each].sources for each in waiting if each in catalogue.sources)
        waiting = {name for names in behind for name in names} - found
    return tuple(catalogue.sources[each] for each in sorted(found) if each in catalogue.sources)


def credit(source: Source, *languages: str) -> str:
    """Give the line that shows a source: its title, its licence, and what that asks to be shown.

    Empty where the source has neither of the last two, for then nothing is asked.
    """
    asked = [each for each in (source.licence, source.attribution) if each]
    return " - ".join([source.title.show(*languages), *asked]) if asked else ""


def _named(thing: object) -> Iterator[str]:
    if isinstance(thing, tuple):
        for each in thing:
            yield from _named(each)
    elif is_dataclass(thing) and not isinstance(thing, type):
        if isinstance(thing, Sourced):
            yield from thing.sources
        for name in _fields(type(thing)):
            yield from _named(getattr(thing, name))


@cache
def _fields(of: type[Any]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(of))
