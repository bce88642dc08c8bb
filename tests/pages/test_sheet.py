"""A programme as a workbook says what its page says, and no text becomes a formula or a link."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from curriculum_map.analysis import gaps
from curriculum_map.model import Catalogue
from curriculum_map.pages.site import Site
from shown import medicine, spoken_by


def opened(built: Catalogue, language: str = "en", programme: str = "medicine") -> Workbook:
    return load_workbook(BytesIO(Site(built).workbook(programme, language)))


def rows(book: Workbook, name: str) -> list[list[object]]:
    return [["" if cell is None else cell for cell in row] for row in book[name].values]


def test_the_heat_map_has_every_required_competency_with_its_levels():
    found = rows(opened(medicine()), "Heat map")
    assert found[0] == [
        *("Area", "Competency", "State", "Needed", "Reached by some", "Reached by all"),
        *("Assessed", "Intro", "Numbers", "Theme", "Team a (elective)", "Team b (elective)"),
    ]
    by_name = {row[1]: row[2:] for row in found[1:]}
    assert by_name["Law"] == ["Not taught", 1, 0, 0, 0, "", "", "", "", ""]
    assert by_name["Teamwork"] == ["Only in electives", 2, 2, 0, 0, "", "", "", "2 ✓", ""]
    assert by_name["Quality"] == ["Not far enough", 1, 0, 0, 0, "(1)", "", "", "", ""]
    assert len(by_name) == 6


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Heat map", "Gaps", "What closes the gaps", "The plan"]),
        ("nl", ["Heatmap", "Hiaten", "Wat de hiaten opvult", "Het programma"]),
        ("et", ["Soojuskaart", "Puudujäägid", "Mis sulgeb puudujäägid", "Õppeplaan"]),
    ],
)
def test_findings_and_their_cure_stand_in_the_language_that_was_asked_for(language, names):
    book = opened(medicine(), language)
    assert book.sheetnames == names
    reasons = [row[3] for row in rows(book, names[1])[1:]]
    told = gaps(medicine(), ["medicine"], language=language).records()
    assert reasons == [record["reason"] for record in told]
    assert [row[0] for row in rows(book, names[2])[1:2]] == ["Team a"]


def test_a_programme_that_aims_at_nothing_has_no_cure():
    assert opened(medicine(), "en", "bootcamp").sheetnames == ["Heat map", "Gaps", "The plan"]


@pytest.mark.parametrize(
    "words", ["=1+1", "{=1+1}", "+cmd|' /C calc'!A0", "@SUM(1)", "https://elsewhere.example", "-2"]
)
def test_no_text_of_an_author_becomes_a_formula_or_a_link(words):
    book = opened(spoken_by(words, medicine()))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert [cell for cell in cells if str(cell.value).startswith(words)]


def test_the_same_programme_gives_the_same_bytes():
    first, second = (Site(medicine()).workbook("medicine", "nl") for _ in range(2))
    assert first == second
