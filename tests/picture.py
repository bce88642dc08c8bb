"""Takes the picture of the README: `python tests/picture.py PAGE PROGRAMME FILE`."""

from __future__ import annotations

import sys
from pathlib import Path

from browser import Pages, launched

WIDTH, HEIGHT = 1280, 1400


def main(page: Path, programme: str, to: Path) -> None:
    """Show the section of a programme as a reader sees it first, without what is folded away."""
    with launched() as browser:
        pages = Pages(browser)
        shown = pages.open(page.resolve(), width=WIDTH, height=HEIGHT)
        section = shown.locator(f'section[data-programme="{programme}"] h3 >> nth=0')
        shown.emulate_media(reduced_motion="reduce")
        section.evaluate("section => section.scrollIntoView()")
        shown.wait_for_timeout(500)
        shown.screenshot(path=to)
        pages.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
