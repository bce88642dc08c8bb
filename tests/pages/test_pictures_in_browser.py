"""Names in pictures stay where they belong, however long they are, in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from curriculum_map.model import Catalogue
from curriculum_map.pages.every_page import site
from sample import catalogue, competency, item, pre, profile, programme, teaches, text, unit

Open = Callable[..., Page]
LONG = (
    "Samenwerken aan gezondheidsgegevens zonder ze met andere instellingen te hoeven delen",
    "WWWWWWWW MMMMMMMM WWWWWWWW MMMMMMMM WWWWWWWW",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
)
OUTSIDE = """(boxes) => boxes
  .map((box) => {
    const around = box.closest("foreignObject").getBoundingClientRect();
    const lines = document.createRange();
    lines.selectNodeContents(box);
    const wide = [...lines.getClientRects()].some(
      (line) => line.left < around.left || line.right > around.right,
    );
    const { top, bottom } = box.firstElementChild.getBoundingClientRect();
    return wide || top < around.top || bottom > around.bottom ? box.textContent : "";
  })
  .filter(Boolean)"""
CUT = """(texts) => texts
  .filter((each) => {
    const inside = each.getBoundingClientRect();
    const sheet = each.ownerSVGElement.getBoundingClientRect();
    return ["left", "top"].some((side) => inside[side] < sheet[side])
      || ["right", "bottom"].some((side) => inside[side] > sheet[side]);
  })
  .map((each) => each.textContent)"""


def long_winded() -> Catalogue:
    """Build a programme of things with long titles that hang together in every way there is."""
    first, second, third = map(text, LONG)
    return catalogue(
        competency("part", title=first),
        competency("base", title=second),
        competency("whole", "part", title=third, requires={"base": 1}),
        competency("further", title=first, requires={"whole": 1}),
        unit("begin", teaches("base", 2), teaches("whole", 1), title=second, hours=10),
        unit("end", teaches("further", 2), title=third, requires=pre("begin"), hours=10),
        profile("long", base=2, whole=1, further=2),
        programme("medicine", item("begin", "end"), aims="long", title=second),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    for name, content in site(long_winded()):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def outside(page: Page) -> Iterable[str]:
    boxes = page.locator(".within")
    expect(boxes).not_to_have_count(0)
    return boxes.evaluate_all(OUTSIDE)


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_around_a_competency_every_title_stays_in_its_box(open_page: Open, folder, language, width):
    page = open_page(folder / language / "competency" / "whole.html", width=width)
    page.locator(".around").scroll_into_view_if_needed()
    expect(page.locator(".around .within")).to_have_count(5)
    assert outside(page) == []


@pytest.mark.parametrize("width", [390, 1440])
def test_in_the_picture_of_a_path_every_title_stays_in_its_box(open_page: Open, folder, width):
    page = open_page(folder / "nl" / "path.html", width=width)
    page.select_option("#to-profile", "long")
    page.click("#show")
    expect(page.locator("#picture .within")).to_have_count(2, timeout=30_000)
    assert outside(page) == []
    assert page.locator("#picture bdi").evaluate_all("all => all.map(x => x.lang)") == ["en", "en"]


def test_a_heat_map_that_is_saved_as_a_picture_shows_all_it_says(open_page: Open, folder):
    page = open_page(folder / "en" / "programme" / "medicine.html")
    with page.expect_download() as waiting:
        page.locator("[data-save=svg]").click()
    file = folder / "drawn.svg"
    waiting.value.save_as(file)
    drawn = open_page(file)
    texts = drawn.locator("text")
    expect(texts).not_to_have_count(0)
    assert texts.evaluate_all(CUT) == []
    columns = drawn.locator("text[transform]").evaluate_all("all => all.map(x => x.textContent)")
    assert columns[-1].startswith("Donaudampf")
    assert columns[-1].endswith("…")
