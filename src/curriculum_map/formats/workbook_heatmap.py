"""Sheets that show at a glance which unit of a programme works on which competency, and how far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from curriculum_map.formats.workbook_looks import for_print
from curriculum_map.model import Catalogue, Programme, Unit

if TYPE_CHECKING:
    from curriculum_map.model import Ranks

PREFIX = "heat map"
"""What the names of these sheets begin with."""
LARGEST = 200_000
"""Cells a heat map may have; what is larger nobody looks at."""
LONGEST_NAME = 31
HIGH, LOW = "#63B99B", "#E8F3EF"
"""Colours of the highest and the lowest level: black figures can be read on both."""
LETTER, HIGHEST = 6.5, 400
"""Height of a letter of the headings, which stand upright, and the most Excel allows; in points."""

SAID = (
    "The highest level that the unit or a part of it takes a learner to, as rank on the "
    "competency's scale. Made from the other sheets; what is written here is not read."
)


class HeatMap(NamedTuple):
    """What a programme teaches where.

    Attributes:
        programme: The programme.
        units: Its units, in the order of the plan.
        ranks: Competency to unit to the highest rank, from 1; sorted by competency.
        highest: The highest rank there could be.
    """

    programme: Programme
    units: tuple[str, ...]
    ranks: Mapping[str, Mapping[str, int]]
    highest: int


def heat_maps(catalogue: Catalogue) -> Iterator[HeatMap]:
    """Give a map for each programme; rows for what is taught or required, sorted by id."""
    ranks = catalogue.ranks()
    for programme in catalogue.programmes.values():
        units = tuple(dict.fromkeys(unit for item in programme.plan for unit in item.units))
        found: dict[str, dict[str, int]] = {
            need.competency: {}
            for aim in programme.aims
            for need in catalogue.profiles[aim].requires
        }
        for name in units:
            for competency, rank in _taught(catalogue.units[name], catalogue, ranks):
                row = found.setdefault(competency, {})
                row[name] = max(rank, row.get(name, 0))
        if found and len(found) * len(units) <= LARGEST:
            highest = max(len(catalogue.scale_of(each).levels) for each in found)
            yield HeatMap(programme, units, dict(sorted(found.items())), highest)


def _taught(unit: Unit, catalogue: Catalogue, ranks: Ranks) -> Iterator[tuple[str, int]]:
    for outcome in unit.outcomes:
        for each in outcome.contributions:
            yield each.competency, ranks.rank(each.level, each.competency)
    for part in unit.parts:
        yield from _taught(catalogue.units[part], catalogue, ranks)


def add_heat_maps(book: Any, catalogue: Catalogue, formats: Mapping[str, Any]) -> None:
    """Add a sheet for each programme that has something to show."""
    used: set[str] = set()
    turned = book.add_format({"bold": True, "rotation": 90, "border": 1, "bg_color": "#D9E2EC"})
    figure = book.add_format({"align": "center"})
    for found in heat_maps(catalogue):
        looks = {**formats, "turned": turned, "figure": figure, "name": _name(found, used)}
        _add(book, found, catalogue, looks)


def _name(found: HeatMap, used: set[str]) -> str:
    name = f"{PREFIX} {found.programme.id}"[:LONGEST_NAME]
    number = 2
    while name.lower() in used:
        end = f" {number}"
        name = f"{PREFIX} {found.programme.id}"[: LONGEST_NAME - len(end)] + end
        number += 1
    used.add(name.lower())
    return name


def _add(book: Any, found: HeatMap, catalogue: Catalogue, looks: Mapping[str, Any]) -> None:
    sheet = book.add_worksheet(looks["name"])
    languages = catalogue.settings.languages
    sheet.write_string(0, 0, found.programme.title.show(*languages), looks["title"])
    sheet.write_string(1, 0, SAID, looks["plain"])
    sheet.write_string(3, 0, "competency", looks["heading"])
    sheet.write_string(3, 1, "title", looks["heading"])
    for at, unit in enumerate(found.units, 2):
        sheet.write_string(3, at, unit, looks["turned"])
    for row, (competency, ranks) in enumerate(found.ranks.items(), 4):
        sheet.write_string(row, 0, competency)
        sheet.write_string(row, 1, catalogue.competencies[competency].title.show(*languages))
        for at, unit in enumerate(found.units, 2):
            if unit in ranks:
                sheet.write_number(row, at, ranks[unit])
    _colour(sheet, found, looks)


def _colour(sheet: Any, found: HeatMap, looks: Mapping[str, Any]) -> None:
    last_row, last = 3 + len(found.ranks), 1 + len(found.units)
    if found.units:
        # One colour for one rank, whatever ranks there are.
        limits = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": found.highest}
        scale = {"type": "2_color_scale", "min_color": LOW, "max_color": HIGH, **limits}
        sheet.conditional_format(4, 2, last_row, last, scale)
        sheet.set_column(2, last, 5, looks["figure"])
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 40)
    sheet.freeze_panes(4, 2)
    for_print(sheet, [24, 40, *(5 for _ in found.units)], 2)
    sheet.set_row(3, min(LETTER * max([10, *map(len, found.units)]) + 10, HIGHEST))
    sheet.repeat_rows(3)
