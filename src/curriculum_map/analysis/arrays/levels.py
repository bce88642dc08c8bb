"""Levels by who brings them, and what they guarantee to every student."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from curriculum_map.analysis.arrays.plans import PlanArrays
from curriculum_map.analysis.arrays.tools import Flags, Ints, heads

EVERYBODY = 0
"""Who stands for all units together that every student takes."""


class Levels(NamedTuple):
    """Levels that somebody owns, each brought by somebody.

    Attributes:
        owner: Whose level it is, from 0: a competency of a programme, or a chain.
        taker: Who brings it: 1 more than the number of an elective planned unit, or
            `EVERYBODY`.
        rank: The rank; 0 counts as none.
    """

    owner: Ints
    taker: Ints
    rank: Ints

    def only(self, which: Flags | Ints) -> Levels:
        """Give some of the levels."""
        return Levels(self.owner[which], self.taker[which], self.rank[which])

    def highest(self) -> Levels:
        """Give the highest level above 0 that each taker brings each owner, sorted by both."""
        some = self.only(self.rank > 0)
        if not len(some.owner):
            return some
        width, ranks = int(some.taker.max()) + 1, int(some.rank.max()) + 1
        key = np.sort((some.owner * width + some.taker) * ranks + (ranks - 1 - some.rank))
        both = key // ranks
        first = heads(both)
        both = both[first]
        return Levels(both // width, both % width, ranks - 1 - key[first] % ranks)


def takers(planned: Ints, plans: PlanArrays) -> Ints:
    """Give what stands for planned units in `Levels`."""
    return np.where(plans.compulsory[planned], EVERYBODY, planned + 1)


def guaranteed(levels: Levels, owners: int, plans: PlanArrays) -> Ints:
    """Give the rank that every student gets from each of the owners, whatever they choose."""
    some = levels.highest()
    found = np.zeros(owners, dtype=np.int64)
    everybody = some.taker == EVERYBODY
    found[some.owner[everybody]] = some.rank[everybody]
    chosen = some.only(~everybody)
    return np.maximum(found, _by_groups(chosen, owners, plans)) if len(chosen.owner) else found


def _by_groups(chosen: Levels, owners: int, plans: PlanArrays) -> Ints:
    """Give the rank that elective groups guarantee to each of the owners.

    From the highest rank down the units of a group are weighed. Once they weigh more than can
    be spared, no choice goes without all of them.
    """
    group = plans.group[chosen.taker - 1]
    ranks = int(chosen.rank.max()) + 1
    both = chosen.owner * len(plans.spare) + group
    order = np.argsort(both * ranks + (ranks - 1 - chosen.rank), kind="stable")
    owner, taker, rank = chosen.only(order)
    weight, begins = plans.weight[taker - 1], heads(both[order])
    weighed = np.cumsum(weight)
    before = np.repeat(weighed[begins] - weight[begins], np.diff(begins, append=len(owner)))
    enough = weighed - before > plans.spare[group[order]]
    first = heads(owner)
    found = np.zeros(owners, dtype=np.int64)
    found[owner[first]] = np.maximum.reduceat(np.where(enough, rank, 0), first)
    return found
