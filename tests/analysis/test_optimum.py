"""The solver's answers are whole, cheapest and proved; conditions mean what they say."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum_map.analysis.optimum.formula import (
    enough,
    every,
    holds,
    named,
    one,
    some,
    within,
)
from curriculum_map.analysis.optimum.implied import Implied
from curriculum_map.analysis.optimum.set import cheapest_set
from curriculum_map.analysis.optimum.solver import (
    Decisions,
    Relaxed,
    Row,
    cheapest,
    prices,
    too_dear,
)
from curriculum_map.analysis.optimum.start import some_set
from curriculum_map.analysis.optimum.task import Clock, Task
from curriculum_map.analysis.optimum.words import verdict
from curriculum_map.analysis.speech import Speech

WEIGHTS = st.dictionaries(st.integers(0, 4), st.integers(-3, 5), max_size=5)
ROWS = st.lists(st.builds(Row, WEIGHTS, st.integers(-2, 6)), max_size=5)
ASKED = st.builds(Decisions, st.lists(st.integers(0, 9), min_size=5, max_size=5), ROWS)
UNITS = "abcde"
LEAF = st.builds(one, st.sets(st.sampled_from(UNITS), max_size=3))
FORMULA = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.builds(every, st.lists(inner, max_size=3)),
        st.builds(some, st.lists(inner, max_size=3)),
        st.builds(
            enough,
            st.lists(st.tuples(inner, st.integers(1, 4)), max_size=3),
            st.integers(0, 6),
        ),
    ),
    max_leaves=6,
)
TASK = st.builds(
    Task,
    st.lists(st.integers(0, 9), min_size=5, max_size=5).map(
        lambda costs: dict(zip(UNITS, costs, strict=True))
    ),
    st.tuples(FORMULA, FORMULA),
    st.dictionaries(st.sampled_from(UNITS), FORMULA, max_size=4),
)


def choices(asked: Decisions):
    """Give every allowed choice with its cost."""
    for taken in product((0, 1), repeat=len(asked.costs)):
        chosen = frozenset(n for n, yes in enumerate(taken) if yes)
        if all(
            sum(w for n, w in row.weights.items() if n in chosen) >= row.least for row in asked.rows
        ):
            yield sum(asked.costs[n] for n in chosen), chosen


def sets(task: Task):
    """Give every set that meets a task with its cost."""
    for taken in product((0, 1), repeat=len(UNITS)):
        units = frozenset(unit for unit, yes in zip(UNITS, taken, strict=True) if yes)
        done: frozenset[str] = frozenset()
        while fresh := {
            u for u in units - done if u not in task.needs or holds(task.needs[u], done)
        }:
            done |= fresh
        if done == units and all(holds(demand, units) for demand in task.demands):
            yield sum(task.costs[unit] for unit in units), units


@settings(max_examples=200)
@given(ASKED)
def test_the_cheapest_choice_is_the_cheapest_of_all(asked):
    found, allowed = cheapest(asked, 10), sorted(choices(asked), key=lambda each: each[0])
    assert found.proved
    assert found.impossible == (not allowed)
    if allowed:
        assert (found.cost, found.chosen in {chosen for _, chosen in allowed}) == (
            allowed[0][0],
            True,
        )


@settings(max_examples=150)
@given(ASKED, st.integers(0, 25))
def test_what_is_too_dear_is_in_no_choice_that_costs_so_little(asked, most):
    least, more = prices(asked)
    for cost, chosen in choices(asked):
        assert cost >= least + sum(more[n] for n in chosen) - 1e-6
        assert cost > most or chosen.isdisjoint(too_dear(asked, most))


@settings(max_examples=100)
@given(ASKED)
def test_a_question_that_grew_costs_at_least_what_one_asked_at_once_does(asked):
    relaxed, early = Relaxed(), [row for row in asked.rows if 4 not in row.weights]
    relaxed.solve(Decisions(asked.costs[:4], early))
    grown = Decisions(asked.costs, early + [row for row in asked.rows if 4 in row.weights])
    least, _, shares = relaxed.solve(grown)
    assert abs(least - prices(grown)[0]) < 1e-6
    if any(shares):
        spent = sum(cost * share for cost, share in zip(grown.costs, shares, strict=True))
        assert abs(spent - least) < 1e-6


SHARES = st.dictionaries(st.sampled_from(UNITS), st.floats(0, 1), max_size=5)


@settings(max_examples=300)
@given(TASK, SHARES)
def test_what_is_concluded_holds_for_every_set_that_meets_the_demands(task, shares):
    for unit, options in Implied(task.demands, task.needs).broken(shares):
        taken = 1 if unit is None else shares[unit]
        assert sum(shares.get(each, 0) for each in options) < taken
        for _, units in sets(task):
            assert unit not in (None, *units) or options & units


def test_what_all_ways_to_a_goal_need_is_needed_whole():
    needs = {"a": every([one("c"), one("d")]), "b": one("c"), "c": one("de"), "d": one("e")}
    broken = Implied((one("ab"),), needs).broken
    halves = {"a": 0.5, "b": 0.5, "c": 0.5, "d": 0.5}
    assert set(broken(halves)) == {
        (None, frozenset("c")),
        (None, frozenset("e")),
        (None, frozenset("de")),
        ("a", frozenset("e")),
        ("b", frozenset("e")),
        ("c", frozenset("e")),
    }
    assert list(broken(dict.fromkeys("abcde", 1))) == []


@settings(max_examples=300)
@given(TASK)
def test_the_cheapest_set_is_the_cheapest_of_all_that_can_be_begun(task):
    found, allowed = cheapest_set(task, Clock(10)), list(sets(task))
    assert found.impossible == (not allowed)
    if allowed:
        assert (found.cost, found.proved) == (min(allowed, key=lambda each: each[0])[0], True)
        assert (found.cost, found.units) in allowed


@settings(max_examples=200)
@given(TASK)
def test_some_set_meets_the_task_wherever_there_is_one(task):
    found = some_set(task.costs, task.demands, task.needs)
    assert (found is None) == (not list(sets(task)))
    assert found is None or found in {units for _, units in sets(task)}


@settings(max_examples=100)
@given(TASK)
def test_without_time_a_set_is_still_found_with_a_bound(task):
    found, allowed = cheapest_set(task, Clock(-1)), [cost for cost, _ in sets(task)]
    if allowed:
        assert task.meets(found.units)
        assert found.bound <= min(allowed) <= found.cost


@given(FORMULA, st.sets(st.sampled_from(UNITS)), st.sets(st.sampled_from(UNITS)))
def test_what_is_left_of_a_condition_holds_exactly_if_it_does(formula, there, possible):
    assert holds(within(formula, possible), there & possible) == holds(formula, there & possible)
    assert set(named(within(formula, possible))) <= possible


def test_a_verdict_says_what_is_proved():
    assert verdict(5, 42, 42, "hours", Speech()) == "Proved cheapest: 5 units, 42 h."
    assert verdict(1, 54, 50, "hours", Speech()) == (
        "Not proved: 1 unit, 54 h; at most 8 % above the cheapest possible."
    )
    assert verdict(2, 2, 0, "units", Speech()) == (
        "Not proved: 2 units (units are counted, for not all of them state hours); "
        "nothing is known about cheaper ones."
    )
