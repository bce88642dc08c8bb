"""Whatever an author writes stays text: on every page, in every field, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from curriculum_map.pages.network import network_page
from curriculum_map.pages.report import report
from shown import medicine, spoken_by

AUTHORS = {
    "markup": '<b>bold</b><img src="https://elsewhere.example/x" onerror="window.hacked=1">',
    "ends the script": "</script><script>window.hacked=1</script>",
    "ends the style": "</style></title></textarea><style>body{display:none}</style>",
    "opens a comment": "<!--<script>",
    "leaves an attribute": "\"' onmouseover=window.hacked=1 x='\">",
    "a link in a title": '<a href="javascript:window.hacked=1">href</a>',
    "a template": "{{ 7*7 }}{% raw %}${7*7}",
    "turns the direction": "\u202egnitaert si sihT\u2066",
    "a long word": "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk" * 8,
}
SHOWN = {
    "report": """
        Settings.title Settings.publisher Framework.disclaimer Programme.title
        Programme.description Programme.disclaimer Programme.audience Programme.note
        Programme.quote Institution.title RoleProfile.title RoleProfile.description
        RoleProfile.note Area.title Competency.title Level.title Scale.title Unit.title
        Unit.description Unit.note PlanItem.title Learners.note Credits.note Workload.note
        Outcome.text Contribution.evidence Contribution.quote Contribution.claimed_by
        Contribution.note Contribution.where Source.title Source.creator Source.date
        Source.attribution Source.note
    """,
    "network": """
        Settings.title Framework.disclaimer Programme.title Institution.title Unit.title
        Competency.title Area.title Framework.title RoleProfile.title Alignment.label
        Source.title
    """,
}
READ = """() => {
  const body = document.body.cloneNode(true);
  for (const each of body.querySelectorAll("script, style")) each.remove();
  return body.textContent;
}"""
MAKE = {"report": report, "network": network_page}


@pytest.mark.parametrize("page_name", MAKE)
@pytest.mark.parametrize("author", AUTHORS)
def test_the_words_of_an_author_stay_text(
    open_page: Callable[..., Page], tmp_path: Path, page_name, author
):
    words = AUTHORS[author]
    file = tmp_path / "page.html"
    page_text = MAKE[page_name](spoken_by(words, medicine()))
    file.write_text(page_text, encoding="utf-8", newline="")
    page = open_page(file, width=390)
    for closed in page.locator("details").all():
        closed.evaluate("it => { it.open = true }")
    page.mouse.move(195, 400)
    body = page.evaluate(READ)
    assert [f for f in SHOWN[page_name].split() if f"{words} [{f}]" not in body] == []
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, iframe, b:text-is('bold'), [onmouseover], [onerror]").count() == 0
    assert page.locator("a[href^='javascript' i]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.locator("h1").is_visible()
