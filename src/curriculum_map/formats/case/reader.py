"""Packages of CASE, 1.1 or 1.0, as frameworks with their areas and competencies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from curriculum_map.formats.assemble import assemble
from curriculum_map.formats.base import Given
from curriculum_map.formats.case.links import Links
from curriculum_map.formats.case.packages import Package, identifier_of, own_of, packages_of
from curriculum_map.formats.case.words import AREA, KINDS
from curriculum_map.formats.document import Document
from curriculum_map.formats.foreign_ids import ForeignIds
from curriculum_map.formats.forms import is_address, is_base, tags, usual_tag
from curriculum_map.formats.json_fields import Fields
from curriculum_map.formats.json_tree import planted, scalar
from curriculum_map.formats.reading import Reading
from curriculum_map.formats.tree import Mapping as Tree
from curriculum_map.formats.tree import Node, Scalar
from curriculum_map.model import Settings

Body = dict[str, Any]

HELD = "held-or-not"
"""Id of the scale of frameworks that name none."""
UNDETERMINED = "und"
"""The tag of a language that is not named."""
_KINDS = {theirs: ours for ours, theirs in KINDS.items()}
_USED_OF_ITEMS = frozenset(
    [
        *("identifier", "uri", "fullStatement", "abbreviatedStatement", "humanCodingScheme"),
        *("CFItemType", "CFItemTypeURI", "notes", "language", "lastChangeDateTime", "extensions"),
        *("CFDocumentURI", "CFPackageURI"),
    ]
)
_USED_OF_DOCUMENTS = frozenset(
    [
        *("identifier", "uri", "caseVersion", "creator", "title", "lastChangeDateTime"),
        *("officialSourceURL", "publisher", "description", "language", "version", "licenseURI"),
        *("notes", "extensions", "CFPackageURI"),
    ]
)


def reading_of(given: Given) -> Reading:
    """Make a catalogue of packages.

    Raises:
        InvalidProject: If there are none.
    """
    packages, findings = packages_of(given)
    reader = Reader(packages, given.options.get("language", ""))
    documents = reader.documents()
    reading = assemble(documents, reader.settings())
    found = [each for each in reading.problems if each.code != "missing-language"]
    return Reading(reading.catalogue, tuple(sorted({*found, *findings.all()})))


class Reader:
    """Makes what a project would say of packages."""

    def __init__(self, packages: list[Package], language: str) -> None:
        """Name everything.

        Args:
            packages: All that are read together.
            language: That of texts that name none; empty if nobody knows.
        """
        self._packages, self._language = packages, language or UNDETERMINED
        self._ids = ForeignIds()
        self._languages: Counter[str] = Counter()
        self._files: defaultdict[str, dict[str, Tree]] = defaultdict(dict)
        self._shared: dict[tuple[str, str], Node] = {}
        for package in packages:
            self._name(package)
        self._links = Links(packages, self._ids)

    def _name(self, package: Package) -> None:
        document = package.document
        own = package.own.text("id") if package.own else None
        title = own or (document.text("title") or "").lower()
        framework = self._ids.take("framework", identifier_of(document), title)
        for known, item in package.items.items():
            mine = own_of(item)
            area = mine is not None and mine.text("is") == AREA
            code = item.text("humanCodingScheme") or _first_words(item)
            kind, within = ("area", framework) if area else ("competency", "")
            self._ids.take(kind, known, (mine and mine.text("id")) or code, within)

    def settings(self) -> Settings:
        """Give the settings our own packages name; else the languages that texts are in."""
        own = next((each.own for each in self._packages if each.own), None)
        said = tags(own.texts("languages") if own else ())
        base = own.text("base") if own else None
        most = max(self._languages.values(), default=0)
        usual = [tag for tag, count in self._languages.items() if count >= 0.9 * most]
        order = sorted(usual, key=lambda tag: (tag != "en", tag))
        return Settings(
            base=str(base) if base is not None and is_base(base) else Settings().base,
            languages=said or tuple(order) or ("en",),
        )

    def documents(self) -> list[Document]:
        """Give one document for each file, in the words of a project."""
        for package in self._packages:
            self._package(package)
        top = Tree({}, 1, 1)
        return [
            Document(file, Tree({scalar(name, top): held for name, held in said.items()}, 1, 1))
            for file, said in self._files.items()
        ]

    def _into(self, file: str, collection: str) -> dict[Scalar, Node]:
        return self._files[file].setdefault(collection, Tree({}, 1, 1)).entries

    def _package(self, package: Package) -> None:
        document = package.document
        framework = self._ids.of("framework", identifier_of(document))
        body = {**self._document(package), "areas": self._areas(package, framework)}
        place = scalar(framework, document.text("identifier") or document.node)
        into = self._into(document.file, "frameworks")
        into[place] = planted(_said(body), document.node)
        self._scales(package)
        for known, item in package.items.items():
            if name := self._ids.of("competency", known):
                found = {"framework": framework, **self._competency(known, item, package)}
                at = scalar(name, item.text("identifier") or item.node)
                self._into(item.file, "competencies")[at] = planted(_said(found), item.node)

    def _scales(self, package: Package) -> None:
        """Put what our own packages say about scales; of one of others that it has none."""
        if package.own is None:
            levels = {"held": {"title": {"en": "Held"}}}
            said = {"title": {"en": "Held or not"}, "levels": levels, "assumed": "true"}
            at = package.document.node
            self._put_once("scales", package.document, scalar(HELD, at), planted(said, at))
            return
        for name in ("scales", "crosswalks"):
            for held in package.own.object(package.own.get(name)):
                for key, node in held.node.entries.items():
                    self._put_once(name, held, key, node)

    def _put_once(self, collection: str, fields: Fields, name: Scalar, node: Node) -> None:
        """Put what several packages share; they have to say the same about it."""
        former = self._shared.setdefault((collection, str(name)), node)
        if former is node:
            self._into(fields.file, collection)[name] = node
        elif former != node:
            message = f'Another package says something else about "{name}" in {collection}.'
            fields.found(name, "duplicate-id", f"{message} Import them one by one.")

    def _document(self, package: Package) -> Body:
        document, own = package.document, package.own
        _unused(document, _USED_OF_DOCUMENTS)
        tag = self._tag(document, document)
        licence = document.inner("licenseURI")
        creator = document.text("publisher") or document.text("creator")
        body = {
            "title": self._text(document, "title", document.text("title"), tag),
            "description": self._text(document, "description", document.text("description"), tag),
            "disclaimer": self._text(document, "disclaimer", document.text("notes"), tag),
            "version": document.text("version"),
            "publisher": document.text("publisher") if own else creator,
            "url": _address(document, "officialSourceURL"),
            "licence": _address(licence, "uri") if licence and not own else None,
            "scale": HELD,
        }
        if own:
            mine = {key: own.get(key) for key in ("licence", "scale", "assumed")}
            return body | {key: node for key, node in mine.items() if node is not None}
        body["url"] = body["url"] or _address(document, "uri")
        return body

    def _tag(self, fields: Fields, document: Fields) -> Scalar:
        named = fields.text("language") or document.text("language")
        tag = scalar(usual_tag(str(named or self._language)), named or fields.node)
        self._languages[str(tag)] += 1
        return tag

    def _text(self, fields: Fields, name: str, text: Scalar | None, tag: Scalar) -> dict[Any, Node]:
        """Give a text with its language; with all, if it still is what our own package said."""
        if text is None:
            return {}
        fields.findings.look_for_markup(fields.file, text)
        own = own_of(fields)
        others = own.inner(name) if own else None
        entries: dict[Any, Node] = others.node.entries if others else {}
        same = any(isinstance(each, Scalar) and each == text for each in entries.values())
        return entries if same else {tag: text}

    def _statement(self, item: Fields, tag: Scalar, about: str) -> Body:
        """Give the title of an item, and what it means where CASE has both."""
        short, full = item.text("abbreviatedStatement"), item.text("fullStatement")
        return {
            "title": self._text(item, "title", short or full, tag),
            about: self._text(item, about, full if short else None, tag),
        }

    def _areas(self, package: Package, framework: str) -> Body:
        found = []
        for known, item in package.items.items():
            if name := self._ids.of("area", known, framework):
                tag = self._tag(item, package.document)
                place = self._links.position(known)
                body = _said(self._statement(item, tag, "description"))
                found.append((place, scalar(name, item.node), planted(body, item.node)))
        return {name: body for _, name, body in sorted(found, key=lambda each: each[0])}

    def _competency(self, known: str, item: Fields, package: Package) -> Body:
        _unused(item, _USED_OF_ITEMS)
        own = own_of(item)
        tag = self._tag(item, package.document)
        area = self._links.area(known)
        body = {
            **self._statement(item, tag, "definition"),
            "area": self._ids.of("area", area, self._links.framework(known)) if area else None,
            "kind": _KINDS.get(str(item.text("CFItemType"))),
            "code": item.text("humanCodingScheme"),
            "parts": self._links.parts(known),
            "requires": self._links.requires(known),
            "alignments": [*self._origin(item, package), *self._links.alignments(known)],
            "replaced_by": self._links.replaced_by(known),
            "note": item.text("notes"),
        }
        if own:
            mine = {key: own.get(key) for key in ("levels", "deprecated", "assumed")}
            body |= {key: node for key, node in mine.items() if node is not None}
        elif str(item.text("CFItemType") or "") not in ("", *_KINDS):
            item.pass_over(
                "Types of items other than knowledge, skill and attitude are passed over"
            )
        return body

    def _origin(self, item: Fields, package: Package) -> Iterator[Body]:
        """Keep what others call an item, for the project will call it by another address."""
        uri = item.text("uri")
        if not package.own and uri is not None and is_address(uri):
            title = package.document.text("title")
            yield {"relation": "exact", "target": uri, **({"framework": title} if title else {})}


def _said(body: Body) -> Body:
    return {key: value for key, value in body.items() if value not in (None, "", {}, [])}


def _first_words(item: Fields) -> str:
    """Give the first words of a statement: enough for an id."""
    text = item.text("abbreviatedStatement") or item.text("fullStatement") or ""
    return " ".join(text.lower().split()[:6])


def _address(fields: Fields, name: str) -> Scalar | None:
    text = fields.text(name)
    if text is not None and not is_address(text):
        fields.pass_over(f'Values of "{name}" that are no web address are passed over')
        return None
    return text


def _unused(fields: Fields, used: frozenset[str]) -> None:
    """Count the fields that say something and have no place in a project."""
    nulls = 0
    for name, node in fields.node.entries.items():
        nulls += isinstance(node, Scalar) and node.empty
        if str(name) not in used and not (isinstance(node, Scalar) and node.empty):
            fields.pass_over(f'Values of "{name}" are passed over')
    fields.pass_over("CASE knows no null; each is read as if nothing stood there", nulls)
