"""The shipped competencies are complete, sourced, and honest about what they assume."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from curriculum_map.formats.project import load, read_project
from curriculum_map.model import Catalogue, RoleProfile, Text
from published import FRAMEWORKS, is_there, rows
from shipped import ROOT, SEEDS, all_quotes, digest, invented, normal

# The quotes as they were when they were last found in the texts of their sources. The texts are
# not ours to ship; without them, a quote that somebody changed still does not go unnoticed.
FOUND_IN_THE_SOURCES = "9fa071c964adbf79"
FOUND_IN_FAIR4S = "5000105db2b2fa68"

ANCHORED = (
    ("data-steward-health", "fair4s.data_advisor.data_steward", "data steward"),
    ("clinician-scientist", "fair4s.researcher.r2", "recognised researcher"),
    ("clinical-data-scientist", "fair4s.data_scientist.r2", "recognised data scientist"),
)
"""Our role, the role of FAIR4S it is anchored in, and what that is called."""


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load(ROOT)


@pytest.fixture(scope="module")
def with_fair4s(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Read the shipped scales together with FAIR4S and what its levels count as."""
    project = tmp_path_factory.mktemp("fair4s")
    (project / "competencies").mkdir()
    shutil.copy(ROOT / "competencies" / "scales.yaml", project / "competencies")
    settings = 'use = ["fair4s", "fair4s-to-miller"]\n'
    (project / "curriculum-map.toml").write_text(settings, encoding="utf-8")
    return load(project)


def texts(thing: object) -> Iterator[Text]:
    """Find every text of a thing and of what stands inside it, empty ones left out."""
    if isinstance(thing, Text):
        yield from [thing] if thing else []
    elif isinstance(thing, tuple):
        for each in thing:
            yield from texts(each)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts(getattr(thing, field.name))


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
    assert 40 <= len(placed) <= 60


def test_every_competency_is_described_at_every_level_and_has_a_kind(shipped):
    levels = [level.id for level in shipped.scales["miller"].levels]
    assert levels == ["knows", "knows-how", "shows-how", "does"]
    described = {
        each.id: ([text.level for text in each.descriptors], each.competency_kind is not None)
        for each in shipped.competencies.values()
    }
    assert {name: said for name, said in described.items() if said != (levels, True)} == {}


def test_whatever_is_said_about_competencies_is_said_in_three_languages(shipped):
    things = (
        shipped.scales,
        shipped.crosswalks,
        shipped.frameworks,
        shipped.competencies,
        shipped.profiles,
    )
    said = {text for each in things for text in texts(tuple(each.values()))}
    assert len(said) > 300
    assert [text for text in said if text.languages != ("en", "et", "nl")] == []


def test_no_translation_is_the_text_itself(shipped):
    sentences = {
        text
        for each in shipped.competencies.values()
        for text in (each.definition, *(level.text for level in each.descriptors))
    }
    assert [text for text in sentences if len(set(dict(text.values).values())) != 3] == []


@pytest.mark.parametrize("language", ["en", "nl", "et"])
def test_no_two_levels_are_described_in_the_same_words(shipped, language):
    words = [
        descriptor.text.show(language)
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


@pytest.mark.parametrize(
    ("area", "ethics", "law", "security"),
    [
        ("data-literacy", "lit.fair-data-use", "lit.safe-tools", "lit.safe-tools"),
        ("data-stewardship", "stew.consent", "stew.privacy-law", "stew.security"),
        (
            "collaborative-data-science",
            "collab.patient-involvement",
            "collab.agreements",
            "collab.federated",
        ),
        ("clinical-practice", "clin.ai-ethics", "clin.ai-law", "clin.safety"),
    ],
)
def test_ethics_law_and_security_stand_in_every_area(shipped, area, ethics, law, security):
    assert {shipped.competencies[each].area for each in (ethics, law, security)} == {area}


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


def test_every_degree_level_is_aimed_at_by_a_programme(shipped):
    aims = {aim for programme in shipped.programmes.values() for aim in programme.aims}
    assert {each for each in shipped.profiles if each.startswith("depth-")} <= aims


def test_every_profile_says_where_its_levels_come_from(shipped):
    assert {each.id for each in shipped.profiles.values() if each.sources} == {
        "clinical-data-scientist",
        "clinician",
        "clinician-scientist",
        "data-steward-health",
        "depth-bachelor",
        "depth-doctorate",
        "depth-master",
        "depth-research-master",
        "educator",
    }


@pytest.mark.parametrize(("role", "anchor", "called"), ANCHORED)
def test_a_role_anchored_in_fair4s_asks_for_what_fair4s_asks_of_it(
    shipped, with_fair4s, role, anchor, called
):
    counts_as = {
        pair.origin: pair.target for pair in with_fair4s.crosswalks["fair4s-to-miller"].levels
    }
    theirs = {
        f"FAIR4S asks a {called} for the level {each.level.level} in "
        f'"{with_fair4s.competencies[each.competency].title.show()}".': counts_as[each.level.level]
        for each in with_fair4s.profiles[anchor].requires
    }
    ours = {
        each.note: each.level.level
        for each in shipped.profiles[role].requires
        if each.sources == ("fair4s-2019",) and not each.quote
    }
    assert ours == theirs


def test_the_words_by_which_fair4s_names_a_topic_stand_in_its_description_of_the_role(shipped):
    quoted = sorted(
        (anchor, each.quote)
        for role, anchor, _ in ANCHORED
        for each in shipped.profiles[role].requires
        if each.quote
    )
    if is_there(FRAMEWORKS):
        described: defaultdict[str, str] = defaultdict(str)
        for row in rows("fair4s/role_profiles.csv"):
            described[f"fair4s.{row['role_group']}.{row['role']}"] += row["description"]
        assert [each for each in quoted if each[1] not in described[each[0]]] == []
    assert digest(quoted) == FOUND_IN_FAIR4S, (
        "The quotes of FAIR4S are not those that were found in it. Compare them again, "
        f'then write FOUND_IN_FAIR4S = "{digest(quoted)}".'
    )


def test_only_the_comparison_of_eqf_with_edison_rests_on_a_source(shipped):
    stated = [each.id for each in shipped.crosswalks.values() if not each.assumed]
    assert stated == ["eqf-to-edison"]
    assert {each.target for each in shipped.crosswalks.values() if each.assumed} == {"miller"}


def test_every_quote_of_a_framework_stands_in_its_source(shipped):
    found = all_quotes(shipped.frameworks)
    if SEEDS["dataclinic"].is_file():
        text = {source: normal(path.read_text(encoding="utf-8")) for source, path in SEEDS.items()}
        assert invented(found, text) == []
    assert digest(found) == FOUND_IN_THE_SOURCES, (
        "The quotes are not those that were found in the sources. Compare them again, "
        f'then write FOUND_IN_THE_SOURCES = "{digest(found)}".'
    )
