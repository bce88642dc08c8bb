"""JSON-LD as people and search engines read it: short names, plain text, a context of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from curriculum_map.formats.rdf.namespaces import expand

_TYPE, _INTEGER = expand("rdf:type"), expand("xsd:integer")


def compact(expanded: str, vocabulary: str, links: Mapping[str, str]) -> str:
    """Rewrite an expanded document with short names; it says exactly the same.

    Args:
        expanded: A list of nodes, each once.
        vocabulary: The namespace whose terms get names without a prefix.
        links: Names for terms of other vocabularies whose values are all nodes, with their IRIs.

    Returns:
        A document whose context stands in it, so that nothing has to be fetched to read it.
    """
    names = {iri: name for name, iri in links.items()}
    context = {
        "@vocab": vocabulary,
        **{name: {"@id": iri, "@type": "@id"} for name, iri in links.items()},
    }
    nodes = [_node(each, vocabulary, names) for each in json.loads(expanded)]
    whole = {"@context": context, "@graph": nodes}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _node(node: Mapping[str, Any], vocabulary: str, names: Mapping[str, str]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, values in node.items():
        if key == _TYPE:
            made["@type"] = _one([each["@id"].removeprefix(vocabulary) for each in values])
        elif key in names:
            made[names[key]] = _one([each["@id"] for each in values])
        elif key.startswith("@"):
            made[key] = values
        else:
            made[key.removeprefix(vocabulary)] = _one([_value(each) for each in values])
    return made


def _value(value: Mapping[str, Any]) -> object:
    if value.get("@type") == _INTEGER:
        return int(value["@value"])
    return value["@value"] if set(value) == {"@value"} else value


def _one(values: list[Any]) -> object:
    return values[0] if len(values) == 1 else values
