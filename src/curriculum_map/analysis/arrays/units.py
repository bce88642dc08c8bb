"""Units, their parts and their contributions as arrays."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from curriculum_map.analysis.arrays.tools import (
    Flags,
    Ints,
    Lists,
    grouped,
    heights,
    ints,
    starts_of,
)
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
    counts = ints([len(outcome.contributions) for outcome in outcomes])
    of_outcome = np.repeat(np.arange(len(outcomes)), counts)
    many = ints([len(unit.outcomes) for unit in units])
    own, testers = _tests(units, np.repeat(np.arange(len(units)), many))
    parts = _parts(units, number)
    status = {each: n for n, each in enumerate(STATUSES)}
    competency = ints([competencies[each.competency] for each in made])
    return UnitArrays(
        parts=parts,
        height=heights(parts),
        claims=Lists(starts_of(counts)[starts_of(many)], np.arange(len(made))),
        competency=competency,
        rank=_ranks(catalogue, made, competency),
        status=ints([status[each.status] for each in made]),
        outcome=of_outcome,
        own=own[of_outcome],
        testers=testers,
    )


def _parts(units: Collection[Unit], number: Mapping[str, int]) -> Lists:
    counts = ints([len(unit.parts) for unit in units])
    return Lists(starts_of(counts), ints([number[part] for unit in units for part in unit.parts]))


def _ranks(catalogue: Catalogue, made: list[Contribution], competency: Ints) -> Ints:
    """Give the rank of each contribution, asking once for each level on each scale."""
    scales = {scale: n for n, scale in enumerate(catalogue.scales)}
    measured = [scales[catalogue.scale_of(each).id] for each in sorted(catalogue.competencies)]
    levels = [LevelRef(s.id, each.id) for s in catalogue.scales.values() for each in s.levels]
    number = {level: n for n, level in enumerate(levels)}
    named = ints([number[each.level] for each in made])
    pair = named * len(scales) + ints(measured)[competency]
    example = np.full(len(levels) * len(scales), -1)
    example[pair] = np.arange(len(made))
    known, rank = catalogue.ranks(), np.zeros_like(example)
    for each in np.flatnonzero(example >= 0).tolist():
        claim = made[example[each]]
        rank[each] = known.rank(claim.level, claim.competency)
    ranks: Ints = rank[pair]
    return ranks


def _tests(units: Collection[Unit], of_unit: Ints) -> tuple[Flags, Lists]:
    """Tell which outcomes their own unit assesses, and which other units assess each.

    `of_unit` is the unit of each outcome.
    """
    keys = [f"{unit.id}/{outcome.id}" for unit in units for outcome in unit.outcomes]
    number = dict(zip(keys, range(len(keys)), strict=True))
    tests = [test for unit in units for each in unit.assessments for test in each.tests]
    counts = [sum([len(each.tests) for each in unit.assessments]) for unit in units]
    outcome, tester = ints([number[test] for test in tests]), np.repeat(range(len(units)), counts)
    at_home = of_unit[outcome] == tester
    own = np.zeros(len(keys), dtype=bool)
    own[outcome[at_home]] = True
    by_outcome = grouped(outcome[~at_home], len(keys))
    return own, Lists(by_outcome.starts, tester[~at_home][by_outcome.values])
