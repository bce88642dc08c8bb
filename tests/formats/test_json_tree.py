"""JSON is read as everybody reads it, and everything in it knows its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.formats.json_tree import DEEPEST, planted, read_json
from curriculum_map.formats.tree import Blank, Mapping, Scalar, Sequence
from open_education import CUT_OFF

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"))
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


UNFIT = "A text begins here that is not written as JSON wants it, or never ends. (syntax)"


def as_text(value: Any) -> Any:
    """Give what a tree keeps of a value: texts for everything that is no list or object."""
    if isinstance(value, dict):
        return {key: as_text(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_text(each) for each in value]
    return value if isinstance(value, str) else "" if value is None else json.dumps(value)


def plain(node: Any) -> Any:
    if isinstance(node, Mapping):
        return {str(key): plain(each) for key, each in node.entries.items()}
    return [plain(each) for each in node.items] if isinstance(node, Sequence) else str(node)


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_every_document_keeps_its_values(value, indent, ascii_only):
    root, problems = read_json(json.dumps(value, indent=indent, ensure_ascii=ascii_only), "f")
    assert plain(root) == as_text(value)
    assert problems == []


@given(VALUES, st.data())
def test_a_document_is_refused_exactly_where_the_standard_library_refuses_it(value, data):
    text = json.dumps(value)
    at = data.draw(st.integers(0, len(text)))
    broken = (
        text[:at]
        + data.draw(st.sampled_from(["", "{", "]", ",", '"', ":", "1", "nul"]))
        + text[at + 1 :]
    )
    root, problems = read_json(broken, "f")
    try:
        expected = as_text(json.loads(broken, parse_float=str, parse_int=str))
    except ValueError:
        assert root is None
        assert problems
    else:
        assert {problem.code for problem in problems} <= {"duplicate-key", "control-character"}
        assert problems or plain(root) == expected


def test_nothing_is_not_an_empty_text():
    root, _ = read_json('[null, ""]', "f")
    assert isinstance(root, Sequence)
    assert [isinstance(each, Blank) for each in root.items] == [True, False]


def test_everything_has_a_line_and_a_column():
    root, _ = read_json('{\n  "a": [1,\n    {"b": "c"}]}', "f")
    assert isinstance(root, Mapping)
    ((key, listed),) = root.entries.items()
    assert (key.line, key.column, listed.line, listed.column) == (2, 3, 2, 8)
    assert isinstance(listed, Sequence)
    assert [(each.line, each.column) for each in listed.items] == [(2, 9), (3, 5)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "",
            f"f:1:1: {CUT_OFF}",
        ),
        (
            '{"a": [1,\n 2',
            f"f:2:3: {CUT_OFF}",
        ),
        ('{"a": 1,}', 'f:1:9: JSON has no place for "}" here. (syntax)'),
        ('{"a" 1}', 'f:1:6: JSON has no place for "1" here. (syntax)'),
        ("{'a': 1}", 'f:1:2: JSON has no place for "\'" here. (syntax)'),
        (
            '["a\nb"]',
            f"f:1:2: {UNFIT}",
        ),
        (
            '["a\\x"]',
            "f:1:2: A backslash in this text is followed by something JSON does not know. (syntax)",
        ),
        ("[NaN]", 'f:1:2: JSON has no place for "N" here. (syntax)'),
        ("[1] [2]", 'f:1:5: JSON has no place for "[" here. (syntax)'),
        ('{"a": 1,\n "a": 2}', 'f:2:2: "a" stands in this object twice. (duplicate-key)'),
        (
            '["\\ud800"]',
            "f:1:2: The text holds a character that no file can hold. Take it out. "
            "(control-character)",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text, said):
    assert [str(problem) for problem in read_json(text, "f")[1]] == [said]


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
def test_a_hundred_megabytes_of_nesting_are_refused_at_once(opening):
    root, problems = read_json(opening * (100_000_000 // len(opening)), "f")
    assert root is None
    assert [problem.code for problem in problems] == ["too-deep"]
    assert str(problems[0]).endswith(
        f"Lists and objects stand inside each other more than {DEEPEST} times. (too-deep)"
    )


def test_of_a_name_that_stands_twice_the_first_counts():
    root, _ = read_json('{"a": {"b": 1}, "a": {"c": 2}, "d": 3}', "f")
    assert plain(root) == {"a": {"b": "1"}, "d": "3"}


def test_plain_values_are_planted_where_something_stands():
    at, _ = read_json("\n  7", "f")
    assert isinstance(at, Scalar)
    tree = planted({"a": ["b", at]}, at)
    assert plain(tree) == {"a": ["b", "7"]}
    assert isinstance(tree, Mapping)
    assert [(key.line, key.column) for key in tree.entries] == [(2, 3)]
