"""A file that breaks off hides nothing elsewhere, and nothing seems missing because of it."""

from __future__ import annotations

import pytest

from written import said, units

BROKEN = "    broken: here: b\n"
"""A line that YAML cannot read, inside a thing."""
SYNTAX = "A text that contains a colon and a space must stand in straight quotes, as in "


def unread(*texts: str) -> list[str]:
    """Give what is said beside the syntax error of the first text."""
    first, *others = texts
    lines = said(first, **{f"other{n}": text for n, text in enumerate(others)})
    assert [line for line in lines if SYNTAX in line and line.endswith("(syntax)")] != []
    return [line for line in lines if SYNTAX not in line]


def test_a_syntax_error_hides_no_problem_of_another_file_nor_what_stands_before_it():
    text = "institution: school\nunits:\n  a:\n    credit: 5\n" + BROKEN
    assert unread(text, "institution: scool\nunits: {b: {kind: course, title: B}}\n") == [
        'curricula/other0.yaml:1:14: There is no institution called "scool". Did you mean '
        '"school"? (unknown-name)',
        '4:5: "credit" says nothing about a unit. Did you mean "credits"? (unknown-field)',
    ]


@pytest.mark.parametrize(
    ("broken", "other"),
    [
        (
            "units:\n  z:\n" + BROKEN + "  a:\n    outcomes:\n      o: {}\n",
            "institution: school\nunits: {b: {kind: course, title: B, requires: a,"
            " assessments: {e: {tests: [a/o]}}}}\n",
        ),
        (
            "sources:\n  z:\n" + BROKEN + "framework: f\n",
            "competencies: {c: {title: C, framework: f, area: a, requires: {charts: knows,"
            " c: knows}}}\n",
        ),
        (
            "scales:\n  s:\n    title: S\n    levels: {low: {title: Low}}\n" + BROKEN,
            "framework: f\ntitle: F\nscale: s\ncompetencies: {c: {title: C, levels: {low: L}}}\n",
        ),
        (
            "scales:\n  s:\n    title: S\n    levels:\n      low: {title: Low}\n"
            "      mid: a: b\n      high: {title: High}\n",
            "framework: f\ntitle: F\nscale: s\ncompetencies: {c: {title: C, levels: {high: L},"
            " requires: {c2: high}}, c2: {title: D}}\n",
        ),
        (
            "crosswalks:\n  z:\n" + BROKEN + "  w: {title: W, from: stages, to: steps}\n",
            "profiles: {p: {title: P, requires: {charts: stages/high}}}\n",
        ),
        (
            "institution: school\nunits:\n  a:\n    kind: course\n    title: A\n" + BROKEN,
            "programmes: {p: {title: P, institution: school, plan: [{credits: 5, units: [a]}]}}\n",
        ),
        (
            "institution: school\nunits:\n  a:\n    kind: course\n    title: A\n"
            "    requires:\n      any:\n        - a\n        - b: c: d\n",
            "units: {b: {kind: course, institution: school, title: B, requires: a}}\n",
        ),
        (
            "programme: p\nplan:\n  - choose: 2\n    units:\n      - a\n      - b: c: d\n",
            "units: {a: {kind: course, institution: school, title: A}}\n",
        ),
    ],
)
def test_what_may_stand_in_the_unread_rest_of_a_file_is_not_missed(broken, other):
    assert unread(broken, other) == []


def test_a_name_that_no_unread_text_mentions_is_missed_all_the_same():
    assert unread("units:\n  z:\n" + BROKEN + "  aa: {}\n", units(b="a")) == [
        'curricula/other0.yaml:3:41: There is no unit called "a". Known: b, z. (unknown-name)'
    ]
