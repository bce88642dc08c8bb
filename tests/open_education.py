"""The official schemas of the Open Education API, and documents to try them on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator, Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4, DRAFT202012

from curriculum_map.formats.base import Given, Written
from curriculum_map.formats.oeapi import read
from curriculum_map.formats.reading import Reading
from shipped import SHARED

OFFICIAL = SHARED / "conformance" / "oeapi"
V6, V5 = OFFICIAL / "oeapi-v6.0.json", OFFICIAL / "ooapi-v5.json"
EXAMPLES = OFFICIAL / "examples-v5"
COMPONENTS_6 = {
    "organisations": "Organisation",
    "programmes": "Programme",
    "courses": "Course",
    "learning-components": "LearningComponent",
    "test-components": "TestComponent",
    "learning-outcomes": "LearningOutcome",
}
COMPONENTS_5 = {
    "organizations": "Organization",
    "programs": "Program",
    "courses": "Course",
    "components": "Component",
}

CUT_OFF = "The text ends before the JSON in it does: the file is cut off, or empty. (syntax)"
NESTED = "Lists and objects stand inside each other more than 100 times. (too-deep)"
NOT_UTF_8 = 'The file is not saved as UTF-8. Save it again with the encoding "UTF-8". (not-utf-8)'
NO_OBJECT = (
    "No object of the API stands here: no programme, course or learning outcome. (nothing-found)"
)
"""What is said of files in which something is wrong, with the code behind it."""


@cache
def described(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def validator(path: Path, component: str) -> Any:
    spec = described(path)
    is_new = spec["openapi"].startswith("3.1")
    resource = Resource(contents=spec, specification=DRAFT202012 if is_new else DRAFT4)
    registry: Any = Registry().with_resource("urn:oeapi", resource)
    of = Draft202012Validator if is_new else Draft4Validator
    schema = {"$ref": f"urn:oeapi#/components/schemas/{component}"}
    return of(schema, registry=registry, format_checker=FormatChecker())


def violations(written: Written[Any], path: Path, components: Mapping[str, str]) -> list[str]:
    """Give what the official schemas say against the objects and the pages of a document."""
    return [
        f"{component} {each.json_path}: {each.message}"
        for name, component in components.items()
        for kind, thing in _checked(json.loads(written.document[f"{name}.json"]), component)
        for each in validator(path, kind).iter_errors(thing)
    ]


def _checked(page: dict[str, Any], component: str) -> Iterator[tuple[str, Any]]:
    yield "Pagination", page
    yield from ((component, each) for each in page["items"])


def items(written: Written[Any], name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written.document[f"{name}.json"])["items"]
    return found


def reading(files: Mapping[str, Any], name: str = "data") -> Reading:
    """Read files whose content is text, bytes or plain values."""
    return read(Given(name=name, files={at: _bytes(each) for at, each in files.items()}))


def _bytes(content: Any) -> bytes:
    if isinstance(content, bytes):
        return content
    return (content if isinstance(content, str) else json.dumps(content)).encode()


def said(words: str, language: str = "en") -> list[dict[str, str]]:
    return [{"language": language, "value": words}]


def uuid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def thing(key: str, number: int, code: str, **more: Any) -> dict[str, Any]:
    """Build an object known by a key, with the least a reader needs."""
    coded = {"codeType": "identifier", "code": code}
    return {key: uuid(number), "primaryCode": coded, "name": said(code.capitalize()), **more}
