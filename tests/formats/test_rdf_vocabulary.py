from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from curriculum_map.formats.project import load
from curriculum_map.formats.rdf import native, vocabulary
from curriculum_map.formats.rdf.namespaces import OWN, PREFIXES, expand, shorten
from curriculum_map.formats.rdf.profile_page import profile_page
from curriculum_map.formats.rdf.terms import CLASSES, TERMS
from strategies import Drawing
from tape import Tape

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "profiles" / "rdf.md"
SCHEMA_ORG = "https://schema.org/"


def defined() -> rdflib.Graph:
    return rdflib.Graph().parse(data=vocabulary.vocabulary_turtle(), format="turtle")


def own_terms(graph: rdflib.Graph) -> set[str]:
    kinds = (OWL.Class, OWL.DatatypeProperty, OWL.ObjectProperty)
    return {str(term) for kind in kinds for term in graph.subjects(RDF.type, kind)}


def written_terms() -> set[str]:
    """Give the own terms that stand in the RDF of a few dozen catalogues."""
    found: set[str] = set()
    for seed in range(40):
        made = Drawing(Tape(Random(seed).randbytes(2000)), ["a", "b"]).made
        graph = rdflib.Graph().parse(data=native.write(made, "ntriples").document, format="nt")
        found |= {str(each) for each in (*graph.predicates(), *graph.objects(None, RDF.type))}
    return {term for term in found if term.startswith(OWN)}


def test_every_own_term_that_is_written_is_defined_and_the_other_way_round() -> None:
    assert {shorten(t) for t in written_terms()} == {shorten(t) for t in own_terms(defined())}


@pytest.mark.parametrize("about", [RDFS.label, SKOS.definition])
def test_every_own_term_has_one_label_and_one_definition_in_three_languages(
    about: rdflib.URIRef,
) -> None:
    graph = defined()
    for term in own_terms(graph):
        said = [each.n3() for each in graph.objects(rdflib.URIRef(term), about)]
        assert sorted(each.rpartition("@")[2] for each in said) == ["en", "et", "nl"], term
        assert not any(each.startswith('""') for each in said)


def test_no_two_classes_and_no_two_properties_are_called_the_same() -> None:
    graph = defined()
    for kinds in [(OWL.Class,), (OWL.DatatypeProperty, OWL.ObjectProperty)]:
        terms = [term for kind in kinds for term in graph.subjects(RDF.type, kind)]
        labels = [label for term in terms for label in graph.objects(term, RDFS.label)]
        assert len(set(labels)) == len(labels)


def test_a_property_on_one_class_has_a_domain_and_one_on_several_names_them() -> None:
    graph = defined()
    hours, level = (rdflib.URIRef(expand(term)) for term in ("cm:hours", "cm:level"))
    assert [shorten(str(each)) for each in graph.objects(hours, RDFS.domain)] == ["cm:Workload"]
    assert list(graph.objects(level, RDFS.domain)) == []
    including = graph.objects(level, rdflib.URIRef(SCHEMA_ORG + "domainIncludes"))
    assert sorted(shorten(str(each)) for each in including) == [
        "cm:Contribution",
        "cm:Descriptor",
        "cm:Requirement",
    ]


def test_the_vocabulary_has_no_blank_nodes() -> None:
    assert not any(isinstance(each, rdflib.BNode) for triple in defined() for each in triple)


def test_every_prefix_of_the_table_is_known() -> None:
    curies = {c for names in CLASSES.values() for c in names}
    curies |= {c for named in TERMS.values() for c in named.values()}
    assert {curie.partition(":")[0] for curie in curies} <= PREFIXES.keys()


def test_the_page_about_the_profile_says_what_the_table_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == profile_page()


def test_what_the_shipped_project_says_is_within_domain_and_range_of_every_own_term() -> None:
    said, terms = rdflib.Graph(), defined()
    said.parse(data=native.write(load(ROOT), "ntriples").document, format="nt")
    schema = rdflib.Namespace(SCHEMA_ORG)
    outside = set()
    for subject, term, value in said:
        if str(term).startswith(OWN):
            domain = {
                *terms.objects(term, RDFS.domain),
                *terms.objects(term, schema.domainIncludes),
            }
            range_ = {*terms.objects(term, RDFS.range), *terms.objects(term, schema.rangeIncludes)}
            kinds = set(said.objects(value, RDF.type)) | {RDFS.Resource}
            if isinstance(value, rdflib.Literal):
                plain = RDF.langString if value.language else rdflib.XSD.string
                kinds = {value.datatype or plain}
            if domain and domain.isdisjoint(said.objects(subject, RDF.type)):
                outside.add((term, subject))
            if range_.isdisjoint(kinds):
                outside.add((term, value))
    assert outside == set()


def test_no_term_is_a_class_and_a_property_or_a_property_of_two_kinds() -> None:
    kinds = (OWL.Class, OWL.DatatypeProperty, OWL.ObjectProperty)
    terms = [term for kind in kinds for term in defined().subjects(RDF.type, kind)]
    assert len(set(terms)) == len(terms)
