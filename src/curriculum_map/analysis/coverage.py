"""What each programme requires of its students, and how far it takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_map.analysis.index import Index, index_of
from curriculum_map.analysis.plan import Plan
from curriculum_map.analysis.reach import Reach, Reached
from curriculum_map.analysis.table import Table
from curriculum_map.errors import UnknownName
from curriculum_map.model import Catalogue

COLUMNS = {
    "programme": "string",
    "profile": "string",
    "area": "string",
    "competency": "string",
    "required": "int64",
    "possible": "int64",
    "guaranteed": "int64",
    "assessed": "int64",
    "state": "string",
    "assessed_possible": "int64",
    "required_level": "string",
    "possible_level": "string",
    "guaranteed_level": "string",
    "assessed_level": "string",
    "chain": "string",
    "contributions": "int64",
    "suggested": "int64",
}


class Covered(NamedTuple):
    """One competency of one programme, compared with one profile.

    Attributes:
        plan: The compiled plan of the programme.
        profile: The profile compared with; empty for none.
        competency: Id of the competency.
        required: The rank the profile requires; 0 for an extra competency.
        reached: The figures.
        state: One of the states, or `extra`.
    """

    plan: Plan
    profile: str
    competency: str
    required: int
    reached: Reached
    state: str


def coverage(
    catalogue: Catalogue, programmes: Iterable[str] = (), *, profile: str = "", only: str = ""
) -> Table:
    """Compare what is required of a programme's students with how far its plan takes them.

    Args:
        catalogue: A checked catalogue.
        programmes: Ids of the programmes asked about; none means all.
        profile: The role profile every programme is compared with; empty means those it
            aims at.
        only: The weakest status of contributions that count, `declared` or `reviewed`;
            empty lets all count.

    Returns:
        One row for each programme, profile and competency, sorted by these: all that the
        profile requires, and those taught beyond it (`extra`, with ``required`` 0; parts of
        required competencies are not extra). A programme that is compared with no profile
        has extra rows only, with an empty ``profile``.

        - ``required``, ``possible``, ``guaranteed``, ``assessed``, ``assessed_possible``: ranks
          on the competency's own scale, 0 meaning none; ``..._level``: the level's id, or
          empty
        - ``state``: the first state that holds
        - ``chain``: for a competency with parts, the ids from it down to the part that holds
          ``guaranteed`` down, joined by `` > ``; else empty
        - ``contributions``: on how many the figures rest, those to its parts included
        - ``suggested``: how many of these are only suggested, or disputed

    Raises:
        UnknownName: If there is no such programme, profile or status.
    """
    index = index_of(catalogue, only)
    compared = comparisons(index, programmes, profile)
    rows = (_row(index, each) for comparison in compared for each in comparison.rows())
    return Table("coverage", COLUMNS, tuple(rows))


@dataclass(frozen=True, slots=True)
class Comparison:
    """A programme beside a profile.

    Attributes:
        plan: The compiled plan of the programme.
        reach: The figures of the programme.
        profile: Id of the profile; empty for a programme compared with none.
    """

    plan: Plan
    reach: Reach
    profile: str

    def rows(self) -> Iterator[Covered]:
        """Compare one competency after the other, by id, to the extent of `coverage`."""
        index = self.plan.index
        required = _required(index, self.profile)
        asked = {part for each in required for part in index.narrower(each)}
        for competency in sorted(required.keys() | self.plan.claims.keys() - asked):
            reached = self.reach.of(competency)
            rank = required.get(competency, 0)
            state = reached.state(rank) if competency in required else "extra"
            yield Covered(self.plan, self.profile, competency, rank, reached, state)


def comparisons(index: Index, programmes: Iterable[str], profile: str) -> Iterator[Comparison]:
    """Put programmes beside profiles, in the order of `coverage`.

    Raises:
        UnknownName: If there is no such programme or profile.
    """
    known = index.catalogue.profiles
    if profile and profile not in known:
        raise UnknownName("profile", profile, known)
    for plan in index.plans(programmes):
        reach = Reach(plan)
        for each in [profile] if profile else sorted(set(plan.programme.aims)) or [""]:
            yield Comparison(plan, reach, each)


def _required(index: Index, profile: str) -> dict[str, int]:
    requires = index.catalogue.profiles[profile].requires if profile else ()
    return {each.competency: index.ranks.rank(each.level, each.competency) for each in requires}


def _row(index: Index, each: Covered) -> tuple[object, ...]:
    competency, reached = index.catalogue.competencies[each.competency], each.reached
    ranks = (
        each.required,
        reached.possible.rank,
        reached.guaranteed.rank,
        reached.assessed.rank,
    )
    return (
        each.plan.programme.id,
        each.profile,
        competency.area,
        competency.id,
        *ranks,
        each.state,
        reached.assessed_possible.rank,
        *(index.level_id(rank, competency.id) for rank in ranks),
        " > ".join(reached.guaranteed.chain.ids) if competency.parts else "",
        len(reached.claims),
        sum(claim.weak for claim in reached.claims),
    )
