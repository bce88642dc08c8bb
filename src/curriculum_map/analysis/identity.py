"""What goes by another id in a later version of a catalogue, told by what it says and links to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple

from curriculum_map.analysis.renaming import references, renamed_thing
from curriculum_map.model import COLLECTIONS, Catalogue, LevelRef, Outcome, Text, Unit

SURE_ENOUGH = 0.75
"""How alike two things must be at least to count as one thing with a new id."""

TITLE_ALONE = 0.9
"""How alike titles must be at least where nothing else is said on either side."""

HALF = 50
"""Likeness in per cent below which texts rule out that two things are the same."""

_WEIGHTS = (1, 2, 1)
"""What the title, the other words and the links count."""

_LINKED_FIRST = tuple(sorted(COLLECTIONS, key=lambda each: each == "programmes"))
"""The collections in an order in which things come before what links to them."""

_WORDS = frozenset({"code", "quote", "note", "evidence"})
"""Fields with words of an author that are plain text."""


class Rename(NamedTuple):
    """A thing that goes by another id.

    Attributes:
        kind: What it is, such as `unit`; `outcome` for one of a unit.
        old: Its old id; of an outcome `unit/outcome`.
        new: Its new one.
        sure: How alike the two are, up to 1.0, which means that they say the same.
    """

    kind: str
    old: str
    new: str
    sure: float


class _Traits(NamedTuple):
    """What a thing says and links to, its own id left out."""

    title: str
    words: str
    links: frozenset[tuple[str, ...]]


def renames(old: Catalogue, new: Catalogue) -> list[Rename]:
    """Find the things that only one of two catalogues has and that are the same thing.

    Only things of a kind are compared: by title, by their other words, and by what they link
    to, as it is called in `new`. The most similar pair counts first; nothing is paired twice.
    What keeps its id is taken for the same thing, whatever else has changed.

    Returns:
        Kind after kind, outcomes last; each sorted by old id.
    """
    found: list[Rename] = []
    names: dict[str, dict[str, str]] = {}
    for collection in _LINKED_FIRST:
        of = COLLECTIONS[collection]
        gone, fresh = _only(getattr(old, collection), getattr(new, collection))
        moved = {name: renamed_thing(thing, names) for name, thing in gone.items()}
        pairs = list(_pairs(of.kind, _traits_of(moved), _traits_of(fresh)))
        names[of.kind] = {each.old: each.new for each in pairs}
        found += pairs
    return found + list(_outcomes(old, new, names))


def names_of(found: Iterable[Rename]) -> Mapping[str, Mapping[str, str]]:
    """Give renames as `renamed` takes them."""
    names: dict[str, dict[str, str]] = {}
    for each in found:
        short = each.new.partition("/")[2] if each.kind == "outcome" else each.new
        names.setdefault(each.kind, {})[each.old] = short
    return names


def _only(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    gone = {name: thing for name, thing in old.items() if name not in new}
    return gone, {name: thing for name, thing in new.items() if name not in old}


def _outcomes(
    old: Catalogue, new: Catalogue, names: Mapping[str, Mapping[str, str]]
) -> Iterator[Rename]:
    for unit in old.units.values():
        after = new.units.get(names["unit"].get(unit.id, unit.id))
        if not after:
            continue
        gone, fresh = _only(_by_key(unit), _by_key(after))
        if not gone or not fresh:
            continue
        moved: Unit = renamed_thing(unit, names)
        of = dict(zip(_by_key(unit), moved.outcomes, strict=True))
        befores = {f"{unit.id}/{name}": of[name] for name in gone}
        afters = {f"{after.id}/{name}": outcome for name, outcome in fresh.items()}
        yield from _pairs("outcome", _traits_of(befores), _traits_of(afters))


def _by_key(unit: Unit) -> dict[str, Outcome]:
    return {each.id: each for each in unit.outcomes}


def _traits_of(things: Mapping[str, Any]) -> dict[str, _Traits]:
    return {name: _traits(thing) for name, thing in things.items()}


def _traits(thing: Any) -> _Traits:
    name = "text" if isinstance(thing, Outcome) else "title"
    title = " ".join(said for _, said in getattr(thing, name).values)
    parts = [(f.name, getattr(thing, f.name)) for f in fields(thing) if f.name not in ("id", name)]
    leaves = [leaf for at, value in parts for leaf in _leaves(thing, at, value)]
    own = ("outcome", getattr(thing, "kind", "outcome"))
    words = " ".join(said for kind, _, said in leaves if not kind)
    return _Traits(title, words, frozenset(leaf for leaf in leaves if leaf[0] not in ("", *own)))


def _leaves(holder: Any, name: str, value: Any) -> Iterator[tuple[str, str, str]]:
    """Give kind, field and value of everything inside; words have no kind."""
    kind = references(holder.__class__).get(name, "")
    if kind in ("source", "institution", "framework", "area"):
        return  # Too many things share these for them to tell anything.
    if isinstance(value, Text):
        yield from (("", name, said) for _, said in value.values)
    elif isinstance(value, LevelRef):
        yield "competency", name, f"{holder.competency} {value}"
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        for each in value:
            yield from _leaves(holder, name, each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _leaves(value, each.name, getattr(value, each.name))
    elif isinstance(value, str) and value and (kind or name in _WORDS):
        yield kind, name, value


def _pairs(kind: str, gone: Mapping[str, _Traits], fresh: Mapping[str, _Traits]) -> list[Rename]:
    same = dict(_same(gone, fresh))
    left = {name: traits for name, traits in gone.items() if name not in same}
    open_to = {name: each for name, each in fresh.items() if name not in set(same.values())}
    found = [Rename(kind, before, after, 1.0) for before, after in same.items()]
    for sure, before, after in sorted(_alike(left, open_to)):
        if before in left and after in open_to:
            del left[before], open_to[after]
            found.append(Rename(kind, before, after, round(-sure, 2)))
    return sorted(found)


def _same(gone: Mapping[str, _Traits], fresh: Mapping[str, _Traits]) -> Iterator[tuple[str, str]]:
    """Pair what says the same, in the order of ids, without comparing each with all."""
    waiting: dict[_Traits, list[str]] = {}
    for name in sorted(fresh, reverse=True):
        waiting.setdefault(fresh[name], []).append(name)
    for name in sorted(gone):
        if waiting.get(gone[name]):
            yield name, waiting[gone[name]].pop()


def _alike(
    gone: Mapping[str, _Traits], fresh: Mapping[str, _Traits]
) -> Iterator[tuple[float, str, str]]:
    """Give pairs that are alike enough, with the negative of how alike they are."""
    words = {name: traits.words for name, traits in fresh.items() if traits.words}
    titles = {name: traits.title for name, traits in fresh.items() if not traits.words}
    for before, one in gone.items():
        for after in _near(one, words if one.words else titles):
            other = fresh[after]
            more = one.words or other.words or one.links or other.links
            sure = _likeness(one, other)
            if sure >= (SURE_ENOUGH if more else TITLE_ALONE):
                yield -sure, before, after


def _near(one: _Traits, others: Mapping[str, str]) -> Iterator[str]:
    """Name the things whose words, or titles without other words, could be alike enough.

    As the rest counts no more than they do, what differs in more than half of them cannot be.
    """
    from rapidfuzz import fuzz, process

    near = process.extract_iter(
        one.words or one.title, others, scorer=fuzz.ratio, score_cutoff=HALF
    )
    yield from (name for _, _, name in near)


def _likeness(one: _Traits, other: _Traits) -> float:
    """Say how alike two things are, from 0 to 1; what neither has does not count."""
    parts: Sequence[tuple[float, bool]] = (
        (_ratio(one.title, other.title), True),
        (_ratio(one.words, other.words), bool(one.words or other.words)),
        (_shared(one.links, other.links), bool(one.links or other.links)),
    )
    weighed = [(w, alike) for w, (alike, counts) in zip(_WEIGHTS, parts, strict=True) if counts]
    return sum(w * alike for w, alike in weighed) / sum(w for w, _ in weighed)


def _ratio(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    return float(fuzz.ratio(one, other)) / 100


def _shared(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    either = one | other
    return len(one & other) / len(either) if either else 1.0
