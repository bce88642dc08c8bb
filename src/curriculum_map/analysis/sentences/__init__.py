"""Every sentence that an answer says itself, in each language the answers speak.

One module a language, loaded when somebody asks for it. A template names its parts in braces.
Titles that authors wrote come into it in quotation marks and are never inflected, so a
template words the sentence around them. A key with a colon is a variant of what stands before
it; `:one` and `:many` go by a count.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from curriculum_map.errors import UnknownName

LANGUAGES = ("en", "nl", "et")
"""Tags of the languages that answers speak; the first is spoken where none is asked for."""


def spoken(language: str) -> str:
    """Give the tag of a language that answers speak; that of the first for an empty one.

    Raises:
        UnknownName: If answers do not speak it.
    """
    if language and language not in LANGUAGES:
        raise UnknownName("language of answers", language, LANGUAGES)
    return language or LANGUAGES[0]


def sentences(language: str = "") -> Mapping[str, str]:
    """Give the templates of a language by key; every language has the same keys.

    Raises:
        UnknownName: If answers do not speak it.
    """
    found: Mapping[str, str] = import_module(f"{__name__}.{spoken(language)}").SENTENCES
    return found


def translated(language: str) -> Mapping[str, Mapping[str, str]]:
    """Give the definitions in a language other than the first, by group, then by what is defined.

    Raises:
        UnknownName: If answers do not speak it.
    """
    found: Mapping[str, Mapping[str, str]]
    found = import_module(f"{__name__}.meanings_{spoken(language)}").MEANINGS
    return found
