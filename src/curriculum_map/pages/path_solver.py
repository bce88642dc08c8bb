"""HiGHS for the page of learning paths: a script of the site, loaded when a path is asked for."""

from __future__ import annotations

import json
from base64 import b64encode
from functools import cache
from pkgutil import get_data

from curriculum_map.errors import NoSolver

ADDRESS = "solver.js"
"""Where the script lies in the site."""


@cache
def solver_script() -> str:
    """Give the script.

    It runs nothing. It keeps what a worker needs: the text of the program that speaks to the
    solver, and the solver itself as base64 of gzipped WebAssembly.

    Raises:
        NoSolver: If the program was installed without it.
    """
    licence = _file("LICENSE").decode().replace("*/", "* /")
    kept = {
        "speaker": _file("highs.js").decode(),
        "program": b64encode(_file("highs.wasm.gz")).decode(),
    }
    head = (
        f"/* HiGHS, as the npm package highs {_file('VERSION').decode().strip()}.\n\n{licence}*/\n"
    )
    return f'{head}"use strict";\nconst curriculumMapSolver = {json.dumps(kept)};\n'


def _file(name: str) -> bytes:
    try:
        found = get_data("curriculum_map.pages", f"solver/{name}")
    except FileNotFoundError as error:
        raise NoSolver from error
    assert found is not None
    return found
