"""An author's workbook comes back with its problems marked, and otherwise as it was."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from asking import ask
from curriculum_map.errors import InvalidProject
from curriculum_map.formats.one_file import read_one_file
from curriculum_map.formats.workbook_annotated import HEADINGS, annotated
from curriculum_map.problems import Problem, Where
from written import BASE, FILE, write

UNITS = (
    ("id", "title", "institution", "kind", "credits"),
    ("a", "A", "school", "course", 5),
    ("b", "B", "scool", "course", "many"),
)
LINES = [
    'mine.xlsx!units!C3: There is no institution called "scool". Did you mean "school"? '
    "(unknown-name)",
    'mine.xlsx!units!E3: "many" is not a number from 0 to 500. (bad-number)',
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path / "project", {"competencies/base.yaml": BASE, FILE: "units: {}\n"})


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Make a workbook as an author has it: with colours, formulas, notes and hidden sheets."""
    path = tmp_path / "mine.xlsx"
    with xlsxwriter.Workbook(path) as book:
        red = book.add_format({"font_color": "red", "bold": True})
        sheet = book.add_worksheet("units")
        for number, line in enumerate(UNITS):
            sheet.write_row(number, 0, line, red)
        sheet.write_comment("C3", "ask the dean", {"author": "me"})
        sheet.write_formula("G2", "=SUM(E2:E2)", red, 5)
        sheet.data_validation("D2:D9", {"validate": "list", "source": ["course", "lecture"]})
        sheet.conditional_format("E2:E9", {"type": "cell", "criteria": ">", "value": 3})
        sheet.set_column("A:A", 33)
        sheet.freeze_panes(1, 0)
        hidden = book.add_worksheet("scratch")
        hidden.merge_range("A1:B2", "kept", red)
        hidden.hide()
    return path


def look(book: openpyxl.Workbook) -> dict[str, object]:
    """Give what somebody sees of a workbook, but for fills and comments."""
    return {
        sheet.title: (
            sheet.sheet_state,
            sheet.freeze_panes,
            [(str(each.sqref), each.formula1) for each in sheet.data_validations.dataValidation],
            [str(each.sqref) for each in sheet.conditional_formatting],
            sorted(map(str, sheet.merged_cells.ranges)),
            sheet.column_dimensions["A"].width,
            [
                (cell.coordinate, cell.value, cell.font.b, cell.font.color and cell.font.color.rgb)
                for row in sheet.iter_rows()
                for cell in row
            ],
        )
        for sheet in book.worksheets
    }


def test_a_workbook_comes_back_with_comments_and_colours_and_nothing_else_changed(mine, project):
    found = read_one_file(mine, project)
    assert [line for line in map(str, found.problems) if "unknown-column" not in line] == LINES
    before = openpyxl.load_workbook(mine)
    after = openpyxl.load_workbook(
        io.BytesIO(annotated(mine.read_bytes(), mine.name, found.problems).content)
    )
    problems = after["Problems"]
    marked = after["units"]
    assert marked["C3"].comment.text == (
        "ask the dean\n\ncurriculum-map: There is no institution called "
        '"scool". Did you mean "school"?'
    )
    assert [marked[at].fill.fgColor.rgb for at in ("C3", "E3", "A2")] == [
        "FFF4B6B6",
        "FFF4B6B6",
        "00000000",
    ]
    rows = list(problems.values)
    assert rows[0] == HEADINGS
    assert [row[:3] for row in rows[-2:]] == [
        ("'units'!C3", "error", "unknown-name"),
        ("'units'!E3", "error", "bad-number"),
    ]
    assert problems["A3"].hyperlink.location == rows[2][0]
    after.remove(problems)
    assert look(after) == look(before)


def test_marking_again_leaves_no_marks_of_the_first_time(mine, project):
    found = read_one_file(mine, project).problems
    once = annotated(mine.read_bytes(), mine.name, found).content
    again = openpyxl.load_workbook(io.BytesIO(annotated(once, mine.name, found[-1:]).content))
    assert again["units"]["C3"].comment.text == "ask the dean"
    assert again["units"]["C3"].fill.fill_type is None
    assert again["units"]["E3"].comment.text.count("curriculum-map:") == 1
    assert again.sheetnames == ["units", "scratch", "Problems"]


def test_no_problem_becomes_a_formula_and_merged_cells_are_marked_where_they_are_seen(mine):
    hostile = Problem(Where("mine.xlsx", 2, 2, "scratch"), "=1+1", "=HYPERLINK(1)\x07", "warning")
    done = annotated(mine.read_bytes(), mine.name, [hostile, hostile._replace(where=Where("w"))])
    book = openpyxl.load_workbook(io.BytesIO(done.content))
    assert book["scratch"]["A1"].comment.text == "curriculum-map: =HYPERLINK(1)\ufffd"
    assert [[cell.data_type for cell in row] for row in book["Problems"]["C2:D3"]] == [
        ["s"] * 2
    ] * 2
    assert book["Problems"]["A3"].value == "w"


def test_what_is_not_kept_is_named(tmp_path):
    path = tmp_path / "chart.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("units")
        sheet.write_row(0, 0, (1, 2, 3))
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=units!$A$1:$C$1"})
        sheet.insert_chart("D4", chart)
        sheet.add_sparkline("E1", {"range": "units!A1:C1"})
    assert annotated(path.read_bytes(), "chart.xlsx", []).not_kept == (
        "charts",
        "drawings",
        "sparklines, or rules that only Excel since 2010 knows",
    )


def test_a_workbook_whose_insides_are_broken_is_told_as_such(mine):
    out = io.BytesIO()
    with zipfile.ZipFile(mine) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<x/>" if name == "xl/styles.xml" else old.read(name))
    with pytest.raises(InvalidProject, match=r"The workbook cannot be annotated|cannot be read"):
        annotated(out.getvalue(), mine.name, [])


def test_check_reads_one_file_as_if_it_lay_in_the_project(mine, project, tmp_path):
    before = mine.read_bytes()
    answer = ask("-p", project, "check", mine, "--annotate", tmp_path / "marked.xlsx")
    assert answer.code == 1
    assert answer.out.splitlines()[-2:] == LINES
    assert answer.err.splitlines()[-1] == (
        'Marked in "marked.xlsx", which lists them in the sheet "Problems".'
    )
    assert mine.read_bytes() == before
    assert openpyxl.load_workbook(tmp_path / "marked.xlsx").sheetnames[-1] == "Problems"


def test_a_file_of_the_project_is_checked_with_the_rest_but_told_of_alone(project):
    write(project, {FILE: "units: {a: {colour: red}}\n", "curricula/y.yaml": "units: {b: {}}\n"})
    answer = ask("-p", project, "check", project / FILE)
    assert answer.out
    assert {line.partition(":")[0] for line in answer.out.splitlines()} == {FILE}


def test_what_a_file_describes_counts_instead_of_what_the_project_says_of_it(mine, project):
    unit = "units: {a: {kind: course, title: A, institution: school}}\n"
    write(project, {FILE: unit})
    assert not [each for each in read_one_file(mine, project).problems if "duplicate" in each.code]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--annotate", "out.xlsx"], "Say which workbook is to be annotated"),
        (["mine.xlsx", "--annotate", "out.csv"], "Only workbooks that end in .xlsx"),
        (["mine.xlsx", "--annotate", "mine.xlsx"], '"mine.xlsx" is never written over.'),
        (["nowhere.xlsx"], 'There is no file "nowhere.xlsx".'),
    ],
)
def test_senseless_questions_are_told(arguments, complaint, mine, project, monkeypatch):
    monkeypatch.chdir(mine.parent)
    answer = ask("-p", project, "check", *arguments)
    assert (answer.code, answer.err.startswith(complaint)) == (2, True)


def test_a_drawing_in_which_nothing_is_drawn_is_not_missed(mine):
    out = io.BytesIO(mine.read_bytes())
    with zipfile.ZipFile(out, "a") as book:
        book.writestr("xl/drawings/drawing1.xml", b"<xdr:wsDr></xdr:wsDr>")
    assert annotated(out.getvalue(), mine.name, []).not_kept == ()
