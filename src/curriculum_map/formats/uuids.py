"""Identifiers for formats that name things by UUID: always the same for the same thing."""

from __future__ import annotations

import re
from uuid import NAMESPACE_URL, uuid5

UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
"""How a UUID is written."""


def iri_of(base: str, kind: str, *path: str) -> str:
    """Give the IRI a thing has in every format, such as `{base}outcome/unit__outcome`."""
    return f"{base}{kind}/{'__'.join(path)}"


def uuid_of(iri: str) -> str:
    """Give the UUID (version 5) of what an IRI names."""
    return str(uuid5(NAMESPACE_URL, iri))
