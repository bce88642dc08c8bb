"""A graph as the script of the graph page reads it: columns of numbers, each text once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from curriculum_map.graph import (
    CELL,
    COARSE,
    EDGE_KINDS,
    FINE,
    FINE_CELL,
    NODE_KINDS,
    boxes,
    chains,
    closed,
    homes,
    is_fine,
)
from curriculum_map.model import Catalogue, Text
from curriculum_map.pages.graph_look import DASHED, SIGNS
from curriculum_map.pages.words import WORDS

if TYPE_CHECKING:
    import networkx as nx

OPEN_UP_TO = 150
"""How many things are shown at first; what is too much stays closed."""
ABOUT_UP_TO = 2_000
"""Things of a graph up to which it tells their definitions, too; larger ones would take long."""
LONGEST_ABOUT = 600
"""Characters of a definition."""


def told(graph: nx.MultiDiGraph[str], catalogue: Catalogue, language: str) -> Mapping[str, Any]:
    """Give what the script needs, as values that JSON can hold.

    Things are numbered so that all that stands in one, however deep, follows it without a gap.

    Args:
        graph: `build` of the catalogue in the language.
        catalogue: What else is told of the things.
        language: Language of the page.

    Returns:
        Lists with an entry for each thing: `kind` (place in `kinds`), `name`, `label`, `home`
        (number of what it stands in, -1 if in nothing), `x`, `y`; with an entry for each link:
        `from`, `to`, `relation` (place in `relations`), `more` (place in `texts`). By number
        of a thing, where there is any: `sizes` of what has something in it (all others are as
        large as a `cell`), `languages` of labels that are in another language, `steps` before
        and after on a longest chain, `about` (language and text). By place in `texts`: `levels`,
        the level that it begins with if that is in another language, and which one. Numbers
        alone: `assumed`, and `shut`, the things that are closed at first.
    """
    inside = homes(graph)
    numbers = {node: number for number, node in enumerate(inside)} | {"": -1}
    shut = closed(graph, inside, OPEN_UP_TO)
    nodes = {node: graph.nodes[node] for node in inside}
    return {
        "kinds": NODE_KINDS,
        "relations": EDGE_KINDS,
        "signs": [SIGNS[kind] for kind in NODE_KINDS],
        "dashed": [EDGE_KINDS.index(kind) for kind in DASHED],
        "kind": [NODE_KINDS.index(said["kind"]) for said in nodes.values()],
        "name": [said["name"] for said in nodes.values()],
        "label": [said["label"] for said in nodes.values()],
        "home": [numbers[home] for home in inside.values()],
        **_places(graph, inside, numbers),
        **_links(graph, numbers, Speech(catalogue, language)),
        "languages": {
            numbers[node]: said["language"]
            for node, said in nodes.items()
            # Nobody says in which language something of another framework is called.
            if said["language"] not in ("", language) or said["kind"] == "concept"
        },
        "assumed": [numbers[node] for node, said in nodes.items() if said["assumed"]],
        "shut": sorted(numbers[node] for node in shut),
        "steps": {numbers[n]: [numbers[s] for s in steps] for n, steps in chains(graph).items()},
        "about": _about(nodes, catalogue, language),
    }


def _places(
    graph: nx.MultiDiGraph[str], inside: Mapping[str, str], numbers: Mapping[str, int]
) -> dict[str, Any]:
    found = boxes(graph, inside)
    parents = (home for home in dict.fromkeys(inside.values()) if home)
    return {
        "x": [box.x for box in found.values()],
        "y": [box.y for box in found.values()],
        "coarse": {"cell": CELL, "heading": COARSE.heading},
        "fine": {"cell": FINE_CELL, "heading": FINE.heading, "scale": FINE_CELL[0] / CELL[0]},
        "fineIn": [is_fine(kind) for kind in NODE_KINDS],
        "sizes": {numbers[node]: (found[node].width, found[node].height) for node in parents},
    }


def _columns(names: Sequence[str], rows: Any) -> dict[str, list[Any]]:
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    return {name: list(column) for name, column in zip(names, columns, strict=True)}


def _links(
    graph: nx.MultiDiGraph[str], numbers: Mapping[str, int], speech: Speech
) -> dict[str, Any]:
    texts = {("", ("", "")): 0}
    rows = [
        (
            numbers[origin],
            numbers[target],
            EDGE_KINDS.index(said["kind"]),
            texts.setdefault((speech.more(said), speech.foreign(said)), len(texts)),
        )
        for origin, target, said in graph.edges(data=True)
    ]
    return {
        **_columns(("from", "to", "relation", "more"), rows),
        "texts": [text for text, _ in texts],
        "levels": {n: foreign for (_, foreign), n in texts.items() if foreign[0]},
    }


class Speech:
    """Says in one language what a link says beyond its kind."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        languages = (language, *catalogue.settings.languages)
        self._words, self._language = WORDS[language], language
        self._levels: dict[str, tuple[str, str]] = {}
        for scale in catalogue.scales.values():
            for level in scale.levels:
                spoken, title = level.title.said_in(*languages)
                said = (spoken, title) if title else ("", level.id)
                # Of two scales that give one id to different levels, only the id is true of both.
                if self._levels.setdefault(level.id, said)[1] != said[1]:
                    self._levels[level.id] = ("", level.id)

    def more(self, link: Mapping[str, Any]) -> str:
        """Give level, status, timing, relation, year and term, as far as the link has them.

        Of several links drawn together: how many.
        """
        words = self._words
        said = [self._level(link)[1]] if "level" in link else []
        said += [words[link["status"]]] if "status" in link else []
        said += [words[f"timing-{link['timing']}"]] if "timing" in link else []
        said += [words[f"match-{link['relation']}"]] if "relation" in link else []
        said += [words[name].format(**link) for name in ("year", "term") if link.get(name)]
        said += [words[name] for name in ("elective", "choice") if link.get(name)]
        said += [words["links_drawn"].format(count=link["links"])] if "links" in link else []
        return ", ".join(said)

    def foreign(self, link: Mapping[str, Any]) -> tuple[str, str]:
        """Give the level that `more` begins with, and its language, if it is in another one."""
        spoken, title = self._level(link) if "level" in link else ("", "")
        return ("", "") if spoken in ("", self._language) else (title, spoken)

    def _level(self, link: Mapping[str, Any]) -> tuple[str, str]:
        return self._levels.get(link["level"], ("", link["level"]))


def _about(
    nodes: Mapping[str, Mapping[str, Any]], catalogue: Catalogue, language: str
) -> dict[int, tuple[str, str]]:
    if len(nodes) > ABOUT_UP_TO:
        return {}
    languages = (language, *catalogue.settings.languages)
    found = {}
    for number, said in enumerate(nodes.values()):
        spoken, words = _described(catalogue, said["kind"], said["name"]).said_in(*languages)
        if words:
            short = words if len(words) <= LONGEST_ABOUT else f"{words[:LONGEST_ABOUT]}…"
            found[number] = ("" if spoken == language else spoken, short)
    return found


def _described(catalogue: Catalogue, kind: str, name: str) -> Text:
    match kind:
        case "competency":
            return catalogue.competencies[name].definition
        case "unit":
            return catalogue.units[name].description
        case "programme":
            return catalogue.programmes[name].description
        case "profile":
            return catalogue.profiles[name].description
        case "framework":
            return catalogue.frameworks[name].description
    return Text()
