"""Data that others publish. It lies beside the checkout where it was fetched, and nowhere else."""

from __future__ import annotations

import csv
import io
import os
import zipfile
from pathlib import Path

import pytest

from shipped import CONTENT, SHARED

FRAMEWORKS = CONTENT / "frameworks"
ESCO = SHARED / "conformance" / "esco-1.1.1" / "esco-1.1.1-en-csv.zip"


def is_there(*paths: Path) -> bool:
    """Tell whether all these lie beside the checkout; where CI is true they must."""
    absent = [path.name for path in paths if not path.exists()]
    if absent and os.environ.get("CI") == "true":
        pytest.fail(f"Nothing was compared: {', '.join(absent)} is not beside the checkout.")
    return not absent


def rows(name: str) -> list[dict[str, str]]:
    """Read a table of the open frameworks, such as `fair4s/areas.csv`."""
    text = (FRAMEWORKS / name).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def esco_skills() -> list[dict[str, str]]:
    """Read the skills of ESCO from the archive they are published in."""
    with zipfile.ZipFile(ESCO) as archive, archive.open("skills_en.csv") as file:
        return list(csv.DictReader(io.TextIOWrapper(file, encoding="utf-8")))
