"""The answers that are asked of one programme or profile at a time, asked of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from types import MappingProxyType

from curriculum_map.analysis.closing.answer import COLUMNS as CLOSING
from curriculum_map.analysis.closing.answer import ClosingPlan
from curriculum_map.analysis.closing.plan import closing_plan
from curriculum_map.analysis.closing.question import Repair
from curriculum_map.analysis.index import Same
from curriculum_map.analysis.lending import lenders
from curriculum_map.analysis.metrics import COLUMNS as METRICS
from curriculum_map.analysis.metrics import metrics
from curriculum_map.analysis.paths.answer import COLUMNS as PATH
from curriculum_map.analysis.paths.path import Journey, learning_path
from curriculum_map.analysis.redundancy import redundancy, spirals
from curriculum_map.analysis.table import Table
from curriculum_map.errors import BadQuestion
from curriculum_map.model import Catalogue

SECONDS = 5
"""For one closing plan or path; what is not proved by then says so."""


# Solving is what an export spends most of its time on, and tables and pages show the same plans.
@lru_cache(maxsize=1)
def _closing_plans(same: Same) -> Mapping[str, ClosingPlan]:
    found: dict[str, ClosingPlan] = {}
    for programme in same.catalogue.programmes.values():
        if programme.aims:
            # Without limits there is always a plan; only the time can run out.
            with suppress(BadQuestion):
                repair = Repair(programme=programme.id)
                found[programme.id] = closing_plan(same.catalogue, repair, seconds=SECONDS)
    return MappingProxyType(found)


def closing_plans(catalogue: Catalogue) -> Mapping[str, ClosingPlan]:
    """Find a closing plan for each programme that aims at something, by the programme's id.

    One for which none was found in time is left out. Asking again costs nothing.
    """
    return _closing_plans(Same(catalogue))


def every_closing_plan(catalogue: Catalogue) -> Table:
    """Find a closing plan for each programme that aims at something.

    Returns:
        The columns of a closing plan after ``programme``, and ``verdict``: what the plan costs,
        and whether that is proved to be the least. Sorted by programme; a programme that
        needs nothing, or for which no plan was found in time, has no rows.
    """
    columns = {"programme": "string", **CLOSING, "verdict": "string"}
    rows: list[tuple[object, ...]] = []
    for programme, plan in closing_plans(catalogue).items():
        said = plan.proposals[0].verdict if plan.proposals else ""
        rows += ((programme, *row, said) for row in plan.table.rows)
    return Table("closing", columns, tuple(rows))


def every_path(catalogue: Catalogue) -> Table:
    """Find a learning path to each role profile for somebody who starts with nothing.

    Returns:
        The columns of a path after ``profile``, and ``verdict``. Sorted by profile and term; a
        profile that no unit helps to reach, or for which no path was found in time, has no rows.
    """
    columns = {"profile": "string", **PATH, "verdict": "string"}
    rows: list[tuple[object, ...]] = []
    for profile in catalogue.profiles:
        try:
            path = learning_path(catalogue, Journey(to=(profile,)), seconds=SECONDS)
        except BadQuestion:
            continue
        rows += ((profile, *row, path.verdict) for row in path.table.rows)
    return Table("paths", columns, tuple(rows))


def every_metric(catalogue: Catalogue) -> Table:
    """Measure the requisites of each programme.

    Returns:
        The columns of `metrics` after ``programme``; sorted by programme, then as there.
    """
    columns = {"programme": "string", **METRICS}
    names = catalogue.programmes
    return Table("metrics", columns, _joined(names, lambda name: metrics(catalogue, name)))


def every_lender(catalogue: Catalogue) -> Table:
    """Find who could lend which unit to whom, among programmes that aim at something.

    Returns:
        The columns of `lenders`; no rows if fewer than two programmes aim at something.
    """
    aiming = [each.id for each in catalogue.programmes.values() if each.aims]
    return lenders(catalogue, aiming)


def _joined(names: Iterable[str], ask: Callable[[str], Table]) -> tuple[tuple[object, ...], ...]:
    return tuple((name, *row) for name in names for row in ask(name).rows)


TABLES: Mapping[str, Callable[[Catalogue], Table]] = {
    "closing": every_closing_plan,
    "paths": every_path,
    "lenders": every_lender,
    "redundancy": redundancy,
    "spirals": spirals,
    "metrics": every_metric,
}
"""What `build` writes as a table of its own beside coverage and gaps, by name."""
