"""Whether a project has what a matrix names: by id, else by title; and ids for what is new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from curriculum_map.formats.made_ids import id_of, id_of_words
from curriculum_map.formats.matrix.heads import Head
from curriculum_map.model.declare import Named

NEAR = 85
"""How alike titles are that may mean the same, 100 being equal."""


class Match(NamedTuple):
    """What a heading means.

    Attributes:
        id: The id of something of the project, or the one that something new gets.
        known: Whether the project has it.
        others: If a title is that of several things, their ids.
        near: The id of something with a title much like it; empty if there is none.
    """

    id: str
    known: bool
    others: tuple[str, ...] = ()
    near: str = ""


class Matcher:
    """Finds things of one kind in a project."""

    def __init__(self, things: Mapping[str, Named], among: Collection[str], owner: str) -> None:
        """Learn what there is.

        Args:
            things: Everything of the kind, by id.
            among: The ids of those that are known by title, too.
            owner: What is added to the id of something new if it is taken.
        """
        self._ids, self._owner = things.keys(), owner
        self._by_title: Mapping[str, set[str]] = defaultdict(set)
        for name in among:
            for _, title in things[name].title.values:
                self._by_title[folded(title)].add(name)

    def match(self, head: Head) -> Match:
        """Tell what a heading means."""
        if head.id in self._ids:
            return Match(head.id, known=True)
        titled = sorted(self._by_title.get(folded(head.title), ())) if head.title else []
        if titled:
            return Match(titled[0], known=True, others=tuple(titled) if titled[1:] else ())
        new = id_of_head(head)
        new = f"{new}-{self._owner}" if new in self._ids else new
        return Match(new, known=False, near=self._near(head.title))

    def _near(self, title: str) -> str:
        from rapidfuzz import fuzz, process

        near = process.extractOne(
            folded(title), self._by_title.keys(), scorer=fuzz.ratio, score_cutoff=NEAR
        )
        return min(self._by_title[near[0]]) if near else ""


def id_of_head(head: Head) -> str:
    """Make an id of what was typed: the id or code if it is one, else of what there is in words."""
    typed = head.id or head.code
    return id_of(typed) if typed else id_of_words(head.title)


def folded(title: str) -> str:
    """Give a title without the differences that do not count: case and space."""
    return " ".join(title.casefold().split())


def repeated(heads: Iterable[tuple[Head, Match]]) -> Iterable[tuple[Head, Head, str]]:
    """Give the headings of one sheet that mean the same as one before, with that and the id."""
    first: dict[str, Head] = {}
    for head, match in heads:
        former = first.setdefault(match.id.lower(), head)
        if former is not head:
            yield head, former, match.id
