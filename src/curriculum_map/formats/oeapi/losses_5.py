"""What version 5 of the API has no place for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from curriculum_map.formats.base import Loss
from curriculum_map.formats.oeapi.codes import DEGREES
from curriculum_map.formats.oeapi.down import Down, older_tag
from curriculum_map.formats.rdf.left_out import left_out
from curriculum_map.model import (
    Catalogue,
    Credits,
    Identifier,
    Institution,
    Outcome,
    PlanItem,
    Programme,
    Text,
    Unit,
    Workload,
)
from curriculum_map.model.requisites import needed

NO_PLACE = "Version 5 of the API has no place for it."
ONE_LOAD = "Version 5 of the API has one study load: the credits."
ONE_LANGUAGE = "Version 5 of the API has one teaching language, without its region: the first."
ONE_FIELD = "Version 5 of the API has one field of study: the first."
NO_NAMES = "Outcomes are texts without an id."
IN_WORDS = "Requisites are written in words."
NO_PARTS = "Only lectures, practicals, projects and workshops are components, and of one course."
CARRIED: Mapping[type, Collection[str]] = {
    Institution: {"assumed", "id", "title", "description", "part_of", "identifiers", "url"},
    Programme: {
        *("id", "title", "institution", "description", "disclaimer", "degree", "credits"),
        *("assumed", "languages", "fields", "eqf", "identifiers", "plan", "url"),
    },
    Unit: {
        *("id", "title", "institution", "unit_kind", "description", "code", "workload", "credits"),
        *("languages", "delivery", "fields", "eqf", "entry", "parts", "requires", "outcomes"),
        *("url", "assumed"),
    },
    PlanItem: {"units"},
    Credits: {"ec", "assumed"},
    Workload: {"hours", "assumed"},
    Identifier: {"scheme", "value"},
    Outcome: {"id", "text"},
}
"""What is written of each class, or lost with a reason of its own."""


def losses_of(catalogue: Catalogue, down: Down) -> Iterator[Loss]:
    """Give what is left out for want of a fact, and what there is no place for."""
    yield from (each.loss() for each in down.lacks)
    lists = (("institutions", "organizations"), ("programmes", "programs"))
    written = {
        ours: {each["primaryCode"]["code"] for each in down.lists[theirs]} for ours, theirs in lists
    }
    courses = {each["primaryCode"]["code"] for each in down.lists["courses"]}
    components = {each["primaryCode"]["code"] for each in down.lists["components"]}
    written["units"] = courses | components
    yield from left_out(catalogue, CARRIED, NO_PLACE, written)
    for name in written["programmes"]:
        yield from _of_programme(catalogue.programmes[name], written["units"])
    for name in written["units"]:
        yield from _of_unit(catalogue.units[name], name in courses)
        yield from _parts(catalogue.units[name], components)
    yield from _unlinked(catalogue, written)
    yield from _tags(catalogue, written)


def _of_programme(programme: Programme, units: Collection[str]) -> Iterator[Loss]:
    yield from _first_only(programme)
    if programme.degree not in (None, "none") and DEGREES.get(programme.degree) != programme.degree:
        yield Loss("degree", programme.id, NO_PLACE)
    if len(programme.plan) > 1 or any(i.assumed for i in programme.plan):
        yield Loss("plan", programme.id, NO_PLACE)
    for item in programme.plan:
        for unit in item.units:
            if unit not in units:
                yield Loss("plan", programme.id, f'"{unit}" is left out, and so its place.')


def _first_only(thing: Programme | Unit) -> Iterator[Loss]:
    if len(thing.fields) > 1:
        yield Loss("fields", thing.id, ONE_FIELD)
    if len(thing.languages) > 1 or any("-" in each for each in thing.languages):
        yield Loss("languages", thing.id, ONE_LANGUAGE)


def _of_unit(unit: Unit, is_course: bool) -> Iterator[Loss]:
    yield from _first_only(unit)
    if unit.unit_kind != "course" and is_course:
        yield Loss("kind", unit.id, NO_PLACE)
    if unit.workload and unit.credits:
        yield Loss("workload", unit.id, ONE_LOAD)
    if not is_course:
        names = ("workload", "credits", "fields", "eqf", "entry", "url")
        yield from (Loss(name, unit.id, NO_PLACE) for name in names if getattr(unit, name))
    if any(needed(unit.requires)):
        yield Loss("requires", unit.id, IN_WORDS if is_course else NO_PLACE)
    for outcome in unit.outcomes:
        yield Loss("id", f"{unit.id}/{outcome.id}", NO_NAMES)


def _parts(unit: Unit, components: Collection[str]) -> Iterator[Loss]:
    if any(part not in components for part in unit.parts):
        yield Loss("parts", unit.id, NO_PARTS)


def _unlinked(catalogue: Catalogue, written: Mapping[str, Collection[str]]) -> Iterator[Loss]:
    """Give the links to institutions that are left out."""
    there = written["institutions"]
    for name in there:
        above = catalogue.institutions[name].part_of
        if above and above not in there:
            yield Loss("part_of", name, f'"{above}" is left out, and so the link to it.')
    for collection in ("programmes", "units"):
        for name in written[collection]:
            by = getattr(catalogue, collection)[name].institution
            if by not in there:
                yield Loss("institution", name, f'"{by}" is left out, and so the link to it.')


def _tags(catalogue: Catalogue, written: Mapping[str, Collection[str]]) -> Iterator[Loss]:
    for collection, names in written.items():
        for name in names:
            thing = getattr(catalogue, collection)[name]
            texts = [thing.title, thing.description, getattr(thing, "entry", Text())]
            texts += [each.text for each in getattr(thing, "outcomes", ())]
            tags = {tag for text in texts for tag in text.languages}
            if any(older_tag(tag) != tag for tag in tags):
                yield Loss("language", name, "Version 5 of the API takes fewer languages.")
