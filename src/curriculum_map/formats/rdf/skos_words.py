"""The properties that are looked at when SKOS is read, and what is said of what is not."""

from __future__ import annotations

from curriculum_map.formats.rdf.namespaces import expand
from curriculum_map.formats.rdf.skos_vocabularies import HELD, NAMESPACE
from curriculum_map.formats.rdf.terms import MAPPINGS
from curriculum_map.model import Level, Scale, Text

TITLES = ("dcterms:title", "dc:title", "skos:prefLabel", "rdfs:label", "schema:name")
LABELS = ("skos:prefLabel", "rdfs:label", "dcterms:title", "dc:title")
ABOUTS = ("dcterms:description", "dc:description", "skos:definition")
_STRUCTURE = (
    *(
        "rdf:type",
        "rdfs:comment",
        "skos:inScheme",
        "skos:topConceptOf",
        "skos:hasTopConcept",
        "skos:broader",
        "skos:altLabel",
    ),
    *("skos:narrower", "skos:definition", "skos:notation", "owl:versionInfo", "owl:versionIRI"),
    *(
        "dcterms:license",
        "owl:deprecated",
        "dcterms:isReplacedBy",
        "dcterms:publisher",
        "dc:publisher",
        "dcterms:source",
        "schema:url",
    ),
)
_OWN = (
    *("cm:assumed", "cm:quote", "cm:disclaimer", "cm:scale", "cm:competencyKind"),
    *("cm:requirement", "cm:descriptor", "cm:position"),
)
USED = frozenset(
    expand(curie) for curie in (*TITLES, *LABELS, *ABOUTS, *_STRUCTURE, *_OWN, *MAPPINGS.values())
) | {NAMESPACE}
"""The properties of schemes and concepts that are looked at; others are counted."""

NOT_OF_AREAS = ("skos:notation", "skos:altLabel", *MAPPINGS.values())
HELD_OR_NOT = Scale(
    id=HELD,
    title=Text((("en", "Held or not"),)),
    levels=(Level(id="held", title=Text((("en", "Held"),))),),
    assumed=True,
    note="SKOS names no levels. This one says only that somebody has the competency.",
)
"""The scale of frameworks that name none."""

NO_LABEL = "concepts and schemes without a label are called by their ids"
NO_ORDER = "scales do not say in which order their levels stand; they are read by address"
AREA_SAYS_MORE = (
    "notations, other names and mappings of areas, which are top concepts, are passed over"
)
SECOND_AREA = "concepts below several top concepts are read in the first of them"
SECOND_NOTATION = "second notations are passed over"
BAD_TARGET = "mappings and addresses that are no web address are passed over"
UNKNOWN = "links to levels, competencies or sources that are not described are passed over"
