"""`graph`: page, picture and files; large catalogues drawn together, and said so."""

from __future__ import annotations

from pathlib import Path

import pytest

from asking import ask
from curriculum_map.cli.graph_formats import GRAPH_FORMATS
from written import write

LARGE = (
    "institution: school\ninstitutions: {school: {title: School}}\nprogrammes:\n"
    "  p: {title: Programme, plan: [{units: ["
    + ", ".join(f"u{number}" for number in range(1_010))
    + "]}]}\nunits:\n"
    + "".join(f"  u{number}: {{kind: course, title: Unit {number}}}\n" for number in range(1_010))
)
TOGETHER = (
    "1,012 things are too many for one picture: what stands in the same programme or area is drawn"
    " together (2).\n"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Begin a project with the worked example."""
    root = tmp_path_factory.mktemp("graph") / "my project"
    assert ask("init", root).code == 0
    return root


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("large"), {"curricula/large.yaml": LARGE})


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("html", "<!doctype html>"),
        ("svg", '<?xml version="1.0" encoding="utf-8"?>\n<svg '),
        ("graphml", '<?xml version="1.0" encoding="utf-8"?>\n<graphml '),
        ("gexf", '<?xml version="1.0" encoding="utf-8"?>\n<gexf '),
        ("cytoscape", "{\n"),
    ],
)
def test_a_graph_is_printed_or_put_into_a_file(project, tmp_path, form, begins):
    ending = next(iter(GRAPH_FORMATS[form].suffixes)) if form in GRAPH_FORMATS else f".{form}"
    printed = ask("-p", project, "graph", "--format", form)
    assert printed.code == 0
    assert printed.out.startswith(begins)
    file = tmp_path / f"graph{ending}"
    told = ask("-p", project, "graph", "--format", form, "--out", file)
    assert (told.code, told.out) == (0, "")
    assert file.read_text(encoding="utf-8") == printed.out
    assert (tmp_path / f"graph{ending}.losses.csv").exists() == (form in GRAPH_FORMATS)


def test_a_page_is_what_comes_unless_something_else_is_asked_for(project):
    assert ask("-p", project, "graph").out.startswith("<!doctype html>")
    dutch = ask("--language", "nl", "-p", project, "graph", "--format", "svg").out
    assert "Opleiding: " in dutch


@pytest.mark.parametrize("name", GRAPH_FORMATS)
def test_export_hands_over_the_same_files(project, name):
    exported = ask("-p", project, "export", name)
    assert exported == ask("-p", project, "graph", "--format", name)
    assert "could not be carried" in exported.err


def test_graph_formats_are_known_by_name_and_cannot_be_read(project):
    assert ask("-p", project, "export", "graphm").err.endswith(
        'Did you mean "graphml"? (unknown-name)\n'
    )
    assert ask("-p", project, "import", "gexf", "x.gexf") == (
        2,
        "",
        'The format "gexf" cannot be read. (bad-question)\n',
    )


@pytest.mark.parametrize("form", ["html", "svg"])
def test_of_more_than_a_thousand_things_those_of_a_programme_are_drawn_together(large, form):
    answer = ask("-p", large, "graph", "--format", form)
    assert (answer.code, answer.err) == (0, TOGETHER)
    assert "Programme (1010)" in answer.out
    assert "Unit 1" not in answer.out
    assert "too many to be read one by one" in answer.out
    assert len(answer.out) < 1_000_000


@pytest.mark.parametrize("form", ["html", "svg"])
def test_of_fewer_things_nothing_is_drawn_together_and_nothing_said(project, form):
    answer = ask("-p", project, "graph", "--format", form)
    assert answer.err == ""
    assert "too many to be read one by one" not in answer.out


def test_a_file_that_cannot_be_written_is_said(project, tmp_path):
    (tmp_path / "graph.svg").mkdir()
    answer = ask("-p", project, "graph", "--format", "svg", "--out", tmp_path / "graph.svg")
    assert answer.code == 2
    assert answer.err.endswith("(cannot-write)\n")
