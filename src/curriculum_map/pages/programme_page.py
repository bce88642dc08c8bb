"""The page of one programme: what it covers and misses, why, and what would close the gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING, Any

from curriculum_map.analysis.definitions import GAP_STATES
from curriculum_map.analysis.untested import untested
from curriculum_map.pages.answers import grouped
from curriculum_map.pages.frame import Page, framed
from curriculum_map.pages.heatmap import SHADES, Place, places, trace_anchor
from curriculum_map.pages.programme import Finding, Section, findings

if TYPE_CHECKING:
    from curriculum_map.model import Programme, Source
    from curriculum_map.pages.site import Site


def programme_pages(site: Site, language: str) -> Iterator[tuple[str, str]]:
    """Make `programme/ID.html` for each programme."""
    for programme in site.catalogue.programmes.values():
        yield programme_page(site, language, programme)


def programme_page(site: Site, language: str, programme: Programme) -> tuple[str, str]:
    """Make the page of one programme."""
    page = Page(
        site=site,
        template="programme_page.html.j2",
        address=f"programme/{programme.id}.html",
        language=language,
        title=programme.title.show(language, *site.catalogue.settings.languages),
        style=("heatmap.css", "programme.css"),
        scripts=("address.js", "tables.js", "picture.js", "heatmap.js"),
        sources=_sources(site, programme),
    )
    return framed(page, **_content(site, language, programme))


def _content(site: Site, language: str, programme: Programme) -> Mapping[str, Any]:
    records = site.gaps_of(programme.id, language)
    found = findings(site.catalogue, records)
    section = site.section(programme.id)
    return {
        "section": section,
        "programme": programme,
        "gaps": [each for each in found if each.record["code"] in GAP_STATES],
        "order": [each for each in found if each.record["code"] not in GAP_STATES],
        "counts": counts(found),
        "cure": site.cure(programme.id, language),
        "cure_assessed": site.cure_assessed(programme.id, language),
        "untested": grouped(untested(site.catalogue, programme.id), "profile", "competency"),
        "metrics": site.metrics(programme.id).records(),
        "years": _years(section),
        "meanings": site.meanings(language),
        "anchor": trace_anchor,
        "shade": lambda rank, of: ceil(SHADES * rank / of),
    }


def counts(found: Sequence[Finding]) -> Mapping[str, int]:
    """Count findings of each kind, in the order of the findings."""
    return Counter(finding.record["code"] for finding in found)


def _years(section: Section) -> Mapping[int | None, Sequence[Place]]:
    years: dict[int | None, list[Place]] = {}
    for place in places(section.plan):
        years.setdefault(place.year, []).append(place)
    return years


def _sources(site: Site, programme: Programme) -> Sequence[Source]:
    """Give what the page names as a source: of the programme, its profiles, units and claims."""
    catalogue = site.catalogue
    facts = [programme, *(catalogue.profiles[each] for each in programme.aims), *programme.plan]
    facts += [catalogue.units[unit] for item in programme.plan for unit in item.units]
    named = {source for fact in facts for source in fact.sources}
    traced = site.answers.contributions.get((programme.id,), ())
    named |= {source for row in traced for source in row["sources"].split(", ")}
    return tuple(each for each in catalogue.sources.values() if each.id in named)
