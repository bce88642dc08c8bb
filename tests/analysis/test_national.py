"""Coverage of many programmes at once, compared with coverage plan by plan."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from drawn import DRAWN, Drawn, built
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum_map.analysis import Table, coverage
from curriculum_map.analysis.arrays.coverage import coverage_rows
from curriculum_map.analysis.coverage import COLUMNS, is_large, rows_of_arrays, rows_of_plans
from curriculum_map.errors import UnknownName
from curriculum_map.model import STATUSES, Catalogue, by_id
from sample import (
    catalogue,
    competency,
    crosswalk,
    exam,
    framework,
    item,
    outcome,
    profile,
    programme,
    scale,
    teaches,
    unit,
    works_on,
)


def rows(work_out, asked: Catalogue, *, profile: str = "", only: str = "") -> list[tuple]:
    return list(work_out(asked, sorted(asked.programmes), profile, only))


def together(several: list[Drawn]) -> Catalogue:
    """Put drawn catalogues side by side; each programme also aims at the profile of the next."""
    alone = [built(each, f"{{}}-{n}-{{}}".format) for n, each in enumerate(several)]

    def gathered(name: str) -> dict:
        return {key: thing for each in alone for key, thing in getattr(each, name).items()}

    def numbered(name: str, only: str, letter: str) -> dict:
        things = (getattr(each, name)[only] for each in alone)
        return {f"{letter}{n}": replace(t, id=f"{letter}{n}") for n, t in enumerate(things)}

    programmes = {
        each.id: replace(each, aims=(f"p{n}", f"p{(n + 1) % len(alone)}"))
        for n, each in enumerate(numbered("programmes", "programme", "m").values())
    }
    return replace(
        alone[0],
        competencies=by_id(gathered("competencies")),
        units=by_id(gathered("units")),
        profiles=by_id(numbered("profiles", "profile", "p")),
        programmes=by_id(programmes),
    )


@settings(max_examples=1000)
@given(DRAWN, st.sampled_from(["", *STATUSES]))
def test_arrays_and_plans_give_the_same_rows(drawn, only):
    asked = built(drawn)
    assert rows(rows_of_arrays, asked, only=only) == rows(rows_of_plans, asked, only=only)


@settings(max_examples=150)
@given(st.lists(DRAWN, min_size=2, max_size=5), st.sampled_from([1, 20, 1_000_000]))
def test_it_does_not_matter_how_many_programmes_are_worked_on_at_a_time(several, at_once):
    asked = together(several)
    names = sorted(asked.programmes)
    assert list(coverage_rows(asked, names, "", "", at_once)) == rows(rows_of_plans, asked)


@settings(max_examples=100)
@given(st.lists(DRAWN, min_size=2, max_size=3))
def test_a_profile_that_is_named_takes_the_place_of_all_others(several):
    asked = together(several)
    expected = rows(rows_of_plans, asked, profile="p0")
    assert rows(rows_of_arrays, asked, profile="p0") == expected


def unusual() -> Iterator[Catalogue]:
    """Give catalogues of a sort that is not drawn."""
    yield catalogue()
    yield catalogue(programme("m"), programme("n", aims="p"), profile("p"))
    yield catalogue(competency("vis", "plots"), programme("m", aims="p"), profile("p", vis=2))
    yield catalogue(
        scale("bloom", "recalls", "applies"),
        crosswalk("bloom", "miller", applies="shows-how"),
        framework("other", "there", scale="bloom"),
        competency("law", framework="other", area="there"),
        competency("whole", "vis", "law"),
        unit("a", teaches("vis", "bloom/recalls"), teaches("law", "bloom/applies")),
        unit("b", teaches("vis", "bloom/applies")),
        programme("m", item("a"), item("b", choose=1), aims="p"),
        profile("p", vis=1, whole=1),
    )
    yield catalogue(
        competency("deep", "c1"),
        *(competency(f"c{n}", f"c{n + 1}") for n in range(1, 60)),
        *(unit(f"u{n}", teaches(f"c{n}", 1 + n % 4), parts=[f"u{n + 1}"]) for n in range(1, 60)),
        unit("u60", exam("u7/c7")),
        programme("m", item("u1", "u30", "u50", choose=2), aims="p"),
        profile("p", deep=2),
    )


@pytest.mark.parametrize("asked", list(unusual()))
def test_arrays_and_plans_agree_on_unusual_catalogues(asked):
    assert rows(rows_of_arrays, asked) == rows(rows_of_plans, asked)


def large(units: int = 1200, programmes: int = 40, competencies: int = 90) -> Catalogue:
    """Build a catalogue with many of everything, from dice that always fall the same."""
    dice = random.Random(4)

    def names(letter: str, count: int, most: int, above: int = -1) -> list[str]:
        known = range(above + 1, count)
        return [f"{letter}{n}" for n in dice.sample(known, min(len(known), dice.randint(0, most)))]

    def claims() -> Iterator:
        for name in names("c", competencies, 3):
            yield works_on(name, dice.randint(1, 4), status=dice.choice(STATUSES))

    def taught(n: int):
        tests = exam(*(f"u{dice.randrange(units)}/o{dice.randrange(2)}" for _ in range(2)), "o0")
        parts = names("u", units, 2, n) if n % 7 == 0 else []
        does = outcome("o0", *claims()), outcome("o1", *claims())
        return unit(f"u{n}", *does, tests, parts=parts, ec=dice.choice((2.5, 5)))

    def plan() -> Iterator:
        placed = iter(dice.sample(range(units), 48))
        for said in ({}, {"choose": 1}, {"choose": 9}, {"credits": 25}, {"credits": 7.5}, {}):
            yield item(
                *(f"u{next(placed)}" for _ in range(4 if said == {"choose": 1} else 8)), **said
            )

    def needs(n: int):
        return profile(f"p{n}", **{c: dice.randint(1, 4) for c in names("c", competencies, 30)})

    whole = (
        competency(f"c{n}", *(names("c", competencies, 3, n) if n % 6 == 0 else ()))
        for n in range(competencies)
    )
    return catalogue(
        *whole,
        *map(taught, range(units)),
        *map(needs, range(12)),
        *(programme(f"m{n}", *plan(), aims=f"p{n % 12} p{n % 5}") for n in range(programmes)),
    )


def test_a_large_catalogue_is_answered_from_arrays_with_the_same_table_and_frame():
    asked = large()
    assert is_large(asked)
    found, expected = coverage(asked), Table("coverage", COLUMNS, tuple(rows(rows_of_plans, asked)))
    assert found == expected
    assert found.frame().equals(expected.frame())
    assert dict(found.frame().dtypes) == dict(expected.frame().dtypes)
    assert set(found.column("state")) == {"absent", "below", "elective-only", "not-assessed"} | {
        "met",
        "extra",
    }


def test_rows_of_a_large_answer_can_be_counted_looked_at_and_cut():
    found = coverage(large()).rows
    expected = tuple(found)
    assert len(found) == len(expected)
    assert (found[0], found[-1], found[2:5]) == (expected[0], expected[-1], expected[2:5])
    with pytest.raises(IndexError):
        found[len(expected)]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"only": "perfect"}, 'There is no status called "perfect".'),
        ({"profile": "p"}, 'There is no profile called "p".'),
        ({"programmes": ["m1", "x"]}, 'There is no programme called "x".'),
    ],
)
def test_a_large_catalogue_knows_what_it_does_not_know(said, message):
    with pytest.raises(UnknownName) as error:
        coverage(large(), **said)
    assert str(error.value).startswith(message)


def test_named_programmes_of_a_large_catalogue_are_answered_alone():
    asked = large()
    all_rows = coverage(asked).rows
    alone = coverage(asked, ["m7", "m12", "m7"]).rows
    assert alone == tuple(row for row in all_rows if row[0] in ("m12", "m7"))
