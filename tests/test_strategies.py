"""The random catalogues of the tests leave no field of the model out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from hypothesis import HealthCheck, given, settings

from curriculum_map import model
from curriculum_map.model import Catalogue
from strategies import catalogues

CLASSES = [each for each in vars(model).values() if isinstance(each, type) and is_dataclass(each)]


def _said(value: Any) -> Iterator[tuple[str, str]]:
    """Give every class and field that says something else than its default, all the way down."""
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        for each in value:
            yield from _said(each)
    elif hasattr(value, "values") and not is_dataclass(value):
        yield from _said(tuple(value.values()))
    elif is_dataclass(value):
        for each in fields(value):
            found = getattr(value, each.name)
            if each.default is MISSING or found != each.default:
                yield type(value).__name__, each.name
                yield from _said(found)


def test_random_catalogues_say_something_in_every_field_of_every_class() -> None:
    seen: set[tuple[str, str]] = set()

    @settings(
        max_examples=200, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(catalogues())
    def look_at(catalogue: Catalogue) -> None:
        seen.update(_said(catalogue))

    look_at()
    assert {(of.__name__, each.name) for of in CLASSES for each in fields(of)} - seen == set()
