"""A project is put into a graph store: all of its graphs, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings

from asking import ask
from curriculum_map.errors import BadQuestion
from curriculum_map.formats.base import Loss
from curriculum_map.formats.project import load
from curriculum_map.formats.rdf import native
from curriculum_map.formats.rdf.endpoint import Endpoint, EndpointFailed
from curriculum_map.formats.rdf.push import named_graphs, push
from curriculum_map.formats.rdf.query import query_endpoint, query_project, shipped_query
from curriculum_map.model import Catalogue, Settings, Text
from sample import catalogue, competency, item, profile, programme, teaches, unit
from servers import BREAK, BREAK_AFTER, FORWARD, STALL, Gate, gate, oxigraph, say
from shipped import ROOT
from strategies import catalogues

SMALL = catalogue(
    competency("vis"),
    unit("lecture", teaches("vis", 2)),
    programme("medicine", item("lecture"), aims="basic"),
    profile("basic", vis=3),
)
BASE = SMALL.settings.base
GRAPHS = named_graphs(SMALL).graphs
OLD = {graph: f"<urn:old> <urn:in> <{graph}> .\n" for graph in list(GRAPHS)[1:]}
"""What stood there before: nothing in the first graph."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with oxigraph() as url:
        yield url


@pytest.fixture
def store(server: str) -> Iterator[Gate]:
    """The real store, emptied but for what stood there before, behind a gate."""
    with gate(server) as found:
        direct = Endpoint(url=f"{server}/update")
        direct.ask("POST", body=b"DROP ALL", Content_Type="application/sparql-update")
        push(OLD, Endpoint(url=f"{server}/store"))
        yield found


def at(server: Gate, path: str = "/store") -> Endpoint:
    return Endpoint(url=server.url + path, timeout=20)


def stored(url: str) -> set[ox.Quad]:
    dump = Endpoint(url=f"{url}/store").ask("GET", Accept="application/n-quads")
    return set(ox.parse(dump.body, ox.RdfFormat.N_QUADS))


def quads(graphs: Mapping[str, str]) -> set[ox.Quad]:
    return {
        ox.Quad(*triple, ox.NamedNode(name))
        for name, text in graphs.items()
        for triple in (each.triple for each in ox.parse(text, ox.RdfFormat.N_TRIPLES))
    }


def test_a_framework_and_an_institution_have_a_graph_each() -> None:
    names = ["framework/framework", "institution/school", "rest"]
    assert list(GRAPHS) == [f"{BASE}graph/{name}" for name in names]
    assert f"<{BASE}competency/vis> " in GRAPHS[f"{BASE}graph/framework/framework"]
    assert f"<{BASE}unit/lecture> " in GRAPHS[f"{BASE}graph/institution/school"]
    assert f"<{BASE}plan-item/medicine__1> " in GRAPHS[f"{BASE}graph/institution/school"]
    assert f"<{BASE}profile/basic> " in GRAPHS[f"{BASE}graph/rest"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(catalogues())
def test_together_the_graphs_say_what_the_export_says_and_nothing_twice(made: Catalogue) -> None:
    graphs = [set(text.split("\n")) - {""} for text in named_graphs(made).graphs.values()]
    exported = set(native.write(made, "ntriples").document.split("\n")) - {""}
    assert set.union(*graphs) == exported
    assert sum(map(len, graphs)) == len(exported)


def test_pushed_graphs_replace_what_stood_there_and_nothing_else(store: Gate) -> None:
    push({"urn:other": "<urn:a> <urn:b> <urn:c> .\n"}, at(store))
    push(GRAPHS, at(store))
    pushed = {**GRAPHS, "urn:other": "<urn:a> <urn:b> <urn:c> .\n"}
    assert stored(store.url) == quads(pushed)
    push(GRAPHS, at(store))
    assert stored(store.url) == quads(pushed)


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (say(507, "The disk is full"), 'refused (507). The server says: "The disk is full".'),
        (BREAK, "The connection broke before the answer was complete."),
        (BREAK_AFTER, "The connection broke before the answer was complete."),
    ],
    ids=["refused", "broken", "broken after it was done"],
)
def test_if_a_graph_fails_everything_is_as_it_was(store: Gate, number, fault, said) -> None:
    store.rule = lambda method, n: fault if (method, n) == ("PUT", number) else FORWARD
    before = stored(store.url)
    with pytest.raises(EndpointFailed) as error:
        push(GRAPHS, at(store))
    assert str(error.value).endswith(f"{said} Everything is as it was before.")
    assert stored(store.url) == before == quads(OLD)


def test_a_graph_that_takes_too_long_fails_as_well(store: Gate) -> None:
    store.rule = lambda method, n: STALL if (method, n) == ("PUT", 2) else FORWARD
    with pytest.raises(EndpointFailed) as error:
        push(GRAPHS, Endpoint(url=f"{store.url}/store", timeout=2))
    assert str(error.value) == (
        f"{store.url}/store: No complete answer came within 2 s. Everything is as it was before."
    )
    assert stored(store.url) == quads(OLD)


def test_what_cannot_be_put_back_is_named(store: Gate) -> None:
    store.rule = lambda method, n: BREAK if method == "PUT" and n > 1 else FORWARD
    with pytest.raises(EndpointFailed) as error:
        push(GRAPHS, at(store))
    assert str(error.value) == (
        f"{store.url}/store: The connection broke before the answer was complete. What stood in "
        f"these graphs could not be put back: {BASE}graph/institution/school. Push again."
    )


@pytest.mark.parametrize(
    ("fault", "said"),
    [(say(403), "refused (403). The server does not allow this to whoever asked."),
     (BREAK, "The connection broke before the answer was complete.")],
)  # fmt: skip
def test_nothing_is_replaced_before_all_that_stood_there_is_known(store: Gate, fault, said) -> None:
    store.rule = lambda method, n: fault if (method, n) == ("GET", 3) else FORWARD
    with pytest.raises(EndpointFailed) as error:
        push(GRAPHS, at(store))
    assert str(error.value).endswith(said)
    assert "PUT" not in store.asked
    assert stored(store.url) == quads(OLD)


def test_the_command_introduces_itself_and_names_the_graphs(store, tmp_path, monkeypatch) -> None:
    store.password = "team:s3cret"
    assert ask("init", tmp_path / "p").code == 0
    monkeypatch.delenv("CURRICULUM_MAP_USER", raising=False)
    answer = ask("-p", tmp_path / "p", "push", f"{store.url}/store")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        f"{store.url}/store: The server refused (401). It asks for a name and a password, or does "
        "not know these. Give them in CURRICULUM_MAP_USER and CURRICULUM_MAP_PASSWORD. The server "
        'says: "who are you?". (endpoint-failed)\n'
    )
    assert set(store.asked) == {"GET"}
    monkeypatch.setenv("CURRICULUM_MAP_USER", "team")
    monkeypatch.setenv("CURRICULUM_MAP_PASSWORD", "s3cret")
    answer = ask("-p", tmp_path / "p", "push", f"{store.url}/store")
    graphs = named_graphs(load(tmp_path / "p")).graphs
    assert answer == (0, "".join(f"{g}\n" for g in graphs), f"Replaced {len(graphs)} graphs.\n")


def test_over_the_pushed_graphs_a_server_gives_the_coverage_that_the_project_gives(store) -> None:
    shipped = load(ROOT)
    graphs = named_graphs(shipped).graphs
    push(graphs, at(store))
    coverage = shipped_query("coverage")
    found = query_endpoint(at(store, "/query"), coverage, list(graphs))
    assert found == query_project(shipped, coverage)
    assert len(found.rows) > 100


def test_what_cannot_be_carried_is_reported() -> None:
    title = Text((("en", "Kept"), ("en-12", "Left out")))
    reason = 'RDF does not take "en-12" for a language; its text is left out.'
    assert named_graphs(catalogue(unit("u", title=title))).losses == (Loss("unit", "u", reason),)


def test_a_base_that_is_no_web_address_is_refused() -> None:
    with pytest.raises(BadQuestion) as error:
        named_graphs(Catalogue(settings=Settings(base="https://[/")))
    assert str(error.value) == 'The base "https://[/" is not a web address that RDF accepts.'


@pytest.mark.parametrize("url", ["ftp://x.org/", "store", "http://", "http://x.org:a/", "http:// "])
def test_what_is_no_address_of_a_server_is_refused(url: str) -> None:
    with pytest.raises(BadQuestion) as error:
        Endpoint(url=url)
    assert str(error.value) == f'"{url}" is not the address of a server, http:// or https://.'


def test_a_password_does_not_belong_into_an_address() -> None:
    with pytest.raises(BadQuestion) as error:
        Endpoint(url="https://team:s3cret@x.org/")
    assert "s3cret" not in str(error.value)
    assert "s3cret" not in repr(Endpoint(url="https://x.org/", user="team", password="s3cret"))
