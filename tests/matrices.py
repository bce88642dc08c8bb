"""Curriculum matrices as designers keep them: merged headings, legends, totals, notes."""

from __future__ import annotations

import io

import xlsxwriter


def workbook() -> bytes:
    """Build a workbook: a bachelor with units in columns, a master with units in rows, notes."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        _bachelor(book.add_worksheet("Bachelor"))
        _master(book.add_worksheet("Master"))
        book.add_worksheet("Notes").write_string("A1", "Agreed in the committee of May.")
    return out.getvalue()


def _bachelor(sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.merge_range("A1:I1", "Curriculum matrix Medicine, version 3")
    sheet.merge_range("D2:F2", "Year 1")
    sheet.merge_range("G2:H2", "Year 2")
    sheet.write_row("D3", ["Semester 1", "Semester 1", "Semester 2", "Semester 1", "Semester 1"])
    sheet.merge_range("D4:F4", "Required")
    sheet.merge_range("G4:H4", "Electives (choose 1)")
    sheet.write_row("A5", ["Area", "Code", "Competency"])
    sheet.write_row(
        "D5", ["Anatomy", "Statistics", "Data in care", "eHealth", "AI project", "Total"]
    )
    sheet.merge_range("A6:A7", "Data")
    sheet.write_row("B6", ["C1", "Explains bias", "I", "", "R,A", "", "M*", 3])
    sheet.write_row("B7", ["C2", "Cleans data", "", "I", "", "R", "", 2])
    sheet.write_row("A8", ["Ethics", "C3", "Weighs consent", "-", "Q", "A", "", "R", 2])
    sheet.write_row("A9", ["Ethics", "C4", "Speaks up"])
    sheet.write_row("C10", ["Total", 1, 2, 2, 1, 2])
    sheet.write_row("A12", ["I", "introduced"])
    sheet.write_row("A13", ["R", "reinforced"])
    sheet.write_row("A14", ["M", "mastered"])
    sheet.write_row("A15", ["*", "assessed by an exam"])
    sheet.write_string("A17", "To be decided in June: consent in year 3.")


def _master(sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.write_row("A1", ["Course", "EC", "C1", "C3", "Total"])
    sheet.write_row("A2", ["", "", "Explains bias", "Weighs consent"])
    sheet.merge_range("A3:B3", "Required courses")
    sheet.write_row("A4", ["Trials", 5, "R", "M", 2])
    sheet.write_row("A5", ["Data in care", 2.5, "R*", "", 1])
    sheet.merge_range("A6:B6", "Electives: choose 2")
    sheet.write_row("A7", ["Imaging", 5, "M", "", 1])
    sheet.write_row("A8", ["Genomics", 5, "", "R", 1])
    sheet.write_row("A9", ["Law", 5, "", "M", 1])


DECLARATION = """\
institution: {id: school, title: School of Medicine}
frameworks:
  data: {title: Data, scale: growth}
scales:
  growth:
    title: Growth
    levels: {introduced: Introduced, reinforced: Reinforced, mastered: Mastered}
codes:
  I: introduced
  R: reinforced
  M: mastered
  A: {assessed: true}
  '*': {assessed: true}
  '-': {}
sheets:
  Bachelor:
    programme: {id: bachelor, title: Bachelor of Medicine}
    cells: D6:H9
    units: {title: row 5, year: row 2, term: row 3}
    competencies: {area: column A, id: column B, title: column C}
    electives: {choice: {in: 'columns G:H', choose: 1, title: Free choice}}
    leave-out: [row 1, row 4, row 10, 'rows 12:15', column I]
  Master:
    programme: {id: master, title: Master of Medicine}
    cells: C3:D9
    units: {title: column A, credits: column B}
    competencies: {id: row 1, title: row 2}
    electives: {choice: {in: 'rows 7:9', choose: 2}}
    leave-out: [row 3, row 6, column E]
"""

DUTCH = """\
Leerlijn datawetenschap;;;;
;;Gegevens;;Ethiek
Jaar;Vak;Legt bias uit;Schoont data op;Weegt toestemming
1;Statistiek;weet;weet hoe;
;Anatomie;;;weet
2;Zorgdata;weet hoe;doet;Weet hoe
;Keuzevak e-health;laat zien;;doet / getoetst
;Totaal;3;2;3
"""
"""A matrix as Excel saves it in the Netherlands, once it is encoded as cp1252."""

DUTCH_DECLARATION = """\
institution: school
language: nl
frameworks: {leerlijn: {title: Leerlijn, scale: miller}}
scales:
  miller: {levels: {weet: Weet, weet-hoe: Weet hoe, laat-zien: Laat zien, doet: Doet}}
codes:
  weet: weet
  weet hoe: weet-hoe
  laat zien: laat-zien
  doet: doet
  getoetst: {assessed: true}
sheets:
  leerlijn.csv:
    programme: geneeskunde
    cells: C4:E8
    units: {year: column A, title: column B}
    competencies: {area: row 2, title: row 3}
    electives: {keuze: {in: row 7, choose: 1}}
    leave-out: [row 1, row 8]
"""
