"""Time to read a workbook of 20,000 rows into a checked catalogue, beside calamine alone.

calamine makes plain values of every sheet. Each reading has a process of its own, in turn; seconds
are those of the processor, imports are not counted.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import Any

import read_csv


def write(path: Path, rows: int) -> None:
    """Write a workbook with about as many rows, half of them contributions."""
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        for name, lines in read_csv.catalogue(rows // 4).items():
            sheet = book.add_worksheet(name.replace("-", " "))
            for number, line in enumerate(lines):
                _write_row(sheet, number, line)


def _write_row(sheet: Any, number: int, line: Iterable[str]) -> None:
    for column, text in enumerate(line):
        sheet.write_string(number, column, text)


def cells_alone(data: bytes) -> object:
    """Read every sheet with calamine."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def cells(data: bytes) -> object:
    """Read every sheet the way the project does, within bounds, as texts with their places."""
    from curriculum_map.formats.worksheets import read_worksheets

    return read_worksheets(data, "w.xlsx")


def checked(data: bytes) -> object:
    """Read the way `import workbook` does."""
    from curriculum_map.formats.base import Given
    from curriculum_map.formats.workbook import read

    reading = read(Given(name="w.xlsx", files={"w.xlsx": data}))
    if reading.problems:
        raise SystemExit(f"The generated workbook has problems: {reading.problems[:3]}")
    return reading


SIDES: dict[str, Callable[[bytes], object]] = {
    "checked catalogue": checked,
    "read_worksheets": cells,
    "calamine": cells_alone,
}


def measure(side: str, path: Path) -> None:
    """Print seconds of one reading."""
    data = path.read_bytes()
    small = path.with_name("small.xlsx").read_bytes()
    SIDES[side](small)
    started = time.process_time()
    kept = SIDES[side](data)
    print(time.process_time() - started)
    del kept


def run(side: str, path: Path) -> float:
    """Measure one side in a fresh process."""
    command = [sys.executable, __file__, "--side", side, "--file", str(path)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def compare(rows: int, pairs: int) -> None:
    """Print the medians of all sides, and their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xlsx"
        write(path, rows)
        write(path.with_name("small.xlsx"), 400)
        print(f"{rows:,} rows, {path.stat().st_size / 1e6:.1f} MB, {pairs} pairs, medians")
        rounds = [{side: run(side, path) for side in SIDES} for _ in range(pairs)]
    for side in SIDES:
        seconds = median(each[side] for each in rounds)
        ratio = median(each[side] / each["calamine"] for each in rounds)
        print(f"{side:18} {seconds:6.2f} s  {ratio:4.1f} times calamine")


def main() -> None:
    """Compare, or measure one side where a comparison asks for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000, help="rows in the workbook")
    parser.add_argument("--pairs", type=int, default=3, help="readings of each side")
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.side:
        measure(given.side, given.file)
    else:
        compare(given.rows, given.pairs)


if __name__ == "__main__":
    main()
