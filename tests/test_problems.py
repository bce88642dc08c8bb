"""Problems stand in the order in which a person goes through the files."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.problems import Problem, Where

numbers = st.integers(0, 3)
names = st.sampled_from(["", "a", "b"])
places = st.builds(Where, file=names, sheet=names, line=numbers, column=numbers)


def test_problems_of_a_workbook_stand_sheet_by_sheet_from_the_top():
    places = [("units", 3, 1), ("plan", 9, 2), ("units", 2, 5), ("plan", 9, 1)]
    problems = [
        Problem(Where("w.xlsx", line, column, sheet), "unknown-name", "What?")
        for sheet, line, column in places
    ]
    assert [str(each.where) for each in sorted(problems)] == [
        "w.xlsx!plan!A9",
        "w.xlsx!plan!B9",
        "w.xlsx!units!E2",
        "w.xlsx!units!A3",
    ]


@given(places, places)
def test_of_two_places_one_comes_first_unless_they_are_the_same(one, other):
    assert (one < other) + (one > other) + (one == other) == 1
    assert (one < other) == (other > one)
