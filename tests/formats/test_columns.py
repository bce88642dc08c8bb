"""Rows kept by column are the rows that were read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.formats import columns
from curriculum_map.formats.columns import Columns, by_column, columns_of, widths
from curriculum_map.formats.csv_files import table

TEXTS = st.sampled_from(["", "a", "b", " "])
RAGGED = st.lists(st.lists(TEXTS, max_size=3), max_size=9)
EQUAL = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(TEXTS, min_size=width, max_size=width), max_size=9)
)


@pytest.fixture(autouse=True, scope="module")
def small_blocks():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "BLOCK", 2)
        patch.setattr(columns, "MOST", 2)
        yield


@given(RAGGED | EQUAL, st.integers(0, 9), st.integers(0, 9))
def test_rows_are_those_that_were_read(rows, first, last):
    kept = by_column(iter(rows))
    assert [list(row) for row in kept] == rows
    assert [list(row) for row in kept[first:last]] == rows[first:last]
    assert [list(kept[at]) for at in range(len(kept))] == rows
    assert widths(kept) == {*map(len, rows)}


@given(RAGGED | EQUAL)
def test_columns_are_the_same_however_rows_are_kept(rows):
    kept, plain = columns_of(by_column(rows)), columns_of(rows)
    assert [list(each) for each in kept] == [list(each) for each in plain]


def test_rows_of_equal_length_are_kept_by_column_and_others_are_not():
    assert isinstance(by_column([["a", "b"], ["c", "d"], ["e", "f"]]), Columns)
    assert by_column([["a", "b"], ["c", "d"], ["e"]]) == [["a", "b"], ["c", "d"], ["e"]]


def test_a_text_that_stands_in_a_column_again_is_kept_once():
    rows = by_column([["x" * n] for n in (30, 30, 30, 30)])
    assert rows[0][0] is rows[2][0]


def test_each_row_knows_its_line_and_guarded_texts_are_free_again():
    sheet = table(b'id,title\r\na,"two\r\nlines"\r\nb,\'=x\r\n', "units.csv")
    assert list(sheet.lines) == [1, 2, 4]
    assert [list(row) for row in sheet.rows] == [
        ["id", "title"],
        ["a", "two\r\nlines"],
        ["b", "=x"],
    ]
