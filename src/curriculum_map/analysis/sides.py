"""What can be put side by side: programmes, and the profiles that somebody may aim at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from curriculum_map.analysis.index import Index
from curriculum_map.analysis.plan import Plan
from curriculum_map.analysis.reach import Reach, Reached
from curriculum_map.errors import UnknownName


@dataclass(frozen=True, slots=True)
class Course:
    """A programme's plan and its figures.

    Attributes:
        plan: The compiled plan.
        reach: What works out the figures.
    """

    plan: Plan
    reach: Reach


@dataclass(frozen=True, slots=True)
class Side:
    """A programme or a profile in a comparison.

    Attributes:
        name: Its id.
        profiles: The profiles a programme is compared with, or the profile itself.
        required: The competencies required, each with the highest rank in `profiles`.
        asked: The required competencies and their parts, all the way down.
        course: What a programme teaches; None for a profile.
    """

    name: str
    profiles: tuple[str, ...]
    required: dict[str, int]
    asked: frozenset[str]
    course: Course | None

    @property
    def competencies(self) -> set[str]:
        """What it requires, or teaches beyond that."""
        taught = self.course.plan.claims.keys() - self.asked if self.course else set()
        return self.required.keys() | taught

    def reached(self, competency: str) -> Reached | None:
        """Give the figures of a competency; None for a profile."""
        return self.course.reach.of(competency) if self.course else None

    def state(self, competency: str) -> str:
        """Name the state of a competency: one of `STATES` or of `SIDES`."""
        reached = self.reached(competency)
        if reached is None:
            return "required" if competency in self.required else "none"
        if competency in self.required:
            return reached.state(self.required[competency])
        if not reached.claims:
            return "none"
        return "part" if competency in self.asked else "extra"


def sides_of(index: Index, names: Iterable[str], profile: str = "") -> list[Side]:
    """Look up what is to be compared.

    Args:
        index: The compiled catalogue.
        names: Ids of programmes or profiles; what is named again is left out. An id that both a
            programme and a profile have is the programme.
        profile: The profile every programme is compared with; empty means those it aims at.

    Raises:
        UnknownName: If there is no such programme or profile.
    """
    if profile and profile not in index.catalogue.profiles:
        raise UnknownName("profile", profile, index.catalogue.profiles)
    return [_side(index, name, profile) for name in dict.fromkeys(names)]


def _side(index: Index, name: str, profile: str) -> Side:
    programmes, profiles = index.catalogue.programmes, index.catalogue.profiles
    if name not in programmes and name not in profiles:
        raise UnknownName("programme or profile", name, {*programmes, *profiles})
    if name not in programmes:
        return _compared(index, name, (name,), None)
    plan = index.plan(name)
    aims = (profile,) if profile else tuple(sorted(set(plan.programme.aims)))
    return _compared(index, name, aims, Course(plan, Reach(plan)))


def _compared(index: Index, name: str, profiles: tuple[str, ...], course: Course | None) -> Side:
    required: dict[str, int] = {}
    for profile in profiles:
        for each in index.catalogue.profiles[profile].requires:
            rank = index.ranks.rank(each.level, each.competency)
            required[each.competency] = max(rank, required.get(each.competency, 0))
    asked = frozenset(part for each in required for part in index.narrower(each))
    return Side(name, profiles, required, asked, course)
