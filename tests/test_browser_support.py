"""The watch over the pages notices what it is there for."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser import Pages, axe

FINE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gaps</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:">
<link rel="icon" href="data:,"></head><body><main><h1>Gaps</h1></main></body></html>"""


def page_with(tmp_path: Path, body: str) -> Path:
    file = tmp_path / "page.html"
    file.write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Gaps</title>'
        f'<link rel="icon" href="data:,"><main><h1>Gaps</h1>{body}</main>',
        encoding="utf-8",
    )
    return file


def complaints_about(browser: Browser, file: Path) -> list[str]:
    pages = Pages(browser)
    pages.open(file).wait_for_timeout(200)
    pages.close()
    return pages.complaints


def test_a_decent_page_gives_no_complaint_and_breaks_no_rule(open_page, tmp_path):
    file = tmp_path / "fine.html"
    file.write_text(FINE, encoding="utf-8")
    assert axe(open_page(file)) == []


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ('<img alt="" src="https://elsewhere.example/pixel.png">', "asks for https://elsewhere.example/pixel.png"),
        ('<script src="http://127.0.0.1:9/x.js"></script>', "asks for http://127.0.0.1:9/x.js"),
        ("<script>fetch('https://elsewhere.example/').catch(() => 0)</script>", "asks for https://elsewhere.example/"),
        ("<script>new WebSocket('wss://elsewhere.example/')</script>", "asks for wss://elsewhere.example/"),
        ("<script>navigator.sendBeacon('https://elsewhere.example/b')</script>", "asks for https://elsewhere.example/b"),
        ("<script>console.error('no such unit')</script>", "console error: no such unit"),
        ("<script>console.warn('old data')</script>", "console warning: old data"),
        ("<script>nowhere.to.be.found</script>", "page error: nowhere is not defined"),
        ("<script>Promise.reject(new Error('too late'))</script>", "page error: too late"),
        ("<script>setTimeout(() => {throw Error('later')}, 50)</script>", "page error: later"),
        ("<script>alert('I ran')</script>", "alert: I ran"),
    ],
)  # fmt: skip
def test_what_a_page_must_not_do_becomes_a_complaint(browser, tmp_path, body, complaint):
    assert complaint in complaints_about(browser, page_with(tmp_path, body))


def test_axe_names_the_rule_and_the_element(open_page, tmp_path):
    faint = '<p style="color:#bbb;background:#fff">faint</p>'
    assert axe(open_page(page_with(tmp_path, faint))) == [
        "color-contrast (serious): Elements must meet minimum color contrast ratio thresholds: "
        + faint
    ]


def test_axe_knows_the_rules_that_wcag_2_2_added(open_page, tmp_path):
    small = '<button style="width:9px;height:9px;padding:0;border:0">'
    file = page_with(tmp_path, f"{small}a</button>{small}b</button>")
    assert {line.partition(" ")[0] for line in axe(open_page(file))} == {"target-size"}


def test_the_window_is_as_wide_as_asked(open_page, tmp_path):
    page = open_page(page_with(tmp_path, ""), width=390, height=844)
    assert page.evaluate("[innerWidth, innerHeight]") == [390, 844]
