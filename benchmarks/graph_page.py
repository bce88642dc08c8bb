"""The graph page of a national catalogue: how long it takes to make, to open and to move.

The catalogue is built in code: 20,000 things (programmes of sixty units of their own, competencies
in areas, concepts elsewhere) and 40,000 links. The page is opened in a headless Chromium without a
graphics card, 1440 by 900 pixels, everything unfolded for the second half. Opening is counted from
the start of the navigation to the painted picture, each time in a window of its own; what the same
browser takes for a page with nothing in it is said beside it. Moving is counted in frames drawn in
two seconds of dragging. Needs what the tests need.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Page

from curriculum_map.graph import build
from curriculum_map.model import (
    NO_REQUISITE,
    Alignment,
    AllOf,
    Area,
    Catalogue,
    Competency,
    Contribution,
    Framework,
    Institution,
    Level,
    LevelRef,
    Needs,
    Outcome,
    PlanItem,
    Programme,
    Scale,
    Text,
    Unit,
    by_id,
)
from curriculum_map.pages.graph_page import graph_pages
from curriculum_map.pages.site import Site

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from browser import Pages, launched

LEVEL = LevelRef("miller", "knows")
PER_PROGRAMME, PER_AREA, PER_INSTITUTION = 60, 150, 12

FRAMES = """async (seconds) => {
  const canvas = document.getElementById("picture");
  const box = canvas.getBoundingClientRect();
  const send = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type, {
    pointerId: 1, pointerType: "touch", clientX: box.left + x, clientY: box.top + y, bubbles: true,
  }));
  canvas.setPointerCapture = () => {};
  const frame = () => new Promise(requestAnimationFrame);
  send("pointerdown", 400, 300);
  for (let n = 0; n < 10; n++) { send("pointermove", 400 + n, 300); await frame(); }
  let frames = 0;
  const start = performance.now();
  while (performance.now() - start < seconds * 1000) {
    frames++;
    send("pointermove", 400 + 200 * Math.sin(frames / 15), 300 + 100 * Math.sin(frames / 9));
    await frame();
  }
  send("pointerup", 400, 300);
  return frames * 1000 / (performance.now() - start);
}"""
OPENED = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now();
}"""


class Size(NamedTuple):
    """How large a catalogue is."""

    units: int
    competencies: int
    concepts: int


NOTHING = "<!doctype html><title>Nothing</title>"
NATIONAL = Size(units=12_000, competencies=5_600, concepts=2_150)


def catalogue(size: Size) -> Catalogue:
    """Build a catalogue; the same size gives the same one."""
    dice = random.Random(1)
    programmes = range(size.units // PER_PROGRAMME)
    areas = range(-(-size.competencies // PER_AREA))
    named = tuple(Area(id=f"a{n}", title=_text(f"Area {n}")) for n in areas)
    steps = (Level(id="knows", title=_text("knows")),)
    schools = range(-(-len(programmes) // PER_INSTITUTION))
    return Catalogue(
        scales=by_id({"miller": Scale(id="miller", title=Text(), levels=steps)}),
        frameworks=by_id(
            {"all": Framework(id="all", title=_text("All"), scale="miller", areas=named)}
        ),
        competencies=by_id({c.id: c for c in _competencies(size, dice)}),
        institutions=by_id(
            {f"i{n}": Institution(id=f"i{n}", title=_text(f"School {n}")) for n in schools}
        ),
        programmes=by_id({p.id: p for p in map(_programme, programmes)}),
        units=by_id({u.id: u for u in _units(size, dice)}),
    )


def _text(words: str) -> Text:
    return Text((("en", words),))


def _competencies(size: Size, dice: random.Random) -> Iterator[Competency]:
    for number in range(size.competencies):
        aligned = number < size.concepts
        target = f"https://elsewhere.example/{number}"
        yield Competency(
            id=f"c{number}",
            title=_text(f"Competency {number} about {dice.randrange(10**6)}"),
            framework="all",
            area=f"a{number // PER_AREA}",
            alignments=(Alignment(relation="close", target=target),) if aligned else (),
        )


def _programme(number: int) -> Programme:
    start = number * PER_PROGRAMME
    places = [
        PlanItem(year=year + 1, units=tuple(f"u{start + year * 20 + n}" for n in range(20)))
        for year in range(3)
    ]
    return Programme(
        id=f"p{number}",
        title=_text(f"Programme {number}"),
        institution=f"i{number // PER_INSTITUTION}",
        plan=tuple(places),
    )


def _units(size: Size, dice: random.Random) -> Iterator[Unit]:
    for number in range(size.units):
        start = number // PER_PROGRAMME * PER_PROGRAMME
        before = Needs(f"u{dice.randrange(start, number)}") if number % 4 and number > start else ()
        made = Contribution(competency=f"c{dice.randrange(size.competencies)}", level=LEVEL)
        yield Unit(
            id=f"u{number}",
            title=_text(f"Unit {number} on {dice.randrange(10**6)}"),
            institution=f"i{number // PER_PROGRAMME // PER_INSTITUTION}",
            unit_kind="course",
            requires=AllOf((before,)) if before else NO_REQUISITE,
            outcomes=(Outcome(id="o", contributions=(made,)),) if number % 5 == 0 else (),
        )


def opened(pages: Pages, file: Path, times: int) -> str:
    """Open a page several times; say the shortest and the median of how long it took."""
    found = []
    for _ in range(times):
        found.append(pages.open(file, width=1440, height=900).evaluate(OPENED) / 1000)
        pages.close()
    return f"{min(found):.2f} s at best, {median(found):.2f} s as a rule"


def moved(page: Page) -> Iterator[str]:
    """Move the page; give what was measured beside what is wanted."""
    yield f"as opened: {page.evaluate(FRAMES, 2):.0f} frames a second (wanted: at least 50)"
    page.click("#unfold-all")
    page.wait_for_timeout(1000)
    yield f"all unfolded: {page.evaluate(FRAMES, 2):.0f} frames a second"
    for _ in range(6):
        page.click("#closer")
    page.wait_for_timeout(500)
    yield f"all unfolded and closer: {page.evaluate(FRAMES, 2):.0f} frames a second"


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="share of the things")
    parser.add_argument("--times", type=int, default=7, help="how often the page is opened")
    asked = parser.parse_args()
    size = Size(*(int(each * asked.share) // PER_PROGRAMME * PER_PROGRAMME for each in NATIONAL))
    made = catalogue(size)
    graph = build(made)
    print(f"{len(graph):,} things, {graph.number_of_edges():,} links")
    start = time.perf_counter()
    ((_, html),) = graph_pages(Site(made), "en")
    print(f"made in {time.perf_counter() - start:.2f} s, {len(html.encode()) / 1e6:.2f} MB")
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        file, blank = Path(folder) / "graph.html", Path(folder) / "blank.html"
        file.write_text(html, encoding="utf-8", newline="")
        blank.write_text(NOTHING, encoding="utf-8")
        pages = Pages(browser)
        print(f"open: {opened(pages, file, asked.times)} (wanted: at most 1)")
        print(f"  a page with nothing in it: {opened(pages, blank, asked.times)}")
        for line in moved(pages.open(file, width=1440, height=900)):
            print(line)
        pages.close()


if __name__ == "__main__":
    main()
