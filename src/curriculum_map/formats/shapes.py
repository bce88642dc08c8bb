"""How each type of the model is written in a file: how it reads, and what editors are told.

A shape is made from the type of a field. It is the one place that knows how a value
of that type is spelled, so that the reader, the JSON Schema and the reference page
cannot drift apart.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping as Map
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Protocol

from curriculum_map.errors import way_out
from curriculum_map.formats.scope import Scope
from curriculum_map.formats.syntax import quoted
from curriculum_map.formats.tree import Mapping, Node, Scalar, Sequence
from curriculum_map.model import (
    NO_REQUISITE,
    NOTHING_SAID,
    AllOf,
    AnyOf,
    LevelRef,
    Needs,
    Text,
)
from curriculum_map.model.declare import Matches

Schema = dict[str, Any]


class Absent:
    """Says that a value could not be read; the problem has been noted."""


ABSENT: Final = Absent()

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_WHOLE = re.compile(r"[+-]?[0-9]+(?:\.0*)?")
_SAYS_SOMETHING: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}


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
    """Note that something else was expected here."""
    kind = "a map" if isinstance(node, Mapping) else "a list"
    is_now = quoted(node) if isinstance(node, Scalar) else kind
    scope.found(node, "wrong-type", f"Here belongs {what}, not {is_now}.")
    return ABSENT


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
        """Give the pattern."""
        return {"type": ["string", "number"], "pattern": f"^(?:{self.form.pattern})$"}

    def words(self) -> str:
        """Say the form."""
        return self.form.meaning


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of something.

    Attributes:
        kind: What it must be the id of.
    """

    kind: str

    nothing: ClassVar[Any] = ""

    def read(self, node: Node, scope: Scope) -> Any:
        """Give the id, also after noting that nothing has it, so that it is missed once only."""
        if not isinstance(node, Scalar):
            return wanted(node, scope, f"the id of one {self.kind}")
        name = self._whole(node, scope)
        if not scope.names.has(self.kind, name) and self._can_tell(scope):
            scope.unknown(node, self.kind, str(node), self._near(name, scope))
        return str(node) if self.kind == "area" else name

    def _can_tell(self, scope: Scope) -> bool:
        framework = scope.beside.get("framework")
        return self.kind != "area" or framework in scope.names.known["framework"]

    def _whole(self, node: Scalar, scope: Scope) -> str:
        if self.kind == "area":
            return f"{scope.beside.get('framework')}/{node}"
        if self.kind == "outcome" and "/" not in node:
            return f"{scope.owner}/{node}"
        return str(node)

    def _near(self, name: str, scope: Scope) -> list[str]:
        known = scope.names.known[self.kind]
        owner, slash, _ = name.rpartition("/")
        if not slash:
            return list(known)
        return [each.rpartition("/")[2] for each in known if each.startswith(f"{owner}/")]

    def schema(self) -> Schema:
        """Give the form of an id; whether there is such a thing only `check` can tell."""
        return {"type": ["string", "number"]}

    def words(self) -> str:
        """Say what it is the id of."""
        return f"id of {'an' if self.kind[0] in 'aio' else 'a'} {self.kind}"


@dataclass(frozen=True, slots=True)
class LevelName:
    """A level for the competency that stands beside it."""

    nothing: ClassVar[Any] = None

    def read(self, node: Node, scope: Scope) -> Any:
        """Give the level, on the scale it belongs to."""
        if not isinstance(node, Scalar):
            return wanted(node, scope, "a level")
        competency = scope.beside.get("competency", "")
        home = scope.names.scale_of.get(competency, "")
        if not home:
            return ABSENT
        scale, slash, level = node.rpartition("/")
        found = LevelRef(scale if slash else home, str(level))
        return found if self._usable(found, home, node, scope) else ABSENT

    def _usable(self, level: LevelRef, home: str, node: Scalar, scope: Scope) -> bool:
        names = scope.names
        if level.scale not in names.levels:
            # That the home scale is unknown is said once, where its framework names it.
            if level.scale != home and not names.has("scale", level.scale):
                scope.unknown(node, "scale", level.scale, names.levels)
            return False
        if level.level not in names.levels[level.scale]:
            if not names.may_follow(level.level):
                self._unknown(level, node, scope)
            return False
        if level.scale != home and not names.may_compare(level.scale, home):
            scope.found(node, "scales-not-comparable", _no_crosswalk(level, home, scope))
            return False
        return True

    def _unknown(self, level: LevelRef, node: Scalar, scope: Scope) -> None:
        levels = scope.names.levels
        others = [s for s, known in levels.items() if level.level in known and s != level.scale]
        if others:
            hint = f'If the level of "{others[0]}" is meant, write "{others[0]}/{level.level}".'
            message = f'There is no level called "{level.level}" on "{level.scale}". {hint}'
            scope.found(node, "unknown-name", message)
        else:
            hint = way_out(level.level, levels[level.scale])
            message = f'There is no level called "{level.level}". {hint}'
            scope.found(node, "unknown-name", message)

    def schema(self) -> Schema:
        """Give the form of a level."""
        return {"type": ["string", "number"]}

    def words(self) -> str:
        """Say what it is."""
        return "id of a level, or `scale/level` for one of another scale"


def _no_crosswalk(level: LevelRef, home: str, scope: Scope) -> str:
    competency = scope.beside["competency"]
    return (
        f'"{competency}" is measured on "{home}", and no crosswalk says what a level of '
        f'"{level.scale}" counts as there. Use a level of "{home}", or add a crosswalk.'
    )


@dataclass(frozen=True, slots=True)
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
        return str(node)

    def schema(self) -> Schema:
        """List the words."""
        return {"enum": list(self.words_known)}

    def words(self) -> str:
        """List the words."""
        return "one of " + ", ".join(f"`{word}`" for word in self.words_known)


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
            message = "A requisite is the id of a unit, or has one key: all, any, co or strict-co."
            scope.found(node, "bad-requisite", message)
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
