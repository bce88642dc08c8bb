"""What competencies hang together with, in both directions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from curriculum_map.model import Catalogue, Competency, Requirement


@dataclass(frozen=True, slots=True)
class Related:
    """What a competency hangs together with.

    Attributes:
        requires: What must be held before.
        required_by: The competencies that require it, with the requirement.
        wholes: The competencies it is a part of.
        parts: Its parts.
    """

    requires: Sequence[Requirement]
    required_by: Sequence[tuple[Competency, Requirement]]
    wholes: Sequence[Competency]
    parts: Sequence[Competency]


@dataclass(frozen=True, slots=True)
class Relations:
    """How the competencies of a catalogue hang together, in both directions."""

    catalogue: Catalogue
    _later: dict[str, list[tuple[Competency, Requirement]]] = field(default_factory=dict)
    _wholes: dict[str, list[Competency]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Turn every relation round once."""
        for each in self.catalogue.competencies.values():
            for required in each.requires:
                self._later.setdefault(required.competency, []).append((each, required))
            for part in each.parts:
                self._wholes.setdefault(part, []).append(each)

    def of(self, competency: str) -> Related:
        """Give what one competency hangs together with."""
        found = self.catalogue.competencies[competency]
        return Related(
            requires=found.requires,
            required_by=self._later.get(competency, ()),
            wholes=self._wholes.get(competency, ()),
            parts=tuple(self.catalogue.competencies[part] for part in found.parts),
        )
