"""Which units can ever be begun, given what each of them needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from curriculum_map.analysis.optimum.formula import (
    ALWAYS,
    Enough,
    Every,
    Formula,
    One,
    Some,
    holds,
    leaves,
)
from curriculum_map.model.requisites import with_company

Needs = Mapping[str, Formula]
"""What each unit needs; a unit left out needs nothing."""


def founded(units: Iterable[str], needs: Needs) -> frozenset[str]:
    """Give the units that can be begun one after the other, taking no others.

    Units that need each other in the same term are begun together. What has to come in the
    same term may also come before: exact orders are found elsewhere.
    """
    waiting = {unit for unit in units if needs.get(unit, ALWAYS) != ALWAYS}
    done = {unit for unit in units if unit not in waiting}
    opens, together = _links(waiting, needs)
    fresh = set(waiting)
    while fresh:
        begun = beginnable(with_company(fresh, together) & waiting, done, needs)
        waiting -= begun
        done |= begun
        fresh = {later for unit in begun for later in opens.get(unit, ())} & waiting
    return frozenset(done)


def beginnable(units: Iterable[str], done: Collection[str], needs: Needs) -> frozenset[str]:
    """Give the units that can be begun at once after others, with each other's help."""
    together, size = frozenset(units), -1
    while size != len(together):
        size = len(together)
        together = frozenset(u for u in together if holds(needs.get(u, ALWAYS), done, together))
    return together


def fewest_terms(demands: Iterable[Formula], needs_of: Callable[[str], Formula]) -> int:
    """Give a number of terms below which demands cannot be met, whatever it costs.

    Each unit is looked at alone, and no more than necessary.
    """
    depth, terms = _Depth(needs_of), 0
    for demand in demands:
        while terms < MOST_TERMS and not depth.met(demand, terms + 1, terms + 1):
            terms += 1
    return terms


MOST_TERMS = 12
"""No more terms are looked at to tell how many it takes at least."""


class _Depth:
    """Tells whether a unit may be passed by the end of a term, if anybody may help."""

    def __init__(self, needs_of: Callable[[str], Formula]) -> None:
        self._needs_of = needs_of
        self._known: dict[tuple[str, int], bool] = {}

    def passed(self, unit: str, term: int) -> bool:
        """Tell whether a unit may be passed by the end of a term."""
        if term < 1:
            return False
        if (unit, term) not in self._known:
            # Units that wait for each other in one term count as passed: never too many terms.
            self._known[unit, term] = True
            self._known[unit, term] = self.met(self._needs_of(unit), term, term + 1)
        return self._known[unit, term]

    def met(self, formula: Formula, before: int, along: int) -> bool:
        """Tell whether a condition may be met by units passed before two terms."""
        match formula:
            case One(options, timing):
                last = (before if timing == "pre" else along) - 1
                return any(self.passed(unit, last) for unit in options)
            case Every(items):
                return all(self.met(item, before, along) for item in items)
            case Some(items):
                return any(self.met(item, before, along) for item in items)
            case Enough(items, needed):
                return sum(w for i, w in items if self.met(i, before, along)) >= needed


_Links = Mapping[str, Collection[str]]


def _links(units: Iterable[str], needs: Needs) -> tuple[_Links, _Links]:
    """Give what each unit may open, and what it may have to be begun together with."""
    opens: dict[str, list[str]] = defaultdict(list)
    together: dict[str, list[str]] = defaultdict(list)
    for unit in units:
        for leaf in leaves(needs[unit]):
            for option in leaf.options:
                opens[option].append(unit)
                if leaf.timing != "pre":
                    together[option].append(unit)
                    together[unit].append(option)
    return opens, together
