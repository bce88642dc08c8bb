"""Programmes and profiles side by side, and who could lend which unit to whom."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from drawn import DRAWN, Drawn, built
from hypothesis import given, settings

from curriculum_map.analysis import coverage
from curriculum_map.analysis.compare import compare, overlap, side_by_side
from curriculum_map.analysis.definitions import GAP_STATES, SIDES, STATES
from curriculum_map.analysis.lending import lenders
from curriculum_map.errors import UnknownName
from curriculum_map.model import Catalogue, by_id
from sample import (
    any_of,
    catalogue,
    competency,
    exam,
    examined,
    item,
    pre,
    profile,
    programme,
    teaches,
    unit,
)

PAGE = (Path(__file__).parents[2] / "docs" / "definitions.md").read_text(encoding="utf-8")


def two() -> Catalogue:
    """Medicine and dentistry, both for graduates, who need three things."""
    return catalogue(
        profile("graduate", charts=2, law=1, teams=1),
        unit("stats", examined("charts", 1)),
        unit("models", examined("charts", 3), hours=20, languages=("en", "nl")),
        unit("ethics", teaches("law", 1), examined("genes", 1)),
        programme("medicine", item("stats", "ethics", year=1), aims="graduate"),
        programme("dentistry", item("models"), aims="graduate"),
    )


def test_each_programme_has_its_column_and_what_is_absent_its_row():
    table = side_by_side(compare(two(), ["medicine", "dentistry", "graduate"]))
    assert table.records() == [
        {
            "competency": name,
            "programme medicine": medicine,
            "programme dentistry": dentistry,
            "profile graduate": graduate,
        }
        for name, medicine, dentistry, graduate in (
            ("charts", "below: knows of knows-how", "met: shows-how of knows-how",
             "required: knows-how"),
            ("genes", "extra: knows", "-", "-"),
            ("law", "not-assessed: nothing of knows", "absent: knows", "required: knows"),
            ("teams", "absent: knows", "absent: knows", "required: knows"),
        )
    ]  # fmt: skip


def test_for_programs_there_is_a_row_for_each_competency_and_side():
    rows = compare(two(), ["dentistry", "graduate"]).records()
    assert [(row["competency"], row["programme"], row["state"]) for row in rows] == [
        ("charts", "dentistry", "met"),
        ("charts", "", "required"),
        ("law", "dentistry", "absent"),
        ("law", "", "required"),
        ("teams", "dentistry", "absent"),
        ("teams", "", "required"),
    ]
    assert rows[0] == {
        "programme": "dentistry",
        "profile": "graduate",
        "area": "area",
        "competency": "charts",
        "required": 2,
        "possible": 3,
        "guaranteed": 3,
        "assessed": 3,
        "state": "met",
        "required_level": "knows-how",
        "possible_level": "shows-how",
        "guaranteed_level": "shows-how",
        "assessed_level": "shows-how",
    }


def test_what_is_taught_as_a_part_of_what_is_required_is_no_extra():
    sample = catalogue(
        competency("charts", "reading"),
        profile("graduate", charts=1),
        unit("stats", teaches("reading", 1)),
        programme("medicine", item("stats"), aims="graduate"),
        programme("course", item("stats")),
    )
    assert side_by_side(compare(sample, ["medicine", "course"])).rows == (
        ("charts", "not-assessed: nothing of knows", "extra: knows"),
        ("reading", "part: knows", "extra: knows"),
    )


def test_a_programme_with_several_aims_is_held_to_the_highest_level_of_any():
    sample = catalogue(
        profile("graduate", charts=1, law=2),
        profile("specialist", charts=3),
        programme("medicine", aims="specialist graduate"),
    )
    rows = compare(sample, ["medicine"]).records()
    assert [(row["profile"], row["competency"], row["required"]) for row in rows] == [
        ("graduate, specialist", "charts", 3),
        ("graduate, specialist", "law", 2),
    ]
    (row,) = compare(sample, ["medicine"], profile="specialist").records()
    assert (row["profile"], row["competency"], row["required"]) == ("specialist", "charts", 3)


def test_nothing_to_compare_gives_an_empty_table():
    sample = catalogue(programme("medicine"))
    assert compare(sample, ["medicine"]).rows == ()
    assert side_by_side(compare(sample, ["medicine"])).rows == ()
    assert overlap(sample, ["medicine"]).rows == ()


def test_a_name_that_nothing_carries_is_met_with_the_nearest_one():
    with pytest.raises(UnknownName) as caught:
        compare(two(), ["medicine", "gradaute"])
    said = 'There is no programme or profile called "gradaute". Did you mean "graduate"?'
    assert str(caught.value) == said
    with pytest.raises(UnknownName):
        compare(two(), ["medicine"], profile="graduates")


@settings(max_examples=100)
@given(DRAWN)
def test_a_programme_alone_is_compared_as_coverage_says(drawn: Drawn):
    sample = built(drawn)
    shared = ("competency", "required", "possible", "guaranteed", "assessed", "state")
    rows = [[row[each] for each in shared] for row in compare(sample, ["programme"]).records()]
    assert rows == [[row[each] for each in shared] for row in coverage(sample).records()]


def test_who_could_lend_which_unit_to_whom():
    assert lenders(two(), ["medicine", "dentistry"]).records() == [
        {
            "programme": "medicine",
            "competency": "charts",
            "state": "below",
            "required": 2,
            "unit": "models",
            "lender": "dentistry",
            "level": 3,
            "becomes": "met",
            "closes": 1,
            "workload": 20,
            "languages": "en, nl",
            "institution": "school",
            "needs": "",
            "required_level": "knows-how",
            "level_id": "shows-how",
        },
        {
            "programme": "dentistry",
            "competency": "law",
            "state": "absent",
            "required": 1,
            "unit": "ethics",
            "lender": "medicine",
            "level": 1,
            "becomes": "not-assessed",
            "closes": 1,
            "workload": None,
            "languages": "",
            "institution": "school",
            "needs": "",
            "required_level": "knows",
            "level_id": "knows",
        },
    ]


def test_the_unit_that_closes_most_gaps_stands_first_then_the_one_with_least_work():
    sample = catalogue(
        profile("graduate", charts=1, law=1),
        unit("both", teaches("charts", 1), teaches("law", 1), hours=99),
        unit("long", teaches("charts", 1), hours=20),
        unit("short", teaches("charts", 1), hours=2),
        unit("unknown", teaches("charts", 1)),
        programme("medicine", aims="graduate"),
        programme("a", item("unknown", "short")),
        programme("b", item("short", "long", "both")),
    )
    rows = lenders(sample, ["medicine", "b", "a"]).records()
    assert [(r["competency"], r["unit"], r["closes"], r["lender"]) for r in rows] == [
        ("charts", "both", 2, "b"),
        ("charts", "short", 1, "b, a"),
        ("charts", "long", 1, "b"),
        ("charts", "unknown", 1, "a"),
        ("law", "both", 2, "b"),
    ]


def test_what_a_lent_unit_requires_and_the_programme_lacks_is_named():
    sample = catalogue(
        profile("graduate", charts=1),
        unit("r"),
        unit("python"),
        unit("stats"),
        unit("lab", requires=pre("stats")),
        unit("course", teaches("charts", 1), requires=any_of(pre("r"), pre("python")),
             parts=["lab"]),
        programme("medicine", item("r"), aims="graduate"),
        programme("informatics", item("python", "stats", "course")),
    )  # fmt: skip
    (row,) = lenders(sample, ["medicine", "informatics"]).records()
    assert (row["unit"], row["needs"]) == ("course", "stats")


def test_a_unit_that_only_assesses_closes_what_is_not_assessed():
    sample = catalogue(
        profile("graduate", charts=1),
        unit("stats", teaches("charts", 1)),
        unit("finals", exam("stats/charts")),
        programme("medicine", item("stats"), aims="graduate"),
        programme("dentistry", item("finals")),
    )
    (row,) = lenders(sample, ["medicine", "dentistry"]).records()
    assert (row["unit"], row["level"], row["level_id"], row["becomes"]) == ("finals", 0, "", "met")


@settings(max_examples=150)
@given(DRAWN)
def test_a_unit_is_lent_exactly_if_adding_it_closes_the_gap(drawn: Drawn):
    sample = built(drawn)
    library = programme("library", item(*sample.units))
    sample = replace(sample, programmes=by_id({**sample.programmes, "library": library}))
    rows = lenders(sample, ["library", "programme"]).records()
    found = {(row["competency"], row["unit"], row["becomes"]) for row in rows}
    assert found == set(tried_out(sample))


def tried_out(sample: Catalogue):
    """Add each unit that the plan lacks, and compare the states."""
    before, plan = states(sample), sample.programmes["programme"]
    held = {part for entry in plan.plan for each in entry.units for part in within(sample, each)}
    for name in sample.units.keys() - held:
        more = replace(plan, plan=(*plan.plan, item(name)))
        after = states(replace(sample, programmes=by_id({"programme": more})))
        for each in (each for each, state in before.items() if state in GAP_STATES):
            taught = after[each] in ("met", "not-assessed")
            if after[each] == "met" or (taught and before[each] != "not-assessed"):
                yield each, name, after[each]


def states(sample: Catalogue) -> dict[str, str]:
    rows = coverage(sample, ["programme"], profile="profile").records()
    return {row["competency"]: row["state"] for row in rows}


def within(sample: Catalogue, name: str) -> set[str]:
    return {name}.union(*(within(sample, part) for part in sample.units[name].parts))


def test_what_two_have_in_common_is_counted_by_competency_and_level():
    (row,) = overlap(two(), ["medicine", "graduate"]).records()
    assert row == {
        "one": "medicine",
        "other": "graduate",
        "both": 2,
        "same_level": 1,
        "one_higher": 0,
        "other_higher": 1,
        "one_only": 1,
        "other_only": 1,
        "share": 0.5,
        "share_same_level": 0.25,
    }


@settings(max_examples=50)
@given(DRAWN)
def test_a_programme_has_everything_in_common_with_its_copy(drawn: Drawn):
    sample = built(drawn)
    copy = replace(sample.programmes["programme"], id="copy", aims=())
    sample = replace(sample, programmes=by_id({**sample.programmes, "copy": copy}))
    (row,) = overlap(sample, ["programme", "copy"], profile="profile").records()
    taught = {row["both"], row["same_level"]}
    assert len(taught) == 1
    assert [row[each] for each in ("one_only", "other_only", "one_higher")] == [0, 0, 0]
    assert row["share"] == row["share_same_level"] == (1.0 if row["both"] else 0.0)


@settings(max_examples=50)
@given(DRAWN)
def test_every_state_of_a_comparison_is_one_that_is_defined(drawn: Drawn):
    sample = built(drawn)
    states = compare(sample, ["programme", "profile"]).column("state")
    assert set(states) <= {*STATES, *SIDES}


@pytest.mark.parametrize("state", SIDES)
def test_the_page_of_definitions_says_what_a_state_means(state):
    assert f"- **{state}**: {SIDES[state]}\n" in PAGE
