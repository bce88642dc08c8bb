"""Where in a sheet a matrix seems to stand: its block of codes, its headings, its legend."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from curriculum_map.formats.matrix.table import OTHER, Axis, Block, Table
from curriculum_map.formats.matrix.vocabulary import NOTHING, TOTAL, USUAL
from curriculum_map.formats.sheet import Sheet

Place = tuple[int, int]
"""Row and column, counted from 0."""

FILLED = 0.5
"""The share of a row's or column's filled cells that are codes, if it belongs to the block."""
FEWEST = 2
"""Codes that a sheet has if it is a matrix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where things seem to stand.

    Attributes:
        table: The sheet and the block of its codes.
        rows: Numbers of the rows that name what stands in a column, from 0; so are the others.
        columns: Of the columns that name what stands in a row.
        apart: Rows inside the block that hold one heading for what follows.
        leave_out: Totals and empty lines of the block, and what stands beside it, by axis.
        codes: How often each text stands in a cell of the block.
        legend: What a legend says of codes.
    """

    table: Table
    rows: Sequence[int]
    columns: Sequence[int]
    apart: Sequence[int] = ()
    leave_out: Mapping[Axis, Sequence[int]] = field(default_factory=dict)
    codes: Counter[str]
    legend: Mapping[str, str]


def layout_of(sheet: Sheet) -> Layout | None:
    """Find the matrix of a sheet; `None` if it has none."""
    filled = _filled(sheet)
    for seems in (_usual, _number):
        codes = {at for at, text in filled.items() if seems(text)}
        rows, columns = _dense(
            filled.keys(), codes - _ordinals(filled, codes) - _keys(filled, codes)
        )
        if len(rows) * len(columns) >= FEWEST:
            return _Finder(sheet, filled, rows, columns).layout()
    return None


def atoms(text: str) -> list[str]:
    """Take a cell apart into what may be codes, in lower case."""
    whole = " ".join(text.casefold().split())
    if whole in USUAL or whole in NOTHING:
        return [whole]
    parts = (part.strip() for part in re.split(r"[,;/+&|]", whole))
    return [atom for part in parts for atom in _small(part)]


def _small(part: str) -> list[str]:
    if part in USUAL or not part:
        return [part] if part else []
    return re.findall(r"[\w.-]+|[^\w\s]", part)


def _usual(text: str) -> bool:
    found = atoms(text)
    return len(text) <= 40 and bool(found) and all(each in USUAL for each in found)


def _number(text: str) -> bool:
    return re.fullmatch(r"[0-9]{1,2}", text) is not None


def _filled(sheet: Sheet) -> dict[Place, str]:
    """Give what stands in cells, but for what stands for nothing."""
    return {
        (row, column): " ".join(text.split())
        for row, cells in sheet.filled()
        for column, text in enumerate(cells)
        if text.strip() and text.strip().casefold() not in NOTHING
    }


def _ordinals(filled: Mapping[Place, str], codes: Collection[Place]) -> set[Place]:
    """Give the numbers that only count rows or columns: 1, 2, 3 and so on."""
    lines: dict[tuple[str, int], list[Place]] = {}
    for at in sorted(codes):
        lines.setdefault(("row", at[0]), []).append(at)
        lines.setdefault(("column", at[1]), []).append(at)
    return {
        at
        for places in lines.values()
        if [filled[each] for each in places] == [str(n) for n in range(1, len(places) + 1)]
        and len(places) > 2
        for at in places
    }


def _keys(filled: Mapping[Place, str], codes: Collection[Place]) -> set[Place]:
    """Give the codes of a legend: different ones below each other, words beside each of them."""
    columns: dict[int, list[Place]] = {}
    for row, column in sorted(codes):
        columns.setdefault(column, []).append((row, column))
    return {
        at
        for places in columns.values()
        if len({filled[each] for each in places}) == len(places)
        and all(len(filled.get((row, column + 1), "")) > 3 for row, column in places)
        for at in places
        if (at[0], at[1] + 1) not in codes
    }


def _dense(filled: Collection[Place], codes: set[Place]) -> tuple[list[int], list[int]]:
    """Give the rows and columns that consist of codes, as far as they are filled."""
    kept: list[set[int]] = [{at[way] for at in codes} for way in (0, 1)]
    before: list[set[int]] = []
    while before != kept:
        before = [set(each) for each in kept]
        for way in (1, 0):
            inside = [at for at in filled if at[1 - way] in kept[1 - way]]
            all_, some = Counter(at[way] for at in inside), Counter[int]()
            some.update(at[way] for at in inside if at in codes)
            kept[way] = {n for n in kept[way] if some[n] and some[n] >= FILLED * all_[n]}
    return sorted(kept[0]), sorted(kept[1])


class _Finder:
    """Looks around the codes of a sheet."""

    def __init__(
        self, sheet: Sheet, filled: Mapping[Place, str], rows: list[int], columns: list[int]
    ) -> None:
        self._sheet, self._filled = sheet, filled
        self._block = Block(rows[0], columns[0], rows[-1], columns[-1])
        self._labels = self._lines("column", range(self._block.left), self._block)

    def layout(self) -> Layout:
        """Give everything that was found."""
        self._grow()
        block = self._block
        heads = self._lines("row", range(block.top), block)
        while len(heads) > 1 and heads[-1] - heads[0] != len(heads) - 1:
            heads = heads[1:]
        apart = [row for row in block.along("row") if self._is_apart(row)]
        totals: dict[Axis, list[int]] = {axis: self._totals(axis) for axis in ("row", "column")}
        rows = {*block.along("row")} - {*apart, *totals["row"]}
        columns = {*block.along("column")} - {*totals["column"]}
        codes = Counter(
            text
            for (row, column), text in self._filled.items()
            if row in rows and column in columns
        )
        codes.update(self._nothing())
        legend, legend_rows = self._legend({atom for text in codes for atom in atoms(text)}, heads)
        totals["row"] += legend_rows
        return Layout(
            table=Table.of(self._sheet, block),
            rows=heads,
            columns=self._labels,
            apart=apart,
            leave_out={axis: sorted(set(numbers)) for axis, numbers in totals.items()},
            codes=codes,
            legend=legend,
        )

    def _at(self, axis: Axis, number: int, across: int) -> str:
        at = (number, across) if axis == "row" else (across, number)
        return self._filled.get(at, "")

    def _lines(self, axis: Axis, among: Iterable[int], block: Block) -> list[int]:
        """Give those of some rows or columns in which something stands beside or above a block."""
        across = block.along(OTHER[axis])
        return [n for n in among if any(self._at(axis, n, other) for other in across)]

    def _is_empty(self, axis: Axis, number: int) -> bool:
        return not self._lines(axis, [number], self._block)

    def _grow(self) -> None:
        """Take in what is named and has no code: before the first, and after the last."""
        top = self._block.top
        while top > 0 and self._is_empty("row", top - 1) and self._named(top - 1):
            top -= 1
        # Without a heading above, what stands there is a title of the sheet.
        if any(not self._is_empty("row", row) for row in range(top)):
            self._block = self._block._replace(top=top)
        usual = self._usual_labels()
        bottom = self._block.bottom
        while self._is_empty("row", bottom + 1) and self._has(bottom + 1, usual):
            bottom += 1
        heads = self._lines("row", range(self._block.top), self._block)
        right = self._block.right
        while self._is_empty("column", right + 1) and self._heads(right + 1, heads):
            right += 1
        self._block = self._block._replace(bottom=bottom, right=right)

    def _named(self, row: int) -> bool:
        return any(self._filled.get((row, column)) for column in self._labels)

    def _usual_labels(self) -> list[int]:
        rows = self._block.along("row")
        return [
            c for c in self._labels if 2 * sum((r, c) in self._filled for r in rows) > len(rows)
        ]

    def _has(self, row: int, columns: Sequence[int]) -> bool:
        texts = [self._filled.get((row, column), "") for column in columns]
        return bool(texts) and all(texts) and not any(TOTAL.match(text) for text in texts)

    def _heads(self, column: int, rows: Sequence[int]) -> bool:
        text = self._filled.get((rows[-1], column), "") if rows else ""
        return bool(text) and not TOTAL.match(text)

    def _is_apart(self, row: int) -> bool:
        if not self._is_empty("row", row):
            return False
        named = [column for column in self._labels if self._filled.get((row, column))]
        across = any(
            top <= row <= bottom and left < right and right >= self._labels[-1]
            for top, left, bottom, right in self._sheet.merged
        )
        return len(named) == 1 and (across or len(self._usual_labels()) > 1)

    def _totals(self, axis: Axis) -> list[int]:
        """Give the rows or columns headed as a sum, inside the block or just behind it."""
        block = self._block
        before = self._labels if axis == "row" else list(range(block.top))
        numbers = [*block.along(axis), block.along(axis).stop]
        return [n for n in numbers if any(TOTAL.match(self._at(axis, n, b)) for b in before)]

    def _nothing(self) -> list[str]:
        """Give what stands for nothing in the cells of the block."""
        rows, columns = self._block.along("row"), self._block.along("column")
        lines = (self._sheet.rows[row][columns.start : columns.stop] for row in rows)
        texts = (text.strip() for line in lines for text in line)
        return [text for text in texts if text and text.casefold() in NOTHING]

    def _legend(self, codes: set[str], heads: Sequence[int]) -> tuple[dict[str, str], list[int]]:
        """Give what is said of codes outside the block, and the rows in which it stands."""
        said: dict[str, str] = {}
        rows: set[int] = set()
        for (row, column), text in sorted(self._filled.items()):
            beside = row in heads or row in self._block.along("row")
            if beside and column <= self._block.right:
                continue
            code, _, words = (
                part.strip() for part in re.sub(r"[:\u2013]", "=", text, count=1).partition("=")
            )
            words = words or self._filled.get((row, column + 1), "")
            if code.casefold() in codes and len(words) > 2:
                said.setdefault(code.casefold(), words)
                rows |= {row} - {*heads, *self._block.along("row")}
        return said, sorted(rows)
