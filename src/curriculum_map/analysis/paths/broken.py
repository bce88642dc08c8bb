"""Ways to a goal inside a programme that a change breaks or opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from curriculum_map.analysis.asked import Asked
from curriculum_map.analysis.index import index_of
from curriculum_map.analysis.paths.blocked import blocked_goals
from curriculum_map.analysis.paths.goals import goals_of
from curriculum_map.analysis.paths.limits import Door, Limits
from curriculum_map.analysis.paths.path import Journey, start_of
from curriculum_map.analysis.paths.question import question_of
from curriculum_map.analysis.table import Table
from curriculum_map.analysis.voice import Voice
from curriculum_map.model import Catalogue

COLUMNS = {
    "change": "string",
    "programme": "string",
    "profile": "string",
    "goal": "string",
    "requirement": "string",
    "reason": "string",
}

Obstacles = Mapping[str, Sequence[tuple[str, str]]]
"""Goal to what is in its way: the requirement, and the reason."""


def path_changes(
    before: Catalogue, after: Catalogue, programmes: Iterable[str], **asked: str
) -> Table:
    """Find the goals that the units of a programme lead to in one of two catalogues only.

    A goal is one competency that a role profile requires, at its level. It is reached by a
    learning path that consists of units of the programme's plan, whatever is elective, and
    meets all requisites.

    Args:
        before: A checked catalogue.
        after: A checked catalogue that calls the same things by the same names.
        programmes: Ids of the programmes asked about; those in one catalogue only are passed
            over.
        asked: Fields of `Asked`; without a profile the goals of those are meant that a
            programme aims at before and after.

    Returns:
        One row for each goal and thing in its way, sorted by programme, profile and goal:

        - ``change``: `breaks` if there is no way any more, `opens` if there is one now
        - ``goal``: as `competency@level`
        - ``requirement``, ``reason``: what is in the way, in the catalogue without a way
    """
    rows = (
        row
        for programme in sorted(programmes)
        if programme in before.programmes and programme in after.programmes
        for row in _of_programme(before, after, programme, Asked(**asked))
    )
    return Table("paths", COLUMNS, tuple(rows))


def _of_programme(
    before: Catalogue, after: Catalogue, programme: str, asked: Asked
) -> Iterator[tuple[str, ...]]:
    aims = [set(side.programmes[programme].aims) for side in (before, after)]
    shared = before.profiles.keys() & after.profiles.keys()
    for name in sorted({asked.profile} if asked.profile else aims[0] & aims[1]):
        if name in shared and before.profiles[name] == after.profiles[name]:
            shut = [_blocked(side, programme, name, asked) for side in (before, after)]
            about = (programme, name)
            yield from _rows("breaks", about, shut[1], shut[0])
            yield from _rows("opens", about, shut[0], shut[1])


def _rows(
    change: str, about: tuple[str, str], shut: Obstacles, also: Obstacles
) -> Iterator[tuple[str, ...]]:
    for goal in sorted(shut.keys() - also.keys()):
        yield from ((change, *about, goal, *thing) for thing in shut[goal])


def _blocked(catalogue: Catalogue, programme: str, profile: str, asked: Asked) -> Obstacles:
    """Give the goals no unit of the plan leads to, each with what is in the way."""
    inside = index_of(catalogue, asked.only).plan(programme).holders
    limits = Limits(without=catalogue.units.keys() - set(inside))
    start = start_of(catalogue, Journey(to=(profile,), limits=limits, only=asked.only))
    question = question_of(start.wanting, goals_of(start.wanting.supply.index, (profile,)))
    found: dict[str, list[tuple[str, str]]] = {}
    door = Door(lambda unit: unit.id not in inside, "shut:plan")
    for each in blocked_goals(question, [door], Voice(catalogue, asked.language)):
        found.setdefault(each.goal, []).append((each.requirement, each.reason))
    return found
