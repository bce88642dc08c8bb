"""The pages of the competencies: what each means, who requires it, who teaches it, and how far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from curriculum_map.model import (
    Competency,
    Descriptor,
    Level,
    Source,
    Text,
)
from curriculum_map.pages.frame import Page, framed
from curriculum_map.pages.heatmap import Mark, mark
from curriculum_map.pages.needed import required
from curriculum_map.pages.neighbours import picture
from curriculum_map.pages.taught import Teaching
from curriculum_map.pages.words import WORDS

if TYPE_CHECKING:
    from curriculum_map.pages.site import Site


@dataclass(frozen=True, slots=True)
class Step:
    """A level of the scale, and what it means for one competency as far as that is said."""

    mark: Mark
    level: Level
    descriptor: Descriptor | None


@dataclass(frozen=True, slots=True)
class Line:
    """A competency in the list of all."""

    competency: Competency
    profiles: int
    units: int
    highest: Mark


@dataclass(frozen=True, slots=True)
class Area:
    """The competencies of one area; the title is empty outside any area."""

    title: Text
    lines: Sequence[Line]


def competencies_pages(site: Site, language: str) -> Iterator[tuple[str, str]]:
    """Make `competencies.html`, the list of all."""
    page = Page(
        site=site,
        template="competencies.html.j2",
        address="competencies.html",
        language=language,
        title=WORDS[language]["competencies_title"],
        style=("competency.css",),
        scripts=("address.js", "competencies.js"),
        sources=(),
    )
    yield framed(page, areas=tuple(_areas(site)))


def competency_pages(site: Site, language: str) -> Iterator[tuple[str, str]]:
    """Make `competency/ID.html` for each competency."""
    for competency in site.catalogue.competencies.values():
        teachings = site.teachings.get(competency.id, ())
        page = Page(
            site=site,
            template="competency.html.j2",
            address=f"competency/{competency.id}.html",
            language=language,
            title=competency.title.show(language, *site.catalogue.settings.languages),
            style=("competency.css",),
            sources=_sources(site, competency, teachings),
        )
        yield framed(page, **_content(site, competency))


def _content(site: Site, competency: Competency) -> Mapping[str, Any]:
    catalogue = site.catalogue
    framework = catalogue.frameworks[competency.framework]
    related = site.relations.of(competency.id)
    teachings = site.teachings.get(competency.id, ())
    return {
        "competency": competency,
        "framework": framework,
        "area": next((area for area in framework.areas if area.id == competency.area), None),
        "steps": tuple(_steps(site, competency)),
        "needs": site.needs.get(competency.id, ()),
        "teachings": teachings,
        "related": related,
        "picture": picture(site, competency),
        "ranked": lambda each: required(catalogue, site.ranks, each),
    }


def _steps(site: Site, competency: Competency) -> Iterator[Step]:
    said = {each.level: each for each in competency.descriptors}
    for rank, level in enumerate(site.catalogue.scale_of(competency.id).levels, 1):
        yield Step(mark(site.catalogue, competency.id, rank), level, said.get(level.id))


def _areas(site: Site) -> Iterator[Area]:
    for framework in site.catalogue.frameworks.values():
        titles = {area.id: area.title for area in framework.areas} | {"": Text()}
        for area, title in titles.items():
            lines = [
                _line(site, each)
                for each in site.catalogue.competencies.values()
                if (each.framework, each.area) == (framework.id, area)
            ]
            if lines:
                yield Area(title, lines)


def _line(site: Site, competency: Competency) -> Line:
    teachings = site.teachings.get(competency.id, ())
    highest = max((each.mark.rank for each in teachings), default=0)
    return Line(
        competency=competency,
        profiles=len(site.needs.get(competency.id, ())),
        units=len({each.unit.id for each in teachings}),
        highest=mark(site.catalogue, competency.id, highest),
    )


def _sources(site: Site, competency: Competency, teachings: Sequence[Teaching]) -> Sequence[Source]:
    facts = [competency, site.catalogue.frameworks[competency.framework], *competency.alignments]
    named = {source for fact in facts for source in fact.sources}
    named |= {source for each in teachings for source in each.sources}
    named |= {s for need in site.needs.get(competency.id, ()) for s in need.profile.sources}
    return tuple(each for each in site.catalogue.sources.values() if each.id in named)
