"""What a partner's check says about a document, by the rules that lie beside the checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyoxigraph
import pyshacl
import rdflib
from rdflib.namespace import RDF, SH

from curriculum_map.formats.rdf.syntaxes import SYNTAXES
from shipped import SHARED

RULES = SHARED / "conformance"
ELM_LISTS = RULES / "elm" / "vocabularies_csv"
SHAPES: dict[str, tuple[Path, ...]] = {
    "elm": (
        RULES / "elm" / "patched" / "v3.2_LTS.LOQ-constraints.strict.ttl",
        RULES / "elm" / "patched" / "v3.2_LTS.LOQ-constraints-mdr.fixed.ttl",
    ),
    "elm-3.3": (RULES / "qualitylink" / "ontology-shacl.ttl",),
    "schema-org": (RULES / "bioschemas" / "training_profiles_1.0.shacl.ttl",),
    "dcat": (
        RULES / "dcat-ap-3.0.1" / "dcat-ap-SHACL.ttl",
        RULES / "dcat-ap-3.0.1" / "shapes.ttl",
        RULES / "dcat-ap-3.0.1" / "range.ttl",
    ),
}


def graph(document: str, syntax: str = "turtle") -> rdflib.Graph:
    """Read a document, its literals as they are written."""
    if syntax in ("json-ld", "trig"):  # which rdflib reads with warnings about itself
        triples = (quad.triple for quad in pyoxigraph.parse(document, SYNTAXES[syntax]))
        document = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES).decode()
        syntax = "ntriples"
    was, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        names = {"ntriples": "nt", "rdf-xml": "xml"}
        return rdflib.Graph().parse(data=document, format=names.get(syntax, syntax))
    finally:
        rdflib.NORMALIZE_LITERALS = was


@cache
def _shapes(rules: str) -> rdflib.Graph:
    shapes = rdflib.Graph()
    for path in SHAPES[rules]:
        shapes.parse(path)
    return shapes


def violations(found: rdflib.Graph, rules: str) -> set[str]:
    """Give what the rules of a format say against a graph, warnings left out."""
    _, report, _ = pyshacl.validate(found, shacl_graph=_shapes(rules), inference="none")
    assert isinstance(report, rdflib.Graph)
    return {
        " ".join(
            str(report.value(each, term)).rpartition("#")[2]
            for term in (SH.focusNode, SH.resultPath, SH.sourceConstraintComponent)
        )
        for each in report.subjects(RDF.type, SH.ValidationResult)
        if report.value(each, SH.resultSeverity) == SH.Violation
    }
