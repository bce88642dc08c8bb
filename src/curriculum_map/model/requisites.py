"""Which units can ever be begun, given what must come before them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping

from curriculum_map.model.catalogue import Catalogue
from curriculum_map.model.cycles import cycles_through
from curriculum_map.model.unit import NO_REQUISITE, AllOf, AnyOf, Needs, Requisite, Unit
from curriculum_map.problems import Problem, Where


def holds(requisite: Requisite, met: Callable[[Needs], bool]) -> bool:
    """Tell whether a tree holds when each unit it needs is met or not.

    Args:
        requisite: The tree; all of nothing holds, any of nothing does not.
        met: Answers for one needed unit.
    """
    if isinstance(requisite, Needs):
        return met(requisite)
    answers = (holds(item, met) for item in requisite.items)
    return all(answers) if isinstance(requisite, AllOf) else any(answers)


def needed(requisite: Requisite) -> Iterator[Needs]:
    """Give every unit a tree names, in the author's order."""
    if isinstance(requisite, Needs):
        yield requisite
    else:
        for item in requisite.items:
            yield from needed(item)


def requisite_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Give the requisites of a catalogue that nobody can ever meet."""
    units = catalogue.units
    hopeless = _unattainable(units)
    if not hopeless:
        return
    empty = {unit for unit in hopeless if _asks_for_one_of_nothing(units[unit].requires)}
    for unit in sorted(empty):
        message = f'"{unit}" requires any of no units, which nobody can meet. Name some.'
        yield Problem(_where(units[unit]), "requisite-cannot-be-met", message)
    yield from _requisite_cycles(units, hopeless)


def _requisite_cycles(units: Mapping[str, Unit], hopeless: Collection[str]) -> Iterator[Problem]:
    links = [(u, n) for u in sorted(hopeless) for n in needed(units[u].requires)]
    among = [(unit, need) for unit, need in links if need.unit in hopeless]
    first = {(unit, need.unit) for unit, need in among if need.timing == "pre"}
    # Units that are only co-requisites of each other are begun together: no obstacle.
    for cycle in cycles_through(first, {(unit, need.unit) for unit, need in among}):
        written = " > ".join(cycle)
        message = f"Units require each other, so nobody can begin: {written}. Take one away."
        yield Problem(_where(units[cycle[0]]), "requisite-cycle", message)


def attainable(units: Mapping[str, Unit]) -> set[str]:
    """Give the units somebody can reach who starts with nothing and may take them all.

    Units that are co-requisites of each other are begun together. A unit that is not
    in `units` counts as reached.
    """
    return units.keys() - _unattainable(units)


def _unattainable(units: Mapping[str, Unit]) -> Collection[str]:
    # What requires nothing is reached from the beginning, and no longer waited for.
    waiting = {name: unit for name, unit in units.items() if unit.requires is not NO_REQUISITE}
    opens, together = _links(waiting)
    fresh = set(waiting)
    while fresh:
        begun = _beginnable(with_company(fresh, together) & waiting.keys(), waiting)
        for unit in begun:
            del waiting[unit]
        fresh = {later for unit in begun for later in opens.get(unit, ())} & waiting.keys()
    return waiting.keys()


Links = Mapping[str, Collection[str]]


def _links(units: Mapping[str, Unit]) -> tuple[Links, Links]:
    """Give what each unit opens, and what it is tied to by co-requisites in either direction."""
    opens: dict[str, list[str]] = defaultdict(list)
    together: dict[str, list[str]] = defaultdict(list)
    for unit in units.values():
        for need in needed(unit.requires):
            opens[need.unit].append(unit.id)
            if need.timing != "pre":
                together[need.unit].append(unit.id)
                together[unit.id].append(need.unit)
    return opens, together


def with_company(units: Collection[str], together: Links) -> set[str]:
    """Give units and all that is tied to them, however many ties away."""
    company, waiting = set(units), list(units)
    while waiting:
        for other in together.get(waiting.pop(), ()):
            if other not in company:
                company.add(other)
                waiting.append(other)
    return company


def _beginnable(candidates: Collection[str], waiting: Mapping[str, Unit]) -> set[str]:
    together, size = set(candidates), -1
    while size != len(together):
        size = len(together)
        together = {
            unit for unit in together if _can_begin(waiting[unit].requires, together, waiting)
        }
    return together


def _can_begin(requires: Requisite, together: Collection[str], waiting: Collection[str]) -> bool:
    return holds(
        requires,
        lambda need: need.unit not in waiting or (need.timing != "pre" and need.unit in together),
    )


def _asks_for_one_of_nothing(requisite: Requisite) -> bool:
    if isinstance(requisite, Needs):
        return False
    if isinstance(requisite, AnyOf):
        return all(_asks_for_one_of_nothing(item) for item in requisite.items)
    return any(_asks_for_one_of_nothing(item) for item in requisite.items)


def _where(unit: Unit) -> Where:
    return unit.where or Where("")
