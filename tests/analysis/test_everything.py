"""What is asked of everything at once is what each would be told alone."""

from __future__ import annotations

import pytest

from curriculum_map.analysis.closing.plan import closing_plan
from curriculum_map.analysis.closing.question import Repair
from curriculum_map.analysis.everything import TABLES
from curriculum_map.analysis.lending import lenders
from curriculum_map.analysis.metrics import metrics
from curriculum_map.analysis.paths.path import Journey, learning_path
from curriculum_map.formats.project import load
from curriculum_map.model import Catalogue
from shipped import ROOT

CATALOGUE = load(ROOT)
AIMING = [each.id for each in CATALOGUE.programmes.values() if each.aims]


def rows(name: str, first: str) -> list[tuple[object, ...]]:
    return [row[1:] for row in TABLES[name](CATALOGUE).rows if row[0] == first]


@pytest.mark.parametrize("programme", AIMING)
def test_the_closing_plans_of_all_are_those_of_each(programme):
    plan = closing_plan(CATALOGUE, Repair(programme=programme))
    said = plan.proposals[0].verdict
    assert rows("closing", programme) == [(*row, said) for row in plan.table.rows]


@pytest.mark.parametrize("profile", CATALOGUE.profiles)
def test_the_paths_to_all_profiles_are_those_to_each(profile):
    path = learning_path(CATALOGUE, Journey(to=(profile,)))
    assert rows("paths", profile) == [(*row, path.verdict) for row in path.table.rows]


@pytest.mark.parametrize("programme", CATALOGUE.programmes)
def test_the_metrics_of_all_programmes_are_those_of_each(programme):
    assert rows("metrics", programme) == list(metrics(CATALOGUE, programme).rows)


def test_only_programmes_that_aim_at_something_borrow():
    assert TABLES["lenders"](CATALOGUE) == lenders(CATALOGUE, AIMING)


@pytest.mark.parametrize("name", TABLES)
def test_nothing_to_answer_gives_the_same_columns_and_no_rows(name):
    empty = TABLES[name](Catalogue())
    assert (empty.rows, empty.columns) == ((), TABLES[name](CATALOGUE).columns)
