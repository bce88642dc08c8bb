"""Rules of SKOS that shapes cannot say: about chains of concepts, and about texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, get_args

from pyoxigraph import Literal

from curriculum_map.formats.rdf.namespaces import PREFIXES, shorten
from curriculum_map.formats.rdf.skos_schemes import Schemes
from curriculum_map.formats.rdf.triples import Triples
from curriculum_map.model.cycles import cycles
from curriculum_map.model.declare import Language
from curriculum_map.problems import Problem, Severity, Where

SKOS_TERMS = frozenset(
    (
        *("Collection", "Concept", "ConceptScheme", "OrderedCollection"),
        *("altLabel", "hiddenLabel", "notation", "prefLabel"),
        *("changeNote", "definition", "editorialNote", "example", "historyNote", "note"),
        *("scopeNote", "hasTopConcept", "inScheme", "topConceptOf", "member", "memberList"),
        *("broader", "broaderTransitive", "narrower", "narrowerTransitive", "related"),
        *("broadMatch", "closeMatch", "exactMatch", "narrowMatch", "relatedMatch"),
        *("mappingRelation", "semanticRelation"),
    )
)
"""The names of the SKOS vocabulary."""

_TAG = next(mark.pattern for mark in get_args(Language) if hasattr(mark, "pattern"))
_UP = ("skos:broader", "skos:broaderTransitive")
_DOWN = ("skos:narrower", "skos:narrowerTransitive")
_UP_OR_MAPPED = (*_UP, "skos:broadMatch")
_DOWN_OR_MAPPED = (*_DOWN, "skos:narrowMatch")
_RELATED = ("skos:related", "skos:relatedMatch")

Links = Mapping[str, set[str]]


class Finding(NamedTuple):
    """A node that breaks a rule, and how."""

    node: str
    message: str


Rule = Callable[[Triples], Iterator[Finding]]


def problems_of(triples: Triples, file: str) -> Iterator[Problem]:
    """Give every breach of a rule, in no particular order."""
    for code, (severity, rule) in RULES.items():
        for found in rule(triples):
            message = f"{shorten(found.node)}: {found.message}"
            yield Problem(Where(file), code, message, severity)


def _broader(triples: Triples, up: Sequence[str], down: Sequence[str]) -> Links:
    above: dict[str, set[str]] = defaultdict(set)
    for narrow, broad in triples.links(*up):
        above[narrow].add(broad)
    for broad, narrow in triples.links(*down):
        above[narrow].add(broad)
    return above


def _all_above(concept: str, above: Links) -> set[str]:
    found: set[str] = set()
    waiting = [concept]
    while waiting:
        fresh = above.get(waiting.pop(), set()) - found
        found |= fresh
        waiting += fresh
    return found


def _several_without_language(triples: Triples) -> Iterator[Finding]:
    for node in triples:
        labels = triples.literals(node, "skos:prefLabel")
        if sum(not each.language for each in labels) > 1:
            message = "There is one preferred label without a language. "
            yield Finding(node, message + "Say in which languages they are.")


def _related_and_broader(triples: Triples) -> Iterator[Finding]:
    above = _broader(triples, _UP_OR_MAPPED, _DOWN_OR_MAPPED)
    for one, other in triples.links(*_RELATED):
        if other in _all_above(one, above) or one in _all_above(other, above):
            message = f"It is related to {shorten(other)}, and one stands above the other. "
            yield Finding(one, message + "Take one of the two relations away.")


def _same(triples: Triples) -> Mapping[str, str]:
    """Give for each exactly matched concept one that stands for all it exactly matches."""
    stands_for: dict[str, str] = {}

    def root(node: str) -> str:
        while stands_for.get(node, node) != node:
            node = stands_for[node]
        return node

    for one, other in triples.links("skos:exactMatch"):
        first, second = sorted((root(one), root(other)))
        stands_for[second] = first
        stands_for.setdefault(first, first)
    return {node: root(node) for node in stands_for}


def _exact_and_other(triples: Triples) -> Iterator[Finding]:
    same = _same(triples)
    for curie in ("skos:broadMatch", "skos:narrowMatch", "skos:relatedMatch"):
        for one, other in triples.links(curie):
            if one in same and same[one] == same.get(other):
                message = f"{curie} and an exact match lead to {shorten(other)}. Choose one."
                yield Finding(one, message)


def _circles(triples: Triples) -> Iterator[Finding]:
    for circle in cycles(_broader(triples, _UP, _DOWN)):
        said = " > ".join(map(shorten, circle))
        yield Finding(circle[0], f"Concepts stand above each other in a circle: {said}.")


def _orphans(triples: Triples) -> Iterator[Finding]:
    curies = ("skos:inScheme", "skos:topConceptOf", "skos:hasTopConcept", "skos:member")
    linked = {
        node
        for pair in triples.links(*curies, *_UP_OR_MAPPED, *_DOWN_OR_MAPPED, *_RELATED)
        for node in pair
    }
    for concept in triples.typed("skos:Concept"):
        if concept not in linked:
            yield Finding(concept, "The concept stands in no scheme, and nothing leads to it.")


def _top_with_broader(triples: Triples) -> Iterator[Finding]:
    schemes = Schemes(triples)
    top = {concept for _, concept in triples.links("skos:hasTopConcept")}
    top |= {concept for concept, _ in triples.links("skos:topConceptOf")}
    for held in schemes.members.values():
        for concept in held:
            if concept in top and (broader := schemes.broader(concept)):
                message = f"A top concept should have none above it, but has {shorten(broader[0])}."
                yield Finding(concept, message)


def _shared_labels(triples: Triples) -> Iterator[Finding]:
    for held in Schemes(triples).members.values():
        first: dict[tuple[str, str], str] = {}
        for concept in held:
            for label in triples.literals(concept, "skos:prefLabel"):
                former = first.setdefault((label.value, label.language or ""), concept)
                if former != concept:
                    message = f'It has the label "{label.value}" in common with {shorten(former)}.'
                    yield Finding(concept, message)


def _bad_tags(triples: Triples) -> Iterator[Finding]:
    for node in triples:
        for values in triples.properties(node).values():
            for each in values:
                tag = each.language if isinstance(each, Literal) else None
                if tag and not re.fullmatch(_TAG, tag):
                    yield Finding(node, f'"{tag}" is not a language tag such as en, nl or et.')


def _no_such_term(triples: Triples) -> Iterator[Finding]:
    skos = PREFIXES["skos"]
    for node in triples:
        used = [*triples.properties(node), *triples.nodes(node, "rdf:type")]
        for term in used:
            if term.startswith(skos) and term.removeprefix(skos) not in SKOS_TERMS:
                yield Finding(node, f"There is no {shorten(term)} in SKOS.")


RULES: Mapping[str, tuple[Severity, Rule]] = MappingProxyType(
    {
        "S14-untagged": ("error", _several_without_language),
        "S27": ("error", _related_and_broader),
        "S46": ("error", _exact_and_other),
        "circle": ("warning", _circles),
        "orphan-concept": ("warning", _orphans),
        "top-concept-with-broader": ("warning", _top_with_broader),
        "shared-label": ("warning", _shared_labels),
        "bad-language-tag": ("warning", _bad_tags),
        "no-such-term": ("warning", _no_such_term),
    }
)
"""Code of each rule, how bad it is to break it, and what finds who does."""
