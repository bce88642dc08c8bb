"""Cycles in what should have none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

MOST = 20
"""Cycles that are reported at most; more would hide what else is wrong."""


def cycles(graph: Mapping[str, Collection[str]]) -> Iterator[tuple[str, ...]]:
    """Give cycles until taking one link of each away leaves none.

    Args:
        graph: Name to the names it leads to; names that lead nowhere may be left out.

    Returns:
        Each cycle written out in the direction of its links from its smallest name back to
        the same name; at most `MOST`. Nothing if there is no cycle.
    """
    links = {name: set(leads_to) for name, leads_to in sorted(graph.items())}
    for _ in range(MOST):
        try:
            TopologicalSorter(links).prepare()
        except CycleError as error:
            # graphlib lists predecessors first: each name is led to by the next one.
            backwards: list[str] = error.args[1]
            cycle = _from_smallest(backwards[:0:-1])
            yield cycle
            links[cycle[-2]].discard(cycle[-1])
        else:
            return


def _from_smallest(cycle: list[str]) -> tuple[str, ...]:
    start = cycle.index(min(cycle))
    return (*cycle[start:], *cycle[:start], cycle[start])
