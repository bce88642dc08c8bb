"""What is certain about the order of things from the years and terms that are stated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.analysis.position import Position, earliest

POSITIONS = st.builds(Position, st.none() | st.integers(1, 3), st.none() | st.integers(1, 3))
OPPOSITE = {"earlier": "later", "later": "earlier", "same": "same", "unknown": "unknown"}


@pytest.mark.parametrize(
    ("one", "order", "other"),
    [
        (Position(1, None), "earlier", Position(2, None)),
        (Position(2, 1), "later", Position(1, 4)),
        (Position(1, 1), "earlier", Position(1, 2)),
        (Position(1, 2), "same", Position(1, 2)),
        (Position(1, None), "unknown", Position(1, 2)),
        (Position(1, None), "unknown", Position(1, None)),
        (Position(None, 1), "unknown", Position(2, 1)),
        (Position(None, None), "unknown", Position(None, None)),
    ],
)
def test_only_stated_years_and_terms_make_an_order_certain(one, order, other):
    assert one.compared_with(other) == order


@given(POSITIONS, POSITIONS)
def test_turning_a_comparison_round_turns_its_answer_round(one, other):
    assert one.compared_with(other) == OPPOSITE[other.compared_with(one)]


@pytest.mark.parametrize(
    ("places", "first"),
    [
        ([], Position(None, None)),
        ([Position(2, 1), Position(1, 3), Position(1, 2)], Position(1, 2)),
        ([Position(1, 3), Position(1, None), Position(2, 1)], Position(1, None)),
        ([Position(1, 3), Position(2, None)], Position(1, 3)),
        ([Position(1, 3), Position(None, None)], Position(None, None)),
    ],
)
def test_the_earliest_place_says_no_more_than_is_certain(places, first):
    assert earliest(places) == first


@given(st.lists(POSITIONS, min_size=1))
def test_no_place_is_certainly_before_the_earliest(places):
    assert "earlier" not in {place.compared_with(earliest(places)) for place in places}
