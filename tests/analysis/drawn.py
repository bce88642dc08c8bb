"""Small random catalogues: one programme with electives, parts of everything, assessments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from hypothesis import strategies as st

from curriculum_map.model import STATUSES, AllOf, AnyOf, Catalogue, Needs, Requisite
from sample import (
    catalogue,
    competency,
    exam,
    item,
    outcome,
    profile,
    programme,
    unit,
    works_on,
)

COMPETENCIES, UNITS, ITEMS = range(4), range(6), range(3)


class Drawn(NamedTuple):
    """A catalogue in numbers; `built` gives the things names.

    Attributes:
        narrower: For each competency, its parts: bits counted from the next competency.
        parts: The same for units.
        outcomes: For each unit two outcomes: competency to rank and status.
        tests: For each unit, the unit and outcome its exam tests.
        credits: For each unit, its credits.
        places: For each unit the item of the plan it stands in, or -1.
        items: For each item what students take (all, a number of units, a number of
            credits), its year and its term, 0 if not stated.
        required: For each competency the rank required, 0 for none.
        requires: What the last unit requires, as a tree over units.
    """

    narrower: tuple[int, ...]
    parts: tuple[int, ...]
    outcomes: tuple[tuple[dict[int, tuple[int, str]], ...], ...]
    tests: tuple[tuple[tuple[int, int], ...], ...]
    credits: tuple[float, ...]
    places: tuple[int, ...]
    items: tuple[tuple[str, float, int, int], ...]
    required: tuple[int, ...]
    requires: Requisite


class _Tape:
    """Decisions read off random bytes: one draw for a whole catalogue, and zero is simplest."""

    def __init__(self, decisions: bytes) -> None:
        self._left = iter(decisions)

    def below(self, limit: int) -> int:
        return next(self._left) % limit

    def one_of(self, *things: Any) -> Any:
        return things[self.below(len(things))]


def _drawn(decisions: bytes) -> Drawn:
    tape = _Tape(decisions)
    return Drawn(
        narrower=tuple(tape.below(2 ** len(COMPETENCIES[n + 1 :])) for n in COMPETENCIES),
        parts=tuple(tape.below(2 ** len(UNITS[n + 1 :])) & tape.below(256) for n in UNITS),
        outcomes=tuple((_made(tape), _made(tape)) for _ in UNITS),
        tests=tuple((_tested(tape, n), _tested(tape, n))[: tape.below(3)] for n in UNITS),
        credits=tuple(tape.one_of(0.1, 0.2, 0.3, 1, 2.5) for _ in UNITS),
        places=tuple(tape.one_of(0, 0, 0, 1, 1, 1, 2, -1) for _ in UNITS),
        items=tuple((*_amount(tape), tape.below(3), tape.below(3)) for _ in ITEMS),
        required=tuple(tape.below(5) for _ in COMPETENCIES),
        requires=_tree(tape),
    )


def _made(tape: _Tape) -> dict[int, tuple[int, str]]:
    made = [(tape.below(len(COMPETENCIES)), 1 + tape.below(4)) for _ in range(2)]
    return {c: (rank, tape.one_of(*STATUSES)) for c, rank in made[: tape.below(3)]}


def _tested(tape: _Tape, unit: int) -> tuple[int, int]:
    return tape.one_of(unit, unit, tape.below(len(UNITS))), tape.below(2)


def _amount(tape: _Tape) -> tuple[str, float]:
    return tape.one_of(
        ("all", 0),
        ("choose", 1 + tape.below(3)),
        ("choose", 1 + tape.below(2)),
        ("credits", tape.one_of(0.3, 0.1, 0.6, 1, 2.5)),
    )


def _tree(tape: _Tape) -> Requisite:
    node = tape.one_of(AllOf, AnyOf)
    return node(tuple(_item(tape) for _ in range(tape.below(4))))


def _item(tape: _Tape) -> Requisite:
    leaves = [Needs(str(tape.below(len(UNITS) - 1)), tape.one_of("pre", "co")) for _ in range(2)]
    strict = Needs(leaves[0].unit, "strict-co")
    return tape.one_of(leaves[0], leaves[1], strict, AllOf(tuple(leaves)), AnyOf(tuple(leaves)))


DRAWN: st.SearchStrategy[Drawn] = st.binary(min_size=256, max_size=256).map(_drawn)


def built(drawn: Drawn, name: Callable[[str, int], str] = "{}{}".format) -> Catalogue:
    """Build the catalogue, calling things by kind (`c`, `u`) and number."""

    def called(kind: str, numbers: range, bits: int, above: int) -> tuple[str, ...]:
        later = [n for n in numbers if n > above]
        return tuple(name(kind, n) for at, n in enumerate(later) if bits >> at & 1)

    required = {name("c", n): rank for n, rank in enumerate(drawn.required) if rank}
    return catalogue(
        *(
            competency(name("c", n), *called("c", COMPETENCIES, drawn.narrower[n], n))
            for n in COMPETENCIES
        ),
        *(
            unit(
                name("u", n),
                *_outcomes(drawn.outcomes[n], name),
                exam(*(f"{name('u', of)}/o{o}" for of, o in drawn.tests[n])),
                parts=called("u", UNITS, drawn.parts[n], n),
                ec=drawn.credits[n],
                requires=_named(drawn.requires, name) if n == UNITS[-1] else AllOf(()),
            )
            for n in UNITS
        ),
        profile("profile", **required),
        programme("programme", *_plan(drawn, name), aims="profile"),
    )


def _outcomes(made: tuple[dict[int, tuple[int, str]], ...], name: Callable[[str, int], str]) -> Any:
    return (
        outcome(f"o{n}", *(works_on(name("c", c), r, status=s) for c, (r, s) in one.items()))
        for n, one in enumerate(made)
    )


def _plan(drawn: Drawn, name: Callable[[str, int], str]) -> Any:
    for number, (kind, amount, year, term) in enumerate(drawn.items):
        units = [name("u", u) for u in UNITS if drawn.places[u] == number]
        said = {} if kind == "all" else {kind: amount}
        if units:
            yield item(*units, year=year or None, term=term or None, **said)


def _named(tree: Requisite, name: Callable[[str, int], str]) -> Requisite:
    if isinstance(tree, Needs):
        return Needs(name("u", int(tree.unit)), tree.timing)
    return type(tree)(tuple(_named(each, name) for each in tree.items))
