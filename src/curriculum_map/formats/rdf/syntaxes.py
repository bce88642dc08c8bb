"""Triples to bytes and back: what is particular about each RDF syntax."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO, cast

from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize

from curriculum_map.errors import InvalidProject
from curriculum_map.problems import Problem, Where

SYNTAXES: Mapping[str, RdfFormat] = MappingProxyType(
    {
        "turtle": RdfFormat.TURTLE,
        "ntriples": RdfFormat.N_TRIPLES,
        "json-ld": RdfFormat.JSON_LD,
        "rdf-xml": RdfFormat.RDF_XML,
        "trig": RdfFormat.TRIG,
    }
)

_BREAKS: Mapping[str, tuple[tuple[bytes, bytes], ...]] = MappingProxyType(
    {
        "json-ld": ((b'},{"@', b'},\n{"@'), (b'],"http', b'],\n"http')),
        "rdf-xml": ((b"\r", b"&#13;"),),
    }
)
# JSON-LD comes as one line: a break before each node and property makes a changed title one
# changed line. No text is touched: inside one a quote mark is escaped, and the quote mark at the
# end of one is not followed by `@` or `http`. XML turns a bare carriage return into a line feed
# when it is read, unless it is written as a reference.

_TAIL = 8
_BATCH = 50_000


class _Rewriting:
    """Passes bytes on with some replaced, also where a match straddles two writes."""

    def __init__(self, output: BinaryIO, replacements: tuple[tuple[bytes, bytes], ...]) -> None:
        self._output, self._replacements, self._held = output, replacements, b""

    def write(self, chunk: bytes) -> int:
        text = self._held + chunk
        for old, new in self._replacements:
            text = text.replace(old, new)
        cut = max(len(text) - _TAIL, 0)
        self._output.write(text[:cut])
        self._held = text[cut:]
        return len(chunk)

    def flush(self) -> None:
        """Wait for `close`: what is held back may still be the start of a match."""

    def close(self) -> None:
        self._output.write(self._held)
        self._held = b""


def serialise(
    statements: Iterable[str], syntax: str, output: BinaryIO, prefixes: Mapping[str, str]
) -> None:
    """Write statements as they come; memory does not grow with their number.

    Args:
        statements: Whole lines of N-Triples, those of one subject together, else Turtle
            repeats the subject.
        syntax: One of `SYNTAXES`.
        output: Takes the bytes; is left open.
        prefixes: Short names for namespaces, where the syntax has them.
    """
    rewriting = cast("BinaryIO", _Rewriting(output, _BREAKS.get(syntax, ())))
    serialize(triples(statements), rewriting, SYNTAXES[syntax], prefixes=dict(prefixes))
    rewriting.close()


def serialised(triples: Iterable[Triple], syntax: str, prefixes: Mapping[str, str]) -> bytes:
    """Write a few triples at once: the same bytes as `serialise` gives for their statements."""
    written = serialize(triples, format=SYNTAXES[syntax], prefixes=dict(prefixes))
    assert written is not None
    for old, new in _BREAKS.get(syntax, ()):
        written = written.replace(old, new)
    return written


def triples(statements: Iterable[str]) -> Iterator[Triple]:
    """Take statements apart; they are whole lines of N-Triples."""
    for lines in _batches(statements):
        for quad in parse(lines, RdfFormat.N_TRIPLES, lenient=True):
            yield quad.triple


def _batches(statements: Iterable[str]) -> Iterator[str]:
    """Join statements to texts of a size that is worth a call of the parser."""
    batch: list[str] = []
    size = 0
    for each in statements:
        batch.append(each)
        size += len(each)
        if size > _BATCH:
            yield "".join(batch)
            batch, size = [], 0
    yield "".join(batch)


def statements(text: str, syntax: str, file: str, base: str | None = None) -> Iterable[Quad]:
    """Read triples; named graphs are read as one.

    Args:
        text: The document.
        syntax: One of `SYNTAXES`.
        file: What to call the document in problems.
        base: What relative IRIs stand below; left out, they are a problem.

    Raises:
        InvalidProject: With the one problem `syntax` where the text breaks off.
    """
    try:
        yield from parse(text, SYNTAXES[syntax], base_iri=base)
    except SyntaxError as error:
        where = Where(file, error.lineno or 0, error.offset or 0)
        reason = re.sub(r"^Parser error at [^:]*: ", "", error.msg)
        message = f"This is not {SYNTAXES[syntax].name} as a program can read it: {reason}."
        raise InvalidProject([Problem(where, "syntax", message)]) from None
