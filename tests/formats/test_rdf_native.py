from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from io import BytesIO

import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum_map import model
from curriculum_map.errors import BadQuestion
from curriculum_map.formats.base import Loss
from curriculum_map.formats.rdf import native, terms
from curriculum_map.model import (
    Alignment,
    Catalogue,
    Settings,
    Text,
)
from sample import (
    any_of,
    catalogue,
    co,
    competency,
    exam,
    item,
    pre,
    profile,
    programme,
    teaches,
    text,
    unit,
)
from strategies import catalogues

SYNTAXES = sorted(native.SUFFIXES.values())
CLASSES = [each for each in vars(model).values() if isinstance(each, type) and is_dataclass(each)]
NOT_NODES = {Catalogue, Text}
thorough = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def read_back(given: Catalogue, syntax: str = "turtle") -> Catalogue:
    return native.read(native.write(given, syntax).document, syntax, "file")


@pytest.mark.parametrize("of", [each for each in CLASSES if each not in NOT_NODES])
def test_every_field_of_the_model_has_a_term_or_is_read_off_the_iri(of: type) -> None:
    with_a_term = terms.TERMS[of].keys() | terms.COMMON.keys() | terms.DERIVED
    assert {each.name for each in fields(of)} - with_a_term == set()
    assert terms.TERMS[of].keys() - {each.name for each in fields(of)} == set()


@pytest.mark.parametrize("syntax", SYNTAXES)
@thorough
@given(given=catalogues())
def test_reading_gives_the_catalogue_that_was_written(syntax: str, given: Catalogue) -> None:
    written = native.write(given, syntax)
    back = native.read(written.document, syntax, "file")
    assert back == given
    assert written.losses == ()


@thorough
@given(catalogues())
def test_places_survive_too_and_writing_again_gives_the_same_words(given: Catalogue) -> None:
    document = native.write(given, "turtle").document
    assert native.write(native.read(document, "turtle", "file"), "turtle").document == document


@pytest.mark.parametrize("syntax", sorted(set(SYNTAXES) - {"rdf-xml"}))
@thorough
@given(given=catalogues(st.text(max_size=8)))
def test_any_text_survives_whatever_is_in_it(syntax: str, given: Catalogue) -> None:
    assert read_back(given, syntax) == given


@thorough
@given(catalogues(st.text(st.sampled_from("\r\n\t <>&]'\"\\ \u0085\u2028é𝄞"), max_size=8)))
def test_any_text_that_xml_can_write_survives_in_rdf_xml(given: Catalogue) -> None:
    written = native.write(given, "rdf-xml")
    assert (native.read(written.document, "rdf-xml", "file"), written.losses) == (given, ())


@pytest.mark.parametrize("words", ["a],", "},{", '],"http', '},{"@', "a\r\n", "]," * 40_000])
@pytest.mark.parametrize("syntax", SYNTAXES)
def test_text_that_looks_like_the_syntax_around_it_is_left_alone(syntax: str, words: str) -> None:
    given = catalogue(unit("u", title=text(words), code=words), unit("v", title=text(words)))
    assert read_back(given, syntax) == given


# rdflib's own reader of JSON-LD uses what rdflib calls deprecated.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(catalogues(st.text(st.sampled_from("\r\n\t <>&]'\"\\ éz𝄞"), max_size=8)))
def test_another_rdf_library_finds_the_same_statements_in_every_syntax(given: Catalogue) -> None:
    expected = statements(native.write(given, "ntriples").document, "nt")
    assert expected
    assert not any(isinstance(term, rdflib.BNode) for triple in expected for term in triple)
    for syntax, name in {"turtle": "turtle", "rdf-xml": "xml", "json-ld": "json-ld"}.items():
        assert statements(native.write(given, syntax).document, name) == expected


def statements(document: str, syntax: str) -> set[tuple[rdflib.term.Node, ...]]:
    rdflib.NORMALIZE_LITERALS = False
    try:
        return set(rdflib.Graph().parse(data=document, format=syntax))
    finally:
        rdflib.NORMALIZE_LITERALS = True


def small() -> Catalogue:
    return catalogue(
        unit("lecture", teaches("vis", 2), exam("vis"), hours=28.0),
        unit("lab", requires=any_of(pre("lecture"), co("lecture"))),
        programme("medicine", item("lecture", "lab", year=1), aims="basic"),
        profile("basic", vis=3),
    )


WORD_FOR_WORD = """\
unit:lab a cm:Unit , schema:Course ;
	schema:provider institution:school ;
	cm:unitKind "course" ;
	schema:name "Lab"@en ;
	cm:requisite requisite:lab .
requisite:lab a cm:AnyOf ;
	cm:item requisite:lab__1 , requisite:lab__2 .
requisite:lab__1 a cm:Needs ;
	cm:position 1 ;
	cm:unit unit:lecture ;
	cm:timing "pre" .
requisite:lab__2 a cm:Needs ;
	cm:position 2 ;
	cm:unit unit:lecture ;
	cm:timing "co" .
unit:lecture a cm:Unit , schema:Course ;
	schema:provider institution:school ;
	cm:unitKind "course" ;
	schema:name "Lecture"@en ;
	cm:workload workload:lecture ;
	cm:outcome outcome:lecture__vis ;
	cm:assessment assessment:lecture__exam .
workload:lecture a cm:Workload ;
	cm:hours "28.0"^^xsd:double .
outcome:lecture__vis a cm:Outcome ;
	cm:position 1 ;
	schema:description "Vis"@en ;
	cm:contribution contribution:lecture__vis__vis .
contribution:lecture__vis__vis a cm:Contribution ;
	cm:position 1 ;
	cm:competency competency:vis ;
	cm:level level:miller__knows-how ;
	cm:status "declared" .
assessment:lecture__exam a cm:Assessment ;
	cm:position 1 ;
	schema:name "Exam"@en ;
	cm:tests outcome:lecture__vis .
"""


def test_units_read_like_this_in_turtle() -> None:
    document = native.write(small(), "turtle").document
    assert document[document.index("unit:lab a") :] == WORD_FOR_WORD


def test_a_plan_keeps_the_order_of_its_units_beside_the_units_themselves() -> None:
    document = native.write(small(), "turtle").document
    said = document[document.index("plan-item:medicine__1 a") :].partition(" .\n")[0]
    assert said == (
        "plan-item:medicine__1 a cm:PlanItem ;\n"
        "\tcm:position 1 ;\n"
        "\tcm:year 1 ;\n"
        "\tcm:unit unit:lab , unit:lecture ;\n"
        '\tcm:order "units lecture lab"'
    )


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_a_changed_title_changes_one_line(syntax: str) -> None:
    before = small()
    lecture = replace(before.units["lecture"], title=text("Another title"))
    after = replace(before, units={**before.units, "lecture": lecture})
    old, new = (native.write(each, syntax).document.splitlines() for each in (before, after))
    assert [line for line in new if line not in old] == [
        line.replace("Lecture", "Another title") for line in old if line not in new
    ]
    assert len(new) == len(old)
    assert len(set(new) - set(old)) == 1


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_the_bytes_do_not_depend_on_the_hash_seed(syntax: str) -> None:
    script = (
        "import sys; sys.path.insert(0, 'tests');"
        "from strategies import Drawing, Tape; from curriculum_map.formats.rdf import native;"
        "made = Drawing(Tape(bytes(n * 7 % 251 for n in range(2000))), ['a', 'b', 'c']).made;"
        f"native.stream(made, {syntax!r}, sys.stdout.buffer)"
    )
    first, second = (
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    )
    assert len(first) > 10_000
    assert first == second


def test_streaming_gives_the_same_bytes_as_writing() -> None:
    output = BytesIO()
    assert native.stream(small(), "turtle", output) == ()
    assert output.getvalue().decode() == native.write(small(), "turtle").document


@pytest.mark.parametrize("hours", [28, 28.0, 0.1, 1e-7, 0, 5e-324, 1 / 3, 10_000])
def test_a_number_comes_back_as_it_was(hours: float) -> None:
    back = read_back(catalogue(unit("u", hours=hours))).units["u"].workload
    assert back is not None
    assert repr(back.hours) == repr(hours)


def test_the_base_of_a_project_may_end_in_a_hash_and_comes_back() -> None:
    settings = Settings(base="https://example.org/cm#", languages=("nl", "en"))
    given = catalogue(unit("u"), settings=settings)
    assert read_back(given).settings == settings


def test_a_base_that_is_no_web_address_is_refused() -> None:
    with pytest.raises(BadQuestion) as error:
        native.write(Catalogue(settings=Settings(base="https://[/")), "turtle")
    assert str(error.value) == 'The base "https://[/" is not a web address that RDF accepts.'


def test_what_xml_cannot_write_is_replaced_and_reported() -> None:
    given = catalogue(unit("u", title=text("a\x00b\ufffe")))
    written = native.write(given, "rdf-xml")
    reason = "A character that this syntax cannot write was replaced by U+FFFD."
    assert written.losses == (Loss("unit", "u", reason),)
    back = native.read(written.document, "rdf-xml", "file")
    assert back.units["u"].title == text("a\ufffdb\ufffd")


def test_half_a_surrogate_pair_is_replaced_and_reported() -> None:
    written = native.write(catalogue(unit("u", title=text("a\ud800"))), "turtle")
    reason = "A character that this syntax cannot write was replaced by U+FFFD."
    assert written.losses == (Loss("unit", "u", reason),)
    assert native.read(written.document, "turtle", "f").units["u"].title == text("a\ufffd")


def test_a_language_keeps_the_authors_spelling() -> None:
    title = Text((("en-GB", "Programme"), ("zh-Hant", "課程")))
    assert read_back(catalogue(unit("u", title=title))).units["u"].title == title


def test_what_rdf_does_not_take_for_a_language_is_reported() -> None:
    title = Text((("en", "Kept"), ("en-12", "Left out")))
    written = native.write(catalogue(unit("u", title=title)), "turtle")
    reason = 'RDF does not take "en-12" for a language; its text is left out.'
    assert written.losses == (Loss("unit", "u", reason),)
    assert native.read(written.document, "turtle", "f").units["u"].title == text("Kept")


def test_two_spellings_of_a_language_become_one_and_that_is_reported() -> None:
    title = Text((("en-GB", "First"), ("en-gb", "Second")))
    written = native.write(catalogue(unit("u", title=title)), "turtle")
    reason = 'RDF takes "en-gb" and "en-GB" for one language; "en-GB" is kept.'
    assert written.losses == (Loss("unit", "u", reason),)
    back = native.read(written.document, "turtle", "f")
    assert back.units["u"].title == Text((("en-GB", "First"),))


def test_a_mapping_to_another_framework_is_a_skos_statement_too() -> None:
    close = Alignment(relation="close", target="http://data.europa.eu/esco/skill/1")
    given = catalogue(competency("vis", alignments=(close,)))
    document = native.write(given, "ntriples").document
    assert (
        f"<{Settings().base}competency/vis> <http://www.w3.org/2004/02/skos/core#closeMatch> "
        "<http://data.europa.eu/esco/skill/1> .\n"
    ) in document
