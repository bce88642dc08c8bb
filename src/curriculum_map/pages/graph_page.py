"""The page of the knowledge graph: a picture to walk through, and the same as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from curriculum_map.graph import EDGE_KINDS, NODE_KINDS, build
from curriculum_map.pages.frame import Page, framed
from curriculum_map.pages.graph_look import DASHED, SIGNS
from curriculum_map.pages.graph_told import told
from curriculum_map.pages.words import WORDS
from curriculum_map.pages.words.graph import IN_SCRIPT

if TYPE_CHECKING:
    from curriculum_map.pages.site import Site

LISTED_UP_TO = 3_000
"""Links up to which the page also lists everything for browsers without JavaScript."""

UNASKED = ("profile",)
"""The kinds that are not shown until somebody ticks them."""

PARTS = "model pointers drawing picture tables details address page"
SCRIPTS = ("tables.js", *(f"graph_{part}.js" for part in PARTS.split()))


def graph_pages(site: Site, language: str) -> Iterator[tuple[str, str]]:
    """Make `graph.html`.

    What somebody looks at stands behind the `#` of its address: `graph.html#competency:ID`
    leads to a competency, `graph.html#programme:ID` to a programme.
    """
    graph = build(site.catalogue, language=language)
    words = WORDS[language]
    page = Page(
        site=site,
        template="graph_page.html.j2",
        address="graph.html",
        language=language,
        title=words["graph_title"],
        style=("graph_colours.css", "graph_page.css"),
        scripts=SCRIPTS,
    )
    model = {**told(graph, site.catalogue, language), "pages": ("programme", "competency")}
    yield framed(
        page,
        model=model,
        words={name: words[name] for name in (*NODE_KINDS, *EDGE_KINDS, *IN_SCRIPT)},
        kinds=_occurring(NODE_KINDS, model["kind"]),
        relations=_occurring(EDGE_KINDS, model["relation"]),
        institutions=_named(model, "institution"),
        areas=_named(model, "area"),
        listed=_listed(model) if len(model["from"]) <= LISTED_UP_TO else (),
        disclaimers=[f.disclaimer for f in site.catalogue.frameworks.values() if f.disclaimer],
        signs=SIGNS,
        unasked=UNASKED,
        dashed=DASHED,
    )


def _occurring(names: Sequence[str], found: Iterable[int]) -> Sequence[str]:
    there = set(found)
    return tuple(name for number, name in enumerate(names) if number in there)


def _named(model: Mapping[str, Any], kind: str) -> Sequence[tuple[int, str]]:
    """Give number and label of the things of a kind, by label."""
    number = NODE_KINDS.index(kind)
    found = [(each, model["label"][each]) for each, of in enumerate(model["kind"]) if of == number]
    return sorted(found, key=lambda each: (each[1].casefold(), each[0]))


def _listed(model: Mapping[str, Any]) -> Sequence[tuple[int, Sequence[tuple[int, int, int]]]]:
    """Give each thing with what leads on from it: relation, number of the other, what else."""
    links: list[list[tuple[int, int, int]]] = [[] for _ in model["kind"]]
    columns = (model["from"], model["relation"], model["to"], model["more"])
    for origin, relation, target, more in zip(*columns, strict=True):
        links[origin].append((relation, target, more))
    return tuple(enumerate(links))
