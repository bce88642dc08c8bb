"""Questions in SPARQL, to the project and to servers, good and bad."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, assume, given, settings

from asking import ask
from curriculum_map.analysis.coverage import coverage
from curriculum_map.formats.project import load
from curriculum_map.formats.rdf.endpoint import Endpoint, EndpointFailed
from curriculum_map.formats.rdf.query import (
    BadQuery,
    Found,
    query_endpoint,
    query_project,
    shipped,
    shipped_query,
)
from curriculum_map.model import Catalogue
from curriculum_map.model.checks import problems_of
from sample import catalogue, competency, item, profile, programme, teaches, unit
from servers import BREAK, BREAK_AFTER, STALL, Did, Gate, gate, oxigraph, say
from shipped import ROOT
from strategies import catalogues

COVERAGE = shipped_query("coverage")
LEVELS = (
    "SELECT ?rank ?code { ?l a cm:Level ; cm:position ?rank OPTIONAL {?l skos:notation ?code} }"
)
PREFIXES = (
    "PREFIX cm: <https://w3id.org/curriculum-map/ns#>\n"
    "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
)
RESULTS = "application/sparql-results+json"


class Row(NamedTuple):
    """What the query and the analysis both tell about a competency of a programme."""

    programme: str
    profile: str
    competency: str
    required: int
    possible: int
    touched: bool


def by_query(given: Catalogue) -> dict[Row, bool]:
    """Give the rows of the query in its order, and whether each is exact."""
    found, base = query_project(given, COVERAGE), given.settings.base
    assert found.columns == (*Row._fields, "exact")
    return {Row(*(last(value, base) for value in row[:3]), *row[3:6]): row[6] for row in found.rows}


def last(iri: str | None, base: str) -> str:
    return (iri or "").removeprefix(base).partition("/")[2]


def by_analysis(given: Catalogue) -> list[Row]:
    return [
        Row(*(row[name] for name in Row._fields[:5]), touched=row["contributions"] > 0)
        for row in coverage(given).records()
    ]


def test_the_shipped_project_has_the_figures_of_the_analysis() -> None:
    shipped_project = load(ROOT)
    found = by_query(shipped_project)
    assert list(found) == by_analysis(shipped_project)
    assert set(found.values()) == {True}
    assert {row.touched for row in found} == {True, False}
    assert len({row.possible for row in found}) > 2


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(catalogues())
def test_any_project_has_the_figures_of_the_analysis_or_says_they_are_a_bound(
    made: Catalogue,
) -> None:
    assume(not list(problems_of(made)))
    for (row, exact), own in zip(by_query(made).items(), by_analysis(made), strict=True):
        if exact:
            assert row == own
        else:
            assert row.possible >= own.possible
            assert row._replace(possible=0) == own._replace(possible=0)


def test_parts_together_make_the_whole_and_a_claim_on_the_whole_counts_for_all() -> None:
    given = catalogue(
        competency("whole", "left", "right"),
        competency("left", "deep"),
        unit("one", teaches("deep", 3), teaches("right", 1)),
        unit("two", teaches("left", 2), teaches("whole", 2)),
        profile("goal", whole=4, right=1),
        programme("p", item("one"), item("two"), aims="goal"),
        programme("q", item("one", "two", choose=1), aims="goal"),
        programme("r", item("one"), aims="goal"),
    )
    assert {(row[0], row[2]): row[3:] for row in by_query(given)} == {
        ("p", "whole"): (4, 2, True),
        ("p", "right"): (1, 1, True),
        ("q", "whole"): (4, 2, True),
        ("q", "right"): (1, 1, True),
        ("r", "whole"): (4, 1, True),
        ("r", "right"): (1, 1, True),
    }
    assert list(by_query(given)) == by_analysis(given)


def test_chains_with_the_same_two_ends_are_said_not_to_be_told_apart() -> None:
    given = catalogue(
        competency("whole", "left", "right"),
        competency("left", "end"),
        competency("right", "end"),
        unit("one", teaches("left", 3)),
        profile("goal", whole=2, left=2),
        programme("p", item("one"), aims="goal"),
    )
    assert by_query(given) == {
        Row("p", "goal", "left", 2, 3, touched=True): True,
        Row("p", "goal", "whole", 2, 3, touched=True): False,
    }
    assert [row.possible for row in by_analysis(given)] == [3, 0]


def test_every_shipped_query_is_named_and_can_be_printed() -> None:
    folder = files("curriculum_map.formats.rdf") / "queries"
    assert [f"{name}.rq" for name in shipped()] == sorted(each.name for each in folder.iterdir())
    for name in shipped():
        assert ask("query", name, "--text") == (0, shipped_query(name), "")


@pytest.fixture
def project(tmp_path):
    assert ask("init", tmp_path / "p").code == 0
    return tmp_path / "p"


def test_the_command_prints_tables_csv_and_json(project, tmp_path) -> None:
    file = tmp_path / "levels.rq"
    file.write_text(f"{PREFIXES}{LEVELS} ORDER BY ?rank LIMIT 1", encoding="utf-8")
    assert ask("-p", project, "query", file).out == "rank  code\n1\n"
    assert ask("-p", project, "query", file, "--format", "csv").out == "rank,code\r\n1,\r\n"
    answer = ask("-p", project, "query", file, "--format", "json")
    assert answer.json() == [{"rank": 1, "code": None}]
    kinds = "SELECT (1.5 AS ?a) (true AS ?b) ('t'@nl AS ?c) (<urn:x> AS ?d)"
    kinds += " (STRDT('INF', <http://www.w3.org/2001/XMLSchema#double>) AS ?e) {}"
    answer = ask("-p", project, "query", kinds, "--format", "json")
    assert answer.json() == [{"a": 1.5, "b": True, "c": "t", "d": "urn:x", "e": "INF"}]


def test_yes_or_no_and_triples_are_tables_too(project) -> None:
    made = load(project)
    assert query_project(made, "ASK { ?s ?p ?o }") == Found(("answer",), ((True,),))
    triples = query_project(made, "CONSTRUCT { <urn:b> <urn:p> 1 . <urn:a> <urn:p> 2 } {}")
    rows = (("urn:a", "urn:p", 2), ("urn:b", "urn:p", 1))
    assert triples == Found(("subject", "predicate", "object"), rows)


def test_a_table_for_people_leaves_out_the_base_of_the_project(project) -> None:
    asked = f"{PREFIXES} SELECT ?f {{ ?f a cm:Framework }}"
    (record,) = ask("-p", project, "query", asked, "--format", "json").json()
    base = load(project).settings.base
    shown = ask("-p", project, "query", asked).out.split("\n")[1]
    assert base + shown == record["f"]


def test_what_is_not_sparql_is_said_with_line_and_column(project, tmp_path) -> None:
    file = tmp_path / "bad.rq"
    file.write_text("SELECT *\n{ ?s ?p }", encoding="utf-8")
    answer = ask("-p", project, "query", file)
    assert (answer.code, answer.out) == (2, "")
    start = "bad.rq:2:10: This is not SPARQL that can be answered: expected "
    assert answer.err.startswith(start)
    with pytest.raises(BadQuery) as error:
        query_project(Catalogue(), "DROP ALL")
    assert (error.value.line, error.value.name) == (1, "query")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("SELECT (<urn:f>(1) AS ?x) {}", "The custom function <urn:f> is not supported."),
        ("ASK { ?s ?p '\udcff' }", "it has a character that UTF-8 cannot write."),
    ],
)
def test_what_cannot_be_worked_out_is_said(asked: str, said: str) -> None:
    with pytest.raises(BadQuery) as error:
        query_project(Catalogue(), asked)
    assert str(error.value) == f"query: This is not SPARQL that can be answered: {said}"


def test_a_server_that_the_query_itself_asks_may_not_answer() -> None:
    with gate() as gone:
        url = gone.url
    with pytest.raises(EndpointFailed) as error:
        query_project(Catalogue(), f"SELECT * {{ SERVICE <{url}/> {{ ?s ?p ?o }} }}")
    assert str(error.value).startswith("query: What SERVICE asks does not answer (")


def test_a_query_nobody_ships_and_a_file_that_is_not_there_are_said(project, tmp_path) -> None:
    answer = ask("-p", project, "query", "coverag")
    said = 'There is no query called "coverag". Did you mean "coverage"? (unknown-name)\n'
    assert answer == (2, "", said)
    assert ask("-p", project, "query", tmp_path / "none.rq").code == 1


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with oxigraph() as url:
        yield url


@pytest.fixture
def before(server: str) -> Iterator[Gate]:
    with gate(server) as found:
        yield found


def test_a_server_is_asked_instead_of_the_project(before, monkeypatch) -> None:
    monkeypatch.setenv("CURRICULUM_MAP_USER", "team")
    monkeypatch.setenv("CURRICULUM_MAP_PASSWORD", "s3cret")
    before.password = "team:s3cret"
    asked = ["query", "SELECT (1 + 1 AS ?n) {}", "--endpoint", f"{before.url}/query"]
    assert ask(*asked) == (0, "n\n2\n", "")
    made = Endpoint(url=f"{before.url}/query", user="team", password="s3cret")
    assert query_endpoint(made, "ASK {}") == Found(("answer",), ((True,),))
    triples = query_endpoint(made, "CONSTRUCT { <urn:a> <urn:p> 'x' } {}")
    assert triples.rows == (("urn:a", "urn:p", "x"),)


def test_what_a_server_does_not_understand_is_said_with_its_place(before) -> None:
    with pytest.raises(BadQuery) as error:
        query_endpoint(Endpoint(url=f"{before.url}/query"), "SELECT *\n{ ?s ?p }", name="q.rq")
    assert str(error.value).startswith("q.rq:2:10: This is not SPARQL that can be answered: ")


NO_KIND = "The server answers with text/html, not with the results of a query."
BROKE = "The connection broke before the answer was complete."
PASSWORD = (
    "It asks for a name and a password, or does not know these. Give them in "
    "CURRICULUM_MAP_USER and CURRICULUM_MAP_PASSWORD."
)


@pytest.mark.parametrize(
    ("did", "said"),
    [
        (say(401), f"The server refused (401). {PASSWORD}"),
        (
            say(503, "Be \x1b[31mback\nsoon"),
            'The server refused (503). The server says: "Be [31mback soon".',
        ),
        (
            say(500, "<style>a</style><h1>Oops</h1>", "text/html"),
            'The server refused (500). The server says: "Oops".',
        ),
        (
            say(302, to="http://127.0.0.1:9/"),
            "The server refused (302). It sends on to http://127.0.0.1:9/: use that address.",
        ),
        (say(200, "<p>Hello</p>", "text/html"), NO_KIND),
        (BREAK, BROKE),
        (BREAK_AFTER, BROKE),
        (STALL, "No complete answer came within 1 s."),
    ],
    ids=["login", "busy", "page", "moved", "no results", "broken", "broken half-way", "slow"],
)
def test_what_goes_wrong_at_a_server_is_said_in_words(before: Gate, did: Did, said: str) -> None:
    before.rule = lambda _method, _count: did
    endpoint = Endpoint(url=f"{before.url}/query", timeout=1, user="a", password="b")
    with pytest.raises(EndpointFailed) as error:
        query_endpoint(endpoint, "ASK {}")
    assert str(error.value) == f"{endpoint.url}: {said}"
    assert before.asked == ["POST"]


def test_results_that_are_cut_short_or_garbled_are_said_to_be(before: Gate) -> None:
    before.rule = lambda _method, _count: say(200, '{"head": {"vars": ["a"]}, "res', RESULTS)
    with pytest.raises(EndpointFailed) as error:
        query_endpoint(Endpoint(url=before.url), "SELECT ?a {}")
    said = f"{before.url}: What the server sent is not {RESULTS}: "
    assert str(error.value).startswith(said)


def test_where_no_server_runs_that_is_said() -> None:
    with gate() as gone:
        url = gone.url
    with pytest.raises(EndpointFailed) as error:
        query_endpoint(Endpoint(url=url), "ASK {}")
    assert str(error.value) == f"{url}: No server answers there. Is it running?"
