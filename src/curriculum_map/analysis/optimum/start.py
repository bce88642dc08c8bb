"""Some set of units that meets demands, quickly: where no cheapest one is found in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import heappop, heappush
from math import inf

from curriculum_map.analysis.optimum.formula import (
    ALWAYS,
    Enough,
    Every,
    Formula,
    One,
    Some,
    named,
)
from curriculum_map.analysis.optimum.order import Needs


def some_set(
    costs: Mapping[str, int], demands: Iterable[Formula], needs: Needs
) -> frozenset[str] | None:
    """Give a set of units that meets demands and can be begun in some order.

    Each unit is weighed with all it needs, as if nothing were shared; the lightest are taken.

    Returns:
        None if there is none, or only with units that have to be begun together.
    """
    weights = _weights(costs, needs)
    taken: set[str] = set()
    ways = [_lightest(demand, weights) for demand in demands]
    if any(weight == inf for weight, _ in ways):
        return None
    waiting = [unit for _, units in ways for unit in units]
    while waiting:
        unit = waiting.pop()
        if unit not in taken:
            taken.add(unit)
            waiting += _lightest(needs.get(unit, ALWAYS), weights)[1]
    return frozenset(taken)


def _weights(costs: Mapping[str, int], needs: Needs) -> dict[str, float]:
    opens: dict[str, list[str]] = defaultdict(list)
    waiting: list[tuple[float, str]] = []
    for unit, cost in costs.items():
        needed = needs.get(unit, ALWAYS)
        for other in set(named(needed)):
            opens[other].append(unit)
        if needed == ALWAYS:
            heappush(waiting, (_weight(cost), unit))
    found: dict[str, float] = {}
    lightest: dict[str, float] = defaultdict(lambda: inf)
    while waiting:
        weight, unit = heappop(waiting)
        if unit not in found:
            found[unit] = weight
            # Units come lightest first: a heavier one does not help those known to need less.
            for later in (each for each in opens[unit] if weight < lightest[each]):
                below = _lightest(needs[later], found)[0]
                if below < lightest[later]:
                    lightest[later] = below
                    heappush(waiting, (below + _weight(costs[later]), later))
    return found


def _weight(cost: int) -> float:
    # A unit that costs nothing still weighs something: else it could be its own lightest help.
    return 1024 * cost + 1


def _lightest(formula: Formula, weights: Mapping[str, float]) -> tuple[float, list[str]]:
    """Give the lightest way to fulfil a condition: its weight, and the units it names."""
    match formula:
        case One(options):
            weight, unit = min((weights.get(unit, inf), unit) for unit in options)
            return weight, [unit]
        case Every(items):
            ways = [_lightest(item, weights) for item in items]
        case Some(items):
            return min((_lightest(item, weights) for item in items), default=(inf, []))
        case Enough(items, needed):
            ways = _filling([(_lightest(item, weights), w) for item, w in items], needed)
    return sum(weight for weight, _ in ways), [unit for _, units in ways for unit in units]


def _filling(
    ways: list[tuple[tuple[float, list[str]], int]], needed: int
) -> list[tuple[float, list[str]]]:
    taken = []
    for way, weight in sorted(ways):
        if needed > 0:
            taken.append(way)
            needed -= weight
    return taken
