"""Findings about required competencies: how far the plan falls short, and in which unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from curriculum_map.analysis.chains import Chain
from curriculum_map.analysis.coverage import Comparison, Covered
from curriculum_map.analysis.finding import Finding
from curriculum_map.analysis.plan import Brought
from curriculum_map.analysis.trace import place
from curriculum_map.analysis.voice import Voice


class _Shortfall(NamedTuple):
    """How a required competency falls short.

    Attributes:
        reached: The rank that is reached instead.
        said: Which sentence says so, and the parts it has beside the requirement.
        where: The place to mend.
        begin: The contribution to begin with, if there is one.
    """

    reached: int
    said: tuple[str, dict[str, str]]
    where: str
    begin: Brought | None = None


def state_findings(comparison: Comparison, voice: Voice) -> Iterator[Finding]:
    """Find the required competencies that a plan does not take every student far enough in.

    `unit` and `outcome` name the contribution to begin with: the furthest on the chain that
    holds the figure down, or for `not-assessed` one that is not assessed.
    """
    for each in comparison.rows():
        if each.state in _SHORTFALLS:
            yield _finding(each, _SHORTFALLS[each.state](each, voice), voice)


def _finding(each: Covered, short: _Shortfall, voice: Voice) -> Finding:
    key, parts = short.said
    at = voice.at(each.required, each.competency)
    return Finding(
        code=each.state,
        programme=each.plan.programme.id,
        profile=each.profile,
        competency=each.competency,
        required=each.required,
        reached=short.reached,
        unit=short.begin.claim.unit if short.begin else "",
        outcome=short.begin.claim.outcome.id if short.begin else "",
        reason=voice.say(key, competency=voice.competency(each.competency), at=at, **parts),
        where=short.where,
    )


def _absent(each: Covered, voice: Voice) -> _Shortfall:
    key = "absent:parts" if len(each.reached.guaranteed.chain.ids) > 1 else "absent"
    programme = each.plan.programme
    parts = {"programme": voice.programme(programme.id)}
    return _Shortfall(0, (key, parts), place(programme))


def _below(each: Covered, voice: Voice) -> _Shortfall:
    rank, chain = each.reached.possible.rank, each.reached.possible.chain
    found = _along(each, chain, max(rank, 1))
    said = _reaches(each, rank, chain, found, voice)
    if not found:
        return _Shortfall(rank, said, place(each.plan.programme))
    where = place(found[0].claim.made, found[0].claim.outcome)
    return _Shortfall(rank, said, where, found[0])


def _elective_only(each: Covered, voice: Voice) -> _Shortfall:
    rank, chain = each.reached.guaranteed.rank, each.reached.guaranteed.chain
    found = _along(each, chain, each.required)
    said = _reaches(each, rank, chain, found, voice)
    return _Shortfall(rank, said, place(found[0].by.item), found[0])


def _not_assessed(each: Covered, voice: Voice) -> _Shortfall:
    rank, chain = each.reached.assessed.rank, each.reached.assessed.chain
    found = _along(each, chain, each.required)
    said = _reaches(each, rank, chain, found, voice)
    untested = next(brought for brought in found if not brought.tested)
    return _Shortfall(rank, said, place(untested.claim.outcome), untested)


_SHORTFALLS: dict[str, Callable[[Covered, Voice], _Shortfall]] = {
    "absent": _absent,
    "below": _below,
    "elective-only": _elective_only,
    "not-assessed": _not_assessed,
}


def _along(each: Covered, chain: Chain, rank: int) -> list[Brought]:
    """Give what reaches a rank on a chain, in plan order."""
    claims = each.plan.claims
    found = [brought for link in chain.ids for brought in claims.get(link, ())]
    return sorted((b for b in found if b.claim.rank >= rank), key=lambda b: b.by.number)


def _reaches(
    each: Covered, rank: int, chain: Chain, found: list[Brought], voice: Voice
) -> tuple[str, dict[str, str]]:
    """Name the sentence about a shortfall, and say how far a chain is taken and where."""
    units = {brought.by.number: voice.planned(brought.by) for brought in found}
    parts = {
        "along": voice.say("along", chain=voice.chain(chain.ids)) if len(chain.ids) > 1 else "",
        "units": voice.inside(list(units.values())),
        "level": voice.level(rank, each.competency),
    }
    return (each.state if rank else f"{each.state}:nothing"), parts
