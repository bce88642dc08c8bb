"""What a learner still has to take before a unit, or to reach a competency."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from curriculum_map.analysis.optimum.formula import (
    ALWAYS,
    Formula,
    every,
    named,
    one,
    some,
)
from curriculum_map.analysis.paths.held import Held
from curriculum_map.analysis.paths.supply import Supply
from curriculum_map.model import NO_REQUISITE, AllOf, Needs, Requisite


class Cover(NamedTuple):
    """A chain of a competency that is not reached yet.

    Attributes:
        ids: The competencies on it, the whole first.
        units: The open units that bring one of them far enough.
    """

    ids: tuple[str, ...]
    units: frozenset[str]


class Wanting:
    """Says what is missing, given what is held and which units are open."""

    def __init__(self, supply: Supply, held: Held, takeable: frozenset[str]) -> None:
        """Prepare for a learner, and the units they may take."""
        self.supply, self.held, self.takeable = supply, held, takeable
        self._covers: dict[tuple[str, int], tuple[Cover, ...]] = {}

    def covers(self, competency: str, rank: int) -> tuple[Cover, ...]:
        """Give the chains of a competency that are below a rank; none if it is held.

        A chain that is reached by whatever reaches another one is left out.
        """
        for each in reversed(self.supply.index.narrower(competency)):
            if (each, rank) not in self._covers:
                self._covers[each, rank] = self._from_parts(each, rank)
        return self._covers[competency, rank]

    def _from_parts(self, competency: str, rank: int) -> tuple[Cover, ...]:
        if self.held.itself(competency) >= rank:
            return ()
        found = self.supply.bringing(competency, rank)
        own = frozenset(unit for unit in found if unit in self.takeable)
        parts = self.supply.index.catalogue.competencies[competency].parts
        if not parts:
            return (Cover((competency,), own),)
        kept: list[Cover] = []
        for ids, units in (cover for part in parts for cover in self._covers[part, rank]):
            chain = Cover((competency, *ids), own | units)
            if not any(other.units <= chain.units for other in kept):
                kept = [each for each in kept if not chain.units <= each.units] + [chain]
        return tuple(kept)

    def reaching(self, competency: str, rank: int) -> Formula:
        """Give what has to be taken to reach a competency at a rank."""
        return every(one(cover.units) for cover in self.covers(competency, rank))

    def having(self, unit: str) -> Formula:
        """Give what has to be taken to have a unit: itself, or a unit it is part of."""
        if unit in self.held.units:
            return ALWAYS
        return one(each for each in self.supply.holders(unit) if each in self.takeable)

    def needs(self, unit: str) -> Formula:
        """Give what has to be taken before a unit, or with it.

        That is what it and its parts require, and what every competency requires on which it
        takes the learner further than before.
        """
        before = (c.units for needed in self.built_on(unit) for c in self.covers(*needed))
        covering = (one(units) for units in before if unit not in units)
        return every([self.requisites(unit), *covering])

    def requisites(self, unit: str) -> Formula:
        """Give what a unit and its parts require, as far as it is not held."""
        inside = self.supply.index.subtree(unit)
        units = self.supply.index.catalogue.units
        trees = (units[each].requires for each in inside if each not in self.held.units)
        return every(self._tree(tree, inside) for tree in trees if tree != NO_REQUISITE)

    def _tree(self, tree: Requisite, inside: Collection[str]) -> Formula:
        if isinstance(tree, Needs):
            if tree.unit in self.held.units or tree.unit in inside:
                return ALWAYS
            holders = self.supply.holders(tree.unit)
            return one((each for each in holders if each in self.takeable), tree.timing)
        join = every if isinstance(tree, AllOf) else some
        return join(self._tree(item, inside) for item in tree.items)

    def built_on(self, unit: str) -> list[tuple[str, int]]:
        """Give the competencies required before a unit and at which rank, sorted.

        They are what every competency requires that the unit takes further than it is held.
        """
        index = self.supply.index
        known, rank_of = index.catalogue.competencies, index.ranks.rank
        found = {
            (each.competency, rank_of(each.level, each.competency))
            for part in index.subtree(unit)
            for claim in index.claims(part)
            for each in known[claim.made.competency].requires
            if claim.rank > self.held.figure(claim.made.competency)
        }
        return sorted(found)


def closure(start: Iterable[str], needs_of: Callable[[str], Formula]) -> dict[str, Formula]:
    """Give every unit that could ever help to take some units, and what each needs, by id."""
    needs: dict[str, Formula] = {}
    waiting = list(start)
    while waiting:
        unit = waiting.pop()
        if unit not in needs:
            needs[unit] = needs_of(unit)
            waiting += named(needs[unit])
    return {unit: needs[unit] for unit in sorted(needs)}
