"""A tree holds what the author typed, letter by letter, and knows where."""

from __future__ import annotations

import gc
from textwrap import dedent

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from curriculum_map.formats.syntax import LINE_BREAK
from curriculum_map.formats.tree import Mapping, Node, Scalar, Sequence
from curriculum_map.formats.tree_builder import no_garbage_collection
from curriculum_map.formats.yaml_files import read_text, read_tree


class WrittenOut(yaml.SafeDumper):
    """Writes a value that occurs twice twice."""

    def ignore_aliases(self, data):
        return True


# YAML counts these as the end of a line, no editor does, and reading refuses them. PyYAML writes
# U+FEFF as it is and then takes it for a byte order mark.
texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029\ufeff")
)
nested = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=12,
)
dumps = st.builds(
    lambda data, **style: yaml.dump(data, Dumper=WrittenOut, **style),
    st.dictionaries(texts.filter(bool), nested, max_size=4),
    default_style=st.sampled_from([None, "'", '"', "|", ">"]),
    default_flow_style=st.sampled_from([None, True, False]),
    allow_unicode=st.booleans(),
    width=st.sampled_from([20, 80]),
    indent=st.sampled_from([2, 4]),
)


def plain(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {str(key): plain(value) for key, value in node.entries.items()}
    return [plain(item) for item in node.items] if isinstance(node, Sequence) else str(node)


def places(node: Node) -> list[tuple[int, int, str]]:
    """Line, column and text of every name and value, in file order."""
    if isinstance(node, Scalar):
        return [(node.line, node.column, str(node))]
    if isinstance(node, Sequence):
        return [place for item in node.items for place in places(item)]
    return [place for pair in node.entries.items() for part in pair for place in places(part)]


def places_by_pyyaml(node: yaml.Node) -> list[tuple[int, int, str]]:
    if isinstance(node, yaml.ScalarNode):
        return [(node.start_mark.line + 1, node.start_mark.column + 1, node.value)]
    if isinstance(node, yaml.SequenceNode):
        return [place for item in node.value for place in places_by_pyyaml(item)]
    return [place for pair in node.value for part in pair for place in places_by_pyyaml(part)]


def has_a_nameless_entry(data: object) -> bool:
    if isinstance(data, dict):
        return "" in data or any(has_a_nameless_entry(value) for value in data.values())
    return isinstance(data, list) and any(has_a_nameless_entry(item) for item in data)


@given(dumps)
def test_the_tree_holds_what_pyyaml_reads_without_interpreting(text):
    expected = yaml.load(text, Loader=yaml.BaseLoader)
    assume(not has_a_nameless_entry(expected))
    root, problems = read_tree(text, "x.yaml")
    assert (plain(root), problems) == (expected, [])


@given(dumps)
def test_every_place_is_the_one_pyyaml_gives(text):
    assume(not has_a_nameless_entry(yaml.load(text, Loader=yaml.BaseLoader)))
    root, _ = read_tree(text, "x.yaml")
    assert root is not None
    assert places(root) == places_by_pyyaml(yaml.compose(text, Loader=yaml.BaseLoader))


@given(dumps)
def test_every_place_points_at_the_text(text):
    root, _ = read_tree(text, "x.yaml")
    assert root is not None
    lines = LINE_BREAK.split(text)
    for line, column, value in places(root):
        typed = lines[line - 1][column - 1 :]
        assert typed.startswith(value.split("\n")[0][:20].split(" ")[0]) or typed[0] in "'\"|>"


@pytest.mark.parametrize("typed", ["NO", "012", "NA", "1e3", "null", "~", "2024-01-01", "0x1F"])
def test_a_text_stays_what_was_typed(typed):
    root, problems = read_tree(f"a: {typed}\nb: [{typed}]\n", "x.yaml")
    assert (plain(root), problems) == ({"a": typed, "b": [typed]}, [])


def test_nothing_behind_a_colon_is_empty_and_a_pair_of_quotes_is_not():
    root, _ = read_tree("a:\nb: \"\"\nc: ''\ne: null\n", "x.yaml")
    assert root is not None
    empty = {
        str(key): value.empty for key, value in root.entries.items() if isinstance(value, Scalar)
    }
    assert empty == {"a": True, "b": False, "c": False, "e": False}


def test_names_values_lists_and_mappings_know_where_they_begin():
    root, _ = read_tree("units:\n  law:\n    tests: [essay, 'viva']\n", "x.yaml")
    assert root is not None
    units = root.entries["units"]
    law = units.entries["law"]
    tests = law.entries["tests"]
    begins = [(n.line, n.column) for n in (root, units, law, tests)]
    assert begins == [(1, 1), (2, 3), (3, 5), (3, 12)]
    assert places(root) == [
        (1, 1, "units"), (2, 3, "law"), (3, 5, "tests"), (3, 13, "essay"), (3, 20, "viva"),
    ]  # fmt: skip


def test_columns_count_characters_and_a_byte_order_mark_is_none():
    root, problems = read_tree("\ufeffé𝄞: [ü, x]\r\nb: c\r\n", "x.yaml")
    assert root is not None
    assert problems == []
    assert places(root) == [(1, 1, "é𝄞"), (1, 6, "ü"), (1, 9, "x"), (2, 1, "b"), (2, 4, "c")]


def test_trees_are_equal_when_their_texts_are_wherever_they_stand():
    assert read_tree("a: [b, c]", "x.yaml") == read_tree("\n\na:\n- b\n- 'c'\n", "y.yaml")


def test_what_could_be_read_before_the_break_is_kept_and_marked_incomplete():
    text = dedent("""\
        units:
          law: {kind: course}
          ethics:
            kind: lecture
            title: AI: an introduction
        """)
    root, _ = read_tree(text, "x.yaml")
    assert root is not None
    assert plain(root) == {"units": {"law": {"kind": "course"}, "ethics": {"kind": "lecture"}}}
    units = root.entries["units"]
    complete = [root.complete, units.complete, *(unit.complete for unit in units.entries.values())]
    assert complete == [False, False, True, False]


names = st.lists(st.from_regex(r"[a-z]{3,8}", fullmatch=True), min_size=1, max_size=12, unique=True)


@given(names, st.data())
def test_a_name_is_in_the_tree_or_in_the_rest_wherever_the_text_breaks(unit_names, data):
    lines = [part for name in unit_names for part in (f"  {name}:", "    kind: course")]
    lines.insert(data.draw(st.integers(0, len(lines))), data.draw(st.sampled_from(BROKEN)))
    document, problems = read_text("\n".join(["units:", *lines, ""]), "x.yaml")
    assert document.root is not None
    assert [problem.code for problem in problems] == ["syntax"]
    units = document.root.entries.get("units")
    read = {str(key) for key in units.entries} if isinstance(units, Mapping) else set()
    assert not document.complete
    left = {name for name in unit_names if f"{name}:" in document.text_rest}
    assert read | left >= set(unit_names)


BROKEN = [
    "    title: @home",
    "\tx: y",
    "    title: [a, b",
    '    title: "open',
    "      - a: b: c",
    " }",
]


@given(st.text("ab:-?&*!|>'\"%@`{}[],#\t\n \r\x00\x85\ufeff\ud800é~<.", max_size=40))
def test_any_text_gives_a_tree_or_a_problem_with_a_place_in_it(text):
    document, problems = read_text(text, "x.yaml")
    assert document.root is not None or problems
    assert document.complete or problems
    lines = [*LINE_BREAK.split(text.removeprefix("\ufeff")), ""]
    for problem in problems:
        assert 0 <= problem.where.line <= len(lines)
        assert problem.where.column <= len(lines[problem.where.line - 1]) + 1


@pytest.mark.parametrize("was_on", [True, False])
def test_the_garbage_collector_is_left_as_it_was(was_on):
    (gc.enable if was_on else gc.disable)()
    try:
        with pytest.raises(KeyError), no_garbage_collection():
            assert not gc.isenabled()
            raise KeyError
        assert gc.isenabled() is was_on
    finally:
        gc.enable()


def test_what_is_frozen_stays_frozen():
    gc.freeze()
    try:
        read_tree("a: b\n", "x.yaml")
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
    read_tree("a: b\n", "x.yaml")
    assert gc.get_freeze_count() == 0
