"""Statements sorted by subject, with a memory of what was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from curriculum_map.errors import InvalidProject, way_out
from curriculum_map.formats.rdf.namespaces import OWN, expand, shorten
from curriculum_map.formats.rdf.terms import APART, CLASSES, COMMON, LANGUAGE_TAG, SPELLING, TERMS
from curriculum_map.model import Settings
from curriculum_map.problems import Problem, Where

Term = NamedNode | BlankNode | Literal | Triple

_TYPE, _SPELLING = expand("rdf:type"), expand(SPELLING)
_NOTHING: Mapping[str, Mapping[Term, None]] = {}
_OWN_CLASS = {expand(names[0]): of for of, names in CLASSES.items()}
_PROPERTIES = frozenset(
    expand(curie)
    for curie in chain(APART, COMMON.values(), *(terms.values() for terms in TERMS.values()))
    if expand(curie).startswith(OWN)
)


class Graph:
    """What a document says, each statement once.

    Attributes:
        file: What the document is called in problems.
        problems: What is wrong with it, as far as it was looked at.
        types: The class of the model of each node that has one.
        base: The IRI of the catalogue itself.
    """

    def __init__(self, quads: Iterable[Quad], file: str) -> None:
        """Read all statements.

        Raises:
            InvalidProject: If no node or several are the catalogue.
        """
        self.file = file
        self.problems: list[Problem] = []
        self._nodes: dict[str, dict[str, dict[Term, None]]] = {}
        self._asked: set[tuple[str, str]] = set()
        for quad in quads:
            node = self._nodes.setdefault(_name(quad.subject), {})
            node.setdefault(quad.predicate.value, {})[quad.object] = None
        self.types = dict(self._typed())
        self.base = self._find_base()

    def ask(self, subject: str, predicate: str) -> list[Term]:
        """Give what is said about a subject with one property, in the order of the document."""
        found = self._nodes.get(subject, _NOTHING).get(predicate)
        if not found:
            return []
        self._asked.add((subject, predicate))
        return list(found)

    def complain(self, code: str, message: str) -> None:
        """Keep a problem of the document."""
        self.problems.append(Problem(Where(self.file), code, message))

    def spellings(self) -> Mapping[str, str]:
        """Give the author's spelling of language tags that are not in lower case."""
        spelled = chain.from_iterable(node.get(_SPELLING, ()) for node in self._nodes.values())
        return {term.value.lower(): term.value for term in spelled if isinstance(term, Literal)}

    def check_all_was_asked(self) -> None:
        """Complain about own terms that nobody asked for: they would be lost."""
        for subject, node in self._nodes.items():
            own = self.types.get(subject)
            if own and not any((subject, predicate) in self._asked for predicate in node):
                self.complain("orphan", f"Nothing leads to <{subject}>.")
            elif own:
                self._check_properties(subject, node)

    def _check_properties(self, subject: str, node: Iterable[str]) -> None:
        for predicate in node:
            if predicate.startswith(OWN) and (subject, predicate) not in self._asked:
                short = shorten(predicate)
                self.complain(
                    "unknown-field",
                    f"<{subject}> cannot say {short}."
                    if predicate in _PROPERTIES
                    else f"<{subject}>: There is no property called {short}. "
                    + way_out(short, sorted(map(shorten, _PROPERTIES))),
                )

    def _typed(self) -> Iterator[tuple[str, type[Any]]]:
        for subject, node in self._nodes.items():
            for term in node.get(_TYPE, ()):
                iri = term.value if isinstance(term, NamedNode) else ""
                if iri in _OWN_CLASS:
                    yield subject, _OWN_CLASS[iri]
                elif iri.startswith(OWN) and iri != expand(LANGUAGE_TAG):
                    self._complain_of_class(subject, shorten(iri))

    def _complain_of_class(self, subject: str, short: str) -> None:
        known = sorted(map(shorten, _OWN_CLASS))
        message = f"<{subject}>: There is no class called {short}. {way_out(short, known)}"
        self.complain("unknown-name", message)

    def _find_base(self) -> str:
        found = sorted(subject for subject, of in self.types.items() if of is Settings)
        if len(found) != 1:
            is_one = " and ".join(f"<{iri}>" for iri in found) or "no node"
            self.complain("not-a-catalogue", f"Exactly one node is a cm:Catalogue; here {is_one}.")
            raise InvalidProject(self.problems)
        return found[0]


def _name(subject: NamedNode | BlankNode | Triple) -> str:
    return subject.value if isinstance(subject, NamedNode) else str(subject)
