"""The site in a real browser: a designer's and a partner's way through it, and the rules for all.

Watched, by mouse and by keyboard only, on a phone and a desk, in light and dark, on paper.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Download, Page, expect

from browser import axe, wrong
from curriculum_map.pages.every_page import site
from curriculum_map.pages.landing import landing_page
from curriculum_map.pages.problems_page import problems_page
from curriculum_map.pages.words import LANGUAGES, WORDS
from curriculum_map.problems import Problem, Where
from shown import medicine

PHONE, DESK = 390, 1440
Open = Callable[..., Page]
FILES = {"gaps.csv": "code\r\n", "skos.ttl": "# nothing", "skos.ttl.losses.csv": "kind\r\n"}
KINDS = (
    "index.html",
    "programme/medicine.html",
    "competencies.html",
    "competency/eHealth.html",
    "data.html",
)
CELL = 'a[href="#trace/medicine/eHealth/theme"]'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the site of the sample."""
    root = tmp_path_factory.mktemp("site")
    for name, content in site(medicine(), FILES):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus, as somebody without a mouse does."""
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}.")


def follow(page: Page, selector: str) -> None:
    tab_to(page, selector)
    page.keyboard.press("Enter")


def rows(page: Page) -> list[str]:
    """Give the states of the rows of the heat map that are shown, from top to bottom."""
    lines = page.locator(".heatmap [data-line=row]:visible")
    return [str(code) for code in lines.evaluate_all("all => all.map(x => x.dataset.code)")]


def saved(page: Page, press: Callable[[], None]) -> Download:
    with page.expect_download() as waiting:
        press()
    return waiting.value


def content(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_breaks_a_rule_in_any_language_light_or_dark_or_scrolls_sideways(
    open_page: Open, folder, kind
):
    page = open_page(folder / "en" / kind, width=PHONE)
    for language in LANGUAGES:
        page.goto((folder / language / kind).as_uri())
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        assert wrong(page) == [], language


@pytest.mark.parametrize("language", LANGUAGES)
def test_neither_the_first_page_nor_that_of_problems_breaks_a_rule(
    open_page: Open, tmp_path, language
):
    # The first page leads on at once where scripts run, and axe-core is one.
    problem = Problem(Where("curricula/x.yaml", 3), "unknown-name", "There is no unit.")
    pages = {
        "landing": landing_page("site/", medicine().settings).partition("<script>")[0],
        "problems": problems_page((problem,), language, "1").partition("<script>")[0],
    }
    for name, written in pages.items():
        file = tmp_path / f"{name}.html"
        file.write_text(written, encoding="utf-8")
        page = open_page(file, width=PHONE)
        assert wrong(page) == [], name


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_designer_finds_a_gap_and_its_cure_with_the_mouse(open_page: Open, folder, width):
    page = open_page(folder / "index.html", width=width)
    page.wait_for_url("**/en/index.html")
    page.get_by_role("link", name="Medicine").click()
    gaps = page.get_by_role("region", name="Gaps", exact=True)
    expect(gaps.locator("[data-code=absent]")).to_contain_text("is required at")
    gap = gaps.locator("[data-code=elective-only]")
    gap.get_by_role("link", name="Team a").click()
    cure = page.locator('[id="cure/team-a"]')
    expect(cure).to_be_in_viewport()
    expect(cure).to_contain_text("Closes “Teamwork”")
    gap.get_by_role("link", name="Teamwork").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Teamwork")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Medicine")
    assert page.url.endswith("#cure/team-a")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_designer_finds_a_gap_its_cure_and_what_is_behind_a_level_by_keyboard_only(
    open_page: Open, folder, width
):
    page = open_page(folder / "en" / "index.html", width=width)
    follow(page, 'th a[href="programme/medicine.html"]')
    page.wait_for_url("**/medicine.html")
    follow(page, '[data-code=elective-only] a[href="#cure/team-a"]')
    expect(page.locator('[id="cure/team-a"]')).to_be_in_viewport()
    tab_to(page, "input[name=gaps]")
    page.keyboard.press("Space")
    assert sorted(rows(page)) == ["absent", "below", "below", "elective-only", "not-assessed"]
    follow(page, CELL)
    dialog = page.get_by_role("dialog", name="eHealth")
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
    expect(page.locator(CELL)).to_be_focused()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_partner_takes_along_what_was_asked_for(open_page: Open, folder, width):
    page = open_page(folder / "nl" / "index.html", width=width)
    page.get_by_role("link", name=WORDS["nl"]["nav_data"], exact=True).click()
    row = page.get_by_role("row", name="skos.ttl")
    expect(row).to_contain_text("SKOS")
    expect(row).to_contain_text(sha256(b"# nothing").hexdigest())
    expect(row.get_by_role("link", name="Wat er niet in past: skos.ttl")).to_be_visible()
    # From a file, Chromium shows what is plain text; from a server it saves it.
    row.get_by_role("link", name="skos.ttl", exact=True).click()
    page.wait_for_url("**/data/skos.ttl")
    expect(page.locator("body")).to_have_text("# nothing")


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_a_file_and_what_it_says_stand_side_by_side_in_sight(
    open_page: Open, folder, language
):
    page = open_page(folder / language / "data.html", width=PHONE)
    for cell in page.locator(".files tbody td:nth-child(2)").all():
        place = cell.bounding_box()
        assert place
        assert place["x"] + place["width"] <= PHONE


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_partner_takes_along_what_was_asked_for_by_keyboard_only(open_page: Open, folder, width):
    page = open_page(folder / "en" / "index.html", width=width)
    follow(page, 'a[href="data.html"]')
    page.wait_for_url("**/data.html")
    taken = saved(page, lambda: follow(page, 'a[href$="gaps.csv"]'))
    assert (taken.suggested_filename, content(taken)) == ("gaps.csv", b"code\r\n")


def test_filters_of_a_heat_map_say_what_is_left_and_stand_in_the_address(open_page: Open, folder):
    page = open_page(folder / "en" / "programme" / "medicine.html")
    everything = ["met", "below", "below", "not-assessed", "absent", "elective-only"]
    assert rows(page) == everything
    page.fill("input[name=text]", "STATISTICS")
    assert rows(page) == ["below"]
    expect(page.locator(".map [role=status]")).to_have_text("1 of 6 competencies are shown.")
    page.reload()
    assert rows(page) == ["below"]
    expect(page.locator("input[name=text]")).to_have_value("STATISTICS")
    page.locator(".map button[type=reset]").click()
    assert rows(page) == everything
    assert urlsplit(page.url).query == ""
    page.fill("input[name=text]", "astrology")
    expect(page.locator(".map .nothing")).to_be_visible()


def test_rows_of_a_heat_map_are_put_in_another_order_and_back(open_page: Open, folder):
    page = open_page(folder / "en" / "programme" / "medicine.html")
    everything = rows(page)
    page.select_option("select[name=order]", "state")
    assert rows(page) == ["absent", "below", "below", "elective-only", "not-assessed", "met"]
    expect(page.locator(".heatmap .area:visible")).to_have_count(0)
    page.select_option("select[name=order]", "")
    assert rows(page) == everything
    expect(page.locator(".heatmap .area:visible")).to_have_count(2)


def test_what_is_chosen_outlives_another_page_another_language_and_a_link(
    open_page: Open, folder, tmp_path
):
    page = open_page(folder / "en" / "programme" / "medicine.html")
    page.check("input[name=gaps]")
    assert len(rows(page)) == 5
    chosen = page.url
    page.locator(".heatmap th a:visible").first.click()
    page.wait_for_url("**/competency/*")
    page.go_back()
    assert len(rows(page)) == 5
    page.get_by_role("link", name="Eesti").click()
    page.wait_for_url("**/et/programme/medicine.html?gaps=1")
    assert len(rows(page)) == 5
    assert len(rows(open_page_at(open_page, chosen))) == 5
    page.goto((folder / "index.html").as_uri())
    page.wait_for_url("**/et/index.html")


def open_page_at(open_page: Open, address: str) -> Page:
    page = open_page(Path(urlsplit(address).path))
    page.goto(address)
    return page


def test_a_heat_map_is_saved_as_it_is_shown(open_page: Open, folder):
    page = open_page(folder / "en" / "programme" / "medicine.html")
    page.check("input[name=gaps]")
    table = saved(page, page.locator("[data-save=csv]").click)
    assert table.suggested_filename == "medicine.csv"
    read = list(csv.reader(content(table).decode("utf-8-sig").splitlines()))
    assert read[0] == [
        *("Area", "Competency", "State", "Needed", "Reached by some", "Reached by all"),
        *("Assessed", "Intro", "Numbers", "Theme", "Team a (elective)", "Team b (elective)"),
    ]
    by_name = {row[1]: row for row in read[1:]}
    assert len(by_name) == 5
    assert by_name["Teamwork"] == [
        *("Care", "Teamwork", "Only in electives", "2", "2", "0", "0", "", "", "", "2 ✓", ""),
    ]
    assert by_name["Quality"][7] == "(1)"


def test_a_heat_map_is_saved_as_a_picture(open_page: Open, folder):
    page = open_page(folder / "nl" / "programme" / "medicine.html")
    drawn = content(saved(page, page.locator("[data-save=svg]").click)).decode()
    assert drawn.startswith("<svg")
    for words in ("Teamwork", WORDS["nl"]["elective-only"], "Numbers", "2✓"):
        assert f">{words}</text>" in drawn
    painted = content(saved(page, page.locator("[data-save=png]").click))
    assert painted.startswith(b"\x89PNG")
    file = Path(str(folder)) / "drawn.svg"
    file.write_text(drawn, encoding="utf-8")
    shown = open_page(file)
    assert shown.evaluate("document.documentElement.tagName") == "svg"
    assert shown.locator("rect").count() > 10


def test_the_workbook_lies_where_the_page_says(open_page: Open, folder):
    page = open_page(folder / "en" / "programme" / "medicine.html")
    taken = saved(page, page.get_by_role("link", name="Workbook (XLSX)").click)
    assert taken.suggested_filename == "medicine.en.xlsx"
    book = load_workbook(BytesIO(content(taken)))
    assert book.sheetnames[:2] == ["Heat map", "Gaps"]


def test_programmes_are_filtered_and_put_side_by_side(open_page: Open, folder):
    page = open_page(folder / "en" / "index.html", width=DESK)
    expect(page.locator("#compare-none")).to_be_visible()
    for box in page.locator("input[name=compare]").all():
        box.check()
    heads = page.locator("#comparison thead th")
    expect(heads).to_have_text(["Competency", "MedicineBasic", "Stoomcursus"])
    law = page.locator("#comparison tr", has_text="Law")
    expect(law.locator("td").nth(0)).to_have_text("0 required 1Not taught")
    expect(law.locator("td").nth(1)).to_contain_text("neither required nor taught")
    theme = page.locator("#comparison tr", has_text="Ehealth")
    expect(theme.locator("td").nth(1)).to_contain_text("2 not required")
    assert axe(page) == []
    page.reload()
    expect(page.locator("#comparison tbody tr")).not_to_have_count(0)
    table = saved(page, page.locator("#save-comparison").click)
    assert b'Law,"0, required 1",neither required nor taught\r\n' in content(table)
    page.fill("input[name=text]", "basic")
    expect(page.locator("[data-line=programme]:visible")).to_have_count(1)
    expect(page.locator("#filters").get_by_role("status")).to_have_text("1 of 2 rows are shown.")
    page.locator("#comparison").get_by_role("link", name="Law").click()
    page.wait_for_url("**/en/competency/law.html")
    page.locator(".pages").get_by_role("link", name=WORDS["en"]["nav_index"]).click()
    expect(page.locator("#filters")).to_be_visible()


def test_what_is_put_side_by_side_carries_its_language(open_page: Open, folder):
    page = open_page(folder / "nl" / "index.html", width=DESK)
    for box in page.locator("input[name=compare]").all():
        box.check()
    named = page.locator("#comparison thead bdi")
    said = named.evaluate_all("(all) => all.map((each) => [each.textContent, each.lang])")
    assert said == [["Medicine", "en"], ["Basic", "en"], ["Stoomcursus", ""]]
    rows_ = page.locator("#comparison tbody bdi")
    assert set(rows_.evaluate_all("(all) => all.map((each) => each.lang)")) == {"en"}


def test_no_text_that_is_saved_can_become_a_formula(open_page: Open, folder):
    page = open_page(folder / "en" / "programme" / "medicine.html")
    rows_ = page.evaluate("asCsv([['=1+1', ' -2', '@x', '+3', '\\t=4', 'a=b', 5, -6]])")
    assert rows_ == "\ufeff'=1+1,' -2,'@x,'+3,'\t=4,a=b,5,-6\r\n"


def test_competencies_that_nobody_teaches_can_be_picked_out(open_page: Open, folder):
    page = open_page(folder / "en" / "competencies.html")
    page.check("input[name=untaught]")
    left = page.locator("[data-line]:visible th")
    expect(left).to_have_text(["Checking", "Quality", "Law"])
    expect(page.locator("#filters").get_by_role("status")).to_have_text(
        "3 of 8 competencies are shown."
    )
    page.reload()
    expect(left).to_have_count(3)


@pytest.mark.parametrize(
    ("kind", "every", "says"),
    [
        ("index.html", 2, "{} of 2 rows are shown."),
        ("programme/medicine.html", 6, "{} of 6 competencies are shown."),
        ("competencies.html", 8, "{} of 8 competencies are shown."),
    ],
)
def test_a_form_says_what_is_shown_as_it_is_written_after_typing_and_after_clearing(
    open_page: Open, folder, kind: str, every: int, says: str
):
    page = open_page(folder / "en" / kind)
    form = page.locator("form.filters").first
    shown = form.get_by_role("status")
    expect(shown).to_have_text(says.format(every))
    form.get_by_role("searchbox").fill("no such name")
    expect(shown).to_have_text(says.format(0))
    expect(page.locator(".nothing").first).to_be_visible()
    form.locator("button[type=reset]").click()
    expect(shown).to_have_text(says.format(every))
    assert page.locator("tr[data-line]:visible").count() == every


EARLY = """
  new MutationObserver((_, watching) => {
    const field = document.querySelector("[type=search]");
    const box = document.querySelector("[name=untaught]");
    if (!box) return;
    watching.disconnect();
    [field.value, box.checked] = ["a", true];
  }).observe(document, { childList: true, subtree: true });
"""
"""Somebody who types and ticks before the scripts of a page have run."""


def test_what_somebody_typed_before_scripts_ran_counts_unless_the_address_asks_for_something(
    browser: Browser, folder
):
    page = browser.new_page()
    page.add_init_script(EARLY)
    address = (folder / "en" / "competencies.html").as_uri()
    left = page.locator("[data-line]:visible th")
    page.goto(address)
    expect(left).to_have_text(["Quality", "Law"])
    assert urlsplit(page.url).query == "text=a&untaught=1"
    page.reload()
    expect(left).to_have_text(["Quality", "Law"])
    page.goto(f"{address}?text=check")
    expect(left).to_have_text(["Checking"])
    expect(page.locator("[name=untaught]")).not_to_be_checked()
    page.close()


def test_a_heat_map_scrolls_in_its_own_box_by_keyboard_and_keeps_the_names_in_sight(
    open_page: Open, folder
):
    page = open_page(folder / "en" / "programme" / "medicine.html", width=PHONE)
    box = page.get_by_role("region", name="Competencies and units Basic")
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
    browser: Browser, folder
):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    page.wait_for_url("**/en/index.html")
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator("input[name=compare]").first).to_be_hidden()
    expect(page.locator("section.compare")).to_be_hidden()
    page.get_by_role("link", name="Medicine").click()
    expect(page.locator(".map form")).to_be_hidden()
    page.locator(CELL).click()
    expect(page.locator('[id="trace/medicine/eHealth/theme"]')).to_be_visible()
    page.goto((folder / "en" / "competencies.html").as_uri())
    expect(page.locator("#filters")).to_be_hidden()
    context.close()


def test_a_programme_prints_on_a4_within_the_sheet_and_without_what_paper_cannot_do(
    open_page: Open, folder
):
    between_margins = 688  # 182 mm in CSS pixels
    page = open_page(folder / "en" / "programme" / "medicine.html", width=between_margins)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") == between_margins
    for hidden in (".filters", ".downloads", ".top", ".contents"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".heatmap").first).to_be_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")
