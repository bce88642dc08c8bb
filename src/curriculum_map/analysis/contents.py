"""What a catalogue says: contributions, who assesses them, parts and wholes; each read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from curriculum_map.errors import UnknownName
from curriculum_map.model import STATUSES, Catalogue, Contribution, Outcome, Unit


class Claim(NamedTuple):
    """A contribution, and whose it is.

    Attributes:
        unit: The unit whose outcome makes the contribution.
        outcome: The outcome that makes it.
        made: The contribution itself.
        rank: Its level on the competency's own scale, from 1; 0 if a crosswalk lets the
            level count as none.
    """

    unit: str
    outcome: Outcome
    made: Contribution
    rank: int

    @property
    def competency(self) -> str:
        """The competency that is worked on."""
        return self.made.competency

    @property
    def key(self) -> str:
        """The outcome as an assessment names it: `unit/outcome`."""
        return f"{self.unit}/{self.outcome.id}"

    @property
    def weak(self) -> bool:
        """Whether nobody who teaches stands behind it: it is suggested or disputed."""
        return self.made.status in ("suggested", "disputed")


class Contents:
    """What a catalogue says, ready to be looked up by unit, outcome and competency.

    Attributes:
        catalogue: The catalogue that was compiled.
        ranks: What compares levels.
        testers: For each outcome (`unit/outcome`) the units with an assessment that tests it.
    """

    def __init__(self, catalogue: Catalogue, only: str = "") -> None:
        """Begin with nothing read but who assesses what.

        Args:
            catalogue: A checked catalogue.
            only: The weakest status of contributions to keep; empty keeps all.

        Raises:
            UnknownName: If `only` is not a status.
        """
        self._sure = frozenset(STATUSES[weakest_status(only) :])
        self.catalogue = catalogue
        self.ranks = catalogue.ranks()
        self._claims: dict[str, tuple[Claim, ...]] = {}
        self.testers = _testers(catalogue.units.values())
        self._subtrees: dict[str, tuple[str, ...]] = {}
        self._narrower: dict[str, tuple[str, ...]] = {}

    def claims(self, unit: str) -> tuple[Claim, ...]:
        """Give the contributions of a unit that are sure enough, its parts' left out.

        They are read when first asked for. A unit that is not in the catalogue is a `KeyError`.
        """
        if unit not in self._claims:
            self._claims[unit] = tuple(
                Claim(unit, outcome, made, self.ranks.rank(made.level, made.competency))
                for outcome in self.catalogue.units[unit].outcomes
                for made in outcome.contributions
                if made.status in self._sure
            )
        return self._claims[unit]

    def raising(self) -> Mapping[str, Mapping[str, int]]:
        """Give for each competency the units that work on it themselves, and the highest rank.

        Units are in the order of the catalogue. Left out is what is not sure enough, or counts
        as no level.
        """
        rank_of, found = self.ranks.rank, defaultdict[str, dict[str, int]](dict)
        for unit in self.catalogue.units.values():
            for outcome in unit.outcomes:
                for made in outcome.contributions:
                    rank = rank_of(made.level, made.competency)
                    if rank and made.status in self._sure:
                        here = found[made.competency]
                        here[unit.id] = max(rank, here.get(unit.id, 0))
        return dict(found)

    def subtree(self, unit: str) -> tuple[str, ...]:
        """Give a unit and its parts, all the way down, wholes before their parts."""
        if unit not in self._subtrees:
            units = self.catalogue.units
            self._subtrees[unit] = wholes_first(unit, lambda each: units[each].parts)
        return self._subtrees[unit]

    def narrower(self, competency: str) -> tuple[str, ...]:
        """Give a competency and its parts, all the way down, wholes before their parts."""
        if competency not in self._narrower:
            known = self.catalogue.competencies
            self._narrower[competency] = wholes_first(competency, lambda each: known[each].parts)
        return self._narrower[competency]

    def level_id(self, rank: int, competency: str) -> str:
        """Give the id of the level of a rank on a competency's scale; empty for rank 0."""
        return self.catalogue.scale_of(competency).levels[rank - 1].id if rank else ""


def weakest_status(only: str) -> int:
    """Give the place in `STATUSES` of the weakest status that counts; 0 for an empty one.

    Raises:
        UnknownName: If `only` is not a status.
    """
    if only and only not in STATUSES:
        raise UnknownName("status", only, STATUSES)
    return STATUSES.index(only) if only else 0


def wholes_first(start: str, parts_of: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """List a thing and everything it consists of, each once, before its own parts.

    Parts follow in the author's order as far as that allows. There is no limit to the
    depth; a cycle is not noticed.
    """
    finished: dict[str, None] = {}
    stack = [(start, False)]
    while stack:
        thing, parts_done = stack.pop()
        if parts_done:
            finished.setdefault(thing)
        elif thing not in finished:
            stack.append((thing, True))
            stack += [(part, False) for part in parts_of(thing)]
    return tuple(reversed(finished))


def _testers(units: Iterable[Unit]) -> Mapping[str, tuple[str, ...]]:
    testers: dict[str, dict[str, None]] = {}
    for unit in units:
        for assessment in unit.assessments:
            for outcome in assessment.tests:
                testers.setdefault(outcome, {})[unit.id] = None
    return {outcome: tuple(by) for outcome, by in testers.items()}
