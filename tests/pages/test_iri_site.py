"""Whoever follows an identifier finds something: a page, Turtle and JSON-LD, on a real server."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from functools import cache
from itertools import cycle
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from playwright.sync_api import Page
from pyoxigraph import RdfFormat, parse

from apache import apache
from browser import SEEN, axe, wrong
from conforming import graph
from curriculum_map.formats.project import load
from curriculum_map.formats.rdf import native
from curriculum_map.formats.rdf.documents import path_around
from curriculum_map.formats.rdf.namespaces import OWN
from curriculum_map.formats.rdf.vocabulary import WORDS as TERMS
from curriculum_map.formats.rdf.vocabulary import vocabulary_turtle
from curriculum_map.model import COLLECTIONS, Catalogue, Settings, by_id
from curriculum_map.pages.iri_files import ENDINGS, names
from curriculum_map.pages.iri_site import IriSite
from curriculum_map.pages.words import LANGUAGES, WORDS
from sample import catalogue, text, unit
from shown import Reader, medicine

ROOT = Path(__file__).parents[2]
NT = RdfFormat.N_TRIPLES
DATA = (".ttl", ".jsonld")
HERE = "/below/here/"
BASE = "https://w3id.org/curriculum-map/demo/"
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7 * 7 }}</script>"


@cache
def shipped() -> Catalogue:
    return load(ROOT)


@cache
def made() -> Mapping[str, bytes]:
    """Make the folder of the shipped project once."""
    return encoded(shipped())


def encoded(given: Catalogue) -> dict[str, bytes]:
    return {n: c.encode() if isinstance(c, str) else c for n, c in IriSite(given).items()}


def odd() -> Catalogue:
    """Build units whose ids mean something else to some system, or look like files."""
    ids = ("con", "aux.law", "ehealth", "eHealth", "ehealth.ttl", "index", "x.html", "x")
    return catalogue(*map(unit, ids), settings=Settings(base="https://example.org/o/"))


def one_of_each_kind() -> list[str]:
    """Give a page of each kind of thing that stands for itself, and of some inside others."""
    kinds = {name.partition("/")[0]: name for name in made() if name.endswith(".html")}
    shown = {*(of.kind for of in COLLECTIONS.values()), "contribution", "plan-item", "index.html"}
    return sorted(kinds[kind] for kind in {*shown, "ns.html"} & kinds.keys())


@cache
def subjects() -> tuple[str, ...]:
    """Give the path below the base of every IRI of the export."""
    lines = native.write(shipped(), "ntriples").document.split("\n")[:-1]
    return tuple(dict.fromkeys(line.partition("> ")[0].removeprefix(f"<{BASE}") for line in lines))


@pytest.fixture(scope="module")
def server() -> Iterator[http.client.HTTPConnection]:
    """Hand out the folder of the shipped project, and beside it one with odd ids."""
    odd_ones = {f"odd/{name}": content for name, content in encoded(odd()).items()}
    with (
        apache({**made(), **odd_ones}) as port,
        closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection,
    ):
        yield connection


def asked(server: http.client.HTTPConnection, path: str, accept: str = "") -> tuple[int, str, str]:
    """Give the status, where to go instead, and the media type."""
    server.request("GET", path, headers={"Accept": accept} if accept else {})
    answer = server.getresponse()
    answer.read()
    to = answer.getheader("Location", "").removeprefix(f"http://127.0.0.1:{server.port}")
    return answer.status, to, answer.getheader("Content-Type", "")


def test_every_identifier_of_the_export_has_its_three_files():
    paths = names(subjects())
    assert len(paths) > 1000
    files = {f"{name}{ending}" for name in paths.values() for ending in ENDINGS}
    assert made().keys() == {*files, ".htaccess", *(f"ns{ending}" for ending in ENDINGS)}
    assert len(IriSite(shipped())) == len(made())


@pytest.mark.parametrize("address", ["unit/nobody.html", "unit/ehealth.nt", "unit/ehealth", ""])
def test_there_is_no_file_of_another_name(address):
    assert address not in IriSite(odd())


def test_the_page_of_what_stands_inside_a_thing_leads_to_its_place_on_the_page_of_the_thing():
    inside = [path for path in subjects() if path_around(path)]
    assert len(inside) > 1000
    for path in inside:
        around = path_around(path)
        assert (f"{around}.html", path) in links(made(), f"{names(subjects())[path]}.html")


def test_what_is_found_behind_the_identifiers_is_the_export_and_no_more():
    whole = {quad.triple for quad in parse(native.write(shipped(), "ntriples").document, NT)}
    found = set()
    for name, content in made().items():
        if name.endswith(".ttl") and name != "ns.ttl":
            said = {quad.triple for quad in parse(content, RdfFormat.TURTLE)}
            assert said <= whole, name
            found |= said
    assert found == whole


def test_another_program_reads_the_same_in_both_syntaxes():
    for name in one_of_each_kind():
        turtle, json = (made()[name.removesuffix(".html") + ending].decode() for ending in DATA)
        assert set(graph(turtle)) == set(graph(json, "json-ld"))


def test_a_server_leads_from_every_identifier_to_what_is_asked_for(server):
    for path, name in names(subjects()).items():
        for ending, kind in ENDINGS.items():
            status, to, _ = asked(server, HERE + path, kind)
            assert (status, to) == (303, f"{HERE}{name}{ending}")


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_a_server_leads_to_is_the_document(server, ending):
    name = names(subjects())["unit/ai-community-symposium"]
    server.request("GET", f"{HERE}{name}{ending}")
    answer = server.getresponse()
    assert (answer.status, answer.read()) == (200, made()[f"{name}{ending}"])
    assert answer.getheader("Content-Type") == f"{ENDINGS[ending]}; charset=utf-8"
    assert answer.getheader("Access-Control-Allow-Origin") == "*"


@pytest.mark.parametrize(
    ("accept", "ending"),
    [
        ("", ".html"),
        ("*/*", ".html"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", ".html"),
        ("text/turtle", ".ttl"),
        ("Text/Turtle; charset=utf-8", ".ttl"),
        ("application/ld+json", ".jsonld"),
        ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', ".jsonld"),
        ("text/turtle, application/ld+json", ".ttl"),
        ("text/turtle;q=0.5, application/ld+json", ".jsonld"),
        ("text/html, text/turtle;q=0.9", ".html"),
        ("text/html;q=0.3, text/turtle;q=0.9", ".ttl"),
        ("text/turtle;q=1.0, text/html;q=0.9", ".ttl"),
        ("text/turtle;q=0, */*", ".html"),
        ("text/turtle;q=0.0, application/ld+json;q=0.1", ".jsonld"),
        ("application/rdf+xml, text/turtle;q=0.8, */*;q=0.1", ".ttl"),
        ("text/turtle-star", ".html"),
    ],
)
def test_a_client_gets_what_it_wants_most(server, accept, ending):
    status, to, _ = asked(server, f"{HERE}scale/miller", accept)
    assert (status, to) == (303, f"{HERE}scale/miller{ending}")


@pytest.mark.parametrize(
    "path",
    [
        *("unit/nobody", "unit/", "unit", "nothing/at-all", "unit/..%2f..%2fetc/passwd"),
        *("unit/ehealth/more", "unit/%2e%2e/nobody", "unit/a%0aLocation:x", "UNIT/ehealth"),
    ],
)
def test_what_nobody_describes_is_not_found_and_no_folder_is_listed(server, path):
    status, to, _ = asked(server, HERE + path)
    assert (status in (400, 403, 404), to) == (True, "")


def test_a_server_keeps_its_own_file_to_itself(server):
    assert asked(server, f"{HERE}.htaccess")[0] in (403, 404)


def test_slashes_at_the_beginning_lead_to_no_other_server(server):
    _, to, _ = asked(server, f"/{HERE}scale/miller")
    assert not to.startswith("//")


def test_the_vocabulary_lies_beside_and_is_led_to(server):
    assert asked(server, f"{HERE}ns", "text/turtle")[1] == f"{HERE}ns.ttl"
    assert made()["ns.ttl"].decode() == vocabulary_turtle()
    said = graph(vocabulary_turtle())
    assert set(graph(made()["ns.jsonld"].decode(), "json-ld")) == set(said)


def test_an_id_that_means_something_else_to_a_system_gets_a_file_of_its_own(server):
    paths = [f"unit/{each}" for each in odd().units]
    named = names(paths)
    assert named == {
        "unit/aux.law": "unit/aux_.law",
        "unit/con": "unit/con_",
        "unit/eHealth": "unit/eHealth_",
        "unit/ehealth": "unit/ehealth__",
        "unit/ehealth.ttl": "unit/ehealth.ttl",
        "unit/index": "unit/index",
        "unit/x": "unit/x_",
        "unit/x.html": "unit/x.html",
    }
    for path, name in named.items():
        for ending, kind in ENDINGS.items():
            status, to, _ = asked(server, f"{HERE}odd/{path}", kind)
            assert (status, to) == (303, f"{HERE}odd/{name}{ending}")
            assert asked(server, to)[0] == 200


def links(files: Mapping[str, bytes], name: str) -> Iterator[tuple[str, str]]:
    """Give the files that a page links to, and the places in them; empty for the whole file."""
    for tag, attributes in Reader(files[name].decode()).elements:
        address = attributes.get("href") or ""
        if tag in ("a", "link") and address and not address.startswith(("#", "http", "data:")):
            file, _, place = address.partition("#")
            yield normpath(join(dirname(name), file)), place


def places(page: bytes) -> set[str | None]:
    """Give what the parts of a page are called in addresses."""
    return {attributes.get("id") for _, attributes in Reader(page.decode()).elements}


@pytest.mark.parametrize("make", [lambda: encoded(odd()), made], ids=["odd", "shipped"])
def test_every_page_links_to_pages_that_are_there_and_to_its_data(make):
    files = make()
    there = {name: places(page) for name, page in files.items() if name.endswith(".html")}
    for name in there:
        found = set(links(files, name))
        assert {file for file, _ in found} <= files.keys(), name
        assert {name.removesuffix(".html") + ending for ending in DATA} <= dict(found).keys(), name
        assert [each for each in found if each[1] and each[1] not in there[each[0]]] == [], name


def test_every_page_is_reached_from_the_first():
    seen, left = set(), ["index.html"]
    while left:
        name = left.pop()
        if name not in seen and name.endswith(".html"):
            seen.add(name)
            left += dict(links(made(), name))
    assert seen == {name for name in made() if name.endswith(".html")}


def test_the_page_of_the_vocabulary_has_a_place_for_every_term():
    places = {a.get("id") for _, a in Reader(made()["ns.html"].decode()).elements}
    assert {term.removeprefix("cm:") for term in TERMS} <= places
    assert OWN in made()["ns.html"].decode()


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[Mapping[str, bytes]], Path]:
    """Write files to be opened without a server."""

    def written(files: Mapping[str, bytes]) -> Path:
        for name, content in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(content)
        return tmp_path

    return written


def test_a_page_of_each_kind_can_be_read_by_everybody(open_page, folder):
    pages = one_of_each_kind()
    root = folder({name: made()[name] for name in pages})
    page: Page = open_page(root / "index.html")
    # They are all made in one way, so that each is tried in one language, colour and width.
    for name, tag, (scheme, width) in zip(pages, cycle(LANGUAGES), cycle(SEEN), strict=False):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        page.goto((root / name).as_uri())
        page.click(f"button[data-language={tag}]")
        assert axe(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_page_of_a_unit_breaks_no_rule_in_any_way_it_is_looked_at(open_page, folder, tag):
    name = "unit/ai-community-symposium.html"
    page: Page = open_page(folder({name: made()[name]}) / name)
    page.click(f"button[data-language={tag}]")
    assert wrong(page) == []


def test_a_visitor_chooses_a_language_and_keeps_it_on_the_next_page(open_page, folder):
    name, other = "unit/ai-community-symposium.html", "ns.html"
    page: Page = open_page(folder({each: made()[each] for each in (name, other)}) / name)
    for tag in reversed(LANGUAGES):
        page.click(f"button[data-language={tag}]")
        assert page.get_attribute("html", "lang") == tag
        assert page.inner_text("h2") == WORDS[tag]["iri_said"]
        assert page.inner_text("dt >> nth=1") == WORDS[tag]["schema:provider"]
    page.click("button[data-language=et]")
    page.click(f"text={WORDS['et']['iri_vocabulary']}")
    assert page.inner_text("h1") == WORDS["et"]["iri_vocabulary"]


def test_what_an_author_wrote_stays_text(open_page, folder):
    given = replace(
        medicine(), settings=Settings(base="https://example.org/h/", title=text(HOSTILE))
    )
    named = replace(
        given.units["intro"], title=text(HOSTILE), code=HOSTILE, url="https://x.org/'\""
    )
    files = encoded(replace(given, units=by_id({**given.units, "intro": named})))
    page: Page = open_page(folder(files) / "unit" / "intro.html")
    assert page.inner_text("h1") == HOSTILE
    assert HOSTILE in page.inner_text("dl")
    assert page.locator("img, main script:not([type])").count() == 0
    page.goto(page.url.replace("unit/intro", "index"))
    assert page.inner_text("h1") == HOSTILE
