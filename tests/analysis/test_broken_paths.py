"""Which goals the units of a programme lead to only before a change, or only after it."""

from __future__ import annotations

from curriculum_map.analysis.changes import Change, changed
from curriculum_map.analysis.difference import what_if
from curriculum_map.analysis.paths.broken import COLUMNS, path_changes
from curriculum_map.model import Catalogue
from sample import any_of, catalogue, item, pre, profile, programme, teaches, unit

SCHOOL = catalogue(
    unit("basics", teaches("charts", 1)),
    unit("other-basics"),
    unit("course", teaches("models", 2), requires=any_of(pre("basics"), pre("other-basics"))),
    profile("graduate", charts=1, models=2),
    programme("medicine", item("basics", year=1), item("course", year=2), aims="graduate"),
)


def goals(after: Catalogue) -> list[tuple[str, str]]:
    rows = path_changes(SCHOOL, after, ["medicine"]).records()
    return sorted({(row["change"], row["goal"].partition("@")[0]) for row in rows})


def test_a_unit_that_is_dropped_breaks_the_paths_that_lead_through_it():
    after = changed(SCHOOL, "medicine", [Change("drop", "basics")])
    assert goals(after) == [("breaks", "charts"), ("breaks", "models")]
    assert path_changes(after, SCHOOL, ["medicine"]).column("change") == ["opens", "opens"]


def test_a_path_bends_round_a_unit_where_another_one_does():
    swapped = [Change("drop", "basics"), Change("add", "other-basics")]
    assert goals(changed(SCHOOL, "medicine", swapped)) == [("breaks", "charts")]


def test_what_is_in_the_way_is_said_about_the_plan():
    after = changed(SCHOOL, "medicine", [Change("drop", "basics")])
    reasons = path_changes(SCHOOL, after, ["medicine"]).column("reason")
    assert all("does not stand in the plan" in reason for reason in reasons)


def test_without_a_change_no_path_breaks_and_the_columns_are_the_same():
    found = path_changes(SCHOOL, SCHOOL, ["medicine", "unknown"])
    assert (found.rows, found.columns) == ((), COLUMNS)


def test_what_if_tells_the_paths_that_break():
    found = what_if(SCHOOL, "medicine", [Change("drop", "course")])
    assert [row["goal"] for row in found.paths.records()] == ["models@knows-how"]
