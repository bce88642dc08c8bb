"""How much of a path fits a term, and when its units are offered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from curriculum_map.analysis.paths.limits import Door, credits_of, hours_of, thousandths
from curriculum_map.analysis.paths.terms import Calendar
from curriculum_map.errors import BadQuestion
from curriculum_map.model import Catalogue, Unit

_LOAD = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*(h|hours|ec|credits)\s*", re.IGNORECASE)


class Load(NamedTuple):
    """The most a learner takes in one term.

    Attributes:
        amount: Above 0.
        counted: Clock hours, or credits (EC).
    """

    amount: float
    counted: Literal["hours", "credits"]

    def of(self, unit: Unit) -> int | None:
        """Give what a unit weighs, in thousandths; None if nobody states it."""
        return hours_of(unit) if self.counted == "hours" else credits_of(unit)

    @property
    def most(self) -> int:
        """The amount in thousandths."""
        return thousandths(self.amount)


def load_of(text: str) -> Load | None:
    """Read a load such as `420h` or `30 EC`; None for an empty text.

    Raises:
        BadQuestion: If it is not an amount above 0 of hours or credits.
    """
    if not text:
        return None
    found = _LOAD.fullmatch(text)
    if not found or not float(found[1].replace(",", ".")):
        raise BadQuestion(f'A load is an amount above 0 such as 420h or 30ec, not "{text}".')
    hours = found[2].lower().startswith("h")
    return Load(float(found[1].replace(",", ".")), "hours" if hours else "credits")


def terms_per_year(named: int, asked: int = 0) -> int:
    """Give the number of terms in a year: as asked for, or the highest any unit names.

    Raises:
        BadQuestion: If it is below 0 or above 12.
    """
    if not 0 <= asked <= 12:
        raise BadQuestion(f"A year has from 1 to 12 terms, not {asked}.")
    return asked or named or 1


def load_doors(load: Load | None, named: int, per_year: int) -> list[Door]:
    """Give what keeps units out of every term.

    Args:
        load: The most of a term; None for no limit.
        named: The highest term of a year that a unit names.
        per_year: Number of terms in a year.
    """
    found = []
    if named > per_year:
        late = Door(lambda u: bool(u.terms) and min(u.terms) > per_year, "shut:terms", per_year)
        found.append(late)
    if load:
        found.append(Door(lambda unit: load.of(unit) is None, f"shut:{load.counted}-unknown"))
        found.append(Door(_heavier(load), f"shut:{load.counted}", load.amount))
    return found


def _heavier(load: Load) -> Callable[[Unit], bool]:
    def heavier(unit: Unit) -> bool:
        """Tell whether a unit weighs more than a term may hold."""
        weight = load.of(unit)
        return weight is not None and weight > load.most

    return heavier


def calendar_of(
    catalogue: Catalogue, units: Iterable[str], load: Load | None, per_year: int
) -> Calendar:
    """Give when some units can be taken."""
    known = {unit: catalogue.units[unit] for unit in units}
    offered = {unit: frozenset(each.terms) for unit, each in known.items() if each.terms}
    loads = {unit: (load.of(each) or 0) if load else 0 for unit, each in known.items()}
    return Calendar(per_year, offered, loads, load.most if load else None)
