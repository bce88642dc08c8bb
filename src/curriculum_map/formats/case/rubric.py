"""The scale of a framework, and what its levels mean, as a rubric."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from curriculum_map.formats.uuids import iri_of, uuid_of
from curriculum_map.model import Catalogue, Competency, Framework, Scale, Text

Said = dict[str, Any]


def rubrics(
    framework: Framework, competencies: Sequence[Competency], catalogue: Catalogue, now: str
) -> list[Said]:
    """Give the rubric of a framework: a criterion for the scale, and one for each competency.

    A competency has a criterion if it says what levels mean for it. The score of a level is its
    rank on the scale.

    Args:
        framework: Whose scale it is.
        competencies: Those of the framework.
        catalogue: Where the scale stands.
        now: The moment that is given as that of the last change.
    """
    rubric = _Rubric(framework, catalogue, now)
    described = [each for each in competencies if each.descriptors]
    return [rubric.whole([None, *described])]


class _Rubric:
    """Writes the rubric of one framework."""

    def __init__(self, framework: Framework, catalogue: Catalogue, now: str) -> None:
        self._settings, self._now = catalogue.settings, now
        self._framework = framework.id
        self._scale: Scale = catalogue.scales[framework.scale]
        self._iri = self._named("rubric", framework.id)

    def whole(self, described: Sequence[Competency | None]) -> Said:
        criteria = [self._criterion(each, n) for n, each in enumerate(described, 1)]
        return {
            **self._known(self._iri),
            "title": self._shown(self._scale.title),
            **self._about(self._scale.description),
            "CFRubricCriteria": criteria,
        }

    def _criterion(self, competency: Competency | None, position: int) -> Said:
        """Give what levels mean for a competency; for none, what they mean in general."""
        name = competency.id if competency else ""
        iri = self._named("criterion", *filter(None, (self._framework, name)))
        if competency:
            texts = {each.level: each.text for each in competency.descriptors}
        else:
            texts = {each.id: each.description for each in self._scale.levels}
        title = self._shown(competency.title if competency else self._scale.title)
        item = self._named("competency", name)
        link = {"title": title, "identifier": uuid_of(item), "uri": item}
        return {
            **self._known(iri),
            "category": title,
            **({"CFItemURI": link} if competency else {}),
            "position": position,
            "rubricId": uuid_of(self._iri),
            "CFRubricCriterionLevels": self._levels(iri, texts),
        }

    def _levels(self, criterion: str, texts: Mapping[str, Text]) -> list[Said]:
        return [
            {
                **self._known(f"{criterion}__{level.id}"),
                **self._about(texts[level.id]),
                "quality": self._shown(level.title),
                "score": rank,
                "position": rank,
                "rubricCriterionId": uuid_of(criterion),
            }
            for rank, level in enumerate(self._scale.levels, 1)
            if level.id in texts
        ]

    def _known(self, iri: str) -> Said:
        return {"identifier": uuid_of(iri), "uri": iri, "lastChangeDateTime": self._now}

    def _named(self, kind: str, *path: str) -> str:
        return iri_of(self._settings.base, kind, *path)

    def _shown(self, text: Text) -> str:
        return text.show(*self._settings.languages)

    def _about(self, text: Text) -> Said:
        return {"description": self._shown(text)} if text else {}
