"""A matrix becomes part of a project once somebody has said what its codes mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from asking import ask
from curriculum_map.formats.project import load
from curriculum_map.model import Credits
from matrices import DECLARATION, DUTCH, DUTCH_DECLARATION, workbook
from written import write

GOOD = DECLARATION.replace("'-': {}", "'-': {}\n  Q: {}").replace(
    "A: {assessed: true}", "A: {level: reinforced, assessed: true}"
)


@pytest.fixture
def matrix(tmp_path: Path) -> Path:
    path = tmp_path / "medicine.xlsx"
    path.write_bytes(workbook())
    return path


def declared(matrix: Path, text: str = GOOD) -> None:
    matrix.with_name(f"{matrix.name}.codes.yaml").write_text(text, encoding="utf-8")


def test_nothing_is_written_by_a_guess(matrix, tmp_path):
    answer = ask("-p", tmp_path / "ours", "import", "matrix", matrix)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith('"medicine.xlsx" looks like this:\n')
    assert '--with "propose=medicine.xlsx.codes.yaml" writes this guess down' in answer.err
    assert answer.err.endswith("(undeclared)\n")
    assert {path.name for path in tmp_path.iterdir()} == {"medicine.xlsx"}


def test_a_guess_is_written_down_when_asked_for_and_never_over_a_file(matrix, tmp_path):
    file = tmp_path / "guess.yaml"
    options = ("--with", f"propose={file}")
    answer = ask("-p", tmp_path / "ours", "import", "matrix", matrix, *options)
    assert (answer.code, answer.out) == (
        0,
        f'Wrote "{file}". Read it, mend it, and import again with --with "codes={file}"\n',
    )
    assert file.read_text(encoding="utf-8").startswith('# What "medicine.xlsx" says')
    again = ask("-p", tmp_path / "ours", "import", "matrix", matrix, *options)
    assert again == (
        2,
        "",
        f'"{file}" is there already, and nothing was written. Name a new file. (file-in-use)\n',
    )
    assert not (tmp_path / "ours").exists()


def test_a_matrix_is_imported_with_the_declaration_beside_it(matrix, tmp_path):
    declared(matrix)
    answer = ask("-p", tmp_path / "ours", "import", "matrix", matrix)
    assert (answer.code, answer.out) == (
        0,
        "Wrote 3 files with 18 descriptions.\n"
        "competencies/frameworks/data.yaml\n"
        "competencies/scales.yaml\n"
        "curricula/school.yaml\n",
    )
    assert [line.rpartition("(")[2] for line in answer.err.splitlines()] == ["passed-over)"] * 2
    ours = load(tmp_path / "ours")
    assert ours.programmes.keys() == {"bachelor", "master"}
    assert ask("-p", tmp_path / "ours", "check").code == 0


def test_a_matrix_is_imported_with_a_declaration_of_any_name(matrix, tmp_path):
    file = tmp_path / "codes.yaml"
    file.write_text(GOOD, encoding="utf-8")
    answer = ask("-p", tmp_path / "ours", "import", "matrix", matrix, "--with", f"codes={file}")
    assert answer.code == 0
    assert len(load(tmp_path / "ours").units) == 9


def test_a_declaration_that_is_not_there_is_told(matrix, tmp_path):
    answer = ask("-p", tmp_path / "ours", "import", "matrix", matrix, "--with", "codes=none.yaml")
    assert answer.code == 1
    assert answer.err.startswith("none.yaml: ")
    assert "(unreadable)" in answer.err


def test_a_cell_that_means_nothing_keeps_everything_from_being_written(matrix, tmp_path):
    declared(matrix, DECLARATION)
    answer = ask("-p", tmp_path / "ours", "import", "matrix", matrix)
    assert answer.code == 1
    assert (
        'medicine.xlsx!Bachelor!E8: "Q" is not one of I, R, M, A, * or -. (unknown-code)\n'
        in answer.err
    )
    assert not (tmp_path / "ours").exists()


def test_what_was_imported_is_known_when_it_is_imported_again(matrix, tmp_path):
    declared(matrix)
    assert ask("-p", tmp_path / "ours", "import", "matrix", matrix).code == 0
    before = load(tmp_path / "ours")
    answer = ask("-p", tmp_path / "ours", "import", "matrix", matrix)
    assert answer.out == "Wrote 0 files with 0 descriptions. 18 were there already.\n"
    assert load(tmp_path / "ours") == before


def test_a_second_matrix_finds_what_the_first_brought(matrix, tmp_path):
    declared(matrix)
    assert ask("-p", tmp_path / "ours", "import", "matrix", matrix).code == 0
    other = tmp_path / "other.csv"
    other.write_text("Competency,Trials,Surgery\nExplains bias,R,M\n", encoding="utf-8")
    declared(other, OTHER)
    answer = ask("-p", tmp_path / "ours", "import", "matrix", other)
    assert (answer.code, answer.out.splitlines()[1]) == (0, "curricula/hospital.yaml")
    ours = load(tmp_path / "ours")
    (outcome,) = ours.units["surgery"].outcomes
    assert outcome.id == "C1"
    assert len(ours.competencies) == 4


def test_what_a_matrix_adds_to_a_unit_is_written_into_the_file_of_the_unit(tmp_path):
    ours = write(
        tmp_path / "ours", {"competencies/data.yaml": SKILLS, "curricula/hospital.yaml": HOSPITAL}
    )
    other = tmp_path / "other.csv"
    other.write_text("Competency,Trials,Surgery\nExplains bias,R,M\n", encoding="utf-8")
    declared(other, OTHER)
    answer = ask("-p", ours, "import", "matrix", other)
    assert answer == (
        0,
        "Wrote 1 file with 3 descriptions. 4 were there already.\ncurricula/hospital.yaml\n",
        'other.csv:2: Cells add to "trials", which the project describes in '
        "curricula/hospital.yaml:6:3. (adds-to-unit)\n",
    )
    written = (ours / "curricula/hospital.yaml").read_text(encoding="utf-8")
    assert written.startswith(HOSPITAL.partition("  trials:")[0])
    found = load(ours)
    assert {unit: [o.id for o in found.units[unit].outcomes] for unit in found.units} == {
        "surgery": ["bias"],
        "trials": ["bias"],
    }
    assert found.units["trials"].credits == Credits(ec=5)


SKILLS = """\
scales: {irm: {title: IRM, levels: {reinforced: {title: R}, mastered: {title: M}}}}
frameworks: {data: {title: Data, scale: irm}}
competencies: {bias: {framework: data, title: Explains bias}}
"""
HOSPITAL = """\
# Our own file.
institutions:
  hospital: {title: Hospital}
units:
  # Held in spring.
  trials:
    institution: hospital
    title: Trials
    kind: course
    credits: 5
"""
OTHER = """\
institution: hospital
frameworks: {data: {}}
codes: {R: reinforced, M: mastered}
sheets:
  other.csv:
    programme: residency
    cells: B2:C2
    units: {title: row 1}
    competencies: {title: column A}
"""


def test_the_matrix_of_a_programme_is_exported_and_imported_elsewhere(matrix, tmp_path):
    declared(matrix)
    assert ask("-p", tmp_path / "ours", "import", "matrix", matrix).code == 0
    for ending in (".xlsx", ".csv"):
        out = tmp_path / f"board{ending}"
        options = ("--programme", "master", "--out", out)
        assert ask("-p", tmp_path / "ours", "export", "matrix", *options).code == 0
        theirs = tmp_path / f"theirs{ending}"
        assert ask("-p", theirs, "import", "matrix", out).code == 0
        assert (
            load(theirs).programmes["master"].plan
            == load(tmp_path / "ours").programmes["master"].plan
        )
    unknown = ask("-p", tmp_path / "ours", "export", "matrix", "--programme", "mastr")
    assert unknown == (
        2,
        "",
        'There is no programme called "mastr". Did you mean "master"? (unknown-name)\n',
    )


def test_a_dutch_matrix_makes_a_dutch_project(tmp_path):
    path = tmp_path / "leerlijn.csv"
    path.write_bytes(DUTCH.encode("cp1252"))
    declared(path, DUTCH_DECLARATION)
    assert ask("-p", tmp_path / "ours", "import", "matrix", path) == (
        0,
        "Wrote 4 files with 11 descriptions.\n"
        "competencies/frameworks/leerlijn.yaml\n"
        "competencies/scales.yaml\n"
        "curricula/school.yaml\n"
        "curriculum-map.toml\n",
        "",
    )


@pytest.mark.parametrize("content", [b"PK\x03\x04 cut short", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_broken_workbook_is_told_and_nothing_is_written(content, tmp_path):
    path = tmp_path / "broken.xlsx"
    path.write_bytes(content)
    declared(path)
    answer = ask("-p", tmp_path / "ours", "import", "matrix", path)
    assert answer.code == 1
    assert "(unreadable)" in answer.err
    assert not (tmp_path / "ours").exists()
