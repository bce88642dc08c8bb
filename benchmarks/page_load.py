"""What a reader waits for at each kind of page of the shipped project, on a slow phone.

Pages are opened from files in a headless Chromium, 390 by 844 pixels, their main threads throttled
by four unless told otherwise, see `slow_phone`; by somebody who comes from an empty page of the
same site, so that the browser itself has started. A page is ready when it was painted, its scripts
have run and its last long task is over, that is when 0.8 s without another one have gone by. Then
something on it is clicked with the mouse, and it has answered when the next frame was made. Judged
is the median of both together, by the clock; where it is more than a second, the program ends
with 1. Coming to what is clicked, where it is not in sight, is told beside it and not judged.
Needs what the tests need.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import CDPSession, Page

from curriculum_map.formats.project import load
from curriculum_map.pages.every_page import site
from slow_phone import ROOT, Phone, opened, set_apart, slow_phone

LIMIT = 1000
KINDS: Mapping[str, str] = {
    "index.html": ".tick-column input",
    "programme/medicine.html": "input[name=gaps]",
    "programme/data-steward-curriculum.html": "input[name=gaps]",
    "competencies.html": "input[type=checkbox]",
    "competency/clin.ai-fundamentals.html": "h1",
    "graph.html": "#closer",
    "path.html": "#show",
    "data.html": "h1",
}
"""Each kind of page, and what is clicked on it; of programmes an ordinary and the largest one."""

WATCH = """
  window.tasks = [];
  window.answer = 0;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push(startTime + duration);
  }).observe({ type: "longtask", buffered: true });
  addEventListener("click", ({ timeStamp }) => {
    requestAnimationFrame(() => setTimeout(() => { answer = performance.now() - timeStamp; }));
  }, true);
"""
READY = """() => {
  const [{ domContentLoadedEventEnd }] = performance.getEntriesByType("navigation");
  const [{ startTime }] = performance.getEntriesByName("first-contentful-paint");
  const ready = Math.max(domContentLoadedEventEnd, startTime, ...tasks);
  return [ready, performance.now() - ready];
}"""
QUIET = 800


class Waiting(NamedTuple):
    """What somebody waits for, in milliseconds.

    Attributes:
        ready: Until nothing more is going on, by the clock.
        answer: From a click until the next frame was made, by the clock.
        busy: CPU time of the page's main thread for both.
        scroll: The same for coming to what is clicked, where it is not in sight.
    """

    ready: float
    answer: float
    busy: float
    scroll: float

    @property
    def whole(self) -> float:
        """Until a click is answered."""
        return self.ready + self.answer


def waited(phone: Phone, site_address: str, kind: str) -> Waiting:
    """Open a page in a fresh profile, and click on it."""
    page, session = opened(phone, WATCH)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(f"{site_address}/empty.html")
    set_apart(phone)
    before = _busy(session)
    page.goto(f"{site_address}/en/{kind}")
    ready, loaded = _ready(page), _busy(session)
    control = page.locator(KINDS[kind]).locator("visible=true").first
    control.scroll_into_view_if_needed()
    page.wait_for_timeout(QUIET)
    scrolled = _busy(session)
    # A button that says it can do nothing yet answers as well.
    control.click(force=True)
    while not (answer := page.evaluate("answer")):
        page.wait_for_timeout(20)
    busy = loaded - before + _busy(session) - scrolled
    page.context.close()
    return Waiting(ready, answer, busy, scrolled - loaded)


def _ready(page: Page) -> float:
    """Wait until nothing more is going on; give since when."""
    quiet = 0.0
    while quiet < QUIET:
        page.wait_for_timeout(QUIET - quiet)
        ready, quiet = page.evaluate(READY)
    return float(ready)


def _busy(session: CDPSession) -> float:
    found = session.send("Performance.getMetrics")["metrics"]
    return float(sum(1000 * each["value"] for each in found if each["name"] == "TaskDuration"))


def _write(folder: Path) -> None:
    (folder / "empty.html").write_text("<!doctype html><title>Empty</title>", encoding="utf-8")
    for name, content in site(load(ROOT)):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)


def _told(kind: str, rounds: Sequence[Waiting]) -> float:
    """Print what was waited for at a page; give how long it took until a click was answered."""
    whole = sorted(each.whole for each in rounds)
    ready, answer, busy, scroll = map(median, zip(*rounds, strict=True))
    print(f"{kind:40} {median(whole):4.0f} ms, {whole[0]:.0f} to {whole[-1]:.0f}; ", end="")
    print(f"ready in {ready:.0f}, answers in {answer:.0f}; ", end="")
    print(f"busy {busy:.0f}, scrolling {scroll:.0f}", flush=True)
    return median(whole)


def main() -> int:
    """Print what was measured; give 1 if a page takes too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--throttle", type=float, default=4, help="how many times slower")
    parser.add_argument("--rounds", type=int, default=5, help="how often each page is opened")
    asked = parser.parse_args()
    late = 0
    with tempfile.TemporaryDirectory() as folder, slow_phone(asked.throttle) as phone:
        _write(Path(folder))
        address = Path(folder).as_uri()
        for kind in KINDS:
            rounds = [waited(phone, address, kind) for _ in range(asked.rounds)]
            late += _told(kind, rounds) > LIMIT
    return int(late > 0)


if __name__ == "__main__":
    sys.exit(main())
