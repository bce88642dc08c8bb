"""The catalogue compiled once: what every question about it has to look up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache

from curriculum_map.analysis.contents import Contents
from curriculum_map.analysis.plan import Plan
from curriculum_map.errors import UnknownName
from curriculum_map.model import Catalogue


class Index(Contents):
    """What a catalogue says, and the plans of its programmes."""

    @cached_property
    def _plans(self) -> dict[str, Plan]:
        return {}

    def plan(self, programme: str) -> Plan:
        """Give the compiled plan of a programme.

        Raises:
            UnknownName: If there is no such programme.
        """
        if programme not in self._plans:
            (named,) = named_programmes(self.catalogue, [programme])
            self._plans[programme] = Plan(self, self.catalogue.programmes[named])
        return self._plans[programme]

    def plans(self, programmes: Iterable[str] = ()) -> list[Plan]:
        """Give the plans of the named programmes, each once, by id; of all if none is named.

        Raises:
            UnknownName: If there is no programme of such a name.
        """
        return [self.plan(each) for each in named_programmes(self.catalogue, programmes)]


def named_programmes(catalogue: Catalogue, programmes: Iterable[str] = ()) -> list[str]:
    """Give the named programmes, each once, by id; all if none is named.

    Raises:
        UnknownName: If there is no programme of such a name.
    """
    named = sorted(set(programmes)) or sorted(catalogue.programmes)
    for each in named:
        if each not in catalogue.programmes:
            raise UnknownName("programme", each, catalogue.programmes)
    return named


class Same:
    """A catalogue as a key: equal to itself only, for comparing contents costs too much."""

    __slots__ = ("catalogue",)

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.catalogue is other.catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)


# The key holds on to its catalogue, so an identity cannot be given to another one meanwhile;
# catalogues never change; and no more than two are held on to.
@lru_cache(maxsize=2)
def _compiled(same: Same, only: str) -> Index:
    return Index(same.catalogue, only)


def index_of(catalogue: Catalogue, only: str = "") -> Index:
    """Give the compiled catalogue; several questions in a row share one.

    Raises:
        UnknownName: If `only` is not a status.
    """
    return _compiled(Same(catalogue), only)
