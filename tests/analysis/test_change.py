"""What a change does: what comes and goes, and what only has another name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawn import DRAWN, Drawn, built
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum_map.analysis import figures, gaps
from curriculum_map.analysis.changes import Change, changed, written
from curriculum_map.analysis.difference import Difference, diff, what_if
from curriculum_map.analysis.identity import Rename, renames
from curriculum_map.analysis.position import Position
from curriculum_map.analysis.renaming import renamed
from curriculum_map.errors import BadQuestion, UnknownName
from curriculum_map.model import COLLECTIONS, Catalogue, PlanItem, by_id
from sample import (
    any_of,
    catalogue,
    co,
    examined,
    item,
    outcome,
    pre,
    profile,
    programme,
    teaches,
    unit,
    works_on,
)


def medicine(*plan: PlanItem, **ec: float) -> Catalogue:
    """Medicine with a plan, and the units a to f."""
    units = (unit(each, ec=ec.get(each)) for each in "abcdef")
    return catalogue(*units, unit("whole", parts=["f"]), programme("medicine", *plan))


def plan_after(before: Catalogue, *changes: Change) -> tuple[PlanItem, ...]:
    return changed(before, "medicine", changes).programmes["medicine"].plan


def test_a_unit_is_dropped_and_a_place_without_units_goes_with_it():
    sample = medicine(item("a", "b", year=1), item("c", year=2))
    assert plan_after(sample, Change("drop", "a")) == (item("b", year=1), item("c", year=2))
    assert plan_after(sample, Change("drop", "c")) == (item("a", "b", year=1),)


def test_a_unit_is_added_beside_others_at_its_place_or_where_that_comes_in_time():
    sample = medicine(item("a", year=1), item("b", "c", choose=1, year=1), item("d", year=3))
    assert plan_after(sample, Change("add", "e", Position(1, None)))[0] == item("a", "e", year=1)
    assert plan_after(sample, Change("add", "e", Position(2, 1)))[2] == item("e", year=2, term=1)
    assert plan_after(sample, Change("add", "e"))[3] == item("e")


def test_a_required_unit_moves_alone_and_an_elective_takes_its_group_along():
    sample = medicine(item("a", year=1), item("b", "c", choose=1, year=2))
    assert plan_after(sample, Change("move", "a", Position(2, 3))) == (
        item("b", "c", choose=1, year=2),
        item("a", year=2, term=3),
    )
    assert plan_after(sample, Change("move", "b", Position(3, None))) == (
        item("a", year=1),
        item("b", "c", choose=1, year=3),
    )


def test_a_unit_made_elective_may_be_left_out():
    after = plan_after(medicine(item("a", "b", year=1)), Change("elective", "a"))
    assert after == (item("b", year=1), item("a", year=1, credits=0))


def test_a_unit_made_required_leaves_that_much_less_to_choose():
    sample = medicine(item("a", "b", "c", choose=2, year=1))
    assert plan_after(sample, Change("require", "b")) == (
        item("a", "c", choose=1, year=1),
        item("b", year=1),
    )
    assert plan_after(sample, Change("require", "b"), Change("require", "a")) == (
        item("c", credits=0, year=1),
        item("b", "a", year=1),
    )
    by_credits = medicine(item("a", "b", credits=0.3), a=0.1, b=0.2, c=5)
    assert plan_after(by_credits, Change("require", "a")) == (item("b", credits=0.2), item("a"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change("drop", "f"), '"f" stands in the plan of "medicine" as a part of "whole" only. '
                              "Change that unit."),
        (Change("drop", "d"), '"d" does not stand in the plan of "medicine". Known: a, b, c, '
                              "whole."),
        (Change("move", "d", Position(1, 1)), '"d" does not stand in the plan of "medicine". '
                                              "Known: a, b, c, whole."),
        (Change("add", "a"), '"a" stands in the plan of "medicine" already, year 1, term 2.'),
        (Change("add", "b"), '"b" stands in the plan of "medicine" already, year not stated, '
                             "elective."),
        (Change("add", "f"), '"f" stands in the plan of "medicine" already, as a part of '
                             '"whole".'),
        (Change("elective", "b"), '"b" is an elective of "medicine" already.'),
        (Change("require", "a"), '"a" is required in "medicine" already.'),
        (Change("drop", "b"), "Nobody can choose 2 of 1 units. Drop or require the other electives "
                              "of the group, too."),
    ],
)  # fmt: skip
def test_a_change_that_cannot_be_made_says_what_stands_in_the_way(change, said):
    sample = medicine(item("a", year=1, term=2), item("b", "c", choose=2), item("whole", year=2))
    with pytest.raises(BadQuestion) as caught:
        changed(sample, "medicine", [change])
    assert str(caught.value) == said


def test_a_name_that_nothing_carries_is_met_with_the_nearest_one():
    sample = medicine(item("a"))
    for asked, change in (("medcine", "a"), ("medicine", "whol")):
        with pytest.raises(UnknownName, match="Did you mean"):
            what_if(sample, asked, [Change("drop", change)])
    for wrong in ({"programmes": ["medcine"]}, {"profile": "graduate"}, {"only": "revewed"}):
        with pytest.raises(UnknownName):
            diff(sample, sample, **wrong)


def test_changes_are_read_as_people_write_them():
    assert written(move=["a=2.1", "b=3"], add=["c"], require=None, drop=["d"]) == [
        Change("drop", "d"),
        Change("add", "c"),
        Change("move", "a", Position(2, 1)),
        Change("move", "b", Position(3, None)),
    ]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ({"move": ["a"]}, 'Where to? Write "a=YEAR" or "a=YEAR.TERM".'),
        *(
            ({"add": [f"a={place}"]}, f'"a={place}" names no place in a plan. Write UNIT=YEAR or '
                                      "UNIT=YEAR.TERM, with numbers from 1 to 12.")
            for place in ("0", "13", "1.2.3", "1.", "x", "-1", "²")
        ),
        ({"dropp": ["a"]}, 'There is no change called "dropp". Did you mean "drop"?'),
    ],
)  # fmt: skip
def test_a_change_that_cannot_be_read_is_said_how_to_write(said, answer):
    with pytest.raises((BadQuestion, UnknownName)) as caught:
        written(**said)
    assert str(caught.value) == answer


def told(found: Difference) -> list[tuple[str, str, str]]:
    """Give what became of each finding, its code, and what it is about."""
    rows = found.findings.records()
    return [(row["change"], row["code"], row["competency"] or row["unit"]) for row in rows]


def depending() -> Catalogue:
    """A plan in which much depends on statistics."""
    return catalogue(
        profile("graduate", charts=2, law=1),
        unit("stats", examined("charts", 2)),
        unit("python", examined("charts", 1)),
        unit("ml", examined("law", 1), requires=any_of(pre("stats"), pre("python"))),
        unit("lab", examined("law", 1), requires=co("stats")),
        programme("medicine", item("stats", "python", year=1), item("ml", "lab", year=2),
                  aims="graduate"),
    )  # fmt: skip


def test_dropping_a_unit_tells_what_appears_and_what_disappears():
    found = what_if(depending(), "medicine", [Change("drop", "stats")])
    assert told(found) == [
        ("appears", "below", "charts"),
        ("appears", "requisite-missing", "lab"),
        ("appears", "unit-in-no-plan", "stats"),
    ]
    assert found.findings.records()[0] == {
        "change": "appears",
        "programme": "medicine",
        "profile": "graduate",
        "competency": "charts",
        "code": "below",
        "required": 2,
        "reached": 1,
        "unit": "python",
        "outcome": "charts",
        "reason": "“Charts” is required at “knows how”; the plan reaches “knows” in “Python” "
        "(year 1).",
        "where": "",
        "required_before": 0,
        "reached_before": 0,
        "required_level": "knows-how",
        "reached_level": "knows",
    }
    assert [
        (row["figure"], row["before"], row["of_before"], row["after"], row["of_after"])
        for row in found.figures.records()
    ] == [
        ("touched", 2, 2, 2, 2),
        ("possible", 2, 2, 1, 2),
        ("guaranteed", 2, 2, 1, 2),
        ("assessed", 2, 2, 1, 2),
    ]
    assert found.things.records() == [
        {
            "change": "changes",
            "kind": "programme",
            "old": "medicine",
            "new": "medicine",
            "sure": 1.0,
            "title": "Medicine",
        }
    ]


def test_a_unit_that_loses_a_requisite_is_named_also_where_another_one_is_enough():
    lost = what_if(depending(), "medicine", [Change("drop", "stats")]).requisites
    row = {"programme": "medicine", "needs": "stats"}
    assert lost.records() == [
        {
            **row,
            "unit": "ml",
            "timing": "pre",
            "still_met": True,
            "reason": "“Ml” requires “Stats”, which the plan now lacks; the rest of what it "
            "requires is enough.",
        },
        {
            **row,
            "unit": "lab",
            "timing": "co",
            "still_met": False,
            "reason": "“Lab” requires “Stats”, which the plan now lacks.",
        },
    ]
    later = what_if(depending(), "medicine", [Change("move", "stats", Position(3, None))])
    assert later.requisites.column("reason")[1] == (
        "“Lab” requires “Stats”, which no longer comes in time."
    )


def test_a_requisite_that_is_no_longer_required_is_not_lost():
    before = depending()
    free = {**before.units, "lab": unit("lab", examined("law", 1))}
    after = changed(replace(before, units=by_id(free)), "medicine", [Change("drop", "stats")])
    assert diff(before, after).requisites.column("unit") == ["ml"]


def test_a_gap_that_stays_at_another_level_changes():
    sample = catalogue(
        profile("graduate", charts=4),
        unit("a", teaches("charts", 1)),
        unit("b", teaches("charts", 3)),
        programme("medicine", item("a", "b"), aims="graduate"),
    )
    found = what_if(sample, "medicine", [Change("drop", "b")]).findings.records()
    (row,) = [each for each in found if each["change"] == "changes"]
    levels = ("required", "reached", "required_before", "reached_before", "reached_level")
    assert row["code"] == "below"
    assert [row[each] for each in levels] == [4, 1, 4, 3, "knows"]


def test_a_repetition_that_goes_is_told_although_gaps_does_not_list_it():
    sample = catalogue(
        unit("a", examined("charts", 1)),
        unit("b", examined("charts", 1)),
        programme("medicine", item("a", "b")),
    )
    found = what_if(sample, "medicine", [Change("drop", "b")])
    assert told(found) == [
        ("appears", "unit-in-no-plan", "b"),
        ("disappears", "redundant", "charts"),
    ]
    assert found.findings.column("reason")[1] == (
        "“Charts” is taught at “knows” in “A” and “B”, with no rise after."
    )


def test_what_is_wrong_with_a_unit_in_any_plan_does_not_appear_because_it_leaves_one():
    sample = catalogue(unit("a", outcome("o")), programme("medicine", item("a")))
    found = told(what_if(sample, "medicine", [Change("drop", "a")]))
    assert [code for how, code, _ in found if how == "appears"] == [
        "programme-without-units",
        "unit-in-no-plan",
    ]


def test_other_programmes_and_their_units_are_left_out():
    sample = catalogue(
        unit("a", examined("charts", 1)), unit("b"), programme("p", item("a")), programme("q")
    )
    after = changed(sample, "q", [Change("add", "b")])
    assert told(diff(sample, after, ["p"])) == []
    assert told(diff(sample, after, ["q"])) == [
        ("appears", "unit-without-outcome", "b"),
        ("disappears", "programme-without-units", ""),
        ("disappears", "unit-in-no-plan", "b"),
    ]


NO_CHANGE: list[Change] = []


@settings(max_examples=50)
@given(DRAWN)
def test_no_change_makes_no_difference(drawn: Drawn):
    sample = built(drawn)
    nothing_differs(what_if(sample, "programme", NO_CHANGE))
    found = diff(sample, built(drawn))
    nothing_differs(found)
    assert found.things.rows == ()


def nothing_differs(found: Difference) -> None:
    assert (found.findings.rows, found.requisites.rows) == ((), ())
    for row in found.figures.records():
        assert (row["before"], row["of_before"]) == (row["after"], row["of_after"])


@settings(max_examples=100)
@given(DRAWN)
def test_dropping_a_required_unit_and_adding_it_where_it_was_makes_no_difference(drawn: Drawn):
    required = tuple(("all", 0, *entry[2:]) for entry in drawn.items[:2])
    sample = built(drawn._replace(items=(*required, drawn.items[2])))
    for entry in sample.programmes["programme"].plan:
        for name in () if entry.elective else entry.units:
            position = Position(entry.year, entry.term)
            dropped = changed(sample, "programme", [Change("drop", name)])
            planned = {u for each in dropped.programmes["programme"].plan for u in each.units}
            if all(name not in within(sample, each) for each in planned):
                back = changed(dropped, "programme", [Change("add", name, position)])
                nothing_differs(diff(sample, back))
            nothing_differs(what_if(sample, "programme", [Change("move", name, position)]))


def within(sample: Catalogue, name: str) -> set[str]:
    return {name}.union(*(within(sample, part) for part in sample.units[name].parts))


@settings(max_examples=50)
@given(DRAWN, st.integers(1, 4))
def test_dropping_a_unit_that_nothing_uses_changes_only_what_is_about_it(drawn: Drawn, rank):
    sample = built(drawn)
    spare = catalogue(unit("spare", teaches("nobody-asks", rank)))
    plan = sample.programmes["programme"]
    planned = replace(plan, plan=(*plan.plan, item("spare")))
    sample = replace(
        sample,
        units=by_id({**sample.units, **spare.units}),
        competencies=by_id({**sample.competencies, **spare.competencies}),
        programmes=by_id({"programme": planned}),
    )
    found = what_if(sample, "programme", [Change("drop", "spare")])
    assert set(found.findings.column("unit")) <= {"spare", ""}
    about = {row["code"] for row in found.findings.records() if not row["unit"]}
    assert about <= {"programme-without-units"}
    nothing_differs(found._replace(findings=replace(found.findings, rows=())))


@settings(max_examples=60)
@given(DRAWN, DRAWN)
def test_looking_back_what_appeared_disappears(one: Drawn, other: Drawn):
    there, back = diff(built(one), built(other)), diff(built(other), built(one))
    swapped = {"appears": "disappears", "disappears": "appears", "changes": "changes"}
    turned = [{**row, "change": swapped[row["change"]]} for row in back.findings.records()]
    for row in turned:
        if row["change"] == "changes":
            row["required"], row["required_before"] = row["required_before"], row["required"]
            row["reached"], row["reached_before"] = row["reached_before"], row["reached"]

    def compared(rows) -> list[tuple[object, ...]]:
        return sorted(tuple(row[each] for each in SYMMETRIC) for row in rows)

    assert compared(turned) == compared(there.findings.records())


SYMMETRIC = (
    "change",
    "programme",
    "profile",
    "competency",
    "code",
    "required",
    "reached",
    "required_before",
    "reached_before",
)


@settings(max_examples=60)
@given(DRAWN, DRAWN)
def test_what_appears_is_a_gap_after_and_what_disappears_was_one(one: Drawn, other: Drawn):
    before, after = built(one), built(other)
    found = diff(before, after)
    shared = ("programme", "profile", "competency", "code", "required", "reached", "reason")
    lines = [
        {tuple(row[each] for each in shared) for row in gaps(side).records()}
        for side in (before, after)
    ]
    for row in found.findings.records():
        if row["code"] != "redundant":
            line = tuple(row[each] for each in shared)
            assert line in lines[row["change"] != "disappears"]
    counts = [figures(side).column("count") for side in (before, after)]
    assert [found.figures.column(each) for each in ("before", "after")] == counts


@settings(max_examples=50)
@given(DRAWN)
def test_other_ids_everywhere_are_nothing_but_renames(drawn: Drawn):
    sample = built(drawn)
    names = {
        of.kind: {each: f"new-{each}" for each in getattr(sample, collection)}
        for collection, of in COLLECTIONS.items()
    }
    outcomes = [(u.id, o.id) for u in sample.units.values() for o in u.outcomes]
    names["outcome"] = {f"{of}/{name}": f"new-{name}" for of, name in outcomes}
    found = diff(sample, renamed(sample, names))
    nothing_differs(found)
    expected = {(kind, old, new) for kind, of in names.items() for old, new in of.items()}
    expected = {
        (kind, old, f"new-{old.partition('/')[0]}/{new}" if kind == "outcome" else new)
        for kind, old, new in expected
    }
    rows = found.things.records()
    assert {(row["kind"], row["old"], row["new"]) for row in rows} == expected
    assert {(row["change"], row["sure"]) for row in rows} == {("renamed", 1.0)}


def test_a_thing_with_a_new_id_and_a_few_new_words_is_still_the_same():
    said = outcome("draws", works_on("charts", 1))
    before = catalogue(
        unit("stats", said, title=outcome("Introduction to statistics").text), unit("law")
    )
    after = catalogue(
        unit("stats-1", said, title=outcome("Introduction into statistics").text), unit("ethics")
    )
    (found,) = renames(before, after)
    assert found[:3] == Rename("unit", "stats", "stats-1", 0)[:3]
    assert 0.9 < found.sure < 1
    assert [row[:4] for row in diff(before, after).things.rows] == [
        ("renamed", "unit", "stats", "stats-1"),
        ("appears", "unit", "", "ethics"),
        ("disappears", "unit", "law", ""),
        ("changes", "unit", "stats-1", "stats-1"),
    ]


def test_what_says_something_else_is_not_the_same_however_alike_the_rest():
    before = catalogue(unit("a", teaches("charts", 1)))
    after = catalogue(unit("b", teaches("law", 3)))
    assert renames(before, after) == []


@pytest.mark.parametrize(
    ("title", "later", "same"),
    [
        ("Introduction to statistics", "Introduction to law", False),
        ("Introduction to statistics", "Introduction into statistics", True),
        ("Data law", "Data use", False),
    ],
)
def test_where_only_titles_tell_they_must_be_nearly_the_same(title, later, same):
    before, after = (unit(name, title=outcome(said).text)
                     for name, said in (("a", title), ("b", later)))  # fmt: skip
    assert bool(renames(catalogue(before), catalogue(after))) == same


def test_a_renamed_outcome_is_followed_to_the_assessment_that_tests_it():
    before = catalogue(unit("a", examined("charts", 1)), programme("p", item("a")))
    names = {"outcome": {"a/charts": "draws"}, "unit": {"a": "b"}}
    after = renamed(before, names)
    assert after.units["b"].assessments[0].tests == ("b/draws",)
    assert renames(before, after) == [
        Rename("unit", "a", "b", 1.0),
        Rename("outcome", "a/charts", "b/draws", 1.0),
    ]
