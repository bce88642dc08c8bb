"""Competencies against units: the view behind the heat map of a programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from math import ceil

from curriculum_map.model import Catalogue, Competency, PlanItem, Programme, Requirement, Text, Unit
from curriculum_map.pages.answers import Record

SHADES = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """A level that is shown.

    Attributes:
        rank: 0 for none.
        title: What the level is called; the empty text for none.
        shade: From 0, none, to `SHADES`, the highest level of the scale.
    """

    rank: int
    title: Text
    shade: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What one unit does for one competency.

    Attributes:
        part: Whether the level is that of a part only: the unit does not claim the whole.
        tested: Whether an assessment tests it.
        elective: Whether only students who choose the unit get it.
        anchor: Id of the element that shows what the level rests on; empty if nothing does.
    """

    mark: Mark
    part: bool
    tested: bool
    elective: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class Column:
    """A unit as it stands in the plan of a programme."""

    unit: Unit
    item: PlanItem


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the heat maps of one programme share.

    Attributes:
        columns: The units, in the order of the plan.
        levels: Rows of the matrix by competency and unit.
        traced: Pairs of competency and unit for which the page shows contributions.
    """

    catalogue: Catalogue
    programme: str
    columns: Sequence[Column]
    levels: Mapping[tuple[str, str], Record]
    traced: Set[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One competency in one programme.

    Attributes:
        needed: The level a profile requires; rank 0 if it is extra.
        requirement: Where that level comes from; None if it is extra.
        possible: The level some student can reach.
        guaranteed: The level every student reaches.
        assessed: The level every student reaches and is tested on.
        state: One of the states, or `extra`.
        chain: Ids of the competencies that hold the level down, the whole first.
        cells: One for each column; None where the unit does not work on the competency.
    """

    competency: Competency
    needed: Mark
    requirement: Requirement | None
    possible: Mark
    guaranteed: Mark
    assessed: Mark
    state: str
    chain: Sequence[str]
    cells: Sequence[Cell | None]

    @property
    def gap(self) -> bool:
        """Whether somebody should act on it."""
        return self.state not in {"met", "extra"}

    @property
    def runs(self) -> Iterator[tuple[int, Cell | None]]:
        """Give each cell that says something, after the number of empty ones before it.

        A large plan has a hundred times as many empty cells as others.
        """
        empty = 0
        for cell in self.cells:
            if cell is None:
                empty += 1
            else:
                yield empty, cell
                empty = 0
        if empty:
            yield empty, None


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one area, required ones first; the title is empty outside any area."""

    title: Text
    rows: Sequence[Row]


def columns(catalogue: Catalogue, programme: Programme) -> Sequence[Column]:
    """Give the units of a plan in the order of the plan, years and terms first."""
    found = [
        Column(catalogue.units[unit], item) for item in in_order(programme) for unit in item.units
    ]
    return tuple(found)


def in_order(programme: Programme) -> Sequence[PlanItem]:
    """Give the items of a plan by year and term; those without come last."""
    return sorted(programme.plan, key=lambda item: (item.year or 99, item.term or 99))


@dataclass(frozen=True, slots=True)
class Place:
    """A year, or a term of it, of a plan; `None` where it is not stated."""

    year: int | None
    term: int | None
    items: Sequence[PlanItem]


def places(plan: Sequence[PlanItem]) -> Sequence[Place]:
    """Give the items of a plan that is in order, by year and term."""
    by_place: dict[tuple[int | None, int | None], list[PlanItem]] = {}
    for item in plan:
        by_place.setdefault((item.year, item.term), []).append(item)
    return tuple(Place(year, term, items) for (year, term), items in by_place.items())


def groups(sheet: Sheet, coverage: Sequence[Record]) -> Sequence[Group]:
    """Arrange the rows of a heat map by framework and area.

    Args:
        sheet: The programme.
        coverage: Rows of its coverage by one profile, in the order they are to be shown.
    """
    by_area: dict[tuple[str, str], list[Row]] = {}
    for record in coverage:
        row = _row(sheet, record)
        home = (row.competency.framework, row.competency.area)
        by_area.setdefault(home, []).append(row)
    return tuple(
        Group(title, sorted(by_area[home], key=lambda row: row.state == "extra"))
        for home, title in _homes(sheet.catalogue)
        if home in by_area
    )


def _homes(catalogue: Catalogue) -> Iterator[tuple[tuple[str, str], Text]]:
    for framework in catalogue.frameworks.values():
        for area in framework.areas:
            yield (framework.id, area.id), area.title
        yield (framework.id, ""), Text()


def _row(sheet: Sheet, record: Record) -> Row:
    competency = record["competency"]
    parts = _parts(sheet.catalogue, competency)

    def level(column: str) -> Mark:
        return mark(sheet.catalogue, competency, record[column])

    return Row(
        competency=sheet.catalogue.competencies[competency],
        needed=level("required"),
        requirement=_requirement(sheet.catalogue, record["profile"], competency),
        possible=level("possible"),
        guaranteed=level("guaranteed"),
        assessed=level("assessed"),
        state=record["state"],
        chain=tuple(filter(None, record["chain"].split(" > "))),
        cells=tuple(_cell(sheet, competency, parts, each.unit.id) for each in sheet.columns),
    )


def _cell(sheet: Sheet, whole: str, parts: Sequence[str], unit: str) -> Cell | None:
    there = [each for each in (whole, *parts) if (each, unit) in sheet.levels]
    if not there:
        return None
    # What is said of the whole comes first; else the part that the unit takes farthest.
    about = max(there, key=lambda each: (each == whole, sheet.levels[each, unit]["level"]))
    found = sheet.levels[about, unit]
    return Cell(
        mark=mark(sheet.catalogue, about, found["level"]),
        part=about != whole,
        tested=found["tested"],
        elective=found["elective"],
        anchor=trace_anchor(sheet.programme, about, unit) if (about, unit) in sheet.traced else "",
    )


def _parts(catalogue: Catalogue, whole: str) -> Sequence[str]:
    parts, waiting = set[str](), [whole]
    while waiting:
        new = set(catalogue.competencies[waiting.pop()].parts) - parts
        parts |= new
        waiting += new
    return sorted(parts)


def mark(catalogue: Catalogue, competency: str, rank: int) -> Mark:
    """Give what is shown for a rank on the scale of a competency."""
    levels = catalogue.scale_of(competency).levels
    if not 0 < rank <= len(levels):
        return Mark(0, Text(), 0)
    return Mark(rank, levels[rank - 1].title, ceil(SHADES * rank / len(levels)))


def trace_anchor(programme: str, competency: str, unit: str = "") -> str:
    """Name the element that shows what a level, or all levels of a competency, rest on."""
    # No id has a slash in it, so that no two of these are the same.
    return "/".join(filter(None, ("trace", programme, competency, unit)))


def _requirement(catalogue: Catalogue, profile: str, competency: str) -> Requirement | None:
    found = catalogue.profiles.get(profile)
    wanted = found.requires if found else ()
    return next((each for each in wanted if each.competency == competency), None)
