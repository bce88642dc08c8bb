"""Time and memory to read a national catalogue of CSV files into a checked catalogue.

Beside it, `csv.reader` alone reads the same files and keeps nothing. Each reading has a process of
its own, in turn; files are read before the clock starts, imports are not counted.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median

PER_UNIT = 1
"""Outcomes of a unit; each works on two competencies."""
COMPETENCIES = 2_000
INSTITUTIONS = 50
WORDS = (
    "explains how a clinical prediction model is trained, tested, and used with care in practice"
)


def catalogue(units: int) -> dict[str, Iterator[list[str]]]:
    """Give the rows of each file, headings first."""
    return {
        "scales": iter([["id", "title"], ["s", "Steps"]]),
        "scale-levels": iter(
            [["scale", "id", "title"], ["s", "knows", "Knows"], ["s", "does", "Does"]]
        ),
        "frameworks": iter([["id", "title", "scale"], ["f", "Framework", "s"]]),
        "competencies": _competencies(),
        "institutions": _institutions(),
        "units": _units(units),
        "outcomes": _outcomes(units),
        "contributions": _contributions(units),
    }


def _competencies() -> Iterator[list[str]]:
    yield ["id", "title", "framework", "definition", "kind", "code"]
    for n in range(COMPETENCIES):
        yield [f"c-{n}", f"Competency {n}", "f", f"Somebody {WORDS} {n}.", "skill", f"C.{n}"]


def _institutions() -> Iterator[list[str]]:
    yield ["id", "title", "country"]
    for n in range(INSTITUTIONS):
        yield [f"i-{n}", f"University {n}", "NL"]


def _units(units: int) -> Iterator[list[str]]:
    yield [
        *("id", "title", "institution", "kind", "description", "code", "credits"),
        *("languages", "delivery", "terms", "audience", "requires", "url"),
    ]
    for n in range(units):
        requires = f"u-{n - 50}" if n % 4 == 0 and n >= 50 else ""
        either = f"u-{n - 60} and (u-{n - 61} or co u-{n - 62})" if n % 50 == 1 and n > 99 else ""
        yield [
            *(f"u-{n}", f"Course number {n}", f"i-{n % INSTITUTIONS}", "course"),
            *(f"In course {n} a student {WORDS}; {WORDS}.", f"{n:06}", "2,5" if n % 2 else "5"),
            *("en; nl" if n % 3 else "nl", "on-site", "1" if n % 2 else "2"),
            *("Students of medicine", requires or either, f"https://example.org/units/{n}"),
        ]


def _outcomes(units: int) -> Iterator[list[str]]:
    yield ["unit", "id", "text"]
    for n in range(units):
        yield [f"u-{n}", "explains", f"The student {WORDS}, in course {n}."]


def _contributions(units: int) -> Iterator[list[str]]:
    yield ["unit", "outcome", "competency", "level", "status", "evidence", "by"]
    for n in range(units):
        for step in (0, 7):
            level = "does" if (n + step) % 5 == 0 else "knows"
            evidence = f"course guide of unit {n}, page {n % 40}"
            competency = f"c-{(n + step) % COMPETENCIES}"
            yield [f"u-{n}", "explains", competency, level, "declared", evidence, "board"]


def write(folder: Path, units: int) -> None:
    """Write the files as Excel saves them where the comma is the decimal sign."""
    import csv

    for name, rows in catalogue(units).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(rows)


def checked(files: Mapping[str, bytes]) -> object:
    """Read the way `import csv` does."""
    from curriculum_map.formats.base import Given
    from curriculum_map.formats.csv_files import read

    reading = read(Given(name="files", files=files))
    if reading.problems:
        raise SystemExit(f"The generated catalogue has problems: {reading.problems[:3]}")
    return reading


def cells_alone(files: Mapping[str, bytes]) -> object:
    """Take the files apart into cells, and keep nothing."""
    import csv
    import io

    rows = 0
    for data in files.values():
        text = io.StringIO(data.decode("utf-8-sig"), newline="")
        for _ in csv.reader(text, delimiter=";"):
            rows += 1
    return rows


SIDES: dict[str, Callable[[Mapping[str, bytes]], object]] = {
    "checked catalogue": checked,
    "csv.reader": cells_alone,
}


def peak_megabytes() -> float:
    """Give the largest memory this process ever held."""
    import resource

    # Kilobytes on Linux, bytes on macOS.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def measure(side: str, folder: Path) -> None:
    """Print seconds of the processor and the peak in MB of one reading."""
    small = {"sources.csv": b"id,title\ns,S\n"}
    SIDES[side](small)
    files = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    started = time.process_time()
    kept = SIDES[side](files)
    print(time.process_time() - started, peak_megabytes())
    del kept


def run(side: str, folder: Path) -> tuple[float, float]:
    """Measure one side in a fresh process."""
    command = [sys.executable, __file__, "--side", side, "--folder", str(folder)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, megabytes = out.split()
    return float(seconds), float(megabytes)


def compare(units: int, pairs: int) -> None:
    """Print the medians of both sides, and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, units)
        size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
        print(f"{units:,} units, {size:.1f} MB, {pairs} pairs, medians")
        rounds = [{side: run(side, folder) for side in SIDES} for _ in range(pairs)]
    for side in SIDES:
        seconds, peak = (median(each[side][at] for each in rounds) for at in (0, 1))
        print(f"{side:18} {seconds:6.2f} s  peak {peak:6.0f} MB")
    ratio = median(r["checked catalogue"][0] / r["csv.reader"][0] for r in rounds)
    print(f"a checked catalogue takes {ratio:.1f} times as long as csv.reader alone")


def main() -> None:
    """Compare, or measure one side where a comparison asks for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=100_000, help="units in the catalogue")
    parser.add_argument("--pairs", type=int, default=3, help="readings of each side")
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.side:
        measure(given.side, given.folder)
    else:
        compare(given.units, given.pairs)


if __name__ == "__main__":
    main()
