"""SHACL shapes for the project's own vocabulary, worked out from the one table of terms."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import MISSING
from typing import Any

from curriculum_map.formats.rdf.namespaces import PREFIXES
from curriculum_map.formats.rdf.slots import SLOTS, Slot
from curriculum_map.formats.rdf.terms import CLASSES
from curriculum_map.formats.rdf.vocabulary import WORDS, ranges
from curriculum_map.model.declare import Between

HEAD = """\
# What `import rdf` asks of each class of the project's own vocabulary, as far as shapes can say it.
# Made by the program from the table of terms.
@prefix : <https://w3id.org/curriculum-map/shapes/rdf#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
"""


def shapes_turtle() -> str:
    """Write the shapes: one for each class, and one for each property of it;.

    They say how many values there are, of what class or datatype, and which words or numbers.
    """
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(PREFIXES.items()))
    return HEAD + prefixes + "".join("\n" + block for of in CLASSES for block in _class(of))


def _class(of: type[Any]) -> Iterator[str]:
    own = CLASSES[of][0]
    slots = {slot.name: slot for slot in SLOTS[of] if slot.name != "where"}
    named = [_name(of, slot) for slot in slots.values()]
    lines = [f"{_name(of)} a sh:NodeShape", f"sh:targetClass {own}"]
    lines += [f"sh:property {each}" for each in named]
    yield " ;\n    ".join(lines) + " .\n"
    for slot in slots.values():
        yield _property(of, slot)


def _name(of: type[Any], slot: Slot | None = None) -> str:
    return f":{of.__name__}-{slot.name}" if slot else f":{of.__name__}"


def _property(of: type[Any], slot: Slot) -> str:
    lines = [f"{_name(of, slot)} a sh:PropertyShape", f"sh:path {slot.curie}", *_limits(slot)]
    lines.append(f"sh:message {json.dumps(_message(of, slot), ensure_ascii=False)}")
    return " ;\n    ".join(lines) + " .\n"


def _is_needed(slot: Slot) -> bool:
    return slot.default is MISSING


def _limits(slot: Slot) -> Iterator[str]:
    if _is_needed(slot):
        yield "sh:minCount 1"
    if not slot.many and slot.carrier != "text":
        yield "sh:maxCount 1"
    if slot.carrier == "text":
        yield "sh:uniqueLang true"
    if slot.choices:
        yield f"sh:in ( {' '.join(json.dumps(each) for each in slot.choices)} )"
    for each in slot.limits:
        if isinstance(each, Between):
            yield f"sh:minInclusive {each.low}"
            yield f"sh:maxInclusive {each.high}"
    kinds = [_kind(each) for each in ranges(slot) if each != "rdfs:Resource"]
    if len(kinds) == 1:
        yield kinds[0]
    elif kinds:
        yield f"sh:or ( {' '.join(f'[ {each} ]' for each in kinds)} )"


def _kind(range_: str) -> str:
    is_data = range_.startswith(("xsd:", "rdf:"))
    return f"sh:{'datatype' if is_data else 'class'} {range_}"


def _message(of: type[Any], slot: Slot) -> str:
    (label, _), *_ = WORDS[CLASSES[of][0]]
    verb = "must have" if _is_needed(slot) else "may have"
    return f"{label[0].upper()}{label[1:]}: {verb} {_amount(slot)} {slot.curie}{_values(slot)}."


def _amount(slot: Slot) -> str:
    if slot.carrier == "text":
        return "one text in a language as"
    return "values of" if slot.many else "one value of"


def _values(slot: Slot) -> str:
    if slot.carrier in ("text", "address"):
        return ""
    return f", {' or '.join(slot.choices or ranges(slot))}"
