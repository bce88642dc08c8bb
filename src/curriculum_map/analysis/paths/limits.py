"""Which units are open to a question, and what taking them costs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import gcd
from typing import NamedTuple

from curriculum_map.analysis.optimum.words import Measure
from curriculum_map.errors import UnknownName
from curriculum_map.model import Catalogue, Unit

EXACTNESS = 1000
"""Hours and credits are counted in thousandths, so that sums of them are exact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits to the units a plan or path may be made of; none given means no limit.

    Attributes:
        institutions: Ids of institutions: theirs, and those of what belongs to them.
        languages: Language tags: units that say they are taught in one of them.
        without: Ids of units to keep out.
    """

    institutions: Collection[str] = ()
    languages: Collection[str] = ()
    without: Collection[str] = ()


NO_LIMITS = Limits()


class Door(NamedTuple):
    """A reason for which units are not open.

    Attributes:
        shut: Tells whether it keeps a unit out.
        why: Key of the part of a sentence that says so of a unit and its institution; empty
            where nobody is told.
        number: The number the sentence names.
    """

    shut: Callable[[Unit], bool]
    why: str = ""
    number: float = 0


def doors(catalogue: Catalogue, limits: Limits) -> list[Door]:
    """Give what keeps units out.

    Raises:
        UnknownName: If there is no such institution or unit, or no unit is taught in such a
            language.
    """
    _known("unit", limits.without, catalogue.units)
    offering = _belonging(catalogue, limits.institutions)
    if limits.languages:
        taught = {tag for unit in catalogue.units.values() for tag in unit.languages}
        _known("language of teaching", limits.languages, taught)
    found, spoken = [], frozenset(limits.languages)
    if without := frozenset(limits.without):
        found.append(Door(lambda unit: unit.id in without, "shut:left-out"))
    if offering:
        found.append(Door(lambda unit: unit.institution not in offering, "shut:institution"))
    if spoken:
        found.append(Door(lambda unit: spoken.isdisjoint(unit.languages), "shut:language"))
    return found


def _known(kind: str, names: Iterable[str], known: Collection[str]) -> None:
    for name in names:
        if name not in known:
            raise UnknownName(kind, name, known)


def _belonging(catalogue: Catalogue, institutions: Collection[str]) -> set[str]:
    _known("institution", institutions, catalogue.institutions)
    found, grown = set(institutions), True
    while grown:
        below = {i.id for i in catalogue.institutions.values() if i.part_of in found} - found
        found |= below
        grown = bool(below)
    return found


@lru_cache(maxsize=4096)
def thousandths(amount: float) -> int:
    """Give hours or credits as a whole number of thousandths."""
    # Exact, which is slow, for few different amounts.
    return round(Fraction(str(amount)) * EXACTNESS)


def hours_of(unit: Unit) -> int | None:
    """Give the workload in thousandths of an hour; None if nobody states it."""
    return None if unit.workload is None else thousandths(unit.workload.hours)


def credits_of(unit: Unit) -> int | None:
    """Give the study points in thousandths; None if nobody states them."""
    return None if unit.credits is None else thousandths(unit.credits.ec)


@dataclass(frozen=True, slots=True)
class Costs:
    """What units cost: hours if all of them state their workload, else one each.

    Attributes:
        measure: What is counted.
        of: What each unit costs, by id, in whole numbers without a common divisor.
        step: What 1 stands for, in hours or units.
    """

    measure: Measure
    of: Mapping[str, int]
    step: float

    def shown(self, cost: int) -> float:
        """Give a cost in hours or units."""
        return round(cost * self.step, 3)


def costs_of(catalogue: Catalogue, units: Iterable[str]) -> Costs:
    """Work out what units cost."""
    ids = sorted(units)
    hours = {unit: hours_of(catalogue.units[unit]) for unit in ids}
    stated = {unit: cost for unit, cost in hours.items() if cost is not None}
    if len(stated) < len(ids):
        return Costs("units", dict.fromkeys(ids, 1), 1)
    shared = gcd(*stated.values()) or 1
    return Costs("hours", {u: cost // shared for u, cost in stated.items()}, shared / EXACTNESS)
