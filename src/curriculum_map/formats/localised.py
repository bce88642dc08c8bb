"""How text in one or more languages is written in a file."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from curriculum_map.formats.scope import Scope
from curriculum_map.formats.shapes import ABSENT, Schema, wanted
from curriculum_map.formats.tree import Mapping, Node, Scalar
from curriculum_map.model import NOTHING_SAID, Text

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SAYS_SOMETHING: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}


class Localised:
    """A text in one language, or a map from language to text."""

    nothing: ClassVar[Any] = NOTHING_SAID

    def read(self, node: Node, scope: Scope) -> Any:
        """Give the text; one without a language is in the project's first."""
        values = self._values(node, scope)
        if not values:
            return ABSENT
        lacking = [each for each in scope.languages if each not in values]
        if lacking and (isinstance(node, Scalar) or node.complete):
            message = f"This text is missing in {', '.join(lacking)}."
            scope.found(node, "missing-language", message, "warning")
        return Text(tuple(sorted(values.items())))

    def _values(self, node: Node, scope: Scope) -> dict[str, str]:
        if isinstance(node, Scalar):
            pairs = {scope.languages[0]: node}
        elif isinstance(node, Mapping) and (node.entries or not node.complete):
            pairs = {str(key): value for key, value in self._fitting(node, scope)}
        elif isinstance(node, Mapping):
            scope.found(node, "empty-text", EMPTY_TEXT)
            return {}
        else:
            wanted(node, scope, "a text or a map from language to text")
            return {}
        return {language: str(text) for language, text in pairs.items() if _said(text, scope)}

    def _fitting(self, node: Mapping, scope: Scope) -> list[tuple[Scalar, Scalar]]:
        fitting = []
        for key, value in node.entries.items():
            if not _LANGUAGE.fullmatch(key):
                hint = "Languages are written en, nl, et, ..."
                scope.found(key, "bad-form", f'"{key}" is not a language tag. {hint}')
            elif isinstance(value, Scalar):
                fitting.append((key, value))
            else:
                wanted(value, scope, "a text")
        return fitting

    def schema(self) -> Schema:
        """Allow both forms."""
        by_language = {
            "type": "object",
            "propertyNames": {"pattern": f"^{_LANGUAGE.pattern}$"},
            "additionalProperties": _SAYS_SOMETHING,
            "minProperties": 1,
        }
        return {"anyOf": [_SAYS_SOMETHING, by_language]}

    def words(self) -> str:
        """Say both forms."""
        return "text, or a map from language to text"


def _said(text: Scalar, scope: Scope) -> bool:
    if not text.strip():
        scope.found(text, "empty-text", EMPTY_TEXT)
        return False
    return True


EMPTY_TEXT = "This text is empty. Write it, or take the line away."
