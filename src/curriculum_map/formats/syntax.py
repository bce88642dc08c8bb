"""What the YAML parser complains about, in words for somebody who knows Excel.

The parser says what it expected; these functions look at the author's line and say what
was most likely meant to stand there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from yaml.error import MarkedYAMLError

LINE_BREAK = re.compile(r"\r\n|\r|\n")

Explained: TypeAlias = tuple[int, int, str]
"""Line and column, both from 1, and the message."""

_GLUED = re.compile(r"\s*(?:- +)*[\w.-]+:(?=[^\s:])(?!.*: )")
_WORD = re.compile(r"[^\s,\]}]+")
_NAMED = re.compile(r"\s*(?:- +)*[^\s:\"']+:$")


@dataclass(frozen=True, slots=True)
class _Break:
    """Where the parser gave up, and what it was reading; all counted from 0.

    Attributes:
        lines: The whole text.
        line: Where the parser noticed.
        column: Likewise.
        start_line: Where the thing begins that it was reading; `line` if it does not say.
        start_column: Likewise.
        complaint: The parser's own words.
    """

    lines: list[str]
    line: int
    column: int
    start_line: int
    start_column: int
    complaint: str

    @property
    def here(self) -> str:
        """The text from the place of the complaint to the end of its line."""
        return self.lines[self.line][self.column :]

    @property
    def before(self) -> str:
        """The text on the same line in front of the complaint."""
        return self.lines[self.line][: self.column]

    def at_complaint(self, message: str) -> Explained:
        return self.line + 1, self.column + 1, message

    def at_start(self, message: str) -> Explained:
        return self.start_line + 1, self.start_column + 1, message

    def at_line(self, line: int, message: str) -> Explained:
        text = self.lines[line]
        return line + 1, len(text) - len(text.lstrip()) + 1, message


def explain(error: MarkedYAMLError, text: str) -> Explained:
    """Say where a YAML text is broken and how to mend it."""
    noticed = error.problem_mark or error.context_mark
    assert noticed is not None
    start = error.context_mark or noticed
    lines = [*LINE_BREAK.split(text), ""]
    complaint = error.problem or ""
    found = _Break(lines, noticed.line, noticed.column, start.line, start.column, complaint)
    reading = f"{error.context or ''}: {complaint}"
    return next(say for needle, say in _EXPLANATIONS if needle in reading)(found)


def quoted(text: str) -> str:
    """Quote what the author typed, at most 40 characters of it."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= 40 else f'"{line[:37]}..."'


def word_at(text: str, start: int) -> str:
    """Give the word that begins at an offset; empty if none does."""
    found = _WORD.match(text, start)
    return found[0] if found else ""


def _colon_in_text(found: _Break) -> Explained:
    above = _line_above(found)
    if _GLUED.match(found.lines[above]) and above != found.line:
        return found.at_line(above, _glued(found.lines[above]))
    if _NAMED.match(found.before + ":"):
        return found.at_line(
            found.line,
            f"{quoted(found.lines[found.line])} stands further to the right than the entry above "
            "it, which already has its text. Begin both in the same column.",
        )
    curly = " Curly quotes do not count, only straight ones." if "“" in found.before else ""
    return found.at_complaint(
        'A text that contains a colon and a space must stand in straight quotes, as in "AI: an '
        f'introduction".{curly}'
    )


def _line_above(found: _Break) -> int:
    above = found.line - 1
    while above > 0 and not found.lines[above].partition("#")[0].strip():
        above -= 1
    return max(above, 0)


def _glued(line: str) -> str:
    name, _, value = line.strip().removeprefix("- ").partition(":")
    return f"Put a space after the colon: {quoted(f'{name}: {value}')}."


def _no_colon(found: _Break) -> Explained:
    line = found.lines[found.start_line]
    if _GLUED.match(line):
        return found.at_start(_glued(line))
    return found.at_start(
        f'{quoted(line)} is neither "name: text" nor part of the text above it. Add the colon and '
        "a space, or indent the line if it continues the text above."
    )


def _tab(found: _Break) -> Explained:
    return found.at_complaint("This line is indented with a tab. Use spaces instead.")


def _bad_first_character(found: _Break) -> Explained:
    if found.here.startswith("\t"):
        return _tab(found)
    return found.at_complaint(
        f'A text cannot begin with "{found.here[:1]}". Put the whole text in quotes.'
    )


def _needs_quotes(found: _Break) -> Explained:
    first = found.lines[found.start_line][found.start_column : found.start_column + 1]
    return found.at_start(
        f'"{first}" at the beginning of a text has a meaning of its own. '
        "Put the whole text in quotes."
    )


def _open_quote(found: _Break) -> Explained:
    quote = found.lines[found.start_line][found.start_column]
    name = "double" if quote == '"' else "single"
    return found.at_start(
        f"The {name} quote that opens here is never closed. Add one at the end of the text."
    )


def _backslash(found: _Break) -> Explained:
    return found.at_complaint(
        "A backslash in double quotes begins a special character. Write it twice, or use single "
        "quotes around the text."
    )


def _not_a_name(found: _Break) -> Explained:
    if found.here.startswith(":"):
        return found.at_complaint('There is no name in front of this ":". Write one.')
    if found.before.strip():
        return found.at_complaint(
            f"{quoted(found.here)} stands behind a closing quote. Put the whole text in quotes; "
            'double a single quote inside single quotes, and write \\" inside double quotes.'
        )
    above = _line_above(found)
    if _GLUED.match(found.lines[above]):
        return found.at_line(above, _glued(found.lines[above]))
    return found.at_complaint(
        f"{quoted(found.here)} stands in a column where no entry begins. Begin it in the same "
        "column as the entries it belongs to."
    )


def _not_an_item(found: _Break) -> Explained:
    return found.at_complaint(
        f'{quoted(found.here)} stands where the list goes on with "- ". Begin it with "- ", or '
        "move it to the column of the entries it belongs to."
    )


def _open_bracket(found: _Break) -> Explained:
    opening = found.lines[found.start_line][found.start_column]
    closing = "]" if opening == "[" else "}"
    if found.line == found.start_line:
        return found.at_complaint(
            f'A comma or "{closing}" is missing before {quoted(found.here)}. Text with commas or '
            "brackets in it must stand in quotes."
        )
    return found.at_start(
        f'The "{opening}" that opens here is not closed before line {found.line + 1}. '
        f'Add "{closing}", or a comma if the list goes on.'
    )


def _unexpected(found: _Break) -> Explained:
    return found.at_complaint(
        f"{quoted(found.here[:1])} cannot stand here. Delete it, or put the text that it belongs "
        "to in quotes."
    )


def _list_on_a_line(found: _Break) -> Explained:
    return found.at_complaint(
        f"{quoted(found.here)} begins a list behind other text. Begin the list on a line of its "
        'own, or write it as "[first, second]".'
    )


def _after_the_end(found: _Break) -> Explained:
    return found.at_complaint(
        f'{quoted(found.here)} stands behind "...", which ends the file. Delete that line.'
    )


def _anything_else(found: _Break) -> Explained:
    return found.at_complaint(
        f'This line cannot be read as YAML ("{found.complaint}"). Compare it with the lines above.'
    )


# Looked through in this order: the first whose words occur in the parser's complaint counts.
_EXPLANATIONS: list[tuple[str, Callable[[_Break], Explained]]] = [
    ("tab character", _tab),
    ("mapping values are not allowed", _colon_in_text),
    ("expected ':'", _no_colon),
    ("cannot start any token", _bad_first_character),
    ("a quoted scalar: found unexpected", _open_quote),
    ("parsing a quoted scalar", _backslash),
    ("scanning an alias", _needs_quotes),
    ("scanning an anchor", _needs_quotes),
    ("scanning a block scalar", _needs_quotes),
    ("scanning a tag", _needs_quotes),
    ("scanning a directive", _needs_quotes),
    ("undefined tag handle", _needs_quotes),
    ("mapping keys are not allowed", _needs_quotes),
    ("expected ',' or", _open_bracket),
    ("did not find expected key", _not_a_name),
    ("expected '-' indicator", _not_an_item),
    ("expected node content", _unexpected),
    ("block sequence entries are not allowed", _list_on_a_line),
    ("expected <document start>", _after_the_end),
    ("", _anything_else),
]
