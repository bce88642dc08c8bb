"""The manifest of an export: what lies in it, as an open-data portal reads it (DCAT-AP 3.0.1).

It says of every file its size and SHA-256 checksum, its licence and publisher, the sources the
facts come from and the version of the program. It names no time, so that the same project gives the
same manifest. Addresses are those the files have once they are published at the project's base.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curriculum_map.formats.base import Files, Format, Loss, Written
from curriculum_map.formats.rdf.native import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from curriculum_map.model import Catalogue, Settings

FILE = "curriculum-map.toml"


def write(catalogue: Catalogue, syntax: str) -> Written[str]:
    """Describe the one file that the lossless format makes of a catalogue, in Turtle.

    Raises:
        BadQuestion: If the project's base is not a web address RDF accepts.
    """
    from curriculum_map.formats.rdf import native

    whole = {"curriculum-map.ttl": native.write(catalogue, "turtle").document}
    return manifest(catalogue, whole, syntax)


def manifest(catalogue: Catalogue, files: Files, syntax: str = "turtle") -> Written[str]:
    """Describe files that were made of a catalogue.

    Args:
        catalogue: What they were made of.
        files: Name to content; text is in UTF-8 on the disk. Files that differ in the ending only
            are one data set in several forms.
        syntax: One of the syntaxes of `SUFFIXES`.

    Returns:
        The document, and as losses the facts that DCAT-AP asks for and the project does not say.

    Raises:
        BadQuestion: If the project's base is not a web address RDF accepts.
    """
    from curriculum_map.formats.rdf.dcat_writer import NAMESPACES, Writer
    from curriculum_map.formats.rdf.statements import Statements

    out = Statements(catalogue.settings, NAMESPACES, syntax)
    Writer(catalogue, out).write(files)
    losses = {*_missing(catalogue.settings), *out.losses}
    return Written(out.document(), tuple(sorted(losses)))


def _missing(settings: Settings) -> Iterator[Loss]:
    for name, asked in (("publisher", "must have"), ("licence", "should have")):
        if not getattr(settings, name):
            reason = f"A manifest {asked} a {name}: say `{name}` in {FILE}."
            yield Loss("catalogue", "settings", reason)


FORMAT = Format(
    name="dcat",
    title="a manifest for open-data portals",
    spec="https://semiceu.github.io/DCAT-AP/releases/3.0.1/",
    suffixes=SUFFIXES,
    write=write,
)
