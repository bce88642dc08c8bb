"""The shipped competencies are complete, sourced, and honest about what they assume."""

from __future__ import annotations

import pytest

from curriculum_map.formats.project import load, read_project
from curriculum_map.model import Catalogue, RoleProfile
from shipped import ROOT, SEEDS, all_quotes, digest, invented, normal

# The quotes as they were when they were last found in the texts of their sources. The texts are
# not ours to ship; without them, a quote that somebody changed still does not go unnoticed.
FOUND_IN_THE_SOURCES = "9fa071c964adbf79"


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load(ROOT)


def ranks(shipped: Catalogue, profile: RoleProfile) -> dict[str, int]:
    rank = shipped.ranks().rank
    return {each.competency: rank(each.level, each.competency) for each in profile.requires}


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


def test_every_quote_of_a_framework_stands_in_its_source(shipped):
    found = all_quotes(shipped.frameworks)
    if SEEDS["dataclinic"].is_file():
        text = {source: normal(path.read_text(encoding="utf-8")) for source, path in SEEDS.items()}
        assert invented(found, text) == []
    assert digest(found) == FOUND_IN_THE_SOURCES, (
        "The quotes are not those that were found in the sources. Compare them again, "
        f'then write FOUND_IN_THE_SOURCES = "{digest(found)}".'
    )
