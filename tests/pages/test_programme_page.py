"""The page of a programme says what the answers say: coverage, gaps, cure, and what is behind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from curriculum_map import analysis
from curriculum_map.analysis.closing.plan import closing_plan
from curriculum_map.analysis.closing.question import Repair
from curriculum_map.analysis.definitions import FIGURES, meanings
from curriculum_map.model import STATUSES, Catalogue, Text, by_id
from curriculum_map.pages.heatmap import trace_anchor
from curriculum_map.pages.site import Site
from curriculum_map.pages.words import WORDS
from sample import catalogue, competency, examined, item, profile, programme, teaches, unit
from shown import Reader, medicine, shown, site_of

PAGE = "programme/medicine.html"


def read(language: str = "en", page: str = PAGE) -> Reader:
    return Reader(shown()[f"{language}/{page}"])


def rows_of(built: Catalogue, name: str) -> dict[str, list[str]]:
    """Show the heat map of a programme: for each competency its state and its cells."""
    return {
        row.competency.id: [row.state]
        + [
            "" if cell is None else f"{cell.mark.rank}"
            + "p" * cell.part + "t" * cell.tested + "e" * cell.elective
            for cell in row.cells
        ]
        for comparison in Site(built).section(name).comparisons
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
    section = Site(replace(built, frameworks=by_id({"framework": first}))).section("course")
    assert [
        (group.title.show("en"), [row.competency.id for row in group.rows])
        for group in section.comparisons[0].groups
    ] == [("Two", ["b", "a"]), ("One", ["z"])]


def test_units_stand_in_the_order_of_years_and_terms_and_those_without_come_last():
    built = catalogue(
        *(unit(name) for name in "abcd"),
        programme("p", item("a"), item("b", year=2), item("c", year=1, term=2), item("d", year=1)),
    )
    section = Site(built).section("p")
    assert [column.unit.id for column in section.columns] == ["c", "d", "b", "a"]


def test_every_level_in_a_heat_map_leads_to_the_contributions_behind_it():
    page = read()
    ids = {attributes.get("id") for _, attributes in page.elements}
    leads = [
        str(attributes["href"])[1:]
        for tag, attributes in page.elements
        if tag == "a" and "box" in str(attributes.get("class"))
    ]
    traced = analysis.contributions(medicine(), ["medicine"]).records()
    there = {trace_anchor(r["programme"], r["competency"], r["planned"]) for r in traced}
    assert set(leads) == there
    assert there <= ids


@pytest.mark.parametrize("language", ["en", "nl", "et"])
def test_every_finding_stands_on_the_page_with_its_reason_and_place(language):
    page = read(language)
    codes = [
        attributes["data-code"]
        for _, attributes in page.elements
        if attributes.get("data-line") == "finding"
    ]
    found = analysis.gaps(medicine(), ["medicine"], language=language).records()
    assert sorted(codes) == sorted(record["code"] for record in found)
    for record in found:
        assert record["reason"] in page.text
        assert record["where"] in page.text


def test_what_is_outside_any_programme_stands_on_the_overview():
    page = read(page="index.html")
    outside = [each for each in analysis.gaps(medicine()).records() if not each["programme"]]
    assert outside
    for record in outside:
        assert record["reason"] in page.text


@pytest.mark.parametrize("language", ["en", "nl", "et"])
def test_the_units_that_close_the_gaps_stand_beside_them(language):
    page = read(language)
    plan = closing_plan(medicine(), Repair(programme="medicine"), language=language)
    assert plan.proposals[0].verdict in page.text
    ids = {attributes.get("id") for _, attributes in page.elements}
    assert {f"cure/{each.unit}" for each in plan.proposals[0].additions} <= ids
    for row in plan.open_table.records():
        assert row["reason"] in page.text


def test_a_gap_leads_to_the_unit_that_closes_it():
    built = catalogue(
        unit("law-course", teaches("law", 1), hours=8),
        unit("intro", teaches("privacy", 1)),
        profile("basic", law=1),
        programme("medicine", item("intro"), aims="basic"),
        programme("other", item("law-course")),
    )
    page = Reader(site_of(built)[f"en/{PAGE}"])
    assert ("a", {"href": "#cure/law-course"}) in page.elements
    assert "Closed by Law course" in page.text


@pytest.mark.parametrize("language", ["en", "nl", "et"])
def test_what_is_taught_and_not_assessed_leads_to_the_outcome_to_assess(language):
    page = read(language).text
    begin = page.index(WORDS[language]["assess"])
    assert page.index("Uses eHealth. Theme", begin) - begin < 100


@pytest.mark.parametrize("language", ["en", "nl", "et"])
def test_the_units_that_teach_and_assess_what_is_missing_stand_beside_the_gaps(language):
    built = catalogue(
        unit("intro", teaches("privacy", 1), teaches("ethics", 1)),
        unit("law-course", *examined("privacy", 1), hours=8),
        profile("basic", privacy=1, ethics=1),
        programme("medicine", item("intro"), aims="basic"),
        programme("other", item("law-course")),
    )
    page = Reader(site_of(built)[f"{language}/{PAGE}"])
    repair = Repair(programme="medicine", kind="assessed")
    plan = closing_plan(built, repair, language=language)
    assert [each.unit for each in plan.proposals[0].additions] == ["law-course"]
    assert plan.proposals[0].verdict in page.text
    assert ("li", {"id": "cure-assessed/law-course"}) in page.elements
    assert ("a", {"href": "#cure-assessed/law-course"}) in page.elements
    assert page.text.count(WORDS[language]["not_curable"]) == 1
    (left,) = plan.open_table.records()
    assert left["reason"] in page.text


def test_nothing_is_said_of_assessment_where_no_gap_is_about_it():
    built = catalogue(
        unit("intro", *examined("privacy", 1)),
        profile("basic", privacy=1, law=1),
        programme("medicine", item("intro"), aims="basic"),
    )
    page = Reader(site_of(built)[f"en/{PAGE}"])
    assert WORDS["en"]["cure_assessed"] not in page.text


@pytest.mark.parametrize(
    "said",
    [
        "Law Needed 1, reached by all 0",
        "Statistics Needed 3, reached by some 2",
        "Teamwork Needed 2, reached by all 0",
        "Ehealth Needed 2, assessed 0",
    ],
)
def test_a_gap_says_which_level_stays_below_what_is_needed(said):
    assert said in read().text


@pytest.mark.parametrize("figure", FIGURES)
def test_each_figure_stands_with_numerator_denominator_and_definition(figure):
    rows = analysis.figures(medicine(), ["medicine"]).records()
    (row,) = (record for record in rows if record["figure"] == figure)
    for language, said in (("en", "{count} of {of}"), ("nl", "{count} van {of}")):
        for page in (PAGE, "index.html"):
            text = read(language, page).text
            assert meanings(language).figures[figure] in text
            assert said.format(**row) in text


def test_disclaimers_stand_around_the_table_of_the_overview_and_at_each_programme_they_concern():
    overview = read(page="index.html").text
    about_all, table, about_some = map(
        overview.index, ("Illustrative only.", "Gaps by kind", "Only what the report names.")
    )
    assert about_all < table < about_some
    assert "Illustrative only." in read(page="programme/bootcamp.html").text
    assert "Only what the report names." not in read(page="programme/bootcamp.html").text
    assert "Illustrative only." in read(page="competency/law.html").text


def assumed(reader: Reader) -> int:
    return sum(attributes.get("class") == "assumed" for _, attributes in reader.elements)


def test_what_the_project_assumes_is_marked_wherever_it_is_shown():
    # Learners; the level of law; the place of theme in heat map and plan; its contribution.
    assert assumed(read()) == 5
    assert assumed(read(page="index.html")) == 1
    assert assumed(read(page="competency/law.html")) == 1
    # Once in each of the two programmes.
    assert assumed(read(page="competency/eHealth.html")) == 2


def test_text_in_another_language_than_the_page_carries_its_language():
    def spoken(language: str) -> set[str | None]:
        return {
            attributes["lang"]
            for tag, attributes in read(language, "programme/bootcamp.html").elements
            if tag == "bdi" and "lang" in attributes
        }

    assert (spoken("en"), spoken("nl")) == ({"nl", ""}, {"en", ""})


def test_the_language_of_the_page_is_chosen_before_the_first_language_of_the_project():
    both = Text((("en", "Medicine"), ("nl", "Geneeskunde")))
    built = catalogue(programme("medicine", title=both))
    dutch = replace(built, settings=replace(built.settings, languages=("nl", "en")))
    assert "Medicine" in Reader(site_of(dutch)[f"en/{PAGE}"]).text


@pytest.mark.parametrize("status", STATUSES)
def test_the_status_of_a_contribution_is_named(status):
    built = catalogue(
        unit("u", teaches("c", 1, status=status)), programme("p", item("u")), profile("q", c=1)
    )
    made = site_of(built)
    for page in ("en/programme/p.html", "en/competency/c.html"):
        elements = Reader(made[page]).elements
        assert {"class": f"status {status}"} in [attributes for _, attributes in elements]
