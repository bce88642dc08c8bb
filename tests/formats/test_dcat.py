"""The manifest of an export: what lies in it, and that nobody changed it."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from importlib.metadata import version

import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF, OWL, PROV, RDF

from asking import ask
from conforming import SHAPES, graph, violations
from curriculum_map.errors import BadQuestion
from curriculum_map.formats import FORMATS
from curriculum_map.formats.rdf.dcat import manifest
from curriculum_map.formats.rdf.dcat_files import KNOWN, data_set_of
from curriculum_map.formats.rdf.statements import is_iri
from curriculum_map.model import Catalogue, Settings, Source
from published import is_there
from sample import catalogue, text
from strategies import catalogues

SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
SETTINGS = Settings(
    title=text("Health"),
    base="https://example.org/health/",
    publisher="The faculty",
    licence=LICENCE,
    languages=("en", "et"),
)
SOURCE = Source(id="report", title=text("A report"), creator="Somebody", url="https://r.example/")
FILES = {"gaps.csv": "\ufeffprogramme\r\n", "gaps.json": "[]", "my notes.odd": "ä"}
BASE = rdflib.Namespace(SETTINGS.base)


def sample() -> Catalogue:
    return catalogue(SOURCE, settings=SETTINGS)


def described(files: dict[str, str] = FILES) -> rdflib.Graph:
    return graph(manifest(sample(), files).document)


def test_open_data_portals_accept_a_manifest():
    if is_there(*SHAPES["dcat"]):
        assert violations(described(), "dcat") == set()
        assert (
            violations(graph(FORMATS["dcat"].write(sample(), "turtle").document), "dcat") == set()
        )


@pytest.mark.parametrize(
    "term",
    [
        *(DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.accessURL, FOAF.name),
        *(SPDX.algorithm, SPDX.checksumValue),
    ],
)
def test_the_rules_ask_for_what_is_written(term):
    if is_there(*SHAPES["dcat"]):
        found = described()
        found.remove((None, term, None))
        assert violations(found, "dcat")


def test_every_file_has_its_size_and_the_checksum_of_what_lies_on_the_disk():
    found = described()
    for name, words in FILES.items():
        file = BASE[f"dcat/distribution/{name.replace(' ', '%20')}"]
        checksum = found.value(file, SPDX.checksum)
        assert str(found.value(file, DCTERMS.title)) == name
        assert str(found.value(file, DCAT.byteSize)) == str(len(words.encode()))
        assert str(found.value(checksum, SPDX.checksumValue)) == sha256(words.encode()).hexdigest()
        assert found.value(file, DCAT.downloadURL) == BASE[name.replace(" ", "%20")]
        assert found.value(file, DCTERMS.license) == rdflib.URIRef(LICENCE)


def test_files_that_differ_in_the_ending_only_are_one_data_set():
    found = described()
    sets = set(found.objects(BASE["dcat/catalog"], DCAT.dataset))
    assert sets == {BASE["dcat/dataset/gaps"], BASE["dcat/dataset/my%20notes"]}
    assert set(found.objects(BASE["dcat/dataset/gaps"], DCAT.distribution)) == {
        BASE["dcat/distribution/gaps.csv"],
        BASE["dcat/distribution/gaps.json"],
    }


def test_a_manifest_names_the_sources_and_the_version_of_the_program():
    found = described()
    making = found.value(BASE["dcat/dataset/gaps"], PROV.wasGeneratedBy)
    program = found.value(making, PROV.wasAssociatedWith)
    assert str(found.value(program, FOAF.name)) == "curriculum-map"
    assert str(found.value(program, OWL.versionInfo)) == version("curriculum-map")
    assert set(found.objects(making, PROV.used)) == {BASE["source/report"]}
    assert found.value(BASE["source/report"], RDF.type) == PROV.Entity
    assert str(found.value(BASE["source/report"], DCTERMS.title)) == "A report"


def test_without_a_publisher_the_manifest_says_so_and_names_none():
    bare = manifest(catalogue(settings=Settings(base="https://x.org/m#")), FILES)
    must = "A manifest must have a publisher: say `publisher` in curriculum-map.toml."
    should = "A manifest should have a licence: say `licence` in curriculum-map.toml."
    assert bare.losses == (
        ("catalogue", "settings", must),
        ("catalogue", "settings", should),
    )
    found = graph(bare.document)
    assert not list(found.subject_objects(DCTERMS.publisher))
    assert rdflib.URIRef("https://x.org/gaps.csv") in set(found.objects(None, DCAT.downloadURL))


def test_an_address_that_is_no_iri_is_left_out_and_listed():
    odd = replace(SETTINGS, licence="https://[x/")
    found = manifest(catalogue(settings=odd), FILES)
    reason = 'RDF does not take "https://[x/" for a web address; it is left out.'
    assert reason in {each.reason for each in found.losses}
    assert not list(graph(found.document).objects(None, DCTERMS.license))


def test_a_base_that_is_no_iri_is_refused():
    assert not is_iri("https://[x/")
    with pytest.raises(BadQuestion, match=r'The base "https://\[x/" is not a web address'):
        manifest(catalogue(settings=Settings(base="https://[x/")), FILES)


@settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow])
@given(given=catalogues())
def test_only_a_missing_publisher_keeps_a_portal_from_accepting_a_manifest(given):
    found = graph(manifest(given, FILES).document)
    if is_there(*SHAPES["dcat"]):
        against = violations(found, "dcat")
        assert all("publisher" in each for each in against)
        assert bool(against) != bool(given.settings.publisher)


def test_every_syntax_says_the_same_with_the_same_bytes_and_without_blank_nodes():
    first = described()
    assert not any(isinstance(term, rdflib.BNode) for triple in first for term in triple)
    for syntax in FORMATS["dcat"].suffixes.values():
        document = manifest(sample(), dict(reversed(FILES.items())), syntax).document
        assert document == manifest(sample(), FILES, syntax).document
        assert isomorphic(graph(document, syntax), first), syntax


def test_build_describes_the_files_it_writes_and_says_what_each_of_them_is(tmp_path):
    root = tmp_path / "mine"
    assert ask("init", root).code == 0
    assert ask("-p", root, "build").code == 0
    exports = {path.name: path for path in (root / "exports").glob("*.*") if path.name[0] != "."}
    found = graph(exports.pop("manifest.ttl").read_text(encoding="utf-8"))
    del exports["index.html"]
    sums = {
        str(found.value(file, DCTERMS.title)): str(
            found.value(found.value(file, SPDX.checksum), SPDX.checksumValue)
        )
        for file in found.subjects(RDF.type, DCAT.Distribution)
    }
    assert sums == {name: sha256(path.read_bytes()).hexdigest() for name, path in exports.items()}
    assert {data_set_of(name) for name in exports} <= set(KNOWN)
