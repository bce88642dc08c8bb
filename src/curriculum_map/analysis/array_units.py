"""Units, their parts and their contributions as arrays."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from curriculum_map.analysis.array_tools import Flags, Ints, Lists, heights, ints, lists, starts_of
from curriculum_map.model import STATUSES, Catalogue, Contribution, LevelRef, Unit


@dataclass(frozen=True, slots=True)
class UnitArrays:
    """What units bring; units are numbered in the order of the catalogue.

    Attributes:
        parts: The direct parts of each unit.
        height: How many steps the longest way takes from each unit down to a part that has
            no parts.
        claims: The contributions of each unit, its parts' left out.
        competency: The competency each contribution works on.
        rank: The rank of each contribution on the scale of its competency; 0 for none.
        status: How sure each contribution is: its place in `STATUSES`.
        outcome: The outcome that makes each contribution.
        own: Whether the unit itself assesses the outcome of each contribution.
        testers: The other units that assess each outcome.
    """

    parts: Lists
    height: Ints
    claims: Lists
    competency: Ints
    rank: Ints
    status: Ints
    outcome: Ints
    own: Flags
    testers: Lists


def unit_arrays(catalogue: Catalogue, competencies: Mapping[str, int]) -> UnitArrays:
    """Compile the units of a catalogue.

    Args:
        catalogue: A checked catalogue.
        competencies: The number of each competency.
    """
    units = catalogue.units.values()
    number = {unit: n for n, unit in enumerate(catalogue.units)}
    outcomes = [outcome for unit in units for outcome in unit.outcomes]
    made = [each for outcome in outcomes for each in outcome.contributions]
    counts = ints(len(outcome.contributions) for outcome in outcomes)
    of_outcome = np.repeat(np.arange(len(outcomes)), counts)
    first = starts_of(counts)[starts_of(len(unit.outcomes) for unit in units)]
    own, testers = _tests(units, number)
    parts = lists([number[part] for part in unit.parts] for unit in units)
    status = {each: n for n, each in enumerate(STATUSES)}
    competency = ints([competencies[each.competency] for each in made])
    return UnitArrays(
        parts=parts,
        height=heights(parts),
        claims=Lists(first, np.arange(len(made))),
        competency=competency,
        rank=_ranks(catalogue, made, competency),
        status=ints([status[each.status] for each in made]),
        outcome=of_outcome,
        own=own[of_outcome],
        testers=testers,
    )


def _ranks(catalogue: Catalogue, made: list[Contribution], competency: Ints) -> Ints:
    """Give the rank of each contribution, asking once for each level on each scale."""
    scales = {scale: n for n, scale in enumerate(catalogue.scales)}
    measured = (scales[catalogue.scale_of(each).id] for each in sorted(catalogue.competencies))
    levels: dict[LevelRef, int] = {}
    named = ints([levels.setdefault(each.level, len(levels)) for each in made])
    pair = named * len(scales) + ints(measured)[competency]
    example = np.full(len(levels) * len(scales), -1)
    example[pair] = np.arange(len(made))
    known, rank = catalogue.ranks(), np.zeros_like(example)
    for each in np.flatnonzero(example >= 0).tolist():
        claim = made[example[each]]
        rank[each] = known.rank(claim.level, claim.competency)
    ranks: Ints = rank[pair]
    return ranks


def _tests(units: Collection[Unit], number: Mapping[str, int]) -> tuple[Flags, Lists]:
    """Tell which outcomes their own unit assesses, and which other units assess each."""
    own: list[bool] = []
    elsewhere: dict[str, list[int]] = {}
    for unit in units:
        tested = {each for assessment in unit.assessments for each in assessment.tests}
        keys = [f"{unit.id}/{outcome.id}" for outcome in unit.outcomes]
        own += [key in tested for key in keys]
        for each in tested.difference(keys):
            elsewhere.setdefault(each, []).append(number[unit.id])
    return np.array(own, dtype=bool), _testers(units, elsewhere)


def _testers(units: Iterable[Unit], elsewhere: Mapping[str, list[int]]) -> Lists:
    whose = {key.partition("/")[0] for key in elsewhere}
    found: list[Sequence[int]] = []
    for unit in units:
        if unit.id in whose:
            found += [elsewhere.get(f"{unit.id}/{each.id}", ()) for each in unit.outcomes]
        else:
            found += [()] * len(unit.outcomes)
    return lists(found)
