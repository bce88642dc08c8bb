"""The vocabularies that are used, and the short form of their terms."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "cm": "https://w3id.org/curriculum-map/ns#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
"""Short name of each namespace that is used."""

OWN = PREFIXES["cm"]
"""The namespace of the project's own terms."""


def expand(curie: str) -> str:
    """Give the whole IRI of a term such as `schema:name`."""
    prefix, _, name = curie.partition(":")
    return PREFIXES[prefix] + name


def shorten(iri: str) -> str:
    """Give the short form of a term, or the IRI in angle brackets if no prefix fits."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"


def quoted(value: object) -> str:
    """Give a value as one word of `cm:order`: as it is, but for spaces and the like."""
    return quote(str(value), safe="/", errors="replace")
