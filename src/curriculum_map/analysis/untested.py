"""What everybody is taught already and nobody is assessed on: where an assessment is missing."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_map.analysis.coverage import Covered, comparisons
from curriculum_map.analysis.index import index_of
from curriculum_map.analysis.table import Table
from curriculum_map.model import Catalogue

COLUMNS = {
    "programme": "string",
    "profile": "string",
    "competency": "string",
    "unit": "string",
    "outcome": "string",
}


def untested(catalogue: Catalogue, programme: str) -> Table:
    """List the outcomes of which an assessment would be the cheapest cure of a gap.

    Args:
        catalogue: A checked catalogue.
        programme: Id of the programme; it is compared with the profiles it aims at.

    Returns:
        One row for each `not-assessed` competency and each outcome that takes every student to
        the required level of it, on the chain that holds the assessed figure down, without
        being assessed. An assessment of one such outcome lifts that chain. Sorted by profile
        and competency, then in plan order. No rows where only electives together reach the
        level.

    Raises:
        UnknownName: If there is no such programme.
    """
    compared = comparisons(index_of(catalogue), [programme], "")
    rows = (_rows(each) for comparison in compared for each in comparison.rows())
    return Table("untested", COLUMNS, tuple(row for found in rows for row in found))


def _rows(each: Covered) -> Iterator[tuple[object, ...]]:
    if each.state != "not-assessed":
        return
    claims = each.plan.claims
    along = [found for link in each.reached.assessed.chain.ids for found in claims.get(link, ())]
    everybody = (
        found for found in along if found.by.compulsory and found.claim.rank >= each.required
    )
    ordered = sorted(everybody, key=lambda found: found.by.number)
    # A part that two planned units share comes in twice.
    outcomes = {found.claim.key: found.claim for found in ordered if not found.tested}
    for claim in outcomes.values():
        about = (each.plan.programme.id, each.profile, each.competency)
        yield *about, claim.unit, claim.outcome.id
