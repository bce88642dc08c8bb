"""Where the nodes of a graph stand."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.graph import NODE_KINDS, build, columns
from curriculum_map.model import Catalogue
from sample import catalogue, item, programme, teaches, unit
from shown import medicine


@st.composite
def graphs(draw: st.DrawFn) -> nx.MultiDiGraph[str]:
    kinds = draw(st.lists(st.sampled_from(NODE_KINDS), max_size=120))
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, kind in enumerate(kinds):
        graph.add_node(f"{kind}:{number}", kind=kind)
    names = list(graph)
    if names:
        ends = st.tuples(st.sampled_from(names), st.sampled_from(names))
        graph.add_edges_from(draw(st.lists(ends, max_size=150)))
    return graph


@given(graphs())
def test_every_node_has_a_place_of_its_own_and_a_kind_a_column(graph):
    places = columns(graph)
    assert places.keys() == set(graph)
    assert len(set(places.values())) == len(places)
    kinds_at: dict[int, set[str]] = {}
    for node, (x, _) in places.items():
        kinds_at.setdefault(x, set()).add(graph.nodes[node]["kind"])
    assert all(len(kinds) == 1 for kinds in kinds_at.values())
    order = [NODE_KINDS.index(kinds.pop()) for _, kinds in sorted(kinds_at.items())]
    assert order == sorted(order)


@given(graphs())
def test_nodes_of_a_column_are_far_enough_apart_to_be_read(graph):
    heights: dict[int, list[int]] = {}
    for x, y in columns(graph).values():
        heights.setdefault(x, []).append(y)
    for column in heights.values():
        column.sort()
        assert all(low + 60 <= high for low, high in pairwise(column))


@given(graphs())
def test_the_order_in_which_nodes_were_added_changes_nothing(graph):
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(graph.edges())
    assert columns(turned) == columns(graph)


def test_a_unit_stands_at_the_height_of_the_programme_that_plans_it():
    graph = build(
        catalogue(
            *(unit(name) for name in ("c", "b", "a")),
            programme("p1", item("c")),
            programme("p2", item("b")),
            programme("p3", item("a")),
        )
    )
    places = columns(graph)
    heights = {name: places[f"unit:{name}"][1] for name in "abc"}
    assert heights["c"] < heights["b"] < heights["a"]


def test_the_picture_is_centred():
    xs, ys = zip(*columns(build(medicine())).values(), strict=True)
    assert abs(min(xs) + max(xs)) <= 1
    assert abs(min(ys) + max(ys)) <= 1


def test_a_long_column_is_broken_into_columns_of_about_the_same_length():
    graph = build(catalogue(unit("u", *(teaches(f"c{n}", 1) for n in range(50)))))
    xs = [x for node, (x, _) in columns(graph).items() if node.startswith("competency:")]
    assert sorted(xs.count(x) for x in set(xs)) == [16, 17, 17]


def test_nothing_has_no_places():
    assert columns(build(Catalogue())) == {}
