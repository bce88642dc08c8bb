"""What the things of an endpoint are called in a project."""

from __future__ import annotations

from collections.abc import Iterable

from curriculum_map.formats.foreign_ids import ForeignIds
from curriculum_map.formats.oeapi.objects import Objects, Thing
from curriculum_map.formats.uuids import UUID, iri_of, uuid_of

KINDS = {
    "organisations": "institution",
    "programmes": "programme",
    "courses": "unit",
    "learning-components": "unit",
}
"""The kind of thing that the objects of a list become; learning outcomes become several."""


class Names(ForeignIds):
    """Gives every object an id: its code, made to fit; the first one has it unchanged.

    Attributes:
        base: The address below which the ids of our own documents are IRIs.
    """

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base

    def name(self, kind: str, things: Iterable[Thing]) -> None:
        """Name objects of one kind."""
        for thing in things:
            code = thing.inner("primaryCode")
            self.take(kind, thing.uuid or "", (code and code.text("code")) or "")

    def is_ours(self, kind: str, uuid: str) -> bool:
        """Tell whether the UUID of a thing is the one this program gives it."""
        return uuid.lower() == uuid_of(iri_of(self.base, kind, self.of(kind, uuid)))

    def is_theirs(self, kind: str, uuid: str) -> bool:
        """Tell whether the UUID of a thing has to be kept."""
        return bool(UUID.fullmatch(uuid)) and not self.is_ours(kind, uuid)


def names_of(objects: Objects, base: str) -> Names:
    """Name the institutions, programmes and units among objects."""
    names = Names(base)
    for name, kind in KINDS.items():
        names.name(kind, objects.of(name))
    return names
