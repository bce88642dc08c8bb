"""The knowledge graph in a real browser: a student's and a designer's way through it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import Pages, wrong
from curriculum_map.formats.project import load
from curriculum_map.model import COLLECTIONS, Alignment, Catalogue
from curriculum_map.pages.graph_page import graph_pages
from curriculum_map.pages.site import Site
from curriculum_map.pages.words import LANGUAGES
from sample import all_of, catalogue, competency, item, pre, profile, programme, teaches, unit
from shipped import ROOT
from shown import medicine, spoken_by

PHONE, DESK = 390, 1440
Open = Callable[..., Page]
COLOURS = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const picture = document.getElementById("picture");
  const copy = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  copy.drawImage(picture, 0, 0);
  const { data } = copy.getImageData(0, 0, picture.width, picture.height);
  return [[...data.slice(0, 3)], new Set(new Uint32Array(data.buffer)).size];
}"""

WRITTEN = """async () => {
  const { prototype } = CanvasRenderingContext2D;
  const { fillText } = prototype;
  const lines = [];
  prototype.fillText = function (text, ...place) {
    lines.push(text);
    fillText.call(this, text, ...place);
  };
  document.getElementById("whole").click();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return lines;
}"""
"""Draws the whole again, and gives every line of text in the picture."""


def school() -> Catalogue:
    """Build two large programmes, so that not everything is open at first."""
    basics = [f"basics-{number}" for number in range(80)]
    return catalogue(
        *(unit(name) for name in basics),
        *(unit(f"extra-{number}") for number in range(80)),
        unit("statistics", teaches("reasoning", 1)),
        unit("regression", teaches("modelling", 2), requires=pre("statistics")),
        unit("deep-learning", requires=all_of(pre("regression"), pre("basics-0"))),
        unit("aside", requires=pre("statistics")),
        competency(
            "reasoning",
            alignments=(Alignment(relation="close", target="https://esco.example/1", label="Far"),),
        ),
        competency("modelling", requires={"reasoning": 1}),
        profile("analyst", reasoning=2, modelling=2),
        programme("data", item("statistics", "regression", *basics), aims="analyst"),
        programme("more", item("deep-learning", "aside", *(f"extra-{n}" for n in range(80)))),
    )


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of the school in English."""
    return written(school(), "en", tmp_path_factory.mktemp("graph"))


def written(built: Catalogue, language: str, folder: Path) -> Path:
    ((address, page),) = graph_pages(Site(built), language)
    (folder / address).write_text(page, encoding="utf-8", newline="")
    return folder / address


def painted(page: Page) -> int:
    """Count the colours of the picture."""
    return int(page.evaluate(COLOURS)[1])


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus, as somebody without a mouse does."""
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}.")


def fragment(page: Page) -> str:
    return page.url.partition("#")[2]


def listed(page: Page, heading: str) -> list[str]:
    """Give the names in the list below a heading of the details."""
    below = page.locator(f"#details h4:has-text('{heading}') + .neighbours bdi")
    return [str(name) for name in below.all_text_contents()]


def rows(page: Page, table: str) -> list[str]:
    """List what the rows in sight are about, once there was time to write them at all."""
    expect(page.locator(f"#{table} [data-part=status]")).not_to_be_empty()
    return page.locator(f"#{table} tbody th").all_text_contents()


def chosen(page: Page) -> str:
    return str(page.locator("#details .chosen").text_content()).strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_breaks_no_rule_in_light_and_dark_and_never_scrolls_sideways(
    open_page: Open, tmp_path, language
):
    page = open_page(written(medicine(), language, tmp_path), width=PHONE)
    page.evaluate("() => { location.hash = 'unit:numbers&focus=1&find=n' }")
    expect(page.locator("#hits button")).not_to_have_count(0)
    assert wrong(page) == []
    assert painted(page) > 20


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_student_finds_a_unit_by_keyboard_and_sees_what_it_opens(open_page: Open, file, width):
    page = open_page(file, width=width)
    tab_to(page, "#find")
    page.keyboard.type("statis")
    expect(page.locator("#found")).to_have_text("Found: 1.")
    page.keyboard.press("Enter")
    expect(page.locator("#details-title")).to_be_focused()
    assert chosen(page) == "Statistics"
    tab_to(page, '[data-act="focus"]')
    page.keyboard.press("Space")
    expect(page.locator('[data-act="focus"]')).to_be_focused()
    expect(page.locator('[data-act="focus"]')).to_have_attribute("aria-pressed", "true")
    assert sorted(listed(page, "What it opens")) == ["Aside", "Deep learning", "Regression"]
    assert listed(page, "The longest chain") == ["Statistics", "Regression", "Deep learning"]
    assert listed(page, "What comes before it") == []
    tab_to(page, "ol.neighbours li:last-child button")
    page.keyboard.press("Enter")
    assert chosen(page) == "Deep learning"
    assert sorted(listed(page, "What comes before it")) == ["Basics 0", "Regression", "Statistics"]
    assert fragment(page) == "unit:deep-learning&focus=1&find=statis"


def test_what_begins_with_the_words_is_found_first_then_what_has_a_word_that_does(
    open_page: Open, tmp_path
):
    names = ("bioethics", "law-and-ethics", "ethics-of-data", "ethics")
    page = open_page(written(catalogue(*map(unit, names)), "en", tmp_path))
    page.fill("#find", "Ethics")
    found = ["Ethics", "Ethics of data", "Law and ethics", "Bioethics"]
    assert page.locator("#hits button").all_inner_texts() == found


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_labels_break_where_words_and_their_parts_end_and_what_does_not_fit_in_an_ellipsis(
    open_page: Open, tmp_path, width
):
    shipped = load(ROOT)
    things = (each for kind in COLLECTIONS for each in getattr(shipped, kind).values())
    areas = (area for framework in shipped.frameworks.values() for area in framework.areas)
    titles = [each.title.show("en") for each in (*things, *areas) if hasattr(each, "title")]
    page = open_page(written(shipped, "en", tmp_path), width=width)
    words = {word for line in page.evaluate(WRITTEN) for word in line.split()}
    whole = {word for word in words if not re.fullmatch(r".*…|\(\d+\)", word)}
    assert "Data" in whole
    ends = re.compile(r"\s+|(?<=[-/])")
    parts = {part for title in titles for part in [*title.split(), *ends.split(title)]}
    assert whole - parts == set()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_signs_are_explained_above_the_picture(open_page: Open, file, width):
    page = open_page(file, width=width)
    legend = page.locator("#legend").bounding_box()
    picture = page.locator("#picture").bounding_box()
    assert legend
    assert picture
    assert legend["y"] + legend["height"] <= picture["y"]


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_back_button_goes_through_what_was_looked_at_and_reload_and_links_keep_it(
    open_page: Open, file, width
):
    page = open_page(file, width=width)
    page.fill("#find", "regression")
    page.locator("#hits button").click()
    page.locator('[data-act="focus"]').click()
    page.locator("#details .neighbours button", has_text="Modelling").click()
    assert fragment(page) == "competency:modelling&focus=1&find=regression"
    page.go_back()
    assert (chosen(page), fragment(page)) == (
        "Regression",
        "unit:regression&focus=1&find=regression",
    )
    page.go_back()
    assert fragment(page) == "unit:regression&find=regression"
    expect(page.locator('[data-act="focus"]')).to_have_attribute("aria-pressed", "false")
    page.go_forward()
    page.reload()
    assert chosen(page) == "Regression"
    expect(page.locator('[data-act="focus"]')).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#find")).to_have_value("regression")
    again = open_page(file)
    again.goto(page.url)
    assert chosen(again) == "Regression"
    page.go_back()
    page.go_back()
    expect(page.locator("#details .chosen")).to_have_count(0)


def test_filters_by_kind_relation_institution_and_area_show_in_tables_and_address(
    open_page: Open, file
):
    page = open_page(file)
    page.uncheck('[data-name="unit"]')
    others = ["School", "Data", "More", "Framework", "Area", "Modelling", "Reasoning", "Far"]
    assert rows(page, "things") == others
    page.check('[data-name="profile"]')
    assert "Analyst" in rows(page, "things")
    page.uncheck('[data-name="needs"]')
    assert "Analyst" not in rows(page, "links")
    assert "kinds=" in fragment(page)
    assert "relations=" in fragment(page)
    page.select_option("#institution", label="School")
    page.select_option("#area", label="Area")
    assert "institution=school" in fragment(page)
    assert "area=framework/area" in fragment(page)
    page.reload()
    expect(page.locator('[data-name="unit"]')).not_to_be_checked()
    expect(page.locator('[data-name="needs"]')).not_to_be_checked()
    expect(page.locator("#area option:checked")).to_have_text("Area")
    page.click("#clear")
    assert fragment(page) == ""
    expect(page.locator('[data-name="unit"]')).to_be_checked()
    expect(page.locator('[data-name="profile"]')).not_to_be_checked()


def test_a_thing_of_a_kind_that_is_left_out_is_shown_once_it_is_chosen(open_page: Open, file):
    page = open_page(file)
    assert "Analyst" not in rows(page, "things")
    page.fill("#find", "analyst")
    page.keyboard.press("Enter")
    assert rows(page, "things") == ["Analyst"]
    assert sorted(listed(page, "needs")) == ["Modelling", "Reasoning"]
    assert listed(page, "is aimed at by") == ["Data"]


def test_a_thing_leads_to_its_own_page_and_a_concept_to_its_web_address(open_page: Open, tmp_path):
    page = open_page(written(medicine(), "en", tmp_path))
    link = page.locator("#details a")
    for thing, address in (
        ("programme:medicine", "programme/medicine.html"),
        ("competency:eHealth", "competency/eHealth.html"),
        ("concept:https://esco.example/1", "https://esco.example/1"),
    ):
        page.evaluate("(thing) => { location.hash = thing }", thing)
        expect(link).to_have_attribute("href", address)
    page.evaluate("location.hash = 'unit:intro'")
    expect(link).to_have_count(0)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_boxes_unfold_and_fold_by_button_key_and_double_click(open_page: Open, file, width):
    page = open_page(file, width=width)
    page.goto(f"{file.as_uri()}#programme:data")
    unfold = page.locator('[data-act="unfold"]')
    expect(unfold).to_have_attribute("aria-expanded", "false")
    unfold.click()
    expect(unfold).to_have_attribute("aria-expanded", "true")
    expect(unfold).to_be_focused()
    assert "open=" in fragment(page)
    page.locator("#picture").focus()
    page.keyboard.press("Enter")
    expect(unfold).to_have_attribute("aria-expanded", "false")
    box = page.locator("#picture").bounding_box()
    assert box
    middle = {"x": box["width"] / 2, "y": box["height"] / 2}
    page.locator("#picture").dblclick(position=middle)
    assert chosen(page) == "Data"
    expect(unfold).to_have_attribute("aria-expanded", "true")
    page.click("#unfold-all")
    assert fragment(page) == "programme:data&open=all"
    page.click("#fold-all")
    assert fragment(page) == "open="
    page.reload()
    expect(page.locator("#fold-all")).to_be_disabled()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_picture_moves_by_mouse_wheel_fingers_and_keys(open_page: Open, file, width):
    page = open_page(file, width=width)
    canvas = page.locator("#picture")
    canvas.scroll_into_view_if_needed()

    def looks_different_after(act: Callable[[], None]) -> bool:
        before = canvas.screenshot()
        act()
        page.wait_for_timeout(300)
        return canvas.screenshot() != before

    box = canvas.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + 60

    def drag() -> None:
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 90, y + 40, steps=4)
        page.mouse.up()

    assert looks_different_after(drag)
    expect(page.locator("#details .chosen")).to_have_count(0)
    canvas.focus()
    assert looks_different_after(lambda: page.mouse.wheel(0, -300))
    for key in ("ArrowLeft", "+", "0"):
        assert looks_different_after(lambda key=key: page.keyboard.press(key)), key
    fingers = """(zoom) => {
      const canvas = document.getElementById("picture");
      const box = canvas.getBoundingClientRect();
      canvas.setPointerCapture = () => {};
      const send = (type, id, x) => canvas.dispatchEvent(new PointerEvent(type, {
        pointerId: id, pointerType: "touch", clientX: box.left + x, clientY: box.top + 200,
      }));
      send("pointerdown", 1, 300); send("pointerdown", 2, 340);
      send("pointermove", 1, 300 - zoom); send("pointermove", 2, 340 + zoom);
      send("pointerup", 1, 300); send("pointerup", 2, 340);
    }"""
    assert looks_different_after(lambda: page.evaluate(fingers, 60))


def test_a_wheel_scrolls_the_page_until_the_picture_has_the_focus(open_page: Open, file):
    page = open_page(file, width=DESK, height=500)
    page.mouse.move(DESK / 2 + 200, 450)
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") > 0


def test_tables_show_a_page_of_rows_at_a_time_and_hand_all_of_them_over(open_page: Open, file):
    page = open_page(file)
    count = len(school().units) + 2 + 2 + 4
    status = page.locator("#things [data-part=status]")
    expect(status).to_have_text(f"Rows 1 to 25 of {count}")
    page.click("#things [data-part=on]")
    expect(status).to_have_text(f"Rows 26 to 50 of {count}")
    page.click("#things [data-part=back]")
    expect(page.locator("#things [data-part=back]")).to_be_disabled()
    with page.expect_download() as download:
        page.click("#things [data-part=file]")
    text = Path(str(download.value.path())).read_text(encoding="utf-8-sig")
    found = list(csv.reader(io.StringIO(text, newline="")))
    assert found[0] == ["Name", "Kind", "Id", "Links"]
    assert len(found) == count + 1
    assert ["Statistics", "Unit", "statistics", "5"] in found
    page.fill("#find", "nothing of this name")
    expect(status).to_have_text("Nothing here fits the filter.")


@pytest.mark.parametrize(
    "said",
    ["unit:unheard-of", "%E0%A4%A", "unit:statistics&focus=2&kinds=x&open=y&area=z&institution=z",
     "content", "=&=&&", "find=%"],
)  # fmt: skip
def test_an_address_somebody_mistyped_does_no_harm(open_page: Open, file, said):
    page = open_page(file)
    for former in (file.as_uri(), "about:blank"):
        page.goto(former)
        page.goto(f"{file.as_uri()}#{said}")
        expect(page.locator("#picture")).to_be_visible()
        assert painted(page) > 5, former
        expect(page.locator("#things [data-part=status]")).not_to_be_empty()


def test_the_skip_link_leads_to_the_content_and_changes_nothing_in_the_picture(
    open_page: Open, file
):
    page = open_page(file)
    page.goto(f"{file.as_uri()}#unit:statistics")
    tab_to(page, ".skip")
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    assert chosen(page) == "Statistics"
    page.go_back()
    assert chosen(page) == "Statistics"


def test_the_picture_follows_the_colours_of_the_system(open_page: Open, file):
    page = open_page(file)
    page.emulate_media(color_scheme="light")
    page.wait_for_timeout(100)
    light = page.evaluate(COLOURS)[0]
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(100)
    assert (light, page.evaluate(COLOURS)[0]) == ([255, 255, 255], [27, 33, 37])


def test_without_javascript_everything_is_listed(browser: Browser, file):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.locator(".listed li")).to_have_count(len(school().units) + 2 + 2 + 5)
    expect(page.locator("#picture")).to_be_hidden()
    context.close()


AUTHORS = {
    "markup": '<b>bold</b><img src="https://elsewhere.example/x" onerror="window.hacked=1">',
    "ends the script": "</script><script>window.hacked=1</script>",
    "ends the style": "</style></title></textarea></noscript><style>body{display:none}</style>",
    "opens a comment": "<!--<script>",
    "a formula": '=HYPERLINK("https://elsewhere.example","x")',
    "turns the direction": "\u202egnitaert si sihT\u2066",
    "a long word": "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk" * 8,
}


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[Pages]:
    pages = Pages(browser)
    yield pages
    pages.close()
    assert pages.complaints == []


@pytest.mark.parametrize("author", AUTHORS)
def test_the_words_of_an_author_stay_text(watched: Pages, tmp_path, author):
    words = AUTHORS[author]
    page = watched.open(written(spoken_by(words, medicine()), "en", tmp_path), width=PHONE)
    for thing in ("competency:eHealth", "programme:medicine", "unit:numbers", "profile:basic"):
        page.evaluate("(thing) => { location.hash = thing }", thing)
        expect(page.locator("#details .chosen")).to_contain_text(words)
    assert f"{words} [Competency.definition]" in page.evaluate(
        "() => { location.hash = 'competency:privacy'; return new Promise((done) =>"
        " setTimeout(() => done(document.getElementById('details').textContent), 100)); }"
    )
    page.fill("#find", words[:20])
    expect(page.locator("#hits button").first).to_be_visible()
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, iframe, b:text-is('bold'), [onerror]").count() == 0
    page.evaluate("location.hash = 'concept:javascript:window.hacked%3D1'")
    expect(page.locator("#details .chosen")).to_contain_text("Alignment.label")
    assert page.locator("a[href^='javascript' i]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE
    with page.expect_download() as download:
        page.click("#things [data-part=file]")
    cells = csv.reader(
        io.StringIO(Path(str(download.value.path())).read_text("utf-8-sig"), newline="")
    )
    assert not any(cell.startswith("=") for row in cells for cell in row)
