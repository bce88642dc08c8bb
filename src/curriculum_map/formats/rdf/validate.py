"""What a check says about an RDF file: by shapes of ours or of others, and beyond shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from curriculum_map.errors import InvalidProject
from curriculum_map.formats import folder
from curriculum_map.formats.rdf.native import SUFFIXES
from curriculum_map.problems import Problem, Where

if TYPE_CHECKING:
    from pyoxigraph import Quad

LARGEST = 1_000_000_000
"""Bytes a file may have."""

ENDINGS: Mapping[str, str] = MappingProxyType(
    {**SUFFIXES, ".owl": "rdf-xml", ".xml": "rdf-xml", ".json": "json-ld"}
)
"""The syntax that each ending of a file name stands for."""

NOWHERE = "file:///"
"""Where a document stands that names nodes relative to itself."""

Check = Callable[[str, str, str], Iterable[Problem]]
"""Finds what is wrong with a text, given its syntax and what to call it."""


def read_rdf(path: Path) -> str:
    """Give the text of a file.

    Raises:
        InvalidProject: If it cannot be read, or is not UTF-8.
    """
    try:
        return folder.read(path, LARGEST).decode("utf-8-sig")
    except folder.Unreadable as error:
        raise InvalidProject([Problem(Where(path.name), error.code, str(error))]) from None
    except UnicodeDecodeError:
        message = 'The file is not saved as UTF-8. Save it again with the encoding "UTF-8".'
        raise InvalidProject([Problem(Where(path.name), "not-utf-8", message)]) from None


def validate_as(text: str, syntax: str, file: str, profile: str) -> tuple[Problem, ...]:
    """Say what is wrong with a document of one of the `PROFILES`.

    Args:
        text: The document.
        syntax: How it is spelled.
        file: What to call it in problems.
        profile: Name of the profile.

    Returns:
        What breaks a rule as errors, what should be better as warnings; sorted.

    Raises:
        InvalidProject: If the text is no RDF.
    """
    return tuple(sorted({p for check in PROFILES[profile] for p in check(text, syntax, file)}))


def validate_by(text: str, syntax: str, file: str, shapes: Sequence[Path]) -> tuple[Problem, ...]:
    """Say what is wrong with a document by the shapes of somebody else.

    Args:
        text: The document.
        syntax: How it is spelled.
        file: What to call it in problems.
        shapes: Files of shapes, which count as one.

    Returns:
        Violations as errors, warnings and remarks as warnings; sorted.

    Raises:
        InvalidProject: If the text or the shapes are no RDF.
        UnusableShapes: If the engine breaks down over the shapes.
    """
    from curriculum_map.formats.rdf.shacl import violations
    from curriculum_map.formats.rdf.syntaxes import statements

    rules: list[Quad] = []
    for path in shapes:
        suffix = ENDINGS.get(path.suffix.lower(), "turtle")
        rules += statements(read_rdf(path), suffix, path.name, NOWHERE)
    data = statements(text, syntax, file, NOWHERE)
    named = ", ".join(path.name for path in shapes)
    return tuple(sorted(set(violations(data, rules, file, named))))


def _by_own_shapes(name: str) -> Check:
    def check(text: str, syntax: str, file: str) -> Iterable[Problem]:
        from curriculum_map.formats.rdf.shacl import violations
        from curriculum_map.formats.rdf.syntaxes import statements

        rules = statements(own_shapes(name), "turtle", f"{name}.shacl.ttl")
        return violations(statements(text, syntax, file, NOWHERE), rules, file, name)

    return check


def own_shapes(name: str) -> str:
    """Give the text of one of the files of shapes that come with the program."""
    found = files("curriculum_map.formats.rdf").joinpath("shapes", f"{name}.shacl.ttl")
    return found.read_text(encoding="utf-8")


def _skos_rules(text: str, syntax: str, file: str) -> Iterable[Problem]:
    from curriculum_map.formats.rdf.skos_rules import problems_of
    from curriculum_map.formats.rdf.syntaxes import statements
    from curriculum_map.formats.rdf.triples import Triples

    return problems_of(Triples(statements(text, syntax, file, NOWHERE)), file)


def _as_catalogue(text: str, syntax: str, file: str) -> Iterable[Problem]:
    """Read a document as `import rdf` would."""
    from curriculum_map.formats.rdf.native import read
    from curriculum_map.model.checks import problems_of

    try:
        return problems_of(read(text, syntax, file))
    except InvalidProject as error:
        return error.problems


PROFILES: Mapping[str, Sequence[Check]] = MappingProxyType(
    {
        "rdf": (_as_catalogue,),
        "skos": (_by_own_shapes("skos"), _skos_rules),
        "elm": (_by_own_shapes("elm"),),
        "elm-3.3": (_by_own_shapes("elm-3.3"),),
        "schema-org": (_by_own_shapes("schema-org"),),
        "dcat": (_by_own_shapes("dcat"),),
    }
)
"""What a document can be checked as, and what checks it."""
