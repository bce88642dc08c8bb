"""What all units of a catalogue can do for a learner, ready to be looked up by competency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property, lru_cache
from math import gcd

from curriculum_map.analysis.index import Index, index_of
from curriculum_map.analysis.paths.limits import Door, hours_of
from curriculum_map.model import Catalogue


class Supply:
    """The units of a catalogue by what they bring, themselves and as parts.

    Attributes:
        index: The compiled catalogue.
        raising: For each competency the units that work on it themselves, and the rank.
    """

    def __init__(self, index: Index) -> None:
        """Compile the supply of a compiled catalogue."""
        self.index = index
        self.raising: Mapping[str, Mapping[str, int]] = index.raising()
        self._wholes = _wholes(index)
        self._holders: dict[str, tuple[str, ...]] = {}

    @cached_property
    def units(self) -> frozenset[str]:
        """Every unit."""
        return frozenset(self.index.catalogue.units)

    @cached_property
    def hours(self) -> Mapping[str, int]:
        """The workload of each unit that states one, in thousandths of an hour."""
        stated = ((u.id, hours_of(u)) for u in self.index.catalogue.units.values())
        return {unit: hours for unit, hours in stated if hours is not None}

    @cached_property
    def shared(self) -> int:
        """The largest number of thousandths of an hour that divides every workload."""
        return gcd(*self.hours.values()) or 1

    @cached_property
    def most_terms(self) -> int:
        """The highest term of a year in which a unit says it is offered; 0 if none does."""
        return max((t for u in self.index.catalogue.units.values() for t in u.terms), default=0)

    def holders(self, unit: str) -> tuple[str, ...]:
        """Give a unit and every unit it is part of: who takes one of them has the unit."""
        if unit not in self._wholes:
            return (unit,)
        if unit not in self._holders:
            found = {unit: None}
            waiting = [unit]
            while waiting:
                for whole in self._wholes.get(waiting.pop(), ()):
                    if whole not in found:
                        found[whole] = None
                        waiting.append(whole)
            self._holders[unit] = tuple(found)
        return self._holders[unit]

    def without(self, shut: Collection[Door], held: frozenset[str]) -> frozenset[str]:
        """Give the units that nothing keeps out and nobody has."""
        if not shut:
            return self.units - held if held else self.units
        known = self.index.catalogue.units
        return frozenset(
            unit
            for unit in self.units
            if unit not in held and not any(door.shut(known[unit]) for door in shut)
        )

    def bringing(self, competency: str, rank: int) -> Iterable[str]:
        """Give the units that bring a competency itself to a rank or further.

        Units that do so by a part of theirs are among them; some may be given twice.
        """
        for unit, reached in self.raising.get(competency, {}).items():
            if reached >= rank:
                yield from self.holders(unit)


def _wholes(index: Index) -> Mapping[str, list[str]]:
    wholes: dict[str, list[str]] = defaultdict(list)
    for unit in index.catalogue.units.values():
        for part in unit.parts:
            wholes[part].append(unit.id)
    return wholes


@lru_cache(maxsize=2)
def _of(index: Index) -> Supply:
    return Supply(index)


def supply_of(catalogue: Catalogue, only: str = "") -> Supply:
    """Give the compiled supply; several questions in a row share one.

    Raises:
        UnknownName: If `only` is not a status.
    """
    return _of(index_of(catalogue, only))
