"""Laws that every figure obeys, whatever the curriculum."""

from __future__ import annotations

from drawn import COMPETENCIES, DRAWN, ITEMS, UNITS, Drawn, built
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum_map.analysis import contributions, coverage, figures, gaps, matrix
from curriculum_map.model import Catalogue

RANKS = ("possible", "guaranteed", "assessed_possible", "assessed")


def ranks(catalogue: Catalogue, only: str = "") -> dict[str, tuple[int, ...]]:
    """Give the figures of each competency, required or not."""
    rows = coverage(catalogue, only=only).records()
    return {row["competency"]: tuple(row[rank] for rank in RANKS) for row in rows}


def counts(catalogue: Catalogue, only: str = "") -> list[int]:
    return figures(catalogue, only=only).column("count")


def nowhere_lower(after: Catalogue, before: Catalogue, only: str = "") -> bool:
    """Tell whether no figure of `before` is higher than in `after`."""
    high, low = ranks(after), ranks(before, only)
    figures_hold = all(a >= b for a, b in zip(counts(after), counts(before, only), strict=True))
    known = all(
        a >= b for c in low.keys() & high.keys() for a, b in zip(high[c], low[c], strict=True)
    )
    return figures_hold and known


@settings(max_examples=200)
@given(DRAWN, st.sampled_from(UNITS), st.sampled_from(COMPETENCIES), st.integers(1, 4))
def test_another_contribution_never_lowers_a_figure(drawn: Drawn, unit, competency, rank):
    first, second = drawn.outcomes[unit]
    more = {**first, competency: max((rank, "reviewed"), first.get(competency, (0, "")))}
    outcomes = (*drawn.outcomes[:unit], (more, second), *drawn.outcomes[unit + 1 :])
    assert nowhere_lower(built(drawn._replace(outcomes=outcomes)), built(drawn))


@settings(max_examples=150)
@given(DRAWN, st.sampled_from(ITEMS))
def test_making_electives_required_never_lowers_what_is_guaranteed(drawn: Drawn, number):
    required = ("all", 0, *drawn.items[number][2:])
    items = (*drawn.items[:number], required, *drawn.items[number + 1 :])
    before, after = ranks(built(drawn)), ranks(built(drawn._replace(items=items)))
    for competency, (_, guaranteed, _, assessed) in before.items():
        assert after[competency][1] >= guaranteed
        assert after[competency][3] >= assessed


@settings(max_examples=150)
@given(DRAWN, st.sampled_from(["suggested", "declared", "reviewed"]))
def test_leaving_out_weaker_contributions_never_raises_a_figure(drawn: Drawn, only):
    catalogue = built(drawn)
    assert nowhere_lower(catalogue, catalogue, only)


@settings(max_examples=100)
@given(DRAWN)
def test_the_four_figures_never_rise_from_touched_to_assessed(drawn: Drawn):
    found = counts(built(drawn))
    assert found == sorted(found, reverse=True)


@settings(max_examples=100)
@given(DRAWN)
def test_new_ids_change_nothing_but_names(drawn: Drawn):
    # New ids sort the other way round.
    new = {f"{kind}{n}": f"{kind}x{99 - n}" for kind in "cu" for n in UNITS}
    before, after = built(drawn), built(drawn, lambda kind, n: new[f"{kind}{n}"])
    for ask in (coverage, contributions, figures):
        known = {tuple(map(str, row)) for row in ask(after).rows}
        assert {
            tuple(_renamed(str(cell), new) for cell in row) for row in ask(before).rows
        } == known


def _renamed(cell: str, new: dict[str, str]) -> str:
    return " > ".join(new.get(name, name) for name in cell.split(" > "))


@settings(max_examples=100)
@given(DRAWN)
def test_every_gap_state_of_coverage_has_its_line_in_gaps_and_no_other(drawn: Drawn):
    catalogue = built(drawn)
    states = {
        (row["competency"], row["state"], row["required"])
        for row in coverage(catalogue).records()
        if row["state"] not in ("met", "extra")
    }
    lines = [row for row in gaps(catalogue).records() if row["profile"]]
    assert {(row["competency"], row["code"], row["required"]) for row in lines} == states
    assert all(row["reached"] < row["required"] for row in lines)


@settings(max_examples=100)
@given(DRAWN)
def test_a_cell_of_the_matrix_is_the_highest_of_its_contributions(drawn: Drawn):
    catalogue = built(drawn)
    highest: dict[tuple[str, str], int] = {}
    for row in contributions(catalogue).records():
        cell = (row["competency"], row["planned"])
        highest[cell] = max(row["level"], highest.get(cell, 0))
    cells = matrix(catalogue, "programme").records()
    assert {(row["competency"], row["unit"]): row["level"] for row in cells} == highest


@settings(max_examples=50)
@given(DRAWN, st.sampled_from([coverage, figures, gaps, contributions]))
def test_naming_every_programme_leaves_out_only_what_belongs_to_none(drawn: Drawn, ask):
    catalogue = built(drawn)
    named = ask(catalogue, ["programme"]).records()
    assert named == [row for row in ask(catalogue).records() if row["programme"]]
