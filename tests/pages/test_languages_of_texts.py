"""What an author wrote carries its language on every page in another one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.model import Institution, Text
from curriculum_map.pages.document import noted
from curriculum_map.pages.sentence import sentence, untranslated
from curriculum_map.pages.words import LANGUAGES
from sample import catalogue, profile, programme, teaches, text, unit
from shown import TYPED, Reader, medicine, site_of, spoken_by

AUTHOR = "Loquor"
SAID = re.compile(rf"{AUTHOR} \[([\w.]+)\]")
MARKED = re.compile(
    r'<(title)>.*?</title>|<(?!html)(\w+)[^>]* lang="[^"]*"[^>]*>.*?</\2>', re.DOTALL
)
"""What has a language of its own; the title of a page can have none."""

IN_NO_LANGUAGE = {
    "Competency.code",
    "Contribution.claimed_by",
    "Settings.publisher",
    "Source.creator",
    "Source.date",
}


@cache
def spoken() -> Mapping[str, str]:
    """Make the pages of a project in which everything is said in English, by one author."""
    built = medicine()
    other = Institution(id="other", title=text("Other"))
    extra = programme("extra", aims="more", institution="other")
    # So that there is something to choose from in every filter.
    more = replace(
        built,
        institutions={**built.institutions, "other": other},
        profiles={**built.profiles, "more": profile("more", law=1)},
        programmes={**built.programmes, "extra": extra},
    )
    return site_of(spoken_by(AUTHOR, more))


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_only_names_codes_dates_and_places_in_files_have_no_language(language):
    pages = [page for name, page in spoken().items() if name.startswith(f"{language}/")]
    read = " ".join(Reader(MARKED.sub("", page)).text for page in pages)
    unmarked = {field for field in SAID.findall(read) if not field.endswith(".where")}
    assert unmarked == IN_NO_LANGUAGE


@given(TYPED, st.sets(TYPED))
def test_a_sentence_is_read_as_it_was_said_whatever_is_not_translated(said, foreign):
    assert Reader(str(sentence(said, dict.fromkeys(foreign, "en")))).text == said


def test_a_note_is_in_the_language_its_thing_is_called_in_else_in_the_first_of_the_project():
    called = unit("law", title=text("Law"))
    shown = [str(noted("Fine.", thing, "et", ("nl", "en"))) for thing in (called, None)]
    assert shown == ['<bdi lang="en">Fine.</bdi>', '<bdi lang="nl">Fine.</bdi>']
    assert noted("Fine.", None, "et", ()) == "<bdi>Fine.</bdi>"


def test_a_sentence_marks_what_it_quotes_in_another_language():
    said = "„Data law“ nõuab õpiväljundit „Weighs“ ja „Andmed“."
    assert sentence(said, {"Data law": "en", "Weighs": "en"}) == (
        '<bdi>„<bdi lang="en">Data law</bdi>“ nõuab õpiväljundit '
        '„<bdi lang="en">Weighs</bdi>“ ja „Andmed“.</bdi>'
    )


def test_what_something_is_called_in_the_language_itself_is_not_marked():
    both = Text((("en", "Data"), ("nl", "Recht")))
    built = catalogue(
        unit("law", title=both),
        unit("laws", title=text("Recht.")),
        unit("recht", title=text("Recht")),
        unit("data", replace(teaches("vis", 1), text=text("Sees data."))),
    )
    found = untranslated(built, "nl")
    assert {words: found.get(words) for words in ("Data", "Recht", "Sees data", "Vis")} == {
        "Data": "en",
        "Recht": None,
        "Sees data": "en",
        "Vis": "en",
    }
