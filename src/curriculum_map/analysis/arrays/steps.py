"""The way from parts up to the competencies they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from curriculum_map.analysis.arrays.compiled import Arrays
from curriculum_map.analysis.arrays.tools import Ints, heads


@dataclass(frozen=True, slots=True)
class Step:
    """Wholes of one height, and their parts, as places among the pairs worked on.

    Attributes:
        whole: The wholes.
        part: The parts, whole after whole, in the author's order.
        who: For each part, the place of its whole in `whole`.
        first: Where the parts of each whole begin.
    """

    whole: Ints
    part: Ints
    who: Ints
    first: Ints


def steps_up(arrays: Arrays, pairs: Ints) -> Iterator[Step]:
    """Go from parts to wholes.

    Args:
        arrays: The compiled catalogue.
        pairs: Pairs of a programme and a competency, as in `LinkArrays`, sorted; with a whole
            all its parts are there.
    """
    width = len(arrays.competencies)
    height = arrays.height[pairs % width]
    order = np.argsort(height, kind="stable")
    for whole in np.split(order, np.flatnonzero(np.diff(height[order])) + 1)[1:]:
        who, part = arrays.parts.spread(pairs[whole] % width)
        pair = pairs[whole][who] // width * width + part
        yield Step(whole, np.searchsorted(pairs, pair), who, heads(who))
