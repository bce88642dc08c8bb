"""What a project says about itself, and what it cannot say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from curriculum_map.formats.project import read_project
from curriculum_map.formats.settings import FILE, read_settings
from curriculum_map.model import Settings, Text
from written import write

WHOLE = """\
title = {nl = "Kaart", en = "Map"}
base = "https://school.nl/map#"
languages = ["nl", "en"]
publisher = "School"
licence = "https://creativecommons.org/licenses/by/4.0/"
"""


def settings(text: str, root: Path) -> tuple[Settings, list[str]]:
    """Read the settings of a project, and give the problems as `check` prints them."""
    found, problems = read_settings(write(root, {FILE: text}))
    return found, [str(problem).removeprefix(f"{FILE}:") for problem in problems]


def test_every_setting_is_read(tmp_path):
    assert settings(WHOLE, tmp_path) == (
        Settings(
            title=Text((("en", "Map"), ("nl", "Kaart"))),
            base="https://school.nl/map#",
            languages=("nl", "en"),
            publisher="School",
            licence="https://creativecommons.org/licenses/by/4.0/",
        ),
        [],
    )


def test_a_project_without_the_file_or_with_nothing_in_it_has_the_usual_settings(tmp_path):
    assert read_settings(tmp_path) == (Settings(), [])
    assert settings("", tmp_path) == (Settings(), [])


def test_a_byte_order_mark_is_accepted_silently(tmp_path):
    assert settings('\ufeffpublisher = "S"\n', tmp_path) == (Settings(publisher="S"), [])


def test_a_title_that_lacks_a_language_is_a_warning_and_changes_no_setting(tmp_path):
    found, problems = settings('title = "Kaart"\nlanguages = ["nl", "en"]\n', tmp_path)
    assert found == Settings(title=Text((("nl", "Kaart"),)), languages=("nl", "en"))
    assert problems == ["1:1: This text is missing in en. (missing-language)"]


WRONG = {
    'bas = "x"': ['1:1: "bas" says nothing about settings. Did you mean "base"? (unknown-field)'],
    'publisher = "S"\nbase = "https://school.nl"': [
        '2:1: "https://school.nl" must end in / or #, so that ids can follow it. (bad-form)'
    ],
    'base = "school"': ['1:1: "school" is not a web address (http:// or https://). (bad-form)'],
    "base = 5": ['1:1: "5" is not a web address (http:// or https://). (bad-form)'],
    "languages = []": [
        "1:1: A project has at least one language. Name one, or take the line away. (empty-text)"
    ],
    'languages = ["English"]': [
        '1:1: "English" is not a language tag such as en, nl or et. (bad-form)'
    ],
    'languages = ["en", "en"]': ['1:1: "en" stands in this list already. (twice-in-list)'],
    "[title]\nEnglish = 'M'": [
        '2:1: "English" is not a language tag. Languages are written en, nl, et, ... (bad-form)'
    ],
    "publisher = ['a']": ["1:1: Here belongs a text, not a list. (wrong-type)"],
    "publisher = '1'\npublisher = '2'\n": [
        "2:16: This is not TOML: Cannot overwrite a value. (syntax)"
    ],
    "publisher = x": ["1:13: This is not TOML: Invalid value. (syntax)"],
    "publisher = '": ['1:14: This is not TOML: Expected "\'". (syntax)'],
}


@pytest.mark.parametrize("text", WRONG)
def test_what_the_file_cannot_say_is_named_and_leaves_the_usual_settings(tmp_path, text):
    assert settings(text, tmp_path) == (Settings(), WRONG[text])


def test_a_project_with_wrong_settings_is_read_all_the_same(tmp_path):
    write(tmp_path, {FILE: "languages = []\n", "curricula/x.yaml": "sources: {s: {title: S}}\n"})
    reading = read_project(tmp_path)
    assert [problem.code for problem in reading.problems] == ["empty-text"]
    assert reading.catalogue.sources["s"].title == Text((("en", "S"),))


def test_another_encoding_is_named(tmp_path):
    (tmp_path / FILE).write_bytes('title = "Génétique"\n'.encode("cp1252"))
    said = 'The file is not saved as UTF-8. Save it again with the encoding "UTF-8".'
    assert [str(p) for p in read_settings(tmp_path)[1]] == [f"{FILE}: {said} (not-utf-8)"]


@pytest.mark.parametrize(
    ("target", "code"),
    [("nowhere", "unreadable"), (FILE, "unreadable"), (os.devnull, "outside-project")],
)
def test_a_link_that_leads_nowhere_or_out_of_the_project_is_not_passed_over(tmp_path, target, code):
    (tmp_path / FILE).symlink_to(target)
    found, problems = read_settings(tmp_path)
    assert (found, [problem.code for problem in problems]) == (Settings(), [code])
