"""A student's way through the page of learning paths, in a real browser, from a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from test_hostile_authors import AUTHORS

from browser import wrong
from curriculum_map.analysis.speech import tenths
from curriculum_map.model import Catalogue, Institution
from curriculum_map.pages.path_page import path_pages
from curriculum_map.pages.path_solver import ADDRESS, solver_script
from curriculum_map.pages.site import Site
from curriculum_map.pages.words import LANGUAGES
from sample import catalogue, pre, profile, teaches, text, titled, unit, works_on
from sample import outcome as outcome_of
from shown import medicine, spoken_by

PHONE, DESK = 390, 1440
PATIENCE, USUAL = 30_000, 5_000
"""Milliseconds to wait for a path on a busy machine, and for anything else."""

Open = Callable[..., Page]


def college() -> Catalogue:
    """Build a college with one short and one long way to models, and nobody to teach law far."""
    return catalogue(
        Institution(id="elsewhere", title=titled("elsewhere")),
        unit("numbers", teaches("charts", 1), hours=28),
        unit("models", teaches("models", 2), requires=pre("numbers"), hours=56),
        unit("long-course", teaches("models", 2), hours=140),
        unit(
            "ethics",
            outcome_of("o", works_on("law", 1, status="suggested")),
            audience=text("Second-year students"),
        ),
        unit("court", teaches("defence", 2), institution="elsewhere", hours=10),
        profile("analyst", charts=1, models=2),
        profile("judge", law=3),
        profile("lawyer", defence=2, law=1),
    )


def write(folder: Path, built: Catalogue, *, solver: bool = True) -> Path:
    """Write the page in every language; give the folder of English."""
    whole = Site(built)
    for language in LANGUAGES:
        (folder / language).mkdir(parents=True)
        for address, page in path_pages(whole, language):
            (folder / language / address).write_text(page, encoding="utf-8", newline="")
    if solver:
        (folder / ADDRESS).write_text(solver_script(), encoding="utf-8", newline="")
    return folder / "en"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("site"), college()) / "path.html"


@pytest.fixture(autouse=True)
def _patience() -> Iterator[None]:
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=USUAL)


def steps(page: Page) -> list[str]:
    """Name the units of the path that is shown, by term."""
    expect(page.locator("#answer")).to_be_visible()
    expect(page.locator("#answer")).not_to_have_attribute("aria-busy", "true")
    boxes = page.locator("#steps input")
    return [str(box.get_attribute("data-done")) for box in boxes.all()]


def asked(page: Page, role: str) -> list[str]:
    page.select_option("#to-profile", role)
    page.click("#show")
    return steps(page)


def tap(page: Page, selector: str) -> None:
    """Touch an element with a finger, where it is."""
    target = page.locator(selector)
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    finger = page.context.new_cdp_session(page)
    finger.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [place]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def tab_to(page: Page, selector: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}.")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_student_gets_a_path_and_ticks_it_off(open_page: Open, file, width):
    page = open_page(file, width=width)
    assert asked(page, "analyst") == ["numbers", "models"]
    expect(page.locator("#verdict")).to_have_text(
        "The shortest way: 2 units; 84 h; 2 terms. No other takes less, and none as short is"
        " finished sooner."
    )
    expect(page.locator("#path-your")).to_be_focused()
    page.click('#steps [data-done="numbers"]')
    expect(page.locator("#verdict")).to_contain_text("1 unit; 56 h; 1 term")
    assert steps(page) == ["models"]
    expect(page.locator("#progress")).to_have_text("1 of 2 goals reached")
    page.click('#steps [data-done="models"]')
    expect(page.locator("#verdict")).to_have_text("You are there already.")
    expect(page.locator("#progress")).to_have_text("2 of 2 goals reached")


def test_with_one_thumb_on_a_phone(open_page: Open, file):
    page = open_page(file, width=PHONE, height=844)
    page.select_option("#to-profile", "analyst")
    tap(page, "#show")
    assert steps(page) == ["numbers", "models"]
    expect(page.locator("#path-your")).to_be_in_viewport()
    tap(page, '#steps [data-done="numbers"]')
    expect(page.locator("#verdict")).to_contain_text("1 unit; 56 h; 1 term")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_by_keyboard_alone(open_page: Open, file, width):
    page = open_page(file, width=width)
    tab_to(page, "#to-profile")
    page.keyboard.type("An")
    expect(page.locator("#goals")).to_contain_text("Analyst")
    tab_to(page, "#units [data-done='numbers']")
    page.keyboard.press("Space")
    tab_to(page, "#show")
    page.keyboard.press("Enter")
    assert steps(page) == ["models"]
    expect(page.locator("#path-your")).to_be_focused()
    tab_to(page, "#steps input")
    page.keyboard.press("Space")
    expect(page.locator("#verdict")).to_have_text("You are there already.")
    expect(page.locator("#path-your")).to_be_focused()


def test_reload_keeps_what_was_said_and_back_takes_it_back(open_page: Open, file):
    page = open_page(file)
    asked(page, "analyst")
    page.check('#units [data-done="numbers"]')
    assert page.url.endswith("#role=analyst&done=numbers")
    page.reload()
    assert steps(page) == ["models"]
    page.go_back()
    expect(page.locator('#units [data-done="numbers"]')).not_to_be_checked()
    expect(page.locator("#steps input")).to_have_count(2)
    page.go_forward()
    expect(page.locator("#steps input")).to_have_count(1)
    page.goto(file.as_uri())
    assert page.url.endswith("#role=analyst&done=numbers")
    assert steps(page) == ["models"]


def test_a_link_shows_the_same_on_another_device(open_page: Open, file):
    page = open_page(file)
    asked(page, "analyst")
    page.check('#units [data-done="numbers"]')
    link = page.input_value("#link")
    other = open_page(file)
    other.goto("about:blank")
    other.goto(link)
    assert steps(other) == ["models"]
    expect(other.locator("#path-told")).to_be_empty()


def test_a_link_does_not_take_the_place_of_ones_own_progress(open_page: Open, file):
    page = open_page(file)
    asked(page, "analyst")
    page.goto("about:blank")
    page.goto(f"{file.as_uri()}#role=lawyer")
    expect(page.locator("#path-told")).to_contain_text("This is a path somebody shared.")
    assert steps(page) == ["court", "ethics"]
    page.get_by_role("button", name="Show my own").click()
    expect(page.locator("#goals")).to_contain_text("Analyst")
    expect(page.locator("#path-told")).to_be_empty()


def test_progress_is_saved_to_a_file_and_read_from_it(open_page: Open, file, tmp_path):
    page = open_page(file)
    asked(page, "analyst")
    page.check('#units [data-done="numbers"]')
    with page.expect_download() as saved:
        page.click("#save")
    copy = tmp_path / saved.value.suggested_filename
    saved.value.save_as(copy)
    assert json.loads(copy.read_text("utf-8"))["done"] == ["numbers"]
    other = open_page(file)
    other.set_input_files("#file", copy)
    expect(other.locator("#path-said")).to_have_text("Your progress was read from the file.")
    other.click("#show")
    assert steps(other) == ["models"]


@pytest.mark.parametrize("said", ["", "[]", "null", '{"kind": "recipe"}', "\x00\xff"])
def test_a_file_of_something_else_changes_nothing(open_page: Open, file, tmp_path, said):
    page = open_page(file)
    page.select_option("#to-profile", "analyst")
    (tmp_path / "other.json").write_text(said, encoding="utf-8")
    page.set_input_files("#file", tmp_path / "other.json")
    expect(page.locator("#path-said")).to_have_text(
        "This file holds no progress that was saved here."
    )
    assert page.url.endswith("#role=analyst")


def test_what_a_link_names_and_nobody_knows_is_left_aside_and_said(open_page: Open, file):
    page = open_page(file)
    said = "role=analyst&done=gone&goal=charts%40flies&load=0h&terms=99&role=%3Cimg%20src%3Dx%3E"
    page.goto("about:blank")
    page.goto(f"{file.as_uri()}#{said}")
    assert steps(page) == ["numbers", "models"]
    expect(page.locator("#path-told")).to_have_text(
        "Not known here, and left aside: <img src=x>; charts@flies; gone"
    )


def test_a_goal_out_of_reach_says_what_is_in_the_way_and_who_could_help(open_page: Open, file):
    page = open_page(file)
    assert asked(page, "judge") == []
    expect(page.locator("#verdict")).to_have_text("No unit that is open to you helps.")
    expect(page.locator("#blocked li")).to_have_text(
        "Law (shows how)No unit leads so far. Nearest comes Ethics of School, which leads to knows."
    )


def test_what_a_unit_on_the_way_requires_is_named(open_page: Open, file):
    page = open_page(file)
    page.goto("about:blank")
    page.goto(f"{file.as_uri()}#unit=models&without=numbers")
    expect(page.locator("#blocked li")).to_have_text(
        "ModelsModels requires Numbers.Numbers of School would do, but you left it out."
    )


def test_limits_say_who_to_ask(open_page: Open, file):
    page = open_page(file)
    page.locator("#path-limits").click()
    page.get_by_label("School", exact=True).check()
    assert asked(page, "lawyer") == ["ethics"]
    expect(page.locator("#verdict")).to_contain_text(
        "One of your goals cannot be reached; below it says who could help. The rest: The shortest"
        " way: 1 unit"
    )
    expect(page.locator("#blocked li")).to_have_text(
        "Defence (knows how)Court would do; ask Elsewhere, which is not among the institutions you"
        " chose."
    )
    page.fill("#load", "50")
    page.keyboard.press("Tab")
    expect(page.locator("#blocked")).to_contain_text(
        "Ethics of School would do, but does not say its hours, so nobody can tell whether it fits"
        " a term."
    )
    page.fill("#load", "much")
    page.keyboard.press("Tab")
    expect(page.locator("#path-said")).to_have_text(
        "The load is not an amount above 0, so it is left aside."
    )
    assert steps(page) == ["ethics"]


def test_a_step_says_what_it_gives_what_needs_it_and_what_to_be_careful_of(open_page: Open, file):
    page = open_page(file)
    asked(page, "analyst")
    expect(page.locator("#steps li").first).to_have_text(
        "Numbers School · 28 hGives: Charts (knows)Needed for: ModelsLeave out"
    )
    assert asked(page, "lawyer") == ["court", "ethics"]
    expect(page.locator("#steps li").last).to_have_text(
        "Ethics SchoolGives: Law (knows)It does not say how many hours it takes.That it leads so"
        " far is a suggestion; ask who teaches it.It is meant for: Second-year students"
        "Leave out"
    )
    expect(page.locator("#steps")).to_contain_text("Units are counted, because")


def test_other_ways_are_listed_and_a_unit_can_be_left_out(open_page: Open, file):
    page = open_page(file)
    asked(page, "analyst")
    expect(page.locator("#others summary")).to_have_text(
        ["2 units; 168 h; 1 term: Long course instead of Models"]
    )
    page.locator('#steps [data-leave="models"]').click()
    expect(page.locator("#verdict")).to_contain_text("2 units; 168 h; 1 term")
    assert steps(page) == ["long-course", "numbers"]
    page.get_by_role("button", name="Remove Models").click()
    expect(page.locator("#verdict")).to_contain_text("2 units; 84 h; 2 terms")


def test_the_page_rounds_hours_as_everything_else_does(open_page: Open, file):
    page = open_page(file)
    amounts = [0, 1, 49, 50, 417, 1_833, 2_250, 40_000]
    said = page.evaluate(
        "(all) => all.map((n) => new View({ marks: [',', '.'], words: { hours: '{hours} h' } })"
        ".hours(n).textContent)",
        amounts,
    )
    assert said == [f"{tenths(amount / 1000):g} h" for amount in amounts]


def test_what_is_open_now_tells_what_it_opens_later(open_page: Open, file):
    page = open_page(file)
    page.select_option("#to-profile", "analyst")
    expect(page.locator("#next li")).to_have_text(
        [
            "Long course School · 140 hGives: Models (knows how)",
            "Numbers School · 28 hGives: Charts (knows)Opens later: Models",
        ]
    )


def test_goals_and_what_is_held_can_be_single_competencies_and_units(open_page: Open, file):
    page = open_page(file)
    for closed in page.locator("#path details").all():
        closed.evaluate("it => { it.open = true }")
    page.select_option("#to-competency", "models")
    page.select_option("#to-level", "knows-how")
    page.click("#to-add")
    page.select_option("#to-unit", "court")
    page.click("#to-unit-add")
    page.select_option("#held-competency", "models")
    page.select_option("#held-level", "does")
    page.click("#held-add")
    page.click("#show")
    assert steps(page) == ["court"]
    assert page.url.endswith("#goal=models%40knows-how&unit=court&held=models%40does")
    page.get_by_role("button", name="Remove Court").click()
    expect(page.locator("#verdict")).to_have_text("You are there already.")
    page.click("#forget")
    expect(page.locator("#goals")).to_have_text("No goal yet.")
    expect(page.locator("#answer")).to_be_hidden()


def test_a_browser_that_keeps_nothing_says_so_and_goes_on(open_page: Open, file):
    page = open_page(file)
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })"
    )
    page.reload()
    expect(page.locator("#path-told")).to_contain_text("This browser keeps nothing for this page.")
    assert asked(page, "analyst") == ["numbers", "models"]


def test_without_the_solver_the_page_says_so_and_shows_what_is_open(browser: Browser, tmp_path):
    page = browser.new_page()
    page.goto((write(tmp_path, college(), solver=False) / "path.html").as_uri())
    page.select_option("#to-profile", "analyst")
    page.click("#show")
    expect(page.locator("#path-said")).to_contain_text("This browser could not work out the path.")
    expect(page.locator("#next input")).to_have_count(2)
    page.close()


def opened(page: Page) -> None:
    for closed in page.locator("#path details").all():
        closed.evaluate("it => { it.open = true }")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_breaks_no_rule_of_accessibility(open_page: Open, file, language):
    page = open_page(file.parents[1] / language / "path.html", width=PHONE)
    asked(page, "lawyer")
    page.select_option("#to-profile", "analyst")
    expect(page.locator("#others summary")).to_have_count(1)
    opened(page)
    assert wrong(page) == []


SMALL = """all => all.filter((it) => it.offsetParent).map((it) => it.closest("label") ?? it)
    .filter((it) => it.getBoundingClientRect().height < 44).map((it) => it.outerHTML)"""


def test_everything_to_touch_is_large_enough_for_a_thumb(open_page: Open, file):
    page = open_page(file, width=PHONE)
    asked(page, "analyst")
    expect(page.locator("#others summary")).to_have_count(1)
    opened(page)
    touched = page.locator("#path :is(button, select, summary, input:not([hidden]))")
    assert touched.evaluate_all(SMALL) == []


def test_the_words_of_an_author_stay_text(open_page: Open, tmp_path):
    words = " ".join([*AUTHORS.values(), "$& $1"])
    page = open_page(write(tmp_path, spoken_by(words, medicine())) / "path.html", width=PHONE)
    asked(page, "basic")
    opened(page)
    shown = " ".join(page.locator("body").inner_text().split())
    said = ("Unit.title", "Competency.title", "Level.title", "RoleProfile.title")
    assert [f for f in said if f"{' '.join(words.split())} [{f}]" not in shown] == []
    label = page.locator("[data-leave]").first.get_attribute("aria-label")
    assert label == f"Leave out {words} [Unit.title]"
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, iframe, b:text-is('bold'), [onmouseover], [onerror]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE
