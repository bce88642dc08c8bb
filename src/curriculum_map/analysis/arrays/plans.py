"""Plans of programmes as arrays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from curriculum_map.analysis.arrays.tools import Flags, Ints, ints, starts_of
from curriculum_map.analysis.plan import millionths
from curriculum_map.model import Catalogue, PlanItem, Programme


@dataclass(frozen=True, slots=True)
class PlanArrays:
    """The planned units of all programmes: by programme, each in the author's order.

    Programmes are numbered by id, units in the order of the catalogue. Required units are a
    group of which all are needed.

    Attributes:
        programme: The programme of each planned unit.
        unit: The unit.
        group: Its entry of the plan, numbered over all plans.
        weight: What it weighs in its group: millionths of a credit where credits are
            counted, else 1.
        compulsory: Whether every student takes it, whatever they choose.
        spare: For each group, by how much its units weigh more than is needed.
    """

    programme: Ints
    unit: Ints
    group: Ints
    weight: Ints
    compulsory: Flags
    spare: Ints


def plan_arrays(catalogue: Catalogue, units: Mapping[str, int]) -> PlanArrays:
    """Compile the plans of a catalogue.

    Args:
        catalogue: A checked catalogue.
        units: The number of each unit, in the order of the catalogue.
    """
    programmes = [catalogue.programmes[each] for each in sorted(catalogue.programmes)]
    items = [item for programme in programmes for item in programme.plan]
    sizes = ints([len(item.units) for item in items])
    group = np.repeat(np.arange(len(items)), sizes)
    weight = ints([weight for item in items for weight in _weights(item, catalogue)])
    weighs = np.diff(starts_of(weight)[starts_of(sizes)])
    spare = weighs - ints([_needed(item) for item in items])
    return PlanArrays(
        programme=_programmes(programmes)[group],
        unit=ints([units[unit] for item in items for unit in item.units]),
        group=group,
        weight=weight,
        compulsory=weight > spare[group],
        spare=spare,
    )


def _programmes(programmes: list[Programme]) -> Ints:
    return np.repeat(np.arange(len(programmes)), ints([len(each.plan) for each in programmes]))


def _weights(item: PlanItem, catalogue: Catalogue) -> Iterable[int]:
    if item.credits is None:
        return [1] * len(item.units)
    stated = (catalogue.units[unit].credits for unit in item.units)
    return [millionths(each.ec) if each else 0 for each in stated]


def _needed(item: PlanItem) -> int:
    if item.credits is not None:
        return millionths(item.credits)
    return len(item.units) if item.choose is None else item.choose
