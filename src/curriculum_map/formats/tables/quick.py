"""Tables in which nothing is wrong, straight to a catalogue: for those that are large.

Whatever a cell means is still decided by the shape of its field, once for each text that stands
in a column. Where anything is unusual this gives up, and the rows are read as trees, which tells
what it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from sys import intern
from typing import Any

from curriculum_map.formats.columns import Column as Texts
from curriculum_map.formats.columns import columns_of
from curriculum_map.formats.scope import Names, Scope
from curriculum_map.formats.sheet import Sheet
from curriculum_map.formats.tables.headings import Headings, beyond, headings
from curriculum_map.formats.tables.kinds import SETTINGS, Kind, kinds
from curriculum_map.formats.tables.makers import Maker
from curriculum_map.formats.tables.meanings import Doubt, Table, chosen
from curriculum_map.model import COLLECTIONS, Catalogue, Settings, by_id
from curriculum_map.problems import Where

Id = tuple[str, ...]


def read_quickly(tables: Iterable[tuple[Sheet, Kind]], settings: Settings) -> Catalogue | None:
    """Read tables in which nothing is wrong in any row.

    Args:
        tables: In any order; several may be of the same kind.
        settings: What the project says about itself.

    Returns:
        None if there may be something wrong. What rows say together is not checked.
    """
    try:
        language = settings.languages[0]
        given = [_table(*each, language) for each in tables if each[1].name != SETTINGS]
        return _Reader([each for each in given if each.rows], settings).catalogue()
    except Doubt:
        return None


def _table(sheet: Sheet, kind: Kind, language: str) -> Table:
    first, _ = next(sheet.filled(), (-1, ()))
    if first < 0:
        return Table(sheet, kind, Headings(0), (), (), ())
    found = headings(sheet, first, kind, language)
    if found.problems or beyond(sheet, found):
        raise Doubt
    columns = columns_of(sheet.rows)
    rows: Sequence[int] = range(first + 1, len(sheet.rows))
    names = _names(columns, rows, found)
    if not all(map(all, names)):
        rows = [number for number, _ in sheet.filled()][1:]
        names = _names(columns, rows, found)
    if not all(map(all, names)):
        raise Doubt
    return Table(sheet, kind, found, columns, rows, names)


def _names(columns: Sequence[Texts], rows: Sequence[int], found: Headings) -> list[Texts]:
    return [list(map(intern, map(str.strip, chosen(columns[at], rows)))) for at in found.names]


class _Reader:
    """Makes the things of a catalogue, those that belong to others first."""

    def __init__(self, tables: Sequence[Table], settings: Settings) -> None:
        self.tables, self.settings = tables, settings
        self.of: dict[Id, list[Table]] = defaultdict(list)
        for each in tables:
            self.of[each.kind.path].append(each)
        self.scope = Scope("", self.names(), settings.languages)
        self.inside: dict[Id, dict[Id, tuple[Any, ...]]] = {}

    def names(self) -> Names:
        """Find every name, before anything that may refer to it is read."""
        known: dict[str, dict[str, Where]] = {"area": {}, "outcome": {}}
        for kind in kinds():
            if kind.owner is None or kind.noun in known:
                names = chain.from_iterable(map(_ids, self.of[kind.path]))
                known[kind.noun] = dict.fromkeys(map("/".join, names), Where(""))
        scales = dict(self.pairs("frameworks", "scale"))
        homes = {name: scales.get(at, "") for name, at in self.pairs("competencies", "framework")}
        levels: dict[str, tuple[str, ...]] = dict.fromkeys(known["scale"], ())
        for table in self.of["scales", "levels"]:
            for scale, level in _ids(table):
                levels[scale] = (*levels.get(scale, ()), level)
        origins, targets = (self.pairs("crosswalks", heading) for heading in ("from", "to"))
        walks = frozenset((a, b) for (_, a), (_, b) in zip(origins, targets, strict=True))
        return Names(known, homes, levels, walks)

    def pairs(self, collection: str, heading: str) -> Iterator[tuple[str, str]]:
        for table in self.of[(collection,)]:
            yield from zip(table.names[0], table.column(heading), strict=True)

    def catalogue(self) -> Catalogue:
        made: dict[str, Mapping[str, Any]] = {}
        for kind in reversed(kinds()):
            ids, things = self.things(kind)
            if kind.owner is None:
                made[kind.path[0]] = _alone([name for (name,) in ids], things)
            else:
                self.keep(kind, ids, things)
        return Catalogue(settings=self.settings, **{each: made[each] for each in COLLECTIONS})

    def keep(self, kind: Kind, ids: Sequence[Id], things: Sequence[Any]) -> None:
        """Keep things until what they belong to is made."""
        if kind.key and len(set(ids)) < len(ids):
            raise Doubt
        inside: dict[Id, list[Any]] = defaultdict(list)
        owner_of = itemgetter(slice(len(kind.owners)))
        for owner, thing in zip(map(owner_of, ids), things, strict=True):
            inside[owner].append(thing)
        self.inside[kind.path] = {owner: tuple(found) for owner, found in inside.items()}

    def things(self, kind: Kind) -> tuple[list[Id], list[Any]]:
        ids: list[Id] = []
        things: list[Any] = []
        parts = [each.path for each in kinds() if each.owner and each.owner.path == kind.path]
        for table in self.of[kind.path]:
            these = list(_ids(table))
            inside = {path[-1]: self.within(path, these) for path in parts}
            ids += these
            things += Maker(table, self.scope, self.settings).things(inside)
        if any(self.inside[path].keys() - set(ids) for path in parts):
            raise Doubt
        return ids, things

    def within(self, path: Id, owners: Iterable[Id]) -> list[tuple[Any, ...]]:
        """Give what belongs to each of some things."""
        inside = self.inside[path]
        return [inside.get(each, ()) for each in owners]


def _ids(table: Table) -> Iterator[Id]:
    return zip(*table.names, strict=True)


def _alone(names: Sequence[str], things: Sequence[Any]) -> Mapping[str, Any]:
    """Give a map of things that belong to no other."""
    if len(set(map(str.lower, names))) < len(names):
        raise Doubt
    found = dict(zip(names, things, strict=True))
    return by_id({name: found[name] for name in sorted(found)})
