"""The small pages that lead to the site, and in it to the language of a visitor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curriculum_map.pages.document import asset, document
from curriculum_map.pages.words import ENDONYMS, LANGUAGES

if TYPE_CHECKING:
    from curriculum_map.model import Settings


def landing_page(folder: str, settings: Settings) -> str:
    """Write a page that leads to the overview.

    It goes on by itself: to the language somebody chose before, else to one the browser asks
    for, else to English, and without JavaScript to English.

    Args:
        folder: Where the languages lie, seen from the page: empty, or ending in `/`.
        settings: What the project says about itself.
    """
    return document(
        "landing.html.j2",
        language=LANGUAGES[0],
        languages=settings.languages,
        style=asset("page.css"),
        scripts=(asset("landing.js"),),
        settings=settings,
        folder=folder,
        tongues=tuple(zip(LANGUAGES, ENDONYMS, strict=True)),
    )
