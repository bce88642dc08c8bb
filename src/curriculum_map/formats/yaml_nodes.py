"""Plain values as YAML that a person would have written.

Short things stand on one line, everything else in blocks; texts are quoted only where they would
be taken for something else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from yaml import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

WIDTH = 96
"""Characters after which a line of text is broken."""
_FLAT = 76
_TEXT = "tag:yaml.org,2002:str"
_LOOSE_END = re.compile(r"[ \t](?:\n|$)").search


class Block(dict[str, Any]):
    """A map that is written one entry below the other however short it is."""


class Lines(list[Any]):
    """A list that is written one item below the other however short it is."""


def dumped(value: Mapping[str, Any]) -> str:
    """Write a map of texts, numbers, truth values, lists and maps."""
    return str(
        yaml.serialize(_node(value, 0), Dumper=yaml.CSafeDumper, width=WIDTH, allow_unicode=True)
    )


def _node(value: Any, depth: int) -> Node:
    if isinstance(value, Mapping):
        return _mapping(value, depth)
    if isinstance(value, Sequence) and not isinstance(value, str):
        items = [_node(each, depth + 1) for each in value]
        flat = not isinstance(value, Lines) and _is_flat(items, depth)
        return SequenceNode("tag:yaml.org,2002:seq", items, flow_style=flat)
    return _text(value) if isinstance(value, str) else _number(value)


def _mapping(value: Mapping[str, Any], depth: int) -> Node:
    pairs = [(_text(key), _node(each, depth + 1)) for key, each in value.items()]
    parts = [node for pair in pairs for node in pair]
    flat = not isinstance(value, Block) and _is_flat(parts, depth)
    return MappingNode("tag:yaml.org,2002:map", pairs, flow_style=flat or not pairs)


def _text(words: str) -> ScalarNode:
    return ScalarNode(_TEXT, words, style=_style(words))


def _style(words: str) -> str | None:
    if not words.replace("\n", "").isprintable():
        return '"'
    if "\n" not in words:
        return None
    return "|" if not words[0].isspace() and not _LOOSE_END(words) else '"'


def _number(value: float | bool) -> ScalarNode:
    if isinstance(value, bool):
        return ScalarNode("tag:yaml.org,2002:bool", str(value).lower())
    # The tag is that of the plain text, so that the text is written without it and unquoted.
    text = written_number(value)
    is_whole = re.fullmatch(r"-?[0-9]+", text)
    is_point = re.fullmatch(r"-?[0-9]+\.[0-9]+", text)
    kind = "int" if is_whole else "float" if is_point else "str"
    return ScalarNode(f"tag:yaml.org,2002:{kind}", text)


def written_number(value: float) -> str:
    """Give a number as a person writes it: `28` for 28.0."""
    whole = isinstance(value, float) and value.is_integer() and abs(value) < 1e15
    return str(int(value)) if whole else repr(value)


def _is_flat(parts: list[Node], depth: int) -> bool:
    return all(_may_be_flat(each) for each in parts) and _length(parts) + 2 * depth <= _FLAT


def _may_be_flat(node: Node) -> bool:
    if isinstance(node, ScalarNode):
        return "\n" not in node.value
    return isinstance(node, CollectionNode) and bool(node.flow_style)


def _length(parts: list[Node]) -> int:
    return sum(
        len(each.value) + 2 if isinstance(each, ScalarNode) else 2 + _length(_inside(each))
        for each in parts
    )


def _inside(node: Node) -> list[Node]:
    if isinstance(node, MappingNode):
        return [each for pair in node.value for each in pair]
    return list(node.value)
