"""What a catalogue must be beyond its single fields: no cycles, nothing impossible.

Every check tolerates names that lead nowhere: those are reported where they are read,
and must not hide anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from curriculum_map.errors import way_out
from curriculum_map.model.catalogue import Catalogue
from curriculum_map.model.cycles import cycles
from curriculum_map.model.declare import Placed
from curriculum_map.model.plans import plan_problems
from curriculum_map.model.requisites import requisite_problems
from curriculum_map.problems import Problem, Where

NOWHERE = Where("")


def problems_of(catalogue: Catalogue) -> Iterator[Problem]:
    """Give everything that keeps a catalogue from being consistent, in no particular order."""
    for check in CHECKS:
        yield from check(catalogue)


def _cycles(catalogue: Catalogue) -> Iterator[Problem]:
    competencies, units = catalogue.competencies, catalogue.units
    parts = {c.id: c.parts for c in competencies.values()}
    needs = {c.id: tuple(r.competency for r in c.requires) for c in competencies.values()}
    above = {i.id: (i.part_of,) if i.part_of else () for i in catalogue.institutions.values()}
    unit_parts = {u.id: u.parts for u in units.values()}
    for graph, things, code, what in (
        (parts, competencies, "parts-cycle", "Competencies are parts of each other"),
        (needs, competencies, "requirement-cycle", "Competencies require each other"),
        (unit_parts, units, "parts-cycle", "Units are parts of each other"),
        (above, catalogue.institutions, "parts-cycle", "Institutions are parts of each other"),
    ):
        for cycle in cycles(graph):
            message = f"{what}: {' > '.join(cycle)}. Take one of these links away."
            yield Problem(_where(things[cycle[0]]), code, message)


def _where(thing: Placed) -> Where:
    return thing.where or NOWHERE


def _parts_share_a_scale(catalogue: Catalogue) -> Iterator[Problem]:
    for whole in catalogue.competencies.values():
        for part in whole.parts:
            scales = _scale(catalogue, whole.id), _scale(catalogue, part)
            if all(scales) and scales[0] != scales[1]:
                message = (
                    f'"{part}" is measured on "{scales[1]}" and cannot be a part of '
                    f'"{whole.id}", which is measured on "{scales[0]}".'
                )
                yield Problem(_where(whole), "scales-not-comparable", message)


def _scale(catalogue: Catalogue, competency: str) -> str:
    found = catalogue.competencies.get(competency)
    framework = catalogue.frameworks.get(found.framework) if found else None
    return framework.scale if framework else ""


def _descriptors(catalogue: Catalogue) -> Iterator[Problem]:
    for competency in catalogue.competencies.values():
        scale = catalogue.scales.get(_scale(catalogue, competency.id))
        if scale:
            levels = [level.id for level in scale.levels]
            for descriptor in competency.descriptors:
                yield from _unknown_level(descriptor.level, scale.id, levels, descriptor)


def _crosswalks(catalogue: Catalogue) -> Iterator[Problem]:
    levels = {scale.id: [level.id for level in scale.levels] for scale in catalogue.scales.values()}
    for walk in catalogue.crosswalks.values():
        for pair in walk.levels:
            for scale, level in ((walk.origin, pair.origin), (walk.target, pair.target)):
                if scale in levels:
                    yield from _unknown_level(level, scale, levels[scale], pair)


def _unknown_level(level: str, scale: str, known: list[str], place: Placed) -> Iterator[Problem]:
    if level not in known:
        message = f'There is no level called "{level}" on "{scale}". {way_out(level, known)}'
        yield Problem(_where(place), "unknown-name", message)


def _empty_scales(catalogue: Catalogue) -> Iterator[Problem]:
    for scale in catalogue.scales.values():
        if not scale.levels:
            message = f'"{scale.id}" has no levels. Name at least one, the lowest first.'
            yield Problem(_where(scale), "scale-without-levels", message)


CHECKS: tuple[Callable[[Catalogue], Iterator[Problem]], ...] = (
    _cycles,
    _parts_share_a_scale,
    _descriptors,
    _crosswalks,
    _empty_scales,
    plan_problems,
    requisite_problems,
)
"""Every check, each on its own feet."""
