"""The envelope in which an endpoint gives a list, and what stands beside the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from curriculum_map.formats.oeapi.saying import IN_EXT, Said, Saying
from curriculum_map.formats.spelled import OWN
from curriculum_map.model import Catalogue


def page(objects: Sequence[Said], own: Said) -> dict[str, Any]:
    """Give a list as the only page there is.

    Args:
        objects: What is listed.
        own: What only this program reads; nothing is written for nothing.
    """
    said: dict[str, Any] = {
        "pageSize": len(objects),
        "pageNumber": 1,
        "hasPreviousPage": False,
        "hasNextPage": False,
        "totalPages": 1,
        "items": objects,
    }
    return said | {"ext": {OWN: own}} if own else said


def settings_of(catalogue: Catalogue) -> Said:
    """Give how IRIs are made, and in which languages texts are."""
    settings = catalogue.settings
    return {"base": settings.base, "languages": list(settings.languages)}


def own_of(catalogue: Catalogue, say: Saying) -> Said:
    """Give what the API knows nothing of: how IRIs are made, the scales, and how they compare."""
    for each in (*catalogue.scales.values(), *catalogue.crosswalks.values()):
        say.lose(each.kind, each.id, IN_EXT)
    return {
        **settings_of(catalogue),
        "scales": {each.id: say.spelled(each) for each in catalogue.scales.values()},
        "crosswalks": {each.id: say.spelled(each) for each in catalogue.crosswalks.values()},
    }
