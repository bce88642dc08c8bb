"""The longest chain of requisites through a node, step by step."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from curriculum_map.analysis.metrics import metrics
from curriculum_map.graph import Steps, build, chains
from curriculum_map.model import Catalogue, by_id
from sample import all_of, any_of, catalogue, co, competency, pre, unit
from strategies import catalogues


def chain(built: Catalogue, node: str) -> list[str]:
    """Follow the steps from a node to both ends."""
    steps = chains(build(built))
    found = [node]
    while found[0] in steps and steps[found[0]].before:
        found.insert(0, steps[found[0]].before)
    while found[-1] in steps and steps[found[-1]].after:
        found.append(steps[found[-1]].after)
    return found


def test_the_longest_of_several_chains_is_followed():
    built = catalogue(
        unit("a"),
        unit("b", requires=pre("a")),
        unit("short"),
        unit("c", requires=all_of(pre("short"), pre("b"))),
        unit("d", requires=any_of(pre("c"), pre("short"))),
    )
    assert chain(built, "unit:b") == ["unit:a", "unit:b", "unit:c", "unit:d"]
    assert chain(built, "unit:short") == ["unit:short", "unit:c", "unit:d"]


def test_of_chains_of_one_length_the_first_in_the_graph_is_followed():
    built = catalogue(unit("a"), unit("b"), unit("c", requires=all_of(pre("b"), pre("a"))))
    assert chains(build(built))["unit:c"] == Steps("unit:a", "")


def test_competencies_have_chains_of_their_own():
    built = catalogue(competency("law"), competency("privacy", requires={"law": 1}))
    assert chain(built, "competency:law") == ["competency:law", "competency:privacy"]


def test_what_needs_each_other_puts_nothing_first():
    built = catalogue(
        unit("start"),
        unit("lecture", requires=all_of(co("practical"), pre("start"))),
        unit("practical", requires=co("lecture")),
    )
    assert chains(build(built)) == {
        "unit:lecture": Steps("unit:start", ""),
        "unit:start": Steps("", "unit:lecture"),
    }


def test_without_requisites_there_are_no_chains():
    assert chains(build(catalogue(unit("a"), unit("b")))) == {}
    assert chains(build(Catalogue())) == {}


@settings(max_examples=25)
@given(catalogues())
def test_a_chain_is_as_long_as_the_delay_factor_of_the_metrics(built):
    # The metrics hand what a part requires on to the whole, which a graph of links does not.
    units = {name: replace(each, parts=()) for name, each in built.units.items()}
    loose = replace(built, units=by_id(units))
    delays = {row["unit"]: row["delay"] for row in metrics(loose).records()}
    assert {name: len(chain(loose, f"unit:{name}")) for name in units} == delays
