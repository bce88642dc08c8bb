"""Time and memory to measure requisites, beside the package `curricularanalytics` and networkx.

The package is compared where it is installed (`pip install curricularanalytics==0.2.0`); without it
the rest is measured all the same. Each side gets the same graph, and both must give the same
numbers. What grows is measured on catalogues (departments of 40 units with up to two requisites
each) and, for reachability, on deep graphs, in which everything hangs together.
"""

from __future__ import annotations

import argparse
import random
import time
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from statistics import median
from typing import TypeVar

import networkx as nx

from curriculum_map.analysis.metric_subjects import Subject
from curriculum_map.analysis.metrics import measures
from curriculum_map.analysis.path_counts import blocking, reachable
from curriculum_map.analysis.requisite_graph import requisite_graph

Needs = Mapping[str, list[str]]
Measured = dict[str, tuple[int, int, int]]
_T = TypeVar("_T")


def catalogue(units: int, department: int = 40, back: int = 15) -> Needs:
    """Give departments in which a unit requires up to two of the 15 before it."""
    draw = random.Random(1)
    needs: dict[str, list[str]] = {}
    for n in range(units):
        first = n - n % department
        known = range(max(first, n - back), n)
        chosen = draw.sample(known, min(len(known), draw.randint(0, 2)))
        needs[f"u{n}"] = [f"u{other}" for other in chosen]
    return needs


def deep(units: int, back: int = 50) -> Needs:
    """Give one graph in which each unit requires up to three of the 50 before it."""
    draw = random.Random(1)
    return {
        f"u{n}": [f"u{other}" for other in draw.sample(range(max(0, n - back), n), min(n, 3))]
        for n in range(units)
    }


def ours(needs: Needs) -> Measured:
    """Measure each unit; gives blocking, delay and centrality."""
    graph = requisite_graph(needs)
    table = measures(Subject(graph, graph, dict.fromkeys(needs, "")))
    return {row[0]: row[1:4] for row in table.rows}


def theirs(needs: Needs) -> Measured:
    """Measure each unit with the package."""
    from curricularanalytics import Course, Curriculum, pre

    courses = {name: Course(name, 3, prefix="U", num=name) for name in needs}
    for name, others in needs.items():
        for other in others:
            courses[name].add_requisite(courses[other], pre)
    whole = Curriculum("catalogue", list(courses.values()))
    return {
        each.name: (whole.blocking_factor(each), whole.delay_factor(each), whole.centrality(each))
        for each in whole.courses
    }


def timed(work: Callable[[], _T], times: int = 5) -> tuple[float, _T]:
    """Give the median seconds that some work takes, and what came of it."""

    def once() -> tuple[float, _T]:
        started = time.perf_counter()
        made = work()
        return time.perf_counter() - started, made

    rounds = [once() for _ in range(times)]
    return median(seconds for seconds, _ in rounds), rounds[0][1]


def peak(work: Callable[[], object]) -> float:
    """Give the most megabytes that some work holds at a time."""
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def beside_the_package(units: int) -> Iterator[str]:
    """Compare all measures of one catalogue; raises if the numbers differ."""
    needs = catalogue(units)
    try:
        slow, expected = timed(lambda: theirs(needs), 1)
    except ImportError:
        yield "curricularanalytics is not installed and not compared"
        return
    fast, found = timed(lambda: ours(needs))
    if found != expected:
        raise SystemExit("The two sides give different numbers.")
    yield f"all measures of {units:,} units, the same numbers on both sides"
    yield f"  curricularanalytics {slow:8.2f} s"
    yield f"  curriculum-map      {fast:8.3f} s  {slow / fast:,.0f} times faster (wanted: 100)"


def growth(
    title: str, make: Callable[[int], Needs], work: Callable[[Needs], object]
) -> Iterator[str]:
    """Show what ten times as many units cost."""
    yield title

    def cost(units: int) -> tuple[float, float]:
        needs = make(units)
        return timed(lambda: work(needs), 3)[0], peak(lambda: work(needs))

    costs = {units: cost(units) for units in (10_000, 30_000, 100_000)}
    for units, (seconds, megabytes) in costs.items():
        each = f"{seconds / units * 1e6:5.1f} µs and {megabytes / units * 1e6:6.0f} bytes a unit"
        yield f"  {units:>7,} units {seconds:7.3f} s {megabytes:7.1f} MB  {each}"


def beside_networkx(units: int, sources: int) -> Iterator[str]:
    """Compare finding what every unit reaches; networkx answers for a part of the units."""
    needs = deep(units)
    graph = requisite_graph(needs)
    links = nx.DiGraph()
    links.add_nodes_from(range(units))
    links.add_edges_from((n, other) for n, others in enumerate(graph.opens) for other in others)
    asked = range(0, units, units // sources)
    part, expected = timed(lambda: [nx.descendants(links, n) for n in asked], 1)
    fast, sets = timed(lambda: reachable(graph))
    counts = blocking(graph)
    for number, others in zip(asked, expected, strict=True):
        if not sets[number].bit_count() == counts[number] == len(others):
            raise SystemExit("The two sides reach different units.")
    slow = part * units / len(asked)
    yield f"what every unit reaches in a deep graph of {units:,}"
    yield f"  networkx       {slow:8.2f} s  ({part:.2f} s for {len(asked)} of them, spread evenly)"
    yield f"  curriculum-map {fast:8.3f} s  {slow / fast:,.0f} times faster (wanted: 500)"


def main() -> None:
    """Print every comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=10_000, help="units that are compared")
    parser.add_argument("--sources", type=int, default=500, help="units that networkx answers for")
    given = parser.parse_args()
    for lines in (
        beside_networkx(given.units, given.sources),
        growth("all measures of a catalogue", catalogue, ours),
        growth(
            "how many units each reaches in a deep graph",
            deep,
            lambda n: blocking(requisite_graph(n)),
        ),
        beside_the_package(given.units),
    ):
        for line in lines:
            print(line, flush=True)


if __name__ == "__main__":
    main()
