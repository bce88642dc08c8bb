"""Untested: what everybody is taught already, and an assessment of which would close a gap."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.analysis import coverage
from curriculum_map.analysis.untested import COLUMNS, untested
from curriculum_map.model import Catalogue, by_id
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
)


def found(*things) -> list[tuple[object, ...]]:
    """Give competency, unit and outcome of each row."""
    return [row[2:] for row in untested(catalogue(*things), "medicine").rows]


def medicine(*plan):
    return programme("medicine", *plan, aims="p")


def test_an_outcome_that_reaches_the_level_and_is_tested_by_nothing_is_named():
    assert found(
        medicine(item("low", "high", "tested")),
        unit("low", teaches("vis", 1)),
        unit("high", outcome("draws", works_on("vis", 2)), outcome("reads", works_on("law", 2))),
        unit("tested", *examined("law", 1)),
        profile("p", vis=2, law=1),
    ) == [("vis", "high", "draws")]


def test_of_a_competency_with_parts_the_part_that_nothing_tests_is_named():
    assert found(
        competency("whole", "one", "two"),
        medicine(item("u", "v")),
        unit("u", *examined("one", 1)),
        unit("v", outcome("second", works_on("two", 1))),
        profile("p", whole=1),
    ) == [("whole", "v", "second")]


def test_a_part_that_two_planned_units_share_is_named_once():
    assert found(
        medicine(item("a", "b")),
        unit("a", parts=("shared",)),
        unit("b", parts=("shared",)),
        unit("shared", outcome("draws", works_on("vis", 1))),
        profile("p", vis=1),
    ) == [("vis", "shared", "draws")]


def test_what_only_those_learn_who_choose_it_is_left_out():
    assert (
        found(
            medicine(item("a", "b", choose=1)),
            unit("a", teaches("vis", 1)),
            unit("b", teaches("vis", 1)),
            profile("p", vis=1),
        )
        == []
    )


def test_an_empty_answer_has_the_columns_of_a_full_one():
    table = untested(catalogue(medicine(), profile("p", vis=1)), "medicine")
    assert (dict(table.columns), table.rows) == (COLUMNS, ())


def assessed(built: Catalogue, name: str, tests: str) -> Catalogue:
    """Let an assessment of a unit test one of its outcomes."""
    changed = replace(built.units[name], assessments=(exam(f"{name}/{tests}"),))
    return replace(built, units=by_id(dict(built.units) | {name: changed}))


@given(
    st.lists(st.tuples(st.sampled_from("cd"), st.integers(1, 4)), min_size=1, max_size=6),
    st.integers(1, 4),
)
def test_an_assessment_of_any_of_them_closes_the_gap(taught, required):
    by_unit = {f"u{number}": claim for number, claim in enumerate(taught)}
    built = catalogue(
        *(unit(name, outcome("o", works_on(*claim))) for name, claim in by_unit.items()),
        medicine(item(*by_unit)),
        profile("p", c=required),
    )
    enough = [name for name, (c, rank) in by_unit.items() if c == "c" and rank >= required]
    rows = untested(built, "medicine").records()
    assert [row["unit"] for row in rows] == enough
    for row in rows:
        mended = coverage(assessed(built, row["unit"], row["outcome"]), ["medicine"]).records()
        assert {each["state"] for each in mended if each["competency"] == "c"} == {"met"}
