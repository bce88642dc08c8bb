"""A catalogue compiled for the page that finds learning paths: compact, and in numbers.

What a unit brings with all its parts, on the scale of each competency, is worked out here, and
amounts are whole thousandths as `analysis.paths` counts them. Everything is named by its place
in a list; lists are sorted by id, so that lower places come first wherever ids would.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zlib import crc32

from curriculum_map.analysis.index import Index, index_of
from curriculum_map.analysis.paths.goals import goals_of
from curriculum_map.analysis.paths.limits import credits_of, hours_of
from curriculum_map.analysis.paths.supply import supply_of
from curriculum_map.model import NO_REQUISITE, AllOf, Catalogue, Needs, Requisite, Text, Unit

Row = Mapping[str, Any]


def path_data(catalogue: Catalogue, language: str) -> Row:
    """Compile a catalogue.

    Texts are pairs of the text and its language, which is empty where it is the page's. What is
    empty or not stated is left out of the rows.

    Returns:
        A value for JSON:

        - ``units``: ``id``, ``name``, ``hours`` and ``ec`` in thousandths, ``terms``,
          ``languages``, ``institution``, ``parts`` (all the way down), ``requires`` (a tree),
          ``brings`` (rows of competency, highest rank, and highest rank when suggested and
          disputed contributions are left out), ``programmes``, ``audience``, ``entry``,
          ``assumed`` (whether the hours or credits are), and ``pick``, by which the command line
          chooses between equally good answers
        - ``competencies``: ``id``, ``name``, ``scale``, ``parts``, ``requires`` (competency, rank)
        - ``scales``: the levels of each, lowest first, with ``id`` and ``name``
        - ``profiles``: ``id``, ``name`` and ``goals`` (competency, rank)
        - ``institutions``: ``id``, ``name`` and ``under``, the institution it is part of
        - ``programmes``: ``id`` and ``name``
        - ``terms``: the highest term of a year that a unit names, 0 if none does
    """
    compiler = _Compiler(catalogue, language)
    return {
        "units": [compiler.unit(unit) for unit in catalogue.units.values()],
        "competencies": compiler.competencies(),
        "scales": compiler.scales(),
        "profiles": compiler.profiles(),
        "institutions": compiler.institutions(),
        "programmes": [
            compiler.called(each.id, each.title) for each in catalogue.programmes.values()
        ],
        "terms": supply_of(catalogue).most_terms,
    }


class _Compiler:
    """Gives things as rows that name each other by place."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self._of, self._language = catalogue, language
        self._index: Index = index_of(catalogue)
        self._units = _places(catalogue.units)
        self._competencies = _places(catalogue.competencies)
        self._scales = _places(catalogue.scales)
        self._institutions = _places(catalogue.institutions)
        self._programmes = self._taught_in()

    def _taught_in(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, programme in enumerate(self._of.programmes):
            for unit in self._index.plan(programme).holders:
                found.setdefault(unit, []).append(place)
        return found

    def text(self, text: Text, otherwise: str = "") -> list[str]:
        """Give a text in the language of the page if possible, and its language if not."""
        spoken, words = text.said_in(self._language, *self._of.settings.languages)
        return [words or otherwise, "" if spoken == self._language else spoken]

    def called(self, name: str, title: Text) -> Row:
        """Give the id of a thing and what it is called."""
        return {"id": name, "name": self.text(title, name)}

    def unit(self, unit: Unit) -> Row:
        """Give a unit, what is not stated left out."""
        parts = [self._units[each] for each in self._index.subtree(unit.id) if each != unit.id]
        row: Row = {
            "hours": hours_of(unit),
            "ec": credits_of(unit),
            "terms": sorted(unit.terms) or None,
            "languages": unit.languages or None,
            "parts": sorted(parts) or None,
            "requires": None if unit.requires == NO_REQUISITE else self._tree(unit.requires),
            "brings": self._brings(unit.id) or None,
            "programmes": self._programmes.get(unit.id),
            "audience": self.text(unit.audience) if unit.audience else None,
            "entry": self.text(unit.entry) if unit.entry else None,
            "assumed": any(each.assumed for each in (unit.workload, unit.credits) if each) or None,
        }
        return {
            **self.called(unit.id, unit.title),
            "institution": self._institutions[unit.institution],
            "pick": crc32(unit.id.encode()) % 1024,
            **{name: value for name, value in row.items() if value is not None},
        }

    def _tree(self, tree: Requisite) -> Any:
        if isinstance(tree, Needs):
            return [self._units[tree.unit], tree.timing]
        join = "all" if isinstance(tree, AllOf) else "any"
        return {join: [self._tree(item) for item in tree.items]}

    def _brings(self, unit: str) -> list[list[int]]:
        found: dict[int, list[int]] = {}
        for part in self._index.subtree(unit):
            for claim in self._index.claims(part):
                highest = found.setdefault(self._competencies[claim.competency], [0, 0])
                highest[0] = max(highest[0], claim.rank)
                highest[1] = max(highest[1], 0 if claim.weak else claim.rank)
        return [[competency, *ranks] for competency, ranks in sorted(found.items()) if ranks[0]]

    def competencies(self) -> list[Row]:
        """Give the competencies with their parts and what they require."""
        rank = self._index.ranks.rank
        return [
            {
                **self.called(each.id, each.title),
                "scale": self._scales[self._of.scale_of(each.id).id],
                "parts": [self._competencies[part] for part in each.parts],
                "requires": [
                    [self._competencies[need.competency], rank(need.level, need.competency)]
                    for need in each.requires
                ],
            }
            for each in self._of.competencies.values()
        ]

    def scales(self) -> list[list[Row]]:
        """Give the levels of each scale."""
        return [
            [self.called(level.id, level.title) for level in scale.levels]
            for scale in self._of.scales.values()
        ]

    def profiles(self) -> list[Row]:
        """Give the role profiles with the goals they stand for."""
        return [
            {
                **self.called(each.id, each.title),
                "goals": [
                    [self._competencies[goal.competency], goal.rank]
                    for goal in goals_of(self._index, (each.id,))
                ],
            }
            for each in self._of.profiles.values()
        ]

    def institutions(self) -> list[Row]:
        """Give the institutions, each with the one it is part of, -1 if it is of none."""
        return [
            {
                **self.called(each.id, each.title),
                "under": self._institutions.get(each.part_of, -1),
            }
            for each in self._of.institutions.values()
        ]


def _places(things: Mapping[str, object]) -> dict[str, int]:
    return {name: place for place, name in enumerate(things)}
