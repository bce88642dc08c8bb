"""The shipped content is complete, sourced, and honest about what it assumes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from curriculum_map.analysis.coverage import coverage
from curriculum_map.analysis.definitions import STATES
from curriculum_map.formats.project import load, read_project
from curriculum_map.model import NO_REQUISITE, Catalogue, Contribution, RoleProfile
from curriculum_map.model.declare import Sourced

ROOT = Path(__file__).parents[1]
TEXTS = ROOT.parent / "shared" / "seeds"
TEXT_OF = {
    "dash-2025": "002_a0893b901e867d82.txt",
    "dash-about": "001_4194a933d09ab3ce.txt",
    "dash-news": "000_fda6883c2b444a43.txt",
    "dataclinic": "004_e8cd480f975166d5.txt",
}

# The quotes as they were when they were last found in the texts of their sources. The texts are
# not ours to ship; without them, a quote that somebody changed still does not go unnoticed.
FOUND_IN_THE_SOURCES = "d05b610f210daae0"


class Quote(NamedTuple):
    """Words of a source, and the sources they may stand in."""

    sources: tuple[str, ...]
    words: str


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load(ROOT)


def quotes(thing: object, sources: tuple[str, ...] = ()) -> Iterator[Quote]:
    """Find every quote in a thing; what names no source has that of what encloses it."""
    if isinstance(thing, tuple):
        for each in thing:
            yield from quotes(each, sources)
    if not is_dataclass(thing):
        return
    if isinstance(thing, Sourced):
        sources = thing.sources or sources
        words = (thing.quote, thing.evidence if isinstance(thing, Contribution) else "")
        yield from (Quote(sources, each) for each in words if each)
    for field in fields(thing):
        yield from quotes(getattr(thing, field.name), sources)


def all_quotes(shipped: Catalogue) -> list[Quote]:
    teaching = (shipped.frameworks, shipped.institutions, shipped.programmes, shipped.units)
    return sorted({each for things in teaching for each in quotes(tuple(things.values()))})


def contributions(shipped: Catalogue) -> list[Contribution]:
    return [
        each
        for unit in shipped.units.values()
        for outcome in unit.outcomes
        for each in outcome.contributions
    ]


def ranks(shipped: Catalogue, profile: RoleProfile) -> dict[str, int]:
    rank = shipped.ranks().rank
    return {each.competency: rank(each.level, each.competency) for each in profile.requires}


def plans(shipped: Catalogue, unit: str) -> set[str]:
    """Name the programmes in whose plan a unit stands."""
    return {
        programme.id
        for programme in shipped.programmes.values()
        for item in programme.plan
        if unit in item.units
    }


def normal(text: str) -> str:
    return " ".join(text.split())


def test_the_shipped_project_has_no_problem_and_no_warning():
    assert read_project(ROOT).problems == ()


def test_the_framework_says_that_it_is_not_the_dataclinic_profile(shipped):
    disclaimer = shipped.frameworks["dataclinic-style"].disclaimer
    assert disclaimer.languages == ("en", "et", "nl")
    assert disclaimer.show("en") == (
        "Illustrative. The structure follows the public description of the DATAclinic project; the "
        "statements are this project's own. This is not the DATAclinic Competency Profile."
    )


def test_the_framework_has_four_areas_of_at_least_six_competencies(shipped):
    areas = [area.id for area in shipped.frameworks["dataclinic-style"].areas]
    assert areas == [
        "data-literacy",
        "data-stewardship",
        "collaborative-data-science",
        "clinical-practice",
    ]
    placed = [each.area for each in shipped.competencies.values()]
    assert [area for area in areas if placed.count(area) < 6] == []


def test_every_competency_is_described_at_every_level_and_in_three_languages(shipped):
    levels = [level.id for level in shipped.scales["miller"].levels]
    assert levels == ["knows", "knows-how", "shows-how", "does"]
    described = {
        each.id: (
            [descriptor.level for descriptor in each.descriptors],
            each.title.languages,
            each.definition.languages,
            each.competency_kind is not None,
        )
        for each in shipped.competencies.values()
    }
    complete = (levels, ("en", "et", "nl"), ("en", "et", "nl"), True)
    assert {name: said for name, said in described.items() if said != complete} == {}


def test_no_two_levels_are_described_in_the_same_words(shipped):
    words = [
        descriptor.text.show("en")
        for each in shipped.competencies.values()
        for descriptor in each.descriptors
    ]
    assert len(words) == len(set(words))


def test_parts_stand_in_the_area_of_their_whole(shipped):
    area = {each.id: each.area for each in shipped.competencies.values()}
    astray = [
        (whole.id, part)
        for whole in shipped.competencies.values()
        for part in whole.parts
        if area[part] != whole.area
    ]
    assert astray == []


def test_ethics_law_and_security_stand_in_every_area(shipped):
    named = {
        "data-literacy": "lit.fair-data-use",
        "data-stewardship": "stew.privacy-law",
        "collaborative-data-science": "collab.agreements",
        "clinical-practice": "clin.elsa",
    }
    assert {shipped.competencies[each].area: each for each in named.values()} == named


def test_every_level_a_profile_asks_for_is_marked_as_assumed(shipped):
    stated = [
        (profile.id, each.competency)
        for profile in shipped.profiles.values()
        for each in profile.requires
        if not each.assumed
    ]
    assert stated == []


@pytest.mark.parametrize(
    ("lower", "higher"),
    [("depth-bachelor", "depth-master"), ("depth-research-master", "depth-doctorate")],
)
def test_a_higher_degree_never_asks_for_less(shipped, lower, higher):
    asked = ranks(shipped, shipped.profiles[higher])
    wanted = ranks(shipped, shipped.profiles[lower])
    assert {name for name, rank in wanted.items() if asked.get(name, 0) < rank} == set()


def test_every_profile_is_aimed_at_by_a_programme(shipped):
    aims = {aim for programme in shipped.programmes.values() for aim in programme.aims}
    assert aims == set(shipped.profiles)


def test_every_contribution_is_a_suggestion_with_the_words_it_rests_on(shipped):
    said = [(each.status, bool(each.evidence)) for each in contributions(shipped)]
    assert set(said) == {("suggested", True)}


def test_every_outcome_and_assessment_is_marked_as_assumed(shipped):
    read_out = [
        (unit.id, each.id)
        for unit in shipped.units.values()
        for each in (*unit.outcomes, *unit.assessments)
        if not each.assumed
    ]
    assert read_out == []


def test_everything_that_is_offered_says_where_it_comes_from(shipped):
    offered: list[Any] = [
        *shipped.institutions.values(),
        *shipped.programmes.values(),
        *shipped.units.values(),
    ]
    assert [each.id for each in offered if not each.sources] == []
    assert [
        each.id
        for each in (*shipped.programmes.values(), *shipped.units.values())
        if not each.quote
    ] == []


def test_every_quote_stands_in_its_source(shipped):
    found = all_quotes(shipped)
    digest = hashlib.sha256(repr(found).encode()).hexdigest()[:16]
    if TEXTS.is_dir():
        text = {
            source: normal((TEXTS / name).read_text(encoding="utf-8"))
            for source, name in TEXT_OF.items()
        }
        invented = [
            each
            for each in found
            if not any(normal(each.words) in text.get(source, "") for source in each.sources)
        ]
        assert invented == []
    assert digest == FOUND_IN_THE_SOURCES, (
        "The quotes are not those that were found in the sources. Compare them again, "
        f'then write FOUND_IN_THE_SOURCES = "{digest}".'
    )


def test_what_the_sources_never_state_stays_empty(shipped):
    silent = [unit for unit in shipped.units.values() if set(unit.sources) <= set(TEXT_OF)]
    claims = [
        (unit.id, unit.workload, unit.credits, unit.languages, unit.requires)
        for unit in silent
        if (unit.workload, unit.credits, unit.languages, unit.requires)
        != (None, None, (), NO_REQUISITE)
    ]
    assert silent
    assert claims == []


def test_the_only_assessment_a_source_names_is_the_ehealth_assignment(shipped):
    named = {unit.id: unit.assessments for unit in shipped.units.values() if unit.assessments}
    assert {unit: [each.id for each in tests] for unit, tests in named.items()} == {
        "ehealth-lecture-and-assignment": ["assignment"]
    }


def test_ai_hospital_is_a_module_a_game_and_a_workshop_that_uses_the_game(shipped):
    names = ("ai-hospital-module", "ai-hospital-game", "ai-hospital-workshop")
    assert [shipped.units[name].unit_kind for name in names] == ["e-learning", "game", "workshop"]
    assert shipped.units["ai-hospital-workshop"].parts == ("ai-hospital-game",)
    assert plans(shipped, "ai-hospital-module") == {"medicine", "e-learning"}
    assert plans(shipped, "ai-hospital-game") == {"master"}


def test_the_number_of_first_year_students_keeps_both_figures_of_the_report(shipped):
    learners = shipped.programmes["medicine"].learners
    assert learners is not None
    assert learners.count == 400
    assert '"approximately 400"' in learners.note
    assert '"over 400"' in learners.note


def test_a_first_run_shows_every_state_a_required_competency_can_be_in(shipped):
    assert set(coverage(shipped).column("state")) - {"extra"} == set(STATES) - {"extra"}
