"""The picture as SVG: well-formed whatever authors write, and painted by a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from playwright.sync_api import Page

from curriculum_map.graph import build
from curriculum_map.model import Catalogue
from curriculum_map.pages.graph_svg import drawing
from curriculum_map.pages.words import LANGUAGES, WORDS
from sample import catalogue, item, programme, text, unit
from shown import medicine, spoken_by
from strategies import catalogues

SVG = {"s": "http://www.w3.org/2000/svg"}


def titles(svg: str) -> list[str]:
    tree = ElementTree.fromstring(svg)
    return [str(each.text) for each in tree.iterfind("s:g/s:title", SVG)]


@settings(max_examples=8)
@given(catalogues())
def test_every_thing_has_its_sign_with_kind_and_title(built):
    graph = build(built, language="en")
    made = drawing(built)
    assert (made.things, made.drawn) == (len(graph), len(graph))
    words = WORDS["en"]
    assert sorted(titles(made.svg)) == sorted(
        f"{words[said['kind']]}: {said['label']}" for _, said in graph.nodes(data=True)
    )


def test_no_line_says_what_a_box_says():
    built = catalogue(unit("u"), programme("p", item("u")))
    tree = ElementTree.fromstring(drawing(built).svg)
    assert tree.findall("s:line", SVG) == []
    assert len(tree.findall("s:rect", SVG)) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_speaks_the_language_and_names_what_occurs(language):
    tree = ElementTree.fromstring(drawing(medicine(), language=language).svg)
    legend = tree.find("s:g[@class='legend']", SVG)
    assert legend is not None
    said = [each.text for each in legend.iter(f"{{{SVG['s']}}}text")]
    kinds = ("institution", "programme", "unit", "competency", "area", "framework", "profile")
    links = ("aims", "plans", "teaches", "requires", "needs")
    expected = {WORDS[language][name] for name in (*kinds, "concept", *links)}
    assert expected <= set(said)


@pytest.mark.parametrize(
    "words",
    ["</title></svg><script>alert(1)</script>", "a\u0000b\u0007 & <b>", "\u202ex", "=x" * 90],
)
def test_the_words_of_an_author_stay_text_and_a_browser_paints_them(
    open_page: Callable[..., Page], tmp_path: Path, words
):
    built = spoken_by(words, medicine())
    file = tmp_path / "graph.svg"
    file.write_text(drawing(built).svg, encoding="utf-8", newline="")
    shown = f"{words} [Programme.title]".replace("\u0000", "\ufffd").replace("\u0007", "\ufffd")
    assert f"Programme: {shown}" in titles(file.read_text(encoding="utf-8"))
    page = open_page(file, width=1440)
    assert page.evaluate("document.documentElement.tagName") == "svg"
    assert page.locator("g > path").count() >= len(build(built))
    assert page.locator("script").count() == 0
    assert len(set(page.screenshot())) > 20


def test_nothing_is_a_picture_too():
    made = drawing(Catalogue())
    assert (made.things, made.drawn, titles(made.svg)) == (0, 0, [])
    assert titles(drawing(catalogue(unit("u", title=text("A" * 99)))).svg)
