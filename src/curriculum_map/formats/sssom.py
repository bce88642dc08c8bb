"""Alignments as an SSSOM crosswalk: one row each, with label and justification.

Tab-separated, headed by the metadata of the set as YAML in comment lines. IRIs are written as short
forms; the head says what they stand for.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from curriculum_map.formats.base import Format, Loss, Written
from curriculum_map.formats.credit import credit, sources_of

if TYPE_CHECKING:
    from curriculum_map.model import Alignment, Catalogue, Competency, Source
    from curriculum_map.problems import Problem

SPEC = "https://w3id.org/sssom/"
NO_PLACE = "A crosswalk has no place for it."
NOT_NAMED = "No alignment and no competency that has one rests on it."
COLUMNS = (
    *("subject_id", "subject_label", "subject_source", "predicate_id", "object_id"),
    *("object_label", "ext_object_framework", "mapping_justification", "comment"),
)
"""The columns of a crosswalk, in order."""
JUSTIFICATIONS: Mapping[str, str] = MappingProxyType(
    {
        "manual": "semapv:ManualMappingCuration",
        "lexical": "semapv:LexicalMatching",
        "semantic": "semapv:SemanticSimilarityThresholdMatching",
        "composite": "semapv:CompositeMatching",
    }
)
"""How a relation was found, as SSSOM names it."""
KNOWN: Mapping[str, str] = MappingProxyType({"http://data.europa.eu/esco/skill/": "esco"})
"""Namespaces of others that have a usual short form."""
FIXED: Mapping[str, str] = MappingProxyType(
    {
        "semapv": "https://w3id.org/semapv/vocab/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
    }
)
EXTENSION = {
    "slot_name": "ext_object_framework",
    "property": "https://w3id.org/curriculum-map/ns#targetFramework",
    "type_hint": "xsd:string",
}


def write(catalogue: Catalogue, _syntax: str) -> Written[str]:
    """Write the alignments of all competencies, sorted by competency, relation and target."""
    rows = list(_rows(catalogue))
    prefixes = _prefixes(catalogue.settings.base, (each.target for _, each in rows))
    out = io.StringIO()
    for line in _head(catalogue, prefixes).splitlines():
        out.write(f"# {line}\n")
    table = csv.writer(out, delimiter="\t", lineterminator="\n")
    table.writerow(COLUMNS)
    for competency, alignment in rows:
        table.writerow(map(_flat, _row(competency, alignment, catalogue, prefixes)))
    return Written(out.getvalue(), tuple(sorted(set(_losses(catalogue)))))


def missing(catalogue: Catalogue) -> tuple[Problem, ...]:
    """List what a crosswalk must say and the project does not: its licence."""
    from curriculum_map.formats.settings import FILE
    from curriculum_map.problems import Problem, Where

    if catalogue.settings.licence:
        return ()
    message = 'A crosswalk must have a licence, and none is made up. Name one as "licence".'
    return (Problem(Where(FILE), "missing-field", message, "warning"),)


def _rows(catalogue: Catalogue) -> Iterator[tuple[Competency, Alignment]]:
    for competency in catalogue.competencies.values():
        for each in sorted(competency.alignments, key=lambda a: (a.relation, a.target)):
            yield competency, each


def _row(
    competency: Competency, alignment: Alignment, catalogue: Catalogue, prefixes: Mapping[str, str]
) -> tuple[str, ...]:
    return (
        f"competency:{competency.id}",
        competency.title.show(*catalogue.settings.languages),
        f"framework:{competency.framework}",
        f"skos:{alignment.relation}Match",
        _short(alignment.target, prefixes),
        alignment.label,
        alignment.framework,
        JUSTIFICATIONS[alignment.justification],
        alignment.note,
    )


def _prefixes(base: str, targets: Iterable[str]) -> Mapping[str, str]:
    """Give the short form of each namespace; that of somebody else is the name of the site."""
    own = {f"{base}{kind}/": kind for kind in ("competency", "framework")}
    own |= {namespace: prefix for prefix, namespace in FIXED.items()}
    return own | {each: KNOWN.get(each) or _site(each) for each in map(_namespace, targets)}


def _namespace(iri: str) -> str:
    """Give the part of an address that a short form stands for: the site, or a known start."""
    known = next((each for each in KNOWN if iri.startswith(each)), "")
    if known:
        return known
    start = re.match(r"https?://[^/?#]*/?", iri)
    return start[0] if start else ""


def _site(namespace: str) -> str:
    scheme, _, host = namespace.rstrip("/").partition("://")
    name = re.sub(r"[^A-Za-z0-9.-]+", "-", host).strip("-.")
    return name if scheme == "https" else f"{scheme}.{name}"


def _short(iri: str, prefixes: Mapping[str, str]) -> str:
    namespace = _namespace(iri)
    return f"{prefixes[namespace]}:{iri[len(namespace) :]}"


def _head(catalogue: Catalogue, prefixes: Mapping[str, str]) -> str:
    from curriculum_map.formats.yaml_nodes import Block, Lines, dumped

    settings = catalogue.settings
    title = settings.title.show(*settings.languages)
    said: dict[str, Any] = {"mapping_set_id": f"{settings.base}crosswalk"}
    said |= {"mapping_set_title": title} if title else {}
    said |= {"license": settings.licence} if settings.licence else {}
    said |= {"creator_label": Lines([settings.publisher])} if settings.publisher else {}
    credits_ = [credit(each, *settings.languages) for each in _sources(catalogue)]
    lines = ["Credits:", *filter(None, credits_)]
    said |= {"comment": "\n".join(lines)} if any(credits_) else {}
    names = {prefix: namespace for namespace, prefix in prefixes.items()}
    said["curie_map"] = Block(sorted(names.items()))
    said["extension_definitions"] = Lines([EXTENSION])
    return dumped(Block(said))


def _sources(catalogue: Catalogue) -> tuple[Source, ...]:
    return sources_of(catalogue, *(pair for pair in _rows(catalogue)))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _losses(catalogue: Catalogue) -> Iterator[Loss]:
    from curriculum_map.formats.rdf.left_out import left_out
    from curriculum_map.model import Alignment, Competency, Source

    kept = [each.id for each in _sources(catalogue)]
    carried = {
        Source: ("id", "title", "licence", "attribution"),
        Competency: ("id", "title", "framework", "alignments"),
        Alignment: ("relation", "target", "label", "framework", "justification", "note"),
    }
    yield from left_out(catalogue, carried, NO_PLACE, {"sources": kept})
    yield from (Loss("source", name, NOT_NAMED) for name in catalogue.sources.keys() - kept)


FORMAT = Format(
    name="sssom",
    title="alignments as an SSSOM crosswalk",
    spec=SPEC,
    suffixes=MappingProxyType({".sssom.tsv": "tsv", ".tsv": "tsv"}),
    write=write,
    missing=missing,
)
