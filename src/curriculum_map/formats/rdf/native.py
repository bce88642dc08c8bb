"""The whole catalogue as RDF: lossless, without blank nodes, the same bytes every time.

Every node has a flat IRI below the project's base: `{base}unit/ehealth`, and for what stands
inside something else the ids of both, as in `{base}outcome/ehealth__explains-risk`; an id has no
double underscore. The order of several values is kept by `cm:position` on nodes and by `cm:order`
where values are not in alphabetical or numeric order.

Carried with a loss, which is reported: characters XML cannot write (in RDF/XML only), half a
surrogate pair, what RDF does not take for a language tag, and a second spelling of one tag.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

from curriculum_map.formats.base import Format, Loss, Written, of_text
from curriculum_map.formats.rdf.namespaces import OWN, PREFIXES
from curriculum_map.formats.rdf.terms import SEGMENTS
from curriculum_map.model import COLLECTIONS, Catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from curriculum_map.formats.reading import Reading

SUFFIXES = MappingProxyType(
    {
        ".ttl": "turtle",
        ".nt": "ntriples",
        ".jsonld": "json-ld",
        ".rdf": "rdf-xml",
        ".trig": "trig",
    }
)
_WRITTEN_PREFIXES = ("cm", "dc", "dcterms", "owl", "prov", "schema", "skos", "xsd")


def write(catalogue: Catalogue, syntax: str) -> Written[str]:
    """Express the catalogue in one of the syntaxes of `SUFFIXES`.

    Raises:
        BadQuestion: If the project's base is not a web address RDF accepts.
    """
    from io import BytesIO

    output = BytesIO()
    losses = stream(catalogue, syntax, output)
    return Written(output.getvalue().decode(), losses)


def stream(catalogue: Catalogue, syntax: str, output: BinaryIO) -> tuple[Loss, ...]:
    """Write the same bytes as `write` as they come, in memory that does not grow with them.

    Args:
        catalogue: What is written.
        syntax: One of the syntaxes of `SUFFIXES`.
        output: Takes the bytes (UTF-8); is left open.

    Returns:
        What could not be carried, sorted.

    Raises:
        BadQuestion: If the project's base is not a web address RDF accepts.
    """
    from curriculum_map.formats.rdf.encode import Encoder
    from curriculum_map.formats.rdf.speech import Speech
    from curriculum_map.formats.rdf.statements import base_of
    from curriculum_map.formats.rdf.syntaxes import serialise

    base = base_of(catalogue.settings)
    speech = Speech(xml=syntax == "rdf-xml")
    statements = Encoder(catalogue, speech).statements()
    serialise(statements, syntax, output, _prefixes(base, syntax))
    return tuple(sorted(speech.losses))


def read(text: str, syntax: str, file: str) -> Catalogue:
    """Make the catalogue that `write` was given, places included.

    What is said about other nodes, or in other vocabularies, is passed over.

    Args:
        text: The document.
        syntax: One of the syntaxes of `SUFFIXES`.
        file: What to call the document in problems.

    Raises:
        InvalidProject: With every problem found; for text that is no RDF the first one.
    """
    from curriculum_map.formats.rdf.decode import decode
    from curriculum_map.formats.rdf.syntaxes import statements

    return decode(statements(text, syntax, file), file)


def _prefixes(base: str, syntax: str) -> Mapping[str, str]:
    """Give the short names a document starts with; each kind of node has one in Turtle and TriG."""
    known = {prefix: PREFIXES[prefix] for prefix in _WRITTEN_PREFIXES}
    if syntax == "rdf-xml":
        return known
    kinds = (*(of.kind for of in COLLECTIONS.values()), *SEGMENTS.values())
    return known | {kind: f"{base}{kind}/" for kind in kinds}


def _reading(text: str, syntax: str, file: str) -> Reading:
    from curriculum_map.formats.reading import Reading

    return Reading(read(text, syntax, file), ())


FORMAT = Format(
    name="rdf",
    title="the whole catalogue as linked data",
    spec=OWN,
    suffixes=SUFFIXES,
    write=write,
    read=of_text(_reading),
)
