"""What the associations of packages say: what stands in what, comes before what, matches what."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from curriculum_map.formats.case.packages import Package, identifier_of, own_of
from curriculum_map.formats.case.words import RELATIONS
from curriculum_map.formats.foreign_ids import ForeignIds
from curriculum_map.formats.forms import is_address
from curriculum_map.formats.json_fields import Fields
from curriculum_map.formats.json_tree import scalar
from curriculum_map.formats.tree import Scalar

Body = dict[str, Any]

HELD_LEVEL = "held"
"""The only level of frameworks that name no scale."""
INSIDE = ("isChildOf", "isPartOf")
_RELATIONS = {theirs: ours for ours, theirs in RELATIONS.items()}
_LAST = 1_000_000


class Links:
    """Looks associations up by the item they begin or end at; all identifiers in lower case."""

    def __init__(self, packages: list[Package], ids: ForeignIds) -> None:
        """Go through all associations once.

        Args:
            packages: All that are read together.
            ids: Has named their items.
        """
        self._ids = ids
        self._documents = {identifier_of(each.document) for each in packages}
        self._frameworks = {
            known: ids.of("framework", identifier_of(each.document))
            for each in packages
            for known in each.items
        }
        self._below: defaultdict[str, list[tuple[int, int, str, Scalar]]] = defaultdict(list)
        self._areas: dict[str, str] = {}
        self._positions: dict[str, int] = {}
        self._needs: defaultdict[str, dict[Scalar, Any]] = defaultdict(dict)
        self._instead: defaultdict[str, list[Scalar]] = defaultdict(list)
        self._matches: defaultdict[str, list[Body]] = defaultdict(list)
        for package in packages:
            for each in package.associations:
                self._take(each, is_own=package.own is not None)

    def framework(self, item: str) -> str:
        """Give the framework an item belongs to."""
        return self._frameworks[item]

    def area(self, item: str) -> str:
        """Give the identifier of the area an item stands in; empty if in none."""
        return self._areas.get(item, "")

    def position(self, item: str) -> int:
        """Give the place of an item among those beside it."""
        return self._positions.get(item, _LAST)

    def parts(self, item: str) -> list[Scalar]:
        """Give the competencies below an item, in their order, each once."""
        below = sorted(self._below[item], key=lambda each: each[:2])
        return list({known: part for _, _, known, part in below}.values())

    def requires(self, item: str) -> dict[Any, Any]:
        """Give what must be held before an item."""
        return self._needs[item]

    def replaced_by(self, item: str) -> list[Scalar]:
        """Give the competencies to use instead of an item."""
        return list(dict.fromkeys(self._instead[item]))

    def alignments(self, item: str) -> list[Body]:
        """Give the concepts of others that an item matches."""
        return self._matches[item]

    def _take(self, association: Fields, *, is_own: bool) -> None:
        origin, target = association.inner("originNodeURI"), association.inner("destinationNodeURI")
        type_ = str(association.text("associationType") or "")
        if not origin or not target:
            association.found(association.node, "missing-field", "An association needs two ends.")
            return
        start, end = identifier_of(origin), identifier_of(target)
        if start not in self._frameworks:
            self._nowhere(association, origin)
        elif type_ in INSIDE:
            self._inside(association, start, end, target)
        elif type_ in _RELATIONS:
            self._match(association, start, target, _RELATIONS[type_])
        elif type_ in ("precedes", "replacedBy"):
            self._between(association, type_, origin, target, is_own=is_own)
        else:
            association.pass_over(f'Associations of the type "{type_}" are passed over')

    def _inside(self, association: Fields, start: str, end: str, target: Fields) -> None:
        place = association.text("sequenceNumber")
        number = int(place) if place is not None and place.isdecimal() else _LAST
        self._positions.setdefault(start, number)
        own = self._ids.of("competency", start)
        if end in self._documents:
            return
        if self._ids.of("area", end, self._frameworks.get(end, "")):
            self._areas.setdefault(start, end)
        elif own and self._ids.of("competency", end):
            at = association.text("identifier") or association.node
            self._below[end].append((number, len(self._below[end]), start, scalar(own, at)))
        else:
            self._nowhere(association, target)

    def _between(
        self, association: Fields, type_: str, origin: Fields, target: Fields, *, is_own: bool
    ) -> None:
        start, end = identifier_of(origin), identifier_of(target)
        first, second = self._ids.of("competency", start), self._ids.of("competency", end)
        at = target.text("identifier") or association.node
        if not first or not second:
            self._nowhere(association, target)
        elif type_ == "replacedBy":
            self._instead[start].append(scalar(second, at))
        else:
            own = own_of(association)
            level = (own and own.get("level")) or (None if is_own else HELD_LEVEL)
            need = {"level": level, "note": association.text("notes")}
            need["assumed"] = own.get("assumed") if own else None
            said = {key: value for key, value in need.items() if value is not None}
            self._needs[end].setdefault(scalar(first, at), said)

    def _match(self, association: Fields, start: str, target: Fields, relation: str) -> None:
        uri, title = target.text("uri"), target.text("title")
        if uri is None or not is_address(uri):
            association.pass_over("Matches with what has no web address are passed over")
            return
        own = own_of(association)
        said = {"relation": relation, "target": uri, "note": association.text("notes")}
        said["label"] = title if title != uri else None
        for key in ("framework", "justification", "assumed"):
            said[key] = own.text(key) if own else None
        self._matches[start].append({k: value for k, value in said.items() if value is not None})

    def _nowhere(self, association: Fields, end: Fields) -> None:
        known = end.text("identifier")
        message = f'No item has the identifier "{known or ""}" here; the association is left out.'
        association.found(known or end.node, "unknown-name", message, "warning")
