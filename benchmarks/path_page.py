"""The page of learning paths on a slow phone: until it can be used, and until a path is there.

Pages are opened from files in a headless Chromium, 390 by 844 pixels, their main threads throttled
by four unless told otherwise, see `slow_phone`; of several rounds the median counts. The first
path includes loading and starting the solver, which nothing did before; then units of the path are
ticked off, one after the other, each answer waited for. Beside the shipped project a catalogue of
2,000 units built in code, with goals in twenty fields and a load limit. Needs what the tests need.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from curriculum_map.formats.project import load
from curriculum_map.model import Catalogue
from curriculum_map.pages.path_page import path_pages
from curriculum_map.pages.path_solver import ADDRESS, solver_script
from curriculum_map.pages.site import Site
from paths import LEVELS, catalogue
from slow_phone import ROOT, Phone, opened, set_apart, slow_phone

READY = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
ANSWERED = """async (act) => {
  const start = act ? performance.now() : 0;
  const answer = document.getElementById("answer");
  if (act) document.querySelector(act).click();
  while (answer.hidden || answer.hasAttribute("aria-busy"))
    await new Promise((done) => setTimeout(done, 5));
  return performance.now() - start;
}"""
TICKS = 4


class Waiting(NamedTuple):
    """What somebody waited for, in milliseconds.

    Attributes:
        ready: Until the page can be used.
        first: Until a path is there, after a link to it was opened.
        tick: Until it is there again, after a unit was ticked.
    """

    ready: float
    first: float
    tick: float


def waited(phone: Phone, file: Path, goals: str) -> Waiting:
    """Open a page, and a link to a path on it, in a fresh profile."""
    page, _ = opened(phone)
    page.goto(file.with_name("empty.html").as_uri())
    set_apart(phone)
    page.goto(file.as_uri())
    ready = page.evaluate(READY)
    page.goto(file.with_name("empty.html").as_uri())
    page.goto(f"{file.as_uri()}#{goals}")
    first, ticks = page.evaluate(ANSWERED, ""), []
    for _ in range(TICKS):
        page.wait_for_timeout(1000)
        ticks.append(page.evaluate(ANSWERED, "#steps input"))
    page.context.close()
    return Waiting(ready, first, median(ticks))


def measure(phone: Phone, made: Catalogue, goals: str, rounds: int) -> None:
    """Print what is waited for at the page of a catalogue."""
    start = time.perf_counter()
    ((_, html),) = path_pages(Site(made), "en")
    print(f"{len(made.units):,} units: page of {len(html.encode()) / 1e6:.2f} MB", end=" ")
    print(f"made in {time.perf_counter() - start:.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "en" / "path.html"
        file.parent.mkdir()
        file.with_name("empty.html").write_text("<!doctype html><title>Empty</title>")
        file.write_text(html, encoding="utf-8", newline="")
        (Path(folder) / ADDRESS).write_text(solver_script(), encoding="utf-8", newline="")
        found = [waited(phone, file, goals) for _ in range(rounds)]
    for name, values in zip(Waiting._fields, zip(*found, strict=True), strict=True):
        print(f"  {name}: {median(values):.0f} ms")


def many_goals(made: Catalogue) -> str:
    """Ask for competencies of twenty fields, within a load."""
    dice = random.Random(1)
    wanted = dice.sample(sorted(made.competencies), 20)
    goals = "&".join(f"goal={competency}@{dice.choice(LEVELS)}" for competency in wanted)
    return f"{goals}&load=420h&terms=2"


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--throttle", type=float, default=4, help="how many times slower")
    parser.add_argument("--rounds", type=int, default=3, help="how often each page is opened")
    asked = parser.parse_args()
    large = catalogue(2000, 500, 7)
    with slow_phone(asked.throttle) as phone:
        measure(phone, load(ROOT), "role=clinician", asked.rounds)
        measure(phone, large, many_goals(large), asked.rounds)


if __name__ == "__main__":
    main()
