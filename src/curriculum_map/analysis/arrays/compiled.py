"""The catalogue compiled once into arrays: what questions about all of it at once look up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from curriculum_map.analysis.arrays.plans import PlanArrays, plan_arrays
from curriculum_map.analysis.arrays.tools import (
    Floats,
    Ints,
    Lists,
    closure,
    grouped,
    heights,
    ints,
    lists,
    numbered,
    totals,
)
from curriculum_map.analysis.arrays.units import UnitArrays, unit_arrays
from curriculum_map.analysis.index import Same
from curriculum_map.model import Catalogue


@dataclass(frozen=True, slots=True)
class Arrays:
    """A catalogue in numbers. Competencies, programmes and profiles are numbered by id.

    Attributes:
        catalogue: The catalogue that was compiled.
        competencies: Ids of the competencies.
        programmes: Ids of the programmes.
        profiles: Ids of the profiles, and last an empty one that requires nothing.
        units: The units.
        plans: The plans of the programmes.
        parts: The direct parts of each competency.
        wholes: The competencies with parts inside which each competency is, itself included.
        height: How many steps the longest way takes from each competency down to a part that
            has no parts.
        required: The competencies that each profile requires.
        required_rank: The ranks it requires them at.
        areas: The ids of the areas of all competencies.
        area: Where in `areas` the area of each competency is.
        levels: The ids of the levels of all scales; the first is empty.
        no_level: Where in `levels` the scale of each competency begins, less 1.
        compared: The profiles that each programme is compared with: those it aims at, or
            else the empty one.
        planned: The planned units of each programme.
        brings: How many contributions each unit brings, at most.
        covers: How many competencies each one consists of, itself included, at most.
    """

    catalogue: Catalogue
    competencies: Sequence[str]
    programmes: Sequence[str]
    profiles: Sequence[str]
    units: UnitArrays
    plans: PlanArrays
    parts: Lists
    wholes: Lists
    height: Ints
    required: Lists
    required_rank: Lists
    areas: Sequence[str]
    area: Ints
    levels: Sequence[str]
    no_level: Ints
    compared: Lists
    planned: Lists
    brings: Floats
    covers: Floats


def arrays_of(catalogue: Catalogue) -> Arrays:
    """Give the compiled catalogue; several questions in a row share one."""
    return _compiled(Same(catalogue))


def forget() -> None:
    """Let go of the compiled catalogues; the next question compiles its own again."""
    _compiled.cache_clear()


@lru_cache(maxsize=2)
def _compiled(same: Same) -> Arrays:
    return _arrays(same.catalogue)


def _arrays(catalogue: Catalogue) -> Arrays:
    competencies, programmes, profiles = map(
        sorted, (catalogue.competencies, catalogue.programmes, catalogue.profiles)
    )
    number = {competency: n for n, competency in enumerate(competencies)}
    unit_number = {unit: n for n, unit in enumerate(catalogue.units)}
    plans = plan_arrays(catalogue, unit_number)
    units = unit_arrays(catalogue, number, unit_number)
    known = [catalogue.competencies[each] for each in competencies]
    parts = lists([[number[part] for part in each.parts] for each in known])
    height = heights(parts)
    required, rank = _required(catalogue, profiles, number)
    areas, area = numbered([each.area for each in known])
    levels, no_level = _levels(catalogue, competencies)
    return Arrays(
        catalogue=catalogue,
        competencies=competencies,
        programmes=programmes,
        profiles=[*profiles, ""],
        units=units,
        plans=plans,
        parts=parts,
        wholes=_wholes(parts, height),
        height=height,
        required=required,
        required_rank=rank,
        areas=areas,
        area=area,
        levels=levels,
        no_level=no_level,
        compared=_compared(catalogue, programmes, profiles),
        planned=grouped(plans.programme, len(programmes)),
        brings=totals(np.diff(units.claims.starts), units.parts, units.height),
        covers=totals(np.ones_like(height), parts, height),
    )


def _compared(catalogue: Catalogue, programmes: Sequence[str], profiles: Sequence[str]) -> Lists:
    """Give the profiles that each programme aims at; the empty one, which is last, for none."""
    number = {each: n for n, each in enumerate([*profiles, ""])}
    aims = (catalogue.programmes[each].aims or ("",) for each in programmes)
    return lists([sorted({number[aim] for aim in each}) for each in aims])


def _wholes(parts: Lists, height: Ints) -> Lists:
    composed = np.flatnonzero(height)
    whole, member = closure(composed, composed, parts, height)
    by_member = grouped(member, len(height))
    return Lists(by_member.starts, whole[by_member.values])


def _required(
    catalogue: Catalogue, profiles: Sequence[str], number: Mapping[str, int]
) -> tuple[Lists, Lists]:
    """Give the competencies each profile requires by number, and the ranks required."""
    ranks, pairs = catalogue.ranks(), []
    for each in profiles:
        needs = catalogue.profiles[each].requires
        found = {number[n.competency]: ranks.rank(n.level, n.competency) for n in needs}
        pairs.append(sorted(found.items()))
    pairs.append([])
    return (
        lists([[competency for competency, _ in each] for each in pairs]),
        lists([[rank for _, rank in each] for each in pairs]),
    )


def _levels(catalogue: Catalogue, competencies: Sequence[str]) -> tuple[Sequence[str], Ints]:
    ids, before = [""], {}
    for scale in catalogue.scales.values():
        before[scale.id] = len(ids) - 1
        ids += [level.id for level in scale.levels]
    of = {each.id: before[each.scale] for each in catalogue.frameworks.values()}
    return ids, ints([of[catalogue.competencies[each].framework] for each in competencies])
