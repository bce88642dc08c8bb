"""Where things stand on the map: boxes in boxes."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings

from curriculum_map.graph import CELL, FINE_CELL, Box, boxes, build, homes
from curriculum_map.model import Catalogue
from sample import catalogue, item, programme, unit
from shown import medicine
from strategies import catalogues


def placed(built: Catalogue) -> tuple[dict[str, Box], dict[str, str]]:
    graph = build(built)
    inside = homes(graph)
    return boxes(graph, inside), inside


def apart(one: Box, other: Box) -> bool:
    return (
        one.x + one.width <= other.x
        or other.x + other.width <= one.x
        or one.y + one.height <= other.y
        or other.y + other.height <= one.y
    )


@settings(max_examples=15)
@given(catalogues())
def test_everything_stands_inside_its_box_below_the_title_and_nothing_over_another(built):
    places, inside = placed(built)
    assert list(places) == list(inside)
    within: dict[str, list[Box]] = {}
    for node, box in places.items():
        within.setdefault(inside[node], []).append(box)
        if home := inside[node]:
            outer = places[home]
            assert outer.x < box.x
            assert outer.y + 20 < box.y
            assert box.x + box.width < outer.x + outer.width
            assert box.y + box.height < outer.y + outer.height
    for siblings in within.values():
        assert all(apart(one, other) for one, other in combinations(siblings, 2))


def test_what_stands_in_a_competency_is_smaller_so_that_it_is_hardly_larger_than_others():
    places, _ = placed(medicine())
    assert places["competency:law"][2:] == CELL
    assert places["concept:https://esco.example/1"][2:] == FINE_CELL
    assert places["competency:eHealth"][2:] == CELL


def test_units_stand_in_rows_that_are_wider_than_high():
    names = [f"u{number}" for number in range(24)]
    places, _ = placed(catalogue(*map(unit, names), programme("p", item(*names))))
    box = places["programme:p"]
    assert box.width > box.height
    assert len({places[f"unit:{name}"].y for name in names}) > 2


def test_who_teaches_stands_left_of_what_is_to_be_learnt():
    places, _ = placed(medicine())
    school, framework = places["institution:school"], places["framework:framework"]
    assert school.x + school.width < framework.x


def test_nothing_has_no_boxes():
    assert placed(Catalogue()) == ({}, {})
