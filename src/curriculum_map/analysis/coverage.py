"""What each programme requires of its students, and how far it takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_map.analysis.arrays.column_rows import Row
from curriculum_map.analysis.contents import Contents, weakest_status
from curriculum_map.analysis.index import Index, index_of, named_programmes
from curriculum_map.analysis.plan import Plan
from curriculum_map.analysis.reach import Reach, Reached
from curriculum_map.analysis.table import Table
from curriculum_map.errors import UnknownName
from curriculum_map.model import Catalogue

LARGE = 2_000
"""With so many units and places in plans a catalogue is compiled into arrays."""

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
    weakest_status(only)
    known_profile(catalogue, profile)
    named = named_programmes(catalogue, programmes)
    work_out = rows_of_arrays if is_large(catalogue) else rows_of_plans
    return Table("coverage", COLUMNS, work_out(catalogue, named, profile, only))


def is_large(catalogue: Catalogue) -> bool:
    """Tell whether arrays answer sooner, what they cost to import and to compile included."""
    planned = sum(len(i.units) for each in catalogue.programmes.values() for i in each.plan)
    return len(catalogue.units) + planned >= LARGE


def rows_of_plans(
    catalogue: Catalogue, programmes: Sequence[str], profile: str, only: str
) -> Sequence[Row]:
    """Give the rows of `coverage` from one plan after the other."""
    index = index_of(catalogue, only)
    beside = comparisons(index, programmes, profile)
    return tuple(_row(index, each) for comparison in beside for each in comparison.all_rows())


def rows_of_arrays(
    catalogue: Catalogue, programmes: Sequence[str], profile: str, only: str
) -> Sequence[Row]:
    """Give the rows of `coverage` from arrays, many programmes at a time."""
    from curriculum_map.analysis.arrays.coverage import coverage_rows

    return coverage_rows(catalogue, programmes, profile, only)


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
        """Compare one required competency after the other, by id."""
        required = _required(self.plan.index, self.profile)
        for competency, rank in sorted(required.items()):
            reached = self.reach.of(competency)
            state = reached.state(rank)
            yield Covered(self.plan, self.profile, competency, rank, reached, state)

    def all_rows(self) -> Iterator[Covered]:
        """Compare what is taught beyond the required competencies, too, as `coverage` does."""
        required = _required(self.plan.index, self.profile)
        asked = {part for each in required for part in self.plan.index.narrower(each)}
        extra = self.plan.claims.keys() - asked
        beyond = (
            Covered(self.plan, self.profile, each, 0, self.reach.of(each), "extra")
            for each in extra
        )
        yield from sorted([*self.rows(), *beyond], key=lambda row: row.competency)


def comparisons(index: Index, programmes: Iterable[str], profile: str) -> Iterator[Comparison]:
    """Put programmes beside profiles, in the order of `coverage`.

    Raises:
        UnknownName: If there is no such programme or profile.
    """
    known_profile(index.catalogue, profile)
    for plan in index.plans(programmes):
        yield from comparisons_of(plan, profile)


def comparisons_of(plan: Plan, profile: str) -> Iterator[Comparison]:
    """Put one programme beside the profile, or those it aims at if none is named.

    Raises:
        UnknownName: If there is no such profile.
    """
    known_profile(plan.index.catalogue, profile)
    reach = Reach(plan)
    for each in [profile] if profile else sorted(set(plan.programme.aims)) or [""]:
        yield Comparison(plan, reach, each)


def known_profile(catalogue: Catalogue, profile: str) -> None:
    """Make sure that a profile is known, or empty.

    Raises:
        UnknownName: If there is no such profile.
    """
    if profile and profile not in catalogue.profiles:
        raise UnknownName("profile", profile, catalogue.profiles)


def _required(index: Contents, profile: str) -> dict[str, int]:
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
