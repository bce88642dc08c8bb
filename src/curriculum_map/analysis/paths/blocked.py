"""Why a goal cannot be reached: the requirement in the way, and who could help."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from curriculum_map.analysis.optimum.order import founded
from curriculum_map.analysis.paths.goals import Goal
from curriculum_map.analysis.paths.limits import Door
from curriculum_map.analysis.paths.needs import Cover, Wanting, closure
from curriculum_map.analysis.trees import holds
from curriculum_map.analysis.voice import Voice, listed
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


def blocked_goals(question: Question, shut: Collection[Door]) -> tuple[Blocked, ...]:
    """Say for every goal that cannot be reached what is in the way."""
    if not question.blocked:
        return ()
    search = _Search(question.wanting, shut)
    return tuple(each for goal in question.blocked for each in search.of(goal))


def without_order(question: Question) -> tuple[Blocked, ...]:
    """Say that units would reach the goals, but that no terms can be found for them."""
    index = question.wanting.supply.index
    said = (
        "The units that lead there have to be taken in the same term, and no term holds or "
        "offers all of them."
    )
    return tuple(Blocked(goal.name(index), "", "", "", said) for goal in question.goals)


class _Missing(NamedTuple):
    """A requirement that cannot be met.

    Attributes:
        name: The requirement, as a goal is asked for.
        said: The requirement in words.
        options: Every unit of the catalogue that would meet it.
        nearest: What to say, and who to name, if there is none.
    """

    name: str
    said: str
    options: frozenset[str]
    nearest: tuple[str, str]


class _Search:
    """Follows one open way after the other to where it ends."""

    def __init__(self, wanting: Wanting, shut: Collection[Door]) -> None:
        self._wanting, self._shut = wanting, shut
        index = wanting.supply.index
        self._index, self._units, self._voice = index, index.catalogue.units, Voice(index.catalogue)
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
        path = [self._voice.unit(unit) for unit in way[-1:]]
        begin = f"{path[0]} requires {missing.said}" if path else f"Asked for is {missing.said}"
        index = self._index
        if missing.options & self._wanting.takeable:
            said = f"{begin}, and units on that way wait for each other."
            return Blocked(goal.name(index), missing.name, "", "", said)
        if not missing.options:
            told, who = missing.nearest
            return Blocked(goal.name(index), missing.name, "", who, f"{begin}. {told}")
        shut = sorted(missing.options)
        offering = sorted({self._units[unit].institution for unit in shut})
        why = listed([self._why(unit) for unit in shut])
        units, institutions = ", ".join(shut), ", ".join(offering)
        said = f"{begin}, but {why}."
        return Blocked(goal.name(index), missing.name, units, institutions, said)

    def _why(self, unit: str) -> str:
        reason = next(door.reason for door in self._shut if door.shut(self._units[unit]))
        offering = self._index.catalogue.institutions[self._units[unit].institution]
        who = self._voice.text(offering.title, offering.id)
        return f"{self._voice.unit(unit)} of {who} {reason}"

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
            yield _Missing("", "one of no units at all", frozenset(), ("Nobody can meet that.", ""))

    def _met(self, name: str, unit: str) -> bool:
        if name in self._wanting.held.units or name in self._index.subtree(unit):
            return True
        return not self._begun.isdisjoint(self._wanting.supply.holders(name))

    def _unit(self, unit: str) -> _Missing:
        holders = frozenset(self._wanting.supply.holders(unit))
        return _Missing(unit, self._voice.unit(unit), holders, ("", ""))

    def _chain(self, goal: Goal, cover: Cover) -> _Missing:
        said = f"{self._voice.chain(cover.ids)} at {self._voice.level(goal.rank, goal.competency)}"
        return _Missing(goal.name(self._index), said, cover.units, self._nearest(cover.ids))

    def _nearest(self, ids: Iterable[str]) -> tuple[str, str]:
        """Say which unit of all comes nearest to a level nobody teaches, and who offers it."""
        raising = self._wanting.supply.raising
        found = [(-rank, unit, c) for c in ids for unit, rank in raising.get(c, {}).items()]
        if not found:
            return "No unit works on it.", ""
        rank, unit, competency = min(found)
        level = self._voice.level(-rank, competency)
        who = self._units[unit].institution
        return f"No unit leads so far; {self._voice.unit(unit)} leads to {level}.", who
