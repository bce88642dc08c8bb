"""Who can begin what, compared with trying out every order of units."""

from __future__ import annotations

from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.model import AllOf, AnyOf, Needs, Requisite, Unit
from curriculum_map.model.requisites import attainable, holds, needed, requisite_problems
from sample import all_of, any_of, catalogue, co, pre, strict_co, unit

NAMES = "abcd"
NEEDS = st.builds(Needs, st.sampled_from(NAMES), st.sampled_from(["pre", "co", "strict-co"]))
TREES: st.SearchStrategy[Requisite] = st.recursive(
    NEEDS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: AllOf(tuple(items))),
        st.lists(inner, max_size=3).map(lambda items: AnyOf(tuple(items))),
    ),
    max_leaves=4,
)
UNITS = st.dictionaries(st.sampled_from(NAMES), TREES, max_size=4).map(
    lambda trees: {name: unit(name, requires=tree) for name, tree in trees.items()}
)


def tried_out(units: dict[str, Unit]) -> set[str]:
    """Take any group of units that may be begun together, until nothing can be begun."""
    reached: set[str] = set()
    while fresh := next((group for group in _groups(units, reached) if group), None):
        reached |= fresh
    return reached


def _groups(units: dict[str, Unit], reached: set[str]) -> list[set[str]]:
    left = sorted(units.keys() - reached)
    sizes = range(1, len(left) + 1)
    groups = map(set, chain.from_iterable(combinations(left, size) for size in sizes))
    return [group for group in groups if _together(group, units, reached)]


def _together(group: set[str], units: dict[str, Unit], reached: set[str]) -> bool:
    def met(need: Needs) -> bool:
        before = need.unit in reached or need.unit not in units
        return before or (need.timing != "pre" and need.unit in group)

    return all(holds(units[name].requires, met) for name in group)


@given(UNITS)
def test_what_somebody_can_reach_is_what_trying_out_reaches(units):
    assert attainable(units) == tried_out(units)


@given(UNITS)
def test_whoever_is_kept_out_is_told_why_and_nobody_else_is(units):
    problems = list(requisite_problems(catalogue(*units.values())))
    assert bool(problems) == (attainable(units) != units.keys())


@given(UNITS)
def test_taking_all_requisites_away_opens_everything(units):
    free = {name: unit(name) for name in units}
    assert attainable(free) == units.keys()


@given(TREES)
def test_a_tree_names_every_unit_it_asks_about(tree):
    asked: list[Needs] = []

    def met(need: Needs) -> bool:
        asked.append(need)
        return True

    holds(tree, met)
    assert set(asked) <= set(needed(tree))


@pytest.mark.parametrize(
    ("tree", "open_to_all"),
    [
        (all_of(), True),
        (any_of(), False),
        (any_of(any_of(), all_of()), True),
        (all_of(all_of(), any_of()), False),
    ],
)
def test_all_of_nothing_holds_and_any_of_nothing_does_not(tree, open_to_all):
    assert holds(tree, lambda need: False) == open_to_all


def test_a_long_chain_of_requisites_is_no_burden():
    chained = {"u0": unit("u0")}
    chained |= {f"u{n}": unit(f"u{n}", requires=pre(f"u{n - 1}")) for n in range(1, 20_000)}
    assert attainable(chained) == chained.keys()


def test_a_pair_that_waits_for_a_third_is_begun_together_after_it():
    units = (unit("a", requires=all_of(co("b"), pre("c"))), unit("b", requires=strict_co("a")))
    assert attainable({u.id: u for u in (*units, unit("c"))}) == {"a", "b", "c"}
