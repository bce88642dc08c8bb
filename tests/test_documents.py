"""What the repository keeps of the program's own making is what the program makes today."""

from __future__ import annotations

from pathlib import Path

import pytest

from asking import ask
from curriculum_map.cli.documents import GENERATED

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", GENERATED)
def test_a_generated_file_is_fresh(name):
    assert (ROOT / name).read_text(encoding="utf-8") == GENERATED[name]()


def test_the_schema_command_prints_the_file_of_the_repository():
    schema = (ROOT / "curriculum-map.schema.json").read_text(encoding="utf-8")
    assert ask("schema") == (0, schema, "")
