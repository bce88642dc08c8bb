"""What planned units bring, one link for each contribution and planned unit it comes in by."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from curriculum_map.analysis.arrays.compiled import Arrays
from curriculum_map.analysis.arrays.tools import Flags, Ints, among, closure, distinct, heads


@dataclass(frozen=True, slots=True)
class LinkArrays:
    """Contributions as planned units bring them, sorted by programme and competency.

    Attributes:
        pair: The programme and its competency in one number: the number of the programme
            times the number of competencies, plus that of the competency.
        planned: The planned unit.
        claim: The contribution.
        rank: Its rank.
        tested: Whether every student who takes the planned unit is assessed on it.
        testable: Whether anything in the plan assesses it.
        again: Whether another planned unit of the programme brings the same contribution,
            and is counted.
    """

    pair: Ints
    planned: Ints
    claim: Ints
    rank: Ints
    tested: Flags
    testable: Flags
    again: Flags


@dataclass(frozen=True, slots=True)
class _Contents:
    """The units that planned units consist of.

    Attributes:
        planned: The planned unit.
        unit: A unit in it, itself included; sorted by both.
        plan: The programme and the unit in one number.
        width: What a programme or planned unit counts for in such a number.
    """

    planned: Ints
    unit: Ints
    plan: Ints
    width: int


def links(arrays: Arrays, planned: Ints, weakest: int) -> LinkArrays:
    """Give what some planned units bring, all those of their programmes.

    Args:
        arrays: The compiled catalogue.
        planned: The planned units, without any other of the same programmes missing.
        weakest: The place in `STATUSES` of the weakest status that counts.
    """
    units, plans = arrays.units, arrays.plans
    contents = _contents(arrays, planned)
    who, claim = units.claims.spread(contents.unit)
    if weakest:
        sure = units.status[claim] >= weakest
        who, claim = who[sure], claim[sure]
    by = contents.planned[who]
    pair = plans.programme[by] * len(arrays.competencies) + units.competency[claim]
    order = np.argsort(pair, kind="stable")
    who, claim, by = who[order], claim[order], by[order]
    tested, testable = _assessed(arrays, contents, by, claim)
    return LinkArrays(
        pair=pair[order],
        planned=by,
        claim=claim,
        rank=units.rank[claim],
        tested=tested,
        testable=testable,
        again=_again(contents)[who],
    )


def _contents(arrays: Arrays, planned: Ints) -> _Contents:
    parts, height = arrays.units.parts, arrays.units.height
    width = len(height)
    at, unit = closure(np.arange(len(planned)), arrays.plans.unit[planned], parts, height)
    by = planned[at]
    return _Contents(by, unit, arrays.plans.programme[by] * width + unit, width)


def _again(contents: _Contents) -> Flags:
    order = np.argsort(contents.plan, kind="stable")
    again = np.ones(len(order), dtype=bool)
    again[order[heads(contents.plan[order])]] = False
    return again


def _assessed(arrays: Arrays, contents: _Contents, by: Ints, claim: Ints) -> tuple[Flags, Flags]:
    """Tell which contributions are tested, and which are testable."""
    units, plans, width = arrays.units, arrays.plans, contents.width
    tested = units.own[claim]
    testable = tested.copy()
    rest = np.flatnonzero(~tested)
    who, tester = units.testers.spread(units.outcome[claim[rest]])
    if not len(who):
        return tested, testable
    at = rest[who]
    in_plan = plans.programme[by[at]] * width + tester
    everybody = distinct(contents.plan[plans.compulsory[contents.planned]])
    inside = contents.planned * width + contents.unit
    testable[at[among(distinct(contents.plan), in_plan)]] = True
    tested[at[among(everybody, in_plan) | among(inside, by[at] * width + tester)]] = True
    return tested, testable
