"""Everything that is not as it should be, with the reason and the place to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from curriculum_map.analysis.coverage import comparisons
from curriculum_map.analysis.definitions import FINDINGS
from curriculum_map.analysis.finding import Finding
from curriculum_map.analysis.index import Index, index_of
from curriculum_map.analysis.links import Links
from curriculum_map.analysis.plan import Plan
from curriculum_map.analysis.progression import (
    early_findings,
    level_findings,
    requirement_findings,
)
from curriculum_map.analysis.requisites import requisite_findings
from curriculum_map.analysis.states import state_findings
from curriculum_map.analysis.table import Table
from curriculum_map.analysis.voice import Voice
from curriculum_map.model import Catalogue

COLUMNS = {
    "programme": "string",
    "profile": "string",
    "competency": "string",
    "code": "string",
    "required": "int64",
    "reached": "int64",
    "unit": "string",
    "outcome": "string",
    "reason": "string",
    "where": "string",
    "area": "string",
    "required_level": "string",
    "reached_level": "string",
}

ORDER_FINDERS = (requisite_findings, requirement_findings, level_findings, early_findings)
"""What looks along a plan; each takes the compiled plan and the voice to speak in."""

_PLACES = {code: place for place, code in enumerate(FINDINGS)}


def gaps(
    catalogue: Catalogue,
    programmes: Iterable[str] = (),
    *,
    profile: str = "",
    only: str = "",
    language: str = "",
) -> Table:
    """List what a programme does not teach, assess or order as it should.

    Args:
        catalogue: A checked catalogue.
        programmes: Ids of the programmes asked about; none means all, and what belongs to no
            programme as well.
        profile: The role profile every programme is compared with; empty means those it
            aims at.
        only: The weakest status of contributions that count, `declared` or `reviewed`;
            empty lets all count.
        language: What the reasons speak, one of `sentences.LANGUAGES`; what authors wrote is
            said in it, too, as far as they did. Empty means English about things called as the
            project calls them first.

    Returns:
        One row a finding; an empty table if all is well. Sorted by programme and profile,
        those without one last, then by code as in `definitions.FINDINGS`, competency, unit
        and outcome.

        - ``code``: a key of `definitions.FINDINGS`, which says what it means
        - ``required``, ``reached``: ranks on the competency's own scale, 0 meaning none;
          ``..._level`` the level's id, or empty
        - ``reason``: one plain sentence
        - ``where``: the place in the sources to mend; empty if it is not known

    Raises:
        UnknownName: If there is no such programme, profile or status, or answers do not speak
            the language.
    """
    index, named = index_of(catalogue, only), tuple(programmes)
    voice = Voice(catalogue, language)
    found = [*findings(index, named, voice, profile)]
    if not named:
        found += elsewhere(index, voice)
    found.sort(key=_place)
    return Table("gaps", COLUMNS, tuple(_row(index, each) for each in found))


def findings(
    index: Index, programmes: Iterable[str], voice: Voice, profile: str = ""
) -> Iterator[Finding]:
    """Find what is wrong with programmes, in no particular order; all if none is named.

    Raises:
        UnknownName: If there is no such programme or profile.
    """
    programmes = tuple(programmes)
    links = Links(index, voice)
    for comparison in comparisons(index, programmes, profile):
        yield from state_findings(comparison, voice)
    for plan in index.plans(programmes):
        yield from _of_plan(plan, links, voice)


def elsewhere(index: Index, voice: Voice) -> Iterator[Finding]:
    """Find what is wrong with things that belong to no programme, in no particular order."""
    yield from Links(index, voice).elsewhere()


def _of_plan(plan: Plan, links: Links, voice: Voice) -> Iterator[Finding]:
    for find in ORDER_FINDERS:
        yield from find(plan, voice)
    yield from links.of_plan(plan)


def _place(each: Finding) -> tuple[object, ...]:
    return (
        not each.programme,
        each.programme,
        not each.profile,
        each.profile,
        _PLACES[each.code],
        each.competency,
        each.unit,
        each.outcome,
        each.reason,
        each.where,
    )


def _row(index: Index, each: Finding) -> tuple[object, ...]:
    competency = each.competency
    known = index.catalogue.competencies
    levels = [each.required, each.reached] if competency else []
    return (
        each.programme,
        each.profile,
        competency,
        each.code,
        each.required,
        each.reached,
        each.unit,
        each.outcome,
        each.reason,
        each.where,
        known[competency].area if competency else "",
        *([index.level_id(rank, competency) for rank in levels] or ["", ""]),
    )
