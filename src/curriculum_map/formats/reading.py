"""What came of reading, in whatever format: a catalogue and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from curriculum_map.model import Catalogue
from curriculum_map.problems import Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a project.

    Attributes:
        catalogue: Everything that could be read. It is whole and consistent only if
            no problem is an error.
        problems: Everything found, each once, sorted.
    """

    catalogue: Catalogue
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the catalogue from being used."""
        return tuple(problem for problem in self.problems if problem.severity == "error")
