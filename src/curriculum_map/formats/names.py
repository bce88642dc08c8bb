"""Find every name a project defines, before anything that may refer to it is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from curriculum_map.formats import tree
from curriculum_map.formats.record import record_of
from curriculum_map.formats.tree import Node, Scalar
from curriculum_map.model import COLLECTIONS
from curriculum_map.problems import Problem, Where

HEADS: Mapping[str, str] = {"framework": "frameworks", "programme": "programmes"}
"""Keys by which a file says what it describes, and the collection that belongs to."""

DEFAULTS = ("institution", "framework", "source")
"""Keys whose values everything in a file takes over where it says nothing itself."""

Nodes = Mapping[Any, Node]
"""Name, which is a text with a place, to what stands behind it."""


class Entry(NamedTuple):
    """Something that a file defines.

    Attributes:
        collection: Name of the collection it belongs to, such as `units`.
        id: What it is called.
        body: What is said about it.
        where: Where its id stands.
        heads: What stands at the top of the file, for fields that are left out.
    """

    collection: str
    id: Scalar
    body: Node
    where: Where
    heads: Nodes

    @property
    def kind(self) -> str:
        """What sort of thing it is, such as `unit`."""
        return COLLECTIONS[self.collection].kind

    @property
    def complete(self) -> bool:
        """Whether all that is said about it could be read."""
        return isinstance(self.body, Scalar) or self.body.complete

    def part(self, key: str) -> Nodes:
        """Give a map inside its body; an empty one if there is none."""
        return inside(inside_node(self.body), key)

    def text(self, key: str) -> str:
        """Give a text of its body, or the one at the top of the file; empty if neither is there."""
        found = inside_node(self.body).get(key, self.heads.get(key))
        return str(found) if isinstance(found, Scalar) else ""


def inside_node(node: Node | None) -> Nodes:
    """Give what a map holds; nothing for anything else."""
    return node.entries if isinstance(node, tree.Mapping) else {}


def inside(nodes: Nodes, key: str) -> Nodes:
    """Give what the map behind a key holds; nothing if there is none."""
    return inside_node(nodes.get(key))


def entries_of(file: str, root: tree.Mapping) -> Iterator[Entry]:
    """Give what a file defines: what it is headed by, then its collections, in file order."""
    nodes: Nodes = root.entries
    defaults = {key: nodes[key] for key in DEFAULTS if key in nodes}
    for head, name in headed(nodes):
        collection = HEADS[head]
        place = name.where(file)
        yield Entry(collection, name, own_part(root, collection, head), place, defaults)
    for collection in COLLECTIONS:
        for key, body in inside(nodes, collection).items():
            yield Entry(collection, key, body, key.where(file), defaults)


def headed(nodes: Nodes) -> list[tuple[str, Scalar]]:
    """Give what a file describes at its top level, by head and id.

    A head that may also be a default describes something only if fields of it stand there.
    """
    heads = [(head, nodes.get(head)) for head in HEADS if _describes(head, nodes)]
    return [(head, name) for head, name in heads if isinstance(name, Scalar)]


def _describes(head: str, nodes: Nodes) -> bool:
    own = record_of(COLLECTIONS[HEADS[head]]).keys - set(DEFAULTS)
    return head not in DEFAULTS or not own.isdisjoint(nodes)


def own_part(root: tree.Mapping, collection: str, head: str) -> tree.Mapping:
    """Give the fields that a file's top level says about what it is headed by."""
    fields = record_of(COLLECTIONS[collection]).keys - {head, "id"}
    own = {key: node for key, node in root.entries.items() if key in fields}
    return tree.Mapping(own, root.line, root.column, root.complete)


def places(entries: Iterable[Entry]) -> dict[str, dict[str, Where]]:
    """Give where every id stands, by kind; that of its first place where it has several.

    Areas are written `framework/area`, outcomes `unit/outcome`.
    """
    known: dict[str, dict[str, Where]] = defaultdict(dict)
    for kind in [*(each.kind for each in COLLECTIONS.values()), "area", "outcome"]:
        known[kind] = {}
    for entry in entries:
        known[entry.kind].setdefault(str(entry.id), entry.where)
        for kind, key in (("area", "areas"), ("outcome", "outcomes")):
            for inner in entry.part(key):
                known[kind].setdefault(f"{entry.id}/{inner}", entry.where)
    return known


def repeated(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Report ids that stand twice, also where only upper and lower case tell them apart."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        former = first.setdefault((entry.kind, entry.id.lower()), entry)
        if former is not entry:
            same = "" if former.id == entry.id else f' (written "{former.id}" there)'
            message = (
                f'There is another {entry.kind} called "{entry.id}" in {former.where}{same}. '
                "Give one of them another id."
            )
            yield Problem(entry.where, "duplicate-id", message)
