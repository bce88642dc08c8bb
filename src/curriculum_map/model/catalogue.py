"""The checked whole of a project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, ClassVar, TypeVar

from curriculum_map.model.competency import Competency, Framework, RoleProfile
from curriculum_map.model.declare import Iri, Language, Named, Placed
from curriculum_map.model.level import Crosswalk, LevelRef, Scale
from curriculum_map.model.programme import Institution, Programme
from curriculum_map.model.text import NOTHING_SAID, Text
from curriculum_map.model.unit import Unit

_T = TypeVar("_T")
_NONE: Mapping[str, Any] = MappingProxyType({})


def by_id(things: dict[str, _T]) -> Mapping[str, _T]:
    """Give a map that cannot be changed, sorted by id."""
    return MappingProxyType(dict(sorted(things.items())))


def _none_of() -> Any:
    return field(default_factory=lambda: _NONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Named):
    """Where facts come from.

    Attributes:
        creator: Who wrote or published it.
        date: When it was published, as far as it is known.
        licence: Web address of the licence its words may be used under.
        url: Where it can be read.
        attribution: The line its licence asks to be shown.
    """

    kind: ClassVar[str] = "source"

    creator: str = ""
    date: str = ""
    licence: Iri = ""
    url: Iri = ""
    attribution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Placed):
    """What a project says about itself in curriculum-map.toml.

    Attributes:
        title: What the project is called.
        base: The address below which ids become IRIs; ends in `/` or `#`.
        languages: The languages every text should have, most important first. A text
            written without a language is in the first one.
        publisher: Who publishes the project.
        licence: Web address of the licence of the project's content.
        use: Open frameworks of the program that are read as if they stood in the project:
            `fair4s`, `fairsfair`, and `fair4s-to-miller` to compare the levels of the first.
    """

    title: Text = NOTHING_SAID
    base: Iri = "https://example.org/curriculum-map/"
    languages: tuple[Language, ...] = ("en",)
    publisher: str = ""
    licence: Iri = ""
    use: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything a project describes, checked: every name leads somewhere.

    Each map is from id to thing, sorted by id, and cannot be changed.
    """

    settings: Settings = field(default_factory=Settings)
    sources: Mapping[str, Source] = _none_of()
    scales: Mapping[str, Scale] = _none_of()
    crosswalks: Mapping[str, Crosswalk] = _none_of()
    frameworks: Mapping[str, Framework] = _none_of()
    competencies: Mapping[str, Competency] = _none_of()
    profiles: Mapping[str, RoleProfile] = _none_of()
    institutions: Mapping[str, Institution] = _none_of()
    programmes: Mapping[str, Programme] = _none_of()
    units: Mapping[str, Unit] = _none_of()

    def scale_of(self, competency: str) -> Scale:
        """Give the scale on which a competency of the catalogue is measured."""
        return self.scales[self.frameworks[self.competencies[competency].framework].scale]

    def ranks(self) -> Ranks:
        """Give what compares levels, own scale and crosswalks taken together."""
        return Ranks(self)


class Ranks:
    """Compares levels by rank on the scale of the competency they are about."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Work out the rank of every level on every scale it can be compared with."""
        on_scale: dict[str, dict[LevelRef, int]] = defaultdict(dict)
        for level, scale, rank in _all_ranks(catalogue.scales, catalogue.crosswalks):
            on_scale[scale][level] = rank
        of = {f.id: on_scale[f.scale] for f in catalogue.frameworks.values()}
        # What is not checked yet may name a framework that is not there.
        self._of = {c.id: of.get(c.framework, {}) for c in catalogue.competencies.values()}

    def rank(self, level: LevelRef, competency: str) -> int:
        """Give the rank a level has for a competency.

        Returns:
            From 1, on the competency's own scale; 0 for a level that its crosswalk
            leaves out.

        Raises:
            KeyError: If neither the scale nor a crosswalk knows the level, or the competency or
                its framework is not there; in a checked catalogue there is no such contribution
                or requirement.
        """
        return self._of[competency][level]


def _all_ranks(
    scales: Mapping[str, Scale], crosswalks: Mapping[str, Crosswalk]
) -> Iterator[tuple[LevelRef, str, int]]:
    """Give each level, a scale it can be compared on, and its rank there."""
    for walk in crosswalks.values():
        counts_as = {pair.origin: pair.target for pair in walk.levels}
        target = scales[walk.target]
        for level in scales[walk.origin].levels:
            rank = target.rank(counts_as.get(level.id, ""))
            yield LevelRef(walk.origin, level.id), walk.target, rank
    for scale in scales.values():
        for rank, level in enumerate(scale.levels, 1):
            yield LevelRef(scale.id, level.id), scale.id, rank


COLLECTIONS: Mapping[str, type[Named]] = MappingProxyType(
    {
        "sources": Source,
        "scales": Scale,
        "crosswalks": Crosswalk,
        "frameworks": Framework,
        "competencies": Competency,
        "profiles": RoleProfile,
        "institutions": Institution,
        "programmes": Programme,
        "units": Unit,
    }
)
"""What a catalogue holds: name of the collection, and what is in it."""
