"""How an answer speaks of the things of a catalogue: by their titles, in quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from curriculum_map.analysis.plan import Planned
from curriculum_map.analysis.position import Position
from curriculum_map.model import Catalogue, Text


class Voice:
    """Speaks the first language of a project; says the id of what has no title."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Prepare to speak of the things of a catalogue."""
        self._of = catalogue

    def text(self, text: Text, otherwise: str) -> str:
        """Quote a text, or what to call the thing if the text is empty."""
        return f"“{text.show(*self._of.settings.languages) or otherwise}”"

    def competency(self, competency: str) -> str:
        """Quote the title of a competency."""
        return self.text(self._of.competencies[competency].title, competency)

    def chain(self, competencies: Iterable[str]) -> str:
        """Quote the titles of the competencies of a chain, the whole first."""
        return " > ".join(map(self.competency, competencies))

    def level(self, rank: int, competency: str) -> str:
        """Quote the title of a level of a competency; `nothing` for rank 0."""
        if not rank:
            return "nothing"
        level = self._of.scale_of(competency).levels[rank - 1]
        return self.text(level.title, level.id)

    def profile(self, profile: str) -> str:
        """Quote the title of a profile."""
        return self.text(self._of.profiles[profile].title, profile)

    def programme(self, programme: str) -> str:
        """Quote the title of a programme."""
        return self.text(self._of.programmes[programme].title, programme)

    def unit(self, unit: str) -> str:
        """Quote the title of a unit."""
        return self.text(self._of.units[unit].title, unit)

    def outcome(self, key: str) -> str:
        """Quote an outcome, named as `unit/outcome`; its full stop would end the sentence."""
        unit, _, name = key.partition("/")
        outcomes = self._of.units[unit].outcomes
        said = self.text(next(each.text for each in outcomes if each.id == name), name)
        return said.replace(".”", "”")

    def planned(self, planned: Planned) -> str:
        """Quote the title of a planned unit and say where it stands, and if it is elective."""
        place = [when(planned.position)] if planned.position.year else []
        place += [] if planned.compulsory else ["elective"]
        return self.unit(planned.unit) + (f" ({', '.join(place)})" if place else "")

    def at(self, unit: str, position: Position) -> str:
        """Quote the title of a unit and say when it comes."""
        return f"{self.unit(unit)} ({when(position)})"


def when(position: Position) -> str:
    """Say a place in time."""
    if position.year is None:
        return "year not stated"
    return f"year {position.year}" + (f", term {position.term}" if position.term else "")


def listed(words: Sequence[str], joint: str = "and") -> str:
    """Join words as a sentence does; after three of them the rest is only counted."""
    shown = list(words[:3]) + ([f"{len(words) - 3} more"] if len(words) > 3 else [])
    return f" {joint} ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))
