"""A long page in a real browser: what is not laid out yet is found, and headings stay in sight."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sample import catalogue, competency, item, profile, programme, teaches, unit
from shown import site_of

PHONE, DESK = 390, 1440
Open = Callable[..., Page]
SEEN_WHOLE = """() => {
  const at = document.activeElement, box = at.getClientRects()[0];
  const corners = [[box.left + 2, box.top + 2], [box.right - 2, box.bottom - 2]];
  return corners.every(([x, y]) => at.contains(document.elementFromPoint(x, y)));
}"""


@pytest.fixture(scope="module")
def long_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of a programme with more rows and findings than fit into a window."""
    names = [f"competency-{number}" for number in range(40)]
    built = catalogue(
        *(competency(name) for name in names),
        *(unit(f"unit-{name}", teaches(name, 1)) for name in names),
        profile("everything", **dict.fromkeys(names, 2)),
        programme("course", item(*(f"unit-{name}" for name in names)), aims="everything"),
    )
    file = tmp_path_factory.mktemp("long") / "course.html"
    file.write_text(site_of(built)["en/programme/course.html"], encoding="utf-8")
    return file


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_link_into_a_long_page_leads_to_its_place_though_nothing_between_was_seen(
    open_page: Open, long_page, width
):
    page = open_page(long_page, width=width)
    for target in ("#cure", "#order", "#trace"):
        page.locator(f'.contents a[href="{target}"]').click()
        expect(page.locator(target)).to_be_in_viewport(ratio=1)
        page.goto("about:blank")
        page.goto(long_page.as_uri() + target)
        expect(page.locator(target)).to_be_in_viewport(ratio=1)
        page.goto("about:blank")
        page.goto(long_page.as_uri())


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_headings_of_a_long_heat_map_stay_in_sight(open_page: Open, long_page, width):
    page = open_page(long_page, width=width)
    box = page.get_by_role("region", name="Competencies and units Everything")
    box.evaluate("each => each.scrollIntoView()")
    heading, top = box.locator("th.unit").first, box.bounding_box()
    before = heading.bounding_box()
    box.evaluate("each => { each.scrollTop = 800; }")
    assert heading.bounding_box() == before
    assert top is not None
    assert top["height"] <= 800
    expect(box.locator("tbody th[scope=row]").first).not_to_be_in_viewport()
    page.emulate_media(media="print")
    assert box.evaluate("each => each.scrollHeight === each.clientHeight")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_in_a_heat_map_hides_what_the_keyboard_is_at(open_page: Open, long_page, width):
    page = open_page(long_page, width=width)
    page.get_by_role("region", name="Competencies and units Everything").focus()
    for key in ["Tab"] * 25 + ["Shift+Tab"] * 24:
        page.keyboard.press(key)
        assert page.evaluate(SEEN_WHOLE), page.evaluate("document.activeElement.outerHTML")


MANY = 23


@pytest.fixture(scope="module")
def overview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the overview of more programmes than fit into a window."""
    names = [f"course-{number}" for number in range(MANY)]
    built = catalogue(
        unit("basics", teaches("vis", 1)),
        profile("clinician", vis=2),
        *(programme(name, item("basics"), aims="clinician") for name in names),
    )
    file = tmp_path_factory.mktemp("overview") / "index.html"
    file.write_text(site_of(built)["en/index.html"], encoding="utf-8")
    return file


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_all_programmes_of_a_long_overview_are_there_soon_and_at_once_for_who_comes_back(
    open_page: Open, overview, width
):
    page = open_page(overview, width=width)
    lines = page.locator("[data-line=programme]:visible")
    expect(lines).to_have_count(MANY)
    expect(page.locator(".unfinished, .later")).to_have_count(0)
    page.get_by_role("link", name="Course 20").scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    page.reload()
    expect(lines).to_have_count(MANY)
    assert page.evaluate("scrollY") == pytest.approx(place, abs=50)
    page.fill("[name=text]", "course 22")
    expect(lines).to_have_count(1)
    page.reload()
    expect(lines).to_have_count(1)
    page.locator("button[type=reset]").click()
    expect(lines).to_have_count(MANY)


def test_a_long_overview_is_whole_on_paper_and_without_javascript(browser: Browser, overview):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(overview.as_uri())
    lines = page.locator("[data-line=programme]:visible")
    expect(lines).to_have_count(MANY)
    page.emulate_media(media="print")
    expect(lines).to_have_count(MANY)
    context.close()
