"""Frameworks, areas, competencies and outcomes as learning outcomes, one below the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from curriculum_map.formats.oeapi.codes import ESCO, RELATIONS, is_code
from curriculum_map.formats.oeapi.saying import IN_EXT, Said, Saying, without_nothing
from curriculum_map.formats.spelled import OWN
from curriculum_map.model import (
    Alignment,
    Area,
    Catalogue,
    Competency,
    Framework,
    LevelRef,
    Outcome,
    Text,
    Unit,
)

SEVERAL_LEVELS = "A learning outcome has one level. " + IN_EXT
NO_LABELS = "A code of another framework has neither a label nor a justification."
OF_FRAMEWORKS = ("version", "scale", "publisher", "licence", "url", "assumed")
STRUCTURE = ("framework", "area", "parts")
OF_COMPETENCIES = ("kind", "requires", "levels", "deprecated", "replaced_by", "assumed")
OF_OUTCOMES = ("develops", "status", "evidence", "by", "assumed")


def _lists() -> defaultdict[Any, list[str]]:
    return defaultdict(list)


class OutcomesWriter:
    """Writes the learning outcomes of a catalogue."""

    def __init__(self, catalogue: Catalogue, saying: Saying) -> None:
        self._of, self._say = catalogue, saying
        competencies = catalogue.competencies.values()
        self._wholes, self._top, self._working_on = (_lists() for _ in range(3))
        for each in competencies:
            for part in each.parts:
                self._wholes[part].append(each.id)
        for each in competencies:
            if each.id not in self._wholes:
                self._top[each.framework, each.area].append(each.id)
        for unit, outcome in self._outcomes():
            for made in outcome.contributions:
                uuid = saying.uuid("outcome", unit.id, outcome.id)
                self._working_on[made.competency].append(uuid)

    def objects(self) -> Iterator[Said]:
        """Give them: frameworks with their areas, competencies, outcomes of units; each by id."""
        for framework in self._of.frameworks.values():
            yield self._framework(framework)
            yield from (self._area(framework, area) for area in framework.areas)
        yield from map(self._competency, self._of.competencies.values())
        yield from (self._outcome(unit, each) for unit, each in self._outcomes())

    def _outcomes(self) -> Iterator[tuple[Unit, Outcome]]:
        for unit in self._of.units.values():
            yield from ((unit, each) for each in unit.outcomes if each.text)

    def _object(self, kind: str, path: Sequence[str], name: Text, ext: Said, said: Said) -> Said:
        code = "/".join(path)
        return without_nothing(
            {
                "learningOutcomeId": self._say.uuid(kind, *path),
                "primaryCode": {"codeType": "identifier", "code": code},
                "name": self._say.texts(name, code),
                **said,
                "ext": {OWN: {"is": kind, **ext}},
            }
        )

    def _framework(self, framework: Framework) -> Said:
        name = framework.id
        inside = [self._say.uuid("area", name, area.id) for area in framework.areas]
        inside += self._uuids(self._top[name, ""])
        description, ext = self._say.about(framework)
        ext |= self._say.unsaid(framework, OF_FRAMEWORKS)
        said = {"description": description, "childIds": inside}
        return self._object("framework", [name], framework.title, ext, said)

    def _area(self, framework: Framework, area: Area) -> Said:
        path = framework.id, area.id
        said = {
            "description": self._say.texts(area.description, "/".join(path)),
            "parentIds": [self._say.uuid("framework", framework.id)],
            "childIds": self._uuids(self._top[path]),
        }
        return self._object("area", path, area.title, {}, said)

    def _competency(self, competency: Competency) -> Said:
        name, saying = competency.id, self._say
        own = saying.spelled(competency)
        ext = {key: own[key] for key in STRUCTURE if key in own}
        above = self._uuids(self._wholes[name])
        if not above and competency.area:
            above = [saying.uuid("area", competency.framework, competency.area)]
        said = {
            "abbreviation": saying.short(competency.code, "code", name),
            "description": saying.texts(competency.definition, name),
            "parentIds": above or [saying.uuid("framework", competency.framework)],
            "childIds": [*self._uuids(competency.parts), *self._working_on[name]],
            "otherCodes": [self._alignment(each, name) for each in competency.alignments],
        }
        ext |= saying.unsaid(competency, OF_COMPETENCIES)
        return self._object("competency", [name], competency.title, ext, said)

    def _uuids(self, competencies: Iterable[str]) -> list[str]:
        return [self._say.uuid("competency", each) for each in competencies]

    def _alignment(self, alignment: Alignment, name: str) -> Said:
        start, code = ESCO
        known = alignment.relation == "exact" and alignment.target.startswith(start)
        if alignment.label or alignment.framework or alignment.justification != "manual":
            self._say.lose("alignments", name, NO_LABELS)
        return {
            "codeType": code if known else RELATIONS[alignment.relation],
            "code": alignment.target,
        }

    def _outcome(self, unit: Unit, outcome: Outcome) -> Said:
        name = f"{unit.id}/{outcome.id}"
        levels = {made.level for made in outcome.contributions}
        if len(levels) > 1:
            self._say.lose("level", name, SEVERAL_LEVELS)
        spelled = self._say.outcome(unit, outcome)
        said = {
            "parentIds": self._uuids(made.competency for made in outcome.contributions),
            "complexityLevel": self._level(levels.pop()) if len(levels) == 1 else None,
        }
        ext = {key: spelled[key] for key in OF_OUTCOMES if key in spelled}
        return self._object("outcome", [unit.id, outcome.id], outcome.text, ext, said)

    def _level(self, level: LevelRef) -> str:
        steps = self._of.scales[level.scale].levels
        code = next((each.code for each in steps if each.id == level.level), "")
        known = is_code("learningOutcomeLevel", code) and not code.startswith("x-")
        return code if known else f"x-{level.scale}-{level.level}"
