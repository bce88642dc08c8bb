"""Who teaches each competency: every contribution, with the programmes it counts in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from curriculum_map.model import Catalogue, Contribution, Outcome, Programme, Ranks, Unit
from curriculum_map.pages.heatmap import Mark, mark

if TYPE_CHECKING:
    from curriculum_map.pages.answers import Groups, Record


@dataclass(frozen=True, slots=True)
class Teaching:
    """One contribution to a competency, in one programme.

    Attributes:
        programme: The programme; `None` if the unit counts in none.
        planned: The unit of the plan by which it comes in.
        year: Where that stands, 0 if nobody states it; so `term`.
        tested: Whether an assessment that counts tests it.
        sources: Ids of the sources of the claim, or of what it stands in.
    """

    unit: Unit
    outcome: Outcome
    contribution: Contribution
    mark: Mark
    programme: Programme | None = None
    planned: Unit | None = None
    year: int = 0
    term: int = 0
    tested: bool = False
    elective: bool = False
    sources: Sequence[str] = ()


def teachings(
    catalogue: Catalogue, ranks: Ranks, taught: Groups
) -> Mapping[str, Sequence[Teaching]]:
    """Give every contribution by the id of its competency; those of no programme come last.

    Args:
        catalogue: A checked catalogue.
        ranks: Its levels compared.
        taught: Rows of the contributions that count, by competency.
    """
    found: dict[str, list[Teaching]] = {}
    counted = {(row["unit"], row["outcome"]) for rows in taught.values() for row in rows}
    for (competency,), rows in taught.items():
        found[competency] = [each for row in rows for each in _counting(catalogue, row)]
    for unit in catalogue.units.values():
        for outcome in unit.outcomes:
            if (unit.id, outcome.id) not in counted:
                for teaching in _idle(catalogue, ranks, unit, outcome):
                    found.setdefault(teaching.contribution.competency, []).append(teaching)
    return found


def _counting(catalogue: Catalogue, row: Record) -> Iterator[Teaching]:
    unit = catalogue.units[row["unit"]]
    for outcome, given in _claims(unit, row["competency"]):
        if outcome.id == row["outcome"]:
            yield Teaching(
                unit,
                outcome,
                given,
                mark(catalogue, given.competency, row["level"]),
                programme=catalogue.programmes[row["programme"]],
                planned=catalogue.units[row["planned"]],
                year=row["year"],
                term=row["term"],
                tested=row["tested"],
                elective=row["elective"],
                sources=tuple(filter(None, row["sources"].split(", "))),
            )


def _claims(unit: Unit, competency: str) -> Iterator[tuple[Outcome, Contribution]]:
    for outcome in unit.outcomes:
        for given in outcome.contributions:
            if given.competency == competency:
                yield outcome, given


def _idle(catalogue: Catalogue, ranks: Ranks, unit: Unit, outcome: Outcome) -> Iterator[Teaching]:
    for given in outcome.contributions:
        rank = ranks.rank(given.level, given.competency)
        sources = given.sources or outcome.sources or unit.sources
        level = mark(catalogue, given.competency, rank)
        yield Teaching(unit, outcome, given, level, sources=sources)
