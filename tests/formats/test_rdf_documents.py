"""Each IRI has a document: parts of the export, and together all of it."""

from __future__ import annotations

import pytest
import rdflib
from hypothesis import HealthCheck, given, settings

from conforming import graph
from curriculum_map.errors import BadQuestion
from curriculum_map.formats.rdf import native
from curriculum_map.formats.rdf.documents import SYNTAXES, Document, Documents, path_around
from curriculum_map.model import Catalogue, Settings
from sample import catalogue, competency, exam, framework, teaches, text, unit
from strategies import catalogues

BASE = "https://example.org/health/"


def sample(base: str = BASE) -> Catalogue:
    """Build one unit with an outcome that is taught and tested."""
    return catalogue(
        framework("clin"),
        competency("care", framework="clin", area=""),
        unit("ehealth", teaches("care", 2), exam("care")),
        settings=Settings(base=base, title=text("Health")),
    )


def exported(given: Catalogue) -> set[str]:
    return set(native.write(given, "ntriples").document.split("\n")[:-1])


def lines(of: Document) -> list[str]:
    return of.lines.split("\n")[:-1]


def found(iri: str, given: Catalogue) -> Document:
    return Documents(given)[iri]


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(given=catalogues())
def test_documents_are_parts_of_the_export_and_together_all_of_it(given):
    everything = exported(given)
    for iri, each in Documents(given).items():
        assert set(lines(each)) <= everything
        assert (each.iri, each.whole[0]) == (iri, iri)
        about = {
            line for line in everything if line.partition("> ")[0].removeprefix("<") in each.whole
        }
        assert about <= set(lines(each))
    subjects = {line.partition("> ")[0].removeprefix("<") for line in everything}
    assert Documents(given).keys() == subjects


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(given=catalogues())
def test_the_iri_of_what_stands_inside_a_thing_names_the_thing(given):
    base = given.settings.base
    for each in Documents(given).values():
        first, *inside = (iri.removeprefix(base) for iri in each.whole)
        assert bool(path_around(first)) == bool(each.around)
        assert {path_around(path) for path in inside} <= {path_around(first) or first}


def test_a_document_says_what_stands_inside_and_what_links_are_called():
    said = found(f"{BASE}unit/ehealth", sample())
    inside = ["outcome/ehealth__care", "contribution/ehealth__care__care"]
    assert said.whole == (
        said.iri,
        *(BASE + path for path in inside),
        f"{BASE}assessment/ehealth__exam",
    )
    everything = exported(sample())
    full = {line for line in everything if line.startswith(tuple(f"<{i}> " for i in said.whole))}
    label = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
    assert set(lines(said)) - full == {
        f'<{BASE}competency/care> {label} "Care"@en .',
        f'<{BASE}institution/school> <https://schema.org/name> "School"@en .',
        f'<{BASE}level/miller__knows-how> {label} "knows how"@en .',
    }
    assert full <= set(lines(said))


def test_a_document_of_what_stands_inside_says_inside_what():
    said = found(f"{BASE}outcome/ehealth__care", sample())
    assert said.around == f"{BASE}unit/ehealth"
    assert [line for line in lines(said) if line.startswith(f"<{said.around}>")] == [
        f"<{said.around}> <https://w3id.org/curriculum-map/ns#outcome> <{said.iri}> .",
        f'<{said.around}> <https://schema.org/name> "Ehealth"@en .',
    ]


def test_what_nothing_is_said_of_has_no_document():
    assert f"{BASE}unit/nobody" not in Documents(sample())


def test_the_document_of_the_base_says_what_everything_is_called():
    said = found(BASE, sample())
    subjects = {line.partition(" ")[0] for line in lines(said)}
    paths = ("competency/care", "framework/clin", "framework/framework", "institution/school")
    assert subjects == {f"<{BASE}{path}>" for path in ("", *paths, "scale/miller", "unit/ehealth")}


def test_below_a_base_that_ends_in_a_hash_one_document_says_all():
    given = sample("https://example.org/health#")
    assert set(lines(found("https://example.org/health#", given))) == exported(given)


def test_a_document_says_the_same_in_each_syntax_without_blank_nodes():
    for each in Documents(sample()).values():
        graphs = [graph(each.written(s).decode(), s) for s in SYNTAXES.values()]
        assert set(graphs[0]) == set(graphs[1]) == set(graph(each.lines, "ntriples"))
        assert not any(isinstance(term, rdflib.BNode) for triple in graphs[0] for term in triple)


def test_a_line_end_that_is_none_in_rdf_stays_inside_its_text():
    odd = text("a\u2028b\x0bc\x85d\ne")
    given = catalogue(settings=Settings(base=BASE, title=odd))
    assert {str(each) for each in graph(found(BASE, given).lines, "ntriples").objects()} >= {
        odd.show("en")
    }


def test_a_base_that_is_no_iri_is_refused():
    with pytest.raises(BadQuestion, match=r'The base "https://\[x/" is not a web address'):
        Documents(catalogue(settings=Settings(base="https://[x/")))
