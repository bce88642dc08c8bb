"""The same catalogue under other names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any, get_args, get_type_hints

from curriculum_map.model import COLLECTIONS, Catalogue, LevelRef, Text, Unit, by_id
from curriculum_map.model.declare import Ref

Names = Mapping[str, Mapping[str, str]]
"""Kind, such as `unit`, to old id to new id. Of outcomes `unit/outcome`, the unit under its old
name, to the new id of the outcome alone. What keeps its name is left out."""


_WITHOUT_IDS = (str, int, float, Text)


def renamed(catalogue: Catalogue, names: Names) -> Catalogue:
    """Give a catalogue in which things go by new ids, wherever they are mentioned.

    Args:
        catalogue: A checked catalogue; it stays as it is.
        names: The new ids; no two things of a kind may come to share one.
    """
    if not any(names.values()):
        return catalogue
    found = {name: list(getattr(catalogue, name).values()) for name in COLLECTIONS}
    things: dict[str, Any] = {
        name: by_id({(new := renamed_thing(thing, names)).id: new for thing in found[name]})
        for name in COLLECTIONS
    }
    return replace(catalogue, **things)


def renamed_thing(thing: Any, names: Names) -> Any:
    """Give one thing of a catalogue under its new id, with the new ids of what it mentions."""
    new = _mentioning(thing, names)
    outcomes = names.get("outcome", {})
    if isinstance(thing, Unit) and any(
        f"{thing.id}/{each.id}" in outcomes for each in new.outcomes
    ):
        new = replace(new, outcomes=tuple(_outcomes(thing.id, new, outcomes)))
    name = names.get(thing.kind, {}).get(thing.id)
    return replace(new, id=name) if name else new


def _outcomes(unit: str, new: Unit, names: Mapping[str, str]) -> Iterator[Any]:
    for outcome in new.outcomes:
        yield replace(outcome, id=names.get(f"{unit}/{outcome.id}", outcome.id))


def _mentioning(value: Any, names: Names) -> Any:
    """Give a value with new ids inside; the same object where nothing in it is renamed."""
    if value is None or isinstance(value, _WITHOUT_IDS):
        return value
    if isinstance(value, LevelRef):
        scale = names.get("scale", {}).get(value.scale)
        return value._replace(scale=scale) if scale else value
    if isinstance(value, tuple):
        return _as_it_was(value, tuple(_mentioning(each, names) for each in value))
    kinds = references(value.__class__)
    found = {name: getattr(value, name) for name in _fields(value.__class__)}
    new = {name: _field(old, kinds.get(name), names) for name, old in found.items()}
    other = {name: each for name, each in new.items() if each is not found[name]}
    return replace(value, **other) if other else value


def _as_it_was(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    return old if all(a is b for a, b in zip(old, new, strict=True)) else new


def _field(value: Any, kind: str | None, names: Names) -> Any:
    if kind is None or not value:
        return _mentioning(value, names)
    say = _renamer(kind, names)
    if isinstance(value, tuple):
        return _as_it_was(value, tuple(map(say, value)))
    return say(value)


def _renamer(kind: str, names: Names) -> Callable[[str], str]:
    known = names.get(kind, {})
    if kind != "outcome":
        return lambda name: known.get(name, name)
    units = names.get("unit", {})

    def outcome(key: str) -> str:
        unit, _, name = key.partition("/")
        renamed = unit in units or key in known
        return f"{units.get(unit, unit)}/{known.get(key, name)}" if renamed else key

    return outcome


@cache
def _fields(of: type[Any]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(of) if each.name != "where")


@cache
def references(of: type[Any]) -> Mapping[str, str]:
    """Give the fields of a class of the model that hold ids, and of what kind of thing."""
    hints = get_type_hints(of, include_extras=True)
    found = ((name, next(_kinds(hint), "")) for name, hint in hints.items())
    return {name: kind for name, kind in found if kind}


def _kinds(hint: Any) -> Iterator[str]:
    for inside in get_args(hint):
        if isinstance(inside, Ref):
            yield inside.kind
        else:
            yield from _kinds(inside)
