"""How a file names something that is described elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from sys import intern
from typing import Any, ClassVar

from curriculum_map.errors import way_out
from curriculum_map.formats.scope import Scope
from curriculum_map.formats.shapes import ABSENT, Schema, wanted
from curriculum_map.formats.tree import Node, Scalar
from curriculum_map.model import LevelRef


@dataclass(eq=False, repr=False)
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
        # Thousands of contributions name the same competency; one text serves all of them.
        return intern(str(node) if self.kind == "area" else name)

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
        found = _level(scale if slash else home, str(level))
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


@cache
def _level(scale: str, level: str) -> LevelRef:
    """Give the level; one serves all contributions that name it."""
    return LevelRef(intern(scale), intern(level))


def _no_crosswalk(level: LevelRef, home: str, scope: Scope) -> str:
    competency = scope.beside["competency"]
    return (
        f'"{competency}" is measured on "{home}", and no crosswalk says what a level of '
        f'"{level.scale}" counts as there. Use a level of "{home}", or add a crosswalk.'
    )
