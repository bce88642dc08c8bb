"""Which concepts a SKOS document has, which scheme each belongs to, and what stands above it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from curriculum_map.formats.rdf.triples import Triples

SEVERAL = "concepts that are in several schemes are read in the first of them"
ACROSS = "links from a concept to a broader one of another scheme are passed over"
NO_SCHEME = "urn:no-scheme"
"""Stands for the scheme of a document that names none."""


class Schemes:
    """The concepts of a document, each in one scheme.

    Attributes:
        members: Scheme to its concepts, both sorted.
        wrong: How often something was wrong, by what it is.
    """

    def __init__(self, triples: Triples) -> None:
        """Find every scheme and concept, whether or not it says what it is."""
        self.wrong: Counter[str] = Counter()
        self._above = _above(triples)
        home = _homes(triples, self._above, self.wrong)
        self.members: dict[str, list[str]] = {each: [] for each in _schemes(triples)}
        concepts = sorted(_concepts(triples) - self.members.keys())
        usual = next(iter(self.members)) if len(self.members) == 1 else NO_SCHEME
        for concept in concepts:
            self.members.setdefault(home.get(concept, usual), []).append(concept)
        self._scheme = {c: scheme for scheme, held in self.members.items() for c in held}
        self._narrower = self._within_schemes()

    def broader(self, concept: str) -> list[str]:
        """Give the concepts right above one, of the same scheme."""
        scheme = self._scheme[concept]
        return [a for a in sorted(self._above.get(concept, ())) if self._scheme.get(a) == scheme]

    def narrower(self, concept: str) -> list[str]:
        """Give the concepts right below one, of the same scheme."""
        return self._narrower.get(concept, [])

    def _within_schemes(self) -> Mapping[str, list[str]]:
        below: dict[str, list[str]] = defaultdict(list)
        for concept in sorted(self._scheme):
            same = self.broader(concept)
            for each in same:
                below[each].append(concept)
            known = sum(each in self._scheme for each in self._above.get(concept, ()))
            self.wrong[ACROSS] += known - len(same)
        return below


def _above(triples: Triples) -> Mapping[str, set[str]]:
    above: dict[str, set[str]] = defaultdict(set)
    for narrow, broad in triples.links("skos:broader"):
        above[narrow].add(broad)
    for broad, narrow in triples.links("skos:narrower"):
        above[narrow].add(broad)
    return above


def _schemes(triples: Triples) -> list[str]:
    named = {scheme for _, scheme in triples.links("skos:inScheme", "skos:topConceptOf")}
    having = {scheme for scheme, _ in triples.links("skos:hasTopConcept")}
    return sorted({*triples.typed("skos:ConceptScheme"), *named, *having})


def _concepts(triples: Triples) -> set[str]:
    inside = {concept for concept, _ in triples.links("skos:inScheme", "skos:topConceptOf")}
    top = {concept for _, concept in triples.links("skos:hasTopConcept")}
    linked = {c for pair in triples.links("skos:broader", "skos:narrower") for c in pair}
    nodes = set(triples)
    return {
        *triples.typed("skos:Concept"),
        *inside,
        *top,
        *(linked & nodes),
    }


def _homes(
    triples: Triples, above: Mapping[str, Iterable[str]], wrong: Counter[str]
) -> dict[str, str]:
    """Give the scheme of each concept that names one or stands below one that does."""
    said: dict[str, set[str]] = defaultdict(set)
    for concept, scheme in triples.links("skos:inScheme", "skos:topConceptOf"):
        said[concept].add(scheme)
    for scheme, concept in triples.links("skos:hasTopConcept"):
        said[concept].add(scheme)
    wrong[SEVERAL] += sum(len(schemes) > 1 for schemes in said.values())
    home = {concept: min(schemes) for concept, schemes in said.items()}
    below: dict[str, list[str]] = defaultdict(list)
    for narrow, broads in above.items():
        for broad in broads:
            below[broad].append(narrow)
    waiting = sorted(home)
    while waiting:
        concept = waiting.pop()
        for narrow in below[concept]:
            if narrow not in home:
                home[narrow] = home[concept]
                waiting.append(narrow)
    return home
