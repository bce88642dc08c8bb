"""One programme as a workbook: what its page shows, for people who go on in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from curriculum_map.model import Catalogue, Text
from curriculum_map.pages.programme import Comparison, Section
from curriculum_map.pages.words import WORDS

if TYPE_CHECKING:
    from curriculum_map.pages.answers import Record
    from curriculum_map.pages.cure import Cure
    from curriculum_map.pages.heatmap import Cell

CREATED = datetime(2000, 1, 1)
"""What every workbook says of itself, so that the same programme gives the same bytes."""

LONGEST_NAME = 31
"""Characters that the name of a sheet may have."""

Row = Sequence[object]


class Workbook:
    """What a workbook of one programme says, in one language."""

    def __init__(self, catalogue: Catalogue, section: Section, language: str) -> None:
        """Begin a workbook of a programme."""
        self.catalogue, self.section, self.w = catalogue, section, WORDS[language]
        self._languages = (language, *catalogue.settings.languages)

    def say(self, text: Text, other: str = "") -> str:
        """Give a text in the language of the workbook as far as there is one."""
        return text.show(*self._languages) or other

    def heat(self, comparison: Comparison) -> Iterator[Row]:
        """Give the rows of a heat map, headings first."""
        names = ("area", "competency", "state", "needed", "possible_short", "reached")
        heads = [self.w[name] for name in (*names, "assessed_short")]
        units = [self._unit(each.unit.id, each.item.elective) for each in self.section.columns]
        yield [*heads, *units]
        for group in comparison.groups:
            for row in group.rows:
                ranks = [row.needed, row.possible, row.guaranteed, row.assessed]
                yield [
                    self.say(group.title, self.w["outside_areas"]),
                    self.say(row.competency.title, row.competency.id),
                    self.w.get(row.state, row.state),
                    *(mark.rank for mark in ranks),
                    *map(self._cell, row.cells),
                ]

    def gaps(self, records: Sequence[Record]) -> Iterator[Row]:
        """Give the findings, headings first."""
        yield [self.w[name] for name in ("kind", "competency", "unit", "gaps", "where")]
        for record in records:
            competency = self.catalogue.competencies.get(record["competency"])
            unit = self.catalogue.units.get(record["unit"])
            yield [
                self.w.get(record["code"], record["code"]),
                self.say(competency.title, competency.id) if competency else "",
                self.say(unit.title, unit.id) if unit else "",
                record["reason"],
                record["where"],
            ]

    def cure(self, cure: Cure) -> Iterator[Row]:
        """Give the units of a closing plan, headings first, and what no unit can close."""
        names = ("unit", "institution", "hours_heading", "credits_heading", "closes")
        yield [self.w[name] for name in names]
        for each in cure.remedies:
            yield [
                self.say(each.unit.title, each.unit.id),
                self.say(each.institution.title, each.institution.id),
                each.unit.workload.hours if each.unit.workload else "",
                each.unit.credits.ec if each.unit.credits else "",
                each.reason,
            ]
        yield [cure.verdict]
        for row in cure.open:
            yield [row["reason"]]

    def plan(self) -> Iterator[Row]:
        """Give the units of the plan, headings first."""
        names = ("year_heading", "term_heading", "unit", "elective")
        yield [self.w[name] for name in (*names, "hours_heading", "credits_heading")]
        for column in self.section.columns:
            unit, item = column.unit, column.item
            yield [
                item.year or "",
                item.term or "",
                self.say(unit.title, unit.id),
                self.w["yes"] if item.elective else self.w["no"],
                unit.workload.hours if unit.workload else "",
                unit.credits.ec if unit.credits else "",
            ]

    def _unit(self, name: str, elective: bool) -> str:
        title = self.say(self.catalogue.units[name].title, name)
        return f"{title} ({self.w['elective']})" if elective else title

    def _cell(self, cell: Cell | None) -> object:
        if cell is None:
            return ""
        if not cell.part and not cell.tested:
            return cell.mark.rank
        shown = f"({cell.mark.rank})" if cell.part else str(cell.mark.rank)
        return f"{shown} ✓" if cell.tested else shown


def workbook(book: Workbook, records: Sequence[Record], cure: Cure | None) -> bytes:
    """Write a workbook with the heat maps, the gaps, the closing plan and the plan.

    No text becomes a formula or a link. The same programme gives the same bytes.
    """
    import xlsxwriter

    out = BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(out, plain) as file:
        file.set_properties({"created": CREATED, "title": book.say(book.section.programme.title)})
        head = file.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for number, comparison in enumerate(book.section.comparisons, 1):
            name = book.w["heat_sheet"] + (f" {number}" if number > 1 else "")
            rows = list(book.heat(comparison))
            sheet = _sheet(file, name, rows, head)
            _shaded(sheet, len(rows), len(rows[0]))
        _sheet(file, book.w["gaps"], list(book.gaps(records)), head)
        if cure:
            _sheet(file, book.w["cure"], list(book.cure(cure)), head)
        _sheet(file, book.w["plan"], list(book.plan()), head)
    return out.getvalue()


def _sheet(file: Any, name: str, rows: Sequence[Row], head: Any) -> Any:
    sheet = file.add_worksheet(name[:LONGEST_NAME])
    write: Callable[..., object] = sheet.write
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value != "":
                write(number, column, value, *([head] if number == 0 else []))
    sheet.freeze_panes(1, 0)
    if len(rows) > 1:
        sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)
    sheet.set_column(0, 1, 30)
    sheet.set_column(2, len(rows[0]), 16)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    return sheet


def _shaded(sheet: Any, rows: int, columns: int) -> None:
    """Colour the levels of a heat map; the numbers say the same."""
    if rows > 1:
        scale = {"type": "2_color_scale", "min_color": "#f1efe9", "max_color": "#86b7dc"}
        sheet.conditional_format(1, 3, rows - 1, columns - 1, scale)
