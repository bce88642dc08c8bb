"""How far a programme takes its students, and what that is compared with."""

from __future__ import annotations

import pytest

from curriculum_map.analysis import contributions, coverage, figures, gaps, matrix
from curriculum_map.errors import UnknownName
from sample import (
    catalogue,
    competency,
    crosswalk,
    exam,
    examined,
    framework,
    item,
    profile,
    programme,
    scale,
    teaches,
    unit,
)


def reached(*things, competency: str = "vis") -> tuple[int, int]:
    """Give what some student and what every student of the one programme is taught."""
    asked = catalogue(*things, profile("asked", **{competency: 1}))
    row, *_ = (r for r in coverage(asked, profile="asked").records() if r["required"])
    return row["possible"], row["guaranteed"]


def test_the_highest_level_among_required_units_counts():
    low, high = unit("low", teaches("vis", 1)), unit("high", teaches("vis", 3))
    assert reached(low, high, programme("m", item("low", "high"))) == (3, 3)


def test_a_unit_outside_every_plan_brings_nothing():
    units = [unit("in", teaches("vis", 1)), unit("out", teaches("vis", 4))]
    assert reached(*units, programme("m", item("in"))) == (1, 1)


def test_a_unit_brings_what_its_parts_bring_all_the_way_down():
    units = [unit("a", parts=["b"]), unit("b", parts=["c"]), unit("c", teaches("vis", 2))]
    assert reached(*units, programme("m", item("a"))) == (2, 2)


@pytest.mark.parametrize(
    ("choose", "guaranteed"),
    [(1, 0), (2, 1), (3, 3)],
)
def test_who_chooses_some_units_is_sure_of_the_level_that_too_few_lie_below(choose, guaranteed):
    units = [unit("none"), unit("low", teaches("vis", 1)), unit("high", teaches("vis", 3))]
    plan = item("none", "low", "high", choose=choose)
    assert reached(*units, programme("m", plan)) == (3, guaranteed)


@pytest.mark.parametrize(
    ("ec", "guaranteed"),
    [(0, 0), (5, 0), (5.5, 1), (10, 1), (11, 3), (20, 3)],
)
def test_who_chooses_credits_is_sure_of_the_level_below_which_they_do_not_add_up(ec, guaranteed):
    units = [
        unit("none", ec=5),
        unit("low", teaches("vis", 1), ec=5),
        unit("high", teaches("vis", 3), ec=10),
    ]
    plan = item("none", "low", "high", credits=ec)
    assert reached(*units, programme("m", plan)) == (3, guaranteed)


def test_a_tenth_and_two_tenths_of_a_credit_fill_a_group_of_three_tenths():
    units = [unit(f"u{n}", ec=ec) for n, ec in enumerate([0.1, 0.2])]
    high = unit("high", teaches("vis", 3), ec=0.3)
    assert reached(*units, high, programme("m", item("u0", "u1", "high", credits=0.3))) == (3, 0)


def test_parts_together_make_the_whole_and_the_lowest_chain_holds_it_down():
    things = catalogue(
        competency("vis", "plots", "colour"),
        unit("a", teaches("plots", 3), teaches("colour", 1)),
        programme("m", item("a"), aims="p"),
        profile("p", vis=2),
    )
    (row,) = coverage(things).records()
    assert (row["guaranteed"], row["chain"], row["contributions"]) == (1, "vis > colour", 2)
    assert (row["state"], row["guaranteed_level"]) == ("below", "knows")


def test_a_claim_on_the_whole_counts_for_every_chain():
    whole = competency("vis", "plots", "colour")
    units = [unit("a", teaches("vis", 2)), unit("b", teaches("plots", 3))]
    assert reached(whole, *units, programme("m", item("a", "b"))) == (2, 2)


def test_electives_that_mix_the_whole_and_its_parts_still_guarantee_the_level():
    whole = competency("vis", "plots", "colour")
    units = [
        unit("all-of-it", teaches("vis", 2)),
        unit("parts", teaches("plots", 2), teaches("colour", 2)),
    ]
    plan = item("all-of-it", "parts", choose=1)
    assert reached(whole, *units, programme("m", plan)) == (2, 2)


def test_parts_that_compete_for_one_choice_are_an_upper_bound_of_what_is_possible():
    whole = competency("vis", "plots", "colour")
    units = [unit("a", teaches("plots", 2)), unit("b", teaches("colour", 2))]
    assert reached(whole, *units, programme("m", item("a", "b", choose=1))) == (2, 0)


def test_a_lattice_of_shared_parts_costs_little():
    # 2 to the power of 40 chains.
    pairs = [(f"a{n}", f"b{n}") for n in range(41)]
    lattice = [competency(each, *pairs[n + 1]) for n in range(40) for each in pairs[n]]
    taught = [teaches(each, 2 if n == 7 else 1) for n, pair in enumerate(pairs) for each in pair]
    top = competency("top", *pairs[0])
    things = [top, *lattice, unit("u", *taught), programme("m", item("u"), aims="p")]
    rows = coverage(catalogue(*things, profile("p", top=1))).records()
    assert [(row["competency"], row["guaranteed"]) for row in rows] == [("top", 2)]


def assessed(*things) -> tuple[int, int]:
    """Give what some student and what every student is assessed on."""
    (row,) = coverage(catalogue(*things)).records()
    return row["assessed_possible"], row["assessed"]


def test_an_outcome_is_assessed_by_its_unit_or_by_any_part_of_the_same_planned_unit():
    whole = unit("whole", parts=["lecture", "test"])
    lecture, test = unit("lecture", teaches("vis", 2)), unit("test", exam("lecture/vis"))
    assert assessed(whole, lecture, test, programme("m", item("whole"))) == (2, 2)


def test_an_assessment_in_a_unit_that_every_student_takes_counts_for_everybody():
    lecture, test = unit("lecture", teaches("vis", 2)), unit("test", exam("lecture/vis"))
    assert assessed(lecture, test, programme("m", item("lecture"), item("test"))) == (2, 2)


def test_an_assessment_in_an_elective_counts_for_some_student_only():
    lecture, test = unit("lecture", teaches("vis", 2)), unit("test", exam("lecture/vis"))
    plan = [item("lecture"), item("test", "free", choose=1)]
    assert assessed(lecture, test, unit("free"), programme("m", *plan)) == (2, 0)


def test_an_elective_without_which_the_credits_do_not_add_up_is_taken_by_everybody():
    big = unit("big", *examined("vis", 2), ec=10)
    plan = item("big", "small", credits=8)
    assert assessed(big, unit("small", ec=5), programme("m", plan)) == (2, 2)


def test_states_are_the_first_that_holds():
    things = catalogue(
        unit("core", teaches("low", 1), teaches("untested", 2), *examined("fine", 2)),
        unit("a", *examined("chosen", 2)),
        unit("b", *examined("bonus", 2)),
        programme("m", item("core"), item("a", "b", choose=1), aims="p"),
        profile("p", low=2, untested=2, fine=2, chosen=2, missing=2),
    )
    rows = coverage(things).records()
    assert {row["competency"]: row["state"] for row in rows} == {
        "bonus": "extra",
        "chosen": "elective-only",
        "fine": "met",
        "low": "below",
        "missing": "absent",
        "untested": "not-assessed",
    }


def test_parts_of_a_required_competency_are_not_extra():
    things = catalogue(
        competency("vis", "plots"),
        unit("a", teaches("plots", 1), teaches("law", 1)),
        programme("m", item("a"), aims="p"),
        profile("p", vis=1),
    )
    rows = coverage(things).records()
    assert [(row["competency"], row["state"]) for row in rows] == [
        ("law", "extra"),
        ("vis", "not-assessed"),
    ]


def test_levels_of_another_scale_count_as_their_crosswalk_says():
    bloom = scale("bloom", "recalls", "applies")
    walk = crosswalk("bloom", "miller", applies="shows-how")
    a = unit("a", teaches("vis", "bloom/applies"), teaches("law", "bloom/recalls"))
    things = [bloom, walk, a, programme("m", item("a"))]
    assert reached(*things) == (3, 3)
    assert reached(*things, competency="law") == (0, 0)


def test_a_level_that_counts_as_none_still_touches_the_competency():
    bloom = scale("bloom", "recalls", "applies")
    things = catalogue(
        bloom,
        crosswalk("bloom", "miller", applies="shows-how"),
        unit("a", teaches("vis", "bloom/recalls")),
        programme("m", item("a"), aims="p"),
        profile("p", vis=1),
    )
    assert figures(things).column("count") == [1, 0, 0, 0]


def test_level_ids_are_those_of_the_scale_the_competency_is_measured_on():
    things = catalogue(
        scale("bloom", "recalls", "applies"),
        framework("other", scale="bloom"),
        competency("vis", framework="other", area=""),
        unit("a", teaches("vis", "bloom/applies")),
        programme("m", item("a")),
    )
    (row,) = coverage(things).records()
    assert (row["possible"], row["possible_level"], row["required_level"]) == (2, "applies", "")


def test_a_programme_is_compared_with_each_profile_it_aims_at():
    things = catalogue(
        unit("a", teaches("vis", 1)),
        programme("m", item("a"), aims="second first"),
        profile("first", vis=1),
        profile("second", law=1),
    )
    rows = coverage(things).records()
    assert [(row["profile"], row["competency"], row["state"]) for row in rows] == [
        ("first", "vis", "not-assessed"),
        ("second", "law", "absent"),
        ("second", "vis", "extra"),
    ]


def test_a_named_profile_takes_the_place_of_those_aimed_at():
    things = catalogue(
        programme("m", aims="first"),
        programme("n"),
        profile("first", vis=1),
        profile("other", law=1),
    )
    rows = coverage(things, profile="other").records()
    assert [(row["programme"], row["profile"], row["competency"]) for row in rows] == [
        ("m", "other", "law"),
        ("n", "other", "law"),
    ]


def test_a_programme_without_aims_has_extra_rows_only_and_no_figures():
    things = catalogue(unit("a", teaches("vis", 1)), programme("m", item("a")))
    assert coverage(things).column("state") == ["extra"]
    assert figures(things).rows == ()


def test_where_nothing_is_required_the_share_is_none_of_none():
    things = catalogue(programme("m", aims="p"), profile("p"))
    rows = figures(things).records()
    assert [(row["count"], row["of"], row["share"]) for row in rows] == [(0, 0, 0.0)] * 4


def test_the_four_figures_count_and_say_what_is_only_suggested():
    things = catalogue(
        unit("core", *examined("fine", 2), teaches("untested", 2, status="suggested")),
        unit("a", teaches("chosen", 2, status="disputed"), teaches("chosen-too", 1)),
        unit("b"),
        programme("m", item("core"), item("a", "b", choose=1), aims="p"),
        profile("p", fine=2, untested=2, chosen=2, chosen_too=2, missing=2),
    )
    rows = figures(things).records()
    assert [(row["figure"], row["count"], row["of"], row["suggested"]) for row in rows] == [
        ("touched", 4, 5, 2),
        ("possible", 3, 5, 2),
        ("guaranteed", 2, 5, 1),
        ("assessed", 1, 5, 0),
    ]
    assert [row["share"] for row in rows] == [0.8, 0.6, 0.4, 0.2]


@pytest.mark.parametrize(
    ("only", "level"), [("", 4), ("suggested", 3), ("declared", 2), ("reviewed", 1)]
)
def test_only_keeps_what_is_at_least_as_sure(only, level):
    claims = ["disputed", "suggested", "declared", "reviewed"]
    units = [unit(s, teaches("vis", 4 - n, status=s)) for n, s in enumerate(claims)]
    things = catalogue(*units, programme("m", item(*claims)))
    assert coverage(things, only=only).column("possible") == [level]


@pytest.mark.parametrize("ask", [coverage, figures, gaps, contributions])
def test_an_unknown_programme_is_refused_with_a_way_out(ask):
    with pytest.raises(UnknownName) as error:
        ask(catalogue(programme("medicine")), ["medicin"])
    assert str(error.value) == ('There is no programme called "medicin". Did you mean "medicine"?')


def test_the_matrix_of_an_unknown_programme_is_refused():
    with pytest.raises(UnknownName) as error:
        matrix(catalogue(), "medicine")
    assert str(error.value) == 'There is no programme called "medicine". None is defined.'


@pytest.mark.parametrize("ask", [coverage, figures, gaps])
def test_an_unknown_profile_is_refused_with_a_way_out(ask):
    with pytest.raises(UnknownName) as error:
        ask(catalogue(profile("steward", vis=1)), profile="stewart")
    assert str(error.value) == 'There is no profile called "stewart". Did you mean "steward"?'


@pytest.mark.parametrize("ask", [coverage, figures, gaps, contributions])
def test_an_unknown_status_is_refused_with_those_there_are(ask):
    with pytest.raises(UnknownName) as error:
        ask(catalogue(), only="perfect")
    assert str(error.value) == (
        'There is no status called "perfect". Known: declared, disputed, reviewed, suggested.'
    )


@pytest.mark.parametrize("ask", [coverage, figures, gaps, contributions])
def test_an_empty_answer_has_the_columns_and_types_of_a_full_one(ask):
    full = catalogue(
        unit("a", teaches("vis", 1)), programme("m", item("a"), aims="p"), profile("p", vis=2)
    )
    assert len(ask(full)) > 0
    empty = ask(catalogue())
    assert len(empty) == 0
    assert dict(empty.frame().dtypes) == dict(ask(full).frame().dtypes)
