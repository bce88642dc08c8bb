"""What a check says about an RDF file, in words and with the node."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib

from curriculum_map.errors import InvalidProject
from curriculum_map.formats import FORMATS
from curriculum_map.formats.project import load
from curriculum_map.formats.rdf import native_shapes
from curriculum_map.formats.rdf.shacl import UnusableShapes, violations
from curriculum_map.formats.rdf.skos_rules import RULES, SKOS_TERMS
from curriculum_map.formats.rdf.syntaxes import statements
from curriculum_map.formats.rdf.validate import PROFILES, own_shapes, validate_as, validate_by
from published import is_there
from sample import catalogue, exam, item, programme, teaches, unit
from shipped import ROOT, SHARED

FOLDER = SHARED / "conformance" / "skos"
PREFIXES = """\
@prefix : <https://example.org/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
SCHEME = ':s a skos:ConceptScheme ; dct:title "S"@en ; skos:hasTopConcept :top . '
BROKEN = {
    "S9": (
        ':s a skos:ConceptScheme, skos:Concept ; skos:prefLabel "S"@en ; skos:hasTopConcept :t .',
        "<https://example.org/s>: A concept scheme is not a concept. Make them two nodes.",
    ),
    "S13": (
        ':c skos:prefLabel "C"@en ; skos:altLabel "C"@en .',
        "<https://example.org/c>: skos:prefLabel: A preferred label is not also an alternative or "
        'hidden one. Take one away. It is "C"@en here.',
    ),
    "S13-hidden": (
        ':c skos:altLabel "C"@en ; skos:hiddenLabel "C"@en .',
        "<https://example.org/c>: skos:altLabel: An alternative label is not also a hidden one. "
        'Take one away. It is "C"@en here.',
    ),
    "S14": (
        ':c skos:prefLabel "C"@en, "D"@en .',
        "<https://example.org/c>: skos:prefLabel: There is one preferred label in a language. Make "
        "the others alternative labels.",
    ),
    "S14-untagged": (
        ':c skos:prefLabel "C", "D" .',
        "<https://example.org/c>: There is one preferred label without a language. Say in which "
        "languages they are.",
    ),
    "S27": (
        ":a skos:broader :b . :b skos:broader :c . :a skos:related :c .",
        "<https://example.org/a>: It is related to <https://example.org/c>, and one stands above "
        "the other. Take one of the two relations away.",
    ),
    "S35": (
        ":o skos:memberList ( :a ), ( :b ) .",
        "<https://example.org/o>: skos:memberList: An ordered collection has one order.",
    ),
    "S37": (
        ':k a skos:Collection, skos:Concept ; skos:prefLabel "K"@en ; skos:broader :b .',
        "<https://example.org/k>: A collection is neither a concept nor a scheme. Make them two "
        "nodes.",
    ),
    "S46": (
        ":a skos:exactMatch :b . :b skos:exactMatch :c . :a skos:broadMatch :c .",
        "<https://example.org/a>: skos:broadMatch and an exact match lead to "
        "<https://example.org/c>. Choose one.",
    ),
    "missing-label": (
        f"{SCHEME} :top a skos:Concept .",
        "<https://example.org/top>: skos:prefLabel: A concept should have a preferred label.",
    ),
    "missing-title": (
        ":s a skos:ConceptScheme ; skos:hasTopConcept :c .",
        "<https://example.org/s>: A concept scheme should have a title.",
    ),
    "missing-top-concept": (
        ':s a skos:ConceptScheme ; dct:title "S"@en .',
        "<https://example.org/s>: skos:hasTopConcept: A concept scheme should name its top "
        "concepts.",
    ),
    "label-without-language": (
        ':c skos:prefLabel "C" .',
        "<https://example.org/c>: skos:prefLabel: A label should say in which language it is. It "
        'is "C" here.',
    ),
    "circle": (
        ":a skos:broader :b . :b skos:broader :a .",
        "<https://example.org/a>: Concepts stand above each other in a circle: "
        "<https://example.org/a> > <https://example.org/b> > <https://example.org/a>.",
    ),
    "orphan-concept": (
        ':c a skos:Concept ; skos:prefLabel "C"@en .',
        "<https://example.org/c>: The concept stands in no scheme, and nothing leads to it.",
    ),
    "top-concept-with-broader": (
        f"{SCHEME} :top skos:broader :up . :up skos:inScheme :s .",
        "<https://example.org/top>: A top concept should have none above it, but has "
        "<https://example.org/up>.",
    ),
    "shared-label": (
        f'{SCHEME} :top skos:prefLabel "A"@en ; skos:narrower :c . :c skos:prefLabel "A"@en .',
        '<https://example.org/top>: It has the label "A" in common with <https://example.org/c>.',
    ),
    "bad-language-tag": (
        ':c skos:altLabel "C"@english .',
        '<https://example.org/c>: "english" is not a language tag such as en, nl or et.',
    ),
    "no-such-term": (
        ":c skos:broder :d .",
        "<https://example.org/c>: There is no skos:broder in SKOS.",
    ),
}
"""Every rule of SKOS that is checked, with what breaks it and nothing else, and what is said."""


def said_of(turtle: str, profile: str = "skos") -> list[tuple[str, str]]:
    found = validate_as(PREFIXES + turtle, "turtle", "x.ttl", profile)
    assert {problem.where.file for problem in found} <= {"x.ttl"}
    return [(problem.code, problem.message) for problem in found]


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_rule_of_skos_is_said_with_its_node(code):
    turtle, message = BROKEN[code]
    assert (code, message) in said_of(turtle)
    assert {found for found, _ in said_of(turtle)} <= {code, "label-without-language"}


def test_every_rule_has_an_example_that_breaks_it():
    shapes = rdflib.Graph().parse(data=own_shapes("skos"), format="turtle")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    with_message = {str(shape).rpartition("#")[2] for shape in shapes.subjects(sh.message)}
    assert BROKEN.keys() == with_message | RULES.keys()


def test_integrity_conditions_are_errors_and_all_else_is_a_warning():
    for code, (turtle, _) in BROKEN.items():
        found = validate_as(PREFIXES + turtle, "turtle", "x.ttl", "skos")
        severity = next(problem.severity for problem in found if problem.code == code)
        assert (severity == "error") == code.startswith("S"), code


def test_every_valid_example_of_the_skos_reference_is_accepted():
    if is_there(FOLDER):
        examples = sorted((FOLDER / "reference-valid").glob("*.ttl"))
        assert len(examples) == 24
        for path in examples:
            found = validate_as(path.read_text(encoding="utf-8"), "turtle", path.name, "skos")
            assert [str(each) for each in found if each.severity == "error"] == []


def test_the_terms_of_skos_are_those_of_its_vocabulary():
    assert set(rdflib.SKOS.__annotations__) == SKOS_TERMS


def small() -> str:
    given = catalogue(unit("a", teaches("b", 2), exam()), programme("p", item("a")))
    write = FORMATS["rdf"].write
    assert write
    return write(given, "turtle").document


def test_our_own_shapes_accept_what_we_write_and_reject_what_the_reader_does():
    rules = list(statements(native_shapes.shapes_turtle(), "turtle", "shapes"))
    whole = small()
    assert list(violations(statements(whole, "turtle", "x"), rules, "x", "rdf")) == []
    broken = whole.replace("a cm:Unit", "a cm:Unyt").replace('schema:name "P"@en', "cm:assumed 1")
    found = {
        p.code: p.message for p in violations(statements(broken, "turtle", "x"), rules, "x", "rdf")
    }
    assert found["Programme-title"].endswith(
        "Programme: must have one text in a language as schema:name."
    )
    assert "PlanItem-units" in found
    assert validate_as(broken, "turtle", "x.ttl", "rdf")
    assert validate_as(whole, "turtle", "x.ttl", "rdf") == ()


def test_the_shapes_of_our_vocabulary_are_those_that_are_shipped():
    assert own_shapes("rdf") == native_shapes.shapes_turtle()


@pytest.mark.parametrize("profile", PROFILES)
def test_what_the_shipped_project_hands_over_breaks_no_rule(profile):
    write = FORMATS[profile].write
    assert write
    syntax = next(iter(FORMATS[profile].suffixes.values()))
    found = validate_as(write(load(ROOT), syntax).document, syntax, "x", profile)
    assert [str(each) for each in found if each.severity == "error"] == []


@pytest.mark.parametrize(
    ("profile", "turtle", "message"),
    [
        (
            "elm",
            "@prefix elm: <http://data.europa.eu/snb/model/elm/> . :c a elm:CreditPoint ; "
            "elm:framework :f ; elm:point 5 .",
            "A number of credits needs exactly one number, written as text.",
        ),
        (
            "elm-3.3",
            "@prefix ql: <http://data.quality-link.eu/ontology/v1#> . "
            ":i a ql:HigherEducationInstitution .",
            "An institution needs an identifier of SCHAC or OrgReg.",
        ),
        (
            "schema-org",
            "@prefix schema: <https://schema.org/> . :c a schema:Course .",
            "A course needs keywords.",
        ),
        (
            "dcat",
            "@prefix dcat: <http://www.w3.org/ns/dcat#> . :d a dcat:Distribution .",
            "A distribution needs an address to get it from.",
        ),
    ],
)
def test_every_profile_rejects_what_lacks_something(profile, turtle, message):
    assert any(message in said for _, said in said_of(turtle, profile))


def test_shapes_of_others_say_which_rule_is_broken(tmp_path):
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <https://example.org/> . "
        "[] a sh:NodeShape ; sh:targetClass :Course ; sh:property [ sh:path :name ; "
        'sh:minCount 1 ; sh:message "Ein Name fehlt."@de, "A name is missing."@en ] ; '
        "sh:property [ sh:path :note ; sh:maxLength 2 ; sh:severity sh:Warning ] .",
        encoding="utf-8",
    )
    found = validate_by(f'{PREFIXES} :c a :Course ; :note "abc" .', "turtle", "x.ttl", [shapes])
    assert [(str(each), each.severity) for each in found] == [
        (
            "x.ttl: <https://example.org/c>: <https://example.org/note>: The text may have at most "
            '2 characters. It is "abc" here. (sh:maxLength)',
            "warning",
        ),
        (
            "x.ttl: <https://example.org/c>: <https://example.org/name>: A name is missing. "
            "(sh:minCount)",
            "error",
        ),
    ]


def test_shapes_that_break_the_engine_are_said_to(tmp_path):
    shapes = tmp_path / "java.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <https://example.org/> . "
        '[] a sh:NodeShape ; sh:targetNode :c ; sh:property [ sh:path :n ; sh:pattern "(" ] .',
        encoding="utf-8",
    )
    with pytest.raises(UnusableShapes) as error:
        validate_by(f'{PREFIXES} :c :n "x" .', "turtle", "x.ttl", [shapes])
    assert str(error.value).startswith(
        "The shapes of java.ttl cannot be applied, so nothing is known about the file: "
    )
    assert error.value.shapes == "java.ttl"


def test_literals_are_checked_as_they_are_written(tmp_path: Path):
    shapes = tmp_path / "s.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <https://example.org/> . "
        "[] a sh:NodeShape ; sh:targetNode :c ; "
        'sh:property [ sh:path :n ; sh:pattern "^PT140H$" ] .',
        encoding="utf-8",
    )
    xsd = "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."
    data = f'{PREFIXES} {xsd} :c :n "PT140H"^^xsd:duration .'
    assert validate_by(data, "turtle", "x.ttl", [shapes]) == ()
    assert rdflib.NORMALIZE_LITERALS


def test_what_is_no_rdf_is_said_with_its_line():
    with pytest.raises(InvalidProject) as error:
        validate_as("\n:a", "turtle", "x.ttl", "skos")
    assert str(error.value).startswith("x.ttl:2:")


def test_the_page_of_the_profile_names_every_rule():
    page = (ROOT / "docs" / "profiles" / "skos.md").read_text(encoding="utf-8")
    assert [code for code in BROKEN if f"`{code}`" not in page] == []
