"""Requisites in the words of formats that know no trees."""

from __future__ import annotations

import pytest

from curriculum_map.formats.rdf.trees import always_needed, has_alternatives, in_words
from curriculum_map.model import NO_REQUISITE, AnyOf, Text
from sample import all_of, any_of, catalogue, co, pre, strict_co, unit

BOTH = Text((("en", "Law"), ("nl", "Recht")))
HERE = catalogue(
    unit("law", title=BOTH), unit("ethics"), unit("art", title=Text((("nl", "Kunst"),)))
)


@pytest.mark.parametrize(
    ("tree", "words", "needed", "alternatives"),
    [
        (NO_REQUISITE, "", [], False),
        (pre("ethics"), "Ethics", ["ethics"], False),
        (all_of(pre("law"), co("ethics")), "Law + Ethics (co)", ["law", "ethics"], False),
        (any_of(pre("law"), strict_co("ethics")), "Law / Ethics (strict-co)", [], True),
        (any_of(pre("law")), "Law", ["law"], False),
        (any_of(), "", [], True),
        (
            all_of(pre("ethics"), any_of(pre("law"), pre("ethics"))),
            "Ethics + (Law / Ethics)",
            ["ethics"],
            True,
        ),
        (any_of(all_of(any_of(pre("law")))), "Law", ["law"], False),
    ],
)
def test_a_tree_says_what_is_needed_in_every_case_and_the_rest_in_words(
    tree, words, needed, alternatives
):
    assert in_words(tree, HERE).show("en") == words
    assert [each.unit for each in always_needed(tree)] == needed
    assert has_alternatives(tree) == alternatives


def test_words_are_in_every_language_that_all_titles_are_in():
    assert in_words(pre("law"), HERE) == BOTH
    assert in_words(AnyOf((pre("law"), pre("art"))), HERE) == Text((("nl", "Recht / Kunst"),))


def test_titles_without_a_common_language_are_said_in_the_first_of_the_project():
    assert in_words(all_of(pre("ethics"), pre("art")), HERE) == Text((("en", "Ethics + Kunst"),))
