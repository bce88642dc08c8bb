"""Tables as text: whatever an author wrote stays text."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.analysis.table import Table
from curriculum_map.cli.show import SHAPES, as_csv, rendered

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def table(*rows: tuple[object, ...]) -> Table:
    """Build a table of two texts and a number."""
    return Table("sample", {"name": "string", "reason": "string", "n": "float64"}, rows)


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(
    "formula",
    ["=1+1", "+1", "-1+cmd|'/C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\uff1d1"],
)
def test_no_text_becomes_a_formula_in_a_spreadsheet(formula):
    assert cells(as_csv(table((formula, "", 0.0))))[1] == [f"'{formula}", "", "0.0"]


@given(WORDS)
def test_text_that_is_no_formula_survives_csv(words):
    found = cells(as_csv(table((words, "x", 1))))[1][0]
    assert found in (words, f"'{words}")
    assert not found.lstrip().startswith(("=", "+", "-", "@"))


def test_a_number_below_zero_stays_a_number():
    assert cells(as_csv(table(("a", "b", -1))))[1] == ["a", "b", "-1"]


def test_markup_in_a_text_stays_text_in_markdown():
    hostile = "a|b\n<img src=x> [c](javascript:d) `e` *f* ~g~ &amp; \\"
    assert rendered(table((hostile, "", 0.5)), "md", ("name", "n")).splitlines() == [
        "| name | n |",
        "| --- | --- |",
        r"| a\|b \<img src=x\> \[c\](javascript:d) \`e\` \*f\* \~g\~ \&amp; \\ | 0.5 |",
    ]


@given(st.lists(st.tuples(WORDS, WORDS, st.just(0)), max_size=4))
def test_a_markdown_table_has_one_line_a_row(rows):
    assert rendered(table(*rows), "md").count("\n") == len(rows) + 2


def test_columns_are_aligned_and_what_does_not_fit_is_wrapped():
    shown = rendered(
        table(("short", "a reason that takes more room than there is", 1234.5), ("b", "", 1 / 3)),
        "table",
        width=32,
    )
    assert shown == (
        "name   reason            n\n"
        "short  a reason that     1,234.5\n"
        "       takes more room\n"
        "       than there is\n"
        "b                        0.333\n"
    )


@given(st.lists(st.tuples(WORDS, WORDS, st.just(0)), max_size=4), st.integers(30, 120))
def test_a_line_is_no_longer_than_the_terminal_is_wide(rows, width):
    assert all(
        len(line) <= width for line in rendered(table(*rows), "table", (), width).split("\n")
    )


def test_a_terminal_that_is_too_narrow_gets_narrow_columns_all_the_same():
    shown = rendered(table(("a" * 20, "b" * 20, 1)), "table", (), 5)
    assert shown.splitlines()[1:] == ["aaaaaaaaaaaa  bbbbbbbbbbbb  1", "aaaaaaaa      bbbbbbbb"]


@pytest.mark.parametrize("shape", SHAPES)
def test_an_empty_answer_has_the_columns_of_a_full_one(shape):
    empty = {"json": "[]\n", "csv": "name,reason,n\r\n", "table": "name  reason  n\n"}
    markdown = "| name | reason | n |\n| --- | --- | --- |\n"
    if shape == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(rendered(table(), shape)))
        assert list(book.worksheets[0].values) == [("name", "reason", "n")]
    else:
        assert rendered(table(), shape) == empty.get(shape, markdown)
