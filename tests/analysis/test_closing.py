"""Closing plans: the cheapest existing units that leave no gap, proved against trying all sets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from repairs import ASKED, Asked, cheapest

from curriculum_map.analysis.closing.plan import closing_plan
from curriculum_map.analysis.closing.question import Repair
from curriculum_map.analysis.paths.limits import Limits
from curriculum_map.errors import BadQuestion, UnknownName
from sample import (
    all_of,
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


def faculty(*more, kept=()):
    """Build a programme with gaps in law (nobody), care (an elective) and charts (too low)."""
    return catalogue(
        unit("intro", *examined("charts", 1), hours=5),
        unit("clinic", teaches("care", 2), hours=20),
        unit("history", hours=10),
        unit("drawing", teaches("charts", 3), hours=12, requires=pre("basics")),
        unit("basics", hours=8),
        unit("atlas", teaches("charts", 3), hours=30),
        competency("law"),
        profile("graduate", charts=2, care=2, law=1),
        programme(
            "medicine", item("intro"), item("clinic", "history", choose=1), *kept, aims="graduate"
        ),
        *more,
    )


def added(plan, number=0):
    return sorted(plan.proposals[number].units)


@settings(max_examples=1000)
@given(ASKED)
def test_a_closing_plan_costs_what_trying_every_set_of_units_finds(asked: Asked):
    assume(asked.catalogue.programmes["programme"].plan)
    expected = cheapest(asked)
    if expected.hours is None:
        with pytest.raises(BadQuestion, match="stays within the limits"):
            closing_plan(*asked)
        return
    found = closing_plan(*asked)
    assert {gap.competency for gap in found.open} == expected.open
    assert (found.proposals[0].proved, found.proposals[0].cost) == (True, expected.hours)


@settings(max_examples=150)
@given(ASKED)
def test_after_a_closing_plan_only_the_gaps_that_no_unit_closes_are_left(asked: Asked):
    free = replace(asked.repair, most_units=0, most_hours=0, most_credits=0)
    found = closing_plan(asked.catalogue, free)
    rows = {row["figure"]: row for row in found.coverage.records()}
    assert all(row["after"] >= row["before"] for row in rows.values())
    if free.kind == "guaranteed" and rows:
        left = rows["guaranteed"]["of"] - rows["guaranteed"]["after"]
        assert left == len(found.open)


@settings(max_examples=100)
@given(ASKED, st.integers(0, 5))
def test_keeping_a_unit_out_never_makes_a_plan_cheaper(asked: Asked, number):
    free = replace(asked.repair, most_units=0, most_hours=0, most_credits=0)
    limits = Limits(without=[*free.limits.without, f"u{number}"])
    before = closing_plan(asked.catalogue, free)
    after = closing_plan(asked.catalogue, replace(free, limits=limits))
    gaps = [{gap.competency for gap in plan.open} for plan in (before, after)]
    assert gaps[0] <= gaps[1]
    if gaps[0] == gaps[1]:
        assert after.proposals[0].cost >= before.proposals[0].cost


@settings(max_examples=100)
@given(ASKED)
def test_alternatives_are_never_cheaper_and_none_contains_one_before_it(asked: Asked):
    free = replace(asked.repair, most_units=0, most_hours=0, most_credits=0)
    proposals = closing_plan(asked.catalogue, free, alternatives=3).proposals
    costs = [proposal.cost for proposal in proposals]
    assert costs == sorted(costs)
    for number, later in enumerate(proposals):
        assert not any(before.units <= later.units for before in proposals[:number])


def test_what_is_added_brings_its_requisites_and_says_what_it_closes():
    found = closing_plan(faculty(), Repair(programme="medicine"))
    assert found.proposals[0].verdict == "Proved cheapest: 3 units, 40 h."
    assert [
        (r["unit"], r["workload"], r["closes"], r["reason"]) for r in found.table.records()
    ] == [
        ("basics", 8, "", "Required by “Drawing”."),
        (
            "clinic",
            20,
            "care@knows-how",
            "Closes “Care” at “knows how”; elective in the plan already.",
        ),
        ("drawing", 12, "charts@knows-how", "Closes “Charts” at “knows how”."),
    ]
    assert list(found.table.columns)[:3] == ["unit", "workload", "closes"]


def test_a_gap_no_unit_closes_names_the_level_a_new_unit_has_to_reach():
    found = closing_plan(faculty(), Repair(programme="medicine"))
    assert found.open_table.records() == [
        {
            "competency": "law",
            "required": 1,
            "chain": "law",
            "required_level": "knows",
            "reason": "A new unit has to reach “knows” in “Law”.",
        }
    ]


def test_coverage_is_shown_before_and_after():
    rows = closing_plan(faculty(), Repair(programme="medicine")).coverage.records()
    assert [(row["figure"], row["before"], row["after"], row["of"]) for row in rows] == [
        ("touched", 2, 2, 3),
        ("possible", 1, 2, 3),
        ("guaranteed", 0, 2, 3),
        ("assessed", 0, 0, 3),
    ]


def test_some_student_is_enough_where_possible_is_asked_for():
    found = closing_plan(faculty(), Repair(programme="medicine", kind="possible"))
    assert added(found) == ["basics", "drawing"]


def test_an_examination_of_another_unit_closes_what_is_taught_but_not_assessed():
    sample = faculty(unit("finals", exam("clinic/care", "drawing/charts"), hours=1))
    found = closing_plan(sample, Repair(programme="medicine", kind="assessed"))
    assert added(found) == ["basics", "clinic", "drawing", "finals"]
    assert found.table.records()[-1]["closes"] == "care@knows-how, charts@knows-how"


def test_a_requisite_every_student_takes_already_is_not_added_but_an_elective_one_is():
    taken = faculty(kept=[item("basics")])
    assert added(closing_plan(taken, Repair(programme="medicine"))) == ["clinic", "drawing"]
    elective = faculty(unit("other"), kept=[item("basics", "other", choose=1)])
    found = added(closing_plan(elective, Repair(programme="medicine")))
    assert found == ["basics", "clinic", "drawing"]


def test_limits_keep_units_out_and_too_narrow_ones_say_what_it_takes():
    two = Repair(programme="medicine", most_units=2)
    assert added(closing_plan(faculty(), two)) == ["atlas", "clinic"]
    with pytest.raises(BadQuestion) as caught:
        closing_plan(faculty(), replace(two, most_units=1))
    assert str(caught.value) == (
        "No plan that closes the gaps stays within the limits. "
        "Without limits to their number, credits and hours it takes 3 units, 40 h."
    )
    lent = faculty(programme("arts", item("atlas")))
    found = closing_plan(lent, Repair(programme="medicine", lender="arts"))
    assert (added(found), [gap.competency for gap in found.open]) == (["atlas"], ["care", "law"])
    with pytest.raises(UnknownName, match='There is no programme called "medicin"'):
        closing_plan(faculty(), Repair(programme="medicin"))


def test_every_chain_of_a_competency_with_parts_is_closed():
    sample = catalogue(
        competency("data", "finding", "keeping"),
        unit("library", teaches("finding", 1), hours=3),
        unit("archive", teaches("keeping", 1), hours=4),
        unit("both", teaches("data", 1), hours=8),
        profile("graduate", data=1),
        programme("medicine", item("start"), aims="graduate"),
        unit("start", requires=all_of()),
    )
    assert added(closing_plan(sample, Repair(programme="medicine"))) == ["archive", "library"]


def test_nothing_is_added_to_a_programme_without_gaps():
    sample = catalogue(
        unit("a", teaches("x", 1)), profile("p", x=1), programme("m", item("a"), aims="p")
    )
    found = closing_plan(sample, Repair(programme="m"), alternatives=2)
    assert ([p.verdict for p in found.proposals], len(found.table)) == (
        ["Nothing has to be added."],
        0,
    )
