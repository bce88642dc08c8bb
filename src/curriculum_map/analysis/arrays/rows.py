"""Which competencies stand in the coverage of which programme, beside which profile."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from curriculum_map.analysis.arrays.compiled import Arrays
from curriculum_map.analysis.arrays.tools import Flags, Ints, Lists, among, closure, distinct


@dataclass(frozen=True, slots=True)
class RowArrays:
    """Competencies of programmes beside profiles, sorted by programme, profile, competency.

    Attributes:
        programme: The programme.
        profile: The profile.
        competency: The competency.
        required: The rank the profile requires; 0 for an extra competency.
        extra: Whether the competency is beyond what is required.
    """

    programme: Ints
    profile: Ints
    competency: Ints
    required: Ints
    extra: Flags


def compared_rows(arrays: Arrays, compared: Lists, programmes: Ints, touched: Ints) -> RowArrays:
    """Put programmes beside profiles.

    Args:
        arrays: The compiled catalogue.
        compared: The profiles that each programme is compared with.
        programmes: The programmes, sorted.
        touched: What the plans of these programmes work on: pairs of programme and
            competency as in `LinkArrays`, sorted.
    """
    who, profile = compared.spread(programmes)
    at, required = arrays.required.spread(profile)
    _, rank = arrays.required_rank.spread(profile)
    more, extra = _extra(arrays, who, profile, _touched(arrays, programmes, touched))
    beside, competency = np.append(at, more), np.append(required, extra)
    order = np.argsort(beside * len(arrays.competencies) + competency, kind="stable")
    beside = beside[order]
    return RowArrays(
        programme=programmes[who[beside]],
        profile=profile[beside],
        competency=competency[order],
        required=np.append(rank, np.zeros_like(extra))[order],
        extra=order >= len(required),
    )


def _touched(arrays: Arrays, programmes: Ints, touched: Ints) -> Lists:
    """List the competencies that each of some programmes works on."""
    width = len(arrays.competencies)
    ends = np.searchsorted(touched, (programmes + 1) * width)
    return Lists(np.append(0, ends), touched % max(width, 1))


def _extra(arrays: Arrays, who: Ints, profile: Ints, touched: Lists) -> tuple[Ints, Ints]:
    """Give what is worked on beyond the profiles: the place of the profile, the competency."""
    width = len(arrays.competencies)
    different = distinct(profile)
    place = np.searchsorted(different, profile)
    whose, asked = closure(*arrays.required.spread(different), arrays.parts, arrays.height)
    beside, competency = touched.spread(who)
    wanted = among(whose * width + asked, place[beside] * width + competency)
    return beside[~wanted], competency[~wanted]
