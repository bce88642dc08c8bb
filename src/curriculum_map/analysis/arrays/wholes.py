"""The figures of competencies with parts: the lowest over the chains from the whole down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from curriculum_map.analysis.arrays.chains import ChainArrays, ChainNames
from curriculum_map.analysis.arrays.compiled import Arrays
from curriculum_map.analysis.arrays.figures import FigureArrays
from curriculum_map.analysis.arrays.levels import Levels, takers
from curriculum_map.analysis.arrays.links import LinkArrays
from curriculum_map.analysis.arrays.steps import Step, steps_up
from curriculum_map.analysis.arrays.tools import Ints, closure, distinct, stretches


@dataclass(frozen=True, slots=True)
class Wholes:
    """The figures of competencies in programmes, their parts counted.

    Attributes:
        figures: The figures.
        chain: For each of them, where in `ChainNames.ids` the chain is that holds `guaranteed`
            down.
    """

    figures: FigureArrays
    chain: Ints


def whole_figures(
    arrays: Arrays, names: ChainNames, links: LinkArrays, own: FigureArrays, pairs: Ints
) -> Wholes:
    """Work out the figures of pairs of a programme and a competency.

    Args:
        arrays: The compiled catalogue.
        names: What gives chains their numbers; it learns those it does not know.
        links: What the programmes bring.
        own: Their figures, parts not counted.
        pairs: The pairs that are asked about, as in `LinkArrays`, each once.
    """
    width = len(arrays.competencies)
    owner, member = closure(np.arange(len(pairs)), pairs % width, arrays.parts, arrays.height)
    inside = pairs[owner] // width * width + member
    known = distinct(inside)
    at = np.searchsorted(known, inside)
    steps, asked = list(steps_up(arrays, known)), np.searchsorted(known, pairs)
    taught, tested = (
        ChainArrays(each.highest(), known % width, names) for each in _levels(arrays, links, known)
    )
    for step in steps:
        taught.add(step)
        tested.add(step)
    guaranteed, chain = taught.lowest(asked, arrays.plans)
    assessed, _ = tested.lowest(asked, arrays.plans)
    found = own.of(known)
    figures = FigureArrays(
        pair=pairs,
        possible=_possible(found.possible, steps)[asked],
        guaranteed=guaranteed,
        assessed_possible=_possible(found.assessed_possible, steps)[asked],
        assessed=assessed,
        contributions=_counted(owner, found.contributions[at], len(pairs)),
        suggested=_counted(owner, found.suggested[at], len(pairs)),
    )
    return Wholes(figures, chain - width)


def _counted(owner: Ints, count: Ints, owners: int) -> Ints:
    return np.bincount(owner, count, owners).astype(np.int64)


def _possible(own: Ints, steps: Sequence[Step]) -> Ints:
    """Give the lowest over the chains of what some student gets."""
    rank = own.copy()
    for step in steps:
        lowest = np.minimum.reduceat(rank[step.part], step.first)
        rank[step.whole] = np.maximum(rank[step.whole], lowest)
    return rank


def _levels(arrays: Arrays, links: LinkArrays, known: Ints) -> tuple[Levels, Levels]:
    """Give the levels that are taught on known pairs, and those that are assessed."""
    start = np.searchsorted(links.pair, known)
    owner, at = stretches(start, np.searchsorted(links.pair, known, side="right") - start)
    taught = Levels(owner, takers(links.planned[at], arrays.plans), links.rank[at])
    return taught, taught.only(links.tested[at])
