"""The second reading of a third of the later mappings: its draw, its figures, what came of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import sqrt
from random import Random
from statistics import pstdev

import pytest

from curriculum_map.formats.project import load
from curriculum_map.model import Catalogue
from shipped import ROOT
from test_mapping_review import (
    OUTCOMES,
    PAGE,
    REVIEW,
    SEED,
    Named,
    Row,
    agreement,
    disagreements,
    everything,
    kappa,
    later,
    lines,
    naming,
    table,
    third,
)

READ_AGAIN = [Row(*line) for line in lines("mapping-review-later-compared.csv")]
READ = sorted({row.named for row in READ_AGAIN})
MAPPED = sorted({row.named for row in READ_AGAIN if row.first})
EMPTY = sorted({*READ} - {*MAPPED})
BOTH = [(row.first, row.second) for row in READ_AGAIN if row.first and row.second]


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load(ROOT)


def unmapped(shipped: Catalogue) -> list[Named]:
    """Give the outcomes of the same source that develop nothing."""
    return [
        (unit.id, outcome.id)
        for unit in shipped.units.values()
        for outcome in unit.outcomes
        if unit.id.startswith("s4e-") and not outcome.contributions
    ]


def test_the_mapped_outcomes_read_again_are_those_that_the_seed_draws(shipped):
    assert sorted({each[:2] for each in third(later(shipped))}) == MAPPED


def test_the_empty_outcomes_read_again_are_a_sample_of_the_seed_and_not_those_of_the_rule(shipped):
    empty = sorted(unmapped(shipped))
    assert sorted(Random(SEED).sample(empty, 2)) == EMPTY
    assert sorted(third(empty)) == [("s4e-5.3", "lo1"), ("s4e-8.1", "lo1")]


def test_what_is_compared_is_what_was_written_down_before():
    read = [(*row[:3], row.second, row.note) for row in READ_AGAIN if row.second or not row.first]
    assert sorted(read) == sorted(map(tuple, lines("mapping-review-later.csv")))


def test_the_curricula_say_today_what_the_comparison_ended_with(shipped):
    said = {k: each.level.level for k, each in everything(shipped).items() if k[:2] in READ}
    assert said == {row[:3]: row.now for row in READ_AGAIN if row.now}


def test_every_disagreement_was_decided_and_what_was_kept_says_so_in_the_data(shipped):
    assert [row for row in READ_AGAIN if (row.first != row.second) != bool(row.decision)] == []
    now = everything(shipped)
    noted = {k for k, each in now.items() if k[:2] in READ and each.note.startswith("A second")}
    assert noted == {row[:3] for row in READ_AGAIN if row.decision.startswith("Kept")}


# The page


def naming_table(competencies: Collection[str]) -> str:
    rows = [
        agreement(name, naming(outcomes, competencies, READ_AGAIN))
        for name, outcomes in (("All", READ), ("Outcomes that develop something", MAPPED))
    ]
    headings = "Pairs|Number|First named|Second named|Both|Agreement|Agreement on named|Kappa"
    return table(headings.split("|"), rows)


def interval(competencies: Collection[str]) -> str:
    """Give a 95 % interval of kappa by leaving out one outcome at a time (jackknife)."""
    rest = [[each for each in READ if each != left] for left in READ]
    less = [kappa(naming(some, competencies, READ_AGAIN)) for some in rest]
    whole = kappa(naming(READ, competencies, READ_AGAIN))
    wide = 1.96 * sqrt(len(READ) - 1) * pstdev(less)
    return f"{whole - wide:.2f} to {min(1.0, whole + wide):.2f}"


def about_levels() -> str:
    same, n = sum(a == b for a, b in BOTH), len(BOTH)
    share = f"{same} of {n} ({100 * same / n:.1f} %)"
    return f"the level is the same in {share}: kappa {kappa(BOTH):.2f}"


def about_what_was_read(shipped: Catalogue) -> list[str]:
    now, since = everything(shipped), later(shipped)
    again = [each for each in since if each[:2] in READ]
    twice = {row[:3] for row in (*REVIEW, *READ_AGAIN) if row.first} & now.keys()
    before = [each for each in MAPPED if each in OUTCOMES]
    return [
        f"{len(again)} of these {len(since)} contributions were read a second time",
        f"{len(since) - len(again)} were read once only",
        f"{len(twice)} of the {len(now)} contributions there are now have been read twice",
        f"{len(before)} of the {len(MAPPED)} had been drawn before",
    ]


def about_pairs(competencies: Sequence[str]) -> list[str]:
    return [
        f"{len(READ)} outcomes and {len(competencies)} competencies",
        f"95 % interval of kappa is {interval(competencies)}",
    ]


def test_the_page_shows_the_tables_of_the_later_reading(shipped):
    tables = (naming_table(shipped.competencies), disagreements(READ_AGAIN))
    assert [each for each in tables if each not in PAGE] == []


def test_the_page_says_the_figures_of_the_later_reading(shipped):
    told = " ".join(PAGE.split())
    readings = [*about_pairs([*shipped.competencies]), about_levels()]
    figures = [*readings, *about_what_was_read(shipped)]
    assert [each for each in figures if each not in told] == []


def test_only_one_outcome_is_about_agreements_and_a_second_reading_did_not_name_it(shipped):
    of_it = [each for each in everything(shipped) if each[2] == "collab.agreements"]
    not_named = [row[:3] for row in READ_AGAIN if row.first and not row.second]
    assert of_it == not_named
    assert "It is the only contribution to `collab.agreements` in all curricula" in PAGE
