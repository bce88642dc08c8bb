"""Version 5 of the Open Education API: what it calls otherwise, and what it cannot carry."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from test_oeapi import handed

from curriculum_map.formats.base import Loss
from curriculum_map.formats.oeapi import read
from curriculum_map.formats.oeapi.codes import ENUMERATIONS
from curriculum_map.formats.oeapi.older import (
    CODE_TYPES,
    DROPPED,
    RENAMED,
    VALUES,
    now_called,
    three_letters,
    two_letters,
)
from curriculum_map.formats.oeapi.version_5 import missing, write
from curriculum_map.model import Institution
from open_education import COMPONENTS_5, V5, V6, described, items, violations
from published import is_there
from sample import catalogue, item, outcome, pre, programme, text, unit, works_on, written
from strategies import catalogues

SMALL = catalogue(
    written(Institution(id="clinic", title=text("Clinic"), part_of="school"), 3),
    unit(
        "statistics",
        outcome("vis", works_on("vis", 2), text=text("Reads a chart.")),
        ec=3,
        hours=84,
        languages=("nl",),
        description=text("About numbers"),
        parts=["talk"],
        delivery="blended",
    ),
    unit("talk", unit_kind="lecture", languages=("en-GB",), code="T1"),
    written(unit("silent"), 12),
    unit(
        "reading",
        requires=pre("statistics"),
        languages=("en",),
        description=text("About papers"),
        eqf=7,
        institution="clinic",
    ),
    programme(
        "medicine",
        item("statistics"),
        languages=("en",),
        description=text("To heal"),
        degree="master",
        eqf=7,
    ),
)


def properties(path, component):
    """Give the fields of an object in an official description."""
    schemas = described(path)["components"]["schemas"]
    found = set()
    for part in (schemas[component], *schemas[component].get("allOf", ())):
        inner = schemas[part["$ref"].rpartition("/")[2]] if "$ref" in part else part
        found |= inner.get("properties", {}).keys()
    return found


NOW = {
    "Organization": "Organisation",
    "Program": "Programme",
    "Course": "Course",
    "Component": "LearningComponent",
}


@pytest.mark.parametrize(("before", "now"), NOW.items())
def test_every_field_of_version_5_is_one_of_version_6_under_the_name_the_table_gives(before, now):
    if is_there(V5, V6):
        # Of programmes, this became a moment under another name; of courses it did not.
        old, new = properties(V5, before) - {"firstStartDate"}, properties(V6, now)
        assert {RENAMED.get(name, name) for name in old - DROPPED} <= new
        assert [name for name in old & RENAMED.keys() if name in new] == []


def test_the_table_renames_only_what_version_5_has():
    if is_there(V5):
        known = set().union(*(properties(V5, each) for each in COMPONENTS_5.values()))
        assert RENAMED.keys() | DROPPED <= known


ENUMERATED = {
    "programmeType": ("programType", "programmeType"),
    "levelOfQualification": ("levelOfQualification", "levelOfQualification"),
    "qualificationAwarded": ("qualificationAwarded", "qualificationAwarded"),
    "level": ("level", "level"),
    "organisationType": ("organizationType", "organisationType"),
}


@pytest.mark.parametrize("field", ENUMERATED)
def test_every_value_of_version_5_becomes_one_of_version_6(field):
    before, now = ENUMERATED[field]
    if is_there(V5):
        old = described(V5)["components"]["schemas"][before]["enum"]
        assert {now_called(field, value) for value in old} <= ENUMERATIONS[now]
        assert VALUES[field].keys() <= set(old)


def test_every_value_of_version_6_stays_what_it_is():
    for field, (_, now) in ENUMERATED.items():
        assert {now_called(field, value) for value in ENUMERATIONS[now]} == ENUMERATIONS[now]


def test_every_type_of_code_in_the_table_is_one_of_version_5_and_becomes_one_of_version_6():
    if is_there(V5):
        old = described(V5)["components"]["schemas"]["codeType"]["x-ooapi-extensible-enum"]
        assert CODE_TYPES.keys() <= set(old)
    assert set(CODE_TYPES.values()) <= ENUMERATIONS["codeType"]


def test_types_of_components_and_modes_of_delivery_become_those_of_version_6():
    if is_there(V5):
        schemas = described(V5)["components"]["schemas"]
        kinds = {now_called("componentType", each) for each in schemas["componentType"]["enum"]}
        assert kinds - ENUMERATIONS["learningComponentType"] == {"test"}
        modes = schemas["modesOfDelivery"]["items"]["enum"]
        known = {now_called("modesOfDelivery", each) for each in modes}
        assert known - ENUMERATIONS["modeOfDelivery"] == {"situated"}


def test_languages_have_three_letters_in_version_5():
    assert [three_letters(tag) for tag in ("en", "nl-BE", "et", "zh-Hant", "est")] == [
        *("eng", "nld", "est", "zho"),
        "est",
    ]
    assert [two_letters(tag) for tag in ("eng", "nld", "est", "en", "xxx")] == [
        *("en", "nl", "et", "en"),
        "xxx",
    ]


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(catalogues())
def test_every_object_and_page_is_valid(drawn):
    if is_there(V5):
        assert violations(write(drawn, ""), V5, COMPONENTS_5) == []


def test_an_outcome_is_a_text_and_a_level_that_nobody_states_is_called_undefined():
    course = next(each for each in items(write(SMALL, ""), "courses"))
    code = course["primaryCode"]["code"]
    assert code == "reading"
    statistics = items(write(SMALL, ""), "courses")[1]
    kept = ("abbreviation", "level", "teachingLanguage", "studyLoad", "modeOfDelivery")
    assert {key: statistics[key] for key in (*kept, "learningOutcomes")} == {
        "abbreviation": "statistics",
        "level": "undefined",
        "teachingLanguage": "nld",
        "studyLoad": {"studyLoadUnit": "ects", "value": 3},
        "modeOfDelivery": ["hybrid"],
        "learningOutcomes": [[{"language": "en", "value": "Reads a chart."}]],
    }


def test_what_version_5_cannot_do_without_is_listed_and_left_out():
    out = write(SMALL, "")
    assert [*map(str, missing(SMALL))] == [
        "curricula/sample.yaml:3: Version 5 of the API takes no institution without a type such as "
        "faculty, which a part of another institution needs and which cannot be said in a project: "
        '"clinic" is left out. (missing-field)',
        "curricula/sample.yaml:12: Version 5 of the API takes no unit without `description`, what "
        'it is about: "silent" is left out. (missing-field)',
        "curricula/sample.yaml:12: Version 5 of the API takes no unit without `languages`, the "
        'language it is taught in: "silent" is left out. (missing-field)',
    ]
    assert [each["primaryCode"]["code"] for each in items(out, "courses")] == [
        *("reading", "statistics"),
    ]
    gone = '"clinic" is left out, and so the link to it.'
    assert Loss("institution", "reading", gone) in out.losses
    assert "organization" not in items(out, "courses")[0]


def test_losses_say_what_version_5_has_no_place_for():
    said = {(loss.kind, loss.name, loss.reason) for loss in write(SMALL, "").losses}
    assert {
        ("workload", "statistics", "Version 5 of the API has one study load: the credits."),
        ("requires", "reading", "Requisites are written in words."),
        ("id", "statistics/vis", "Outcomes are texts without an id."),
        ("competency", "vis", "Version 5 of the API has no place for it."),
        *{
            (
                "languages",
                "talk",
                "Version 5 of the API has one teaching language, without its region: the first.",
            )
        },
    } <= said


def test_courses_and_components_come_back():
    back = read(handed(write(SMALL, ""))).catalogue
    assert sorted(back.units) == ["reading", "statistics", "talk"]
    assert back.units["statistics"].parts == ("talk",)
    assert back.units["talk"].unit_kind == "lecture"
    assert back.units["statistics"].delivery == "blended"
    assert back.programmes["medicine"].degree == "master"
    assert back.programmes["medicine"].plan[0].units == ("statistics",)
    assert back.settings == SMALL.settings.__class__()
