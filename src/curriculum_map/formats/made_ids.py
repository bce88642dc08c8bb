"""Ids made of texts that are none: the same text always gives the same id."""

from __future__ import annotations

import re
import unicodedata
import zlib

from curriculum_map.model.declare import ID_PATTERN


def id_of(text: str) -> str:
    """Make an id of what somebody else uses as one; a text that is an id stays as it is."""
    return text if re.fullmatch(ID_PATTERN, text) else id_of_words(text)


def id_of_words(words: str) -> str:
    """Make an id of words, lower-case; letters lose their accents.

    Words of which nothing can stand in an id, such as Chinese ones, give a number with an `x`.
    """
    plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or f"x{zlib.crc32(words.encode()):08x}"
