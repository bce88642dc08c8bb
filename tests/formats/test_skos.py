"""Frameworks, scales and alignments as SKOS."""

from __future__ import annotations

from dataclasses import replace

import pyshacl
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from rdflib import RDF, SKOS

from curriculum_map.formats.base import Loss
from curriculum_map.formats.project import load
from curriculum_map.formats.rdf import skos
from curriculum_map.formats.rdf.native import SUFFIXES
from curriculum_map.model import Alignment, Catalogue, Settings, by_id
from published import is_there
from sample import catalogue, competency, framework, scale, unit
from shipped import ROOT, SHARED
from strategies import catalogues

SKOHUB = SHARED / "conformance" / "skos" / "skohub" / "skohub.shacl.ttl"
BASE = "https://example.org/curriculum-map/"
CM = rdflib.Namespace("https://w3id.org/curriculum-map/ns#")
some = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])


def graph_of(given: Catalogue) -> rdflib.Graph:
    return rdflib.Graph().parse(data=skos.write(given, "turtle").document, format="turtle")


def iri(path: str) -> rdflib.URIRef:
    return rdflib.URIRef(BASE + path)


def test_the_shipped_project_conforms_to_the_shapes_of_skohub_without_a_warning():
    if is_there(SKOHUB):
        shapes = rdflib.Graph().parse(SKOHUB)
        conforms, _, report = pyshacl.validate(graph_of(load(ROOT)), shacl_graph=shapes)
        assert conforms, report


def test_areas_stand_above_competencies_and_wholes_above_parts():
    given = catalogue(
        framework("framework", "area"),
        competency("whole", "part"),
        competency("part", area=""),
        competency("alone", area=""),
    )
    graph = graph_of(given)
    broader = {(str(s), str(o)) for s, o in graph.subject_objects(SKOS.broader)}
    assert broader == {
        (iri("competency/whole").toPython(), iri("area/framework__area").toPython()),
        (iri("competency/part").toPython(), iri("competency/whole").toPython()),
    }
    assert {(o, s) for s, o in broader} == {
        (str(s), str(o)) for s, o in graph.subject_objects(SKOS.narrower)
    }
    top = set(graph.objects(iri("framework/framework"), SKOS.hasTopConcept))
    assert top == {iri("area/framework__area"), iri("competency/alone")}
    assert top == set(graph.subjects(SKOS.topConceptOf, iri("framework/framework")))


def test_levels_stand_in_an_ordered_collection_with_their_codes_as_notations():
    steps = scale("steps", "low", "high")
    coded = tuple(replace(each, code=f"bloom_{n}") for n, each in enumerate(steps.levels, 1))
    graph = graph_of(catalogue(replace(steps, levels=coded)))
    head = graph.value(iri("levels-in-order/steps"), SKOS.memberList)
    listed = list(rdflib.collection.Collection(graph, head))
    assert listed == [iri("level/steps__low"), iri("level/steps__high")]
    assert [str(graph.value(each, SKOS.notation)) for each in listed] == ["bloom_1", "bloom_2"]


def test_a_version_has_an_address_of_its_own():
    graph = graph_of(catalogue(replace(framework("skills"), version="2.0 beta")))
    assert graph.value(iri("framework/skills"), rdflib.OWL.versionInfo) == rdflib.Literal(
        "2.0 beta"
    )
    assert graph.value(iri("framework/skills"), rdflib.OWL.versionIRI) == iri(
        "framework/skills__2.0%20beta"
    )


def test_an_alignment_is_a_mapping_and_what_skos_forbids_beside_it_is_reported():
    near, far = "https://example.org/near", "https://[no/iri"
    alignments = (
        Alignment(relation="exact", target=near),
        Alignment(relation="broad", target=near),
        Alignment(relation="close", target=far),
    )
    given = catalogue(competency("a", alignments=alignments))
    assert list(graph_of(given).triples((None, SKOS.broadMatch, None))) == []
    assert (iri("competency/a"), SKOS.exactMatch, rdflib.URIRef(near)) in graph_of(given)
    lost = [loss for loss in skos.write(given, "turtle").losses if loss.kind == "alignment"]
    assert lost == [
        Loss(
            "alignment",
            "a/https://[no/iri",
            "RDF does not take this for an address.",
        ),
        Loss(
            "alignment",
            "a/https://example.org/near",
            "SKOS does not allow this relation beside another one to the same concept.",
        ),
    ]


def test_a_part_in_another_framework_is_a_narrower_match():
    given = catalogue(
        framework("one"),
        framework("other"),
        competency("whole", "part", framework="one", area=""),
        competency("part", framework="other", area=""),
    )
    graph = graph_of(given)
    assert list(graph.subject_objects(SKOS.narrower)) == []
    assert list(graph.subject_objects(SKOS.narrowMatch)) == [
        (iri("competency/whole"), iri("competency/part"))
    ]


def test_what_is_no_framework_or_scale_is_reported_once():
    losses = skos.write(catalogue(unit("course")), "turtle").losses
    assert Loss("unit", "course", "SKOS has no place for it.") in losses
    assert Loss("institution", "school", "SKOS has no place for it.") in losses


def test_what_a_vocabulary_should_say_and_does_not_is_a_list():
    given = catalogue(competency("a"), framework("bare"))
    assert sorted(problem.message for problem in skos.missing(given)) == [
        'A vocabulary should have a description; "bare" has none.',
        'A vocabulary should have a description; "framework" has none.',
        'A vocabulary should have a licence; "bare" has none.',
        'A vocabulary should have a licence; "framework" has none.',
        'A vocabulary should have a top concept: an area or a competency; "bare" has none.',
    ]
    assert skos.missing(load(ROOT)) == ()


@pytest.mark.parametrize("syntax", SUFFIXES.values())
@some
@given(given=catalogues())
def test_every_syntax_says_the_same_and_says_it_the_same_way(syntax, given):
    first = skos.write(given, syntax)
    assert skos.write(replace(given, units=by_id({})), syntax).document == first.document
    assert not any(line.startswith("_:") for line in skos.write(given, "ntriples").document)


@some
@given(given=catalogues())
def test_every_concept_has_a_scheme_and_every_scheme_a_title(given):
    graph = graph_of(given)
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        assert graph.value(concept, SKOS.inScheme)
    schemes = set(graph.subjects(RDF.type, SKOS.ConceptScheme))
    assert len(schemes) == len(given.frameworks) + len(given.scales)


def test_a_competency_nobody_should_use_any_more_says_what_to_use_instead():
    graph = graph_of(
        catalogue(competency("old", deprecated=True, replaced_by=("new",)), competency("new"))
    )
    assert graph.value(iri("competency/old"), rdflib.OWL.deprecated) == rdflib.Literal(True)
    instead = graph.value(iri("competency/old"), rdflib.DCTERMS.isReplacedBy)
    assert instead == iri("competency/new")
    assert graph.value(iri("competency/new"), rdflib.OWL.deprecated) is None


def test_an_assumption_is_said_to_be_one():
    graph = graph_of(catalogue(competency("a", assumed=True)))
    assert graph.value(iri("competency/a"), CM.assumed) == rdflib.Literal(True)


def test_the_licence_of_a_framework_goes_before_that_of_the_project():
    own = replace(framework("own"), licence="https://example.org/own")
    ours = Settings(licence="https://example.org/ours")
    graph = graph_of(catalogue(own, framework("plain"), settings=ours))
    licences = {str(s): str(o) for s, o in graph.subject_objects(rdflib.DCTERMS.license)}
    assert licences[BASE + "framework/own"] == "https://example.org/own"
    assert licences[BASE + "framework/plain"] == "https://example.org/ours"
