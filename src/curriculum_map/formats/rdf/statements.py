"""Statements of a profile, put together node by node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

from pyoxigraph import NamedNode

from curriculum_map.errors import BadQuestion
from curriculum_map.formats.base import Loss
from curriculum_map.formats.rdf.namespaces import PREFIXES
from curriculum_map.formats.rdf.speech import Speech
from curriculum_map.formats.rdf.syntaxes import serialise
from curriculum_map.model import Settings, Text

Said = Text | str | float | bool


class Statements:
    """What a profile says about each node: every statement once, in the order it was made.

    Nodes are named by whole IRIs, properties and classes by short forms such as `schema:name`.
    """

    def __init__(self, settings: Settings, prefixes: Mapping[str, str], syntax: str) -> None:
        """Start with nothing said.

        Args:
            settings: Whose base all IRIs of the project stand under.
            prefixes: Namespaces that are used beside those of the project.
            syntax: What will be written, for what that syntax cannot say.

        Raises:
            BadQuestion: If the project's base is not a web address RDF accepts.
        """
        if not is_iri(settings.base):
            said = f'The base "{settings.base}" is not a web address that RDF accepts.'
            raise BadQuestion(said)
        self.base = settings.base
        self._syntax = syntax
        self._prefixes = {**PREFIXES, **prefixes}
        self._speech = Speech(xml=syntax == "rdf-xml")
        self._nodes: dict[str, dict[str, None]] = {}

    def node(self, iri: str, *classes: str, about: tuple[str, str] = ("", "")) -> str:
        """Begin or go on with a node of these classes; gives its IRI.

        Args:
            iri: The node.
            classes: Short forms; those it has already are not repeated.
            about: Kind and id of the thing it stands for, for what cannot be said of it.
        """
        if any(about):
            self._speech.about = about
        self._nodes.setdefault(iri, {})
        self.link(iri, "rdf:type", *(self.expand(each) for each in classes))
        return iri

    def say(self, node: str, term: str, *values: Said) -> None:
        """Say texts, numbers and truth values; what is empty is not said."""
        for value in values:
            if isinstance(value, Text):
                self._put(node, term, self._speech.texts(value))
            elif value != "":
                self._put(node, term, [self._speech.literal(value)])

    def typed(self, node: str, term: str, words: str, datatype: str) -> None:
        """Say a literal of a datatype, such as `xsd:duration`."""
        literal = self._speech.literal(words)
        self._put(node, term, [f"{literal}^^<{self.expand(datatype)}>"])

    def link(self, node: str, term: str, *iris: str) -> None:
        """Link to other nodes; an address that RDF does not take is left out."""
        self._put(node, term, [f"<{each}>" for each in iris if is_iri(each)])

    def has(self, node: str) -> bool:
        """Tell whether the node was begun."""
        return node in self._nodes

    def expand(self, curie: str) -> str:
        """Give the whole IRI of a short form."""
        prefix, _, name = curie.partition(":")
        return self._prefixes[prefix] + name

    def document(self) -> str:
        """Write everything that was said, in the syntax this was begun with."""
        output = BytesIO()
        used = {key: self._prefixes[key] for key in sorted(self._prefixes) if self._uses(key)}
        serialise(self._lines(), self._syntax, output, used)
        return output.getvalue().decode()

    def losses(self) -> set[Loss]:
        """Give what the syntax could not say."""
        return self._speech.losses

    def _put(self, node: str, term: str, values: Iterable[str]) -> None:
        said, property_ = self._nodes[node], self.expand(term)
        said.update((f"<{node}> <{property_}> {value} .\n", None) for value in values)

    def _lines(self) -> Iterator[str]:
        for said in self._nodes.values():
            yield from said

    def _uses(self, prefix: str) -> bool:
        start = f" <{self._prefixes[prefix]}"
        return any(start in line for line in self._lines())


def is_iri(address: str) -> bool:
    """Tell whether RDF takes a web address for an IRI."""
    try:
        NamedNode(address)
    except ValueError:
        return False
    return True
