"""Time and memory to read a large YAML catalogue with the place of every text, beside PyYAML.

Both sides read the same generated text, each time in a process of its own, in turn. PyYAML's
`CSafeLoader` builds plain dicts, lists and texts without places.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

UNIT = """\
  unit-{n}:
    kind: course
    title: {{en: Course number {n}, nl: Vak nummer {n}}}
    source: src-1
    workload: {{hours: {hours}, assumed: true}}
    requires: {{all: [unit-{before}, {{any: [unit-{earlier}, unit-{earliest}]}}]}}
    outcomes:
      explains-{n}:
        text: {{en: "Explains how a clinical prediction model number {n} is trained and tested."}}
        develops: {{c-{one}: knows, c-{other}: does}}
        evidence: "lecture covering fundamentals and ELSA aspects"
        status: suggested
    assessments:
      essay: {{kind: assignment, tests: [explains-{n}]}}
"""


def catalogue(units: int) -> str:
    """Give one YAML file with that many units, each with an outcome and an assessment."""
    return "institution: university\nunits:\n" + "".join(
        UNIT.format(
            n=n, hours=n % 200 + 1, before=max(0, n - 7), earlier=max(0, n - 9),
            earliest=max(0, n - 11), one=n % 499, other=n % 499 + 1,
        )
        for n in range(units)
    )  # fmt: skip


def with_places(text: str) -> object:
    """Read the way the project does."""
    from curriculum_map.formats.yaml_files import read_tree

    root, problems = read_tree(text, "catalogue.yaml")
    if root is None or problems:
        raise SystemExit(f"The generated catalogue has problems: {problems[:3]}")
    return root


def plain_objects(text: str) -> object:
    """Read the way PyYAML does."""
    import yaml

    return yaml.load(text, Loader=yaml.CSafeLoader)


SIDES: dict[str, Callable[[str], object]] = {
    "read_tree": with_places,
    "CSafeLoader": plain_objects,
}


def peak_megabytes() -> float:
    """Give the largest memory this process ever held."""
    import resource

    # Kilobytes on Linux, bytes on macOS.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def measure(side: str, path: Path) -> None:
    """Print seconds and growth of the peak in MB of one reading, imports not counted."""
    SIDES[side]("a: b\n")
    text = path.read_text(encoding="utf-8")
    peak, started = peak_megabytes(), time.perf_counter()
    kept = SIDES[side](text)
    print(time.perf_counter() - started, peak_megabytes() - peak)
    del kept


def run(side: str, path: Path) -> tuple[float, float]:
    """Measure one side in a fresh process."""
    command = [sys.executable, __file__, "--side", side, "--file", str(path)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, megabytes = out.split()
    return float(seconds), float(megabytes)


def compare(units: int, pairs: int) -> None:
    """Print the medians of both sides, and their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalogue.yaml"
        path.write_text(catalogue(units), encoding="utf-8")
        print(f"{units:,} units, {path.stat().st_size / 1e6:.1f} MB, {pairs} pairs, medians")
        rounds = [{side: run(side, path) for side in SIDES} for _ in range(pairs)]
    seconds = {side: median(r[side][0] for r in rounds) for side in SIDES}
    memory = {side: median(r[side][1] for r in rounds) for side in SIDES}
    for side in SIDES:
        print(f"{side:12} {seconds[side]:6.2f} s  {memory[side]:6.0f} MB")
    faster = median(r["CSafeLoader"][0] / r["read_tree"][0] for r in rounds)
    share = median(r["read_tree"][1] / r["CSafeLoader"][1] for r in rounds)
    print(f"reads {faster:.1f} times faster in {share:.2f} of the memory")


def main() -> None:
    """Compare, or measure one side where a comparison asks for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=10_000, help="units in the catalogue")
    parser.add_argument("--pairs", type=int, default=5, help="readings of each side")
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.side:
        measure(given.side, given.file)
    else:
        compare(given.units, given.pairs)


if __name__ == "__main__":
    main()
