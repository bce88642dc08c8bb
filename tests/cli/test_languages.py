"""The commands answer in the language they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

import curriculum_map as cm
from asking import Answer, ask
from curriculum_map.analysis.sentences import LANGUAGES
from curriculum_map.cli import words
from curriculum_map.cli.words import WORDS, Say, Words
from written import BASE, FILE, write

OFFER = """\
institution: school
units:
  basics: {kind: course, title: Basics, workload: {hours: 1200.5}}
  drawing:
    {kind: course, title: Drawing, workload: {hours: 12.5}, requires: basics,
     outcomes: {o: {text: Draws, develops: {charts: applies}}}}
  sketching:
    {kind: course, title: {en: Sketching, nl: Schetsen}, workload: {hours: 2000}, requires: basics,
     outcomes: {o: {text: Draws, develops: {charts: applies}}}}
profiles: {modeller: {title: Modeller, requires: {models: applies}}}
programmes:
  medicine: {title: Medicine, aims: [graduate, modeller], plan: {year: 1, units: [basics, drawing]}}
  dentistry: {title: Dentistry, aims: graduate}
  free: {title: Free, plan: {year: 1, units: drawing}}
  nothing: {title: Nothing}
"""
QUIET = """\
institution: school
units:
  talk:
    {kind: course, title: Talk, outcomes: {o: {text: Talks, develops: {charts: knows}}},
     assessments: {e: {kind: exam, title: Exam, tests: o}}}
programmes: {law: {title: Law, aims: graduate, plan: {year: 1, units: talk}}}
"""
QUESTIONS = [
    ["gaps"],
    ["coverage"],
    ["coverage", "--figures"],
    ["coverage", "nothing", "--figures"],
    ["close", "dentistry", "--alternatives", "1"],
    ["close", "medicine"],
    ["path", "--to", "graduate", "--to", "models@knows"],
    ["next"],
    ["next", "--to", "models@knows"],
    ["what-if", "medicine", "--drop", "basics"],
    ["what-if", "medicine", "--drop", "drawing"],
    ["what-if", "medicine", "--move", "basics=1"],
    ["compare", "medicine", "dentistry"],
    ["metrics", "--show", "meanings"],
]


class Answers(NamedTuple):
    """What was answered, by language, and the names of the words around it."""

    given: Mapping[str, list[Answer]]
    heard: set[str]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("languages")
    return write(root / "project", {"competencies/base.yaml": BASE, FILE: OFFER})


@pytest.fixture(scope="module")
def answers(project: Path) -> Answers:
    """Give every answer in every language, and the names of what was said around them."""
    heard: set[str] = set()

    class Listening(dict[str, Words]):
        def __getitem__(self, key: str) -> Words:
            heard.add(key)
            return super().__getitem__(key)

    quiet = write(project.parent / "quiet", {"competencies/base.yaml": BASE, FILE: QUIET})
    renamed = QUIET.replace("talk", "speech")
    other = write(project.parent / "renamed", {"competencies/base.yaml": BASE, FILE: renamed})
    versions = [["diff", quiet, project], ["diff", quiet, quiet], ["diff", quiet, other]]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "WORDS", Listening(WORDS))
        given = {
            language: [
                *(ask("-p", project, "--language", language, *asked) for asked in QUESTIONS),
                *(ask("-p", quiet, "--language", language, *asked) for asked in versions),
                ask("-p", quiet, "--language", language, "gaps"),
            ]
            for language in LANGUAGES
        }
    return Answers(given, heard)


def test_a_template_has_the_same_parts_in_every_language():
    assert Words._fields == LANGUAGES
    for templates in WORDS.values():
        one, *others = ({name for _, name, _, _ in Formatter().parse(t) if name} for t in templates)
        assert others == [one, one]


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_people_are_answered_in_their_language(answers, language):
    for english, own in zip(answers.given["en"], answers.given[language], strict=True):
        assert own.code == english.code
        assert (own.out, own.err) != (english.out, english.err)


def test_everything_is_said_in_answer_to_some_question(answers):
    assert set(WORDS) - answers.heard == set()


@pytest.mark.parametrize("question", [["gaps"], ["next"], ["coverage", "--figures"]], ids=" ".join)
def test_programs_get_the_same_columns_and_codes_in_every_language(project, question):
    spoken = {"reason", "definition", "title"}
    rows = [
        [
            {name: value for name, value in row.items() if name not in spoken}
            for row in ask("-p", project, *asked, *question, "--format", "json").json()
        ]
        for asked in ([], ["--language", "nl"])
    ]
    assert rows[0]
    assert rows[0] == rows[1]


def test_a_path_in_dutch(project):
    answer = ask("-p", project, "--language", "nl", "path", "--to", "graduate")
    assert answer.out == (
        "Bewezen minimum: 2 onderwijseenheden, 1213 uur. Geen leerpad dat even weinig vraagt, "
        "duurt korter dan 2 periodes.\n"
        "\n"
        "Periode 1\n"
        "\n"
        "unit    title   workload     why\n"
        "basics  Basics  1.200,5 uur  Nodig voor “Drawing”.\n"
        "\n"
        "Periode 2\n"
        "\n"
        "unit     title    workload  why\n"
        "drawing  Drawing  12,5 uur  Draagt bij aan “Charts” op niveau “Knows”.\n"
    )


def test_a_path_in_dutch_of_units_taught_in_dutch(project):
    answer = ask("-p", project, "--language", "nl", "path", "--to", "graduate", "--taught-in", "nl")
    assert (answer.code, answer.err) == (
        2,
        'There is no language of teaching called "nl". None is defined. (unknown-name)\n',
    )


@pytest.mark.parametrize("question", [["gaps"], ["check"]])
def test_a_language_that_answers_do_not_speak_makes_no_sense(project, question):
    assert ask("-p", project, "--language", "de", *question) == (
        2,
        "",
        'There is no language of answers called "de". Known: en, et, nl. (unknown-name)\n',
    )


def test_hours_have_the_signs_of_the_language():
    assert [Say(language).hours(1234.5) for language in LANGUAGES] == [
        "1,234.5 h",
        "1.234,5 uur",
        "1\N{NO-BREAK SPACE}234,5 h",
    ]
    assert [Say().hours(hours) for hours in (1.833, 0.417)] == ["1.8 h", "0.4 h"]


def test_python_answers_in_a_language_too(project):
    catalogue = cm.load(project)
    tables: Mapping[str, str] = {
        "close": cm.close(catalogue, "dentistry", language="et")["close"].attrs["verdict"],
        "path": cm.path(catalogue, ["graduate"], language="et")["path"].attrs["verdict"],
        "gaps": cm.gaps(catalogue, ["nothing"], language="et")["reason"][0],
        "next": cm.next_units(catalogue, language="et")["reason"][0],
        "what-if": cm.what_if(catalogue, "medicine", drop=["basics"], language="et")["findings"][
            "reason"
        ][0],
        "diff": cm.diff(catalogue, catalogue, language="et")["figures"]["definition"][0],
    }
    assert tables == {
        "close": "Tõestatult vähim: 2 õppeüksust, 1213 h.",
        "path": "Tõestatult vähim: 2 õppeüksust, 1213 h. Ükski sama väikese mahuga õpitee ei ole "
        "lühem kui 2 perioodi.",
        "gaps": "Õppekava „Nothing“ ei ole suunatud ühelegi rolliprofiilile.",
        "next": "Avab õppeüksused „Drawing“ ja „Sketching“.",
        "what-if": "Õppeüksuse „Drawing“ eelduseks on „Basics“, kuid õppekavas „Medicine“ seda ei "
        "ole.",
        "diff": "Nõutud pädevused, mida käsitleb vähemalt üks õppekava õppeüksus, ükskõik mis "
        "tasemel.",
    }
