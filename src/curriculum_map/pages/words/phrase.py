"""One phrase of the pages in every language they speak."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Words(NamedTuple):
    """A phrase; what stands in braces is filled in, and is the same in each language."""

    en: str
    nl: str
    et: str


Phrases = Mapping[str, Words]
"""Name of a phrase, by which templates ask for it, to the phrase."""

LANGUAGES = Words._fields
"""The languages of the pages, as tags; the first is that of a visitor of whom nothing is known."""

ENDONYMS = Words("English", "Nederlands", "Eesti")
"""What each language calls itself."""
