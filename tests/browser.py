"""Pages in a real browser, watched: what a page must not do becomes a complaint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Error,
    Page,
    Route,
    WebSocketRoute,
    sync_playwright,
)

import programs

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # What no event reports (preconnect, prefetch of names) finds no host either.
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
INSIDE = frozenset({"file", "data", "blob", "about"})
LOOKS = (
    "color-contrast",
    "link-in-text-block",
    "meta-viewport",
    "scrollable-region-focusable",
    "target-size",
)
"""The rules of axe-core whose answer may differ between colours, and between sizes of a window."""
SEEN = tuple(product(("light", "dark"), (390, 1440)))
"""The colours and widths in which a page is looked at: on a phone and on a desk."""
LAY_OUT = """() => {
  for (const part of document.querySelectorAll("section, footer"))
    part.style.contentVisibility = "visible";
}"""
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


@contextmanager
def launched() -> Iterator[Browser]:
    """Run the Chromium of this machine without a window, for as long as the block lasts.

    Raises:
        NoProgram: If there is none; the message says what to install.
    """
    path = programs.find("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, headless=True, chromium_sandbox=False, args=list(FLAGS)
        )
        with closing(browser):
            yield browser


class Pages:
    """Opens pages side by side and writes down what they should not have done.

    Attributes:
        complaints: One line each, in the order of happening: a request that leaves the
            page (it is also stopped), an error or warning on the console, an
            error nobody caught, a dialog (it is also dismissed).
    """

    def __init__(self, browser: Browser) -> None:
        self.complaints: list[str] = []
        self._browser = browser
        self._contexts: list[BrowserContext] = []

    def open(self, file: Path, *, width: int = 1280, height: int = 800) -> Page:
        """Open a file in a window of this size in CSS pixels, in a fresh profile of its own."""
        context = self._browser.new_context(
            viewport={"width": width, "height": height}, service_workers="block"
        )
        self._contexts.append(context)
        context.route("**/*", self._route)
        context.route_web_socket("**/*", self._web_socket)
        context.on("console", self._console)
        context.on("weberror", lambda error: self._page_error(error.error))
        context.on("dialog", self._dialog)
        page = context.new_page()
        page.goto(file.resolve().as_uri())
        return page

    def close(self) -> None:
        """Close every page opened here, after what they still had under way."""
        for context in self._contexts:
            for page in context.pages:
                page.wait_for_load_state()
            context.close()
        self._contexts.clear()

    def _route(self, route: Route) -> None:
        if urlsplit(route.request.url).scheme in INSIDE:
            route.continue_()
            return
        self.complaints.append(f"asks for {route.request.url}")
        route.abort()

    def _web_socket(self, socket: WebSocketRoute) -> None:
        self.complaints.append(f"asks for {socket.url}")
        socket.close()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning", "assert"}:
            self.complaints.append(f"console {message.type}: {message.text}")

    def _dialog(self, dialog: Dialog) -> None:
        self.complaints.append(f"{dialog.type}: {dialog.message}")
        dialog.dismiss()

    def _page_error(self, error: Error) -> None:
        self.complaints.append(f"page error: {error.message}")


def axe(page: Page, *, only: Sequence[str] = ()) -> list[str]:
    """Name what breaks WCAG 2.2 A and AA on the page as it stands now, as far as axe-core can tell.

    Args:
        page: A page that is open.
        only: Names of rules, if not all are to be applied.

    Returns:
        One line per element and rule, sorted: the rule, how bad it is, what is
        wanted, and the element. Empty when nothing is wrong.
    """
    asked = (
        {"type": "rule", "values": list(only)} if only else {"type": "tag", "values": list(WCAG)}
    )
    options = {
        "runOnly": asked,
        # Carries the tag wcag22aa, and is off unless asked for by name.
        "rules": {"target-size": {"enabled": True}},
        "resultTypes": ["violations"],
    }
    # Where a part is not laid out yet, its content has a place that it will not have when seen.
    page.evaluate(LAY_OUT)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return sorted(
        f"{rule['id']} ({rule['impact']}): {rule['help']}: {node['html']}"
        for rule in found
        for node in rule["nodes"]
    )


def wrong(page: Page) -> list[str]:
    """Name what is wrong with a page as it stands now, in each of the ways it is `SEEN`.

    The first of them tries every rule, the others those whose answer may differ. The page is left
    as the last of them shows it.

    Returns:
        One line for each rule that is broken, as `axe` has it, and for each width at which the
        page can be scrolled sideways. Empty when nothing is wrong.
    """
    found = []
    for scheme, width in SEEN:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        rules = () if (scheme, width) == SEEN[0] else LOOKS
        found += [f"{scheme}, {width} px: {each}" for each in axe(page, only=rules)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{width} px: scrolls sideways")
    return found
