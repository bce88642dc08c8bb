"""What the site offers partners beside the tables: the project in their formats, with losses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from curriculum_map.cli.losses import LOSSES, losses_csv

if TYPE_CHECKING:
    from curriculum_map.model import Catalogue

DOCUMENTS: Mapping[str, str] = {
    "skos.ttl": "skos",
    "crosswalk.sssom.tsv": "sssom",
    "elm.ttl": "elm",
    "schema-org.jsonld": "schema-org",
}
"""Name of a file, and the format it is in."""


def downloads(catalogue: Catalogue) -> Mapping[str, str | bytes]:
    """Hand the catalogue over in each of these formats; the losses of each lie beside it.

    A document in which nothing stands is left out.
    """
    from curriculum_map.formats import FORMATS

    made: dict[str, str | bytes] = {}
    for name, format_name in DOCUMENTS.items():
        format_ = FORMATS[format_name]
        assert format_.write
        written = format_.write(catalogue, next(iter(format_.suffixes.values())))
        if written.document:
            made[name] = written.document
            if written.losses:
                made[f"{name}{LOSSES}"] = losses_csv(written.losses)
    return made
