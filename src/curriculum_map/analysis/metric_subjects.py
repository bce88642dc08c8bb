"""What can be measured: the requisites of units, and those of competencies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from curriculum_map.analysis.index import Index, index_of
from curriculum_map.analysis.requisite_graph import RequisiteGraph, requisite_graph
from curriculum_map.analysis.voice import Voice
from curriculum_map.model import AllOf, Catalogue, Needs, Requisite
from curriculum_map.model.requisites import needed

QUARTERS = ("system-type", "quarter")
"""Scheme and value of the identifier by which a programme says that its years have quarters."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Things and what they require, ready to be measured.

    Attributes:
        graph: Everything that is required, alternatives and co-requisites included.
        firm: What is required before, whatever a learner chooses.
        titles: Id to title.
        quarters: Whether years have quarters.
        ranks: A thing and what it requires, to how much it requires of that; empty where
            nothing is required in part.
        language: What answers about it speak, one of `sentences.LANGUAGES`; empty means English.
    """

    graph: RequisiteGraph
    firm: RequisiteGraph
    titles: Mapping[str, str]
    quarters: bool = False
    ranks: Mapping[tuple[str, str], int] = field(default_factory=dict)
    language: str = ""


def unit_requisites(catalogue: Catalogue, programme: str = "", *, language: str = "") -> Subject:
    """Take the requisites between the units of a programme's plan, or of the whole catalogue.

    A unit stands for its parts: what a part requires the whole requires, and what requires a
    part requires each unit it comes in by. Every unit that a tree names counts as required,
    those of an any-of tree, too. Units that are not in the plan are left out.

    Args:
        catalogue: A checked catalogue.
        programme: Id of the programme; empty takes every unit that stands in a plan or is part
            of no other.
        language: What answers about it speak, as for `gaps`.

    Raises:
        UnknownName: If there is no such programme or language.
    """
    voice = Voice(catalogue, language)
    index = index_of(catalogue)
    holders = _holders(index, _units(index, programme))
    wanted = {each: None for by in holders.values() for each in by}
    found: dict[str, list[str]] = {unit: [] for unit in wanted}
    firm: dict[str, list[str]] = {unit: [] for unit in wanted}
    for unit, by in holders.items():
        requires = catalogue.units[unit].requires
        for holder in by:
            found[holder] += _held(needed(requires), holders, holder)
            if unit == holder:
                firm[holder] += _held(_firm(requires), holders, holder, most=1)
    return Subject(
        requisite_graph(found),
        requisite_graph(firm),
        {unit: voice.words(catalogue.units[unit].title) for unit in wanted},
        bool(programme) and _has_quarters(catalogue, programme),
        language=language,
    )


def competency_requisites(catalogue: Catalogue, *, language: str = "") -> Subject:
    """Take the requirements between all competencies of a catalogue, whatever their levels.

    Raises:
        UnknownName: If answers do not speak the language.
    """
    competencies, rank = catalogue.competencies.values(), catalogue.ranks().rank
    voice = Voice(catalogue, language)
    graph = requisite_graph({c.id: [r.competency for r in c.requires] for c in competencies})
    return Subject(
        graph,
        graph,
        {c.id: voice.words(c.title) for c in competencies},
        ranks={
            (c.id, r.competency): rank(r.level, r.competency)
            for c in competencies
            for r in c.requires
        },
        language=language,
    )


def _units(index: Index, programme: str) -> Iterable[str]:
    if programme:
        return [planned.unit for planned in index.plan(programme).planned]
    catalogue = index.catalogue
    parts = {part for unit in catalogue.units.values() for part in unit.parts}
    items = (item for each in catalogue.programmes.values() for item in each.plan)
    planned = {unit for item in items for unit in item.units}
    return [unit for unit in catalogue.units if unit in planned or unit not in parts]


def _holders(index: Index, units: Iterable[str]) -> dict[str, list[str]]:
    """Give for each of the units and their parts the units it comes in by."""
    holders: dict[str, list[str]] = {}
    for unit in units:
        for part in index.subtree(unit):
            holders.setdefault(part, []).append(unit)
    return holders


def _held(
    needs: Iterable[Needs], holders: Mapping[str, list[str]], holder: str, most: int = 0
) -> Iterator[str]:
    """Give the units by which what is needed comes in, `holder` itself left out.

    What comes in by more than `most` units is passed over; 0 sets no limit. A unit that
    requires itself by name still does.
    """
    for need in needs:
        by = holders.get(need.unit, [])
        if not most or len(by) <= most:
            yield from (each for each in by if each != holder or need.unit == holder)


def _firm(tree: Requisite) -> Iterator[Needs]:
    """Give what must come before, whichever alternative is taken."""
    if isinstance(tree, Needs):
        if tree.timing == "pre":
            yield tree
    elif isinstance(tree, AllOf) or len(tree.items) == 1:
        for item in tree.items:
            yield from _firm(item)


def _has_quarters(catalogue: Catalogue, programme: str) -> bool:
    known = catalogue.programmes[programme].identifiers
    return QUARTERS in [(each.scheme, each.value.lower()) for each in known]
