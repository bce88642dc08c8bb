"""Competency frameworks go to Moodle and come back; what Moodle would change is told."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asking import ask
from curriculum_map.errors import InvalidProject
from curriculum_map.formats.base import Given, Loss
from curriculum_map.formats.moodle import read, write
from curriculum_map.formats.moodle_table import COLUMNS, joined, plain, related
from curriculum_map.formats.moodle_writing import CUT, MARKUP, SAME_NUMBER, missing
from curriculum_map.formats.project import load
from curriculum_map.model import Alignment, Area, Catalogue, Settings, Text
from sample import MILLER, catalogue, competency, framework, text, unit
from written import write as write_project

HEADINGS = ",".join(f'"{column}"' for column in COLUMNS)
WORDS = '"competency,competency"'
VALUES = '"Not yet competent,Competent"'
SCALE = '[{""scaleid"":""2""},{""id"":2,""scaledefault"":1,""proficient"":1}]'
EXPORTED = f"""\
{HEADINGS}
,CARE-1,Care,"<p>What nurses do &amp; know.<br>Every day</p>",1,{VALUES},"{SCALE}",,,,,,1,{WORDS}
,1.1,Listens,"<p>Hears people out.</p>",1,,,,0,null,"2,3 a%2Cb",7,,
1.1,2,Asks back,,1,,,"core_competency\\competency_rule_all",2,null,1.1,8,,
,"3 a,b",{"Speaks up at once " * 5}again and!,Plain *text*,4,,,,0,null,,9,,
"""
"""A file as Moodle exports it."""


def reading(text=EXPORTED, name="care.csv", **said):
    return read(Given(name=name, files={name: text.encode()}, **said))


def rows(document):
    return list(csv.DictReader(io.StringIO(document)))


def test_a_framework_that_moodle_exported_is_read_by_position():
    found = reading()
    assert found.errors == ()
    (care,) = found.catalogue.frameworks.values()
    assert (care.id, care.title, care.scale) == ("CARE-1", text("Care"), "CARE-1-levels")
    assert care.description == text("What nurses do & know.\nEvery day")
    levels = found.catalogue.scales["CARE-1-levels"].levels
    assert [(each.id, each.title.show("en")) for each in levels] == [
        ("not-yet-competent", "Not yet competent"),
        ("competent", "Competent"),
    ]
    listens = found.catalogue.competencies["1.1"]
    assert (listens.title, listens.definition) == (text("Listens"), text("Hears people out."))
    assert listens.parts == ("2",)
    base = Settings().base
    assert [each.target for each in listens.alignments] == [
        f"{base}competency/2",
        f"{base}competency/3-a-b",
    ]
    assert found.catalogue.competencies["3-a-b"].code == "3 a,b"
    assert found.catalogue.competencies["3-a-b"].definition == text("Plain *text*")


def test_what_has_no_place_in_a_project_is_counted_and_a_cut_name_is_pointed_out():
    assert [str(each) for each in reading().problems] == [
        "care.csv:2: Left out: markup in descriptions (2 x). (passed-over)",
        "care.csv:2: Left out: rules of completion (1 x). (passed-over)",
        "care.csv:5: The short name has 100 characters, where Moodle cuts: look at it. (cut-text)",
    ]


OURS = catalogue(
    framework("skills", "data", "ethics"),
    competency("whole", "part", framework="skills", area="data"),
    competency("part", framework="skills", area="data"),
    competency(
        "consent",
        framework="skills",
        area="ethics",
        definition=text("Asks, \nthen explains."),
        alignments=(
            Alignment(relation="related", target=f"{Settings().base}competency/part"),
            Alignment(relation="exact", target="https://example.org/consent"),
        ),
    ),
    settings=Settings(),
)


def test_areas_and_wholes_stand_above_what_belongs_to_them():
    files = write(OURS, "").document
    assert files.keys() == {"framework.csv", "skills.csv"}
    table = rows(files["skills.csv"])
    assert tuple(table[0]) == COLUMNS
    tree = [(row[COLUMNS[0]], row[COLUMNS[1]], row[COLUMNS[2]]) for row in table]
    assert tree == [
        ("", "skills", "Skills"),
        ("", "data", "Data"),
        ("data", "whole", "Whole"),
        ("whole", "part", "Part"),
        ("", "ethics", "Ethics"),
        ("ethics", "consent", "Consent"),
    ]
    assert table[5]["Cross-referenced competency ID numbers"] == "part"
    assert table[5]["Description"] == "Asks, \nthen explains."
    assert {row["Description format"] for row in table} == {"2"}
    assert table[0]["Scale values"] == "knows,knows how,shows how,does"
    assert [row["Is framework"] for row in table] == ["1", "", "", "", "", ""]
    assert table[0]["Taxonomy"] == "domain,competency"


def test_moodle_gets_a_default_and_a_proficient_level_and_it_is_told_that_nobody_said_which():
    configuration = json.loads(
        rows(write(OURS, "").document["skills.csv"])[0]["Scale configuration"]
    )
    assert configuration == [
        {"scaleid": "miller"},
        {"id": 1, "scaledefault": 0, "proficient": 0},
        {"id": 2, "scaledefault": 0, "proficient": 0},
        {"id": 3, "scaledefault": 0, "proficient": 0},
        {"id": 4, "scaledefault": 1, "proficient": 1},
    ]
    assert [each.message for each in missing(OURS)] == [
        f'Moodle asks which levels of "miller" count as proficient in "{name}", and nobody says '
        "so. The highest is written; change it in Moodle."
        for name in ("framework", "skills")
    ]


def test_frameworks_come_back_and_what_does_not_is_listed():
    written = write(OURS, "")
    sent = {name: part.encode() for name, part in written.document.items()}
    back = read(Given(name="out", files=sent)).catalogue
    assert back.frameworks == OURS.frameworks
    assert back.scales["miller"].levels == MILLER.levels
    assert back.competencies["whole"] == OURS.competencies["whole"]
    assert written.losses == (
        Loss("alignments", "consent", "Moodle relates competencies of one framework only."),
        Loss("institution", "school", "A competency framework of Moodle has no place for it."),
        Loss("title", "miller", NAMES),
    )


LONG = "a" * 101
NAMES = "Moodle has one language, a name on one line, and none for a scale."


@pytest.mark.parametrize(
    ("things", "losses"),
    [
        ([competency("a", title=text(LONG))], [Loss("title", "a", CUT)]),
        ([competency(LONG)], [Loss("id", LONG, CUT), Loss("title", LONG, CUT)]),
        ([competency("a", title=text("p < 0.05"))], [Loss("title", "a", MARKUP)]),
        ([competency("012"), competency("12")], [Loss("id", "12", SAME_NUMBER)]),
        ([competency("1e1"), competency("10")], [Loss("id", "1e1", SAME_NUMBER)]),
        (
            [competency("a", title=Text((("en", "A"), ("nl", "B"))))],
            [Loss("title", "a", NAMES)],
        ),
        (
            [competency("a", "b"), competency("b"), competency("c", "b")],
            [Loss("parts", "c", "In Moodle a competency stands below one other competency.")],
        ),
        (
            [competency("a", requires={"b": 1}), competency("b")],
            [Loss("requires", "a/b", "Moodle relates competencies without direction and level.")],
        ),
    ],
)
def test_what_moodle_would_cut_delete_or_confuse_is_told(things, losses):
    found = write(catalogue(*things), "").losses
    assert [loss for loss in found if loss.name not in ("school", "miller")] == losses


def test_a_long_name_is_written_whole():
    ours = catalogue(competency("a", title=text(LONG)))
    assert rows(write(ours, "").document["framework.csv"])[2]["Short name"] == LONG


@pytest.mark.parametrize("title", ["=1+1", "-x", "+1", "@cmd"])
def test_a_name_never_becomes_a_formula_and_comes_back(title):
    ours = catalogue(competency("a", title=text(title)))
    files = write(ours, "").document
    cells = [cell for row in csv.reader(io.StringIO(files["framework.csv"])) for cell in row]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@"))]
    sent = {name: part.encode() for name, part in files.items()}
    assert read(Given(name="out", files=sent)).catalogue.competencies["a"].title == text(title)


def test_an_area_with_the_id_of_a_competency_has_an_id_number_of_its_own():
    ours = catalogue(framework("f", "law"), competency("law", framework="f", area="law"))
    files = write(ours, "").document
    assert [row["ID number"] for row in rows(files["f.csv"])] == ["f", "area:law", "law"]
    sent = {name: part.encode() for name, part in files.items()}
    found = read(Given(name="out", files=sent)).catalogue
    assert found.frameworks["f"].areas == (Area(id="law", title=text("Law")),)
    assert found.competencies == ours.competencies


def test_domains_of_moodle_with_competencies_below_them_are_areas():
    exported = EXPORTED.replace('"competency,competency"', '"domain,competency"')
    found = reading(exported)
    assert [area.id for area in found.catalogue.frameworks["CARE-1"].areas] == ["1.1"]
    assert found.catalogue.competencies["2"].area == "1.1"
    assert found.catalogue.competencies["3-a-b"].area == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "1.1,2,Asks",
            "1.2,2,Asks",
            'care.csv:4: There is no competency called "1.2". Did you mean "1.1"? (unknown-name)',
        ),
        (
            "1.1,2,Asks back",
            "1.1,1.1,Asks back",
            'care.csv:4: There is another "1.1" in care.csv:3. (duplicate-id)',
        ),
        (
            "1.1,2,Asks back",
            "1.1,2,",
            "care.csv:4: A competency needs an id number and a short name. Moodle passes it over. "
            "(missing-field)",
        ),
        (
            ",1.1,Listens",
            "2,1.1,Listens",
            "care.csv:3: Competencies are parts of each other: 1.1 > 2 > 1.1. Take one of these "
            "links away. (parts-cycle)",
        ),
        (
            '"Not yet competent,Competent"',
            "",
            "care.csv:2: The framework needs the values of a scale, with commas between them. "
            "(missing-field)",
        ),
        (
            ',,1,"competency',
            ',,0,"competency',
            "care.csv: One row of the file is the framework, not 0: column 13 says which. "
            "(no-framework)",
        ),
        (
            "1.1,2,Asks back,,1,,,",
            "1.1,2,Asks back,,1,,,,,,,,1,\n1.1,2,Asks back,,1,,,",
            "care.csv:4: One row of the file is the framework, not 2: column 13 says which. "
            "(no-framework)",
        ),
        (
            "2,3 a%2Cb",
            "2,9",
            'care.csv:3: "9" is no competency of the file; the relation is left out. '
            "(unknown-name)",
        ),
        (
            "8,,\n",
            "8,,,more\n",
            "care.csv:4: What stands behind column 14 is not read. (unknown-field)",
        ),
    ],
)
def test_what_is_wrong_in_a_file_is_told_by_line(old, new, said):
    assert old in EXPORTED
    assert said in [str(each) for each in reading(EXPORTED.replace(old, new, 1)).problems]


@pytest.mark.parametrize("text", ["", "hello", "a,b,c\n1,2,3\n", "\ufeff"])
def test_a_file_with_other_columns_is_no_framework(text):
    found = [str(each) for each in reading(text).problems]
    assert len(found) == 1
    assert found[0].startswith("care.csv:1: Moodle's competency frameworks have 14 columns, not ")


def test_a_file_cut_off_in_a_quoted_cell_is_told_where_the_cell_opens():
    with pytest.raises(InvalidProject, match=r"care\.csv:2: A quotation mark opens a cell here"):
        reading(EXPORTED[: EXPORTED.index("Every day")])


def test_a_folder_without_a_csv_file_is_told():
    with pytest.raises(InvalidProject, match=r"out: There is no file here that ends in \.csv"):
        read(Given(name="out", files={"a.txt": b"", "b.txt": b""}))


def test_a_scale_configuration_of_any_kind_keeps_nothing_from_being_read():
    for said in ("[", "{}", "[]", "[1]", "null", "[" * 5_000, '[{""scaleid"":{}}]'):
        text = EXPORTED.replace(SCALE, said)
        assert "CARE-1-levels" in reading(text).catalogue.scales


def test_texts_are_in_the_language_of_the_project_or_the_one_that_is_said():
    project = catalogue(unit("a"), settings=Settings(languages=("nl",)))
    assert reading(project=project).catalogue.frameworks["CARE-1"].title.languages == ("nl",)
    said = reading(project=project, options={"language": "et"})
    assert said.catalogue.frameworks["CARE-1"].title.languages == ("et",)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>a</p><p>b</p>", "a\nb"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("a &lt; b &eacute;", "a < b é"),
        ("<script>alert(1)</script>a<style>p{}</style>", "a"),
        ("<b>a</b> b", "a b"),
        ("no markup", "no markup"),
        ("<", "<"),
        ("", ""),
    ],
)
def test_markup_becomes_plain_words(markup, words):
    assert plain(markup) == words


@given(st.lists(st.text("ab,% \u00e9", min_size=1).map(str.strip).filter(bool)))
def test_id_numbers_survive_being_put_into_one_cell(numbers):
    kept = [each for each in numbers if "%2C" not in each]
    assert related(joined(kept)) == kept


def test_a_catalogue_without_frameworks_is_no_file():
    assert write(Catalogue(), "").document == {}


def test_the_command_writes_a_file_for_each_framework_and_reads_one(tmp_path):
    ours = write_project(tmp_path / "ours", {"competencies/skills.yaml": SKILLS})
    out = tmp_path / "moodle"
    assert ask("-p", ours, "export", "moodle", "--out", out).code == 0
    assert [path.name for path in out.iterdir()] == ["skills.csv"]
    assert ask("-p", tmp_path / "theirs", "import", "moodle", out / "skills.csv").code == 0
    assert load(tmp_path / "theirs").competencies == load(ours).competencies


SKILLS = """\
framework: skills
title: Skills
scale: steps
scales: {steps: {title: Steps, levels: {low: {title: Low}}}}
competencies: {charts: {title: Charts}}
"""


@pytest.mark.parametrize("column", COLUMNS)
def test_the_page_says_what_becomes_of_each_column(column):
    page = Path(__file__).parents[2] / "docs" / "profiles" / "moodle.md"
    assert f"`{column}`" in page.read_text(encoding="utf-8")


def test_a_file_that_is_cut_off_is_told_at_the_row_where_it_ends():
    cut = EXPORTED[: EXPORTED.index("people out") + 10] + '"'
    assert str(reading(cut).problems[-1]) == (
        "care.csv:3: The row has 4 of 14 cells; those that are missing count as empty. "
        "If the file is cut off here, fetch it again. (ragged-row)"
    )
