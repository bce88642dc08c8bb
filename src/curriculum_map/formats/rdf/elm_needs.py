"""What a catalogue must say before it can be told in ELM, and what it does not say."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple, TypeVar

from curriculum_map.formats.base import Loss
from curriculum_map.formats.rdf.elm_terms import ESCO_SKILL, Version, country, language
from curriculum_map.formats.rdf.statements import is_iri
from curriculum_map.model import (
    Alignment,
    Catalogue,
    Identifier,
    Institution,
    Outcome,
    Programme,
    Unit,
)
from curriculum_map.model.declare import Named, Placed
from curriculum_map.problems import Problem, Where

_T = TypeVar("_T", bound=Named)

HEI_SCHEMES = ("schac", "orgreg")
_ORGREG = re.compile(r"(?:INT|[A-Z]{2})[0-9]{4}").fullmatch

_WORDS: Mapping[str, str] = {
    "fields": "its fields of study in ISCED-F",
    "languages": "a language it is taught in",
    "url": "the address of the page that describes it",
    "eqf": "its level in the European Qualifications Framework",
    "nqf": "its level in a national qualifications framework",
    "country": "the country it is in",
    "identifiers": "its identifier in SCHAC or OrgReg",
    "text": "what the learner can do",
    "title": "what it is called",
}


class Lack(NamedTuple):
    """A fact without which something cannot be told.

    Attributes:
        where: Where what lacks it is written.
        kind: What it is, such as `unit`.
        name: Its id.
        message: What has to be said, in one sentence.
    """

    where: Where
    kind: str
    name: str
    message: str

    def problem(self) -> Problem:
        """Give it as a line for who edits the file."""
        return Problem(self.where, "missing-field", self.message, "warning")

    def loss(self) -> Loss:
        """Give it as a line about the document."""
        place = f" See {self.where}." if self.where.file else ""
        return Loss(self.kind, self.name, f"{self.message}{place}")


class Offer(NamedTuple):
    """The part of a catalogue that can be told, and what the rest lacks.

    Attributes:
        institutions: Ids of what can be written.
        units: Ids of what can be written.
        programmes: Ids of what can be written.
        missing: What else would have to be said, each with its place, sorted.
    """

    institutions: frozenset[str]
    units: frozenset[str]
    programmes: frozenset[str]
    missing: tuple[Lack, ...]


def offer(catalogue: Catalogue, version: Version) -> Offer:
    """Find what can be told, and what the rest lacks; what lacks anything is left out."""
    return _Looking(catalogue, version).offer()


def degree_awarded(programme: Programme) -> bool:
    """Tell whether a learner leaves a programme with a degree, which makes it a qualification."""
    return programme.degree not in (None, "none")


def outcomes_of(programme: Programme, catalogue: Catalogue) -> Iterator[tuple[Unit, Outcome]]:
    """Give the outcomes every student of a programme has: those of required units and their parts.

    Outcomes that say nothing are not among them.
    """
    waiting = [u for item in programme.plan if not item.elective for u in item.units]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop(0)
        if name not in seen:
            seen.add(name)
            unit = catalogue.units[name]
            yield from ((unit, each) for each in unit.outcomes if each.text)
            waiting[:0] = unit.parts


def written_identifiers(institution: Institution, version: Version) -> list[Identifier]:
    """Give the names of an institution in registers, as far as the version takes them.

    QualityLink takes no other register than SCHAC and OrgReg beside these.
    """
    return [
        each
        for each in institution.identifiers
        if not version.quality_link
        or (each.scheme in HEI_SCHEMES and (each.scheme != "orgreg" or _ORGREG(each.value)))
    ]


def is_esco_skill(alignment: Alignment) -> bool:
    """Tell whether an alignment says that a competency is a skill of ESCO, or nearly."""
    known = alignment.target.startswith(ESCO_SKILL) and is_iri(alignment.target)
    return known and alignment.relation in ("exact", "close")


class _Looking:
    """Goes through a catalogue once and keeps what is missing."""

    def __init__(self, catalogue: Catalogue, version: Version) -> None:
        self._catalogue, self._version = catalogue, version
        self._missing: set[Lack] = set()

    def offer(self) -> Offer:
        there = self._catalogue
        institutions = self._kept(there.institutions.values(), self._lacks_institution)
        units = self._kept(there.units.values(), partial(self._lacks_unit, institutions))
        programmes = self._kept(
            there.programmes.values(), partial(self._lacks_programme, institutions)
        )
        for unit in there.units.values():
            self._look_inside(unit)
        return Offer(institutions, units, programmes, tuple(sorted(self._missing)))

    def _kept(
        self, things: Iterable[_T], lacks_of: Callable[[_T], Iterable[str]]
    ) -> frozenset[str]:
        kept = set()
        for thing in things:
            lacks = list(lacks_of(thing))
            for each in lacks:
                self._miss(thing, thing.kind, thing.id, each)
            if not lacks:
                kept.add(thing.id)
        return frozenset(kept)

    def _miss(self, thing: Placed, kind: str, name: str, lack: str) -> None:
        what = f"`{lack}`, {_WORDS[lack]}" if lack in _WORDS else lack
        message = f'{self._version.name} takes no {kind} without {what}: "{name}" is left out.'
        self._missing.add(Lack(thing.where or Where(""), kind, name, message))

    def _lacks_institution(self, institution: Institution) -> Iterator[str]:
        if not country(institution.country):
            yield "country"
        if self._version.quality_link and not written_identifiers(institution, self._version):
            yield "identifiers"

    def _lacks_unit(self, institutions: Collection[str], unit: Unit) -> Iterator[str]:
        yield from self._lacks_any(institutions, unit)
        if not any(each.text for each in unit.outcomes):
            yield "an outcome"

    def _lacks_programme(
        self, institutions: Collection[str], programme: Programme
    ) -> Iterator[str]:
        yield from self._lacks_any(institutions, programme)
        if next(outcomes_of(programme, self._catalogue), None) is None:
            yield "an outcome of a unit that every student takes"
        if degree_awarded(programme) and not self._version.quality_link:
            yield from (name for name in ("eqf", "nqf") if not getattr(programme, name))

    def _lacks_any(self, institutions: Collection[str], thing: Unit | Programme) -> Iterator[str]:
        if not thing.fields:
            yield "fields"
        if not any(map(language, thing.languages)):
            yield "languages"
        if self._version.quality_link and thing.eqf is None:
            yield "eqf"
        if not self._version.quality_link and not thing.url:
            yield "url"
        elif thing.url and not is_iri(thing.url):
            yield f'an address that RDF takes, which "{thing.url}" is not'
        if thing.institution not in institutions:
            yield f'an institution that can be written, which "{thing.institution}" cannot'

    def _look_inside(self, unit: Unit) -> None:
        for outcome in unit.outcomes:
            if not outcome.text:
                self._miss(outcome, "outcome", f"{unit.id}/{outcome.id}", "text")
        for assessment in unit.assessments:
            if not assessment.title:
                self._miss(assessment, "assessment", f"{unit.id}/{assessment.id}", "title")
