"""The gaps of a plan as conditions on the units that are added to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from curriculum_map.analysis.optimum.formula import (
    ALWAYS,
    Formula,
    enough,
    every,
    one,
    some,
)
from curriculum_map.analysis.paths.supply import Supply
from curriculum_map.analysis.plan import EVERYBODY, Plan

Kind = Literal["possible", "guaranteed", "assessed"]


class Evidence(NamedTuple):
    """Something that brings a chain of a competency to a rank.

    Attributes:
        who: A unit that could be added, by id, or who in the plan brings it, as in `Levels`.
        outcome: The outcome that brings it, as `unit/outcome`.
        own: Whether who brings it also tests it.
    """

    who: str | int
    outcome: str
    own: bool


class ChainGap(NamedTuple):
    """A chain of a required competency that the plan leaves too low.

    Attributes:
        ids: The competencies on it, the whole first.
        closing: What has to be added.
    """

    ids: tuple[str, ...]
    closing: Formula


class Gaps:
    """Says what has to be added to a plan for a competency to be reached."""

    def __init__(self, plan: Plan, supply: Supply, addable: frozenset[str], kind: Kind) -> None:
        """Prepare for a plan, the units that may be added to it, and what counts."""
        self._plan, self._supply, self._addable = plan, supply, addable
        self._decide: Callable[[Iterable[Evidence]], Formula] = {
            "possible": self._possible,
            "guaranteed": self._guaranteed,
            "assessed": self._assessed,
        }[kind]
        self._found: dict[tuple[str, int], tuple[tuple[tuple[str, ...], frozenset[Evidence]], ...]]
        self._found = {}

    def of(self, competency: str, rank: int) -> list[ChainGap]:
        """Give the chains of a competency that the plan leaves below a rank; none for a met one.

        The rank is 1 or more.

        A chain that is closed by whatever closes another one is left out.
        """
        for each in reversed(self._plan.index.narrower(competency)):
            if (each, rank) not in self._found:
                self._found[each, rank] = tuple(self._chains(each, rank))
        chains = self._found[competency, rank]
        gaps = (ChainGap(ids, self._decide(evidence)) for ids, evidence in chains)
        return [gap for gap in gaps if gap.closing != ALWAYS]

    def _chains(
        self, competency: str, rank: int
    ) -> list[tuple[tuple[str, ...], frozenset[Evidence]]]:
        own = frozenset(self._evidence(competency, rank))
        parts = self._plan.index.catalogue.competencies[competency].parts
        if not parts:
            return [((competency,), own)]
        kept: list[tuple[tuple[str, ...], frozenset[Evidence]]] = []
        for ids, below in (each for part in parts for each in self._found[part, rank]):
            evidence = own | below
            if not any(other <= evidence for _, other in kept):
                kept = [each for each in kept if not evidence <= each[1]]
                kept.append(((competency, *ids), evidence))
        return kept

    def _evidence(self, competency: str, rank: int) -> Iterator[Evidence]:
        for brought in self._plan.claims.get(competency, ()):
            if brought.claim.rank >= rank:
                own = self._tests(brought.by.subtree, brought.claim.key)
                yield Evidence(brought.by.taker, brought.claim.key, own)
        for unit, reached in self._supply.raising.get(competency, {}).items():
            if reached >= rank:
                yield from self._addable_evidence(unit, competency, rank)

    def _addable_evidence(self, unit: str, competency: str, rank: int) -> Iterator[Evidence]:
        index = self._plan.index
        holders = [each for each in self._supply.holders(unit) if each in self._addable]
        for claim in index.claims(unit) if holders else ():
            if claim.competency == competency and claim.rank >= rank:
                for each in holders:
                    yield Evidence(each, claim.key, self._tests(index.subtree(each), claim.key))

    def _tests(self, units: Iterable[str], outcome: str) -> bool:
        testers = self._plan.index.testers.get(outcome, ())
        return any(unit in testers for unit in units)

    def _possible(self, evidence: Iterable[Evidence]) -> Formula:
        if any(isinstance(each.who, int) for each in evidence):
            return ALWAYS
        return one(str(each.who) for each in evidence)

    def _guaranteed(self, evidence: Iterable[Evidence]) -> Formula:
        there = {each.who: 1 for each in evidence if isinstance(each.who, int)}
        if self._plan.guaranteed(there):
            return ALWAYS
        return one(each.who for each in evidence if isinstance(each.who, str))

    def _assessed(self, evidence: Iterable[Evidence]) -> Formula:
        tested: dict[str | int, list[Formula]] = defaultdict(list)
        for each in sorted(evidence, key=str):
            tested[each.who].append(self._tested(each))
        ways = [some(tested.pop(EVERYBODY, ()))]
        for group in self._plan.groups:
            chosen = [(some(tested.get(n, ())), weight) for n, weight in group.weights.items()]
            if group.weights and group.needed > 0:
                ways.append(enough(chosen, sum(group.weights.values()) - group.needed + 1))
        added = {unit: found for unit, found in tested.items() if isinstance(unit, str)}
        return some([*ways, *(every([one([u]), some(found)]) for u, found in added.items())])

    def _tested(self, evidence: Evidence) -> Formula:
        """Give what has to be added for an outcome to be tested for who has it."""
        testers = self._plan.index.testers.get(evidence.outcome, ())
        if evidence.own or any(unit in self._plan.everybody for unit in testers):
            return ALWAYS
        holders = (holder for unit in testers for holder in self._supply.holders(unit))
        return one(each for each in holders if each in self._addable)
