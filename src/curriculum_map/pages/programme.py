"""One programme as the report shows it: figures, heat map, gaps and what they rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_map.model import (
    Catalogue,
    Competency,
    Contribution,
    Framework,
    Outcome,
    PlanItem,
    Programme,
    RoleProfile,
    Scale,
    Text,
    Unit,
)
from curriculum_map.pages.answers import Answers, Groups, Record, grouped
from curriculum_map.pages.heatmap import Column, Group, Mark, Sheet, columns, groups, in_order, mark


@dataclass(frozen=True, slots=True)
class Comparison:
    """A programme against one profile; without a profile everything taught is extra."""

    profile: RoleProfile | None
    figures: Sequence[Record]
    groups: Sequence[Group]


@dataclass(frozen=True, slots=True)
class Finding:
    """A line of the gaps, with the things it is about where it names them."""

    record: Record
    competency: Competency | None
    unit: Unit | None
    profile: RoleProfile | None
    required: Mark | None
    reached: Mark | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One contribution as it counts in a programme."""

    record: Record
    unit: Unit
    outcome: Outcome
    contribution: Contribution
    level: Mark

    @property
    def sources(self) -> Sequence[str]:
        """Ids of the sources of the claim, or of what it stands in."""
        return tuple(filter(None, self.record["sources"].split(", ")))


@dataclass(frozen=True, slots=True)
class Trace:
    """What the levels of one competency rest on, by planned unit."""

    competency: Competency
    by_unit: Mapping[str, Sequence[Claim]]

    @property
    def count(self) -> int:
        """How many contributions there are."""
        return sum(len(claims) for claims in self.by_unit.values())


@dataclass(frozen=True, slots=True)
class Section:
    """Everything the report shows of one programme."""

    programme: Programme
    columns: Sequence[Column]
    comparisons: Sequence[Comparison]
    findings: Sequence[Finding]
    traces: Sequence[Trace]
    plan: Sequence[PlanItem]
    scales: Sequence[Scale]
    frameworks: Sequence[Framework]

    @property
    def disclaimers(self) -> Sequence[Text]:
        """What readers must know of the programme and of the frameworks it is measured by."""
        texts = [self.programme.disclaimer, *(each.disclaimer for each in self.frameworks)]
        return tuple(dict.fromkeys(filter(None, texts)))

    @property
    def counts(self) -> Mapping[str, int]:
        """How many findings there are of each kind, in the order of the findings."""
        return Counter(finding.record["code"] for finding in self.findings)

    @property
    def has_parts(self) -> bool:
        """Whether a cell of a heat map is about a part of its competency only."""
        return any(
            cell and cell.part
            for comparison in self.comparisons
            for group in comparison.groups
            for row in group.rows
            for cell in row.cells
        )

    def count(self, comparison: Comparison) -> int:
        """Count the findings that concern one comparison, those about any of them included."""
        profile = comparison.profile.id if comparison.profile else ""
        return sum(finding.record["profile"] in {"", profile} for finding in self.findings)


class _Rows(NamedTuple):
    """The rows of the answers, by what a section asks for."""

    coverage: Groups
    figures: Groups
    gaps: Groups
    contributions: Groups


def sections(catalogue: Catalogue, answers: Answers) -> Sequence[Section]:
    """Give one section for each programme: those that aim at something first, then by id."""
    rows = _Rows(
        grouped(answers.coverage, "programme", "profile"),
        grouped(answers.figures, "programme", "profile"),
        grouped(answers.gaps, "programme"),
        grouped(answers.contributions, "programme"),
    )
    return tuple(
        _section(catalogue, programme, rows, answers.matrix[programme.id].records())
        for programme in sorted(catalogue.programmes.values(), key=lambda each: not each.aims)
    )


def findings(catalogue: Catalogue, records: Sequence[Record]) -> Sequence[Finding]:
    """Give the lines of the gaps together with what they are about, in the same order."""
    return tuple(_finding(catalogue, record) for record in records)


def _section(
    catalogue: Catalogue, programme: Programme, rows: _Rows, matrix: Sequence[Record]
) -> Section:
    traces = _traces(catalogue, rows.contributions.get((programme.id,), ()))
    sheet = Sheet(
        catalogue=catalogue,
        programme=programme.id,
        columns=columns(catalogue, programme),
        levels={(record["competency"], record["unit"]): record for record in matrix},
        traced={(trace.competency.id, unit) for trace in traces for unit in trace.by_unit},
    )
    comparisons = tuple(_comparison(sheet, rows, profile) for profile in programme.aims or ("",))
    frameworks = _frameworks(catalogue, comparisons)
    return Section(
        programme=programme,
        columns=sheet.columns,
        comparisons=comparisons,
        findings=findings(catalogue, rows.gaps.get((programme.id,), ())),
        traces=traces,
        plan=in_order(programme),
        frameworks=frameworks,
        scales=tuple({f.scale: catalogue.scales[f.scale] for f in frameworks}.values()),
    )


def _comparison(sheet: Sheet, rows: _Rows, profile: str) -> Comparison:
    about = (sheet.programme, profile)
    return Comparison(
        sheet.catalogue.profiles.get(profile),
        rows.figures.get(about, ()) if profile else (),
        groups(sheet, rows.coverage.get(about, ())),
    )


def _frameworks(catalogue: Catalogue, comparisons: Sequence[Comparison]) -> Sequence[Framework]:
    names = {
        row.competency.framework
        for comparison in comparisons
        for group in comparison.groups
        for row in group.rows
    }
    return tuple(catalogue.frameworks[name] for name in sorted(names))


def _finding(catalogue: Catalogue, record: Record) -> Finding:
    competency = catalogue.competencies.get(record["competency"])
    about = competency.id if competency else ""
    return Finding(
        record=record,
        competency=competency,
        unit=catalogue.units.get(record["unit"]),
        profile=catalogue.profiles.get(record["profile"]),
        required=mark(catalogue, about, record["required"]) if about else None,
        reached=mark(catalogue, about, record["reached"]) if about else None,
    )


def _traces(catalogue: Catalogue, records: Sequence[Record]) -> Sequence[Trace]:
    found: dict[str, dict[str, list[Claim]]] = {}
    for record in records:
        by_unit = found.setdefault(record["competency"], {})
        by_unit.setdefault(record["planned"], []).extend(_claims(catalogue, record))
    return tuple(
        Trace(catalogue.competencies[competency], by_unit)
        for competency, by_unit in sorted(found.items())
    )


def _claims(catalogue: Catalogue, record: Record) -> Iterator[Claim]:
    unit = catalogue.units[record["unit"]]
    for outcome in unit.outcomes:
        if outcome.id != record["outcome"]:
            continue
        for given in outcome.contributions:
            if given.competency == record["competency"]:
                level = mark(catalogue, given.competency, record["level"])
                yield Claim(record, unit, outcome, given, level)
