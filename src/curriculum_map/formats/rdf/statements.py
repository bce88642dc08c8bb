"""Statements of a profile, put together node by node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

from pyoxigraph import NamedNode

from curriculum_map.errors import BadQuestion
from curriculum_map.formats.base import Loss
from curriculum_map.formats.rdf.namespaces import PREFIXES, expand
from curriculum_map.formats.rdf.speech import Speech
from curriculum_map.formats.rdf.syntaxes import serialise
from curriculum_map.model import Settings, Text

Said = Text | str | float | bool

_TYPE = f"<{expand('rdf:type')}>"


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
        self.base = base_of(settings)
        self._syntax = syntax
        self._prefixes = {**PREFIXES, **prefixes}
        self._speech = Speech(xml=syntax == "rdf-xml")
        self._terms: dict[str, str] = {}
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
        said = self._nodes.setdefault(iri, {})
        for each in classes:
            said[f"{_TYPE} <{self.expand(each)}> .\n"] = None
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
        """Link to other nodes, whose IRIs are known to be IRIs."""
        self._put(node, term, [f"<{each}>" for each in iris])

    def address(self, node: str, term: str, address: str) -> str:
        """Link to a web address that somebody wrote; none is no link.

        Returns:
            The address; empty if it is no IRI, which is a loss.
        """
        if address and not is_iri(address):
            reason = f'RDF does not take "{address}" for a web address; it is left out.'
            self.losses.add(Loss(*self._speech.about, reason))
            return ""
        if address:
            self.link(node, term, address)
        return address

    def has(self, node: str) -> bool:
        """Tell whether the node was begun."""
        return node in self._nodes

    def expand(self, curie: str) -> str:
        """Give the whole IRI of a short form."""
        if curie not in self._terms:
            prefix, _, name = curie.partition(":")
            self._terms[curie] = self._prefixes[prefix] + name
        return self._terms[curie]

    def document(self) -> str:
        """Write everything that was said, in the syntax this was begun with."""
        output = BytesIO()
        prefixes = sorted({"rdf", *(curie.partition(":")[0] for curie in self._terms)})
        used = {key: self._prefixes[key] for key in prefixes}
        serialise(self._lines(), self._syntax, output, used)
        return output.getvalue().decode()

    @property
    def losses(self) -> set[Loss]:
        """What could not be said so far."""
        return self._speech.losses

    def _put(self, node: str, term: str, values: Iterable[str]) -> None:
        said, start = self._nodes[node], f"<{self.expand(term)}> "
        for value in values:
            said[f"{start}{value} .\n"] = None

    def _lines(self) -> Iterator[str]:
        for node, said in self._nodes.items():
            start = f"<{node}> "
            yield "".join([start + each for each in said])


def base_of(settings: Settings) -> str:
    """Give the base of the project's IRIs.

    Raises:
        BadQuestion: If it is not a web address RDF accepts.
    """
    if not is_iri(settings.base):
        raise BadQuestion(f'The base "{settings.base}" is not a web address that RDF accepts.')
    return settings.base


def is_iri(address: str) -> bool:
    """Tell whether RDF takes a web address for an IRI."""
    try:
        NamedNode(address)
    except ValueError:
        return False
    return True
