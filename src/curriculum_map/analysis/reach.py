"""How far a programme takes its students in a competency."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from curriculum_map.analysis.chains import Chain, Chains
from curriculum_map.analysis.contents import Claim
from curriculum_map.analysis.plan import Levels, Plan


class Figure(NamedTuple):
    """A rank, and the chain of the competency that keeps it from being higher.

    Attributes:
        rank: From 0, meaning none.
        chain: The first chain, in the author's order of parts, that is as low.
    """

    rank: int
    chain: Chain


class Reached(NamedTuple):
    """The four figures of one competency in one programme.

    Attributes:
        possible: Taught to some student. Each chain takes its own best choice of electives,
            so it is an upper bound where parts compete for the same elective.
        guaranteed: Taught to every student, whatever they choose.
        assessed_possible: Assessed for some student; an upper bound as well.
        assessed: Assessed for every student.
        claims: The contributions to the competency and its parts, each once, in plan order.
    """

    possible: Figure
    guaranteed: Figure
    assessed_possible: Figure
    assessed: Figure
    claims: tuple[Claim, ...]

    def state(self, required: int) -> str:
        """Name the first state that holds for a required rank."""
        if not self.claims:
            return "absent"
        if self.possible.rank < required:
            return "below"
        if self.guaranteed.rank < required:
            return "elective-only"
        return "not-assessed" if self.assessed.rank < required else "met"


class Reach:
    """Works out the figures of any competency in one programme."""

    def __init__(self, plan: Plan) -> None:
        """Prepare for a compiled plan."""
        self._plan = plan
        self._taught = Chains(plan.index, plan.taught)
        self._tested = Chains(plan.index, plan.tested)
        self._testable = Chains(plan.index, plan.testable)

    def of(self, competency: str) -> Reached:
        """Give the four figures of a competency."""
        every, some = self._plan.guaranteed, self._plan.possible
        claims = self._claims(competency)
        if not claims:
            return _untouched(_lowest(self._taught, competency, some))
        return Reached(
            possible=_lowest(self._taught, competency, some),
            guaranteed=_lowest(self._taught, competency, every),
            assessed_possible=_lowest(self._testable, competency, some),
            assessed=_lowest(self._tested, competency, every),
            claims=claims,
        )

    def _claims(self, competency: str) -> tuple[Claim, ...]:
        found: dict[tuple[str, str], Claim] = {}
        for each in self._plan.index.narrower(competency):
            for brought in self._plan.claims.get(each, ()):
                found.setdefault((brought.claim.key, each), brought.claim)
        return tuple(found.values())


def _untouched(nothing: Figure) -> Reached:
    return Reached(nothing, nothing, nothing, nothing, ())


def _lowest(chains: Chains, competency: str, rank_of: Callable[[Levels], int]) -> Figure:
    found = (Figure(rank_of(chain.levels), chain) for chain in chains.of(competency))
    return min(found, key=lambda figure: figure.rank)
