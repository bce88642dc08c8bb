"""Every name leads somewhere, or is missed once, where it stands."""

from __future__ import annotations

import pytest

from written import said, unit

NAMES = {
    "units: {a: {kind: course, title: A}}": [
        '1:9: A unit needs "institution". (missing-field)'
    ],
    "institution: scool\nunits: {a: {kind: course, title: A}, b: {kind: course, title: B}}": [
        '1:14: There is no institution called "scool". Did you mean "school"? (unknown-name)'
    ],
    "institution: school\nsource: raport\nunits: {a: {kind: course, title: A}}": [
        '2:9: There is no source called "raport". Did you mean "report"? (unknown-name)'
    ],
    "institutions: {b: {title: B, part_of: c}}": [
        '1:39: There is no institution called "c". Known: b, school. (unknown-name)'
    ],
    "competencies: {c: {title: C, framework: skils, area: dta, requires: {d: low}}}": [
        '1:41: There is no framework called "skils". Did you mean "skills"? (unknown-name)',
        '1:70: There is no competency called "d". Known: c, charts, models. (unknown-name)',
    ],
    "competencies: {c: {title: C, framework: skills, area: dta}}": [
        '1:55: There is no area called "dta". Did you mean "data"? (unknown-name)'
    ],
    "competencies: {c: {title: C, framework: skills, parts: [chart]}}": [
        '1:57: There is no competency called "chart". Did you mean "charts"? (unknown-name)'
    ],
    "frameworks: {f: {title: F, scale: step}}\n"
    "competencies: {c: {title: C, framework: f, requires: {c: knows}}}": [
        '1:35: There is no scale called "step". Did you mean "steps"? (unknown-name)'
    ],
    "profiles: {p: {title: P, requires: {chart: knows, models: know}}}": [
        '1:37: There is no competency called "chart". Did you mean "charts"? (unknown-name)',
        '1:59: There is no level called "know". Did you mean "knows"? (unknown-name)',
    ],
    "crosswalks: {w: {title: W, from: stage, to: steps, levels: {low: know}}}": [
        '1:34: There is no scale called "stage". Did you mean "stages"? (unknown-name)',
        '1:61: There is no level called "know" on "steps". Did you mean "knows"? (unknown-name)',
    ],
    "competencies: {c: {title: C, framework: skills, levels: {know: Names it.}}}": [
        '1:58: There is no level called "know" on "steps". Did you mean "knows"? (unknown-name)'
    ],
    "programmes: {p: {title: P, institution: school, aims: [graduates], plan: [{units: a}]}}": [
        '1:56: There is no profile called "graduates". Did you mean "graduate"? (unknown-name)',
        '1:83: There is no unit called "a". None is defined. (unknown-name)',
    ],
    "units: {a: {kind: course, title: A, institution: school, requires: {any: [b, {co: c}]},\n"
    "assessments: {e: {tests: [o, b/o]}}, outcomes: {p: }}}": [
        '1:75: There is no unit called "b". Known: a. (unknown-name)',
        '1:83: There is no unit called "c". Known: a. (unknown-name)',
        '2:27: There is no outcome called "o". Known: p. (unknown-name)',
        '2:30: There is no outcome called "b/o". None is defined. (unknown-name)',
    ],
    "unts: {}\nunits: [a]\nscales:\n": [
        '1:1: "unts" says nothing about a project. Did you mean "units"? (unknown-field)',
        '2:1: Behind "units" belongs a map from id to what is said about it. (wrong-type)',
    ],
    "scales: {s: {title: S, levels: {}}}": [
        '1:10: "s" has no levels. Name at least one, the lowest first. (scale-without-levels)'
    ],
    "scales: {s: {title: S}}": [
        '1:10: A scale needs "levels". (missing-field)',
        '1:10: "s" has no levels. Name at least one, the lowest first. (scale-without-levels)',
    ],
    "programme: p": [
        '1:12: A programme needs "institution". (missing-field)',
        '1:12: A programme needs "title". (missing-field)',
    ],
    "framework: f\nversion: '1'": [
        '1:12: A framework needs "scale". (missing-field)',
        '1:12: A framework needs "title". (missing-field)',
    ],
    "framework: f\nprogramme: p\ntitle: T\nscale: steps\ninstitution: school": [
        "2:12: A file describes a framework or a programme at its top, not both. Use two files. "
        "(two-heads)"
    ],
    "competencies: {c: {title: C, framework: skills, alignments: [{relation: exactly}]}}": [
        '1:62: An alignment needs "target". (missing-field)',
        '1:73: There is no relation called "exactly". Did you mean "exact"? (unknown-name)',
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", NAMES)
def test_a_name_that_nothing_carries_is_said_once_where_it_stands(text):
    assert said(f"{text}\n") == NAMES[text]


def test_a_level_must_be_one_of_the_scale_on_which_the_competency_is_measured():
    outcome = "outcomes: {o: {develops: {charts: high, models: stages/high}}}"
    assert said(unit(outcome)) == [
        '3:35: There is no level called "high" on "steps". If the level of "stages" is meant, '
        'write "stages/high". (unknown-name)',
        '3:49: "models" is measured on "steps", and no crosswalk says what a level of "stages" '
        'counts as there. Use a level of "steps", or add a crosswalk. (scales-not-comparable)',
    ]
    assert said(unit("outcomes: {o: {develops: {charts: stage/high}}}")) == [
        '3:35: There is no scale called "stage". Did you mean "stages"? (unknown-name)'
    ]


def test_a_crosswalk_makes_two_scales_comparable_in_its_direction_only():
    outcome = unit("outcomes: {o: {develops: {charts: stages/high, models: steps/knows}}}")
    there = "crosswalks: {w: {title: W, from: stages, to: steps, levels: {high: applies}}}\n"
    back = "crosswalks: {w: {title: W, from: steps, to: stages, levels: {applies: high}}}\n"
    assert said(outcome, walk=there) == []
    assert [line[-24:] for line in said(outcome, walk=back)] == [" (scales-not-comparable)"]


def test_a_part_is_measured_on_the_scale_of_the_whole():
    text = (
        "frameworks: {other: {title: Other, scale: stages}}\n"
        "competencies: {whole: {title: W, framework: other, parts: [charts]}}\n"
    )
    assert said(text) == [
        '2:16: "charts" is measured on "steps" and cannot be a part of "whole", which is measured '
        'on "stages". (scales-not-comparable)'
    ]
