"""Findings about the chain from profile over programme, unit and outcome to assessment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from curriculum_map.analysis.finding import Finding
from curriculum_map.analysis.index import Index
from curriculum_map.analysis.plan import Plan
from curriculum_map.analysis.trace import place
from curriculum_map.analysis.voice import Voice
from curriculum_map.model import Outcome, Unit


class Links:
    """Finds where the chain is broken, in one programme or outside all of them."""

    def __init__(self, index: Index, voice: Voice) -> None:
        """Prepare for a compiled catalogue."""
        self._index, self._voice = index, voice
        self._stating = _with_outcomes(index)

    def of_plan(self, plan: Plan) -> Iterator[Finding]:
        """Find what is broken in a programme and in the units of its plan."""
        programme, voice = plan.programme, self._voice
        title, where = voice.programme(programme.id), place(programme)
        wanted = {
            "programme-without-profile": programme.aims,
            "programme-without-units": plan.planned,
        }
        for code, things in wanted.items():
            if not things:
                reason = voice.say(code, programme=title)
                yield Finding(code=code, programme=programme.id, reason=reason, where=where)
        tested = _tested_in(plan)
        for unit in plan.holders:
            for finding in self._of_unit(unit, tested, title):
                yield replace(finding, programme=programme.id)

    def elsewhere(self) -> Iterator[Finding]:
        """Find profiles nobody aims at, units in no plan, and what is broken in these."""
        aims = {aim for each in self._index.catalogue.programmes.values() for aim in each.aims}
        for profile in self._index.catalogue.profiles.values():
            if profile.id not in aims:
                code, title = "profile-without-programme", self._voice.profile(profile.id)
                reason = self._voice.say(code, profile=title)
                yield Finding(code=code, profile=profile.id, reason=reason, where=place(profile))
        planned = {unit for plan in self._index.plans() for unit in plan.holders}
        for unit in self._index.catalogue.units.values():
            if unit.id not in planned:
                said = self._voice.say("unit-in-no-plan", unit=self._voice.unit(unit.id))
                yield _about(unit, "unit-in-no-plan", said)
                yield from self._of_unit(unit.id, self._index.testers.__contains__, "")

    def _of_unit(
        self, name: str, tested: Callable[[str], bool], programme: str
    ) -> Iterator[Finding]:
        unit, voice = self._index.catalogue.units[name], self._voice
        title = voice.unit(name)
        if name not in self._stating:
            code = "unit-without-outcome"
            said = voice.say(f"{code}:parts" if unit.parts else code, unit=title)
            yield _about(unit, code, said)
        for assessment in unit.assessments:
            if not assessment.tests:
                code, exam = "assessment-tests-nothing", voice.text(assessment.title, assessment.id)
                finding = _about(unit, code, voice.say(code, assessment=exam, unit=title))
                yield replace(finding, where=place(assessment, unit))
        for outcome in unit.outcomes:
            yield from self._of_outcome(unit, outcome, tested, programme)

    def _of_outcome(
        self, unit: Unit, outcome: Outcome, tested: Callable[[str], bool], programme: str
    ) -> Iterator[Finding]:
        key, voice = f"{unit.id}/{outcome.id}", self._voice
        parts = {"outcome": voice.outcome(key), "unit": voice.unit(unit.id)}
        if all(claim.key != key for claim in self._index.claims(unit.id)):
            code = "outcome-without-contribution"
            said = voice.say(f"{code}:weak" if outcome.contributions else code, **parts)
            yield _about(unit, code, said, outcome)
        if not tested(key):
            code = "outcome-not-tested"
            key = code if programme else f"{code}:anywhere"
            said = voice.say(key, programme=programme, **parts)
            yield _about(unit, code, said, outcome)


def _about(unit: Unit, code: str, reason: str, outcome: Outcome | None = None) -> Finding:
    where = place(outcome, unit) if outcome else place(unit)
    name = outcome.id if outcome else ""
    return Finding(code=code, unit=unit.id, outcome=name, reason=reason, where=where)


def _tested_in(plan: Plan) -> Callable[[str], bool]:
    testers = plan.index.testers
    return lambda outcome: any(unit in plan.holders for unit in testers.get(outcome, ()))


def _with_outcomes(index: Index) -> frozenset[str]:
    """Give the units that state outcomes, themselves or by their parts."""
    wholes: dict[str, list[str]] = {}
    for unit in index.catalogue.units.values():
        for part in unit.parts:
            wholes.setdefault(part, []).append(unit.id)
    found: set[str] = set()
    fresh = [unit.id for unit in index.catalogue.units.values() if unit.outcomes]
    while fresh:
        unit_id = fresh.pop()
        if unit_id not in found:
            found.add(unit_id)
            fresh += wholes.get(unit_id, [])
    return frozenset(found)
