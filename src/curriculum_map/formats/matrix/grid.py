"""A matrix that is written: what stands in which cell, and the declaration that reads it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from curriculum_map.formats.matrix.board import Board, Column, Row
from curriculum_map.formats.matrix.declaration import (
    CompetencyPlaces,
    ElectiveGroup,
    Name,
    SheetInFile,
    UnitPlaces,
)
from curriculum_map.formats.matrix.table import NO_GROUP, Block, written
from curriculum_map.formats.matrix.words import word
from curriculum_map.formats.yaml_nodes import written_number
from curriculum_map.model import NOTHING_SAID, Catalogue, Text

ASSESSED = "*"
"""Follows the code of what is assessed."""
LevelCodes = Mapping[tuple[str, int], str]
"""Scale and rank to the code of the level."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells in rows and columns.

    Attributes:
        board: What is shown.
        catalogue: Where its names lead.
        codes: The code of each level.
        heads: What stands in each heading row, in order.
        labels: What stands in each heading column, in order.
    """

    board: Board
    catalogue: Catalogue
    codes: LevelCodes
    heads: Sequence[str]
    labels: Sequence[str]

    @classmethod
    def of(cls, board: Board, catalogue: Catalogue, codes: LevelCodes, several: bool) -> Grid:
        """Lay out a matrix.

        Args:
            board: What is shown.
            catalogue: Where its names lead.
            codes: The code of each level.
            several: Whether the file has competencies of more than one framework.
        """
        units = [column.unit for column in board.columns]
        heads = ["title", "year", "term"]
        heads += ["elective"] if any(column.group for column in board.columns) else []
        heads += ["credits"] if any(unit.credits for unit in units) else []
        heads += ["code"] if any(unit.code for unit in units) else []
        labels = [*(["framework"] if several else []), "area", "id"]
        labels += ["code"] if any(row.competency.code for row in board.rows) else []
        labels += ["competency", *(["required", "state"] if board.programme.aims else [])]
        heads = [*heads, "id", "unit"]
        return cls(board, catalogue, codes, heads, labels)

    @property
    def language(self) -> str:
        """The language that titles are shown in."""
        return self.catalogue.settings.languages[0]

    def text(self, value: Text) -> str:
        """Show a text on one line."""
        return " ".join(value.show(*self.catalogue.settings.languages).split())

    def word(self, name: str) -> str:
        """Name a heading row or column."""
        return (
            word({"title": "legend"}.get(name, name), self.language) if name != "code" else "Code"
        )

    def head(self, name: str, column: Column) -> str:
        """Give what a heading row says of a unit."""
        unit, item = column.unit, column.item
        said = {
            "title": "",
            "year": f"{self.word('year')} {item.year}" if item.year else NO_GROUP,
            "term": f"{self.word('term')} {item.term}" if item.term else NO_GROUP,
            "elective": self.elective(column) if column.group else "",
            "credits": written_number(unit.credits.ec) if unit.credits else "",
            "code": unit.code,
            "id": unit.id,
            "unit": self.text(unit.title),
        }
        return said[name]

    def elective(self, column: Column) -> str:
        """Name an elective group, and say how much of it students take."""
        item = column.item
        number = item.choose if item.choose is not None else f"{item.credits:g} EC"
        choose = word("choose", self.language).format(n=number)
        return f"{self.text(item.title) or self.word('elective')} ({choose})"

    def label(self, name: str, row: Row) -> str:
        """Give what a heading column says of a competency."""
        competency = row.competency
        framework = self.catalogue.frameworks[competency.framework]
        areas = {area.id: self.text(area.title) for area in framework.areas}
        scale = framework.scale
        required = self.codes[scale, row.required] if row.required else ""
        said = {
            "framework": framework.id,
            "area": areas.get(competency.area) or NO_GROUP,
            "id": competency.id,
            "code": competency.code,
            "competency": self.text(competency.title),
            "required": required,
            "state": word("absent", self.language) if row.absent else "",
        }
        return said[name]

    def cell(self, row: Row, column: Column) -> str:
        """Give the code of a cell; empty if there is none."""
        at = (column.unit.id, row.competency.id)
        if at not in self.board.cells:
            return ""
        rank, assessed = self.board.cells[at]
        scale = self.catalogue.frameworks[row.competency.framework].scale
        return self.codes[scale, rank] + ASSESSED * assessed

    def legend(self) -> Iterator[tuple[str, str]]:
        """Give each code with what it means."""
        scales = self.catalogue.scales
        used = {
            self.catalogue.frameworks[row.competency.framework].scale for row in self.board.rows
        }
        for (scale, rank), code in self.codes.items():
            if scale in used:
                named = self.text(scales[scale].levels[rank - 1].title)
                yield code, f"{named} ({self.text(scales[scale].title)})"
        yield ASSESSED, word("assessed", self.language)

    def rows(self) -> Iterator[list[str]]:
        """Give the whole sheet as texts, row by row."""
        for name in self.heads:
            before = [""] * (len(self.labels) - 1) + [self.word(name)]
            if name == "title":
                yield [self.text(self.board.programme.title)]
            elif name == "unit":
                labels = [self.word(each) for each in self.labels]
                yield [*labels, *(self.head(name, each) for each in self.board.columns)]
            else:
                yield [*before, *(self.head(name, each) for each in self.board.columns)]
        for row in self.board.rows:
            labels = [self.label(name, row) for name in self.labels]
            yield [*labels, *(self.cell(row, column) for column in self.board.columns)]
        if not self.board.rows:
            yield []
        yield []
        yield [self.word("title")]
        yield from ([code, words] for code, words in self.legend())

    def block(self) -> Block:
        """Give the block of the codes; one empty cell where there are none."""
        top, left = len(self.heads), len(self.labels)
        bottom = top + max(1, len(self.board.rows)) - 1
        return Block(top, left, bottom, left + max(1, len(self.board.columns)) - 1)

    def declared(self, name: str) -> SheetInFile:
        """Say how the sheet is read back."""
        programme, block = self.board.programme, self.block()
        title = plain(self.text(programme.title), self.language)
        return SheetInFile(
            name=name,
            programme=Name(id=programme.id, title=title),
            aims=self._aims(),
            cells=str(block),
            units=self._unit_places(),
            competencies=self._competency_places(),
            electives=tuple(self._electives(block.left)),
            leave_out=tuple(self._left_out(block)),
        )

    def _unit_places(self) -> UnitPlaces:
        row = {each: written("row", number) for number, each in enumerate(self.heads)}
        return UnitPlaces(
            id=row["id"],
            title=row["unit"],
            code=row.get("code", ""),
            credits=row.get("credits", ""),
            year=(row["year"],),
            term=(row["term"],),
        )

    def _competency_places(self) -> CompetencyPlaces:
        column = {each: written("column", number) for number, each in enumerate(self.labels)}
        return CompetencyPlaces(
            id=column["id"],
            title=column["competency"],
            code=column.get("code", ""),
            area=(column["area"],),
            framework=column.get("framework", ""),
            required=column.get("required", ""),
        )

    def _left_out(self, block: Block) -> Iterator[str]:
        for number, name in enumerate(self.heads):
            if name in ("title", "elective"):
                yield written("row", number)
        legend = block.bottom + 2
        yield written("row", legend, legend + len(list(self.legend())))
        if "state" in self.labels:
            yield written("column", self.labels.index("state"))

    def _aims(self) -> Name | None:
        """Name the role profile that the requirements make: its own, or one that has them all."""
        aims, programme = self.board.programme.aims, self.board.programme
        if not aims:
            return None
        title = self.catalogue.profiles[aims[0]].title if len(aims) == 1 else programme.title
        name = aims[0] if len(aims) == 1 else programme.id
        return Name(id=name, title=plain(self.text(title), self.language))

    def _electives(self, left: int) -> Iterator[ElectiveGroup]:
        groups: dict[int, list[int]] = {}
        for number, column in enumerate(self.board.columns, left):
            if column.group:
                groups.setdefault(column.group, []).append(number)
        for group, numbers in groups.items():
            item = self.board.columns[numbers[0] - left].item
            yield ElectiveGroup(
                name=str(group),
                title=plain(self.text(item.title), self.language),
                within=(written("column", numbers[0], numbers[-1]),),
                choose=item.choose,
                credits=item.credits,
            )


def plain(words: str, language: str) -> Text:
    """Make a text in one language; nothing said where there are no words."""
    return Text(((language, words),)) if words else NOTHING_SAID
