"""The page of the graph alone in a real browser: by keyboard, on a phone, in light and dark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import wrong
from curriculum_map.pages.network import network_page
from shown import medicine

PHONE, DESK = 390, 1440
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("network") / "graph.html"
    file.write_text(network_page(medicine()), encoding="utf-8", newline="")
    return file


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus, as somebody without a mouse does."""
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}.")


def test_the_page_breaks_no_rule_in_light_and_dark_and_never_scrolls_sideways(
    open_page: Open, network
):
    assert wrong(open_page(network)) == []


def test_without_javascript_everything_can_be_read(browser: Browser, network):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(network.as_uri())
    expect(page.locator("#things tbody tr:visible")).to_have_count(
        len(medicine().units) + len(medicine().competencies) + 8
    )
    context.close()


def test_a_thing_of_the_graph_is_found_and_followed_by_keyboard(open_page: Open, network):
    page = open_page(network)
    tab_to(page, "#find")
    page.keyboard.type("medic")
    expect(page.locator("#found")).to_have_text("Found: 1.")
    page.keyboard.press("Enter")
    expect(page.locator("#details-title")).to_be_focused()
    expect(page.locator("#details .chosen")).to_have_text("Medicine")
    tab_to(page, "#details button")
    page.keyboard.press("Enter")
    expect(page.locator("#details .chosen")).to_have_text("School")
    tab_to(page, "#picture")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("+")


def test_a_search_that_finds_nothing_says_so(open_page: Open, network):
    page = open_page(network)
    page.fill("#find", "astrology")
    expect(page.locator("#found")).to_have_text("Nothing is called that.")


def test_kinds_and_relations_can_be_left_out_of_picture_and_tables(open_page: Open, network):
    page = open_page(network)
    units = page.locator('#things tr[data-kind="unit"]:visible')
    expect(units).to_have_count(len(medicine().units))
    page.uncheck('input[name="kind"][value="unit"]')
    expect(units).to_have_count(0)
    expect(page.locator('#links tr[data-kind="teaches"]:visible')).to_have_count(0)
    page.check('input[name="kind"][value="unit"]')
    page.uncheck('input[name="relation"][value="teaches"]')
    expect(page.locator('#links tr[data-kind="teaches"]:visible')).to_have_count(0)
    expect(page.locator('#links tr[data-kind="plans"]:visible')).to_have_count(6)


def test_a_row_of_the_table_shows_its_thing_in_the_picture(open_page: Open, network):
    page = open_page(network, width=PHONE)
    page.get_by_role("button", name="Show Statistics").click()
    expect(page.locator("#details .chosen")).to_have_text("Statistics")
    expect(page.locator("#details")).to_contain_text("requires Privacy")


def test_a_thing_of_a_kind_that_is_left_out_is_shown_once_it_is_chosen(open_page: Open, network):
    page = open_page(network)
    expect(page.locator('input[value="concept"]')).not_to_be_checked()
    page.fill("#find", "eHealth use")
    page.locator("#hits button").click()
    expect(page.locator("#details .chosen")).to_have_text("eHealth use")
    expect(page.locator("#details")).to_contain_text("Ehealth is aligned with")


def test_the_picture_is_painted_at_the_places_that_were_worked_out(open_page: Open, network):
    page = open_page(network, width=DESK)
    painted = page.evaluate(
        """() => {
          const canvas = document.querySelector('#picture canvas');
          const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          return new Set(pixels.data).size;
        }"""
    )
    assert painted > 10
