"""The same catalogue under other names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, get_args, get_type_hints

from curriculum_map.model import COLLECTIONS, Catalogue, LevelRef, Unit, by_id
from curriculum_map.model.declare import Ref

Names = Mapping[str, Mapping[str, str]]
"""Kind, such as `unit`, to old id to new id. Of outcomes `unit/outcome`, the unit under its old
name, to the new id of the outcome alone. What keeps its name is left out."""


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
    if isinstance(thing, Unit) and names.get("outcome"):
        new = replace(new, outcomes=tuple(_outcomes(thing.id, new, names["outcome"])))
    return replace(new, id=names.get(thing.kind, {}).get(thing.id, thing.id))


def _outcomes(unit: str, new: Unit, names: Mapping[str, str]) -> Iterator[Any]:
    for outcome in new.outcomes:
        yield replace(outcome, id=names.get(f"{unit}/{outcome.id}", outcome.id))


def _mentioning(value: Any, names: Names) -> Any:
    if isinstance(value, LevelRef):
        scales = names.get("scale", {})
        return value._replace(scale=scales.get(value.scale, value.scale))
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_mentioning(each, names) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    kinds = references(type(value))
    new = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
    return type(value)(**{name: _field(old, kinds.get(name), names) for name, old in new.items()})


def _field(value: Any, kind: str | None, names: Names) -> Any:
    if kind is None:
        return _mentioning(value, names)
    say = _renamer(kind, names)
    return tuple(map(say, value)) if isinstance(value, tuple) else say(value)


def _renamer(kind: str, names: Names) -> Callable[[str], str]:
    known = names.get(kind, {})
    if kind != "outcome":
        return lambda name: known.get(name, name)
    units = names.get("unit", {})

    def outcome(key: str) -> str:
        unit, _, name = key.partition("/")
        return f"{units.get(unit, unit)}/{known.get(key, name)}"

    return outcome


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
