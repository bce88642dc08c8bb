"""Graph files, opened by other programs: the same nodes, links and attributes come back."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asking import process
from curriculum_map.cli.graph_formats import GRAPH_FORMATS
from curriculum_map.formats.base import Loss
from curriculum_map.graph import build, columns
from curriculum_map.graph.files import WRITERS, clean, cytoscape, gexf, graphml, xml_name
from curriculum_map.model import Catalogue, Source, Text
from sample import all_of, any_of, catalogue, item, pre, programme, teaches, text, unit
from shown import medicine
from strategies import catalogues

GEXF = {"g": "http://www.gexf.net/1.2draft", "viz": "http://www.gexf.net/1.2draft/viz"}
HOSTILE = "</label>&amp;\"'<b>\U0001f469\u200d\u2695\ufe0f Ärzt\u0000in\u202e\u0007"
Told = dict[str, Any]


def hostile() -> Catalogue:
    return catalogue(unit("u", teaches("c", 1), title=text(HOSTILE)), programme("p", item("u")))


def nodes(catalogue: Catalogue) -> dict[str, Told]:
    """Give what each node should say in a file."""
    graph = build(catalogue)
    return {
        node: {name: clean(each) if isinstance(each, str) else each for name, each in said.items()}
        for node, said in graph.nodes(data=True)
    }


def links(catalogue: Catalogue) -> list[tuple[str, str, list[tuple[str, Any]]]]:
    """Give each link with what it should say, sorted."""
    edges = build(catalogue).edges(data=True)
    return sorted((a, b, sorted(said.items())) for a, b, said in edges)


def without(said: Told, *names: str) -> Told:
    return {name: value for name, value in said.items() if name not in names}


@settings(max_examples=12)
@given(catalogues())
def test_networkx_reads_graphml_back_as_it_was(built):
    read = nx.parse_graphml(graphml(built), force_multigraph=True)
    assert isinstance(read, nx.MultiDiGraph)
    places = columns(build(built))
    expected = nodes(built)
    for node, said in expected.items():
        x, y = places[node]
        assert read.nodes[xml_name(node)] == {**said, "x": x, "y": y}
    assert len(read) == len(expected)
    assert sorted((a, b, sorted(said.items())) for a, b, said in read.edges(data=True)) == [
        (xml_name(a), xml_name(b), said) for a, b, said in _renamed(links(built))
    ]


def _renamed(found: Any) -> Any:
    return sorted(found, key=lambda link: (xml_name(link[0]), xml_name(link[1]), link[2]))


def test_igraph_reads_graphml(tmp_path):
    file = tmp_path / "graph.graphml"
    file.write_text(graphml(medicine()), encoding="utf-8")
    read = igraph.Graph.Read_GraphML(str(file))
    assert read.is_directed()
    assert {(v["kind"], v["name"], v["label"]) for v in read.vs} == {
        (said["kind"], said["name"], said["label"]) for said in nodes(medicine()).values()
    }
    told = [(read.vs[e.source]["id"], read.vs[e.target]["id"], e["kind"]) for e in read.es]
    assert sorted(told) == sorted(
        (xml_name(a), xml_name(b), dict(said)["kind"]) for a, b, said in links(medicine())
    )
    assert read["title"] == "The faculty's map"
    assert read["credits"] == "The faculty, 2025"


def test_ids_in_graphml_are_names_that_xml_allows_and_each_occurs_once():
    tree = ElementTree.fromstring(graphml(medicine()))
    ids = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(set(ids)) == len(ids)
    assert [each for each in ids if not re.fullmatch(r"[\w:.-]+", each)] == []


@given(st.text(), st.text())
def test_different_names_stay_different_in_xml(one, other):
    assert (xml_name(one) == xml_name(other)) == (one == other)


@settings(max_examples=12)
@given(catalogues())
def test_networkx_reads_gexf_back_as_it_was(built):
    read = nx.read_gexf(_file(gexf(built)))
    places = columns(build(built))
    assert {node: without(said, "viz") for node, said in read.nodes(data=True)} == nodes(built)
    for node, said in read.nodes(data=True):
        x, y = places[node]
        assert said["viz"]["position"] == {"x": x, "y": -y, "z": 0}
    told = read.edges(data=True)
    assert sorted((a, b, sorted(without(s, "id", "key").items())) for a, b, s in told) == links(
        built
    )


def _file(written: str) -> BytesIO:
    return BytesIO(written.encode())


def test_gexf_is_what_its_specification_asks_for():
    tree = ElementTree.fromstring(gexf(medicine()))
    assert (tree.tag, tree.get("version")) == (f"{{{GEXF['g']}}}gexf", "1.2")
    graph = tree.find("g:graph", GEXF)
    assert graph is not None
    assert graph.attrib == {"defaultedgetype": "directed", "mode": "static"}
    declared = {
        (of.get("class"), each.get("id")): each.get("type")
        for of in graph.findall("g:attributes", GEXF)
        for each in of.findall("g:attribute", GEXF)
    }
    assert set(declared.values()) <= {"string", "long", "boolean"}
    known = [node.get("id") for node in graph.iterfind("g:nodes/g:node", GEXF)]
    edges = graph.findall("g:edges/g:edge", GEXF)
    assert len({edge.get("id") for edge in edges}) == len(edges)
    assert all({edge.get("source"), edge.get("target")} <= {*known} for edge in edges)
    for kind, path in (("node", "g:nodes/g:node"), ("edge", "g:edges/g:edge")):
        for value in graph.iterfind(f"{path}/g:attvalues/g:attvalue", GEXF):
            assert (kind, value.get("for")) in declared
    meta = tree.find("g:meta", GEXF)
    assert meta is not None
    assert "The faculty, 2025" in str(meta.findtext("g:description", namespaces=GEXF))


@settings(max_examples=12)
@given(catalogues())
def test_networkx_reads_cytoscape_back_as_it_was(built):
    made = json.loads(cytoscape(built))
    read = nx.cytoscape_graph(made)
    assert {node: without(said, "id", "value") for node, said in read.nodes(data=True)} == nodes(
        built
    )
    told = read.edges(data=True)
    ends = ("id", "key", "source", "target")
    assert sorted((a, b, sorted(without(s, *ends).items())) for a, b, s in told) == links(built)


def test_cytoscape_elements_have_ids_of_their_own_and_nodes_their_places():
    made = json.loads(cytoscape(medicine()))
    places = columns(build(medicine()))
    elements = made["elements"]
    ids = [each["data"]["id"] for kind in ("nodes", "edges") for each in elements[kind]]
    assert len(set(ids)) == len(ids)
    known = {each["data"]["id"] for each in elements["nodes"]}
    for each in elements["edges"]:
        assert {each["data"]["source"], each["data"]["target"]} <= known
    for each in elements["nodes"]:
        assert (each["position"]["x"], each["position"]["y"]) == places[each["data"]["id"]]
    assert made["data"]["credits"] == "The faculty, 2025"
    assert made["layout"] == {"name": "preset"}


@pytest.mark.parametrize("name", WRITERS)
def test_whatever_an_author_writes_can_be_read_again_and_what_changes_is_a_loss(name):
    document = WRITERS[name](hostile())
    labels = {
        "graphml": lambda: nx.parse_graphml(document).nodes["unit:u"]["label"],
        "gexf": lambda: nx.read_gexf(_file(document)).nodes["unit:u"]["label"],
        "cytoscape": lambda: nx.cytoscape_graph(json.loads(document)).nodes["unit:u"]["label"],
    }
    assert labels[name]() == HOSTILE.replace("\u0000", "\ufffd").replace("\u0007", "\ufffd")
    write = GRAPH_FORMATS[name].write
    assert write
    assert (
        Loss(
            "character",
            "unit:u",
            "Control characters of the title are written as replacement characters.",
        )
        in write(hostile(), name).losses
    )


def test_a_graph_says_what_it_leaves_out():
    built = catalogue(
        Source(id="report", title=text("Report"), attribution="The faculty"),
        unit("a", hours=4, title=Text((("en", "A"), ("nl", "Aa")))),
        unit("b", requires=any_of(pre("a"), all_of(pre("c"), pre("d")))),
        *(unit(name) for name in "cd"),
    )
    write = GRAPH_FORMATS["graphml"].write
    assert write
    no_place = "A graph of things and links has no place for it."
    lost = [each for each in write(built, "graphml").losses if each.name in ("report", "a", "b")]
    assert lost == [
        Loss(
            "requires",
            "b",
            "Which alternatives belong together is not written, only that there are some.",
        ),
        Loss("title", "a", "A title is written in one language."),
        Loss("title", "report", no_place),
        Loss("unit_kind", "a", no_place),
        Loss("unit_kind", "b", no_place),
        Loss("workload", "a", no_place),
    ]


@pytest.mark.parametrize("name", GRAPH_FORMATS)
@settings(max_examples=8)
@given(built=catalogues())
def test_losses_are_sorted_and_say_why(name, built):
    write = GRAPH_FORMATS[name].write
    assert write
    found = write(built, name).losses
    assert list(found) == sorted(set(found))
    assert all(loss.kind and loss.name and loss.reason for loss in found)


def test_files_are_the_same_bytes_whatever_the_order_of_sets(tmp_path):
    assert process("init", tmp_path / "p").returncode == 0
    for name in WRITERS:
        asked = ("-p", tmp_path / "p", "graph", "--format", name)
        one, other = (process(*asked, PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
        assert one == other != b""


def test_nothing_gives_files_without_nodes():
    for name, write in WRITERS.items():
        assert write(Catalogue()), name
    assert len(nx.parse_graphml(graphml(Catalogue()))) == 0
