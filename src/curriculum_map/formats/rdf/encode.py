"""Catalogue to statements, driven by the slots of each class.

Statements are lines of N-Triples: text is several times cheaper to make in Python than triple
objects are, and the RDF library reads it in bulk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from curriculum_map.formats.rdf.namespaces import expand, quoted
from curriculum_map.formats.rdf.slots import SCOPES, SLOTS, Carrier, Slot
from curriculum_map.formats.rdf.speech import Speech, number
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


def _term(curie: str) -> str:
    return f"<{expand(curie)}>"


_TYPE, _POSITION, _ORDER = _term("rdf:type"), _term(POSITION), _term(ORDER)
_SHEET, _LANGUAGE_TAG, _SPELLING = _term(SHEET), _term(LANGUAGE_TAG), _term(SPELLING)
_TYPES = {of: [f"{_TYPE} {_term(name)} .\n" for name in names] for of, names in CLASSES.items()}
_MAPPINGS = {relation: _term(name) for relation, name in MAPPINGS.items()}


class _Node(NamedTuple):
    """What is being written: its IRI, the ids it consists of, the thing, and what is around it."""

    iri: str
    path: str
    thing: Any
    parent: Any


class _Field(NamedTuple):
    """A slot, ready to be written; `put` is `None` where the value is a node of its own."""

    slot: Slot
    term: str
    put: _Put | None


_Put = Callable[["Encoder", list[str], _Node, _Field, Any], None]


class Encoder:
    """Turns one catalogue into statements, once.

    Attributes:
        speech: Knows what could not be said, once all statements are used up.
    """

    def __init__(self, catalogue: Catalogue, speech: Speech) -> None:
        """Get ready to write what `speech` can say."""
        self.speech = speech
        self._catalogue = catalogue
        self._base = catalogue.settings.base
        self._fields = {of: _fields(of) for of in CLASSES}

    def statements(self) -> Iterator[str]:
        """Give all statements, one thing with what stands inside it at a time.

        Statements about one subject come together; the order never changes.
        """
        yield self._top("catalogue", "", self._base, self._catalogue.settings)
        for name, of in COLLECTIONS.items():
            for key, thing in sorted(getattr(self._catalogue, name).items()):
                yield self._top(of.kind, key, f"{self._base}{of.kind}/{key}", thing)
        yield from self._spellings()

    def _top(self, kind: str, path: str, iri: str, thing: Any) -> str:
        self.speech.about = (kind, path)
        out: list[str] = []
        self._put_node(out, _Node(f"<{iri}>", path, thing, None), 0)
        return "".join(out)

    def _put_node(self, out: list[str], node: _Node, position: int) -> None:
        iri, _, thing, _ = node
        inside: list[tuple[_Node, int]] = []
        out += [f"{iri} {each}" for each in _TYPES[type(thing)]]
        if position:
            out.append(f"{iri} {_POSITION} {number(position)} .\n")
        empties, fields, values = self._fields[type(thing)]
        for value, empty, field in zip(values(thing), empties, fields, strict=True):
            if value is empty or value == empty:
                continue
            if field.put:
                field.put(self, out, node, field, value)
            else:
                inside += self._inside(out, node, field, value)
        for child, place in inside:
            self._put_node(out, child, place)

    def _inside(
        self, out: list[str], node: _Node, field: _Field, value: Any
    ) -> Iterator[tuple[_Node, int]]:
        """Link to what stands inside a node, and give it with its place, 0 where there is one."""
        slot = field.slot
        for place, thing in enumerate(value, 1) if slot.many else ((0, value),):
            key = getattr(thing, slot.key) if slot.key else place
            path = f"{node.path}__{key}" if slot.many else node.path
            iri = f"<{self._base}{slot.kind}/{path}>"
            out.append(f"{node.iri} {field.term} {iri} .\n")
            if isinstance(thing, Alignment):
                self._put_mapping(out, node, thing)
            yield _Node(iri, path, thing, node.thing), place

    def _put_mapping(self, out: list[str], node: _Node, alignment: Alignment) -> None:
        target = self.speech.address(alignment.target)
        if target.startswith("<"):
            out.append(f"{node.iri} {_MAPPINGS[alignment.relation]} {target} .\n")

    def _put_value(self, out: list[str], node: _Node, field: _Field, value: Any) -> None:
        out.append(f"{node.iri} {field.term} {self.speech.literal(value)} .\n")

    def _put_ref(self, out: list[str], node: _Node, field: _Field, value: str) -> None:
        path = value.replace("/", "__")
        out.append(f"{node.iri} {field.term} <{self._base}{field.slot.kind}/{path}> .\n")

    def _put_values(
        self, out: list[str], node: _Node, field: _Field, values: tuple[Any, ...]
    ) -> None:
        put = Encoder._put_ref if field.slot.carrier == "ref" else Encoder._put_value
        in_order = sorted(set(values))
        for value in in_order:
            put(self, out, node, field, value)
        if values != tuple(in_order):
            order = self.speech.literal(" ".join((field.slot.name, *map(quoted, values))))
            out.append(f"{node.iri} {_ORDER} {order} .\n")

    def _put_scoped(self, out: list[str], node: _Node, field: _Field, value: str) -> None:
        kind, scope = SCOPES[type(node.thing), field.slot.name]
        path = f"{scope(self._catalogue, node.thing, node.parent)}__{value}"
        out.append(f"{node.iri} {field.term} <{self._base}{kind}/{path}> .\n")

    def _put_level(self, out: list[str], node: _Node, field: _Field, value: LevelRef) -> None:
        path = f"{value.scale}__{value.level}"
        out.append(f"{node.iri} {field.term} <{self._base}{field.slot.kind}/{path}> .\n")

    def _put_address(self, out: list[str], node: _Node, field: _Field, value: str) -> None:
        out.append(f"{node.iri} {field.term} {self.speech.address(value)} .\n")

    def _put_where(self, out: list[str], node: _Node, field: _Field, value: Where) -> None:
        place = self.speech.literal(f"{value.file}:{value.line}:{value.column}")
        out.append(f"{node.iri} {field.term} {place} .\n")
        if value.sheet:
            out.append(f"{node.iri} {_SHEET} {self.speech.literal(value.sheet)} .\n")

    def _put_text(self, out: list[str], node: _Node, field: _Field, value: Text) -> None:
        out += [f"{node.iri} {field.term} {said} .\n" for said in self.speech.texts(value)]

    def _spellings(self) -> Iterator[str]:
        """Say how the author writes the language tags that RDF puts in lower case."""
        for written, tag in self.speech.spellings():
            iri = f"<{self._base}language/{written}>"
            yield f"{iri} {_TYPE} {_LANGUAGE_TAG} .\n"
            yield f'{iri} {_SPELLING} "{tag}" .\n'


_PUTS: Mapping[Carrier, _Put | None] = {
    "value": Encoder._put_value,
    "text": Encoder._put_text,
    "ref": Encoder._put_ref,
    "address": Encoder._put_address,
    "level": Encoder._put_level,
    "scoped": Encoder._put_scoped,
    "where": Encoder._put_where,
    "node": None,
}


def _fields(
    of: type[Any],
) -> tuple[list[object], list[_Field], Callable[[Any], tuple[object, ...]]]:
    """Give the empty values and the fields of a class, and what takes the values of a thing."""
    fields = [_Field(slot, _term(slot.curie), _put_of(slot)) for slot in SLOTS[of]]
    return [slot.empty for slot in SLOTS[of]], fields, _taker(of)


def _put_of(slot: Slot) -> _Put | None:
    return Encoder._put_values if slot.many and slot.carrier != "node" else _PUTS[slot.carrier]


def _taker(of: type[Any]) -> Callable[[Any], tuple[object, ...]]:
    names = [slot.name for slot in SLOTS[of]]
    take = attrgetter(*names)
    return take if len(names) > 1 else lambda thing: (take(thing),)
