"""What a format could not carry, listed beside the file and counted for whoever asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from curriculum_map.formats.base import Loss

LOSSES = ".losses.csv"
"""What the name of a file is followed by where its losses are listed."""


def losses_csv(losses: Sequence[Loss]) -> str:
    """List losses as a CSV file."""
    from curriculum_map.analysis.table import Table
    from curriculum_map.cli.show import csv_file

    columns = dict.fromkeys(("kind", "name", "reason"), "string")
    return csv_file(Table("losses", columns, tuple(losses)))


def counted(losses: Sequence[Loss], out: Path | None) -> str:
    """Say in a line how many things of each kind were lost, and where they are listed."""
    counts = Counter(loss.kind for loss in losses)
    kinds = ", ".join(f"{kind}: {count}" for kind, count in sorted(counts.items()))
    listed = f'"{out.name}{LOSSES}" lists them' if out else "with --out they are listed in a file"
    are = "thing" if len(losses) == 1 else "things"
    return f"{len(losses)} {are} could not be carried ({kinds}); {listed}."
