"""What somebody waits for at every command is kept small."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = {
    *("pandas", "numpy", "scipy", "networkx", "rdflib", "pyoxigraph", "jinja2", "pyvis", "rich"),
    *("highspy", "python_calamine", "xlsxwriter", "rapidfuzz"),
}


@pytest.mark.parametrize("arguments", [["--help"], ["-p", str(ROOT), "gaps"]], ids=["help", "gaps"])
def test_starting_loads_nothing_heavy(arguments):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "curriculum_map", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    loaded, said = set(), []
    for line in done.stderr.splitlines():
        if line.startswith("import time:"):
            loaded.add(line.rpartition("|")[2].strip().partition(".")[0])
        else:
            said.append(line)
    if not done.stdout:
        pytest.fail("\n".join(said), pytrace=False)
    assert "curriculum_map" in loaded
    assert loaded & HEAVY == set()
