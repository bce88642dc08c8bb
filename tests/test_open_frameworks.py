"""A project can measure itself against frameworks that others published."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_map.analysis.coverage import coverage
from curriculum_map.analysis.gaps import gaps
from curriculum_map.formats.about import about
from curriculum_map.formats.open_frameworks import open_frameworks, read_open_frameworks
from curriculum_map.formats.project import load, read_project
from curriculum_map.formats.rdf import native
from curriculum_map.model import Catalogue, Settings
from published import FRAMEWORKS, is_there, rows
from shipped import ROOT, digest, normal

# The frameworks as they were when they were last compared with the published tables.
FOUND_IN_THE_TABLES = {"fair4s": "dcdd60aab6a4a784", "fairsfair": "106353eca092110e"}

STEWARDS = """\
institution: school
programme: stewards
title: Stewards
degree: master
aims: [fair4s.data_advisor.data_steward]
plan: [{year: 1, units: [plans]}]
institutions: {school: {title: School}}
units:
  plans:
    title: Planning
    kind: course
    outcomes:
      plan:
        text: Writes a plan.
        develops: {fair4s.stewardship_planning_and_fair_sharing: intermediate}
"""
MILLER = """\
scales:
  miller:
    title: Miller
    levels:
      knows: {title: Knows}
      knows-how: {title: Knows how}
      shows-how: {title: Shows how}
      does: {title: Does}
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("curricula").mkdir()
    return tmp_path


def using(*names: str, text: str = "", languages: tuple[str, ...] = ("en",)) -> None:
    quoted = [", ".join(f'"{name}"' for name in each) for each in (names, languages)]
    settings = f"languages = [{quoted[1]}]\nuse = [{quoted[0]}]\n"
    Path("curriculum-map.toml").write_text(settings, encoding="utf-8")
    if text:
        Path("curricula/x.yaml").write_text(text, encoding="utf-8")


def of(catalogue: Catalogue, name: str) -> tuple[int, int, int]:
    """Count the areas, competencies and role profiles of a framework."""
    competencies = [each for each in catalogue.competencies.values() if each.framework == name]
    profiles = [each for each in catalogue.profiles if each.startswith(f"{name}.")]
    return len(catalogue.frameworks[name].areas), len(competencies), len(profiles)


def test_fair4s_has_9_areas_59_competences_and_10_role_profiles():
    using("fair4s")
    assert of(load(), "fair4s") == (9, 59, 10)


def test_fairsfair_has_31_topics_and_a_profile_for_each_degree():
    using("fairsfair")
    assert of(load(), "fairsfair") == (0, 31, 3)


def test_frameworks_can_be_used_together():
    using("fairsfair", "fair4s")
    assert set(load().frameworks) == {"fair4s", "fairsfair"}


def test_a_project_that_uses_none_has_none():
    using()
    assert load() == Catalogue()


def test_a_framework_nobody_publishes_is_reported_with_the_one_that_was_meant():
    using("fair4")
    assert [str(problem) for problem in read_project(".").problems] == [
        'curriculum-map.toml:2:1: There is no open framework called "fair4". '
        'Did you mean "fair4s"? (unknown-name)'
    ]


def test_nobody_is_told_to_translate_a_framework_of_others():
    using("fair4s", "fairsfair", languages=("et", "nl"))
    assert read_project(".").problems == ()


def test_an_id_of_a_framework_cannot_be_given_to_something_else():
    using("fair4s", text="sources: {fair4s: {title: Mine}}")
    assert [str(problem) for problem in read_project(".").problems] == [
        'curricula/x.yaml:1:11: There is another source called "fair4s" in '
        "frameworks/fair4s.yaml:8:3. Give one of them another id. (duplicate-id)"
    ]


def test_gaps_are_found_against_a_role_that_others_described():
    using("fair4s", text=STEWARDS)
    states = {row["competency"]: row["state"] for row in coverage(load()).records()}
    assert states == {
        "fair4s.fair_data_publishing": "absent",
        "fair4s.fair_output_preparation_and_documentation": "absent",
        "fair4s.open_research_tools_services_usage_or_development": "absent",
        "fair4s.stewardship_planning_and_fair_sharing": "below",
    }
    below = next(row for row in gaps(load()).records() if row["code"] == "below")
    assert below["reason"] == (
        "“Plan stewardship and sharing of FAIR outputs” is required at “Expert”; the plan reaches "
        "“Intermediate” in “Planning” (year 1)."
    )


@pytest.mark.parametrize(
    ("level", "counts_as"),
    [("knows", 0), ("knows-how", 1), ("shows-how", 2), ("does", 3)],
)
def test_a_level_of_miller_counts_once_its_crosswalk_is_used_too(level, counts_as):
    using("fair4s", "fair4s-to-miller", text=STEWARDS.replace("intermediate", f"miller/{level}"))
    Path("curricula/miller.yaml").write_text(MILLER, encoding="utf-8")
    assert max(row["possible"] for row in coverage(load()).records()) == counts_as


def test_a_level_of_miller_is_not_compared_without_a_crosswalk():
    using("fair4s", text=STEWARDS.replace("intermediate", "miller/does"))
    Path("curricula/miller.yaml").write_text(MILLER, encoding="utf-8")
    assert [problem.code for problem in read_project(".").problems] == ["scales-not-comparable"]


def test_what_is_used_survives_rdf():
    using("fair4s", "fairsfair", text=STEWARDS)
    catalogue = load()
    assert catalogue.settings.use == ("fair4s", "fairsfair")
    written = native.write(catalogue, "turtle")
    assert native.read(written.document, "turtle", "x.ttl") == catalogue


def test_the_page_on_settings_names_every_framework_there_is():
    assert [name for name in open_frameworks() if f"`{name}`" not in about(Settings, "use")] == []


def test_every_framework_says_whose_it_is_and_under_which_licence():
    using("fair4s", "fairsfair")
    catalogue = load()
    licence = "https://creativecommons.org/licenses/by/4.0/"
    for name, framework in catalogue.frameworks.items():
        source = catalogue.sources[name]
        assert framework.sources == (name,)
        assert (framework.licence, source.licence) == (licence, licence)
        assert source.attribution.endswith("CC BY 4.0. Put into the format of curriculum-map.")


def test_every_framework_can_be_read_to_the_end():
    documents = read_open_frameworks(open_frameworks())
    assert [each.file for each in documents if not each.complete or each.root is None] == []
    assert [each.file for each in documents] == [
        "frameworks/fair4s-to-miller.yaml",
        "frameworks/fair4s.yaml",
        "frameworks/fairsfair.yaml",
    ]


def test_the_words_of_fair4s_are_those_of_its_tables():
    using("fair4s")
    catalogue = load()
    areas = [
        (each.id, each.title.show(), each.description.show())
        for each in catalogue.frameworks["fair4s"].areas
    ]
    competences = [
        (each.area, each.code, each.title.show(), bool(each.note))
        for each in catalogue.competencies.values()
    ]
    required = [
        (name, each.competency.partition(".")[2], each.level.level, each.quote)
        for name, profile in catalogue.profiles.items()
        for each in profile.requires
    ]
    if is_there(FRAMEWORKS):
        assert sorted(areas) == sorted(
            (row["area_id"], row["area"], row["description"]) for row in rows("fair4s/areas.csv")
        )
        assert sorted(competences) == sorted(
            (row["area_id"], row["competence_id"], row["competence"], row["keyskill"] == "yes")
            for row in rows("fair4s/competences.csv")
        )
        assert sorted(required) == sorted(
            (
                f"fair4s.{row['role_group']}.{row['role']}",
                row["competence_id"],
                row["required_level"],
                normal(row["description"]),
            )
            for row in rows("fair4s/role_profiles.csv")
        )
    assert_compared("fair4s", (areas, competences, required))


def test_the_statements_of_fair4s_stand_in_the_level_they_describe():
    using("fair4s")
    described = {
        (each.code, level.level): level.text.show()
        for each in load().competencies.values()
        for level in each.descriptors
    }
    assert len(described) == 9
    if is_there(FRAMEWORKS):
        astray = [
            row
            for row in rows("fair4s/ksa_statements.csv")
            if normal(row["statement"]) not in described[row["competence_id"], row["level"]]
        ]
        assert astray == []


def test_the_words_of_fairsfair_are_those_of_its_tables():
    using("fairsfair")
    catalogue = load()
    topics = {each.id: each.title.show() for each in catalogue.competencies.values()}
    required = sorted(
        (name.partition(".")[2], topics[each.competency], each.level.level)
        for name, profile in catalogue.profiles.items()
        for each in profile.requires
    )
    said = " ".join(
        level.text.show() for each in catalogue.competencies.values() for level in each.descriptors
    )
    if is_there(FRAMEWORKS):
        assert required == sorted(
            (degree, row["topic"], row[f"{degree}_level"].partition(" ")[0])
            for row in rows("fairsfair/competence_profiles.csv")
            for degree in ("bachelor", "master", "phd")
            if row[f"{degree}_level"] != "irrelevant"
        )
        outcomes = rows("fairsfair/learning_outcomes.csv")
        assert [row for row in outcomes if normal(row["learning_outcome"]) not in said] == []
    assert_compared("fairsfair", (required, said))


@pytest.mark.parametrize("folder", ["competencies", "src/curriculum_map/frameworks"])
def test_no_line_of_the_data_is_too_long_to_read(folder):
    long = [
        f"{file.name}:{number}"
        for file in sorted((ROOT / folder).rglob("*.yaml"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > 110 and "https://" not in line
    ]
    assert long == []


def assert_compared(name: str, value: object) -> None:
    """Fail if a framework is not what was last compared with the tables it is from."""
    assert digest(value) == FOUND_IN_THE_TABLES[name], (
        f"{name} is not what was found in the published tables. Compare it again, then write "
        f'"{digest(value)}" in FOUND_IN_THE_TABLES.'
    )
