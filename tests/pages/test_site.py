"""The site as a whole: every link leads somewhere, in every language, to the same things."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest

from curriculum_map.formats.project import load
from curriculum_map.model import Catalogue
from curriculum_map.pages.every_page import site
from curriculum_map.pages.frame import NAVIGATION
from curriculum_map.pages.landing import landing_page
from curriculum_map.pages.words import LANGUAGES, WORDS
from shown import Reader, medicine, shown

ROOT = Path(__file__).parents[2]
LARGEST = 600_000


@cache
def whole() -> Mapping[str, str | bytes]:
    """Make the site of the shipped project once."""
    return dict(site(load(ROOT)))


def links(page: Reader) -> Iterator[str]:
    for tag, attributes in page.elements:
        address = attributes.get("href") or ""
        if tag == "a" and not urlsplit(address).scheme:
            yield address


def leading_nowhere(made: Mapping[str, str | bytes], language: str) -> list[str]:
    """Name every link of the pages in a language to a page, or a place on it, that is not there."""
    pages = {
        name: Reader(page)
        for name, page in made.items()
        if isinstance(page, str) and name.startswith(f"{language}/")
    }
    ids = {
        name: {attributes.get("id") for _, attributes in page.elements}
        for name, page in pages.items()
    }
    found = []
    for name, page in pages.items():
        for address in links(page):
            path, place = urlsplit(address).path, unquote(urlsplit(address).fragment)
            target = normpath(join(dirname(name), unquote(path))) if path else name
            # What stands in a fragment with `=` says what is chosen on a page, and is no place.
            placed = not place or "=" in place or place in ids.get(target, {place})
            if target not in made or not placed:
                found.append(f"{name}: {address}")
    return found


@pytest.mark.parametrize("make", [lambda: dict(site(medicine())), whole], ids=["sample", "shipped"])
def test_every_link_leads_to_a_page_and_a_place_that_are_there(make):
    assert leading_nowhere(make(), "et") == []


def test_every_language_has_the_same_pages():
    addresses = {
        language: {name[3:] for name in shown() if name.startswith(f"{language}/")}
        for language in LANGUAGES
    }
    assert addresses["en"] == addresses["nl"] == addresses["et"]
    assert {
        *("index.html", "competencies.html", "data.html"),
        *(f"programme/{name}.html" for name in medicine().programmes),
        *(f"competency/{name}.html" for name in medicine().competencies),
    } <= addresses["en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_its_language_and_leads_to_the_same_page_in_the_others(language):
    for name, page in shown().items():
        if not name.startswith(f"{language}/"):
            continue
        elements = Reader(page).elements
        assert ("html", {"lang": language}) in elements
        tongues = {
            each["hreflang"]: normpath(join(dirname(name), str(each["href"])))
            for tag, each in elements
            if tag == "a" and "hreflang" in each
        }
        assert tongues == {tag: f"{tag}/{name[3:]}" for tag in LANGUAGES}


def test_navigation_names_the_pages_there_are_and_the_one_that_is_open():
    page = Reader(shown()["nl/data.html"])
    current = [each["href"] for tag, each in page.elements if each.get("aria-current") == "page"]
    assert current == ["data.html"]
    for name in NAVIGATION:
        assert WORDS["nl"][f"nav_{name}"] in page.text


def test_the_first_page_leads_to_every_language_and_without_javascript_to_english():
    made = landing_page("site/", medicine().settings)
    assert list(links(Reader(made)))[1:] == [f"site/{tag}/index.html" for tag in LANGUAGES]
    assert (
        '<noscript><meta http-equiv="refresh" content="0; url=site/en/index.html"></noscript>'
        in (made)
    )


def test_an_empty_catalogue_gives_pages_that_say_so():
    made = {name: page for name, page in site(Catalogue()) if isinstance(page, str)}
    assert "No programme is described yet." in Reader(made["en/index.html"]).text
    assert "Er is nog geen competentie beschreven." in Reader(made["nl/competencies.html"]).text
    assert leading_nowhere(made, "en") == []


def test_pages_of_the_shipped_project_are_small():
    sizes = {name: len(page) for name, page in whole().items() if name.endswith(".html")}
    assert {name: size for name, size in sizes.items() if size >= LARGEST} == {}


def test_licences_and_attributions_of_sources_stand_where_the_sources_are_used():
    for name in ("en/index.html", "en/programme/medicine.html", "en/data.html"):
        text = Reader(shown()[name]).text
        assert "The faculty, 2025" in text, name
        assert text.count("https://creativecommons.org/licenses/by/4.0/") >= 2, name


def test_only_served_pages_ask_whether_they_are_up_to_date():
    served = dict(site(medicine(), served=True))
    for name, page in shown().items():
        assert "connect-src" not in page
        assert ("connect-src" in str(served[name])) == (name != "index.html")


DECLARED = re.compile(r"^(?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)


def test_no_two_scripts_of_a_page_give_a_name_to_different_things():
    for address, page in shown().items():
        if address.startswith("en/") and address.endswith(".html"):
            scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
            assert scripts, address
            names = Counter(name for each in scripts for name in DECLARED.findall(each))
            assert {name: count for name, count in names.items() if count > 1} == {}, address


def test_the_same_catalogue_gives_the_same_bytes_in_every_process():
    first, second = (_made_with_hash_seed(seed) for seed in ("1", "2"))
    assert first == second
    assert first.count(b"<!doctype html>") == len(shown())


def _made_with_hash_seed(seed: str) -> bytes:
    here = Path(__file__).parents[1]
    code = (
        f"import sys; sys.path[:0] = [{str(here)!r}]\n"
        "from shown import medicine, site\n"
        "for name, page in site(medicine()):\n"
        "    sys.stdout.buffer.write(page.encode() if isinstance(page, str) else page)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
    )
    return done.stdout
