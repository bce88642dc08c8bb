"""Triples to catalogue, driven by the slots of each class."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import MISSING, dataclass, fields
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.rdf.graph import Graph, Term
from curriculum_map.formats.rdf.literals import Misfit, address, place, shown, text, value
from curriculum_map.formats.rdf.namespaces import expand, quoted
from curriculum_map.formats.rdf.slots import REFERRED, SCOPES, SLOTS, Slot
from curriculum_map.formats.rdf.terms import CLASSES, ORDER, POSITION, SHEET
from curriculum_map.model import (
    COLLECTIONS,
    Catalogue,
    LevelRef,
    Settings,
    by_id,
)
from curriculum_map.model.declare import ID_PATTERN

_POSITION, _ORDER, _SHEET = expand(POSITION), expand(ORDER), expand(SHEET)
_IS_ID = re.compile(ID_PATTERN).fullmatch
_NAMES = {of: {each.name for each in fields(of)} for of in CLASSES}


def decode(quads: Iterable[Quad], file: str) -> Catalogue:
    """Make a catalogue of statements.

    Raises:
        InvalidProject: With every problem found.
    """
    graph = Graph(quads, file)
    catalogue = _Decoder(graph).catalogue()
    if graph.problems:
        raise InvalidProject(graph.problems)
    return catalogue


@dataclass(slots=True)
class _Held:
    """A thing that is being made, and what it stands in."""

    around: _Held | None = None
    thing: Any = None


class _Decoder:
    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._base = graph.base
        self._spellings = graph.spellings()
        self._scoped: list[tuple[str, Slot, type[Any], str, _Held]] = []

    def catalogue(self) -> Catalogue:
        """Make the whole; where there are problems, only what could be made."""
        settings = self._thing(self._base, Settings, "", None) or Settings()
        found: dict[type[Any], dict[str, Any]] = {of: {} for of in COLLECTIONS.values()}
        for iri, of in self._graph.types.items():
            if of in found:
                path = self._path(iri, of.kind)
                found[of][path] = self._thing(iri, of, path, None)
        collections = {name: by_id(found[of]) for name, of in COLLECTIONS.items()}
        catalogue = Catalogue(settings=settings, **collections)
        self._graph.check_all_was_asked()
        if not self._graph.problems:
            self._check_scopes(catalogue)
        return catalogue

    def _thing(self, iri: str, of: type[Any], path: str, around: _Held | None) -> Any:
        """Make what a node stands for; `None` if something it must say is missing or wrong."""
        held = _Held(around)
        given = {slot.name: self._slot(iri, of, slot, path, held) for slot in SLOTS[of]}
        self._graph.ask(iri, _POSITION)
        names = _NAMES[of]
        if "id" in names:
            given["id"] = self._id(iri, path.rpartition("__")[2] if around else path)
        if "base" in names:
            given["base"] = iri
        if MISSING not in given.values():
            held.thing = of(**given)
        return held.thing

    def _slot(self, iri: str, of: type[Any], slot: Slot, path: str, held: _Held) -> Any:
        found = self._graph.ask(iri, slot.term)
        if not found:
            return self._nothing(iri, slot)
        if slot.carrier == "node":
            things = [self._inside(iri, slot, term, path, held) for term in self._placed(found)]
            return self._one_or_many(iri, slot, [t for t in things if t is not None])
        if slot.carrier == "text":
            return self._text(iri, slot, found)
        reader = self._reader(iri, of, slot, held)
        values = [self._try(iri, slot, term, reader) for term in found]
        values = [v for v in values if v is not MISSING]
        if slot.many:
            return tuple(self._ordered(iri, slot, values))
        return self._one_or_many(iri, slot, values)

    def _reader(self, iri: str, of: type[Any], slot: Slot, held: _Held) -> Callable[[Term], Any]:
        """Choose what turns one term into a value, or raises `Misfit`."""

        def scoped(term: Term) -> str:
            path = self._reference(term, slot.kind)
            self._scoped.append((iri, slot, of, path, held))
            return path.rpartition("__")[2]

        def level(term: Term) -> LevelRef:
            return LevelRef(*self._reference(term, "level").split("__"))

        readers: dict[str, Callable[[Term], Any]] = {
            "value": lambda term: value(term, slot),
            "address": lambda term: address(term, slot),
            "where": lambda term: place(term, self._sheet(iri)),
            "ref": lambda term: self._reference(term, slot.kind).replace("__", "/"),
            "level": level,
            "scoped": scoped,
        }
        return readers[slot.carrier]

    def _try(self, iri: str, slot: Slot, term: Term, reader: Callable[[Term], Any]) -> Any:
        try:
            return reader(term)
        except Misfit as error:
            message = f'<{iri}>: {slot.curie} "{shown(term)}" {error}.'
            self._graph.complain(error.code, message)
            return MISSING

    def _text(self, iri: str, slot: Slot, found: list[Term]) -> Any:
        try:
            return text(found, self._spellings)
        except Misfit as error:
            self._graph.complain(error.code, f"<{iri}>: {slot.curie}: {error}.")
            return MISSING

    def _nothing(self, iri: str, slot: Slot) -> Any:
        if slot.default is MISSING:
            self._graph.complain("missing-field", f"<{iri}> does not say {slot.curie}.")
        return slot.default

    def _one_or_many(self, iri: str, slot: Slot, values: list[Any]) -> Any:
        if slot.many:
            return tuple(values)
        if len(values) > 1:
            message = f"<{iri}> says {slot.curie} {len(values)} times; once is allowed."
            self._graph.complain("repeated", message)
        return values[0] if values else MISSING

    def _inside(self, iri: str, slot: Slot, term: Term, path: str, held: _Held) -> Any:
        """Make what stands inside a node."""
        own = shown(term)
        of = self._graph.types.get(own)
        tail = own.removeprefix(f"{self._base}{slot.kind}/")
        stands_in, _, key = tail.rpartition("__") if slot.many else (tail, "", "")
        if isinstance(term, NamedNode) and of in slot.classes and stands_in == path:
            thing = self._thing(own, of, tail, held)
            self._check_key(own, slot, thing, key)
            return thing
        wanted = " or ".join(CLASSES[each][0] for each in slot.classes)
        message = f"<{iri}>: {slot.curie} <{own}> is not a {wanted} of this node."
        self._graph.complain("wrong-type", message)
        return None

    def _check_key(self, iri: str, slot: Slot, thing: Any, key: str) -> None:
        """Complain where the IRI of a node names something else than the node does."""
        if slot.key and thing is not None and getattr(thing, slot.key) != key:
            found = f'the {slot.key} it states, "{getattr(thing, slot.key)}"'
            self._graph.complain("bad-form", f"<{iri}> does not end in {found}.")

    def _reference(self, term: Term, kind: str) -> str:
        """Give the ids in the IRI of a thing that the document describes."""
        iri = shown(term)
        if not isinstance(term, NamedNode) or self._graph.types.get(iri) is not REFERRED[kind]:
            raise Misfit(f"is no {kind} that is described here", "unknown-name")
        return self._path(iri, kind)

    def _path(self, iri: str, kind: str) -> str:
        return iri.removeprefix(f"{self._base}{kind}/")

    def _id(self, iri: str, own: str) -> Any:
        if _IS_ID(own):
            return own
        self._graph.complain("bad-form", f"<{iri}> does not end in an id.")
        return MISSING

    def _placed(self, found: list[Term]) -> list[Term]:
        """Sort nodes by their position; those without come last, by IRI."""

        def place_of(term: Term) -> tuple[float, str]:
            iri = shown(term)
            said = [shown(each) for each in self._graph.ask(iri, _POSITION)]
            return min((float(n) for n in said if n.isdecimal()), default=float("inf")), iri

        return sorted(found, key=place_of)

    def _ordered(self, iri: str, slot: Slot, values: list[Any]) -> list[Any]:
        """Put values in the order that `cm:order` says, repeated ones included; the rest last."""
        rest = {quoted(each): each for each in sorted(values)}
        said: list[Any] = []
        for term in self._graph.ask(iri, _ORDER):
            name, *order = shown(term).split(" ")
            if name == slot.name:
                said = [rest[each] for each in order if each in rest]
        return said + [each for each in rest.values() if each not in said]

    def _sheet(self, iri: str) -> str:
        return next((t.value for t in self._graph.ask(iri, _SHEET) if isinstance(t, Literal)), "")

    def _check_scopes(self, catalogue: Catalogue) -> None:
        """Complain where an id is of another framework or scale than the one meant."""
        for iri, slot, of, path, held in self._scoped:
            around = held.around.thing if held.around else None
            scope = SCOPES[of, slot.name][1](catalogue, held.thing, around)
            if path.rpartition("__")[0] != scope:
                found = f'{slot.curie} "{path}" is not in "{scope}"'
                self._graph.complain("wrong-type", f"<{iri}>: {found}.")
