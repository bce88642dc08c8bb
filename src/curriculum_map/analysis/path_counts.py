"""What the ways through a requisite graph say about each thing, without listing a way.

A way leads from a thing that needs nothing to one that opens nothing. There may be more ways than
atoms; all counts are exact integers. Numbers are those of the graph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from curriculum_map.analysis.requisite_graph import RequisiteGraph

WIDTH = 4096
"""Things whose reachability is worked out together; more would make memory outgrow the graph."""


class Reached(NamedTuple):
    """Who reaches which of some neighbouring things.

    Attributes:
        low: Number of the first of these things; bit 0 in `bits` stands for it.
        first: Number of the first thing that may reach any of them.
        bits: For each thing from `first` on a set of bits: those it reaches, itself left out.
    """

    low: int
    first: int
    bits: list[int]


def reached(graph: RequisiteGraph) -> Iterator[Reached]:
    """Give for all things which others they reach, `WIDTH` targets at a time, lowest first."""
    for low in range(0, len(graph), WIDTH):
        high = min(low + WIDTH, len(graph))
        first = graph.starts[low]
        bits = [0] * (high - first)
        for target in range(low, high):
            for number in graph.needs[target]:
                bits[number - first] |= 1 << target - low
        _close(graph, Reached(low, first, bits))
        yield Reached(low, first, bits)


def _close(graph: RequisiteGraph, block: Reached) -> None:
    """Add to what is reached directly, in `bits`, what is reached over that."""
    low, first, bits = block
    high, opens = first + len(bits), graph.opens
    # Far from the targets most things reach all of them: that set is stored and joined once.
    every = (1 << high - low) - 1
    for number in range(high - 1, first - 1, -1):
        found = bits[number - first]
        for other in opens[number]:
            if other < high:
                more = bits[other - first]
                if more is every:
                    found = every
                    break
                found |= more
        bits[number - first] = every if found == every else found


def blocking(graph: RequisiteGraph) -> list[int]:
    """Count for each thing the others it reaches."""
    counts = [0] * len(graph)
    for block in reached(graph):
        for number, bits in enumerate(block.bits, block.first):
            counts[number] += bits.bit_count()
    return counts


def reachable(graph: RequisiteGraph) -> list[int]:
    """Give for each thing what it reaches, as one integer: bit n is set if it reaches thing n.

    The answer takes memory in proportion to the square of the number of things;
    `reached` gives it in pieces.
    """
    sets = [0] * len(graph)
    opens = graph.opens
    for number in range(len(graph) - 1, -1, -1):
        found = 0
        for other in opens[number]:
            found |= sets[other] | 1 << other
        sets[number] = found
    return sets


def depths(graph: RequisiteGraph) -> tuple[list[int], list[int]]:
    """Count the things on the longest way to each thing and from it, itself included in both."""
    to, out = [1] * len(graph), [1] * len(graph)
    for number, needs in enumerate(graph.needs):
        if needs:
            to[number] = 1 + max([to[other] for other in needs])
    for number in range(len(graph) - 1, -1, -1):
        if opens := graph.opens[number]:
            out[number] = 1 + max([out[other] for other in opens])
    return to, out


def delays(graph: RequisiteGraph) -> list[int]:
    """Count for each thing the things on the longest way through it; 1 if it stands alone."""
    return [to + out - 1 for to, out in zip(*depths(graph), strict=True)]


class Ways(NamedTuple):
    """The ways that lead through each thing, as first, inner or last one.

    Attributes:
        number: How many there are; 1 for a thing that stands alone.
        length: How many things they have together, a thing counting on every way anew.
    """

    number: list[int]
    length: list[int]


def ways_through(graph: RequisiteGraph) -> Ways:
    """Count the ways that lead through each thing.

    Takes time in proportion to the links, times the digits of the counts, and memory in
    proportion to the digits of the answer.
    """
    found = _ways_to(graph)
    count, length = found
    onward: dict[int, tuple[int, int]] = {}
    for number in range(len(graph) - 1, -1, -1):
        ways, total = _ways_from(graph.opens[number], onward)
        onward[number] = ways, total
        before = count[number]
        count[number] = before * ways
        # The thing itself was counted on both sides.
        length[number] = length[number] * ways + before * (total - ways)
        for other in graph.opens[number]:
            if graph.needs[other][0] == number:
                del onward[other]
    return found


def _ways_to(graph: RequisiteGraph) -> Ways:
    """Count the ways to each thing, and the things on them, itself included."""
    count, length = [1] * len(graph), [1] * len(graph)
    for number, needs in enumerate(graph.needs):
        if needs:
            count[number] = ways = sum([count[other] for other in needs])
            length[number] = ways + sum([length[other] for other in needs])
    return Ways(count, length)


def _ways_from(opens: tuple[int, ...], onward: Mapping[int, tuple[int, int]]) -> tuple[int, int]:
    if not opens:
        return 1, 1
    ways = total = 0
    for other in opens:
        count, length = onward[other]
        ways += count
        total += length
    return ways, total + ways


def all_ways(graph: RequisiteGraph, ways: Ways) -> int:
    """Count the ways of at least two things, given those that lead through each thing."""
    return sum(
        ways.number[number]
        for number, needs in enumerate(graph.needs)
        if not needs and graph.opens[number]
    )


def centralities(graph: RequisiteGraph, ways: Ways) -> list[int]:
    """Give for each thing the things on all ways that have it inside, given all ways through it.

    What needs nothing or opens nothing is inside no way.
    """
    linked = zip(ways.length, graph.needs, graph.opens, strict=True)
    return [length if needs and opens else 0 for length, needs, opens in linked]


class Implied(NamedTuple):
    """A link that other links imply.

    Attributes:
        needed: What is needed.
        number: What needs it.
        over: The first thing that needs `needed` too and is needed by `number`, directly or over
            others.
    """

    needed: int
    number: int
    over: int


def redundant(
    graph: RequisiteGraph, enough: Callable[[Implied], bool] = lambda _: True
) -> list[Implied]:
    """Find the links that other links imply, in no particular order.

    Args:
        graph: What is needed.
        enough: Tells whether `over` needs as much of what is needed as `number` does.
    """
    found: list[Implied] = []
    for low, first, bits in reached(graph):
        for number in range(low, min(low + WIDTH, len(graph))):
            needs, bit = graph.needs[number], 1 << number - low
            for needed in needs if len(needs) > 1 else ():
                others = (o for o in graph.opens[needed] if o < number and bits[o - first] & bit)
                implied = (Implied(needed, number, over) for over in others)
                found += islice(filter(enough, implied), 1)
    return found


def longest_ways(graph: RequisiteGraph) -> Iterator[tuple[int, ...]]:
    """Give the longest ways one after the other, as long as one asks; none without links."""
    _, out = depths(graph)
    longest = max(out, default=1)
    place = {number: rank for rank, number in enumerate(graph.authored)}
    starts = [n for n in graph.authored if out[n] == longest and longest > 1]
    waiting: list[tuple[int, ...]] = [(start,) for start in reversed(starts)]
    while waiting:
        way = waiting.pop()
        last = way[-1]
        if not graph.opens[last]:
            yield way
        steps = [other for other in graph.opens[last] if out[other] == out[last] - 1]
        waiting += [(*way, other) for other in sorted(steps, key=place.__getitem__, reverse=True)]


def count_longest(graph: RequisiteGraph) -> int:
    """Count the longest ways; 0 without links."""
    _, out = depths(graph)
    longest = max(out, default=1)
    ways = [1] * len(graph)
    for number in range(len(graph) - 1, -1, -1):
        if opens := graph.opens[number]:
            ways[number] = sum([ways[o] for o in opens if out[o] == out[number] - 1])
    return sum(ways[n] for n in range(len(graph)) if out[n] == longest) if longest > 1 else 0
