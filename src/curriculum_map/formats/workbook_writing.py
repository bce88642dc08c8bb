"""A catalogue as an Excel workbook: one sheet for each kind of thing, and heat maps."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

from curriculum_map.formats.base import Loss
from curriculum_map.formats.tables.kinds import SETTINGS
from curriculum_map.formats.tables.written import Grid, Heading, Value, grids
from curriculum_map.formats.workbook_choices import Choices
from curriculum_map.formats.workbook_heatmap import add_heat_maps
from curriculum_map.formats.workbook_looks import for_print, height, widths
from curriculum_map.model import Catalogue

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767
"""Characters a cell of Excel holds."""
MOST_ROWS = 1_048_575
"""Rows a sheet of Excel holds below its headings."""
SAMPLE = 200
"""Rows that decide how wide columns are."""
ROOM = 1_000
"""Empty rows below a table that have its drop-downs, too."""
ABOUT = "about"
WHEN = datetime(2000, 1, 1)
"""What the workbook says of its making: the same catalogue gives the same bytes."""

CUT = f"A cell of Excel holds {LONGEST:,} characters; the rest is cut off."
TOO_MANY = f"A sheet of Excel holds {MOST_ROWS:,} rows; the rest is left out."


def write_workbook(catalogue: Catalogue) -> tuple[bytes, tuple[Loss, ...]]:
    """Write every table into a sheet of its own, and tell what is lost."""
    from xlsxwriter import Workbook

    tables, losses = grids(catalogue)
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(out, options) as book:
        book.set_properties({"created": WHEN, "title": catalogue.settings.title.show("en")})
        writer = _Writer(book, Choices(tables))
        writer.about(tables)
        for grid in tables:
            writer.table(grid)
        add_heat_maps(book, catalogue, writer.formats)
        writer.activate_first()
    return out.getvalue(), tuple(sorted({*losses, *writer.losses}))


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any, choices: Choices) -> None:
        self.book, self.choices = book, choices
        self.losses: set[Loss] = set()
        self.formats = {
            "heading": book.add_format({**_HEAD, "bg_color": "#D9E2EC"}),
            "needed": book.add_format({**_HEAD, "bg_color": "#F6D6A8"}),
            "cell": book.add_format({"valign": "top", "text_wrap": True}),
            "title": book.add_format({"bold": True, "font_size": 14}),
            "plain": book.add_format({"valign": "top"}),
        }

    def about(self, tables: list[Grid]) -> None:
        """Write the sheet that says what the others are."""
        sheet = self.book.add_worksheet(ABOUT)
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, 1, 100, self.formats["cell"])
        sheet.write_string(0, 0, "About this workbook", self.formats["title"])
        for row, said in enumerate(HOW, 2):
            sheet.write_string(row, 1, said, self.formats["cell"])
            sheet.set_row(row, height([said], [90]))
        for row, grid in enumerate(tables, 3 + len(HOW)):
            link = f"internal:'{grid.kind.name}'!A1"
            sheet.write_url(row, 0, link, string=grid.kind.name)
            sheet.write_string(row, 1, grid.kind.about, self.formats["cell"])
            sheet.set_row(row, height([grid.kind.about], [90]))
        for_print(sheet, [26, 100])

    def table(self, grid: Grid) -> None:
        """Write one sheet."""
        sheet = self.book.add_worksheet(grid.kind.name)
        names = len(grid.kind.names)
        room = widths([[each.text for each in grid.headings], *grid.rows[:SAMPLE]])
        for at, heading in enumerate(grid.headings):
            sheet.set_column(at, at, room[at], self.formats["cell"])
            self.heading(sheet, at, heading, grid)
        for number, row in enumerate(grid.rows[:MOST_ROWS], 1):
            sheet.set_row(number, height(row, room))
            for at, value in enumerate(row):
                self.cell(sheet, (number, at), value, grid)
        if len(grid.rows) > MOST_ROWS:
            self.losses.add(Loss("rows", grid.kind.name, TOO_MANY))
        sheet.freeze_panes(1, names)
        if grid.kind.name != SETTINGS:
            sheet.autofilter(0, 0, max(1, len(grid.rows)), len(grid.headings) - 1)
        for_print(sheet, room, names)
        sheet.repeat_rows(0)

    def heading(self, sheet: Worksheet, at: int, heading: Heading, grid: Grid) -> None:
        column = heading.column
        look = "needed" if column is None or column.required else "heading"
        sheet.write_string(0, at, heading.text, self.formats[look])
        sheet.write_comment(0, at, self.choices.note(heading, grid), {"x_scale": 2, "y_scale": 1.5})
        last = min(len(grid.rows) + ROOM, MOST_ROWS)
        if rule := self.choices.rule(heading, grid):
            sheet.data_validation(1, at, last, at, rule)

    def cell(self, sheet: Worksheet, place: tuple[int, int], value: Value, grid: Grid) -> None:
        row, at = place
        if isinstance(value, bool):
            sheet.write_boolean(row, at, value)
        elif isinstance(value, str):
            if len(value) > LONGEST:
                name = f"{'/'.join(map(str, grid.rows[row - 1][: len(grid.kind.names)]))}"
                self.losses.add(Loss("long text", f"{name} {grid.headings[at].text}", CUT))
            sheet.write_string(row, at, value[:LONGEST])
        elif value is not None:
            _write_number(sheet, row, at, value)

    def activate_first(self) -> None:
        """Open on the sheet that says what the others are."""
        self.book.worksheets()[0].activate()


def _write_number(sheet: Worksheet, row: int, at: int, value: float) -> None:
    if float(f"{value:.16G}") == value:
        sheet.write_number(row, at, value)
    else:
        # The file holds 16 digits; a number that needs more stays exact as a text.
        sheet.write_string(row, at, repr(value))


_HEAD = {"bold": True, "border": 1, "valign": "top", "text_wrap": True}

HOW = (
    "Each sheet holds one kind of thing, one in a row; the sheets below say what. Point at a "
    "heading to read what belongs in its column. Orange headings must be filled.",
    "What a row belongs to stands in its first columns: an outcome names its unit.",
    "Several things in one cell are set apart by semicolons: a; b; c.",
    'What must come before a unit is written as in: a and (b or co c). "co" means before or in the '
    "same term.",
    "A text in another language stands in a column such as: title (nl). Add one for each language.",
    "The heat maps, this sheet and hidden sheets are not read back.",
)
