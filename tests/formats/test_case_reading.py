"""Packages of CASE that others publish, 1.0 or 1.1, are read; what is wrong with them is told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from asking import ask
from curriculum_map.errors import InvalidProject
from curriculum_map.formats.base import Given
from curriculum_map.formats.case import read
from curriculum_map.formats.given import given
from curriculum_map.formats.reading import Reading
from curriculum_map.model import Alignment, Competency, LevelRef, Requirement, Text
from published import is_there
from shipped import SHARED

FIXTURES = SHARED / "conformance" / "case" / "fixtures"
COUNTS = {
    "AdoptedTestFramework": 1,
    "ItemTypeTestFramework": 1,
    "MarkdownFramework": 2,
    "Utf8TestFramework": 1,
}
TOLD = {
    "AdoptedTestFramework": ['Values of "adoptionStatus" are passed over (1).'],
    "ItemTypeTestFramework": [
        "Types of items other than knowledge, skill and attitude are passed over (1).",
        'Values of "adoptionStatus" are passed over (1).',
    ],
    "MarkdownFramework": [],
    "Utf8TestFramework": [],
}
SERVER = "https://server/ims/case/v1p0"


def english(words: str) -> Text:
    return Text((("en", words),))


def reading(files: dict[str, Any], **options: str) -> Reading:
    content = {name: _bytes(each) for name, each in files.items()}
    return read(Given(name="data", files=content, options=options))


def _bytes(content: Any) -> bytes:
    if isinstance(content, bytes):
        return content
    return (content if isinstance(content, str) else json.dumps(content)).encode()


def lines(found: Reading) -> list[str]:
    return [str(problem) for problem in found.problems]


@pytest.mark.parametrize("name", COUNTS)
def test_a_published_package_is_read_with_what_it_loses(name):
    path = FIXTURES / f"{name}.json"
    if is_there(path):
        found = read(given(path, options={"language": "en"}))
        assert len(found.catalogue.competencies) == COUNTS[name]
        assert len(found.catalogue.frameworks) == 1
        assert [each.message for each in found.problems] == TOLD[name]
        assert {each.severity for each in found.problems} <= {"warning"}


def test_all_published_packages_have_the_same_identifiers_and_so_cannot_be_read_together():
    if is_there(FIXTURES):
        assert {each.code for each in read(given(FIXTURES)).errors} == {"duplicate-id"}


def test_mathematics_markdown_and_rare_characters_stay_what_they_are():
    if is_there(FIXTURES):
        options = {"language": "en"}
        rare = read(given(FIXTURES / "Utf8TestFramework.json", options=options)).catalogue
        assert rare.competencies["item-1"] == Competency(
            id="item-1",
            title=english("Item \U0001d451 1"),
            framework="utf8-test",
            alignments=(
                Alignment(
                    relation="exact",
                    target=f"{SERVER}/CFItems/00000000-0000-0000-0000-000000000001",
                    framework="UTF8 \U0001d451 Test",
                ),
            ),
        )
        marked = read(given(FIXTURES / "MarkdownFramework.json", options=options)).catalogue
        assert "| --- | --- |\r\n" in marked.competencies["MD.Table"].title.show("en")


def uuid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def node(number: int, title: str = "X") -> dict[str, str]:
    return {"title": title, "identifier": uuid(number), "uri": f"{SERVER}/x/{uuid(number)}"}


def item(number: int, words: str, **more: Any) -> dict[str, Any]:
    return {
        "identifier": uuid(number),
        "uri": f"{SERVER}/CFItems/{uuid(number)}",
        "fullStatement": words,
        **more,
    }


def ties(type_: str, origin: int, target: int, **more: Any) -> dict[str, Any]:
    return {
        "identifier": uuid(1000 * origin + target),
        "associationType": type_,
        "originNodeURI": node(origin),
        "destinationNodeURI": node(target),
        **more,
    }


def package(*things: dict[str, Any], **more: Any) -> dict[str, Any]:
    document = {
        "identifier": uuid(100),
        "uri": f"{SERVER}/doc",
        "creator": "State",
        "title": "Math",
        "language": "en",
    }
    return {
        "CFDocument": document | more,
        "CFItems": [each for each in things if "fullStatement" in each],
        "CFAssociations": [each for each in things if "associationType" in each],
    }


WHOLE = package(
    item(1, "Counts", humanCodingScheme="M.1", abbreviatedStatement="Counting"),
    item(2, "Adds"),
    item(3, "Adds long numbers, with and without carrying over, in writing"),
    ties("isChildOf", 1, 100, sequenceNumber=1),
    ties("isChildOf", 2, 1, sequenceNumber=2),
    ties("isChildOf", 3, 1, sequenceNumber=1),
    ties("precedes", 2, 3),
    ties("replacedBy", 2, 1),
    ties("isRelatedTo", 3, 2),
    ties("exactMatchOf", 1, 50),
    ties("isPeerOf", 1, 2),
)


def test_items_become_competencies_with_parts_requirements_and_matches():
    found = reading({"p.json": WHOLE})
    framework = found.catalogue.frameworks["math"]
    assert (framework.publisher, framework.url, framework.scale) == (
        *("State", f"{SERVER}/doc"),
        "held-or-not",
    )
    items = found.catalogue.competencies
    long = "adds-long-numbers-with-and-without"
    assert list(items) == ["M.1", "adds", long]
    assert items["M.1"].title == english("Counting")
    assert items["M.1"].definition == english("Counts")
    assert items["M.1"].parts == (long, "adds")
    assert items[long].requires == (
        Requirement(competency="adds", level=LevelRef("held-or-not", "held")),
    )
    assert items["adds"].replaced_by == ("M.1",)
    assert [(each.relation, each.target, each.label) for each in items[long].alignments] == [
        ("exact", f"{SERVER}/CFItems/{uuid(3)}", ""),
        ("related", f"{SERVER}/x/{uuid(2)}", "X"),
    ]
    assert lines(found) == [
        'p.json: Associations of the type "isPeerOf" are passed over (1). (passed-over)'
    ]


def test_texts_without_a_language_are_in_the_one_that_was_named():
    bare = package(item(1, "Counts"), language=None)
    assert reading({"p.json": bare}).catalogue.settings.languages == ("und",)
    found = reading({"p.json": bare}, language="nl").catalogue
    assert found.competencies["counts"].title == Text((("nl", "Counts"),))
    assert found.settings.languages == ("nl",)


def test_the_language_is_named_on_the_command_line(tmp_path):
    file = tmp_path / "p.json"
    file.write_bytes(_bytes(package(item(1, "Counts"), language=None)))
    answer = ask("-p", tmp_path / "new", "import", "case", file, "--with", "language=et")
    assert (answer.code, answer.out.splitlines()[0]) == (0, "Wrote 3 files with 3 descriptions.")


def test_null_is_read_as_nothing_and_told():
    found = reading({"p.json": package(item(1, "Counts", humanCodingScheme=None, notes=None))})
    assert found.catalogue.competencies["counts"].code == ""
    assert lines(found) == [
        "p.json: CASE knows no null; each is read as if nothing stood there (2). (passed-over)"
    ]


def test_html_is_kept_as_text_and_told():
    words = "<p>Counts <b>well</b></p>"
    found = reading({"p.json": package(item(1, words))})
    assert [each.title for each in found.catalogue.competencies.values()] == [english(words)]
    assert [each.code for each in found.problems] == ["markup"]


def test_associations_that_lead_nowhere_are_left_out_and_told():
    found = reading(
        {"p.json": package(item(1, "A"), ties("isChildOf", 1, 9), ties("precedes", 8, 1))}
    )
    assert [(each.message, each.severity) for each in found.problems] == [
        (f'No item has the identifier "{uuid(9)}" here; the association is left out.', "warning"),
        (f'No item has the identifier "{uuid(8)}" here; the association is left out.', "warning"),
    ]


@pytest.mark.parametrize(
    ("things", "code"),
    [
        ([item(1, "A"), item(1, "B")], "duplicate-id"),
        ([{**item(1, ""), "fullStatement": None}], "missing-field"),
        ([{**item(1, "A"), "identifier": None}], "missing-field"),
        ([{**item(1, "A"), "fullStatement": ["A"]}], "wrong-type"),
        ([item(1, "A"), {**ties("isChildOf", 1, 100), "originNodeURI": "x"}], "wrong-type"),
        ([item(1, "A"), {**ties("isChildOf", 1, 100), "originNodeURI": None}], "missing-field"),
        (
            [item(1, "A"), item(2, "B"), ties("isChildOf", 1, 2), ties("isChildOf", 2, 1)],
            "parts-cycle",
        ),
        ([item(1, "A", language="!")], "bad-form"),
    ],
)
def test_what_cannot_be_used_is_an_error(things, code):
    found = reading({"p.json": package(*things)})
    assert code in {each.code for each in found.errors}
    assert all(each.where.line for each in found.errors)


def test_packages_that_say_different_things_of_one_scale_are_an_error():
    def ours(title):
        own = {
            "id": "math",
            "scale": "s",
            "scales": {"s": {"title": {"en": title}, "levels": {"a": {"title": {"en": "A"}}}}},
        }
        return {**package(), "extensions": {"x-curriculum-map": own}}

    other = ours("Other")
    other["CFDocument"] = {**other["CFDocument"], "identifier": uuid(200)}
    found = reading({"a.json": ours("One"), "b.json": other})
    assert [each.message for each in found.errors] == [
        'Another package says something else about "s" in scales. Import them one by one.'
    ]


BROKEN = {
    "truncated": (json.dumps(WHOLE)[:-30], "p.json:1:"),
    "in another encoding": ('{"CFDocument": "caf\xe9"}'.encode("cp1252"), "not-utf-8"),
    "nested": ('{"CFDocument":' + "[" * 1_000_000, "too-deep"),
    "no package": ([1, 2], "nothing-found"),
    "no package but another thing": ({"CFItems": []}, "nothing-found"),
    "without a document": ({"CFDocument": []}, "wrong-type"),
    "with one identifier twice": (package(item(1, "A"), item(1, "B")), "duplicate-id"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_nothing_is_written_into_a_project_of_a_broken_package(name, tmp_path):
    content, said = BROKEN[name]
    file = tmp_path / "p.json"
    file.write_bytes(_bytes(content))
    answer = ask("-p", tmp_path / "new", "import", "case", file)
    assert answer.code == 1
    assert said in answer.err
    assert not (tmp_path / "new").exists()


def test_a_folder_without_packages_is_refused():
    with pytest.raises(InvalidProject, match="No package of CASE stands here"):
        reading({"a.txt": "x", "b.md": "y"})
