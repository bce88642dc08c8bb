"""Circles in what should have none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

MOST = 20
"""Circles that are reported at most; more would hide what else is wrong."""


def circles(graph: Mapping[str, Collection[str]]) -> Iterator[tuple[str, ...]]:
    """Give circles until taking one link of each away leaves none.

    Args:
        graph: Name to the names it leads to; names that lead nowhere may be left out.

    Returns:
        Each circle written out in the direction of its links from its smallest name back to
        the same name; at most `MOST`. Nothing if there is no circle.
    """
    links = {name: set(leads_to) for name, leads_to in sorted(graph.items())}
    for _ in range(MOST):
        try:
            TopologicalSorter(links).prepare()
        except CycleError as error:
            # graphlib lists predecessors first: each name is led to by the next one.
            backwards: list[str] = error.args[1]
            circle = _from_smallest(backwards[:0:-1])
            yield circle
            links[circle[-2]].discard(circle[-1])
        else:
            return


def _from_smallest(circle: list[str]) -> tuple[str, ...]:
    start = circle.index(min(circle))
    return (*circle[start:], *circle[:start], circle[start])
