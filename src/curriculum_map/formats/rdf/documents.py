"""The export cut into one document for each IRI: what a partner finds who follows it.

A document says everything the export says with its IRI as subject, the same of all that stands
inside it, what leads to it from what it stands inside, and what the things it links to are called.
So each is a part of the export, and together they are the export.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pyoxigraph import Triple

from curriculum_map.formats.rdf.encode import Encoder
from curriculum_map.formats.rdf.namespaces import PREFIXES, expand
from curriculum_map.formats.rdf.slots import SLOTS
from curriculum_map.formats.rdf.speech import Speech
from curriculum_map.formats.rdf.statements import base_of
from curriculum_map.formats.rdf.syntaxes import serialised, triples
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


def _inside(of: type[Any]) -> Iterator[str]:
    """Give the kinds of nodes that stand inside a class, at any depth."""
    seen: set[type[Any]] = set()
    left = [of]
    while left:
        nodes = [slot for slot in SLOTS[left.pop()] if slot.carrier == "node"]
        yield from (slot.kind for slot in nodes)
        more = {each for slot in nodes for each in slot.classes} - seen
        seen |= more
        left += more


AROUND: Mapping[str, str] = {
    kind: of.kind for of in COLLECTIONS.values() for kind in sorted(set(_inside(of)))
}
"""The kind of every node that stands inside a thing, and the kind of the thing."""


def path_around(path: str) -> str:
    """Give the path of the thing that a node stands inside.

    Args:
        path: What stands after the base in the IRI of a node, such as `outcome/ehealth__explains`.

    Returns:
        The same of the thing, such as `unit/ehealth`; empty for what stands for itself.
    """
    kind, _, ids = path.partition("/")
    return f"{AROUND[kind]}/{ids.partition('__')[0]}" if kind in AROUND else ""


@dataclass(frozen=True)
class Document:
    """What is said about one IRI, and around it.

    Attributes:
        iri: The IRI.
        whole: The IRIs of which all is said that the export says: itself, and what stands inside.
        lines: Statements as N-Triples, those of one subject together, its own first.
        around: The IRI of what it stands inside; empty for what stands for itself.
    """

    iri: str
    whole: tuple[str, ...]
    lines: str
    around: str = ""

    @cached_property
    def triples(self) -> Sequence[Triple]:
        """The same statements, taken apart."""
        return tuple(triples([self.lines]))

    def written(self, syntax: str) -> bytes:
        """Write the document in one of the syntaxes of an export."""
        used = {name: iri for name, iri in PREFIXES.items() if f"<{iri}" in self.lines}
        return serialised(self.triples, syntax, used)


class Documents(Mapping[str, Document]):
    """The document of every IRI that something is said of in the export, in its order.

    The first is that of the base, which also says what everything else is called. If the base ends
    in `#` it says all, for then every IRI leads to this one document. Each is put together when it
    is asked for.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Sort the export by subject.

        Raises:
            BadQuestion: If the project's base is not a web address RDF accepts.
        """
        # IRIs stand in angle brackets in here; what is said goes without its subject.
        self._said: dict[str, list[str]] = {}
        self._inside: dict[str, list[str]] = {}
        self._around: dict[str, str] = {}
        base = base_of(catalogue.settings)
        self._base, self._whole = f"<{base}>", base.endswith("#")
        tops = tuple(f"<{base}{of.kind}/" for of in COLLECTIONS.values())
        for lines in Encoder(catalogue, Speech(xml=False)).statements():
            # Other line ends than this one may stand inside a text.
            for line in lines.split("\n")[:-1]:
                subject, _, rest = line.partition(" ")
                self._said.setdefault(subject, []).append(f"{rest}\n")
        self._tops = [iri for iri in self._said if iri.startswith(tops)]
        self._nest()

    def __getitem__(self, iri: str) -> Document:
        """Give the document of an IRI, or raise `KeyError`."""
        if f"<{iri}>" not in self._said:
            raise KeyError(iri)
        about = list(self._within(f"<{iri}>"))
        around = self._around.get(about[0], "")
        whole = tuple(each[1:-1] for each in about)
        return Document(iri, whole, "".join(self._lines(about, around)), around[1:-1])

    def __iter__(self) -> Iterator[str]:
        """Go through the IRIs."""
        return (iri[1:-1] for iri in self._said)

    def __len__(self) -> int:
        """Count them."""
        return len(self._said)

    def _lines(self, about: list[str], around: str) -> Iterator[str]:
        first = about[0] == self._base
        whole = self._said if first and self._whole else about
        yield from (f"{each} {rest}" for each in whole for rest in self._said[each])
        if whole is about:
            yield from self._leading(about[0], around)
            for each in self._tops if first else sorted(self._linked(about) | {around} - {""}):
                yield from (f"{each} {rest}" for rest in self._name(each))

    def _leading(self, to: str, around: str) -> Iterator[str]:
        """Say what leads to a node from what it stands inside."""
        led = (rest for rest in self._said.get(around, ()) if _value(rest) == to)
        yield from (f"{around} {rest}" for rest in led)

    def _nest(self) -> None:
        for subject, said in self._said.items():
            types = (_value(rest) for rest in said if rest.startswith(_TYPE))
            inside = next((_INSIDE[each] for each in types if each in _INSIDE), set())
            within = [_value(rest) for rest in said if rest.partition(" ")[0] in inside]
            self._inside[subject] = within
            self._around |= dict.fromkeys(within, subject)

    def _within(self, iri: str) -> Iterator[str]:
        """Give a node and all that stands inside it, at any depth."""
        yield iri
        for each in self._inside[iri]:
            yield from self._within(each)

    def _linked(self, about: list[str]) -> set[str]:
        linked = {_value(rest) for each in about for rest in self._said[each]}
        return {each for each in linked - {*about} if each in self._said}

    def _name(self, iri: str) -> list[str]:
        """Give what says how a node is called; of the best term only."""
        for term in _LABELS:
            if found := [rest for rest in self._said[iri] if rest.startswith(term)]:
                return found
        return []


def _value(rest: str) -> str:
    """Give the object of a statement without its subject."""
    return rest.partition(" ")[2][:-3]
