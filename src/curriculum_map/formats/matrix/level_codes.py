"""A short code for each level of some scales: a letter where letters tell them apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from curriculum_map.formats.matrix.grid import LevelCodes
from curriculum_map.model import Catalogue, Scale


def level_codes(catalogue: Catalogue, scales: Sequence[str]) -> LevelCodes:
    """Give each level of each scale a code of its own, such as `I`, `3` or `B2`."""
    codes: dict[tuple[str, int], str] = {}
    for number, scale in enumerate(scales):
        for proposed in _proposals(catalogue.scales[scale], number, catalogue):
            if len(set(proposed)) == len(proposed) and not {*proposed} & {*codes.values()}:
                codes |= {(scale, rank): code for rank, code in enumerate(proposed, 1)}
                break
    return codes


def _proposals(scale: Scale, number: int, catalogue: Catalogue) -> Iterator[list[str]]:
    titles = [level.title.show(*catalogue.settings.languages) for level in scale.levels]
    first = [title.strip()[:1].upper() for title in titles]
    if all(letter.isascii() and letter.isalpha() for letter in first):
        yield first
    ranks = range(1, len(titles) + 1)
    yield [str(rank) for rank in ranks]
    yield [f"{chr(ord('A') + number % 26)}{rank}" for rank in ranks]
    yield [f"S{number}L{rank}" for rank in ranks]
