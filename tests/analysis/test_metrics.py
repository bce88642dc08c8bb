"""What requisites cost: by hand, by trying every way, and where ways lead in a circle."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum_map.analysis import path_counts
from curriculum_map.analysis.definitions import METRIC_TOTALS, METRICS
from curriculum_map.analysis.metric_subjects import (
    Subject,
    competency_requisites,
    unit_requisites,
)
from curriculum_map.analysis.metrics import (
    BOTTLENECKS,
    COLUMNS,
    VIEWS,
    bottlenecks,
    longest_chains,
    measures,
    metrics,
    redundant,
    totals,
)
from curriculum_map.analysis.requisite_graph import requisite_graph
from curriculum_map.errors import UnknownName
from curriculum_map.model import Identifier
from sample import (
    all_of,
    any_of,
    catalogue,
    co,
    competency,
    item,
    pre,
    programme,
    strict_co,
    unit,
)

LINKS = st.lists(st.lists(st.integers(0, 8), max_size=4), max_size=9)
WIDTHS = st.sampled_from([1, 2, 3, 4096])


def forward(links):
    """Make the drawn links lead back to what stands earlier only, so that there is no circle."""
    return {str(n): [str(other % n) for other in others if n] for n, others in enumerate(links)}


def any_way(links):
    return {str(n): [str(other) for other in others] for n, others in enumerate(links)}


def every_way(needs):
    """List every way from what needs nothing to what opens nothing."""
    opens = {name: [n for n in needs if name in needs[n]] for name in needs}
    ways, waiting = [], [(name,) for name in needs if not needs[name]]
    while waiting:
        way = waiting.pop()
        ways += [] if opens[way[-1]] else [way]
        waiting += [(*way, after) for after in opens[way[-1]]]
    return ways


def reachable_by_hand(needs):
    """Give for each thing what it reaches, by following links until nothing is new."""
    reach = {name: {n for n in needs if name in needs[n]} for name in needs}
    for _ in needs:
        reach = {n: r.union(*(reach[other] for other in r)) for n, r in reach.items()}
    return reach


def without_circles(needs):
    reach = reachable_by_hand(needs)
    known = {name: [n for n in set(others) if n in needs] for name, others in needs.items()}
    return {name: {n for n in others if n not in reach[name]} for name, others in known.items()}


def expected(needs, quarters=False):
    """Work out every measure from the list of all ways."""
    ways, reach = every_way(needs), reachable_by_hand(needs)
    rows = {}
    for name in needs:
        delay = max(len(way) for way in ways if name in way)
        total = delay + len(reach[name])
        rows[name] = (
            len(reach[name]),
            delay,
            sum(len(way) for way in ways if name in way[1:-1]),
            round(2 * total / 3, 1) if quarters else total,
            len(needs[name]),
            sum(name in others for others in needs.values()),
        )
    return rows


def subject(needs, quarters=False):
    graph = requisite_graph(needs)
    return Subject(graph, graph, {name: name.upper() for name in needs}, quarters)


def found(needs, quarters=False):
    return {row[0]: row[1:-1] for row in measures(subject(needs, quarters)).rows}


@settings(max_examples=200)
@given(LINKS, st.booleans(), WIDTHS)
def test_every_measure_is_what_listing_all_ways_gives(links, quarters, width):
    needs = forward(links)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(path_counts, "WIDTH", width)
        assert found(needs, quarters) == expected(without_circles(needs), quarters)


@settings(max_examples=200)
@given(LINKS, WIDTHS)
def test_links_inside_a_circle_are_left_out_and_all_others_count(links, width):
    needs = any_way(links)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(path_counts, "WIDTH", width)
        assert found(needs) == expected(without_circles(needs))
    graph, reach = requisite_graph(needs), reachable_by_hand(needs)
    circles = {tuple(n for n in needs if n in reach[name] and name in reach[n]) for name in needs}
    assert set(graph.circles) == circles - {()}
    known = sum(len({n for n in others if n in needs}) for others in needs.values())
    assert graph.links + graph.dropped == known


@settings(max_examples=200)
@given(LINKS, WIDTHS)
def test_a_requisite_is_redundant_exactly_if_taking_it_away_changes_nothing(links, width):
    needs = without_circles(forward(links))
    reach = reachable_by_hand(needs)
    implied = {
        (name, other)
        for name, others in needs.items()
        for other in others
        if reachable_by_hand({**needs, name: others - {other}}) == reach
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(path_counts, "WIDTH", width)
        rows = redundant(subject(needs)).records()
    assert {(row["unit"], row["requires"]) for row in rows} == implied
    assert all(row["requires"] in needs[row["implied_by"]] for row in rows)
    assert all(row["unit"] in reach[row["implied_by"]] for row in rows)


@settings(max_examples=200)
@given(LINKS)
def test_the_longest_chains_are_the_longest_of_all_ways(links):
    needs = without_circles(forward(links))
    ways = [way for way in every_way(needs) if len(way) > 1]
    longest = {way for way in ways if len(way) == max(map(len, ways))}
    rows = longest_chains(subject(needs)).records()
    chains = {
        tuple(row["unit"] for row in rows if row["chain"] == chain)
        for chain in {row["chain"] for row in rows}
    }
    figures = dict(row[:2] for row in totals(subject(needs)).rows)
    assert figures["longest-chains"] == len(longest)
    assert len(chains) == min(len(longest), 10)
    assert chains <= longest


@settings(max_examples=200)
@given(LINKS)
def test_a_bottleneck_has_the_share_of_all_ways_that_lead_through_it(links):
    needs = without_circles(forward(links))
    ways = [way for way in every_way(needs) if len(way) > 1]
    rows = bottlenecks(subject(needs)).records()
    through = {row["unit"]: sum(row["unit"] in way for way in ways) for row in rows}
    assert {row["unit"]: row["chains"] for row in rows} == through
    assert [row["share"] for row in rows] == sorted(
        (count / len(ways) for count in through.values()), reverse=True
    )
    assert through.keys() == {name for others in needs.values() for name in others}


@given(LINKS)
def test_reachable_sets_are_those_found_by_following_links(links):
    needs = forward(links)
    graph = requisite_graph(needs)
    sets = path_counts.reachable(graph)
    named = {
        graph.ids[n]: {graph.ids[other] for other in range(len(graph)) if sets[n] >> other & 1}
        for n in range(len(graph))
    }
    assert named == reachable_by_hand(needs)


def test_counts_stay_exact_where_there_are_more_ways_than_atoms():
    # Three doors at each of 100 crossings: 3 ** 100 ways of 201 things.
    needs = {"start": []}
    for n in range(100):
        last = "start" if n == 0 else f"crossing-{n - 1}"
        needs |= {f"door-{n}-{door}": [last] for door in range(3)}
        needs[f"crossing-{n}"] = [f"door-{n}-{door}" for door in range(3)]
    rows = found(needs)
    assert rows["crossing-0"][2] == 3**100 * 201
    assert rows["door-50-1"][2] == 3**99 * 201
    assert bottlenecks(subject(needs)).records()[0]["chains"] == 3**100


def test_a_chain_of_ten_thousand_is_measured():
    needs = {str(n): [str(n - 1)] if n else [] for n in range(10_000)}
    rows = found(needs)
    assert rows["0"] == (9_999, 10_000, 0, 19_999, 0, 1)
    assert rows["5000"] == (4_999, 10_000, 10_000, 14_999, 1, 1)


def medicine(*plan, **said):
    return catalogue(
        unit("chemistry"),
        unit("biology"),
        unit("physiology", requires=all_of(pre("chemistry"), pre("biology"))),
        unit("laboratory", requires=strict_co("physiology")),
        unit("clinic", requires=all_of(any_of(pre("physiology"), pre("law")), pre("biology"))),
        unit("law"),
        unit("ward", requires=all_of(pre("clinic"), co("laboratory"), pre("biology"))),
        programme("medicine", *plan, **said),
    )


ALL = ("chemistry", "biology", "physiology", "laboratory", "clinic", "law", "ward")


def test_every_unit_of_a_plan_is_measured_in_the_order_of_the_plan():
    table = metrics(medicine(item("chemistry", "biology", year=1), item(*ALL[2:])), "medicine")
    assert dict(table.columns) == COLUMNS
    assert table.rows == (
        ("chemistry", 4, 4, 0, 8, 0, 1, "Chemistry"),
        ("biology", 4, 4, 0, 8, 0, 3, "Biology"),
        ("physiology", 3, 4, 16, 7, 2, 2, "Physiology"),
        ("laboratory", 1, 4, 8, 5, 1, 1, "Laboratory"),
        ("clinic", 1, 4, 14, 5, 3, 1, "Clinic"),
        ("law", 2, 3, 0, 5, 0, 1, "Law"),
        ("ward", 0, 4, 0, 4, 3, 0, "Ward"),
    )


def test_a_unit_that_is_not_in_the_plan_is_not_required():
    table = metrics(medicine(item("ward", "clinic", "law")), "medicine")
    assert [row[:4] for row in table.rows] == [
        ("ward", 0, 3, 0),
        ("clinic", 1, 3, 3),
        ("law", 2, 3, 0),
    ]


def test_in_a_year_of_quarters_complexity_is_two_thirds():
    quarters = (Identifier(scheme="system-type", value="quarter"),)
    asked = medicine(item(*ALL), identifiers=quarters)
    assert metrics(asked, "medicine").column("complexity") == [5.3, 5.3, 4.7, 3.3, 3.3, 3.3, 2.7]
    figures = dict(row[:2] for row in totals(unit_requisites(asked, "medicine")).rows)
    assert figures["complexity"] == 27.9


def test_the_totals_are_sums_with_their_definitions():
    rows = totals(unit_requisites(medicine(item(*ALL)), "medicine")).rows
    assert rows == tuple(
        (figure, value, METRIC_TOTALS[figure])
        for figure, value in {
            "units": 7,
            "requisites": 9,
            "blocking": 15,
            "delay": 27,
            "centrality": 38,
            "complexity": 42,
            "longest": 4,
            "longest-chains": 4,
            "redundant": 1,
            "circular": 0,
        }.items()
    )


def test_alternatives_and_co_requisites_make_nothing_redundant():
    rows = redundant(unit_requisites(medicine(item(*ALL)), "medicine")).rows
    assert rows == (("ward", "biology", "clinic", "Ward", "Biology"),)


def test_a_unit_stands_for_its_parts():
    asked = catalogue(
        unit("anatomy", parts=["bones", "muscles"]),
        unit("bones"),
        unit("muscles", requires=pre("bones")),
        unit("surgery", parts=["knife"]),
        unit("knife", requires=pre("muscles")),
        programme("medicine", item("surgery", "anatomy")),
    )
    rows = [row[:3] for row in metrics(asked, "medicine").rows]
    assert rows == [("surgery", 0, 2), ("anatomy", 1, 2)]
    assert [row[:3] for row in metrics(asked).rows] == [("anatomy", 1, 2), ("surgery", 0, 2)]


def test_without_a_programme_every_unit_counts_that_is_part_of_no_other():
    assert metrics(medicine()).column("unit") == sorted(ALL)


def test_units_taken_together_put_nothing_first():
    asked = catalogue(
        unit("lecture", requires=strict_co("laboratory")),
        unit("laboratory", requires=all_of(strict_co("lecture"), pre("intro"))),
        unit("intro"),
        unit("exam", requires=pre("lecture")),
        programme("chemistry", item("intro", "lecture", "laboratory", "exam")),
    )
    subject = unit_requisites(asked, "chemistry")
    assert subject.graph.circles == (("lecture", "laboratory"),)
    assert subject.graph.dropped == 2
    assert [row[:3] for row in measures(subject).rows] == [
        ("intro", 1, 2),
        ("lecture", 1, 2),
        ("laboratory", 0, 2),
        ("exam", 0, 2),
    ]


def test_competencies_are_measured_by_what_they_require():
    asked = catalogue(
        competency("reads"),
        competency("writes", requires={"reads": 2}),
        competency("argues", requires={"writes": 1, "reads": 2}),
        competency("debates", requires={"argues": 3, "writes": 2}),
    )
    subject = competency_requisites(asked)
    assert [row[:5] for row in measures(subject).rows] == [
        ("argues", 1, 4, 7, 5),
        ("debates", 0, 4, 0, 4),
        ("reads", 3, 4, 0, 7),
        ("writes", 2, 4, 7, 6),
    ]
    # To debate takes more writing than to argue does, so only reading is implied.
    assert [row[:3] for row in redundant(subject).rows] == [("argues", "reads", "writes")]


@pytest.mark.parametrize("view", VIEWS)
def test_a_catalogue_without_units_has_empty_tables_with_all_columns(view):
    asked = unit_requisites(catalogue())
    table = VIEWS[view](asked)
    assert list(table.frame().columns) == list(table.columns)
    assert len(table) == {"totals": len(METRIC_TOTALS), "meanings": len(METRICS)}.get(view, 0)


def test_every_measure_that_is_shown_has_a_meaning():
    assert METRICS.keys() == {*COLUMNS, *BOTTLENECKS} - {"unit", "title"}


def test_frames_hold_counts_of_any_size():
    needs = {"a": []} | {
        str(n): ["a"] if n < 3 else [str(n - i) for i in (1, 2, 3)] for n in range(200)
    }
    frame = measures(subject(needs)).frame()
    assert frame["centrality"].map(type).eq(int).all()
    assert frame["centrality"].max() > 2**63


def test_an_unknown_programme_is_named():
    with pytest.raises(UnknownName) as error:
        metrics(medicine(), "medecine")
    assert str(error.value) == ('There is no programme called "medecine". Did you mean "medicine"?')


@given(LINKS)
def test_what_is_needed_stands_first_and_companies_stand_together(links):
    graph = requisite_graph(any_way(links))
    assert all(other < number for number in range(len(graph)) for other in graph.needs[number])
    turned = {(number, other) for number in range(len(graph)) for other in graph.opens[number]}
    assert turned == {(other, n) for n in range(len(graph)) for other in graph.needs[n]}
    assert all(graph.starts[a] == graph.starts[b] for a, b in turned)
    assert all(a <= b for a, b in pairwise(graph.starts))
    assert [graph.ids[number] for number in graph.authored] == list(any_way(links))
