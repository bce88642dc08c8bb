"""What programmes bring in each competency, whatever is required: compiled once, asked often."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

import numpy as np

from curriculum_map.analysis.arrays.chains import ChainNames
from curriculum_map.analysis.arrays.column_rows import Words
from curriculum_map.analysis.arrays.compiled import Arrays, arrays_of
from curriculum_map.analysis.arrays.figures import FigureArrays, joined, own_figures
from curriculum_map.analysis.arrays.links import links
from curriculum_map.analysis.arrays.tools import Ints, distinct, places
from curriculum_map.analysis.arrays.wholes import Wholes, whole_figures
from curriculum_map.analysis.index import Same
from curriculum_map.model import STATUSES, Catalogue

AT_ONCE = 100_000
"""How many links are worked on at a time: few enough for memory, too many to wait for Python."""

WORKERS = 2
"""How many portions of links are worked on side by side; each holds memory of its own."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What some programmes bring.

    Attributes:
        touched: The pairs of programme and competency, as in `LinkArrays`, on which a
            contribution is made, sorted.
        figures: The figures of these pairs and of all wholes of their competencies, parts counted.
        chain: For each of `figures`, where in `chains` the chain is that holds `guaranteed` down.
        chains: The ids on each chain, joined by `` > ``; the first is empty and stands for a
            competency without parts.
    """

    touched: Ints
    figures: FigureArrays
    chain: Ints
    chains: Sequence[str]

    def of(self, pairs: Ints, arrays: Arrays) -> tuple[FigureArrays, Words]:
        """Give the figures of some pairs and their chains; 0 for what nothing brings."""
        at = places(self.figures.pair, pairs)
        chain = np.append(self.chain, 0)[at]
        competency = pairs % len(arrays.competencies) if len(pairs) else pairs
        empty = np.flatnonzero((at == len(self.chain)) & (arrays.height[competency] > 0))
        if not len(empty):
            return self.figures.found(pairs, at), Words(self.chains, chain)
        different = distinct(competency[empty])
        names = ChainNames(arrays.competencies)
        named = _nothing(arrays, names, different).chain
        chain[empty] = len(self.chains) + named[np.searchsorted(different, competency[empty])]
        return self.figures.found(pairs, at), Words([*self.chains, *names.ids], chain)


class _Portion(NamedTuple):
    """What a few programmes bring, as in `Brought`."""

    touched: Ints
    figures: FigureArrays
    chain: Ints


def brought(catalogue: Catalogue, programmes: Ints, only: str, at_once: int = AT_ONCE) -> Brought:
    """Give what some programmes bring; that of all of them is kept for the next question.

    Args:
        catalogue: A checked catalogue.
        programmes: The numbers of the programmes, sorted.
        only: The weakest status of contributions that count; empty lets all count.
        at_once: How many links are worked on at a time, as far as programmes allow.
    """
    if len(programmes) == len(catalogue.programmes):
        return _by_all(Same(catalogue), only, at_once)
    return _together(arrays_of(catalogue), programmes, only, at_once)


def forget() -> None:
    """Let go of what is kept."""
    _by_all.cache_clear()


@lru_cache(maxsize=2)
def _by_all(same: Same, only: str, at_once: int) -> Brought:
    arrays = arrays_of(same.catalogue)
    return _together(arrays, np.arange(len(arrays.programmes)), only, at_once)


def _together(arrays: Arrays, programmes: Ints, only: str, at_once: int) -> Brought:
    weakest = STATUSES.index(only) if only else 0
    names = ChainNames(arrays.competencies)
    with ThreadPoolExecutor(WORKERS) as workers:
        work = partial(_portion, arrays, names, weakest)
        portions = list(workers.map(work, _portions(arrays, programmes, at_once)))
    return Brought(
        touched=np.concatenate([each.touched for each in portions]),
        figures=joined([each.figures for each in portions]),
        chain=np.concatenate([each.chain for each in portions]),
        chains=["", *names.ids],
    )


def _portions(arrays: Arrays, programmes: Ints, at_once: int) -> Iterator[Ints]:
    """Take programmes together that bring about so many links; none once for none at all."""
    who, planned = arrays.planned.spread(programmes)
    links = np.bincount(who, arrays.brings[arrays.plans.unit[planned]], len(programmes))
    filled = np.cumsum(links) // at_once
    yield from np.split(programmes, np.flatnonzero(np.diff(filled)) + 1)


def _portion(arrays: Arrays, names: ChainNames, weakest: int, programmes: Ints) -> _Portion:
    _, planned = arrays.planned.spread(programmes)
    found = links(arrays, planned, weakest)
    own = own_figures(found, arrays.units, arrays.plans)
    width = max(len(arrays.competencies), 1)
    who, whole = arrays.wholes.spread(own.pair % width)
    composed = distinct(own.pair[who] // width * width + whole)
    if not len(composed):
        return _Portion(own.pair, own, np.zeros_like(own.pair))
    wholes = whole_figures(arrays, names, found, own, composed)
    alone = own.at(np.flatnonzero(arrays.height[own.pair % width] == 0))
    every = joined([alone, wholes.figures])
    order = np.argsort(every.pair, kind="stable")
    chain = np.append(np.zeros_like(alone.pair), wholes.chain + 1)
    return _Portion(own.pair, every.at(order), chain[order])


def _nothing(arrays: Arrays, names: ChainNames, competencies: Ints) -> Wholes:
    """Give the figures of competencies on whose chains nothing is brought."""
    found = links(arrays, competencies[:0], 0)
    own = own_figures(found, arrays.units, arrays.plans)
    return whole_figures(arrays, names, found, own, competencies)
