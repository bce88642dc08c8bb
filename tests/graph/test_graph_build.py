"""A catalogue as a typed graph."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import networkx as nx
import pytest

from curriculum_map.graph import EDGE_KINDS, NODE_KINDS, build
from curriculum_map.model import Catalogue, Settings, Text
from sample import (
    all_of,
    any_of,
    catalogue,
    co,
    competency,
    crosswalk,
    item,
    pre,
    profile,
    programme,
    scale,
    teaches,
    text,
    unit,
)
from shown import medicine


def edges(graph: nx.MultiDiGraph[str], kind: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Give the edges of a kind: from, to, and what they say beyond their kind."""
    return [
        (origin, target, {name: value for name, value in said.items() if name != "kind"})
        for origin, target, said in graph.edges(data=True)
        if said["kind"] == kind
    ]


def test_everything_a_catalogue_describes_is_a_node_of_its_kind():
    built = medicine()
    nodes = build(built).nodes(data=True)
    assert sorted(name for name, said in nodes if said["kind"] == "unit") == [
        f"unit:{name}" for name in built.units
    ]
    assert dict(nodes)["unit:team-a"] == {
        "kind": "unit",
        "name": "team-a",
        "label": "Team a",
        "language": "en",
        "assumed": False,
    }
    assert {said["kind"] for _, said in nodes} == set(NODE_KINDS)


def test_every_kind_of_edge_occurs_and_leads_from_node_to_node():
    graph = build(
        catalogue(
            competency("whole", "part", requires={"other": 1}),
            unit("u", teaches("part", 1), parts=["v"], requires=pre("w")),
            unit("v"),
            unit("w"),
            profile("p", whole=1),
            programme("course", item("u"), aims="p"),
        )
    )
    assert {said["kind"] for _, _, said in graph.edges(data=True)} == set(EDGE_KINDS) - {"aligned"}
    assert {said["kind"] for _, _, said in build(medicine()).edges(data=True)} >= {"aligned"}
    assert all("kind" in said for _, said in graph.nodes(data=True))


def test_a_plan_says_where_a_unit_stands_and_whether_it_is_chosen():
    graph = build(
        catalogue(
            unit("a"),
            unit("b"),
            programme("p", item("a", year=1, term=2), item("b", choose=1)),
        )
    )
    assert edges(graph, "plans") == [
        ("programme:p", "unit:a", {"year": 1, "term": 2, "elective": False}),
        ("programme:p", "unit:b", {"year": 0, "term": 0, "elective": True}),
    ]


def test_each_contribution_is_an_edge_ranked_on_the_scale_of_its_competency():
    graph = build(
        catalogue(
            scale("bloom", "remember", "apply"),
            crosswalk("bloom", "miller", remember="knows", apply="does"),
            unit("u", teaches("c", "bloom/apply", status="suggested"), teaches("d", 2)),
        )
    )
    assert edges(graph, "teaches") == [
        (
            "unit:u",
            "competency:c",
            {"level": "apply", "rank": 4, "status": "suggested", "outcome": "c"},
        ),
        (
            "unit:u",
            "competency:d",
            {"level": "knows-how", "rank": 2, "status": "declared", "outcome": "d"},
        ),
    ]


@pytest.mark.parametrize(
    ("tree", "wanted"),
    [
        (pre("a"), [("a", "pre", False)]),
        (all_of(co("a"), pre("b")), [("a", "co", False), ("b", "pre", False)]),
        (any_of(pre("a"), pre("b")), [("a", "pre", True), ("b", "pre", True)]),
        (any_of(pre("a")), [("a", "pre", False)]),
        (any_of(all_of(pre("a")), pre("b")), [("a", "pre", True), ("b", "pre", True)]),
        (all_of(pre("a"), any_of(pre("a"), pre("b"))),
         [("a", "pre", False), ("a", "pre", True), ("b", "pre", True)]),
    ],
)  # fmt: skip
def test_a_requisite_says_whether_another_would_do(tree, wanted):
    graph = build(catalogue(unit("a"), unit("b"), unit("u", requires=tree)))
    assert edges(graph, "requires") == [
        ("unit:u", f"unit:{name}", {"timing": timing, "choice": choice})
        for name, timing, choice in wanted
    ]


def test_a_title_is_in_the_first_language_of_the_project_and_an_id_where_there_is_none():
    both = Text((("en", "Medicine"), ("nl", "Geneeskunde")))
    dutch = Settings(title=text("Map"), languages=("nl", "en"))
    graph = build(catalogue(programme("m", title=both), unit("u", title=Text()), settings=dutch))
    labels = {name: (said["label"], said["language"]) for name, said in graph.nodes(data=True)}
    assert labels["programme:m"] == ("Geneeskunde", "nl")
    assert labels["unit:u"] == ("u", "")


def test_an_area_of_one_framework_is_not_that_of_another():
    graph = build(medicine())
    assert edges(graph, "part-of")[:1] == [
        ("competency:checking", "area:framework/data", {}),
    ]
    assert ("area:framework/data", "framework:framework", {}) in edges(graph, "part-of")


def test_a_competency_outside_any_area_is_part_of_its_framework():
    graph = build(catalogue(competency("c", area="")))
    assert ("competency:c", "framework:framework", {}) in edges(graph, "part-of")


def test_every_value_is_one_that_any_graph_format_can_carry(tmp_path):
    graph = build(medicine())
    nx.write_graphml(graph, tmp_path / "graph.graphml")
    again = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
    assert sorted(again.edges(keys=True)) == sorted(graph.edges(keys=True))


def test_the_catalogue_is_not_changed_and_gives_the_same_graph_again():
    built = medicine()
    first, second = build(built), build(replace(built))
    assert list(first.nodes(data=True)) == list(second.nodes(data=True))
    assert list(first.edges(data=True, keys=True)) == list(second.edges(data=True, keys=True))
    assert built == medicine()


def test_nothing_gives_an_empty_graph():
    assert len(build(Catalogue())) == 0
