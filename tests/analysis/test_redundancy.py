"""What comes back in a plan: redundant, or a spiral."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from pathlib import Path

from brute_force import within
from drawn import DRAWN, Drawn, built
from hypothesis import given, settings

from curriculum_map.analysis.definitions import REPETITION
from curriculum_map.analysis.redundancy import redundancy, spirals
from curriculum_map.model import Catalogue, PlanItem, Programme
from sample import LEVELS, catalogue, item, outcome, programme, teaches, unit, works_on, written

ROOT = Path(__file__).parents[2]
PAGE = " ".join((ROOT / "docs" / "definitions.md").read_text(encoding="utf-8").split())


def repeated(*plan: PlanItem, **levels: int) -> list[tuple[int, str]]:
    """Give level and unit of what is redundant where units teach one competency."""
    units = (unit(name, teaches("charts", rank)) for name, rank in levels.items())
    found = redundancy(catalogue(*units, programme("medicine", *plan)))
    return [(row["level"], row["planned"]) for row in found.records()]


def test_outcomes_at_the_same_level_stand_side_by_side():
    lecture = unit("lecture", outcome("reads", works_on("charts", 1)))
    draws = works_on("charts", 1, status="suggested")
    course = unit("course", written(outcome("draws", draws), 7), parts=["lab"])
    plan = programme("medicine", item("lecture", year=1, term=2), item("course", year=2))
    found = redundancy(catalogue(lecture, course, unit("lab"), plan))
    same = {"programme": "medicine", "competency": "charts", "level": 1, "level_id": "knows"}
    assert found.records() == [
        {
            **same,
            "planned": "lecture",
            "unit": "lecture",
            "outcome": "reads",
            "text": "Reads",
            "status": "declared",
            "elective": False,
            "year": 1,
            "term": 2,
            "where": "",
        },
        {
            **same,
            "planned": "course",
            "unit": "course",
            "outcome": "draws",
            "text": "Draws",
            "status": "suggested",
            "elective": False,
            "year": 2,
            "term": 0,
            "where": "curricula/sample.yaml:7",
        },
    ]


def test_one_unit_that_says_a_thing_twice_repeats_nothing():
    course = unit("course", teaches("charts", 1), outcome("again", works_on("charts", 1)))
    assert len(redundancy(catalogue(course, programme("medicine", item("course"))))) == 0


def test_a_level_that_rises_afterwards_makes_it_a_spiral():
    plan = item("a", year=1), item("b", year=2), item("c", year=3)
    assert repeated(*plan, a=1, b=1, c=2) == []
    assert repeated(*plan, a=1, b=2, c=1) == []
    assert repeated(*plan, a=2, b=1, c=1) == [(1, "b"), (1, "c")]
    assert repeated(*plan, a=1, b=2, c=2) == [(2, "b"), (2, "c")]


def test_a_rise_that_may_come_afterwards_is_given_the_benefit_of_the_doubt():
    assert repeated(item("a", "b", year=1), item("c"), a=1, b=1, c=2) == []
    assert repeated(item("a", "b", "c", year=1), a=1, b=1, c=2) == []
    assert repeated(item("a", "b"), a=1, b=1) == [(1, "a"), (1, "b")]


def test_alternatives_are_not_redundant_for_a_student_takes_one_of_them():
    assert repeated(item("a", "b", choose=1), a=1, b=1) == []
    assert repeated(item("a", "b", "c", choose=2), a=1, b=1, c=1) == [
        (1, "a"),
        (1, "b"),
        (1, "c"),
    ]
    assert repeated(item("a", "b", choose=1), item("c"), a=1, b=1, c=1) == [
        (1, "a"),
        (1, "b"),
        (1, "c"),
    ]


def test_a_part_shared_by_two_units_is_the_same_teaching():
    shared = unit("shared", teaches("charts", 1))
    both = unit("a", parts=["shared"]), unit("b", parts=["shared"])
    assert len(redundancy(catalogue(shared, *both, programme("medicine", item("a", "b"))))) == 0


def test_what_is_not_sure_enough_repeats_nothing():
    units = (unit(each, teaches("charts", 1)) for each in "a")
    suggested = unit("b", outcome("o", works_on("charts", 1, status="suggested")))
    sample = catalogue(*units, suggested, programme("medicine", item("a", "b")))
    assert len(redundancy(sample)) == 2
    assert len(redundancy(sample, only="declared")) == 0


def test_a_spiral_is_told_step_by_step():
    plan = item("a", year=1), item("b", year=2), item("c", year=2), item("d", year=3)
    units = (
        unit(each, teaches("charts", rank)) for each, rank in zip("abcd", (1, 2, 2, 3), strict=True)
    )
    flat = unit("e", teaches("law", 2))
    sample = catalogue(*units, flat, programme("medicine", *plan, item("e", year=3)))
    rows = spirals(sample).records()
    assert [(row["before"], row["before_level"], row["level"], row["unit"]) for row in rows] == [
        (0, "", 1, "a"),
        (1, "knows", 2, "b"),
        (1, "knows", 2, "c"),
        (2, "knows-how", 3, "d"),
    ]


def test_the_page_of_definitions_says_what_the_words_mean():
    assert [word for word in REPETITION if f"### `{word}` {REPETITION[word]}" not in PAGE] == []


@settings(max_examples=300)
@given(DRAWN)
def test_redundant_is_what_some_student_takes_twice_without_ever_getting_further(drawn: Drawn):
    sample = built(drawn)
    found = {(row["competency"], row["level"]) for row in redundancy(sample).records()}
    assert found == set(tried_out(sample, sample.programmes["programme"]))


def tried_out(sample: Catalogue, plan: Programme) -> Iterator[tuple[str, int]]:
    """Try all units together that a student may take, straight from the words."""
    stands = {each: entry for entry in plan.plan for each in entry.units}
    for competency in sample.competencies:
        made = {each: highest(sample, each, competency) for each in stands}
        for rank in range(1, len(LEVELS) + 1):
            last = [
                each
                for each in stands
                if made[each][0] == rank
                and all(
                    earlier(stands[other], stands[each])
                    for other in stands
                    if made[other][0] > rank
                )
            ]
            if any(
                taken_together(sample, set(pair), plan)
                and not made[pair[0]][1] <= made[pair[1]][1]
                and not made[pair[1]][1] <= made[pair[0]][1]
                for pair in combinations(last, 2)
            ):
                yield competency, rank


def highest(sample: Catalogue, planned: str, competency: str) -> tuple[int, set[str]]:
    """Give the highest level a unit brings on a competency, and the outcomes that do."""
    found = [
        (LEVELS.index(made.level.level) + 1, f"{name}/{each.id}")
        for name in within(sample, planned)
        for each in sample.units[name].outcomes
        for made in each.contributions
        if made.competency == competency
    ]
    rank = max((rank for rank, _ in found), default=0)
    return rank, {key for at, key in found if at == rank}


def earlier(one: PlanItem, other: PlanItem) -> bool:
    """Tell whether one entry certainly comes before the other."""
    if one.year is None or other.year is None:
        return False
    if one.year != other.year:
        return one.year < other.year
    return one.term is not None and other.term is not None and one.term < other.term


def taken_together(sample: Catalogue, pair: set[str], plan: Programme) -> bool:
    """Tell whether a student takes both without a unit too many in any group."""
    return all(fits(sample, pair & set(entry.units), entry) for entry in plan.plan)


def fits(sample: Catalogue, wanted: set[str], entry: PlanItem) -> bool:
    def ec(units) -> Fraction:
        return sum((Fraction(str(sample.units[each].credits.ec)) for each in units), Fraction(0))

    if entry.choose is not None:
        return len(wanted) <= entry.choose
    if entry.credits is None:
        return True
    needed = Fraction(str(entry.credits))
    forced = {each for each in entry.units if ec(set(entry.units) - {each}) < needed}
    chosen = wanted - forced
    if not chosen:
        return True
    largest = max(chosen, key=lambda each: ec([each]))
    return ec(forced | chosen - {largest}) < needed
