"""What people install is complete, and the house rules hold for all of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src"


def run(*command: str | Path, folder: Path = ROOT) -> str:
    """Run a command and give what it printed; if it fails, that is the test's failure."""
    # A PYTHONPATH would let the sources into an environment that must do without them.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(done.stdout, pytrace=False)
    return done.stdout


def project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def needed(requirements: Iterable[str]) -> set[str]:
    """Name every package that these requirements lead to on this system."""
    found: set[tuple[str, str]] = set()
    waiting = [(text, "") for text in requirements]
    while waiting:
        text, extra = waiting.pop()
        wanted = Requirement(text)
        if wanted.marker and not wanted.marker.evaluate({"extra": extra}):
            continue
        steps = {(canonicalize_name(wanted.name), asked) for asked in ("", *wanted.extras)}
        for name, asked in steps - found:
            waiting += [(more, asked) for more in distribution(name).requires or []]
        found |= steps
    return {name for name, _ in found}


def lend(name: str, site: Path) -> None:
    """Link an installed package into another environment, so that no network is needed."""
    for file in distribution(name).files or []:
        top = file.parts[0]
        if top not in {"..", "__pycache__"} and not (site / top).exists():
            (site / top).symlink_to(Path(str(distribution(name).locate_file(top))))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy, so that the checkout stays as it was."""
    copy = tmp_path_factory.mktemp("checkout")
    built = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(SOURCES, copy / "src", ignore=built)
    shutil.copytree(ROOT / "third-party", copy / "third-party", ignore=built)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    build = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", copy, copy]
    run(sys.executable, "-m", "pip", *build)
    return next(copy.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel, and what it says it needs and nothing else; give the command's path."""
    home = tmp_path_factory.mktemp("elsewhere")
    venv.create(home, symlinks=True)
    python = home / "bin" / "python"
    install = ["install", "--quiet", "--no-index", "--no-deps", wheel]
    run(sys.executable, "-m", "pip", "--python", python, *install)
    for name in needed(project()["dependencies"]):
        lend(name, next(home.glob("lib/*/site-packages")))
    return home / "bin" / "curriculum-map"


def test_the_wheel_carries_every_file_of_the_package(wheel):
    packed = set(zipfile.ZipFile(wheel).namelist())
    written = {
        path.relative_to(SOURCES).as_posix()
        for path in (SOURCES / "curriculum_map").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "curriculum_map/py.typed" in written
    assert written - packed == set()


def test_installed_alone_the_command_makes_checks_and_builds_a_project(installed, tmp_path):
    run(installed, "init", tmp_path / "mine", folder=tmp_path)
    run(installed, "-p", tmp_path / "mine", "check", folder=tmp_path)
    run(installed, "-p", tmp_path / "mine", "build", folder=tmp_path)
    made = {path.name for path in (tmp_path / "mine" / "exports").iterdir()}
    assert {"index.html", "site", "coverage.csv", "gaps.csv", "curriculum-map.ttl"} <= made


def test_the_citation_names_the_version_that_is_installed():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert (citation["title"], citation["version"], citation["license"]) == tuple(
        project()[key] for key in ("name", "version", "license")
    )


def test_every_package_is_pinned_to_one_version():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {canonicalize_name(line.partition("==")[0]) for line in lines}
    extras = [text for texts in project()["optional-dependencies"].values() for text in texts]
    assert [line for line in lines if not line.partition("==")[2]] == []
    assert needed([*project()["dependencies"], *extras]) - pinned == set()


@pytest.mark.parametrize(
    "rule", [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]], ids=" ".join
)
def test_the_house_rules_hold(rule):
    run(sys.executable, "-m", *rule)
