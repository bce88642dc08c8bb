"""Conditions that follow from others: what the ways to meet a demand have in common.

They change no answer. But who takes units in part, to learn what a set costs at least, pays for
half of what two half taken units both need; they say that all of it is needed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from curriculum_map.analysis.optimum.formula import ALWAYS, Every, Formula, One, Some
from curriculum_map.analysis.optimum.order import Needs

Options = frozenset[str]
"""Units of which at least one is there."""

MANY = 60
"""No more conditions are looked at for one demand, and none that more units than this meet."""

ALMOST = 1e-4
"""A share is not told from one that differs by less."""


class Implied:
    """Draws conclusions from demands, and from what units need."""

    def __init__(self, demands: Iterable[Formula], needs: Needs) -> None:
        """Begin; of a unit that `needs` leaves out nothing is concluded until it is added."""
        self._needs, self._known = needs, _Known({})
        self._asked = list(dict.fromkeys(each for d in demands for each in _clauses(d)))

    def broken(self, shares: Mapping[str, float]) -> Iterator[tuple[str | None, Options]]:
        """Give conclusions that do not hold for units taken in part.

        Args:
            shares: How much of each unit is taken, from 0 to 1; nothing of a unit left out.

        Yields:
            Units of which one is in every set that meets the demands; or, after the id of a
            unit, in every set that this unit is in. Not everything that follows.
        """
        if len(self._known.needs) < len(self._needs):
            self._known = _Known(dict(self._needs))
        search = _Search(self._known, shares)
        found = dict.fromkeys(each for o in self._asked for each in search.behind(o))
        for options in found:
            yield None, options
        for unit, share in shares.items():
            if share > ALMOST:
                for options in self._known.common(unit):
                    if search.share(options) < share - ALMOST:
                        yield unit, options


def _clauses(formula: Formula) -> Iterator[Options]:
    """Give what a formula asks for, as far as that is one of some units, whenever."""
    for item in formula.items if isinstance(formula, Every) else (formula,):
        if isinstance(item, One):
            yield item.options
        elif isinstance(item, Some):
            leaves = [each for each in item.items if isinstance(each, One)]
            if leaves and len(leaves) == len(item.items):
                yield frozenset().union(*(each.options for each in leaves))


class _Known:
    """Says of units what is there where they are.

    Attributes:
        needs: What each unit needs.
    """

    def __init__(self, needs: Needs) -> None:
        self.needs = needs
        self._with: dict[str, dict[Options, None]] = {}
        self._common: dict[str, tuple[Options, ...]] = {}

    def common(self, unit: str) -> tuple[Options, ...]:
        """Give what all ways to meet a need of a unit have in common."""
        self._there(unit)
        return self._common[unit]

    def _there(self, unit: str) -> Iterable[Options]:
        """Give conditions that hold wherever a unit is."""
        if unit not in self._with:
            own = dict.fromkeys(_clauses(self.needs.get(unit, ALWAYS)))
            # Of units that wait for each other this much is known at once.
            self._with[unit], self._common[unit] = own, ()
            passed_on = [each for options in own for each in self._by_all(options)]
            fresh = [each for each in dict.fromkeys(passed_on) if unit not in each]
            self._common[unit] = tuple(each for each in fresh if each not in own)
            self._with[unit] = {each: None for each in (*own, *fresh) if unit not in each}
        return self._with[unit]

    def _by_all(self, options: Options) -> Iterator[Options]:
        """Give conditions that each of some units meets or brings along."""
        if len(options) <= MANY:
            for needed, by in self.needed_by(sorted(options)):
                if options - by <= needed:
                    yield needed

    def needed_by(self, units: Iterable[str]) -> Iterator[tuple[Options, Options]]:
        """Give each condition that some of the units bring along, and these units."""
        found: dict[Options, set[str]] = defaultdict(set)
        for unit in units:
            for each in self._there(unit):
                found[each].add(unit)
        for needed, by in found.items():
            yield needed, frozenset(by)


class _Search:
    """Looks at what units taken in part bring along."""

    def __init__(self, known: _Known, shares: Mapping[str, float]) -> None:
        self._known, self._shares = known, shares

    def share(self, options: Options) -> float:
        """Give how much is taken of some units together."""
        return sum(self._shares.get(unit, 0.0) for unit in options)

    def behind(self, options: Options) -> Iterator[Options]:
        """Give what follows from a demand and does not hold.

        Either one of the options is there that bring something along, and so is that; or
        another option is.
        """
        waiting, seen = [options], {options}
        while waiting and len(seen) <= MANY:
            now = waiting.pop()
            taken = [unit for unit in sorted(now) if ALMOST < self._shares.get(unit, 0) < 1]
            for needed, by in self._known.needed_by(taken) if len(now) <= MANY else ():
                found = needed | (now - by)
                if found not in seen and (len(by) > 1 or not needed.isdisjoint(now)):
                    seen.add(found)
                    waiting.append(found)
                    if self.share(found) < 1 - ALMOST:
                        yield found
