"""`build` writes all or nothing, the same bytes every time, and `init` something to begin with."""

from __future__ import annotations

import errno
import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import jsonschema
import pytest

from asking import ask, process
from curriculum_map.analysis.everything import TABLES
from curriculum_map.cli import build
from curriculum_map.cli.build import FILES, INDEX, LINKED_DATA, MANIFEST
from curriculum_map.errors import NoSolver
from curriculum_map.formats.publishing import LIST
from curriculum_map.formats.schema import json_schema
from curriculum_map.pages import path_solver
from curriculum_map.pages.words import LANGUAGES
from written import write
from yaml_as_editors_read_it import load

ROOT = Path(__file__).parents[2]
WRITTEN = (*FILES, *(f"{name}.csv" for name in TABLES), MANIFEST, INDEX)
"""What is written beside the site."""

BROKEN = {"curricula/broken.yaml": "units: [\n"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Begin a project with the worked example, in a folder with a space in its name."""
    root = tmp_path / "my project"
    assert ask("init", root).code == 0
    return root


def exports(root: Path) -> dict[str, bytes]:
    return files_in(root / "exports")


def files_in(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != LIST)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_example_has_no_problems_but_gaps(project):
    said = "No problems in 3 competencies, 1 programme and 4 units.\n"
    assert ask("-p", project, "check") == (0, "", said)
    found = ask("-p", project, "gaps", "--format", "json")
    assert found.code == 1
    assert {"absent", "below", "elective-only", "not-assessed"} & {
        row["code"] for row in found.json()
    }


def test_the_example_is_what_its_own_schema_describes(project):
    schema = load((project / "curriculum-map.schema.json").read_text(encoding="utf-8"))
    assert schema == json_schema()
    files = sorted(project.rglob("*.yaml"))
    assert len(files) == 2
    for path in files:
        text = path.read_text(encoding="utf-8")
        jsonschema.validate(load(text), schema)
        line = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / line).resolve() == (project / "curriculum-map.schema.json").resolve()


def test_init_says_what_to_do_next(tmp_path):
    target = tmp_path / "new"
    assert ask("init", target) == (
        0,
        f'Wrote 4 files. Next: curriculum-map -p "{target}" gaps\n',
        "",
    )


def test_init_takes_an_empty_folder_and_leaves_one_in_use_alone(tmp_path):
    assert ask("init", tmp_path).code == 0
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    said = f'"{tmp_path}" holds something already. Name a new or empty folder. (folder-in-use)\n'
    assert ask("init", tmp_path) == (2, "", said)
    (tmp_path / "file").touch()
    assert ask("init", tmp_path / "file").code == 2
    assert ask("init", tmp_path / "file" / "below").code == 2
    assert {path: path.read_bytes() for path in before} == before


def test_build_writes_every_file_and_names_what_to_open(project):
    page = project / "exports" / "index.html"
    answer = ask("-p", project, "build")
    made = exports(project)
    assert answer == (0, f"Wrote {len(made)} files. Open {page} in a browser.\n", "")
    folders = ("site/", f"{LINKED_DATA}/")
    assert set(WRITTEN) == {name for name in made if not name.startswith(folders)}
    assert f"{LINKED_DATA}/.htaccess" in made
    data = {*FILES, *(f"{name}.csv" for name in TABLES), MANIFEST}
    assert {f"site/data/{name}" for name in data} <= made.keys()
    assert {f"site/{language}/index.html" for language in LANGUAGES} <= made.keys()
    assert all(made[f"site/data/{name}"] == made[name] for name in data)


def test_a_large_project_is_built_by_two_processes_and_gets_the_same_files(project, monkeypatch):
    assert ask("-p", project, "build", "--out", project / "one").code == 0
    monkeypatch.setattr(build, "ALONE", 0)
    assert ask("-p", project, "build", "--out", project / "two").code == 0
    one, two = (files_in(project / name) for name in ("one", "two"))
    assert one == two


def test_a_large_project_whose_base_is_no_address_is_told_so_once(project, monkeypatch):
    monkeypatch.setattr(build, "ALONE", 0)
    write(project, {"curriculum-map.toml": 'base = "https://[x/"'})
    answer = ask("-p", project, "build")
    assert answer.code == 2
    assert answer.err.count("is not a web address") == 1
    assert not (project / "exports").exists() or list((project / "exports").iterdir()) == []


def test_a_second_build_touches_nothing_and_a_change_only_what_it_changes(project):
    assert ask("-p", project, "build").code == 0
    before = {path: path.stat().st_ino for path in (project / "exports").rglob("*.html")}
    page = project / "exports" / "index.html"
    everything = len(exports(project))
    again = ask("-p", project, "build")
    said = f"Wrote 0 files; {everything} are as they were. Open {page} in a browser.\n"
    assert again.out == said
    source = project / "curricula" / "medicine.yaml"
    text = source.read_text(encoding="utf-8")
    source.write_text(text + "# Nothing that any page shows.\n", encoding="utf-8")
    assert ask("-p", project, "build").out == said
    assert {path: path.stat().st_ino for path in before} == before


def test_what_a_former_build_wrote_is_taken_away_and_what_others_wrote_stays(project):
    assert ask("-p", project, "build").code == 0
    site = project / "exports" / "site"
    (gone,) = (site / "en" / "programme").iterdir()
    changed = site / "nl" / "programme" / gone.name
    changed.write_text("mine", encoding="utf-8")
    (site / "notes.txt").write_text("mine", encoding="utf-8")
    (project / "curricula" / "medicine.yaml").unlink()
    answer = ask("-p", project, "build")
    assert (answer.code, "took" in answer.out) == (0, True)
    assert not gone.exists()
    assert not (site / "en" / "programme").exists()
    assert changed.read_text(encoding="utf-8") == "mine"
    assert (site / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_build_writes_the_same_bytes_whatever_the_order_of_sets(project):
    written = []
    for seed in ("1", "2"):
        assert process("-p", project, "build", PYTHONHASHSEED=seed).returncode == 0
        written.append(exports(project))
    assert written[0] == written[1]


def test_a_failing_build_leaves_the_former_exports_and_nothing_beside_them(project, monkeypatch):
    assert ask("-p", project, "build").code == 0
    before = exports(project)
    write(project, BROKEN)
    assert ask("-p", project, "build").code == 1
    (project / "curricula" / "broken.yaml").unlink()

    def fail(_: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(build, "FILES", {**FILES, "gaps.csv": fail})
    said = f'"{project / "exports"}" cannot be written: No space left on device. (cannot-write)\n'
    assert ask("-p", project, "build") == (2, "", said)
    assert exports(project) == before


def test_a_program_without_the_solver_builds_nothing_and_says_how_to_get_it(project, monkeypatch):
    def missing(package: str, name: str) -> bytes:
        raise FileNotFoundError(name)

    path_solver.solver_script.cache_clear()
    monkeypatch.setattr(path_solver, "get_data", missing)
    assert ask("-p", project, "build") == (2, "", f"{NoSolver()} (no-solver)\n")
    assert exports(project) == {}


def test_a_folder_in_the_place_of_a_file_stops_a_build_before_anything_is_replaced(project):
    assert ask("-p", project, "build").code == 0
    (project / "exports" / "gaps.csv").unlink()
    (project / "exports" / "gaps.csv").mkdir()
    (project / "exports" / "index.html").write_text("mine")
    (project / "exports" / "notes.txt").write_text("mine")
    target = project / "exports" / "gaps.csv"
    said = f'"{target}" is a folder, but a file is to be written there. (cannot-write)\n'
    assert ask("-p", project, "build") == (2, "", said)
    assert (project / "exports" / "index.html").read_text() == "mine"
    names = {path.name for path in (project / "exports").iterdir() if not path.is_dir()}
    assert names == {*WRITTEN, "notes.txt", LIST} - {"gaps.csv"}


def test_a_file_in_the_place_of_the_folder_stops_a_build(project):
    target = project / "exports"
    target.write_text("mine")
    said = f'"{target}" is no folder, but files are to be written into it. (cannot-write)\n'
    assert ask("-p", project, "build") == (2, "", said)
    assert target.read_text() == "mine"


def test_build_writes_where_it_is_told(project, tmp_path):
    assert ask("-p", project, "build", "--out", tmp_path / "site" / "map").code == 0
    names = {path.name for path in (tmp_path / "site" / "map").iterdir() if path.is_file()}
    assert names == {*WRITTEN, LIST}
    assert not (project / "exports").exists()


def test_tables_are_written_so_that_excel_reads_their_accents(project):
    assert ask("-p", project, "build").code == 0
    made = exports(project)
    assert made["gaps.csv"].startswith(b"\xef\xbb\xbfprogramme,")
    assert made["gaps.csv"][3:].decode() == ask("-p", project, "gaps", "--format", "csv").out


def on_a_terminal(*arguments: str | Path) -> str:
    """Give what a command shows on standard error when that is a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "curriculum_map", *map(str, arguments)]
    shown = b""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs):
        os.close(theirs)
        # A terminal that nobody uses any more ends with an error.
        with suppress(OSError):
            while more := os.read(ours, 100_000):
                shown += more
    os.close(ours)
    return shown.decode()


def test_progress_is_shown_on_a_terminal_and_wiped_out_in_the_end(project):
    shown = on_a_terminal("-p", project, "build")
    steps = shown.split("\r\x1b[K")
    assert steps[1 : len(WRITTEN) + 1] == [f"{n} {name}" for n, name in enumerate(WRITTEN, 1)]
    assert len(steps) == len(exports(project)) + 2
    assert (steps[0], steps[-1]) == ("", "")


def test_a_reader_that_stops_early_ends_an_answer_without_a_word_about_it():
    # More than the system keeps for a reader, so that writing really meets the closed end.
    command = f'"{sys.executable}" -m curriculum_map -p "{ROOT}" gaps --format json'
    piped = subprocess.run(
        ["bash", "-c", f"{command} | head -c 1"], capture_output=True, check=False
    )
    assert len(ask("-p", ROOT, "gaps", "--format", "json").out) > 70_000
    assert (piped.stdout, b"rror" in piped.stderr) == (b"[", False)


def test_answers_are_utf_8_whatever_the_system_thinks(project):
    written = process("-p", project, "gaps", "--format", "csv", PYTHONIOENCODING="ascii").stdout
    assert written.decode("utf-8") == ask("-p", project, "gaps", "--format", "csv").out
    assert "“".encode() in written


def test_the_package_answers_like_the_command(project):
    answer = process("-p", project, "check")
    said = b"No problems in 3 competencies, 1 programme and 4 units."
    assert (answer.returncode, answer.stdout, answer.stderr.strip()) == (0, b"", said)
