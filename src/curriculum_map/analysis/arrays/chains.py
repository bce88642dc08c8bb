"""Chains of many competencies with parts: what `chains` does, for many programmes at once."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

import numpy as np

from curriculum_map.analysis.arrays.levels import EVERYBODY, Levels, guaranteed
from curriculum_map.analysis.arrays.plans import PlanArrays
from curriculum_map.analysis.arrays.steps import Step
from curriculum_map.analysis.arrays.tools import (
    Flags,
    Ints,
    distinct,
    firsts,
    heads,
    places,
    starts_of,
    stretches,
)

_MOST = 2**32
"""More than there are chains; two numbers below it fit into one of 64 bits."""


class ChainNames:
    """Numbers for chains, the same in all programmes: first those of one competency alone.

    Several threads may ask at a time; which chain gets which number depends on who asks first.

    Attributes:
        ids: The ids on each chain of several competencies, in the order of their numbers.
    """

    def __init__(self, competencies: Sequence[str]) -> None:
        """Begin with every competency as a chain, called by its number."""
        self._competencies = competencies
        self._links = np.empty(0, dtype=np.int64)
        self._numbers = self._links
        self.ids: list[str] = []
        self._lock = Lock()

    def longer(self, above: Ints, below: Ints) -> Ints:
        """Number the chains from competencies on to chains that have a number."""
        with self._lock:
            return self._numbered(above * _MOST + below)

    def _numbered(self, both: Ints) -> Ints:
        at = places(self._links, both)
        unknown = at == len(self._links)
        if unknown.any():
            self._learn(distinct(both[unknown]))
            at = np.searchsorted(self._links, both)
        numbers: Ints = self._numbers[at]
        return numbers

    def _learn(self, links: Ints) -> None:
        """Number chains that have no number, and keep all of them sorted."""
        alone = len(self._competencies)
        numbers = alone + len(self.ids) + np.arange(len(links))
        for above, below in zip(*(each.tolist() for each in divmod(links, _MOST)), strict=True):
            rest = self._competencies[below] if below < alone else self.ids[below - alone]
            self.ids.append(f"{self._competencies[above]} > {rest}")
        every = np.append(self._links, links)
        order = np.argsort(every)
        self._links = every[order]
        self._numbers = np.append(self._numbers, numbers)[order]


class ChainArrays:
    """The chains of competencies of programmes that can hold a figure down.

    They are found from the parts up. Of two chains of a competency of which one brings nowhere
    more than the other, only this one is kept; of equal ones the first.
    """

    def __init__(self, own: Levels, competency: Ints, names: ChainNames) -> None:
        """Begin with every competency as its own chain.

        Args:
            own: The levels brought on competencies themselves, as `Levels.highest` gives them.
            competency: The competency behind each owner of levels.
            names: What gives chains their numbers.
        """
        count = np.bincount(own.owner, minlength=len(competency))
        self._own = own
        self._own_starts = starts_of(count)
        self._competency = competency
        self._names = names
        self._first, self._count = np.arange(len(competency)), np.ones_like(competency)
        self._levels, self._starts = own, self._own_starts
        self._name = competency

    def add(self, step: Step) -> None:
        """Lead the chains of parts on to their wholes."""
        who, below = stretches(self._first[step.part], self._count[step.part])
        whole = step.who[who]
        levels = self._together(step.whole[whole], below)
        kept = np.flatnonzero(_lowest(levels, whole))
        number = np.full(len(below), -1)
        number[kept] = np.arange(len(kept))
        levels = levels.only(number[levels.owner] >= 0)
        levels = levels._replace(owner=number[levels.owner])
        self._append(step.whole[whole[kept]], below[kept], levels)

    def _together(self, whole: Ints, below: Ints) -> Levels:
        """Give the levels on chains that lead from wholes to chains of their parts."""
        chain, at = stretches(self._starts[below], np.diff(self._starts)[below])
        more, own = stretches(self._own_starts[whole], np.diff(self._own_starts)[whole])
        return Levels(
            np.append(chain, more),
            np.append(self._levels.taker[at], self._own.taker[own]),
            np.append(self._levels.rank[at], self._own.rank[own]),
        ).highest()

    def _append(self, whole: Ints, below: Ints, levels: Levels) -> None:
        first = heads(whole)
        chains = len(self._name)
        self._first[whole[first]] = chains + first
        self._count[whole[first]] = np.diff(first, append=len(whole))
        self._name = np.append(
            self._name, self._names.longer(self._competency[whole], self._name[below])
        )
        count = np.bincount(levels.owner, minlength=len(whole))
        self._starts = np.append(self._starts, self._starts[-1] + starts_of(count)[1:])
        levels = levels._replace(owner=levels.owner + chains)
        self._levels = Levels(*map(np.append, self._levels, levels))

    def lowest(self, owners: Ints, plans: PlanArrays) -> tuple[Ints, Ints]:
        """Give what every student gets on the lowest chain of some owners, and its number."""
        who, chain = stretches(self._first[owners], self._count[owners])
        owner, at = stretches(self._starts[chain], np.diff(self._starts)[chain])
        levels = Levels(owner, self._levels.taker[at], self._levels.rank[at])
        rank = guaranteed(levels, len(chain), plans)
        begins = heads(who)
        least = np.minimum.reduceat(rank, begins)
        return least, self._name[chain[firsts(rank == least[who], begins)]]


def _lowest(levels: Levels, whole: Ints) -> Flags:
    """Tell which chains of wholes are nowhere above another one that is kept."""
    kept = _lowest_alike(levels, whole)
    chains = np.flatnonzero(kept)
    begins = heads(whole[chains])
    count = np.diff(begins, append=len(chains))
    several = np.repeat(count, count) > 1
    of = np.repeat(np.arange(len(begins)), count)
    one, other = stretches(begins[of[several]], count[of[several]])
    one, other = chains[several][one], chains[other]
    one, other = one[one != other], other[one != other]
    # Each two chains of a whole stand here both ways round, sorted by both.
    below = _nowhere_above(levels, len(whole), one, other)
    above = _nowhere_above(levels, len(whole), other, one)
    kept[one[above & (~below | (other < one))]] = False
    return kept


def _lowest_alike(levels: Levels, whole: Ints) -> Flags:
    """Keep one of the chains that bring the same to every student: the first of the lowest.

    Where nothing at all is brought on it, no other chain is kept.
    """
    everybody = levels.taker == EVERYBODY
    rank = np.zeros(len(whole), dtype=np.int64)
    rank[levels.owner[everybody]] = levels.rank[everybody]
    chosen = np.zeros(len(whole), dtype=bool)
    chosen[levels.owner[~everybody]] = True
    alike = np.where(chosen, np.iinfo(np.int64).max, rank)
    begins = heads(whole)
    least = np.minimum.reduceat(alike, begins)[whole]
    kept = chosen & (least > 0)
    kept[firsts(alike == least, begins)] = True
    return kept


def _nowhere_above(levels: Levels, chains: int, one: Ints, other: Ints) -> Flags:
    """Tell for each two chains whether nobody brings more on the one than on the other."""
    if not len(levels.owner):
        return np.ones(len(one), dtype=bool)
    width = int(levels.taker.max()) + 1
    count = np.bincount(levels.owner, minlength=chains)
    two, at = stretches(starts_of(count)[one], count[one])
    found = places(levels.owner * width + levels.taker, other[two] * width + levels.taker[at])
    above = levels.rank[at] > np.append(levels.rank, 0)[found]
    fits: Flags = np.bincount(two, above, len(one)) == 0
    return fits
