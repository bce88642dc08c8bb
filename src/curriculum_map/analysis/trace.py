"""What the figures rest on: contributions one by one, and as a competency by unit matrix."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from curriculum_map.analysis.index import index_of
from curriculum_map.analysis.plan import Brought, Plan
from curriculum_map.analysis.table import Table
from curriculum_map.model import Catalogue
from curriculum_map.model.declare import Placed

CONTRIBUTIONS = {
    "programme": "string",
    "competency": "string",
    "unit": "string",
    "outcome": "string",
    "level": "int64",
    "level_id": "string",
    "status": "string",
    "tested": "bool",
    "elective": "bool",
    "planned": "string",
    "year": "int64",
    "term": "int64",
    "evidence": "string",
    "sources": "string",
    "where": "string",
    "assumed": "bool",
}

MATRIX = {
    "competency": "string",
    "unit": "string",
    "level": "int64",
    "level_id": "string",
    "tested": "bool",
    "elective": "bool",
    "group": "string",
    "year": "int64",
    "term": "int64",
}


def contributions(catalogue: Catalogue, programmes: Iterable[str] = (), *, only: str = "") -> Table:
    """List every contribution that the figures of a programme rest on.

    Args:
        catalogue: A checked catalogue.
        programmes: Ids of the programmes asked about; none means all.
        only: The weakest status of contributions to list, `declared` or `reviewed`; empty
            lists all.

    Returns:
        One row for each programme, competency and planned unit a contribution comes in by:
        the contribution of a part that two planned units share stands there twice. Sorted by
        programme and competency, then in plan order. Contributions to the parts of a
        competency stand under the part.

        - ``unit``, ``outcome``: what makes the contribution; ``planned``: the unit of the plan
        - ``level``: rank on the competency's own scale; ``level_id`` its id there
        - ``tested``: whether it counts for the assessed figure; ``elective``: whether a student
          can leave the planned unit out
        - ``year``, ``term``: where the planned unit stands; 0 if nobody states it
        - ``sources``: ids joined by ``, ``, those of the outcome or the unit if it names none
        - ``assumed``: whether the contribution or its outcome is assumed by the project

    Raises:
        UnknownName: If there is no such programme or status.
    """
    rows = (
        _traced(plan, brought)
        for plan in index_of(catalogue, only).plans(programmes)
        for competency in sorted(plan.claims)
        for brought in plan.claims[competency]
    )
    return Table("contributions", CONTRIBUTIONS, tuple(rows))


def matrix(catalogue: Catalogue, programme: str, *, only: str = "") -> Table:
    """Lay out which unit of a plan takes its students how far in which competency.

    Args:
        catalogue: A checked catalogue.
        programme: Id of the programme.
        only: The weakest status of contributions that count, `declared` or `reviewed`;
            empty lets all count.

    Returns:
        One row for each competency and planned unit that works on it, itself or by a part;
        by competency id, then in plan order.

        - ``level``: the highest rank it brings, on the competency's own scale; 0 only if a
          crosswalk lets the level count as none
        - ``tested``: whether it is assessed at that level, as in `contributions`
        - ``elective``, ``year``, ``term``: as in `contributions`
        - ``group``: what its elective group is called; empty for none

    Raises:
        UnknownName: If there is no such programme or status.
    """
    plan = index_of(catalogue, only).plan(programme)
    rows = (
        _cell(plan, competency, list(cell))
        for competency in sorted(plan.claims)
        for _, cell in groupby(plan.claims[competency], key=lambda each: each.by.number)
    )
    return Table("matrix", MATRIX, tuple(rows))


def place(*things: Placed) -> str:
    """Say where the first of some things was written of which it is known; else empty."""
    return next((str(each.where) for each in things if each.where), "")


def _traced(plan: Plan, brought: Brought) -> tuple[object, ...]:
    claim, by = brought.claim, brought.by
    unit = plan.index.catalogue.units[claim.unit]
    return (
        plan.programme.id,
        claim.competency,
        claim.unit,
        claim.outcome.id,
        claim.rank,
        plan.index.level_id(claim.rank, claim.competency),
        claim.made.status,
        brought.tested,
        not by.compulsory,
        by.unit,
        by.item.year or 0,
        by.item.term or 0,
        claim.made.evidence,
        ", ".join(claim.made.sources or claim.outcome.sources or unit.sources),
        place(claim.made, claim.outcome, unit),
        claim.made.assumed or claim.outcome.assumed,
    )


def _cell(plan: Plan, competency: str, cell: list[Brought]) -> tuple[object, ...]:
    by, level = cell[0].by, max(each.claim.rank for each in cell)
    spoken = plan.index.catalogue.settings.languages
    return (
        competency,
        by.unit,
        level,
        plan.index.level_id(level, competency),
        any(each.tested for each in cell if each.claim.rank == level),
        not by.compulsory,
        by.item.title.show(*spoken) if by.item.elective else "",
        by.item.year or 0,
        by.item.term or 0,
    )
