"""Ids for what others call by IRIs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

_SAYS_NOTHING = frozenset({"", "scheme", "schema", "concept-scheme", "conceptscheme", "skos"})


def own_id(iri: str, base: str, kind: str) -> str:
    """Give the id behind an IRI as our own export writes it; empty if it is none.

    What stands inside something else has the ids of both with a double underscore between.
    """
    return iri.removeprefix(f"{base}{kind}/") if iri.startswith(f"{base}{kind}/") else ""


def ids_for(iris: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """Give each IRI an id like its last telling part, no two alike but for upper and lower case.

    Args:
        iris: The IRIs, with a hash or slashes; the order decides who gets a number.
        taken: Ids that are in use.
    """
    used = {each.lower() for each in taken}
    found = {}
    for iri in iris:
        wanted = name = slug(iri)
        number = 1
        while name.lower() in used:
            number += 1
            name = f"{wanted}-{number}"
        used.add(name.lower())
        found[iri] = name
    return found


def slug(iri: str) -> str:
    """Make an id of the last part of an IRI that says something."""
    address = urlsplit(iri)
    parts = [address.netloc, *address.path.split("/"), *re.split("[/#:]", address.fragment)]
    ids = [_id(unquote(part)) for part in (parts if address.netloc else re.split("[/#:]", iri))]
    return next((each for each in reversed(ids) if each.lower() not in _SAYS_NOTHING), "concept")


def _id(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+|[._-]{2,}", "-", text).strip("._-")
