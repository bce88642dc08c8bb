"""The cheapest way to close the gaps of a small plan, found by trying every set of units.

The trying shares no code with the package but the model.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from brute_force import choices, four_figures, within
from drawn import DRAWN, UNITS, built
from hypothesis import strategies as st

from curriculum_map.analysis.closing.question import Repair
from curriculum_map.analysis.paths.limits import Limits
from curriculum_map.model import AllOf, AnyOf, Catalogue, Needs, Requisite, Workload, by_id
from sample import LEVELS, item
from tape import Tape


class Asked(NamedTuple):
    """A catalogue, and what is to be closed in its one programme."""

    catalogue: Catalogue
    repair: Repair


def _asked(drawn: object, decisions: bytes) -> Asked:
    tape = Tape(decisions)
    whole = built(drawn)
    units = {}
    for unit in whole.units.values():
        hours = tape.one((3, 2, 1, 2.5, 4, 0))
        requires = _tree(tape, unit.id) if tape.below(3) == 0 else unit.requires
        units[unit.id] = replace(unit, workload=Workload(hours=hours), requires=requires)
    return Asked(
        replace(whole, units=by_id(units)),
        Repair(
            programme="programme",
            kind=tape.one(("guaranteed", "assessed", "possible")),
            limits=Limits(without=(f"u{tape.below(6)}",)[: tape.below(2)]),
            most_units=tape.one((0, 0, 0, 2, 3)),
            most_hours=tape.one((0, 0, 0, 5.5)),
            most_credits=tape.one((0, 0, 0, 2.8)),
        ),
    )


def _tree(tape: Tape, unit: str) -> Requisite:
    others = [f"u{n}" for n in UNITS if f"u{n}" != unit]

    def leaf() -> Needs:
        return Needs(tape.one(others), tape.one(("pre", "pre", "co", "strict-co")))

    return tape.one((leaf(), AnyOf((leaf(), leaf())), AllOf((leaf(), AnyOf((leaf(), leaf()))))))


ASKED: st.SearchStrategy[Asked] = st.builds(_asked, DRAWN, st.binary(min_size=60, max_size=60))


class Cheapest(NamedTuple):
    """The best way to close gaps: the competencies that stay open, and the hours it takes.

    Attributes:
        hours: None if nothing within the limits closes the rest.
    """

    open: frozenset[str]
    hours: float | None


def cheapest(asked: Asked) -> Cheapest:
    """Try every set of units."""
    designer = _Designer(asked)
    sets = [frozenset(units) for units in designer.sets()]
    everything = max(sets, key=len)
    stays = designer.gaps(everything)
    closing = [designer.hours(s) for s in sets if designer.allowed(s) and designer.gaps(s) <= stays]
    return Cheapest(stays, min(closing, default=None))


class _Designer:
    def __init__(self, asked: Asked) -> None:
        self.of, self.repair = asked
        self.programme = self.of.programmes["programme"]
        always = frozenset.intersection(*choices(self.of, self.programme))
        self.present = set().union(*(within(self.of, unit) for unit in always))

    def hours(self, units: frozenset[str]) -> float:
        return sum(self.of.units[unit].workload.hours for unit in units)

    def credits(self, units: frozenset[str]) -> float:
        return round(sum(self.of.units[unit].credits.ec for unit in units), 6)

    def allowed(self, units: frozenset[str]) -> bool:
        return (
            len(units) <= (self.repair.most_units or 99)
            and self.hours(units) <= (self.repair.most_hours or 99)
            and self.credits(units) <= (self.repair.most_credits or 99)
        )

    def sets(self) -> Iterator[tuple[str, ...]]:
        kept_out = self.present | {*self.repair.limits.without}
        free = [unit for unit in self.of.units if unit not in kept_out]
        for size in range(len(free) + 1):
            for units in combinations(free, size):
                if self.in_some_order(frozenset(units)):
                    yield units

    def in_some_order(self, units: frozenset[str]) -> bool:
        done: frozenset[str] = frozenset()
        while done != units:
            left = sorted(units - done)
            batches = (
                frozenset(now)
                for size in range(1, len(left) + 1)
                for now in combinations(left, size)
            )
            now = next((b for b in batches if all(self.met(u, done, b) for u in b)), None)
            if now is None:
                return False
            done |= now
        return True

    def met(self, unit: str, done: frozenset[str], now: frozenset[str]) -> bool:
        inside = within(self.of, unit)
        before = self.present.union(inside, *(within(self.of, each) for each in done))
        along = before.union(*(within(self.of, each) for each in now))

        def true(tree: Requisite) -> bool:
            if isinstance(tree, Needs):
                return tree.unit in (before if tree.timing == "pre" else along)
            return (all if isinstance(tree, AllOf) else any)([true(each) for each in tree.items])

        return all(true(self.of.units[each].requires) for each in inside - self.present)

    def gaps(self, units: frozenset[str]) -> frozenset[str]:
        added = (item(*sorted(units)),) if units else ()
        programme = replace(self.programme, plan=(*self.programme.plan, *added))
        return frozenset(
            need.competency
            for need in self.of.profiles["profile"].requires
            if four_figures(self.of, programme, need.competency)[self.repair.kind]
            <= LEVELS.index(need.level.level)
        )
