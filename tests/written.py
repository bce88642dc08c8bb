"""Projects written as text in the test, and what reading them says."""

from __future__ import annotations

import tempfile
from pathlib import Path

from curriculum_map.formats.project import read_project
from curriculum_map.formats.reading import Reading

BASE = """\
framework: skills
title: Skills
scale: steps
areas: {data: {title: Data}}
scales:
  steps: {title: Steps, levels: {knows: {title: Knows}, applies: {title: Applies}}}
  stages: {title: Stages, levels: {low: {title: Low}, high: {title: High}}}
competencies:
  charts: {title: Charts, area: data}
  models: {title: Models}
profiles: {graduate: {title: Graduate, requires: {charts: knows}}}
institutions: {school: {title: School}}
sources: {report: {title: Report}}
"""
"""What every text below may refer to."""

FILE = "curricula/x.yaml"


def write(root: Path, files: dict[str, str]) -> Path:
    """Put the files of a project into a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def read(text: str, **others: str) -> Reading:
    """Read a project of the base, one file `x.yaml`, and others by name without `.yaml`.

    `settings` is the text of curriculum-map.toml, `base` replaces the base.
    """
    files = {FILE: text, "competencies/base.yaml": others.pop("base", BASE)}
    if settings := others.pop("settings", ""):
        files["curriculum-map.toml"] = settings
    files |= {f"curricula/{name}.yaml": other for name, other in others.items()}
    with tempfile.TemporaryDirectory() as folder:
        return read_project(write(Path(folder), files))


def said(text: str, **others: str) -> list[str]:
    """Give the lines that `check` prints, without the name of the file `x.yaml`."""
    return [str(p).removeprefix(f"{FILE}:") for p in read(text, **others).problems]


def unit(fields: str) -> str:
    """Write a file with one unit `a`, some fields of which stand on line 3."""
    return f"institution: school\nunits: {{a: {{kind: course, title: A,\n{fields}\n}}}}\n"


def units(**requires: str) -> str:
    """Write a file with units, from line 3, and what each requires."""
    lines = [f"  {each}: {{kind: course, title: T, requires: {r}}}" for each, r in requires.items()]
    return "\n".join(["institution: school", "units:", *lines, ""])
