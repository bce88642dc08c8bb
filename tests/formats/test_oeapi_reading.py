"""What others publish through the Open Education API is read, and what is wrong with it told."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from asking import ask
from curriculum_map.errors import InvalidProject
from curriculum_map.formats.given import given
from curriculum_map.formats.oeapi import read
from curriculum_map.model import (
    Assessment,
    Contribution,
    Credits,
    Identifier,
    Institution,
    LevelRef,
    Outcome,
    PlanItem,
    Programme,
    Text,
    Unit,
    Workload,
)
from open_education import (
    CUT_OFF,
    EXAMPLES,
    NESTED,
    NO_OBJECT,
    NOT_UTF_8,
    reading,
    said,
    thing,
    uuid,
)
from published import is_there


def english(words):
    return Text((("en", words),))


def lines(found):
    return [str(problem) for problem in found.problems]


def test_the_two_official_examples_of_version_5_are_read():
    if not is_there(EXAMPLES):
        return
    found = read(given(EXAMPLES))
    words = "en-GB"
    assert dict(found.catalogue.institutions) == {
        "oeapi-test-organization": Institution(
            id="oeapi-test-organization",
            title=Text(((words, "OEAPI Test Organization"),)),
            description=Text(((words, "This a Root Organization for Testing"),)),
            country="NL",
            identifiers=(
                Identifier(scheme="otherType", value="This other code for this organization"),
                Identifier(scheme="oeapi", value="333e4567-e89b-12d3-a456-123514174eee"),
            ),
            url="https://openonderwijsapi.nl/#/",
        )
    }
    assert dict(found.catalogue.programmes) == {
        "program-000": Programme(
            id="program-000",
            title=Text(((words, "Program made for testing"),)),
            institution="oeapi-test-organization",
            description=Text(((words, "This program is made for testing "),)),
            degree="bachelor",
            credits=Credits(ec=3),
            languages=("en",),
            identifiers=(Identifier(scheme="oeapi", value="123e4567-e89b-12d3-a456-426614174000"),),
        )
    }
    assert lines(found) == [
        '1-Organization.json: Values of "consumers" are passed over (1). (passed-over)',
        '1-Organization.json: Values of "logo" are passed over (1). (passed-over)',
        '1-Organization.json: Values of "shortName" are passed over (1). (passed-over)',
        '2-Program.json: Values of "abbreviation" are passed over (1). (passed-over)',
    ]


SCHOOL = thing("organisationId", 1, "school", organisationType="root")
MEDICINE = thing("programmeId", 2, "medicine", organisationId=uuid(1), programmeType="programme")
LAW = thing(
    "courseId",
    3,
    "Law 101",
    programmeIds=[uuid(2)],
    organisationId=uuid(1),
    studyLoad=[{"studyLoadUnit": "ects", "value": 5}, {"studyLoadUnit": "hour", "value": 140}],
    learningOutcomeIds=[uuid(5)],
    modesOfDelivery=["presential"],
    level="master",
)
TALK = thing("componentId", 4, "talk", componentType="tutorial", courseId=uuid(3))
WEIGHS = thing("learningOutcomeId", 5, "LO 1", parentIds=[uuid(6)], complexityLevel="bloom_5")
JUDGING = thing("learningOutcomeId", 6, "judging", childIds=[uuid(5)], abbreviation="J")
EXAM = thing(
    "componentId",
    7,
    "exam",
    componentType="oral_test",
    courseId=uuid(3),
    learningOutcomeIds=[uuid(5)],
)
ALL = {"all.json": [SCHOOL, MEDICINE, LAW, TALK, WEIGHS, JUDGING, EXAM]}


def test_a_partner_s_course_is_read_with_its_outcomes_parts_and_tests():
    found = reading(ALL).catalogue
    assert found.units["law-101"] == Unit(
        id="law-101",
        title=english("Law 101"),
        institution="school",
        unit_kind="course",
        credits=Credits(ec=5),
        workload=Workload(hours=140),
        delivery="on-site",
        eqf=7,
        parts=("talk",),
        outcomes=(
            Outcome(
                id="lo-1",
                text=english("Lo 1"),
                contributions=(
                    Contribution(competency="judging", level=LevelRef("bloom", "bloom_5")),
                ),
            ),
        ),
        assessments=(
            Assessment(
                id="exam",
                title=english("Exam"),
                assessment_kind="oral",
                tests=("law-101/lo-1",),
            ),
        ),
    )
    assert found.units["talk"].unit_kind == "other"
    assert found.programmes["medicine"].plan == (PlanItem(units=("law-101",), assumed=True),)
    assert [level.code for level in found.scales["bloom"].levels] == [
        f"bloom_{number}" for number in range(1, 7)
    ]
    assert found.competencies["judging"].code == "J"


def test_what_a_programme_does_not_say_is_assumed_and_told():
    assert lines(reading(ALL)) == [
        'all.json: Components of the type "tutorial" are read as "other" (1). (passed-over)',
        "all.json: Programmes do not say which of their courses everybody takes; all are read as "
        "required (1). (passed-over)",
    ]


def test_levels_that_not_all_outcomes_have_leave_only_held_or_not():
    bare = {**WEIGHS, "learningOutcomeId": uuid(8)}
    del bare["complexityLevel"]
    course = {**LAW, "learningOutcomeIds": [uuid(5), uuid(8)]}
    found = reading({"all.json": [SCHOOL, course, WEIGHS, bare, JUDGING]})
    assert found.catalogue.frameworks["learning-outcomes"].scale == "held-or-not"
    told = "all.json: Levels of learning outcomes are passed over, for not all have one (1)."
    assert f"{told} (passed-over)" in lines(found)


@pytest.mark.parametrize("form", ["pages", "one file", "whole objects", "by list"])
def test_pages_one_file_and_expanded_objects_say_the_same(form):
    course = {
        **LAW,
        "organisation": SCHOOL,
        "learningOutcomes": [{**WEIGHS, "parents": [JUDGING]}],
        "programmes": [MEDICINE],
    }
    del course["organisationId"], course["programmeIds"], course["learningOutcomeIds"]
    things = ALL["all.json"]
    files = {
        "pages": {
            f"{n}.json": {"pageNumber": n, "items": [each]} for n, each in enumerate(things, 1)
        },
        "one file": {"data": things},
        "whole objects": {"data": [course, TALK, EXAM]},
        "by list": {
            "data": {
                "courses": [LAW],
                "programmes": {"items": [MEDICINE]},
                "organisations": [SCHOOL],
                "learning-components": [TALK],
                "test-components": [EXAM],
                "learning-outcomes": [WEIGHS, JUDGING],
            }
        },
    }
    found = reading(files[form]).catalogue
    assert found.units == reading(ALL).catalogue.units
    assert found.programmes == reading(ALL).catalogue.programmes
    assert found.competencies == reading(ALL).catalogue.competencies


def test_an_archive_is_read_like_a_folder(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("export/courses.json", json.dumps({"items": [LAW]}))
        archive.writestr("export/README.md", "# not JSON")
    (tmp_path / "export.zip").write_bytes(packed.getvalue())
    found = read(given(tmp_path / "export.zip"))
    assert list(found.catalogue.units) == ["law-101"]
    assert found.catalogue.units["law-101"].institution == "institution"


@pytest.mark.parametrize(
    ("files", "line"),
    [
        (
            {"f.json": '[{"courseId": "1",\n  "name"'},
            f"f.json:2:9: {CUT_OFF}",
        ),
        (
            {"f.json": json.dumps([LAW])[:-2]},
            f"f.json:1:494: {CUT_OFF}",
        ),
        (
            {"f.json": '["caf\xe9"]'.encode("cp1252")},
            f"f.json: {NOT_UTF_8}",
        ),
        (
            {"f.json": json.dumps([LAW]).encode("utf-16")},
            f"f.json: {NOT_UTF_8}",
        ),
        (
            {"f.json": "[" * 1_000_000},
            f"f.json:1:101: {NESTED}",
        ),
        (
            {"f.json": "[]"},
            f"data: {NO_OBJECT}",
        ),
        ({"f.json": "null"}, "f.json:1:1: Here belongs an object, not nothing. (wrong-type)"),
        (
            {"f.json": [{"personId": uuid(1)}]},
            f"data: {NO_OBJECT}",
        ),
        (
            {"f.json": [{"courseId": None}]},
            'f.json:1:2: The object has no "courseId". (missing-field)',
        ),
        (
            {"f.json": [{"courseId": ["x"]}]},
            "f.json:1:15: Here belongs a text, not a list. (wrong-type)",
        ),
    ],
)
def test_files_that_cannot_be_read_are_refused_with_the_place(files, line):
    with pytest.raises(InvalidProject) as refused:
        reading(files)
    assert line in [str(problem) for problem in refused.value.problems]


def spelled(**changes):
    """Write the course with some fields changed, one field on each line."""
    fields = {"courseId": uuid(3), "primaryCode": LAW["primaryCode"], "name": LAW["name"]}
    return json.dumps([{**fields, **changes}]).replace('], "', '],\n"')


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"name": "Law"}, 'f.json:1:125: Here belongs a list, not "Law". (wrong-type)'),
        ({"name": None}, 'f.json:1:15: A unit needs "title". (missing-field)'),
        ({"name": []}, 'f.json:1:15: A unit needs "title". (missing-field)'),
        ({"name": [["Law"]]}, "f.json:1:126: Here belongs an object, not a list. (wrong-type)"),
        (
            {"name": [{"language": "EN!", "value": "Law"}]},
            'f.json:1:139: "en!" is not a language tag. Languages are written en, nl, et, ... '
            "(bad-form)",
        ),
        (
            {"studyLoad": [{"studyLoadUnit": "ects", "value": "five"}]},
            'f.json:2:50: "five" is not a number from 0 to 500. (bad-number)',
        ),
        (
            {"studyLoad": [{"studyLoadUnit": "ects", "value": -1}]},
            'f.json:2:50: "-1" is not a number from 0 to 500. (bad-number)',
        ),
        ({"studyLoad": 5}, 'f.json:2:14: Here belongs a list, not "5". (wrong-type)'),
        (
            {"learningOutcomeIds": [{"a": 1}], "primaryCode": "LAW"},
            'f.json:1:70: Here belongs an object, not "LAW". (wrong-type)',
        ),
        (
            {"ext": {"x-curriculum-map": {"colour": "red"}}},
            'f.json:2:30: "colour" says nothing about a unit. Known: assessments, assumed, '
            "audience, code, credits, delivery and 18 more. (unknown-field)",
        ),
        (
            {"ext": {"x-curriculum-map": {"requires": "nothing"}}},
            'f.json:2:42: There is no unit called "nothing". Known: law-101. (unknown-name)',
        ),
    ],
)
def test_wrong_values_are_errors_at_their_place(changes, line):
    found = reading({"f.json": spelled(**changes)})
    assert line in lines(found)
    assert [problem.severity for problem in found.problems if str(problem) == line] == ["error"]


def test_null_says_nothing():
    nothing = dict.fromkeys(("description", "studyLoad", "level", "link", "ext", "organisationId"))
    found = reading({"f.json": [SCHOOL, {**LAW, "programmeIds": [], "learningOutcomeIds": None}]})
    again = reading({"f.json": [SCHOOL, {**LAW, "programmeIds": [], **nothing}]})
    assert found.problems == ()
    assert again.catalogue.units["law-101"].credits is None
    assert again.catalogue.units["law-101"].institution == "school"


def test_html_is_kept_as_text_and_told():
    words = "<p>See <a href='javascript:alert(1)'>this</a></p>"
    found = reading({"f.json": [SCHOOL, {**LAW, "description": said(words)}]})
    assert found.catalogue.units["law-101"].description == english(words)
    told = "HTML stands in texts and is kept as text; here first (1). (markup)"
    assert any(line.endswith(told) for line in lines(found))


def test_links_that_lead_nowhere_are_left_out_and_told():
    found = reading({"f.json": [{**LAW, "programmeIds": [uuid(9)], "organisationId": uuid(8)}]})
    warned = [each for each in found.problems if each.code == "unknown-name"]
    assert {(each.message, each.severity) for each in warned} == {
        (f'No institution has the identifier "{uuid(8)}" here; the link is left out.', "warning"),
        (f'No programme has the identifier "{uuid(9)}" here; the link is left out.', "warning"),
    }
    assert found.errors == ()


def test_two_objects_with_one_identifier_are_an_error_that_names_both_places():
    found = reading({"a.json": [LAW], "b.json": [{**LAW, "name": said("Other")}]})
    assert [str(problem) for problem in found.errors] == [
        f'b.json:1:15: There is another object with the "courseId" {uuid(3)} in a.json:1:2. '
        "(duplicate-id)"
    ]


def test_two_objects_with_one_code_get_two_ids():
    other = {**LAW, "courseId": uuid(9)}
    assert list(reading({"a.json": [LAW, other]}).catalogue.units) == ["law-101", "law-101-2"]


def test_components_that_stand_in_each_other_are_an_error():
    one = thing("componentId", 1, "a", componentType="lecture", parentId=uuid(2))
    two = thing("componentId", 2, "b", componentType="lecture", parentId=uuid(1))
    assert [problem.code for problem in reading({"f.json": [one, two]}).errors] == ["parts-cycle"]


BROKEN = {
    "truncated": json.dumps([LAW])[:-20],
    "in another encoding": '["caf\xe9"]'.encode("cp1252"),
    "nested": "[" * 1_000_000,
    "with a wrong type": spelled(name="Law"),
    "with one identifier twice": [LAW, LAW],
}


@pytest.mark.parametrize("name", BROKEN)
def test_nothing_is_written_into_a_project_of_a_broken_file(name, tmp_path):
    content = BROKEN[name]
    content = content if isinstance(content, bytes | str) else json.dumps(content)
    file = tmp_path / "f.json"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    project = tmp_path / "project"
    answer = ask("-p", project, "import", "oeapi", file)
    assert answer.code == 1
    assert "f.json" in answer.err
    assert not project.exists()
