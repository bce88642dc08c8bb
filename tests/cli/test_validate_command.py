"""`validate` prints what is wrong, and ends with 1 if a rule is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from asking import ask

VOCABULARY = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/c> skos:prefLabel "C"@en{more} .
"""
SHAPES = """\
@prefix sh: <http://www.w3.org/ns/shacl#> .
[] a sh:NodeShape ; sh:targetNode <https://example.org/c> ; sh:pattern "{pattern}" .
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "x.ttl"
    path.write_text(VOCABULARY.format(more=""), encoding="utf-8")
    return path


def test_a_file_that_breaks_no_rule_ends_with_0(file):
    assert ask("validate", file, "--as", "skos") == (0, "", "No rule is broken; 0 warnings.\n")


def test_a_breach_is_printed_and_ends_with_1(file):
    file.write_text(VOCABULARY.format(more=', "D"@en'), encoding="utf-8")
    answer = ask("validate", file, "--as", "skos")
    assert answer == (
        1,
        "x.ttl: <https://example.org/c>: skos:prefLabel: There is one preferred label in a "
        "language. Make the others alternative labels. (S14)\n",
        "1 breach; 0 warnings.\n",
    )
    (record,) = ask("validate", file, "--as", "skos", "--format", "json").json()
    assert (record["code"], record["file"], record["severity"]) == ("S14", "x.ttl", "error")


def test_a_warning_alone_ends_with_0(file):
    file.write_text(VOCABULARY.format(more="; skos:broder <urn:x>"), encoding="utf-8")
    answer = ask("validate", file, "--as", "skos")
    assert (answer.code, answer.err) == (0, "No rule is broken; 1 warning.\n")


def test_shapes_are_applied_and_those_that_crash_are_said_to(file, tmp_path):
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(SHAPES.format(pattern="/d$"), encoding="utf-8")
    answer = ask("validate", file, "--shapes", shapes)
    assert (answer.code, answer.err) == (1, "1 breach; 0 warnings.\n")
    assert answer.out.endswith("(sh:pattern)\n")
    shapes.write_text(SHAPES.format(pattern="("), encoding="utf-8")
    answer = ask("validate", file, "--shapes", shapes)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("The shapes of shapes.ttl cannot be applied")


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("x.ttl", [], "Say as what with --as, by which shapes with --shapes, or both."),
        ("x.ttl", ["--as", "skoz"], 'There is no profile called "skoz". Did you mean "skos"?'),
        (
            "x.foo",
            ["--as", "skos"],
            'The ending of "x.foo" does not say how it is spelled: --syntax.',
        ),
        ("x.foo", ["--as", "skos", "--syntax", "ttll"], 'There is no syntax called "ttll".'),
    ],
)
def test_a_question_that_makes_no_sense_ends_with_2(name, options, said, file):
    answer = ask("validate", file.rename(file.with_name(name)), *options)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(said)


def test_a_file_that_is_not_there_or_no_rdf_ends_with_1(tmp_path):
    assert ask("validate", tmp_path / "x.ttl", "--as", "skos").code == 1
    (tmp_path / "x.ttl").write_text("no", encoding="utf-8")
    answer = ask("validate", tmp_path / "x.ttl", "--as", "skos")
    assert answer.code == 1
    assert answer.err.startswith("x.ttl:1:")
