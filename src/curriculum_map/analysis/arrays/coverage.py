"""Coverage of many programmes at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from curriculum_map.analysis.arrays.brought import AT_ONCE, brought
from curriculum_map.analysis.arrays.column_rows import ColumnRows, Words
from curriculum_map.analysis.arrays.compiled import Arrays, arrays_of
from curriculum_map.analysis.arrays.figures import FigureArrays
from curriculum_map.analysis.arrays.rows import RowArrays, compared_rows
from curriculum_map.analysis.arrays.tools import Ints, Lists, ints
from curriculum_map.analysis.definitions import STATES
from curriculum_map.model import Catalogue

if TYPE_CHECKING:
    from curriculum_map.analysis.arrays.column_rows import Column

_STATES = list(STATES)


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
    number = {each: n for n, each in enumerate(arrays.programmes)}
    numbers = ints([number[each] for each in programmes])
    found = brought(catalogue, numbers, only, at_once)
    rows = compared_rows(arrays, _profiles(arrays, profile), numbers, found.touched)
    pair = rows.programme * len(arrays.competencies) + rows.competency
    figures, chain = found.of(pair, arrays)
    return ColumnRows(_columns(arrays, rows, figures, chain))


def _profiles(arrays: Arrays, profile: str) -> Lists:
    if not profile:
        return arrays.compared
    programmes = len(arrays.programmes)
    number = arrays.profiles.index(profile)
    return Lists(np.arange(programmes + 1), np.full(programmes, number))


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
