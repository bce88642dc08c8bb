"""The site in the other browser: every kind of page from a file, and a student's way to a path."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import firefox
from curriculum_map.pages.every_page import site
from curriculum_map.pages.iri_site import IriSite
from curriculum_map.pages.words import LANGUAGES, WORDS
from firefox import Firefox
from shown import medicine

PHONE, DESK = 390, 1440
KINDS = (
    "index.html",
    "programme/medicine.html",
    "competencies.html",
    "competency/eHealth.html",
    "graph.html",
    "path.html",
    "data.html",
)
PATH = """(async () => {
    const choose = document.querySelector("#to-profile");
    choose.value = "basic";
    choose.dispatchEvent(new Event("change", {bubbles: true}));
    document.querySelector("#show").click();
    const answer = document.querySelector("#answer");
    while (answer.hidden || answer.getAttribute("aria-busy") === "true")
        await new Promise(done => setTimeout(done, 20));
    return [...document.querySelectorAll("#steps input")].map(x => x.dataset.done).join(" ");
})()"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the site of the sample."""
    root = tmp_path_factory.mktemp("site")
    for name, content in site(medicine(), {}):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    for name, content in IriSite(medicine()).items():
        path = root / "linked-data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


@pytest.fixture(scope="module")
def window() -> Iterator[Firefox]:
    with firefox.launched() as running:
        yield running


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_opens_in_firefox_and_fits_a_phone_and_a_desk(window, folder, language):
    for kind in KINDS:
        window.open((folder / language / kind).as_uri())
        assert window.ask("document.documentElement.lang") == language
        for width in (PHONE, DESK):
            window.resize(width, 900)
            assert window.ask("document.documentElement.scrollWidth") <= width, (kind, width)
    assert window.complaints == []


def test_what_lies_behind_identifiers_opens_in_firefox_and_keeps_its_language(window, folder):
    for page in ("index", "unit/intro", "competency/eHealth", "ns"):
        window.open((folder / "linked-data" / f"{page}.html").as_uri())
        window.ask("document.querySelector('button[data-language=et]').click()")
        assert window.ask("document.documentElement.lang") == "et"
        for width in (PHONE, DESK):
            window.resize(width, 900)
            assert window.ask("document.documentElement.scrollWidth") <= width, (page, width)
    assert window.complaints == []


def test_the_first_page_leads_firefox_on_to_the_overview(window, folder):
    window.open((folder / "index.html").as_uri())
    settled = """(async () => {
        while (!location.pathname.endsWith("/en/index.html") || document.readyState !== "complete")
            await new Promise(done => setTimeout(done, 20));
        return document.querySelector("h1").textContent;
    })()"""
    assert window.ask(settled) == WORDS["en"]["overview_title"]
    assert window.complaints == []


@pytest.mark.parametrize("page", ["index", "competencies", "programme/medicine"])
def test_firefox_keeps_what_is_filtered_in_the_address(window, folder, page):
    address = (folder / "en" / f"{page}.html").as_uri()
    window.open(address)
    window.ask("""(() => {
        const field = document.querySelector("input[name=text]");
        field.value = "astrology";
        field.dispatchEvent(new Event("input", {bubbles: true}));
    })()""")
    left = window.ask("location.href")
    assert left == f"{address}?text=astrology"
    window.open("about:blank")
    window.open(left)
    assert window.ask("document.querySelector('input[name=text]').value") == "astrology"
    assert window.ask("document.querySelector('.nothing').checkVisibility()")
    assert window.complaints == []


def test_firefox_draws_the_graph_and_follows_a_link_to_a_thing_in_it(window, folder):
    window.open((folder / "en" / "graph.html").as_uri() + "#competency:eHealth")
    painted = """(async () => {
        await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        const canvas = document.querySelector("canvas");
        const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return new Set(new Uint32Array(data.buffer)).size;
    })()"""
    assert window.ask(painted) > 10
    assert "eHealth" in window.ask("document.querySelector('main').innerText")


def test_firefox_finds_the_path_that_the_program_finds(window, folder):
    window.open((folder / "en" / "path.html").as_uri())
    found = window.ask(PATH)
    assert window.complaints == []
    assert found.split() == expected()


def expected() -> list[str]:
    from curriculum_map.analysis.paths.path import Journey, learning_path

    path = learning_path(medicine(), Journey(to=["basic"]))
    return [step.unit for step in path.steps]
