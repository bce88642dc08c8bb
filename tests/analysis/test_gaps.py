"""Gaps: states in words, the broken chain, and the order of the list."""

from __future__ import annotations

import subprocess
import sys

from curriculum_map.analysis import gaps
from curriculum_map.analysis.definitions import CHAIN, FINDINGS, GAP_STATES, ORDER, STATES
from curriculum_map.model import Settings, Text
from sample import (
    catalogue,
    competency,
    exam,
    examined,
    item,
    outcome,
    profile,
    programme,
    teaches,
    unit,
    works_on,
    written,
)


def gap(*things) -> dict[str, object]:
    """Give the one finding about a required competency."""
    (row,) = (each for each in gaps(catalogue(*things)).records() if each["code"] in GAP_STATES)
    return row


def medicine(*plan):
    return written(programme("medicine", *plan, aims="p"), 3)


def test_an_absent_competency():
    row = gap(medicine(), profile("p", vis=3))
    assert row == {
        "programme": "medicine",
        "profile": "p",
        "competency": "vis",
        "code": "absent",
        "required": 3,
        "reached": 0,
        "unit": "",
        "outcome": "",
        "reason": (
            "“Vis” is required at “shows how”; no unit in the plan of “Medicine” works on it."
        ),
        "where": "curricula/sample.yaml:3",
        "area": "area",
        "required_level": "shows-how",
        "reached_level": "",
    }


def test_an_absent_competency_with_parts():
    row = gap(competency("vis", "plots"), medicine(), profile("p", vis=1))
    assert row["reason"] == (
        "“Vis” is required at “knows”; no unit in the plan of “Medicine” works on it or on any of "
        "its parts."
    )


def test_a_competency_below_its_level_names_the_units_that_come_nearest():
    claim = written(works_on("vis", 2), 8)
    units = [unit("talk", outcome("o", claim)), unit("low", teaches("vis", 1))]
    more = [unit(f"u{n}", teaches("vis", 2)) for n in range(4)]
    plan = [item("low", year=1), item("talk", year=1, term=2), item("u0", "u1", "u2", "u3")]
    row = gap(*units, *more, medicine(*plan), profile("p", vis=3))
    assert row["reason"] == (
        "“Vis” is required at “shows how”; the plan reaches “knows how” in "
        "“Talk” (year 1, term 2), “U0”, “U1” and 2 more."
    )
    found = (row["code"], row["reached"], row["unit"], row["outcome"], row["where"])
    assert found == ("below", 2, "talk", "o", "curricula/sample.yaml:8")


def test_a_competency_below_its_level_names_the_chain_that_holds_it_down():
    whole = competency("vis", "plots", "colour")
    talk = unit("talk", teaches("plots", 3))
    row = gap(whole, talk, medicine(item("talk")), profile("p", vis=3))
    assert (row["reason"], row["unit"], row["where"]) == (
        "“Vis” is required at “shows how”; along “Vis” > “Colour” the plan reaches nothing.",
        "",
        "curricula/sample.yaml:3",
    )


def test_a_competency_that_only_electives_reach_names_them_and_what_is_left_to_others():
    units = [unit("core", teaches("vis", 1)), unit("ml", teaches("vis", 3)), unit("law")]
    group = written(item("ml", "law", choose=1, year=3), 9)
    row = gap(*units, medicine(item("core", year=1), group), profile("p", vis=3))
    assert row["reason"] == (
        "“Vis” is required at “shows how”; some students reach it in “Ml” (year 3, elective), but "
        "others reach “knows”."
    )
    found = (row["code"], row["reached"], row["unit"], row["where"])
    assert found == ("elective-only", 1, "ml", "curricula/sample.yaml:9")


def test_a_competency_that_is_not_assessed_names_an_outcome_to_assess():
    claim = written(outcome("o", works_on("vis", 2)), 5)
    row = gap(unit("talk", claim), medicine(item("talk", year=1)), profile("p", vis=2))
    assert row["reason"] == (
        "“Vis” is required at “knows how”; every student reaches it in “Talk” (year 1), but not "
        "every student is assessed on it."
    )
    found = (row["code"], row["reached"], row["unit"], row["outcome"], row["where"])
    assert found == ("not-assessed", 0, "talk", "o", "curricula/sample.yaml:5")


def test_a_competency_that_is_assessed_too_low_says_how_far():
    talk = unit("talk", outcome("high", works_on("vis", 2)), *examined("vis", 1))
    row = gap(talk, medicine(item("talk")), profile("p", vis=2))
    assert row["reason"].endswith("but not every student is assessed above “knows”.")


def test_reasons_speak_the_first_language_of_the_project_and_say_ids_for_want_of_titles():
    titles = {"title": Text((("en", "Charts"), ("nl", "Grafieken")))}
    things = catalogue(
        competency("vis", **titles),
        competency("law", title=Text()),
        programme("m", aims="p"),
        profile("p", vis=1, law=1),
        settings=Settings(languages=("nl", "en")),
    )
    assert [row["reason"].partition(";")[0] for row in gaps(things).records()[:2]] == [
        "“law” is required at “knows”",
        "“Grafieken” is required at “knows”",
    ]


def chain(*things, only: str = "") -> list[tuple[str, str, str]]:
    """Give programme, code and reason of the findings about the chain."""
    rows = gaps(catalogue(*things), only=only).records()
    told = ("programme", "code", "reason")
    return [tuple(row[c] for c in told) for row in rows if row["code"] in CHAIN]


FINE = programme("m", item("fine"), aims="p")
ALL_WELL = (unit("fine", *examined("vis", 1)), profile("p", vis=1))


def test_where_all_is_well_there_is_no_line():
    assert gaps(catalogue(*ALL_WELL, FINE)).rows == ()


def test_the_broken_chain_of_a_planned_unit_is_told_once_for_each_programme():
    silent = unit("silent", parts=["inner"])
    broken = unit("broken", outcome("o", text=Text((("en", "Sees it."),))), exam(name="test"))
    plan = item("fine", "silent", "broken")
    programmes = [programme(name, plan, aims="p") for name in ("law", "medicine")]
    found = chain(*ALL_WELL, silent, unit("inner"), broken, *programmes)
    told = [
        ("unit-without-outcome", "“Inner” states no outcome."),
        ("unit-without-outcome", "“Silent” states no outcome, and neither does any of its parts."),
        (
            "outcome-without-contribution",
            "“Sees it” of “Broken” has no contribution to a competency.",
        ),
        ("outcome-not-tested", "No assessment in the plan of “{}” tests “Sees it” of “Broken”."),
        ("assessment-tests-nothing", "“Test” in “Broken” tests nothing."),
    ]
    for name in ("law", "medicine"):
        said = [(name, code, reason.format(name.capitalize())) for code, reason in told]
        assert [each for each in found if each[0] == name] == said


def test_a_unit_whose_parts_state_outcomes_is_not_without_outcome():
    block = unit("block", parts=["fine"])
    assert chain(*ALL_WELL, block, programme("m", item("block"), aims="p")) == []


def test_an_outcome_is_tested_in_one_programme_and_not_in_another():
    units = [unit("a", teaches("vis", 1)), unit("test", exam("a/vis"))]
    whole = programme("whole", item("a", "test"), aims="p")
    half = programme("half", item("a"), aims="p")
    found = chain(*units, whole, half, profile("p", vis=1))
    assert [(name, code) for name, code, _ in found if code == "outcome-not-tested"] == [
        ("half", "outcome-not-tested")
    ]


def test_what_stands_in_no_plan_is_told_without_a_programme():
    lone = unit("lone", outcome("o", works_on("vis", 1)), parts=["inner"])
    inner = unit("inner", *examined("vis", 1))
    assert chain(*ALL_WELL, FINE, lone, inner) == [
        ("", "outcome-not-tested", "No assessment tests “O” of “Lone”."),
        ("", "unit-in-no-plan", "“Inner” stands in no plan."),
        ("", "unit-in-no-plan", "“Lone” stands in no plan."),
    ]


def test_a_part_of_a_planned_unit_stands_in_a_plan():
    block = unit("block", *examined("law", 1), parts=["fine"])
    assert chain(*ALL_WELL, block, programme("m", item("block"), aims="p")) == []


def test_profiles_and_programmes_that_lead_nowhere():
    assert chain(*ALL_WELL, FINE, profile("idle", vis=1), programme("empty")) == [
        ("empty", "programme-without-profile", "“Empty” aims at no profile."),
        ("empty", "programme-without-units", "The plan of “Empty” has no units."),
        ("", "profile-without-programme", "No programme aims at “Idle”."),
    ]


def test_an_outcome_whose_contributions_are_too_weak_has_none():
    weak = unit("weak", teaches("vis", 1, status="suggested"), exam("vis"))
    things = [*ALL_WELL, weak, programme("m", item("fine", "weak"), aims="p")]
    assert chain(*things) == []
    assert chain(*things, only="declared") == [
        (
            "m",
            "outcome-without-contribution",
            "“Vis” of “Weak” has no contribution to a competency that is sure enough.",
        )
    ]


def test_naming_a_programme_leaves_out_what_belongs_to_none():
    things = catalogue(*ALL_WELL, FINE, unit("lone", *examined("vis", 1)))
    assert gaps(things).column("code") == ["unit-in-no-plan"]
    assert gaps(things, ["m"]).rows == ()


def test_findings_stand_by_programme_then_profile_then_code():
    things = catalogue(
        unit("a", teaches("vis", 3)),
        unit("b", teaches("vis", 1)),
        unit("lone"),
        programme("n", aims="p"),
        programme("m", item("a", year=1), item("b", year=2), aims="q p"),
        profile("p", law=1, vis=4),
        profile("q", vis=4),
    )
    rows = gaps(things).records()
    assert [(row["programme"], row["profile"], row["code"]) for row in rows] == [
        ("m", "p", "absent"),
        ("m", "p", "below"),
        ("m", "q", "below"),
        ("m", "", "level-falls"),
        ("m", "", "outcome-not-tested"),
        ("m", "", "outcome-not-tested"),
        ("n", "p", "absent"),
        ("n", "p", "absent"),
        ("n", "", "programme-without-units"),
        ("", "", "unit-without-outcome"),
        ("", "", "unit-in-no-plan"),
    ]


def test_every_code_has_one_meaning():
    assert list(FINDINGS) == [*GAP_STATES, *ORDER, *CHAIN]
    assert list(STATES)[: len(GAP_STATES)] == list(GAP_STATES)
    assert len(set(FINDINGS.values())) == len(FINDINGS)


PROGRAM = """
import sys
from curriculum_map.analysis import contributions, coverage, figures, gaps
from curriculum_map.model import Catalogue
for ask in (contributions, coverage, figures, gaps):
    ask(Catalogue())
heavy = {"pandas", "numpy", "networkx", "rdflib", "pyoxigraph", "jinja2", "pyvis", "rich"}
print(*sorted(heavy & sys.modules.keys()))
"""


def test_answers_are_found_without_a_heavy_library():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True)
    assert done.stdout.split() == []
