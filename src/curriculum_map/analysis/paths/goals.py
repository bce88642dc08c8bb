"""Where a learner wants to get, and what they have, as they say it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from curriculum_map.analysis.index import Index
from curriculum_map.analysis.paths.held import Held
from curriculum_map.analysis.voice import Voice
from curriculum_map.errors import BadQuestion, UnknownName
from curriculum_map.model import LevelRef


class Goal(NamedTuple):
    """One thing to reach.

    Attributes:
        competency: Id of a competency; empty if the goal is a unit.
        rank: The rank to reach, on the competency's own scale; 0 for a unit.
        unit: Id of a unit; empty if the goal is a competency.
    """

    competency: str
    rank: int = 0
    unit: str = ""

    def name(self, index: Index) -> str:
        """Give the goal as it is asked for: `competency@level`, or the unit."""
        if self.unit:
            return self.unit
        return f"{self.competency}@{index.level_id(self.rank, self.competency)}"

    def said(self, voice: Voice) -> str:
        """Say the goal in words."""
        if self.unit:
            return voice.unit(self.unit)
        return voice.goal(self.competency, self.rank)


def goals_of(index: Index, names: Iterable[str]) -> tuple[Goal, ...]:
    """Read goals: role profiles, units and `competency@level`.

    Returns:
        Each goal once, units first, then by competency; of two levels of one competency only
        the higher.

    Raises:
        UnknownName: If a name leads nowhere.
        BadQuestion: If a level is missing, cannot be compared or counts as none.
    """
    ranks: dict[str, int] = {}
    units: set[str] = set()
    for goal in (goal for name in names for goal in _goals(index, name)):
        if goal.unit:
            units.add(goal.unit)
        elif goal.rank:
            ranks[goal.competency] = max(goal.rank, ranks.get(goal.competency, 0))
    wanted = (Goal(competency, ranks[competency]) for competency in sorted(ranks))
    return (*(Goal("", unit=unit) for unit in sorted(units)), *wanted)


def held_of(index: Index, names: Iterable[str]) -> Held:
    """Read what a learner has: units and `competency@level`.

    Raises:
        UnknownName: If a name leads nowhere.
        BadQuestion: If a level is missing, cannot be compared or counts as none.
    """
    units: list[str] = []
    ranks: dict[str, int] = {}
    for name in names:
        if "@" in name:
            _refuse_level(index, name, {"unit": index.catalogue.units})
            competency, rank = _at_level(index, name)
            ranks[competency] = max(rank, ranks.get(competency, 0))
        elif name in index.catalogue.units:
            units.append(name)
        else:
            _level_missing(index, name)
            raise UnknownName("unit", name, index.catalogue.units)
    return Held(index, units, ranks)


def _goals(index: Index, name: str) -> Iterator[Goal]:
    catalogue = index.catalogue
    if "@" in name:
        kinds = {"role profile": catalogue.profiles, "unit": catalogue.units}
        _refuse_level(index, name, kinds)
        yield Goal(*_at_level(index, name))
    elif name in catalogue.profiles:
        for need in catalogue.profiles[name].requires:
            yield Goal(need.competency, index.ranks.rank(need.level, need.competency))
    elif name in catalogue.units:
        yield Goal("", unit=name)
    else:
        _level_missing(index, name)
        raise UnknownName("profile or unit", name, {*catalogue.profiles, *catalogue.units})


def _level_missing(index: Index, name: str) -> None:
    if name in index.catalogue.competencies:
        levels = [level.id for level in index.catalogue.scale_of(name).levels]
        shown = ", ".join(f"{name}@{level}" for level in levels)
        raise BadQuestion(f'Say at which level of "{name}": {shown}.')


def _refuse_level(index: Index, asked: str, kinds: Mapping[str, Container[str]]) -> None:
    """Raise `BadQuestion` if a level is asked for of what has none, by what it is called."""
    name = asked.partition("@")[0]
    for kind, known in kinds.items():
        if name in known and name not in index.catalogue.competencies:
            said = f'"{name}" is a {kind}, and only competencies are named with a level.'
            raise BadQuestion(f'{said} Write "{name}" instead of "{asked}".')


def _at_level(index: Index, name: str) -> tuple[str, int]:
    """Read `competency@level`, the level named as on its own scale or as `scale/level`."""
    competency, _, level = name.partition("@")
    catalogue = index.catalogue
    if competency not in catalogue.competencies:
        raise UnknownName("competency", competency, catalogue.competencies)
    own = catalogue.scale_of(competency)
    scale, _, on_it = level.rpartition("/")
    known = catalogue.scales.get(scale or own.id)
    if known is None:
        raise UnknownName("scale", scale, catalogue.scales)
    if not known.rank(on_it):
        raise UnknownName(f'level of "{known.id}"', on_it, [each.id for each in known.levels])
    rank = _rank(index, LevelRef(known.id, on_it), competency)
    if not rank:
        raise BadQuestion(f'On "{own.id}" the level "{level}" counts as none.')
    return competency, rank


def _rank(index: Index, level: LevelRef, competency: str) -> int:
    try:
        return index.ranks.rank(level, competency)
    except KeyError as error:
        own = index.catalogue.scale_of(competency).id
        said = f'"{competency}" is measured on "{own}", and no crosswalk says what levels of '
        raise BadQuestion(f'{said}"{level.scale}" count as there.') from error
