"""One programme as its page shows it: figures, heat map, gaps and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from curriculum_map.analysis.table import Table
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
from curriculum_map.pages.answers import Answers, Record
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
    """What the page of a programme shows in any language."""

    programme: Programme
    columns: Sequence[Column]
    comparisons: Sequence[Comparison]
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
    def has_parts(self) -> bool:
        """Whether a cell of a heat map is about a part of its competency only."""
        return any(
            cell and cell.part
            for comparison in self.comparisons
            for group in comparison.groups
            for row in group.rows
            for cell in row.cells
        )


def section(catalogue: Catalogue, programme: Programme, answers: Answers, matrix: Table) -> Section:
    """Look at one programme.

    Args:
        catalogue: The catalogue it belongs to.
        programme: The programme.
        answers: What the analysis says of the catalogue.
        matrix: Levels by competency and planned unit of this programme.
    """
    traces = _traces(catalogue, answers.contributions.get((programme.id,), ()))
    sheet = Sheet(
        catalogue=catalogue,
        programme=programme.id,
        columns=columns(catalogue, programme),
        levels={(record["competency"], record["unit"]): record for record in matrix.records()},
        traced={(trace.competency.id, unit) for trace in traces for unit in trace.by_unit},
    )
    compared = tuple(_comparison(sheet, answers, profile) for profile in programme.aims or ("",))
    frameworks = _frameworks(catalogue, compared)
    return Section(
        programme=programme,
        columns=sheet.columns,
        comparisons=compared,
        traces=traces,
        plan=in_order(programme),
        frameworks=frameworks,
        scales=tuple({f.scale: catalogue.scales[f.scale] for f in frameworks}.values()),
    )


def findings(catalogue: Catalogue, records: Sequence[Record]) -> Sequence[Finding]:
    """Give the lines of the gaps together with what they are about, in the same order."""
    return tuple(_finding(catalogue, record) for record in records)


def _comparison(sheet: Sheet, answers: Answers, profile: str) -> Comparison:
    about = (sheet.programme, profile)
    return Comparison(
        sheet.catalogue.profiles.get(profile),
        answers.figures.get(about, ()) if profile else (),
        groups(sheet, answers.coverage.get(about, ())),
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
