"""What a reader knows while it reads a file: the names there are, and the problems found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from curriculum_map.errors import UnknownName, way_out
from curriculum_map.problems import Problem, Severity, Where

if TYPE_CHECKING:
    from curriculum_map.formats.tree import Node


_LINE_BREAKS = re.compile(r"\s*[\r\n]\s*")


@dataclass(frozen=True, slots=True)
class Names:
    """Everything in a project that carries a name, found before anything is read.

    Attributes:
        known: Ids by kind. Areas are written `framework/area`, outcomes `unit/outcome`.
        scale_of: Competency id to the id of the scale it is measured on.
        levels: Scale id to the ids of its levels, lowest first.
        crosswalks: Pairs of scales, from and to, that may be compared.
        unread: The text of files that could not be read to the end.
    """

    known: Mapping[str, Mapping[str, Where]]
    scale_of: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    crosswalks: frozenset[tuple[str, str]] = frozenset()
    unread: tuple[str, ...] = ()

    def has(self, kind: str, name: str) -> bool:
        """Tell whether the name is known, or may well stand in a text that was not read."""
        return name in self.known[kind] or self.may_follow(name)

    def may_follow(self, name: str) -> bool:
        """Tell whether a text that could not be read to the end seems to define the name."""
        own = re.escape(name.rpartition("/")[2])
        as_key = rf"(?<![\w.-]){own}['\"]?\s*:"
        as_head = rf"\b(?:framework|programme)\s*:\s*['\"]?{own}(?![\w.-])"
        return self._unread(f"{as_key}|{as_head}")

    def may_compare(self, scale: str, other: str) -> bool:
        """Tell whether a crosswalk leads from one scale to the other, or may stand unread."""
        either = "|".join(map(re.escape, (scale, other)))
        return (scale, other) in self.crosswalks or self._unread(rf"(?<![\w.-])(?:{either})\b")

    def _unread(self, pattern: str) -> bool:
        return any(re.search(pattern, text) for text in self.unread)


@dataclass(slots=True)
class Scope:
    """Where a reader stands in a file.

    Attributes:
        file: Path of the file, relative to the project.
        names: What may be referred to.
        languages: The project's languages, most important first.
        problems: What was found so far, in reading order; readers add to it.
        heads: What stands at the head of the enclosing part, for what leaves it out.
        owner: Id of the unit that is being read.
        beside: The fields already read of the record that is being read.
    """

    file: str
    names: Names
    languages: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)
    heads: Mapping[str, Node] = field(default_factory=dict)
    owner: str = ""
    beside: Mapping[str, Any] = field(default_factory=dict)

    def where(self, node: Node) -> Where:
        """Give the place of a node."""
        return node.where(self.file)

    def found(self, node: Node, code: str, message: str, severity: Severity = "error") -> None:
        """Note a problem at a node, on one line whatever it quotes."""
        line = _LINE_BREAKS.sub(" ", message)
        self.problems.append(Problem(self.where(node), code, line, severity))

    def unknown(self, node: Node, kind: str, name: str, known: Iterable[str]) -> None:
        """Note that nothing of this kind has this name."""
        self.found(node, UnknownName.code, str(UnknownName(kind, name, known)))

    def unknown_field(self, node: Node, thing: str, known: Iterable[str]) -> None:
        """Note a key that means nothing where it stands."""
        said = f'"{node}" says nothing about {thing}.'
        if str(node).isdecimal():
            self.found(node, "unknown-field", f"A comma begins another field, and {said} {COMMA}")
        else:
            hint = way_out(str(node), sorted(known))
            self.found(node, "unknown-field", f"{said} {hint}")


COMMA = "If it belongs to a number, write the decimals behind a point."
