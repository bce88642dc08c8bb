"""How the objects of the API hang together: what stands in what, and who offers it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TypeVar

from curriculum_map.formats.json_tree import scalar
from curriculum_map.formats.oeapi.naming import Names
from curriculum_map.formats.oeapi.objects import Objects, Thing
from curriculum_map.formats.tree import Scalar

_T = TypeVar("_T")

UNSTATED = "institution"
"""Id of the institution where nothing names one."""


class Structure:
    """Follows the links between objects; those that lead nowhere are told of.

    Attributes:
        parts: Id of a unit to the components that stand in it.
        tests: Id of a unit to its tests.
        placed: Identifier of a programme in lower case to the ids of its courses.
        unstated: Id of the institution of what names none; empty if everything names one.
    """

    def __init__(self, objects: Objects, names: Names) -> None:
        self._objects, self._names = objects, names
        self.parts, self.tests = _grouped(self._inside()), _grouped(self._tested())
        self.placed = _grouped(self._places())
        self.unstated = ""
        all_ = objects.of("organisations")
        self._roots = [each for each in all_ if each.text("organisationType") == "root"]

    def id_of(self, kind: str, thing: Thing) -> str:
        """Give the id of an institution, programme or unit."""
        return self._names.of(kind, thing.uuid or "")

    def offered_by(self, thing: Thing) -> Scalar:
        """Give who offers something: who it names, else the one root of the endpoint."""
        named = self.link(thing, "organisation", "institution")
        if named is not None:
            return named
        if len(self._roots) == 1:
            return scalar(self.id_of("institution", self._roots[0]), thing.node)
        self.unstated = self.unstated or self._names.take("institution", "", UNSTATED)
        return scalar(self.unstated, thing.node)

    def link(self, thing: Thing, field: str, kind: str) -> Scalar | None:
        """Give the id of the one thing a field leads to; None for nothing, and for a dead link."""
        for uuid in thing.links(field):
            if name := self._names.of(kind, uuid):
                return scalar(name, uuid)
            self._dead(thing, kind, uuid)
        return None

    def _dead(self, thing: Thing, kind: str, link: Scalar) -> None:
        message = f'No {kind} has the identifier "{link}" here; the link is left out.'
        thing.found(link, "unknown-name", message, "warning")

    def _inside(self) -> Iterator[tuple[str, Thing]]:
        """Give each component with the id of the unit it stands in."""
        above: dict[str, str] = {}
        for name in ("courses", "learning-components"):
            for whole in self._objects.of(name):
                unit = self.id_of("unit", whole)
                above |= {link.lower(): unit for link in whole.links("children")}
        for thing in self._objects.of("learning-components"):
            links = [*thing.links("parent"), *thing.links("course")]
            known = [name for link in links if (name := self._names.of("unit", link))]
            known = known or [above.get(str(thing.uuid).lower(), "")]
            if known[0]:
                yield known[0], thing

    def _tested(self) -> Iterator[tuple[str, Thing]]:
        """Give each test with the id of the unit it belongs to."""
        units = {*map(partial(self.id_of, "unit"), self._objects.of("courses"))}
        units |= {*map(partial(self.id_of, "unit"), self._objects.of("learning-components"))}
        for thing in self._objects.of("test-components"):
            code = thing.inner("primaryCode")
            unit = str((code and code.text("code")) or "").rpartition("/")[0]
            if not (thing.own and unit in units):
                unit = str(self.link(thing, "course", "unit") or "")
            if unit:
                yield unit, thing
            else:
                thing.pass_over("Tests of no course are passed over")

    def _places(self) -> Iterator[tuple[str, Scalar]]:
        """Give the programmes of each course: identifier of the programme, id of the unit."""
        for thing in self._objects.of("courses"):
            for link in thing.links("programmes"):
                if self._names.of("programme", link):
                    yield link.lower(), scalar(self.id_of("unit", thing), link)
                else:
                    self._dead(thing, "programme", link)


def _grouped(pairs: Iterable[tuple[str, _T]]) -> defaultdict[str, list[_T]]:
    groups: defaultdict[str, list[_T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups
