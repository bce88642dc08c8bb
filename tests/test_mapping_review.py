"""The second reading of the mappings: its sample, its figures and what came of it are as told."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from math import isclose, isnan, nan, sqrt
from random import Random
from statistics import pstdev
from typing import NamedTuple, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.formats.project import load
from curriculum_map.model import Catalogue, Contribution
from shipped import ROOT

DOCS = ROOT / "docs"
PAGE = (DOCS / "mapping-review.md").read_text(encoding="utf-8")
SEED = 20251
T = TypeVar("T", bound=Hashable)
Line = TypeVar("Line", bound=tuple[str, ...])

SINCE = (
    "collab.advocacy",
    "collab.community",
    "stew.licences",
    "stew.organisation",
    "stew.policy",
    "stew.software",
)
"""Competencies that neither reading had before it."""

Named = tuple[str, str]
"""A unit and the name of an outcome in it."""


class Row(NamedTuple):
    """One line of the review; a level that is empty means that the competency was not named."""

    unit: str
    outcome: str
    competency: str
    first: str
    second: str
    now: str
    note: str
    decision: str

    @property
    def named(self) -> Named:
        return self.unit, self.outcome


class Drawable(NamedTuple):
    """One line of what the sample was drawn from; without a competency where none was named."""

    unit: str
    outcome: str
    competency: str
    worded_by: str


def lines(name: str) -> Iterator[list[str]]:
    with (DOCS / name).open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        yield from reader


REVIEW = [Row(*line) for line in lines("mapping-review.csv")]
DRAWN_FROM = [Drawable(*line) for line in lines("mapping-review-drawn-from.csv")]
OUTCOMES = sorted({row.named for row in REVIEW})
BOTH = [(row.first, row.second) for row in REVIEW if row.first and row.second]


# How far two readings agree


def kappa(
    pairs: Sequence[tuple[T, T]], apart: Callable[[T, T], float] = lambda a, b: float(a != b)
) -> float:
    """Work out Cohen's kappa: 1 less the disagreement seen over that expected by chance.

    Args:
        pairs: What the first and what the second reading said, one pair a case.
        apart: How far two answers lie apart, 0 for the same one.

    Returns:
        At most 1; not a number where chance alone could not disagree.
    """
    firsts, seconds = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    seen = sum(apart(a, b) for a, b in pairs) * len(pairs)
    chance = sum(apart(a, b) * n * m for a, n in firsts.items() for b, m in seconds.items())
    return 1 - seen / chance if chance else nan


def test_kappa_is_that_of_a_case_worked_by_hand():
    # 35 of 50 agree; chance alone gives 25/50 * 30/50 + 25/50 * 20/50 = 1/2, so (0.7 - 0.5) / 0.5.
    table = {("y", "y"): 20, ("y", "n"): 5, ("n", "y"): 10, ("n", "n"): 15}
    assert isclose(kappa(list(Counter(table).elements())), 0.4)


def test_weighted_kappa_is_that_of_a_case_worked_by_hand():
    # Seen: 1 step in 4 cases. Chance: first 0, 0, 1, 2 against second 0, 1, 1, 2 lie
    # (0+1+1+2) + (0+1+1+2) + (1+0+0+1) + (2+1+1+0) = 14 steps apart in 16 pairings.
    pairs = [(0, 0), (0, 1), (1, 1), (2, 2)]
    assert isclose(kappa(pairs, lambda a, b: abs(a - b)), 1 - (1 / 4) / (14 / 16))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1))
def test_kappa_does_not_ask_which_reading_came_first(pairs):
    there, back = kappa(pairs), kappa([(b, a) for a, b in pairs])
    assert (isnan(there) and isnan(back)) or isclose(there, back, abs_tol=1e-12)


@given(st.lists(st.integers(0, 3), min_size=2).filter(lambda said: len(set(said)) > 1))
def test_kappa_is_one_only_where_every_answer_is_the_same(said):
    assert kappa([(each, each) for each in said]) == 1
    assert kappa([(said[0], -1), *((each, each) for each in said)]) < 1


# The sample


def third(things: Collection[Line]) -> list[Line]:
    """Draw a third, rounded, in the order of random numbers given to the sorted things."""
    random = Random(SEED)
    return sorted(sorted(things), key=lambda _: random.random())[: round(len(things) / 3)]


def test_the_outcomes_reviewed_are_those_that_the_seed_draws():
    mapped = third([each for each in DRAWN_FROM if each.competency])
    empty = third([each for each in DRAWN_FROM if not each.competency])
    drawn = {each[:2] for each in (*mapped, *empty)}
    assert (len(mapped), len(empty), sorted(drawn)) == (40, 8, OUTCOMES)


def test_every_first_judgement_of_a_drawn_outcome_is_compared():
    drawn = {each[:3] for each in DRAWN_FROM if each.competency and each[:2] in OUTCOMES}
    assert {row[:3] for row in REVIEW if row.first} == drawn


# What came of it


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load(ROOT)


@pytest.fixture(scope="module")
def levels(shipped) -> list[str]:
    return [level.id for level in shipped.scales["miller"].levels]


@pytest.fixture(scope="module")
def read(shipped) -> list[str]:
    """The competencies that both readings had before them."""
    return [each for each in shipped.competencies if each not in SINCE]


def everything(shipped: Catalogue) -> dict[tuple[str, str, str], Contribution]:
    """Give every contribution there is now, by unit, outcome and competency."""
    return {
        (unit.id, outcome.id, each.competency): each
        for unit in shipped.units.values()
        for outcome in unit.outcomes
        for each in outcome.contributions
    }


def today(shipped: Catalogue) -> dict[tuple[str, str, str], Contribution]:
    """Give what the drawn outcomes contribute now to competencies that were read."""
    return {
        key: each
        for key, each in everything(shipped).items()
        if key[:2] in OUTCOMES and key[2] not in SINCE
    }


def later(shipped: Catalogue) -> list[tuple[str, str, str]]:
    """Give the contributions that came after the review."""
    known = {each[:3] for each in DRAWN_FROM if each.competency}
    known |= {row[:3] for row in REVIEW if row.now}
    return sorted(everything(shipped).keys() - known)


def test_the_curricula_say_today_what_the_review_ended_with(shipped):
    said = {key: each.level.level for key, each in today(shipped).items()}
    assert said == {row[:3]: row.now for row in REVIEW if row.now}


def test_every_disagreement_has_a_decision_and_nothing_else_was_changed():
    assert [row for row in REVIEW if (row.first != row.second) != bool(row.decision)] == []
    changed = [row for row in REVIEW if row.decision.startswith(("Changed", "Added", "Removed"))]
    assert [row for row in REVIEW if row.first != row.now] == changed


def test_what_stands_against_a_second_reading_says_so_in_the_data(shipped):
    noted = {key for key, each in today(shipped).items() if each.note.startswith("A second")}
    assert noted == {row[:3] for row in REVIEW if row.decision.startswith("Kept")}


# The page


def table(headings: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def worded_by(who: str) -> list[Named]:
    return sorted({each[:2] for each in DRAWN_FROM if each.worded_by == who} & {*OUTCOMES})


def naming(
    outcomes: Collection[Named], competencies: Collection[str], rows: Iterable[Row] = REVIEW
) -> list[tuple[bool, bool]]:
    """Say of every pair of outcome and competency whether each reading named it."""
    said = {row[:3]: (bool(row.first), bool(row.second)) for row in rows}
    return [said.get((*each, name), (False, False)) for each in outcomes for name in competencies]


def interval(outcomes: Sequence[Named], competencies: Collection[str]) -> str:
    """Give a 95 % interval of kappa by leaving out one outcome at a time (jackknife)."""
    n, whole = len(outcomes), kappa(naming(outcomes, competencies))
    rest = [[each for each in outcomes if each != left] for left in outcomes]
    less = [kappa(naming(some, competencies)) for some in rest]
    wide = 1.96 * sqrt(n - 1) * pstdev(less)
    return f"{whole - wide:.2f} to {min(1.0, whole + wide):.2f}"


def agreement(name: str, pairs: Sequence[tuple[bool, bool]]) -> list[object]:
    first, second = sum(a for a, _ in pairs), sum(b for _, b in pairs)
    both, same = pairs.count((True, True)), sum(a == b for a, b in pairs)
    percent, positive = 100 * same / len(pairs), 200 * both / (first + second)
    shares = (f"{percent:.1f} %", f"{positive:.1f} %", f"{kappa(pairs):.2f}")
    return [name, len(pairs), first, second, both, *shares]


def naming_table(shipped: Catalogue, read: Sequence[str]) -> str:
    of_area = {
        area.title.show("en"): [c for c in read if shipped.competencies[c].area == area.id]
        for area in shipped.frameworks["dataclinic-style"].areas
    }
    groups = {
        "All": naming(OUTCOMES, read),
        **{area: naming(OUTCOMES, those) for area, those in of_area.items()},
        "Outcomes in the words of a source": naming(worded_by("source"), read),
        "Outcomes in the words of this project": naming(worded_by("project"), read),
    }
    headings = "Pairs|Number|First named|Second named|Both|Agreement|Agreement on named|Kappa"
    return table(headings.split("|"), [agreement(*group) for group in groups.items()])


def anything_table() -> str:
    """Tell of how many outcomes each reading said that they develop anything at all."""
    firsts, seconds = ({row.named for row in REVIEW if row[n]} for n in (3, 4))
    pairs = [(each in firsts, each in seconds) for each in OUTCOMES]
    return table(
        ("Outcome develops", "Second: something", "Second: nothing"),
        [
            ("First: something", pairs.count((True, True)), pairs.count((True, False))),
            ("First: nothing", pairs.count((False, True)), pairs.count((False, False))),
        ],
    )


def levels_table(names: Sequence[str]) -> str:
    """Tell how often each pair of levels was given where both readings named the competency."""
    rows = [[f"First: {one}", *(BOTH.count((one, other)) for other in names)] for one in names]
    return table(("Level", *(f"Second: {name}" for name in names)), rows)


def about_naming(competencies: Collection[str]) -> list[str]:
    n = len(OUTCOMES)
    apart = {row.named for row in REVIEW if bool(row.first) != bool(row.second)}
    return [
        f"{n} outcomes and {len(competencies)} competencies",
        f"95 % interval of kappa is {interval(OUTCOMES, competencies)} for all pairs, "
        f"{interval(worded_by('source'), competencies)} for outcomes in the words of a source",
        f"Of {n} outcomes {n - len(apart)} were given the same competencies",
    ]


def about_levels(names: Sequence[str]) -> list[str]:
    ranks = [(names.index(first), names.index(second)) for first, second in BOTH]
    same, higher = sum(a == b for a, b in ranks), sum(a < b for a, b in ranks)
    weighted = kappa(ranks, lambda a, b: abs(a - b))
    return [
        f"the level is the same in {same} of {len(ranks)} ({100 * same / len(ranks):.1f} %)",
        f"kappa {kappa(ranks):.2f}, with linear weights {weighted:.2f}",
        f"in {higher} of the {len(ranks) - same} others the second reading gave the higher level",
    ]


def about_decisions() -> str:
    made = Counter(row.decision.split()[0].strip(":,") for row in REVIEW if row.decision)
    return (
        f"{made['Changed']} level changed, {made['Added']} contribution added, "
        f"{made['Removed']} removed, {made['Kept']} kept with a note, {made['Not']} not added"
    )


def disagreements(review: Iterable[Row] = REVIEW) -> str:
    rows = [
        (
            f"{row.unit} / {row.outcome}",
            *(value or "-" for value in row[2:5]),
            row.note,
            row.decision,
        )
        for row in review
        if row.decision
    ]
    headings = ("Outcome", "Competency", "First", "Second", "Why, said second", "What was done")
    return table(headings, rows)


def later_table(shipped: Catalogue) -> str:
    now = everything(shipped)
    rows = [
        (f"{unit} / {outcome}", competency, now[unit, outcome, competency].level.level)
        for unit, outcome, competency in later(shipped)
    ]
    return table(("Outcome", "Competency", "Level"), rows)


def about_later(shipped: Catalogue) -> list[str]:
    since = later(shipped)
    outcomes = {each[:2] for each in since}
    drawn = outcomes & {*OUTCOMES} - {row.named for row in REVIEW if row.now}
    told = f"{len(since)} contributions of {len(outcomes)} outcomes"
    return [
        f"{told}, of {len(everything(shipped))} in all, came after the second reading",
        f"{len(drawn)} of the {len(outcomes)} outcomes had been drawn",
    ]


def test_what_came_after_the_review_is_about_competencies_that_came_after_it(shipped):
    assert sorted({competency for *_, competency in later(shipped)}) == sorted(SINCE)


def test_the_page_shows_the_tables_that_the_data_give(shipped, read, levels):
    naming_and_levels = (naming_table(shipped, read), anything_table(), levels_table(levels))
    tables = (*naming_and_levels, disagreements(), later_table(shipped))
    assert [each for each in tables if each not in PAGE] == []


def test_the_page_says_the_figures_that_the_data_give(shipped, read, levels):
    told = " ".join(PAGE.split())
    readings = [*about_naming(read), *about_levels(levels), about_decisions()]
    figures = [*readings, *about_later(shipped)]
    assert [each for each in figures if each not in told] == []
