"""Competency frameworks of Moodle, read as `tool_lpimportcsv` does."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from curriculum_map.errors import UnknownName
from curriculum_map.formats.delimited import read_delimited
from curriculum_map.formats.made_ids import id_of
from curriculum_map.formats.moodle_ids import free_id
from curriculum_map.formats.moodle_table import (
    AREA,
    HTML,
    LONGEST,
    Row,
    related,
    rows_of,
    text_of,
)
from curriculum_map.formats.reading import Reading
from curriculum_map.model import (
    NOTHING_SAID,
    Alignment,
    Area,
    Catalogue,
    Competency,
    Framework,
    Level,
    Scale,
    Settings,
    Text,
    by_id,
)
from curriculum_map.model.checks import problems_of
from curriculum_map.problems import Problem, Where


def read_files(files: Mapping[str, bytes], language: str, base: str) -> Reading:
    """Make one catalogue of several frameworks.

    Args:
        files: Content by name.
        language: The language of their texts.
        base: The address below which ids become IRIs, for relations between competencies.
    """
    reader = _Reader(language, base)
    for name, data in files.items():
        rows, problems = rows_of(read_delimited(data, name))
        reader.problems += problems
        if rows or not problems:
            reader.read(rows, name)
    return reader.reading()


@dataclass(slots=True)
class _Reader:
    """Collects what the rows of the files say."""

    language: str
    base: str
    problems: list[Problem] = field(default_factory=list)
    scales: dict[str, Scale] = field(default_factory=dict)
    frameworks: dict[str, Framework] = field(default_factory=dict)
    competencies: dict[str, Competency] = field(default_factory=dict)

    def reading(self) -> Reading:
        catalogue = Catalogue(
            settings=Settings(languages=(self.language,)),
            scales=by_id(self.scales),
            frameworks=by_id(self.frameworks),
            competencies=by_id(self.competencies),
        )
        return Reading(catalogue, tuple(sorted({*self.problems, *problems_of(catalogue)})))

    def read(self, rows: Sequence[Row], file: str) -> None:
        heads = [row for row in rows if row.is_framework not in ("", "0")]
        if len(heads) != 1:
            where = heads[1].where if heads else Where(file)
            message = (
                f"One row of the file is the framework, not {len(heads)}: column 13 says which."
            )
            self.problems.append(Problem(where, "no-framework", message))
            return
        kept = self._kept([row for row in rows if row is not heads[0]])
        areas = _areas(heads[0], kept)
        self._framework(heads[0], areas)
        name = id_of(heads[0].number)
        for row in kept.values():
            if row.number not in areas:
                self._competency(row, name, kept, areas)
        self._tell_what_is_left_out(kept.values(), heads[0])

    def _kept(self, rows: Iterable[Row]) -> dict[str, Row]:
        """Give the rows by id number, without those that Moodle would not take."""
        kept: dict[str, Row] = {}
        for row in rows:
            if not row.number or not row.name:
                message = "A competency needs an id number and a short name. Moodle passes it over."
                self.problems.append(row.problem("missing-field", message))
            elif row.number in kept:
                message = f'There is another "{row.number}" in {kept[row.number].where}.'
                self.problems.append(row.problem("duplicate-id", message))
            else:
                kept[row.number] = row
        for row in kept.values():
            if row.parent and row.parent not in kept:
                message = str(UnknownName("competency", row.parent, kept))
                self.problems.append(row.problem(UnknownName.code, message))
            if len(row.name) == LONGEST:
                message = f"The short name has {LONGEST} characters, where Moodle cuts: look at it."
                self.problems.append(row.problem("cut-text", message, severity="warning"))
        return kept

    def _framework(self, head: Row, areas: Mapping[str, Row]) -> None:
        name = id_of(head.number) if head.number else id_of(head.name)
        scale = self._scale(head, name)
        taken: dict[str, Area] = {}
        for number, row in areas.items():
            area = Area(
                id=_area_id(number, row),
                title=self._text(row.name),
                description=self._text(text_of(row)),
                where=row.where,
            )
            taken.setdefault(area.id, area)
        if name in self.frameworks:
            message = f'There is another framework called "{name}".'
            self.problems.append(head.problem("duplicate-id", message))
        self.frameworks[name] = Framework(
            id=name,
            title=self._text(head.name or name),
            description=self._text(text_of(head)),
            scale=scale,
            areas=tuple(taken.values()),
            where=head.where,
        )

    def _scale(self, head: Row, framework: str) -> str:
        """Add the scale of a framework, and give its id."""
        titles = [each.strip() for each in head.scale_values.split(",") if each.strip()]
        if not titles:
            message = "The framework needs the values of a scale, with commas between them."
            self.problems.append(head.problem("missing-field", message))
        name = _scale_id(head) or f"{framework}-levels"
        levels: dict[str, Level] = {}
        for title in titles:
            level = free_id(title, levels)
            levels[level] = Level(id=level, title=self._text(title), where=head.where)
        new = Scale(
            id=name, title=self._text(name), levels=tuple(levels.values()), where=head.where
        )
        if self.scales.setdefault(name, new) != new:
            message = f'Two files have different scales called "{name}".'
            self.problems.append(head.problem("duplicate-id", message))
        return name

    def _competency(
        self, row: Row, framework: str, kept: Mapping[str, Row], areas: Mapping[str, Row]
    ) -> None:
        name = id_of(row.number)
        if name in self.competencies:
            message = f'There is another competency called "{name}".'
            self.problems.append(row.problem("duplicate-id", message))
            return
        area = _area_above(row, kept, areas)
        self.competencies[name] = Competency(
            id=name,
            title=self._text(row.name),
            framework=framework,
            area=_area_id(area, areas[area]) if area else "",
            definition=self._text(text_of(row)),
            code="" if name == row.number else row.number,
            parts=tuple(id_of(each.number) for each in kept.values() if each.parent == row.number),
            alignments=tuple(self._related(row, kept, areas)),
            where=row.where,
        )

    def _related(
        self, row: Row, kept: Mapping[str, Row], areas: Mapping[str, Row]
    ) -> Iterable[Alignment]:
        for number in dict.fromkeys(related(row.related)):
            if number in kept and number not in areas:
                target = f"{self.base}competency/{id_of(number)}"
                yield Alignment(relation="related", target=target, where=row.where)
            else:
                message = f'"{number}" is no competency of the file; the relation is left out.'
                self.problems.append(row.problem("unknown-name", message, severity="warning"))

    def _tell_what_is_left_out(self, rows: Iterable[Row], head: Row) -> None:
        found: Counter[str] = Counter()
        for row in [head, *rows]:
            found["markup in descriptions"] += row.format == HTML and "<" in row.description
            found["rules of completion"] += row.rule_type != ""
            found["scales of single competencies"] += row is not head and row.scale_values not in (
                "",
                head.scale_values,
            )
        for what, count in found.items():
            if count:
                message = f"Left out: {what} ({count} x)."
                self.problems.append(head.problem("passed-over", message, severity="warning"))

    def _text(self, words: str) -> Text:
        return Text(((self.language, words),)) if words else NOTHING_SAID


def _areas(head: Row, kept: Mapping[str, Row]) -> dict[str, Row]:
    """Give the rows that group others: those we wrote as areas, else domains with something in."""
    if any(row.exported.startswith(AREA) for row in kept.values()):
        return {name: row for name, row in kept.items() if row.exported.startswith(AREA)}
    if head.taxonomy.split(",")[0].strip() != "domain":
        return {}
    parents = {row.parent for row in kept.values()}
    return {name: row for name, row in kept.items() if not row.parent and name in parents}


def _area_id(number: str, row: Row) -> str:
    own = row.exported.removeprefix(AREA)
    return own if own != row.exported else id_of(number)


def _area_above(row: Row, kept: Mapping[str, Row], areas: Mapping[str, Row]) -> str:
    """Give the id number of the area that a competency lies in, however deep."""
    seen: set[str] = set()
    above = row.parent
    while above in kept and above not in areas and above not in seen:
        seen.add(above)
        above = kept[above].parent
    return above if above in areas else ""


def _scale_id(head: Row) -> str:
    """Give the scale that the configuration names, if it is no number of Moodle's own."""
    try:
        configuration = json.loads(head.scale_configuration or "[]")
        name = str(configuration[0]["scaleid"])
    except (ValueError, LookupError, TypeError, RecursionError):
        return ""
    return "" if name.isdecimal() or id_of(name) != name else name
