"""The page of learning paths finds what the command line finds, on any catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journeys import ASKED
from path_cases import NEXT, PATH, Case, of_command, of_page, scripts_page
from playwright.sync_api import Browser, Page

from curriculum_map.analysis.paths.limits import Limits
from curriculum_map.analysis.paths.next import next_units
from curriculum_map.analysis.paths.path import Journey, learning_path
from strategies import catalogues


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Keep one page for all questions."""
    opened = scripts_page(browser)
    yield opened
    opened.close()


@settings(max_examples=200)
@given(asked=ASKED)
def test_the_page_finds_the_path_of_the_command_line(page, asked):
    case = Case(*asked)
    found, wanted = of_page(case, case.answer(page, PATH)), of_command(learning_path(*asked))
    assert found[:3] == wanted[:3]
    # What costs nothing may be taken or left.
    if all(unit.workload.hours for unit in asked.catalogue.units.values()):
        assert found.steps == wanted.steps


@settings(max_examples=50)
@given(catalogue=catalogues(), some=st.data())
def test_it_does_so_whatever_a_catalogue_says(page, catalogue, some):
    def few(names):
        return some.draw(st.lists(st.sampled_from(sorted(names)), max_size=2, unique=True))

    spoken = {tag for unit in catalogue.units.values() for tag in unit.languages}
    limits = Limits(
        institutions=few(catalogue.institutions)[:1], languages=few(spoken)[:1] if spoken else ()
    )
    load = some.draw(st.sampled_from(["", "", "40h", "6ec"]))
    journey = Journey(
        to=few(catalogue.profiles), have=few(catalogue.units), limits=limits, load=load
    )
    case = Case(catalogue, journey)
    found = of_page(case, case.answer(page, PATH))
    assert found[:3] == of_command(learning_path(catalogue, journey))[:3]


@settings(max_examples=60)
@given(asked=ASKED)
def test_the_page_lists_what_the_command_line_says_is_open_now(page, asked):
    case, (catalogue, journey) = Case(*asked), asked
    found = [
        (case.units[row["unit"]], ", ".join(case.units[each] for each in row["opens"]))
        for row in case.answer(page, NEXT)
    ]
    assert found == [
        (row["unit"], row["opens"]) for row in next_units(catalogue, journey).records()
    ]


@settings(max_examples=40)
@given(asked=ASKED)
def test_another_path_is_the_best_without_one_of_the_units_of_the_path(page, asked):
    first = learning_path(*asked)
    case, units = Case(*asked), [step.unit for step in first.steps]
    numbers = [case.units.index(unit) for unit in units]
    others = case.answer(page, f"alternatives(solver, supply, journey, {numbers}, 1)")
    without = [_without(asked, unit) for unit in units]
    same = [path for path in without if path.blocked == first.blocked]
    best = min(((path.cost, path.finish) for path in same), default=None)
    assert [(path["cost"], path["finish"]) for path in others] == ([best] if best else [])


def _without(asked, unit):
    limits = Limits(without=(*asked.journey.limits.without, unit))
    return learning_path(asked.catalogue, replace(asked.journey, limits=limits))
