"""Cycles are found, written out, and few enough to read."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.model.cycles import MOST, cycles, cycles_through

NAMES = st.sampled_from("abcdef")
GRAPHS = st.dictionaries(NAMES, st.sets(NAMES, max_size=4), max_size=6)
LINKS = st.sets(st.tuples(NAMES, NAMES), max_size=14)


def drawn(graph: dict[str, set[str]]) -> nx.DiGraph:
    return nx.DiGraph((name, other) for name, leads_to in graph.items() for other in leads_to)


def test_a_cycle_is_written_from_its_smallest_name_in_the_direction_of_its_links():
    assert list(cycles({"c": ["a"], "b": ["c"], "a": ["b"]})) == [("a", "b", "c", "a")]
    assert list(cycles({"a": ["a"]})) == [("a", "a")]
    assert list(cycles({"a": ["b"], "b": ["nowhere"]})) == []


@given(GRAPHS)
def test_taking_one_link_of_each_cycle_away_leaves_none(graph):
    found = list(cycles(graph))
    left = drawn(graph)
    for cycle in found:
        assert cycle[0] == cycle[-1] == min(cycle)
        assert all(link in left.edges for link in pairwise(cycle))
        assert len(set(cycle)) == len(cycle) - 1
    left.remove_edges_from([_taken_away(cycle) for cycle in found])
    assert nx.is_directed_acyclic_graph(left)


def _taken_away(cycle: tuple[str, ...]) -> tuple[str, str]:
    return cycle[-2], cycle[-1]


def test_no_more_cycles_are_given_than_anybody_reads():
    everything = [str(n) for n in range(9)]
    assert len(list(cycles(dict.fromkeys(everything, everything)))) == MOST
    links = {(a, b) for a in everything for b in everything}
    assert len(list(cycles_through(links, links))) == MOST


@given(LINKS, st.data())
def test_a_link_has_a_cycle_through_it_if_both_ends_reach_each_other(links, data):
    graph = nx.DiGraph(links)
    asked = data.draw(st.sets(st.sampled_from(sorted(links)))) if links else set()
    found = list(cycles_through(asked, links))
    on_cycles = {link for cycle in found for link in pairwise(cycle)}
    assert on_cycles <= links
    closed = {(a, b) for a, b in asked if nx.has_path(graph, b, a)}
    assert closed - on_cycles == set()
    assert all(closed & set(pairwise(cycle)) for cycle in found)
    shortest = [1 + nx.shortest_path_length(graph, b, a) for a, b in closed]
    assert max((len(cycle) - 1 for cycle in found), default=0) == max(shortest, default=0)
