"""Catalogue to triples, driven by the slots of each class."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode, Triple

from curriculum_map.formats.base import Loss
from curriculum_map.formats.rdf.namespaces import expand
from curriculum_map.formats.rdf.slots import SCOPES, SLOTS, Carrier, Slot
from curriculum_map.formats.rdf.terms import (
    CLASSES,
    LANGUAGE_TAG,
    MAPPINGS,
    ORDER,
    POSITION,
    SHEET,
    SPELLING,
)
from curriculum_map.model import COLLECTIONS, Alignment, Catalogue, LevelRef, Text
from curriculum_map.problems import Where

_TYPE = NamedNode(expand("rdf:type"))
_INTEGER, _DOUBLE, _BOOLEAN, _ANY_URI = (
    NamedNode(expand(f"xsd:{name}")) for name in ("integer", "double", "boolean", "anyURI")
)
_POSITION, _ORDER, _SHEET = (NamedNode(expand(term)) for term in (POSITION, ORDER, SHEET))
_LANGUAGE_TAG, _SPELLING = NamedNode(expand(LANGUAGE_TAG)), NamedNode(expand(SPELLING))
_MAPPINGS = {relation: NamedNode(expand(term)) for relation, term in MAPPINGS.items()}
_TYPES = {of: [NamedNode(expand(term)) for term in terms] for of, terms in CLASSES.items()}
_HALF = re.compile("[\ud800-\udfff]")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class _Node(NamedTuple):
    """What is being written: its IRI, the ids it consists of, the thing, and what is around it."""

    iri: NamedNode
    path: str
    thing: Any
    parent: Any


class _Field(NamedTuple):
    """A slot, ready to be written; `put` is `None` where the value is a node of its own."""

    slot: Slot
    predicate: NamedNode
    put: _Put | None


_Put = Callable[["Encoder", list[Triple], _Node, _Field, Any], None]


class Encoder:
    """Turns one catalogue into triples, once.

    Attributes:
        losses: What could not be carried so far, complete when the triples are used up.
    """

    def __init__(self, catalogue: Catalogue, *, xml: bool) -> None:
        """Get ready; `xml` leaves out the characters that XML has no way to write."""
        self.losses: set[Loss] = set()
        self._catalogue = catalogue
        self._base = catalogue.settings.base
        self._xml = xml
        self._tags: dict[str, str] = {}
        self._written: dict[str, str] = {}
        self._name = ("", "")
        self._fields = {of: _fields(of) for of in CLASSES}

    def triples(self) -> Iterator[Triple]:
        """Give all triples, those of one subject together, in an order that never changes."""
        yield from self._top("catalogue", "", self._base, self._catalogue.settings)
        for name, of in COLLECTIONS.items():
            kind = of.kind
            for key, thing in sorted(getattr(self._catalogue, name).items()):
                yield from self._top(kind, key, f"{self._base}{kind}/{key}", thing)
        yield from self._spellings()

    def _top(self, kind: str, path: str, iri: str, thing: Any) -> list[Triple]:
        self._name = (kind, path)
        out: list[Triple] = []
        self._node(out, _Node(NamedNode(iri), path, thing, None), 0)
        return out

    def _node(self, out: list[Triple], node: _Node, position: int) -> None:
        iri, _, thing, _ = node
        inside: list[tuple[_Node, int]] = []
        out += [Triple(iri, _TYPE, own) for own in _TYPES[type(thing)]]
        if position:
            out.append(Triple(iri, _POSITION, _number(position)))
        for name, empty, field in self._fields[type(thing)]:
            value = getattr(thing, name)
            if value is empty or value == empty:
                continue
            if field.put:
                field.put(self, out, node, field, value)
            else:
                inside += self._inside(out, node, field, value)
        for child, place in inside:
            self._node(out, child, place)

    def _inside(
        self, out: list[Triple], node: _Node, field: _Field, value: Any
    ) -> Iterator[tuple[_Node, int]]:
        """Link to what stands inside a node, and give it with its place, 0 where there is one."""
        slot = field.slot
        for place, thing in enumerate(value, 1) if slot.many else ((0, value),):
            key = getattr(thing, slot.key) if slot.key else place
            path = f"{node.path}__{key}" if slot.many else node.path
            iri = NamedNode(f"{self._base}{slot.kind}/{path}")
            out.append(Triple(node.iri, field.predicate, iri))
            if isinstance(thing, Alignment):
                _put_mapping(out, node, self._address(thing.target), thing.relation)
            yield _Node(iri, path, thing, node.thing), place

    def _put_value(
        self, out: list[Triple], node: _Node, field: _Field, value: str | float | bool
    ) -> None:
        out.append(Triple(node.iri, field.predicate, self._literal(value)))

    def _put_values(
        self, out: list[Triple], node: _Node, field: _Field, values: tuple[Any, ...]
    ) -> None:
        for value in sorted(set(values)):
            self._put_value(out, node, field, value)
        self._put_order(out, node, field, values)

    def _put_ref(self, out: list[Triple], node: _Node, field: _Field, value: str) -> None:
        iri = f"{self._base}{field.slot.kind}/{value.replace('/', '__')}"
        out.append(Triple(node.iri, field.predicate, NamedNode(iri)))

    def _put_refs(
        self, out: list[Triple], node: _Node, field: _Field, values: tuple[str, ...]
    ) -> None:
        for value in sorted(set(values)):
            self._put_ref(out, node, field, value)
        self._put_order(out, node, field, values)

    def _put_order(
        self, out: list[Triple], node: _Node, field: _Field, values: tuple[Any, ...]
    ) -> None:
        """Say the order of several values where nobody would guess it."""
        if len(values) > 1 and values != tuple(sorted(set(values))):
            text = " ".join((field.slot.name, *map(str, values)))
            out.append(Triple(node.iri, _ORDER, Literal(text)))

    def _put_scoped(self, out: list[Triple], node: _Node, field: _Field, value: str) -> None:
        kind, scope = SCOPES[type(node.thing), field.slot.name]
        path = f"{scope(self._catalogue, node.thing, node.parent)}__{value}"
        out.append(Triple(node.iri, field.predicate, NamedNode(f"{self._base}{kind}/{path}")))

    def _put_level(self, out: list[Triple], node: _Node, field: _Field, value: LevelRef) -> None:
        iri = f"{self._base}{field.slot.kind}/{value.scale}__{value.level}"
        out.append(Triple(node.iri, field.predicate, NamedNode(iri)))

    def _put_address(self, out: list[Triple], node: _Node, field: _Field, value: str) -> None:
        out.append(Triple(node.iri, field.predicate, self._address(value)))

    def _put_where(self, out: list[Triple], node: _Node, field: _Field, value: Where) -> None:
        place = f"{value.file}:{value.line}:{value.column}"
        out.append(Triple(node.iri, field.predicate, self._literal(place)))
        if value.sheet:
            out.append(Triple(node.iri, _SHEET, self._literal(value.sheet)))

    def _put_text(self, out: list[Triple], node: _Node, field: _Field, value: Text) -> None:
        said: dict[str, str] = {}
        for tag, words in value.values:
            said.setdefault(self._tags.get(tag) or self._learn(tag), words)
        for tag, words in said.items():
            if tag:
                literal = Literal(self._sayable(words), language=tag)
                out.append(Triple(node.iri, field.predicate, literal))

    def _literal(self, value: str | float | bool) -> Literal:
        if isinstance(value, str):
            return Literal(self._sayable(value))
        return _number(value)

    def _address(self, value: str) -> NamedNode | Literal:
        """Give a web address as IRI, as text where RDF does not take it for one."""
        try:
            return NamedNode(value)
        except ValueError:
            return Literal(self._sayable(value), datatype=_ANY_URI)

    def _sayable(self, words: str) -> str:
        """Put the replacement character for what the syntax has no way to write."""
        said = words if words.isascii() and not self._xml else _HALF.sub("\ufffd", words)
        if self._xml:
            said = _NO_XML.sub("\ufffd", said)
        if said != words:
            self._lose("A character that this syntax cannot write was replaced by U+FFFD.")
        return said

    def _learn(self, tag: str) -> str:
        """Find out how a language tag is written in RDF: in lower case; empty if not at all."""
        try:
            written = Literal("", language=tag).language or ""
        except ValueError:
            self._lose(f'RDF does not take "{tag}" for a language; its text is left out.')
            return ""
        if self._written.setdefault(written, tag) != tag:
            known = self._written[written]
            self._lose(f'RDF takes "{tag}" and "{known}" for one language; "{known}" is kept.')
        self._tags[tag] = written
        return written

    def _lose(self, reason: str) -> None:
        self.losses.add(Loss(*self._name, reason))

    def _spellings(self) -> Iterator[Triple]:
        """Say how the author writes the language tags that RDF puts in lower case."""
        for written, tag in sorted(self._written.items()):
            if written != tag:
                iri = NamedNode(f"{self._base}language/{written}")
                yield Triple(iri, _TYPE, _LANGUAGE_TAG)
                yield Triple(iri, _SPELLING, Literal(tag))


def _put_mapping(
    out: list[Triple], node: _Node, target: NamedNode | Literal, relation: str
) -> None:
    if isinstance(target, NamedNode):
        out.append(Triple(node.iri, _MAPPINGS[relation], target))


def _number(value: float | bool) -> Literal:
    """Give a number so that reading gives the same one: `28` and `28.0` stay what they are."""
    if isinstance(value, bool):
        return Literal(str(value).lower(), datatype=_BOOLEAN)
    return Literal(repr(value), datatype=_INTEGER if isinstance(value, int) else _DOUBLE)


_ONE: Mapping[Carrier, _Put | None] = {
    "value": Encoder._put_value,
    "text": Encoder._put_text,
    "ref": Encoder._put_ref,
    "address": Encoder._put_address,
    "level": Encoder._put_level,
    "scoped": Encoder._put_scoped,
    "where": Encoder._put_where,
    "node": None,
}
_MANY: Mapping[Carrier, _Put | None] = {
    "value": Encoder._put_values,
    "ref": Encoder._put_refs,
    "node": None,
}


def _fields(of: type[Any]) -> list[tuple[str, object, _Field]]:
    return [
        (
            slot.name,
            slot.empty,
            _Field(slot, NamedNode(slot.term), (_MANY if slot.many else _ONE)[slot.carrier]),
        )
        for slot in SLOTS[of]
    ]
