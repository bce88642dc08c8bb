"""A broken file gets one sentence that somebody who knows Excel can act on."""

from __future__ import annotations

import pytest

from curriculum_map.formats.yaml_files import read_tree

DEEPER = (
    "stands further to the right than the entry above it, which already has its text. "
    "Begin both in the same column."
)
SAME_COLUMN = (
    "stands in a column where no entry begins. "
    "Begin it in the same column as the entries it belongs to."
)
COLON = (
    "A text that contains a colon and a space must stand in straight quotes, "
    'as in "AI: an introduction".'
)
NO_COLON = (
    'is neither "name: text" nor part of the text above it. '
    "Add the colon and a space, or indent the line if it continues the text above."
)
CLOSING = (
    "stands behind a closing quote. Put the whole text in quotes; double a single quote inside "
    'single quotes, and write \\" inside double quotes.'
)
COMMA = "Text with commas or brackets in it must stand in quotes."
BACKSLASH = (
    "A backslash in double quotes begins a special character. "
    "Write it twice, or use single quotes around the text."
)
OWN_MEANING = "at the beginning of a text has a meaning of its own. Put the whole text in quotes."
QUOTE_OR_DELETE = "cannot stand here. Delete it, or put the text that it belongs to in quotes."
TAB = "This line is indented with a tab. Use spaces instead."

BROKEN = {
    "a:\n\tb: c\n": f"2:1: {TAB}",
    "a: b\n\tc: d\n": f"2:1: {TAB}",
    "a: |\n\tx\n": f"2:1: {TAB}",
    "a:\n  b: c\n  \t@: d\n": f"3:3: {TAB}",
    "a: b\nkind:course\nc: d\n": '2:1: Put a space after the colon: "kind: course".',
    "a: b\nkind:course": '2:1: Put a space after the colon: "kind: course".',
    "u:\n  kind:course\n  # c\n\n  b: x\n": '2:3: Put a space after the colon: "kind: course".',
    "u: {kind:course}\n": '1:5: Put a space after the colon: "kind: course".',
    "a: b\nkind course\nc: d\n": f'2:1: "kind course" {NO_COLON}',
    "u:\n  title: AI: an introduction\n": f"2:12: {COLON}",
    "title: “AI: an introduction”\n": (
        f"1:11: {COLON} Curly quotes do not count, only straight ones."
    ),
    "u:\n  a: b\n    c: d\n": f'3:5: "c: d" {DEEPER}',
    "u:\n    a: b\n  c: d\n": f'3:3: "c: d" {SAME_COLUMN}',
    "u:\n  - a\n - b\n": f'3:2: "- b" {SAME_COLUMN}',
    "u:\n  - a\n  b: c\n": (
        '3:3: "b: c" stands where the list goes on with "- ". '
        'Begin it with "- ", or move it to the column of the entries it belongs to.'
    ),
    'a: "b\nc: d\n': (
        "1:4: The double quote that opens here is never closed. Add one at the end of the text."
    ),
    "a: 'b\n---\n": (
        "1:4: The single quote that opens here is never closed. Add one at the end of the text."
    ),
    "a: 'it's fine'\n": f'1:8: "s fine\'" {CLOSING}',
    "a: [b, c\nd: e\n": (
        '1:4: The "[" that opens here is not closed before line 2. '
        'Add "]", or a comma if the list goes on.'
    ),
    "a: {b: c\n": (
        '1:4: The "{" that opens here is not closed before line 2. '
        'Add "}", or a comma if the list goes on.'
    ),
    'a: ["b" c]\n': f'1:9: A comma or "]" is missing before "c]". {COMMA}',
    "a: {b: c]\n": f'1:9: A comma or "}}" is missing before "]". {COMMA}',
    "a: ]\n": f'1:4: "]" {QUOTE_OR_DELETE}',
    "a: , b\n": f'1:4: "," {QUOTE_OR_DELETE}',
    "u: - a\n": (
        '1:4: "- a" begins a list behind other text. '
        'Begin the list on a line of its own, or write it as "[first, second]".'
    ),
    "a: @b\n": '1:4: A text cannot begin with "@". Put the whole text in quotes.',
    "a: 50\nb: %\n": '2:4: A text cannot begin with "%". Put the whole text in quotes.',
    "a: *bold* x\n": f'1:4: "*" {OWN_MEANING}',
    "a: & b\n": f'1:4: "&" {OWN_MEANING}',
    "a: > 90%\n": f'1:4: ">" {OWN_MEANING}',
    "a: !<x\n": f'1:4: "!" {OWN_MEANING}',
    "a: !e!x b\n": f'1:4: "!" {OWN_MEANING}',
    "a: ? b\n": f'1:4: "?" {OWN_MEANING}',
    "%b: c\n": f'1:1: "%" {OWN_MEANING}',
    'a: "C:\\Users\\q"\n': f"1:9: {BACKSLASH}",
    'a: "\\q"\n': f"1:5: {BACKSLASH}",
    ": a\n": '1:1: There is no name in front of this ":". Write one.',
    "a: b\n...\nc: d\n": (
        '3:1: "c: d" stands behind "...", which ends the file. Delete that line.'
    ),
    "%YAML 2.0\n---\na: b\n": (
        '1:1: This line cannot be read as YAML ("found incompatible YAML document"). '
        "Compare it with the lines above."
    ),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "line"), BROKEN.items(), ids=lambda text: repr(text)[:30])
def test_a_broken_text_is_explained_where_it_should_be_mended(typed, line):
    _, problems = read_tree(typed, "x.yaml")
    assert [str(problem) for problem in problems] == [f"x.yaml:{line} (syntax)"]


def test_a_long_line_is_quoted_in_part():
    _, problems = read_tree(f"a: b\n{'x' * 60}\nc: d\n", "x.yaml")
    assert problems[0].message.startswith(f'"{"x" * 37}..." is neither')
