"""What a catalogue holds, what it rests on, and what is missing: how far it can be trusted.

A *fact* is everything that can name a source: a programme, a place in its plan, a number of
learners, a unit, an outcome, a contribution, a level that a profile requires, and so on.
A fact that names no source has that of what it stands in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple

from curriculum_map.analysis.table import Table
from curriculum_map.model import COLLECTIONS, Catalogue, Contribution, Programme, Unit
from curriculum_map.model.declare import Named, Sourced
from curriculum_map.model.unit import STATUSES

OFFERS = {
    "institution": "string",
    "programmes": "int64",
    "with_plan": "int64",
    "units": "int64",
    "with_hours": "int64",
    "with_credits": "int64",
    "with_outcomes": "int64",
    "outcomes": "int64",
    "developing": "int64",
    "tested": "int64",
}
TRUST = {
    "institution": "string",
    "facts": "int64",
    "assumed": "int64",
    "without_source": "int64",
    "disputed": "int64",
    "suggested": "int64",
    "declared": "int64",
    "reviewed": "int64",
    "without_evidence": "int64",
}
SOURCES = {
    "source": "string",
    "title": "string",
    "licence": "string",
    "note": "string",
    "facts": "int64",
}
CREDITS = {
    "source": "string",
    "title": "string",
    "creator": "string",
    "licence": "string",
    "attribution": "string",
    "address": "string",
}
ALIGNMENTS = {
    "framework": "string",
    "to": "string",
    "alignments": "int64",
    "competencies": "int64",
    "of": "int64",
}


class Fact(NamedTuple):
    """Something that can name a source, and the sources it has."""

    thing: Sourced
    sources: tuple[str, ...]


def facts(thing: object, sources: tuple[str, ...] = ()) -> Iterator[Fact]:
    """Give every fact in a thing, itself first, in the order of the fields.

    Args:
        thing: A value of the model, or a tuple of them.
        sources: The sources of what it stands in.
    """
    if isinstance(thing, tuple):
        for each in thing:
            yield from facts(each, sources)
    if not is_dataclass(thing) or isinstance(thing, type):
        return
    if isinstance(thing, Sourced):
        sources = thing.sources or sources
        yield Fact(thing, sources)
    for field in fields(thing):
        yield from facts(getattr(thing, field.name), sources)


def offers(catalogue: Catalogue) -> Table:
    """Count what each institution offers, and how much of it is described.

    Returns:
        One row for each institution that offers a programme or unit, by id, then one whose
        `institution` is empty with the totals. `developing` and `tested` count outcomes: with
        a contribution, and tested by an assessment.
    """
    tested = {
        test
        for unit in catalogue.units.values()
        for assessment in unit.assessments
        for test in assessment.tests
    }
    rows = [(name, *_offer(*offer, tested)) for name, offer in _by_institution(catalogue)]
    return Table("offers", OFFERS, _with_totals(rows))


Offer = tuple[list[Programme], list[Unit]]


def _by_institution(catalogue: Catalogue) -> list[tuple[str, Offer]]:
    found: dict[str, Offer] = {}
    for programme in catalogue.programmes.values():
        found.setdefault(programme.institution, ([], []))[0].append(programme)
    for unit in catalogue.units.values():
        found.setdefault(unit.institution, ([], []))[1].append(unit)
    return sorted(found.items(), key=lambda offer: offer[0])


def _offer(programmes: list[Programme], units: list[Unit], tested: set[str]) -> tuple[int, ...]:
    outcomes = [(unit.id, outcome) for unit in units for outcome in unit.outcomes]
    return (
        len(programmes),
        sum(bool(each.plan) for each in programmes),
        len(units),
        sum(each.workload is not None for each in units),
        sum(each.credits is not None for each in units),
        sum(bool(each.outcomes) for each in units),
        len(outcomes),
        sum(bool(outcome.contributions) for _, outcome in outcomes),
        sum(f"{unit}/{outcome.id}" in tested for unit, outcome in outcomes),
    )


def _with_totals(rows: list[tuple[Any, ...]]) -> tuple[tuple[Any, ...], ...]:
    if not rows:
        return ()
    return (*rows, ("", *(sum(column) for column in list(zip(*rows, strict=True))[1:])))


def trust(catalogue: Catalogue) -> Table:
    """Count how sure the facts of each institution's programmes and units are.

    Returns:
        One row for each institution that offers something, by id, then one whose `institution`
        is empty with the totals. The statuses and `without_evidence` count contributions.
    """
    rows = [(name, *_trust(offer)) for name, offer in _by_institution(catalogue)]
    return Table("trust", TRUST, _with_totals(rows))


def _trust(offer: Offer) -> tuple[int, ...]:
    found = [fact for things in offer for fact in facts(tuple(things))]
    claims = [fact.thing for fact in found if isinstance(fact.thing, Contribution)]
    status = Counter(claim.status for claim in claims)
    return (
        len(found),
        sum(fact.thing.assumed for fact in found),
        sum(not fact.sources for fact in found),
        *(status[each] for each in STATUSES),
        sum(not claim.evidence for claim in claims),
    )


def sources(catalogue: Catalogue) -> Table:
    """Count the facts that rest on each source.

    Returns:
        One row for each source, by id, also where nothing rests on it; a fact with two
        sources counts for both. `note` is what the source says about its own worth.
    """
    languages = catalogue.settings.languages
    counts = Counter(name for fact in _all_facts(catalogue) for name in fact.sources)
    rows = [
        (each.id, each.title.show(*languages), each.licence, each.note, counts[each.id])
        for each in catalogue.sources.values()
    ]
    return Table("sources", SOURCES, tuple(rows))


def credits_(catalogue: Catalogue) -> Table:
    """List whom tables that are handed on have to give credit.

    Returns:
        One row for each source; `attribution` is the line its licence asks to be shown, and
        `address` where it is published.
    """
    languages = catalogue.settings.languages
    rows = [
        (
            each.id,
            each.title.show(*languages),
            each.creator,
            each.licence,
            each.attribution,
            each.url,
        )
        for each in catalogue.sources.values()
    ]
    return Table("sources", CREDITS, tuple(rows))


def _all_facts(catalogue: Catalogue) -> Iterator[Fact]:
    for collection in COLLECTIONS:
        things: Mapping[str, Named] = getattr(catalogue, collection)
        if collection != "sources":
            yield from facts(tuple(things.values()))


def alignments(catalogue: Catalogue) -> Table:
    """Count how competencies are related to other frameworks.

    Returns:
        One row for each framework and framework it is aligned to, sorted; `competencies` of
        the `of` competencies there are have such an alignment. A row whose `to` is empty
        counts all of them together, also for a framework without any.
    """
    rows = [row for framework in catalogue.frameworks for row in _aligned(catalogue, framework)]
    return Table("alignments", ALIGNMENTS, tuple(rows))


def _aligned(catalogue: Catalogue, framework: str) -> Iterable[tuple[Any, ...]]:
    own = [each for each in catalogue.competencies.values() if each.framework == framework]
    pairs = [(link.framework, each.id) for each in own for link in each.alignments]
    for target in sorted({target for target, _ in pairs}):
        to_it = [name for other, name in pairs if other == target]
        yield framework, target, len(to_it), len(set(to_it)), len(own)
    yield framework, "", len(pairs), len({name for _, name in pairs}), len(own)
