"""A catalogue written as the files of a project is what a person would have written."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import yaml
from hypothesis import HealthCheck, assume, given, settings

from curriculum_map.formats.assemble import assemble
from curriculum_map.formats.project import load
from curriculum_map.formats.reading import Reading
from curriculum_map.formats.settings import FILE, read_settings
from curriculum_map.formats.yaml_files import read_text
from curriculum_map.formats.yaml_nodes import dumped
from curriculum_map.formats.yaml_writer import settings_file, without, yaml_files
from curriculum_map.model import Catalogue, Settings, Text, by_id
from curriculum_map.model.checks import problems_of
from sample import (
    all_of,
    any_of,
    catalogue,
    co,
    competency,
    exam,
    item,
    pre,
    profile,
    programme,
    teaches,
    unit,
)
from strategies import READABLE, catalogues
from written import BASE, write

thorough = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def read_back(given: Catalogue) -> Reading:
    documents = []
    for path, text in yaml_files(given, given.settings.languages).items():
        document, problems = read_text(text, path)
        assert problems == []
        documents.append(document)
    return assemble(documents, given.settings)


@thorough
@given(catalogues(READABLE.map(lambda words: f"a{words}")))
def test_what_is_written_is_read_back_equal(given):
    assume(not list(problems_of(given)))
    reading = read_back(given)
    assert [str(problem) for problem in reading.errors] == []
    assert reading.catalogue == given


@thorough
@given(catalogues())
def test_the_same_catalogue_gives_the_same_files_in_the_same_order(given):
    files = yaml_files(given, ("en",))
    assert list(files) == sorted(files)
    assert yaml_files(replace(given), ("en",)) == files


def test_short_forms_are_used_and_nothing_is_said_that_goes_without_saying():
    given = catalogue(
        unit(
            "models",
            teaches("prediction", 2),
            exam(),
            requires=all_of(pre("intro"), any_of(pre("r"), pre("python")), co("lab")),
        ),
        *(unit(name) for name in ("intro", "r", "python", "lab")),
        programme("medicine", item("intro", "r", year=1), item("models", year=2), aims="basic"),
        profile("basic", prediction=3),
        competency("prediction"),
    )
    files = yaml_files(given, ("en",))
    (teaching,) = (text for path, text in files.items() if path.startswith("curricula/"))
    assert "- {units: [intro, r], year: 1}" in teaching
    assert "requires: [intro, {any: [r, python]}, {co: lab}]" in teaching
    assert "aims: basic\n" in teaching
    assert "requires:\n      prediction: shows-how\n" in files["competencies/role-profiles.yaml"]
    assert read_back(given).catalogue == given


def test_a_text_stays_the_text_it_is():
    texts = ["no", "012", "1e3", "~", "2025-04-24", "a: b", "# no comment", "two\nlines", " x ", ""]
    texts += ["end \nof line", "\u2028", "tab\tin it", "null", "'", '"', "- x", "\ufeff", "é" * 300]
    document, problems = read_text(dumped({str(n): t for n, t in enumerate(texts)}), "x.yaml")
    assert problems == []
    assert document.root is not None
    assert [str(node) for node in document.root.entries.values()] == texts


def test_a_text_in_several_lines_stands_in_several_lines():
    assert dumped({"note": "First.\nSecond."}) == "note: |-\n  First.\n  Second.\n"


def test_numbers_are_written_plainly():
    said = dumped({"a": 28.0, "b": 2.5, "c": 3, "d": 1e-07, "e": True})
    assert said == "{a: 28, b: 2.5, c: 3, d: 1e-07, e: true}\n"
    assert yaml.safe_load(said) == {"a": 28, "b": 2.5, "c": 3, "d": "1e-07", "e": True}


def test_a_competency_without_sources_does_not_take_over_those_of_its_framework(tmp_path):
    text = f"{BASE}source: report\n".replace("charts: {title:", "charts: {source: [], title:")
    given = load(write(tmp_path, {"competencies/base.yaml": text}))
    assert given.competencies["charts"].sources == ()
    assert given.competencies["models"].sources == ("report",)
    assert (
        "charts:\n    title: Charts\n    area: data\n    source: []\n"
        in (yaml_files(given, ("en",))["competencies/frameworks/skills.yaml"])
    )


def test_a_file_with_assumptions_says_what_that_means(tmp_path):
    text = BASE.replace("models: {", "models: {assumed: true, ")
    given = load(write(tmp_path, {"competencies/base.yaml": text}))
    files = yaml_files(given, ("en",))
    marked = [path for path, each in files.items() if each.startswith("# What is marked")]
    assert marked == ["competencies/frameworks/skills.yaml"]


def test_what_is_known_already_is_left_out():
    given = catalogue(unit("a"), unit("b"))
    known = replace(given, units=by_id({"a": given.units["a"]}))
    left = without(given, known)
    assert list(left.units) == ["b"]
    assert left.institutions == {}
    assert yaml_files(without(given, given), ("en",)) == {}


@thorough
@given(catalogues())
def test_settings_are_read_back_equal(tmp_path_factory, given):
    folder = tmp_path_factory.mktemp("project")
    said = settings_file(replace(given.settings, use=()))
    if said:
        (folder / FILE).write_text(said[FILE], encoding="utf-8")
        assert tomllib.loads(said[FILE])
    back, problems = read_settings(folder)
    assume(not [each for each in problems if each.severity == "error"])
    assert back == replace(given.settings, use=())


def test_usual_settings_need_no_file():
    assert settings_file(Settings()) == {}
    said = settings_file(Settings(title=Text((("en", "Ours"), ("nl", "Onze")))))
    assert said == {FILE: 'title = {en = "Ours", nl = "Onze"}\n'}
