"""CASE 1.1: each framework is a package that is valid and comes back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft201909Validator, FormatChecker

from curriculum_map.formats.base import Given, Loss
from curriculum_map.formats.case import FORMAT, missing, read, write
from curriculum_map.formats.importing import addition, read_document
from curriculum_map.formats.project import load
from curriculum_map.formats.uuids import uuid_of
from curriculum_map.model import (
    Alignment,
    Catalogue,
    Descriptor,
    Requirement,
    Settings,
    Text,
)
from published import is_there
from sample import (
    MILLER,
    catalogue,
    competency,
    framework,
    level,
    profile,
    text,
    unit,
    written,
)
from shipped import ROOT, SHARED
from strategies import catalogues

SCHEMA = SHARED / "conformance" / "case" / "official" / "case-v1p1-cfpackage.schema.json"
BASE = "https://example.org/curriculum-map/"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
NOW = "2025-04-24T00:00:00+00:00"
SMALL = catalogue(
    framework(
        "framework",
        "area",
        publisher="School",
        licence=LICENCE,
        version="2",
        disclaimer=text("Illustrative."),
    ),
    competency(
        "charts",
        "axes",
        "legends",
        code="C1",
        title=Text((("en", "Charts"), ("nl", "Grafieken"))),
        definition=text("Reads a chart."),
        competency_kind="skill",
        note="Since 2020",
        descriptors=(Descriptor(level="does", text=text("Alone")),),
    ),
    competency("axes", competency_kind="knowledge"),
    competency("legends", replaced_by=("axes",), deprecated=True),
    competency(
        "papers",
        requires={"charts": 2},
        alignments=(
            Alignment(
                relation="exact", target="http://data.europa.eu/esco/skill/abc", label="read"
            ),
            Alignment(relation="broad", target="https://example.net/x", note="Nearly"),
        ),
    ),
    settings=Settings(),
)


@pytest.fixture(autouse=True)
def _at_one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1745452800")


@cache
def validator() -> Any:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft201909Validator(schema, format_checker=FormatChecker())


def violations(catalogue: Catalogue) -> list[str]:
    return [
        f"{name} {each.json_path}: {each.message}"
        for name, package in packages(catalogue).items()
        for each in validator().iter_errors(package)
    ]


def packages(catalogue: Catalogue) -> dict[str, Any]:
    return {name: json.loads(text) for name, text in write(catalogue, "").document.items()}


def handed(catalogue: Catalogue) -> Given:
    document = write(catalogue, "").document
    return Given(name="case", files={name: text.encode() for name, text in document.items()})


@pytest.fixture
def package() -> Any:
    return packages(SMALL)["framework.json"]


def known(path: str) -> dict[str, str]:
    return {"identifier": uuid_of(BASE + path), "uri": BASE + path}


def link(path: str, title: str) -> dict[str, str]:
    return {"title": title, **known(path)}


def test_the_document_says_who_published_the_framework_under_which_licence(package):
    assert package["CFDocument"] == {
        **known("framework/framework"),
        "caseVersion": "1.1",
        "creator": "School",
        "publisher": "School",
        "title": "Framework",
        "version": "2",
        "language": "en",
        "notes": "Illustrative.",
        "licenseURI": {"title": LICENCE, "identifier": uuid_of(LICENCE), "uri": LICENCE},
        "lastChangeDateTime": NOW,
    }


def test_a_competency_is_an_item_of_its_kind(package):
    (item,) = (each for each in package["CFItems"] if each.get("humanCodingScheme") == "C1")
    assert item == {
        **known("competency/charts"),
        "fullStatement": "Reads a chart.",
        "abbreviatedStatement": "Charts",
        "CFItemType": "Skill",
        "CFItemTypeURI": link("item-type/skill", "Skill"),
        "humanCodingScheme": "C1",
        "notes": "Since 2020",
        "language": "en",
        "lastChangeDateTime": NOW,
        "extensions": {
            "x-curriculum-map": {
                "is": "Competency",
                "id": "charts",
                "title": {"en": "Charts", "nl": "Grafieken"},
                "levels": {"does": {"text": {"en": "Alone"}}},
            }
        },
    }


def test_the_types_of_items_are_defined(package):
    types = package["CFDefinitions"]["CFItemTypes"]
    assert [(each["title"], each["hierarchyCode"]) for each in types] == [
        *(("Area", "1"), ("Competency", "2"), ("Knowledge", "2.1"), ("Skill", "2.2")),
    ]


def associations(package, type_):
    return [
        (
            each["originNodeURI"]["uri"],
            each["destinationNodeURI"]["uri"],
            each.get("sequenceNumber"),
        )
        for each in package["CFAssociations"]
        if each["associationType"] == type_
    ]


def test_items_stand_below_the_document_areas_and_each_other_in_their_order(package):
    area, charts = f"{BASE}area/framework__area", f"{BASE}competency/charts"
    assert associations(package, "isChildOf") == [
        (area, f"{BASE}framework/framework", 1),
        (charts, area, 1),
        (f"{BASE}competency/axes", charts, 1),
        (f"{BASE}competency/legends", charts, 2),
        (f"{BASE}competency/papers", area, 2),
    ]
    assert associations(package, "isPartOf") == [
        (f"{BASE}competency/axes", area, None),
        (f"{BASE}competency/legends", area, None),
    ]


def test_what_is_required_precedes_and_what_replaces_is_named(package):
    charts, papers = f"{BASE}competency/charts", f"{BASE}competency/papers"
    assert associations(package, "precedes") == [(charts, papers, None)]
    replaced = (f"{BASE}competency/legends", f"{BASE}competency/axes", None)
    assert associations(package, "replacedBy") == [replaced]


def test_a_match_with_a_concept_of_others_says_of_which_sort_it_is(package):
    found = {each["associationType"]: each for each in package["CFAssociations"]}
    skill = "http://data.europa.eu/esco/skill/abc"
    assert found["exactMatchOf"]["destinationNodeURI"] == {
        "title": "read",
        "identifier": uuid_of(skill),
        "uri": skill,
        "targetType": "ext:concept",
    }
    assert found["ext:broadMatch"]["notes"] == "Nearly"


def test_the_scale_is_a_rubric_with_a_criterion_for_each_competency_that_describes_levels(package):
    (rubric,) = package["CFRubrics"]
    general, charts = rubric["CFRubricCriteria"]
    assert rubric["title"] == general["category"] == "Miller"
    assert [(each["quality"], each["score"]) for each in general["CFRubricCriterionLevels"]] == [
        (each.title.show("en"), rank) for rank, each in enumerate(MILLER.levels, 1)
    ]
    assert charts["CFItemURI"] == link("competency/charts", "Charts")
    (only,) = charts["CFRubricCriterionLevels"]
    assert (only["quality"], only["description"], only["score"]) == ("does", "Alone", 4)


def test_a_framework_comes_back_with_what_stands_in_extensions():
    found = read(handed(SMALL))
    kept = ("settings", "scales", "frameworks", "competencies")
    assert {name: getattr(found.catalogue, name) for name in kept} == {
        name: getattr(SMALL, name) for name in kept
    }
    assert found.problems == ()


def test_what_a_partner_changed_in_a_text_is_read():
    package = packages(SMALL)["framework.json"]
    for item in package["CFItems"]:
        if item.get("humanCodingScheme") == "C1":
            item["abbreviatedStatement"] = "Graphs"
    files = {"framework.json": json.dumps(package).encode()}
    found = read(Given(name="case", files=files)).catalogue
    assert found.competencies["charts"].title == text("Graphs")


def test_several_frameworks_are_several_packages_that_refer_to_each_other():
    two = catalogue(
        framework("one", "area", publisher="P", licence=LICENCE),
        framework("two", "area", publisher="P", licence=LICENCE),
        competency("whole", "part", framework="one", requires={"other": 1}),
        competency("part", framework="two"),
        competency("other", framework="two"),
    )
    assert list(write(two, "").document) == ["framework.json", "one.json", "two.json"]
    assert read(handed(two)).catalogue.competencies == two.competencies


def test_what_case_has_no_place_for_is_lost():
    losses = write(catalogue(unit("a"), profile("p", vis=1)), "").losses
    reason = "A package of CASE has no place for it."
    assert {Loss("unit", "a", reason), Loss("profile", "p", reason)} <= set(losses)
    in_extensions = (
        "CASE has no field for it; it stands in `extensions`, which only this program reads."
    )
    assert Loss("level", "papers/charts", in_extensions) in write(SMALL, "").losses
    assert Loss("scale", "framework", in_extensions) in write(SMALL, "").losses


def test_who_created_a_framework_and_its_licence_are_asked_for_and_not_made_up():
    bare = catalogue(written(framework("framework", "area"), 3), competency("a"))
    assert [*map(str, missing(bare))] == [
        'curricula/sample.yaml:3: CASE wants to know who created "framework", and none is made up: '
        'say "publisher". Until then it is empty. (missing-field)',
        'curricula/sample.yaml:3: Registries take "framework" only with its licence, and none is '
        'made up: say "licence". (missing-field)',
    ]
    document = packages(bare)["framework.json"]["CFDocument"]
    assert document["creator"] == ""
    assert "licenseURI" not in document


def test_the_moment_of_the_last_change_is_that_of_writing(monkeypatch):
    assert write(SMALL, "") == write(SMALL, "")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    moments = {each["lastChangeDateTime"] for each in packages(SMALL)["framework.json"]["CFItems"]}
    assert moments == {"1970-01-01T00:00:00+00:00"}


@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(catalogues())
def test_every_package_is_valid_and_names_nothing_twice(drawn):
    if is_there(SCHEMA):
        assert violations(drawn) == []
    for package in packages(drawn).values():
        for kind in ("CFItems", "CFAssociations"):
            identifiers = [each["identifier"] for each in package.get(kind, ())]
            assert len(identifiers) == len(set(identifiers))
        assert None not in values(package)


def values(said: Any) -> Iterator[Any]:
    """Give everything that stands in a document."""
    inner = said.values() if isinstance(said, dict) else said if isinstance(said, list) else ()
    yield said
    for each in inner:
        yield from values(each)


def test_the_shipped_framework_is_valid_and_comes_back():
    project = load(ROOT)
    if is_there(SCHEMA):
        assert violations(project) == []
    back = read(handed(project)).catalogue
    assert {
        c.id: (c.title, c.definition, c.parts, c.descriptors) for c in back.competencies.values()
    } == {
        c.id: (c.title, c.definition, c.parts, c.descriptors) for c in project.competencies.values()
    }


def test_a_package_can_be_imported_into_a_project(tmp_path):
    reading = read_document(handed(SMALL), FORMAT)
    assert sorted(addition(reading.catalogue, tmp_path).files) == [
        "competencies/frameworks/framework.yaml",
        "competencies/scales.yaml",
    ]


def test_a_requirement_keeps_its_level_and_its_note():
    noted = Requirement(competency="a", level=level(3), note="Soon", assumed=True)
    asked = catalogue(competency("a"), replace(competency("b"), requires=(noted,)))
    assert read(handed(asked)).catalogue.competencies["b"].requires == (noted,)


def test_the_page_about_the_profile_names_every_field_of_a_package(package):
    page = (ROOT / "docs" / "profiles" / "case.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([^` ]+)`", page))
    everywhere = {"identifier", "CFItemTypeURI", "associationType", "originNodeURI"}
    everywhere |= {"destinationNodeURI", "caseVersion"}
    parts = (*package["CFItems"], *package["CFAssociations"], package["CFDocument"])
    assert {key for each in parts for key in each} - everywhere <= named
    assert {each["associationType"] for each in package["CFAssociations"]} <= named
