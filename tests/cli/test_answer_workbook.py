"""Every answer can be had as an Excel workbook, and says there what it says as CSV."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import get_args

import openpyxl
import pytest
import typer

from asking import ask, process
from curriculum_map.analysis.table import Table
from curriculum_map.cli import commands
from curriculum_map.cli.answer_workbook import as_workbook
from curriculum_map.cli.app import app
from curriculum_map.cli.show import deliver
from curriculum_map.errors import BadQuestion

GROUP = typer.main.get_command(app)
ASKED = {
    "coverage": ["medicine"],
    "gaps": [],
    "compare": ["medicine", "graduate"],
    "what-if": ["medicine", "--drop", "law"],
    "diff": ["."],
    "close": ["medicine"],
    "path": ["--to", "graduate"],
    "next": [],
    "redundancy": ["--spirals"],
    "metrics": ["medicine"],
    "query": ["coverage"],
}
"""A question to each command that answers with a table."""


def with_tables() -> list[str]:
    """Name the commands that print a table in several forms."""
    found = []
    for name in commands.COMMANDS:
        params = GROUP.get_command(typer.Context(GROUP), name).params
        found += [name for each in params if "xlsx" in get_args(each.type_descriptor.annotation)]
    return found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example") / "project"
    assert ask("init", folder).code == 0
    return folder


def cells(path: Path) -> list[list[str]]:
    """Give the first sheet of a workbook as texts."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [["" if cell is None else str(cell) for cell in row] for row in sheet.values]


def test_there_is_a_question_for_every_command_with_a_table():
    assert list(ASKED) == with_tables()


@pytest.mark.parametrize("command", ASKED)
def test_a_workbook_says_what_csv_says(command, project, tmp_path):
    asked = [str(project) if each == "." else each for each in ASKED[command]]
    if command == "diff":
        asked.append(str(project))
    book, text = tmp_path / "answer.xlsx", tmp_path / "answer.csv"
    first = ask("-p", project, command, *asked, "--format", "xlsx", "--out", book)
    second = ask("-p", project, command, *asked, "--format", "csv", "--out", text)
    assert (first.code, first.out) == (second.code, second.out) == (first.code, "")
    rows = list(csv.reader(io.StringIO(text.read_text(encoding="utf-8"), newline="")))
    assert [[number(cell) for cell in row] for row in cells(book)] == [
        [number(cell) for cell in row] for row in rows
    ]


def number(cell: str) -> str | float:
    """Compare numbers as numbers: a workbook does not tell 2 from 2.0."""
    try:
        return float(cell)
    except ValueError:
        return cell


def test_a_workbook_goes_to_a_file_that_standard_output_is_sent_to(project):
    done = process("-p", project, "gaps", "--format", "xlsx")
    assert openpyxl.load_workbook(io.BytesIO(done.stdout)).sheetnames == ["gaps"]


def test_a_workbook_is_not_shown_on_a_terminal(monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with pytest.raises(BadQuestion, match=r"Say where it goes with --out FILE\.xlsx\."):
        deliver(b"PK", None)


def test_text_is_not_written_into_what_is_called_a_workbook(project, tmp_path):
    answer = ask("-p", project, "gaps", "--out", tmp_path / "gaps.xlsx")
    assert (answer.code, answer.err) == (
        2,
        '"gaps.xlsx" is the name of a workbook. Say --format xlsx, too. (bad-question)\n',
    )
    assert not (tmp_path / "gaps.xlsx").exists()


def test_no_text_becomes_a_formula_and_the_same_answer_gives_the_same_bytes():
    rows = (("=1+1", 2.5, 3), ("https://example.org", True, 10**30), (None, False, -1))
    table = Table("sample", {"a": "string", "b": "float64", "c": "int64"}, rows)
    made = as_workbook([table, table])
    assert made == as_workbook([table, table])
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book.sheetnames == ["sample", "sample 2"]
    found = [[(cell.value, cell.data_type) for cell in row] for row in book["sample"]["A2:C4"]]
    assert found == [
        [("=1+1", "s"), (2.5, "n"), (3, "n")],
        [("https://example.org", "s"), (True, "b"), (str(10**30), "s")],
        [(None, "n"), (False, "b"), (-1, "n")],
    ]
    assert (book["sample"].freeze_panes, book["sample"].auto_filter.ref) == ("A2", "A1:C4")


def test_a_wrong_choice_is_told_with_the_choices(project):
    answer = ask("-p", project, "gaps", "--format", "xml")
    assert answer.code == 2
    assert answer.err.splitlines()[-1] == (
        "Error: Invalid value for '--format': 'xml' is not one of "
        "'table', 'csv', 'json', 'md', 'xlsx'."
    )
