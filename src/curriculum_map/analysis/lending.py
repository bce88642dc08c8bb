"""Which units of one programme would close a gap of another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from curriculum_map.analysis.definitions import GAP_STATES
from curriculum_map.analysis.index import Index, index_of
from curriculum_map.analysis.plan import Plan
from curriculum_map.analysis.reach import Reach
from curriculum_map.analysis.sides import Side, sides_of
from curriculum_map.analysis.table import Table
from curriculum_map.analysis.trees import holds
from curriculum_map.model import Catalogue, PlanItem
from curriculum_map.model.requisites import needed

COLUMNS = {
    "programme": "string",
    "competency": "string",
    "state": "string",
    "required": "int64",
    "unit": "string",
    "lender": "string",
    "level": "int64",
    "becomes": "string",
    "closes": "int64",
    "workload": "float64",
    "languages": "string",
    "institution": "string",
    "needs": "string",
    "required_level": "string",
    "level_id": "string",
}

_CLOSED = {"not-assessed": ("met",)}
"""The states in which a gap is closed, where one that is not assessed would not do."""


class _Loan(NamedTuple):
    """A gap of a programme, a unit of another one that closes it, and what it becomes."""

    competency: str
    unit: str
    becomes: str


def lenders(
    catalogue: Catalogue, names: Iterable[str], *, profile: str = "", only: str = ""
) -> Table:
    """Find for each gap of a programme the units of the others that would close it.

    A unit closes a gap if the competency is no longer absent, below or elective-only once the
    unit is added as a required one; for `not-assessed`, if it is met then. What the unit itself
    requires is named, not added. Parts of planned units can be lent, too.

    Args:
        catalogue: A checked catalogue.
        names: Ids of programmes; profiles among them have nothing to lend.
        profile: The role profile every programme is compared with; empty means those it aims
            at, taken together.
        only: The weakest status of contributions that count, `declared` or `reviewed`; empty
            lets all count.

    Returns:
        One row for each gap and unit that closes it; by programme in the order asked and by
        competency, then the most useful unit first: the one that closes most gaps of the
        programme, then the one with the least workload (unknown last), then by id.

        - ``lender``: the other programmes it stands in the plan of, joined by ``, ``
        - ``level``: the highest rank the unit brings on the competency or its parts, 0 where it
          only assesses; ``level_id`` its id, or empty
        - ``becomes``: the state of the competency once the unit is added
        - ``closes``: how many gaps of the programme the unit closes
        - ``workload``: clock hours; missing if nobody states them
        - ``needs``: what the unit requires and the programme lacks, joined by ``, ``; empty
          if its requisites can be met

    Raises:
        UnknownName: If there is no such programme, profile or status.
    """
    index = index_of(catalogue, only)
    sides = [side for side in sides_of(index, names, profile) if side.course]
    rows = (row for side in sides for row in _loans(index, side, sides))
    return Table("lenders", COLUMNS, tuple(rows))


def _loans(index: Index, side: Side, sides: Sequence[Side]) -> Iterator[tuple[object, ...]]:
    states = {each: side.state(each) for each in sorted(side.required)}
    gaps = {each: state for each, state in states.items() if state in GAP_STATES}
    owners = _owners(side, sides)
    loans = [loan for unit in owners for loan in _closed_by(index, side, unit, gaps)]
    closes = Counter(loan.unit for loan in loans)

    def useful(loan: _Loan) -> tuple[object, ...]:
        """Order loans of a competency: what closes most first, then what costs least."""
        stated = index.catalogue.units[loan.unit].workload
        cost = (stated is None, stated.hours if stated else 0)
        return loan.competency, -closes[loan.unit], *cost, loan.unit

    for loan in sorted(loans, key=useful):
        yield _row(index, side, loan, owners[loan.unit], closes[loan.unit])


def _owners(side: Side, sides: Sequence[Side]) -> dict[str, list[str]]:
    """Give the units a programme lacks, and the programmes that have them."""
    own = side.course.plan.holders if side.course else {}
    owners: dict[str, list[str]] = {}
    for other in sides:
        for unit in other.course.plan.holders if other.course else ():
            if unit not in own:
                owners.setdefault(unit, []).append(other.name)
    return owners


def _closed_by(index: Index, side: Side, unit: str, gaps: Mapping[str, str]) -> Iterator[_Loan]:
    open_to_help = list(_could_close(index, side, unit, gaps))
    if not side.course or not open_to_help:
        return
    programme = side.course.plan.programme
    added = replace(programme, plan=(*programme.plan, PlanItem(units=(unit,))))
    reach = Reach(Plan(index, added))
    for competency in open_to_help:
        becomes = reach.of(competency).state(side.required[competency])
        if becomes in _CLOSED.get(gaps[competency], ("met", "not-assessed")):
            yield _Loan(competency, unit, becomes)


def _could_close(index: Index, side: Side, unit: str, gaps: Mapping[str, str]) -> Iterator[str]:
    """Give the gaps of which it is not quickly seen that a unit reaches too little for them.

    A chain is as high as the highest unit that everybody takes, so that the unit itself has to
    reach what is required, on one chain at least. Only what is taught far enough already can be
    closed by a unit that merely assesses it.
    """
    helped, brought = _helped(index, unit), _brought(index, unit)
    for competency, state in gaps.items():
        asked = index.narrower(competency)
        if state == "not-assessed":
            if not helped.isdisjoint(asked):
                yield competency
        elif any(brought.get(each, 0) >= side.required[competency] for each in asked):
            yield competency


def _brought(index: Index, unit: str) -> Mapping[str, int]:
    """Give the highest rank a unit, or a part of it, brings on each competency it works on."""
    ranks: dict[str, int] = {}
    for each in index.subtree(unit):
        for claim in index.claims.get(each, ()):
            ranks[claim.competency] = max(claim.rank, ranks.get(claim.competency, 0))
    return ranks


def _helped(index: Index, unit: str) -> set[str]:
    """Give the competencies a unit works on or assesses, itself or by a part."""
    within = index.subtree(unit)
    exams = (exam for each in within for exam in index.catalogue.units[each].assessments)
    tested = {key for exam in exams for key in exam.tests}
    others = {key.partition("/")[0] for key in tested}
    claims = [claim for each in {*within, *others} for claim in index.claims.get(each, ())]
    return {c.competency for c in claims if c.unit in within or c.key in tested}


def _row(
    index: Index, side: Side, loan: _Loan, owners: Sequence[str], closes: int
) -> tuple[object, ...]:
    unit, required = index.catalogue.units[loan.unit], side.required[loan.competency]
    level = _brings(index, loan)
    return (
        side.name,
        loan.competency,
        side.state(loan.competency),
        required,
        loan.unit,
        ", ".join(owners),
        level,
        loan.becomes,
        closes,
        unit.workload.hours if unit.workload else None,
        ", ".join(unit.languages),
        unit.institution,
        ", ".join(_needs(index, side, loan.unit)),
        index.level_id(required, loan.competency),
        index.level_id(level, loan.competency),
    )


def _brings(index: Index, loan: _Loan) -> int:
    brought = _brought(index, loan.unit)
    return max((brought.get(each, 0) for each in index.narrower(loan.competency)), default=0)


def _needs(index: Index, side: Side, unit: str) -> list[str]:
    held = {*index.subtree(unit), *(side.course.plan.holders if side.course else ())}
    missing: dict[str, None] = {}
    for each in index.subtree(unit):
        tree = index.catalogue.units[each].requires
        if not holds(tree, lambda needs: needs.unit in held):
            missing |= {needs.unit: None for needs in needed(tree) if needs.unit not in held}
    return list(missing)
