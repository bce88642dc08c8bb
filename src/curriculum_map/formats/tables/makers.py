"""Things of the model, made of the columns of one table in which nothing is wrong."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, fields
from itertools import groupby, repeat
from typing import Any

from curriculum_map.formats.scope import Scope
from curriculum_map.formats.shapes import ABSENT
from curriculum_map.formats.tables.headings import Place
from curriculum_map.formats.tables.meanings import Doubt, Meanings, Table, Values
from curriculum_map.model import Settings, Text
from curriculum_map.problems import Where

_PLAIN_TAG = re.compile(r"[a-z]{2,3}")

BLOCK = 200
"""Things that are filled at a time: as many as a processor has at hand."""

Given = Mapping[str, Iterable[Any]]
"""Values of many things, by attribute."""


def defaults(cls: type[Any]) -> dict[str, Any]:
    """Give the value of each field where nothing is said; `MISSING` where something must be."""
    return {each.name: each.default for each in fields(cls)}


def made(cls: type[Any], count: int, given: Given) -> list[Any]:
    """Make things of one class.

    Args:
        cls: The class.
        count: How many.
        given: The values of all of them, in order; of other fields they take the default.

    Raises:
        Doubt: If a field has neither.
    """
    columns = []
    for name, default in defaults(cls).items():
        if name not in given and default is MISSING:
            raise Doubt
        # Frozen classes set each field by name; their slots take a value many times as fast.
        columns.append((getattr(cls, name).__set__, iter(given.get(name, repeat(default)))))
    things = list(map(object.__new__, repeat(cls, count)))
    for start in range(0, count, BLOCK):
        block = things[start : start + BLOCK]
        for put, values in columns:
            # A map asks for the next thing first, and takes no value where there is none.
            deque(map(put, block, values), 0)
    return things


class Maker:
    """Makes the things of one table."""

    def __init__(self, table: Table, scope: Scope, settings: Settings) -> None:
        self.table, self.kind = table, table.kind
        self.cls = self.kind.record.cls
        self.defaults = defaults(self.cls)
        self.shapes: dict[str, Any] = {
            each.attribute: each.shape for each in self.kind.record.fields
        }
        self.languages = frozenset(settings.languages)
        self.lines = list(table.lines())
        self.meanings = Meanings(table, scope)

    def things(self, inside: Given) -> list[Any]:
        """Make the thing of each row.

        Args:
            inside: What belongs to the things, by attribute.
        """
        column = self.table.heads.names[-1] + 1
        given = {"where": self._places(self.lines, repeat(column)), **inside}
        beside, key = self.meanings.beside, self.kind.key
        if key:
            given[key] = beside[key] = self.meanings.names(self.shapes[key])
        order = list(self.shapes)
        places = sorted(
            self.table.heads.places, key=lambda each: order.index(each.column.attributes[0])
        )
        for attribute, found in groupby(places, lambda each: each.column.attributes[0]):
            values = self.values(attribute, list(found))
            given[attribute] = beside[attribute] = values
        return made(self.cls, len(self.lines), given)

    def _places(self, lines: Iterable[int], columns: Iterable[int]) -> list[Where]:
        # Made without a call of Python for each: there is one for every thing of a catalogue.
        sheet = self.table.sheet
        parts = zip(repeat(sheet.file), lines, columns, repeat(sheet.name), strict=False)
        return list(map(tuple.__new__, repeat(Where), parts))

    def values(self, attribute: str, places: Sequence[Place]) -> Values:
        """Give the values of a field, which stand in one column or several."""
        column = places[0].column
        if len(column.attributes) > 1:
            return self.inner(attribute, places)
        if column.localised:
            return self.texts(places, self.defaults[attribute])
        return self.meanings.of(places[0].at, column.shape, self.defaults[attribute])

    def texts(self, places: Sequence[Place], default: Any) -> Values:
        """Give texts, of which each language has a column."""
        places = sorted(places, key=lambda each: each.language)
        tags = [str(each.language) for each in places]
        if self.languages - set(tags) or not all(map(_PLAIN_TAG.fullmatch, tags)):
            raise Doubt
        said = [self.table.texts(each.at) for each in places]
        single = len(said) == 1
        keys: Sequence[Any] = said[0] if single else list(zip(*said, strict=True))
        known: dict[Any, Any] = dict.fromkeys(keys, default)
        spoken = [each for each in known if each and (single or any(each))]
        if len(spoken) < len(known) and default is MISSING:
            raise Doubt
        values = _one_language(tags[0], spoken) if single else self._several(tags, spoken)
        known.update(zip(spoken, made(Text, len(spoken), {"values": values}), strict=True))
        return list(map(known.__getitem__, keys))

    def _several(self, tags: Sequence[str], spoken: Sequence[Sequence[str]]) -> Iterable[Any]:
        for texts in spoken:
            said = tuple((tag, text) for tag, text in zip(tags, texts, strict=True) if text)
            if self.languages - {tag for tag, _ in said}:
                raise Doubt
            yield said

    def inner(self, attribute: str, places: Sequence[Place]) -> Values:
        """Give things inside the things, each made of several cells of a row."""
        if any(each.column.localised for each in places):
            raise Doubt
        columns = [self.meanings.of(each.at, each.column.shape, ABSENT) for each in places]
        first: dict[int, int] = {}
        for place, values in zip(reversed(places), reversed(columns), strict=True):
            first |= {row: place.at + 1 for row, each in enumerate(values) if each is not ABSENT}
        default = self.defaults[attribute]
        if default is MISSING and len(first) < len(self.lines):
            raise Doubt
        found = [default] * len(self.lines)
        names = [each.column.attributes[-1] for each in places]
        things = self._of_rows(first, self.shapes[attribute].cls, zip(names, columns, strict=True))
        for row, thing in zip(first, things, strict=True):
            found[row] = thing
        return found

    def _of_rows(
        self, first: Mapping[int, int], cls: type[Any], columns: Iterable[tuple[str, Values]]
    ) -> list[Any]:
        """Make things of some rows, each of which begins in a column counted from 1."""
        blank = defaults(cls)
        given = {
            name: _without_gaps([values[row] for row in first], blank[name])
            for name, values in columns
        }
        where = self._places([self.lines[row] for row in first], first.values())
        return made(cls, len(first), {**given, "where": where})


def _one_language(tag: str, texts: Sequence[str]) -> Iterable[tuple[tuple[str, str], ...]]:
    return zip(zip(repeat(tag), texts, strict=False))


def _without_gaps(values: Values, default: Any) -> Values:
    found = [default if each is ABSENT else each for each in values]
    if default is MISSING and any(each is MISSING for each in found):
        raise Doubt
    return found
