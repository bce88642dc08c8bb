"""The figures, compared with brute force over every choice of electives."""

from __future__ import annotations

from brute_force import four_figures, requisite_codes
from drawn import DRAWN, UNITS, built
from hypothesis import given, settings

from curriculum_map.analysis import coverage, gaps

FIGURES = ("possible", "guaranteed", "assessed_possible", "assessed")


@settings(max_examples=2000)
@given(DRAWN)
def test_every_figure_is_what_trying_every_choice_of_electives_gives(drawn):
    catalogue = built(drawn)
    programme = catalogue.programmes["programme"]
    for row in coverage(catalogue).records():
        expected = four_figures(catalogue, programme, row["competency"])
        assert {figure: row[figure] for figure in FIGURES} == expected


@settings(max_examples=1000)
@given(DRAWN)
def test_a_requisite_is_reported_exactly_if_some_choice_of_electives_breaks_it(drawn):
    catalogue = built(drawn)
    unit = f"u{UNITS[-1]}"
    expected = requisite_codes(catalogue, catalogue.programmes["programme"], unit)
    rows = gaps(catalogue).records()
    found = [row["code"] for row in rows if row["code"].startswith("requisite-")]
    assert found == expected
