"""The European Learning Model 3.3, as the catalogue of QualityLink takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curriculum_map.formats.base import Format, Written
from curriculum_map.formats.rdf.elm import write_version
from curriculum_map.formats.rdf.elm_terms import ELM_33
from curriculum_map.formats.rdf.native import SUFFIXES

if TYPE_CHECKING:
    from curriculum_map.model import Catalogue


def write(catalogue: Catalogue, syntax: str) -> Written[str]:
    """Tell the offer in ELM 3.3; see `elm.write_version`."""
    return write_version(catalogue, syntax, ELM_33)


FORMAT = Format(
    name="elm-3.3",
    title="the European Learning Model 3.3, as QualityLink takes it",
    spec="https://specs.quality-link.eu/",
    suffixes=SUFFIXES,
    write=write,
)
