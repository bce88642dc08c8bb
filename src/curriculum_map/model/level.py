"""Scales of proficiency, and what allows one to be compared with another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, NamedTuple

from curriculum_map.model.declare import Id, Key, KeyedBy, Named, Placed, Ref
from curriculum_map.model.text import NOTHING_SAID, Text


class LevelRef(NamedTuple):
    """A level of a scale, as it was named.

    In a file it is the level's id when it belongs to the scale on which the competency
    beside it is measured, and `scale/level` otherwise.

    Attributes:
        scale: Id of the scale.
        level: Id of the level on that scale.
    """

    scale: str
    level: str

    def __str__(self) -> str:
        return f"{self.scale}/{self.level}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Placed):
    """One step of a scale.

    Attributes:
        id: Name of the level, unique in its scale.
        title: What the level is called.
        description: What somebody at this level can do.
        code: How other systems write the level, such as `bloom_3`.
    """

    id: Id
    title: Text
    description: Text = NOTHING_SAID
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale(Named):
    """An ordered set of proficiency levels.

    Two scales are compared only through a crosswalk, never by rank alone.

    Attributes:
        description: What the scale is for.
        levels: Lowest first. The first has rank 1; rank 0 always means "none".
    """

    kind: ClassVar[str] = "scale"

    description: Text = NOTHING_SAID
    levels: Annotated[tuple[Level, ...], KeyedBy("id")]

    def rank(self, level: str) -> int:
        """Give the rank of a level, from 1; 0 if the scale has no such level."""
        return next((n for n, each in enumerate(self.levels, 1) if each.id == level), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelPair(Placed):
    """What one level of a scale counts as on another.

    Attributes:
        origin: Id of a level of the scale that is translated.
        target: Id of the level it counts as.
    """

    short: ClassVar[str] = "target"

    origin: Id
    target: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk(Named):
    """What the levels of one scale count as on another.

    It is read in one direction: a second crosswalk is needed for the way back.

    Attributes:
        origin: The scale that is translated.
        target: The scale it is translated to.
        levels: For each level of the first scale the level it counts as on the second. A
            level that is left out counts as none.
    """

    kind: ClassVar[str] = "crosswalk"

    origin: Annotated[str, Ref("scale"), Key("from")]
    target: Annotated[str, Ref("scale"), Key("to")]
    levels: Annotated[tuple[LevelPair, ...], KeyedBy("origin")]
