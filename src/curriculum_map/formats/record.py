"""How a model class is written in a file: a map whose keys are its fields."""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Container
from collections.abc import Mapping as Map
from typing import (
    Annotated,
    Any,
    ClassVar,
    Literal,
    NamedTuple,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from curriculum_map.formats.localised import Localised
from curriculum_map.formats.references import LevelName, Reference
from curriculum_map.formats.requisite_trees import Requisites
from curriculum_map.formats.scope import Scope
from curriculum_map.formats.shapes import (
    ABSENT,
    Choice,
    Flag,
    Listed,
    Number,
    Pattern,
    Schema,
    Shape,
    Words,
    wanted,
)
from curriculum_map.formats.tree import Mapping, Node, Scalar
from curriculum_map.model import AllOf, LevelRef, Text
from curriculum_map.model.declare import Between, Inherited, Key, KeyedBy, Matches, Ref
from curriculum_map.problems import Where

Entries = Map[Any, Node]
"""Name, which is a text with a place, to what stands behind it."""

_SIMPLE: Map[Any, Shape] = {
    str: Words(),
    bool: Flag(),
    Text: Localised(),
    LevelRef: LevelName(),
}


class Field(NamedTuple):
    """How one field of a class is written.

    Attributes:
        attribute: Its name in the model.
        key: Its name in a file.
        shape: How its value is spelled.
        required: Whether it must be written.
        inherited: Whether it may stand at the head of what encloses it.
    """

    attribute: str
    key: str
    shape: Shape
    required: bool
    inherited: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Record:
    """A model class, written as a map from field to value.

    Attributes:
        cls: The class.
        fields: Its fields, in the order they are declared.
        keys: The keys that may be written, those passed on to what is inside included.
        short: The key that a bare value stands for; empty if a map is needed.
        passes_on: Keys whose values what is inside takes over.
        required: Attributes that must have a value.
    """

    cls: type
    fields: tuple[Field, ...]
    keys: frozenset[str]
    short: str
    passes_on: tuple[str, ...]
    required: tuple[str, ...]
    nothing: ClassVar[Any] = None

    @property
    def name(self) -> str:
        """What a thing of this class is called in a sentence, such as `role profile`."""
        return re.sub(r"(?<!^)([A-Z])", r" \1", self.cls.__name__).lower()

    @property
    def a_name(self) -> str:
        """The name with its article, such as `an outcome`; the plural has none."""
        if self.name.endswith("s"):
            return self.name
        return f"{'an' if self.name[0] in 'aeio' else 'a'} {self.name}"

    def read(self, node: Node, scope: Scope) -> Any:
        """Make the thing that a node describes."""
        return self.build(node, scope, {}, node)

    def build(self, node: Node, scope: Scope, given: dict[str, Any], place: Node) -> Any:
        """Make the thing, some fields of which are given already.

        Args:
            node: Where the other fields are written.
            scope: Where the reader stands.
            given: Attribute to value; these are not looked for in the node.
            place: What to point at when speaking of the thing as a whole.
        """
        entries = self._entries(node, scope, given)
        if entries is None:
            return ABSENT
        outer = scope.heads
        scope.heads = {key: entries[key] for key in self.passes_on if key in entries}
        written = [(f, n) for f in self.fields if (n := _written(f, entries, outer)) is not None]
        for field, child in written:
            scope.beside = given
            value = field.shape.read(child, scope)
            if value is not ABSENT:
                given.setdefault(field.attribute, value)
        scope.heads = outer
        if all(attribute in given for attribute in self.required):
            return self.cls(**given, where=scope.where(place))
        self._report_missing(place, node, {*given, *(field.key for field, _ in written)}, scope)
        return self._stand_in(given, scope.where(place)) if "id" in given else ABSENT

    def _stand_in(self, given: dict[str, Any], where: Where) -> Any:
        """Make a thing of what there is, so that its links can be checked all the same."""
        empty = {f.attribute: f.shape.nothing for f in self.fields if f.required}
        return self.cls(**{**empty, **given}, where=where)

    def _entries(self, node: Node, scope: Scope, given: Map[str, Any]) -> Entries | None:
        if isinstance(node, Mapping):
            for key in node.entries:
                if key not in self.keys or key in given:
                    scope.unknown_field(key, self.a_name, self.keys - given.keys())
            return node.entries
        if isinstance(node, Scalar) and (node.empty or self.short):
            return {} if node.empty else {self.short: node}
        wanted(node, scope, f"a map with the fields of {self.a_name}")
        return None

    def _report_missing(
        self, place: Node, node: Node, present: Container[str], scope: Scope
    ) -> None:
        if isinstance(node, Mapping) and not node.complete:
            return
        for field in self.fields:
            if field.required and field.key not in present:
                name = self.a_name[0].upper() + self.a_name[1:]
                needs = "need" if name.endswith("s") else "needs"
                scope.found(place, "missing-field", f'{name} {needs} "{field.key}".')

    def schema(self) -> Schema:
        """Point to the definition of the class."""
        return {"$ref": f"#/$defs/{self.cls.__name__}"}

    def words(self) -> str:
        """Name the class and its short form."""
        return f"{self.name}, or just its `{self.short}`" if self.short else self.name


@dataclasses.dataclass(frozen=True, slots=True)
class Keyed:
    """Things of one class, written as a map whose keys are one of their fields.

    Attributes:
        field: Attribute that the key fills.
        key: How the key is spelled.
        record: How each thing is written.
    """

    field: str
    key: Shape
    record: Record
    nothing: ClassVar[Any] = ()

    def read(self, node: Node, scope: Scope) -> Any:
        """Give the things that could be read, in the author's order."""
        if not isinstance(node, Mapping):
            return wanted(node, scope, self.words())
        things = [self._one(key, value, scope) for key, value in node.entries.items()]
        return tuple(thing for thing in things if thing is not ABSENT)

    def _one(self, key: Scalar, value: Node, scope: Scope) -> Any:
        name = self.key.read(key, scope)
        return (
            ABSENT if name is ABSENT else self.record.build(value, scope, {self.field: name}, key)
        )

    def schema(self) -> Schema:
        """Give a map with free keys; nothing may stand behind one that says it all."""
        needs_more = set(self.record.required) - {self.field}
        item = self.record.schema()
        return {
            "type": "object",
            "propertyNames": self.key.schema(),
            "additionalProperties": item if needs_more else {"anyOf": [item, {"type": "null"}]},
        }

    def words(self) -> str:
        """Say what the map leads from and to."""
        return f"a map from {self.field} to {self.record.words()}"


_RECORDS: dict[type, Record] = {}


def record_of(cls: type) -> Record:
    """Give how a model class is written in files."""
    if cls not in _RECORDS:
        _RECORDS[cls] = _made_for(cls)
    return _RECORDS[cls]


def _made_for(cls: type) -> Record:
    hints = get_type_hints(cls, include_extras=True)
    declared = [f for f in dataclasses.fields(cls) if f.name != "where"]
    fields = tuple(_field(each, hints[each.name]) for each in declared)
    passes_on = getattr(cls, "passes_on", ())
    keys = frozenset({f.key for f in fields} | set(passes_on))
    required = tuple(field.attribute for field in fields if field.required)
    return Record(cls, fields, keys, getattr(cls, "short", ""), passes_on, required)


def _written(field: Field, entries: Entries, heads: Map[str, Node]) -> Node | None:
    node = entries.get(field.key)
    if node is None and field.inherited:
        node = heads.get(field.key)
    return None if isinstance(node, Scalar) and node.empty else node


def _field(declared: dataclasses.Field[Any], hint: Any) -> Field:
    marks = getattr(hint, "__metadata__", ())
    key = next((mark.name for mark in marks if isinstance(mark, Key)), declared.name)
    defaults = {declared.default, declared.default_factory}
    optional = defaults != {dataclasses.MISSING}
    inherited = any(isinstance(mark, Inherited) for mark in marks)
    return Field(declared.name, key, shape_of(hint, key), not optional, inherited)


def shape_of(hint: Any, key: str) -> Shape:
    """Give how a value of a type is spelled.

    Args:
        hint: The type, with its markers.
        key: What the value is called in a file.

    Raises:
        TypeError: If the model uses a type that no shape is made for.
    """
    base, marks = _taken_apart(hint)
    for mark in marks:
        if isinstance(mark, Ref):
            return Reference(mark.kind)
        if isinstance(mark, Matches):
            return Pattern(mark)
        if isinstance(mark, Between):
            return Number(mark.low, mark.high, whole=base is int)
        if isinstance(mark, KeyedBy):
            return _keyed(mark.field, get_args(base)[0])
    return _plain_shape(base, key)


def _plain_shape(base: Any, key: str) -> Shape:
    if base in _SIMPLE:
        return _SIMPLE[base]
    if get_origin(base) is Literal:
        return Choice(key, get_args(base))
    if get_origin(base) is tuple:
        return Listed(shape_of(get_args(base)[0], key))
    if AllOf in get_args(base):
        return Requisites()
    if isinstance(base, type) and dataclasses.is_dataclass(base):
        return record_of(base)
    raise TypeError(f"There is no shape for {base!r}, the type of {key!r}.")


def _taken_apart(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    if get_origin(hint) is Annotated:
        base, marks = _taken_apart(get_args(hint)[0])
        return base, (*hint.__metadata__, *marks)
    if get_origin(hint) in (Union, types.UnionType) and type(None) in get_args(hint):
        (only,) = [each for each in get_args(hint) if each is not type(None)]
        return _taken_apart(only)
    return hint, ()


def _keyed(field: str, cls: type) -> Keyed:
    record = record_of(cls)
    key = next(each.shape for each in record.fields if each.attribute == field)
    return Keyed(field, key, record)
