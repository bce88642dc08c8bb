"""A catalogue as rows of cells, one table for each kind of thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from curriculum_map.formats.base import Loss
from curriculum_map.formats.references import LevelName
from curriculum_map.formats.requisite_trees import Requisites
from curriculum_map.formats.shapes import Choice, Listed
from curriculum_map.formats.tables import requisites
from curriculum_map.formats.tables.cells import joined
from curriculum_map.formats.tables.kinds import Column, Kind, kinds, settings_kind
from curriculum_map.formats.yaml_nodes import written_number
from curriculum_map.model import Catalogue, LevelRef, Text

Value: TypeAlias = str | float | bool | None

_NOT_IN_FILES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
BLANK = "A cell in which nothing but spaces stands counts as empty."
CHARACTER = "It holds a character that no file may hold; U+FFFD stands in its place."


class Heading(NamedTuple):
    """What stands above a column.

    Attributes:
        text: The heading as it is written.
        column: What stands below it; None for the names of things.
        language: Of a text, the language it is in.
    """

    text: str
    column: Column | None = None
    language: str = ""


class Grid(NamedTuple):
    """A table to be written.

    Attributes:
        kind: The kind of thing it holds.
        headings: In order: what the things belong to, what they are called, what they say.
        rows: As long as the headings; None where nothing stands.
    """

    kind: Kind
    headings: tuple[Heading, ...]
    rows: list[list[Value]]


Named = tuple[tuple[str, ...], Any]
"""The names of what a thing belongs to and its own, and the thing."""


def grids(catalogue: Catalogue) -> tuple[list[Grid], list[Loss]]:
    """Write every table, also those that are empty, and tell what cells cannot hold."""
    writer = _Writer(catalogue)
    found = [writer.grid(settings_kind(), [((), catalogue.settings)])]
    found += [writer.grid(each, list(things(each, catalogue))) for each in kinds()]
    return found, sorted(writer.losses)


def things(kind: Kind, catalogue: Catalogue) -> Iterator[Named]:
    """Give every thing of a kind, in the order of the model."""
    if kind.owner is None:
        for thing in getattr(catalogue, kind.path[0]).values():
            yield (thing.id,), thing
        return
    for names, owner in things(kind.owner, catalogue):
        for thing in getattr(owner, kind.path[-1]):
            yield ((*names, getattr(thing, kind.key)) if kind.key else names), thing


class _Writer:
    """Writes the tables of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.losses: set[Loss] = set()

    def grid(self, kind: Kind, rows: Sequence[Named]) -> Grid:
        """Write a table: the usual columns, and those in which something stands."""
        headings = [each for column in kind.columns for each in self.headings(column, rows)]
        filled = [[*names, *self.cells(headings, names, thing)] for names, thing in rows]
        return Grid(kind, (*map(Heading, kind.names), *headings), filled)

    def headings(self, column: Column, rows: Sequence[Named]) -> Iterator[Heading]:
        """Give the headings of a column: of a text one for each language it is written in."""
        if column.localised:
            ours = self.catalogue.settings.languages
            said = {each for _, thing in rows for each in _value(column, thing).languages}
            for language in dict.fromkeys((*ours, *sorted(said))):
                text = column.heading if language == ours[0] else f"{column.heading} ({language})"
                yield Heading(text, column, language)
        elif not column.extra or any(_says(column, thing) for _, thing in rows):
            yield Heading(column.heading, column)

    def cells(
        self, headings: Sequence[Heading], names: tuple[str, ...], thing: Any
    ) -> Iterator[Value]:
        """Write a row."""
        for heading in headings:
            cell = self.cell(heading, names, thing)
            yield self.checked(cell, heading, names) if isinstance(cell, str) else cell

    def cell(self, heading: Heading, names: tuple[str, ...], thing: Any) -> Value:
        """Write what a thing says in a column."""
        column = heading.column
        assert column
        value = _value(column, thing)
        if isinstance(value, Text):
            return dict(value.values).get(heading.language)
        if value is None or (value == column.default and not isinstance(column.shape, Choice)):
            return None
        if isinstance(column.shape, Requisites):
            return requisites.written(value)
        if isinstance(column.shape, LevelName):
            return self.level(value, thing.competency)
        if isinstance(column.shape, Listed):
            return joined(tuple(_item(each, names) for each in value))
        plain: Value = value
        return plain

    def level(self, level: LevelRef, competency: str) -> str:
        """Write a level; its scale only where it is not that of the competency."""
        at_home = level.scale == self.catalogue.scale_of(competency).id
        return level.level if at_home else str(level)

    def checked(self, text: str, heading: Heading, names: tuple[str, ...]) -> str | None:
        """Give the text as a cell can hold it."""
        name = f"{'/'.join(names)} {heading.text}".strip()
        if text and not text.strip():
            self.losses.add(Loss("blank text", name, BLANK))
        if _NOT_IN_FILES.search(text):
            self.losses.add(Loss("character", name, CHARACTER))
        return _NOT_IN_FILES.sub("\ufffd", text) if text.strip() else None


def _value(column: Column, thing: Any) -> Any:
    """Give what a thing says; None where what it stands in is not there."""
    for attribute in column.attributes:
        thing = getattr(thing, attribute) if thing is not None else None
    return thing


def _says(column: Column, thing: Any) -> bool:
    value = _value(column, thing)
    return value is not None and value != column.default


def _item(value: Any, names: tuple[str, ...]) -> str:
    """Write an item of a list; the name of an outcome of the same unit without the unit."""
    if isinstance(value, str):
        return value.removeprefix(f"{names[0]}/") if names else value
    return written_number(value)
