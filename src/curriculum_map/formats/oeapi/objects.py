"""The objects in files of the API, sorted by what they describe."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.base import Given
from curriculum_map.formats.json_fields import Fields, Findings, roots_of
from curriculum_map.formats.oeapi.codes import ENUMERATIONS
from curriculum_map.formats.oeapi.older import LISTS, RENAMED
from curriculum_map.formats.spelled import OWN
from curriculum_map.formats.tree import Mapping as Tree
from curriculum_map.formats.tree import Node, Scalar, Sequence
from curriculum_map.problems import Problem, Where

IDS: Mapping[str, str] = {
    "learningOutcomeId": "learning-outcomes",
    "componentId": "learning-components",
    "courseId": "courses",
    "programmeId": "programmes",
    "organisationId": "organisations",
}
"""The field by which an object is known, and the list it belongs to; the first that is there."""
OTHERS = frozenset(
    [
        "personId",
        "buildingId",
        "roomId",
        "groupId",
        "academicSessionId",
        "newsItemId",
        "newsFeedId",
        "documentId",
        "educationSpecificationId",
        "offeringId",
        "associationId",
        "courseOfferingId",
        "programmeOfferingId",
        "learningComponentOfferingId",
        "testComponentOfferingId",
        "contactEmail",
    ]
)
"""Fields by which objects are known that describe no teaching."""
LINKS: Mapping[str, str] = {
    "organisation": "organisationId",
    "root": "rootId",
    "parent": "parentId",
    "parents": "parentIds",
    "children": "childIds",
    "course": "courseId",
    "programmes": "programmeIds",
    "learningOutcomes": "learningOutcomeIds",
}
"""Fields that hold whole objects, or identifiers in version 5; and those that hold identifiers."""
_TESTS = "test-components"
_NAMES = {name: name for name in (*IDS.values(), _TESTS)} | dict(LISTS)
_OLD = {now: before for before, now in RENAMED.items()}


class Thing(Fields):
    """An object of the API; fields are asked for by their names in version 6."""

    __slots__ = ()

    def get(self, name: str) -> Node | None:
        """Give what stands behind a name, or behind the one it had in version 5."""
        found = Fields.get(self, name)
        return found if found is not None or name not in _OLD else Fields.get(self, _OLD[name])

    @property
    def key(self) -> str:
        """The field the object is known by; empty if it has none."""
        entries: Mapping[Any, Node] = self.node.entries
        if any(each in entries for each in OTHERS):
            return ""
        return next((each for each in IDS if each in entries or _OLD.get(each) in entries), "")

    @property
    def uuid(self) -> Scalar | None:
        """The identifier the object is known by."""
        return self.text(self.key)

    @property
    def own(self) -> Fields | None:
        """What only this program reads."""
        ext = self.inner("ext")
        return ext.inner(OWN) if ext else None

    def links(self, name: str) -> list[Scalar]:
        """Give the identifiers of what stands behind a name of `LINKS`, each once."""
        found: dict[str, Scalar] = {}
        for node in (*_listed(self.get(LINKS[name])), *_listed(self.get(name))):
            whole = Thing(node, self.file, self.findings) if isinstance(node, Tree) else None
            link = whole.uuid if whole and whole.key else node
            if isinstance(link, Scalar) and not link.empty:
                found.setdefault(link.lower(), link)
        return list(found.values())


def _listed(node: Node | None) -> list[Node]:
    if isinstance(node, Sequence):
        return node.items
    return [] if node is None else [node]


@dataclass(slots=True)
class Objects:
    """All objects, by the list they belong to, and what stands beside the lists.

    Attributes:
        lists: The name of a list to the UUID in lower case to the object.
        findings: What was found on the way.
        own: What only this program reads about the whole; None in documents of others.
    """

    findings: Findings
    lists: dict[str, dict[str, Thing]] = field(
        default_factory=lambda: defaultdict(dict[str, Thing])
    )
    own: Fields | None = None

    def of(self, name: str) -> Iterator[Thing]:
        """Give the objects of a list, in file order."""
        yield from self.lists[name].values()


def objects_of(given: Given) -> Objects:
    """Find the objects in the files of a folder, in one file, or in the pages of an endpoint.

    Raises:
        InvalidProject: If there are none.
    """
    found = Objects(Findings())
    inner: list[tuple[Fields, str]] = []
    for name, root in roots_of(given, found.findings):
        _sort(Fields(Tree({}, 1, 1), name, found.findings), root, _hint(name), found, inner)
    for thing, hint in inner:
        _add(thing, hint, found, expanded=True)
    if not any(found.lists.values()):
        if not found.findings.problems:
            message = "No object of the API stands here: no programme, course or learning outcome."
            raise InvalidProject([Problem(Where(given.name), "nothing-found", message)])
        raise InvalidProject(found.findings.problems)
    return found


def _hint(name: str) -> str:
    parts = name.lower().removesuffix(".json").split("/")
    return next((_NAMES[part] for part in reversed(parts) if part in _NAMES), "")


Inner = list[tuple[Fields, str]]


def _sort(at: Fields, node: Node, hint: str, found: Objects, inner: Inner) -> None:
    """Sort what a file, a page, a list or an object holds."""
    if isinstance(node, Sequence):
        for each in node.items:
            _sort(at, each, hint, found, inner)
        return
    for fields in at.object(node):
        thing = Thing(fields.node, fields.file, fields.findings)
        if "items" in thing.node.entries:
            found.own = thing.own or found.own
            for each in thing.items("items"):
                _sort(at, each, hint, found, inner)
        elif not thing.key and any(key in _NAMES for key in thing.node.entries):
            for key, each in thing.node.entries.items():
                if key in _NAMES:
                    _sort(at, each, _NAMES[key], found, inner)
        else:
            _add(thing, hint, found)
            inner += [(each, "") for each in _expanded(thing)]


def _add(fields: Fields, hint: str, found: Objects, *, expanded: bool = False) -> None:
    thing = Thing(fields.node, fields.file, fields.findings)
    if not thing.key:
        thing.pass_over("Objects that describe no teaching are passed over")
        return
    uuid = thing.uuid
    if uuid is None:
        thing.found(thing.node, "missing-field", f'The object has no "{thing.key}".')
        return
    things = found.lists[_list_of(thing, hint)]
    former = things.setdefault(uuid.lower(), thing)
    if former is not thing and not expanded:
        place = Where(former.file, former.node.line, former.node.column)
        message = f'There is another object with the "{thing.key}" {uuid} in {place}.'
        thing.found(uuid, "duplicate-id", message)


def _list_of(thing: Thing, hint: str) -> str:
    name = IDS[thing.key]
    kind = str(thing.text("componentType") or "") if name == "learning-components" else ""
    is_test = kind == "test" or (hint != name and kind in ENUMERATIONS["testComponentType"])
    return _TESTS if kind and (is_test or hint == _TESTS) else name


def _expanded(thing: Thing) -> Iterator[Thing]:
    for name in LINKS:
        for each in _listed(thing.get(name)):
            if isinstance(each, Tree):
                whole = Thing(each, thing.file, thing.findings)
                if whole.key:
                    yield whole
                    yield from _expanded(whole)
