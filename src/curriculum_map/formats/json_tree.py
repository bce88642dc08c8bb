"""JSON as a tree in which everything knows its place, and such trees made of plain values.

What JSON writes as `null` is nothing (`Blank`); numbers and truth values are the text they are
written with. Nesting costs no recursion, so that no document can exhaust the program.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from collections.abc import Mapping as Map
from typing import Any, TypeAlias

from curriculum_map.formats.tree import Blank, Mapping, Node, Scalar, Sequence
from curriculum_map.problems import Problem, Where

DEEPEST = 100
"""Lists and objects may stand inside each other so often."""

_Token: TypeAlias = tuple[str, int, int]
"""The text, its line, and its column."""
_TOKEN = re.compile(
    r'[ \t\r\n]*([{}\[\],:]|"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*"'
    r"|(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![\w.+-])|)"
)
"""Space and one token; an empty one where none fits."""
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NEXT = {"{": '"}', "[": "value]", ":": "value", "{,": '"', "[,": "value"}


class _Stop(Exception):
    """Reading cannot go on."""

    def __init__(self, code: str, message: str, line: int, column: int) -> None:
        self.finding = code, message, line, column


def read_json(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """Read a JSON text into a tree.

    Args:
        text: The document.
        file: What to call it in problems.

    Returns:
        The tree, None where the text is no JSON; and the problems: what is wrong with the
        syntax, names that stand twice in an object (the first counts), and texts with characters
        that no file can hold.
    """
    builder = _Builder(file)
    try:
        for token in _tokens(text):
            builder.take(token)
        builder.end(text)
    except _Stop as stop:
        code, message, line, column = stop.finding
        return None, [*builder.problems, Problem(Where(file, line, column), code, message)]
    return builder.root, builder.problems


def _tokens(text: str) -> Iterator[_Token]:
    line, begin, at = 1, 0, 0
    while found := _TOKEN.match(text, at):
        start, end = found.span(1)
        if start != at and (breaks := text.count("\n", at, start)):
            line, begin = line + breaks, text.rindex("\n", at, start) + 1
        if start == end:
            if start == len(text):
                return
            raise _Stop("syntax", _unfit(text[start]), line, start - begin + 1)
        yield found[1], line, start - begin + 1
        at = end


def _unfit(character: str) -> str:
    if character == '"':
        return "A text begins here that is not written as JSON wants it, or never ends."
    return f"JSON has no place for {_shown(character)} here."


def _shown(text: str) -> str:
    return text[:40] if text.startswith('"') else f'"{text[:40]}"'


class _Builder:
    """Puts tokens together; what is not finished yet lies on a stack."""

    def __init__(self, file: str) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._file = file
        self._open: list[Mapping | Sequence] = []
        self._keys: list[Scalar] = []
        self._may = "value"

    def take(self, token: _Token) -> None:
        text = token[0]
        if text in ",:":
            self._expect(text, token)
            inside = "" if text == ":" else "{" if isinstance(self._open[-1], Mapping) else "["
            self._may = _NEXT[inside + text]
        elif text in "{[":
            self._expect("value", token)
            self._begin(token)
        elif text in "}]":
            self._expect(text, token)
            self._open.pop()
            self._after()
        elif text[0] == '"' and '"' in self._may:
            self._key(self._scalar(token))
        else:
            self._expect("value", token)
            self._put(self._scalar(token))
            self._after()

    def end(self, text: str) -> None:
        if self.root is None or self._open:
            lines = text.split("\n")
            message = "The text ends before the JSON in it does: the file is cut off, or empty."
            raise _Stop("syntax", message, len(lines), len(lines[-1]) + 1)

    def _expect(self, what: str, token: _Token) -> None:
        if what not in self._may:
            raise _Stop("syntax", f"JSON has no place for {_shown(token[0])} here.", *token[1:])

    def _begin(self, token: _Token) -> None:
        if len(self._open) == DEEPEST:
            message = f"Lists and objects stand inside each other more than {DEEPEST} times."
            raise _Stop("too-deep", message, *token[1:])
        text, line, column = token
        node = Mapping({}, line, column) if text == "{" else Sequence([], line, column)
        self._put(node)
        self._open.append(node)
        self._may = _NEXT[text]

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
        elif isinstance(inside := self._open[-1], Sequence):
            inside.items.append(node)
        else:
            inside.entries.setdefault(self._keys.pop(), node)

    def _after(self) -> None:
        """Say what may follow something complete."""
        self._may = "" if not self._open else ",}" if isinstance(self._open[-1], Mapping) else ",]"

    def _key(self, key: Scalar) -> None:
        if isinstance(inside := self._open[-1], Mapping) and key in inside.entries:
            message = f'"{key}" stands in this object twice.'
            self._found(key, "duplicate-key", message)
        self._keys.append(key)
        self._may = ":"

    def _scalar(self, token: _Token) -> Scalar:
        text, line, column = token
        node = Blank() if text == "null" else Scalar(self._said(text, token))
        node.line, node.column = line, column
        if _NO_TEXT.search(node):
            message = "The text holds a character that no file can hold. Take it out."
            self._found(node, "control-character", message)
        return node

    def _said(self, text: str, token: _Token) -> str:
        if text[0] != '"':
            return text
        if "\\" not in text:
            return text[1:-1]
        try:
            said: str = json.loads(text)
        except ValueError:
            message = "A backslash in this text is followed by something JSON does not know."
            raise _Stop("syntax", message, *token[1:]) from None
        return said

    def _found(self, node: Node, code: str, message: str) -> None:
        self.problems.append(Problem(Where(self._file, node.line, node.column), code, message))


def planted(value: Any, at: Node) -> Node:
    """Make a tree of plain values; nodes among them stay what they are.

    Args:
        value: Maps, lists, texts and nodes inside each other.
        at: Where everything that is no node is said to stand.
    """
    if isinstance(value, Scalar | Sequence | Mapping):
        return value
    if isinstance(value, Map):
        entries = {scalar(key, at): planted(each, at) for key, each in value.items()}
        return Mapping(entries, at.line, at.column)
    if isinstance(value, list | tuple):
        return Sequence([planted(each, at) for each in value], at.line, at.column)
    return scalar(value, at)


def scalar(text: str, at: Node) -> Scalar:
    """Give a text its place; one that has a place keeps it."""
    if isinstance(text, Scalar):
        return text
    node = Scalar(text)
    node.line, node.column = at.line, at.column
    return node
