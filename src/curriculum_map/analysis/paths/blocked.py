"""Why a goal cannot be reached: the requirement in the way, and who could help."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from curriculum_map.analysis.optimum.order import founded
from curriculum_map.analysis.paths.goals import Goal
from curriculum_map.analysis.paths.limits import Door
from curriculum_map.analysis.paths.needs import Cover, Wanting, closure
from curriculum_map.analysis.trees import holds
from curriculum_map.analysis.voice import Voice
from curriculum_map.model import NO_REQUISITE, Needs, Requisite

if TYPE_CHECKING:
    from curriculum_map.analysis.paths.question import Question


class Blocked(NamedTuple):
    """Something in the way to a goal.

    Attributes:
        goal: The goal, as it is asked for.
        requirement: What cannot be met: a unit or `competency@level`.
        units: The units that would do but are not open, joined by ``, ``.
        institutions: Who offers them; without any who comes nearest; joined by ``, ``.
        reason: Why, in a sentence.
    """

    goal: str
    requirement: str
    units: str
    institutions: str
    reason: str


def blocked_goals(question: Question, shut: Collection[Door], voice: Voice) -> tuple[Blocked, ...]:
    """Say for every goal that cannot be reached what is in the way."""
    if not question.blocked:
        return ()
    search = _Search(question.wanting, shut, voice)
    return tuple(each for goal in question.blocked for each in search.of(goal))


def without_order(question: Question, voice: Voice) -> tuple[Blocked, ...]:
    """Say that units would reach the goals, but that no terms can be found for them."""
    index, said = question.wanting.supply.index, voice.say("blocked:order")
    return tuple(Blocked(goal.name(index), "", "", "", said) for goal in question.goals)


class _Nearest(NamedTuple):
    """What comes nearest to a requirement that no unit meets.

    Attributes:
        key: The sentence that says so.
        unit: The title of the unit that comes nearest; empty for none.
        level: The title of the level it leads to.
        institution: Id of who offers it.
    """

    key: str = "blocked:nothing"
    unit: str = ""
    level: str = ""
    institution: str = ""


class _Missing(NamedTuple):
    """A requirement that cannot be met.

    Attributes:
        name: The requirement, as a goal is asked for.
        said: The requirement in words.
        options: Every unit of the catalogue that would meet it.
        nearest: What comes nearest, if there is none.
    """

    name: str
    said: str
    options: frozenset[str]
    nearest: _Nearest


class _Search:
    """Follows one open way after the other to where it ends."""

    def __init__(self, wanting: Wanting, shut: Collection[Door], voice: Voice) -> None:
        self._wanting, self._shut, self._voice = wanting, shut, voice
        index = wanting.supply.index
        self._index, self._units = index, index.catalogue.units
        everything = frozenset(index.catalogue.units) - wanting.held.units
        self._free = Wanting(wanting.supply, wanting.held, everything)
        self._begun: frozenset[str] = frozenset()

    def of(self, goal: Goal) -> Iterator[Blocked]:
        """Say what is in the way to a goal, once for each chain of a competency."""
        if goal.unit:
            missing = [self._unit(goal.unit)]
        else:
            missing = [self._chain(goal, c) for c in self._free.covers(goal.competency, goal.rank)]
        around = closure(
            (u for each in missing for u in each.options & self._wanting.takeable),
            self._wanting.needs,
        )
        self._begun = founded(around, around)
        for each in missing:
            if self._begun.isdisjoint(each.options):
                yield self._follow(goal, each)

    def _follow(self, goal: Goal, missing: _Missing) -> Blocked:
        way: list[str] = []
        while ways := sorted(missing.options & self._wanting.takeable - set(way)):
            way.append(ways[0])
            following = next(self._lacking(ways[0]), None)
            if following is None:
                break
            missing = following
        return self._end(goal, missing, way)

    def _end(self, goal: Goal, missing: _Missing, way: list[str]) -> Blocked:
        name, say, begin = goal.name(self._index), self._voice.say, self._begin(missing, way)
        if missing.options & self._wanting.takeable:
            return Blocked(name, missing.name, "", "", say("blocked:waiting", begin=begin))
        if not missing.options:
            key, unit, level, who = missing.nearest
            said = say(key, begin=begin, unit=unit, level=level)
            return Blocked(name, missing.name, "", who, said)
        shut = sorted(missing.options)
        offering = sorted({self._units[unit].institution for unit in shut})
        why = self._voice.listed([self._why(unit) for unit in shut])
        units, institutions = ", ".join(shut), ", ".join(offering)
        said = say("blocked", begin=begin, why=why)
        return Blocked(name, missing.name, units, institutions, said)

    def _begin(self, missing: _Missing, way: list[str]) -> str:
        if not way:
            return self._voice.say("asked", requirement=missing.said)
        unit = self._voice.unit(way[-1])
        return self._voice.say("required", unit=unit, requirement=missing.said)

    def _why(self, unit: str) -> str:
        door = next(door for door in self._shut if door.shut(self._units[unit]))
        return self._voice.say(
            door.why,
            unit=self._voice.unit(unit),
            institution=self._voice.institution(self._units[unit].institution),
            amount=self._voice.number(door.number),
            terms=self._voice.counted("terms", int(door.number)),
        )

    def _lacking(self, unit: str) -> Iterator[_Missing]:
        """Give what an open unit requires and nobody can take."""
        for part in self._index.subtree(unit):
            tree = self._units[part].requires
            if part not in self._wanting.held.units and tree != NO_REQUISITE:
                yield from self._unmet(tree, unit)
        for competency, rank in self._free.built_on(unit):
            for cover in self._free.covers(competency, rank):
                if unit not in cover.units and self._begun.isdisjoint(cover.units):
                    yield self._chain(Goal(competency, rank), cover)

    def _unmet(self, tree: Requisite, unit: str) -> Iterator[_Missing]:
        """Give the first requisites of a tree that are to blame, of an any-of all of them."""
        if holds(tree, lambda needs: self._met(needs.unit, unit)):
            return
        if isinstance(tree, Needs):
            yield self._unit(tree.unit)
        elif tree.items:
            for item in tree.items:
                yield from self._unmet(item, unit)
        else:
            said = self._voice.say("needs:none")
            yield _Missing("", said, frozenset(), _Nearest("blocked:never"))

    def _met(self, name: str, unit: str) -> bool:
        if name in self._wanting.held.units or name in self._index.subtree(unit):
            return True
        return not self._begun.isdisjoint(self._wanting.supply.holders(name))

    def _unit(self, unit: str) -> _Missing:
        holders = frozenset(self._wanting.supply.holders(unit))
        return _Missing(unit, self._voice.unit(unit), holders, _Nearest())

    def _chain(self, goal: Goal, cover: Cover) -> _Missing:
        at, chain = self._voice.at(goal.rank, goal.competency), self._voice.chain(cover.ids)
        said = self._voice.say("goal", competency=chain, at=at)
        return _Missing(goal.name(self._index), said, cover.units, self._nearest(cover.ids))

    def _nearest(self, ids: Iterable[str]) -> _Nearest:
        """Say which unit of all comes nearest to a level nobody teaches, and who offers it."""
        raising = self._wanting.supply.raising
        found = [(-rank, unit, c) for c in ids for unit, rank in raising.get(c, {}).items()]
        if not found:
            return _Nearest()
        rank, unit, competency = min(found)
        level = self._voice.level(-rank, competency)
        who = self._units[unit].institution
        return _Nearest("blocked:nearest", self._voice.unit(unit), level, who)
