"""A graph too large to be read, drawn together."""

from __future__ import annotations

from hypothesis import given, settings

from curriculum_map.graph import build, closed, fold, homes, stand_in
from sample import catalogue, item, programme, teaches, unit
from strategies import catalogues


def test_links_of_what_is_drawn_together_become_one_that_says_how_many_they_were():
    built = catalogue(
        unit("a", teaches("vis", 1), teaches("law", 1)),
        unit("b", teaches("vis", 2)),
        programme("p", item("a", "b")),
    )
    graph = build(built)
    shut = {"programme:p", "area:framework/area"}
    folded = fold(graph, homes(graph), shut)
    assert {node: said["holds"] for node, said in folded.nodes(data=True)} == {
        "institution:school": 0,
        "programme:p": 2,
        "area:framework/area": 2,
        "framework:framework": 0,
    }
    assert list(folded.edges(data=True)) == [
        ("institution:school", "programme:p", {"kind": "offers", "links": 3}),
        ("programme:p", "area:framework/area", {"kind": "teaches", "links": 3}),
        ("area:framework/area", "framework:framework", {"kind": "part-of", "links": 1}),
    ]


@settings(max_examples=15)
@given(catalogues())
def test_no_thing_and_no_link_between_two_that_are_seen_gets_lost(built):
    graph = build(built)
    inside = homes(graph)
    for most in (0, 10, len(graph)):
        shut = closed(graph, inside, most)
        folded, seen = fold(graph, inside, shut), stand_in(inside, shut)
        holds = [said["holds"] for _, said in folded.nodes(data=True)]
        assert len(holds) + sum(holds) == len(graph)
        between = sum(seen[a] != seen[b] for a, b in graph.edges())
        assert sum(said["links"] for *_, said in folded.edges(data=True)) == between


def test_folding_changes_nothing_in_the_graph_it_was_given():
    graph = build(catalogue(unit("a"), programme("p", item("a"))))
    before = list(graph.nodes(data=True)), list(graph.edges(data=True))
    fold(graph, homes(graph), {"programme:p"})
    assert (list(graph.nodes(data=True)), list(graph.edges(data=True))) == before
