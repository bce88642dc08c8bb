"""Findings about requisites: missing, at the wrong time, or not taken by everybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from curriculum_map.analysis.finding import Finding
from curriculum_map.analysis.plan import Plan, Planned
from curriculum_map.analysis.position import Order, Position, earliest
from curriculum_map.analysis.trace import place
from curriculum_map.analysis.trees import holds, unmet
from curriculum_map.analysis.voice import Voice
from curriculum_map.model import NO_REQUISITE, AllOf, AnyOf, Needs, Requisite, Unit
from curriculum_map.model.requisites import needed
from curriculum_map.model.unit import Timing

# What is not certainly at the wrong time counts as in time.
IN_TIME: Mapping[Timing, frozenset[Order]] = {
    "pre": frozenset({"earlier", "unknown"}),
    "co": frozenset({"earlier", "same", "unknown"}),
    "strict-co": frozenset({"same", "unknown"}),
}


def requisite_findings(plan: Plan, voice: Voice) -> Iterator[Finding]:
    """Find the units of a plan whose requisites are not met.

    A unit has one finding, or two: what is missing does not hide what comes too late.
    """
    units = plan.index.catalogue.units
    for unit in plan.holders:
        if units[unit].requires != NO_REQUISITE:
            yield from _Requisites(plan, voice, units[unit]).findings()


def met_needs(plan: Plan, voice: Voice, unit: str) -> tuple[list[Needs], bool]:
    """Tell what a unit of a plan requires that comes in time, as far as years and terms say.

    Returns:
        The requisites that are met, in the author's order, and whether they are enough.
    """
    requisites = _Requisites(plan, voice, plan.index.catalogue.units[unit])
    return requisites.met()


class _Requisites:
    """The requisites of one unit in one plan."""

    def __init__(self, plan: Plan, voice: Voice, unit: Unit) -> None:
        self._plan, self._voice, self._unit = plan, voice, unit
        self._numbers = plan.holders[unit.id]
        self._stands = [plan.planned[number] for number in self._numbers]

    def findings(self) -> Iterator[Finding]:
        tree, position = self._unit.requires, earliest(each.position for each in self._stands)
        missing = not holds(tree, self._planned)
        if missing:
            yield self._missing()

        def timely(needs: Needs) -> bool:
            beside_the_point = missing and not self._planned(needs)
            return beside_the_point or bool(self._in_time(needs, position))

        if holds(tree, lambda _: True) and not holds(tree, timely):
            yield self._late(position, timely)
        elif not missing and self._unit.id in self._plan.everybody:
            position = earliest(each.position for each in self._stands if each.compulsory)
            if self._avoidable((tree,), frozenset(), position):
                yield self._elective(position)

    def met(self) -> tuple[list[Needs], bool]:
        """Give the requisites that come in time, and tell whether they are enough."""
        tree, position = self._unit.requires, earliest(each.position for each in self._stands)
        found = [needs for needs in needed(tree) if self._in_time(needs, position)]
        return found, holds(tree, lambda needs: needs in found)

    def _planned(self, needs: Needs) -> bool:
        return needs.unit in self._plan.holders

    def _in_time(self, needs: Needs, position: Position) -> list[Planned]:
        """Give the planned units by which what is needed comes in, not certainly wrong."""
        numbers = self._plan.holders.get(needs.unit, ())
        holders = [self._plan.planned[number] for number in numbers]
        return [each for each in holders if self._order(each, position) in IN_TIME[needs.timing]]

    def _order(self, holder: Planned, position: Position) -> Order:
        order = holder.position.compared_with(position)
        # Nothing is known about the order of the parts inside one planned unit.
        return "unknown" if order == "same" and holder.number in self._numbers else order

    def _avoidable(
        self, trees: tuple[Requisite, ...], avoided: frozenset[int], position: Position
    ) -> bool:
        """Tell whether a student can choose so that none of some requisites is met.

        Follows one way to fail after the other, and leaves each as soon as the groups can no
        longer be filled without the units avoided on it.
        """
        if not trees:
            return True
        tree, *rest = trees
        if isinstance(tree, AnyOf):
            return self._avoidable((*tree.items, *rest), avoided, position)
        if isinstance(tree, AllOf):
            return any(self._avoidable((i, *rest), avoided, position) for i in tree.items)
        avoided |= {each.taker for each in self._in_time(tree, position)}
        levels = dict.fromkeys(avoided, 1)
        return not self._plan.guaranteed(levels) and self._avoidable(tuple(rest), avoided, position)

    def _missing(self) -> Finding:
        words = self._unmet(lambda tree: holds(tree, self._planned), self._name)
        programme = self._voice.programme(self._plan.programme.id)
        parts = {"unit": self._voice.unit(self._unit.id), "programme": programme}
        return self._finding("requisite-missing", place(self._unit), needs=words, **parts)

    def _late(self, position: Position, timely: Callable[[Needs], bool]) -> Finding:
        words = self._unmet(lambda tree: holds(tree, timely), self._timed)
        unit, where = self._voice.placed(self._unit.id, position), place(self._stands[0].item)
        return self._finding("requisite-late", where, unit=unit, needs=words)

    def _elective(self, position: Position) -> Finding:
        def fulfilled(tree: Requisite) -> bool:
            return not self._avoidable((tree,), frozenset(), position)

        words = self._unmet(fulfilled, self._name)
        unit, where = self._voice.unit(self._unit.id), place(self._stands[0].item)
        return self._finding("requisite-elective", where, unit=unit, needs=words)

    def _unmet(self, fulfilled: Callable[[Requisite], bool], say: Callable[[Needs], str]) -> str:
        return unmet(self._unit.requires, fulfilled, say, self._voice)

    def _name(self, needs: Needs) -> str:
        return self._voice.unit(needs.unit)

    def _timed(self, needs: Needs) -> str:
        """Say what is needed, where it stands, and when it should be."""
        numbers = self._plan.holders.get(needs.unit, ())
        position = earliest(self._plan.planned[number].position for number in numbers)
        stands = self._voice.placed(needs.unit, position) if numbers else self._name(needs)
        return self._voice.say(f"needs:{needs.timing}", unit=stands)

    def _finding(self, code: str, where: str, **parts: str) -> Finding:
        return Finding(
            code=code,
            programme=self._plan.programme.id,
            unit=self._unit.id,
            reason=self._voice.say(code, **parts),
            where=where,
        )
