"""Changes of a plan that somebody thinks about, made on a copy of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Literal, NamedTuple

from curriculum_map.analysis.index import index_of
from curriculum_map.analysis.position import Position
from curriculum_map.analysis.speech import Speech
from curriculum_map.errors import BadQuestion, UnknownName, way_out
from curriculum_map.model import Catalogue, PlanItem, Programme, by_id
from curriculum_map.model.plans import plan_problems

ChangeKind = Literal["drop", "add", "move", "elective", "require"]
Items = tuple[PlanItem, ...]

NOWHERE = Position(None, None)

LATEST = 12
"""The highest number of a year of a programme, and of a term of a year."""


class Change(NamedTuple):
    """One change of a programme's plan.

    Attributes:
        kind: `drop` takes a unit out, `add` puts one in that every student takes, `move` puts
            one elsewhere in time (an elective takes its group along), `elective` lets students
            leave a unit out, `require` makes an elective required.
        unit: Id of the unit.
        position: Where `add` and `move` put it; without a year if that is not to be stated.
    """

    kind: ChangeKind
    unit: str
    position: Position = NOWHERE


def changed(catalogue: Catalogue, programme: str, changes: Iterable[Change]) -> Catalogue:
    """Give a catalogue in which the plan of a programme is changed, one change after the other.

    What students choose of a group stays as it is when a unit is dropped from it. It goes down
    by a unit that is made required, so that nobody takes more than before; once nothing is left
    to choose, the others may be left out. A unit made elective may simply be left out.

    Args:
        catalogue: A checked catalogue; it stays as it is.
        programme: Id of the programme.
        changes: What to change, in this order.

    Raises:
        UnknownName: If there is no such programme or unit.
        BadQuestion: If the unit is not in the plan, or is in it already, or is elective or
            required already, or if a group cannot be filled in the end.
    """
    if programme not in catalogue.programmes:
        raise UnknownName("programme", programme, catalogue.programmes)
    plan = catalogue.programmes[programme]
    for change in changes:
        if change.unit not in catalogue.units:
            raise UnknownName("unit", change.unit, catalogue.units)
        _check_place(catalogue, plan, change)
        plan = replace(plan, plan=_MADE[change.kind](catalogue, plan.plan, change))
    after = replace(catalogue, programmes=by_id({**catalogue.programmes, programme: plan}))
    _check_groups(catalogue, after, programme)
    return after


def written(**said: Iterable[str] | None) -> list[Change]:
    """Read changes as people write them.

    Returns:
        In the order drop, add, move, elective, require, as said in each.

    Args:
        said: Kinds of change, each with units; those of `add` and `move` as `UNIT=YEAR` or
            `UNIT=YEAR.TERM`, of `add` also without a place.

    Raises:
        UnknownName: If there is no such kind of change.
        BadQuestion: If a place cannot be read.
    """
    for kind in said:
        if kind not in _MADE:
            raise UnknownName("change", kind, _MADE)
    return [_written(kind, each) for kind in _MADE for each in said.get(kind) or ()]


def _written(kind: ChangeKind, said: str) -> Change:
    unit, _, place = said.partition("=") if kind in ("add", "move") else (said, "", "")
    if kind == "move" and not place:
        raise BadQuestion(f'Where to? Write "{unit}=YEAR" or "{unit}=YEAR.TERM".')
    numbers = place.split(".") if place else []
    fits = all(n.isascii() and n.isdecimal() and 1 <= int(n) <= LATEST for n in numbers)
    if not fits or len(numbers) > 2:
        raise BadQuestion(
            f'"{said}" names no place in a plan. Write UNIT=YEAR or UNIT=YEAR.TERM, with numbers '
            f"from 1 to {LATEST}."
        )
    year, term = [*map(int, numbers), None, None][:2]
    return Change(kind, unit, Position(year, term))


def _check_place(catalogue: Catalogue, plan: Programme, change: Change) -> None:
    item = _item_of(plan.plan, change.unit)
    subtree = index_of(catalogue).subtree
    holders = [each for i in plan.plan for each in i.units if change.unit in subtree(each)]
    said = f'"{change.unit}" '
    if change.kind == "add" and holders:
        place = _place(item) if item else f'as a part of "{holders[0]}"'
        raise BadQuestion(f'{said}stands in the plan of "{plan.id}" already, {place}.')
    if change.kind != "add" and not item:
        raise BadQuestion(said + _why_not(plan, holders, change.unit))
    if item and change.kind == "elective" and item.elective:
        raise BadQuestion(f'{said}is an elective of "{plan.id}" already.')
    if item and change.kind == "require" and not item.elective:
        raise BadQuestion(f'{said}is required in "{plan.id}" already.')


def _place(item: PlanItem) -> str:
    elective = ", elective" if item.elective else ""
    return f"{Speech().when(Position(item.year, item.term))}{elective}"


def _why_not(plan: Programme, holders: list[str], unit: str) -> str:
    if holders:
        return (
            f'stands in the plan of "{plan.id}" as a part of "{holders[0]}" only. Change that unit.'
        )
    planned = sorted(each for item in plan.plan for each in item.units)
    return f'does not stand in the plan of "{plan.id}". {way_out(unit, planned)}'


def _check_groups(before: Catalogue, after: Catalogue, programme: str) -> None:
    known = set(_unfilled(before, programme))
    for message in _unfilled(after, programme):
        if message not in known:
            advice = "Drop or require the other electives of the group, too."
            raise BadQuestion(f"{message} {advice}")


def _unfilled(catalogue: Catalogue, programme: str) -> list[str]:
    """Say which groups of a plan cannot be filled."""
    alone = replace(catalogue, programmes=by_id({programme: catalogue.programmes[programme]}))
    problems = plan_problems(alone)
    return [each.message for each in problems if each.code == "group-cannot-be-met"]


def _drop(_: Catalogue, items: Items, change: Change) -> Items:
    return _without(items, change.unit)


def _add(_: Catalogue, items: Items, change: Change) -> Items:
    return _with(items, change.unit, change.position)


def _move(_: Catalogue, items: Items, change: Change) -> Items:
    item, (year, term) = _found(items, change.unit), change.position
    if not item.elective:
        return _with(_without(items, change.unit), change.unit, change.position)
    moved = replace(item, year=year, term=term)
    return tuple(moved if each is item else each for each in items)


def _elective(_: Catalogue, items: Items, change: Change) -> Items:
    item = _found(items, change.unit)
    # No credits to choose is a group of which a student need take nothing.
    free = replace(item, units=(change.unit,), credits=0)
    return _before_later(_without(items, change.unit), free)


def _require(catalogue: Catalogue, items: Items, change: Change) -> Items:
    item = _found(items, change.unit)
    position = Position(item.year, item.term)
    less = _less(catalogue, item, change.unit)
    left = tuple(less if each is item else each for each in items)
    return _with(_without(left, change.unit), change.unit, position)


def _less(catalogue: Catalogue, group: PlanItem, unit: str) -> PlanItem:
    """Lower what is chosen of a group by one of its units."""
    if group.choose is not None:
        left = group.choose - 1
        return replace(group, choose=left or None, credits=None if left else 0)
    stated = catalogue.units[unit].credits
    ec = (group.credits or 0) - (stated.ec if stated else 0)
    # Credits such as 0.1 have no exact binary form.
    return replace(group, credits=max(round(ec, 6), 0))


_MADE: Mapping[ChangeKind, Callable[[Catalogue, Items, Change], Items]] = {
    "drop": _drop,
    "add": _add,
    "move": _move,
    "elective": _elective,
    "require": _require,
}


def _item_of(items: Items, unit: str) -> PlanItem | None:
    return next((each for each in items if unit in each.units), None)


def _found(items: Items, unit: str) -> PlanItem:
    return next(each for each in items if unit in each.units)


def _without(items: Items, unit: str) -> Items:
    left = (replace(i, units=tuple(u for u in i.units if u != unit)) for i in items)
    return tuple(each for each in left if each.units)


def _with(items: Items, unit: str, position: Position) -> Items:
    """Put a required unit beside others at the same place, or where that place comes in time."""
    for number in reversed(range(len(items))):
        item = items[number]
        if not item.elective and (item.year, item.term) == position:
            more = replace(item, units=(*item.units, unit))
            return (*items[:number], more, *items[number + 1 :])
    return _before_later(items, PlanItem(units=(unit,), year=position.year, term=position.term))


def _before_later(items: Items, item: PlanItem) -> Items:
    position = Position(item.year, item.term)
    later = (
        number
        for number, each in enumerate(items)
        if Position(each.year, each.term).compared_with(position) == "later"
    )
    at = next(later, len(items))
    return (*items[:at], item, *items[at:])
