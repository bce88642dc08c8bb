"""Curricular Analytics files: what they say, what is wrong in them, and what they cannot say."""

from __future__ import annotations

import csv
import json
import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from curriculum_map.analysis.metric_subjects import unit_requisites
from curriculum_map.analysis.metrics import VIEWS, metrics
from curriculum_map.cli.metrics import app
from curriculum_map.formats import FORMATS
from curriculum_map.formats.base import Loss
from curriculum_map.formats.curricular_analytics import FORMAT, read, read_file
from curriculum_map.formats.curricular_table import (
    COLUMNS,
    CREDIT_HOURS,
    TERM,
)
from curriculum_map.formats.curricular_table import HEADINGS as HEADINGS_OF_A_FILE
from curriculum_map.formats.curricular_table import MEASURED as MEASURES
from curriculum_map.formats.curricular_writing import NO_PLACE, NO_TERM, ONE_PROGRAMME, write
from curriculum_map.model import Credits, Identifier, Workload
from curriculum_map.model.requisites import needed
from sample import all_of, any_of, catalogue, co, item, pre, programme, strict_co, unit
from shipped import ROOT, SHARED
from strategies import catalogues

CONFORMANCE = SHARED / "conformance" / "curricular-analytics"
"""Nine real plans, and what curricularanalytics.org measures of them. They are not ours to ship."""

HEADINGS = ",".join(COLUMNS)
PLAN = f"""\
Curriculum,Shipbuilding,,,,,,,,
Institution,School of Ships,,,,,,,,
Degree Type,BS,,,,,,,,
System Type,semester,,,,,,,,
CIP,14.2201,,,,,,,,
Courses,,,,,,,,,
{HEADINGS}
1,Wood,SHIP,101,,,,4,,
2,Water,SHIP,102,,,,3.5,,
3,Hulls,SHIP,201,1;2,,,4,,Naval architecture
4,Towing tank,SHIP,201L,,,3,1,,
5,Sails,SHIP,210,2,1,,3,Loft,
6,Launch,SHIP,301,3;5;1,,,,,
7,Sea songs,SONG,7,,,,2,,
"""
MEASURED = {
    "1": (4, 3, 0, 7),
    "2": (4, 3, 0, 7),
    "3": (2, 3, 12, 5),
    "4": (0, 3, 0, 3),
    "5": (1, 3, 6, 4),
    "6": (0, 3, 0, 3),
    "7": (0, 1, 0, 1),
}


def measured(text, file="ships.csv"):
    reading = read(text, "csv", file)
    name = next(iter(reading.catalogue.programmes))
    return {row[0]: row[1:5] for row in metrics(reading.catalogue, name).rows}


def problems(text):
    return [str(problem) for problem in read(text, "csv", "ships.csv").problems]


def test_every_course_of_a_plan_is_measured():
    assert measured(PLAN) == MEASURED
    assert problems(PLAN) == []


def test_a_plan_becomes_a_programme_of_units():
    read_plan = read(PLAN, "csv", "ships.csv").catalogue
    ships = read_plan.programmes["shipbuilding"]
    assert (ships.title.show("en"), ships.institution) == ("Shipbuilding", "school-of-ships")
    assert ships.degree == "bachelor"
    assert [(each.scheme, each.value) for each in ships.identifiers] == [
        ("cip", "14.2201"),
        ("degree-type", "BS"),
        ("system-type", "semester"),
    ]
    assert [(each.units, each.year, each.term) for each in ships.plan] == [
        (("1", "2", "3", "4", "5", "6", "7"), None, None)
    ]
    sails = read_plan.units["5"]
    assert (sails.title.show("en"), sails.code, sails.institution) == ("Sails", "SHIP 210", "loft")
    assert sails.requires == all_of(pre("2"), co("1"))
    assert sails.credits == Credits(ec=3, assumed=True, note=CREDIT_HOURS)
    assert read_plan.units["4"].requires == all_of(strict_co("3"))
    assert read_plan.units["6"].credits is None
    assert read_plan.units["3"].note == "Canonical name: Naval architecture"


def test_quarters_weigh_two_thirds():
    text = PLAN.replace("semester", "quarter")
    found = {course: row[3] for course, row in measured(text).items()}
    assert found == {"1": 4.7, "2": 4.7, "3": 3.3, "4": 2, "5": 2.7, "6": 2, "7": 0.7}


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", ",,,,\n"),
        lambda text: re.sub(",+\n", "\n", text),
        lambda text: text.replace("\n", "\n,,,\n\n"),
        lambda text: "# made by hand\n" + text,
        lambda text: text.replace("SHIP", '"SHIP"').replace("3;5;1", '" 3 ; 5; 1;"'),
        lambda text: (
            text.replace(";", " , ").replace("3 , 5 , 1", '"3 , 5 , 1"').replace("1 , 2", '"1 , 2"')
        ),
        lambda text: (
            text.replace(";", "|").replace(",", ";").replace("|", ",").replace("3.5", "3,5")
        ),
    ],
    ids=[
        *("byte-order-mark", "line-ends", "more-commas", "fewer-commas", "blank-lines", "remark"),
        *("quotes", "commas-between-requisites", "semicolons-between-cells"),
    ],
)
def test_another_way_to_save_a_plan_changes_nothing(change):
    assert measured(change(PLAN)) == MEASURED
    assert problems(change(PLAN)) == []


def test_measures_that_stand_in_a_file_are_not_read():
    text = PLAN.replace("Canonical Name", "Canonical Name,Complexity,Blocking,Delay,Centrality")
    text = text.replace("Wood,SHIP,101,,,,4,,", "Wood,SHIP,101,,,,4,,,99,99,99,99")
    assert measured(text) == MEASURED
    assert problems(text) == []


COLUMN = 'There is no column "{}". Its cells count as empty. (missing-field)'


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "semester",
            "semster",
            'ships.csv:4 [B]: "semster" is neither "semester" nor "quarter". '
            'It is read as "semester". (unknown-name)',
        ),
        (
            "semester",
            "lunar",
            'ships.csv:4 [B]: "lunar" is neither "semester" nor "quarter". '
            "It is read as if nothing stood there. (unknown-name)",
        ),
        (
            "1;2,,,4",
            "1;2;99,,,4",
            'ships.csv:10 [E]: There is no course called "99". Known: 1, 2, 3, 4, 5, 6 and 1 more. '
            "The requisite is left out. (unknown-name)",
        ),
        (
            ",3.5,",
            ",three,",
            'ships.csv:9 [H]: "three" is not a number of credit hours from 0 to 500. '
            "The course is read without them. (bad-number)",
        ),
        (
            ",3.5,",
            ",nan,",
            'ships.csv:9 [H]: "nan" is not a number of credit hours from 0 to 500. '
            "The course is read without them. (bad-number)",
        ),
        (
            "Courses,",
            "Head,Miller\nCourses,",
            'ships.csv:6 [A]: "Head" is no heading of a curriculum and is not read. Known: '
            "Curriculum, Degree Plan, Institution, Degree Type, System Type, CIP. (unknown-field)",
        ),
        (
            "CIP,14.2201",
            "CIP,14.2201\nCIP,2",
            'ships.csv:6 [A]: The heading "CIP" stands twice; the first one counts. '
            "(duplicate-key)",
        ),
        (
            "Canonical Name",
            "Canonical Name,Colour",
            'ships.csv:7 [K]: The column "Colour" is not read. (unknown-field)',
        ),
        (
            "Canonical Name",
            "Canonical Name,Number",
            'ships.csv:7 [K]: There is a second column "Number"; the first one counts. '
            "(duplicate-key)",
        ),
        (
            "Wood,SHIP,101,,,,4,,",
            "Wood,SHIP,101,,,,4,,,blue",
            'ships.csv:8 [K]: "blue" stands under no heading and is not read. (unknown-field)',
        ),
        (
            "7,Sea songs",
            ",Sea songs",
            'ships.csv:14 [A]: The course has no id and is called "7" after its place. '
            "(missing-field)",
        ),
        (
            "Curriculum,Shipbuilding",
            "Curriculum,",
            "ships.csv:1 [B]: The curriculum has no name. (missing-field)",
        ),
        (
            "Institution,School of Ships",
            "Institution,",
            "ships.csv:2 [B]: The curriculum names no institution. (missing-field)",
        ),
        (
            "7,,,,2,,\n",
            "7,,,,2,,\nCourse Learning Outcomes\nCourse ID,Learning Outcome\n1,Saws\n",
            'ships.csv:15: The table "Course Learning Outcomes" is not read. (unknown-field)',
        ),
    ],
)
def test_what_is_wrong_in_a_row_is_said_and_the_rest_is_measured(old, new, said):
    text = PLAN.replace(old, new, 1)
    assert problems(text) == [said]
    assert measured(text) == MEASURED


def test_a_missing_column_counts_as_empty():
    shorter = "\n".join(",".join(line.split(",")[:8]) for line in PLAN.splitlines())
    assert measured(shorter) == MEASURED
    assert problems(shorter) == [
        f"ships.csv:7: {COLUMN.format(name)}" for name in ("Canonical Name", "Institution")
    ]


def test_courses_without_any_id_are_numbered():
    lines = PLAN.replace("Course ID,", "").splitlines(keepends=True)
    text = "".join([*lines[:7], *(line.partition(",")[2] for line in lines[7:])])
    assert measured(text) == MEASURED
    assert f"ships.csv:7: {COLUMN.format('Course ID')}" in problems(text)


def test_a_course_that_stands_twice_counts_once_and_is_an_error():
    text = PLAN + "3,Masts,SHIP,9,7,,,1,,\n"
    said = 'ships.csv:15 [A]: There is another course called "3". The first one counts.'
    assert problems(text) == [f"{said} (duplicate-id)"]
    assert measured(text) == MEASURED
    assert len(read(text, "csv", "ships.csv").errors) == 1


def test_courses_that_require_each_other_are_named_and_the_others_measured():
    text = PLAN.replace("1,Wood,SHIP,101,,", "1,Wood,SHIP,101,6,")
    assert problems(text) == [
        f"ships.csv:8 [A]: Units require each other, so nobody can begin: {circle}. "
        "Take one away. (requisite-cycle)"
        for circle in ("1 > 6 > 1", "1 > 6 > 3 > 1", "1 > 6 > 5 > 1")
    ]
    assert measured(text)["2"] == (3, 3, 0, 6)
    assert measured(text)["3"] == (1, 3, 3, 4)


@pytest.mark.parametrize("text", ["", "hello", "Curriculum,x\nCourses\n", PLAN[:5], "\ufeff", "\0"])
def test_a_file_without_courses_is_no_curriculum(text):
    said = (
        'ships.csv: There are no courses. A curriculum has a row "Courses", and below it a row of '
        'headings that begins with "Course ID". (missing-field)'
    )
    assert said in problems(text)
    assert read(text, "csv", "ships.csv").errors


def test_a_degree_plan_places_its_courses_in_terms():
    text = f"""\
Curriculum,Ships
Degree Plan,Slow
Institution,Here
System Type,quarter
Courses
{HEADINGS},Term
1,A,,,,,,,,,4
2,B,,,,,,,,,1
3,C,,,,,,,,,4
4,D,,,,,,,,,never
Additional Courses
{HEADINGS},Term
5,E,,,1,,,,,,6
"""
    assert problems(text) == [
        'ships.csv:10 [K]: "never" is not the number of a term, from 1 to 24. '
        "The course is read without one. (bad-number)"
    ]
    ships = read(text, "csv", "ships.csv").catalogue.programmes["ships"]
    assert [(each.year, each.term, each.units) for each in ships.plan] == [
        (1, 1, ("2",)),
        (2, 1, ("1", "3")),
        (2, 3, ("5",)),
        (None, None, ("4",)),
    ]
    assert Identifier(scheme="degree-plan", value="Slow") in ships.identifiers


@pytest.mark.parametrize("text", [PLAN, PLAN.replace("semester", "quarter")])
def test_what_was_read_survives_writing_and_reading(text):
    first = read(text, "csv", "ships.csv").catalogue
    written = write(first, "csv")
    assert written.losses == ()
    assert read(written.document, "csv", "ships.csv").catalogue == first


def test_a_catalogue_says_what_the_form_cannot_carry():
    asked = catalogue(
        unit("law", hours=3, ec=2),
        unit("ethics"),
        unit("clinic", requires=any_of(pre("law"), pre("history")), unit_kind="practical"),
        unit("history"),
        programme("medicine", item("law", "ethics", year=1), item("clinic", choose=1)),
        programme("dentistry"),
    )
    kept = catalogue(
        *(each for each in asked.units.values()), programme("medicine", *_plan_of(asked))
    )
    assert write(kept, "csv").document == (
        "Curriculum,Medicine\n"
        "Institution,School\n"
        "Degree Type,\n"
        "System Type,\n"
        "CIP,\n"
        "Courses\n"
        "Course ID,Course Name,Prefix,Number,Prerequisites,Corequisites,Strict-Corequisites,"
        "Credit Hours,Institution,Canonical Name\n"
        "1,Law,,,,,,2,,unit:law\n"
        "2,Ethics,,,,,,,,unit:ethics\n"
        "3,Clinic,,,1,,,,,unit:clinic\n"
    )
    assert write(kept, "csv").losses == (
        Loss("choose", "medicine", NO_PLACE),
        Loss("credits", "law", "Credits are written as credit hours, unconverted."),
        Loss("framework", "framework", NO_PLACE),
        Loss("requires", "clinic", "Alternatives are written as if all were required."),
        Loss(
            "requires",
            "clinic",
            'The plan does not have "history", so it is not written as required.',
        ),
        Loss("scale", "miller", NO_PLACE),
        Loss("term", "medicine", NO_TERM),
        Loss("unit", "history", NO_PLACE),
        Loss("unit_kind", "clinic", "Everything is a course."),
        Loss("workload", "law", NO_PLACE),
    )
    assert asked.units["law"].workload == Workload(hours=3)
    assert Loss("programme", "dentistry", ONE_PROGRAMME) in write(asked, "csv").losses


def test_a_programme_without_a_plan_is_written_only_if_none_has_one():
    asked = catalogue(unit("law"), programme("arts"), programme("medicine", item("law")))
    assert write(asked, "csv").document.startswith("Curriculum,Medicine\n")
    assert write(catalogue(programme("arts")), "csv").document.startswith("Curriculum,Arts\n")


def _plan_of(asked):
    return asked.programmes["medicine"].plan


def test_ids_that_are_no_numbers_come_back():
    asked = catalogue(
        unit("doctor-and-ai", requires=all_of(pre("stats.1"))),
        unit("stats.1"),
        programme("medicine", item("doctor-and-ai", "stats.1")),
    )
    back = read(write(asked, "csv").document, "csv", "medicine.csv").catalogue
    assert back.programmes["medicine"].plan[0].units == ("doctor-and-ai", "stats.1")
    assert back.units["doctor-and-ai"].requires == all_of(pre("stats.1"))


@pytest.mark.parametrize("title", ["=1+1", "-x", "'=1", "'@", "it's", "'quoted'", '"a", b'])
def test_a_title_never_becomes_a_formula_and_comes_back(title):
    first = read(
        PLAN.replace("Water", '"' + title.replace('"', '""') + '"'), "csv", "a.csv"
    ).catalogue
    shown = first.units["2"].title.show("en")
    document = write(first, "csv").document
    assert not any(
        cell.startswith(tuple("=+-@")) for row in csv.reader(document.splitlines()) for cell in row
    )
    assert read(document, "csv", "a.csv").catalogue.units["2"].title.show("en") == shown


@settings(max_examples=60)
@given(catalogues())
def test_what_units_of_a_plan_require_of_each_other_survives_writing_and_reading(asked):
    back = read(write(asked, "csv").document, "csv", "again.csv").catalogue
    first = next(iter(asked.programmes.values()), None)
    planned = [unit for each in first.plan for unit in each.units] if first else []
    assert back.units.keys() == set(planned)
    for name in planned:
        before, after = asked.units[name], back.units[name]
        assert required(after, planned) == required(before, planned)
        assert (after.credits and after.credits.ec) == (before.credits and before.credits.ec)


def required(asked, planned):
    return {need for need in needed(asked.requires) if need.unit in planned}


@given(st.text(alphabet="ab1,;\"\n'=# CoursesID", max_size=80))
def test_no_text_keeps_the_reader_from_answering(text):
    read(f"Courses\nCourse ID,Prerequisites\n{text}", "csv", "x.csv")


def test_the_format_stands_in_the_table():
    assert FORMATS["curricular-analytics"] is FORMAT


def test_a_file_in_another_encoding_is_read(tmp_path: Path):
    path = tmp_path / "ships.csv"
    path.write_bytes(PLAN.replace("Wood", "Bücher").encode("cp1252"))
    assert read_file(path).catalogue.units["1"].title.show("en") == "Bücher"


def ask(*arguments):
    return CliRunner().invoke(app, ["metrics", *map(str, arguments)])


def test_the_command_measures_a_file_and_says_what_is_wrong_in_it(tmp_path: Path):
    path = tmp_path / "ships.csv"
    path.write_text(PLAN.replace("semester", "semster"), encoding="utf-8-sig")
    done = ask(path, "--format", "json")
    rows = {row["unit"]: row for row in json.loads(done.stdout)}
    assert list(rows["1"])[:5] == ["unit", "blocking", "delay", "centrality", "complexity"]
    found = {name: tuple(row.values())[1:5] for name, row in rows.items()}
    assert (found, done.exit_code) == (MEASURED, 0)
    assert '"semster" is neither "semester" nor "quarter"' in done.stderr


@pytest.mark.parametrize("show", VIEWS)
def test_the_command_shows_every_view_of_a_file(show, tmp_path: Path):
    path = tmp_path / "ships.csv"
    path.write_text(PLAN, encoding="utf-8")
    ships = read(PLAN, "csv", "ships.csv").catalogue
    done = ask(path, "--show", show, "--format", "json")
    assert json.loads(done.stdout) == VIEWS[show](unit_requisites(ships, "shipbuilding")).records()


def test_the_command_names_courses_that_lead_in_a_circle_and_answers(tmp_path: Path):
    path = tmp_path / "ships.csv"
    path.write_text(PLAN.replace("1,Wood,SHIP,101,,", "1,Wood,SHIP,101,6,"), encoding="utf-8")
    done = ask(path)
    said = (
        "Links among these are left out, for they lead in a circle: 1, 3, 5, 6. (requisite-cycle)"
    )
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (0, said)


@pytest.fixture
def short_numbers():
    """Let Python refuse to print long numbers as early as it can be told to."""
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(sys.int_info.str_digits_check_threshold)
    yield
    sys.set_int_max_str_digits(before)


@pytest.mark.usefixtures("short_numbers")
def test_the_command_prints_counts_of_any_length(tmp_path: Path):
    rows = [f"{n},,,,{';'.join(str(n - i) for i in (1, 2, 3) if n > i)}" for n in range(1, 3_000)]
    path = tmp_path / "long.csv"
    path.write_text("\n".join(["Courses", ",".join(COLUMNS[:5]), *rows]), encoding="utf-8")
    done = ask(path, "--show", "totals", "--format", "csv")
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("centrality"))
    assert len(line.split(",")[1]) > sys.int_info.str_digits_check_threshold


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["medecine"],
            'There is no programme called "medecine". Did you mean "medicine"? (unknown-name)',
        ),
        (
            ["medicine", "--competencies"],
            "Ask for the competencies or for a programme or file, not for both. (bad-question)",
        ),
    ],
)
def test_a_question_that_makes_no_sense_gets_a_sentence_that_helps(arguments, said, tmp_path):
    (tmp_path / "curricula").mkdir()
    (tmp_path / "curricula" / "school.yaml").write_text(SCHOOL, encoding="utf-8")
    done = CliRunner().invoke(app, ["-p", str(tmp_path), "metrics", *arguments])
    assert (done.exit_code, done.stderr) == (2, f"{said}\n")


SCHOOL = """\
institutions: {school: {title: School}}
programmes: {medicine: {title: Medicine, institution: school}}
"""


def real_plans():
    return sorted(CONFORMANCE.glob("plans/*.csv"))


def test_real_plans_are_measured_as_curricular_analytics_does(capsys):
    for path in real_plans():
        correct = CONFORMANCE / "correct" / f"{path.stem}_w_metrics.csv"
        rows = list(csv.reader(correct.read_text(encoding="utf-8-sig").splitlines()))[7:]
        complexity, blocking, delay, centrality = range(-4, 0)
        published = {
            row[0]: tuple(float(row[n]) for n in (blocking, delay, centrality, complexity))
            for row in rows
        }
        for file in (path, correct):
            assert measured(file.read_text(encoding="utf-8"), path.name) == published
        catalogue = read_file(path).catalogue
        assert read(write(catalogue, "csv").document, "csv", path.name).catalogue == catalogue
    if not real_plans():
        assert os.environ.get("CI") != "true", f"{CONFORMANCE} is not there."
        with capsys.disabled():
            print(f"{CONFORMANCE} is not there: nothing was compared with real plans.")


@pytest.mark.parametrize("name", [*HEADINGS_OF_A_FILE, *COLUMNS, TERM, *MEASURES])
def test_the_profile_says_what_becomes_of_each_heading_and_column(name):
    page = ROOT / "docs" / "profiles" / "curricular-analytics.md"
    assert f"`{name}`" in page.read_text(encoding="utf-8")
