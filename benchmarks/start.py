"""What somebody waits for at every command, beside what cannot be avoided.

Each round runs both sides, in turn, each in a process of its own; a ratio is the median over
the rounds. The limits are about waiting; processor time is shown because a busy
machine disturbs it less.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).parents[1]


class Cost(NamedTuple):
    """What one run of a process took, in seconds."""

    waiting: float
    processor: float


class Comparison(NamedTuple):
    """A command, what it is measured against, and how many times that it may take."""

    title: str
    command: tuple[str, ...]
    beside: tuple[str, ...]
    most: float


COMPARISONS = (
    Comparison(
        "curriculum-map --help", ("-m", "curriculum_map", "--help"), ("-c", "pass"), most=10
    ),
    Comparison(
        "curriculum-map gaps",
        ("-m", "curriculum_map", "-p", str(ROOT), "gaps"),
        ("-c", "import typer, yaml"),
        most=3.5,
    ),
)


def run(arguments: tuple[str, ...]) -> Cost:
    """Run Python once, its output thrown away."""
    started, before = time.perf_counter(), _processor_time()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=False)
    return Cost(time.perf_counter() - started, _processor_time() - before)


def _processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compare(asked: Comparison, rounds: int) -> bool:
    """Print medians and ratios; tell whether the limit holds."""
    pairs = [(run(asked.command), run(asked.beside)) for _ in range(rounds)]
    print(f"{asked.title}  beside  python {' '.join(asked.beside)}")
    ratios = {}
    for name in Cost._fields:
        ours = [getattr(command, name) for command, _ in pairs]
        theirs = [getattr(beside, name) for _, beside in pairs]
        ratios[name] = median(a / b for a, b in zip(ours, theirs, strict=True))
        print(f"  {name:10} {median(ours) * 1e3:5.0f} ms  {median(theirs) * 1e3:5.0f} ms", end="")
        print(f"  ratio {ratios[name]:.2f}")
    holds = ratios["waiting"] <= asked.most
    print(f"  at most {asked.most:g}: {'yes' if holds else 'NO'}")
    return holds


def main() -> None:
    """Compare everything; exit with 1 if a limit does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="runs of each side")
    rounds = parser.parse_args().rounds
    for asked in COMPARISONS:
        run(asked.command)
    held = [compare(asked, rounds) for asked in COMPARISONS]
    raise SystemExit(0 if all(held) else 1)


if __name__ == "__main__":
    main()
