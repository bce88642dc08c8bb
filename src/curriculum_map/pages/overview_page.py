"""The overview: every programme with its figures, its gaps and its learners."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from curriculum_map.pages.frame import Page, framed
from curriculum_map.pages.words import WORDS

if TYPE_CHECKING:
    from curriculum_map.pages.site import Site


def overview_pages(site: Site, language: str) -> Iterator[tuple[str, str]]:
    """Make `index.html`."""
    page = Page(
        site=site,
        template="overview.html.j2",
        address="index.html",
        language=language,
        title=WORDS[language]["overview_title"],
    )
    yield framed(page, programmes=tuple(site.catalogue.programmes.values()))
