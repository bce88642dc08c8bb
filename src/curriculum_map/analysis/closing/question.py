"""A question about closing gaps compiled: what is missing, and which units could be added."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_map.analysis.closing.gaps import ChainGap, Gaps, Kind
from curriculum_map.analysis.coverage import comparisons_of
from curriculum_map.analysis.optimum.formula import (
    NEVER,
    Formula,
    every,
    named,
    within,
)
from curriculum_map.analysis.optimum.order import founded
from curriculum_map.analysis.optimum.task import Limit, Task
from curriculum_map.analysis.paths.held import Held
from curriculum_map.analysis.paths.limits import (
    NO_LIMITS,
    Costs,
    Door,
    Limits,
    costs_of,
    credits_of,
    doors,
    hours_of,
    thousandths,
)
from curriculum_map.analysis.paths.needs import Wanting, closure
from curriculum_map.analysis.paths.supply import Supply
from curriculum_map.analysis.plan import Plan
from curriculum_map.errors import BadQuestion
from curriculum_map.model import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What is to be closed, and what may be added for it.

    Attributes:
        programme: Id of the programme.
        profile: The role profile it is compared with; empty for those it aims at.
        kind: The figure that has to reach what is required.
        limits: Which units may be added.
        lender: Id of a programme; if given, only units of its plan may be added.
        most_units: How many units may be added; 0 for no limit.
        most_credits: How many EC these may give together; 0 for no limit. Units that do not
            state them may not be added then.
        most_hours: How many hours these may take together; the same.
        only: The weakest status of contributions that count; empty lets all count.
    """

    programme: str
    profile: str = ""
    kind: Kind = "guaranteed"
    limits: Limits = NO_LIMITS
    lender: str = ""
    most_units: int = 0
    most_credits: float = 0
    most_hours: float = 0
    only: str = ""


class Gap(NamedTuple):
    """A required competency that a plan leaves too low.

    Attributes:
        competency: Its id.
        rank: The rank that is required, the highest of all profiles compared with.
        chains: Its chains that are too low, with what would close each.
    """

    competency: str
    rank: int
    chains: tuple[ChainGap, ...]

    @property
    def closing(self) -> Formula:
        """What has to be added."""
        return every(chain.closing for chain in self.chains)


@dataclass(frozen=True, slots=True)
class ClosingQuestion:
    """Gaps, and everything that could help to close them.

    Attributes:
        repair: What was asked.
        plan: The plan as it is.
        gaps: The gaps that can be closed, with what closes them.
        open: The gaps that no unit can close, only the chains of which none can.
        needs: The units that could have a part in a closing plan, and what each needs.
        costs: What they cost.
    """

    repair: Repair
    plan: Plan
    gaps: Mapping[Gap, Formula]
    open: tuple[Gap, ...]
    needs: Mapping[str, Formula]
    costs: Costs

    def task(self) -> Task:
        """Give what is asked of the units to add."""
        limits = tuple(_limits(self.repair, self.plan.index.catalogue, self.needs))
        return Task(self.costs.of, (every(self.gaps.values()),), self.needs, limits)


def closing_question(supply: Supply, repair: Repair) -> ClosingQuestion:
    """Compile a question.

    Raises:
        UnknownName: If a name leads nowhere.
        BadQuestion: If a limit is below 0.
    """
    index, catalogue = supply.index, supply.index.catalogue
    plan = index.plan(repair.programme)
    addable = supply.without(_doors(supply, repair), plan.everybody)
    wanting = Wanting(supply, Held(index, plan.everybody), addable)
    gaps = tuple(_gaps(Gaps(plan, supply, addable, repair.kind), plan, repair.profile))
    start = [unit for gap in gaps for unit in named(gap.closing)]
    around = closure(start, wanting.requisites)
    begun = founded(around, around)
    reached = {gap: within(gap.closing, begun) for gap in gaps}
    fine = {gap: formula for gap, formula in reached.items() if formula != NEVER}
    needs = {unit: within(formula, begun) for unit, formula in around.items() if unit in begun}
    helping = (unit for formula in fine.values() for unit in named(formula))
    kept = closure(helping, needs.__getitem__)
    left = tuple(_open_part(gap, begun) for gap in gaps if gap not in fine)
    return ClosingQuestion(repair, plan, fine, left, kept, costs_of(catalogue, kept))


def _open_part(gap: Gap, begun: Collection[str]) -> Gap:
    never = (chain for chain in gap.chains if within(chain.closing, begun) == NEVER)
    return gap._replace(chains=tuple(never))


def _gaps(gaps: Gaps, plan: Plan, profile: str) -> Iterator[Gap]:
    required: dict[str, int] = {}
    for comparison in comparisons_of(plan, profile):
        for each in comparison.rows():
            required[each.competency] = max(each.required, required.get(each.competency, 0))
    for competency, rank in sorted(required.items()):
        if rank and (chains := gaps.of(competency, rank)):
            yield Gap(competency, rank, tuple(chains))


def _doors(supply: Supply, repair: Repair) -> list[Door]:
    found = doors(supply.index.catalogue, repair.limits)
    if repair.lender:
        lent = supply.index.plan(repair.lender).holders
        found.append(Door(lambda unit: unit.id not in lent))
    if min(repair.most_units, repair.most_credits, repair.most_hours) < 0:
        raise BadQuestion("A limit is a number above 0.")
    if repair.most_credits:
        found.append(Door(lambda unit: unit.credits is None))
    if repair.most_hours:
        found.append(Door(lambda unit: unit.workload is None))
    return found


def _limits(repair: Repair, catalogue: Catalogue, units: Iterable[str]) -> Iterator[Limit]:
    known = [catalogue.units[unit] for unit in units]
    if repair.most_units:
        yield Limit({unit.id: 1 for unit in known}, repair.most_units)
    for most, of in ((repair.most_credits, credits_of), (repair.most_hours, hours_of)):
        if most:
            yield Limit({unit.id: of(unit) or 0 for unit in known}, thousandths(most))
