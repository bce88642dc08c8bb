"""Which units of one programme would close a gap of another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from curriculum_map.analysis.definitions import GAP_STATES
from curriculum_map.analysis.index import index_of
from curriculum_map.analysis.offers import Offers, state_with
from curriculum_map.analysis.plan import Plan
from curriculum_map.analysis.sides import Side, sides_of
from curriculum_map.analysis.table import Table
from curriculum_map.analysis.trees import holds
from curriculum_map.model import Catalogue
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


class _Loan(NamedTuple):
    """A gap of a programme, a unit of another one that closes it, and what it becomes."""

    competency: str
    unit: str
    state: str
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
    plans = [side.course.plan for side in sides if side.course]
    owners = _owners(plans)
    offers = Offers(index, owners)
    borrowers = map(_Borrower, sides, plans)
    rows = (row for each in borrowers for row in _rows(each, offers, owners))
    return Table("lenders", COLUMNS, tuple(rows))


class _Borrower(NamedTuple):
    """A programme that others may lend units to."""

    side: Side
    plan: Plan

    def gaps(self) -> dict[str, str]:
        """Give the competencies that fall short, by id, and their states."""
        states = {each: self.side.state(each) for each in sorted(self.side.required)}
        return {each: state for each, state in states.items() if state in GAP_STATES}


def _rows(
    borrower: _Borrower, offers: Offers, owners: Mapping[str, Sequence[str]]
) -> Iterator[tuple[object, ...]]:
    gaps, units = borrower.gaps(), borrower.plan.index.catalogue.units
    loans = [loan for gap in gaps.items() for loan in _closing(borrower, offers, *gap)]
    closes = Counter(loan.unit for loan in loans)

    def useful(loan: _Loan) -> tuple[object, ...]:
        """Order loans of a competency: what closes most first, then what costs least."""
        stated = units[loan.unit].workload
        cost = (stated is None, stated.hours if stated else 0)
        return loan.competency, -closes[loan.unit], *cost, loan.unit

    for loan in sorted(loans, key=useful):
        level = offers.brings(loan.unit, loan.competency)
        yield _row(borrower, loan, owners[loan.unit], level, closes[loan.unit])


def _owners(plans: Iterable[Plan]) -> dict[str, list[str]]:
    """Give every unit in a plan, and the programmes that have it."""
    owners: dict[str, list[str]] = {}
    for plan in plans:
        for unit in plan.holders:
            owners.setdefault(unit, []).append(plan.programme.id)
    return owners


def _closing(borrower: _Borrower, offers: Offers, competency: str, state: str) -> Iterator[_Loan]:
    """Give the units that the programme lacks and that close a gap.

    Only what is taught far enough already can be closed by a unit that merely assesses it.
    """
    required, assessing = borrower.side.required[competency], state == "not-assessed"
    found = offers.helping(competency) if assessing else offers.teaching(competency, required)
    for unit in found - borrower.plan.holders.keys():
        becomes = state_with(borrower.plan, offers[unit], competency, required)
        if becomes == "met" or (becomes and not assessing):
            yield _Loan(competency, unit, state, becomes)


def _row(
    borrower: _Borrower, loan: _Loan, owners: Sequence[str], level: int, closes: int
) -> tuple[object, ...]:
    index, required = borrower.plan.index, borrower.side.required[loan.competency]
    unit = index.catalogue.units[loan.unit]
    return (
        borrower.side.name,
        loan.competency,
        loan.state,
        required,
        loan.unit,
        ", ".join(owners),
        level,
        loan.becomes,
        closes,
        unit.workload.hours if unit.workload else None,
        ", ".join(unit.languages),
        unit.institution,
        ", ".join(_needs(borrower.plan, loan.unit)),
        index.level_id(required, loan.competency),
        index.level_id(level, loan.competency),
    )


def _needs(plan: Plan, unit: str) -> list[str]:
    index = plan.index
    held = {*index.subtree(unit), *plan.holders}
    missing: dict[str, None] = {}
    for each in index.subtree(unit):
        tree = index.catalogue.units[each].requires
        if not holds(tree, lambda needs: needs.unit in held):
            missing |= {needs.unit: None for needs in needed(tree) if needs.unit not in held}
    return list(missing)
