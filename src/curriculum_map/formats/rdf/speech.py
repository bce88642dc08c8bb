"""Python values as RDF terms in the notation of N-Triples, and what RDF has no way to say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from curriculum_map.formats.base import Loss
from curriculum_map.formats.rdf.namespaces import expand
from curriculum_map.model import Text

_BOOLEAN, _INTEGER, _DOUBLE, _ANY_URI = (
    f"^^<{expand(f'xsd:{name}')}>" for name in ("boolean", "integer", "double", "anyURI")
)
_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r"})
_NEEDS_CARE = re.compile(r"[^\x20-\x21\x23-\x5b\x5d-\x7e]").search
_HALF = re.compile("[\ud800-\udfff]")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def number(value: float | bool) -> str:
    """Give a number so that reading gives the same one: `28` and `28.0` stay what they are."""
    if isinstance(value, bool):
        return f'"{str(value).lower()}"{_BOOLEAN}'
    return f'"{value!r}"{_INTEGER if isinstance(value, int) else _DOUBLE}'


class Speech:
    """Says values in RDF, and remembers what could not be said.

    Attributes:
        about: Kind and id of what is being written, for the losses.
        losses: What could not be said so far.
    """

    def __init__(self, *, xml: bool) -> None:
        """Start; `xml` leaves out the characters that XML has no way to write."""
        self.about = ("", "")
        self.losses: set[Loss] = set()
        self._xml = xml
        self._tags: dict[str, str] = {}
        self._written: dict[str, str] = {}

    def literal(self, value: str | float | bool) -> str:
        """Give a text, number or truth value."""
        return f'"{self._words(value)}"' if isinstance(value, str) else number(value)

    def texts(self, value: Text) -> list[str]:
        """Give a text in each of its languages."""
        said: dict[str, str] = {}
        for tag, words in value.values:
            if written := self._tags.get(tag) or self._learn(tag):
                said.setdefault(written, words)
        return [f'"{self._words(words)}"@{tag}' for tag, words in said.items()]

    def address(self, value: str) -> str:
        """Give a web address as IRI, as text where RDF does not take it for one."""
        try:
            return f"<{NamedNode(value).value}>"
        except ValueError:
            return f'"{self._words(value)}"{_ANY_URI}'

    def spellings(self) -> Iterator[tuple[str, str]]:
        """Give the language tags used so far that RDF puts in lower case: so written, and as is."""
        return (pair for pair in sorted(self._written.items()) if pair[0] != pair[1])

    def _words(self, words: str) -> str:
        if not _NEEDS_CARE(words):
            return words
        said = _HALF.sub("\ufffd", words)
        if self._xml:
            said = _NO_XML.sub("\ufffd", said)
        if said != words:
            self._lose("A character that this syntax cannot write was replaced by U+FFFD.")
        return said.translate(_ESCAPES)

    def _learn(self, tag: str) -> str:
        """Find out how a language tag is written in RDF: in lower case; empty if not at all."""
        try:
            written = Literal("", language=tag).language or ""
        except ValueError:
            self._lose(f'RDF does not take "{tag}" for a language; its text is left out.')
            return ""
        if (known := self._written.setdefault(written, tag)) != tag:
            self._lose(f'RDF takes "{tag}" and "{known}" for one language; "{known}" is kept.')
        self._tags[tag] = written
        return written

    def _lose(self, reason: str) -> None:
        self.losses.add(Loss(*self.about, reason))
