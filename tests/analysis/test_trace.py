"""What the figures rest on, contribution by contribution and as a matrix."""

from __future__ import annotations

from curriculum_map.analysis import contributions, matrix
from sample import (
    catalogue,
    exam,
    examined,
    item,
    outcome,
    programme,
    teaches,
    unit,
    works_on,
    written,
)

SHARED = catalogue(
    unit("block", parts=["lab"]),
    unit("lab", written(outcome("plots", works_on("vis", 2)), 12), sources=("book",)),
    unit("talk", *examined("vis", 2), teaches("law", 1, status="suggested", evidence="a slide")),
    unit("free"),
    programme(
        "m",
        item("block", year=1, term=2),
        item("lab", "free", "talk", choose=2, year=3, title="Free choice"),
    ),
)


def test_a_contribution_of_a_shared_part_stands_under_each_planned_unit():
    rows = contributions(SHARED).records()
    told = ("competency", "unit", "planned", "level_id", "tested", "elective", "year", "term")
    assert [tuple(row[column] for column in told) for row in rows] == [
        ("law", "talk", "talk", "knows", False, True, 3, 0),
        ("vis", "lab", "block", "knows-how", False, False, 1, 2),
        ("vis", "lab", "lab", "knows-how", False, True, 3, 0),
        ("vis", "talk", "talk", "knows-how", True, True, 3, 0),
    ]


def test_a_contribution_says_what_it_rests_on_and_where_it_is_written():
    law, lab, *_ = contributions(SHARED).records()
    assert (law["status"], law["evidence"], law["sources"], law["where"]) == (
        ("suggested", "a slide", "", "")
    )
    assert (lab["outcome"], lab["status"], lab["sources"], lab["where"]) == (
        ("plots", "declared", "book", "curricula/sample.yaml:12")
    )


def test_what_is_assumed_is_marked():
    things = catalogue(
        unit("a", outcome("o", works_on("vis", 1, assumed=True), works_on("law", 1))),
        unit("b", outcome("o", works_on("vis", 1), assumed=True)),
        programme("m", item("a", "b")),
    )
    rows = contributions(things).records()
    assert [(row["competency"], row["unit"], row["assumed"]) for row in rows] == [
        ("law", "a", False),
        ("vis", "a", True),
        ("vis", "b", True),
    ]


def test_the_matrix_has_a_cell_for_each_competency_and_planned_unit():
    assert matrix(SHARED, "m").rows == (
        ("law", "talk", 1, "knows", False, True, "Free choice", 3, 0),
        ("vis", "block", 2, "knows-how", False, False, "", 1, 2),
        ("vis", "lab", 2, "knows-how", False, True, "Free choice", 3, 0),
        ("vis", "talk", 2, "knows-how", True, True, "Free choice", 3, 0),
    )


def test_a_cell_is_tested_only_at_the_level_it_shows():
    high, low = outcome("high", works_on("vis", 3)), outcome("low", works_on("vis", 1))
    things = catalogue(unit("a", high, low, exam("low")), programme("m", item("a")))
    ((*_, level, level_id, tested, _, _, _, _),) = matrix(things, "m").rows
    assert (level, level_id, tested) == (3, "shows-how", False)


def test_an_elective_nobody_can_leave_out_is_not_shown_as_elective():
    things = catalogue(unit("a", teaches("vis", 1)), programme("m", item("a", choose=1)))
    assert matrix(things, "m").column("elective") == [False]
