"""Who requires a competency: profiles, and the programmes that aim at them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from curriculum_map.model import Catalogue, Programme, Ranks, Requirement, RoleProfile
from curriculum_map.pages.heatmap import Mark, mark


@dataclass(frozen=True, slots=True)
class Need:
    """A profile that requires a competency, and who aims at the profile."""

    profile: RoleProfile
    requirement: Requirement
    mark: Mark
    programmes: Sequence[Programme]


def needs(catalogue: Catalogue, ranks: Ranks) -> Mapping[str, Sequence[Need]]:
    """Give the profiles that require each competency, by its id."""
    aiming: dict[str, list[Programme]] = {}
    for programme in catalogue.programmes.values():
        for profile in programme.aims:
            aiming.setdefault(profile, []).append(programme)
    found: dict[str, list[Need]] = {}
    for role in catalogue.profiles.values():
        for each in role.requires:
            need = Need(role, each, required(catalogue, ranks, each), aiming.get(role.id, ()))
            found.setdefault(each.competency, []).append(need)
    return found


def required(catalogue: Catalogue, ranks: Ranks, requirement: Requirement) -> Mark:
    """Show the level that is required."""
    rank = ranks.rank(requirement.level, requirement.competency)
    return mark(catalogue, requirement.competency, rank)
