"""Every command explains itself, answers on standard output, and ends with the right code."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from asking import ask
from curriculum_map.cli import commands
from curriculum_map.cli.app import app
from curriculum_map.cli.arguments import UNSURE, plain
from written import BASE, FILE, write

GROUP = typer.main.get_command(app)
COMMANDS = {name: GROUP.get_command(typer.Context(GROUP), name) for name in commands.COMMANDS}
MEDICINE = """\
institution: school
units:
  a: {kind: course, title: A, outcomes: {o: {text: O, develops: {charts: knows}}}}
programmes:
  medicine: {title: "Médecine, first | part", aims: graduate, plan: {year: 1, units: a}}
  dentistry: {title: Dentistry, aims: graduate}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path / "a project", {"competencies/base.yaml": BASE, FILE: MEDICINE})


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_names_every_option_and_argument(name):
    answer = ask(name, "--help")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == ask(name, "-h").out
    described = [param for param in COMMANDS[name].params if not getattr(param, "hidden", False)]
    for param in described:
        assert param.help
        names = [param.metavar] if param.metavar else param.opts
        assert [name for name in names if name not in answer.out] == []


def test_the_help_of_the_whole_names_every_command_that_is_not_hidden():
    answer = ask("--help")
    listed = answer.out.partition("Commands:\n")[2]
    assert re.findall(r"^  (\S+)", listed, re.MULTILINE) == [
        name for name, command in COMMANDS.items() if not command.hidden
    ]
    assert ask("-h") == (0, answer.out, "")
    assert ask() == (2, "", answer.out)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_of_each_what_it_says_of_itself(name):
    summary = (COMMANDS[name].help or "").partition("\n\n")[0].replace("\n", " ")
    assert commands.COMMANDS[name].summary == ("" if COMMANDS[name].hidden else summary)


@pytest.mark.parametrize(
    "question",
    [["gasp"], ["--projekt", "."], ["gaps", "--format", "xml"], ["gaps", "--only", "disputed"]],
)
def test_a_command_line_that_cannot_be_read_ends_with_2_and_says_why_beside_the_answer(question):
    answer = ask(*question)
    assert (answer.code, answer.out) == (2, "")
    assert question[-1] in answer.err


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (["gaps", "medecine"], 'There is no programme called "medecine". Did you mean "medicine"?'),
        (["coverage", "medicine", "x"], 'There is no programme called "x". Known: dentistry, '
                                        "medicine."),
        (["coverage", "--profile", "graduat"], 'There is no profile called "graduat". Did you mean '
                                               '"graduate"?'),
        (["gaps", "--profile", "x"], 'There is no profile called "x". Known: graduate.'),
    ],
)  # fmt: skip
def test_a_question_about_something_unknown_makes_no_sense(project, question, said):
    assert ask("-p", project, *question) == (2, "", f"{said} (unknown-name)\n")


@pytest.mark.parametrize("question", ["check", "gaps", "coverage", "build"])
def test_a_folder_that_is_no_project_makes_no_sense(tmp_path, question):
    assert ask("-p", tmp_path, question) == (
        2,
        "",
        f'{tmp_path}: There is neither a folder "competencies" nor "curricula" here. Start a '
        'project with "curriculum-map init", or name the folder of yours with -p. '
        "(not-a-project)\n",
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("question", ["gaps", "coverage", "build"])
def test_a_project_with_errors_gives_no_answer_but_all_problems(project, question):
    write(
        project, {"curricula/y.yaml": "unts: {}\nprofiles: {p: {title: {nl: P}, requires: {}}}\n"}
    )
    assert ask("-p", project, question) == (
        1,
        "",
        'curricula/y.yaml:1:1: "unts" says nothing about a project. Did you mean "units"? '
        "(unknown-field)\n"
        "curricula/y.yaml:2:23: This text is missing in en. (missing-language)\n"
        "Stopped by 1 error. Mend it, then ask again.\n",
    )
    assert not (project / "exports").exists()


def test_several_errors_are_counted_in_the_plural(project):
    write(project, {"curricula/y.yaml": "unts: {}\nunitss: {}\n"})
    said = "Stopped by 2 errors. Mend them, then ask again.\n"
    assert ask("-p", project, "gaps").err.endswith(said)


@pytest.mark.parametrize(
    "question", [["gaps"], ["coverage", "--format", "xlsx"], ["export", "rdf"], ["--help"]]
)
def test_an_answer_for_which_there_is_no_room_ends_with_a_sentence(project, question):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "curriculum_map", "-p", project, *question],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr.decode()) == (
        2,
        "The answer cannot be written: No space left on device. (cannot-write)\n",
    )


CHECKED = {
    "": ("", "No problems in 2 competencies, 2 programmes and 1 unit.\n", 0),
    "profiles: {p: {title: {nl: P}, requires: {}}}\n": (
        "curricula/y.yaml:1:23: This text is missing in en. (missing-language)\n",
        "0 errors and 1 warning in 2 competencies, 2 programmes and 1 unit.\n",
        0,
    ),
    "unts: {}\ncompetencies: {c: {title: {nl: C, fr: C}, framework: skills, code: []}}\n": (
        'curricula/y.yaml:1:1: "unts" says nothing about a project. Did you mean "units"? '
        "(unknown-field)\n"
        "curricula/y.yaml:2:27: This text is missing in en. (missing-language)\n"
        "curricula/y.yaml:2:68: Here belongs a text, not a list. (wrong-type)\n",
        "2 errors and 1 warning in 3 competencies, 2 programmes and 1 unit.\n",
        1,
    ),
}


@pytest.mark.parametrize("text", CHECKED)
def test_check_prints_problems_on_standard_output_and_one_sentence_beside(project, text):
    if text:
        write(project, {"curricula/y.yaml": text})
    out, err, code = CHECKED[text]
    assert ask("-p", project, "check") == (code, out, err)


def test_the_sentence_of_check_reads_well_for_one_of_each(tmp_path):
    one = (
        "framework: f\ntitle: F\nscale: s\nscales: {s: {title: S, levels: {a: {title: A}}}}\n"
        "competencies: {c: {title: C}}\ninstitution: i\ninstitutions: {i: {title: I}}\n"
        "units: {u: {kind: course, title: U}}\nprogrammes: {p: {title: P}}\n"
    )
    root = write(tmp_path, {FILE: one})
    said = "No problems in 1 competency, 1 programme and 1 unit.\n"
    assert ask("-p", root, "check") == (0, "", said)


def test_check_gives_records_for_programs_and_annotations_for_pull_requests(project):
    write(project, {"curricula/a,b%.yaml": "units:\n  x: {kind: course, titel: Red}\n"})
    (project / "curricula" / "notes.ods").touch()
    assert ask("-p", project, "check", "--format", "json").json()[-1] == {
        "file": "curricula/notes.ods",
        "line": 0,
        "column": 0,
        "sheet": "",
        "code": "unread-file",
        "severity": "warning",
        "message": "This file is not read: only files that end in .csv or .tsv or .xlsx or .yaml "
        "or .yml are. Write what it says in one of them, or move it out of this folder.",
    }
    assert ask("-p", project, "check", "--format", "github").out.splitlines() == [
        "::error file=curricula/a%2Cb%25.yaml,line=2,col=3,title=missing-field::"
        'A unit needs "institution".',
        "::error file=curricula/a%2Cb%25.yaml,line=2,col=3,title=missing-field::"
        'A unit needs "title".',
        "::error file=curricula/a%2Cb%25.yaml,line=2,col=21,title=unknown-field::"
        '"titel" says nothing about a unit. Did you mean "title"?',
        "::warning file=curricula/notes.ods,title=unread-file::This file is not read: only files "
        "that end in .csv or .tsv or .xlsx or .yaml or .yml are. Write what it says in one of "
        "them, or move it out of this folder.",
    ]


def test_check_of_a_project_without_problems_is_an_empty_list_for_programs(project):
    assert ask("-p", project, "check", "--format", "json").json() == []
    assert ask("-p", project, "check", "--format", "github").out == ""


COLUMNS = {
    "coverage": ["programme", "profile", "area", "competency", "required", "possible",
                 "guaranteed", "assessed", "state"],
    "gaps": ["programme", "profile", "competency", "code", "required", "reached", "unit",
             "outcome", "reason", "where"],
}  # fmt: skip


@pytest.mark.parametrize("question", COLUMNS)
def test_an_answer_is_the_same_in_every_form(project, question):
    records = ask("-p", project, question, "--format", "json").json()
    assert [name for name in records[0] if name in COLUMNS[question]] == COLUMNS[question]
    assert {len(record) for record in records} == {len(records[0])}
    text = ask("-p", project, question, "--format", "csv").out
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == list(records[0])
    assert rows[1:] == [[str(value) for value in record.values()] for record in records]
    for form in ("table", "md"):
        shown = ask("-p", project, question, "--format", form).out
        assert len(shown.splitlines()) > len(records)


LEVELS = [
    f"{figure}{suffix}"
    for figure in ("required", "guaranteed", "assessed")
    for suffix in ("", "_level")
]


def test_levels_are_ranks_with_their_id_beside(project):
    (row,) = [
        record
        for record in ask("-p", project, "coverage", "medicine", "--format", "json").json()
        if record["competency"] == "charts"
    ]
    found = {key: row[key] for key in row if key in LEVELS}
    assert found == {
        "required": 1,
        "required_level": "knows",
        "guaranteed": 1,
        "guaranteed_level": "knows",
        "assessed": 0,
        "assessed_level": "",
    }


def test_gaps_are_found_with_1_and_coverage_is_fine_with_0(project):
    assert ask("-p", project, "gaps").code == 1
    assert ask("-p", project, "coverage").code == 0
    assert ask("-p", project, "coverage", "--figures").code == 0


@pytest.mark.parametrize("question", [["coverage"], ["coverage", "--figures"]])
def test_an_answer_without_rows_says_beside_it_what_a_programme_can_be_compared_with(
    project, question
):
    write(project, {"curricula/y.yaml": "institution: school\nprogrammes: {p: {title: P}}\n"})
    assert ask("-p", project, *question, "p") == (
        0,
        "",
        "Nothing to compare: a programme is compared with the role profile it aims at, or with the "
        "one that --profile names.\n",
    )


def test_gaps_says_so_when_there_are_none(project):
    text = MEDICINE.replace("}}}}\n", "}}}, assessments: {e: {title: E, tests: o}}}\n", 1)
    write(project, {FILE: text})
    assert ask("-p", project, "gaps", "medicine") == (0, "", "No findings.\n")


def test_warnings_are_counted_beside_the_answer(project):
    write(project, {"curricula/y.yaml": "sources: {s: {title: {nl: S}}}\n"})
    answer = ask("-p", project, "coverage", "--format", "json")
    assert answer.err == '1 warning: see them with "curriculum-map check".\n'
    assert answer.json()[0]["programme"] == "dentistry"


@pytest.mark.parametrize("name", COMMANDS)
def test_plain_values_are_taken_as_typer_itself_would(name):
    context = typer.Context(COMMANDS[name])
    for param in COMMANDS[name].params:
        for value in (None, "json", "a b", "github", "", ("a", "b"), (), Path("x")):
            taken = plain(value, param)
            if taken is not UNSURE:
                param._runtime_param = None
                assert taken == param.get_runtime_param().coerce(value, param, context)
