"""The project's own vocabulary as an OWL file, worked out from the one table of terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Any, NamedTuple

from curriculum_map.formats.rdf.namespaces import OWN, PREFIXES
from curriculum_map.formats.rdf.slots import REFERRED, SLOTS, Slot
from curriculum_map.formats.rdf.terms import (
    CLASSES,
    COMMON,
    LANGUAGE_TAG,
    ORDER,
    POSITION,
    SHEET,
    SPELLING,
)
from curriculum_map.formats.rdf.words_classes import LANGUAGES, OF_CLASSES, Words
from curriculum_map.formats.rdf.words_more_properties import OF_MORE_PROPERTIES
from curriculum_map.formats.rdf.words_properties import OF_PROPERTIES
from curriculum_map.model import LevelRef, Text
from curriculum_map.problems import Where

WORDS: Mapping[str, Words] = MappingProxyType({**OF_CLASSES, **OF_PROPERTIES, **OF_MORE_PROPERTIES})
"""Label and definition of every own term, by its short form."""

_LITERALS: Mapping[type[Any], str] = {
    str: "xsd:string",
    bool: "xsd:boolean",
    int: "xsd:integer",
    float: "xsd:double",
    Text: "rdf:langString",
    LevelRef: "cm:Level",
    Where: "xsd:string",
}


class Use(NamedTuple):
    """Where a property is used, and with what.

    Attributes:
        domain: Classes of the nodes that have it, sorted; empty for any.
        range: Classes or datatypes of its values, sorted.
    """

    domain: tuple[str, ...]
    range: tuple[str, ...]


def ranges(slot: Slot) -> tuple[str, ...]:
    """Give the classes or datatypes of what a field is carried as."""
    if slot.carrier == "node":
        return tuple(CLASSES[of][0] for of in slot.classes)
    if slot.carrier in ("ref", "scoped"):
        return (CLASSES[REFERRED[slot.kind]][0],)
    if slot.carrier == "address":
        return ("rdfs:Resource",)
    if slot.classes == (float,):
        return ("xsd:double", "xsd:integer")
    return (_LITERALS[slot.classes[0]],)


def uses() -> Mapping[str, Use]:
    """Give every own property with where it is used, sorted by its short form."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for of, slots in SLOTS.items():
        for slot in slots:
            if slot.curie.startswith("cm:"):
                domain, range_ = found.setdefault(slot.curie, (set(), set()))
                if slot.name not in COMMON:
                    domain.add(CLASSES[of][0])
                range_.update(ranges(slot))
    apart = {
        POSITION: Use((), ("xsd:integer",)),
        ORDER: Use((), ("xsd:string",)),
        SHEET: Use((), ("xsd:string",)),
        SPELLING: Use((LANGUAGE_TAG,), ("xsd:string",)),
    }
    used = {term: Use(tuple(sorted(d)), tuple(sorted(r))) for term, (d, r) in found.items()}
    return dict(sorted((used | apart).items()))


def vocabulary_turtle() -> str:
    """Write the vocabulary: every own class and property, with words in three languages.

    A property that is used on several classes names them with `schema:domainIncludes`, so
    that nobody concludes that a node is all of them; `rdfs:domain` is kept for a single one.
    """
    prefixes = (f"@prefix {name}: <{iri}> ." for name, iri in sorted(PREFIXES.items()))
    head = (
        f"<{OWN}> a owl:Ontology ;\n"
        '    dcterms:title "curriculum-map vocabulary"@en ;\n'
        f"    dcterms:license <https://creativecommons.org/licenses/by/4.0/> .\n"
    )
    blocks = (block for block in chain(_classes(), _properties()))
    return "\n".join(["\n".join(prefixes), "", head, *blocks])


def vocabulary_document(syntax: str) -> str:
    """Write the vocabulary in one of the syntaxes of an export; in Turtle as above."""
    from io import BytesIO

    from pyoxigraph import RdfFormat, parse, serialize

    from curriculum_map.formats.rdf.syntaxes import serialise

    turtle = vocabulary_turtle()
    if syntax == "turtle":
        return turtle
    triples = (quad.triple for quad in parse(turtle, RdfFormat.TURTLE))
    lines, output = BytesIO(), BytesIO()
    serialize(triples, lines, RdfFormat.N_TRIPLES)
    serialise([lines.getvalue().decode()], syntax, output, PREFIXES)
    return output.getvalue().decode()


def _classes() -> Iterator[str]:
    above = {names[0]: names[1:] for names in CLASSES.values()}
    for term in sorted((*above, LANGUAGE_TAG)):
        lines = [f"rdfs:subClassOf {name}" for name in above.get(term, ())]
        yield _block(term, "owl:Class", lines)


def _properties() -> Iterator[str]:
    for term, (domain, range_) in uses().items():
        is_data = all(each.startswith(("xsd:", "rdf:")) for each in range_)
        kind = "owl:DatatypeProperty" if is_data else "owl:ObjectProperty"
        lines = _either("rdfs:domain", "schema:domainIncludes", domain)
        yield _block(term, kind, lines + _either("rdfs:range", "schema:rangeIncludes", range_))


def _either(one: str, several: str, classes: tuple[str, ...]) -> list[str]:
    if len(classes) == 1:
        return [f"{one} {classes[0]}"]
    return [f"{several} {', '.join(classes)}"] if classes else []


def _block(term: str, kind: str, lines: list[str]) -> str:
    words = list(zip(LANGUAGES, WORDS[term], strict=True))
    labels = [f'rdfs:label "{label}"@{tag}' for tag, (label, _) in words]
    meanings = [f'skos:definition "{meaning}"@{tag}' for tag, (_, meaning) in words]
    said = [*labels, *meanings, *lines, f"rdfs:isDefinedBy <{OWN}>"]
    return f"{term} a {kind} ;\n    " + " ;\n    ".join(said) + " .\n"
