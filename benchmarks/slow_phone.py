"""A browser as slow as a phone, for benchmarks of pages.

The main thread of a page is throttled and keeps a processor of its own; the rest of the browser
and the program that measures have the others, as on a phone, which has several. Throttling counts
by the clock how long a thread ran, so that it mistakes the turns of others on the same processor
for those of the thread: while the overview arrived on a machine with two processors, a loop that a
factor of four should slow down by four took 4.0 times as long with processors set apart and 2.9
times without, and yet pages were ready later. Other work on the machine may still get in between.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession, Page

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from browser import launched  # noqa: E402 - the tests are no package


class Phone(NamedTuple):
    """What pages are opened with.

    Attributes:
        browser: A browser that runs.
        throttle: How many times slower the main threads of its pages are.
        free: The number of the processor that is left to these threads; None where they share
            all with the rest of the browser.
    """

    browser: Browser
    throttle: float
    free: int | None


@contextmanager
def slow_phone(throttle: float) -> Iterator[Phone]:
    """Run a headless Chromium for as long as the block lasts; says if nothing can be set apart."""
    free = _keep_one_free()
    with launched() as browser:
        yield Phone(browser, throttle, free)


def opened(phone: Phone, script: str = "") -> tuple[Page, CDPSession]:
    """Open an empty page, 390 by 844 pixels, in a fresh profile.

    Args:
        phone: What to open it with.
        script: What runs before anything else on every page that is opened from here.
    """
    page = phone.browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.add_init_script(script)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": phone.throttle})
    return page, session


def set_apart(phone: Phone) -> None:
    """Move the main threads of pages to their processor.

    To be done once a page of the site that is measured is there: a page of another site has
    another process. Threads that such a process runs already stay where they are.
    """
    if sys.platform != "linux" or phone.free is None:
        return
    session = phone.browser.new_browser_cdp_session()
    for process in session.send("SystemInfo.getProcessInfo")["processInfo"]:
        if process["type"] == "renderer":
            os.sched_setaffinity(process["id"], {phone.free})
    session.detach()


def _keep_one_free() -> int | None:
    """Use all processors but one, here and in all that is started from here; give its number."""
    if sys.platform != "linux" or len(usable := os.sched_getaffinity(0)) == 1:
        print("pages share a processor with the rest of the browser: throttling is not exact")
        return None
    free = max(usable)
    os.sched_setaffinity(0, usable - {free})
    return free
