"""The page that documents the profile term by term: `python -m ...profile_page` prints it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from curriculum_map.formats.rdf.namespaces import OWN, PREFIXES
from curriculum_map.formats.rdf.slots import SLOTS, Slot
from curriculum_map.formats.rdf.terms import CLASSES, SEGMENTS
from curriculum_map.formats.rdf.vocabulary import WORDS, ranges, uses
from curriculum_map.model import COLLECTIONS, Settings

_HEAD = f"""\
# `rdf`: the whole catalogue as linked data

`export rdf` writes everything a project says, and `import rdf` reads it back: the catalogue is
equal, and problems still name the file and line of the first author. The terms are those of
SKOS, schema.org, Dublin Core and PROV where these have one, and a small vocabulary of our own
(`cm:`, <{OWN}>) where they have none.

This page is generated from the table of terms. A test compares the two.

## How it is written

- There are no blank nodes and no lists. Every node has a flat IRI under the base of the project.
  What stands inside something else has the ids of both, joined by a double underscore that no
  id contains: `{{base}}outcome/ehealth__explains-risk`. Single facts with a source of their own,
  such as a workload, are nodes too.
- Nodes that stand in an order have a `cm:position`, from 1. Several values that are not in
  alphabetical or numeric order have it in `cm:order`: the name of the field, then the values.
- A text has one literal for each language. RDF puts language tags in lower case; `cm:spelling`
  keeps the author's spelling of those that have capital letters.
- A number keeps its type: `28` is an `xsd:integer`, `28.0` an `xsd:double`.
- A web address that is no valid IRI is kept as `xsd:anyURI`.
- What a project leaves empty is not written. Nothing is written for the second direction of a
  relation, and a mapping to another framework is written twice: as a node with its
  justification, and as the plain SKOS statement.
- The same catalogue gives the same bytes, in every syntax.

## What is read

What is said in other vocabularies, and about other nodes, is passed over. A property or class of
our own that is not known, or stands where it means nothing, is a problem; so is a node that
nothing leads to. All problems are reported at once.

## What it cannot carry

Reported beside the file when it happens: in RDF/XML the control characters XML has no way to
write, half a surrogate pair, a text in what RDF does not take for a language, and the second
spelling of one language tag.

## Prefixes

"""


def profile_page() -> str:
    """Write the page as Markdown."""
    prefixes = [f"| `{name}:` | <{iri}> |" for name, iri in sorted(PREFIXES.items())]
    table = ["| prefix | namespace |", "|---|---|", *prefixes, ""]
    parts = ["\n".join(table), "## Classes\n", *map(_class, CLASSES), "\n".join(_own_terms())]
    return _HEAD + "\n".join(parts) + "\n"


def _class(of: type[Any]) -> str:
    own, *others = CLASSES[of]
    (_, meaning), *_ = WORDS[own]
    also = f" Also {' and '.join(f'`{each}`' for each in others)}." if others else ""
    rows = [f"| `{slot.name}` | `{slot.curie}` | {_carried(slot)} |" for slot in SLOTS[of]]
    table = ["| field | term | value |", "|---|---|---|", *rows, ""]
    iris = ", ".join(f"`{each}`" for each in _iris(of))
    return f"### `{own}`\n\n{meaning}{also} IRI: {iris}.\n\n" + "\n".join(table)


def _iris(of: type[Any]) -> Iterator[str]:
    """Give the forms of the IRIs that nodes of a class have."""
    if of is Settings:
        yield "{base}"
    if of in COLLECTIONS.values():
        yield f"{{base}}{of.kind}/..."
    inside = {slot.kind for slots in SLOTS.values() for slot in slots if of in slot.classes}
    yield from (f"{{base}}{kind}/..." for kind in sorted(inside & set(SEGMENTS.values())))


def _carried(slot: Slot) -> str:
    what = " or ".join(f"`{each}`" for each in ranges(slot))
    if slot.choices:
        what += ": " + ", ".join(slot.choices)
    return f"{what}, any number" if slot.many else what


def _own_terms() -> Iterator[str]:
    yield from ("## Properties of our own", "", "| term | meaning | on |", "|---|---|---|")
    for term, use in uses().items():
        (_, meaning), *_ = WORDS[term]
        domain = ", ".join(f"`{each}`" for each in use.domain) or "anything"
        yield f"| `{term}` | {meaning} | {domain} |"


if __name__ == "__main__":
    sys.stdout.write(profile_page())
