"""Courses for search engines and course portals: what they accept, and what has to be said."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache

import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, RDFS

from conforming import RULES, SHAPES, graph, violations
from curriculum_map.formats import FORMATS
from curriculum_map.formats.project import load
from curriculum_map.formats.rdf.schema_org import missing
from curriculum_map.model import Catalogue, Credits, Identifier, Institution, Text, Workload
from published import is_there
from sample import (
    all_of,
    any_of,
    catalogue,
    co,
    competency,
    examined,
    framework,
    item,
    pre,
    programme,
    teaches,
    text,
    unit,
    written,
)
from shipped import ROOT
from strategies import catalogues

BASE = "https://example.org/curriculum-map/"
SCHEMA = rdflib.Namespace("https://schema.org/")
VOCABULARY = RULES / "schemaorg-30.0" / "schemaorg-current-https.ttl"

SCHOOL = Institution(
    id="school",
    title=text("School"),
    description=text("Teaches."),
    country="NL",
    url="https://school.example/",
    identifiers=(Identifier(scheme="ror", value="01"),),
)
FACULTY = Institution(id="faculty", title=text("Faculty"), part_of="school")
STATISTICS = unit("statistics", examined("counting", 1), delivery="on-site")
LAW = unit(
    "law",
    teaches("privacy", 2, status="suggested", assumed=True),
    examined("counting", 2),
    parts=("statistics",),
    requires=all_of(pre("statistics"), any_of(co("ethics"), pre("statistics"))),
    hours=28,
    ec=7.5,
    code="LAW1",
    delivery="online",
    description=text("About the law."),
    entry=text("Some patience"),
    audience=text("Students"),
    languages=("en", "nl"),
    fields=("0912",),
    eqf=6,
    url="https://school.example/law",
    assumed=True,
)
ETHICS = unit("ethics", teaches("privacy", 1), institution="faculty")
THINGS = (
    SCHOOL,
    FACULTY,
    STATISTICS,
    LAW,
    ETHICS,
    competency("privacy", requires={"counting": 1, "reading": 1}, code="P", definition=text("It.")),
    competency("counting"),
    competency("reading"),
    framework(
        "framework",
        "area",
        disclaimer=text("Illustrative."),
        version="1",
        licence="https://x.example/l",
    ),
    programme(
        "medicine",
        item("statistics"),
        item("law", "ethics", choose=1, year=2),
        degree="master",
        credits=Credits(ec=180),
        description=text("All of it."),
        disclaimer=text("Not all of it."),
        identifiers=(Identifier(scheme="register", value="7"),),
        url="https://school.example/medicine",
    ),
)


def said(given: Catalogue) -> rdflib.Graph:
    return graph(FORMATS["schema-org"].write(given, "json-ld").document, "json-ld")


def nodes(*things) -> dict[str, dict[str, object]]:
    """Give the nodes of the JSON-LD by the last part of their IRIs."""
    document = json.loads(FORMATS["schema-org"].write(catalogue(*things), "json-ld").document)
    return {each["@id"].removeprefix(BASE): each for each in document["@graph"]}


def en(words: str) -> dict[str, str]:
    return {"@language": "en", "@value": words}


def to(path: str) -> dict[str, str]:
    return {"@id": BASE + path}


def test_a_unit_is_a_course_that_teaches_and_assesses_competencies_by_their_iris():
    course = nodes(*THINGS)["unit/law"]
    assert course == {
        "@id": f"{BASE}unit/law",
        "@type": "Course",
        "conformsTo": "https://bioschemas.org/profiles/Course/1.0-RELEASE",
        "name": en("Law"),
        "description": en("About the law."),
        "disambiguatingDescription": en("Assumed: no source states this."),
        "url": {"@id": "https://school.example/law"},
        "provider": to("institution/school"),
        "courseCode": "LAW1",
        "inLanguage": ["en", "nl"],
        "learningResourceType": "course",
        "hasPart": to("unit/statistics"),
        "numberOfCredits": to("unit-credits/law"),
        "timeRequired": "PT28H",
        "audience": to("audience/law"),
        "about": {"@id": "http://data.europa.eu/snb/isced-f/0912"},
        "educationalLevel": {"@id": "http://data.europa.eu/snb/eqf/6"},
        "keywords": [en("Privacy"), en("Counting")],
        "teaches": [
            to("competency/privacy"),
            to("competency/counting"),
            to("outcome/law__privacy"),
            to("outcome/law__counting"),
        ],
        "assesses": to("competency/counting"),
        "competencyRequired": to("competency/reading"),
        "coursePrerequisites": [
            to("unit/statistics"),
            en("Some patience"),
            en("Statistics + (Ethics (co) / Statistics)"),
        ],
        "hasCourseInstance": to("course-instance/law"),
    }


def test_a_programme_has_its_courses_and_shows_its_disclaimer():
    assert nodes(*THINGS)["programme/medicine"] == {
        "@id": f"{BASE}programme/medicine",
        "@type": "EducationalOccupationalProgram",
        "name": en("Medicine"),
        "description": en("All of it. Not all of it."),
        "url": {"@id": "https://school.example/medicine"},
        "provider": to("institution/school"),
        "numberOfCredits": to("programme-credits/medicine"),
        "educationalCredentialAwarded": "master",
        "identifier": to("programme-identifier/medicine__register"),
        "hasCourse": [to("unit/statistics"), to("unit/law"), to("unit/ethics")],
    }


def test_an_outcome_says_in_words_how_far_it_takes_a_learner_and_what_is_uncertain():
    assert nodes(*THINGS)["outcome/law__privacy"] == {
        "@id": f"{BASE}outcome/law__privacy",
        "@type": "DefinedTerm",
        "name": en("Privacy"),
        "description": en("Privacy: knows how [suggested, assumed]"),
    }


def test_a_run_takes_place_online_or_where_the_institution_is():
    found = nodes(*THINGS)
    assert found["course-instance/law"]["location"] == to("online-location/law")
    assert found["course-instance/statistics"] == {
        "@id": f"{BASE}course-instance/statistics",
        "@type": "CourseInstance",
        "conformsTo": "https://bioschemas.org/profiles/CourseInstance/1.0-RELEASE",
        "name": en("Statistics"),
        "courseMode": "on-site",
        "location": to("institution-address/school"),
    }
    assert found["institution-address/school"]["addressCountry"] == "NL"


def test_a_course_without_a_description_is_described_by_its_outcomes():
    said_so = replace(teaches("x", 1), text=text("Counts."))
    given = unit("counting", said_so, teaches("y", 1))
    assert nodes(given)["unit/counting"]["description"] == en("Counts; Y")


def test_numbers_are_numbers_and_the_context_needs_no_network():
    document = json.loads(FORMATS["schema-org"].write(catalogue(*THINGS), "json-ld").document)
    assert document["@context"] == {
        "@vocab": "https://schema.org/",
        "conformsTo": {"@id": "http://purl.org/dc/terms/conformsTo", "@type": "@id"},
    }
    assert nodes(*THINGS)["programme-credits/medicine"]["value"] == 180


def test_bioschemas_has_nothing_against_a_full_catalogue_or_the_shipped_one():
    if is_there(*SHAPES["schema-org"]):
        assert violations(said(catalogue(*THINGS)), "schema-org") == set()
        assert violations(said(load(ROOT)), "schema-org") == set()


@pytest.mark.parametrize("term", ["name", "description", "keywords", "courseMode", "location"])
def test_bioschemas_asks_for_what_is_written(term):
    if is_there(*SHAPES["schema-org"]):
        found = said(catalogue(*THINGS))
        found.remove((None, SCHEMA[term], None))
        assert violations(found, "schema-org")


@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
@given(given=catalogues())
def test_bioschemas_and_schema_org_have_nothing_against_any_catalogue(given):
    if is_there(*SHAPES["schema-org"]):
        assert violations(said(given), "schema-org") == set()
    if is_there(VOCABULARY):
        assert misplaced(said(given)) == set()


@cache
def vocabulary() -> rdflib.Graph:
    return rdflib.Graph().parse(VOCABULARY)


@cache
def kinds(of: rdflib.term.Node) -> frozenset[rdflib.term.Node]:
    """Give a class with all it is a kind of."""
    return frozenset(vocabulary().transitive_objects(of, RDFS.subClassOf))


def may_stand(found: rdflib.Graph, value: rdflib.term.Node, ranges: set[rdflib.term.Node]) -> bool:
    if isinstance(value, rdflib.Literal):
        if re.fullmatch(r"PT[0-9HMS]+", value):
            return SCHEMA.Duration in ranges or SCHEMA.Text in ranges
        number = value.datatype is not None
        return bool(ranges & ({SCHEMA.Number, SCHEMA.Integer} if number else {SCHEMA.Text}))
    types = set(found.objects(value, RDF.type))
    own = {each for of in types for each in kinds(of)} or {SCHEMA.URL}
    return bool(ranges & own)


def misplaced(found: rdflib.Graph) -> set[str]:
    """Give the statements whose property schema.org has for other things or other values."""
    wrong = set()
    for subject, term, value in found:
        if not str(term).startswith(SCHEMA):
            continue
        domains = set(vocabulary().objects(term, SCHEMA.domainIncludes))
        ranges = set(vocabulary().objects(term, SCHEMA.rangeIncludes))
        own = {each for of in found.objects(subject, RDF.type) for each in kinds(of)}
        if not own & domains or not may_stand(found, value, ranges):
            wrong.add(f"{subject} {term} {value}")
    return wrong


def test_every_property_stands_where_schema_org_has_it_with_a_value_it_takes():
    if is_there(VOCABULARY):
        assert misplaced(said(catalogue(*THINGS))) == set()
        assert misplaced(said(load(ROOT))) == set()


def test_a_property_in_a_wrong_place_or_with_a_wrong_value_is_noticed():
    if is_there(VOCABULARY):
        wrong = rdflib.Graph()
        wrong.add((SCHEMA.x, RDF.type, SCHEMA.Person))
        wrong.add((SCHEMA.x, SCHEMA.hasCourse, SCHEMA.x))
        wrong.add((SCHEMA.x, SCHEMA.name, SCHEMA.x))
        wrong.add((SCHEMA.x, SCHEMA.parent, rdflib.Literal("y")))
        assert len(misplaced(wrong)) == 3


def test_what_has_to_be_said_is_listed_by_file_and_line():
    nothing = written(unit("statistics", description=text("x")), 3)
    wordless = written(unit("law", replace(teaches("privacy", 1), text=Text())), 5)
    somewhere = written(unit("ethics", teaches("privacy", 1)), 7)
    place = Institution(id="school", title=text("School"))
    there = written(unit("anatomy", teaches("privacy", 1), delivery="blended"), 9)
    at = "curricula/sample.yaml"
    given = catalogue(place, nothing, wordless, somewhere, there)
    assert [str(each) for each in missing(given)] == [
        f"{at}:3: Bioschemas takes no course without an outcome that works on a competency, "
        'whose title is its keyword: "statistics" is left out. (missing-field)',
        f"{at}:5: Bioschemas takes no course without `description`, what it is about, or the "
        'text of an outcome: "law" is left out. (missing-field)',
        f"{at}:7: Bioschemas takes no run of a course without `delivery`, whether it is taught "
        'on site: "ethics" is written without one. (missing-field)',
        f"{at}:9: Bioschemas takes no run of a course without `country`, where its institution "
        '"school" is: "anatomy" is written without one. (missing-field)',
    ]


def test_what_is_assumed_and_could_not_be_marked_is_not_written():
    hours = replace(STATISTICS, workload=Workload(hours=2, assumed=True))
    points = replace(hours, credits=Credits(ec=5, assumed=True))
    course = nodes(SCHOOL, points)["unit/statistics"]
    assert not {"timeRequired", "numberOfCredits"} & set(course)
    losses = FORMATS["schema-org"].write(catalogue(SCHOOL, points), "turtle").losses
    reason = "What is assumed is not written, for it could not be marked as such."
    assert [each for each in losses if each.reason == reason] == [
        ("credits", "statistics", reason),
        ("workload", "statistics", reason),
    ]


def test_every_syntax_says_the_same_with_the_same_bytes_and_without_blank_nodes():
    each, given = FORMATS["schema-org"], catalogue(*THINGS)
    first = graph(each.write(given, "turtle").document)
    assert not any(isinstance(term, rdflib.BNode) for triple in first for term in triple)
    for syntax in each.suffixes.values():
        document = each.write(given, syntax).document
        assert document == each.write(catalogue(*reversed(THINGS)), syntax).document
        assert isomorphic(graph(document, syntax), first), syntax


def test_a_changed_title_changes_few_lines():
    given, renamed = catalogue(*THINGS), catalogue(*THINGS, replace(ETHICS, title=text("Morals")))
    before, after = (
        set(FORMATS["schema-org"].write(each, "json-ld").document.splitlines())
        for each in (given, renamed)
    )
    assert {each.strip() for each in after - before} == {
        '"@value": "Morals"',
        '"@value": "Statistics + (Morals (co) / Statistics)"',
    }
