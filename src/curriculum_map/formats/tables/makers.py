"""Things of the model, made of the rows of one table in which nothing is wrong."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from itertools import repeat
from operator import call
from typing import Any, NamedTuple

from curriculum_map.formats.references import LevelName, Reference
from curriculum_map.formats.scope import Scope
from curriculum_map.formats.shapes import ABSENT, Listed, Pattern, Shape, Words
from curriculum_map.formats.sheet import Sheet
from curriculum_map.formats.tables.cells import Unclear, cell
from curriculum_map.formats.tables.headings import Headings
from curriculum_map.formats.tables.kinds import Column, Kind
from curriculum_map.formats.tables.read import node_of
from curriculum_map.model import Settings, Text
from curriculum_map.problems import Where

_PLAIN_TAG = re.compile(r"[a-z]{2,3}")
MEMORY = 50_000
"""Texts of a column whose meaning is kept."""
OWNER = " owner"
"""Says that the meaning of a text depends on what the row belongs to."""

Id = tuple[str, ...]
Row = Sequence[str]


class Doubt(Exception):
    """Something is unusual; it takes the other way of reading to say what."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with its headings, the rows in which something stands, and what each is about."""

    sheet: Sheet
    kind: Kind
    heads: Headings
    rows: Sequence[tuple[int, Row]]
    names: Sequence[Id]

    def column(self, heading: str) -> Iterator[str]:
        """Give the texts of a column; empty ones where it is missing."""
        places = [each.at for each in self.heads.places if each.column.heading == heading]
        for _, row in self.rows:
            yield row[places[0]].strip() if places else ""


class Meaning:
    """What the texts of a column mean: worked out once for each text and what it depends on."""

    __slots__ = ("at", "attribute", "beside", "fits", "known", "scope", "shape", "sheet")

    def __init__(self, at: int, attribute: str, shape: Shape, table: Table, scope: Scope) -> None:
        self.at, self.attribute, self.shape = at, attribute, shape
        self.sheet, self.scope = table.sheet, scope
        self.known: dict[Any, Any] = {}
        self.beside = _depends_on(shape)
        # Ids and addresses are all different, so that nothing is gained by remembering them.
        form = re.compile(shape.form.pattern) if isinstance(shape, Pattern) else None
        self.fits = form.fullmatch if form else None

    def of(self, text: str, given: Mapping[str, Any], owner: str) -> Any:
        """Give the value; `ABSENT` for a cell in which only spaces stand."""
        if self.fits and self.fits(text):
            return text
        if not self.beside:
            key: Any = text
        else:
            key = (text, owner if self.beside == OWNER else given.get(self.beside))
        value = self.known.get(key)
        if value is None:
            value = self._read(text, given, owner)
            if len(self.known) < MEMORY:
                self.known[key] = value
        return value

    def _read(self, text: str, given: Mapping[str, Any], owner: str) -> Any:
        if text.isspace():
            return ABSENT
        scope = self.scope
        scope.beside, scope.owner = given, owner
        try:
            value = self.shape.read(node_of(self.shape, cell(text, self.sheet, 0, self.at)), scope)
        except Unclear:
            raise Doubt from None
        if value is ABSENT or scope.problems:
            raise Doubt
        return value


def _depends_on(shape: Shape) -> str:
    """Give the field beside it that the meaning of a text depends on."""
    if isinstance(shape, Listed):
        return _depends_on(shape.item)
    if isinstance(shape, LevelName):
        return "competency"
    kind = shape.kind if isinstance(shape, Reference) else ""
    return {"area": "framework", "outcome": OWNER}.get(kind, "")


class New:
    """Makes things of one class, of values for all its fields.

    Attributes:
        blank: The value of each field where nothing is said, in the order they are declared;
            `MISSING` where something must be.
    """

    __slots__ = ("blank", "cls", "needed", "setters")

    def __init__(self, cls: type[Any]) -> None:
        self.cls = cls
        self.blank: dict[str, Any] = {each.name: each.default for each in fields(cls)}
        self.needed = [name for name, value in self.blank.items() if value is MISSING]
        # Frozen classes set each field by name; their slots take a value three times as fast.
        self.setters = [getattr(cls, name).__set__ for name in self.blank]

    def thing(self, given: dict[str, Any]) -> Any:
        """Make a thing of `blank` with values put into it."""
        for name in self.needed:
            if given[name] is MISSING:
                raise Doubt
        made = object.__new__(self.cls)
        deque(map(call, self.setters, repeat(made), given.values()), 0)
        return made


class Inner(NamedTuple):
    """How a thing inside a thing is made of several cells of a row."""

    new: New
    meanings: list[Meaning]

    def thing(self, row: Row, sheet: Sheet, number: int) -> Any:
        """Make it; None where none of the cells says anything."""
        given = self.new.blank.copy()
        first = -1
        for meaning in self.meanings:
            if text := row[meaning.at]:
                value = meaning.of(text, given, "")
                if value is not ABSENT:
                    given[meaning.attribute] = value
                    first = meaning.at if first < 0 else first
        if first < 0:
            return None
        given["where"] = Where(sheet.file, sheet.lines[number], first + 1, sheet.name)
        return self.new.thing(given)


class Maker:
    """Makes the things of one sheet."""

    def __init__(self, table: Table, scope: Scope, settings: Settings) -> None:
        self.table, self.kind = table, table.kind
        self.new = New(self.kind.record.cls)
        self.shapes: dict[str, Any] = {
            each.attribute: each.shape for each in self.kind.record.fields
        }
        order = list(self.shapes)
        self.words: list[tuple[int, str]] = []
        self.meanings: list[Meaning] = []
        self.inner: dict[str, Inner] = {}
        self.texts: dict[str, list[tuple[int, str]]] = {}
        for each in sorted(table.heads.places, key=lambda p: order.index(p.column.attributes[0])):
            self._place(each.at, each.column, str(each.language), scope)
        self.languages = set(settings.languages)
        if any(self.languages - {tag for _, tag in tags} for tags in self.texts.values()):
            raise Doubt
        # A text that depends on nothing beside it is looked up without a call.
        self.quick = [
            (each.at, each.attribute, {} if each.beside else each.known, each)
            for each in self.meanings
        ]
        self.key = None
        if self.kind.key:
            at = table.heads.names[-1]
            self.key = Meaning(at, self.kind.key, self.shapes[self.kind.key], table, scope)

    def _place(self, at: int, column: Column, language: str, scope: Scope) -> None:
        first, last = column.attributes[0], column.attributes[-1]
        if len(column.attributes) > 1:
            if column.localised:
                raise Doubt
            meaning = Meaning(at, last, column.shape, self.table, scope)
            self.inner.setdefault(first, Inner(New(self.shapes[first].cls), [])).meanings.append(
                meaning
            )
        elif column.localised:
            if not _PLAIN_TAG.fullmatch(language):
                raise Doubt
            self.texts.setdefault(first, []).append((at, language))
            self.texts[first].sort(key=lambda each: each[1])
        elif isinstance(column.shape, Words):
            self.words.append((at, first))
        else:
            self.meanings.append(Meaning(at, first, column.shape, self.table, scope))

    def things(
        self, inside: Mapping[Id, Mapping[Id, list[Any]]], parts: Sequence[Kind]
    ) -> Iterator[tuple[Id, Any]]:
        """Make the thing of each row, with what belongs to it."""
        sheet, at_key = self.table.sheet, self.table.heads.names[-1]
        of_parts = [(part.path[-1], inside[part.path]) for part in parts]
        empty = {part.path[-1] for part in parts} & set(self.new.needed)
        new, blank = self.new, self.new.blank | dict.fromkeys(empty, ())
        for (number, row), names in zip(self.table.rows, self.table.names, strict=True):
            if not all(names):
                raise Doubt
            given = blank.copy()
            given["where"] = Where(sheet.file, sheet.lines[number], at_key + 1, sheet.name)
            if self.key:
                given[self.kind.key] = self.key.of(names[-1], given, names[0])
            self._say(given, row, number, names[0])
            for attribute, found in of_parts:
                if names in found:
                    given[attribute] = tuple(found[names])
            yield names, new.thing(given)

    def _say(self, given: dict[str, Any], row: Row, number: int, owner: str) -> None:
        """Put what stands in the cells of a row where the model has it."""
        for at, attribute in self.words:
            if (text := row[at]) and not text.isspace():
                given[attribute] = text
        for attribute, places in self.texts.items():
            if len(places) == 1 and (text := row[places[0][0]]) and not text.isspace():
                given[attribute] = Text(((places[0][1], text),))
            else:
                self._say_text(given, attribute, [(tag, row[at]) for at, tag in places])
        self._say_meant(given, row, owner)
        for attribute, inner in self.inner.items():
            if thing := inner.thing(row, self.table.sheet, number):
                given[attribute] = thing

    def _say_meant(self, given: dict[str, Any], row: Row, owner: str) -> None:
        for at, attribute, known, meaning in self.quick:
            if text := row[at]:
                value = known.get(text)
                if value is None:
                    value = meaning.of(text, given, owner)
                if value is not ABSENT:
                    given[attribute] = value

    def _say_text(self, given: dict[str, Any], attribute: str, said: list[tuple[str, str]]) -> None:
        said = [(tag, text) for tag, text in said if text and not text.isspace()]
        if said and self.languages - {tag for tag, _ in said}:
            raise Doubt
        if said:
            given[attribute] = Text(tuple(said))
