"""Conditions on units written as conditions on yes-or-no decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import gcd

from curriculum_map.analysis.optimum.formula import Enough, Every, Formula, One, Some
from curriculum_map.analysis.optimum.solver import Decisions, Row

Terms = Iterable[tuple[int, int]]
"""Decisions and weights that are summed; a decision may occur several times."""

Leaf = Callable[[One], Terms]
"""Gives the decisions of which one has to be taken with yes for a unit to be there."""


class Builder:
    """Collects decisions and conditions.

    Attributes:
        costs: What each decision costs.
        rows: The conditions so far.
    """

    def __init__(self) -> None:
        """Begin with nothing to decide."""
        self.costs: list[int] = []
        self.rows: list[Row] = []

    def decision(self, cost: int = 0) -> int:
        """Add a decision; give its number."""
        self.costs.append(cost)
        return len(self.costs) - 1

    def at_least(self, terms: Terms, least: int) -> None:
        """Add the condition that a sum is at least a number; trivial ones are left out."""
        weights: dict[int, int] = {}
        for decision, weight in terms:
            weights[decision] = weights.get(decision, 0) + weight
        weights = {n: weight for n, weight in weights.items() if weight}
        if sum(min(weight, 0) for weight in weights.values()) < least:
            self.rows.append(_smallest(weights, least))

    def at_most(self, terms: Terms, most: int) -> None:
        """Add the condition that a sum is at most a number."""
        self.at_least(((n, -weight) for n, weight in terms), -most)

    def demand(self, formula: Formula, leaf: Leaf, by: Terms = ()) -> None:
        """Add the condition that a formula holds.

        Args:
            formula: What has to hold.
            leaf: Gives the decisions behind the units it names.
            by: Terms that have to be 1 or more for it to be asked for; none means always.
        """
        asked = tuple(by)
        debt, least = [(n, -weight) for n, weight in asked], 0 if asked else 1
        match formula:
            case One():
                self.at_least([*leaf(formula), *debt], least)
            case Every(items):
                for item in items:
                    self.demand(item, leaf, asked)
            case Some(items):
                terms = (term for item in items for term in self._either(item, leaf))
                self.at_least([*terms, *debt], least)
            case Enough(items, needed):
                terms = ((n, w * by) for i, w in items for n, by in self._whether(i, leaf))
                self.at_least([*terms, *((n, w * needed) for n, w in debt)], least * needed)

    def _either(self, formula: Formula, leaf: Leaf) -> Terms:
        return leaf(formula) if isinstance(formula, One) else self._whether(formula, leaf)

    def _whether(self, formula: Formula, leaf: Leaf) -> Terms:
        holds = self.decision()
        self.demand(formula, leaf, [(holds, 1)])
        return [(holds, 1)]

    def asked(self) -> Decisions:
        """Give the question collected so far."""
        return Decisions(tuple(self.costs), tuple(self.rows))


def _smallest(weights: Mapping[int, int], least: int) -> Row:
    # Small numbers keep the solver exact.
    shared = gcd(*weights.values()) or 1
    return Row({n: weight // shared for n, weight in weights.items()}, -(-least // shared))
