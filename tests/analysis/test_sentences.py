"""Answers say the same in every language they speak, and nothing of it in another one."""

from __future__ import annotations

from string import Formatter

import pytest

from curriculum_map.analysis import figures, gaps
from curriculum_map.analysis.definitions import meanings
from curriculum_map.analysis.sentences import LANGUAGES, sentences
from curriculum_map.errors import UnknownName
from curriculum_map.model import Catalogue

OTHERS = LANGUAGES[1:]
ENGLISH = sentences()


def parts(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_a_template_for_every_sentence_with_the_same_parts(language):
    named = {key: parts(template) for key, template in sentences(language).items()}
    assert named == {key: parts(template) for key, template in ENGLISH.items()}


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_defines_the_same_words_in_the_same_order(language):
    for english, said in zip(meanings(), meanings(language), strict=True):
        assert list(said) == list(english)
        assert [word for word, meaning in said.items() if meaning == english[word]] == []
        assert all(meaning[0].isupper() and meaning[-1] == "." for meaning in said.values())


@pytest.mark.parametrize("ask", [gaps, figures])
def test_a_language_that_answers_do_not_speak_is_told(ask):
    with pytest.raises(UnknownName) as error:
        ask(Catalogue(), language="de")
    assert str(error.value) == 'There is no language of answers called "de". Known: en, et, nl.'
