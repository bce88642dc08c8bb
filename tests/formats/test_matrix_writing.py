"""The matrix a board wants to see: everything stands at its place, and it reads back."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum_map.formats.base import Given, Loss
from curriculum_map.formats.matrix.files import FORMAT, read, write
from curriculum_map.formats.worksheets import read_worksheets
from curriculum_map.model import Catalogue, Settings, Text, by_id
from sample import (
    LEVELS,
    catalogue,
    competency,
    examined,
    framework,
    item,
    profile,
    programme,
    scale,
    teaches,
    text,
    unit,
)

SYNTAXES = sorted(FORMAT.suffixes.values())


def back(written, syntax, name="board"):
    document = written.document
    file = f"{name}.{syntax}"
    files = {file: document if isinstance(document, bytes) else document.encode()}
    files |= {file + ending: part.encode() for ending, part in written.beside.items()}
    return read(Given(name=file, files=files))


MEDICINE = catalogue(
    framework("framework", "data", "ethics"),
    competency("bias", area="data"),
    competency("cleaning", area="data"),
    competency("consent", area="ethics"),
    unit("anatomy", teaches("bias", 1)),
    unit("statistics", examined("bias", 3), teaches("cleaning", 1)),
    unit("ehealth", teaches("bias", 2), ec=5),
    unit("project", ec=2.5),
    programme(
        "medicine",
        item("anatomy", "statistics", year=1, term=1),
        item("ehealth", "project", year=2, choose=1, title="Free choice"),
        aims="graduate",
    ),
    profile("graduate", bias=3, consent=2),
)


def test_the_matrix_shows_units_by_year_and_competencies_by_area():
    document = write(MEDICINE, "csv").document
    assert isinstance(document, str)
    assert list(csv.reader(document.removeprefix("\ufeff").splitlines())) == [
        ["Medicine"],
        ["", "", "", "", "Year", "Year 1", "Year 1", "Year 2", "Year 2"],
        ["", "", "", "", "Term", "Term 1", "Term 1", "\u2013", "\u2013"],
        [*[""] * 4, "Elective", "", "", *["Free choice (choose 1)"] * 2],
        ["", "", "", "", "EC", "", "", "5", "2.5"],
        ["", "", "", "", "Id", "anatomy", "statistics", "ehealth", "project"],
        [
            *("Area", "Id", "Competency", "Required", "State"),
            *("Anatomy", "Statistics", "Ehealth", "Project"),
        ],
        ["Data", "bias", "Bias", "3", "", "1", "3*", "2", ""],
        ["Data", "cleaning", "Cleaning", "", "", "", "1", "", ""],
        ["Ethics", "consent", "Consent", "2", "absent", "", "", "", ""],
        [],
        ["Legend"],
        ["1", "knows (Miller)"],
        ["2", "knows how (Miller)"],
        ["3", "shows how (Miller)"],
        ["4", "does (Miller)"],
        ["*", "assessed"],
    ]


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_the_matrix_reads_back_with_the_declaration_beside_it(syntax):
    written = write(MEDICINE, syntax)
    reading = back(written, syntax)
    assert reading.problems == ()
    assert reading.catalogue.programmes["medicine"] == MEDICINE.programmes["medicine"]
    assert reading.catalogue.profiles == MEDICINE.profiles
    assert reading.catalogue.competencies == MEDICINE.competencies
    assert reading.catalogue.frameworks == MEDICINE.frameworks
    assert reading.catalogue.units.keys() == MEDICINE.units.keys()
    assert {loss.kind for loss in written.losses} == {"assessments", "text"}


def test_an_outcome_in_words_and_the_name_of_a_test_are_lost_and_this_is_said():
    assert write(MEDICINE, "csv").losses == (
        Loss("assessments", "statistics/exam-bias", HOW),
        *(Loss("text", f"{each}", NO_PLACE) for each in TEXTS),
    )


NO_PLACE = "A matrix has no place for it."
HOW = "A matrix says that a unit tests a competency, not how."
TEXTS = ("anatomy/bias", "ehealth/bias", "statistics/bias", "statistics/cleaning")


def test_letters_stand_for_levels_whose_names_begin_differently():
    growth = scale("growth", "introduced", "reinforced", "mastered")
    ours = catalogue(
        growth,
        framework("ours", scale="growth"),
        competency("bias", framework="ours", area=""),
        unit("law", teaches("bias", "growth/mastered")),
        programme("medicine", item("law")),
    )
    document = write(ours, "csv").document
    assert ",bias,Bias,M\n" in document
    assert "I,introduced (Growth)\n" in document


def test_a_unit_has_what_its_parts_bring_and_a_whole_is_not_absent_if_a_part_is_taught():
    ours = catalogue(
        competency("whole", "part"),
        competency("part"),
        unit("lecture", teaches("part", 2)),
        unit("course", parts=["lecture"]),
        programme("medicine", item("course"), aims="graduate"),
        profile("graduate", whole=1),
    )
    document = write(ours, "csv").document
    assert ",part,Part,,,2\n" in document
    assert ",whole,Whole,1,,\n" in document
    assert ("parts", "course") in {loss[:2] for loss in write(ours, "csv").losses}


def test_every_programme_has_a_sheet_of_its_own_and_a_text_file_has_the_first():
    both = catalogue(
        unit("law", teaches("bias", 1)),
        programme("medicine", item("law", year=1)),
        programme("dentistry", item("law", year=2)),
    )
    document = write(both, "xlsx").document
    assert [each.name for each in read_worksheets(document, "b.xlsx")] == ["dentistry", "medicine"]
    assert back(write(both, "xlsx"), "xlsx").catalogue.programmes == both.programmes
    assert back(write(both, "csv"), "csv").catalogue.programmes.keys() == {"dentistry"}
    reason = "A text file has room for one programme. Name it with --programme."
    assert Loss("programme", "medicine", reason) in write(both, "csv").losses


@pytest.mark.parametrize("title", ["=1+1", "-x", "'=1", "@cmd", "+1", "=HYPERLINK(1)", "'quoted'"])
@pytest.mark.parametrize("syntax", SYNTAXES)
def test_a_title_never_becomes_a_formula_and_comes_back(title, syntax):
    ours = catalogue(
        unit("law", teaches("bias", 1), title=text(title)), programme("medicine", item("law"))
    )
    document = write(ours, syntax).document
    if isinstance(document, str):
        cells = [cell for row in csv.reader(document.splitlines()) for cell in row]
        assert not [cell for cell in cells if cell.startswith(tuple("=+-@"))]
    else:
        assert b"<f>" not in sheet_xml(document)
    assert back(write(ours, syntax), syntax).catalogue.units["law"].title == text(title)


def sheet_xml(document: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


def test_the_sheet_is_frozen_and_prints_on_wide_pages_with_repeated_headings():
    document = write(MEDICINE, "xlsx").document
    xml = sheet_xml(document).decode()
    assert re.search(r'<pane xSplit="5" ySplit="7" topLeftCell="F8"', xml)
    assert 'paperSize="9"' in xml
    assert 'orientation="landscape"' in xml
    assert 'fitToPage="1"' in xml
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        names = archive.read("xl/workbook.xml").decode()
    assert "medicine!$A:$E,medicine!$2:$7" in names


def test_the_same_catalogue_gives_the_same_bytes():
    assert write(MEDICINE, "xlsx").document == write(MEDICINE, "xlsx").document


def test_a_catalogue_without_programmes_gives_an_empty_workbook_that_reads_back_empty():
    for syntax in SYNTAXES:
        assert back(write(Catalogue(), syntax), syntax).catalogue == Catalogue()


NAMES = ("a", "b-1", "C", "012")
CELLS = st.dictionaries(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.tuples(st.sampled_from(LEVELS), st.booleans()),
    max_size=12,
)
PLACES = st.lists(
    st.tuples(st.none() | st.integers(1, 6), st.none() | st.integers(1, 4)),
    min_size=len(NAMES),
    max_size=len(NAMES),
)


@pytest.mark.parametrize("syntax", SYNTAXES)
@settings(max_examples=25, deadline=None)
@given(cells=CELLS, places=PLACES, electives=st.integers(0, 2))
def test_what_a_small_matrix_says_survives_writing_and_reading(syntax, cells, places, electives):
    ours = drawn(cells, places, electives)
    found = back(write(ours, syntax), syntax)
    assert found.problems == ()
    assert said(found.catalogue) == said(ours)
    plan = {unit: (each.year, each.term) for each in placed(found.catalogue) for unit in each.units}
    assert plan == {unit: (each.year, each.term) for each in placed(ours) for unit in each.units}
    groups = [set(each.units) for each in placed(found.catalogue) if each.elective]
    assert groups == [set(each.units) for each in placed(ours) if each.elective]


def drawn(cells, places, electives):
    taught = {name: [] for name in NAMES}
    for (at, about), (level, assessed) in cells.items():
        build = examined if assessed else teaches
        taught[at].append(build(about, f"miller/{level}"))
    plan = [
        item(name, year=year, term=term, choose=1 if number < electives else None)
        for number, (name, (year, term)) in enumerate(zip(NAMES, places, strict=True))
    ]
    units = [unit(name, *does) for name, does in taught.items()]
    return catalogue(*units, *map(competency, NAMES), programme("p", *plan))


def placed(catalogue):
    return sorted(catalogue.programmes["p"].plan, key=lambda each: each.units)


def said(catalogue):
    return {
        (each.id, made.competency): (
            made.level,
            any(f"{each.id}/{outcome.id}" in test.tests for test in each.assessments),
        )
        for each in catalogue.units.values()
        for outcome in each.outcomes
        for made in outcome.contributions
    }


def test_titles_are_shown_in_the_first_language_of_the_project():
    both = Text((("en", "Law"), ("nl", "Recht")))
    ours = catalogue(
        unit("law", teaches("bias", 1), title=both),
        programme("medicine", item("law", year=1)),
        settings=Settings(languages=("nl", "en")),
    )
    document = write(ours, "csv").document
    assert "Jaar,Jaar 1\n" in document
    assert "Competentie,Recht\n" in document
    assert back(write(ours, "csv"), "csv").catalogue.units["law"].title == Text((("nl", "Recht"),))


def test_long_ids_that_begin_alike_have_sheets_of_their_own():
    long = "a-programme-with-a-very-long-name-"
    ours = catalogue(unit("law"), *(programme(f"{long}{n}", item("law")) for n in (1, 2)))
    names = [each.name for each in read_worksheets(write(ours, "xlsx").document, "b.xlsx")]
    assert names == ["a-programme-with-a-very-long-na", "a-programme-with-a-very-long--2"]
    assert back(write(ours, "xlsx"), "xlsx").catalogue.programmes == by_id(
        {name: replace(each) for name, each in ours.programmes.items()}
    )
