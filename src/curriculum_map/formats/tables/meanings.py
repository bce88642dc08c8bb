"""What the cells of a table mean, a column at a time: worked out once for each text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import MISSING, dataclass
from itertools import repeat
from typing import Any, TypeVar

from curriculum_map.formats.columns import Column as Texts
from curriculum_map.formats.references import LevelName, Reference
from curriculum_map.formats.requisite_trees import Requisites
from curriculum_map.formats.scope import Scope
from curriculum_map.formats.shapes import ABSENT, Listed, Pattern, Shape, Words
from curriculum_map.formats.sheet import Sheet
from curriculum_map.formats.tables.cells import Unclear, cell
from curriculum_map.formats.tables.headings import Headings
from curriculum_map.formats.tables.kinds import Kind
from curriculum_map.formats.tables.read import node_of
from curriculum_map.formats.tables.requisites import is_name
from curriculum_map.model import Needs

OWNER = " owner"
"""Says that the meaning of a text depends on what the row belongs to."""

T = TypeVar("T")
Values = Sequence[Any]


class Doubt(Exception):
    """Something is unusual; it takes the other way of reading to say what."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with its headings, and the rows below them in which something stands.

    Attributes:
        sheet: The sheet.
        kind: What its rows are about.
        heads: Its headings.
        columns: The texts of all its rows, by column.
        rows: The rows in which something stands, each by its number from 0; a range if they
            are all of those below the headings.
        names: Of each of these rows, the names that say what it is about, by column.
    """

    sheet: Sheet
    kind: Kind
    heads: Headings
    columns: Sequence[Texts]
    rows: Sequence[int]
    names: Sequence[Texts]

    def texts(self, at: int) -> Texts:
        """Give what stands in a column, without what is but spaces."""
        texts = chosen(self.columns[at], self.rows)
        if any(map(str.isspace, texts)):
            return ["" if text.isspace() else text for text in texts]
        return texts

    def column(self, heading: str) -> Iterable[str]:
        """Give the texts of a column, without spaces around; empty ones where it is missing."""
        for each in self.heads.places:
            if each.column.heading == heading:
                return map(str.strip, self.texts(each.at))
        return [""] * len(self.rows)

    def lines(self) -> Sequence[int]:
        """Give the line each row begins in."""
        return chosen(self.sheet.lines, self.rows)


def chosen(every: Sequence[T], rows: Sequence[int]) -> Sequence[T]:
    """Give what belongs to some rows, of what there is for every row."""
    if isinstance(rows, range):
        return every[rows.start : rows.stop]
    return [every[row] for row in rows]


class Meanings:
    """Reads the columns of a table.

    Attributes:
        beside: The values read so far, by attribute; others may depend on them.
    """

    def __init__(self, table: Table, scope: Scope) -> None:
        """Begin with what the rows belong to."""
        self.table, self.scope = table, scope
        self.beside: dict[str, Iterable[Any]] = {OWNER: table.names[0]}

    def of(self, at: int, shape: Shape, default: Any) -> Values:
        """Give the values of a column.

        Args:
            at: Its number, from 0.
            shape: How the values are spelled.
            default: The value where nothing stands; `MISSING` if something must.

        Raises:
            Doubt: If a text is no value.
        """
        return self._of(self.table.texts(at), at, shape, default)

    def names(self, shape: Shape) -> Values:
        """Give the values of the column that names things.

        Raises:
            Doubt: If a text is no value.
        """
        return self._of(self.table.names[-1], self.table.heads.names[-1], shape, MISSING)

    def _of(self, texts: Texts, at: int, shape: Shape, default: Any) -> Values:
        if isinstance(shape, Words) or _all_fit(shape, texts):
            return _filled(texts, default)
        other = _depends_on(shape)
        if not other:
            known = {text: self._read(text, at, shape, default) for text in dict.fromkeys(texts)}
            return list(map(known.__getitem__, texts))
        pairs = list(zip(texts, self.beside.get(other, repeat("")), strict=False))
        values: dict[tuple[str, Any], Any] = dict.fromkeys(pairs)
        for text, value in values:
            self._stand(other, value)
            values[text, value] = self._read(text, at, shape, default)
        return list(map(values.__getitem__, pairs))

    def _stand(self, other: str, value: Any) -> None:
        """Stand where a field, or what the row belongs to, has a value."""
        if other == OWNER:
            self.scope.owner = value
        else:
            self.scope.beside = {other: value}

    def _read(self, text: str, at: int, shape: Shape, default: Any) -> Any:
        if not text:
            if default is MISSING:
                raise Doubt
            return default
        if isinstance(shape, Requisites) and self._is_unit(text):
            return Needs(text)
        try:
            node = node_of(shape, cell(text, self.table.sheet, 0, at))
        except Unclear:
            raise Doubt from None
        value = shape.read(node, self.scope)
        if value is ABSENT or self.scope.problems:
            raise Doubt
        return value

    def _is_unit(self, text: str) -> bool:
        return text in self.scope.names.known["unit"] and is_name(text)


def _all_fit(shape: Shape, texts: Texts) -> bool:
    """Tell whether texts have the form asked for, and are the values themselves."""
    if not isinstance(shape, Pattern):
        return False
    return all(map(re.compile(shape.form.pattern).fullmatch, filter(None, texts)))


def _filled(texts: Texts, default: Any) -> Values:
    if default == "" or all(texts):
        return texts
    if default is MISSING:
        raise Doubt
    return [text or default for text in texts]


def _depends_on(shape: Shape) -> str:
    """Give the field beside it that the meaning of a text depends on."""
    if isinstance(shape, Listed):
        return _depends_on(shape.item)
    if isinstance(shape, LevelName):
        return "competency"
    kind = shape.kind if isinstance(shape, Reference) else ""
    return {"area": "framework", "outcome": OWNER}.get(kind, "")
