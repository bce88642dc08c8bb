"""Frameworks and scales as SKOS: one concept scheme each, with the IRIs they have everywhere.

Areas, competencies and levels are concepts; a scale's levels also stand in an ordered collection.
What SKOS has no term for and a reader should not miss (what a competency requires, what a level
means for it, what is assumed) is said in the project's own vocabulary beside it. The crosswalk with
the labels and justifications of alignments is a document of its own, `sssom`.

Left out: everything that is no framework or scale; each thing is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curriculum_map.formats.base import Format, Written, of_text
from curriculum_map.formats.rdf.native import SUFFIXES

if TYPE_CHECKING:
    from curriculum_map.formats.reading import Reading
    from curriculum_map.model import Catalogue
    from curriculum_map.problems import Problem

NOWHERE = "file:///"
"""Where a document stands that names nodes relative to itself: such nodes have no address."""
SPEC = "https://www.w3.org/TR/skos-reference/"


def write(catalogue: Catalogue, syntax: str) -> Written[str]:
    """Express the frameworks and scales of a catalogue as concept schemes.

    Raises:
        BadQuestion: If the project's base is not a web address RDF accepts.
    """
    from curriculum_map.formats.rdf.skos_losses import losses_of
    from curriculum_map.formats.rdf.skos_writer import Writer

    writer = Writer(catalogue, syntax)
    writer.write()
    losses = {*writer.losses, *writer.out.losses, *losses_of(catalogue)}
    return Written(writer.out.document(), tuple(sorted(losses)))


def missing(catalogue: Catalogue) -> tuple[Problem, ...]:
    """List what registries of vocabularies ask for and the catalogue does not say.

    Returns:
        Warnings with the code `missing-field`, sorted by file and line; empty if nothing lacks.
    """
    from curriculum_map.formats.rdf.skos_losses import missing_facts

    return tuple(sorted(missing_facts(catalogue)))


def read(text: str, syntax: str, file: str) -> Reading:
    """Make frameworks of concept schemes, whoever published them.

    Args:
        text: The document.
        syntax: One of the syntaxes of `SUFFIXES`.
        file: What to call the document in problems.

    Returns:
        A catalogue of frameworks with their competencies and scales, and as warnings what was
        passed over, counted by property.

    Raises:
        InvalidProject: If the text is no RDF, or holds no concept.
    """
    from curriculum_map.formats.rdf.skos_reader import Reader
    from curriculum_map.formats.rdf.syntaxes import statements
    from curriculum_map.formats.rdf.triples import Triples

    return Reader(Triples(statements(text, syntax, file, base=NOWHERE)), file).reading()


FORMAT = Format(
    name="skos",
    title="frameworks, scales and alignments as SKOS vocabularies",
    spec=SPEC,
    suffixes=SUFFIXES,
    write=write,
    missing=missing,
    read=of_text(read),
)
