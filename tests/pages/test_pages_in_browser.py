"""The pages in a real browser: watched, by keyboard, on a phone, in light and dark, on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import axe
from curriculum_map.pages.network import network_page
from curriculum_map.pages.report import report
from shown import medicine

PHONE, DESK = 390, 1440
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    folder = tmp_path_factory.mktemp("exports")
    pages = {"index": report(medicine()), "graph": network_page(medicine())}
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8", newline="")
    return {name: folder / f"{name}.html" for name in pages}


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus, as somebody without a mouse does."""
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}.")


def visible(page: Page, kind: str) -> list[str]:
    lines = page.locator(f'[data-programme="medicine"] [data-line="{kind}"]:visible')
    return [str(code) for code in lines.evaluate_all("all => all.map(x => x.dataset.code)")]


@pytest.mark.parametrize("name", ["index", "graph"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_page_breaks_no_rule_in_light_and_dark_and_never_scrolls_sideways(
    open_page: Open, built, name, width
):
    page = open_page(built[name], width=width)
    for closed in page.locator("details").all():
        closed.evaluate("it => { it.open = true }")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert axe(page) == [], scheme
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_filters_work_by_keyboard_and_say_what_is_left(open_page: Open, built):
    page = open_page(built["index"])
    everything = ["not-assessed", "absent", "met", "elective-only", "below", "below"]
    assert sorted(visible(page, "row")) == sorted(everything)
    tab_to(page, "#filter-text")
    page.keyboard.type("STATISTICS")
    assert visible(page, "row") == ["below"]
    expect(page.locator("#filter-shown")).to_have_text(
        "1 competency rows and 2 findings are shown."
    )
    tab_to(page, "#filter-gaps")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    tab_to(page, "#filter-gaps")
    page.keyboard.press("Space")
    assert "met" not in visible(page, "row")
    assert len(visible(page, "row")) == 5


def test_a_kind_of_gap_and_a_programme_can_be_chosen_and_everything_comes_back(
    open_page: Open, built
):
    page = open_page(built["index"])
    page.select_option("#filter-code", "elective-only")
    assert visible(page, "row") == visible(page, "finding") == ["elective-only"]
    expect(page.locator('[data-programme="bootcamp"] .nothing:visible')).to_have_count(2)
    page.select_option("#filter-code", "")
    page.select_option("#filter-programme", "bootcamp")
    expect(page.locator('[data-programme="medicine"]')).to_be_hidden()
    page.locator("#filters button[type=reset]").click()
    expect(page.locator('[data-programme="medicine"]')).to_be_visible()
    assert len(visible(page, "row")) == 6


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_what_is_behind_a_cell_opens_and_closes_by_keyboard(open_page: Open, built, width):
    page = open_page(built["index"], width=width)
    cell = '[href="#trace/medicine/eHealth/theme"]'
    tab_to(page, cell)
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="eHealth")
    expect(dialog).to_be_visible()
    for words in (
        "Uses eHealth.",
        "2: knows how assumed",
        "suggested",
        "no assessment tests it",
        "an eHealth lecture and assignment",
        "the coordinator",
        "engaged with eHealth",
        "The assignment is not described.",
        "Annual report",
        "curricula/sample.yaml:",
    ):
        expect(dialog).to_contain_text(words)
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator(cell)).to_be_focused()


def test_a_heat_map_scrolls_in_its_own_box_by_keyboard_and_keeps_the_names_in_sight(
    open_page: Open, built
):
    page = open_page(built["index"], width=PHONE)
    box = page.get_by_role("region", name="Medicine Competencies and units")
    expect(box).to_have_attribute("tabindex", "0")
    box.focus()
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    # Waiting for a condition inside the page would need to evaluate text, which the page forbids.
    for _ in range(200):
        if box.evaluate("each => each.scrollLeft") > 100:
            break
        page.wait_for_timeout(20)
    assert box.evaluate("each => each.scrollLeft") > 100
    left = box.bounding_box()
    name = box.locator("tbody th[scope=row]").first.bounding_box()
    assert left is not None
    assert name is not None
    assert abs(name["x"] - left["x"]) < 2
    assert name["width"] < PHONE / 2


def test_without_javascript_everything_can_be_read_and_a_level_leads_to_its_reasons(
    browser: Browser, built
):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(built["index"].as_uri())
    expect(page.locator("#filters")).to_be_hidden()
    page.locator('[href="#trace/medicine/eHealth/theme"]').click()
    expect(page.locator('[id="trace/medicine/eHealth/theme"]')).to_be_visible()
    page.goto(built["graph"].as_uri())
    expect(page.locator("#things tbody tr:visible")).to_have_count(
        len(medicine().units) + len(medicine().competencies) + 8
    )
    context.close()


def test_a_report_prints_on_a4_within_the_sheet_and_without_what_paper_cannot_do(
    open_page: Open, built
):
    between_margins = 688  # 182 mm in CSS pixels
    page = open_page(built["index"], width=between_margins)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") == between_margins
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator(".heatmap").first).to_be_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_thing_of_the_graph_is_found_and_followed_by_keyboard(open_page: Open, built):
    page = open_page(built["graph"])
    tab_to(page, "#find")
    page.keyboard.type("medic")
    expect(page.locator("#found")).to_have_text("1 things fit.")
    page.keyboard.press("Enter")
    expect(page.locator("#details-title")).to_be_focused()
    expect(page.locator("#details .chosen")).to_have_text("Medicine")
    tab_to(page, "#details button")
    page.keyboard.press("Enter")
    expect(page.locator("#details .chosen")).to_have_text("School")
    tab_to(page, "#picture")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("+")


def test_a_search_that_finds_nothing_says_so(open_page: Open, built):
    page = open_page(built["graph"])
    page.fill("#find", "astrology")
    expect(page.locator("#found")).to_have_text("Nothing is called that.")


def test_kinds_and_relations_can_be_left_out_of_picture_and_tables(open_page: Open, built):
    page = open_page(built["graph"])
    units = page.locator('#things tr[data-kind="unit"]:visible')
    expect(units).to_have_count(len(medicine().units))
    page.uncheck('input[name="kind"][value="unit"]')
    expect(units).to_have_count(0)
    expect(page.locator('#links tr[data-kind="teaches"]:visible')).to_have_count(0)
    page.check('input[name="kind"][value="unit"]')
    page.uncheck('input[name="relation"][value="teaches"]')
    expect(page.locator('#links tr[data-kind="teaches"]:visible')).to_have_count(0)
    expect(page.locator('#links tr[data-kind="plans"]:visible')).to_have_count(6)


def test_a_row_of_the_table_shows_its_thing_in_the_picture(open_page: Open, built):
    page = open_page(built["graph"], width=PHONE)
    page.get_by_role("button", name="Show Statistics").click()
    expect(page.locator("#details .chosen")).to_have_text("Statistics")
    expect(page.locator("#details")).to_contain_text("requires Privacy")


def test_a_thing_of_a_kind_that_is_left_out_is_shown_once_it_is_chosen(open_page: Open, built):
    page = open_page(built["graph"])
    expect(page.locator('input[value="concept"]')).not_to_be_checked()
    page.fill("#find", "eHealth use")
    page.locator("#hits button").click()
    expect(page.locator("#details .chosen")).to_have_text("eHealth use")
    expect(page.locator("#details")).to_contain_text("Ehealth is aligned with")


def test_the_picture_is_painted_at_the_places_that_were_worked_out(open_page: Open, built):
    page = open_page(built["graph"], width=DESK)
    painted = page.evaluate(
        """() => {
          const canvas = document.querySelector('#picture canvas');
          const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          return new Set(pixels.data).size;
        }"""
    )
    assert painted > 10
