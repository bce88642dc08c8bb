"""Cycles in what should have none."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import islice

Link = tuple[str, str]

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
    # Most of what is large has few links, and what leads nowhere lies on no cycle.
    if not _any_cycle({name: leads_to for name, leads_to in graph.items() if leads_to}):
        return
    links = {name: sorted(set(leads_to)) for name, leads_to in sorted(graph.items())}
    for _ in range(MOST):
        try:
            TopologicalSorter(links).prepare()
        except CycleError as error:
            # graphlib lists predecessors first: each name is led to by the next one.
            backwards: list[str] = error.args[1]
            cycle = _from_smallest(backwards[:0:-1])
            yield cycle
            links[cycle[-2]].remove(cycle[-1])
        else:
            return


def _any_cycle(graph: Mapping[str, Collection[str]]) -> bool:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError:
        return True
    return False


def cycles_through(links: Collection[Link], graph: Collection[Link]) -> Iterator[tuple[str, ...]]:
    """Give a shortest cycle through each of some links that lies on one.

    Args:
        links: Pairs of names, from and to; all of them are in the graph.
        graph: All links there are.

    Returns:
        Cycles written out as by `cycles`, each once, at most `MOST`; in the order of the links.
    """
    leads_to: dict[str, list[str]] = {}
    for start, end in sorted(graph):
        leads_to.setdefault(start, []).append(end)
    ways = (_shortest_way(end, start, leads_to) for start, end in sorted(links))
    found = dict.fromkeys(_from_smallest(way) for way in ways if way)
    yield from islice(found, MOST)


def _shortest_way(start: str, end: str, leads_to: Mapping[str, Collection[str]]) -> list[str]:
    came_from = {start: start}
    waiting = deque([start])
    while waiting and end not in came_from:
        here = waiting.popleft()
        for there in leads_to.get(here, ()):
            if there not in came_from:
                came_from[there] = here
                waiting.append(there)
    return _walked(start, end, came_from) if end in came_from else []


def _walked(start: str, end: str, came_from: Mapping[str, str]) -> list[str]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]


def _from_smallest(cycle: list[str]) -> tuple[str, ...]:
    start = cycle.index(min(cycle))
    return (*cycle[start:], *cycle[:start], cycle[start])
