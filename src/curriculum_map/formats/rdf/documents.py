"""The export cut into one document for each IRI: what a partner finds who follows it.

A document says everything the export says with its IRI as subject, the same of all that stands
inside it, what leads to it from the thing it stands inside, and what the things it links to are
called. So each is a part of the export, and together they are the export.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import NamedTuple

from curriculum_map.formats.rdf.encode import Encoder
from curriculum_map.formats.rdf.namespaces import PREFIXES, expand
from curriculum_map.formats.rdf.slots import SLOTS
from curriculum_map.formats.rdf.speech import Speech
from curriculum_map.formats.rdf.statements import base_of
from curriculum_map.formats.rdf.syntaxes import serialise
from curriculum_map.formats.rdf.terms import CLASSES
from curriculum_map.model import COLLECTIONS, Catalogue

LABELS = ("skos:prefLabel", "dcterms:title", "schema:name", "schema:description")
"""The terms that say what a thing is called, the best first."""

SYNTAXES: Mapping[str, str] = {".ttl": "turtle", ".jsonld": "json-ld"}
"""Ending of a file to the syntax a document is written in."""

_TYPE = f"<{expand('rdf:type')}>"
_LABELS = tuple(f"<{expand(term)}> " for term in LABELS)
_INSIDE = {
    f"<{expand(CLASSES[of][0])}>": {f"<{slot.term}>" for slot in slots if slot.carrier == "node"}
    for of, slots in SLOTS.items()
}


class Document(NamedTuple):
    """What is said about one IRI, and around it.

    Attributes:
        iri: The IRI.
        around: The IRI of the thing it stands inside; empty if it stands for itself.
        whole: The IRIs of which all is said that the export says: itself, and what stands inside.
        lines: Statements as N-Triples, those of one subject together, its own first.
    """

    iri: str
    around: str
    whole: tuple[str, ...]
    lines: str

    def written(self, syntax: str) -> bytes:
        """Write the document in one of the syntaxes of an export."""
        output = BytesIO()
        used = {name: iri for name, iri in PREFIXES.items() if f"<{iri}" in self.lines}
        serialise([self.lines], syntax, output, used)
        return output.getvalue()


def documents(catalogue: Catalogue) -> Iterator[Document]:
    """Give the document of every IRI that is a subject of the export, in its order.

    The first is that of the base, which also says what everything that stands for itself is
    called. If the base ends in `#` it says all, for then every IRI leads to this one document.

    Raises:
        BadQuestion: If the project's base is not a web address RDF accepts.
    """
    parts = _Parts(catalogue)
    for iri in parts.said:
        around, whole = parts.around.get(iri, ""), tuple(each[1:-1] for each in parts.within(iri))
        yield Document(iri[1:-1], around[1:-1], whole, "".join(parts.lines(iri)))


class _Parts:
    """The export by subject; IRIs stand in angle brackets.

    Attributes:
        said: What is said of each, without the subject.
        around: The IRI around each that stands inside another.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.said: dict[str, list[str]] = {}
        self.around: dict[str, str] = {}
        self._inside: dict[str, list[str]] = {}
        base = base_of(catalogue.settings)
        self._base, self._whole = f"<{base}>", base.endswith("#")
        tops = tuple(f"<{base}{of.kind}/" for of in COLLECTIONS.values())
        for lines in Encoder(catalogue, Speech(xml=False)).statements():
            # Other line ends than this one may stand inside a text.
            for line in lines.split("\n")[:-1]:
                subject, _, rest = line.partition(" ")
                self.said.setdefault(subject, []).append(f"{rest}\n")
        self._tops = [iri for iri in self.said if iri.startswith(tops)]
        self._nest()

    def lines(self, iri: str) -> Iterator[str]:
        """Give the statements of the document of an IRI."""
        if iri == self._base and self._whole:
            yield from (f"{each} {rest}" for each, said in self.said.items() for rest in said)
            return
        about = list(self.within(iri))
        yield from (f"{each} {rest}" for each in about for rest in self.said[each])
        if outer := self.around.get(iri):
            yield from (f"{outer} {rest}" for rest in self.said[outer] if _value(rest) == iri)
        for each in self._tops if iri == self._base else sorted(self._linked(about, outer)):
            yield from (f"{each} {rest}" for rest in self._name(each))

    def _nest(self) -> None:
        for subject, said in self.said.items():
            types = (_value(rest) for rest in said if rest.startswith(_TYPE))
            inside = next((_INSIDE[each] for each in types if each in _INSIDE), set())
            within = [_value(rest) for rest in said if rest.partition(" ")[0] in inside]
            self._inside[subject] = within
            self.around.update(dict.fromkeys(within, subject))

    def within(self, iri: str) -> Iterator[str]:
        """Give a node and all that stands inside it, at any depth."""
        yield iri
        for each in self._inside[iri]:
            yield from self.within(each)

    def _linked(self, about: list[str], outer: str | None) -> set[str]:
        linked = {_value(rest) for each in about for rest in self.said[each]}
        return {each for each in {*linked, outer} - {*about} if each in self.said}

    def _name(self, iri: str) -> list[str]:
        """Give what says how a node is called; of the best term only."""
        for term in _LABELS:
            if found := [rest for rest in self.said[iri] if rest.startswith(term)]:
                return found
        return []


def _value(rest: str) -> str:
    """Give the object of a statement without its subject."""
    return rest.partition(" ")[2][:-3]
