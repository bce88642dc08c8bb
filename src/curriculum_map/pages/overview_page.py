"""The overview: every programme with its figures, its gaps and its learners, to be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any

from curriculum_map.analysis.definitions import FIGURES
from curriculum_map.model import NOTHING_SAID, Catalogue, Framework, Programme, RoleProfile, Text
from curriculum_map.pages.frame import Page, framed
from curriculum_map.pages.heatmap import SHADES
from curriculum_map.pages.programme import findings
from curriculum_map.pages.words import WORDS

if TYPE_CHECKING:
    from curriculum_map.pages.answers import Record
    from curriculum_map.pages.site import Site


@dataclass(frozen=True, slots=True)
class Line:
    """A programme compared with one profile.

    Attributes:
        key: Its name in addresses.
        profile: `None` for a programme that aims at none.
        figures: The four figures by name; none without a profile.
        gaps: How many findings there are of each kind, those about any profile included.
    """

    key: str
    programme: Programme
    profile: RoleProfile | None
    figures: Mapping[str, Record]
    gaps: Mapping[str, int]


def overview_pages(site: Site, language: str) -> Iterator[tuple[str, str]]:
    """Make `index.html`."""
    lines = tuple(_lines(site, language))
    page = Page(
        site=site,
        template="overview.html.j2",
        address="index.html",
        language=language,
        title=WORDS[language]["overview_title"],
        style=("overview.css",),
        scripts=("address.js", "tables.js", "overview.js", "compare.js"),
    )
    yield framed(page, **_content(site, language, lines))


def _content(site: Site, language: str, lines: Sequence[Line]) -> Mapping[str, Any]:
    catalogue, spoken = site.catalogue, (language, *site.catalogue.settings.languages)

    def options(of: Any, things: Mapping[str, Any]) -> Sequence[tuple[str, str, str]]:
        return tuple((name, *_tongue(things[name].title, spoken)) for name in _used(lines, of))

    degrees = _used(lines, lambda each: each.programme.degree or "")
    return {
        "lines": lines,
        "FIGURES": tuple(FIGURES),
        "meanings": site.meanings(language),
        "codes": tuple(dict.fromkeys(code for line in lines for code in line.gaps)),
        "general": findings(catalogue, site.gaps_of("", language)),
        "disclaimers": tuple(_limits(catalogue.frameworks.values())),
        "limits": tuple(_limits(catalogue.programmes.values()).items()),
        "institutions": options(lambda each: each.programme.institution, catalogue.institutions),
        "degrees": tuple((name, WORDS[language].get(name, name), "") for name in degrees),
        "profiles": options(
            lambda each: each.profile.id if each.profile else "", catalogue.profiles
        ),
        "compared": compared(site, language, lines),
    }


def _used(lines: Sequence[Line], of: Any) -> Sequence[str]:
    return sorted({of(line) for line in lines} - {""})


def _lines(site: Site, language: str) -> Iterator[Line]:
    for programme in sorted(site.catalogue.programmes.values(), key=lambda each: not each.aims):
        found = site.gaps_of(programme.id, language)
        for profile in programme.aims or ("",):
            figures = site.answers.figures.get((programme.id, profile), ()) if profile else ()
            yield Line(
                key=f"{programme.id}~{profile}" if profile else programme.id,
                programme=programme,
                profile=site.catalogue.profiles.get(profile),
                figures={row["figure"]: row for row in figures},
                gaps=Counter(row["code"] for row in found if row["profile"] in {"", profile}),
            )


def compared(site: Site, language: str, lines: Sequence[Line]) -> Mapping[str, Any]:
    """Give what the comparison of programmes is built of, in short.

    Returns:
        `competencies`: title, area and id of each competency, area by area; `programmes`: by key
        the title, the profile's title and `levels`, by place in `competencies` the ranks
        required, guaranteed and possible, the number of levels and the state. Each title is a
        pair: words, and their language if it is not the page's.
    """
    catalogue, spoken = site.catalogue, (language, *site.catalogue.settings.languages)
    ordered = _by_area(catalogue)
    places = {name: place for place, (name, _) in enumerate(ordered)}
    return {
        "competencies": [
            [_tongue(catalogue.competencies[name].title, spoken), _tongue(area, spoken), name]
            for name, area in ordered
        ],
        "programmes": {
            line.key: {
                "title": _tongue(line.programme.title, spoken),
                "profile": _tongue(line.profile.title if line.profile else NOTHING_SAID, spoken),
                "levels": _levels(site, line, places),
            }
            for line in lines
        },
    }


def _tongue(title: Text, spoken: Sequence[str]) -> tuple[str, str]:
    language, words = title.said_in(*spoken)
    return words, "" if language == spoken[0] else language


def _levels(site: Site, line: Line, places: Mapping[str, int]) -> Mapping[str, Sequence[Any]]:
    profile = line.profile.id if line.profile else ""
    return {
        str(places[row["competency"]]): [
            row["required"],
            row["guaranteed"],
            row["possible"],
            ceil(
                SHADES * row["guaranteed"] / len(site.catalogue.scale_of(row["competency"]).levels)
            ),
            row["state"],
        ]
        for row in site.answers.coverage.get((line.programme.id, profile), ())
    }


def _by_area(catalogue: Catalogue) -> Sequence[tuple[str, Text]]:
    order: dict[tuple[str, str], tuple[int, Text]] = {}
    for framework in catalogue.frameworks.values():
        for area in framework.areas:
            order[framework.id, area.id] = (len(order), area.title)
        order[framework.id, ""] = (len(order), Text())
    homes = {each.id: order[each.framework, each.area] for each in catalogue.competencies.values()}
    return [(name, homes[name][1]) for name in sorted(homes, key=lambda name: homes[name][0])]


def _limits(things: Iterable[Framework | Programme]) -> Mapping[Text, Sequence[Text]]:
    """Give what was disclaimed, each with the titles of what it is about."""
    about: dict[Text, list[Text]] = {}
    for each in things:
        if each.disclaimer:
            about.setdefault(each.disclaimer, []).append(each.title)
    return about
