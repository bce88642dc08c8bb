"""What a learner has, and how far it takes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from curriculum_map.analysis.index import Index


class Held:
    """The units a learner has passed and the competencies they hold.

    Attributes:
        units: The units passed, with all their parts.
    """

    def __init__(
        self, index: Index, units: Iterable[str] = (), ranks: Mapping[str, int] | None = None
    ) -> None:
        """Begin with units by id, and competencies with the rank at which they are held."""
        self._index = index
        self.units = frozenset(part for unit in units for part in index.subtree(unit))
        self._ranks = dict(ranks or {})
        for unit in sorted(self.units):
            for claim in index.claims(unit):
                higher = max(claim.rank, self._ranks.get(claim.competency, 0))
                self._ranks[claim.competency] = higher
        self._figures: dict[str, int] = {}

    def itself(self, competency: str) -> int:
        """Give the rank at which a competency itself is held, its parts not counted."""
        return self._ranks.get(competency, 0)

    def figure(self, competency: str) -> int:
        """Give the rank at which a competency is held, the lowest of its chains."""
        if not self._ranks:
            return 0
        if competency not in self._figures:
            for each in reversed(self._index.narrower(competency)):
                parts = self._index.catalogue.competencies[each].parts
                below = min((self._figures[part] for part in parts), default=0)
                self._figures[each] = max(self.itself(each), below)
        return self._figures[competency]
