"""Cells of workbooks and text files stay the texts that were typed, with their places."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.delimited import read_delimited
from curriculum_map.formats.worksheets import read_worksheets


def workbook() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("Medicine 1")
        sheet.write_string(1, 0, "007")
        sheet.write_number(1, 1, 7)
        sheet.write_number(1, 2, 2.5)
        sheet.write_boolean(1, 3, True)
        sheet.write_formula(1, 4, "=1+1", value=2)
        sheet.merge_range(2, 0, 2, 4, "Year 1")
        book.add_worksheet("Scratch").hide()
    return out.getvalue()


def test_cells_of_a_workbook_are_texts_and_know_the_place_excel_shows() -> None:
    (sheet,) = read_worksheets(workbook(), "plan.xlsx")
    assert [*sheet.filled()] == [
        (1, ["007", "7", "2.5", "TRUE", "2"]),
        (2, ["Year 1", "", "", "", ""]),
    ]
    assert sheet.merged == [(2, 0, 2, 4)]
    assert str(sheet.where(1, 1)) == "plan.xlsx!Medicine 1!B2"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut short", b"id;title\n"])
def test_what_is_no_workbook_is_told_with_a_way_out(content: bytes) -> None:
    with pytest.raises(InvalidProject, match=r'plan\.xlsx: .* save it as "Excel workbook'):
        read_worksheets(content, "plan.xlsx")


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (b"id,title\n007,NA\n", [["id", "title"], ["007", "NA"]]),
        (b"\xef\xbb\xbfid;ects\r\n1e3;2,5\r\n", [["id", "ects"], ["1e3", "2,5"]]),
        (b"sep=;\nid;a,b\n", [["id", "a,b"]]),
        ("id\tõpe\n".encode("utf-16"), [["id", "õpe"]]),
        ("id;caf\xe9 \x80\n".encode("latin-1"), [["id", "café €"]]),
        (b'"a;b;c",d\n"say ""x""\nand y",1-2\n', [["a;b;c", "d"], ['say "x"\nand y', "1-2"]]),
    ],
    ids=["commas", "semicolons and a mark", "told", "utf-16", "cp1252", "quoted"],
)
def test_cells_of_a_text_file_stay_what_they_are(content: bytes, rows: list[list[str]]) -> None:
    assert read_delimited(content, "units.csv").rows == rows


def test_a_row_knows_the_line_it_begins_in() -> None:
    sheet = read_delimited(b'sep=,\nid,title\n1,"two\nlines"\n\n2,next\n', "units.csv")
    assert [sheet.where(number).line for number, _ in sheet.filled()] == [2, 3, 6]


def test_a_quotation_mark_that_is_never_closed_is_found_where_it_opens() -> None:
    with pytest.raises(InvalidProject) as found:
        read_delimited(b'id,title\n1,"never\nends\n', "units.csv")
    assert str(found.value) == (
        "units.csv:2: A quotation mark opens a cell here and is never closed. "
        "Close it, or delete it. (bad-csv)"
    )
