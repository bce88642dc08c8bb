"""The levels that codes stand for, on the scale of the competency beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from curriculum_map.errors import way_out
from curriculum_map.formats.matrix.declaration import UNKNOWN, Code, Declaration
from curriculum_map.model import Catalogue, LevelRef
from curriculum_map.problems import Problem, Where


class Levels:
    """Finds levels, and tells once of each that is not there."""

    def __init__(self, catalogue: Catalogue, declaration: Declaration) -> None:
        """Learn the scales and frameworks that the project has, and those of the file."""
        steps: dict[str, list[str]] = {
            each.id: [level.id for level in each.levels] for each in declaration.scales
        }
        steps |= {
            each.id: [level.id for level in each.levels] for each in catalogue.scales.values()
        }
        self.scales: Mapping[str, Sequence[str]] = steps
        self._walks = {(w.origin, w.target) for w in catalogue.crosswalks.values()}
        self.problems: dict[Problem, None] = {}

    def of(self, codes: Sequence[Code], home: str) -> LevelRef | None:
        """Give the highest level that some codes stand for.

        Args:
            codes: Those of one cell.
            home: The scale on which the competency is measured.
        """
        found = [level for code in codes if code.level and (level := self._level(code, home))]
        if len({each.scale for each in found}) > 1:
            message = f"{' and '.join(map(str, found))} are on scales that cannot be compared here."
            self._found(codes[0], "scales-not-comparable", message)
        return max(found, key=lambda each: self.scales[each.scale].index(each.level), default=None)

    def _level(self, code: Code, home: str) -> LevelRef | None:
        scale, slash, level = code.level.rpartition("/")
        scale = scale if slash else home
        known = self.scales.get(scale, ())
        if slash and scale not in self.scales:
            message = f'There is no scale called "{scale}". {way_out(scale, list(self.scales))}'
            self._found(code, "unknown-name", message)
        elif level == UNKNOWN and scale in self.scales:
            message = (
                f'Say what "{code.code}" means: one of the levels {", ".join(known)}, '
                '"{assessed: true}", or "{}" if nothing.'
            )
            self._found(code, "unknown-name", message)
        elif level not in known and scale in self.scales:
            message = f'There is no level called "{level}" on "{scale}". {way_out(level, known)}'
            self._found(code, "unknown-name", message)
        elif scale != home and (scale, home) not in self._walks:
            message = f'No crosswalk says what a level of "{scale}" counts as on "{home}".'
            self._found(code, "scales-not-comparable", message)
        elif level in known:
            return LevelRef(scale, level)
        return None

    def _found(self, code: Code, problem: str, message: str) -> None:
        self.problems[Problem(code.where or Where(""), problem, message)] = None
