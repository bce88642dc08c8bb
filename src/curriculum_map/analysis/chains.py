"""Competencies with parts: the chains from the whole down that hold a figure down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from curriculum_map.analysis.contents import Contents
from curriculum_map.analysis.plan import NO_LEVELS, Levels


class Chain(NamedTuple):
    """A way from a competency down to a part that has no parts.

    Attributes:
        ids: The competencies on it, the whole first.
        levels: What each unit brings on it: its highest level on any of them.
    """

    ids: tuple[str, ...]
    levels: Levels


class Chains:
    """The chains of competencies that matter, given what is brought.

    A chain on which every unit brings at least as much as on another one never holds a
    figure down alone, so only one of the two is kept. Without electives one chain remains;
    with them at most as many as there are ways to be lowest.
    """

    def __init__(self, index: Contents, brought: Mapping[str, Levels]) -> None:
        """Prepare for the levels brought on each competency itself."""
        self._index, self._brought = index, brought
        self._lowest: dict[str, tuple[Chain, ...]] = {}

    def of(self, competency: str) -> tuple[Chain, ...]:
        """Give the chains of a competency that can hold a figure down, at least one.

        A competency without parts is its own single chain.
        """
        if competency not in self._lowest:
            for each in reversed(self._index.narrower(competency)):
                self._lowest.setdefault(each, self._from_parts(each))
        return self._lowest[competency]

    def _from_parts(self, competency: str) -> tuple[Chain, ...]:
        own = self._brought.get(competency, NO_LEVELS)
        parts = self._index.catalogue.competencies[competency].parts
        if not parts:
            return (Chain((competency,), own),)
        below = (chain for part in parts for chain in self._lowest[part])
        kept: list[Chain] = []
        for ids, levels in below:
            chain = Chain((competency, *ids), _highest(own, levels))
            if not any(_nowhere_above(other.levels, chain.levels) for other in kept):
                kept = [k for k in kept if not _nowhere_above(chain.levels, k.levels)] + [chain]
        return tuple(kept)


def _highest(one: Levels, other: Levels) -> Levels:
    if not one or not other:
        return one or other
    return {who: max(one.get(who, 0), other.get(who, 0)) for who in {**one, **other}}


def _nowhere_above(one: Levels, other: Levels) -> bool:
    return all(rank <= other.get(who, 0) for who, rank in one.items())
