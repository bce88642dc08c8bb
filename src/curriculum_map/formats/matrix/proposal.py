"""A declaration that nobody wrote yet: what a file seems to say, and what is unsure of that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.made_ids import id_of_words
from curriculum_map.formats.matrix.declaration import (
    UNKNOWN,
    CompetencyPlaces,
    Declaration,
    ElectiveGroup,
    FrameworkInFile,
    Name,
    NumberWord,
    SheetInFile,
    UnitPlaces,
    declaration_text,
)
from curriculum_map.formats.matrix.fields import Fields, Line, fields_of
from curriculum_map.formats.matrix.layout import Layout, layout_of
from curriculum_map.formats.matrix.matching import folded
from curriculum_map.formats.matrix.meanings import Meaning, meaning_of
from curriculum_map.formats.matrix.table import OTHER, Side, written
from curriculum_map.formats.matrix.vocabulary import CHOOSE, ELECTIVE, LANGUAGES
from curriculum_map.formats.sheet import Sheet
from curriculum_map.model import Catalogue, Text
from curriculum_map.problems import Problem, Where

INTRODUCTION = """\
What "{file}" says, as far as it can be guessed: read it, and mend what is not right.
Rows and columns are named as a spreadsheet names them.
"""


class Proposal(NamedTuple):
    """A guess.

    Attributes:
        text: The declaration as a file, with what is unsure in remarks above it.
        seen: What was seen, for a person to read.
    """

    text: str
    seen: str


class _Seen(NamedTuple):
    """A sheet that looks like a matrix."""

    name: str
    layout: Layout
    fields: Fields


def propose(sheets: Mapping[str, Sheet], file: str, project: Catalogue | None) -> Proposal:
    """Guess how a file is read.

    Args:
        sheets: Its sheets, by name.
        file: What it is called.
        project: What the project has.

    Raises:
        InvalidProject: If no sheet looks like a matrix.
    """
    seen = [
        _Seen(name, layout, fields_of(layout, project))
        for name, sheet in sheets.items()
        if (layout := layout_of(sheet))
    ]
    if not seen:
        message = "No sheet looks like a matrix: a block of codes, named above and on the left."
        raise InvalidProject([Problem(Where(file), "no-matrix", message)])
    return _Proposer(seen, file, project).proposal(sheets)


class _Proposer:
    """Puts what was seen in the sheets of a file together."""

    def __init__(self, seen: Sequence[_Seen], file: str, project: Catalogue | None) -> None:
        self._seen, self._file, self._project = seen, file, project
        self._stem = id_of_words(PurePosixPath(file).name.partition(".")[0])
        self._unsure: list[str] = []
        self._language = self._spoken()

    def proposal(self, sheets: Mapping[str, Sheet]) -> Proposal:
        """Give the guess as a file and in words."""
        declaration = self._declaration()
        for each in self._seen:
            if not each.fields.sure:
                other = {"row": "columns", "column": "rows"}[each.fields.units_axis]
                self._unsure.append(
                    f'Whether competencies stand in {other} of "{each.name}", or the other way '
                    "round."
                )
        found = [line for each in self._seen for line in _described(each)]
        found += [
            f'Sheet "{name}" does not look like a matrix and is left out.'
            for name in sheets
            if name not in {each.name for each in self._seen}
        ]
        unsure = ["Unsure:", *(f"- {each}" for each in self._unsure)] if self._unsure else []
        remarks = INTRODUCTION.format(file=self._file) + "\n".join(unsure)
        seen = "\n".join([f'"{self._file}" looks like this:', *found, *unsure])
        return Proposal(declaration_text(declaration, remarks), seen)

    def _declaration(self) -> Declaration:
        counts: Counter[str] = sum((each.layout.codes for each in self._seen), Counter())
        legend = {c: w for each in self._seen for c, w in each.layout.legend.items()}
        meaning = meaning_of(counts, legend, self._language, self._project)
        framework = self._framework(meaning)
        meaning = self._measured(meaning, framework)
        self._unsure += meaning.unsure
        return Declaration(
            institution=self._institution(),
            language=self._language,
            frameworks=(framework,),
            scales=meaning.scales,
            codes=meaning.codes,
            numbers=tuple(self._numbers()),
            sheets=tuple(self._sheet(each) for each in self._seen),
        )

    def _spoken(self) -> str:
        texts = [
            text for each in self._seen for row in each.layout.table.sheet.rows for text in row
        ]
        for language, words in LANGUAGES.items():
            if any(words.match(text.strip()) for text in texts):
                self._unsure.append(f'The language is taken for "{language}".')
                return language
        return "en"

    def _institution(self) -> Name:
        known = list(self._project.institutions) if self._project else []
        if len(known) == 1:
            return Name(id=known[0])
        self._unsure.append("Who offers it: name an institution.")
        return Name(id="institution")

    def _framework(self, meaning: Meaning) -> FrameworkInFile:
        titles = {
            text for each in self._seen for n in each.fields.competencies for text in n.filled
        }
        names = {folded(text) for text in titles}
        found = Counter(
            each.framework
            for each in (self._project.competencies.values() if self._project else ())
            if each.id in titles or names & {folded(title) for _, title in each.title.values}
        )
        if found:
            return FrameworkInFile(id=found.most_common(1)[0][0])
        self._unsure.append(f'The framework is new and is called "{self._stem}".')
        return FrameworkInFile(id=self._stem, scale=meaning.scale)

    def _measured(self, meaning: Meaning, framework: FrameworkInFile) -> Meaning:
        """Leave levels open where the project measures the framework on a scale of its own."""
        known = self._project.frameworks.get(framework.id) if self._project else None
        if not self._project or not known or known.scale == meaning.scale:
            return meaning
        codes = tuple(
            replace(each, level=UNKNOWN) if each.level else each for each in meaning.codes
        )
        levels = ", ".join(each.id for each in self._project.scales[known.scale].levels)
        unsure = (
            f'"{known.id}" is measured on "{known.scale}": say which level ({levels}) codes mean.'
        )
        return Meaning(known.scale, (), codes, [unsure])

    def _numbers(self) -> Iterator[NumberWord]:
        told = set()
        for each in self._seen:
            for line in each.fields.units:
                words = [text for text in line.filled if not any(map(str.isdigit, text))]
                for text in dict.fromkeys(words if line.means in ("year", "term") else ()):
                    if text not in told:
                        told.add(text)
                        self._unsure.append(f'Which {line.means} "{text}" is: 1 is only a stopgap.')
                        yield NumberWord(words=text, number=1)

    def _sheet(self, seen: _Seen) -> SheetInFile:
        layout, fields = seen.layout, seen.fields
        alone = len(self._seen) == 1
        title = self._file.rpartition("/")[2].partition(".")[0] if alone else seen.name
        out = [written(axis, n) for axis, numbers in layout.leave_out.items() for n in numbers]
        own = (*fields.apart.get("elective", ()), *fields.apart.get("", ()))
        out += [written("row", number) for number in own]
        for line in (*fields.units, *fields.competencies):
            if line.filled and not line.means:
                self._unsure.append(f"{written(line.axis, line.number).capitalize()} is not read.")
                out.append(written(line.axis, line.number))
        return SheetInFile(
            name=seen.name,
            programme=Name(id=id_of_words(title), title=Text(((self._language, title),))),
            cells=str(layout.table.block),
            units=UnitPlaces(**_places(fields.units, fields.apart, ("year", "term"))),
            competencies=CompetencyPlaces(**_places(fields.competencies, fields.apart, ("area",))),
            electives=tuple(self._electives(seen)),
            leave_out=tuple(dict.fromkeys(out)),
        )

    def _electives(self, seen: _Seen) -> Iterator[ElectiveGroup]:
        fields, axis = seen.fields, seen.fields.units_axis
        lines = [written(n.axis, n.number) for n in fields.units if n.means == "elective"]
        lines += [written("row", row) for row in fields.apart.get("elective", ())]
        heads = Side(seen.layout.table, axis).grouped(lines) if lines else {}
        groups: dict[tuple[str, int], list[int]] = {}
        for number, cell in heads.items():
            if ELECTIVE.search(cell.text):
                groups.setdefault(
                    (cell.text, cell.row if axis == "row" else cell.column), []
                ).append(number)
        for count, ((text, _), numbers) in enumerate(groups.items(), 1):
            told = CHOOSE.search(text)
            if not told:
                self._unsure.append(f'How many of "{text}" students choose: 1 is only a stopgap.')
            yield ElectiveGroup(
                name=str(count),
                title=Text(((self._language, text),)),
                within=(written(axis, min(numbers), max(numbers)),),
                choose=int(told[1]) if told else 1,
            )


def _places(
    lines: Sequence[Line], apart: Mapping[str, Sequence[int]], groups: Sequence[str]
) -> dict[str, Any]:
    """Give the place of each field; a group heading may stand in several."""
    places: dict[str, Any] = {
        line.means: written(line.axis, line.number)
        for line in lines
        if line.means not in ("", "elective")
    }
    for name in groups:
        own = tuple(written("row", number) for number in apart.get(name, ()))
        if own or name in places:
            places[name] = own or (places[name],)
    return places


def _described(seen: _Seen) -> Iterator[str]:
    """Say what was seen in a sheet."""
    layout, fields = seen.layout, seen.fields
    block = layout.table.block
    sides = {fields.units_axis: "units", OTHER[fields.units_axis]: "competencies"}
    yield (
        f'Sheet "{seen.name}": {sides["row"]} in rows {block.top + 1} to {block.bottom + 1}, '
        f"{sides['column']} in columns, codes in {block}."
    )
    codes = ", ".join(f"{text} {count} x" for text, count in layout.codes.most_common(20))
    yield f"  Codes: {codes}."
    for kind, lines in (("Units", fields.units), ("Competencies", fields.competencies)):
        said = ", ".join(f"{n.means or 'unknown'} in {written(n.axis, n.number)}" for n in lines)
        yield f"  {kind}: {said}."
    for name, rows in fields.apart.items():
        where = ", ".join(written("row", row) for row in rows)
        yield f"  Headings of their own ({name or 'unknown'}): {where}."
    if layout.legend:
        words = ", ".join(f"{code} = {text}" for code, text in layout.legend.items())
        yield f"  Legend: {words}."
    out = [written(axis, n) for axis, numbers in layout.leave_out.items() for n in numbers]
    if out:
        yield f"  Left out, as totals or legend: {', '.join(out)}."
