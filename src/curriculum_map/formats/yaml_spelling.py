"""Things of the model in the words of a file: short forms, and nothing that goes without saying."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from curriculum_map.formats.record import Field, Keyed, record_of
from curriculum_map.formats.yaml_nodes import Block, Lines
from curriculum_map.model import (
    AllOf,
    AnyOf,
    Catalogue,
    LevelRef,
    Needs,
    Outcome,
    Requisite,
    Text,
)
from curriculum_map.model.declare import Named, Placed, Sourced

Said = dict[str, Any]
Heads = Mapping[str, Any]
"""Key to the value that stands for it at the head of what encloses a thing."""


class Spelling:
    """Spells things the way the reader of a project takes them."""

    def __init__(self, catalogue: Catalogue, languages: tuple[str, ...]) -> None:
        """Learn what names mean.

        Args:
            catalogue: Tells on which scale a competency is measured.
            languages: Those of the project that will be read, most important first.
        """
        self._catalogue, self._languages = catalogue, languages

    def named(self, thing: Named, heads: Heads) -> Said:
        """Spell a thing of a catalogue, without its id."""
        return self._said(thing, heads, thing.id, "id")

    def thing(self, thing: Placed) -> Said:
        """Spell a thing that no catalogue holds."""
        return self._said(thing, {}, "")

    def text(self, value: Text) -> str | Said:
        """Spell a text: plain where it is in the project's first language only."""
        if value.languages == self._languages[:1]:
            return value.values[0][1]
        said = dict(value.values)
        order = [each for each in self._languages if each in said]
        return {each: said[each] for each in dict.fromkeys([*order, *said])}

    def _said(self, thing: Any, heads: Heads, owner: str, key: str = "") -> Said:
        said: Said = {}
        cls: type = type(thing)
        for field, default in _fields(cls):
            value = getattr(thing, field.attribute)
            usual = heads.get(field.key, default) if field.inherited else default
            if field.attribute != key and value != usual:
                said[field.key] = self._value(value, field, thing, owner)
        return _shared_first(said) if isinstance(thing, Outcome) else said

    def _value(self, value: Any, field: Field, beside: Any, owner: str) -> Any:
        if isinstance(value, Text):
            return self.text(value)
        if isinstance(value, LevelRef):
            return self._level(value, getattr(beside, "competency", ""))
        if isinstance(value, Needs | AllOf | AnyOf):
            return requisite(value)
        if isinstance(field.shape, Keyed):
            by = field.shape.field
            return Block((getattr(e, by), self._short(e, owner, by)) for e in value)
        if isinstance(value, tuple):
            return self._several(value, owner)
        return self._short(value, owner) if hasattr(value, "where") else value

    def _several(self, values: tuple[Any, ...], owner: str) -> Any:
        if any(hasattr(each, "where") for each in values):
            return Lines(self._short(each, owner) for each in values)
        items = [_local(each, owner) for each in values]
        return items[0] if len(items) == 1 else items

    def _short(self, thing: Any, owner: str, key: str = "") -> Any:
        said = self._said(thing, {}, owner, key)
        short = record_of(type(thing)).short
        alone = said.keys() == {short} and not isinstance(said[short], Mapping)
        return said[short] if alone else said

    def _level(self, level: LevelRef, competency: str) -> str:
        known = self._catalogue.competencies.get(competency)
        framework = self._catalogue.frameworks.get(known.framework) if known else None
        home = framework.scale if framework else ""
        return level.level if level.scale == home else str(level)


def requisite(tree: Requisite) -> Any:
    """Spell what must come before a unit; all of several things is a list."""
    if isinstance(tree, Needs):
        return tree.unit if tree.timing == "pre" else {tree.timing: tree.unit}
    items = [requisite(each) for each in tree.items]
    return items if isinstance(tree, AllOf) else {"any": items}


@cache
def _fields(cls: type) -> tuple[tuple[Field, Any], ...]:
    """Give how the fields of a class are written, and the value each has if it is not.

    Where a fact comes from stands last. A field that must be written has `MISSING` as value.
    """
    defaults = {each.name: each.default for each in fields(cls)}
    common = {each.name for each in fields(Sourced)}
    in_order = sorted(record_of(cls).fields, key=lambda field: field.attribute in common)
    return tuple((field, defaults[field.attribute]) for field in in_order)


def _local(name: Any, owner: str) -> Any:
    """Leave the unit out of the name of an outcome that is its own."""
    return name.removeprefix(f"{owner}/") if isinstance(name, str) else name


def _shared_first(said: Said) -> Said:
    """Say once for an outcome what all its contributions say."""
    made = [each for each in said.get("develops", {}).values() if isinstance(each, dict)]
    if not made or len(made) != len(said["develops"]):
        return said
    passed = record_of(Outcome).passes_on
    shared = {
        key: made[0][key]
        for key in passed
        if key in made[0] and all(each.get(key) == made[0][key] for each in made)
    }
    rest = Block((name, _without(each, shared)) for name, each in said["develops"].items())
    return {**said, **shared, "develops": rest}


def _without(said: Said, keys: Mapping[str, Any]) -> Any:
    left = {key: value for key, value in said.items() if key not in keys}
    return left["level"] if left.keys() == {"level"} else left
