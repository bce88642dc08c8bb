"""From what authors typed to one catalogue, with every problem on the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from sys import intern
from typing import Any

from curriculum_map.errors import way_out
from curriculum_map.formats import tree
from curriculum_map.formats.document import Document
from curriculum_map.formats.names import (
    DEFAULTS,
    HEADS,
    Entry,
    entries_of,
    headed,
    own_part,
    places,
    repeated,
)
from curriculum_map.formats.reading import Reading
from curriculum_map.formats.record import record_of
from curriculum_map.formats.scope import Names, Scope
from curriculum_map.formats.shapes import ABSENT, Pattern
from curriculum_map.model import COLLECTIONS, Catalogue, Settings, by_id
from curriculum_map.model.checks import problems_of
from curriculum_map.model.declare import ID_FORM
from curriculum_map.problems import Problem


def assemble(documents: Sequence[Document], settings: Settings) -> Reading:
    """Make one catalogue of the files of a project.

    Args:
        documents: The files, in any order.
        settings: What the project says about itself.
    """
    roots = [(each.file, each.root) for each in documents if each.root is not None]
    entries = [entry for file, root in roots for entry in entries_of(file, root)]
    names = _names(entries, tuple(each.text_rest for each in documents if each.text_rest))
    problems = [problem for file, root in roots for problem in _strangers(file, root)]
    problems += repeated(entries)
    things = {name: by_id(found) for name, found in _read(entries, names, settings, problems)}
    catalogue = Catalogue(settings=settings, **things)
    # What could not be read to the end may still say what a check misses.
    problems += problems_of(_finished(catalogue, entries))
    return Reading(catalogue, tuple(sorted(set(problems))))


def _names(entries: Sequence[Entry], unread: tuple[str, ...]) -> Names:
    scales = {e.text("scale") and str(e.id): e.text("scale") for e in _of("frameworks", entries)}
    return Names(
        known=places(entries),
        scale_of={
            str(e.id): scales.get(e.text("framework"), "") for e in _of("competencies", entries)
        },
        levels={str(e.id): tuple(map(str, e.part("levels"))) for e in _of("scales", entries)},
        crosswalks=frozenset((e.text("from"), e.text("to")) for e in _of("crosswalks", entries)),
        unread=unread,
    )


def _finished(catalogue: Catalogue, entries: Iterable[Entry]) -> Catalogue:
    unread = {(entry.collection, str(entry.id)) for entry in entries if not entry.complete}
    if not unread:
        return catalogue
    finished: dict[str, Any] = {
        collection: {k: v for k, v in getattr(catalogue, collection).items() if k not in left_out}
        for collection in COLLECTIONS
        if (left_out := {name for each, name in unread if each == collection})
    }
    return replace(catalogue, **finished)


def _of(collection: str, entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.collection == collection]


def _read(
    entries: Iterable[Entry], names: Names, settings: Settings, problems: list[Problem]
) -> list[tuple[str, dict[str, Any]]]:
    things: dict[str, dict[str, Any]] = {collection: {} for collection in COLLECTIONS}
    form = Pattern(ID_FORM)
    for entry in entries:
        scope = Scope(entry.where.file, names, settings.languages, problems, entry.heads)
        name = scope.owner = intern(str(entry.id))
        if form.read(entry.id, scope) is ABSENT:
            continue
        record = record_of(COLLECTIONS[entry.collection])
        thing = record.build(entry.body, scope, {"id": name}, entry.id)
        if thing is not ABSENT:
            things[entry.collection].setdefault(name, thing)
    return list(things.items())


def _strangers(file: str, root: tree.Mapping) -> Iterable[Problem]:
    known = {*COLLECTIONS, *HEADS, *DEFAULTS}
    heads = headed(root.entries)
    for head, _ in heads:
        known |= own_part(root, HEADS[head], head).entries.keys()
    for key, body in root.entries.items():
        where = key.where(file)
        if key not in known:
            message = f'"{key}" says nothing about a project. {way_out(key, sorted(known))}'
            yield Problem(where, "unknown-field", message)
        elif key in COLLECTIONS and not isinstance(body, tree.Mapping) and not _blank(body):
            message = f'Behind "{key}" belongs a map from id to what is said about it.'
            yield Problem(where, "wrong-type", message)
    if len(heads) > 1:
        where = heads[1][1].where(file)
        message = "A file describes a framework or a programme at its top, not both. Use two files."
        yield Problem(where, "two-heads", message)


def _blank(node: tree.Node) -> bool:
    return isinstance(node, tree.Scalar) and node.empty
