"""Rows of a large answer, kept as columns until somebody asks for one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from typing import TypeAlias

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    Column: TypeAlias = "Words | npt.NDArray[np.int64]"

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A column of texts, most of which occur many times.

    Attributes:
        known: The different texts.
        at: For each row, which of them it is.
    """

    known: Sequence[str]
    at: npt.NDArray[np.int64]


class ColumnRows(Sequence[Row]):
    """Rows that become tuples of Python values only when they are looked at.

    Equal to any sequence of equal rows.
    """

    __hash__ = None  # type: ignore[assignment]  # equal to lists, which have no hash either

    def __init__(self, columns: Sequence[Column]) -> None:
        """Take the columns: whole numbers, or words; all of one length, and at least one."""
        self._columns = tuple(columns)

    def __len__(self) -> int:
        first = self._columns[0]
        return len(first.at if isinstance(first, Words) else first)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(at, slice):
            return tuple(self[n] for n in range(len(self))[at])
        return tuple(_values(column, slice(at, at + 1 or None))[0] for column in self._columns)

    def __iter__(self) -> Iterator[Row]:
        at_once = 10_000
        for start in range(0, len(self), at_once):
            part = slice(start, start + at_once)
            yield from zip(*(_values(column, part) for column in self._columns), strict=True)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def frame(self, names: Iterable[str]) -> pd.DataFrame:
        """Give the rows as a pandas data frame; words have the dtype `string`."""
        import pandas as pd

        columns = map(_series, self._columns)
        return pd.DataFrame(dict(zip(names, columns, strict=True)), copy=False)


def _values(column: Column, part: slice) -> list[Any]:
    if isinstance(column, Words):
        return [column.known[n] for n in column.at[part].tolist()]
    return list(column[part].tolist())


def _series(column: Column) -> Any:
    import pandas as pd

    if isinstance(column, Words):
        return pd.array(list(column.known), dtype="string").take(column.at)
    return column
