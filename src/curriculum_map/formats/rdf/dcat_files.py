"""What the manifest says about files by their names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from curriculum_map.formats.rdf.namespaces import OWN

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".csv": "text/csv",
        ".html": "text/html",
        ".json": "application/json",
        ".jsonld": "application/ld+json",
        ".md": "text/markdown",
        ".nt": "application/n-triples",
        ".rdf": "application/rdf+xml",
        ".trig": "application/trig",
        ".tsv": "text/tab-separated-values",
        ".ttl": "text/turtle",
        ".txt": "text/plain",
        ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".xml": "application/xml",
    }
)
"""The registered media type of each ending; other endings are written without one."""

_IANA = "https://www.iana.org/assignments/media-types/"


class About(NamedTuple):
    """What a data set is.

    Attributes:
        title: What it is called, in English.
        description: What is in it, in one sentence.
        standard: The IRI of what its files conform to; empty if there is none.
    """

    title: str
    description: str
    standard: str = ""


KNOWN: Mapping[str, About] = MappingProxyType(
    {
        "closing": About(
            "Closing plans",
            "For each programme that aims at something, the cheapest existing units that close "
            "its gaps.",
        ),
        "coverage": About(
            "Coverage",
            "For each programme and each competency it requires: the level required, possible, "
            "guaranteed and assessed.",
        ),
        "curriculum-map": About(
            "The whole catalogue",
            "Frameworks, role profiles, institutions, programmes and units as linked data.",
            OWN,
        ),
        "gaps": About(
            "Gaps",
            "What each programme does not teach, not far enough, or not assess, with the reasons.",
        ),
        "graph": About(
            "Knowledge graph", "Programmes, units and competencies as a page to explore."
        ),
        "index": About(
            "Pages", "The way to the pages of programmes, competencies and learning paths."
        ),
        "lenders": About(
            "Lenders", "Units of other programmes that would close a gap, most useful first."
        ),
        "metrics": About(
            "Metrics", "What the requisites of each programme cost, as Curricular Analytics counts."
        ),
        "paths": About(
            "Learning paths", "The cheapest way to each role profile for somebody who has nothing."
        ),
        "redundancy": About(
            "Redundancy", "Competencies taught again at the same level with no rise after."
        ),
        "sources": About(
            "Sources", "What the tables rest on, under which licences, and whom to give credit."
        ),
        "spirals": About("Spirals", "Competencies taught again at a higher level."),
    }
)
"""The data sets of an export by the names of their files without the ending."""


def data_set_of(name: str) -> str:
    """Give the data set a file belongs to: its name up to the ending."""
    return PurePosixPath(name).stem


def about(data_set: str) -> About:
    """Say what a data set is; of one that is not known, what its files are called."""
    other = About(data_set, f'The files called "{data_set}" of this export.')
    return KNOWN.get(data_set, other)


def media_type(name: str) -> str:
    """Give the IRI of the media type of a file; empty if its ending has none."""
    known = MEDIA_TYPES.get(PurePosixPath(name).suffix, "")
    return known and _IANA + known
