"""Documents to catalogues and back: one module for each format, and the table of them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from curriculum_map.formats.base import Format

MODULES: Mapping[str, str] = {
    "yaml": "curriculum_map.formats.yaml_project",
    "workbook": "curriculum_map.formats.workbook",
    "csv": "curriculum_map.formats.csv_files",
    "rdf": "curriculum_map.formats.rdf.native",
    "elm": "curriculum_map.formats.rdf.elm",
    "elm-3.3": "curriculum_map.formats.rdf.elm_33",
    "schema-org": "curriculum_map.formats.rdf.schema_org",
    "dcat": "curriculum_map.formats.rdf.dcat",
    "skos": "curriculum_map.formats.rdf.skos",
    "sssom": "curriculum_map.formats.sssom",
    "oeapi": "curriculum_map.formats.oeapi",
    "oeapi-v5": "curriculum_map.formats.oeapi.version_5",
    "curricular-analytics": "curriculum_map.formats.curricular_analytics",
    "matrix": "curriculum_map.formats.matrix.files",
    "case": "curriculum_map.formats.case",
    "moodle": "curriculum_map.formats.moodle",
    "esco": "curriculum_map.formats.esco",
    "fair4s": "curriculum_map.formats.fair4s",
    "direct": "curriculum_map.formats.direct",
    "digcomp": "curriculum_map.formats.digcomp",
}
"""The name of each format, and the module whose `FORMAT` it is."""


class Formats(Mapping[str, "Format"]):
    """The formats by name, in the order of `MODULES`; each is imported when it is asked for."""

    def __getitem__(self, name: str) -> Format:
        """Give a format, or raise `KeyError`."""
        module = import_module(MODULES[name])
        format_: Format = module.FORMAT
        return format_

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        return iter(MODULES)

    def __len__(self) -> int:
        """Count them."""
        return len(MODULES)


FORMATS: Mapping[str, Format] = Formats()
"""Every format by the name it has on the command line."""

__all__ = ["FORMATS", "MODULES"]
