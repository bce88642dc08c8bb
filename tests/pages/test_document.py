"""Author text is text, and a page may load nothing."""

from __future__ import annotations

import json
import string
from base64 import b64encode
from fractions import Fraction
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.analysis.definitions import FIGURES, FINDINGS, STATES
from curriculum_map.graph import EDGE_KINDS, NODE_KINDS
from curriculum_map.model import STATUSES, Text
from curriculum_map.pages.document import data, date, link, number, percent, policy, said
from curriculum_map.pages.network import network_page
from curriculum_map.pages.words import MODULES, WORDS
from shown import TYPED, Reader, medicine, shown

PAGES = [name for name in shown() if name.startswith("et/")]


@given(TYPED)
def test_what_an_author_wrote_is_read_as_written(words):
    read = Reader(str(said(Text((("nl", words),)), "en", ("nl",))))
    assert (read.text, read.elements) == (words, [("bdi", {"lang": "nl"})])


@given(st.recursive(TYPED, lambda inner: st.lists(inner) | st.dictionaries(TYPED, inner)))
def test_data_in_a_script_comes_back_as_it_was_and_cannot_end_the_script(value):
    written = str(data(value))
    assert json.loads(written) == value
    assert not set("<>&\u2028\u2029") & set(written)


@given(st.integers(1, 10_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_a_share_is_within_half_a_per_cent_and_never_nothing_or_all_that_is_not(share):
    count, of = share
    shown_ = percent(count, of)
    assert (shown_ == 0, shown_ == 100) == (count == 0, count == of)
    assert abs(Fraction(100 * count, of) - shown_) <= (Fraction(1, 2) if 1 < shown_ < 99 else 1)


def test_half_a_per_cent_is_rounded_upwards():
    shares = ((2, 27), (1, 8), (5, 200), (1, 1000), (999, 1000), (0, 3), (3, 3))
    assert [percent(*share) for share in shares] == [7, 13, 3, 1, 99, 0, 100]


@pytest.mark.parametrize(
    "address", ["https://a.example/?b&c", "http://a.example", "HTTPS://A.example"]
)
def test_web_addresses_are_links(address):
    (element, *_) = Reader(str(link(address))).elements
    assert element == ("a", {"href": address, "rel": "noreferrer"})


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " https://a.example",
        "data:text/html,x",
        "//a.example",
        "file:///x",
        "",
    ],
)
def test_anything_else_is_shown_and_leads_nowhere(address):
    read = Reader(str(link(address)))
    assert (read.text, read.elements) == (address, [("bdi", {})])


def test_a_policy_names_each_script_and_forbids_all_else():
    def fingerprint(text: str) -> str:
        return b64encode(sha256(text.encode()).digest()).decode()

    assert policy("p{}", ("a()", "b()")) == (
        "default-src 'none';"
        f" script-src 'sha256-{fingerprint('a()')}' 'sha256-{fingerprint('b()')}';"
        f" style-src 'sha256-{fingerprint('p{}')}'; img-src data:; base-uri 'none';"
        " form-action 'none'"
    )


@pytest.mark.parametrize("name", [*PAGES, "network"])
def test_a_page_names_no_address_to_load_anything_from(name):
    page = network_page(medicine()) if name == "network" else shown()[name]
    for tag, attributes in Reader(page).elements:
        assert tag not in {"iframe", "object", "embed", "img", "base"}
        assert "src" not in attributes
        if tag == "link":
            assert attributes == {"rel": "icon", "href": "data:,"}
        assert not [name for name in attributes if name.startswith("on") or name == "style"]


def test_a_policy_can_allow_more():
    assert policy("", ()).replace("img-src data:", "img-src data: blob:") + (
        "; connect-src 'self'"
    ) == policy("", (), {"img-src": "blob:", "connect-src": "'self'"})


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", ["5", "2", "2.5", "12,345"]),
        ("nl", ["5", "2", "2,5", "12.345"]),
        ("et", ["5", "2", "2,5", "12\u00a0345"]),
    ],
)
def test_numbers_have_no_needless_fraction_and_the_marks_of_their_language(language, written):
    assert [number(n, language) for n in (5, 2.0, 2.5, 12345)] == written


def test_days_are_written_as_the_language_does_and_anything_else_stays():
    days = ["2025-04-24", "2025", "2025-13-01", "spring"]
    assert [date(day, "en") for day in days] == ["24 April 2025", "2025", "2025-13-01", "spring"]
    assert [date(days[0], tag) for tag in ("nl", "et")] == ["24 april 2025", "24. aprill 2025"]


@pytest.mark.parametrize("language", WORDS)
def test_every_language_has_every_phrase_with_the_same_places_to_fill_in(language):
    def places(phrase: str) -> set[str | None]:
        return {name for _, name, *_ in string.Formatter().parse(phrase) if name}

    assert WORDS[language].keys() == WORDS["en"].keys()
    for name, phrase in WORDS[language].items():
        assert places(phrase) == places(WORDS["en"][name]), name


@pytest.mark.parametrize(
    "code", [*FIGURES, *STATES, *FINDINGS, *STATUSES, *NODE_KINDS, *EDGE_KINDS]
)
def test_everything_an_answer_or_a_graph_names_has_words(code):
    assert WORDS["en"][code]


def test_no_two_pages_word_the_same_phrase():
    names = [name for phrases in MODULES for name in phrases]
    assert len(names) == len(set(names))
