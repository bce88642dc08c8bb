"""What is asked of a set of units, and how much time there is to find one."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from curriculum_map.analysis.optimum.formula import Formula, holds, within
from curriculum_map.analysis.optimum.order import Needs, founded


@dataclass(frozen=True, slots=True)
class Limit:
    """What the units of a set may weigh together.

    Attributes:
        weights: Weight of each unit, 0 or more; a unit left out weighs nothing.
        most: The largest sum allowed.
    """

    weights: Mapping[str, int]
    most: int


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked of a set of units.

    Attributes:
        costs: The units to choose from and what each costs, by id. Whole numbers from 0.
        demands: What the set has to fulfil.
        needs: What the set has to contain besides each of its units, in an order that can
            be begun; a unit left out needs nothing.
        limits: What the units may weigh.
        unlike: Sets not all of whose units may be in the set.
        other_than: Sets that are not the answer.
    """

    costs: Mapping[str, int]
    demands: tuple[Formula, ...]
    needs: Needs = field(default_factory=dict)
    limits: tuple[Limit, ...] = ()
    unlike: tuple[frozenset[str], ...] = ()
    other_than: tuple[frozenset[str], ...] = ()

    def meets(self, units: Collection[str]) -> bool:
        """Tell whether units meet the demands and can be begun in some order."""
        chosen = frozenset(units)
        met = all(holds(demand, chosen) for demand in self.demands)
        return met and founded(chosen, self.needs) == chosen

    def among(self, units: Collection[str]) -> Task:
        """Give the same task with only some units to choose from."""
        costs = {unit: cost for unit, cost in self.costs.items() if unit in units}
        needs = {unit: within(self.needs[unit], costs) for unit in costs if unit in self.needs}
        demands = tuple(within(demand, costs) for demand in self.demands)
        return replace(self, costs=costs, needs=needs, demands=demands)

    def cost(self, units: Collection[str]) -> int:
        """Give what some units cost together."""
        return sum(self.costs[unit] for unit in units)


class Clock:
    """What is left of a time limit."""

    def __init__(self, seconds: float) -> None:
        """Begin to count."""
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Give the seconds left, below 0 once they are used up."""
        return self._end - time.monotonic()
