"""The knowledge graph on one self-contained page.

The only module that uses pyvis: its template loads files from the web and takes what
authors wrote for markup, so that only its model of nodes, edges and options is used, and
the vis-network script inside its package. No text reaches vis-network but as a label, which
is painted and never interpreted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from curriculum_map.graph import EDGE_KINDS, NODE_KINDS, build, closed, columns, fold, homes
from curriculum_map.model import Catalogue
from curriculum_map.pages.document import asset, document
from curriculum_map.pages.graph_told import Speech
from curriculum_map.pages.words import WORDS

if TYPE_CHECKING:
    import networkx as nx

MOST = 1_000
"""Things that are drawn one by one; of more, those that stand in another are drawn with it."""

LONGEST_LABEL = 48
"""Characters of a title that stand in the picture; the tables have all of it."""

SHAPES = {
    "institution": "square",
    "programme": "diamond",
    "unit": "box",
    "competency": "box",
    "area": "triangle",
    "framework": "star",
    "profile": "triangleDown",
    "concept": "hexagon",
}
"""How vis-network draws each kind of node; a unit has square corners, a competency round ones."""

OPEN = frozenset({"programme", "unit", "competency", "area"})
"""The kinds that are shown until somebody asks for others."""

OPTIONS: Mapping[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hideEdgesOnDrag": True,
        "keyboard": {"enabled": True, "bindToWindow": False},
        # Two fingers, or the buttons, change the size: a wheel goes on scrolling the page.
        "zoomView": False,
    },
    "nodes": {
        "size": 11,
        "borderWidth": 1.5,
        "font": {"multi": False, "size": 15},
        "widthConstraint": {"maximum": 230},
        "chosen": False,
    },
    "edges": {
        "smooth": False,
        "chosen": False,
        "width": 1,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
    },
}

# A straight line between two nodes of one column would run through those between them.
AROUND = {"enabled": True, "type": "curvedCW", "roundness": 0.3}


class Thing(NamedTuple):
    """A row of the table of things."""

    node: str
    kind: str
    name: str
    label: str
    language: str
    assumed: bool


class Link(NamedTuple):
    """A row of the table of links; `more` is what it says beyond its kind."""

    origin: Thing
    kind: str
    target: Thing
    more: str


class Network(NamedTuple):
    """The page of a network, and how many of the `things` of the graph are `drawn` one by one."""

    page: str
    things: int
    drawn: int


def network(catalogue: Catalogue, *, language: str = "en") -> Network:
    """Write the page that shows how everything in a catalogue hangs together.

    It needs no other file and asks for nothing over a network. The picture needs
    JavaScript; the tables below it say the same without. Where there are more than `MOST`
    things, it says that it draws them together by programme and area.

    Args:
        catalogue: What is shown.
        language: Language of the page's own words, one of those in `words.WORDS`.

    Returns:
        The same catalogue always gives the same text.
    """
    whole = build(catalogue, language=language)
    inside = homes(whole)
    graph = fold(whole, inside, closed(whole, inside, MOST)) if len(whole) > MOST else whole
    things = {node: _thing(node, found) for node, found in graph.nodes(data=True)}
    page = document(
        "network.html.j2",
        language=language,
        languages=catalogue.settings.languages,
        style="".join(map(asset, ("page.css", "graph_colours.css", "network.css"))),
        scripts=(_vis_network(), asset("network.js")),
        settings=catalogue.settings,
        disclaimers=[f.disclaimer for f in catalogue.frameworks.values() if f.disclaimer],
        sources=tuple(catalogue.sources.values()),
        things=tuple(things.values()),
        clustered=len(whole) if len(graph) < len(whole) else 0,
        links=_links(graph, things, Speech(catalogue, language)),
        kinds=_occurring(NODE_KINDS, (each.kind for each in things.values())),
        relations=_occurring(EDGE_KINDS, (kind for _, _, kind in _relations(graph))),
        words={name: WORDS[language][name] for name in (*NODE_KINDS, *EDGE_KINDS, "details_empty")},
        shapes=SHAPES,
        OPEN=OPEN,
        picture=picture(graph),
    )
    return Network(page, len(whole), len(graph))


def network_page(catalogue: Catalogue, *, language: str = "en") -> str:
    """Give the page of `network` alone."""
    return network(catalogue, language=language).page


def picture(graph: nx.MultiDiGraph[str]) -> Mapping[str, Any]:
    """Describe the picture to vis-network: nodes at fixed places, edges, options.

    Nodes are numbered, so that no name an author chose is a key anywhere; `nodes` are in the
    order of the graph. Of several edges of one kind between two nodes one is drawn.
    """
    from pyvis.network import Network

    network = Network(directed=True)
    places = columns(graph)
    numbers = {node: number for number, node in enumerate(graph)}
    for node, number in numbers.items():
        x, y = places[node]
        kind = graph.nodes[node]["kind"]
        label = _shortened(_label(graph.nodes[node]))
        corners = {"borderRadius": 14 if kind == "competency" else 0}
        network.add_node(
            number, label, shape=SHAPES[kind], group=kind, x=x, y=y, shapeProperties=corners
        )
    for origin, target, kind in _relations(graph):
        alike = graph.nodes[origin]["kind"] == graph.nodes[target]["kind"]
        smooth = AROUND if alike else False
        network.add_edge(numbers[origin], numbers[target], kind=kind, smooth=smooth)
    nodes, edges, *_ = network.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": OPTIONS}


def _relations(graph: nx.MultiDiGraph[str]) -> Sequence[tuple[str, str, str]]:
    edges = ((origin, target, found["kind"]) for origin, target, found in graph.edges(data=True))
    return tuple(dict.fromkeys(edges))


def _thing(node: str, found: Mapping[str, Any]) -> Thing:
    return Thing(
        node, found["kind"], found["name"], _label(found), found["language"], found["assumed"]
    )


def _label(found: Mapping[str, Any]) -> str:
    label: str = found["label"]
    return f"{label} ({found['holds']})" if found.get("holds") else label


def _links(
    graph: nx.MultiDiGraph[str], things: Mapping[str, Thing], speech: Speech
) -> Sequence[Link]:
    return tuple(
        Link(things[origin], found["kind"], things[target], speech.more(found))
        for origin, target, found in graph.edges(data=True)
    )


def _occurring(kinds: Sequence[str], found: Iterable[str]) -> Sequence[str]:
    there = set(found)
    return tuple(kind for kind in kinds if kind in there)


def _shortened(label: str) -> str:
    flat = " ".join(label.split())
    return flat if len(flat) <= LONGEST_LABEL else f"{flat[: LONGEST_LABEL - 1].rstrip()}…"


@cache
def _vis_network() -> str:
    from jinja2 import Environment, PackageLoader

    environment = Environment(autoescape=True)
    source, *_ = PackageLoader("pyvis").get_source(environment, "lib/vis-9.1.2/vis-network.min.js")
    # The map of the minified script is not beside the page, and would be asked for.
    return source.replace("\r\n", "\n").partition("//# sourceMappingURL=")[0]
