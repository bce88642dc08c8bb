"""`close`, `path` and `next` as people and programs ask for them."""

from __future__ import annotations

from pathlib import Path

import pytest

import curriculum_map as cm
from asking import ask
from written import BASE, FILE, write

OFFER = """\
institution: school
units:
  basics: {kind: course, title: Basics, workload: {hours: 8}}
  drawing:
    {kind: course, title: Drawing, workload: {hours: 12.5}, requires: basics,
     outcomes: {o: {text: Draws, develops: {charts: applies}}}}
  empty: {kind: course, title: Empty, workload: {hours: 1}}
programmes:
  medicine: {title: Medicine, aims: graduate, plan: [{year: 1, units: empty}]}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path / "project", {"competencies/base.yaml": BASE, FILE: OFFER})


def test_a_path_is_told_term_by_term_under_its_verdict(project):
    answer = ask("-p", project, "path", "--to", "graduate")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "Proved cheapest: 2 units, 20.5 h. No path as cheap takes less than 2 terms.\n"
        "\n"
        "Term 1\n"
        "\n"
        "unit    title   workload  why\n"
        "basics  Basics  8 h       Needed by “Drawing”.\n"
        "\n"
        "Term 2\n"
        "\n"
        "unit     title    workload  why\n"
        "drawing  Drawing  12.5 h    Gives “Charts” at “Knows”.\n"
    )


def test_programs_get_the_steps_as_records_and_the_verdict_beside_them(project):
    answer = ask(
        "-p", project, "path", "--to", "charts@knows", "--have", "basics", "--format", "json"
    )
    assert [(row["term"], row["unit"], row["gives"]) for row in answer.json()] == [
        (1, "drawing", "charts@knows")
    ]
    assert answer.err.startswith("Proved cheapest: 1 unit, 12.5 h.")


def test_a_goal_that_cannot_be_reached_ends_with_1_and_a_senseless_one_with_2(project):
    answer = ask("-p", project, "path", "--to", "models@knows")
    assert (answer.code, "No unit works on it." in answer.out) == (1, True)
    assert ask("-p", project, "path", "--to", "modls@knows").code == 2
    assert ask("-p", project, "path").err == "Say where you want to get with --to. (bad-question)\n"


def test_next_says_what_is_open_now_and_what_it_opens(project):
    answer = ask("-p", project, "next", "--to", "drawing")
    assert answer == (
        0,
        "\nOpen now\n\nunit    title   workload  why\nbasics  Basics  8 h       Opens “Drawing”.\n",
        "",
    )


def test_close_names_the_units_to_add_and_coverage_before_and_after(project):
    answer = ask("-p", project, "close", "medicine")
    assert answer.code == 0
    assert answer.out.startswith("Proved cheapest: 2 units, 20.5 h.\n\nTo add\n")
    assert "guaranteed  0 of 1  1 of 1\n" in answer.out
    without = ask("-p", project, "close", "medicine", "--without", "basics")
    assert without.code == 1
    assert "A new unit has to reach “Knows” in “Charts”." in without.out
    rows = ask("-p", project, "close", "medicine", "--format", "json").json()
    assert [(row["unit"], row["closes"]) for row in rows] == [
        ("basics", ""),
        ("drawing", "charts@knows"),
    ]
    narrow = ask("-p", project, "close", "medicine", "--max-units", "1")
    assert (narrow.code, "it takes 2 units, 20.5 h." in narrow.err) == (2, True)


def test_the_same_answers_come_from_python(project):
    catalogue = cm.load(project)
    path = cm.path(catalogue, ["graduate"], have=["basics"])
    assert list(path["path"]["unit"]) == ["drawing"]
    assert path["path"].attrs["verdict"].startswith("Proved cheapest: 1 unit, 12.5 h.")
    assert list(cm.close(catalogue, "medicine")["close"]["unit"]) == ["basics", "drawing"]
    assert list(cm.next_units(catalogue)["unit"]) == ["basics", "empty"]
