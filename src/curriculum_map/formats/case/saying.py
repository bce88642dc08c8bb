"""Small things that all parts of a package have in common."""

from __future__ import annotations

from typing import Any

from curriculum_map.formats.spelled import OWN

Said = dict[str, Any]


def statement(title: str, about: str) -> Said:
    """Give a title, with what it means if that is known: CASE puts the long text first."""
    return {"fullStatement": about or title, "abbreviatedStatement": title if about else ""}


def noted(note: str, own: Said) -> Said:
    """Give a remark, and what only this program reads."""
    said = without_nothing(own)
    return without_nothing({"notes": note, "extensions": {OWN: said} if said else {}})


def without_nothing(said: Said) -> Said:
    """Leave out what says nothing, for CASE knows no `null`; also inside of extensions."""
    kept = {}
    for key, value in said.items():
        inner = without_nothing(value) if key == "extensions" else value
        if inner not in (None, "", [], {}) and inner != {OWN: {}}:
            kept[key] = inner
    return kept
