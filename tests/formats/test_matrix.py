"""A matrix is read by a declaration: every cell becomes what the declaration says, or a problem."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.base import Given
from curriculum_map.formats.matrix.codes import Codes
from curriculum_map.formats.matrix.declaration import (
    Code,
    CompetencyPlaces,
    Declaration,
    ElectiveGroup,
    SheetInFile,
    UnitPlaces,
    read_declaration,
)
from curriculum_map.formats.matrix.files import read
from curriculum_map.formats.record import record_of
from curriculum_map.model import Credits, LevelRef, PlanItem, Text, by_id
from curriculum_map.model.checks import problems_of
from matrices import DECLARATION, DUTCH, DUTCH_DECLARATION, workbook
from sample import catalogue, competency, framework, scale, teaches, unit, written

GROWTH = ("introduced", "reinforced", "mastered")


def reading(data=None, declaration=DECLARATION, name="medicine.xlsx", project=None):
    files = {name: workbook() if data is None else data}
    files[f"{name}.codes.yaml"] = declaration.encode()
    return read(Given(name=name, files=files, project=project))


def dutch(text=DUTCH, declaration=DUTCH_DECLARATION, **said):
    return reading(text.encode("cp1252"), declaration, "leerlijn.csv", **said)


def said_of(catalogue):
    """Give unit and competency to the level, with a star where the unit tests it."""
    return {
        (unit.id, made.competency): made.level.level
        + "*" * any(f"{unit.id}/{each.id}" in test.tests for test in unit.assessments)
        for unit in catalogue.units.values()
        for each in unit.outcomes
        for made in each.contributions
    }


def test_every_cell_of_a_workbook_with_two_matrices_counts_for_its_unit():
    found = reading().catalogue
    assert said_of(found) == {
        ("ai-project", "C1"): "mastered*",
        ("ai-project", "C3"): "reinforced",
        ("anatomy", "C1"): "introduced",
        ("data-in-care", "C1"): "reinforced*",
        ("ehealth", "C2"): "reinforced",
        ("genomics", "C3"): "reinforced",
        ("imaging", "C1"): "mastered",
        ("law", "C3"): "mastered",
        ("statistics", "C2"): "introduced",
        ("trials", "C1"): "reinforced",
        ("trials", "C3"): "mastered",
    }
    assert list(problems_of(found)) == []


def test_headings_make_the_plan_and_blocks_of_electives_its_groups():
    bachelor, master = reading().catalogue.programmes.values()
    assert bachelor.plan == (
        PlanItem(units=("anatomy", "statistics"), year=1, term=1),
        PlanItem(units=("data-in-care",), year=1, term=2),
        PlanItem(
            units=("ehealth", "ai-project"),
            year=2,
            term=1,
            choose=1,
            title=Text((("en", "Free choice"),)),
        ),
    )
    assert master.plan == (
        PlanItem(units=("trials", "data-in-care")),
        PlanItem(units=("imaging", "genomics", "law"), choose=2),
    )
    assert (bachelor.title.show("en"), bachelor.institution) == ("Bachelor of Medicine", "school")


def test_a_cell_is_the_evidence_of_what_it_says_and_its_place():
    project = reading().catalogue.units["ai-project"]
    (first, _) = project.outcomes
    (made,) = first.contributions
    assert (first.id, made.status) == ("C1", "declared")
    assert made.evidence == 'medicine.xlsx!Bachelor!H6: "M*"'
    assert str(made.where) == "medicine.xlsx!Bachelor!H6"
    assert made.level == LevelRef("growth", "mastered")


def test_merged_headings_count_for_every_line_they_cover():
    found = reading().catalogue
    assert {name: each.area for name, each in found.competencies.items()} == {
        "C1": "data",
        "C2": "data",
        "C3": "ethics",
        "C4": "ethics",
    }
    assert found.competencies["C4"].title == Text((("en", "Speaks up"),))
    assert [area.title.show("en") for area in found.frameworks["data"].areas] == ["Data", "Ethics"]


def test_what_a_second_sheet_says_of_a_unit_is_added():
    assert reading().catalogue.units["data-in-care"].credits == Credits(ec=2.5)


def test_everything_that_is_no_code_is_told_at_its_cell_and_nothing_is_lost_silently():
    assert [str(problem) for problem in reading().problems] == [
        'medicine.xlsx!Bachelor!E8: "Q" is not one of I, R, M, A, * or -. (unknown-code)',
        'medicine.xlsx!Bachelor!F8: "A" says that it is assessed, but not at what level. Write a '
        "level beside it, or declare one for it. (code-without-level)",
        'medicine.xlsx!Bachelor!A17: 1 filled cell is not read, from "To be decided in June: '
        'consent in year 3." on: outside D6:H9 and its headings. What shall be passed over can be '
        'named under "leave-out". (passed-over)',
        'medicine.xlsx!Notes!A1: The declaration does not name the sheet "Notes"; it is not read. '
        "(passed-over)",
    ]


def test_a_dutch_text_file_is_read_with_units_in_rows():
    found = dutch()
    assert found.problems == ()
    assert said_of(found.catalogue) == {
        ("anatomie", "weegt-toestemming"): "weet",
        ("keuzevak-e-health", "legt-bias-uit"): "laat-zien",
        ("keuzevak-e-health", "weegt-toestemming"): "doet*",
        ("statistiek", "legt-bias-uit"): "weet",
        ("statistiek", "schoont-data-op"): "weet-hoe",
        ("zorgdata", "legt-bias-uit"): "weet-hoe",
        ("zorgdata", "schoont-data-op"): "doet",
        ("zorgdata", "weegt-toestemming"): "weet-hoe",
    }
    (programme,) = found.catalogue.programmes.values()
    assert [(each.units, each.year, each.choose) for each in programme.plan] == [
        (("statistiek", "anatomie"), 1, None),
        (("zorgdata",), 2, None),
        (("keuzevak-e-health",), 2, 1),
    ]
    areas = [each.area for each in found.catalogue.competencies.values()]
    assert areas == ["gegevens", "gegevens", "ethiek"]
    assert found.catalogue.settings.languages == ("nl",)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            ";doet;Weet",
            ";dut;Weet",
            'leerlijn.csv:6: Column D: "dut" is not one of weet, weet hoe, laat zien, doet or '
            "getoetst. (unknown-code)",
        ),
        (
            "\n2;Zorg",
            "\ntwee;Zorg",
            'leerlijn.csv:6: Column A: "twee" says no year or term from 1 to 12. Say which it '
            'means under "numbers". (bad-number)',
        ),
        (
            "Zorgdata",
            "Statistiek",
            'leerlijn.csv:6: Column B: This and leerlijn.csv:4 both name the unit "statistiek". '
            "Give one of them another id or title. (duplicate-id)",
        ),
        (
            ";Zorgdata",
            ";",
            "leerlijn.csv:6: Column B: Codes stand here without a name. Write it, or leave the "
            "line out. (missing-field)",
        ),
    ],
)
def test_what_is_wrong_in_a_text_file_is_told_by_line_and_column(old, new, said):
    assert [str(each) for each in dutch(DUTCH.replace(old, new, 1)).problems] == [said]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "  weet: weet\n",
            "  weet: wet\n",
            'leerlijn.csv.codes.yaml:7:3: There is no level called "wet" on "miller". '
            'Did you mean "weet"? (unknown-name)',
        ),
        (
            "scale: miller",
            "scale: muller",
            'leerlijn.csv.codes.yaml:3:14: There is no scale called "muller". '
            'Did you mean "miller"? (unknown-name)',
        ),
        (
            "competencies: {area: row 2, title: row 3}",
            "competencies: {area: row 2, title: column B}",
            "leerlijn.csv.codes.yaml:13:3: Units have a heading row and competencies a heading "
            "column, or the other way round, in which at least an "
            '"id", a "title" or a "code" stands. (bad-declaration)',
        ),
        (
            "language: nl",
            "langauge: nl",
            'leerlijn.csv.codes.yaml:2:1: "langauge" says nothing about a declaration. '
            'Did you mean "language"? (unknown-field)',
        ),
        (
            "cells: C4:E8",
            "cells: 4-8",
            'leerlijn.csv.codes.yaml:15:12: "4-8" is not a block such as D5:K20. (bad-form)',
        ),
    ],
)
def test_what_is_wrong_in_a_declaration_is_told_at_its_place(old, new, said):
    assert old in DUTCH_DECLARATION
    try:
        problems = dutch(declaration=DUTCH_DECLARATION.replace(old, new, 1)).problems
    except InvalidProject as error:
        problems = error.problems
    assert said in [str(each) for each in problems]


def test_headings_without_digits_are_years_and_terms_as_declared():
    text = DUTCH.replace("\n1;", "\nPropedeuse;", 1)
    declared = DUTCH_DECLARATION + "numbers: {Propedeuse: 1}\n"
    assert dutch(text, declared).catalogue == dutch().catalogue


def test_a_sheet_that_is_not_there_is_told_with_the_nearest_name():
    declared = DECLARATION.replace("  Master:\n", "  Masters:\n")
    said = [str(each) for each in reading(declaration=declared).problems]
    place = next(n for n, line in enumerate(declared.splitlines(), 1) if "Masters:" in line)
    assert (
        f'medicine.xlsx.codes.yaml:{place}:3: There is no sheet called "Masters". '
        'Did you mean "Master"? (unknown-name)'
    ) in said


def test_sheets_that_contradict_each_other_are_told():
    declared = DECLARATION.replace("A: {assessed: true}", "A: {level: mastered}")
    found = reading(declaration=declared).problems
    assert [str(each) for each in found if each.code == "cells-disagree"] == [
        'medicine.xlsx!Master!C5: "R*" says something else about it than '
        "medicine.xlsx!Bachelor!F6. (cells-disagree)"
    ]


OURS = catalogue(
    scale("growth", *GROWTH),
    framework("ours", "data", scale="growth"),
    competency("bias", framework="ours", area="data", title=Text((("en", "Explains Bias"),))),
    competency("C2", framework="ours", area="data"),
    competency("consent", framework="ours", area="data", title=Text((("en", "Weighs consents"),))),
    unit("stats", teaches("C2", "growth/introduced"), title=Text((("en", "Statistics"),))),
)


def test_what_the_project_has_is_found_by_id_else_by_title_and_what_is_nearly_so_is_told():
    found = reading(project=OURS)
    assert {"bias", "C2", "C3", "C4", "consent"} == found.catalogue.competencies.keys()
    assert found.catalogue.competencies["C2"] == OURS.competencies["C2"]
    assert said_of(found.catalogue)["anatomy", "bias"] == "introduced"
    assert said_of(found.catalogue)["stats", "C2"] == "introduced"
    near = [str(each) for each in found.problems if each.code == "near-title"]
    assert near == [
        'medicine.xlsx!Bachelor!B8: "Weighs consent" is new and will be called "C3". If "consent" '
        "of the project is meant, write its id or its exact title. (near-title)",
    ]


def test_a_title_that_several_things_have_is_no_name():
    twin = replace(OURS.competencies["bias"], id="bias-2")
    project = replace(OURS, competencies=by_id({**OURS.competencies, "bias-2": twin}))
    assert [
        str(each) for each in reading(project=project).problems if each.code == "ambiguous-title"
    ] == [
        f'medicine.xlsx!{cell}: "Explains bias" is the title of bias, bias-2 in the project. '
        "Write the id of the competency that is meant. (ambiguous-title)"
        for cell in ("Bachelor!B6", "Master!C1")
    ]


def test_what_a_unit_of_the_project_says_of_itself_stays():
    project = replace(
        OURS,
        units=by_id(
            {"stats": replace(OURS.units["stats"], outcomes=(teaches("C2", "growth/mastered"),))}
        ),
    )
    found = reading(project=project)
    assert said_of(found.catalogue)["stats", "C2"] == "mastered"
    assert (
        'medicine.xlsx!Bachelor!E7: "stats" of the project says something else here, which stays. '
        "(passed-over)"
    ) in [str(each) for each in found.problems]


def test_that_cells_add_to_a_unit_of_the_project_is_told():
    law = written(unit("law", institution="school"), 7, "curricula/law.yaml")
    project = replace(OURS, units=by_id({**OURS.units, "law": law}))
    found = [str(each) for each in reading(project=project).problems]
    assert (
        'medicine.xlsx!Master!D9: Cells add to "law", which the project describes in '
        "curricula/law.yaml:7. (adds-to-unit)"
    ) in found


def test_required_levels_make_a_role_profile_that_the_programme_aims_at():
    declared = DUTCH_DECLARATION.replace("title: row 3}", "title: row 3, required: row 9}")
    declared = declared.replace("programme: geneeskunde", "programme: geneeskunde\n    aims: arts")
    found = dutch(DUTCH + ";Eindniveau;doet;;laat zien\n", declared)
    assert found.problems == ()
    assert found.catalogue.programmes["geneeskunde"].aims == ("arts",)
    assert {
        each.competency: each.level.level for each in found.catalogue.profiles["arts"].requires
    } == {"legt-bias-uit": "doet", "weegt-toestemming": "laat-zien"}


CODES = Codes(
    [
        Code(code="I", level="i"),
        Code(code="M", level="m"),
        Code(code="A", assessed=True),
        Code(code="*", assessed=True),
        Code(code="knows how", level="k"),
        Code(code="i/m", level="both"),
        Code(code="x", level="low"),
        Code(code="X", level="high"),
    ]
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("I", ["I"]),
        ("i", ["I"]),
        ("I,A", ["I", "A"]),
        (" I / A ", ["I", "A"]),
        ("M*", ["M", "*"]),
        ("M A", ["M", "A"]),
        ("I\nM", ["I", "M"]),
        ("Knows  how; A", ["knows how", "A"]),
        ("i/m", ["i/m"]),
        ("x", ["x"]),
        ("X", ["X"]),
        ("Q", None),
        ("I,Q", None),
        ("IM", None),
        (",", None),
        ("I?", None),
    ],
)
def test_a_cell_holds_one_code_or_several_and_nothing_else(text, codes):
    found = CODES.read(text)
    assert (found and [each.code for each in found]) == codes


def test_a_declaration_that_names_no_framework_or_is_empty_is_refused():
    for text, said in (
        (b"", "x.yaml: There is nothing in this file. Fill it or delete it. (empty-file)"),
        (
            DECLARATION.replace("  data: {title: Data, scale: growth}\n", "  {}\n").encode(),
            'x.yaml:1:1: Name a framework under "frameworks". (missing-field)',
        ),
    ):
        with pytest.raises(InvalidProject, match=re.escape(said)):
            read_declaration(text, "x.yaml")


PAGE = (Path(__file__).parents[2] / "docs" / "profiles" / "matrix.md").read_text(encoding="utf-8")


def test_the_example_of_the_page_is_a_declaration():
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    said = read_declaration(example.encode(), "page.yaml")
    assert [each.name for each in said.sheets] == ["Bachelor"]


@pytest.mark.parametrize(
    "cls", [Declaration, SheetInFile, UnitPlaces, CompetencyPlaces, ElectiveGroup]
)
def test_the_page_names_every_field_of_a_declaration(cls):
    missing = {key for key in record_of(cls).keys if f"`{key}`" not in PAGE} - {"name"}
    assert missing == set()
