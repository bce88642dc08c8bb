"""How an answer speaks of the things of a catalogue: by their titles, in quotation marks."""

from __future__ import annotations

from collections.abc import Iterable

from curriculum_map.analysis.plan import Planned
from curriculum_map.analysis.position import Position
from curriculum_map.analysis.speech import Speech
from curriculum_map.model import Catalogue, Text


class Voice(Speech):
    """Speaks one language of what authors wrote, in that language as far as they did.

    What is not written in it is said in the first language of the project, and what has no
    title by its id.

    Attributes:
        catalogue: What it speaks of.
    """

    def __init__(self, catalogue: Catalogue, language: str = "") -> None:
        """Prepare to speak of the things of a catalogue.

        Args:
            catalogue: A checked catalogue.
            language: One of `sentences.LANGUAGES`. Empty means English about things called as
                the project calls them first.

        Raises:
            UnknownName: If answers do not speak the language.
        """
        super().__init__(language)
        self.catalogue = catalogue
        own = catalogue.settings.languages
        self._written = (language, *own) if language else own

    def words(self, text: Text) -> str:
        """Give what an author wrote; empty for the empty text."""
        return text.show(*self._written)

    def text(self, text: Text, otherwise: str) -> str:
        """Quote a text, or what to call the thing if the text is empty."""
        return self.quoted(self.words(text) or otherwise)

    def competency(self, competency: str) -> str:
        """Quote the title of a competency."""
        return self.text(self.catalogue.competencies[competency].title, competency)

    def chain(self, competencies: Iterable[str]) -> str:
        """Quote the titles of the competencies of a chain, the whole first."""
        return " > ".join(map(self.competency, competencies))

    def level(self, rank: int, competency: str) -> str:
        """Quote the title of a level of a competency; empty for rank 0."""
        if not rank:
            return ""
        level = self.catalogue.scale_of(competency).levels[rank - 1]
        return self.text(level.title, level.id)

    def at(self, rank: int, competency: str) -> str:
        """Say that something is at a level of a competency."""
        if not rank:
            return self.say("at:nothing")
        return self.say("at", level=self.level(rank, competency))

    def goal(self, competency: str, rank: int) -> str:
        """Say a competency and the level at which it is wanted."""
        said = self.competency(competency)
        return self.say("goal", competency=said, at=self.at(rank, competency))

    def profile(self, profile: str) -> str:
        """Quote the title of a profile."""
        return self.text(self.catalogue.profiles[profile].title, profile)

    def programme(self, programme: str) -> str:
        """Quote the title of a programme."""
        return self.text(self.catalogue.programmes[programme].title, programme)

    def institution(self, institution: str) -> str:
        """Quote the title of an institution."""
        return self.text(self.catalogue.institutions[institution].title, institution)

    def unit(self, unit: str) -> str:
        """Quote the title of a unit."""
        return self.text(self.catalogue.units[unit].title, unit)

    def outcome(self, key: str) -> str:
        """Quote an outcome, named as `unit/outcome`; its full stop would end the sentence."""
        unit, _, name = key.partition("/")
        outcomes = self.catalogue.units[unit].outcomes
        text = next(each.text for each in outcomes if each.id == name)
        return self.quoted((self.words(text) or name).removesuffix("."))

    def planned(self, planned: Planned) -> str:
        """Quote the title of a planned unit and say where it stands, and if it is elective."""
        place = [self.when(planned.position)] if planned.position.year else []
        place += [] if planned.compulsory else [self.say("elective")]
        return self.unit(planned.unit) + (f" ({', '.join(place)})" if place else "")

    def placed(self, unit: str, position: Position) -> str:
        """Quote the title of a unit and say when it comes."""
        return f"{self.unit(unit)} ({self.when(position)})"
