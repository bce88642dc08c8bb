"""What a SKOS document describes, and the ids it gets in a project."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

from pyoxigraph import Literal

from curriculum_map.formats.rdf.namespaces import expand
from curriculum_map.formats.rdf.skos_names import ids_for, own_id
from curriculum_map.formats.rdf.skos_schemes import NO_SCHEME, Schemes
from curriculum_map.formats.rdf.triples import Triples
from curriculum_map.model.declare import ID_PATTERN

HELD = "held"
"""Id of the scale of frameworks that name none."""
NAMESPACE = "http://purl.org/vocab/vann/preferredNamespaceUri"


class Vocabularies:
    """The schemes of a document and their concepts, each with an id.

    Attributes:
        triples: What the document says.
        schemes: Which concepts stand in which scheme.
        scales: The schemes that are scales of proficiency, sorted.
        frameworks: All other schemes, sorted.
        base: The base of the project that wrote the document; empty if somebody else did.
        areas: Framework to its concepts that are areas, sorted.
        competencies: The concepts that are neither areas nor levels.
        ids: IRI of each scheme, concept and source to its id.
    """

    def __init__(self, triples: Triples, file: str) -> None:
        """Find the schemes and concepts, and name them; `file` names a scheme without IRI."""
        self.triples, self._file = triples, file
        self.schemes = Schemes(triples)
        scales = set(triples.typed("cm:Scale"))
        self.scales = [each for each in self.schemes.members if each in scales]
        self.frameworks = [each for each in self.schemes.members if each not in scales]
        self.base = self._own_base()
        ours = set(triples.typed("cm:Framework"))
        self.areas = {each: self._areas_of(each, each in ours) for each in self.frameworks}
        areas = {each for found in self.areas.values() for each in found}
        held = (self.schemes.members[each] for each in self.frameworks)
        self.competencies = frozenset(c for found in held for c in found) - areas
        self.ids = self._name_all()

    def own(self, iri: str, kind: str, base: str = "") -> str:
        """Give the id of a node that our own export wrote; empty for any other node."""
        base = base or self.base
        if not base or not self._is_a(iri, f"cm:{kind.capitalize()}"):
            return ""
        last = own_id(iri, base, kind).rpartition("__")[2]
        return last if re.fullmatch(ID_PATTERN, last) else ""

    def _is_a(self, node: str, class_: str) -> bool:
        return expand(class_) in self.triples.nodes(node, "rdf:type")

    def _own_base(self) -> str:
        for kind, schemes in (("framework", self.frameworks), ("scale", self.scales)):
            for scheme in schemes:
                for each in self.triples.properties(scheme).get(NAMESPACE, ()):
                    base = each.value if isinstance(each, Literal) else ""
                    if base.endswith(("/", "#")) and self.own(scheme, kind, base):
                        return base
        return ""

    def _areas_of(self, scheme: str, is_ours: bool) -> list[str]:
        concepts = self.schemes.members[scheme]
        if is_ours:
            return [each for each in concepts if self._is_a(each, "cm:Area")]
        return [c for c in concepts if self.schemes.narrower(c) and not self.schemes.broader(c)]

    def _name_all(self) -> dict[str, str]:
        named = self._names(self.frameworks, "framework")
        named |= self._names(self.scales, "scale", [HELD])
        for inside in self.areas.values():
            named |= self._names(inside, "area")
        for scale in self.scales:
            named |= self._names(self.schemes.members[scale], "level")
        named |= self._names(sorted(self.competencies), "competency")
        return named | self._names(self.triples.typed("cm:Source"), "source")

    def _names(self, iris: Iterable[str], kind: str, taken: Iterable[str] = ()) -> dict[str, str]:
        iris = list(iris)
        own = {iri: name for iri in iris if (name := self.own(iri, kind, self.base))}
        stem = {NO_SCHEME: PurePath(self._file).stem}
        others = [iri for iri in iris if iri not in own]
        reserved = [*own.values(), *([] if self.base else taken)]
        made = ids_for([stem.get(iri, iri) for iri in others], reserved)
        return own | {iri: made[stem.get(iri, iri)] for iri in others}
