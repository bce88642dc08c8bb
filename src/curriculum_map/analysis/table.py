"""The shape of every answer: rows under named, typed columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from curriculum_map.analysis.arrays.column_rows import ColumnRows, Row

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Table:
    """An answer: flat rows, all with the same columns, also when there are none.

    Attributes:
        name: What the table is called, such as `coverage`.
        columns: Column name to pandas dtype, in order. `string` columns are empty, never
            missing, where there is nothing to say.
        rows: One tuple a row, in the order of `columns`; the order of rows is part of the
            answer. A large answer makes them when they are looked at.
    """

    name: str
    columns: Mapping[str, str]
    rows: Sequence[Row]

    def __len__(self) -> int:
        return len(self.rows)

    def records(self) -> list[dict[str, Any]]:
        """Give each row as a map from column to value; an empty list for no rows."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def column(self, name: str) -> list[Any]:
        """Give the values of one column, row by row.

        Raises:
            ValueError: If there is no such column.
        """
        at = list(self.columns).index(name)
        return [row[at] for row in self.rows]

    def frame(self) -> pd.DataFrame:
        """Give the table as a pandas data frame with the same columns and dtypes."""
        import pandas as pd

        if isinstance(self.rows, ColumnRows):
            return self.rows.frame(self.columns)
        return pd.DataFrame(list(self.rows), columns=list(self.columns)).astype(dict(self.columns))
