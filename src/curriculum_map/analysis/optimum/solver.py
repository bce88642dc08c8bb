"""The one module that speaks to the solver: a cheapest choice among yes-or-no decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil, inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import highspy

# The solver counts in floating point; costs are whole, so it cannot be wrong by one.
SLACK = 1e-2
SMALL = 5_000
"""So many decisions are first tried as if they could be taken in part."""


@dataclass(frozen=True, slots=True)
class Row:
    """A condition: what is decided with yes weighs at least so much.

    Attributes:
        weights: Number of a decision, from 0, to its weight; decisions left out weigh nothing.
        least: The smallest sum of weights that is allowed.
    """

    weights: Mapping[int, int]
    least: int

    def holds(self, chosen: frozenset[int]) -> bool:
        """Tell whether the condition holds if just these are decided with yes."""
        return sum(w for n, w in self.weights.items() if n in chosen) >= self.least


@dataclass(frozen=True, slots=True)
class Decisions:
    """A question to the solver.

    Attributes:
        costs: What a yes costs, decision by decision.
        rows: The conditions.
    """

    costs: Sequence[int]
    rows: Sequence[Row]

    def only(self, kept: Sequence[int]) -> Decisions:
        """Give the question in which all but some decisions are taken with no.

        The decisions kept are numbered anew, in the order given.
        """
        number = {old: new for new, old in enumerate(kept)}
        rows = (
            Row({number[n]: w for n, w in row.weights.items() if n in number}, row.least)
            for row in self.rows
        )
        asked = [row for row in rows if sum(min(w, 0) for w in row.weights.values()) < row.least]
        return Decisions([self.costs[n] for n in kept], asked)


@dataclass(frozen=True, slots=True)
class Best:
    """The answer of the solver.

    Attributes:
        chosen: The decisions taken with yes; None if no choice was found.
        cost: What they cost together; 0 if no choice was found.
        bound: No choice costs less than this.
        impossible: Whether it is proved that no choice meets the conditions.
    """

    chosen: frozenset[int] | None
    cost: int
    bound: int
    impossible: bool = False

    @property
    def proved(self) -> bool:
        """Whether nothing is cheaper, or nothing is possible."""
        return self.impossible or (self.chosen is not None and self.bound >= self.cost)


IMPOSSIBLE = Best(None, 0, 0, impossible=True)


def cheapest(asked: Decisions, seconds: float) -> Best:
    """Find a cheapest choice, within a time limit.

    The same question has the same answer as long as the time limit is not reached.
    """
    if not asked.costs:
        met = all(row.least <= 0 for row in asked.rows)
        return Best(frozenset(), 0, 0) if met else IMPOSSIBLE
    if seconds <= 0:
        return Best(None, 0, _bound(asked, -inf))
    import highspy

    if len(asked.costs) <= SMALL and (found := _whole_by_luck(asked, seconds)):
        return found
    solver = _solver(asked, seconds, highspy.HighsVarType.kInteger)
    solver.run()
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return IMPOSSIBLE
    return _answer(asked, solver, solver.getInfo().mip_dual_bound)


def _whole_by_luck(asked: Decisions, seconds: float) -> Best | None:
    """Allow decisions to be taken in part; give the answer if none is.

    Most small questions are answered so, and much faster.
    """
    import highspy

    solver = _solver(asked, seconds, highspy.HighsVarType.kContinuous)
    solver.run()
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return IMPOSSIBLE
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    found = _answer(asked, solver, solver.getInfo().objective_function_value)
    return found if found.proved else None


def _answer(asked: Decisions, solver: highspy.Highs, least: float) -> Best:
    bound = _bound(asked, least)
    values = solver.getSolution().col_value
    chosen = frozenset(n for n, value in enumerate(values) if value > 0.5)
    if not values or not all(row.holds(chosen) for row in asked.rows):
        return Best(None, 0, bound)
    cost = sum(asked.costs[n] for n in chosen)
    return Best(chosen, cost, min(bound, cost))


def _bound(asked: Decisions, found: float) -> int:
    least = sum(cost for cost in asked.costs if cost < 0)
    return max(least, ceil(found - SLACK)) if abs(found) < 1e30 else least


def too_dear(asked: Decisions, most: int) -> frozenset[int]:
    """Give decisions that are taken with no in every choice that costs at most `most`.

    There may be others.
    """
    least, dearer = prices(asked)
    room = most + SLACK - least
    return frozenset(n for n, more in enumerate(dearer) if more > max(room, SLACK))


def prices(asked: Decisions) -> tuple[float, tuple[float, ...]]:
    """Give what any choice costs at least, and how much more with each decision.

    They are found by allowing decisions to be taken in part, which can only be cheaper. A
    choice costs at least the first plus the sum of the second over its decisions.

    Returns:
        Never below the sum of negative costs; all 0 if no choice is possible even in part.
    """
    found = Relaxed().solve(asked)
    return found.least, found.more


class InPart(NamedTuple):
    """The cheapest choice if decisions may be taken in part.

    Attributes:
        least: What any choice costs at least.
        more: How much more it costs at least with each decision.
        shares: How much of each decision is taken, from 0 to 1.
    """

    least: float
    more: tuple[float, ...]
    shares: tuple[float, ...]


class Relaxed:
    """A question that grows, each time solved as if decisions could be taken in part.

    It begins with the last solution, which is much faster than beginning anew.
    """

    def __init__(self) -> None:
        """Begin with nothing to decide."""
        self._solver: highspy.Highs | None = None
        self._decisions = self._rows = 0

    def solve(self, asked: Decisions, seconds: float = inf) -> InPart:
        """Solve a question that has every decision and condition of the last one, in order."""
        size = len(asked.costs)
        nothing = InPart(_bound(asked, -inf), (0.0,) * size, (0.0,) * size)
        if not size or seconds <= 0:
            return nothing
        import highspy

        solver = self._grown(asked)
        # The solver counts its time from its first run.
        solver.setOptionValue("time_limit", solver.getRunTime() + seconds)
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return nothing
        found, least = solver.getSolution(), solver.getInfo().objective_function_value
        # A dual below 0 belongs to a decision at its upper bound; the least counts it already.
        more = tuple(max(dual, 0.0) for dual in found.col_dual)
        return InPart(least, more, tuple(found.col_value))

    def _grown(self, asked: Decisions) -> highspy.Highs:
        import highspy

        if self._solver is None:
            self._solver = _solver(asked, inf, highspy.HighsVarType.kContinuous)
        else:
            _add(self._solver, asked.costs[self._decisions :], asked.rows[self._rows :])
        self._decisions, self._rows = len(asked.costs), len(asked.rows)
        return self._solver


def _add(solver: highspy.Highs, costs: Sequence[int], rows: Sequence[Row]) -> None:
    import numpy as np

    size = len(costs)
    none = np.zeros(0, dtype=np.int32)
    if size:
        starts = np.zeros(size, dtype=np.int32)
        zeros, ones = np.zeros(size), np.ones(size)
        solver.addCols(size, np.array(costs, float), zeros, ones, 0, starts, none, np.zeros(0))
    if rows:
        lengths = (len(row.weights) for row in rows)
        starts = np.array(list(accumulate(lengths, initial=0)), dtype=np.int32)
        index = np.array([n for row in rows for n in row.weights], dtype=np.int32)
        value = np.array([w for row in rows for w in row.weights.values()], float)
        least = np.array([row.least for row in rows], float)
        most = np.full(len(rows), np.inf)
        solver.addRows(len(rows), least, most, len(index), starts[:-1], index, value)


def _solver(asked: Decisions, seconds: float, kind: highspy.HighsVarType) -> highspy.Highs:
    import highspy

    # The class is declared without types for its arguments, of which it has none.
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.silent()
    for option, value in _OPTIONS.items():
        solver.setOptionValue(option, value)
    solver.setOptionValue("time_limit", float(seconds))
    solver.passModel(_model(asked, kind))
    return solver


def _model(asked: Decisions, kind: highspy.HighsVarType) -> highspy.HighsLp:
    import highspy

    model, size = highspy.HighsLp(), len(asked.costs)
    model.num_col_, model.num_row_ = size, len(asked.rows)
    model.col_cost_ = [float(cost) for cost in asked.costs]
    model.col_lower_, model.col_upper_ = [0.0] * size, [1.0] * size
    model.integrality_ = [kind] * size
    model.row_lower_ = [float(row.least) for row in asked.rows]
    model.row_upper_ = [highspy.kHighsInf] * len(asked.rows)
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = list(accumulate((len(row.weights) for row in asked.rows), initial=0))
    matrix.index_ = [n for row in asked.rows for n in row.weights]
    matrix.value_ = [float(w) for row in asked.rows for w in row.weights.values()]
    return model


# Costs are whole numbers: a choice within less than one of the bound is a cheapest one.
_OPTIONS: Mapping[str, float | int | str] = {
    "threads": 1,
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.98,
    "mip_feasibility_tolerance": 1e-9,
}
