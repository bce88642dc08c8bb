"""Small random journeys, and the shortest way through them found by trying everything.

The trying shares no code with the package but the model.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any, NamedTuple

from brute_force import chains, within
from hypothesis import strategies as st

from curriculum_map.analysis.paths.limits import Limits
from curriculum_map.analysis.paths.path import Journey
from curriculum_map.model import AllOf, AnyOf, Catalogue, Needs, Requisite
from sample import LEVELS, catalogue, competency, outcome, unit, works_on
from tape import Tape

UNITS = tuple(f"u{n}" for n in range(6))
COMPETENCIES = tuple(f"c{n}" for n in range(3))


class Asked(NamedTuple):
    """A catalogue and a journey through it."""

    catalogue: Catalogue
    journey: Journey


def _asked(decisions: bytes) -> Asked:
    tape = Tape(decisions)
    whole = catalogue(
        *(_competency(tape, n) for n in range(len(COMPETENCIES))),
        *(_unit(tape, n) for n in range(len(UNITS))),
    )
    goals = {f"{tape.one(COMPETENCIES)}@{LEVELS[tape.one((2, 1, 0))]}" for _ in range(2)}
    held = {tape.one(UNITS), f"{tape.one(COMPETENCIES)}@{LEVELS[tape.below(3)]}"}
    return Asked(
        whole,
        Journey(
            to=sorted(goals | {tape.one((*UNITS, *sorted(goals)))}),
            have=sorted(held)[: tape.below(3)],
            load=tape.one(("", "4h", "5.5h", "8h")),
            terms=tape.one((2, 2, 3, 1)),
            limits=Limits(without=(tape.one(UNITS),)[: tape.below(2)]),
        ),
    )


def _competency(tape: Tape, number: int) -> Any:
    later = COMPETENCIES[number + 1 :]
    parts = [each for each in later if tape.below(4) == 0]
    requires = {each: 1 + tape.below(3) for each in later if tape.below(4) == 0}
    return competency(COMPETENCIES[number], *parts, requires=requires)


def _unit(tape: Tape, number: int) -> Any:
    made = {tape.one(COMPETENCIES): tape.one((3, 3, 2, 1)) for _ in range(tape.below(4))}
    return unit(
        UNITS[number],
        outcome("o", *(works_on(c, rank) for c, rank in made.items())),
        parts=[each for each in UNITS[number + 1 :] if tape.below(8) == 0],
        hours=tape.one((3, 2, 1, 2.5, 4, 0)),
        terms=tape.one(((), (), (1,), (2,), (1, 2))),
        requires=_tree(tape, number) if tape.below(5) < 2 else AllOf(()),
    )


def _tree(tape: Tape, number: int) -> Requisite:
    others = [each for each in UNITS if each != UNITS[number]]

    def leaf() -> Needs:
        return Needs(tape.one(others), tape.one(("pre", "pre", "co", "co", "strict-co")))

    return tape.one(
        (
            leaf(),
            AnyOf((leaf(), leaf())),
            AllOf((leaf(), leaf())),
            AnyOf((leaf(), AllOf((leaf(), leaf())))),
            AllOf((leaf(), AnyOf((leaf(), leaf())))),
        )
    )


ASKED: st.SearchStrategy[Asked] = st.binary(min_size=160, max_size=160).map(_asked)


class Shortest(NamedTuple):
    """The cheapest way: hours, and the term in which it ends."""

    hours: float
    finish: int


def shortest(asked: Asked) -> Shortest | None:
    """Try every set of units in every order; None if none leads to all goals."""
    learner = _Learner(asked)
    free = [u for u in UNITS if learner.may_take(u)]
    found = []
    for size in range(len(free) + 1):
        for units in combinations(free, size):
            hours = sum(learner.hours(unit) for unit in units)
            if learner.arrived(units) and (not found or hours <= min(found).hours):
                finish = learner.finish(frozenset(units))
                found += [] if finish is None else [Shortest(hours, finish)]
    return min(found, default=None)


class _Learner:
    def __init__(self, asked: Asked) -> None:
        self.of, self.journey = asked
        self.passed = {
            part for name in self.journey.have if name in UNITS for part in within(self.of, name)
        }
        self.knows = dict(name.split("@") for name in self.journey.have if "@" in name)

    def hours(self, unit: str) -> float:
        return self.of.units[unit].workload.hours

    def may_take(self, unit: str) -> bool:
        offered = self.of.units[unit].terms
        in_term = not offered or any(t <= self.journey.terms for t in offered)
        fits = not self.journey.load or self.hours(unit) <= self.most
        return unit not in self.passed | {*self.journey.limits.without} and in_term and fits

    @property
    def most(self) -> float:
        return float(self.journey.load.removesuffix("h") or "inf")

    def has(self, units: Any) -> set[str]:
        return self.passed.union(*(within(self.of, unit) for unit in units))

    def rank_on(self, chain: tuple[str, ...], units: set[str]) -> int:
        claimed = [
            LEVELS.index(made.level.level) + 1
            for unit in units
            for each in self.of.units[unit].outcomes
            for made in each.contributions
            if made.competency in chain
        ]
        told = [LEVELS.index(level) + 1 for c, level in self.knows.items() if c in chain]
        return max([0, *claimed, *told])

    def rank(self, competency: str, units: set[str]) -> int:
        return min(self.rank_on(chain, units) for chain in chains(self.of, competency))

    def arrived(self, units: Any) -> bool:
        has = self.has(units)
        return all(
            goal in has
            if goal in UNITS
            else self.rank(goal.split("@")[0], has) > LEVELS.index(goal.split("@")[1])
            for goal in self.journey.to
        )

    def finish(self, units: frozenset[str]) -> int | None:
        """Give the first term by which all can be done, walking over everything done so far."""
        states, term, seen = {frozenset()}, 0, set()
        while units not in states:
            term += 1
            place = (term % self.journey.terms, frozenset(states))
            if place in seen:
                return None
            seen.add(place)
            states = {
                done | now for done in states for now in self.batches(units - done, done, term)
            }
        return term

    def batches(self, left: Any, done: Any, term: int) -> Iterator[frozenset[str]]:
        of_year = (term - 1) % self.journey.terms + 1
        offered = [u for u in left if of_year in (self.of.units[u].terms or (of_year,))]
        for size in range(len(offered) + 1):
            for now in map(frozenset, combinations(offered, size)):
                light = sum(map(self.hours, now)) <= self.most
                if light and all(self.may_begin(unit, done, now) for unit in now):
                    yield now

    def may_begin(self, unit: str, done: Any, now: Any) -> bool:
        before, inside = self.has(done), within(self.of, unit)
        along = before | self.has(now)
        fresh = self.has(now)

        def met(needs: Needs) -> bool:
            if needs.unit in inside or needs.unit in self.passed:
                return True
            there = {"pre": before, "co": along, "strict-co": fresh}[needs.timing]
            return needs.unit in there

        def true(tree: Requisite) -> bool:
            if isinstance(tree, Needs):
                return met(tree)
            return (all if isinstance(tree, AllOf) else any)([true(each) for each in tree.items])

        trees = [self.of.units[each].requires for each in inside - self.passed]
        return all(map(true, trees)) and self.prepared(inside, before)

    def prepared(self, inside: set[str], before: set[str]) -> bool:
        """Tell whether what competencies require is held before some units build on them."""
        claims = (m for u in inside for o in self.of.units[u].outcomes for m in o.contributions)
        further = {
            made.competency
            for made in claims
            if LEVELS.index(made.level.level) >= self.rank(made.competency, self.passed)
        }
        return all(
            self.rank(need.competency, before | inside) > LEVELS.index(need.level.level)
            for competency in further
            for need in self.of.competencies[competency].requires
        )
