"""Findings about order, along the plan of a programme."""

from __future__ import annotations

import pytest

from curriculum_map.analysis import gaps
from curriculum_map.analysis.definitions import ORDER
from sample import (
    all_of,
    any_of,
    catalogue,
    co,
    competency,
    exam,
    item,
    outcome,
    pre,
    programme,
    strict_co,
    teaches,
    unit,
    works_on,
    written,
)


def order(*things) -> list[tuple[str, str]]:
    """Give code and reason of the findings about order."""
    rows = gaps(catalogue(*things)).records()
    return [(row["code"], row["reason"]) for row in rows if row["code"] in ORDER]


def needing(requires, *plan, **units) -> list[tuple[str, str]]:
    """Look along a plan for what a unit called ml requires of the others."""
    others = {name: unit(name) for each in plan for name in each.units if name != "ml"}
    things = [*(others | units).values(), unit("ml", requires=requires)]
    return order(*things, programme("medicine", *plan))


def test_a_requisite_that_no_unit_of_the_plan_meets_is_missing():
    assert needing(pre("stats"), item("ml", year=2), stats=unit("stats")) == [
        ("requisite-missing", "“Ml” requires “Stats”, which the plan of “Medicine” lacks.")
    ]


def test_what_is_missing_does_not_hide_what_comes_too_late():
    tree = all_of(pre("stats"), pre("gone"))
    assert needing(
        tree, item("ml", year=1), item("stats", year=2), stats=unit("stats"), gone=unit("gone")
    ) == [
        ("requisite-missing", "“Ml” requires “Gone”, which the plan of “Medicine” lacks."),
        ("requisite-late", "“Ml” (year 1) requires “Stats” (year 2) before it."),
    ]


def test_only_the_part_of_a_tree_that_is_not_met_is_named():
    tree = all_of(pre("stats"), any_of(pre("r"), all_of(pre("python"), pre("git"))))
    units = {name: unit(name) for name in ("r", "python", "git")}
    assert needing(tree, item("stats", year=1), item("ml", year=2), **units) == [
        (
            "requisite-missing",
            "“Ml” requires “R” or (“Python” and “Git”), which the plan of “Medicine” lacks.",
        )
    ]


def test_an_any_of_nothing_is_met_by_nobody():
    assert needing(any_of(), item("ml")) == [
        (
            "requisite-missing",
            "“Ml” requires one of no units at all, which the plan of “Medicine” lacks.",
        )
    ]


def test_a_part_of_a_planned_unit_meets_a_requisite():
    block = unit("block", parts=["stats"])
    plan = [item("block", year=1), item("ml", year=2)]
    assert needing(pre("stats"), *plan, block=block, stats=unit("stats")) == []


def placed(needs, first: dict[str, int], then: dict[str, int]) -> list[str]:
    """Give the codes for a unit at `then` that needs stats, which stands at `first`."""
    return [code for code, _ in needing(needs, item("stats", **first), item("ml", **then))]


@pytest.mark.parametrize(
    ("needs", "in_time"),
    [
        (pre("stats"), {"before"}),
        (co("stats"), {"before", "same"}),
        (strict_co("stats"), {"same"}),
    ],
    ids=["pre", "co", "strict-co"],
)
def test_each_kind_of_requisite_has_its_time(needs, in_time):
    stands = {"before": {"term": 1}, "same": {"term": 2}, "after": {"term": 3}}
    for name, term in stands.items():
        late = [] if name in in_time else ["requisite-late"]
        assert placed(needs, {"year": 1, **term}, {"year": 1, "term": 2}) == late
    for needed, then in [({}, {"year": 1}), ({"year": 1}, {"year": 1}), ({"term": 3}, {"term": 1})]:
        assert placed(needs, needed, then) == [], "what is not certain is no finding"


def test_a_requisite_that_comes_too_late_is_named_with_both_places():
    assert needing(pre("stats"), item("ml", year=2, term=1), item("stats", year=3)) == [
        ("requisite-late", "“Ml” (year 2, term 1) requires “Stats” (year 3) before it.")
    ]


def test_of_several_places_the_earliest_counts():
    block = unit("block", parts=["stats"])
    plan = [item("block", year=1), item("ml", year=2), item("stats", year=3)]
    assert needing(pre("stats"), *plan, block=block) == []


def test_nothing_is_known_about_the_order_of_parts_inside_one_planned_unit():
    block = unit("block", parts=["stats", "ml"])
    things = [block, unit("stats"), unit("ml", requires=pre("stats"))]
    assert order(*things, programme("medicine", item("block", year=1, term=1))) == []


def test_an_elective_is_not_enough_for_a_unit_that_every_student_takes():
    assert needing(pre("stats"), item("stats", "law", choose=1, year=1), item("ml", year=2)) == [
        (
            "requisite-elective",
            "Every student takes “Ml”, which requires “Stats”; a student can choose electives so "
            "that this is not met in time.",
        )
    ]


def test_electives_of_which_each_choice_meets_a_requisite_are_enough():
    tree = any_of(pre("r"), pre("python"))
    plan = [item("r", "python", choose=1, year=1), item("ml", year=2)]
    assert needing(tree, *plan) == []


def test_what_an_elective_requires_may_be_elective():
    assert needing(pre("stats"), item("stats", "ml", choose=1)) == []


STATS_FIRST = competency("ml", requires={"stats": 2})


def test_a_requirement_that_is_not_reached_before_it_is_built_on_is_reported():
    things = [
        STATS_FIRST,
        unit("a", teaches("stats", 1)),
        unit("b", teaches("ml", 1)),
        unit("c", teaches("stats", 2)),
        programme("m", item("a", year=1), item("b", year=2), item("c", year=3)),
    ]
    assert order(*things) == [
        (
            "requirement-unreached",
            "“Ml” is built on in “B” (year 2) and requires “Stats” at “knows how”; until then the "
            "plan reaches “knows”.",
        )
    ]
    row = next(r for r in gaps(catalogue(*things)).records() if r["code"] in ORDER)
    told = ("competency", "required", "reached", "reached_level", "unit", "outcome")
    assert tuple(row[c] for c in told) == ("stats", 2, 1, "knows", "b", "ml")


@pytest.mark.parametrize(
    "plan",
    [
        [item("a", year=1), item("b", year=2)],
        [item("a", "b", year=1, term=1)],
        [item("a", "b", year=1)],
        [item("a"), item("b", year=1)],
        [item("b"), item("a", year=5)],
    ],
    ids=["before", "same term", "same year", "no year", "first place not stated"],
)
def test_a_requirement_that_may_be_reached_in_time_is_no_finding(plan):
    units = [unit("a", teaches("stats", 2)), unit("b", teaches("ml", 1))]
    assert order(STATS_FIRST, *units, programme("m", *plan)) == []


def test_a_requirement_with_parts_is_reached_when_every_chain_is():
    units = [unit("a", teaches("mean", 2)), unit("b", teaches("ml", 1))]
    things = [STATS_FIRST, competency("stats", "mean", "spread"), *units]
    ((code, reason),) = order(*things, programme("m", item("a", year=1), item("b", year=2)))
    assert code == "requirement-unreached"
    assert reason.endswith("until then the plan reaches nothing.")


def course_of(*levels: tuple[int, dict[str, int]]) -> list[tuple[str, str]]:
    """Look along a plan that teaches one competency at these levels and places."""
    units = [unit(f"u{n}", teaches("vis", level)) for n, (level, _) in enumerate(levels)]
    plan = [item(f"u{n}", **place) for n, (_, place) in enumerate(levels)]
    return order(*units, programme("m", *plan))


def test_a_level_that_falls_is_reported():
    assert course_of((3, {"year": 1}), (2, {"year": 2})) == [
        (
            "level-falls",
            "“Vis” falls from “shows how” in “U0” (year 1) to “knows how” in “U1” (year 2).",
        )
    ]


def test_a_level_that_jumps_by_more_than_one_is_reported():
    assert course_of((1, {"year": 1}), (4, {"year": 3, "term": 1})) == [
        (
            "level-jumps",
            "“Vis” jumps from “knows” in “U0” (year 1) to “does” in “U1” (year 3, term 1).",
        )
    ]


@pytest.mark.parametrize(
    "levels",
    [
        [(1, {"year": 1}), (2, {"year": 2}), (3, {"year": 3})],
        [(2, {"year": 1}), (2, {"year": 2})],
        [(4, {"year": 1})],
        [(3, {"year": 1}), (1, {})],
        [(3, {"year": 1, "term": 1}), (1, {"year": 1, "term": 1})],
        [(3, {"year": 1, "term": 1}), (1, {"year": 1, "term": 2}), (2, {"year": 1})],
    ],
    ids=[
        "a spiral",
        "the same again",
        "a high start",
        "a year not stated",
        "the highest at one place counts",
        "a year that lacks a term is one place",
    ],
)
def test_a_level_that_does_not_certainly_fall_or_jump_is_no_finding(levels):
    assert course_of(*levels) == []


def test_required_and_reached_of_a_change_are_what_should_be_and_what_is():
    units = [unit(f"u{n}", teaches("vis", level)) for n, level in enumerate((4, 1, 3))]
    plan = [item(f"u{n}", year=n + 1) for n in range(3)]
    rows = gaps(catalogue(*units, programme("m", *plan))).records()
    found = {
        r["code"]: (r["unit"], r["required"], r["reached"]) for r in rows if r["code"] in ORDER
    }
    assert found == {"level-falls": ("u1", 4, 1), "level-jumps": ("u2", 2, 1)}


def early(*plan) -> list[tuple[str, str, str, str]]:
    things = catalogue(
        unit("course", outcome("o", works_on("vis", 1))),
        unit("block", parts=["course"]),
        unit("test", written(exam("course/o"), 7)),
        programme("m", *plan),
    )
    rows = [row for row in gaps(things).records() if row["code"] in ORDER]
    return [(row["code"], row["unit"], row["reason"], row["where"]) for row in rows]


def test_an_assessment_before_everything_that_teaches_its_outcome_is_reported():
    assert early(item("test", year=1, term=2), item("course", year=2)) == [
        (
            "assessed-before-taught",
            "course",
            "“Exam” in “Test” (year 1, term 2) tests “O”, which comes only in “Course” (year 2).",
            "curricula/sample.yaml:7",
        )
    ]


@pytest.mark.parametrize(
    "plan",
    [
        [item("course", year=1), item("test", year=2)],
        [item("test", "course", year=1, term=1)],
        [item("test", year=1), item("course", year=1, term=2)],
        [item("test", year=1), item("course")],
        [item("test", year=2), item("course", year=3), item("block", year=1)],
        [item("test", year=1)],
    ],
    ids=["after", "same term", "term not stated", "year not stated", "once before", "not planned"],
)
def test_an_assessment_that_is_not_certainly_early_is_no_finding(plan):
    assert early(*plan) == []


def test_a_finding_about_order_leads_to_the_entry_of_the_plan():
    entry = written(item("ml", year=1), 31)
    things = [unit("ml", requires=pre("stats")), unit("stats")]
    rows = gaps(catalogue(*things, programme("m", entry, item("stats", year=2)))).records()
    (row,) = (each for each in rows if each["code"] in ORDER)
    assert (row["unit"], row["where"]) == ("ml", "curricula/sample.yaml:31")
