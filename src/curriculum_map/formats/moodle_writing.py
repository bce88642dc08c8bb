"""Competency frameworks as Moodle reads them: what goes where, and what Moodle would change."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from curriculum_map.formats.base import Files, Loss, Written
from curriculum_map.formats.differences import lost
from curriculum_map.formats.moodle_ids import number_of
from curriculum_map.formats.moodle_reading import read_files
from curriculum_map.formats.moodle_table import AREA, COLUMNS, LONGEST, PLAIN, joined
from curriculum_map.model import Area, Catalogue, Competency, Framework, Scale, Text
from curriculum_map.problems import Problem, Where

NO_PLACE = "A competency framework of Moodle has no place for it."
REASONS: Mapping[str, str] = {
    "title": "Moodle has one language, a name on one line, and none for a scale.",
    "levels": "Of a level Moodle has the name, without commas; its id is made of that.",
    "parts": "In Moodle a competency stands below one other competency.",
    "area": "In Moodle a competency is in the area of the competency it stands below.",
    "requires": "Moodle relates competencies without direction and level.",
    "alignments": "Moodle relates competencies of one framework only.",
    "code": "Moodle has one id number.",
}
CUT = f"Moodle cuts it after {LONGEST} characters; the file has all of it."
MARKUP = "Moodle deletes what stands between < and >; the file has it."
SAME_NUMBER = "Moodle compares id numbers as numbers, and takes this one for another."


def write(catalogue: Catalogue, _syntax: str) -> Written[Files]:
    """Write each framework to a file called after it.

    Args:
        catalogue: What is written.
        _syntax: There is none to choose.
    """
    files = {f"{name}.csv": _file(each, catalogue) for name, each in catalogue.frameworks.items()}
    settings = catalogue.settings
    sent = {name: text.encode() for name, text in files.items()}
    back = read_files(sent, settings.languages[0], settings.base).catalogue
    losses = {*lost(catalogue, back, REASONS, NO_PLACE), *_changed(catalogue)}
    document: Files = files
    return Written(document, tuple(sorted(losses)))


def missing(catalogue: Catalogue) -> tuple[Problem, ...]:
    """List what Moodle asks for and nobody says: from which level on somebody is proficient."""
    return tuple(
        Problem(each.where or Where(each.id), "missing-field", _proficient(each), "warning")
        for each in catalogue.frameworks.values()
    )


def _proficient(framework: Framework) -> str:
    return (
        f'Moodle asks which levels of "{framework.scale}" count as proficient in "{framework.id}", '
        "and nobody says so. The highest is written; change it in Moodle."
    )


def _file(framework: Framework, catalogue: Catalogue) -> str:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for row in _Rows(framework, catalogue).all():
        table.writerow([_harmless(row.get(column, "")) for column in COLUMNS])
    return out.getvalue()


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula; Moodle shows no space around texts."""
    return f" {cell}" if re.match(r"[=+\-@]", cell) else cell


class _Rows:
    """The rows of one framework: what is above comes first."""

    def __init__(self, framework: Framework, catalogue: Catalogue) -> None:
        self._framework, self._catalogue = framework, catalogue
        self._competencies = {
            name: each
            for name, each in catalogue.competencies.items()
            if each.framework == framework.id
        }
        self._numbers = _numbers(self._competencies.values())
        taken = {*self._numbers.values()}
        self._area_numbers = {
            each.id: f"{AREA}{each.id}" if each.id in taken else each.id for each in framework.areas
        }
        self._above = {
            part: name
            for name, each in sorted(self._competencies.items(), reverse=True)
            for part in each.parts
        }

    def all(self) -> Iterator[dict[str, str]]:
        yield self._head()
        top = [each for each in self._competencies.values() if each.id not in self._above]
        for area in self._framework.areas:
            yield self._area(area)
            for each in top:
                if each.area == area.id:
                    yield from self._tree(each, self._area_numbers[area.id])
        known = {area.id for area in self._framework.areas}
        for each in top:
            if each.area not in known:
                yield from self._tree(each, "")

    def _head(self) -> dict[str, str]:
        framework = self._framework
        scale = self._catalogue.scales[framework.scale]
        return {
            "ID number": framework.id,
            "Short name": self._line(framework.title),
            "Description": self._text(framework.description),
            "Description format": PLAIN,
            "Scale values": ",".join(self._levels(scale)),
            "Scale configuration": _configuration(scale),
            "Is framework": "1",
            "Taxonomy": "domain,competency" if framework.areas else "competency",
        }

    def _levels(self, scale: Scale) -> list[str]:
        return [
            " ".join(self._line(level.title).replace(",", " ").split()) for level in scale.levels
        ]

    def _area(self, area: Area) -> dict[str, str]:
        return {
            "ID number": self._area_numbers[area.id],
            "Short name": self._line(area.title),
            "Description": self._text(area.description),
            "Description format": PLAIN,
            "Exported ID (optional)": f"{AREA}{area.id}",
        }

    def _tree(self, competency: Competency, parent: str) -> Iterator[dict[str, str]]:
        """Give a competency and what lies below it."""
        number = self._numbers[competency.id]
        yield self._row(competency, number, parent)
        for part in competency.parts:
            if self._above[part] == competency.id and part in self._competencies:
                yield from self._tree(self._competencies[part], number)

    def _row(self, competency: Competency, number: str, parent: str) -> dict[str, str]:
        return {
            "Parent ID number": parent,
            "ID number": number,
            "Short name": self._line(competency.title),
            "Description": self._text(competency.definition),
            "Description format": PLAIN,
            "Cross-referenced competency ID numbers": joined(self._related(competency)),
            "Exported ID (optional)": f"competency:{competency.id}",
        }

    def _related(self, competency: Competency) -> Iterator[str]:
        own = f"{self._catalogue.settings.base}competency/"
        for each in competency.alignments:
            other = each.target.removeprefix(own)
            if each.relation == "related" and other != each.target and other in self._numbers:
                yield self._numbers[other]

    def _line(self, text: Text) -> str:
        return " ".join(self._text(text).split())

    def _text(self, text: Text) -> str:
        return text.show(*self._catalogue.settings.languages)


def _numbers(competencies: Iterable[Competency]) -> dict[str, str]:
    """Give the id number of each competency; codes serve only where no two are the same."""
    numbers = {each.id: number_of(each) for each in competencies}
    if len(set(numbers.values())) == len(numbers):
        return numbers
    return {name: name for name in numbers}


def _configuration(scale: Scale) -> str:
    """Say that the highest level counts as proficient: Moodle needs one, and a default."""
    highest = len(scale.levels)
    levels = [
        {"id": rank, "scaledefault": int(rank == highest), "proficient": int(rank == highest)}
        for rank in range(1, highest + 1)
    ]
    return json.dumps([{"scaleid": scale.id}, *levels])


def _changed(catalogue: Catalogue) -> Iterator[Loss]:
    """Give what the file has and Moodle would not take as it is."""
    languages = catalogue.settings.languages
    things: Sequence[Framework | Competency] = [
        *catalogue.frameworks.values(),
        *catalogue.competencies.values(),
    ]
    for each in things:
        number = number_of(each) if isinstance(each, Competency) else each.id
        for kind, text in (("id", number), ("title", each.title.show(*languages))):
            if len(text) > LONGEST:
                yield Loss(kind, each.id, CUT)
            if "<" in text:
                yield Loss(kind, each.id, MARKUP)
    for framework in catalogue.frameworks:
        yield from _same_numbers(catalogue, framework)


def _same_numbers(catalogue: Catalogue, framework: str) -> Iterator[Loss]:
    """Give ids that PHP compares as equal numbers, such as `12` and `012`."""
    seen: dict[float, str] = {}
    for each in catalogue.competencies.values():
        number = number_of(each)
        counts = re.fullmatch(r"\d+(?:\.\d+)?(?:[eE]\d{1,3})?", number)
        if each.framework != framework or not counts:
            continue
        if seen.setdefault(float(number), number) != number:
            yield Loss("id", each.id, SAME_NUMBER)
