"""The figures of competencies in programmes, their parts not counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from curriculum_map.analysis.arrays.levels import Levels, guaranteed, takers
from curriculum_map.analysis.arrays.links import LinkArrays
from curriculum_map.analysis.arrays.plans import PlanArrays
from curriculum_map.analysis.arrays.tools import Ints, heads, places
from curriculum_map.analysis.arrays.units import UnitArrays
from curriculum_map.model import STATUSES

WEAK = STATUSES.index("suggested")
"""Place in `STATUSES` of the surest status behind which nobody who teaches stands."""


@dataclass(frozen=True, slots=True)
class FigureArrays:
    """What each programme brings in each competency itself, its parts not counted.

    Attributes:
        pair: The programme and the competency, as in `LinkArrays`; sorted, each once.
        possible: The rank taught to some student.
        guaranteed: The rank taught to every student.
        assessed_possible: The rank assessed for some student.
        assessed: The rank assessed for every student.
        contributions: How many contributions are made.
        suggested: How many of them are only suggested, or disputed.
    """

    pair: Ints
    possible: Ints
    guaranteed: Ints
    assessed_possible: Ints
    assessed: Ints
    contributions: Ints
    suggested: Ints

    def of(self, pairs: Ints) -> FigureArrays:
        """Give the figures of some pairs, in their order; 0 for what nothing brings."""
        return self.found(pairs, places(self.pair, pairs))

    def found(self, pairs: Ints, at: Ints) -> FigureArrays:
        """Give the figures of some pairs, which stand at places that `tools.places` told."""
        return FigureArrays(pairs, *(np.append(each, 0)[at] for each in self.columns()[1:]))

    def at(self, places: Ints) -> FigureArrays:
        """Give the figures that stand at some places."""
        return FigureArrays(*(column[places] for column in self.columns()))

    def columns(self) -> list[Ints]:
        """Give the attributes in their order."""
        return [getattr(self, field.name) for field in fields(self)]


def joined(several: Sequence[FigureArrays]) -> FigureArrays:
    """Put figures one after the other."""
    columns = zip(*(each.columns() for each in several), strict=True)
    return FigureArrays(*map(np.concatenate, columns))


def own_figures(links: LinkArrays, units: UnitArrays, plans: PlanArrays) -> FigureArrays:
    """Work out the figures from what planned units bring."""
    start = heads(links.pair)
    if not len(start):
        return FigureArrays(*(start for _ in fields(FigureArrays)))
    highest, count = np.maximum.reduceat, np.add.reduceat
    owners = np.repeat(np.arange(len(start)), np.diff(start, append=len(links.pair)))
    levels = Levels(owners, takers(links.planned, plans), links.rank)
    tested = levels.only(links.tested)
    once = ~links.again
    return FigureArrays(
        pair=links.pair[start],
        possible=highest(links.rank, start),
        guaranteed=guaranteed(levels, len(start), plans),
        assessed_possible=highest(np.where(links.testable, links.rank, 0), start),
        assessed=guaranteed(tested, len(start), plans),
        contributions=count(once.astype(np.int64), start),
        suggested=count((once & (units.status[links.claim] <= WEAK)).astype(np.int64), start),
    )
