"""Findings before and after: which came, which went, and which are about other levels now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from curriculum_map.analysis.definitions import FINDINGS, GAP_STATES
from curriculum_map.analysis.finding import Finding

How = Literal["appears", "disappears", "changes"]

POINTING = frozenset(
    {*GAP_STATES, "requirement-unreached", "level-falls", "level-jumps", "redundant"}
)
"""Findings about a competency; their unit says only where to begin mending."""

_PLACES = {code: place for place, code in enumerate([*FINDINGS, "redundant"])}
_HOW: tuple[How, ...] = ("appears", "disappears", "changes")


class Changed(NamedTuple):
    """A finding that is not the same before and after.

    Attributes:
        how: What became of it; one that `changes` is about other levels than before.
        before: The finding before; None for one that appears.
        after: The finding after; None for one that disappears.
    """

    how: How
    before: Finding | None
    after: Finding | None

    @property
    def finding(self) -> Finding:
        """The finding after, or the one before if it disappears."""
        found = self.after or self.before
        assert found, "One of the two is there."
        return found


def changes_of(before: Iterable[Finding], after: Iterable[Finding]) -> list[Changed]:
    """Pair findings about the same thing, and give those that have no equal partner.

    A reason in other words and another place in the files are no difference, and neither is
    another unit named by a finding that is about a competency. What is wrong with a unit in
    whatever plan neither comes nor goes because the unit is in no plan on the other side.

    Returns:
        First what appears, then what disappears, then what changes; each in the order of
        `gaps`.
    """
    old, new = list(before), list(after)
    pairs: defaultdict[tuple[str, ...], tuple[list[Finding], list[Finding]]]
    pairs = defaultdict(lambda: ([], []))
    for each in _without_moved(old, new):
        pairs[_about(each)][0].append(each)
    for each in _without_moved(new, old):
        pairs[_about(each)][1].append(each)
    return sorted((c for olds, news in pairs.values() for c in _unequal(olds, news)), key=_order)


def _without_moved(findings: Iterable[Finding], others: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what is wrong outside all plans here and in some plan on the other side."""
    in_plans = {(each.code, each.unit, each.outcome) for each in others if each.programme}
    for each in findings:
        if each.programme or (each.code, each.unit, each.outcome) not in in_plans:
            yield each


def _about(each: Finding) -> tuple[str, ...]:
    about = (each.code, each.programme, each.profile, each.competency)
    return about if each.code in POINTING else (*about, each.unit, each.outcome)


def _unequal(olds: Sequence[Finding], news: Sequence[Finding]) -> Iterator[Changed]:
    for same in (_exactly, _levels):
        olds, news = _unpaired(olds, news, same)
    paired = min(len(olds), len(news))
    for old, new in zip(olds[:paired], news[:paired], strict=True):
        yield Changed("changes", old, new)
    yield from (Changed("disappears", old, None) for old in olds[paired:])
    yield from (Changed("appears", None, new) for new in news[paired:])


def _exactly(each: Finding) -> tuple[object, ...]:
    return each.required, each.reached, each.unit, each.outcome


def _whole(each: Finding) -> tuple[object, ...]:
    return *_exactly(each), each.reason, each.where


def _levels(each: Finding) -> tuple[object, ...]:
    return each.required, each.reached


def _unpaired(
    olds: Sequence[Finding], news: Sequence[Finding], same: Callable[[Finding], object]
) -> tuple[list[Finding], list[Finding]]:
    """Take away pairs that are the same in one respect; the rest is sorted."""
    waiting: defaultdict[object, list[Finding]] = defaultdict(list)
    for new in sorted(news, key=_whole, reverse=True):
        waiting[same(new)].append(new)
    left = []
    for old in sorted(olds, key=_whole):
        if waiting[same(old)]:
            waiting[same(old)].pop()
        else:
            left.append(old)
    return left, sorted((new for rest in waiting.values() for new in rest), key=_whole)


def _order(changed: Changed) -> tuple[object, ...]:
    each = changed.finding
    return (
        _HOW.index(changed.how),
        not each.programme,
        each.programme,
        not each.profile,
        each.profile,
        _PLACES[each.code],
        each.competency,
        each.unit,
        each.outcome,
        each.required,
        each.reached,
        each.reason,
    )
