"""Decisions about random things of the model, and the values that are worth trying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from curriculum_map.model.declare import (
    Country,
    Date,
    FieldOfStudy,
    Id,
    Iri,
    Language,
    Matches,
    NationalLevel,
)

_T = TypeVar("_T")

LANGUAGES = ("en", "en-GB", "et", "nl", "zh-Hant")
IDS = ("a", "B", "c-1", "d.e_f", "012", "no", "x-y-z", "G7", "null", "q.9")


def _marked(alias: Any) -> Matches:
    return next(mark for mark in get_args(alias)[1:] if isinstance(mark, Matches))


FORMS: dict[Matches, Sequence[str]] = {
    _marked(Id): IDS,
    _marked(Iri): (
        "https://example.org/",
        "https://example.org/a?b=c&d=%20'(é)#part",
        "https://[not/an/iri",
        "https://example.org/100%",
    ),
    _marked(Language): LANGUAGES,
    _marked(Country): ("EE", "GB", "NL"),
    _marked(FieldOfStudy): ("0688", "091", "10"),
    _marked(NationalLevel): (
        "http://data.europa.eu/snb/qdr/c_1711a061",
        "http://data.europa.eu/snb/qdr/c_478359fc",
    ),
    _marked(Date): ("2025", "2025-04", "2025-04-24"),
}
NUMBERS = (0, 1, 2, 28.0, 0.1, 1e-7, 2.5, 7, 1 / 3, 5e-324, 40.0, 0.30000000000000004)


class Tape:
    """Decisions read off random bytes; when they run out, the simplest ones."""

    def __init__(self, decisions: bytes) -> None:
        self._left = iter(decisions)

    def below(self, limit: int) -> int:
        """Decide on a number from 0."""
        return next(self._left, 0) % limit

    def one(self, of: Sequence[_T]) -> _T:
        """Decide on one of at most 256."""
        return of[self.below(len(of))]

    def some(self, of: Sequence[_T], least: int = 0) -> tuple[_T, ...]:
        """Decide on at most three different ones and on their order."""
        left = list(of)
        count = min(least + self.below(4 - least), len(left))
        return tuple(left.pop(self.below(len(left))) for _ in range(count))


@cache
def slots(of: type[Any]) -> list[tuple[str, Any, Any, tuple[Any, ...], bool]]:
    """Give name, default, type, markers and whether it is a tuple, of each field of a class."""
    hints = get_type_hints(of, include_extras=True)
    return [(each.name, each.default, *_peel(hints[each.name])) for each in fields(of)]


def _peel(hint: Any) -> tuple[Any, tuple[Any, ...], bool]:
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        of, marks, many = _peel(inside[0])
        return of, (*marks, *inside[1:]), many
    if origin in (Union, UnionType):
        return _peel(next(each for each in inside if each is not NoneType))
    if origin is tuple:
        return (*_peel(inside[0])[:2], True)
    return hint, (), False
