"""One programme as Curricular Analytics CSV, and what that form has no place for."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any

from curriculum_map.formats.base import Loss, Written
from curriculum_map.formats.curricular_table import (
    CANONICAL,
    COLUMNS,
    CREDIT_HOURS,
    DIVISIONS,
    FORMULA,
    OWN_ID,
    SCHEMES,
    TERM,
    TIMINGS,
)
from curriculum_map.model import (
    COLLECTIONS,
    AllOf,
    Catalogue,
    Credits,
    Needs,
    PlanItem,
    Programme,
    Requisite,
    Text,
    Unit,
)
from curriculum_map.model.requisites import needed

NO_PLACE = "A curriculum in this form has no place for it."
ONE_PROGRAMME = "A curriculum in this form is one programme. Name it with --programme."
NO_TERM = "A term is written as its number over all years, which is not known."
CARRIED: Mapping[type, Collection[str]] = {
    Programme: ("id", "title", "institution", "degree", "identifiers", "plan", "where"),
    Unit: ("id", "title", "institution", "unit_kind", "code", "credits", "requires", "where"),
    PlanItem: ("units", "year", "term", "where"),
}
"""What is written of a thing, or reported with a reason of its own."""


def write(catalogue: Catalogue, _syntax: str) -> Written[str]:
    """Write the first programme that has a plan, with its units in the order of the plan.

    Units are numbered where an id is no number, for other programs take nothing else; the id then
    stands in the column "Canonical Name".

    Args:
        catalogue: What is written.
        _syntax: `csv`; there is no other.
    """
    # With no plan anywhere the first programme is written: its name is all there is.
    programmes = sorted(catalogue.programmes.values(), key=lambda each: not each.plan)
    programme = next(iter(programmes), None)
    writer = _Writer(catalogue, programme)
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerows([_harmless(cell) for cell in row] for row in writer.rows())
    losses = {*writer.losses(), *_left_out(catalogue, programme, writer.places)}
    return Written(out.getvalue(), tuple(sorted(losses)))


def _harmless(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a unit stands: its entry of the plan, and the term counted over all years."""

    item: PlanItem
    term: int | None


class _Writer:
    """Writes one programme; of a catalogue without any, the headings alone."""

    def __init__(self, catalogue: Catalogue, programme: Programme | None) -> None:
        self._of, self._programme = catalogue, programme
        known = {i.scheme: i.value for i in programme.identifiers} if programme else {}
        self._identifiers: Mapping[str, str] = known
        self._per_year = DIVISIONS.get(known.get("system-type", ""), DIVISIONS["semester"])
        items = programme.plan if programme else ()
        self.places = {u: _Place(item, self._term(item)) for item in items for u in item.units}
        plain = all(re.fullmatch(r"0|[1-9]\d*", unit) for unit in self.places)
        numbered = {unit: str(number) for number, unit in enumerate(self.places, 1)}
        self._ids = {unit: unit for unit in self.places} if plain else numbered

    def _term(self, item: PlanItem) -> int | None:
        if item.year is None or item.term is None or item.term > self._per_year:
            return None
        return (item.year - 1) * self._per_year + item.term

    def _said(self, text: Text) -> str:
        return " ".join(text.show(*self._of.settings.languages).split())

    def rows(self) -> Iterator[list[str]]:
        programme = self._programme
        terms = any(place.term for place in self.places.values())
        columns = [*COLUMNS, *[TERM][: int(terms)]]
        institution = self._of.institutions.get(programme.institution) if programme else None
        said = {scheme: self._identifiers.get(scheme, "") for scheme in SCHEMES.values()}
        headings = {
            "Curriculum": self._said(programme.title) if programme else "",
            **({"Degree Plan": said["degree-plan"]} if terms or said["degree-plan"] else {}),
            "Institution": self._said(institution.title) if institution else "",
            "Degree Type": said["degree-type"] or (programme and programme.degree) or "",
            "System Type": said["system-type"],
            "CIP": said["cip"],
        }
        yield from ([name, text] for name, text in headings.items())
        yield ["Courses"]
        yield columns
        for unit in self.places:
            cells = self._course(self._of.units[unit])
            yield [cells[column] for column in columns]

    def _course(self, unit: Unit) -> dict[str, str]:
        prefix, _, number = unit.code.rpartition(" ")
        own = self._ids[unit.id]
        term = self.places[unit.id].term
        other = self._programme and unit.institution != self._programme.institution
        canonical = unit.note.removeprefix(CANONICAL) if _canonical(unit) else ""
        return {
            "Course ID": own,
            "Course Name": self._said(unit.title),
            "Prefix": prefix,
            "Number": number,
            **{column: self._required(unit, timing) for column, timing in TIMINGS},
            "Credit Hours": repr(unit.credits.ec).removesuffix(".0") if unit.credits else "",
            "Institution": self._said(self._of.institutions[unit.institution].title)
            if other
            else "",
            "Canonical Name": canonical if own == unit.id else OWN_ID + unit.id,
            TERM: str(term) if term else "",
        }

    def _required(self, unit: Unit, timing: str) -> str:
        needs = (need for need in needed(unit.requires) if need.timing == timing)
        return ";".join(dict.fromkeys(self._ids[n.unit] for n in needs if n.unit in self._ids))

    def losses(self) -> Iterator[Loss]:
        """Give what the programme and its units lose."""
        if self._programme is None:
            return
        programme = self._programme
        yield from _fields(programme, programme.id)
        for identifier in programme.identifiers:
            if identifier.scheme not in SCHEMES.values():
                yield Loss("identifier", f"{programme.id}/{identifier.scheme}", NO_PLACE)
        for item in programme.plan:
            yield from _fields(item, programme.id)
            if (item.year or item.term) and self._term(item) is None:
                yield Loss("term", programme.id, NO_TERM)
        for unit in self.places:
            yield from self._of_unit(self._of.units[unit])

    def _of_unit(self, unit: Unit) -> Iterator[Loss]:
        kept = ("note",) if _canonical(unit) and self._ids[unit.id] == unit.id else ()
        yield from _fields(unit, unit.id, kept)
        if unit.unit_kind != "course":
            yield Loss("unit_kind", unit.id, "Everything is a course.")
        if unit.credits and unit.credits != Credits(
            ec=unit.credits.ec, assumed=True, note=CREDIT_HOURS
        ):
            yield Loss("credits", unit.id, "Credits are written as credit hours, unconverted.")
        if _alternatives(unit.requires):
            yield Loss("requires", unit.id, "Alternatives are written as if all were required.")
        for need in needed(unit.requires):
            if need.unit not in self._ids:
                reason = f'The plan does not have "{need.unit}", so it is not written as required.'
                yield Loss("requires", unit.id, reason)


def _canonical(unit: Unit) -> bool:
    return unit.note.startswith(CANONICAL)


def _alternatives(tree: Requisite) -> bool:
    if isinstance(tree, Needs):
        return False
    inner = any(map(_alternatives, tree.items))
    return inner or (not isinstance(tree, AllOf) and len(tree.items) != 1)


def _fields(thing: Any, name: str, kept: Collection[str] = ()) -> Iterator[Loss]:
    """Give the fields of a thing that say something and are not written."""
    for each in fields(thing):
        if each.name not in CARRIED[type(thing)] and each.name not in kept:
            value = getattr(thing, each.name)
            if each.default is MISSING or value != each.default:
                yield Loss(each.name, name, NO_PLACE)


def _left_out(
    catalogue: Catalogue, written: Programme | None, units: Collection[str]
) -> Iterable[Loss]:
    used = {catalogue.units[unit].institution for unit in units}
    used |= {written.institution} if written else set()
    own = {"units": units, "institutions": used, "programmes": [written.id] if written else []}
    for collection, cls in COLLECTIONS.items():
        for name in getattr(catalogue, collection):
            if name not in own.get(collection, ()):
                reason = ONE_PROGRAMME if collection == "programmes" else NO_PLACE
                yield Loss(cls.kind, name, reason)
