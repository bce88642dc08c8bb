"""The Open Education API 6: what becomes of a catalogue, and that partners can load it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from curriculum_map.formats.base import Given, Loss
from curriculum_map.formats.importing import addition, read_document
from curriculum_map.formats.oeapi import FORMAT, codes, missing, read, write
from curriculum_map.formats.project import load
from curriculum_map.model import (
    Alignment,
    Credits,
    Descriptor,
    Identifier,
    Institution,
    Level,
    LevelRef,
    Requirement,
    Scale,
    Settings,
    Text,
)
from open_education import COMPONENTS_5, COMPONENTS_6, OFFICIAL, V6, described, items, violations
from published import is_there
from sample import (
    catalogue,
    competency,
    exam,
    framework,
    item,
    outcome,
    pre,
    profile,
    programme,
    teaches,
    text,
    unit,
    works_on,
    written,
)
from shipped import ROOT
from strategies import catalogues

BASE = "https://example.org/curriculum-map/"
BLOOM = Scale(
    id="bloom",
    title=text("Bloom"),
    levels=(
        Level(id="remember", title=text("Remember"), code="bloom_1"),
        Level(id="apply", title=text("Apply"), code="bloom_3"),
    ),
)
SMALL = catalogue(
    BLOOM,
    framework("thinking", "care", scale="bloom", description=text("About"), version="2"),
    competency(
        "judging",
        "doubting",
        framework="thinking",
        area="care",
        code="T1",
        definition=text("Weighs evidence."),
        alignments=(
            Alignment(relation="exact", target="http://data.europa.eu/esco/skill/abc"),
            Alignment(relation="close", target="https://example.net/x"),
        ),
        descriptors=(Descriptor(level="apply", text=text("Judges alone.")),),
    ),
    competency("doubting", framework="thinking", area="care"),
    Institution(
        id="school",
        title=text("School"),
        country="NL",
        identifiers=(
            Identifier(scheme="schac", value="school.nl"),
            Identifier(scheme="ror", value="012"),
        ),
        url="https://school.example",
    ),
    Institution(id="clinic", title=text("Clinic"), part_of="school"),
    unit("statistics", ec=2.5, hours=70, eqf=6, fields=("0542",), languages=("en", "nl")),
    unit(
        "reading",
        outcome("weighs", works_on("judging", "bloom/apply", status="suggested")),
        outcome("mixed", works_on("judging", "bloom/apply"), works_on("vis", 1)),
        exam("weighs", assessment_kind="oral"),
        parts=["talk"],
        requires=pre("statistics"),
        code="R-101",
        entry=text("Some Latin"),
        delivery="on-site",
    ),
    unit("talk", unit_kind="lecture", institution="clinic"),
    programme(
        "medicine",
        item("statistics", year=1),
        item("reading", year=2, choose=1),
        degree="bachelor",
        eqf=6,
        fields=("0912",),
        credits=Credits(ec=180, assumed=True),
        disclaimer=text("Illustrative."),
    ),
    settings=Settings(),
)


def uuid_of(path: str) -> str:
    return str(uuid5(NAMESPACE_URL, BASE + path))


def by_code(name: str) -> dict[str, dict[str, object]]:
    return {each["primaryCode"]["code"]: each for each in items(write(SMALL, ""), name)}


def test_a_course_says_what_the_api_has_a_field_for_and_the_rest_in_ext():
    assert by_code("courses")["reading"] == {
        "courseId": uuid_of("unit/reading"),
        "primaryCode": {"codeType": "identifier", "code": "reading"},
        "name": [{"language": "en", "value": "Reading"}],
        "abbreviation": "R-101",
        "modesOfDelivery": ["presential"],
        "learningOutcomeIds": [
            uuid_of("outcome/reading__weighs"),
            uuid_of("outcome/reading__mixed"),
        ],
        "organisationId": uuid_of("institution/school"),
        "admissionRequirements": [{"language": "en", "value": "Statistics; Some Latin"}],
        "programmeIds": [uuid_of("programme/medicine")],
        "ext": {
            "x-curriculum-map": {
                "requires": "statistics",
                "parts": "talk",
                "entry": {"en": "Some Latin"},
            }
        },
    }


def test_workload_level_field_and_languages_stand_where_the_api_has_them():
    course = by_code("courses")["statistics"]
    assert {
        key: course[key] for key in ("studyLoad", "level", "fieldsOfStudy", "teachingLanguages")
    } == {
        "studyLoad": [
            {"studyLoadUnit": "ects", "value": 2.5},
            {"studyLoadUnit": "sbu", "value": 70},
        ],
        "level": "bachelor",
        "fieldsOfStudy": "0542",
        "teachingLanguages": ["en", "nl"],
    }


def test_a_part_is_a_component_of_its_course():
    assert by_code("learning-components") == {
        "talk": {
            "componentId": uuid_of("unit/talk"),
            "primaryCode": {"codeType": "identifier", "code": "talk"},
            "componentType": "lecture",
            "name": [{"language": "en", "value": "Talk"}],
            "organisationId": uuid_of("institution/clinic"),
            "courseId": uuid_of("unit/reading"),
        }
    }


def test_a_programme_shows_its_disclaimer_and_what_is_assumed():
    said = by_code("programmes")["medicine"]
    assert said["description"] == [{"language": "en", "value": "Illustrative."}]
    assert said["ext"] == {
        "x-curriculum-map": {
            "disclaimer": {"en": "Illustrative."},
            "plan": [
                {"units": "statistics", "year": 1},
                {"units": "reading", "year": 2, "choose": 1},
            ],
            "credits": {"ec": 180, "assumed": True},
        }
    }
    assert (said["level"], said["levelOfQualification"], said["qualificationAwarded"]) == (
        *("bachelor", "eqf_6"),
        "bachelor",
    )


def test_an_institution_that_is_part_of_another_has_a_type_of_ours_for_none_is_known():
    found = by_code("organisations")
    types = {name: each["organisationType"] for name, each in found.items()}
    assert types == {"clinic": "x-part", "school": "root"}
    assert found["school"]["otherCodes"] == [
        {"codeType": "schac_home", "code": "school.nl"},
        {"codeType": "x-ror", "code": "012"},
    ]
    assert found["clinic"]["rootId"] == found["clinic"]["parentId"] == uuid_of("institution/school")


def test_learning_outcomes_stand_below_each_other_from_the_framework_to_the_outcome():
    found = by_code("learning-outcomes")
    ids = {each["learningOutcomeId"]: name for name, each in found.items()}
    above = {name: [ids[i] for i in each.get("parentIds", ())] for name, each in found.items()}
    below = {name: [ids[i] for i in each.get("childIds", ())] for name, each in found.items()}
    assert above["reading/weighs"] == ["judging"]
    assert above["doubting"] == ["judging"]
    assert above["judging"] == ["thinking/care"]
    assert above["thinking/care"] == ["thinking"]
    assert below["judging"] == ["doubting", "reading/weighs", "reading/mixed"]
    assert below["thinking"] == ["thinking/care"]
    assert {(a, b) for a, each in below.items() for b in each} == {
        (a, b) for b, each in above.items() for a in each
    }


def test_only_levels_of_bloom_and_solo_have_their_codes():
    found = by_code("learning-outcomes")
    assert found["reading/weighs"]["complexityLevel"] == "bloom_3"
    assert "complexityLevel" not in found["reading/mixed"]
    other = write(catalogue(unit("a", teaches("vis", 2))), "")
    levels = [each.get("complexityLevel") for each in items(other, "learning-outcomes")]
    assert [level for level in levels if level] == ["x-miller-knows-how"]


def test_concepts_of_other_frameworks_are_codes():
    assert by_code("learning-outcomes")["judging"]["otherCodes"] == [
        {"codeType": "x-esco-uri", "code": "http://data.europa.eu/esco/skill/abc"},
        {"codeType": "x-close-match", "code": "https://example.net/x"},
    ]


def test_what_stands_in_ext_comes_back():
    first = write(SMALL, "")
    assert read(handed(first)).catalogue == SMALL
    assert read(handed(first)).problems == ()


def handed(written, name="oeapi"):
    files = {at: content.encode() for at, content in written.document.items()}
    return Given(name=name, files=files)


def test_what_only_this_program_reads_is_a_loss_all_the_same():
    kept = "The API has no field for it; it stands in `ext`, which only this program reads."
    losses = write(SMALL, "").losses
    assert Loss("plan", "medicine", kept) in losses
    assert Loss("requires", "reading", kept) in losses
    assert Loss("level", "reading/mixed", f"A learning outcome has one level. {kept}") in losses
    assert Loss("status", "reading/weighs/judging", "The API has no place for it.") in losses


def test_what_has_no_name_is_left_out_and_listed_with_its_place():
    nameless = catalogue(
        unit(
            "a",
            written(outcome("o", works_on("vis", 1), text=Text()), 7),
            written(replace(exam("o"), title=Text()), 9),
        )
    )
    out = write(nameless, "")
    assert [*map(str, missing(nameless))] == [
        'curricula/sample.yaml:7: The API takes no outcome without a name: "a/o" is left out. '
        'Say as "text" what the learner can do. (missing-field)',
        'curricula/sample.yaml:9: The API takes no assessment without a name: "a/exam" is left '
        'out. Say as "title" what it is called. (missing-field)',
    ]
    assert items(out, "test-components") == []
    assert [loss.kind for loss in out.losses if "a/o" in loss.name] == ["outcome"]
    assert "learningOutcomeIds" not in items(out, "courses")[0]


def test_an_identifier_given_by_a_partner_is_kept():
    theirs = "333e4567-e89b-12d3-a456-123514174eee"
    known = Institution(
        id="school",
        title=text("School"),
        identifiers=(Identifier(scheme="oeapi", value=theirs),),
    )
    out = write(catalogue(known, unit("a")), "")
    assert items(out, "organisations")[0]["organisationId"] == theirs
    assert items(out, "courses")[0]["organisationId"] == theirs
    assert read(handed(out)).catalogue.institutions["school"] == known


def test_the_same_catalogue_gives_the_same_files():
    assert write(SMALL, "") == write(SMALL, "")


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(catalogues())
def test_every_object_and_page_is_valid(drawn):
    if is_there(V6):
        assert violations(write(drawn, ""), V6, COMPONENTS_6) == []


def test_the_shipped_project_is_valid_and_comes_back_but_for_its_sources():
    if is_there(V6):
        project = load(ROOT)
        out = write(project, "")
        assert violations(out, V6, COMPONENTS_6) == []
        back = read(handed(out)).catalogue
        assert back.units.keys() == project.units.keys()
        assert [u.requires for u in back.units.values()] == [
            u.requires for u in project.units.values()
        ]
        assert [scale.levels for scale in back.scales.values()] == [
            scale.levels for scale in project.scales.values()
        ]
        assert {
            (u.id, o.id, m.competency, m.level, m.status, m.evidence)
            for u in back.units.values()
            for o in u.outcomes
            for m in o.contributions
        } == {
            (u.id, o.id, m.competency, m.level, m.status, m.evidence)
            for u in project.units.values()
            for o in u.outcomes
            for m in o.contributions
        }


@pytest.mark.parametrize("name", codes.ENUMERATIONS)
def test_the_enumerations_are_the_official_ones(name):
    path = OFFICIAL / "v6-enumerations" / f"{name}.yaml"
    if is_there(path):
        official = yaml.safe_load(path.read_text(encoding="utf-8"))["x-ooapi-extensible-enum"]
        assert codes.ENUMERATIONS[name] == set(official)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(catalogues())
def test_values_of_enumerations_are_listed_or_begin_with_x(drawn):
    wrong = [
        (enumeration, value)
        for name in COMPONENTS_6
        for each in items(write(drawn, ""), name)
        for enumeration, value in coded(each)
        if not codes.is_code(enumeration, value)
    ]
    assert wrong == []


def coded(said):
    """Give the values of extensible enumerations in an object, with their enumerations."""
    kinds = {
        "programmeType": "programmeType",
        "organisationType": "organisationType",
        "qualificationAwarded": "qualificationAwarded",
        "level": "level",
        "levelOfQualification": "levelOfQualification",
        "complexityLevel": "learningOutcomeLevel",
    }
    yield from ((kind, said[key]) for key, kind in kinds.items() if key in said)
    if "componentType" in said:
        of_test = said.get("ext", {}).get("x-curriculum-map", {}).get("is") == "assessment"
        kind = "testComponentType" if of_test else "learningComponentType"
        yield kind, said["componentType"]
    yield from (("modeOfDelivery", each) for each in said.get("modesOfDelivery", ()))
    yield from (("studyloadUnit", each["studyLoadUnit"]) for each in said.get("studyLoad", ()))
    for each in (said["primaryCode"], *said.get("otherCodes", ())):
        yield "codeType", each["codeType"]


def test_a_project_that_was_handed_over_can_be_imported(tmp_path):
    reading = read_document(handed(write(SMALL, "")), FORMAT)
    files = addition(reading.catalogue, tmp_path).files
    assert sorted(files) == [
        "competencies/frameworks/framework.yaml",
        "competencies/frameworks/thinking.yaml",
        "competencies/scales.yaml",
        "curricula/clinic.yaml",
        "curricula/school.yaml",
    ]


def test_a_document_says_by_itself_that_there_is_one_page():
    page = json.loads(write(SMALL, "").document["courses.json"])
    del page["items"]
    assert page == {
        "pageSize": 2,
        "pageNumber": 1,
        "hasPreviousPage": False,
        "hasNextPage": False,
        "totalPages": 1,
    }


def test_levels_and_requirements_of_competencies_come_back():
    needs = competency("b", requires={"a": 2})
    back = read(handed(write(catalogue(competency("a"), needs), ""))).catalogue
    assert back.competencies["b"].requires == (
        Requirement(competency="a", level=LevelRef("miller", "knows-how")),
    )


def test_profiles_are_not_carried():
    with_profile = catalogue(profile("basic", vis=1))
    assert (
        Loss("profile", "basic", "The API has no place for it.") in write(with_profile, "").losses
    )


def test_the_official_description_is_the_one_that_was_meant():
    if is_there(V6):
        assert described(V6)["info"]["version"] == "6.0"


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(catalogues())
def test_plans_requisites_parts_and_the_tree_of_competencies_come_back(drawn):
    back = read(handed(write(drawn, ""))).catalogue
    for of in (
        lambda c: {u.id: (u.parts, u.requires, u.unit_kind) for u in c.units.values()},
        lambda c: {
            p.id: [(i.units, i.year, i.term, i.choose, i.credits) for i in p.plan]
            for p in c.programmes.values()
        },
        lambda c: {
            each.id: (each.parts, each.area, each.framework, each.code)
            for each in c.competencies.values()
        },
        lambda c: {
            f"{u.id}/{o.id}": [
                (made.competency, made.level, made.status) for made in o.contributions
            ]
            for u in c.units.values()
            for o in u.outcomes
            if o.text
        },
    ):
        assert of(back) == of(drawn)


PAGE = ROOT / "docs" / "profiles" / "oeapi.md"


def test_the_page_about_the_profile_names_every_list_and_every_field_that_is_written():
    named = set(re.findall(r"`([^` ]+)`", PAGE.read_text(encoding="utf-8")))
    out = write(SMALL, "")
    pages = [json.loads(text) for text in out.document.values()]
    fields = {
        key for page in pages for key in (*page, *(k for each in page["items"] for k in each))
    }
    assert {*fields, *COMPONENTS_6, *COMPONENTS_5} <= named
