"""Whatever an author writes stays text: on every page, in every field, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from curriculum_map.pages.landing import landing_page
from curriculum_map.pages.network import network_page
from curriculum_map.pages.problems_page import problems_page
from curriculum_map.problems import Problem, Where
from shown import medicine, site_of, spoken_by

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
    "en/programme/medicine.html": """
        Settings.title Settings.publisher Framework.disclaimer Programme.title
        Programme.description Programme.disclaimer Programme.audience Programme.note
        Programme.quote Institution.title RoleProfile.title RoleProfile.description
        RoleProfile.note Area.title Competency.title Level.title Scale.title Unit.title
        Unit.description Unit.note PlanItem.title Learners.note Credits.note Workload.note
        Outcome.text Contribution.evidence Contribution.quote Contribution.claimed_by
        Contribution.note Contribution.where Source.title Source.creator Source.date
        Source.attribution Source.note
    """,
    "en/index.html": """
        Settings.title Settings.publisher Framework.disclaimer Programme.title
        Programme.disclaimer Institution.title RoleProfile.title Unit.title Area.title
        Competency.title Source.title
    """,
    "en/competency/eHealth.html": """
        Settings.title Framework.disclaimer Framework.title Area.title Competency.title
        Competency.definition Competency.note Competency.quote Level.title RoleProfile.title
        Programme.title Unit.title Outcome.text Contribution.evidence Contribution.note
        Alignment.label Alignment.framework Source.title
    """,
    "en/competencies.html": "Settings.title Area.title Competency.title Level.title",
    "en/data.html": "Settings.title Programme.title Source.title",
    "landing": "Settings.title",
    "problems": "Problem.where Problem.message",
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
HOSTILE = "img, iframe, b:text-is('bold'), [onmouseover], [onerror], a[href^='javascript' i]"


def complaint(author: str) -> Problem:
    """Build a problem that quotes an author, in a file that has the author's words for a name."""
    return Problem(
        Where(f"{author} [Problem.where]", 3), "unknown-name", f"{author} [Problem.message]"
    )


@pytest.mark.parametrize("author", AUTHORS)
def test_the_words_of_an_author_stay_text(open_page: Callable[..., Page], tmp_path: Path, author):
    words = AUTHORS[author]
    built = spoken_by(words, medicine())
    made = {
        **site_of(built),
        "network": network_page(built),
        # The first page leads on at once where its script runs.
        "landing": landing_page("", built.settings).partition("<script>")[0],
        "problems": problems_page((complaint(words),), "en", "1").partition("<script>")[0],
    }
    blank = tmp_path / "blank.html"
    blank.write_text("<!doctype html><title>Nothing</title>")
    page = open_page(blank, width=390)
    for name, fields in SHOWN.items():
        file = tmp_path / f"{name.replace('/', '-')}.html"
        file.write_text(made[name], encoding="utf-8", newline="")
        page.goto(file.as_uri())
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        for box in page.locator("input[name=compare]").all():
            box.check()
        page.mouse.move(195, 400)
        body = page.evaluate(READ)
        assert [f for f in fields.split() if f"{words} [{f}]" not in body] == [], name
        assert page.evaluate("window.hacked") is None
        assert page.locator(HOSTILE).count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") == 390, name
        assert page.locator("h1").is_visible()
