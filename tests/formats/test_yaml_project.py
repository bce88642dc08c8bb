"""The whole project as YAML, handed over and taken over like any other format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from asking import ask
from curriculum_map.errors import InvalidProject
from curriculum_map.formats.base import Given, Loss
from curriculum_map.formats.project import load
from curriculum_map.formats.yaml_project import CHANGED, read, write
from curriculum_map.model import by_id
from written import BASE, FILE
from written import write as write_files

UNIT = "institution: school\nunits: {a: {kind: course, title: A}}\n"
SETTINGS = 'title = "Ours"\nuse = ["fair4s"]\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    sources = {"competencies/base.yaml": BASE, FILE: UNIT, "curriculum-map.toml": SETTINGS}
    return write_files(tmp_path / "ours", sources)


def given(files: dict[str, str]) -> Given:
    return Given(name="theirs", files={name: text.encode() for name, text in files.items()})


def test_the_files_of_a_project_are_another_project_that_is_just_the_same(project, tmp_path):
    out = tmp_path / "theirs"
    assert ask("-p", project, "export", "yaml", "--out", out) == (0, "", "")
    assert sorted(each.relative_to(out).as_posix() for each in out.rglob("*.*")) == [
        "competencies/frameworks/skills.yaml",
        "competencies/role-profiles.yaml",
        "competencies/scales.yaml",
        "competencies/sources.yaml",
        "curricula/school.yaml",
        "curriculum-map.toml",
    ]
    assert ask("-p", out, "check").code == 0
    assert load(out) == load(project)


def test_an_open_framework_that_the_project_only_uses_is_left_to_the_program(project):
    written = write(load(project), "")
    assert written.losses == ()
    assert "fair4s" in load(project).frameworks
    assert [name for name, text in written.document.items() if "fair4s" in text] == [
        "curriculum-map.toml"
    ]


def test_an_open_framework_that_was_changed_is_written_out_and_that_is_said(project):
    ours = load(project)
    changed = replace(ours.frameworks["fair4s"], version="ours")
    written = write(replace(ours, frameworks=by_id({**ours.frameworks, "fair4s": changed})), "")
    assert written.losses == (Loss("setting", "use fair4s", CHANGED),)
    assert "version: ours" in written.document["competencies/frameworks/fair4s.yaml"]
    assert "use" not in written.document["curriculum-map.toml"]


def test_one_file_is_taken_over_and_put_where_such_things_belong(project, tmp_path):
    theirs = write_files(tmp_path, {"theirs.yaml": BASE + UNIT})
    answer = ask("-p", tmp_path / "new", "import", "yaml", theirs / "theirs.yaml")
    assert answer.out.startswith("Wrote 5 files with 9 descriptions.\n")
    assert load(tmp_path / "new").units.keys() == {"a"}


def test_every_problem_of_every_file_is_told_with_its_place():
    wrong = given(
        {
            "curriculum-map.toml": "base = 'x'",
            "a/one.yaml": "units: [",
            "b/two.yml": "frameworks: 3",
            "notes.md": "not read",
        }
    )
    map_wanted = "belongs a map from id to what is said about it. (wrong-type)"
    assert [str(problem) for problem in read(wrong).errors] == [
        f'a/one.yaml:1:1: Behind "units" {map_wanted}',
        'a/one.yaml:2:1: "" cannot stand here. Delete it, or put the text that it belongs to in '
        "quotes. (syntax)",
        f'b/two.yml:1:1: Behind "frameworks" {map_wanted}',
        'curriculum-map.toml:1:1: "x" is not a web address (http:// or https://). (bad-form)',
    ]


def test_a_folder_without_yaml_is_refused():
    with pytest.raises(InvalidProject) as error:
        read(given({"notes.md": "units: {}"}))
    (problem,) = error.value.problems
    assert (
        str(problem) == "theirs: There is no file here that ends in .yaml or .yml. (nothing-found)"
    )
