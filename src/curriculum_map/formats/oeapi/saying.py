"""How the API writes texts and languages, and what it takes in `ext`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

from curriculum_map.formats.base import Loss
from curriculum_map.formats.forms import usual_tag
from curriculum_map.formats.spelled import Spelled
from curriculum_map.formats.uuids import UUID, iri_of, uuid_of
from curriculum_map.model import Catalogue, Framework, Identifier, Outcome, Programme, Text, Unit
from curriculum_map.model.declare import Named

Said = dict[str, Any]

IN_EXT = "The API has no field for it; it stands in `ext`, which only this program reads."
THEIRS = "oeapi"
"""The register under which the UUID is kept that an endpoint knows something by."""
LONGEST = 256
"""Characters a short name may have."""
_LANGUAGE = re.compile(
    r"([a-z]{2,3})(-([A-Z]{2}|[0-9]{3}))?(-([a-z]{4}))?(-([a-z]{2}|[0-9]{3}))*(-[a-z0-9]{2,8})*"
    r"(-x(-[a-z0-9]{1,8})+)?"
)
_LANGUAGE_LOST = 'The API does not take "{}" for a language as it is written.'
_TOO_LONG = f"The API takes {LONGEST} characters at most; it is cut there."


@cache
def written_tag(tag: str) -> str:
    """Give a language tag as the API takes it: as it is, or else in lower case."""
    return tag if _LANGUAGE.fullmatch(tag) else tag.lower()


def is_theirs(identifier: Identifier) -> bool:
    """Tell whether an identifier is the UUID that an endpoint knows something by."""
    return identifier.scheme == THEIRS and UUID.fullmatch(identifier.value) is not None


def without_nothing(said: Said) -> Said:
    """Leave out what says nothing: the API writes that by leaving it out, too."""
    return {key: value for key, value in said.items() if value not in (None, "", [], {})}


class Saying:
    """Writes texts and names, and remembers what could not be said.

    Attributes:
        losses: What could not be said so far.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.losses: set[Loss] = set()
        self._base = catalogue.settings.base
        self._theirs = {
            (each.kind, each.id): identifier.value
            for things in (catalogue.institutions, catalogue.programmes)
            for each in things.values()
            for identifier in each.identifiers
            if is_theirs(identifier)
        }
        self._spelled = Spelled(catalogue)

    def uuid(self, kind: str, *path: str) -> str:
        """Give the UUID of something: the one it was read with, else that of its IRI."""
        if known := self._theirs.get((kind, path[0])):
            return known
        return uuid_of(iri_of(self._base, kind, *path))

    def texts(self, text: Text, name: str) -> list[Said]:
        """Give a text in each of its languages."""
        tags = self.tags(text.languages, name)
        pairs = zip(tags, text.values, strict=True)
        return [{"language": tag, "value": said} for tag, (_, said) in pairs]

    def tags(self, languages: Collection[str], name: str) -> list[str]:
        """Give language tags as the API takes them."""
        tags = [written_tag(each) for each in languages]
        for tag, was in zip(tags, languages, strict=True):
            if usual_tag(tag) != was:
                self.lose("language", name, _LANGUAGE_LOST.format(was))
        return tags

    def short(self, text: str, kind: str, name: str) -> str:
        """Give a short name, cut to what the API takes."""
        if len(text) > LONGEST:
            self.lose(kind, name, _TOO_LONG)
        return text[:LONGEST]

    def about(self, thing: Programme | Framework) -> tuple[list[Said], Said]:
        """Give what a thing is about, its disclaimer below it, and for `ext` both apart."""
        said = dict(thing.description.values)
        for tag, words in thing.disclaimer.values:
            said[tag] = "\n\n".join(filter(None, (said.get(tag, ""), words)))
        spelled = self.spelled(thing)
        apart = ("description", "disclaimer")
        ext: Said = {key: spelled[key] for key in apart if key in spelled}
        texts = self.texts(Text(tuple(sorted(said.items()))), thing.id)
        return texts, ext if thing.disclaimer else {}

    def lose(self, kind: str, name: str, reason: str) -> None:
        """Note that something is lost."""
        self.losses.add(Loss(kind, name, reason))

    def spelled(self, thing: Named) -> Said:
        """Give a thing in the words of a file of a project, but for where it comes from."""
        return self._spelled.of(thing)

    def outcome(self, unit: Unit, outcome: Outcome) -> Said:
        """Give an outcome in the words of a file of a project, but for where it comes from."""
        said: Said = self.spelled(unit)["outcomes"][outcome.id]
        return said

    def unsaid(self, thing: Named, keys: Iterable[str]) -> Said:
        """Give for `ext` what a thing says under keys for which the API has no field."""
        spelled = self.spelled(thing)
        said = {key: spelled[key] for key in keys if key in spelled}
        for key in said:
            self.lose(key, thing.id, IN_EXT)
        return said
