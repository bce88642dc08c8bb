"""Ids for what others know by long identifiers: short texts, each given once."""

from __future__ import annotations

import re

from curriculum_map.formats.curricular_analytics import slug
from curriculum_map.model.declare import ID_PATTERN


class ForeignIds:
    """Gives ids, and remembers what they were given for."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str], str] = {}
        self._taken: set[tuple[str, str]] = set()

    def take(self, kind: str, foreign: str, text: str, within: str = "") -> str:
        """Name a thing after a text, with a number behind it where another one has that name.

        Args:
            kind: What it is; things of different kinds may have one id.
            foreign: What others know it by, in upper or lower case.
            text: What its id is made of; of `foreign` if no letter of it can stand in an id.
            within: What its id has to be unique in; the project if left out.
        """
        scope = f"{kind} {within}"
        wanted = slug(text, "") or slug(foreign, kind)
        wanted = wanted if re.fullmatch(ID_PATTERN, wanted) else kind
        name, number = wanted, 1
        while (scope, name.lower()) in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add((scope, name.lower()))
        self._ids[scope, foreign.lower()] = name
        return name

    def of(self, kind: str, foreign: str, within: str = "") -> str:
        """Give the id of a thing; empty if it was given none."""
        return self._ids.get((f"{kind} {within}", foreign.lower()), "")
