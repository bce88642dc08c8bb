"""Curricular Analytics: what the structure of requisites costs a learner who fails once.

The measures are those of arXiv:1811.09676; `definitions.METRICS` says in plain words what each
of them means. Rows are in the order in which units stand in the plan, else by id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice
from types import MappingProxyType

from curriculum_map.analysis import definitions, path_counts
from curriculum_map.analysis.metric_subjects import Subject, unit_requisites
from curriculum_map.analysis.table import Table
from curriculum_map.model import Catalogue

COLUMNS = {
    "unit": "string",
    "blocking": "int64",
    "delay": "int64",
    "centrality": "object",
    "complexity": "float64",
    "requires": "int64",
    "opens": "int64",
    "title": "string",
}
TOTALS = {"total": "string", "value": "object", "definition": "string"}
BOTTLENECKS = {
    "unit": "string",
    "share": "float64",
    "chains": "object",
    "blocking": "int64",
    "delay": "int64",
    "requires": "int64",
    "opens": "int64",
    "title": "string",
}
REDUNDANT = {
    "unit": "string",
    "requires": "string",
    "implied_by": "string",
    "title": "string",
    "requires_title": "string",
}
LONGEST = {"chain": "int64", "step": "int64", "unit": "string", "title": "string"}
MEANINGS = {"measure": "string", "definition": "string"}
MOST = 10
"""Bottlenecks and longest chains that are given at most."""


def metrics(catalogue: Catalogue, programme: str = "", *, language: str = "") -> Table:
    """Measure every unit of a programme's plan, or of the whole catalogue.

    What counts as required is said in `unit_requisites`, what the rows are in `measures`.

    Raises:
        UnknownName: If there is no such programme or language.
    """
    return measures(unit_requisites(catalogue, programme, language=language))


def measures(subject: Subject) -> Table:
    """Measure each thing of a graph of requisites.

    Returns:
        One row for each thing.

        - ``blocking``, ``delay``: numbers of things, from 0 and from 1
        - ``centrality``: a number of things, exact however large it is
        - ``complexity``: ``delay`` + ``blocking``; in a year of quarters two thirds of that,
          rounded to one decimal
        - ``requires``, ``opens``: numbers of direct requisites in either direction
    """
    graph = subject.graph
    blocking, delay = path_counts.blocking(graph), path_counts.delays(graph)
    central = path_counts.centralities(graph, path_counts.ways_through(graph))
    rows = (
        (
            graph.ids[n],
            blocking[n],
            delay[n],
            central[n],
            complexity(blocking[n] + delay[n], subject.quarters),
            len(graph.needs[n]),
            len(graph.opens[n]),
            subject.titles[graph.ids[n]],
        )
        for n in graph.authored
    )
    return Table("metrics", COLUMNS, tuple(rows))


def complexity(total: int, quarters: bool) -> float:
    """Give the structural complexity for the sum of delay and blocking factor."""
    return round(2 * total / 3, 1) if quarters else total


def totals(subject: Subject) -> Table:
    """Sum up a graph of requisites.

    Returns:
        One row for each key of `definitions.METRIC_TOTALS`, in that order, with its value, an
        exact integer but for ``complexity`` in a year of quarters, and its definition.
    """
    graph, table = subject.graph, measures(subject)
    values = {
        "units": len(graph),
        "requisites": graph.links,
        **{name: sum(table.column(name)) for name in ("blocking", "delay", "centrality")},
        "complexity": _added(table.column("complexity")),
        "longest": max(table.column("delay"), default=0),
        "longest-chains": path_counts.count_longest(graph),
        "redundant": len(redundant(subject)),
        "circular": graph.dropped,
    }
    defined = definitions.meanings(subject.language).metric_totals
    rows = tuple((total, values[total], said) for total, said in defined.items())
    return Table("metric-totals", TOTALS, rows)


def _added(values: list[float]) -> float:
    # Tenths are added as integers, so that no binary fraction shows in the sum.
    tenths = sum(round(value * 10) for value in values)
    return tenths / 10 if tenths % 10 else tenths // 10


def bottlenecks(subject: Subject) -> Table:
    """Find what most chains of requisites run through.

    Returns:
        At most `MOST` rows, that with the largest share first. Only what opens others is a
        bottleneck.

        - ``share``: the share of all chains of at least two things that it stands on, whether at
          an end or inside, from 0 to 1
        - ``chains``: how many chains that are, exact however many
    """
    graph = subject.graph
    ways = path_counts.ways_through(graph)
    every = path_counts.all_ways(graph, ways)
    blocking, delay = path_counts.blocking(graph), path_counts.delays(graph)
    narrow = [n for n in graph.authored if graph.opens[n]]
    rows = (
        (
            graph.ids[n],
            ways.number[n] / every,
            ways.number[n],
            blocking[n],
            delay[n],
            len(graph.needs[n]),
            len(graph.opens[n]),
            subject.titles[graph.ids[n]],
        )
        for n in sorted(narrow, key=lambda n: (-ways.number[n], -blocking[n]))[:MOST]
    )
    return Table("bottlenecks", BOTTLENECKS, tuple(rows))


def redundant(subject: Subject) -> Table:
    """Find requisites that other requisites imply already.

    Only what must come before, whatever a learner chooses, implies or is implied:
    alternatives and co-requisites are not looked at. A competency that is required at a level
    is implied only by one required at that level or above.

    Returns:
        One row for each requisite that can go, by unit and by what it requires.
        ``implied_by`` requires the same, and the unit requires it in turn, directly or over
        others.
    """
    graph, titles = subject.firm, subject.titles
    place = {number: rank for rank, number in enumerate(graph.authored)}

    def enough(link: path_counts.Implied) -> bool:
        """Tell whether what stands between requires at least the level that is required."""
        needed, number, over = (graph.ids[n] for n in link)
        return subject.ranks.get((over, needed), 0) >= subject.ranks.get((number, needed), 0)

    rows = []
    links = path_counts.redundant(graph, enough)
    for link in sorted(links, key=lambda link: (place[link.number], place[link.needed])):
        unit, needed, over = (graph.ids[n] for n in (link.number, link.needed, link.over))
        rows.append((unit, needed, over, titles[unit], titles[needed]))
    return Table("redundant-requisites", REDUNDANT, tuple(rows))


def longest_chains(subject: Subject) -> Table:
    """Write out the longest chains of requisites, what comes first first.

    Returns:
        One row for each step of each of the first `MOST` chains; ``chain`` and ``step`` count
        from 1. No rows if nothing is required.
    """
    graph = subject.graph
    rows = (
        (chain, step, graph.ids[number], subject.titles[graph.ids[number]])
        for chain, way in enumerate(islice(path_counts.longest_ways(graph), MOST), 1)
        for step, number in enumerate(way, 1)
    )
    return Table("longest-chains", LONGEST, tuple(rows))


def meanings(subject: Subject) -> Table:
    """Say in plain words what is measured: one row for each key of `definitions.METRICS`."""
    return Table(
        "metric-meanings", MEANINGS, tuple(definitions.meanings(subject.language).metrics.items())
    )


VIEWS: Mapping[str, Callable[[Subject], Table]] = MappingProxyType(
    {
        "units": measures,
        "totals": totals,
        "bottlenecks": bottlenecks,
        "redundant": redundant,
        "longest": longest_chains,
        "meanings": meanings,
    }
)
"""What can be asked of a graph of requisites, by the name it has on the command line."""
