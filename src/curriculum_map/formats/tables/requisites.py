"""What must come before a unit, in one cell: `a and (b or co c)`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from curriculum_map.formats import tree
from curriculum_map.formats.tables.cells import Unclear
from curriculum_map.formats.tree import Node, Scalar
from curriculum_map.model import AllOf, Needs, Requisite

TIMINGS = ("pre", "co", "strict-co")
_JOINED = {"and": "all", "or": "any"}
_WORDS = frozenset({*_JOINED, *_JOINED.values(), *TIMINGS})
_NAME = re.compile(r'[^\s()"]+')
_TOKEN = re.compile(r'\s*(?:([()])|"((?:[^"]|"")*)"|([^\s()"]+)|(\S))')

Place = Callable[[str], Scalar]
"""Makes a node of a text, at the place of the cell."""


class NotARequisite(Unclear):
    """A text is no requisite; the message says where it goes wrong."""

    code = "bad-requisite"
    way_out = 'Write it as in "a and (b or co c)".'


def written(requisite: Requisite) -> str:
    """Spell a requisite; empty where nothing is required."""
    if isinstance(requisite, AllOf) and not requisite.items:
        return ""
    return _spelled(requisite, outermost=True)


def _spelled(requisite: Requisite, *, outermost: bool = False) -> str:
    if isinstance(requisite, Needs):
        name = requisite.unit
        name = f'"{name}"' if name.lower() in _WORDS else name
        return name if requisite.timing == "pre" else f"{requisite.timing} {name}"
    of_all = isinstance(requisite, AllOf)
    items = [_spelled(each) for each in requisite.items]
    if len(items) < 2:
        # Only the word tells a list of one thing from the thing.
        return f"{'all' if of_all else 'any'} ({''.join(items)})"
    joined = (" and " if of_all else " or ").join(items)
    return joined if outermost else f"({joined})"


def is_name(text: str) -> bool:
    """Tell whether a text is the name of one unit and nothing else."""
    return bool(_NAME.fullmatch(text)) and text.lower() not in _WORDS


def read(text: str, place: Place) -> Node:
    """Make the node that stands for a requisite in a YAML file.

    Raises:
        NotARequisite: If the text is none.
    """
    return _Reader(text, place).whole()


class _Reader:
    """Goes through the words of a text once."""

    def __init__(self, text: str, place: Place) -> None:
        self.place = place
        self.left = list(_tokens(text))[::-1]

    def whole(self) -> Node:
        found = self.several()
        if self.left:
            raise NotARequisite(f"{_shown(self.left[-1])} stands where nothing more belongs.")
        return found

    def several(self) -> Node:
        items = [self.one()]
        joint = self.joint()
        while (joint and self.joint()) == joint and joint:
            self.left.pop()
            items.append(self.one())
        if self.joint():
            raise NotARequisite('"and" and "or" stand side by side. Put one of them in brackets.')
        return items[0] if len(items) == 1 else self.all_or_any(_JOINED[joint], items)

    def joint(self) -> str:
        word, bare = self.left[-1] if self.left else ("", False)
        return word.lower() if bare and word.lower() in _JOINED else ""

    def one(self) -> Node:
        word, bare = self.next()
        if bare and word == "(":
            return self.bracketed()
        if (bare and word == ")") or self.is_joint(word, bare):
            raise NotARequisite(f"A unit is missing in front of {_shown((word, bare))}.")
        if bare and word.lower() in _JOINED.values() and self.left[-1:] == [("(", True)]:
            return self.of_few(word.lower())
        if bare and word.lower() in TIMINGS:
            return self.keyed(word.lower(), self.place(self.next()[0]))
        return self.place(word)

    def is_joint(self, word: str, bare: bool) -> bool:
        return bare and word.lower() in _JOINED

    def bracketed(self) -> Node:
        found = self.several()
        self.close()
        return found

    def of_few(self, word: str) -> Node:
        """Read `all (a)` or `any ()`."""
        self.left.pop()
        items = [] if self.left[-1:] == [(")", True)] else [self.several()]
        self.close()
        return self.all_or_any(word, items)

    def close(self) -> None:
        if self.next() != (")", True):
            raise NotARequisite("A bracket is not closed where it should be.")

    def next(self) -> tuple[str, bool]:
        if not self.left:
            raise NotARequisite("A unit or a bracket is missing at the end.")
        return self.left.pop()

    def all_or_any(self, word: str, items: Sequence[Node]) -> Node:
        at = self.place(word)
        found = tree.Sequence(list(items), at.line, at.column)
        return found if word == "all" else self.keyed(word, found)

    def keyed(self, word: str, node: Node) -> Node:
        key = self.place(word)
        return tree.Mapping({key: node}, key.line, key.column)


def _tokens(text: str) -> list[tuple[str, bool]]:
    """Give each word and whether it may be one of the words that join others."""
    found = []
    for bracket, quoted, word, stray in _TOKEN.findall(text.rstrip()):
        if stray:
            raise NotARequisite("A quotation mark is not closed.")
        bare = bool(bracket or word)
        found.append((bracket or word or quoted.replace('""', '"'), bare))
    return found


def _shown(token: tuple[str, bool]) -> str:
    return f'"{token[0]}"'
