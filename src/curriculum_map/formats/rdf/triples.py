"""Statements by subject and property, whatever they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from curriculum_map.formats.rdf.namespaces import expand

Term = NamedNode | BlankNode | Literal | Triple
_NOTHING: Mapping[str, list[Term]] = {}


class Triples:
    """What a document says, each statement once, subjects and values sorted.

    Nodes are named by their IRI, those without one by `_:` and a label of the document.
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        """Take in all statements; those of named graphs count as the others do."""
        found: dict[str, dict[str, dict[Term, None]]] = {}
        for quad in quads:
            about = found.setdefault(name(quad.subject), {})
            about.setdefault(quad.predicate.value, {})[quad.object] = None
        self._said = {
            subject: {term: sorted(values, key=str) for term, values in sorted(about.items())}
            for subject, about in sorted(found.items())
        }

    def __iter__(self) -> Iterator[str]:
        """Go through the subjects."""
        return iter(self._said)

    def properties(self, subject: str) -> Mapping[str, list[Term]]:
        """Give everything said about a node: whole IRI of the property to values."""
        return self._said.get(subject, _NOTHING)

    def values(self, subject: str, *curies: str) -> list[Term]:
        """Give what is said about a node with any of some properties, such as `skos:broader`."""
        about = self.properties(subject)
        return [value for curie in curies for value in about.get(expand(curie), ())]

    def nodes(self, subject: str, *curies: str) -> list[str]:
        """Give the nodes a node is linked to with any of some properties."""
        return [name(v) for v in self.values(subject, *curies) if not isinstance(v, Literal)]

    def literals(self, subject: str, *curies: str) -> list[Literal]:
        """Give the literals among the values."""
        return [each for each in self.values(subject, *curies) if isinstance(each, Literal)]

    def word(self, subject: str, *curies: str) -> str:
        """Give the first text with one of some properties; empty if there is none."""
        return next((each.value for each in self.literals(subject, *curies)), "")

    def links(self, *curies: str) -> Iterator[tuple[str, str]]:
        """Give the pairs of nodes that any of some properties links."""
        for subject in self:
            yield from ((subject, each) for each in self.nodes(subject, *curies))

    def typed(self, *curies: str) -> list[str]:
        """Give the nodes of any of some classes, sorted."""
        wanted = {expand(each) for each in curies}
        return [each for each in self if not wanted.isdisjoint(self.nodes(each, "rdf:type"))]

    def listed(self, head: str) -> list[str]:
        """Give the nodes of an RDF list, in order; it ends where it would repeat itself."""
        found: list[str] = []
        seen: set[str] = set()
        while head not in seen and head != expand("rdf:nil"):
            seen.add(head)
            found += self.nodes(head, "rdf:first")[:1]
            head = next(iter(self.nodes(head, "rdf:rest")), expand("rdf:nil"))
        return found


def name(node: Term) -> str:
    """Give the IRI of a node, or the label it has in its document."""
    return node.value if isinstance(node, NamedNode) else str(node)
