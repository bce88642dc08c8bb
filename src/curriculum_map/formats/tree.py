"""What an author typed in a file, as a tree in which everything knows its place.

Nothing is interpreted: `NO`, `012`, `1e3`, `null` and `~` stay the text they are. Lines and
columns count from 1, columns in characters. Trees are read, never changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import ClassVar, TypeAlias

from curriculum_map.problems import Where


class Scalar(str):
    """A text as its author typed it, and where it begins.

    Equal to, and hashed as, the plain text; `str(scalar)` is the text alone.

    Attributes:
        line: Counted from 1.
        column: Counted from 1, in characters; that of the quote where the text has one.
        empty: Nothing was typed, as behind `title:`. A quoted "" is a text, not empty.
    """

    __slots__ = ("column", "line")

    empty: ClassVar[bool] = False
    line: int
    column: int

    def where(self, file: str) -> Where:
        """Give its place in a file."""
        return Where(file, self.line, self.column)


@cache
def placeless(name: str) -> Scalar:
    """Give a name that the program knows, so that nobody asks where it stands."""
    found = Scalar(name)
    found.line = found.column = 0
    return found


class Blank(Scalar):
    """The nothing behind `title:`."""

    __slots__ = ()

    empty: ClassVar[bool] = True


@dataclass(slots=True)
class Sequence:
    """A list.

    Attributes:
        items: In file order.
        line: Where the first item or the bracket stands.
        column: Likewise. Places are not part of equality.
        complete: Whether the file could be read up to the end of the list.
    """

    items: list[Node]
    line: int = field(compare=False)
    column: int = field(compare=False)
    complete: bool = True

    def where(self, file: str) -> Where:
        """Give its place in a file."""
        return Where(file, self.line, self.column)


@dataclass(slots=True)
class Mapping:
    """Names with what stands behind them.

    Attributes:
        entries: In file order. Of a repeated name the first entry is kept.
        line: Where the first name or the brace stands.
        column: Likewise. Places are not part of equality.
        complete: Whether the file could be read up to the end of the mapping.
    """

    entries: dict[Scalar, Node]
    line: int = field(compare=False)
    column: int = field(compare=False)
    complete: bool = True

    def where(self, file: str) -> Where:
        """Give its place in a file."""
        return Where(file, self.line, self.column)


Node: TypeAlias = Scalar | Sequence | Mapping
