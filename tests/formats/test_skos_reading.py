"""SKOS vocabularies, our own and those of others, become frameworks."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import HealthCheck, given, settings

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.project import load
from curriculum_map.formats.rdf import skos
from curriculum_map.formats.reading import Reading
from curriculum_map.model import Alignment, Catalogue, Competency, Text
from curriculum_map.model.checks import problems_of
from published import is_there
from sample import catalogue, competency, titled
from shipped import ROOT, SHARED
from strategies import READABLE, catalogues

FOLDER = SHARED / "conformance" / "skos"
HEAD = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix : <https://example.com/words#> .
"""
thorough = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def read(turtle: str) -> Reading:
    return skos.read(HEAD + turtle, "turtle", "words.ttl")


def said(turtle: str) -> list[str]:
    return [str(problem).removeprefix("words.ttl: ") for problem in read(turtle).problems]


def competencies(turtle: str) -> dict[str, Competency]:
    return dict(read(turtle).catalogue.competencies)


def plain(given: Catalogue) -> Catalogue:
    """Leave out the order of lists, which SKOS does not keep, and what it does not carry."""
    found = {}
    for each in given.competencies.values():
        alignments = [Alignment(relation=a.relation, target=a.target) for a in each.alignments]
        found[each.id] = replace(
            each,
            parts=tuple(sorted(each.parts)),
            sources=tuple(sorted(each.sources)),
            replaced_by=tuple(sorted(each.replaced_by)),
            requires=tuple(
                replace(r, sources=tuple(sorted(r.sources)))
                for r in sorted(each.requires, key=lambda r: r.competency)
            ),
            alignments=tuple(sorted(alignments, key=repr)),
        )
    return replace(given, competencies=found)


def test_our_own_export_is_read_back_with_all_it_carries():
    given = load(ROOT)
    back = plain(skos.read(skos.write(given, "turtle").document, "turtle", "x.ttl").catalogue)
    assert back.competencies == plain(given).competencies
    for scale in given.scales.values():
        assert replace(back.scales[scale.id], sources=()) == replace(scale, sources=())
    for one in given.frameworks.values():
        other = replace(back.frameworks[one.id], licence="", sources=())
        assert other == replace(one, licence="", sources=())


@thorough
@given(given=catalogues(READABLE.map(lambda words: f"a{words}")))
def test_random_scales_and_competencies_are_read_back(given):
    back = skos.read(skos.write(given, "ntriples").document, "ntriples", "x.nt").catalogue
    assert back.settings.base == given.settings.base
    assert back.scales.keys() == given.scales.keys()
    for scale in given.scales.values():
        assert [x.id for x in back.scales[scale.id].levels] == [x.id for x in scale.levels]
    for one in given.competencies.values():
        other = back.competencies[one.id]
        kept = {each.name for each in fields(one)} - {
            "where",
            "alignments",
            "parts",
            "sources",
            "replaced_by",
            "also_called",
        }
        for name in kept - {"requires", "descriptors", "title", "definition"}:
            assert getattr(other, name) == getattr(one, name), name
        assert other.replaced_by == tuple(sorted(one.replaced_by))
        assert {(r.competency, r.level) for r in other.requires} == {
            (r.competency, r.level) for r in one.requires
        }


def test_other_names_are_read_back_one_on_each_line_and_none_that_is_the_title():
    names = Text((("en", "Bars\nCharts\nPlots"), ("nl", "Grafieken")))
    given = catalogue(replace(competency("charts", title=titled("charts")), also_called=names))
    written = skos.write(given, "turtle")
    assert ("also_called", "charts") in {(loss.kind, loss.name) for loss in written.losses}
    back = skos.read(written.document, "turtle", "x.ttl").catalogue
    kept = Text((("en", "Bars\nPlots"), ("nl", "Grafieken")))
    assert back.competencies["charts"].also_called == kept


def test_top_concepts_that_have_others_below_them_become_areas_and_the_rest_competencies():
    catalogue = read(
        """
        :scheme a skos:ConceptScheme ; dct:title "Words"@en ; skos:hasTopConcept :data, :alone .
        :data skos:prefLabel "Data"@en ; skos:narrower :charts .
        :charts skos:prefLabel "Charts"@en ; skos:narrower :bars .
        :bars skos:prefLabel "Bars"@en .
        :alone skos:prefLabel "Alone"@en .
        """
    ).catalogue
    (framework,) = catalogue.frameworks.values()
    assert (framework.id, [area.id for area in framework.areas]) == ("words", ["data"])
    found = {each.id: (each.area, each.parts) for each in catalogue.competencies.values()}
    assert found == {"alone": ("", ()), "bars": ("", ()), "charts": ("data", ("bars",))}
    assert list(problems_of(catalogue)) == []


def test_a_concept_keeps_the_address_its_publisher_gave_it():
    found = competencies(
        ':s a skos:ConceptScheme ; dct:title "Words"@en . '
        ':c skos:inScheme :s ; skos:prefLabel "C"@en ; skos:closeMatch <https://example.net/c> .'
    )
    assert found["c"].alignments == (
        Alignment(
            relation="exact", target="https://example.com/words#c", label="C", framework="Words"
        ),
        Alignment(relation="close", target="https://example.net/c"),
    )


def test_a_framework_without_levels_gets_one_that_is_marked_as_assumed():
    catalogue = read(':c a skos:Concept ; skos:prefLabel "C"@en .').catalogue
    (scale,) = catalogue.scales.values()
    assert (scale.id, scale.assumed, len(scale.levels)) == ("held", True, 1)
    assert [each.scale for each in catalogue.frameworks.values()] == ["held"]


@pytest.mark.parametrize(
    ("turtle", "problems"),
    [
        (
            ':c a skos:Concept ; skos:prefLabel "C"@en ; skos:hiddenLabel "D"@en, "E"@en .',
            ["Values of skos:hiddenLabel are passed over (2). (passed-over)"],
        ),
        (
            ':c a skos:Concept ; skos:prefLabel "C" .',
            ['Texts without a language are read as "und" (1). (passed-over)'],
        ),
        (
            ':c a skos:Concept ; skos:prefLabel "C"@en, "D"@en .',
            [
                "Texts are passed over, for there is another one in the same language (1). "
                "(passed-over)"
            ],
        ),
        (
            ':c a skos:Concept ; skos:prefLabel "C"@en ; skos:exactMatch <urn:x:y> .',
            ["Mappings and addresses that are no web address are passed over (1). (passed-over)"],
        ),
        (
            ':c a skos:Concept ; skos:prefLabel "C"@en ; skos:notation "1", "2" .',
            ["Second notations are passed over (1). (passed-over)"],
        ),
    ],
)
def test_what_has_no_place_is_counted(turtle, problems):
    named = ':s a skos:ConceptScheme ; dct:title "S"@en . :c skos:inScheme :s . '
    assert said(named + turtle) == problems


def test_concepts_with_one_name_in_two_schemes_get_ids_of_their_own():
    found = competencies(
        "<https://a.org/s> a skos:ConceptScheme . <https://b.org/s> a skos:ConceptScheme . "
        "<https://a.org/c> skos:inScheme <https://a.org/s> . "
        "<https://b.org/C> skos:inScheme <https://b.org/s> ."
    )
    assert {each.id: each.framework for each in found.values()} == {"c": "s", "C-2": "s-2"}


def test_a_circle_of_broader_concepts_is_a_problem_of_the_catalogue():
    catalogue = read(
        ":s a skos:ConceptScheme ; skos:hasTopConcept :t . :t skos:narrower :a . "
        ":a skos:inScheme :s ; skos:broader :b . :b skos:broader :a ."
    ).catalogue
    assert [problem.code for problem in problems_of(catalogue)] == ["parts-cycle"]


def test_a_document_without_concepts_is_refused():
    with pytest.raises(InvalidProject) as error:
        read(":a :b :c .")
    assert str(error.value) == "words.ttl: No skos:Concept stands in this document. (no-concept)"


@pytest.mark.parametrize(
    ("name", "title", "concepts"),
    [
        ("skohub/hashURIConceptScheme.ttl", "Hash URI Konzept Schema", 4),
        ("skohub/slashURIConceptScheme.ttl", "Test Vokabular", 4),
        ("skohub/systematik.ttl", "Destatis-Systematik", 340),
        ("ld4pe-proficiency-levels.ttl", "Educational Audience Proficiant Levels", 5),
    ],
)
def test_published_vocabularies_are_read_whole(name, title, concepts):
    if is_there(FOLDER / name):
        text = (FOLDER / name).read_text(encoding="utf-8")
        reading = skos.read(text, "turtle", name)
        (framework,) = reading.catalogue.frameworks.values()
        assert framework.title.show("de", "en-us").startswith(title)
        assert len(framework.areas) + len(reading.catalogue.competencies) == concepts
        assert reading.errors == ()
        assert list(problems_of(reading.catalogue)) == []


def test_what_was_read_of_others_is_stable_once_it_is_ours():
    given = read(
        ':s a skos:ConceptScheme ; dct:title "S"@en ; skos:hasTopConcept :a . '
        ':a skos:prefLabel "A"@en, "B"@nl ; skos:narrower :c . '
        ':c skos:prefLabel "C"@en ; skos:definition "What C is."@en ; skos:notation "1.1" .'
    ).catalogue
    once = skos.read(skos.write(given, "turtle").document, "turtle", "x.ttl").catalogue
    twice = skos.read(skos.write(once, "turtle").document, "turtle", "x.ttl").catalogue
    assert once == twice
    assert once.competencies["c"].title == Text((("en", "C"),))
    assert once.frameworks == given.frameworks
