"""Conditions on a set of units that more units never break."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from math import gcd

from curriculum_map.model.unit import Timing


@dataclass(frozen=True, slots=True)
class One:
    """At least one of some units is there.

    Attributes:
        options: Ids of the units, at least one.
        timing: When it has to be there, as for a requisite.
    """

    options: frozenset[str]
    timing: Timing = "pre"


@dataclass(frozen=True, slots=True)
class Every:
    """All of some conditions hold; none at all always do."""

    items: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """One of some conditions holds; of none at all never one does."""

    items: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Enough:
    """The conditions that hold weigh enough together.

    Attributes:
        items: Conditions and their weights, above 0.
        needed: The sum of weights that is enough, above 0.
    """

    items: tuple[tuple[Formula, int], ...]
    needed: int


Formula = One | Every | Some | Enough

ALWAYS = Every(())
NEVER = Some(())


def one(options: Iterable[str], timing: Timing = "pre") -> Formula:
    """Ask for one of some units; never holds for no units."""
    found = frozenset(options)
    return One(found, timing) if found else NEVER


def every(items: Iterable[Formula]) -> Formula:
    """Ask for all of some conditions, in the simplest way; equal ones count once."""
    found: dict[Formula, None] = {}
    for item in items:
        if item == NEVER:
            return NEVER
        found.update(dict.fromkeys(item.items if isinstance(item, Every) else (item,)))
    return Every(tuple(found)) if len(found) != 1 else next(iter(found))


def some(items: Iterable[Formula]) -> Formula:
    """Ask for one of some conditions, in the simplest way; units asked for alike are merged."""
    units: dict[Timing, frozenset[str]] = {}
    others: dict[Formula, None] = {}
    for item in items:
        if item == ALWAYS:
            return ALWAYS
        for each in item.items if isinstance(item, Some) else (item,):
            if isinstance(each, One):
                units[each.timing] = units.get(each.timing, frozenset()) | each.options
            else:
                others[each] = None
    found = (*(One(options, timing) for timing, options in units.items()), *others)
    return Some(found) if len(found) != 1 else found[0]


def enough(items: Iterable[tuple[Formula, int]], needed: int) -> Formula:
    """Ask for conditions of enough weight together, in the simplest way."""
    open_items = []
    for item, weight in items:
        if item == ALWAYS:
            needed -= weight
        elif item != NEVER:
            open_items.append((item, weight))
    if needed <= 0:
        return ALWAYS
    if sum(weight for _, weight in open_items) < needed:
        return NEVER
    shared = gcd(*(weight for _, weight in open_items))
    return Enough(tuple((item, w // shared) for item, w in open_items), -(-needed // shared))


def within(formula: Formula, units: Collection[str]) -> Formula:
    """Give what is left of a condition if no other units can be there."""
    match formula:
        case One(options, timing):
            return one((each for each in options if each in units), timing)
        case Every(items):
            return every(within(item, units) for item in items)
        case Some(items):
            return some(within(item, units) for item in items)
        case Enough(items, needed):
            return enough(((within(item, units), weight) for item, weight in items), needed)


def leaves(formula: Formula) -> Iterator[One]:
    """Give the units that are asked for, wherever in a condition."""
    match formula:
        case One():
            yield formula
        case Enough(items):
            for item, _ in items:
                yield from leaves(item)
        case Every(items) | Some(items):
            for item in items:
                yield from leaves(item)


def named(formula: Formula) -> Iterator[str]:
    """Give every unit a condition names, in no particular order."""
    for leaf in leaves(formula):
        yield from leaf.options


def holds(formula: Formula, earlier: Collection[str], along: Collection[str] = ()) -> bool:
    """Tell whether a condition holds.

    Args:
        formula: The condition.
        earlier: The units that were there before.
        along: The units that come at the same time: enough for what need not come before.
            A unit that has to come at the same time may also have been there before.
    """
    match formula:
        case One(options, timing):
            if any(unit in earlier for unit in options):
                return True
            return timing != "pre" and any(unit in along for unit in options)
        case Every(items):
            return all(holds(item, earlier, along) for item in items)
        case Some(items):
            return any(holds(item, earlier, along) for item in items)
        case Enough(items, needed):
            return sum(w for item, w in items if holds(item, earlier, along)) >= needed
