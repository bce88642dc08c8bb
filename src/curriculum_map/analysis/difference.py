"""What a change does: findings that come and go, requisites that are lost, coverage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from curriculum_map.analysis.asked import Asked
from curriculum_map.analysis.changes import Change, changed
from curriculum_map.analysis.figures import figures
from curriculum_map.analysis.finding import Finding
from curriculum_map.analysis.gaps import elsewhere, findings
from curriculum_map.analysis.identity import Rename, names_of, renames
from curriculum_map.analysis.index import Index, index_of
from curriculum_map.analysis.matching import Changed, changes_of
from curriculum_map.analysis.paths.broken import path_changes
from curriculum_map.analysis.plan import Plan
from curriculum_map.analysis.redundancy import repetitions
from curriculum_map.analysis.renaming import renamed
from curriculum_map.analysis.requisites import met_needs
from curriculum_map.analysis.table import Table
from curriculum_map.analysis.things import COLUMNS as THINGS
from curriculum_map.analysis.things import changed_things
from curriculum_map.analysis.voice import Voice
from curriculum_map.errors import UnknownName
from curriculum_map.model import Catalogue
from curriculum_map.model.requisites import needed

FINDINGS = {
    "change": "string",
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
    "required_before": "int64",
    "reached_before": "int64",
    "required_level": "string",
    "reached_level": "string",
}
FIGURES = {
    "programme": "string",
    "profile": "string",
    "figure": "string",
    "before": "int64",
    "of_before": "int64",
    "after": "int64",
    "of_after": "int64",
    "share_before": "float64",
    "share_after": "float64",
    "definition": "string",
}
REQUISITES = {
    "programme": "string",
    "unit": "string",
    "needs": "string",
    "timing": "string",
    "still_met": "bool",
    "reason": "string",
}


class Difference(NamedTuple):
    """What is not the same before and after, in five tables.

    Attributes:
        findings: What appears, disappears, or changes (is about other levels than before); the
            columns of `gaps`, and the ranks before where it changes. Names are those after. A
            competency that a plan repeats has the code `redundant`.
        figures: The four figures of every programme asked about, before and after, also where
            they are the same; 0 of 0 where the programme is not there or requires nothing.
        requisites: What units of a plan require that is met in time before and not after;
            `still_met` tells whether the rest is enough.
        paths: Goals of a profile that the units of a programme lead to only before (`breaks`) or
            only after (`opens`), with what is in the way.
        things: What is in one catalogue only (`appears`, `disappears`), goes by another id
            (`renamed`, with how sure that is, up to 1), or is described otherwise (`changes`).
    """

    findings: Table
    figures: Table
    requisites: Table
    paths: Table
    things: Table


def what_if(
    catalogue: Catalogue, programme: str, changes: Iterable[Change], **asked: str
) -> Difference:
    """Tell what changes of a programme's plan would do.

    Args:
        catalogue: A checked catalogue; it stays as it is.
        programme: Id of the programme.
        changes: What to change, in this order.
        asked: Fields of `Asked`: `profile`, `only`, `language`.

    Raises:
        UnknownName: If there is no such programme, unit, profile, status or language.
        BadQuestion: If a change cannot be made.
    """
    after = changed(catalogue, programme, changes)
    return _Comparing(catalogue, after, Asked(**asked)).difference([programme], [])


def diff(
    old: Catalogue, new: Catalogue, programmes: Iterable[str] = (), **asked: str
) -> Difference:
    """Tell what is not the same in two versions of a catalogue.

    What only goes by another id is the same thing. It is called by its new id in everything
    but the table that says so.

    Args:
        old: A checked catalogue.
        new: A checked catalogue.
        programmes: Ids of the programmes asked about, old or new; none means all, and what
            belongs to no programme as well.
        asked: Fields of `Asked`: `profile`, `only`, `language`.

    Raises:
        UnknownName: If neither has such a programme, not both have the profile, or there is no
            such status or language.
    """
    found = renames(old, new)
    names = names_of(found)
    now = names.get("programme", {})
    about = Asked(**asked)
    profile = names.get("profile", {}).get(about.profile, about.profile)
    comparing = _Comparing(renamed(old, names), new, about._replace(profile=profile))
    return comparing.difference([now.get(each, each) for each in programmes], found)


class _Comparing:
    """Two catalogues that call the same things by the same names."""

    def __init__(self, old: Catalogue, new: Catalogue, asked: Asked) -> None:
        self._sides, self._asked = (old, new), asked
        self._old, self._new = index_of(old, asked.only), index_of(new, asked.only)
        self._voice = Voice(new, asked.language)

    def difference(self, asked: Sequence[str], found: Sequence[Rename]) -> Difference:
        """Compare the programmes asked about, or all of both; `found` was renamed before."""
        known = {each for side in self._sides for each in side.programmes}
        for name in asked:
            if name not in known:
                raise UnknownName("programme", name, known)
        programmes = sorted(set(asked) or known)
        before, after = (self._found(i, programmes, bool(asked)) for i in (self._old, self._new))
        rows = tuple(map(self._finding, changes_of(before, after)))
        return Difference(
            Table("findings", FINDINGS, rows),
            Table("figures", FIGURES, tuple(self._figures(programmes))),
            Table("requisites", REQUISITES, tuple(self._lost(programmes))),
            path_changes(*self._sides, programmes, **self._asked._asdict()),
            Table("things", THINGS, tuple(changed_things(*self._sides, found, self._voice))),
        )

    def _found(self, index: Index, programmes: list[str], some: bool) -> Iterator[Finding]:
        there = [each for each in programmes if each in index.catalogue.programmes]
        voice = Voice(index.catalogue, self._asked.language)
        if there:
            yield from findings(index, there, voice, self._asked.profile)
            yield from _repeated(index, there, voice)
        concerned = self._planned(programmes)
        yield from (e for e in elsewhere(index, voice) if not some or e.unit in concerned)

    def _planned(self, programmes: list[str]) -> set[str]:
        """Give the units that a programme has in its plan before or after."""
        sides = (self._old, self._new)
        pairs = ((i, each) for i in sides for each in programmes if each in i.catalogue.programmes)
        return {unit for index, each in pairs for unit in index.plan(each).holders}

    def _finding(self, changed: Changed) -> tuple[object, ...]:
        each, before = changed.finding, changed.before if changed.after else None
        index = self._new if changed.after else self._old
        levels = [each.required, each.reached] if each.competency else []
        return (
            changed.how,
            each.programme,
            each.profile,
            each.competency,
            each.code,
            each.required,
            each.reached,
            each.unit,
            each.outcome,
            each.reason,
            each.where,
            before.required if before else 0,
            before.reached if before else 0,
            *([index.level_id(rank, each.competency) for rank in levels] or ["", ""]),
        )

    def _figures(self, programmes: list[str]) -> Iterator[tuple[object, ...]]:
        counted = [self._counted(index, programmes) for index in (self._old, self._new)]
        for key in dict.fromkeys([*counted[1], *counted[0]]):
            before, after = (side.get(key, {"count": 0, "of": 0, "share": 0.0}) for side in counted)
            definition = {**before, **after}["definition"]
            shares = before["share"], after["share"]
            counts = before["count"], before["of"], after["count"], after["of"]
            yield (*key, *counts, *shares, definition)

    def _counted(self, index: Index, programmes: list[str]) -> dict[tuple[str, ...], Any]:
        there = [each for each in programmes if each in index.catalogue.programmes]
        if not there:
            return {}
        table = figures(index.catalogue, there, **self._asked._asdict())
        return {(r["programme"], r["profile"], r["figure"]): r for r in table.records()}

    def _lost(self, programmes: list[str]) -> Iterator[tuple[object, ...]]:
        for each in programmes:
            if all(each in side.programmes for side in self._sides):
                yield from _lost(self._old.plan(each), self._new.plan(each), self._voice)


def _lost(before: Plan, after: Plan, voice: Voice) -> Iterator[tuple[object, ...]]:
    units = after.index.catalogue.units
    for unit in after.holders:
        if unit in before.holders:
            met, enough = met_needs(after, voice, unit)
            still = [each for each in needed(units[unit].requires) if each not in met]
            for needs in met_needs(before, voice, unit)[0]:
                if needs in still:
                    key = "lost:late" if needs.unit in after.holders else "lost:gone"
                    key += "-enough" if enough else ""
                    named = {"unit": voice.unit(unit), "needed": voice.unit(needs.unit)}
                    reason = voice.say(key, **named)
                    yield after.programme.id, unit, needs.unit, needs.timing, enough, reason


def _repeated(index: Index, programmes: list[str], voice: Voice) -> Iterator[Finding]:
    for plan in index.plans(programmes):
        for each in repetitions(plan):
            reason = voice.say(
                "redundant",
                competency=voice.competency(each.competency),
                level=voice.level(each.rank, each.competency),
                units=voice.inside([voice.planned(one.by) for one in each.encounters]),
            )
            yield Finding(
                code="redundant",
                programme=plan.programme.id,
                competency=each.competency,
                reached=each.rank,
                reason=reason,
            )
