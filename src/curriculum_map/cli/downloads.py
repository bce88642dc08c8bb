"""What the site offers partners beside the tables: the project in their formats, with losses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from curriculum_map.cli.build import BYTE_ORDER_MARK
from curriculum_map.cli.export import LOSSES
from curriculum_map.cli.show import as_csv

if TYPE_CHECKING:
    from curriculum_map.formats.base import Loss
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


def losses_csv(losses: Sequence[Loss]) -> str:
    """List losses as a CSV file."""
    from curriculum_map.analysis.table import Table

    columns = dict.fromkeys(("kind", "name", "reason"), "string")
    return BYTE_ORDER_MARK + as_csv(Table("losses", columns, tuple(losses)))
