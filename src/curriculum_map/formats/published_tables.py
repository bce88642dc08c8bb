"""Folders of tables in which somebody published a framework: what the readers of them share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from curriculum_map.errors import InvalidProject, UnknownName
from curriculum_map.formats.base import Given
from curriculum_map.formats.headed import Row, read_headed
from curriculum_map.formats.reading import Reading
from curriculum_map.model import (
    Catalogue,
    Competency,
    Framework,
    RoleProfile,
    Scale,
    Settings,
    Source,
    Text,
    by_id,
)
from curriculum_map.problems import Problem, Where

CC_BY = "https://creativecommons.org/licenses/by/4.0/"


class Table(NamedTuple):
    """A table that a framework is published in.

    Attributes:
        needed: Headings without which nothing can be made of it.
        key: The heading whose text no two rows share; empty if there is none.
    """

    needed: tuple[str, ...]
    key: str = ""


class Tables:
    """The tables of a folder, and what is met while they are read.

    Attributes:
        name: What the folder is called.
        problems: What is wrong with them.
        left_out: What has no place in a project, and how often it was met.
    """

    def __init__(self, given: Given, tables: Mapping[str, Table]) -> None:
        """Read some of the files of a folder, by name; each must be there once.

        Raises:
            InvalidProject: If one of them is missing, or cannot be read at all.
        """
        self.name = given.name
        self.problems: list[Problem] = []
        self.left_out: Counter[str] = Counter()
        self._rows: dict[str, list[Row]] = {}
        self._others = sorted({PurePosixPath(each).name for each in given.files} - tables.keys())
        for name, table in tables.items():
            self._rows[name] = self._read(given, name, table)
        if self.problems and not all(self._rows.values()):
            raise InvalidProject(self.problems)

    def _read(self, given: Given, name: str, table: Table) -> list[Row]:
        paths = [path for path in given.files if PurePosixPath(path).name == name]
        if len(paths) != 1:
            message = f'There should be one file called "{name}" here, not {len(paths)}.'
            self.problems.append(Problem(Where(self.name), "no-table", message))
            return []
        path = f"{self.name}/{paths[0]}" if paths[0] != self.name else self.name
        rows, problems = read_headed(given.files[paths[0]], path, table.needed, table.key)
        self.problems += problems
        return rows

    def __getitem__(self, name: str) -> list[Row]:
        """Give the rows of a table that can be used."""
        return self._rows[name]

    def known(self, row: Row, heading: str, kind: str, names: Collection[str]) -> bool:
        """Tell whether a cell names one of some things; else that is a problem."""
        if row[heading] in names:
            return True
        error = UnknownName(kind, row[heading], names)
        self.problems.append(row.problem(error.code, str(error)))
        return False

    def reading(
        self,
        framework: Framework,
        scale: Scale,
        source: Source,
        competencies: Iterable[Competency],
        profiles: Iterable[RoleProfile] = (),
    ) -> Reading:
        """Put a framework together, with a warning for each kind of thing that is left out."""
        catalogue = Catalogue(
            settings=Settings(languages=_languages(framework)),
            sources=by_id({source.id: source}),
            scales=by_id({scale.id: scale}),
            frameworks=by_id({framework.id: framework}),
            competencies=by_id({each.id: each for each in competencies}),
            profiles=by_id({each.id: each for each in profiles}),
        )
        said = [f"Left out: {what} ({count:,} x)." for what, count in self.left_out.items()]
        if self._others:
            said.append(f"Left out: {', '.join(self._others)}.")
        place = Where(self.name)
        warnings = (Problem(place, "passed-over", each, "warning") for each in said)
        return Reading(catalogue, tuple(sorted({*self.problems, *warnings})))


def english(words: str) -> Text:
    """Make a text of English words; nothing of none."""
    return Text((("en", words),) if words else ())


def listed(cell: str) -> list[str]:
    """Take apart what stands between bars."""
    return [each.strip() for each in cell.split("|") if each.strip()]


def _languages(framework: Framework) -> tuple[str, ...]:
    """Give the languages all areas are called in, English first."""
    titles = [set(area.title.languages) for area in framework.areas]
    common = set.intersection(*titles) if titles else {"en"}
    return tuple(sorted(common, key=lambda tag: (tag != "en", tag)))
