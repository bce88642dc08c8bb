"""Where things stand in time, and what is certain about their order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Order = Literal["earlier", "same", "later", "unknown"]


class Position(NamedTuple):
    """A place in time, as far as it is stated.

    Attributes:
        year: From 1; None if nobody states it.
        term: Of the year, from 1; None if nobody states it.
    """

    year: int | None
    term: int | None

    def compared_with(self, other: Position) -> Order:
        """Say how this place lies in time to another one: only what is certain.

        Returns:
            `unknown` if a year is missing, or if a term is and the years are the same.
        """
        if self.year is None or other.year is None:
            return "unknown"
        if self.year != other.year:
            return "earlier" if self.year < other.year else "later"
        if self.term is None or other.term is None:
            return "unknown"
        if self.term == other.term:
            return "same"
        return "earlier" if self.term < other.term else "later"


def earliest(positions: Iterable[Position]) -> Position:
    """Give the earliest of some places, as far as it is certain.

    Returns:
        Without a year if any place has none, and without a term if any place in the first
        year has none; without both for no places.
    """
    places = set(positions)
    if not places or any(place.year is None for place in places):
        return Position(None, None)
    year = min(place.year for place in places if place.year is not None)
    terms = [place.term for place in places if place.year == year]
    stated = [term for term in terms if term is not None]
    return Position(year, min(stated) if len(stated) == len(terms) else None)
