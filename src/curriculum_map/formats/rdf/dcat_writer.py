"""Data sets, their files and where they come from, in the words of DCAT, SPDX and PROV."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version
from types import MappingProxyType
from urllib.parse import quote, urljoin

from curriculum_map.formats.base import Files
from curriculum_map.formats.rdf.dcat_files import about, data_set_of, media_type
from curriculum_map.formats.rdf.elm_terms import language
from curriculum_map.formats.rdf.statements import Statements
from curriculum_map.model import Catalogue, Text

NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "dcat": "http://www.w3.org/ns/dcat#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "spdx": "http://spdx.org/rdf/terms#",
    }
)
PROGRAM = "curriculum-map"


def _english(words: str) -> Text:
    return Text((("en", words),))


class Writer:
    """Describes files, sorted by name."""

    def __init__(self, catalogue: Catalogue, out: Statements) -> None:
        self._catalogue, self._out = catalogue, out

    def write(self, files: Files) -> None:
        """Put everything into the statements."""
        out, settings = self._out, self._catalogue.settings
        whole = out.node(self._iri("catalog", ""), "dcat:Catalog", about=("catalogue", "settings"))
        out.say(whole, "dcterms:title", settings.title or settings.base)
        said = f"What {PROGRAM} made of {settings.title.show('en') or settings.base}."
        out.say(whole, "dcterms:description", _english(said))
        for tag in settings.languages:
            if known := language(tag):
                out.link(whole, "dcterms:language", out.node(known, "dcterms:LinguisticSystem"))
        self._rights(whole)
        making = self._making()
        for name in sorted({data_set_of(each) for each in files}):
            out.link(whole, "dcat:dataset", self._data_set(name, making))
        for name, text in sorted(files.items()):
            self._file(name, text.encode() if isinstance(text, str) else text)

    def _iri(self, kind: str, name: str) -> str:
        path = f"dcat/{kind}/{quote(name, safe='/')}" if name else f"dcat/{kind}"
        return self._out.base + path

    def _rights(self, node: str, *, published: bool = True) -> None:
        """Say who publishes a thing, where that is asked for, and under which licence."""
        out, settings = self._out, self._catalogue.settings
        if published and settings.publisher:
            agent = out.node(self._iri("publisher", ""), "foaf:Agent")
            out.say(agent, "foaf:name", settings.publisher)
            out.link(node, "dcterms:publisher", agent)
        if licence := out.address(node, "dcterms:license", settings.licence):
            out.node(licence, "dcterms:LicenseDocument")

    def _making(self) -> str:
        """Say what made the files: which version of the program, of which sources."""
        out = self._out
        program = out.node(self._iri("program", ""), "prov:SoftwareAgent")
        out.say(program, "foaf:name", PROGRAM)
        out.say(program, "owl:versionInfo", version(PROGRAM))
        making = out.node(self._iri("making", ""), "prov:Activity")
        out.link(making, "prov:wasAssociatedWith", program)
        for name, source in self._catalogue.sources.items():
            entity = out.node(f"{out.base}source/{name}", "prov:Entity", about=(source.kind, name))
            out.say(entity, "dcterms:title", source.title)
            out.say(entity, "dc:creator", source.creator)
            out.say(entity, "dcterms:date", source.date)
            out.say(entity, "schema:creditText", source.attribution)
            for term, address in (("dcterms:license", source.licence), ("schema:url", source.url)):
                out.address(entity, term, address)
            out.link(making, "prov:used", entity)
        return making

    def _data_set(self, name: str, making: str) -> str:
        out, told = self._out, about(name)
        node = out.node(self._iri("dataset", name), "dcat:Dataset", about=("dataset", name))
        out.say(node, "dcterms:title", _english(told.title))
        out.say(node, "dcterms:description", _english(told.description))
        self._rights(node)
        out.link(node, "prov:wasGeneratedBy", making)
        if told.standard:
            out.link(node, "dcterms:conformsTo", out.node(told.standard, "dcterms:Standard"))
        return node

    def _file(self, name: str, content: bytes) -> None:
        out = self._out
        node = out.node(self._iri("distribution", name), "dcat:Distribution", about=("file", name))
        out.link(self._iri("dataset", data_set_of(name)), "dcat:distribution", node)
        out.say(node, "dcterms:title", name)
        address = urljoin(out.base, quote(name))
        out.link(node, "dcat:accessURL", address)
        out.link(node, "dcat:downloadURL", address)
        out.typed(node, "dcat:byteSize", str(len(content)), "xsd:nonNegativeInteger")
        if media := media_type(name):
            out.link(node, "dcat:mediaType", out.node(media, "dcterms:MediaType"))
        self._rights(node, published=False)
        algorithm = out.expand("spdx:checksumAlgorithm_sha256")
        checksum = out.node(self._iri("checksum", name), "spdx:Checksum")
        out.link(checksum, "spdx:algorithm", out.node(algorithm, "spdx:ChecksumAlgorithm"))
        digest = sha256(content).hexdigest()
        out.typed(checksum, "spdx:checksumValue", digest, "xsd:hexBinary")
        out.link(node, "spdx:checksum", checksum)
