"""What a project says about itself in curriculum-map.toml."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from curriculum_map.errors import UnknownName
from curriculum_map.formats.folder import Unreadable, read
from curriculum_map.formats.record import record_of
from curriculum_map.formats.scope import Names, Scope
from curriculum_map.formats.tree import Mapping, Node, Scalar, Sequence
from curriculum_map.model import Settings
from curriculum_map.problems import Problem, Where

FILE = "curriculum-map.toml"
LARGEST = 1_000_000
OUTSIDE = (
    "This link leads out of the project folder and is not followed. "
    "Put a copy of what it leads to in its place."
)


def read_settings(root: Path) -> tuple[Settings, list[Problem]]:
    """Read the settings of a project; a project without the file has the usual ones.

    Returns:
        The settings, and what is wrong with the file. With a problem in it the settings are the
        usual ones.
    """
    path = root / FILE
    if not path.exists() and not path.is_symlink():
        return Settings(), []
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
        return Settings(), [Problem(Where(FILE), "outside-project", OUTSIDE)]
    try:
        return settings_of(read(path, LARGEST))
    except Unreadable as error:
        return Settings(), [Problem(Where(FILE), error.code, str(error))]


def settings_of(data: bytes) -> tuple[Settings, list[Problem]]:
    """Read the content of the file with the settings, as `read_settings` does."""
    import tomllib

    try:
        text = data.decode("utf-8-sig")
        values = tomllib.loads(text)
    except UnicodeDecodeError:
        message = 'The file is not saved as UTF-8. Save it again with the encoding "UTF-8".'
        return Settings(), [Problem(Where(FILE), "not-utf-8", message)]
    except tomllib.TOMLDecodeError as error:
        return Settings(), [_syntax(str(error), text)]
    scope = Scope(FILE, Names({}), _languages(values))
    settings = record_of(Settings).read(_node(values, text, 1), scope)
    unknown = _unknown_frameworks(settings.use, _line_of("use", text))
    problems = [*scope.problems, *_unusable(settings, values, text), *unknown]
    return (Settings() if _any_error(problems) else settings), problems


def _any_error(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def _unusable(settings: Settings, written: dict[str, Any], text: str) -> Iterator[Problem]:
    if not settings.base.endswith(("/", "#")):
        message = f'"{settings.base}" must end in / or #, so that ids can follow it.'
        yield Problem(Where(FILE, _line_of("base", text), 1), "bad-form", message)
    if "languages" in written and not written["languages"]:
        message = "A project has at least one language. Name one, or take the line away."
        yield Problem(Where(FILE, _line_of("languages", text), 1), "empty-text", message)


def _unknown_frameworks(names: tuple[str, ...], line: int) -> list[Problem]:
    if not names:
        return []
    from curriculum_map.formats.open_frameworks import open_frameworks

    known = open_frameworks()
    unknown = [UnknownName("open framework", each, known) for each in names if each not in known]
    return [Problem(Where(FILE, line, 1), error.code, str(error)) for error in unknown]


def _languages(values: dict[str, Any]) -> tuple[str, ...]:
    languages = values.get("languages")
    known = tuple(map(str, languages)) if isinstance(languages, list) else ()
    return known or Settings().languages


def _syntax(message: str, text: str) -> Problem:
    place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)", message)
    lines = text.split("\n")
    line, column = (place[1], place[2]) if place and place[1] else (len(lines), len(lines[-1]) + 1)
    words = message[: place.start()] if place else message
    where = Where(FILE, int(line), int(column))
    return Problem(where, "syntax", f"This is not TOML: {words}.")


def _node(value: Any, text: str, line: int) -> Node:
    """Put a value of a TOML file into the tree that every file is read from."""
    if isinstance(value, dict):
        entries = {}
        for key, inner in value.items():
            at = _line_of(key, text)
            entries[_scalar(key, at)] = _node(inner, text, at)
        return Mapping(entries, line, 1)
    if isinstance(value, list):
        return Sequence([_node(inner, text, line) for inner in value], line, 1)
    return _scalar(str(value).lower() if isinstance(value, bool) else str(value), line)


def _scalar(text: str, line: int) -> Scalar:
    scalar = Scalar(text)
    scalar.line, scalar.column = line, 1
    return scalar


def _line_of(key: str, text: str) -> int:
    found = re.search(rf"^\s*\[?[\"']?{re.escape(key)}[\"']?\s*[=.\]]", text, re.MULTILINE)
    return text.count("\n", 0, found.end()) + 1 if found else 1
