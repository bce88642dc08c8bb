"""What somebody else changed, and what we changed, put together: a merge of three catalogues.

The base is what was imported last, theirs what the same source says now, ours what the project
says. What both changed stays as we have it, and is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from textwrap import shorten
from typing import Any, Literal, NamedTuple

from curriculum_map.model import COLLECTIONS, Catalogue, Text, by_id
from curriculum_map.model.declare import Placed
from curriculum_map.problems import Problem, Where

What = Literal["added", "changed", "gone", "both"]
Sides = tuple[Mapping[Any, Any], Mapping[Any, Any], Mapping[Any, Any]]
"""What stands behind each key in base, in ours and in theirs."""

_NOTHING: Any = object()
_KEYS = ("id", "competency", "scheme", "origin", "target", "level")


class Change(NamedTuple):
    """One thing that the source says otherwise than it did.

    Attributes:
        what: `added` and `changed` are in the merge; `gone` stands no longer in the source and is
            kept; `both` was changed here too, and ours is kept.
        kind: What sort of thing it is, such as `competency`.
        name: Its id.
        path: What of it changed, such as `title/en`; empty for the thing as a whole.
        old: What it was, in ours where it is `both`; empty if it was not there.
        new: What it is in the source now; empty if it is not there.
        where: Where ours stands; `None` for what is added.
    """

    what: What
    kind: str
    name: str
    path: str
    old: str
    new: str
    where: Where | None

    def __str__(self) -> str:
        """Give the line that tells of it; long texts are shortened."""
        thing = f'{self.kind} "{self.name}"'
        if self.what == "added":
            return f"added: {thing}, {_short(self.new)}"
        if self.what == "gone":
            return f"gone from the source, kept here: {thing}, {_short(self.old)}"
        at = f"{thing}, {self.path}" if self.path else thing
        return f"{self.what}: {at}: {_short(self.old)} → {_short(self.new)}"

    def problem(self) -> Problem:
        """Make a warning of what both sides changed, with the whole of both texts."""
        of = f"{self.path} of the {self.kind}" if self.path else self.kind
        message = (
            f'The {of} "{self.name}" was changed here and in the source. Kept is '
            f"{_quoted(self.old)}; the source says {_quoted(self.new)}."
        )
        return Problem(self.where or Where(""), "changed-twice", message, "warning")


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge.

    Attributes:
        catalogue: Ours, with what changed in the source.
        changes: What that is, sorted by collection and id.
    """

    catalogue: Catalogue
    changes: tuple[Change, ...]


def merge(base: Catalogue, ours: Catalogue, theirs: Catalogue) -> Merged:
    """Put into ours what changed from base to theirs.

    Nothing that only we have is lost: a thing that is gone from theirs is kept. What we deleted
    stays deleted. Settings are ours.
    """
    merged: dict[str, Any] = {}
    changes: list[Change] = []
    for collection, of in COLLECTIONS.items():
        three = [getattr(each, collection) for each in (base, ours, theirs)]
        found = dict(three[1])
        for name in sorted({*three[0], *three[2]}):
            before, own, now = (each.get(name, _NOTHING) for each in three)
            merger = _Merger(of.kind, name, own.where if own is not _NOTHING else None)
            result = merger.thing(before, own, now)
            changes += merger.changes
            if result is not _NOTHING:
                found[name] = result
        merged[collection] = by_id(found)
    return Merged(replace(ours, **merged), tuple(changes))


@dataclass(slots=True)
class _Merger:
    """Merges one thing, and remembers what changed in it."""

    kind: str
    name: str
    where: Where | None
    changes: list[Change] = field(default_factory=list)

    def thing(self, base: Any, ours: Any, theirs: Any) -> Any:
        """Merge a thing that may be missing on any side."""
        if theirs is _NOTHING:
            if base is not _NOTHING and ours is not _NOTHING:
                self._tell("gone", "", ours.title, _NOTHING)
            return ours
        if ours is not _NOTHING:
            return self.value(base, ours, theirs, "")
        if base is _NOTHING:
            self._tell("added", "", _NOTHING, theirs.title)
            return theirs
        if base != theirs:
            self._tell("both", "", _NOTHING, theirs.title)
        return _NOTHING

    def value(self, base: Any, ours: Any, theirs: Any, path: str) -> Any:
        """Merge two values that differ from base in ways that may go together."""
        if ours in (theirs, _NOTHING) or theirs == base:
            return ours
        if isinstance(ours, Placed) and type(ours) is type(theirs):
            return self._fields(base, ours, theirs, path)
        if isinstance(ours, Text) and isinstance(theirs, Text):
            return self._texts(base, ours, theirs, path)
        if isinstance(ours, tuple) and isinstance(theirs, tuple) and _are_apart(base, ours, theirs):
            return self._items(base, ours, theirs, path)
        if ours == base:
            self._tell("changed", path, ours, theirs)
            return theirs
        self._tell("both", path, ours, theirs)
        return ours

    def _fields(self, base: Any, ours: Any, theirs: Any, path: str) -> Any:
        given = {}
        is_there = type(base) is type(ours)
        for each in fields(ours):
            if each.compare:
                own, now = getattr(ours, each.name), getattr(theirs, each.name)
                before = getattr(base, each.name) if is_there else _empty(each)
                given[each.name] = self.value(before, own, now, _below(path, each.name))
        return replace(ours, **given)

    def _texts(self, base: Any, ours: Text, theirs: Text, path: str) -> Text:
        before = {} if base is _NOTHING else dict(base.values)
        sides = (before, dict(ours.values), dict(theirs.values))
        found = {tag: self._behind(tag, sides, path) for tag in {*sides[1], *sides[2]}}
        return Text(tuple(sorted((tag, words) for tag, words in found.items() if words)))

    def _items(self, base: Any, ours: Any, theirs: Any, path: str) -> tuple[Any, ...]:
        """Merge lists item by item; in our order, what is new behind what it follows in theirs."""
        before = {} if base is _NOTHING else _keyed(base)
        sides = (before, _keyed(ours), _keyed(theirs))
        order = list(sides[2]) if ours == base else _in_order(list(sides[1]), list(sides[2]))
        gone = [key for key in sides[1] if key not in order]
        found = [self._behind(key, sides, path) for key in [*order, *gone]]
        return tuple(each for each in found if each != "")

    def _behind(self, key: Any, sides: Sides, path: str) -> Any:
        """Merge what stands behind a key; empty if nothing does in the end."""
        base, ours, theirs = (each.get(key, "") for each in sides)
        path = _below(path, str(key) if isinstance(key, str | int) else "")
        if theirs in (ours, base):
            return ours
        if ours and theirs and isinstance(ours, Placed):
            return self.value(base or _NOTHING, ours, theirs, path)
        self._tell("changed" if ours == base else "both", path, ours, theirs)
        return theirs if ours == base else ours

    def _tell(self, what: What, path: str, old: Any, new: Any) -> None:
        texts = (_said(old), _said(new))
        self.changes.append(Change(what, self.kind, self.name, path, *texts, self.where))


def _are_apart(*sides: Any) -> bool:
    """Tell whether the items of each list can be told from each other."""
    given = [each for each in sides if each is not _NOTHING]
    return all(len(_keyed(each)) == len(each) for each in given)


def _keyed(items: tuple[Any, ...]) -> dict[Any, Any]:
    return {_key(each): each for each in items}


def _key(item: Any) -> Any:
    """Give what tells an item from others of its list, whatever else is said of it."""
    name = next((each for each in _KEYS if hasattr(item, each)), "")
    return getattr(item, name) if isinstance(item, Placed) and name else item


def _in_order(ours: list[Any], theirs: list[Any]) -> list[Any]:
    order = list(ours)
    for number, key in enumerate(theirs):
        if key not in order:
            before = theirs[number - 1] if number else _NOTHING
            order.insert(order.index(before) + 1 if before in order else 0, key)
    return order


def _empty(of: Field[Any]) -> Any:
    """Give the value of a field that says nothing, if there is one."""
    if of.default_factory is not MISSING:
        return of.default_factory()
    return _NOTHING if of.default is MISSING else of.default


def _below(path: str, name: str) -> str:
    return f"{path}/{name}".strip("/")


def _said(value: Any) -> str:
    """Put a value into words, for a person who compares two."""
    if value is _NOTHING:
        return ""
    if isinstance(value, Text):
        return " / ".join(words for _, words in value.values)
    if isinstance(value, tuple):
        return ", ".join(map(_said, value))
    if isinstance(value, Placed):
        named = next((each for each in ("title", "text", *_KEYS) if hasattr(value, each)), "")
        return _said(getattr(value, named)) if named else str(value)
    return str(value)


def _quoted(words: str) -> str:
    return f'"{words}"' if words else "nothing"


def _short(words: str) -> str:
    return _quoted(shorten(words, 72, placeholder="…"))
