"""The shipped curricula are complete, sourced, and honest about what nobody states."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import Any

import pytest
import yaml

from curriculum_map.analysis.coverage import coverage
from curriculum_map.analysis.definitions import STATES
from curriculum_map.cli.build import FILES
from curriculum_map.cli.documents import FROM_CONTENT
from curriculum_map.formats.project import load
from curriculum_map.model import NO_REQUISITE, Catalogue, Contribution, Programme, Unit
from shipped import CONTENT, ROOT, SEEDS, all_quotes, digest, invented, normal

SKILLS4EOSC = CONTENT / "frameworks" / "skills4eosc"
PARTNER_PAGES = (
    "dash-team",
    "aiprohealth-page",
    "aiprohealth-8d",
    "ai-hospital-page",
    "exquairo-page",
    "jsm-page",
    "edata-2020",
    "rug-programmes",
    "uu-data-science",
    "uu-epidemiology",
    "epidemiology-online",
    "human-centered-ml",
    "data-science-for-docs",
    "tartu-computer-science",
    "estonia-data-science",
)
TEXT_OF = {
    **SEEDS,
    **dict.fromkeys(PARTNER_PAGES, CONTENT / "partners.md"),
    "dataclinic-listing": CONTENT / "dataclinic.md",
}

ACTIVITIES = {
    "umcg-medicine-y1-digital-health": "medicine",
    "umcg-medicine-y1-genai-ebm": "genai-in-ebm",
    "umcg-medicine-y1-doctor-and-ai": "doctor-and-ai",
    "umcg-ai-hospital-module": "ai-hospital-module",
    "umcg-medicine-y1-ehealth": "ehealth-lecture-and-assignment",
    "umcg-medicine-y3-ml": "ml-in-clinical-decisions",
    "umcg-master-ai-hospital-llm": "master",
    "umcg-research-master-health-data-science": "health-data-science-course",
    "umcg-dentistry-y1": "dentistry-digital-health",
    "umcg-phd-llm": "phd",
    "umcg-elearning-ai-in-healthcare": "elearning-ai-in-healthcare",
    "umcg-elearning-genai-guidance": "elearning-genai-guidance",
    "umcg-elearning-ehealth": "elearning-ehealth",
    "umcg-ai-literacy-programme": "ai-literacy-programme",
    "exquairo-bootcamp": "exquairo-bootcamp",
    "dash-summer-school": "dash-summer-school",
    "dash-winter-school": "dash-winter-schools",
    "dash-online-courses": "dash-online-courses",
    "ehealth-concept-to-care": "ehealth-concept-to-care",
    "dash-research-tools-workshops": "research-tools-workshops",
    "transplantlines-synthetic-dataset": "practising-statistics-on-synthetic-data",
    "genai-clinical-reasoning-vignettes": "clinical-reasoning-vignettes",
    "umcg-ai-hospital-game": "ai-hospital-game",
    "jsm-digital-health-courses": "junior-scientific-masterclass",
    "data-wise-minor": "data-wise",
    "aiprohealth": "aiprohealth",
    "science-truck": "science-truck",
    "zpannend-zernike": "zpannend-zernike",
    "innovation-management-ehealth-implementation": "innovation-and-ehealth-implementation",
    "community-digital-tools-workshops": "digital-tools-workshops",
    "noorderpoort-collaboration": "noorderpoort-collaboration",
    "digital-healthcare-cafes": "digital-healthcare-cafes",
    "dash-connect": "dash-connect",
    "ai-community-symposium": "ai-community-symposium",
    "smart-care-relay": "smart-care-relay",
    "elsa-nn-public-lectures": "elsa-nn-public-lectures",
    "ai-in-umcg-symposium": "ai-in-umcg-symposium",
    "digital-healthcare-community": "digital-healthcare-community",
    "machine-learning-lab": "machine-learning-lab",
    "dash-it-lab": "dash-it-lab",
    "dash-free-events": "dash-free-events",
    "elsa-nn": "elsa-nn",
}
"""The activities that the collected facts list, and what each is called here."""

# The quotes, and the modules and objectives of the one curriculum that is shipped whole, as they
# were when they were last found in the texts of their sources. The texts are not ours to ship;
# without them, words that somebody changed still do not go unnoticed.
QUOTES_FOUND = "b9a8f04f8266dfe5"
MODULES_FOUND = "6ef809879e07cfe5"
RENEW = 'Compare the data with the sources again, then write {name} = "{digest}".'


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load(ROOT)


def contributions(shipped: Catalogue) -> list[Contribution]:
    return [
        each
        for unit in shipped.units.values()
        for outcome in unit.outcomes
        for each in outcome.contributions
    ]


def plans(shipped: Catalogue, unit: str) -> set[str]:
    """Name the programmes in whose plan a unit stands."""
    return {
        programme.id
        for programme in shipped.programmes.values()
        for item in programme.plan
        if unit in item.units
    }


def offered(shipped: Catalogue) -> list[Programme | Unit]:
    return [*shipped.programmes.values(), *shipped.units.values()]


def from_seeds(thing: Programme | Unit) -> bool:
    return set(thing.sources) <= set(SEEDS)


def read_csv(name: str) -> list[dict[str, str]]:
    text = (SKILLS4EOSC / name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def skills4eosc_text() -> str:
    rows = [*read_csv("modules.csv"), *read_csv("learning_objectives.csv")]
    return " ".join(normal(cell) for row in rows for cell in row.values())


def hours(stated: str) -> float:
    """Read a duration such as `2 hours 50 minutes (without optional activity)`."""
    found = {word: float(n) for n, word in re.findall(r"(\d+) (hour|minute)", stated)}
    return round(found.get("hour", 0) + found.get("minute", 0) / 60, 3)


# Sources


def test_everything_that_is_offered_says_where_it_comes_from(shipped):
    things: list[Any] = [*shipped.institutions.values(), *offered(shipped)]
    assert [each.id for each in things if not each.sources] == []
    assert [each.id for each in offered(shipped) if from_seeds(each) and not each.quote] == []


def test_every_source_of_a_page_says_how_certain_it_is(shipped):
    silent = [
        name
        for name in (*PARTNER_PAGES, "dataclinic-listing", "skills4eosc")
        if not re.match(r"Certainty [ABC]\b", shipped.sources[name].note)
    ]
    assert silent == []


def test_every_quote_stands_in_its_source(shipped):
    found = all_quotes(shipped.institutions, shipped.programmes, shipped.units)
    if CONTENT.is_dir():
        text = {
            source: normal(path.read_text(encoding="utf-8")) for source, path in TEXT_OF.items()
        }
        text["skills4eosc"] = skills4eosc_text()
        assert invented(found, text) == []
    assert digest(found) == QUOTES_FOUND, RENEW.format(name="QUOTES_FOUND", digest=digest(found))


def test_every_activity_that_the_collected_facts_list_is_there(shipped):
    if CONTENT.is_dir():
        facts = yaml.safe_load((CONTENT / "seeds_facts.yaml").read_text(encoding="utf-8"))
        assert [activity["id"] for activity in facts["education"]] == list(ACTIVITIES)
    there = {*shipped.units, *shipped.programmes, *shipped.institutions}
    assert set(ACTIVITIES.values()) - there == set()


# What nobody states


def test_what_the_seeds_never_state_stays_empty(shipped):
    silent = [unit for unit in shipped.units.values() if from_seeds(unit)]
    claims = [
        (unit.id, unit.workload, unit.credits, unit.languages, unit.requires)
        for unit in silent
        if (unit.workload, unit.credits, unit.languages, unit.requires)
        != (None, None, (), NO_REQUISITE)
    ]
    assert len(silent) > 30
    assert claims == []


def test_an_outcome_is_marked_as_assumed_unless_its_words_are_the_sources(shipped):
    stated = {
        unit.id: {outcome.id for outcome in unit.outcomes if not outcome.assumed}
        for unit in shipped.units.values()
        if any(not outcome.assumed for outcome in unit.outcomes)
    }
    own = {name for name in stated if not name.startswith("s4e-")}
    assert own == {"docs-excel-hell"}
    assert stated["docs-excel-hell"] == {"describes-data-types", "formats-spreadsheets"}


def test_assessments_stand_only_where_a_source_names_one_and_say_what_is_assumed(shipped):
    named = {
        unit.id: [(each.id, each.assumed) for each in unit.assessments]
        for unit in shipped.units.values()
        if unit.assessments
    }
    assert named == {
        "ehealth-lecture-and-assignment": [("assignment", True)],
        "human-centered-ml": [("fairness", True), ("explainability", True)],
        "s4e-6.1": [("quiz", True)],
        "s4e-6.2": [("quiz", True)],
    }


def test_an_outcome_that_develops_nothing_says_why(shipped):
    silent = [
        (unit.id, outcome.id)
        for unit in shipped.units.values()
        for outcome in unit.outcomes
        if not outcome.contributions and "evelops nothing here" not in outcome.note
    ]
    assert silent == []


def test_every_contribution_is_a_suggestion_with_the_words_it_rests_on(shipped):
    said = Counter((each.status, bool(each.evidence)) for each in contributions(shipped))
    assert set(said) == {("suggested", True)}


def test_no_course_is_ascribed_to_the_institutions_of_which_none_was_found(shipped):
    assert {"umc-utrecht", "elevate", "ortec"} <= set(shipped.institutions)
    offering = {each.institution for each in offered(shipped)}
    assert offering & {"umc-utrecht", "elevate", "ortec"} == set()


# What the sources do state


@pytest.mark.parametrize(
    ("kind", "thing", "sayings"),
    [
        ("programmes", "medicine", ('"approximately 400"', '"over 400"')),
        ("programmes", "exquairo-bootcamp", ("exquAIro", "Exquairo", "ExquAlro")),
        ("programmes", "exquairo-bootcamp", ('"a six-week programme"', '"two blocks for')),
        (
            "programmes",
            "exquairo-bootcamp",
            ('"a valuable contribution"', '"Originally established'),
        ),
        ("units", "science-truck", ("Netherlands and Germany", '"schools across the Netherlands"')),
        ("units", "ai-in-umcg-symposium", ('"AI in UMCG Symposium"', '"AI in Healthcare at UMCG"')),
        ("units", "digital-healthcare-community", ('"Jantina Tamme School"', '"Jantina Tammes')),
        ("units", "dash-talks-2025", ("The calendar of 2025", '"Surgeons\' Days 2026"')),
        ("programmes", "tartu-computer-science", ("practice 18", "practice 12")),
    ],
)
def test_sources_that_disagree_are_both_told(shipped, kind, thing, sayings):
    found = getattr(shipped, kind)[thing]
    note = normal(f"{found.note} {getattr(found.learners, 'note', '')}")
    assert [each for each in sayings if each not in note] == []


def test_ai_hospital_is_a_module_a_game_and_a_workshop_that_uses_the_game(shipped):
    names = ("ai-hospital-module", "ai-hospital-game", "ai-hospital-workshop")
    assert [shipped.units[name].unit_kind for name in names] == ["e-learning", "game", "workshop"]
    assert plans(shipped, "ai-hospital-module") == {"medicine", "e-learning"}
    assert plans(shipped, "ai-hospital-game") == {"master"}
    playing = [unit.id for unit in shipped.units.values() if "ai-hospital-game" in unit.parts]
    assert playing == ["ai-hospital-workshop", "aiprohealth-face-to-face"]


def test_the_collaborative_module_of_dataclinic_is_the_only_one_with_a_known_lead(shipped):
    (modules,) = shipped.programmes["dataclinic-modules"].plan
    assert {unit: shipped.units[unit].institution for unit in modules.units} == {
        "dataclinic-data-literacy": "dataclinic-partnership",
        "dataclinic-data-stewardship": "dataclinic-partnership",
        "dataclinic-collaborative-data-science": "ucl-health-informatics",
        "dataclinic-clinical-practice": "dataclinic-partnership",
    }


def test_the_credits_of_a_plan_add_up_to_those_of_its_programme(shipped):
    sums = {}
    for programme in shipped.programmes.values():
        if programme.credits and programme.plan:
            required = [item for item in programme.plan if not item.elective]
            chosen = [item for item in programme.plan if item.choose]
            ec = sum(shipped.units[unit].credits.ec for item in required for unit in item.units)
            ec += sum(shipped.units[item.units[0]].credits.ec * item.choose for item in chosen)
            sums[programme.id] = (ec, programme.credits.ec)
    assert sums == {"tartu-computer-science": (120, 120), "uu-data-science": (120, 120)}


def test_the_data_steward_curriculum_is_the_published_one_word_for_word(shipped):
    encoded = [
        (
            item.title.show("en"),
            unit.title.show("en"),
            unit.workload.hours if unit.workload else None,
            tuple(outcome.text.show("en") for outcome in unit.outcomes),
        )
        for item in shipped.programmes["data-steward-curriculum"].plan
        for unit in (shipped.units[name] for name in item.units)
    ]
    if CONTENT.is_dir():
        objectives = read_csv("learning_objectives.csv")
        assert encoded == [
            (
                row["section"],
                row["module_title"].partition(": ")[2],
                hours(row["total_duration_as_stated"]),
                tuple(
                    each["learning_objective"]
                    for each in objectives
                    if each["our_module_id"] == row["our_module_id"]
                ),
            )
            for row in read_csv("modules.csv")
        ]
    assert (len(encoded), sum(len(row[3]) for row in encoded)) == (28, 73)
    assert digest(encoded) == MODULES_FOUND, RENEW.format(
        name="MODULES_FOUND", digest=digest(encoded)
    )


# Credits


def test_the_tables_come_with_the_credits_and_licences_of_all_they_rest_on(shipped):
    rows = list(csv.DictReader(io.StringIO(FILES["sources.csv"](shipped).removeprefix("\ufeff"))))
    assert [(row["source"], row["licence"], row["attribution"]) for row in rows] == [
        (each.id, each.licence, each.attribution) for each in shipped.sources.values()
    ]
    assert sum(bool(row["attribution"]) for row in rows) > 5


def test_a_source_under_a_licence_of_creative_commons_says_which_line_to_show(shipped):
    owed = [each.id for each in shipped.sources.values() if each.licence and not each.attribution]
    assert owed == ["this-project"]


# Use


def test_every_programme_is_called_something_in_three_languages(shipped):
    named = [
        each.id
        for each in shipped.programmes.values()
        if each.title.languages not in (("en", "et", "nl"), ("en", "nl", "et"))
    ]
    assert named == ["aiprohealth", "exquairo-bootcamp"]


def test_a_first_run_shows_every_state_a_required_competency_can_be_in(shipped):
    assert set(coverage(shipped).column("state")) - {"extra"} == set(STATES) - {"extra"}


@pytest.mark.parametrize("name", FROM_CONTENT)
def test_a_page_that_is_made_from_the_content_is_up_to_date(shipped, name):
    written = (ROOT / name).read_text(encoding="utf-8")
    assert written == FROM_CONTENT[name](shipped), 'Run "curriculum-map document ." again.'
