"""Answers say the same in every language they speak, and nothing of it in another one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spoken import QUESTIONS

from curriculum_map.analysis import figures, gaps, redundancy, speech
from curriculum_map.analysis.closing.plan import closing_plan
from curriculum_map.analysis.closing.question import Repair
from curriculum_map.analysis.definitions import FINDINGS, meanings
from curriculum_map.analysis.metrics import metrics
from curriculum_map.analysis.paths.next import next_units
from curriculum_map.analysis.paths.path import Journey, learning_path
from curriculum_map.analysis.sentences import LANGUAGES, sentences
from curriculum_map.analysis.speech import Speech, tenths
from curriculum_map.errors import UnknownName
from curriculum_map.formats.project import load
from curriculum_map.model import Catalogue, Settings, Text
from sample import catalogue, competency, item, outcome, profile, programme, teaches, unit, works_on
from shipped import ROOT

OTHERS = LANGUAGES[1:]
ENGLISH = sentences()
SHARED = {"nl": {"direct", "in", "is", "met", "of", "plus", "student"}, "et": {"h", "on"}}
"""Words that a language has in common with English."""

Heard = Mapping[str, tuple[set[str], Mapping[str, list[str]]]]


def parts(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def words(templates: Mapping[str, str]) -> set[str]:
    """Give the words of templates, and not those of their parts."""
    said = (re.sub(r"\{\w+\}", " ", template).lower() for template in templates.values())
    return {word for text in said for word in re.findall(r"[^\W\d_]+", text)}


class Listening(dict[str, str]):
    """A table of sentences that remembers which of them were said."""

    def __init__(self, table: Mapping[str, str], said: set[str]) -> None:
        super().__init__(table)
        self._said = said

    def __getitem__(self, key: str) -> str:
        self._said.add(key)
        return super().__getitem__(key)


@pytest.fixture(scope="module")
def heard() -> Iterator[Heard]:
    """Ask every question in every language: which sentences were said, and the answers."""
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        for language in LANGUAGES:
            said: set[str] = set()
            table = Listening(sentences(language), said)
            patch.setattr(speech, "sentences", lambda _, table=table: table)
            answers = {name: list(ask(language)) for name, ask in QUESTIONS.items()}
            found[language] = said, answers
    return found


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_a_template_for_every_sentence_with_the_same_parts(language):
    named = {key: parts(template) for key, template in sentences(language).items()}
    assert named == {key: parts(template) for key, template in ENGLISH.items()}


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_word_is_left_in_another_language(language):
    ours, theirs = meanings(language), meanings()
    own = words(sentences(language)).union(*map(words, ours))
    english = words(ENGLISH).union(*map(words, theirs))
    assert own & english == SHARED[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_said_in_answer_to_some_question(heard, language):
    said, _ = heard[language]
    assert said == set(ENGLISH)


def test_every_finding_has_a_sentence():
    assert [code for code in [*FINDINGS, "redundant"] if code not in ENGLISH] == []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_is_as_long_in_every_language_and_each_sentence_another_one(
    heard, question, language
):
    _, english = heard["en"]
    _, answers = heard[language]
    pairs = list(zip(english[question], answers[question], strict=True))
    assert pairs
    # A state and one level are words of the answer's columns, and no sentence.
    assert [one for one, other in pairs if one == other and ": " not in one] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_a_sentence_is_said_and_none_is_said_twice(heard, language):
    _, answers = heard[language]
    odd = re.compile(r"[{}]|  |\s[.,;]|\.\.|““|„„|^\s|\s$")
    assert [text for texts in answers.values() for text in texts if odd.search(text)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_defines_the_same_words_in_the_same_order(language):
    for english, said in zip(meanings(), meanings(language), strict=True):
        assert list(said) == list(english)
        assert [word for word, meaning in said.items() if meaning == english[word]] == []
        assert all(meaning[0].isupper() and meaning[-1] == "." for meaning in said.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_words_have_one_definition(language):
    for said in meanings(language):
        assert len(set(said.values())) == len(said)


CHARTS = Text((("en", "Charts"), ("nl", "Grafieken")))


def school(*languages: str) -> Catalogue:
    """Give a programme without units that aims at a competency with an English and Dutch title."""
    return catalogue(
        competency("vis", title=CHARTS),
        unit("lone", teaches("vis", 1), title=Text((("en", "Lone"),))),
        programme("medicine", aims="p", title=Text((("et", "Arstiteadus"),))),
        profile("p", vis=1),
        settings=Settings(languages=languages),
    )


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        (
            "",
            "“Grafieken” is required at “knows”; no unit in the plan of “Arstiteadus” works on it.",
        ),
        (
            "en",
            "“Charts” is required at “knows”; no unit in the plan of “Arstiteadus” works on it.",
        ),
        (
            "nl",
            "“Grafieken” is vereist op niveau “knows”; geen enkele onderwijseenheid in het "
            "studieprogramma van “Arstiteadus” draagt eraan bij.",
        ),
        (
            "et",
            "Pädevus „Grafieken“ on nõutud tasemel „knows“; ükski õppekava „Arstiteadus“ õppeüksus "
            "seda ei käsitle.",
        ),
    ],
)
def test_titles_are_in_the_language_asked_for_or_else_the_first_of_the_project(language, reason):
    assert gaps(school("nl", "en"), ["medicine"], language=language).column("reason")[0] == reason


@pytest.mark.parametrize(("language", "title"), [("nl", "Grafieken"), ("et", "Charts")])
def test_titles_in_tables_are_so_too(language, title):
    things = catalogue(
        unit("a", teaches("vis", 1), title=CHARTS, hours=1),
        programme("m", item("a"), aims="p"),
        programme("empty", aims="p"),
        profile("p", vis=1),
    )
    journey = Journey(to=("p",))
    for table in (
        metrics(things, "m", language=language),
        next_units(things, journey, language=language),
        learning_path(things, journey, language=language).table,
        closing_plan(things, Repair(programme="empty"), language=language).table,
    ):
        assert table.column("title") == [title]


def test_what_is_repeated_is_shown_in_the_language_asked_for():
    units = [unit(name, outcome("o", works_on("vis", 1), text=CHARTS)) for name in ("a", "b")]
    things = catalogue(*units, programme("m", item("a", "b")))
    assert redundancy(things, language="nl").column("text") == ["Grafieken", "Grafieken"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["A", "A and B", "A, B, C and 1 more"]),
        ("nl", ["A", "A en B", "A, B, C en nog 1"]),
        ("et", ["A", "A ja B", "A, B, C ja veel 1"]),
    ],
)
def test_a_list_names_three_things_and_counts_the_rest(language, said):
    assert [Speech(language).listed("ABCD"[:number]) for number in (1, 2, 4)] == said
    assert Speech(language).listed([]) == ""


def test_a_closing_plan_says_the_same_in_another_language_without_looking_again():
    things = catalogue(unit("a", teaches("vis", 1)), programme("m", aims="p"), profile("p", vis=1))
    plan = closing_plan(things, Repair(programme="m"))
    said = closing_plan(things, Repair(programme="m"), language="et")
    assert plan.spoken("et") == said
    assert plan.spoken("et").table == said.table
    with pytest.raises(UnknownName, match="language of answers"):
        plan.spoken("de")
    assert plan.table.column("reason") == ["Closes “Vis” at “knows”."]
    assert said.table.column("reason") == ["Kõrvaldab puudujäägi „Vis“ tasemel „knows“."]


@pytest.mark.parametrize(
    "ask",
    [
        gaps,
        figures,
        redundancy,
        metrics,
        lambda things, language: next_units(things, Journey(), language=language),
        lambda things, language: learning_path(things, Journey(), language=language),
        lambda things, language: closing_plan(things, Repair(programme="x"), language=language),
    ],
)
def test_a_language_that_answers_do_not_speak_is_told(ask):
    with pytest.raises(UnknownName) as error:
        ask(Catalogue(), language="de")
    assert str(error.value) == 'There is no language of answers called "de". Known: en, et, nl.'


SHIPPED = load(ROOT)


@pytest.mark.parametrize("language", OTHERS)
def test_the_shipped_project_has_the_same_findings_in_every_language(language):
    english, said = gaps(SHIPPED).records(), gaps(SHIPPED, language=language).records()
    told = {row.pop("reason") for row in english}
    own = {row.pop("reason") for row in said}
    assert told.isdisjoint(own)
    assert sorted(map(str, english)) == sorted(map(str, said))


def test_hours_are_said_in_tenths_halves_upwards_with_the_sign_of_the_language():
    said = ["0", "0.1", "1.8", "2.3", "40"]
    assert [Speech().hours(hours) for hours in (0, 0.05, 1.833, 2.25, 40)] == said
    assert [Speech(language).hours(1.833) for language in LANGUAGES] == ["1.8", "1,8", "1,8"]


@given(st.integers(0, 10_000_000))
def test_hours_as_said_are_nearly_right_and_nothing_only_where_there_are_none(thousandths):
    said = tenths(thousandths / 1000)
    assert (said == 0) == (thousandths == 0)
    assert abs(round(1000 * said) - thousandths) <= (50 if thousandths >= 50 else 99)
