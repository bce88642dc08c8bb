"""Documents to catalogues and back: one module for each format, and the table of them all."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from curriculum_map.formats import curricular_analytics
from curriculum_map.formats.base import Format, Loss, Written
from curriculum_map.formats.rdf import native

FORMATS: Mapping[str, Format] = MappingProxyType(
    {each.name: each for each in (native.FORMAT, curricular_analytics.FORMAT)}
)
"""Every format by the name it has on the command line."""

__all__ = ["FORMATS", "Format", "Loss", "Written"]
