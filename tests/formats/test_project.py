"""Everything that is wrong with a project is said in one go, each mistake once, with its place."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.project import load, read_project
from written import BASE, FILE, read, said, write


def unit(fields: str) -> str:
    """Write a file with one unit `a`, some fields of which stand on line 3."""
    return f"institution: school\nunits: {{a: {{kind: course, title: A,\n{fields}\n}}}}\n"


def test_a_project_without_mistakes_says_nothing():
    assert said("units:\n") == []
    assert said(unit("credits: 5")) == []


FIELDS = {
    "workload: -1": ['3:11: "-1" is not a number from 0 to 10,000. (bad-number)'],
    "workload: .nan": ['3:11: ".nan" is not a number from 0 to 10,000. (bad-number)'],
    "workload: NaN": ['3:11: "NaN" is not a number from 0 to 10,000. (bad-number)'],
    "workload: 1e999": ['3:11: "1e999" is not a number from 0 to 10,000. (bad-number)'],
    "workload: 10000.1": ['3:11: "10000.1" is not a number from 0 to 10,000. (bad-number)'],
    "workload: {hours: 1_000}": ['3:19: "1_000" is not a number from 0 to 10,000. (bad-number)'],
    "workload: [1]": ["3:11: Here belongs a map with the fields of a workload, not a list. "
                      "(wrong-type)"],
    "credits: '2,5'": ['3:10: "2,5" is not a number from 0 to 500. Write "2.5". (bad-number)'],
    "credits: '2.500,0'": ['3:10: "2.500,0" is not a number from 0 to 500. (bad-number)'],
    "credits: {}": ['3:10: Credits need "ec". (missing-field)'],
    "credits: inf": ['3:10: "inf" is not a number from 0 to 500. (bad-number)'],
    "credits: ٣": ['3:10: "٣" is not a number from 0 to 500. (bad-number)'],
    "learners: 1.5": ['3:11: "1.5" is not a whole number from 0 to 10,000,000. (bad-number)'],
    "terms: [1, 13]": ['3:12: "13" is not a whole number from 1 to 12. (bad-number)'],
    "terms: {year: 1}": ["3:8: Here belongs a whole number from 1 to 12, not a map. (wrong-type)"],
    "assumed: perhaps": ['3:10: Here belongs true or false, not "perhaps". (wrong-type)'],
    "code: [a]": ["3:7: Here belongs a text, not a list. (wrong-type)"],
    "delivery: onsite": ['3:11: There is no delivery called "onsite". Did you mean "on-site"? '
                         "(unknown-name)"],
    "delivery: [online]": ["3:11: Here belongs one of on-site, online, blended, not a list. "
                           "(wrong-type)"],
    "url: www.school.nl": ['3:6: "www.school.nl" is not a web address (http:// or https://). '
                           "(bad-form)"],
    "url: {a: b}": ["3:6: Here belongs a web address (http:// or https://), not a map. "
                    "(wrong-type)"],
    "languages: [English]": ['3:13: "English" is not a language tag such as en, nl or et. '
                             "(bad-form)"],
    "description: [a]": ["3:14: Here belongs a text or a map from language to text, not a list. "
                         "(wrong-type)"],
    "description: {English: a}": ['3:15: "English" is not a language tag. Languages are written '
                                  "en, nl, et, ... (bad-form)"],
    "description: {en: [a]}": ["3:19: Here belongs a text, not a list. (wrong-type)"],
    "description: ' '": ["3:14: This text is empty. Write it, or take the line away. (empty-text)"],
    "description: {}": ["3:14: This text is empty. Write it, or take the line away. (empty-text)"],
    "description: {en: }": ["3:19: This text is empty. Write it, or take the line away. "
                            "(empty-text)"],
    "parts: [\na,\n]": ["2:9: Units are parts of each other: a > a. Take one of these links away. "
                        "(parts-cycle)"],
    "parts: [b, b]": ['3:9: There is no unit called "b". Known: a. (unknown-name)',
                      '3:12: "b" stands in this list already. (twice-in-list)',
                      '3:12: There is no unit called "b". Known: a. (unknown-name)'],
    "outcomes: [o]": ["3:11: Here belongs a map from id to outcome, not a list. (wrong-type)"],
    "outcomes: {a b: }": ['3:12: "a b" is not an id (letters a-z, digits, and single . - _ '
                          "between them). (bad-form)"],
    "colours: red": ['3:1: "colours" says nothing about a unit. Known: assessments, assumed, '
                     "audience, code, credits, delivery and 16 more. (unknown-field)"],
    "credit: 5": ['3:1: "credit" says nothing about a unit. Did you mean "credits"? '
                  "(unknown-field)"],
    "id: b": ['3:1: "id" says nothing about a unit. Did you mean "kind"? (unknown-field)'],
    "requires: {}": ["3:11: A requisite is the id of a unit, or has one key: all, any, co or "
                     "strict-co. (bad-requisite)"],
    "requires: {any: a}": ['3:17: Here belongs a list of requisites, not "a". (wrong-type)'],
    "requires: {al: [a]}": ['3:12: "al" says nothing about a requisite. Did you mean "all"? '
                            "(unknown-field)"],
    "requires: {any: [{}]}": ["3:18: A requisite is the id of a unit, or has one key: all, any, co "
                              "or strict-co. (bad-requisite)"],
    "requires: {co: [a]}": ["3:16: Here belongs the id of one unit, not a list. (wrong-type)"],
    "requires: {any: []}": ['2:9: "a" requires any of no units, which nobody can meet. Name some. '
                            "(requisite-cannot-be-met)"],
}  # fmt: skip


@pytest.mark.parametrize("fields", FIELDS)
def test_what_a_field_cannot_say_is_named_where_it_stands(fields):
    assert said(unit(fields)) == FIELDS[fields]


@pytest.mark.parametrize(
    "fields",
    [
        *("workload: 0", "workload: 10000", "workload: +.5", "workload: {hours: 1e3}"),
        *("assumed: TRUE", "assumed: 'false'", "terms: 1", "terms: [1.0, 2]", "workload:"),
        *("code: NO", "code: 012", "code: ''", "requires: []", "requires: {all: []}"),
        *("description: {nl: Uitleg, en: Text}", "parts:", "outcomes: {o: , p: {}}"),
    ],
)
def test_what_a_field_can_say_is_accepted(fields):
    assert said(unit(fields)) == []


def test_text_that_looks_like_something_else_stays_text():
    reading = read(unit("code: 012, note: NO, description: 1e3"))
    told = reading.catalogue.units["a"]
    assert (told.code, told.note, told.description.show()) == ("012", "NO", "1e3")


def test_a_message_stays_on_one_line_and_quotes_no_more_than_a_line():
    assert said(unit("delivery: 'on\n\n   site'")) == [
        '3:11: There is no delivery called "on site". Did you mean "on-site"? (unknown-name)'
    ]
    assert said(unit(f"url: {'x' * 90}")) == [
        f'3:6: "{"x" * 37}..." is not a web address (http:// or https://). (bad-form)'
    ]


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


def test_an_id_that_stands_twice_names_both_places_also_where_only_case_differs():
    text = "sources: {Report: {title: R}}\nprofiles: {graduate: {title: G, requires: {}}}\n"
    assert said(text) == [
        '1:11: There is another source called "Report" in competencies/base.yaml:13:11 (written '
        '"report" there). Give one of them another id. (duplicate-id)',
        '2:12: There is another profile called "graduate" in competencies/base.yaml:11:12. '
        "Give one of them another id. (duplicate-id)",
    ]


def test_an_id_that_stands_twice_in_one_map_is_a_repeated_name():
    text = "sources:\n  r: {title: R}\n  r: {title: S}\n"
    assert said(text) == [
        '3:3: "r" already stands at line 2, column 3. Delete or rename one of the two. '
        "(duplicate-key)"
    ]


def test_things_of_different_kinds_may_share_an_id():
    assert said("institution: school\nunits: {charts: {kind: course, title: Charts}}\n") == []


def test_cycles_are_written_out_in_the_direction_of_their_links():
    text = """\
competencies:
  a: {title: A, framework: skills, parts: [b], requires: {c: knows}}
  b: {title: B, framework: skills, parts: [c]}
  c: {title: C, framework: skills, parts: [a], requires: {a: knows}}
institutions:
  i: {title: I, part_of: j}
  j: {title: J, part_of: i}
"""
    assert said(text) == [
        "2:3: Competencies are parts of each other: a > b > c > a. Take one of these links away. "
        "(parts-cycle)",
        "2:3: Competencies require each other: a > c > a. Take one of these links away. "
        "(requirement-cycle)",
        "6:3: Institutions are parts of each other: i > j > i. Take one of these links away. "
        "(parts-cycle)",
    ]


def units(**requires: str) -> str:
    """Write a file with units, from line 3, and what each requires."""
    lines = [f"  {each}: {{kind: course, title: T, requires: {r}}}" for each, r in requires.items()]
    return "\n".join(["institution: school", "units:", *lines, ""])


REQUISITES = {
    "a pair of co-requisites": (units(a="{co: b}", b="{strict-co: a}"), []),
    "a cycle with a way around": (units(a="{any: [b, c]}", b="a", c="[]"), []),
    "a unit that needs itself": (units(a="a"), ["3:3: {} a > a. {}"]),
    "three in a circle": (units(a="b", b="[c]", c="{all: [a]}"), ["3:3: {} a > b > c > a. {}"]),
    "a circle of two kinds": (units(a="{co: b}", b="a"), ["3:3: {} a > b > a. {}"]),
    "every way around is a circle": (
        units(a="{any: [b, c]}", b="a", c="a"),
        ["3:3: {} a > b > a. {}", "3:3: {} a > c > a. {}"],
    ),
    "co-requisites behind a circle": (
        units(a="[{co: b}, z]", b="{co: a}", z="z"),
        ["5:3: {} z > z. {}"],
    ),
}


@pytest.mark.parametrize("case", REQUISITES)
def test_requisites_that_keep_everybody_out_are_written_out(case):
    text, lines = REQUISITES[case]
    around = ("Units require each other, so nobody can begin:", "Take one away. (requisite-cycle)")
    assert said(text) == [line.format(*around) for line in lines]


PLANS = {
    "{choose: 3, units: [a, b]}": "4:1: Nobody can choose 3 of 2 units. (group-cannot-be-met)",
    "{credits: 11, units: [a, b]}": "4:1: Nobody can choose 11 EC of units that give 10 EC "
    "together. (group-cannot-be-met)",
    "{credits: 5, units: [a, c]}": "4:1: Students choose 5 EC here, but nobody says how many "
    "credits these units give: c. (credits-not-stated)",
    "{choose: 1, credits: 5, units: [a]}": "4:1: Students choose a number of units or a number of "
    "credits, not both. (bad-group)",
    "{year: 1, units: []}": "4:1: This place of the plan names no units. (empty-group)",
    "{units: [a, b]}, {units: [a]}": '4:18: "a" stands in the plan of "p" already, in '
    "curricula/x.yaml:4:1. A unit stands in a plan once. (unit-twice-in-plan)",
    "{units: [a, a]}": '4:13: "a" stands in this list already. (twice-in-list)',
    "{choose: 2, units: [a, d]}": '4:24: There is no unit called "d". Known: a, b, c. '
    "(unknown-name)",
    "{choose: 0, units: [a]}": '4:10: "0" is not a whole number from 1 to 1,000. (bad-number)',
    "{year: 1}": '4:1: A plan item needs "units". (missing-field)',
    "a": '4:1: Here belongs a map with the fields of a plan item, not "a". (wrong-type)',
    "{credits: 10, units: [a, b]}": "",
    "{choose: 2, units: [a, b]}": "",
}


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_that_nobody_can_follow_is_named(plan):
    of_ten = "{kind: course, title: T, credits: 5}"
    text = (
        "institution: school\n"
        f"units: {{a: {of_ten}, b: {of_ten}, c: {{kind: course, title: T}}}}\n"
        f"programmes: {{p: {{title: P, plan: [\n{plan}]}}}}\n"
    )
    assert said(text) == [line for line in (PLANS[plan],) if line]


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


def test_what_stands_at_the_top_of_a_file_holds_where_nothing_else_is_said():
    text = """\
institution: school
source: [report]
units:
  a: {kind: course, title: A}
  b: {kind: course, title: B, institution: other, source: []}
institutions: {other: {title: Other, source: }}
"""
    reading = read(text)
    assert reading.problems == ()
    told = {u.id: (u.institution, u.sources) for u in reading.catalogue.units.values()}
    assert told == {"a": ("school", ("report",)), "b": ("other", ())}
    assert reading.catalogue.institutions["other"].sources == ()


def test_a_file_may_begin_with_the_programme_or_framework_it_describes():
    text = """\
institution: school
programme: medicine
title: Medicine
degree: bachelor
aims: graduate
learners: 400
plan: {units: a}
units: {a: {kind: course, title: A}}
"""
    catalogue = read(text).catalogue
    programme = catalogue.programmes["medicine"]
    assert programme.where == (FILE, 2, 12, "")
    assert (programme.degree, programme.aims) == ("bachelor", ("graduate",))
    assert [item.units for item in programme.plan] == [("a",)]
    assert catalogue.frameworks["skills"].areas[0].id == "data"
    assert catalogue.competencies["models"].framework == "skills"


def test_an_outcome_passes_status_evidence_and_claimant_on_to_what_it_develops():
    text = unit(
        "outcomes: {o: {status: reviewed, by: dean, evidence: guide, develops: {charts: knows, "
        "models: {level: applies, status: disputed, evidence: }}}}"
    )
    (outcome,) = read(text).catalogue.units["a"].outcomes
    assert [(c.competency, c.status, c.claimed_by, c.evidence) for c in outcome.contributions] == [
        ("charts", "reviewed", "dean", "guide"),
        ("models", "disputed", "dean", ""),
    ]


def test_a_text_that_lacks_a_language_of_the_project_is_a_warning():
    reading = read(
        unit("description: {nl: Uitleg}"), settings='languages = ["nl", "en"]', base="units:\n"
    )
    assert [(str(p), p.severity) for p in reading.problems if p.code == "missing-language"] == [
        (f"{FILE}:2:34: This text is missing in en. (missing-language)", "warning"),
        (f"{FILE}:3:14: This text is missing in en. (missing-language)", "warning"),
    ]


def test_warnings_do_not_keep_a_project_from_being_used(tmp_path):
    files = {FILE: unit("description: {nl: Uitleg}"), "competencies/base.yaml": BASE}
    assert list(load(write(tmp_path, files)).units) == ["a"]


def test_an_error_keeps_a_project_from_being_used_and_comes_with_all_problems(tmp_path):
    files = {FILE: unit("description: {nl: U}, colour: red"), "competencies/base.yaml": BASE}
    with pytest.raises(InvalidProject) as raised:
        load(write(tmp_path, files))
    assert raised.value.problems == list(read_project(tmp_path).problems)
    assert [p.code for p in raised.value.problems] == ["missing-language", "unknown-field"]


def test_problems_are_sorted_and_each_is_told_once():
    reading = read(units(b="[x, x]", a="y"), zz=units(c="x"))
    assert list(reading.problems) == sorted(set(reading.problems))


@given(st.integers(0, 2**32))
def test_it_makes_no_difference_what_stands_in_which_file(seed):
    lines = units(a="b", b="{any: [c, a]}", c="[]").splitlines()[2:]
    chosen = random.Random(seed)
    chosen.shuffle(lines)
    cut = chosen.randint(0, 3)
    head = "institution: school\nunits:\n"
    one, two = (head + "".join(f"{line}\n" for line in part) for part in (lines[:cut], lines[cut:]))
    assert read(one, other=two).catalogue == read(units(a="b", b="{any: [c, a]}", c="[]")).catalogue


def test_reading_the_same_project_twice_says_the_same():
    text = units(a="[b, c]", b="[c, a]", c="[a, b]") + "sources: {s: {}}\n"
    assert said(text) == said(text) != []
