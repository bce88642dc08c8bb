"""The European Learning Model: the offer of a project as learning opportunities.

What the model cannot do without and the catalogue does not say is a list (`missing`), each line
with its file and line; what lacks anything is left out, and nothing is made up in its place. Every
node has an IRI under `{base}elm/`, for the model forbids what other profiles say about the
project's own nodes; competencies and levels keep the IRIs they have everywhere.

This module writes version 3.2; `elm_33` writes 3.3, as QualityLink takes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curriculum_map.formats.base import Format, Written
from curriculum_map.formats.rdf.elm_terms import ELM_32, NAMESPACES, Version
from curriculum_map.formats.rdf.native import SUFFIXES

if TYPE_CHECKING:
    from curriculum_map.model import Catalogue
    from curriculum_map.problems import Problem

SPEC = "https://europa.eu/europass/elm-browser/index.html"


def write(catalogue: Catalogue, syntax: str) -> Written[str]:
    """Tell the offer in ELM 3.2; see `write_version`."""
    return write_version(catalogue, syntax, ELM_32)


def write_version(catalogue: Catalogue, syntax: str, version: Version) -> Written[str]:
    """Tell the offer in a version of ELM.

    Returns:
        The document, and as losses what it leaves out for want of a fact, what the model has no
        place for, and what the syntax cannot say.

    Raises:
        BadQuestion: If the project's base is not a web address RDF accepts.
    """
    from curriculum_map.formats.rdf.elm_losses import losses_of
    from curriculum_map.formats.rdf.elm_needs import offer
    from curriculum_map.formats.rdf.elm_writer import Writer
    from curriculum_map.formats.rdf.statements import Statements

    found = offer(catalogue, version)
    out = Statements(catalogue.settings, {**NAMESPACES, "elm": version.namespace}, syntax)
    writer = Writer(catalogue, version, found, out)
    writer.write()
    document = out.document()
    told = losses_of(catalogue, version, found, writer.credited)
    losses = {*told, *writer.losses, *out.losses}
    return Written(document, tuple(sorted(losses)))


def missing(catalogue: Catalogue, version: Version = ELM_32) -> tuple[Problem, ...]:
    """List what has to be said before everything in a catalogue can be told.

    Returns:
        Warnings with the code `missing-field`, sorted by file and line; empty if nothing lacks.
    """
    from curriculum_map.formats.rdf.elm_needs import offer

    return tuple(sorted(each.problem() for each in offer(catalogue, version).missing))


FORMAT = Format(
    name="elm",
    title="the European Learning Model 3.2",
    spec=SPEC,
    suffixes=SUFFIXES,
    write=write,
)
