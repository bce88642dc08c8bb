"""The page of definitions says what the program says, and its example comes out as shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from curriculum_map.analysis import Table, coverage, figures, gaps
from curriculum_map.analysis.definitions import FIGURES, FINDINGS, STATES, meanings
from curriculum_map.analysis.sentences import sentences
from curriculum_map.formats.project import load
from curriculum_map.model import Catalogue

PAGE = (Path(__file__).parents[2] / "docs" / "definitions.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### `([^`]+)`\n\n(.*?)(?=\n##|\Z)", PAGE, re.DOTALL | re.MULTILINE))
MEANINGS: Mapping[str, str] = {**FIGURES, **STATES, **FINDINGS}


def paragraphs(code: str) -> list[str]:
    """Give the paragraphs of a section, each as one line, quotation marks of Markdown gone."""
    blocks = SECTIONS[code].strip().split("\n\n")
    return [" ".join(line.removeprefix("> ") for line in block.splitlines()) for block in blocks]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The curriculum of the page, read as a project."""
    (text,) = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    root = tmp_path_factory.mktemp("example")
    (root / "curricula").mkdir()
    (root / "curricula" / "example.yaml").write_text(text, encoding="utf-8")
    return load(root)


@pytest.mark.parametrize("code", MEANINGS)
def test_the_page_defines_each_word_in_the_words_of_the_program(code):
    assert paragraphs(code)[0] == MEANINGS[code]


@pytest.mark.parametrize("code", FINDINGS)
def test_each_finding_has_an_example_that_the_curriculum_of_the_page_gives(code, example):
    reasons = [row["reason"] for row in gaps(example).records() if row["code"] == code]
    _, shown = paragraphs(code)
    assert shown in reasons


def rows_on_page(heading: str) -> list[list[str]]:
    """Give the cells of the table whose heading row starts with a word, heading included."""
    (table,) = re.findall(rf"^\| {heading} \|.*?\n\n", PAGE, re.DOTALL | re.MULTILINE)
    lines = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.split("\n") if line]
    return [lines[0], *lines[2:]]


@pytest.mark.parametrize(("heading", "ask"), [("figure", figures), ("competency", coverage)])
def test_the_tables_of_the_page_are_what_the_program_answers(heading, ask, example):
    columns, *shown = rows_on_page(heading)
    answer: Table = ask(example)
    assert shown == [[str(row[column]) for column in columns] for row in answer.records()]


def test_every_state_occurs_in_the_example(example):
    assert set(coverage(example).column("state")) == set(STATES)


@pytest.mark.parametrize(("language", "column"), [("nl", 0), ("et", 1)])
def test_the_words_of_the_page_are_those_that_answers_use_in_other_languages(language, column):
    texts = [sentences(language).values(), *(each.values() for each in meanings(language))]
    said = " ".join(text for group in texts for text in group).lower()
    words = [row[column] for row in rows_on_page("Dutch")[1:]]
    assert words
    assert [word for word in words if word not in said] == []
