"""The graph page before a browser sees it: what its script is told, and how large it is."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from curriculum_map.formats.project import load
from curriculum_map.graph import EDGE_KINDS, NODE_KINDS, build, homes
from curriculum_map.model import Catalogue, Level, Settings, Text
from curriculum_map.pages import graph_page, graph_told
from curriculum_map.pages.graph_page import graph_pages
from curriculum_map.pages.graph_told import told
from curriculum_map.pages.site import Site
from curriculum_map.pages.words import LANGUAGES
from sample import catalogue, item, pre, programme, scale, teaches, text, unit
from shown import Reader, medicine
from strategies import catalogues


@cache
def shipped() -> Catalogue:
    return load(Path(__file__).parents[2])


def page_of(built: Catalogue, language: str = "en") -> str:
    ((address, page),) = graph_pages(Site(built), language)
    assert address == "graph.html"
    return page


def model_of(built: Catalogue, language: str = "en") -> dict[str, Any]:
    found = re.search(r'id="graph-data">(.*?)</script>', page_of(built, language), re.DOTALL)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


@settings(max_examples=10)
@given(catalogues())
def test_the_script_is_told_every_thing_and_every_link_of_the_graph(built):
    graph = build(built, language="nl")
    model = json.loads(json.dumps(told(graph, built, "nl")))
    names = [
        f"{NODE_KINDS[kind]}:{name}"
        for kind, name in zip(model["kind"], model["name"], strict=True)
    ]
    assert names == list(homes(graph))
    assert model["label"] == [graph.nodes[node]["label"] for node in names]
    columns = (model["from"], model["to"], model["relation"])
    assert [
        (names[origin], names[target], EDGE_KINDS[kind])
        for origin, target, kind in zip(*columns, strict=True)
    ] == [(origin, target, said["kind"]) for origin, target, said in graph.edges(data=True)]


def test_what_a_link_says_is_said_in_the_language_of_the_page():
    built = catalogue(
        unit("a", teaches("c", 2, status="suggested")),
        unit("b", requires=pre("a")),
        programme("p", item("a", year=2, term=1), item("b", choose=1)),
    )
    assert {"", "knows how, suggested", "before", "Year 2, term 1", "elective"} == {
        *model_of(built)["texts"]
    }
    assert {"", "knows how, voorgesteld", "vooraf", "Jaar 2, periode 1", "keuzeonderdeel"} == {
        *model_of(built, "nl")["texts"]
    }


def test_a_title_in_another_language_carries_its_language():
    both = Text((("en", "Medicine"), ("nl", "Geneeskunde")))
    built = catalogue(
        programme("m", title=both),
        programme("n", title=text("Nursing")),
        settings=Settings(title=text("Map")),
    )
    model = model_of(built, "nl")
    spoken = {model["label"][int(number)]: tag for number, tag in model["languages"].items()}
    assert "Geneeskunde" in model["label"]
    assert spoken["Nursing"] == "en"
    assert "Geneeskunde" not in spoken


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_shipped_project_is_small_and_opens_on_programmes_and_areas(language):
    assert len(page_of(shipped(), language).encode()) < 600_000
    model = model_of(shipped(), language)
    closed = {NODE_KINDS[model["kind"][number]] for number in model["shut"]}
    assert {"programme", "area"} <= closed <= {"programme", "area", "unit", "competency"}


def test_without_a_script_everything_is_listed_with_what_leads_on_from_it():
    read = Reader(page_of(medicine())).text
    assert "Medicine (Programme): aims at Basic; plans Intro (Year 1, term 1); plans" in read
    assert "Statistics (Competency): is part of Data; requires Privacy (knows)" in read


def test_a_large_page_lists_nothing_twice_and_says_where_it_can_be_read(monkeypatch):
    monkeypatch.setattr(graph_page, "LISTED_UP_TO", 10)
    monkeypatch.setattr(graph_told, "ABOUT_UP_TO", 10)
    read = Reader(page_of(medicine())).text
    assert "Medicine (Programme)" not in read
    assert "This page needs JavaScript; the pages of programmes and competencies do" in read
    assert model_of(medicine())["about"] == {}


def test_a_level_is_called_by_its_id_where_two_scales_call_different_levels_so():
    other = replace(scale("grades", "knows"), levels=(Level(id="knows", title=text("Sufficient")),))
    built = catalogue(other, unit("a", teaches("c", 1)), unit("b", teaches("d", 2)))
    assert {"knows, declared", "knows how, declared"} < {*model_of(built)["texts"]}


def test_the_same_catalogue_gives_the_same_page_and_another_order_of_texts_no_other():
    assert page_of(medicine()) == page_of(replace(medicine()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_project_without_anything_has_a_page_that_says_so(language):
    assert len(page_of(Catalogue(), language)) > 1_000
