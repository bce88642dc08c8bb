"""What a plan must be: every unit once, every elective group possible."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_map.model.catalogue import Catalogue
from curriculum_map.model.programme import PlanItem, Programme
from curriculum_map.problems import Problem, Where


def plan_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Give what is wrong with the plans of a catalogue."""
    for programme in catalogue.programmes.values():
        yield from _twice(programme)
        for item in programme.plan:
            yield from _group(item, catalogue)


def _twice(programme: Programme) -> Iterator[Problem]:
    first: dict[str, PlanItem] = {}
    for item in programme.plan:
        for unit in item.units:
            former = first.setdefault(unit, item)
            if former is not item:
                message = (
                    f'"{unit}" stands in the plan of "{programme.id}" already, in {former.where}. '
                    "A unit stands in a plan once."
                )
                yield Problem(_where(item), "unit-twice-in-plan", message)


def _where(item: PlanItem) -> Where:
    return item.where or Where("")


def _group(item: PlanItem, catalogue: Catalogue) -> Iterator[Problem]:
    if not item.units:
        yield Problem(_where(item), "empty-group", "This place of the plan names no units.")
    elif item.choose is not None and item.credits is not None:
        message = "Students choose a number of units or a number of credits, not both."
        yield Problem(_where(item), "bad-group", message)
    elif item.choose is not None and item.choose > len(item.units):
        message = f"Nobody can choose {item.choose} of {len(item.units)} units."
        yield Problem(_where(item), "group-cannot-be-met", message)
    elif item.credits is not None:
        yield from _credits(item, item.credits, catalogue)


def _credits(item: PlanItem, wanted: float, catalogue: Catalogue) -> Iterator[Problem]:
    units = [catalogue.units[unit] for unit in item.units if unit in catalogue.units]
    without = [unit.id for unit in units if unit.credits is None]
    if without:
        message = (
            f"Students choose {wanted:g} EC here, but nobody says how many credits these units "
            f"give: {', '.join(without)}."
        )
        yield Problem(_where(item), "credits-not-stated", message)
    elif len(units) == len(item.units):
        offered = sum(unit.credits.ec for unit in units if unit.credits)
        # Credits such as 0.1 have no exact binary form, so sums are compared rounded.
        if round(offered - wanted, 6) < 0:
            message = f"Nobody can choose {wanted:g} EC of units that give {offered:g} EC together."
            yield Problem(_where(item), "group-cannot-be-met", message)
