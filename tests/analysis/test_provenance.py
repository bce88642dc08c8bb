"""What a catalogue rests on, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.analysis.provenance import alignments, credits_, facts, offers, sources, trust
from curriculum_map.model import Alignment, Source
from sample import (
    catalogue,
    competency,
    examined,
    item,
    outcome,
    programme,
    teaches,
    text,
    unit,
    works_on,
)

OPEN = "https://example.org/open"
BOOK = Source(id="book", title=text("A book"), licence=OPEN, note="Read twice.")
REPORT = Source(id="report", title=text("A report"))
SCHOOL = catalogue(
    BOOK,
    REPORT,
    unit("talk", teaches("vis", 1, status="suggested"), outcome("silent"), sources=("book",)),
    unit("lab", *examined("vis", 2, status="reviewed", evidence="seen"), hours=4, ec=1),
    unit("guest", institution="elsewhere", assumed=True),
    programme("m", item("talk", "lab", assumed=True), sources=("book", "report")),
    programme("empty"),
)


def test_offers_are_counted_an_institution_and_then_all_together():
    assert offers(SCHOOL).rows == (
        ("elsewhere", 0, 0, 1, 0, 0, 0, 0, 0, 0),
        ("school", 2, 1, 2, 1, 1, 2, 3, 2, 1),
        ("", 2, 1, 3, 1, 1, 2, 3, 2, 1),
    )


def test_a_fact_without_source_has_that_of_what_it_stands_in():
    found = Counter(
        (type(fact.thing).__name__, fact.sources)
        for fact in facts((SCHOOL.programmes["m"], SCHOOL.units["talk"]))
    )
    assert found == {
        ("Programme", ("book", "report")): 1,
        ("PlanItem", ("book", "report")): 1,
        ("Unit", ("book",)): 1,
        ("Outcome", ("book",)): 2,
        ("Contribution", ("book",)): 1,
    }


def test_trust_counts_assumptions_missing_sources_and_contributions_by_status():
    assert trust(SCHOOL).records() == [
        {
            "institution": name,
            "facts": number,
            "assumed": assumed,
            "without_source": without,
            "disputed": 0,
            "suggested": suggested,
            "declared": 0,
            "reviewed": reviewed,
            "without_evidence": bare,
        }
        for name, number, assumed, without, suggested, reviewed, bare in (
            ("elsewhere", 1, 1, 1, 0, 0, 0),
            # The programmes with one place in a plan, the talk with four things, the lab with six.
            ("school", 13, 1, 7, 1, 1, 1),
            ("", 14, 2, 8, 1, 1, 1),
        )
    ]


def test_a_source_on_which_nothing_rests_is_listed_too():
    unread = replace(REPORT, id="unread")
    assert sources(catalogue(BOOK, unread, unit("talk", sources=("book",)))).rows == (
        ("book", "A book", OPEN, "Read twice.", 1),
        ("unread", "A report", "", "", 0),
    )


def test_credits_say_of_every_source_whom_to_name_and_under_which_licence():
    named = replace(BOOK, creator="A. Author", attribution="By A. Author.", url="https://x.example")
    assert credits_(catalogue(named, replace(REPORT, id="unread"))).records() == [
        {
            "source": "book",
            "title": "A book",
            "creator": "A. Author",
            "licence": OPEN,
            "attribution": "By A. Author.",
            "address": "https://x.example",
        },
        {
            "source": "unread",
            "title": "A report",
            "creator": "",
            "licence": "",
            "attribution": "",
            "address": "",
        },
    ]


def test_alignments_are_counted_by_where_they_lead():
    to_esco = Alignment(relation="close", target="https://example.org/1", framework="ESCO")
    to_digcomp = replace(to_esco, framework="DigComp")
    aligned = catalogue(
        competency("a", alignments=(to_esco, to_digcomp, to_digcomp)),
        competency("b", alignments=(to_digcomp,)),
        competency("c"),
    )
    assert alignments(aligned).rows == (
        ("framework", "DigComp", 3, 2, 3),
        ("framework", "ESCO", 1, 1, 3),
        ("framework", "", 4, 2, 3),
    )


def test_nothing_offered_gives_the_columns_and_no_rows():
    nothing = catalogue()
    for table in (offers(nothing), trust(nothing), sources(nothing), credits_(nothing)):
        assert table.rows == ()
        assert list(table.frame().columns) == list(table.columns)


@given(st.lists(st.booleans(), max_size=5))
def test_every_fact_is_counted_once_and_is_assumed_or_not(assumed):
    units = [
        unit(f"u{n}", outcome("o", works_on("vis", 1), assumed=each))
        for n, each in enumerate(assumed)
    ]
    totals = trust(catalogue(*units)).records()[-1:]
    expected = [(3 * len(assumed), sum(assumed))] if assumed else []
    assert [(row["facts"], row["assumed"]) for row in totals] == expected
