"""Units, their parts and their contributions as arrays."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from curriculum_map.analysis.arrays.tools import (
    Flags,
    Ints,
    Lists,
    grouped,
    heights,
    ints,
    lengths,
    starts_of,
)
from curriculum_map.model import STATUSES, Catalogue, Contribution, LevelRef, Outcome, Unit


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


def unit_arrays(
    catalogue: Catalogue, competencies: Mapping[str, int], units: Mapping[str, int]
) -> UnitArrays:
    """Compile the units of a catalogue.

    Args:
        catalogue: A checked catalogue.
        competencies: The number of each competency, by id.
        units: The number of each unit, in the order of the catalogue.
    """
    known = list(catalogue.units.values())
    stated = [unit.outcomes for unit in known]
    outcomes = list(chain.from_iterable(stated))
    made = [outcome.contributions for outcome in outcomes]
    counts, many = lengths(made), lengths(stated)
    of_outcome = np.repeat(np.arange(len(outcomes)), counts)
    own, testers = _tests(known, units, outcomes, many)
    parts = _parts(known, units)
    competency, rank, status = _claims(catalogue, made, competencies)
    return UnitArrays(
        parts=parts,
        height=heights(parts),
        claims=Lists(starts_of(counts)[starts_of(many)], np.arange(len(competency))),
        competency=competency,
        rank=rank,
        status=status,
        outcome=of_outcome,
        own=own[of_outcome],
        testers=testers,
    )


def _parts(units: Collection[Unit], number: Mapping[str, int]) -> Lists:
    parts = [unit.parts for unit in units]
    found = [number[part] for several in parts for part in several]
    return Lists(starts_of(lengths(parts)), ints(found))


def _claims(
    catalogue: Catalogue,
    made: Sequence[tuple[Contribution, ...]],
    competencies: Mapping[str, int],
) -> tuple[Ints, Ints, Ints]:
    """Give the competency, the rank and the status of each contribution."""
    levels = [LevelRef(s.id, each.id) for s in catalogue.scales.values() for each in s.levels]
    # All of a contribution in one number: going from one to the next is what takes long.
    step, width = len(STATUSES), len(STATUSES) * max(len(levels), 1)
    level = {each: n * step for n, each in enumerate(levels)}
    on = {each: n * width for each, n in competencies.items()}
    sure = {each: n for n, each in enumerate(STATUSES)}
    every = np.fromiter(
        (on[c.competency] + level[c.level] + sure[c.status] for several in made for c in several),
        np.int64,
        sum(map(len, made)),
    )
    rest, status = np.divmod(every, step)
    competency, named = np.divmod(rest, width // step)
    return competency, _ranks(catalogue, levels, named, competency), status


def _ranks(catalogue: Catalogue, levels: Sequence[LevelRef], named: Ints, competency: Ints) -> Ints:
    """Give the rank of each contribution, asking once for each level on each scale.

    `named` is the place of its level in `levels`.
    """
    scales = {scale: n for n, scale in enumerate(catalogue.scales)}
    of = {each.id: scales[each.scale] for each in catalogue.frameworks.values()}
    names = sorted(catalogue.competencies)
    measured = ints([of[catalogue.competencies[each].framework] for each in names])
    pair = named * len(scales) + measured[competency]
    example = np.full(len(levels) * len(scales), -1)
    example[pair] = competency
    known, rank = catalogue.ranks(), np.zeros_like(example)
    for each in np.flatnonzero(example >= 0).tolist():
        rank[each] = known.rank(levels[each // len(scales)], names[example[each]])
    ranks: Ints = rank[pair]
    return ranks


def _tests(
    units: Collection[Unit], number: Mapping[str, int], outcomes: Sequence[Outcome], many: Ints
) -> tuple[Flags, Lists]:
    """Tell which outcomes their own unit assesses, and which other units assess each.

    `many` is how many of the outcomes each unit has.
    """
    exams = [unit.assessments for unit in units]
    tests = [exam.tests for several in exams for exam in several]
    examiner = np.repeat(np.arange(len(units)), lengths(exams))
    tester = np.repeat(examiner, lengths(tests))
    outcome = ints(_numbers(chain.from_iterable(tests), number, outcomes, many))
    at_home = np.repeat(np.arange(len(units)), many)[outcome] == tester
    own = np.zeros(len(outcomes), dtype=bool)
    own[outcome[at_home]] = True
    by_outcome = grouped(outcome[~at_home], len(outcomes))
    return own, Lists(by_outcome.starts, tester[~at_home][by_outcome.values])


def _numbers(
    names: Iterable[str], units: Mapping[str, int], outcomes: Sequence[Outcome], many: Ints
) -> list[int]:
    """Find outcomes, named `unit/outcome`, among those of all units."""
    ids, starts = [outcome.id for outcome in outcomes], starts_of(many).tolist()
    parted = (name.partition("/") for name in names)
    return [ids.index(outcome, starts[units[unit]]) for unit, _, outcome in parted]
