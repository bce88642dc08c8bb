"""How each field of the model is carried, worked out from its type annotation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import Field, dataclass, fields, is_dataclass
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from curriculum_map.formats.rdf.namespaces import expand
from curriculum_map.formats.rdf.terms import CLASSES, COMMON, SEGMENTS, TERMS
from curriculum_map.model import (
    COLLECTIONS,
    Area,
    Catalogue,
    Competency,
    Descriptor,
    Level,
    LevelPair,
    LevelRef,
    Outcome,
    Text,
)
from curriculum_map.model.declare import Between, Iri, KeyedBy, Matches, Ref
from curriculum_map.problems import Where

Carrier = Literal["value", "text", "ref", "address", "level", "scoped", "node", "where"]
"""What stands for a value: a literal, a language-tagged literal for each language, the IRI of a
thing, a web address, the IRI of a level, the IRI of what is named inside its scope only, a node
of its own, or the text of a place."""

WRITTEN_ALWAYS = object()
"""Stands where no value of a field is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A field, its term, and how the term carries it.

    Attributes:
        name: The field.
        curie: The term, such as `schema:name`.
        term: The whole IRI of the term.
        carrier: How it is carried.
        many: Whether it takes several values, whose order counts.
        empty: The value that is expressed by writing nothing.
        default: What reading gives where nothing is written; `dataclasses.MISSING` if something
            must be.
        kind: The part of the IRI after the base, for what is a node.
        classes: The classes of the values.
        key: The field that tells the values apart; empty if only their place does.
        choices: The values allowed, where they can be listed.
        limits: What else a value must fit.
    """

    name: str
    curie: str
    term: str
    carrier: Carrier
    many: bool
    empty: object
    default: object
    kind: str = ""
    classes: tuple[type[Any], ...] = ()
    key: str = ""
    choices: tuple[str, ...] = ()
    limits: tuple[Matches | Between, ...] = ()


def _competency_framework(_: Catalogue, thing: Any, __: Any) -> str:
    return str(thing.framework)


def _descriptor_scale(catalogue: Catalogue, _: Any, parent: Any) -> str:
    return catalogue.frameworks[parent.framework].scale


def _origin_scale(_: Catalogue, __: Any, parent: Any) -> str:
    return str(parent.origin)


def _target_scale(_: Catalogue, __: Any, parent: Any) -> str:
    return str(parent.target)


REFERRED: Mapping[str, type[Any]] = MappingProxyType(
    {
        **{of.kind: of for of in COLLECTIONS.values()},
        "outcome": Outcome,
        "area": Area,
        "level": Level,
    }
)
"""What can be referred to: the part of its IRI after the base, and its class."""

Scope = Callable[[Catalogue, Any, Any], str]

SCOPES: Mapping[tuple[type[Any], str], tuple[str, Scope]] = MappingProxyType(
    {
        (Competency, "area"): ("area", _competency_framework),
        (Descriptor, "level"): ("level", _descriptor_scale),
        (LevelPair, "origin"): ("level", _origin_scale),
        (LevelPair, "target"): ("level", _target_scale),
    }
)
"""Ids that are unique inside something only: the kind, and what catalogue, thing and the thing
around it say that this something is."""


def _slots(of: type[Any]) -> Iterator[Slot]:
    hints = get_type_hints(of, include_extras=True)
    declared = {f.name: f for f in fields(of)}
    terms = {**TERMS[of], **{name: term for name, term in COMMON.items() if name in declared}}
    for name, curie in terms.items():
        yield _slot(of, declared[name], curie, hints[name])


def _slot(of: type[Any], declared: Field[Any], curie: str, hint: Any) -> Slot:
    types, marks, many = _peel(hint)
    carrier, kind = _carrier(of, declared.name, types, marks)
    default = () if many else declared.default
    return Slot(
        name=declared.name,
        curie=curie,
        term=expand(curie),
        carrier=carrier,
        many=many,
        empty=WRITTEN_ALWAYS if default and not is_dataclass(default) else default,
        default=default,
        kind=kind,
        classes=tuple(str if get_origin(t) is Literal else t for t in types),
        key=next((m.field for m in marks if isinstance(m, KeyedBy)), ""),
        choices=tuple(c for t in types if get_origin(t) is Literal for c in get_args(t)),
        limits=tuple(m for m in marks if isinstance(m, Matches | Between)),
    )


def _peel(hint: Any) -> tuple[tuple[Any, ...], tuple[Any, ...], bool]:
    """Take an annotation apart: the types it allows, its markers, whether it is a tuple."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        types, marks, many = _peel(inside[0])
        return types, (*marks, *inside[1:]), many
    if origin in (Union, UnionType):
        peeled = [_peel(each) for each in inside if each is not NoneType]
        return (
            tuple(t for types, _, _ in peeled for t in types),
            tuple(m for _, marks, _ in peeled for m in marks),
            False,
        )
    if origin is tuple:
        types, marks, _ = _peel(inside[0])
        return types, marks, True
    return (hint,), (), False


def _carrier(
    of: type[Any], name: str, types: tuple[Any, ...], marks: tuple[Any, ...]
) -> tuple[Carrier, str]:
    if (of, name) in SCOPES:
        return "scoped", SCOPES[of, name][0]
    if ref := next((m for m in marks if isinstance(m, Ref)), None):
        return "ref", ref.kind
    if (of, name) in SEGMENTS:
        return "node", SEGMENTS[of, name]
    if get_args(Iri)[1] in marks:
        return "address", ""
    return _BY_TYPE.get(types[0], "value"), "level" if types[0] is LevelRef else ""


_BY_TYPE: Mapping[type[Any], Carrier] = {Text: "text", LevelRef: "level", Where: "where"}

SLOTS: Mapping[type[Any], tuple[Slot, ...]] = MappingProxyType(
    {of: tuple(_slots(of)) for of in CLASSES}
)
"""The slots of each model class in the order they are written, derived fields left out."""
