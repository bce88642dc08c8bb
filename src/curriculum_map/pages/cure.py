"""What closes the gaps of a programme, as its page shows it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from curriculum_map.model import Catalogue, Institution, Unit

if TYPE_CHECKING:
    from curriculum_map.analysis.closing.answer import ClosingPlan
    from curriculum_map.pages.answers import Record


@dataclass(frozen=True, slots=True)
class Remedy:
    """A unit that a closing plan adds.

    Attributes:
        unit: The unit.
        institution: Who offers it.
        closes: Ids of the competencies whose gaps it has a part in closing.
        reason: Why it is added, in a sentence.
    """

    unit: Unit
    institution: Institution
    closes: Sequence[str]
    reason: str


@dataclass(frozen=True, slots=True)
class Cure:
    """A closing plan.

    Attributes:
        verdict: What it costs, and whether that is proved to be the least.
        remedies: The units to add, by id.
        by_competency: The same by the competencies they help to close.
        open: Rows about the gaps that no existing unit can close.
        hopeless: Ids of the competencies of these.
        coverage: The four figures of each profile before and after.
    """

    verdict: str
    remedies: Sequence[Remedy]
    by_competency: Mapping[str, Sequence[Remedy]]
    open: Sequence[Record]
    hopeless: Collection[str]
    coverage: Sequence[Record]


def cure(catalogue: Catalogue, plan: ClosingPlan, coverage: Sequence[Record]) -> Cure:
    """Look at the best way of a closing plan.

    Args:
        catalogue: A checked catalogue.
        plan: A plan for one of its programmes, in the language that is to be shown.
        coverage: The rows of its coverage, in any language.
    """
    remedies = tuple(_remedy(catalogue, row) for row in plan.table.records() if row["plan"] == 1)
    by_competency: dict[str, list[Remedy]] = {}
    for remedy in remedies:
        for competency in dict.fromkeys(remedy.closes):
            by_competency.setdefault(competency, []).append(remedy)
    left = plan.open_table.records()
    return Cure(
        verdict=plan.proposals[0].verdict,
        remedies=remedies,
        by_competency=by_competency,
        open=left,
        hopeless={row["competency"] for row in left},
        coverage=coverage,
    )


def _remedy(catalogue: Catalogue, row: Record) -> Remedy:
    unit = catalogue.units[row["unit"]]
    named = filter(None, row["closes"].split(", "))
    closes = tuple(each.partition("@")[0] for each in named)
    return Remedy(unit, catalogue.institutions[unit.institution], closes, row["reason"])
