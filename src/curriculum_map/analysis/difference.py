"""What a change does: findings that come and go, requisites that are lost, coverage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

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
from curriculum_map.analysis.voice import Voice, listed
from curriculum_map.errors import UnknownName
from curriculum_map.model import COLLECTIONS, Catalogue
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
THINGS = {
    "change": "string",
    "kind": "string",
    "old": "string",
    "new": "string",
    "sure": "float64",
    "title": "string",
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
    catalogue: Catalogue,
    programme: str,
    changes: Iterable[Change],
    *,
    profile: str = "",
    only: str = "",
) -> Difference:
    """Tell what changes of a programme's plan would do.

    Args:
        catalogue: A checked catalogue; it stays as it is.
        programme: Id of the programme.
        changes: What to change, in this order.
        profile: The role profile to compare with; empty means those the programme aims at.
        only: The weakest status of contributions that count, `declared` or `reviewed`; empty
            lets all count.

    Raises:
        UnknownName: If there is no such programme, unit, profile or status.
        BadQuestion: If a change cannot be made.
    """
    after = changed(catalogue, programme, changes)
    return _Comparing(catalogue, after, profile, only).difference([programme], [])


def diff(
    old: Catalogue,
    new: Catalogue,
    programmes: Iterable[str] = (),
    *,
    profile: str = "",
    only: str = "",
) -> Difference:
    """Tell what is not the same in two versions of a catalogue.

    What only goes by another id is the same thing. It is called by its new id in everything
    but the table that says so.

    Args:
        old: A checked catalogue.
        new: A checked catalogue.
        programmes: Ids of the programmes asked about, old or new; none means all, and what
            belongs to no programme as well.
        profile: The role profile every programme is compared with; empty means those it
            aims at.
        only: The weakest status of contributions that count, `declared` or `reviewed`; empty
            lets all count.

    Raises:
        UnknownName: If neither has such a programme, not both have the profile, or there is no
            such status.
    """
    found = renames(old, new)
    names = names_of(found)
    now = names.get("programme", {})
    asked = [now.get(each, each) for each in programmes]
    profile = names.get("profile", {}).get(profile, profile)
    return _Comparing(renamed(old, names), new, profile, only).difference(asked, found)


class _Comparing:
    """Two catalogues that call the same things by the same names."""

    def __init__(self, old: Catalogue, new: Catalogue, profile: str, only: str) -> None:
        self._sides = old, new
        self._old, self._new = index_of(old, only), index_of(new, only)
        self._profile, self._only = profile, only

    def difference(self, asked: Sequence[str], found: Sequence[Rename]) -> Difference:
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
            path_changes(*self._sides, programmes, profile=self._profile, only=self._only),
            Table("things", THINGS, tuple(_things(*self._sides, found))),
        )

    def _found(self, index: Index, programmes: list[str], some: bool) -> Iterator[Finding]:
        there = [each for each in programmes if each in index.catalogue.programmes]
        if there:
            yield from findings(index, there, self._profile)
            yield from _repeated(index, there)
        concerned = self._planned(programmes)
        yield from (e for e in elsewhere(index) if not some or e.unit in concerned)

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
        table = figures(index.catalogue, there, profile=self._profile, only=self._only)
        return {(r["programme"], r["profile"], r["figure"]): r for r in table.records()}

    def _lost(self, programmes: list[str]) -> Iterator[tuple[object, ...]]:
        for each in programmes:
            if all(each in side.programmes for side in self._sides):
                yield from _lost(self._old, self._new, each)


def _lost(old: Index, new: Index, programme: str) -> Iterator[tuple[object, ...]]:
    before, after = old.plan(programme), new.plan(programme)
    was, voice = Voice(old.catalogue), Voice(new.catalogue)
    for unit in after.holders:
        if unit in before.holders:
            met, enough = met_needs(after, voice, unit)
            still = [each for each in needed(new.catalogue.units[unit].requires) if each not in met]
            for needs in met_needs(before, was, unit)[0]:
                if needs in still:
                    said = _why_lost(after, needs.unit, enough)
                    reason = f"{voice.unit(unit)} requires {voice.unit(needs.unit)}, {said}"
                    yield programme, unit, needs.unit, needs.timing, enough, reason


def _why_lost(after: Plan, unit: str, enough: bool) -> str:
    lost = "which no longer comes in time" if unit in after.holders else "which the plan now lacks"
    return f"{lost}; the rest of what it requires is enough." if enough else f"{lost}."


def _repeated(index: Index, programmes: list[str]) -> Iterator[Finding]:
    voice = Voice(index.catalogue)
    for plan in index.plans(programmes):
        for each in repetitions(plan):
            units = listed([voice.planned(one.by) for one in each.encounters])
            level = voice.level(each.rank, each.competency)
            yield Finding(
                code="redundant",
                programme=plan.programme.id,
                competency=each.competency,
                reached=each.rank,
                reason=f"{voice.competency(each.competency)} is taught at {level} in {units}, "
                "with no rise after.",
            )


def _things(
    old: Catalogue, new: Catalogue, found: Sequence[Rename]
) -> Iterator[tuple[object, ...]]:
    speak = new.settings.languages
    for each in found:
        title = "" if each.kind == "outcome" else _title(new, each.kind, each.new)
        yield "renamed", each.kind, each.old, each.new, each.sure, title
    for collection, of in COLLECTIONS.items():
        before, after = getattr(old, collection), getattr(new, collection)
        for name in sorted(before.keys() | after.keys()):
            thing = after.get(name) or before[name]
            title = thing.title.show(*speak)
            if name not in before:
                yield "appears", of.kind, "", name, 1.0, title
            elif name not in after:
                yield "disappears", of.kind, name, "", 1.0, title
            elif before[name] != after[name]:
                yield "changes", of.kind, name, name, 1.0, title


def _title(catalogue: Catalogue, kind: str, name: str) -> str:
    collection = next(each for each, of in COLLECTIONS.items() if of.kind == kind)
    title = getattr(catalogue, collection)[name].title
    return str(title.show(*catalogue.settings.languages))
