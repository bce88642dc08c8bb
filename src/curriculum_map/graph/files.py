"""The graph of a catalogue as a file for programs that draw and measure networks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import SubElement

from curriculum_map.graph.build import build
from curriculum_map.graph.layout import columns
from curriculum_map.model import Catalogue

if TYPE_CHECKING:
    import networkx as nx

NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document can hold, and a carriage return, which none keeps."""

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'
IN_PLACE = "\N{REPLACEMENT CHARACTER}"


def graphml(catalogue: Catalogue) -> str:
    """Write the graph as GraphML.

    A node is called as in the project, with its kind in front; what a name in XML cannot hold
    stands there as its number (`_2f_` for a slash). Attributes are those of `build`, `x` and
    `y` in pixels; the graph has `title`, `publisher`, `licence` and `credits`.
    """
    import networkx as nx

    graph = _prepared(catalogue)
    named = nx.relabel_nodes(graph, {node: xml_name(node) for node in graph})
    for node, (x, y) in columns(graph).items():
        named.nodes[xml_name(node)].update(x=x, y=y)
    return "\n".join([DECLARATION, *nx.generate_graphml(named), ""])


def gexf(catalogue: Catalogue) -> str:
    """Write the graph as GEXF 1.2: attributes as `build` has them, places as Gephi reads them.

    Who is to be credited stands in the description.
    """
    from networkx.readwrite.gexf import GEXFWriter

    graph = _prepared(catalogue)
    for node, (x, y) in columns(graph).items():
        # Gephi counts upwards.
        graph.nodes[node]["viz"] = {"position": {"x": x, "y": -y, "z": 0}}
    for _, _, key, said in graph.edges(keys=True, data=True):
        said["id"] = key
    about, graph.graph = dict(graph.graph), {}
    writer = GEXFWriter(graph)
    meta = writer.xml.find("meta")
    # The day of writing would make every file another one; a graph has no name in GEXF.
    del meta.attrib["lastmodifieddate"]
    del writer.xml.find("graph").attrib["name"]
    meta.find("creator").text = "curriculum-map"
    SubElement(meta, "description").text = "\n".join(about.values())
    return f"{DECLARATION}\n{writer}\n"


def cytoscape(catalogue: Catalogue) -> str:
    """Write the graph as Cytoscape.js reads it: elements with `data` and, for nodes, `position`.

    It asks for the layout that leaves nodes where they are.
    """
    import networkx as nx

    graph = _prepared(catalogue)
    places = columns(graph)
    made: dict[str, Any] = nx.cytoscape_data(graph)
    made["data"] = dict(made["data"])
    made["layout"] = {"name": "preset"}
    for node in made["elements"]["nodes"]:
        x, y = places[node["data"]["id"]]
        node["position"] = {"x": x, "y": y}
    for edge in made["elements"]["edges"]:
        edge["data"]["id"] = edge["data"]["key"]
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


WRITERS = {"graphml": graphml, "gexf": gexf, "cytoscape": cytoscape}
"""What writes each format."""


def xml_name(node: str) -> str:
    """Make a name that XML allows as an id; different names stay different."""
    return re.sub(r"[^A-Za-z0-9:.-]", lambda found: f"_{ord(found[0]):x}_", node)


def changed_texts(catalogue: Catalogue) -> Iterator[str]:
    """Name the nodes whose title has a character that XML cannot hold."""
    for node, said in build(catalogue).nodes(data=True):
        if NOT_IN_XML.search(_lines(said["label"])):
            yield node


def _prepared(catalogue: Catalogue) -> nx.MultiDiGraph[str]:
    """Give the graph with texts that any file can hold, and a name of its own for each edge."""
    import networkx as nx

    graph = build(catalogue)
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    made.graph.update(_about(catalogue))
    for node, said in graph.nodes(data=True):
        made.add_node(node, **_cleaned(said))
    for number, (origin, target, said) in enumerate(graph.edges(data=True)):
        made.add_edge(origin, target, key=f"e{number}", **_cleaned(said))
    return made


def _about(catalogue: Catalogue) -> Mapping[str, str]:
    settings = catalogue.settings
    said = {
        "title": settings.title.show(*settings.languages),
        "publisher": settings.publisher,
        "licence": settings.licence,
        "credits": "\n".join(
            source.attribution for source in catalogue.sources.values() if source.attribution
        ),
    }
    return {name: text for name, text in _cleaned(said).items() if text}


def clean(text: str) -> str:
    """Put another character in the place of each that XML cannot hold."""
    return NOT_IN_XML.sub(IN_PLACE, _lines(text))


def _cleaned(said: Mapping[str, Any]) -> dict[str, Any]:
    return {name: clean(each) if isinstance(each, str) else each for name, each in said.items()}


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
