"""Which units can ever be begun, given what each of them needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from curriculum_map.analysis.optimum_formula import ALWAYS, Formula, holds, leaves

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
        begun = beginnable(_company(fresh, together) & waiting, done, needs)
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


def _company(units: Collection[str], together: _Links) -> set[str]:
    company, waiting = set(units), list(units)
    while waiting:
        for other in together.get(waiting.pop(), ()):
            if other not in company:
                company.add(other)
                waiting.append(other)
    return company
