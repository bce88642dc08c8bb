"""A git repository made in the test."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

AUTHOR = ("-c", "user.name=Author", "-c", "user.email=author@example.org")


def git(folder: Path, *arguments: str) -> None:
    """Run git on a folder, whatever is configured on this machine."""
    told = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(
        ["git", "-C", str(folder), *AUTHOR, *arguments],
        env={**told, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
        capture_output=True,
        check=True,
    )


def commit(folder: Path) -> None:
    """Make a revision of everything in a folder."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Change the curriculum")
