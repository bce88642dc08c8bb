"""Ids of the project and id numbers of Moodle, which may be any text."""

from __future__ import annotations

from collections.abc import Collection

from curriculum_map.formats.made_ids import id_of, id_of_words
from curriculum_map.model import Competency


def free_id(words: str, taken: Collection[str]) -> str:
    """Make an id of words that is not taken."""
    name = id_of_words(words)
    return name if name not in taken else f"{name}-{len(taken) + 1}"


def number_of(competency: Competency) -> str:
    """Give the id number of a competency: its code where its id was made of that, else its id."""
    code = competency.code
    is_source = code.strip() == code and code[:1].isalnum() and id_of(code) == competency.id
    return code if is_source else competency.id
