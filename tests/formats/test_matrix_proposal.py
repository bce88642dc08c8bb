"""What no declaration says is proposed and shown, and nothing is read or written by a guess."""

from __future__ import annotations

import io

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.base import Given, Undeclared
from curriculum_map.formats.matrix.declaration import read_declaration
from curriculum_map.formats.matrix.files import read
from matrices import DUTCH, workbook
from sample import MILLER, catalogue, competency, text


def proposed(data, name="medicine.xlsx", project=None):
    with pytest.raises(Undeclared) as found:
        read(Given(name=name, files={name: data}, project=project))
    return found.value


def lines(*rows):
    return "".join(";".join(map(str, row)) + "\n" for row in rows).encode()


def test_the_proposal_finds_headings_blocks_legends_and_totals():
    error = proposed(workbook())
    said = read_declaration(error.proposal.encode(), "p.yaml")
    bachelor, master = said.sheets
    assert (bachelor.name, bachelor.cells) == ("Bachelor", "D6:H9")
    assert (bachelor.units.year, bachelor.units.term) == (("row 2",), ("row 3",))
    assert (bachelor.units.title, bachelor.units.id) == ("row 5", "")
    places = bachelor.competencies
    assert (places.area, places.id, places.title) == (("column A",), "column B", "column C")
    assert [(each.within, each.choose) for each in bachelor.electives] == [(("columns G:H",), 1)]
    assert bachelor.leave_out == ("row 10", "row 12", "row 13", "row 14", "row 15", "column I")
    assert (master.cells, master.units.title, master.units.credits) == (
        "C3:D9",
        "column A",
        "column B",
    )
    assert [(each.within, each.choose) for each in master.electives] == [(("rows 7:9",), 2)]
    assert master.leave_out == ("column E", "row 3", "row 6")


def test_the_proposal_says_what_it_saw_and_what_it_is_unsure_of():
    assert str(proposed(workbook())).splitlines() == [
        '"medicine.xlsx" looks like this:',
        'Sheet "Bachelor": competencies in rows 6 to 9, units in columns, codes in D6:H9.',
        "  Codes: I 2 x, R 2 x, R,A 1 x, M* 1 x, Q 1 x, A 1 x, - 1 x.",
        "  Units: year in row 2, term in row 3, elective in row 4, title in row 5.",
        "  Competencies: area in column A, id in column B, title in column C.",
        "  Legend: i = introduced, r = reinforced, m = mastered, * = assessed by an exam.",
        "  Left out, as totals or legend: row 10, row 12, row 13, row 14, row 15, column I.",
        'Sheet "Master": units in rows 3 to 9, competencies in columns, codes in C3:D9.',
        "  Codes: M 3 x, R 2 x, R* 1 x.",
        "  Units: title in column A, credits in column B.",
        "  Competencies: id in row 1, title in row 2.",
        "  Headings of their own (elective): row 3, row 6.",
        "  Left out, as totals or legend: column E.",
        'Sheet "Notes" does not look like a matrix and is left out.',
        "Unsure:",
        '- The framework is new and is called "medicine".',
        '- "Q" is not known. Name its level, say "assessed: true", or "{}" for nothing.',
        "- The meaning of A is a guess by common usage.",
        '- The order of the levels of "introduced-reinforced-mastered" is a guess: lowest first.',
        "- Who offers it: name an institution.",
        "Nothing was written, for nobody says what the codes mean. "
        '--with "propose=medicine.xlsx.codes.yaml" writes this guess down; read it and mend it. '
        "A file of that name beside the matrix is used, any other with --with codes=FILE.",
    ]


def test_a_proposal_whose_questions_are_answered_reads_the_matrix():
    answered = proposed(workbook()).proposal.replace("Q: '?'", "Q: {}")
    answered = answered.replace("A: {assessed: true}", "A: {level: reinforced, assessed: true}")
    files = {"medicine.xlsx": workbook(), "medicine.xlsx.codes.yaml": answered.encode()}
    reading = read(Given(name="medicine.xlsx", files=files))
    assert reading.errors == ()
    assert len(reading.catalogue.units) == 9
    assert len(reading.catalogue.competencies) == 4


def test_a_question_that_nobody_answered_is_asked_again_at_its_line():
    text = proposed(workbook()).proposal
    files = {"medicine.xlsx": workbook(), "medicine.xlsx.codes.yaml": text.encode()}
    errors = [str(each) for each in read(Given(name="medicine.xlsx", files=files)).errors]
    line = text[: text.index("Q: '?'")].count("\n") + 1
    asked = [each for each in errors if each.startswith("medicine.xlsx.codes")]
    assert asked == [
        f'medicine.xlsx.codes.yaml:{line}:3: Say what "Q" means: one of the levels introduced, '
        'reinforced, mastered, "{assessed: true}", or "{}" if nothing. (unknown-name)'
    ]


@pytest.mark.parametrize(
    ("headings", "are_terms"), [("Sem 1,Sem. 2", True), ("Seminar,Semantics", False)]
)
def test_a_short_word_for_a_term_is_known_unless_a_longer_one_begins_so(headings, are_terms):
    text = f",{headings}\n,Anatomy of the hand,Pharmacology\nReads charts,I,R\nWeighs risks,R,I\n"
    seen = proposed(text.encode(), "m.csv").seen
    assert ("term in row 1" in seen) == are_terms


def test_dutch_words_of_millers_pyramid_are_known_as_they_are_typed():
    error = proposed(DUTCH.encode("cp1252"), "leerlijn.csv")
    said = read_declaration(error.proposal.encode(), "p.yaml")
    assert said.language == "nl"
    assert {each.code: each.level for each in said.codes} == {
        "weet": "knows",
        "weet hoe": "knows-how",
        "laat zien": "shows-how",
        "doet": "does",
        "getoetst": "",
    }
    (scale,) = said.scales
    assert [each.title.show("nl") for each in scale.levels] == [
        "weet",
        "weet hoe",
        "laat zien",
        "doet",
    ]
    (sheet,) = said.sheets
    assert (sheet.cells, sheet.units.year, sheet.competencies.area) == (
        "C4:E7",
        ("column A",),
        ("row 2",),
    )
    assert sheet.leave_out == ("row 8",)


HEADINGS = ("Competency", "Anatomy", "Law", "Ethics")


@pytest.mark.parametrize(
    ("codes", "levels"),
    [
        (("I", "R", "M"), {"I": "introduced", "R": "reinforced", "M": "mastered"}),
        (("I", "D", "M"), {"I": "introduced", "D": "developed", "M": "mastered"}),
        (("I", "P", "R"), {"I": "introduced", "P": "practised", "R": "reinforced"}),
        (("I", "D", "A"), {"I": "introduced", "D": "developed", "A": "?"}),
        (("X", "", "x"), {"X": "addressed"}),
        (
            ("Remember", "apply", "CREATE"),
            {"Remember": "remember", "apply": "apply", "CREATE": "create"},
        ),
        (("1", "2", "4"), {"1": "?", "2": "?", "4": "?"}),
        (
            ("teab", "Teab kuidas", "teeb"),
            {"teab": "knows", "Teab kuidas": "knows-how", "teeb": "does"},
        ),
    ],
)
def test_common_codes_are_guessed_and_others_asked_for(codes, levels):
    data = lines(HEADINGS, ("Explains bias", *codes), ("Cleans data", *codes[::-1]))
    said = read_declaration(proposed(data, "m.csv").proposal.encode(), "p.yaml")
    assert {each.code: each.level for each in said.codes} == levels


def test_the_scale_of_the_project_is_meant_where_the_codes_are_its_levels():
    ours = catalogue(competency("bias", title=text("Explains bias")))
    data = lines(HEADINGS, ("Explains bias", "knows", "does", ""), ("Cleans data", "", "", "does"))
    said = read_declaration(proposed(data, "m.csv", ours).proposal.encode(), "p.yaml")
    assert said.scales == ()
    assert [each.id for each in said.frameworks] == ["framework"]
    assert [each.level for each in said.codes] == ["knows", "does"]
    assert said.institution.id == "school"


def test_levels_are_asked_for_where_the_project_measures_on_another_scale():
    ours = catalogue(competency("bias", title=text("Explains bias")))
    data = lines(HEADINGS, ("Explains bias", "I", "M", ""), ("Cleans data", "", "", "R"))
    error = proposed(data, "m.csv", ours)
    said = read_declaration(error.proposal.encode(), "p.yaml")
    assert {each.level for each in said.codes} == {"?"}
    known = ", ".join(each.id for each in MILLER.levels)
    assert f'"framework" is measured on "miller": say which level ({known}) codes mean.' in str(
        error
    )


@pytest.mark.parametrize(
    "data",
    [b"", b"a,b,c\n", b"name;remark\nAnn;likes tea\nBo;likes coffee\n", "õ".encode("utf-16")],
)
def test_a_file_without_a_matrix_is_told(data):
    with pytest.raises(InvalidProject) as found:
        read(Given(name="m.csv", files={"m.csv": data}))
    assert str(found.value) == (
        "m.csv: No sheet looks like a matrix: a block of codes, named above and on the left. "
        "(no-matrix)"
    )


def test_a_folder_without_a_matrix_is_told():
    with pytest.raises(InvalidProject) as found:
        read(Given(name="box", files={"a.pdf": b"", "b.yaml": b""}))
    assert str(found.value) == (
        "box: There is no matrix here: no file that ends in .xlsx, .csv, .tsv, .txt. (unreadable)"
    )


def test_a_wide_sheet_with_a_million_empty_rows_is_looked_at_in_no_time():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("M")
        for row, cells in enumerate((HEADINGS, ("Explains bias", "I", "R", "M"))):
            sheet.write_row(row, 0, cells)
        sheet.write_string(90_000, 0, "The end")
    said = read_declaration(proposed(out.getvalue(), "m.xlsx").proposal.encode(), "p.yaml")
    assert said.sheets[0].cells == "B2:D2"


WORDS = st.sampled_from(
    [
        *("", "", "I", "R,A", "M*", "x", "1", "-", "\u2013", "Q", "weet hoe", "I = introduced"),
        *("Year 1", "Jaar 2", "Term", "Total", "Electives", "Area", "C1", "=1+1"),
        *("Explains bias", "Cleans data"),
    ]
)
GRIDS = st.lists(st.lists(WORDS, min_size=1, max_size=7), min_size=1, max_size=9)


@settings(max_examples=60, deadline=None)
@given(GRIDS)
def test_whatever_stands_in_a_file_is_read_by_its_proposal_or_told(grid):
    data = lines(*grid)
    try:
        read(Given(name="m.csv", files={"m.csv": data}))
    except InvalidProject as error:
        assert [each.code for each in error.problems] == ["no-matrix"]
    except Undeclared as error:
        declared = {"m.csv": data, "m.csv.codes.yaml": error.proposal.encode()}
        assert {each.code for each in read(Given(name="m.csv", files=declared)).problems} <= TOLD


TOLD = {
    *("passed-over", "missing-field", "duplicate-id", "bad-number", "unknown-name"),
    *("code-without-level", "bad-declaration", "unknown-code"),
}
