"""Everything that is wrong with a project is said in one go, each mistake once, with its place."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_map.errors import InvalidProject
from curriculum_map.formats.project import load, read_project
from written import BASE, FILE, read, said, unit, units, write


def test_a_project_without_mistakes_says_nothing():
    assert said("units:\n") == []
    assert said(unit("credits: 5")) == []


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
