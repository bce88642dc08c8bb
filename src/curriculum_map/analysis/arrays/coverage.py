"""Coverage of many programmes at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from curriculum_map.analysis.arrays.column_rows import ColumnRows, Words
from curriculum_map.analysis.arrays.compiled import Arrays, arrays_of
from curriculum_map.analysis.arrays.figures import FigureArrays, own_figures
from curriculum_map.analysis.arrays.links import LinkArrays, links
from curriculum_map.analysis.arrays.rows import RowArrays, compared_rows
from curriculum_map.analysis.arrays.tools import Ints, Lists, distinct, ints, starts_of
from curriculum_map.analysis.arrays.wholes import whole_figures
from curriculum_map.analysis.definitions import STATES
from curriculum_map.model import STATUSES, Catalogue

if TYPE_CHECKING:
    from curriculum_map.analysis.arrays.column_rows import Column

_STATES = list(STATES)
AT_ONCE = 100_000
"""How many links are worked on at a time: few enough for the caches of a processor."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question about a catalogue.

    Attributes:
        arrays: The compiled catalogue.
        compared: The profiles that each programme is compared with.
        only: The weakest status of contributions that count; empty lets all count.
    """

    arrays: Arrays
    compared: Lists
    only: str


def coverage_rows(
    catalogue: Catalogue,
    programmes: Sequence[str],
    profile: str,
    only: str,
    at_once: int = AT_ONCE,
) -> ColumnRows:
    """Give the rows of `coverage`.

    Args:
        catalogue: A checked catalogue.
        programmes: Ids of the programmes asked about, by id.
        profile: The role profile every programme is compared with; empty means those it
            aims at.
        only: The weakest status of contributions that count; empty lets all count.
        at_once: How many links are worked on at a time, as far as programmes allow.
    """
    arrays = arrays_of(catalogue)
    asked = _Asked(arrays, _profiles(arrays, profile), only)
    number = {each: n for n, each in enumerate(arrays.programmes)}
    numbers = ints([number[each] for each in programmes])
    portions = [_portion(asked, each) for each in _portions(asked, numbers, at_once)]
    return ColumnRows([_joined(columns) for columns in zip(*portions, strict=True)])


def _profiles(arrays: Arrays, profile: str) -> Lists:
    if not profile:
        return arrays.compared
    programmes = len(arrays.programmes)
    number = arrays.profiles.index(profile)
    return Lists(np.arange(programmes + 1), np.full(programmes, number))


def _portions(asked: _Asked, programmes: Ints, at_once: int) -> Iterator[Ints]:
    """Take programmes together that bring about so many links; none once for none at all."""
    arrays = asked.arrays
    who, planned = arrays.planned.spread(programmes)
    brought = np.bincount(who, arrays.brings[arrays.plans.unit[planned]], len(programmes))
    who, profile = asked.compared.spread(programmes)
    whose, competency = arrays.required.spread(profile)
    needed = np.bincount(who[whose], arrays.covers[competency], len(programmes))
    filled = np.cumsum(brought + needed) // at_once
    yield from np.split(programmes, np.flatnonzero(np.diff(filled)) + 1)


def _portion(asked: _Asked, programmes: Ints) -> list[Column]:
    """Give the columns of some programmes."""
    arrays = asked.arrays
    _, planned = arrays.planned.spread(programmes)
    weakest = STATUSES.index(asked.only) if asked.only else 0
    found = links(arrays, planned, weakest)
    own = own_figures(found, arrays.units, arrays.plans)
    rows = compared_rows(arrays, asked.compared, programmes, own.pair)
    figures, chain = _figures(arrays, rows, found, own)
    return _columns(arrays, rows, figures, chain)


def _figures(
    arrays: Arrays, rows: RowArrays, found: LinkArrays, own: FigureArrays
) -> tuple[FigureArrays, Words]:
    """Give the figures of each row, and the chain that holds them down, if it has parts."""
    pair = rows.programme * len(arrays.competencies) + rows.competency
    figures, chain = own.of(pair), Words([""], np.zeros_like(pair))
    composed = np.flatnonzero(arrays.height[rows.competency] > 0)
    if not len(composed):
        return figures, chain
    pairs = distinct(pair[composed])
    at = np.searchsorted(pairs, pair[composed])
    wholes = whole_figures(arrays, found, own, pairs)
    chain.at[composed] = at + 1
    return figures.but(composed, wholes.figures.at(at)), Words(["", *wholes.chains], chain.at)


def _columns(arrays: Arrays, rows: RowArrays, figures: FigureArrays, chain: Words) -> list[Column]:
    """Put the columns of `coverage` in their order."""
    ranks = (rows.required, figures.possible, figures.guaranteed, figures.assessed)
    base = arrays.no_level[rows.competency]
    levels = (np.where(rank > 0, base + rank, 0) for rank in ranks)
    return [
        Words(arrays.programmes, rows.programme),
        Words(arrays.profiles, rows.profile),
        Words(arrays.areas, arrays.area[rows.competency]),
        Words(arrays.competencies, rows.competency),
        *ranks,
        Words(_STATES, _states(rows, figures)),
        figures.assessed_possible,
        *(Words(arrays.levels, level) for level in levels),
        chain,
        figures.contributions,
        figures.suggested,
    ]


def _states(rows: RowArrays, figures: FigureArrays) -> Ints:
    """Give the place in `STATES` of the first state that holds."""
    fails = [
        figures.contributions == 0,
        figures.possible < rows.required,
        figures.guaranteed < rows.required,
        figures.assessed < rows.required,
    ]
    met, extra = _STATES.index("met"), _STATES.index("extra")
    return np.where(rows.extra, extra, np.select(fails, range(met), default=met))


def _joined(portions: Sequence[Column]) -> Column:
    """Put the portions of a column one after the other."""
    whole = [each for each in portions if not isinstance(each, Words)]
    if whole:
        return np.concatenate(whole)
    words = [each for each in portions if isinstance(each, Words)]
    if all(each.known is words[0].known for each in words):
        return Words(words[0].known, np.concatenate([each.at for each in words]))
    starts = starts_of(ints([len(each.known) for each in words]))
    moved = [each.at + start for each, start in zip(words, starts[:-1], strict=True)]
    return Words([word for each in words for word in each.known], np.concatenate(moved))
