"""The meaning of the figures, straight from the words, by trying every choice of electives.

Shares no code with the package but the model. Good for a handful of units.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, combinations, product

from curriculum_map.model import AllOf, Catalogue, Needs, PlanItem, Programme, Requisite
from sample import LEVELS

Choice = frozenset[str]


def choices(catalogue: Catalogue, programme: Programme) -> list[Choice]:
    """List the sets of planned units a student can end up with."""
    allowed = (list(_allowed(catalogue, each)) for each in programme.plan)
    return [frozenset(chain(*taken)) for taken in product(*allowed)]


def _allowed(catalogue: Catalogue, item: PlanItem) -> Iterator[tuple[str, ...]]:
    if item.choose is not None and item.choose <= len(item.units):
        yield from combinations(item.units, item.choose)
    elif item.credits is not None and _ec(catalogue, item.units) >= Fraction(str(item.credits)):
        for size in range(len(item.units) + 1):
            for taken in combinations(item.units, size):
                if _ec(catalogue, taken) >= Fraction(str(item.credits)):
                    yield taken
    else:
        yield item.units


def _ec(catalogue: Catalogue, units: tuple[str, ...]) -> Fraction:
    return sum((Fraction(str(catalogue.units[u].credits.ec)) for u in units), Fraction(0))


def chains(catalogue: Catalogue, competency: str) -> list[tuple[str, ...]]:
    """List every chain from a competency down to a part that has no parts."""
    parts = catalogue.competencies[competency].parts
    below = [each for part in parts for each in chains(catalogue, part)]
    return [(competency, *each) for each in below] or [(competency,)]


def within(catalogue: Catalogue, unit: str) -> set[str]:
    """Give a unit and its parts, all the way down."""
    return {unit}.union(*(within(catalogue, part) for part in catalogue.units[unit].parts))


def tested(catalogue: Catalogue, units: set[str], outcome: str) -> bool:
    """Tell whether an assessment of some units tests an outcome."""
    return any(outcome in a.tests for u in units for a in catalogue.units[u].assessments)


def level(catalogue: Catalogue, planned: str, on: tuple[str, ...], testers: set[str] | None) -> int:
    """Give the highest level a planned unit brings on a chain.

    Only what it or `testers` test counts, unless `testers` is None.
    """
    ranks = [0]
    for unit in within(catalogue, planned):
        for outcome in catalogue.units[unit].outcomes:
            mine = within(catalogue, planned) | (testers or set())
            if testers is None or tested(catalogue, mine, f"{unit}/{outcome.id}"):
                made = (each for each in outcome.contributions if each.competency in on)
                ranks += [LEVELS.index(each.level.level) + 1 for each in made]
    return max(ranks)


def four_figures(catalogue: Catalogue, programme: Programme, competency: str) -> dict[str, int]:
    """Work out the figures of a competency from every choice and every chain."""
    every = choices(catalogue, programme)
    units = {unit for item in programme.plan for unit in item.units}
    compulsory = frozenset.intersection(*every)
    by_everybody = set().union(*(within(catalogue, unit) for unit in compulsory))
    by_anybody = set().union(*(within(catalogue, unit) for unit in units))
    ways = chains(catalogue, competency)

    def brought(testers: set[str] | None) -> dict[tuple[str, ...], dict[str, int]]:
        return {way: {u: level(catalogue, u, way, testers) for u in units} for way in ways}

    def student(choice: Choice, levels: dict[str, int]) -> int:
        return max((levels[unit] for unit in choice), default=0)

    def possible(testers: set[str] | None) -> int:
        return min(max(student(c, levels) for c in every) for levels in brought(testers).values())

    def guaranteed(testers: set[str] | None) -> int:
        by_way = brought(testers).values()
        return min(min(student(c, levels) for levels in by_way) for c in every)

    return {
        "possible": possible(None),
        "guaranteed": guaranteed(None),
        "assessed_possible": possible(by_anybody),
        "assessed": guaranteed(by_everybody),
    }


def requisite_codes(catalogue: Catalogue, programme: Programme, unit: str) -> list[str]:
    """Name the findings about the requisites of a unit."""
    places = {u: (i.year, i.term) for i in programme.plan for u in i.units}
    holding = [u for u in places if unit in within(catalogue, u)]
    tree = catalogue.units[unit].requires
    every = choices(catalogue, programme)
    if not holding:
        return []

    def met(taken: frozenset[str], needs: Needs, stands: list[str], timed: bool) -> bool:
        sources = [u for u in taken if needs.unit in within(catalogue, u)]
        return any(
            not timed
            or not _wrong(places[u], _first([places[s] for s in stands]), needs, u in holding)
            for u in sources
        )

    def there(needs: Needs) -> bool:
        return met(frozenset(places), needs, holding, timed=False)

    def in_time(needs: Needs) -> bool:
        return met(frozenset(places), needs, holding, timed=True)

    if not _true(tree, there):
        # As if somebody had added what is missing, in time.
        met_then = _true(tree, lambda needs: True)
        in_time_then = _true(tree, lambda needs: in_time(needs) or not there(needs))
        return ["requisite-missing", *(["requisite-late"] if met_then and not in_time_then else [])]
    if not _true(tree, in_time):
        return ["requisite-late"]
    stands = [u for u in holding if all(u in choice for choice in every)]
    if not stands:
        return []
    fine = all(_true(tree, lambda n, c=c: met(c, n, stands, timed=True)) for c in every)
    return [] if fine else ["requisite-elective"]


def _true(tree: Requisite, met) -> bool:
    if isinstance(tree, Needs):
        return met(tree)
    return (all if isinstance(tree, AllOf) else any)([_true(each, met) for each in tree.items])


def _first(places: list[tuple[int | None, int | None]]) -> tuple[int | None, int | None]:
    if any(year is None for year, _ in places):
        return None, None
    year = min(year for year, _ in places)
    terms = [term for y, term in places if y == year]
    return year, None if None in terms else min(terms)


def _wrong(place, before, needs: Needs, shared: bool) -> bool:
    """Tell whether a place is certainly the wrong one for what is needed before another."""
    if place[0] is None or before[0] is None:
        return False
    if place[0] == before[0] and (place[1] is None or before[1] is None):
        return False
    wrong = {"pre": place > before, "co": place > before, "strict-co": place != before}
    return wrong[needs.timing] or (needs.timing == "pre" and place == before and not shared)
