"""Takes the picture of the README: `python tests/picture.py PAGE FILE`, a programme's page."""

from __future__ import annotations

import sys
from pathlib import Path

from browser import Pages, launched

WIDTH, HEIGHT = 1280, 1240


def main(page: Path, to: Path) -> None:
    """Show the heat map of a programme as a reader sees it first."""
    with launched() as browser:
        pages = Pages(browser)
        shown = pages.open(page.resolve(), width=WIDTH, height=HEIGHT)
        shown.emulate_media(reduced_motion="reduce")
        shown.locator("#heat").evaluate("heading => heading.scrollIntoView()")
        shown.wait_for_timeout(500)
        shown.screenshot(path=to)
        pages.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
