"""How each type of the model is written in a file: how it reads, and what editors are told.

A shape is made from the type of a field. It is the one place that knows how a value
of that type is spelled, so that the reader, the JSON Schema and the reference page
cannot drift apart.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from sys import intern
from typing import Any, ClassVar, Final, Protocol

from curriculum_map.formats.scope import Scope
from curriculum_map.formats.syntax import quoted
from curriculum_map.formats.tree import Mapping, Node, Scalar, Sequence
from curriculum_map.model.declare import Matches

Schema = dict[str, Any]


class Absent:
    """Says that a value could not be read; the problem has been noted."""


ABSENT: Final = Absent()

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_WHOLE = re.compile(r"[+-]?[0-9]+(?:\.0*)?")


class Shape(Protocol):
    """How a value is spelled in a file.

    Attributes:
        nothing: What stands in for a value that is missing, until that is mended.
    """

    nothing: ClassVar[Any]

    def read(self, node: Node, scope: Scope) -> Any:
        """Make the value a node stands for; `ABSENT` after noting why there is none."""
        ...

    def schema(self) -> Schema:
        """Give the JSON Schema of what may be written."""
        ...

    def words(self) -> str:
        """Say in a few words what may be written."""
        ...


def wanted(node: Node, scope: Scope, what: str) -> Absent:
    """Note that something else was expected here, unless the rest of it could not be read."""
    if not isinstance(node, Scalar) and not node.complete:
        return ABSENT
    kind = "a map" if isinstance(node, Mapping) else "a list"
    is_now = quoted(node) if isinstance(node, Scalar) else kind
    scope.found(node, "wrong-type", f"Here belongs {what}, not {is_now}.")
    return ABSENT


class Words:
    """A plain text, kept as it was typed."""

    nothing: ClassVar[Any] = ""

    def read(self, node: Node, scope: Scope) -> Any:
        """Give the author's text."""
        return str(node) if isinstance(node, Scalar) else wanted(node, scope, "a text")

    def schema(self) -> Schema:
        """Allow what a YAML parser may take for a number or date, too."""
        return {"type": ["string", "number", "boolean"]}

    def words(self) -> str:
        """Say that it is a text."""
        return "text"


@dataclass(eq=False, repr=False)
class Pattern:
    """A text of a certain form.

    Attributes:
        form: What the text must look like.
    """

    form: Matches

    nothing: ClassVar[Any] = ""

    def read(self, node: Node, scope: Scope) -> Any:
        """Give the text if it has the form."""
        if not isinstance(node, Scalar):
            return wanted(node, scope, self.form.meaning)
        if not re.fullmatch(self.form.pattern, node):
            scope.found(node, "bad-form", f"{quoted(node)} is not {self.form.meaning}.")
            return ABSENT
        return str(node)

    def schema(self) -> Schema:
        """Give the pattern; where digits alone fit it, an editor takes them for a number."""
        pattern = f"^(?:{self.form.pattern})$"
        if re.fullmatch(self.form.pattern, "0"):
            return {"type": ["string", "integer"], "pattern": pattern, "minimum": 0}
        return {"type": "string", "pattern": pattern}

    def words(self) -> str:
        """Say the form."""
        return self.form.meaning


@dataclass(eq=False, repr=False)
class Choice:
    """One word out of a few.

    Attributes:
        what: What is chosen, such as `status`.
        words_known: The words there are.
    """

    what: str
    words_known: tuple[str, ...]

    nothing: ClassVar[Any] = ""

    def read(self, node: Node, scope: Scope) -> Any:
        """Give the word if it is one of them."""
        if not isinstance(node, Scalar):
            return wanted(node, scope, f"one of {', '.join(self.words_known)}")
        if node not in self.words_known:
            scope.unknown(node, self.what, str(node), self.words_known)
            return ABSENT
        return intern(str(node))

    def schema(self) -> Schema:
        """List the words."""
        return {"enum": list(self.words_known)}

    def words(self) -> str:
        """List the words."""
        return "one of " + ", ".join(f"`{word}`" for word in self.words_known)


class Flag:
    """True or false."""

    nothing: ClassVar[Any] = False

    def read(self, node: Node, scope: Scope) -> Any:
        """Give the truth value."""
        if isinstance(node, Scalar) and node.lower() in ("true", "false"):
            return node.lower() == "true"
        return wanted(node, scope, "true or false")

    def schema(self) -> Schema:
        """Give the type."""
        return {"type": "boolean"}

    def words(self) -> str:
        """List both."""
        return "`true` or `false`"


@dataclass(eq=False, repr=False)
class Number:
    """A number in a range.

    Attributes:
        low: The smallest allowed.
        high: The largest allowed.
        whole: Whether it must be a whole number.
    """

    low: float
    high: float
    whole: bool

    nothing: ClassVar[Any] = 0

    def read(self, node: Node, scope: Scope) -> Any:
        """Give the number if it is in the range; decimals are written with a point."""
        if not isinstance(node, Scalar):
            return wanted(node, scope, self.words())
        form = _WHOLE if self.whole else _NUMBER
        value = float(node) if form.fullmatch(node) else math.nan
        if not self.low <= value <= self.high:
            message = f"{quoted(node)} is not {self.words()}.{self._hint(node)}"
            scope.found(node, "bad-number", message)
            return ABSENT
        return int(value) if self.whole else value

    def _hint(self, node: Scalar) -> str:
        pointed = node.replace(",", ".", 1)
        if "," in node and not self.whole and _NUMBER.fullmatch(pointed):
            return f' Write "{pointed}".'
        return ""

    def schema(self) -> Schema:
        """Give type and range."""
        kind = "integer" if self.whole else "number"
        return {"type": kind, "minimum": self.low, "maximum": self.high}

    def words(self) -> str:
        """Say the range."""
        return f"a {'whole ' * self.whole}number from {self.low:,g} to {self.high:,.0f}"


@dataclass(eq=False, repr=False)
class Listed:
    """A list; a single thing may stand without the list around it.

    Attributes:
        item: How each thing is spelled.
    """

    item: Shape

    nothing: ClassVar[Any] = ()

    def read(self, node: Node, scope: Scope) -> Any:
        """Give the things that could be read, in the author's order, each once."""
        nodes = node.items if isinstance(node, Sequence) else [node]
        values: list[Any] = []
        names: set[str] = set()
        for each in nodes:
            value = self._item(each, scope)
            if isinstance(value, str) and value in names:
                scope.found(each, "twice-in-list", f'"{each}" stands in this list already.')
            elif value is not ABSENT:
                values.append(value)
                names |= {value} if isinstance(value, str) else set()
        return tuple(values)

    def _item(self, node: Node, scope: Scope) -> Any:
        if isinstance(node, Scalar) and node.empty:
            message = "There is nothing in this place of the list. Write it, or take the line away."
            scope.found(node, "empty-text", message)
            return ABSENT
        return self.item.read(node, scope)

    def schema(self) -> Schema:
        """Allow a list or one thing."""
        item = self.item.schema()
        return {"anyOf": [{"type": "array", "items": item}, item]}

    def words(self) -> str:
        """Say what is in the list."""
        return f"list of: {self.item.words()}"
