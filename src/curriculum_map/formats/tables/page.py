"""The reference page of the tables, made from the model so that it cannot be stale."""

from __future__ import annotations

from curriculum_map.formats.about import about
from curriculum_map.formats.csv_files import file_name
from curriculum_map.formats.tables.kinds import Column, Kind, kinds, settings_kind
from curriculum_map.formats.workbook_choices import words

PAGE = """\
# The tables of workbooks and CSV files

This page is made by the program. How tables are read and written:
[workbooks](profiles/workbook.md), [CSV files](profiles/csv.md).

Each table holds one kind of thing, one in a row. In a workbook it is a sheet, as CSV a file.
Columns may stand in any order; those that are not needed may be left out. Capitals, spaces, `-`
and `_` make no difference in names of tables and in headings.

- A text without a language in its heading is in the first language of the project; others stand
  in columns such as `title (nl)`.
- Several things in one cell are set apart by semicolons, commas or line breaks. One that holds
  such a character stands in quotation marks.
- `requires` of a unit is written as in `a and (b or co c)`: `co` is before or in the same term,
  `strict-co` in the same term. `and` and `or` side by side need brackets. An id that is one of
  these words stands in quotation marks; `any (a)` and `all (a)` are lists of one.
- `true` and `false` may be written as Excel writes them in English, Dutch or Estonian (`WAAR`,
  `TÕENE`).
- Numbers may have a decimal comma. `1,234` could be thousands, and is asked about;
  so is `1.234` in a text file with semicolons.
- A cell in which nothing or nothing but spaces stands says nothing.

{tables}
"""


def tables_page() -> str:
    """Give the page as Markdown: one table of columns for each table."""
    return PAGE.format(tables="\n\n".join(map(_section, (settings_kind(), *kinds()))))


def _section(kind: Kind) -> str:
    rows = [f"| `{name}` * | {_about_name(name, kind)} |" for name in kind.names]
    rows += [
        f"| `{each.heading}`{' *' * each.required} | {_about(each)} |" for each in kind.columns
    ]
    head = ["| column (* needed) | what is written |", "|---|---|"]
    return "\n".join(
        [f"## {kind.name}\n", f"{kind.about} CSV: `{file_name(kind)}`.\n", *head, *rows]
    )


def _about_name(name: str, kind: Kind) -> str:
    if name == kind.key:
        return about(kind.record.cls, kind.key)
    return f"The id of the {name.removeprefix('of ')} the row belongs to."


def _about(column: Column) -> str:
    languages = " A column for each language." if column.localised else ""
    return f"{column.about} *{words(column.shape)}*{languages}".replace("|", "\\|")
