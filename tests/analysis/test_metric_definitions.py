"""The page of definitions says of requisites what the program says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from curriculum_map.analysis.definitions import METRIC_TOTALS, METRICS
from curriculum_map.analysis.metric_subjects import Subject, unit_requisites
from curriculum_map.analysis.metrics import measures, totals
from curriculum_map.formats.project import load

PAGE = (Path(__file__).parents[2] / "docs" / "definitions.md").read_text(encoding="utf-8")
WORDS = " ".join(PAGE.split())


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    """The requisites of the programme of the page."""
    (text,) = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    root = tmp_path_factory.mktemp("example")
    (root / "curricula").mkdir()
    (root / "curricula" / "example.yaml").write_text(text, encoding="utf-8")
    return unit_requisites(load(root), "medicine")


@pytest.mark.parametrize("measure", METRICS)
def test_the_page_defines_each_measure_in_the_words_of_the_program(measure):
    assert f"### `{measure}` {METRICS[measure]} #" in WORDS


@pytest.mark.parametrize("total", METRIC_TOTALS)
def test_the_page_defines_each_total_in_the_words_of_the_program(total):
    assert f"- **{total}**: {METRIC_TOTALS[total]} " in WORDS


@pytest.mark.parametrize(("heading", "ask"), [("unit", measures), ("total", totals)])
def test_the_tables_of_the_page_are_what_is_measured(heading, ask, example):
    (table,) = re.findall(rf"^\| {heading} \|.*?\n\n", PAGE, re.DOTALL | re.MULTILINE)
    columns, _, *shown = (
        [cell.strip() for cell in line.split("|")[1:-1]] for line in table.strip().split("\n")
    )
    rows = ask(example).records()
    assert shown == [[str(row[column]) for column in columns] for row in rows]
