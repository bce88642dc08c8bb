"""YAML text to a tree of nodes, fast and as far as the text can be read."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from yaml import CSafeLoader
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from curriculum_map.formats import syntax
from curriculum_map.formats.tree import Blank, Mapping, Node, Scalar, Sequence
from curriculum_map.problems import Problem, Where

DEEPEST = 60
"""Levels of lists and mappings inside each other that a file may have."""


class Parsed(NamedTuple):
    """What could be read of a text.

    Attributes:
        root: The mapping the file consists of, as far as it could be read; None where
            the file is something else or nothing.
        problems: Sorted.
        unread_from: The line on which reading stopped; 0 when all was read.
    """

    root: Mapping | None
    problems: list[Problem]
    unread_from: int


def parse(text: str, file: str) -> Parsed:
    """Read a YAML text as far as it goes.

    Args:
        text: Without byte order mark and without characters that YAML forbids.
        file: Stands in the places of the problems.
    """
    builder = _Builder(text, file)
    with no_garbage_collection():
        complete = _read(builder)
    builder.report_repeated()
    if not complete:
        builder.drop_last_text()
    return Parsed(builder.root, sorted(builder.problems), 0 if complete else builder.line)


def _read(builder: _Builder) -> bool:
    try:
        builder.read_stream()
    except MarkedYAMLError as error:
        line, column, message = syntax.explain(error, builder.text)
        builder.report(line, column, "syntax", message)
    except _Stop:
        pass
    else:
        return True
    return False


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Keep the collector from walking a growing tree again and again, then restore its state."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # Passing through the permanent generation, the tree grows old without being walked
        # once; what somebody else keeps there must stay there.
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        if was_on:
            gc.enable()


class _Stop(Exception):
    """The problem just reported makes the rest of the text unreadable."""


class _Builder:
    """Turns the events of the parser into a tree.

    Containers are put into the tree before they are filled, so that the tree holds
    everything read so far when the text breaks off.
    """

    __slots__ = ("file", "line", "next_event", "problems", "repeated", "root", "text")

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.next_event: Callable[[], Any] = CSafeLoader(text).get_event
        self.line = 1
        self.problems: list[Problem] = []
        self.repeated: list[tuple[Scalar, dict[Scalar, Node]]] = []
        self.root: Mapping | None = None

    def report(self, line: int, column: int, code: str, message: str) -> None:
        self.problems.append(Problem(Where(self.file, line, column), code, message))

    def read_stream(self) -> None:
        self.next_event()
        if isinstance(self.next_event(), StreamEndEvent):
            self.report(0, 0, "empty-file", EMPTY)
            return
        self._read_root(self._start(self.next_event()))
        self.next_event()
        if not isinstance(event := self.next_event(), StreamEndEvent):
            self.line, column = _place(event)
            self.report(self.line, column, "many-documents", MANY_DOCUMENTS)
            raise _Stop

    def report_repeated(self) -> None:
        """Name the first place of every repeated name, looking through each mapping once."""
        firsts: dict[int, dict[Scalar, Scalar]] = {}
        for key, entries in self.repeated:
            if id(entries) not in firsts:
                firsts[id(entries)] = {name: name for name in entries}
            first = firsts[id(entries)][key]
            message = REPEATED.format(syntax.quoted(key), first.line, first.column)
            self.report(key.line, key.column, "duplicate-key", message)

    def drop_last_text(self) -> None:
        """Take the text before a break out of the tree: it may have been cut off."""
        node: Node | None = self.root
        while isinstance(node, (Mapping, Sequence)) and not node.complete:
            inside, node = node, _last_child(node)
        if not isinstance(node, Scalar) or node.empty or node.line != self.line:
            return
        if isinstance(inside, Mapping):
            inside.entries.popitem()
        else:
            inside.items.pop()

    def _read_root(self, node: Node) -> None:
        if isinstance(node, Mapping):
            self.root = node
            self._fill_mapping(node, 1)
        elif isinstance(node, Scalar) and node.empty:
            self.report(0, 0, "empty-file", EMPTY)
        else:
            what = "a list" if isinstance(node, Sequence) else f"the text {syntax.quoted(node)}"
            self.report(node.line, node.column, "not-a-mapping", NOT_A_MAPPING.format(what))
            raise _Stop

    def _start(self, event: Any) -> Node:
        """Make the node that an event begins: a whole text, or a container still empty."""
        mark = event.start_mark
        # Everything on a line shares one int, which saves a tenth of the memory.
        if (line := mark.line + 1) != self.line:
            self.line = line
        if type(event) is not ScalarEvent:
            return self._start_container(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        text = event.value
        node = Scalar(text) if text or event.style else Blank()
        node.line, node.column = self.line, mark.column + 1
        return node

    def _start_container(self, event: Any) -> Node:
        column = event.start_mark.column + 1
        if event.anchor is not None or (type(event) is not AliasEvent and event.tag is not None):
            self._refuse(event)
        if type(event) is MappingStartEvent:
            return Mapping({}, self.line, column, False)
        if type(event) is SequenceStartEvent:
            return Sequence([], self.line, column, False)
        blank = Blank()
        blank.line, blank.column = self.line, column
        return blank

    def _fill(self, node: Node, depth: int) -> None:
        if depth > DEEPEST:
            message = (
                f"Lists and mappings stand more than {DEEPEST} levels inside each other here. "
                "Check the indentation and the brackets, or split the file."
            )
            self.report(node.line, node.column, "too-deep", message)
            raise _Stop
        if isinstance(node, Mapping):
            self._fill_mapping(node, depth)
        elif isinstance(node, Sequence):
            self._fill_sequence(node, depth)

    def _fill_mapping(self, node: Mapping, depth: int) -> None:
        entries, next_event, start = node.entries, self.next_event, self._start
        while type(event := next_event()) is not MappingEndEvent:
            key = start(event)
            if not key or not isinstance(key, Scalar):
                self._skip_entry(key, depth)
                continue
            value = start(next_event())
            if entries.setdefault(key, value) is not value:
                self.repeated.append((key, entries))
            if not isinstance(value, Scalar):
                self._fill(value, depth + 1)
            elif value.empty:
                self._check_forgotten_space(key)
        node.complete = True
        if "<<" in entries:
            self._report_merge(entries)

    def _fill_sequence(self, node: Sequence, depth: int) -> None:
        append, next_event, start = node.items.append, self.next_event, self._start
        while type(event := next_event()) is not SequenceEndEvent:
            item = start(event)
            append(item)
            if not isinstance(item, Scalar):
                self._fill(item, depth + 1)
        node.complete = True

    def _skip_entry(self, key: Node, depth: int) -> None:
        """Read over an entry that has no usable name."""
        what = "a list" if isinstance(key, Sequence) else "a mapping"
        message = (
            'There is no name in front of this ":". Write one, or delete the entry.'
            if isinstance(key, Scalar)
            else f"A name must be a text, but here {what} stands in front of the colon. "
            "Put brackets and braces that belong to a text in quotes."
        )
        self.report(key.line, key.column, "bad-key", message)
        self._fill(key, depth + 1)
        self._fill(self._start(self.next_event()), depth + 1)

    def _check_forgotten_space(self, key: Scalar) -> None:
        name, colon, value = key.partition(":")
        if colon and value:
            message = f'Put a space after the colon: "{name}: {value}".'
            self.report(key.line, key.column, "syntax", message)

    def _report_merge(self, entries: dict[Scalar, Node]) -> None:
        key = next(other for other in entries if other == "<<")
        message = '"<<" takes entries over from elsewhere, which is not read here. Write them out.'
        self.report(key.line, key.column, "alias", message)

    def _refuse(self, event: Any) -> None:
        """Report an anchor, an alias or a tag, in the author's own spelling."""
        line, column = _place(event)
        typed = syntax.word_at(self.text, event.start_mark.index)
        code, message = ("tag", TAG) if typed.startswith("!") else ("alias", ALIAS)
        self.report(line, column, code, message.format(typed))


def _last_child(node: Mapping | Sequence) -> Node | None:
    children = node.items if isinstance(node, Sequence) else node.entries.values()
    return next(reversed(children), None)


def _place(event: Any) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


REPEATED = "{} already stands at line {}, column {}. Delete or rename one of the two."
EMPTY = "There is nothing in this file. Fill it or delete it."
NOT_A_MAPPING = (
    'The file is {}. It must begin with a name, a colon and a space, as in "title: Medicine".'
)
MANY_DOCUMENTS = (
    'A second document begins here. Delete the line "---", or move what follows to its own file.'
)
TAG = (
    '"{}" is a YAML tag, which is not read here. '
    "Delete it, or put the text in quotes if it belongs to it."
)
ALIAS = (
    '"{}" names a part of the file to repeat it, which is not read here. '
    "Write it out, or put the text in quotes if it belongs to it."
)
