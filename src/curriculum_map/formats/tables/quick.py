"""Tables in which nothing is wrong, straight to a catalogue: for those that are large.

Whatever a cell means is still decided by the shape of its field, once for each text that stands
in a column. Where anything is unusual this gives up, and the rows are read as trees, which tells
what it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from curriculum_map.formats.scope import Names, Scope
from curriculum_map.formats.sheet import Sheet
from curriculum_map.formats.tables.headings import Headings, beyond, headings
from curriculum_map.formats.tables.kinds import SETTINGS, Kind, kinds
from curriculum_map.formats.tables.makers import Doubt, Id, Maker, Table
from curriculum_map.model import COLLECTIONS, Catalogue, Settings, by_id
from curriculum_map.problems import Where


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
    filled = sheet.filled()
    first = next(filled, None)
    if first is None:
        return Table(sheet, kind, Headings(0), (), ())
    found = headings(sheet, first[0], kind, language)
    if found.problems or beyond(sheet, found):
        raise Doubt
    rows = list(filled)
    columns = [[row[at].strip() for _, row in rows] for at in found.names]
    return Table(sheet, kind, found, rows, list(zip(*columns, strict=True)))


class _Reader:
    """Makes the things of a catalogue, those that belong to others first."""

    def __init__(self, tables: Sequence[Table], settings: Settings) -> None:
        self.tables, self.settings = tables, settings
        self.of: dict[Id, list[Table]] = defaultdict(list)
        for each in tables:
            self.of[each.kind.path].append(each)
        self.scope = Scope("", self.names(), settings.languages)
        self.inside: dict[Id, dict[Id, list[Any]]] = {}

    def names(self) -> Names:
        """Find every name, before anything that may refer to it is read."""
        known: dict[str, dict[str, Where]] = {"area": {}, "outcome": {}}
        for kind in kinds():
            if kind.owner is None or kind.noun in known:
                names = ("/".join(each) for table in self.of[kind.path] for each in table.names)
                known[kind.noun] = dict.fromkeys(names, Where(""))
        scales = dict(self.pairs("frameworks", "scale"))
        homes = {name: scales.get(at, "") for name, at in self.pairs("competencies", "framework")}
        levels: dict[str, tuple[str, ...]] = dict.fromkeys(known["scale"], ())
        for table in self.of["scales", "levels"]:
            for scale, level in table.names:
                levels[scale] = (*levels.get(scale, ()), level)
        origins, targets = (self.pairs("crosswalks", heading) for heading in ("from", "to"))
        walks = frozenset((a, b) for (_, a), (_, b) in zip(origins, targets, strict=True))
        return Names(known, homes, levels, walks)

    def pairs(self, collection: str, heading: str) -> Iterator[tuple[str, str]]:
        for table in self.of[(collection,)]:
            names = (name for (name,) in table.names)
            yield from zip(names, table.column(heading), strict=True)

    def catalogue(self) -> Catalogue:
        made: dict[str, Mapping[str, Any]] = {}
        for kind in reversed(kinds()):
            found = self.things(kind)
            if kind.owner is None:
                made[kind.path[0]] = by_id({name: thing for (name,), thing in found})
                if len({name.lower() for name in made[kind.path[0]]}) < len(found):
                    raise Doubt
            else:
                self.keep(kind, found)
        return Catalogue(settings=self.settings, **{each: made[each] for each in COLLECTIONS})

    def keep(self, kind: Kind, found: Sequence[tuple[Id, Any]]) -> None:
        """Keep things until what they belong to is made."""
        inside: dict[Id, list[Any]] = defaultdict(list)
        for names, thing in found:
            inside[names[:-1] if kind.key else names].append(thing)
        if kind.key and len({names for names, _ in found}) < len(found):
            raise Doubt
        self.inside[kind.path] = inside

    def things(self, kind: Kind) -> list[tuple[Id, Any]]:
        found: list[tuple[Id, Any]] = []
        parts = [each for each in kinds() if each.owner and each.owner.path == kind.path]
        for table in self.of[kind.path]:
            found += Maker(table, self.scope, self.settings).things(self.inside, parts)
        names = {each for each, _ in found}
        if any(self.inside[part.path].keys() - names for part in parts):
            raise Doubt
        return found
