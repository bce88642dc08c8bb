"""The document of an IRI as a page shows it: nodes with what is said of them, and links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

from pyoxigraph import Literal, NamedNode

from curriculum_map.formats.rdf.documents import LABELS, Document, path_around
from curriculum_map.formats.rdf.namespaces import OWN, expand, shorten
from curriculum_map.formats.rdf.terms import POSITION
from curriculum_map.formats.rdf.vocabulary import WORDS as OWN_WORDS
from curriculum_map.model import Settings, Text
from curriculum_map.pages.words import WORDS

VOCABULARY = "ns"
"""Name of the document of the project's own terms."""

_TYPE = expand("rdf:type")
_LABELS = tuple(map(expand, LABELS))
_TOLD = {_TYPE, expand(POSITION)}
"""What the frame and the order of a node inside another one show already."""
_NOTHING: Mapping[str, list[NamedNode | Literal]] = {}


class Link(NamedTuple):
    """Another node: the way to what is known of it, and what it is called."""

    address: str
    label: Text | str


class Term(NamedTuple):
    """A property or class: its short form, and the way to what it means."""

    curie: str
    address: str


class Words(NamedTuple):
    """A literal: its text, and the language it is in, if it is in one."""

    text: str
    language: str


class Node(NamedTuple):
    """Something that is described.

    Attributes:
        link: The node itself, where it is described: what stands inside a thing is there.
        page: The way to the page that is its own.
        place: What names it on the page of the thing it stands inside.
        kind: Its class.
        said: What is said of it: the term and all values, in the order of the export.
    """

    link: Link
    page: str
    place: str
    kind: Term
    said: Sequence[tuple[Term, Sequence[Value]]]


Value: TypeAlias = Words | Link | Term | Node


class Reading:
    """What one document says.

    Attributes:
        used: Short forms of the terms that were met and have words of ours, each once.
    """

    def __init__(self, about: Document, settings: Settings, names: Mapping[str, str]) -> None:
        """Read a document.

        Args:
            about: The document.
            settings: What the project says about itself.
            names: Path below the base of every IRI, to the name of its file.
        """
        self._about, self._base, self._names = about, settings.base, names
        # No document lies deeper than one folder.
        self._up = "../" if "/" in names[self._path(about.iri)] else ""
        self._left = set(about.whole)
        self.used: dict[str, None] = {}
        self._said: dict[str, dict[str, list[NamedNode | Literal]]] = {}
        for subject, predicate, value in about.triples:
            assert isinstance(subject, NamedNode)
            assert isinstance(predicate, NamedNode)
            assert isinstance(value, NamedNode | Literal)
            said = self._said.setdefault(subject.value, {})
            said.setdefault(predicate.value, []).append(value)

    def head(self) -> tuple[Link, Term]:
        """Give what the document is about, and its class."""
        iri = self._about.iri
        return self._link(iri), self._kind(iri)

    def top(self) -> Node:
        """Give what the document is about, with what stands inside it."""
        return self._node(self._about.iri)

    def around(self) -> Link | None:
        """Give what the document stands inside; None if it stands for itself."""
        return self._link(self._about.around) if self._about.around else None

    def groups(self) -> Iterator[tuple[str, Sequence[Link]]]:
        """Give everything else that the document says how it is called, by the kind in its IRI."""
        paths = {self._path(iri): iri for iri in self._said if iri != self._about.iri}
        others = sorted(paths.keys() & self._names.keys())
        for kind, each in groupby(others, lambda path: path.partition("/")[0]):
            yield kind, [self._link(paths[path]) for path in each]

    def _node(self, iri: str) -> Node:
        # What is linked to again is not shown again.
        self._left.discard(iri)
        said = self._said.get(iri, _NOTHING)
        shown = [
            (self._term(term), [self._value(each, term) for each in values])
            for term, values in said.items()
            if iri == self._about.iri or term not in _TOLD
        ]
        path = self._path(iri)
        page = f"{self._up}{self._names[path]}.html"
        return Node(self._link(iri), page, path, self._kind(iri), shown)

    def _kind(self, iri: str) -> Term:
        said = self._said.get(iri, _NOTHING)
        kind = next(iter(said.get(_TYPE, ())), NamedNode(expand("rdf:Resource")))
        return self._term(kind.value)

    def _value(self, value: NamedNode | Literal, term: str) -> Value:
        if isinstance(value, Literal):
            return Words(value.value, value.language or "")
        if term == _TYPE:
            return self._term(value.value)
        return self._node(value.value) if value.value in self._left else self._link(value.value)

    def _link(self, iri: str) -> Link:
        path = self._path(iri)
        if path in self._names:
            return Link(f"{self._up}{self._place(path)}", self._label(iri) or self._key(path))
        return Link(iri, self._label(iri) or iri)

    def _label(self, iri: str) -> Text:
        said = self._said.get(iri, _NOTHING)
        found = next((said[term] for term in _LABELS if term in said), ())
        return Text(
            tuple(sorted((str(getattr(each, "language", "") or ""), each.value) for each in found))
        )

    def _path(self, iri: str) -> str:
        return iri.removeprefix(self._base) if iri.startswith(self._base) else iri

    def _place(self, path: str) -> str:
        """Give the page on which an IRI is shown, and the place there if it stands inside."""
        # What stands inside nothing is not found in the document of the base.
        around = self._names.get(path_around(path)) if path_around(path) else None
        return f"{around}.html#{path}" if around else f"{self._names[path]}.html"

    def _key(self, path: str) -> str:
        """Give what tells a node without a name from others inside the same thing."""
        return path.rpartition("/")[2].rpartition("__")[2] or self._names[path]

    def _term(self, iri: str) -> Term:
        curie = shorten(iri)
        if curie in OWN_WORDS or curie in WORDS["en"]:
            self.used[curie] = None
        here = f"{self._up}{VOCABULARY}.html#{iri.removeprefix(OWN)}"
        return Term(curie, here if iri.startswith(OWN) else iri)
