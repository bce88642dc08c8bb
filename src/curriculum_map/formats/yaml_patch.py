"""Things put into a YAML file that people edit: what is said of other things stays as it is.

Comments, order and spelling of everything else are kept. The file has to be written one name
below the other where something changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from curriculum_map.formats import tree
from curriculum_map.formats.names import DEFAULTS, HEADS, Entry, entries_of, headed, own_part
from curriculum_map.formats.tree import Scalar
from curriculum_map.formats.yaml_files import read_tree
from curriculum_map.formats.yaml_nodes import Block, dumped
from curriculum_map.formats.yaml_spelling import Said, Spelling
from curriculum_map.model.declare import Named

OTHER_BREAKS = ("\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
"""What ends a line for some programs and not for others."""

Things = Mapping[str, Mapping[str, Named]]
"""Collection to id to thing."""


class NotPatchable(Exception):
    """The file is written in a way that lets nothing be put into it."""


class _Edit(NamedTuple):
    """Lines of a file, counted from 0 and without the last, and what takes their place.

    Where two begin on the same line, what is `apart` from what stands there comes after the other.
    """

    first: int
    last: int
    apart: bool
    text: str


def patched(text: str, file: str, things: Things, spelling: Spelling) -> str:
    """Put things into a file: in the place of what has their ids, else at the end.

    Args:
        text: The content of the file.
        file: Its path in the project, with `/`.
        things: What is put into it.
        spelling: How things are written.

    Raises:
        NotPatchable: If it cannot be done by changing whole lines.
    """
    root, problems = read_tree(text, file)
    if problems or root is None or any(each in text for each in OTHER_BREAKS):
        raise NotPatchable
    lines = text.removesuffix("\n").split("\n")
    edits = list(_edits(lines, root, file, things, spelling))
    for edit in sorted(edits, reverse=True):
        lines[edit.first : edit.last] = edit.text.splitlines()
    return "\n".join(lines) + "\n"


def _edits(
    lines: list[str], root: tree.Mapping, file: str, things: Things, spelling: Spelling
) -> Iterator[_Edit]:
    entries = {(each.collection, str(each.id)): each for each in entries_of(file, root)}
    at_head = {(HEADS[head], str(name)) for head, name in headed(root.entries)}
    for collection, named in things.items():
        below = root.entries.get(tree.placeless(collection))
        spans = _spans(lines, below, root) if below is not None else {}
        added: Said = {}
        for name, thing in named.items():
            heads = _heads(entries.get((collection, name)), root)
            said = Block(spelling.named(thing, heads))
            if name in spans:
                yield _Edit(*spans[name], False, _indented(Block({name: said}), below))
            elif (collection, name) in at_head:
                yield from _at_head(lines, root, said, collection)
            else:
                added[name] = said
        if added:
            yield _added(lines, spans, collection, Block(added), below)


def _at_head(lines: list[str], root: tree.Mapping, said: Block, collection: str) -> Iterator[_Edit]:
    """Write what a file says at its top about what it describes, where that began."""
    head = next(each for each, of in HEADS.items() if of == collection)
    own = own_part(root, collection, head).entries.keys() - set(DEFAULTS)
    spans = sorted(span for name, span in _spans(lines, root, root).items() if name in own)
    for number, (first, last) in enumerate(spans):
        yield _Edit(first, last, False, "" if number else dumped(said))


def _added(
    lines: list[str],
    spans: Mapping[str, tuple[int, int]],
    collection: str,
    added: Block,
    below: tree.Node | None,
) -> _Edit:
    if below is None:
        return _Edit(len(lines), len(lines), True, "\n" + dumped(Block({collection: added})))
    end = max(last for _, last in spans.values())
    return _Edit(end, end, False, _indented(added, below))


def _spans(lines: list[str], node: tree.Node, root: tree.Mapping) -> dict[str, tuple[int, int]]:
    """Give the lines of each entry of a map, without comments and empty lines behind it.

    Raises:
        NotPatchable: If two stand on one line, or something else before one.
    """
    if not isinstance(node, tree.Mapping) or not node.entries:
        raise NotPatchable
    starts = {str(key): key.line - 1 for key in node.entries}
    first = min(starts.values())
    after = (key.line - 1 for key in root.entries if key.line - 1 > first)
    end = min((each for each in after if each > max(starts.values())), default=len(lines))
    ends = [*sorted(starts.values())[1:], end]
    columns = {key.column for key in node.entries}
    if len(set(starts.values())) < len(starts) or len(columns) > 1 or not _are_alone(lines, node):
        raise NotPatchable
    in_order = sorted(starts.items(), key=lambda start: start[1])
    return {
        name: (start, _without_comments(lines, start, last))
        for (name, start), last in zip(in_order, ends, strict=True)
    }


def _without_comments(lines: list[str], start: int, last: int) -> int:
    while last > start + 1 and lines[last - 1].strip()[:1] in ("", "#"):
        last -= 1
    return last


def _are_alone(lines: list[str], node: tree.Mapping) -> bool:
    return all(not lines[key.line - 1][: key.column - 1].strip() for key in node.entries)


def _indented(block: Block, below: tree.Node | None) -> str:
    """Write things as deep as those beside them, broken into lines where an import does."""
    assert isinstance(below, tree.Mapping)
    spaces = " " * (next(iter(below.entries)).column - 1)
    _, *lines = dumped(Block({"things": block})).splitlines(keepends=True)
    return "".join(spaces + line.removeprefix("  ") if line.strip() else line for line in lines)


def _heads(entry: Entry | None, root: tree.Mapping) -> Mapping[str, Any]:
    """Give what stands at the head of the file for what is left out below."""
    given: dict[str, Any] = {}
    for key in ("institution", "framework", "source"):
        node = (entry.heads if entry else root.entries).get(tree.placeless(key))
        if isinstance(node, Scalar):
            given[key] = (str(node),) if key == "source" else str(node)
        elif isinstance(node, tree.Sequence):
            given[key] = tuple(str(each) for each in node.items)
    return given


__all__ = ["NotPatchable", "Things", "patched"]
