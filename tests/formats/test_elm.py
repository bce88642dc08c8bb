"""The offer in the European Learning Model: what partners accept, and what has to be said first."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from rdflib.compare import isomorphic

from conforming import ELM_LISTS, SHAPES, graph, violations
from curriculum_map.formats import FORMATS
from curriculum_map.formats.project import load
from curriculum_map.formats.rdf.durations import duration
from curriculum_map.formats.rdf.elm import missing
from curriculum_map.formats.rdf.elm_terms import (
    ASSESSMENT_TYPES,
    ECTS,
    ELM_32,
    ELM_33,
    MODES,
    PROGRAMME,
    SKILL_TYPES,
    UNIT_TYPES,
    Version,
    country,
    eqf,
    field_of_study,
    language,
    scheme_of,
)
from curriculum_map.formats.rdf.elm_writer import points
from curriculum_map.model import (
    Alignment,
    Catalogue,
    Credits,
    Identifier,
    Institution,
    Programme,
    Text,
    Unit,
    by_id,
)
from published import is_there
from sample import (
    any_of,
    catalogue,
    competency,
    examined,
    item,
    pre,
    programme,
    teaches,
    text,
    unit,
    written,
)
from shipped import ROOT
from strategies import catalogues

VERSIONS = {"elm": ELM_32, "elm-3.3": ELM_33}
BASE = "https://example.org/curriculum-map/"
NLQF_7 = "http://data.europa.eu/snb/qdr/c_478359fc"
ESCO = "http://data.europa.eu/esco/skill/fb82ae25-b59f-43fd-aacf-a8308afbe85e"

SCHAC = Identifier(scheme="schac", value="school.example")
SCHOOL = Institution(
    id="school",
    title=text("School"),
    country="NL",
    url="https://school.example/",
    identifiers=(SCHAC, Identifier(scheme="ror", value="01")),
)


def offered(name: str, *does, **said) -> Unit:
    """Build a unit of which everything is said that ELM asks for."""
    url = f"https://school.example/{name}"
    full = {"languages": ("nl", "en"), "fields": ("0912",), "eqf": 7, "url": url}
    return unit(name, *does, **{**full, **said})


def medicine(**said) -> Programme:
    return programme(
        "medicine",
        item("statistics", year=1),
        item("law", "ethics", choose=1, year=2),
        **{
            "degree": "master",
            "fields": ("0912",),
            "eqf": 7,
            "nqf": (NLQF_7,),
            "languages": ("nl",),
            "url": "https://school.example/medicine",
            "credits": Credits(ec=180),
            "disclaimer": text("Illustrative."),
        }
        | said,
    )


STATISTICS = offered("statistics", examined("counting", 1), unit_kind="module")
LAW = offered(
    "law",
    teaches("privacy", 2, status="suggested"),
    examined("counting", 2),
    requires=pre("statistics"),
    hours=28,
    ec=7.5,
    delivery="online",
    entry=text("Some patience"),
    audience=text("Students"),
    assumed=True,
)
ETHICS = offered("ethics", teaches("privacy", 1), parts=("law",), requires=any_of(pre("law")))
COUNTING = competency(
    "counting",
    competency_kind="skill",
    alignments=(Alignment(relation="exact", target=ESCO),),
)
THINGS = (SCHOOL, STATISTICS, LAW, ETHICS, COUNTING, medicine())


def told(given: Catalogue, name: str) -> rdflib.Graph:
    write = FORMATS[name].write
    assert write
    return graph(write(given, "turtle").document)


def lacks(*things, version: Version = ELM_32) -> list[str]:
    """Give what has to be said; the place is empty where the sample has none."""
    return [str(each) for each in missing(catalogue(*things), version)]


def lacking(*things, version: Version = ELM_32) -> list[str]:
    """Give what has to be said of which things, without what all lines have in common."""
    found = missing(catalogue(*things), version)
    start, end = f"{version.name} takes no ", " is left out."
    return [each.message.removeprefix(start).removesuffix(end) for each in found]


@pytest.mark.parametrize("name", VERSIONS)
def test_partners_accept_an_offer_of_which_everything_is_said(name):
    given = catalogue(*THINGS)
    assert missing(given, VERSIONS[name]) == ()
    if is_there(*SHAPES[name]):
        assert violations(told(given, name), name) == set()


def test_quality_link_knows_an_institution_by_no_other_register():
    given = catalogue(SCHOOL, STATISTICS)
    document = FORMATS["elm-3.3"].write(given, "turtle")
    assert [each for each in document.losses if each.kind == "identifiers"] == [
        ("identifiers", "school/ror", "QualityLink knows institutions by SCHAC and OrgReg only.")
    ]
    assert "organisation__school__ror" not in document.document
    assert "organisation__school__ror" in FORMATS["elm"].write(given, "turtle").document


def completed(given: Catalogue) -> Catalogue:
    """Say of a random catalogue what ELM asks for, so that everything in it is told."""
    said = {"fields": ("0912", "10"), "languages": ("et", "en"), "eqf": 6}

    def others(thing: Institution) -> list[Identifier]:
        return [each for each in thing.identifiers if each.scheme != "schac"]

    def full(thing: Unit | Programme) -> Unit | Programme:
        return replace(thing, url=f"https://school.example/{thing.id}", **said)

    def outcomes(thing: Unit) -> Unit:
        found = tuple(replace(each, text=each.text or text("Can do")) for each in thing.outcomes)
        return replace(thing, outcomes=found or (teaches_nothing,))

    teaches_nothing = replace(teaches("x", 1), contributions=())
    places = {
        name: replace(each, country="EE", identifiers=(SCHAC, *others(each)))
        for name, each in given.institutions.items()
    }
    units = {name: full(outcomes(each)) for name, each in given.units.items()}
    programmes = {
        name: replace(full(each), nqf=(NLQF_7,), plan=(item(*units),))
        for name, each in given.programmes.items()
    }
    return replace(
        given, institutions=by_id(places), units=by_id(units), programmes=by_id(programmes)
    )


@pytest.mark.parametrize("name", VERSIONS)
@settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow])
@given(given=catalogues())
def test_whatever_else_an_offer_says_partners_accept_it(name, given):
    full = completed(given)
    assert [
        each for each in missing(full, VERSIONS[name]) if "assessment" not in each.message
    ] == []
    if is_there(*SHAPES[name]):
        assert violations(told(full, name), name) == set()


MANDATORY = {
    "elm": (
        "dcterms:title homepage providedBy learningAchievementSpecification defaultLanguage "
        "ISCEDFCode learningOutcome EQFLevel NQFLevel legalName location address countryCode "
        "contentUrl noteLiteral point framework notation inScheme"
    ),
    "elm-3.3": (
        "identifier learningOutcome language ISCEDFCode EQFLevel learningAchievementSpecification "
        "providedBy defaultLanguage schemeId"
    ),
}


@pytest.mark.parametrize(
    ("name", "term"), [(name, term) for name, terms in MANDATORY.items() for term in terms.split()]
)
def test_the_rules_ask_for_what_is_written(name, term):
    """A check that accepts everything would not tell whether the documents are right."""
    if is_there(*SHAPES[name]):
        found = told(catalogue(*THINGS), name)
        wanted = term.rpartition(":")[2]
        for triple in [
            each for each in found if str(each[1]).endswith(("/" + wanted, "#" + wanted))
        ]:
            found.remove(triple)
        assert violations(found, name)


def test_each_fact_that_elm_asks_for_is_asked_for_by_file_and_line():
    bare = written(programme("medicine", item("statistics"), degree="master"), 3)
    course = written(unit("statistics", teaches("counting", 1)), 9)
    school = written(replace(SCHOOL, country="", identifiers=()), 1, "curricula/school.yaml")
    no_place = (
        'ELM 3.2 takes no {} without an institution that can be written, which "school" '
        'cannot: "{}" is left out. (missing-field)'
    )
    at, what = "curricula/sample.yaml:{}: ELM 3.2 takes no {} without", '"{}" is left out.'
    programme_at, unit_at = at.format(3, "programme"), at.format(9, "unit")
    medicine_is, statistics_is = what.format("medicine"), what.format("statistics")
    assert lacks(bare, course, school) == [
        f"{programme_at} `eqf`, its level in the European Qualifications Framework: "
        f"{medicine_is} (missing-field)",
        f"{programme_at} `fields`, its fields of study in ISCED-F: {medicine_is} (missing-field)",
        f"{programme_at} `languages`, a language it is taught in: {medicine_is} (missing-field)",
        f"{programme_at} `nqf`, its level in a national qualifications framework: "
        f"{medicine_is} (missing-field)",
        f"{programme_at} `url`, the address of the page that describes it: "
        f"{medicine_is} (missing-field)",
        "curricula/sample.yaml:3: " + no_place.format("programme", "medicine"),
        f"{unit_at} `fields`, its fields of study in ISCED-F: {statistics_is} (missing-field)",
        f"{unit_at} `languages`, a language it is taught in: {statistics_is} (missing-field)",
        f"{unit_at} `url`, the address of the page that describes it: "
        f"{statistics_is} (missing-field)",
        "curricula/sample.yaml:9: " + no_place.format("unit", "statistics"),
        "curricula/school.yaml:1: ELM 3.2 takes no institution without `country`, the country "
        'it is in: "school" is left out. (missing-field)',
    ]


def test_quality_link_asks_for_a_level_and_for_how_it_knows_the_institution():
    school = replace(SCHOOL, identifiers=(Identifier(scheme="orgreg", value="NL-1"),))
    assert lacking(school, replace(STATISTICS, eqf=None, url=""), version=ELM_33) == [
        'institution without `identifiers`, its identifier in SCHAC or OrgReg: "school"',
        'unit without `eqf`, its level in the European Qualifications Framework: "statistics"',
        'unit without an institution that can be written, which "school" cannot: "statistics"',
    ]
    known = replace(SCHOOL, identifiers=(Identifier(scheme="orgreg", value="NL0001"),))
    assert lacks(known, replace(STATISTICS, url=""), version=ELM_33) == []


@pytest.mark.parametrize("version", VERSIONS.values())
def test_an_address_that_rdf_does_not_take_is_asked_for_again(version):
    assert lacking(SCHOOL, replace(LAW, url="https://[x/"), version=version) == [
        'unit without an address that RDF takes, which "https://[x/" is not: "law"'
    ]


def test_the_shipped_project_is_told_where_to_say_more():
    shipped = load(ROOT)
    asked = missing(shipped)
    assert {each.where.file.partition("/")[0] for each in asked} == {"curricula"}
    assert all(each.where.line and each.severity == "warning" for each in asked)
    losses = {each.reason for each in FORMATS["elm"].write(shipped, "turtle").losses}
    assert {f"{each.message} See {each.where}." for each in asked} <= losses


def test_without_outcomes_there_is_no_offer_and_without_words_no_outcome():
    said_nothing = replace(teaches("counting", 1), text=Text())
    exam = replace(examined("counting", 1)[1], title=Text())
    course = offered("statistics", said_nothing, exam)
    plan = (item("law", choose=1),)
    assert lacking(SCHOOL, course, LAW, replace(medicine(), plan=plan)) == [
        'assessment without `title`, what it is called: "statistics/exam-counting"',
        'outcome without `text`, what the learner can do: "statistics/counting"',
        'programme without an outcome of a unit that every student takes: "medicine"',
        'unit without an outcome: "statistics"',
    ]


def test_what_is_left_out_is_listed_and_nothing_stands_for_it():
    given = catalogue(SCHOOL, written(replace(STATISTICS, fields=()), 9), LAW)
    found = FORMATS["elm"].write(given, "ntriples")
    assert "opportunity/unit__law" in found.document
    assert "statistics" not in found.document.replace("Statistics", "").replace(
        'noteLiteral> "Statistics"', ""
    )
    reasons = [each.reason for each in found.losses if each[:2] == ("unit", "statistics")]
    assert reasons == [
        "ELM 3.2 takes no unit without `fields`, its fields of study in ISCED-F: "
        '"statistics" is left out. See curricula/sample.yaml:9.'
    ]


@pytest.mark.parametrize("name", VERSIONS)
def test_one_switch_changes_every_term(name):
    document = FORMATS[name].write(catalogue(*THINGS), "ntriples").document
    other = next(each for key, each in VERSIONS.items() if key != name)
    assert VERSIONS[name].namespace in document
    assert other.namespace not in document


@pytest.mark.parametrize("name", VERSIONS)
def test_every_syntax_says_the_same_with_the_same_bytes_and_without_blank_nodes(name):
    each = FORMATS[name]
    first = told(catalogue(*THINGS), name)
    assert not any(isinstance(term, rdflib.BNode) for triple in first for term in triple)
    for syntax in each.suffixes.values():
        document = each.write(catalogue(*THINGS), syntax).document
        assert document == each.write(catalogue(*THINGS), syntax).document
        assert isomorphic(graph(document, syntax), first), syntax


def test_every_concept_of_a_european_list_is_in_the_list_it_is_said_to_be_in():
    if not is_there(ELM_LISTS):
        return
    lists = {}
    for path in ELM_LISTS.glob("*.csv"):
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
            lists[row["uri"]] = row["scheme"]
    known = [*ASSESSMENT_TYPES.values(), *MODES.values(), *SKILL_TYPES.values(), ECTS, PROGRAMME]
    known += [*UNIT_TYPES.values(), NLQF_7, *(eqf(level) for level in range(1, 9))]
    known += [*map(field_of_study, ("0688", "0912", "0914", "0542", "0588", "091", "10"))]
    known += [*map(language, ("en", "nl", "et", "en-GB", "de", "fry"))]
    known += [*map(country, ("NL", "GB", "EE"))]
    assert {iri: scheme_of(iri) for iri in known} == {iri: lists.get(iri) for iri in known}


def test_a_language_or_country_that_no_list_has_is_none():
    assert (language("xx"), language("qqq"), country("ZZ"), country("")) == ("", "", "", "")


def test_a_language_the_list_does_not_have_is_a_loss():
    losses = (
        FORMATS["elm"]
        .write(catalogue(SCHOOL, offered("law", teaches("x", 1), languages=("xx", "nl"))), "turtle")
        .losses
    )
    assert [each for each in losses if each.kind == "languages"] == [
        ("languages", "law", 'The European list of languages does not have "xx".')
    ]


def test_a_level_is_a_note_on_the_outcome_about_a_concept_of_the_scale():
    found = told(catalogue(*THINGS), "elm")
    row = next(
        iter(
            found.query(
                """
                PREFIX elm: <http://data.europa.eu/snb/model/elm/>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                SELECT ?skill ?words ?level WHERE {
                    ?outcome elm:relatedSkill ?skill ; elm:additionalNote ?note .
                    ?note elm:noteLiteral ?words ; dcterms:subject ?level .
                    FILTER (?outcome = <https://example.org/curriculum-map/elm/outcome/law__privacy>)
                }
                """
            )
        )
    )
    assert row == (
        rdflib.URIRef(f"{BASE}competency/privacy"),
        rdflib.Literal("Privacy: knows how [suggested]", lang="en"),
        rdflib.URIRef(f"{BASE}level/miller__knows-how"),
    )


@pytest.mark.parametrize(
    ("hours", "words", "exact"),
    [
        (28, "PT28H", True),
        (1.5, "PT1H30M", True),
        (0.01, "PT36S", True),
        (0, "PT0S", True),
        (1 / 3, "PT20M", False),
        (10_000, "PT10000H", True),
    ],
)
def test_hours_are_written_as_a_duration_to_the_second(hours, words, exact):
    assert duration(hours) == (words, exact)


def test_credits_are_written_as_text_without_an_idle_zero():
    assert [points(Credits(ec=each)) for each in (5, 5.0, 7.5)] == ["5", "5", "7.5"]
