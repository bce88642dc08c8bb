"""schema.org with the profiles of Bioschemas: what search engines and course portals read.

Nodes have the IRIs they have in the lossless format, so that a competency taught here is the
competency described there. Usually JSON-LD with a context of its own; also the other RDF syntaxes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curriculum_map.formats.base import Format, Written
from curriculum_map.formats.rdf.namespaces import PREFIXES
from curriculum_map.formats.rdf.native import SUFFIXES

if TYPE_CHECKING:
    from curriculum_map.model import Catalogue
    from curriculum_map.problems import Problem

_LINKS = {"conformsTo": f"{PREFIXES['dcterms']}conformsTo"}


def write(catalogue: Catalogue, syntax: str) -> Written[str]:
    """Write programmes, units and competencies in one of the syntaxes of `SUFFIXES`.

    Returns:
        The document, and as losses what is left out for want of a fact, what schema.org has no
        place for, and what the syntax cannot say.

    Raises:
        BadQuestion: If the project's base is not a web address RDF accepts.
    """
    from curriculum_map.formats.rdf.compact import compact
    from curriculum_map.formats.rdf.schema_org_losses import losses_of
    from curriculum_map.formats.rdf.schema_org_needs import courses_of
    from curriculum_map.formats.rdf.schema_org_writer import Writer
    from curriculum_map.formats.rdf.statements import Statements

    courses = courses_of(catalogue)
    out = Statements(catalogue.settings, {}, syntax)
    writer = Writer(catalogue, courses, out)
    writer.write()
    document = out.document()
    if syntax == "json-ld":
        document = compact(document, PREFIXES["schema"], _LINKS)
    losses = {*losses_of(catalogue, courses, writer.sources), *out.losses}
    return Written(document, tuple(sorted(losses)))


def missing(catalogue: Catalogue) -> tuple[Problem, ...]:
    """List what has to be said before every unit is a course with a run of it.

    Returns:
        Warnings with the code `missing-field`, sorted by file and line; empty if nothing lacks.
    """
    from curriculum_map.formats.rdf.schema_org_needs import courses_of

    return tuple(sorted({problem for _, problem in courses_of(catalogue).missing}))


FORMAT = Format(
    name="schema-org",
    title="schema.org with the profiles of Bioschemas",
    spec="https://bioschemas.org/profiles/Course/1.0-RELEASE",
    suffixes={".jsonld": SUFFIXES[".jsonld"], **SUFFIXES},
    write=write,
)
