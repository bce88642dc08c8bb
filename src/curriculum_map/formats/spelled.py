"""Things of the model as plain values, in the words of the files of a project.

Texts always say their languages, and where facts come from is left out: this is what formats of
others carry in the places they keep for everybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from curriculum_map.formats.yaml_spelling import Spelling
from curriculum_map.model import Catalogue
from curriculum_map.model.declare import Named

OWN = "x-curriculum-map"
"""The name below which stands what only this program reads."""
_NO_LANGUAGE = ("",)
_LEFT_OUT = frozenset({"source", "quote", "note"})


class Spelled:
    """Spells the things of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._spelling = Spelling(catalogue, _NO_LANGUAGE)
        self._last: tuple[Named | None, dict[str, Any]] = None, {}

    def of(self, thing: Named) -> dict[str, Any]:
        """Give what is said about a thing, by key; its id is not among it."""
        if self._last[0] is not thing:
            self._last = thing, _plain(self._spelling.named(thing, {}))
        return self._last[1]


def _plain(said: Any) -> Any:
    if isinstance(said, Mapping):
        return {key: _plain(each) for key, each in said.items() if key not in _LEFT_OUT}
    return [_plain(each) for each in said] if isinstance(said, list | tuple) else said
