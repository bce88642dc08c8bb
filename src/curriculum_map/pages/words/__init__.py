"""Every word the pages say themselves, by language. What an author wrote is never in here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from curriculum_map.pages.words import (
    codes,
    common,
    competency,
    data,
    graph,
    heatmap,
    iri,
    overview,
    path,
    problems,
    programme,
)
from curriculum_map.pages.words.phrase import ENDONYMS, LANGUAGES, Phrases

__all__ = ["ENDONYMS", "LANGUAGES", "MODULES", "WORDS"]

MODULES: tuple[Phrases, ...] = (
    common.WORDS,
    codes.WORDS,
    competency.WORDS,
    data.WORDS,
    overview.WORDS,
    problems.WORDS,
    programme.WORDS,
    heatmap.WORDS,
    graph.WORDS,
    path.WORDS,
    iri.WORDS,
)
"""The phrases of each page. No name stands in two of them."""


def _in(language: str) -> Mapping[str, str]:
    spoken = LANGUAGES.index(language)
    return MappingProxyType({name: said[spoken] for part in MODULES for name, said in part.items()})


WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType({tag: _in(tag) for tag in LANGUAGES})
"""Language tag -> name of a phrase -> the phrase. Every language has the same names."""
