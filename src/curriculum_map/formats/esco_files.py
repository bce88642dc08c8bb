"""The CSV files in which ESCO is published: which they are, and the rows of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.base import Given
from curriculum_map.formats.given import LARGEST, unpacked
from curriculum_map.formats.headed import Row, read_headed
from curriculum_map.problems import Problem, Where


class _Kind(NamedTuple):
    needed: tuple[str, ...]
    key: str = ""


_SAID = ("conceptUri", "preferredLabel", "description")
_LEVELS = tuple(f"Level {depth} URI" for depth in range(4))
KINDS: Mapping[str, _Kind] = {
    "skills": _Kind((*_SAID, "skillType", "altLabels"), "conceptUri"),
    "skillGroups": _Kind((*_SAID, "code"), "conceptUri"),
    "skillsHierarchy": _Kind(_LEVELS),
    "broaderRelationsSkillPillar": _Kind(("conceptUri", "broaderUri")),
    "skillSkillRelations": _Kind(("originalSkillUri", "relationType", "relatedSkillUri")),
}
"""The files that are read, by what their names begin with, and what stands in each."""

_NAME = re.compile(rf"(?:.*/)?({'|'.join(KINDS)})(?:_([a-z]{{2}}))?\.csv", re.IGNORECASE)
_VERSION = re.compile(r"(?<![\d.])v?(\d+\.\d+(?:\.\d+)?)(?![\d.]*\d)")


class Read(NamedTuple):
    """A file that was read.

    Attributes:
        language: The language of its texts; `en` where the name of the file tells none.
        rows: Its rows.
    """

    language: str
    rows: list[Row]


@dataclass(slots=True)
class Tables:
    """The files of a release.

    Attributes:
        found: What the name of a file begins with to the files, one for each language.
        others: The names of CSV files that are not read.
        problems: What is wrong with rows and files.
        version: The version that names of files tell; empty if none does.
    """

    found: dict[str, list[Read]] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    version: str = ""

    def rows(self, kind: str) -> Iterator[tuple[str, Row]]:
        """Give the rows of files of a kind, each with its language."""
        for read in self.found.get(kind, ()):
            yield from ((read.language, row) for row in read.rows)


def tables(given: Given) -> Tables:
    """Find and read the files, in archives inside a folder too.

    Raises:
        InvalidProject: If there is no file of skills, or an archive cannot be unpacked.
    """
    made = Tables()
    files = dict(_all_files(given))
    for name, data in files.items():
        _read_one(made, name, data)
    if "skills" not in made.found:
        message = "There is no file here that is called skills_en.csv, or so in another language."
        raise InvalidProject([Problem(Where(given.name), "no-table", message)])
    made.version = next((v[1] for name in files if (v := _VERSION.search(name))), "")
    return made


def _all_files(given: Given) -> Iterator[tuple[str, bytes]]:
    left = LARGEST
    for name, data in given.files.items():
        called = name if name == given.name else f"{given.name}/{name}"
        if not name.lower().endswith(".zip"):
            yield called, data
            continue
        inside = unpacked(data, called, left)
        left -= sum(map(len, inside.values()))
        yield from ((f"{called}/{inner}", content) for inner, content in inside.items())


def _read_one(made: Tables, name: str, data: bytes) -> None:
    match = _NAME.fullmatch(name)
    if not match:
        made.others += [name] if name.lower().endswith(".csv") else []
        return
    kind = next(each for each in KINDS if each.lower() == match[1].lower())
    language = (match[2] or "en").lower()
    if any(read.language == language for read in made.found.get(kind, ())):
        message = "There is another file of this kind in this language. Leave one of them out."
        made.problems.append(Problem(Where(name), "duplicate-id", message))
        return
    rows, problems = read_headed(data, name, KINDS[kind].needed, KINDS[kind].key)
    made.problems += problems
    made.found.setdefault(kind, []).append(Read(language, rows))
