"""`compare`, `what-if`, `diff` and `redundancy` on the command line."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

import curriculum_map as cm
from asking import ask
from repository import commit, git
from written import BASE, FILE, write

PLANS = """\
institution: school
units:
  stats:
    {kind: course, title: Stats, outcomes: {o: {text: Draws, develops: {charts: knows}}},
     assessments: {e: {kind: exam, title: Exam, tests: o}}}
  again: {kind: course, title: Again, outcomes: {o: {text: Draws more, develops: {charts: knows}}}}
  lab: {kind: course, title: Lab, requires: stats}
programmes:
  medicine:
    {title: Medicine, aims: graduate, plan: [{year: 1, units: stats}, {year: 2, units: lab}]}
  dentistry: {title: Dentistry, aims: graduate}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path / "project", {"competencies/base.yaml": BASE, FILE: PLANS})


def test_programmes_stand_in_columns_for_people_and_in_rows_for_programs(project):
    assert ask("-p", project, "compare", "medicine", "dentistry", "graduate") == (
        0,
        "competency  programme medicine   programme dentistry  profile graduate\n"
        "charts      met: knows of knows  absent: knows        required: knows\n",
        "",
    )
    rows = ask("-p", project, "compare", "medicine", "dentistry", "--format", "json").json()
    assert [(row["programme"], row["state"]) for row in rows] == [
        ("medicine", "met"),
        ("dentistry", "absent"),
    ]
    answer = ask("-p", project, "compare", "medicine", "dentistry", "--show", "lenders")
    assert "dentistry  charts      stats  knows     met" in answer.out


def test_hours_of_lenders_are_tenths_for_people_and_exact_for_programs(tmp_path):
    hours = PLANS.replace("title: Stats,", "title: Stats, workload: {hours: 1.833},")
    project = write(tmp_path / "project", {"competencies/base.yaml": BASE, FILE: hours})
    question = ("-p", project, "compare", "medicine", "dentistry", "--show", "lenders")
    assert " 1.8 " in ask(*question).out
    assert ask(*question, "--format", "json").json()[0]["workload"] == 1.833


def test_what_if_answers_with_the_difference_and_says_beside_it_what_else_is_other(project):
    answer = ask("-p", project, "what-if", "medicine", "--drop", "stats", "--format", "json")
    assert [(row["change"], row["code"]) for row in answer.json()] == [
        ("appears", "absent"),
        ("appears", "requisite-missing"),
        ("appears", "unit-in-no-plan"),
    ]
    assert answer.code == 1
    assert answer.err == (
        "Findings: 3 new, 0 gone, 0 at another level.\n"
        "Coverage of medicine, graduate: touched 1/1 > 0/1, possible 1/1 > 0/1, guaranteed 1/1 > "
        "0/1, assessed 1/1 > 0/1.\n"
        "Units that lose a requisite: lab (--show requisites).\n"
        "Paths that break: 1 (--show paths).\n"
    )


def test_changes_that_bring_no_finding_end_with_0(project):
    answer = ask("-p", project, "what-if", "medicine", "--drop", "lab", "--add", "lab=2")
    assert (answer.code, answer.err) == (0, "No finding comes or goes.\n")
    assert ask("-p", project, "what-if", "medicine", "--move", "lab=2.3").code == 0
    assert ask("-p", project, "what-if", "medicine", "--move", "lab=1").code == 0
    assert ask("-p", project, "what-if", "medicine", "--move", "stats=3").code == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (["--drop", "again"], '"again" does not stand in the plan of "medicine". Known: lab, '
                              "stats. (bad-question)\n"),
        (["--add", "lib"], 'There is no unit called "lib". Did you mean "lab"? (unknown-name)\n'),
        (["--move", "lab"], 'Where to? Write "lab=YEAR" or "lab=YEAR.TERM". (bad-question)\n'),
        (["--require", "lab"], '"lab" is required in "medicine" already. (bad-question)\n'),
    ],
)  # fmt: skip
def test_a_change_that_cannot_be_made_makes_no_sense(project, change, said):
    assert ask("-p", project, "what-if", "medicine", *change) == (2, "", said)


def changed(project: Path) -> None:
    """Give a unit another id, and take the one that stands first out of the plan."""
    text = PLANS.replace("  lab:", "  practical:").replace("units: lab", "units: practical")
    write(project, {FILE: text.replace("{year: 1, units: stats}, ", "")})


def test_two_folders_are_compared_and_what_was_renamed_is_the_same(project, tmp_path):
    old = write(tmp_path / "old", {"competencies/base.yaml": BASE, FILE: PLANS})
    changed(project)
    answer = ask("diff", old, project, "--format", "json")
    assert [(row["change"], row["code"], row["unit"]) for row in answer.json()] == [
        ("appears", "absent", ""),
        ("appears", "requisite-missing", "practical"),
        ("appears", "unit-in-no-plan", "stats"),
    ]
    assert answer.err.endswith("Renamed: 1 (--show things).\n")
    things = ask("diff", old, project, "--show", "things", "--format", "json").json()
    assert [tuple(row.values()) for row in things] == [
        ("renamed", "unit", "lab", "practical", 1.0, "Lab"),
        ("changes", "programme", "medicine", "medicine", 1.0, "Medicine"),
    ]
    back = ask("diff", project, old)
    assert (back.code, back.err.splitlines()[0]) == (
        0,
        "Findings: 0 new, 3 gone, 0 at another level.",
    )


def test_two_revisions_are_compared_and_a_revision_with_a_folder(project):
    git(project.parent, "init", "--quiet", str(project))
    commit(project)
    changed(project)
    commit(project)
    codes = ["absent", "requisite-missing", "unit-in-no-plan"]
    for old, new in (("HEAD~1", "HEAD"), ("HEAD~1", str(project)), ("HEAD~1:", "HEAD:")):
        answer = ask("-p", project, "diff", old, new, "--format", "json")
        assert [row["code"] for row in answer.json()] == codes
    assert ask("-p", project, "diff", "HEAD", project)[:2][0] == 0
    assert ask("-p", project, "diff", "HEAD", "x") == (
        2,
        "",
        '"x" is neither a folder nor a revision of the git repository. (not-a-version)\n',
    )


def test_a_version_with_errors_says_which_one_it_is(project, tmp_path):
    old = write(tmp_path / "old", {FILE: "unts: {}\n"})
    assert ask("diff", old, project) == (
        1,
        "",
        f'{old}:{FILE}:1:1: "unts" says nothing about a project. Did you mean "units"? '
        "(unknown-field)\n"
        "Stopped by 1 error. Mend it, then ask again.\n",
    )
    empty = tmp_path / "empty"
    empty.mkdir()
    answer = ask("diff", empty, project)
    assert (answer.code, answer.err.startswith(f"{empty}: There is neither")) == (2, True)


def test_what_is_repeated_is_found_with_1_and_a_spiral_is_fine(project):
    text = PLANS.replace("{year: 2, units: lab}", "{year: 2, units: [lab, again]}")
    write(project, {FILE: text})
    answer = ask("-p", project, "redundancy")
    assert (answer.code, answer.out) == (
        1,
        "programme  competency  level_id  planned  year  term  text\n"
        "medicine   charts      knows     stats    1     0     Draws\n"
        "medicine   charts      knows     again    2     0     Draws more\n",
    )
    assert ask("-p", project, "redundancy", "dentistry").code == 0
    rising = ask("-p", project, "redundancy", "--spirals")
    assert (rising.code, len(rising.out.splitlines())) == (0, 1)


QUESTIONS = [
    ["compare", "medicine", "dentistry"],
    ["compare", "medicine", "dentistry", "--show", "lenders"],
    ["compare", "medicine", "dentistry", "--show", "overlap"],
    ["what-if", "medicine", "--drop", "stats"],
    ["what-if", "medicine", "--drop", "stats", "--show", "figures"],
    ["what-if", "medicine", "--drop", "stats", "--show", "requisites"],
]


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_an_answer_is_the_same_in_every_form(project, question):
    records = ask("-p", project, *question, "--format", "json").json()
    text = ask("-p", project, *question, "--format", "csv").out
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == list(records[0])
    assert rows[1:] == [
        ["" if value is None else str(value) for value in record.values()] for record in records
    ]
    for form in ("table", "md"):
        assert ask("-p", project, *question, "--format", form).out


def test_the_answers_from_python_are_the_same(project):
    catalogue = cm.load(project)
    found = cm.what_if(catalogue, "medicine", drop=["stats"])
    for name in ("findings", "figures", "requisites"):
        answer = ask("-p", project, "what-if", "medicine", "--drop", "stats", "--show", name,
                     "--format", "json")  # fmt: skip
        assert found[name].to_dict("records") == answer.json()
    for show, function in (("lenders", cm.lenders), ("overlap", cm.overlap)):
        answer = ask("-p", project, "compare", "medicine", "dentistry", "--show", show,
                     "--format", "json")  # fmt: skip
        table = function(catalogue, ["medicine", "dentistry"])
        assert table.drop(columns="workload", errors="ignore").to_dict("records") == [
            {key: value for key, value in row.items() if key != "workload"} for row in answer.json()
        ]
    assert {name: len(table) for name, table in cm.diff(catalogue, catalogue).items()} == {
        "findings": 0,
        "figures": 8,
        "requisites": 0,
        "paths": 0,
        "things": 0,
    }
