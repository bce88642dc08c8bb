"""The page of downloads: what there is to take along, for whom, and how a copy is checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from curriculum_map.model import Programme
from curriculum_map.pages.frame import Page, framed
from curriculum_map.pages.words import WORDS

if TYPE_CHECKING:
    from curriculum_map.pages.site import Site

AUDIENCES: Mapping[str, str] = {
    "closing": "designer",
    "coverage": "designer",
    "gaps": "designer",
    "lenders": "designer",
    "metrics": "designer",
    "redundancy": "designer",
    "spirals": "designer",
    "paths": "student",
    "manifest": "portal",
}
"""For whom a file is, by its name; all others are for partners."""

LOSSES = ".losses.csv"
"""What the name of a file is followed by where its losses are listed."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file that the site offers.

    Attributes:
        name: Where it lies in `data/`.
        about: Name of what is described, such as `gaps`.
        audience: For whom it is made.
        size: In bytes.
        checksum: SHA-256 in hexadecimal digits.
        losses: Name of the file that lists what it could not carry; empty if there is none.
        programme: The programme it is about; `None` if it is about all.
    """

    name: str
    about: str
    audience: str
    size: int
    checksum: str
    losses: str = ""
    programme: Programme | None = None


def data_pages(site: Site, language: str) -> Iterator[tuple[str, str]]:
    """Make `data.html`."""
    page = Page(
        site=site,
        template="data.html.j2",
        address="data.html",
        language=language,
        title=WORDS[language]["data_title"],
    )
    files = tuple(_files(site))
    yield framed(page, downloads=files, workbooks=tuple(_workbooks(site, language)))


def workbook_name(programme: str, language: str) -> str:
    """Say where the workbook of a programme lies in `data/`."""
    return f"programme/{programme}.{language}.xlsx"


def _files(site: Site) -> Iterator[Download]:
    for name, content in site.files.items():
        if name.endswith(LOSSES):
            continue
        about = PurePosixPath(name).name.partition(".")[0]
        losses = f"{name}{LOSSES}" if f"{name}{LOSSES}" in site.files else ""
        size, checksum = _measured(content)
        audience = AUDIENCES.get(about, "partner")
        yield Download(name, about, audience, size, checksum, losses)


def _workbooks(site: Site, language: str) -> Iterator[Download]:
    for programme in site.catalogue.programmes.values():
        size, checksum = _measured(site.workbook(programme.id, language))
        name = workbook_name(programme.id, language)
        yield Download(name, "workbook", "designer", size, checksum, programme=programme)


def _measured(content: str | bytes) -> tuple[int, str]:
    written = content.encode() if isinstance(content, str) else content
    return len(written), sha256(written).hexdigest()
