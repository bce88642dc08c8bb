"""Labels and definitions of SKOS documents as texts of the model, and what was wrong with them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import get_args

from pyoxigraph import Literal

from curriculum_map.formats.rdf.triples import Triples
from curriculum_map.model import Text
from curriculum_map.model.declare import Language

UNDETERMINED = "und"
"""The language tag of a text that names no language."""

_FORM = next(mark.pattern for mark in get_args(Language) if hasattr(mark, "pattern"))

UNTAGGED = f'texts without a language are read as "{UNDETERMINED}"'
NO_TAG = "texts in something that is no language tag are passed over"
REPEATED = "texts are passed over, for there is another one in the same language"
EMPTY = "texts that say nothing are passed over"


class Texts:
    """Reads texts of a document.

    Attributes:
        wrong: How often something was wrong, by what it is.
        languages: How many texts are in each language.
    """

    def __init__(self, triples: Triples) -> None:
        """Start with nothing read."""
        self.wrong: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self._triples = triples

    def text(self, node: str, *curies: str) -> Text:
        """Give what is said with the first of some properties that says anything."""
        for curie in curies:
            found = dict(self._values(self._triples.literals(node, curie)))
            if found:
                self.languages.update(found.keys())
                return Text(tuple(sorted(found.items())))
        return Text()

    def names(self, node: str, curie: str) -> Text:
        """Give all that is said with a property, the texts of a language one on each line."""
        found: dict[str, set[str]] = defaultdict(set)
        for each in self._triples.literals(node, curie):
            if tag := self._tag(each):
                found[tag].add(" ".join(each.value.split()))
        lines = {tag: "\n".join(sorted(said - {""})) for tag, said in found.items()}
        return Text(tuple(sorted((tag, text) for tag, text in lines.items() if text)))

    def _values(self, literals: Iterable[Literal]) -> Iterator[tuple[str, str]]:
        seen: set[str] = set()
        for each in literals:
            tag = self._tag(each)
            if tag in seen:
                self.wrong[REPEATED] += 1
            elif not each.value.strip():
                self.wrong[EMPTY] += 1
            elif tag:
                seen.add(tag)
                yield tag, each.value

    def _tag(self, literal: Literal) -> str:
        if not literal.language:
            self.wrong[UNTAGGED] += 1
            return UNDETERMINED
        if not re.fullmatch(_FORM, literal.language):
            self.wrong[NO_TAG] += 1
            return ""
        return literal.language
