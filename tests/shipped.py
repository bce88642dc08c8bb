"""What several tests of the shipped content need: its quotes, and the texts they are from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import NamedTuple

from curriculum_map.model import Contribution
from curriculum_map.model.declare import Sourced

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
"""Where the texts of the sources lie. They are not ours to ship, so they may be absent."""

CONTENT = SHARED / "content"
SEEDS: Mapping[str, Path] = {
    "dash-2025": SHARED / "seeds" / "002_a0893b901e867d82.txt",
    "dash-about": SHARED / "seeds" / "001_4194a933d09ab3ce.txt",
    "dash-news": SHARED / "seeds" / "000_fda6883c2b444a43.txt",
    "dataclinic": SHARED / "seeds" / "004_e8cd480f975166d5.txt",
    "umcu-2023": SHARED / "seeds" / "003_972ad30a1d7e2c2e.txt",
}


class Quote(NamedTuple):
    """Words of a source, and the sources they may stand in."""

    sources: tuple[str, ...]
    words: str


def quotes(thing: object, sources: tuple[str, ...] = ()) -> Iterator[Quote]:
    """Find every quote in a thing; what names no source has that of what encloses it."""
    if isinstance(thing, tuple):
        for each in thing:
            yield from quotes(each, sources)
    if not is_dataclass(thing):
        return
    if isinstance(thing, Sourced):
        sources = thing.sources or sources
        words = (thing.quote, thing.evidence if isinstance(thing, Contribution) else "")
        yield from (Quote(sources, each) for each in words if each)
    for field in fields(thing):
        yield from quotes(getattr(thing, field.name), sources)


def all_quotes(*collections: Mapping[str, object]) -> list[Quote]:
    """Give every quote in the collections once, sorted."""
    return sorted({each for things in collections for each in quotes(tuple(things.values()))})


def normal(text: str) -> str:
    """Give a text with every run of white space as one space."""
    return " ".join(text.split())


def invented(found: Iterable[Quote], text: Mapping[str, str]) -> list[Quote]:
    """Give the quotes that stand in none of their sources.

    Args:
        found: The quotes.
        text: Id of a source to its text, white space made normal.
    """
    return [
        each
        for each in found
        if not any(normal(each.words) in text.get(source, "") for source in each.sources)
    ]


def digest(value: object) -> str:
    """Give a short name for a value that changes whenever the value does."""
    return hashlib.sha256(repr(value).encode()).hexdigest()[:16]
