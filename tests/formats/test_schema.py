"""The schema by which editors help knows what the checker knows about the form of a file."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.formats.about import about, summary
from curriculum_map.formats.record import record_of
from curriculum_map.formats.reference import reference
from curriculum_map.formats.schema import all_records, json_schema, key_field
from curriculum_map.model import COLLECTIONS
from curriculum_map.model.declare import Sourced
from curriculum_map.problems import Problem
from written import FILE, read
from yaml_as_editors_read_it import load

ROOT = Path(__file__).parents[2]
SCHEMA = jsonschema.Draft202012Validator(json_schema())
SHIPPED = sorted(
    path for folder in ("competencies", "curricula") for path in (ROOT / folder).rglob("*.yaml")
)
ABOUT_FORM = {"unknown-field", "missing-field", "wrong-type", "bad-form", "bad-number"} | {
    "bad-requisite",
    "empty-text",
}


def wrong_forms(text: str) -> list[Problem]:
    """Give what the checker says about the form of a file, names aside."""
    problems = read(text).problems
    return [p for p in problems if p.where.file == FILE and p.code in ABOUT_FORM]


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_of_the_repository_fits_the_schema(path):
    errors = SCHEMA.iter_errors(load(path.read_text(encoding="utf-8")))
    assert [error.json_path for error in errors] == []


def unit(fields: str) -> str:
    return f"units: {{a: {{kind: course, title: A, institution: school, {fields}}}}}\n"


WRONG = [
    "unts: {}\n",
    "units: []\n",
    "units: {a b: {kind: course, title: A, institution: school}}\n",
    "units: {a: text}\n",
    "units: {a: {}}\n",
    "units: {a: {kind: course, institution: school}}\n",
    "sources: {s: {title: }}\n",
    "sources: {s: {title: {}}}\n",
    "sources: {s: {title: {English: S}}}\n",
    "sources: {s: {title: [S]}}\n",
    "sources: {s: {title: ' '}}\n",
    "scales: {s: {title: S, levels: {a: }}}\n",
    "scales: {s: {title: S, levels: {a b: {title: A}}}}\n",
    "profiles: {p: {title: P, requires: {charts: }}}\n",
    "profiles: {p: {title: P, requires: {charts: {note: x}}}}\n",
    "programmes: {p: {title: P, institution: school, plan: [{year: 1}]}}\n",
    "programmes: {p: {title: P, institution: school, plan: [{units: a, year: 0}]}}\n",
    "competencies: {c: {title: C, framework: skills, alignments: [{relation: exact}]}}\n",
    *(
        unit(fields)
        for fields in (
            "colour: red",
            "id: b",
            "workload: -1",
            "workload: 10001",
            "workload: many",
            "workload: '2,5'",
            "workload: [1]",
            "workload: {ec: 1}",
            "learners: 1.5",
            "terms: [1, 13]",
            "assumed: maybe",
            "url: www.school.nl",
            "languages: [English]",
            "description: {en: [a]}",
            "requires: {}",
            "requires: {al: [a]}",
            "requires: {any: a}",
            "requires: {all: [], any: []}",
            "outcomes: [o]",
            "outcomes: {o: text}",
            "assessments: {e: {kinds: exam}}",
            "code: [a]",
        )
    ),
]


@pytest.mark.parametrize("text", WRONG)
def test_what_the_schema_refuses_the_checker_refuses(text):
    assert not SCHEMA.is_valid(load(text))
    assert wrong_forms(text) != []


NUMBERS = st.one_of(st.integers(-5, 20), st.floats(-20, 20))
ANY_VALUE = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        NUMBERS,
        st.sampled_from(["", " ", "a", "en", "school", "charts", "exam", "2025-01", "http://a"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2),
        st.dictionaries(
            st.sampled_from(
                ["en", "hours", "ec", "all", "co", "text", "note", "charts", "level", "o", "tests"]
            ),
            inner,
            max_size=2,
        ),
    ),
    max_leaves=5,
)
FIELDS = sorted(next(r for r in all_records() if r.cls is COLLECTIONS["units"]).keys)


@given(st.sampled_from(FIELDS), ANY_VALUE)
def test_the_checker_accepts_the_form_of_whatever_the_schema_accepts(field, value):
    text = unit("PLACE").replace("PLACE", f"{field}: {flow(value)}")
    if field in ("id", "kind", "title", "institution") or not SCHEMA.is_valid(load(text)):
        return
    # That a list holds nothing, and that a name is one, a schema leaves to the checker.
    assert [str(p) for p in wrong_forms(text) if p.code != "empty-text"] == []


def flow(value: object) -> str:
    """Write a value as YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(inner) for inner in value if inner is not None) + "]"
    if value is None or isinstance(value, bool):
        return {None: "", True: "true", False: "false"}[value]
    return f"'{value}'" if isinstance(value, str) else repr(value)


def test_every_class_and_every_field_is_described():
    for record in all_records():
        assert summary(record.cls)
        assert [f.attribute for f in record.fields if not about(record.cls, f.attribute)] == []


def test_the_reference_has_a_section_for_every_class_and_a_row_for_every_field():
    page = reference()
    for record in all_records():
        title = f"\n## {record.name[0].upper()}{record.name[1:]}\n"
        rows = page.partition(title)[2].partition("\n## ")[0]
        common = set() if record.cls is Sourced else record_of(Sourced).keys
        keys = {f.key for f in record.fields if f.attribute != key_field(record)} - common
        assert [key for key in sorted(keys) if f"| `{key}`" not in rows] == []
