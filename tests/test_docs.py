"""What the documentation shows is what happens: its examples are run, its links lead somewhere."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), ROOT / "CONTRIBUTING.md"]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def blocks(page: Path, language: str) -> list[str]:
    found = BLOCK.findall(page.read_text(encoding="utf-8"))
    return [text for kind, text in found if kind == language]


def commands(block: str) -> list[tuple[str, str]]:
    """Take a terminal session apart into commands and what each of them printed."""
    pieces = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(piece.partition("\n")[0], piece.partition("\n")[2]) for piece in pieces]


def with_examples(language: str) -> list[Path]:
    return [page for page in PAGES if blocks(page, language)]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the repository's own project, to run examples in."""
    for name in ("competencies", "curricula"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "curriculum-map.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", with_examples("console"), ids=lambda page: page.name)
def test_a_terminal_session_prints_what_the_page_shows(page: Path, project: Path):
    binaries = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "100",
    }
    checker = doctest.OutputChecker()
    for block in blocks(page, "console"):
        for command, shown in commands(block):
            done = subprocess.run(
                command,
                shell=True,
                cwd=project,
                env=environment,
                text=True,
                encoding="utf-8",
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                check=False,
            )
            said = f"$ {command}\n{done.stdout}"
            assert checker.check_output(shown, done.stdout, FLAGS), said


@pytest.mark.parametrize("page", with_examples("python"), ids=lambda page: page.name)
def test_python_examples_give_what_the_page_shows(
    page: Path, project: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(project)
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    text = "\n".join(blocks(page, "python"))
    example = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    assert example.examples, "The page shows Python without the >>> by which it can be run."
    runner.run(example)
    assert runner.failures == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path):
    targets = re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []
