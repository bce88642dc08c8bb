"""What stands in what, what stays closed, and what is seen in its place."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum_map.graph import build, closed, homes, stand_in
from curriculum_map.model import Alignment, Catalogue, Institution
from sample import catalogue, competency, item, profile, programme, teaches, text, titled, unit
from shown import medicine
from strategies import catalogues


def home(built: Catalogue, node: str) -> str:
    return homes(build(built))[node]


def test_a_unit_stands_in_its_whole_else_in_the_first_programme_else_in_its_institution():
    built = catalogue(
        unit("whole", parts=["part"]),
        unit("part"),
        unit("shared"),
        unit("loose"),
        programme("b", item("shared", "part")),
        programme("a", item("shared", "whole")),
    )
    inside = homes(build(built))
    assert {name: inside[f"unit:{name}"] for name in built.units} == {
        "loose": "institution:school",
        "part": "unit:whole",
        "shared": "programme:a",
        "whole": "programme:a",
    }


def test_a_competency_stands_in_its_area_and_one_without_in_its_framework():
    built = catalogue(competency("in", area="area"), competency("out", area=""))
    assert home(built, "competency:in") == "area:framework/area"
    assert home(built, "competency:out") == "framework:framework"
    assert home(built, "area:framework/area") == "framework:framework"


def test_a_concept_stands_in_the_first_competency_that_is_aligned_with_it():
    same = (Alignment(relation="close", target="https://esco.example/1"),)
    built = catalogue(competency("b", alignments=same), competency("a", alignments=same))
    assert home(built, "concept:https://esco.example/1") == "competency:a"


def test_an_institution_stands_in_the_one_it_is_part_of_and_frameworks_and_profiles_in_nothing():
    faculty = Institution(id="faculty", title=titled("faculty"), part_of="school")
    built = catalogue(faculty, profile("basic", vis=1), programme("p", institution="faculty"))
    inside = homes(build(built))
    assert inside["institution:faculty"] == "institution:school"
    assert inside["programme:p"] == "institution:faculty"
    assert [node for node, home in inside.items() if not home] == [
        "institution:school",
        "profile:basic",
        "framework:framework",
    ]


def test_units_of_a_programme_come_in_the_order_of_its_plan_those_without_a_year_last():
    built = catalogue(
        *(unit(name) for name in "abcd"),
        programme("p", item("a"), item("b", year=2), item("c", year=1, term=2), item("d", year=1)),
    )
    inside = homes(build(built))
    assert [node for node, home in inside.items() if home == "programme:p"] == [
        "unit:c",
        "unit:d",
        "unit:b",
        "unit:a",
    ]


@settings(max_examples=15)
@given(catalogues())
def test_every_node_follows_what_it_stands_in_and_nothing_else_comes_between(built):
    graph = build(built)
    inside = homes(graph)
    assert sorted(inside) == sorted(graph)
    trail: list[str] = []
    for node, home in inside.items():
        while trail and trail[-1] != home:
            trail.pop()
        assert home == (trail[-1] if trail else "")
        trail.append(node)


@settings(max_examples=15)
@given(catalogues(), st.integers(0, 60))
def test_no_more_is_shown_than_wanted_but_for_what_stands_in_nothing(built, most):
    graph = build(built)
    inside = homes(graph)
    seen = stand_in(inside, closed(graph, inside, most))
    shown = set(seen.values())
    assert seen.keys() == inside.keys()
    assert len(shown) <= most or all(not inside[node] for node in shown)
    for node, face in seen.items():
        assert (face == node) == (node in shown)


@settings(max_examples=10)
@given(catalogues())
def test_the_more_may_be_shown_the_less_stays_closed(built):
    graph = build(built)
    inside = homes(graph)
    stages = [closed(graph, inside, most) for most in (0, 5, 10, 20, 40, len(graph))]
    assert all(later <= former for former, later in pairwise(stages))
    assert stages[-1] == set()


def test_programmes_and_areas_close_before_what_they_stand_in():
    graph = build(medicine())
    inside = homes(graph)
    programmes = {"programme:medicine", "programme:bootcamp"}
    areas = {"area:framework/care", "area:framework/data"}
    inner = programmes | areas | {"competency:eHealth"}
    assert closed(graph, inside, 12) == inner
    assert closed(graph, inside, 3) == inner | {"institution:school", "framework:framework"}


def test_a_closed_thing_is_seen_for_all_that_stands_in_it_however_deep():
    inside = {"a": "", "b": "a", "c": "b", "d": "a", "e": ""}
    assert stand_in(inside, {"b"}) == {"a": "a", "b": "b", "c": "b", "d": "d", "e": "e"}
    assert stand_in(inside, {"a", "b"}) == dict.fromkeys("abcd", "a") | {"e": "e"}
    assert stand_in(inside, set()) == {each: each for each in inside}


def test_titles_and_the_order_of_the_catalogue_change_no_home():
    built = medicine()
    renamed = replace(built, settings=replace(built.settings, title=text("Other")))
    assert homes(build(built)) == homes(build(renamed))
    assert homes(build(catalogue(unit("u", teaches("c", 1)))))["unit:u"] == "institution:school"
