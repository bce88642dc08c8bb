"""Learning paths: the cheapest open way, in terms, and what is in the way where there is none."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journeys import ASKED, UNITS, Asked, shortest

from curriculum_map.analysis.index import index_of
from curriculum_map.analysis.optimum.task import Clock
from curriculum_map.analysis.paths.goals import Goal, goals_of
from curriculum_map.analysis.paths.limits import Limits
from curriculum_map.analysis.paths.next import next_units
from curriculum_map.analysis.paths.path import (
    Journey,
    answered,
    fully_answered,
    learning_path,
    start_of,
)
from curriculum_map.errors import BadQuestion, UnknownName
from curriculum_map.model import Institution, by_id
from sample import (
    any_of,
    catalogue,
    co,
    competency,
    crosswalk,
    pre,
    profile,
    scale,
    strict_co,
    teaches,
    titled,
    unit,
)


def school(*more, **changed):
    """Build a catalogue in which prediction takes two courses of statistics."""
    units = {
        "stats-1": unit("stats-1", teaches("statistics", 1), hours=10, ec=1),
        "stats-2": unit("stats-2", teaches("statistics", 2), hours=20.5, requires=pre("stats-1")),
        "modelling": unit("modelling", teaches("prediction", 3), hours=30),
        "long-way": unit("long-way", teaches("prediction", 3), hours=80),
    }
    return catalogue(
        competency("prediction", requires={"statistics": 2}),
        profile("modeller", prediction=3),
        *{**units, **changed}.values(),
        *more,
    )


def steps(path):
    return [(step.term, step.unit) for step in path.steps]


@settings(max_examples=1000)
@given(ASKED)
def test_a_path_costs_and_takes_what_trying_every_set_in_every_order_finds(asked: Asked):
    found, expected = learning_path(*asked), shortest(asked)
    if expected is None:
        assert found.blocked
    else:
        assert (found.blocked, found.cost, found.finish) == ((), *expected)
        assert found.proved


@settings(max_examples=150)
@given(ASKED)
def test_looking_at_a_part_of_the_catalogue_finds_what_looking_at_all_of_it_does(asked: Asked):
    start = start_of(*asked)
    goals = goals_of(start.wanting.supply.index, asked.journey.to)
    for_all, of_part = (ask(start, goals, Clock(10)) for ask in (fully_answered, answered))
    hours = [question.costs.shown(found.cost) for question, found in (for_all, of_part)]
    assert hours[0] == hours[1]
    assert (for_all[1].finish, for_all[1].impossible) == (of_part[1].finish, of_part[1].impossible)


NOTHING_LEFT_OUT = {
    "only what may be in a set as cheap is put into terms": {"optimum.set.LARGE": -1},
    "decisions may first be taken in part": {"optimum.solver.SMALL": -1},
    "what a set does without is dropped": {
        "optimum.set.without_ballast": lambda task, units, clock: units,
        "optimum.near.without_ballast": lambda task, units, clock: units,
    },
    "what can never be begun is dropped": {
        "paths.question.founded": lambda units, needs: frozenset(units),
    },
    "units that cost little are looked up first": {"optimum.near.WORTH": 2.0},
    "units that may be in a set as cheap are looked up last": {"optimum.near.MOST": 0},
    "a set is first looked for among the likeliest units": {"optimum.near.PART": 100},
    "what the ways to a goal have in common is asked for": {"optimum.asked.CONCLUSIONS": 0},
}
"""What makes a search shorter, and how it is switched off, or on where it waits for more units."""


@pytest.mark.parametrize("off", NOTHING_LEFT_OUT.values(), ids=NOTHING_LEFT_OUT)
@settings(max_examples=100)
@given(ASKED)
def test_what_makes_the_search_shorter_does_not_change_what_a_path_costs(off, asked: Asked):
    expected = shortest(asked)
    with ExitStack() as stack:
        for name, value in off.items():
            stack.enter_context(patch(f"curriculum_map.analysis.{name}", value))
        found = learning_path(*asked)
    if expected is None:
        assert found.blocked
    else:
        assert (found.blocked, found.cost) == ((), expected[0])
        assert found.finish == expected[1] or found.soonest < found.finish


@settings(max_examples=150)
@given(ASKED, st.sampled_from(UNITS))
def test_what_is_held_never_lengthens_a_path(asked: Asked, more):
    journey = replace(asked.journey, have=[*asked.journey.have, more])
    before, after = learning_path(*asked), learning_path(asked.catalogue, journey)
    if not before.blocked:
        assert not after.blocked
        assert after.cost <= before.cost
    assert more not in [step.unit for step in after.steps]


@settings(max_examples=150)
@given(ASKED, st.sampled_from(UNITS))
def test_keeping_a_unit_out_never_shortens_a_path_and_changes_nothing_if_unused(asked, name):
    before = learning_path(*asked)
    limits = Limits(without=[*asked.journey.limits.without, name])
    after = learning_path(asked.catalogue, replace(asked.journey, limits=limits))
    if not before.blocked and name not in [step.unit for step in before.steps]:
        assert (after.blocked, after.cost, after.finish) == ((), before.cost, before.finish)
    elif not after.blocked:
        assert after.cost >= before.cost


def test_a_path_contains_its_requisites_each_step_with_what_it_is_for():
    found = learning_path(school(), Journey(to=["modeller"]))
    assert found.verdict == (
        "Proved cheapest: 3 units, 60.5 h. No path as cheap takes less than 3 terms."
    )
    assert found.table.records()[0] == {
        "term": 1,
        "unit": "stats-1",
        "workload": 10,
        "gives": "",
        "needed_by": "stats-2",
        "title": "Stats 1",
        "institution": "school",
        "credits": 1,
        "reason": "Needed by “Stats 2”.",
    }
    assert [row["reason"] for row in found.table.records()[1:]] == [
        "Needed by “Modelling”.",
        "Gives “Prediction” at “shows how”.",
    ]
    assert list(found.table.columns)[:5] == ["term", "unit", "workload", "gives", "needed_by"]


def test_a_path_that_leaves_goals_out_says_so_before_it_says_what_it_costs():
    found = learning_path(school(), Journey(to=["stats-1", "prediction@does", "statistics@does"]))
    assert found.verdict == (
        "2 goals cannot be reached; this leads to the others: Proved cheapest: 1 unit, 10 h. "
        "No path as cheap takes less than 1 term."
    )
    found = learning_path(school(), Journey(to=["stats-1", "statistics@does"]))
    assert found.verdict == (
        "One goal cannot be reached; this leads to the others: Proved cheapest: 1 unit, 10 h. "
        "No path as cheap takes less than 1 term."
    )


def test_what_the_learner_has_is_not_repeated():
    found = learning_path(school(), Journey(to=["modeller"], have=["statistics@knows-how"]))
    assert steps(found) == [(1, "modelling")]
    done = learning_path(school(), Journey(to=["stats-1"], have=["stats-1"]))
    assert (done.steps, done.verdict) == ((), "Everything is there already.")


def test_a_term_holds_no_more_than_its_load_and_a_unit_waits_until_it_is_offered():
    sample = catalogue(
        unit("a", teaches("x", 1), hours=3),
        unit("b", teaches("y", 1), hours=3),
        unit("c", teaches("z", 1), hours=2, terms=(2,)),
    )
    to = ["x@knows", "y@knows", "z@knows"]
    assert steps(learning_path(sample, Journey(to=to))) == [(1, "a"), (1, "b"), (2, "c")]
    tight = learning_path(sample, Journey(to=to, load="5h"))
    assert (tight.finish, tight.proved) == (2, True)
    tighter = learning_path(sample, Journey(to=to, load="3h"))
    assert (tighter.finish, {s.unit: s.term for s in tighter.steps}["c"] % 2) == (3, 0)


def test_of_equally_cheap_paths_the_one_finished_earliest_is_taken():
    sample = catalogue(
        unit("first", hours=5),
        unit("then", teaches("x", 1), hours=5, requires=pre("first")),
        unit("zz-at-once", teaches("x", 1), hours=10),
    )
    assert steps(learning_path(sample, Journey(to=["x@knows"]))) == [(1, "zz-at-once")]


def test_co_requisites_share_a_term_and_a_whole_brings_its_parts():
    sample = catalogue(
        unit("lecture", teaches("x", 1), hours=5, requires=strict_co("lab")),
        unit("lab", hours=5, requires=co("lecture")),
        unit("course", hours=1, parts=["part"]),
        unit("part", teaches("y", 1), hours=4),
    )
    found = learning_path(sample, Journey(to=["x@knows", "part"]))
    assert steps(found) == [(1, "course"), (1, "lab"), (1, "lecture")]


def test_units_are_counted_where_hours_are_not_stated():
    other = unit("long-way", hours=80)
    sample = school(modelling=unit("modelling", teaches("prediction", 3)), **{"long-way": other})
    found = learning_path(sample, Journey(to=["modeller"]))
    assert found.verdict == (
        "Proved cheapest: 3 units (units are counted, for not all of them state hours). "
        "No path as cheap takes less than 3 terms."
    )
    assert found.table.column("workload")[-1] is None


@pytest.mark.parametrize(
    ("to", "limits", "requirement", "institution", "reason"),
    [
        (
            "modeller",
            Limits(without=["stats-1"]),
            "stats-1",
            "school",
            "“Stats 2” requires “Stats 1”, but “Stats 1” of “School” is to be left out.",
        ),
        (
            "abroad",
            Limits(institutions=["school"]),
            "far",
            "faraway",
            "“Abroad” requires “Far”, but “Far” of “Faraway” is not offered by an institution that "
            "was asked for.",
        ),
        (
            "prediction@does",
            Limits(),
            "prediction@does",
            "school",
            "Asked for is “Prediction” at “does”. No unit leads so far; “Long way” leads to "
            "“shows how”.",
        ),
        (
            "law@knows",
            Limits(),
            "law@knows",
            "",
            "Asked for is “Law” at “knows”. No unit works on it.",
        ),
        (
            "stats-1",
            Limits(languages=["nl"]),
            "stats-1",
            "school",
            "Asked for is “Stats 1”, but “Stats 1” of “School” does not say that it is taught in a "
            "language that was asked for.",
        ),
    ],
)
def test_a_goal_that_cannot_be_reached_says_what_is_in_the_way(
    to, limits, requirement, institution, reason
):
    sample = school(
        competency("law"),
        unit("far", hours=1, institution="faraway", languages=("nl",)),
        unit("abroad", hours=1, requires=any_of(pre("far"))),
    )
    away = Institution(id="faraway", title=titled("faraway"))
    sample = replace(sample, institutions=by_id({**sample.institutions, "faraway": away}))
    (row,) = learning_path(sample, Journey(to=[to], limits=limits)).blocked_table.records()
    assert (row["requirement"], row["institution"], row["reason"]) == (
        requirement,
        institution,
        reason,
    )


@pytest.mark.parametrize(
    ("journey", "error", "said"),
    [
        (Journey(to=["modelar"]), UnknownName, 'There is no profile or unit called "modelar". Did'),
        (
            Journey(to=["prediction"]),
            BadQuestion,
            'Say at which level of "prediction": prediction@knows, prediction@knows-how, '
            "prediction@shows-how, prediction@does.",
        ),
        (
            Journey(to=["modeller@knows"]),
            BadQuestion,
            '"modeller" is a role profile, and only competencies are named with a level. '
            'Write "modeller" instead of "modeller@knows".',
        ),
        (
            Journey(have=["stats-1@knows"]),
            BadQuestion,
            '"stats-1" is a unit, and only competencies are named with a level. '
            'Write "stats-1" instead of "stats-1@knows".',
        ),
        (
            Journey(have=["modeller@knows"]),
            UnknownName,
            'There is no competency called "modeller".',
        ),
        (Journey(to=["prediction@known"]), UnknownName, 'There is no level of "miller" called'),
        (Journey(to=["predict@knows"]), UnknownName, 'There is no competency called "predict"'),
        (
            Journey(to=["prediction@stars/one"]),
            BadQuestion,
            '"prediction" is measured on "miller", and no crosswalk says what levels of "stars" '
            "count as there.",
        ),
        (Journey(to=["prediction@old/low"]), BadQuestion, 'On "miller" the level "old/low" counts'),
        (Journey(to=["prediction@x/low"]), UnknownName, 'There is no scale called "x"'),
        (Journey(have=["stats"]), UnknownName, 'There is no unit called "stats". Did you mean'),
        (Journey(load="much"), BadQuestion, "A load is an amount above 0 such as 420h or 30ec"),
        (Journey(terms=13), BadQuestion, "A year has from 1 to 12 terms, not 13."),
        (
            Journey(limits=Limits(institutions=["scool"])),
            UnknownName,
            'There is no institution called "scool". Did you mean "school"?',
        ),
        (
            Journey(limits=Limits(languages=["xx"])),
            UnknownName,
            'There is no language of teaching called "xx". None is defined.',
        ),
    ],
)
def test_a_question_that_makes_no_sense_gets_a_sentence_that_helps(journey, error, said):
    sample = school(
        scale("stars", "one"), scale("old", "low", "high"), crosswalk("old", "miller", high="does")
    )
    with pytest.raises(error) as caught:
        learning_path(sample, journey)
    assert str(caught.value).startswith(said)


def test_a_competency_called_like_a_unit_is_meant_where_a_level_stands():
    sample = catalogue(unit("vis", teaches("vis", 2)))
    assert goals_of(index_of(sample), ["vis@knows", "vis"]) == (
        Goal("", unit="vis"),
        Goal("vis", 1),
    )


def test_next_lists_what_is_open_now_and_what_it_opens():
    rows = next_units(school(), Journey(to=["modeller"], have=["stats-1"])).records()
    assert [(row["unit"], row["opens"], row["reason"]) for row in rows] == [
        ("stats-2", "long-way, modelling", "Opens “Long way” and “Modelling”."),
    ]
    everything = next_units(school(), Journey()).column("unit")
    assert everything == ["stats-1"]


@settings(max_examples=100)
@given(ASKED)
def test_the_first_units_of_a_path_are_open_now(asked: Asked):
    path, journey = learning_path(*asked), replace(asked.journey, to=())
    first = {step.unit for step in path.steps if step.term == 1}
    assert first <= set(next_units(asked.catalogue, journey).column("unit"))
