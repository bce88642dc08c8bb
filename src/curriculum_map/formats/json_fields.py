"""The fields of JSON objects, each as what it must be, with every problem at its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from typing import Any

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.base import Given, text_of
from curriculum_map.formats.json_tree import read_json
from curriculum_map.formats.syntax import quoted
from curriculum_map.formats.tree import Mapping, Node, Scalar, Sequence
from curriculum_map.problems import Problem, Severity, Where

_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>").search


@dataclass(slots=True)
class Findings:
    """What is found in the files of one import.

    Attributes:
        problems: Problems with their places, in reading order.
        passed: What has no place in a project, and how often it was met, by file.
    """

    problems: list[Problem] = field(default_factory=list)
    passed: Counter[tuple[str, str]] = field(default_factory=Counter)
    _markup: dict[str, list[Where]] = field(default_factory=dict)

    def found(
        self, file: str, node: Node, code: str, message: str, severity: Severity = "error"
    ) -> None:
        """Note a problem at a node."""
        self.problems.append(Problem(Where(file, node.line, node.column), code, message, severity))

    def look_for_markup(self, file: str, text: Scalar) -> None:
        """Remember a text in which HTML stands."""
        if "<" in text and _MARKUP(text):
            self._markup.setdefault(file, []).append(Where(file, text.line, text.column))

    def all(self) -> list[Problem]:
        """Give the problems, with a warning for each kind of thing that was passed over."""
        counted = [
            Problem(Where(file), "passed-over", f"{what} ({count}).", "warning")
            for (file, what), count in self.passed.items()
        ]
        for places in self._markup.values():
            message = f"HTML stands in texts and is kept as text; here first ({len(places)})."
            counted.append(Problem(places[0], "markup", message, "warning"))
        return self.problems + counted


def roots_of(given: Given, findings: Findings) -> Iterator[tuple[str, Node]]:
    """Give what stands in each JSON file, with the name of the file.

    Files of other endings are passed over, but a file that stands alone may have any.
    """
    for name, data in given.files.items():
        if len(given.files) == 1 or name.lower().endswith(".json"):
            try:
                root, problems = read_json(text_of(data, name), name)
            except InvalidProject as error:
                root, problems = None, list(error.problems)
            findings.problems += problems
            if root is not None:
                yield name, root


@dataclass(frozen=True, slots=True)
class Fields:
    """An object of a file.

    Attributes:
        node: The object.
        file: The file it stands in.
        findings: Takes what is wrong with it.
    """

    node: Mapping
    file: str
    findings: Findings

    def get(self, name: str) -> Node | None:
        """Give what stands behind a name; None for nothing and `null`."""
        entries: Map[Any, Node] = self.node.entries
        found = entries.get(name)
        return None if isinstance(found, Scalar) and found.empty else found

    def text(self, name: str) -> Scalar | None:
        """Give the text behind a name; None for nothing, `null` and an empty text."""
        found = self.get(name)
        if isinstance(found, Scalar):
            return found if found.strip() else None
        if found is not None:
            self._wrong(found, "a text")
        return None

    def items(self, name: str) -> list[Node]:
        """Give the list behind a name without `null`; an empty one for nothing."""
        found = self.get(name)
        if isinstance(found, Sequence):
            return [each for each in found.items if not (isinstance(each, Scalar) and each.empty)]
        if found is not None:
            self._wrong(found, "a list")
        return []

    def texts(self, name: str) -> list[Scalar]:
        """Give the texts of the list behind a name."""
        texts = []
        for each in self.items(name):
            if isinstance(each, Scalar):
                texts.append(each)
            else:
                self._wrong(each, "a text")
        return texts

    def objects(self, name: str) -> list[Fields]:
        """Give the objects of the list behind a name."""
        return [each for node in self.items(name) for each in self.object(node)]

    def object(self, node: Node | None) -> Iterator[Fields]:
        """Give a node as an object, or nothing after noting that it is none."""
        if isinstance(node, Mapping):
            yield Fields(node, self.file, self.findings)
        elif node is not None:
            self._wrong(node, "an object")

    def inner(self, name: str) -> Fields | None:
        """Give the object behind a name; None for nothing."""
        return next(self.object(self.get(name)), None)

    def found(self, node: Node, code: str, message: str, severity: Severity = "error") -> None:
        """Note a problem at a node of the file."""
        self.findings.found(self.file, node, code, message, severity)

    def pass_over(self, what: str, count: int = 1) -> None:
        """Count something that has no place in a project; `what` is a sentence without its dot."""
        if count:
            self.findings.passed[self.file, what] += count

    def _wrong(self, node: Node, what: str) -> None:
        kind = "an object" if isinstance(node, Mapping) else "a list"
        if isinstance(node, Scalar):
            kind = "nothing" if node.empty else quoted(node)
        self.found(node, "wrong-type", f"Here belongs {what}, not {kind}.")
