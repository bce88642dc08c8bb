"""Reload, the back button and a link keep what somebody chose, on every page that filters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from curriculum_map.pages.every_page import site
from shown import medicine

Open = Callable[..., Page]
FILTERED = {
    "index.html": ("medic", "[data-line=programme]:visible", "th a"),
    "competencies.html": ("stat", "[data-line]:visible", "th a:visible"),
    "programme/medicine.html": (
        "stat",
        ".heatmap [data-line=row]:visible",
        ".heatmap th a:visible",
    ),
}
"""For each page: what is typed, the lines of which one is left, and a link that leads away."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the pages of the sample."""
    root = tmp_path_factory.mktemp("site")
    for name, content in site(medicine(), {}):
        if isinstance(content, str) and name.endswith(".html"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(content, encoding="utf-8", newline="")
    return root


@pytest.mark.parametrize("kind", FILTERED)
def test_a_filter_outlives_reload_another_page_another_language_and_a_link(
    open_page: Open, folder, kind
):
    typed, lines, away = FILTERED[kind]
    page = open_page(folder / "en" / kind)

    def is_kept() -> None:
        expect(page.locator("input[name=text]")).to_have_value(typed)
        expect(page.locator(lines)).to_have_count(1)

    page.fill("input[name=text]", typed)
    is_kept()
    page.reload()
    is_kept()
    left = page.url
    page.locator(away).first.click()
    page.wait_for_url(lambda address: address != left)
    page.go_back()
    is_kept()
    page.get_by_role("link", name="Nederlands").click()
    page.wait_for_url(f"**/nl/{kind}?text={typed}")
    is_kept()
    page.go_back()
    is_kept()
    page.goto("about:blank")
    page.goto(left)
    is_kept()


@pytest.mark.parametrize("kind", FILTERED)
def test_a_step_back_on_the_same_page_brings_back_what_was_chosen_there(
    open_page: Open, folder, kind
):
    typed, lines, _ = FILTERED[kind]
    page = open_page(folder / "en" / kind)
    every = page.locator(lines).count()
    page.fill("input[name=text]", typed)
    page.evaluate("location.hash = 'content'")
    page.fill("input[name=text]", "")
    expect(page.locator(lines)).to_have_count(every)
    page.go_back()
    expect(page.locator("input[name=text]")).to_have_value(typed)
    expect(page.locator(lines)).to_have_count(1)
    page.go_forward()
    expect(page.locator("input[name=text]")).to_have_value("")
    expect(page.locator(lines)).to_have_count(every)


def test_a_link_to_what_is_behind_a_level_leads_there(open_page: Open, folder):
    page = open_page(folder / "en" / "programme" / "medicine.html")
    address = f"{page.url}#trace/medicine/eHealth/theme"
    page.goto("about:blank")
    page.goto(address)
    behind = page.locator('[id="trace/medicine/eHealth/theme"]')
    expect(behind).to_be_in_viewport()
    expect(behind.locator("dl").first).to_be_visible()
    page.reload()
    expect(behind.locator("dl").first).to_be_visible()
    page.goto("about:blank")
    page.go_back()
    expect(behind.locator("dl").first).to_be_visible()


def test_back_to_a_place_on_the_same_page_unfolds_it_again(open_page: Open, folder):
    page = open_page(folder / "en" / "programme" / "medicine.html")
    page.evaluate("location.hash = 'trace/medicine/eHealth/theme'")
    around = page.locator("details", has=page.locator('[id="trace/medicine/eHealth/theme"]'))
    expect(around).to_have_attribute("open", "")
    around.locator("summary").click()
    expect(around).not_to_have_attribute("open", "")
    page.locator(".contents a").first.click()
    page.go_back()
    expect(around).to_have_attribute("open", "")
