"""Packages in files: their documents, items and associations, and what each is known by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.base import Given
from curriculum_map.formats.json_fields import Fields, Findings, roots_of
from curriculum_map.formats.spelled import OWN
from curriculum_map.formats.tree import Mapping as Tree
from curriculum_map.formats.tree import Node, Scalar, Sequence
from curriculum_map.problems import Problem, Where

NO_PACKAGE = "No package of CASE stands here: nothing has a CFDocument."


@dataclass(slots=True)
class Package:
    """A package.

    Attributes:
        document: Its CFDocument.
        items: Its CFItems by identifier in lower case.
        associations: Its CFAssociations.
        own: What only this program reads about the whole; None in packages of others.
    """

    document: Fields
    items: dict[str, Fields] = field(default_factory=dict)
    associations: list[Fields] = field(default_factory=list)
    own: Fields | None = None


def own_of(fields: Fields) -> Fields | None:
    """Give what only this program reads about something."""
    extensions = fields.inner("extensions")
    return extensions.inner(OWN) if extensions else None


def identifier_of(fields: Fields) -> str:
    """Give what something is known by, in lower case; empty if by nothing."""
    return (fields.text("identifier") or "").lower()


def packages_of(given: Given) -> tuple[list[Package], Findings]:
    """Find the packages in a file or folder.

    Raises:
        InvalidProject: If there are none.
    """
    findings = Findings()
    packages = [
        _package(whole)
        for name, root in roots_of(given, findings)
        for whole in _wholes(name, root, findings)
    ]
    if not packages:
        nothing = Problem(Where(given.name), "nothing-found", NO_PACKAGE)
        raise InvalidProject(findings.problems or [nothing])
    _report_repeated(packages)
    return packages, findings


def _wholes(name: str, root: Node, findings: Findings) -> Iterator[Fields]:
    for node in root.items if isinstance(root, Sequence) else [root]:
        if isinstance(node, Tree) and any(key == "CFDocument" for key in node.entries):
            yield Fields(node, name, findings)
        elif not isinstance(node, Scalar | Tree):
            findings.found(name, node, "wrong-type", "Here belongs a package, not a list.")


def _package(whole: Fields) -> Package:
    document = whole.inner("CFDocument") or Fields(Tree({}, 1, 1), whole.file, whole.findings)
    package = Package(document, own=own_of(whole))
    for item in whole.objects("CFItems"):
        known = identifier_of(item)
        if not known:
            item.found(item.node, "missing-field", 'The item has no "identifier".')
        elif (former := package.items.setdefault(known, item)) is not item:
            _report(item, former)
    package.associations = whole.objects("CFAssociations")
    whole.pass_over("Rubrics are passed over", 0 if package.own else len(whole.items("CFRubrics")))
    if definitions := whole.inner("CFDefinitions"):
        for name in ("CFConcepts", "CFSubjects", "CFAssociationGroupings"):
            whole.pass_over(f"Definitions in {name} are passed over", len(definitions.items(name)))
    return package


def _report_repeated(packages: list[Package]) -> None:
    first: dict[str, Fields] = {}
    for package in packages:
        for known, item in package.items.items():
            if (former := first.setdefault(known, item)) is not item:
                _report(item, former)


def _report(item: Fields, former: Fields) -> None:
    place = Where(former.file, former.node.line, former.node.column)
    message = f"There is another item with the identifier {identifier_of(item)} in {place}."
    item.found(item.node, "duplicate-id", message)
