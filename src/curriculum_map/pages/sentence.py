"""Sentences of the program: what they quote is not always called so in their language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from curriculum_map.model import COLLECTIONS, NOTHING_SAID, Catalogue, Text
from curriculum_map.pages.document import said

QUOTED = re.compile("(?<=[“„])([^“„”]+)(?=[“”])")
"""What stands between quotation marks, as `analysis.speech` puts them in any of its languages."""


def untranslated(catalogue: Catalogue, language: str) -> Mapping[str, str]:
    """Find what is called in another language where a page in `language` names it.

    Returns:
        The language of each title, of a thing or inside it, and of each outcome that is not
        translated, by its words; also by the words without their full stop, as a sentence quotes
        them. What something else is called in `language` is left out.
    """
    languages = (language, *catalogue.settings.languages)
    chosen = [text.said_in(*languages) for text in _texts(catalogue)]
    quoted = [(s, form) for s, words in chosen for form in (words, words.removesuffix("."))]
    own = {words for spoken, words in quoted if spoken == language}
    return {words: spoken for spoken, words in quoted if spoken and words not in own}


def sentence(text: str, untranslated: Mapping[str, str]) -> Markup:
    """Show a sentence as text; what it quotes in another language carries that language."""
    return Markup("<bdi>{}</bdi>").format(
        Markup("").join(
            said(Text(((untranslated[part], part),)), "", ()) if part in untranslated else part
            for part in QUOTED.split(text)
        )
    )


def _texts(catalogue: Catalogue) -> Iterator[Text]:
    for collection in COLLECTIONS:
        for thing in getattr(catalogue, collection).values():
            yield getattr(thing, "title", NOTHING_SAID)
    for framework in catalogue.frameworks.values():
        yield from (area.title for area in framework.areas)
    for scale in catalogue.scales.values():
        yield from (level.title for level in scale.levels)
    for unit in catalogue.units.values():
        yield from (outcome.text for outcome in unit.outcomes)
        yield from (assessment.title for assessment in unit.assessments)
