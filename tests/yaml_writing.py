"""Write a catalogue as YAML in the long forms, from what the model says about its fields."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, get_type_hints

from curriculum_map.model import COLLECTIONS, AllOf, AnyOf, Catalogue, LevelRef, Needs, Text
from curriculum_map.model.declare import Key, KeyedBy


def as_yaml(catalogue: Catalogue) -> str:
    """Write everything but the settings; JSON is YAML, too."""
    collections = {
        name: {thing.id: described(thing, "id") for thing in getattr(catalogue, name).values()}
        for name in COLLECTIONS
    }
    return json.dumps(collections, ensure_ascii=False, indent=1)


def described(thing: Any, key: str = "") -> dict[str, Any]:
    """Write what is said about a thing, without the field that stands as key in front of it."""
    hints = _hints(type(thing))
    said = {}
    for field in fields(thing):
        value = getattr(thing, field.name)
        is_default = field.default is not MISSING and value == field.default
        if field.name not in ("where", key) and not is_default:
            marks = getattr(hints[field.name], "__metadata__", ())
            name = next((mark.name for mark in marks if isinstance(mark, Key)), field.name)
            by = next((mark.field for mark in marks if isinstance(mark, KeyedBy)), "")
            said[name] = spelled(value, by)
    return said


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls, include_extras=True)


def spelled(value: Any, by: str = "") -> Any:
    """Write one value; things that stand behind one of their fields become a map."""
    if isinstance(value, AllOf | AnyOf):
        return {"all" if isinstance(value, AllOf) else "any": [spelled(i) for i in value.items]}
    if isinstance(value, Needs):
        return {value.timing: value.unit}
    if isinstance(value, Text):
        return dict(value.values)
    if isinstance(value, tuple) and not isinstance(value, LevelRef):
        return _several(value, by)
    if isinstance(value, str | int | float | None):
        return value
    return str(value) if isinstance(value, LevelRef) else described(value)


def _several(values: tuple[Any, ...], by: str) -> Any:
    if by:
        return {getattr(each, by): described(each, by) for each in values}
    return [spelled(each) for each in values]
