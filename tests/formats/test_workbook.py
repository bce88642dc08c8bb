"""Workbooks: what designers get, what they may hand in, and what a broken one is told."""

from __future__ import annotations

import csv
import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

import programs
from asking import ask
from curriculum_map.errors import InvalidProject
from curriculum_map.formats import workbook_parts
from curriculum_map.formats.base import Given
from curriculum_map.formats.project import load, read_project
from curriculum_map.formats.reading import Reading
from curriculum_map.formats.tables.kinds import kinds
from curriculum_map.formats.tables.written import grids
from curriculum_map.formats.workbook import FORMAT
from curriculum_map.model import Catalogue, Source, Text, by_id
from written import BASE, FILE, write

ROOT = Path(__file__).parents[2]
Book = Callable[[xlsxwriter.Workbook], object]


def made(fill: Book) -> bytes:
    """Make a workbook."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        fill(book)
    return out.getvalue()


def rows(name: str, *lines: tuple[object, ...]) -> Book:
    """Fill one sheet."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet(name)
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)

    return fill


def read(data: bytes) -> Reading:
    reader = FORMAT.read
    assert reader
    return reader(Given(name="w.xlsx", files={"w.xlsx": data}, syntax="xlsx"))


def said(data: bytes) -> list[str]:
    return [str(problem) for problem in read(data).problems]


def written(catalogue: Catalogue) -> bytes:
    writer = FORMAT.write
    assert writer
    document = writer(catalogue, "xlsx").document
    assert isinstance(document, bytes)
    return document


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load(ROOT)


@pytest.fixture(scope="module")
def ours(shipped: Catalogue) -> bytes:
    return written(shipped)


def test_the_shipped_project_is_the_same_after_a_workbook(shipped, ours):
    back = read(ours)
    assert back.errors == ()
    assert back.catalogue == shipped
    assert written(back.catalogue) == ours


def test_an_independent_reader_finds_every_table_ready_to_work_in(shipped, ours):
    book = openpyxl.load_workbook(io.BytesIO(ours))
    assert book.sheetnames[:2] == ["about", "project"]
    assert book.sheetnames[2:][: len(kinds())] == [kind.name for kind in kinds()]
    for grid in grids(shipped)[0][1:]:
        sheet = book[grid.kind.name]
        assert sheet.freeze_panes == sheet.cell(2, len(grid.kind.names) + 1).coordinate
        assert sheet.auto_filter.ref.startswith("A1:")
        assert [cell.value for cell in sheet[1]] == [each.text for each in grid.headings]
        assert all(cell.comment and cell.comment.text for cell in sheet[1])
        assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")
        values = [list(row) for row in sheet.iter_rows(min_row=2, values_only=True) if any(row)]
        assert values == grid.rows
        assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


def test_levels_competencies_units_statuses_and_kinds_are_chosen_from_lists(ours):
    book = openpyxl.load_workbook(io.BytesIO(ours))

    def choices(sheet: str, heading: str) -> str:
        (letter,) = [cell.column_letter for cell in book[sheet][1] if cell.value == heading]
        rules = book[sheet].data_validations.dataValidation
        (rule,) = [each for each in rules if str(each.sqref).startswith(f"{letter}2:")]
        return rule.formula1

    assert choices("contributions", "status") == '"disputed,suggested,declared,reviewed"'
    assert choices("units", "kind").startswith('"assignment,bootcamp,course')
    last = len(list(book["competencies"].values)) - 1 + 1000
    assert choices("contributions", "competency") == f"'competencies'!$A$2:$A${last}"
    assert choices("contributions", "level").startswith("'scale levels'!$B$2:$B$")
    assert choices("outcomes", "unit").startswith("'units'!$A$2:$A$")
    assert choices("contributions", "outcome").startswith("'outcomes'!$B$2:$B$")


def test_a_note_explains_its_column(ours):
    book = openpyxl.load_workbook(io.BytesIO(ours))
    heads = {cell.value: cell.comment.text for cell in book["contributions"][1]}
    assert heads["unit"] == "The id of the unit this row belongs to."
    assert heads["level"] == (
        "The level held after *passing* the unit, not on entering it.\n\n"
        "Id of a level, or scale/level for one of another scale."
    )


def test_a_heat_map_shows_the_highest_level_of_a_unit_or_its_parts(tmp_path):
    text = """\
institution: school
units:
  whole: {kind: course, title: W, parts: part}
  part:
    kind: course
    title: P
    outcomes: {o: {develops: {charts: knows}}, p: {develops: {charts: applies}}}
programmes: {p: {title: Programme, plan: {units: whole}, aims: graduate}}
"""
    catalogue = load(write(tmp_path, {"competencies/base.yaml": BASE, FILE: text}))
    sheet = openpyxl.load_workbook(io.BytesIO(written(catalogue)))["heat map p"]
    cells = list(sheet.iter_rows(min_row=4, values_only=True))
    assert cells == [("competency", "title", "whole"), ("charts", "Charts", 2)]
    assert [str(each.sqref) for each in sheet.conditional_formatting] == ["C5"]


def test_a_text_that_excel_would_cut_is_told_as_a_loss():
    source = Source(id="s", title=Text((("en", "S"),)), note="x" * 32_768)
    catalogue = Catalogue(sources=by_id({"s": source}))
    assert FORMAT.write
    (loss,) = FORMAT.write(catalogue, "xlsx").losses
    assert (loss.kind, loss.name) == ("long text", "s note")
    assert len(read(written(catalogue)).catalogue.sources["s"].note) == 32_767


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Path], None]:
    """Run LibreOffice without a window, with a profile of its own."""
    profile = f"-env:UserInstallation=file://{tmp_path_factory.mktemp('office')}"
    program = [programs.find("libreoffice"), profile, "--headless", "--norestore"]

    def convert(to: str, path: Path) -> None:
        command = [*program, "--convert-to", to, "--outdir", str(path.parent / "out"), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    return convert


def test_libreoffice_opens_the_workbook_without_repair_and_finds_the_same_cells(office, tmp_path):
    assert ask("init", tmp_path / "example").code == 0
    example = load(tmp_path / "example")
    (tmp_path / "ours.xlsx").write_bytes(written(example))
    # Commas, quotes, UTF-8, every cell as it is; the last number asks for every sheet.
    office(
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
        tmp_path / "ours.xlsx",
    )
    found = {path.stem.removeprefix("ours-"): path for path in tmp_path.glob("out/ours-*.csv")}
    assert {"about", "project", *(kind.name for kind in kinds())} <= found.keys()
    for grid in grids(example)[0]:
        text = found[grid.kind.name].read_text(encoding="utf-8")
        cells = list(csv.reader(io.StringIO(text, newline="")))
        assert cells == [
            [heading.text for heading in grid.headings],
            *([_shown(value) for value in row] for row in grid.rows),
        ]


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


HOSTILE = ("=1+1", "+1", "@x", "'x", "007", "1e3", "1-2", "TRUE", "a\nb", " x ", "_x000D_", "<b>&")


def test_what_libreoffice_saved_again_is_read_as_the_same_texts(office, tmp_path):
    title = Text((("en", "S"),))
    sources = [Source(id=f"s{n:02}", title=title, note=text) for n, text in enumerate(HOSTILE)]
    catalogue = Catalogue(sources=by_id({each.id: each for each in sources}))
    (tmp_path / "hostile.xlsx").write_bytes(written(catalogue))
    office("xlsx:Calc MS Excel 2007 XML", tmp_path / "hostile.xlsx")
    again = read((tmp_path / "out" / "hostile.xlsx").read_bytes())
    assert (again.problems, again.catalogue) == ((), catalogue)


def test_sheets_that_are_no_tables_are_told_of_and_hidden_ones_are_not():
    def fill(book: xlsxwriter.Workbook) -> None:
        rows("sources", ("id", "title"), ("s", "S"))(book)
        rows("My notes", ("call",))(book)
        book.add_worksheet("empty")
        rows("Heat map of mine", ("x",))(book)
        rows("scratch", ("x",))(book)
        book.worksheets()[-1].hide()

    assert said(made(fill)) == [
        "w.xlsx!My notes!A1: This sheet has not the name of a table and is not read. Rename it, "
        "or hide it. (unread-table)"
    ]


def test_headings_may_stand_below_and_a_problem_names_its_cell():
    lines = ((), ("",), ("", "id", "title", "url"), (), ("", "s", "S", "www.school.nl"))
    assert said(made(rows("sources", *lines))) == [
        'w.xlsx!sources!D5: "www.school.nl" is not a web address (http:// or https://). (bad-form)'
    ]


def test_a_formula_counts_as_its_value_and_its_text_is_never_run():
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("sources")
        sheet.write_row(0, 0, ("id", "title", "note", "creator"))
        sheet.write_string(1, 0, "s")
        sheet.write_formula(1, 1, '="Re"&"port"', value="Report")
        sheet.write_string(1, 2, '=HYPERLINK("http://x")')
        sheet.write_formula(1, 3, "=1/0", value="#DIV/0!")
        sheet.write_string(2, 0, "t")
        sheet.write_string(2, 1, "T")
        sheet.write_formula(2, 2, '=""', value="")

    found = read(made(fill))
    source = found.catalogue.sources["s"]
    assert (source.title.show("en"), source.note) == ("Report", '=HYPERLINK("http://x")')
    assert [str(problem) for problem in found.problems] == [
        'w.xlsx!sources!D2: The formula here gives "#DIV/0!", and the cell counts as empty. Put '
        "the value in its place. (formula-without-value)",
        "w.xlsx!sources!C3: The formula here was never worked out, and the cell counts as empty. "
        "Put the value in its place. (formula-without-value)",
    ]


def stray(book: xlsxwriter.Workbook) -> None:
    rows("sources", ("id", "title"), ("s", "S"))(book)
    book.worksheets()[0].write_string("XFD1048576", "lost")


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 2_000_000)
    return out.getvalue()


BROKEN = {
    "a cell in the last corner": (
        lambda: made(stray),
        "w.xlsx!sources!XFD1048576: Something stands here, far from the table: with all between, "
        "the sheet has 17,179,869,184 cells, more than the 10,400,000 that are read. Delete the "
        "rows below the table and the columns beside it. (too-large)",
    ),
    "a bomb": (
        bomb,
        "w.xlsx: Unpacked, the file has more than the 1,000,000 bytes that are read. Split it. "
        "(too-large)",
    ),
    "a password": (
        lambda: workbook_parts.LOCKED + b"\0" * 100,
        "w.xlsx: The workbook is locked, or of Excel before 2007. Open it in Excel or LibreOffice "
        'and save it as "Excel workbook (.xlsx)", without password. (unreadable)',
    ),
    "another archive": (
        lambda: made(rows("sources", ("id",))).replace(b"xl/workbook.xml", b"xl/workbooks.xm"),
        "w.xlsx: This is no whole workbook of Excel (.xlsx). Open it in Excel or LibreOffice "
        'and save it as "Excel workbook (.xlsx)", without password. (unreadable)',
    ),
    "no table": (
        lambda: made(rows("Blad1", ("vak", "titel"))),
        "w.xlsx: No sheet here has the name of a table. Names that are read: "
        f"{', '.join(kind.name for kind in kinds())}. (no-table)",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_workbook_is_told_with_a_way_out(case, monkeypatch):
    monkeypatch.setattr(workbook_parts, "UNPACKED", 1_000_000)
    make, line = BROKEN[case]
    with pytest.raises(InvalidProject) as found:
        read(make())
    assert str(found.value) == line


def test_a_truncated_workbook_is_told_as_such():
    with pytest.raises(InvalidProject, match=r"w\.xlsx: .*\(unreadable\)"):
        read(made(rows("sources", ("id",)))[:-100])


def test_a_million_empty_rows_cost_nothing():
    def fill(book: xlsxwriter.Workbook) -> None:
        rows("sources", ("id", "title"), ("s", "S"))(book)
        grey = book.add_format({"bg_color": "#CCCCCC"})
        for number in range(2, 1_048_576, 997):
            book.worksheets()[0].write_blank(number, 5, None, grey)

    found = read(made(fill))
    assert (found.problems, list(found.catalogue.sources)) == ((), ["s"])


def test_a_workbook_among_the_sources_is_read_like_yaml_and_its_problems_stand_beside(tmp_path):
    write(tmp_path, {"competencies/base.yaml": BASE, FILE: "units: {}\n"})
    lines = (
        ("id", "title", "institution", "kind", "requires"),
        ("a", "A", "school", "course", ""),
        ("b", "B", "scool", "course", "a and z"),
    )
    (tmp_path / "curricula" / "units.xlsx").write_bytes(made(rows("units", *lines)))
    (tmp_path / "curricula" / "~$units.xlsx").write_bytes(b"open in Excel")
    outcomes = "unit;id;text\r\na;o;Reads\r\n"
    (tmp_path / "curricula" / "outcomes.csv").write_bytes(outcomes.encode("cp1252"))
    found = read_project(tmp_path)
    assert [str(problem) for problem in found.problems] == [
        'curricula/units.xlsx!units!C3: There is no institution called "scool". Did you mean '
        '"school"? (unknown-name)',
        'curricula/units.xlsx!units!E3: There is no unit called "z". Known: a, b. (unknown-name)',
    ]
    assert found.catalogue.units["a"].outcomes[0].text.show("en") == "Reads"
    assert str(found.catalogue.units["a"].outcomes[0].where) == "curricula/outcomes.csv:2 [B]"


def test_a_csv_file_that_breaks_off_hides_nothing_and_nothing_seems_missing(tmp_path):
    text = "institution: school\nunits: {b: {kind: course, title: B, requires: a}, c: {}}\n"
    write(tmp_path, {"competencies/base.yaml": BASE, FILE: text})
    (tmp_path / "curricula" / "units.csv").write_text('id,title\na,"A\n', encoding="utf-8")
    assert [str(each) for each in read_project(tmp_path).problems] == [
        "curricula/units.csv:2: A quotation mark opens a cell here and is never closed. Close it, "
        "or delete it. (bad-csv)",
        'curricula/x.yaml:2:51: A unit needs "kind". (missing-field)',
        'curricula/x.yaml:2:51: A unit needs "title". (missing-field)',
    ]


def test_a_workbook_becomes_a_project_of_yaml_files_or_nothing(shipped, ours, tmp_path):
    good, bad = tmp_path / "good.xlsx", tmp_path / "bad.xlsx"
    good.write_bytes(ours)
    assert ask("-p", tmp_path / "new", "import", "workbook", good).code == 0
    assert load(tmp_path / "new") == shipped
    bad.write_bytes(made(rows("sources", ("id", "title"), ("s", "S"), ("s", "S"))))
    answer = ask("-p", tmp_path / "none", "import", "workbook", bad)
    assert (answer.code, (tmp_path / "none").exists()) == (1, False)
    assert answer.err.startswith("bad.xlsx!sources!A3: There is another source called")


def test_a_heat_map_has_one_colour_for_one_rank_whatever_ranks_there_are(ours):
    book = openpyxl.load_workbook(io.BytesIO(ours))
    maps = [sheet for sheet in book.worksheets if sheet.title.startswith("heat map")]
    assert maps
    for sheet in maps:
        (rules,) = sheet.conditional_formatting
        (rule,) = rules.rules
        assert (rule.colorScale.cfvo[0].type, rule.colorScale.cfvo[0].val) == ("num", 0)
        assert rule.colorScale.cfvo[1].val >= 2
