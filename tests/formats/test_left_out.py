"""What a profile does not carry is listed by the field and the thing that loses it."""

from __future__ import annotations

from dataclasses import replace

from curriculum_map.formats.rdf.left_out import left_out
from curriculum_map.model import Credits, Identifier, Institution, Outcome, Unit
from sample import catalogue, examined, profile, teaches, text, unit

WHY = "There is no place for it."


def lost(carried, *things, **seen):
    """Give the kind and name of what is lost, apart from what every sample has."""
    listed = sorted(left_out(catalogue(*things), carried, WHY, seen))
    assert {each.reason for each in listed} <= {WHY}
    quiet = ("competency", "framework", "scale", "institution")
    return [(each.kind, each.name) for each in listed if each.kind not in quiet]


def test_a_class_that_is_not_carried_is_lost_thing_by_thing():
    assert lost({}, unit("law"), profile("basic", vis=1)) == [("profile", "basic"), ("unit", "law")]


def test_a_field_that_says_something_and_is_not_carried_is_lost():
    law = unit("law", teaches("vis", 1), ec=5, code="L1", terms=(2,), note="Well.")
    carried = {Unit: ("id", "title", "institution", "unit_kind", "credits", "outcomes")}
    assert lost(carried, law) == [("code", "law"), ("note", "law"), ("terms", "law")]


def test_what_stands_inside_is_found_by_its_own_id():
    told = replace(teaches("vis", 1), quote="So it is.")
    law = replace(unit("law", told, ec=5), credits=Credits(ec=5, assumed=True))
    carried = {
        Unit: ("id", "title", "institution", "unit_kind", "credits", "outcomes"),
        Outcome: ("id", "text"),
        Credits: ("ec",),
    }
    assert lost(carried, law) == [
        ("assumed", "law"),
        ("contributions", "law/vis"),
        ("quote", "law/vis"),
    ]


def test_nothing_is_said_of_what_was_not_written():
    law, art = (unit(name, *examined("vis", 1)) for name in ("law", "art"))
    carried = {Unit: ("id", "title", "institution", "unit_kind", "outcomes")}
    assert lost(carried, law, art, units={"art"}) == [("assessments", "art")]


def test_a_name_in_a_register_is_found_by_the_register():
    school = Institution(
        id="school", title=text("School"), identifiers=(Identifier(scheme="ror", value="1"),)
    )
    carried = {Institution: ("id", "title", "identifiers"), Identifier: ("scheme",)}
    assert lost(carried, school) == [("value", "school/ror")]
