"""How the requisites of a unit are written in a file."""

from __future__ import annotations

from collections.abc import Mapping as Map
from typing import Any, ClassVar

from curriculum_map.formats.references import Reference
from curriculum_map.formats.scope import Scope
from curriculum_map.formats.shapes import ABSENT, Schema, wanted
from curriculum_map.formats.tree import Node, Scalar, Sequence
from curriculum_map.model import NO_REQUISITE, AllOf, AnyOf, Needs


class Requisites:
    """An all-of / any-of tree over units."""

    nothing: ClassVar[Any] = NO_REQUISITE

    def read(self, node: Node, scope: Scope) -> Any:
        """Give the tree; a list means all of its items."""
        if isinstance(node, Scalar):
            return self._needs(node, "pre", scope)
        if isinstance(node, Sequence):
            return AllOf(self._items(node, scope))
        if len(node.entries) != 1:
            if node.complete:
                scope.found(node, "bad-requisite", BAD_REQUISITE)
            return ABSENT
        ((key, value),) = node.entries.items()
        return self._keyed(key, value, scope)

    def _keyed(self, key: Scalar, value: Node, scope: Scope) -> Any:
        if key in ("all", "any"):
            if not isinstance(value, Sequence):
                return wanted(value, scope, "a list of requisites")
            items = self._items(value, scope)
            if key == "all":
                return AllOf(items)
            # An alternative that could not be read may be the one that somebody can meet.
            return AnyOf(items) if len(items) == len(value.items) else ABSENT
        if key in ("pre", "co", "strict-co"):
            return self._needs(value, str(key), scope)
        scope.unknown_field(key, "a requisite", ("all", "any", "pre", "co", "strict-co"))
        return ABSENT

    def _items(self, node: Sequence, scope: Scope) -> tuple[Any, ...]:
        items = [self.read(each, scope) for each in node.items]
        return tuple(item for item in items if item is not ABSENT)

    def _needs(self, node: Node, timing: Any, scope: Scope) -> Any:
        unit = Reference("unit").read(node, scope)
        return ABSENT if unit is ABSENT else Needs(unit, timing)

    def schema(self) -> Schema:
        """Point to the definition of the tree."""
        return {"$ref": "#/$defs/requisite"}

    def words(self) -> str:
        """Say the forms."""
        keyed = "`{all: [...]}`, `{any: [...]}`, `{co: unit}` or `{strict-co: unit}`"
        return f"id of a unit, a list (all of them), {keyed}"


BAD_REQUISITE = "A requisite is the id of a unit, or has one key: all, any, co or strict-co."


def requisite_schema() -> Schema:
    """Give the JSON Schema of a requisite tree, for the `$defs` of a schema."""
    tree = {"$ref": "#/$defs/requisite"}
    unit = {"type": ["string", "number"]}
    trees = {"type": "array", "items": tree}
    keys: Map[str, Schema] = {
        "all": trees,
        "any": trees,
        "pre": unit,
        "co": unit,
        "strict-co": unit,
    }
    keyed = {
        "type": "object",
        "properties": keys,
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    }
    return {"anyOf": [unit, trees, keyed]}
