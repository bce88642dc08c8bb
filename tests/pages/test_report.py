"""The report says what the answers say, as text that needs nothing else."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from curriculum_map import analysis
from curriculum_map.analysis.definitions import FIGURES
from curriculum_map.model import STATUSES, Catalogue, Text, by_id
from curriculum_map.pages.heatmap import trace_anchor
from curriculum_map.pages.network import network_page
from curriculum_map.pages.programme import sections
from curriculum_map.pages.report import answers, report
from sample import catalogue, competency, item, profile, programme, teaches, unit
from shown import Reader, medicine

PAGES = {"report": report, "network": network_page}


def rows_of(built: Catalogue, name: str) -> dict[str, list[str]]:
    """Show the heat map of a programme: for each competency its state and its cells."""
    (section,) = (each for each in sections(built, answers(built)) if each.programme.id == name)
    return {
        row.competency.id: [row.state]
        + [
            "" if cell is None else f"{cell.mark.rank}"
            + "p" * cell.part + "t" * cell.tested + "e" * cell.elective
            for cell in row.cells
        ]
        for comparison in section.comparisons
        for group in comparison.groups
        for row in group.rows
    }  # fmt: skip


def test_every_required_competency_has_a_row_with_the_level_of_each_unit():
    assert rows_of(medicine(), "medicine") == {
        # intro, numbers, theme, team-a, team-b
        "eHealth": ["not-assessed", "", "", "2", "", ""],
        "law": ["absent", "", "", "", "", ""],
        "teamwork": ["elective-only", "", "", "", "2te", ""],
        "privacy": ["met", "2t", "", "", "", "4e"],
        "quality": ["below", "1p", "", "", "", ""],
        "statistics": ["below", "", "2", "", "", ""],
    }


def test_rows_stand_in_their_areas_in_the_order_of_the_framework_with_extra_ones_last():
    built = catalogue(
        competency("b", area="two"),
        competency("a", area="two"),
        competency("z", area="one"),
        unit("u", teaches("a", 1), teaches("b", 1)),
        profile("p", b=1, z=1),
        programme("course", item("u"), aims="p"),
    )
    first = replace(
        built.frameworks["framework"], areas=tuple(reversed(built.frameworks["framework"].areas))
    )
    (section,) = sections(replace(built, frameworks=by_id({"framework": first})), answers(built))
    assert [
        (group.title.show("en"), [row.competency.id for row in group.rows])
        for group in section.comparisons[0].groups
    ] == [("Two", ["b", "a"]), ("One", ["z"])]


def test_units_stand_in_the_order_of_years_and_terms_and_those_without_come_last():
    built = catalogue(
        *(unit(name) for name in "abcd"),
        programme("p", item("a"), item("b", year=2), item("c", year=1, term=2), item("d", year=1)),
    )
    (section,) = sections(built, answers(built))
    assert [column.unit.id for column in section.columns] == ["c", "d", "b", "a"]


def test_every_level_in_a_heat_map_leads_to_the_contributions_behind_it():
    page = Reader(report(medicine()))
    ids = {attributes.get("id") for _, attributes in page.elements}
    leads = [
        str(attributes["href"])[1:]
        for tag, attributes in page.elements
        if tag == "a" and "box" in str(attributes.get("class"))
    ]
    traced = analysis.contributions(medicine()).records()
    there = {trace_anchor(r["programme"], r["competency"], r["planned"]) for r in traced}
    assert set(leads) == there
    assert there <= ids


def test_every_finding_stands_on_the_page_with_its_reason_and_place():
    page = Reader(report(medicine()))
    codes = [
        attributes["data-code"]
        for _, attributes in page.elements
        if attributes.get("data-line") == "finding"
    ]
    found = analysis.gaps(medicine()).records()
    assert sorted(codes) == sorted(record["code"] for record in found)
    for record in found:
        assert record["reason"] in page.text
        assert record["where"] in page.text


def test_the_kinds_of_gaps_of_a_programme_are_counted_before_they_are_listed():
    (section, _) = sections(medicine(), answers(medicine()))
    assert section.counts == {
        "absent": 1,
        "below": 2,
        "elective-only": 1,
        "not-assessed": 1,
        "requisite-late": 1,
        "level-jumps": 1,
        "outcome-not-tested": 4,
    }


@pytest.mark.parametrize("figure", FIGURES)
def test_each_figure_stands_with_numerator_denominator_and_definition(figure):
    (row,) = (
        record
        for record in analysis.figures(medicine()).records()
        if (record["programme"], record["figure"]) == ("medicine", figure)
    )
    page = Reader(report(medicine())).text
    # In the overview, and in the section of the programme.
    assert page.count(FIGURES[figure]) == 2
    assert f"{row['count']} of {row['of']}" in page


def test_disclaimers_stand_at_the_top_and_at_each_programme_they_concern():
    page = Reader(report(medicine())).text
    before, _, sections_ = page.partition("All programmes")
    assert "Illustrative only." in before
    assert "Only what the report names." in before
    assert sections_.count("Illustrative only.") == 2
    assert sections_.count("Only what the report names.") == 1


def test_what_the_project_assumes_is_marked_wherever_it_is_shown():
    assumed = [
        attributes
        for _, attributes in Reader(report(medicine())).elements
        if attributes.get("class") == "assumed"
    ]
    # Learners in the overview and the section; the level of law; the place of theme in the
    # heat map and the plan; the contribution of theme in both programmes.
    assert len(assumed) == 7


def test_text_in_another_language_than_the_page_carries_its_language():
    spoken = [
        attributes["lang"]
        for tag, attributes in Reader(report(medicine())).elements
        if tag == "bdi" and "lang" in attributes
    ]
    assert set(spoken) == {"nl"}


def test_the_language_of_the_page_is_chosen_before_the_first_language_of_the_project():
    both = Text((("en", "Medicine"), ("nl", "Geneeskunde")))
    built = catalogue(programme("medicine", title=both))
    dutch = replace(built, settings=replace(built.settings, languages=("nl", "en")))
    page = Reader(report(dutch)).text
    assert "Medicine" in page


def test_licences_and_attributions_of_sources_stand_on_every_page():
    for make in PAGES.values():
        page = Reader(make(medicine())).text
        assert "The faculty, 2025" in page
        assert page.count("https://creativecommons.org/licenses/by/4.0/") == 2


def test_an_empty_catalogue_gives_a_page_that_says_so():
    page = Reader(report(Catalogue())).text
    assert "No programme is described yet." in page
    assert "No source is named." in page


@pytest.mark.parametrize("status", STATUSES)
def test_the_status_of_a_contribution_is_named(status):
    built = catalogue(
        unit("u", teaches("c", 1, status=status)), programme("p", item("u")), profile("q", c=1)
    )
    page = Reader(report(built))
    assert {"class": f"status {status}"} in [attributes for _, attributes in page.elements]


@pytest.mark.parametrize("name", PAGES)
def test_the_same_catalogue_gives_the_same_bytes_in_every_process(name):
    made = {_made_with_hash_seed(name, seed) for seed in ("1", "2")}
    assert made == {PAGES[name](medicine()).encode()}


def _made_with_hash_seed(name: str, seed: str) -> bytes:
    here = Path(__file__).parent
    code = (
        f"import sys; sys.path[:0] = {[str(here), str(here.parent)]!r}\n"
        "from shown import medicine\nfrom test_report import PAGES\n"
        f"sys.stdout.buffer.write(PAGES[{name!r}](medicine()).encode())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
    )
    return done.stdout
