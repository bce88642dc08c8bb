"""A newer version of what was imported is put together with what the project made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum_map.formats.merging import Change, merge
from curriculum_map.model import COLLECTIONS, Alignment, Catalogue, Competency, Text, by_id
from curriculum_map.problems import Where
from sample import catalogue, competency, titled
from strategies import catalogues

some = settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
)


def skos(name: str) -> Alignment:
    return Alignment(relation="close", target=f"https://example.org/{name}")


def of(one: Competency) -> Catalogue:
    return Catalogue(competencies=by_id({one.id: one}))


def merged(base: Competency, ours: Competency, theirs: Competency) -> Competency:
    """Merge one competency, which nobody changed on both sides."""
    found = merge(of(base), of(ours), of(theirs))
    assert all(each.what == "changed" for each in found.changes)
    return found.catalogue.competencies[base.id]


CHARTS = competency("charts", alignments=(skos("a"), skos("b")))


@some
@given(base=catalogues(), theirs=catalogues())
def test_what_nobody_touched_becomes_what_the_source_says_and_keeps_what_is_gone(base, theirs):
    found = merge(base, base, theirs).catalogue
    for name in COLLECTIONS:
        assert getattr(found, name) == {**getattr(base, name), **getattr(theirs, name)}


@some
@given(base=catalogues(), ours=catalogues())
def test_a_source_that_did_not_change_changes_nothing(base, ours):
    found = merge(base, ours, base)
    assert found.catalogue == ours
    assert {each.what for each in found.changes} == set()


@some
@given(base=catalogues(), ours=catalogues())
def test_what_both_changed_alike_is_no_conflict(base, ours):
    found = merge(base, ours, ours)
    assert (found.catalogue, found.changes) == (ours, ())


@some
@given(catalogues(), catalogues(), catalogues())
def test_nothing_that_we_said_is_lost(base, ours, theirs):
    before, kept = set(said(base)), set(said(merge(base, ours, theirs).catalogue))
    assert set(said(ours)) - before <= kept


@some
@given(catalogues(), catalogues(), catalogues())
def test_merging_the_same_again_changes_nothing(base, ours, theirs):
    once = merge(base, ours, theirs).catalogue
    again = merge(base, once, theirs)
    assert again.catalogue == once
    assert {each.what for each in again.changes} <= {"gone", "both"}


def said(given: Catalogue) -> Iterator[tuple[Any, ...]]:
    """Give every text, name and number that is said of a thing, and of what is inside it."""
    for collection in COLLECTIONS:
        for name, thing in getattr(given, collection).items():
            yield collection, name
            for each in fields(thing):
                for value in inside(getattr(thing, each.name)):
                    yield collection, name, each.name, value


def inside(value: Any) -> Iterator[Any]:
    if isinstance(value, Text):
        yield from value.values
    elif isinstance(value, tuple) and all(isinstance(each, str) for each in value):
        yield from value
    elif isinstance(value, str) and value:
        yield value


@given(st.permutations(["title", "definition", "code", "note"]), st.integers(1, 3))
def test_changes_of_different_fields_are_all_kept(order, ours):
    new: dict[str, Any] = {
        "title": titled("new"),
        "definition": titled("meaning"),
        "code": "C",
        "note": "N",
    }
    mine = {name: new[name] for name in order[:ours]}
    theirs = {name: new[name] for name in order[ours:]}
    found = merged(CHARTS, replace(CHARTS, **mine), replace(CHARTS, **theirs))
    assert found == replace(CHARTS, **new)


def test_a_translation_of_ours_stays_beside_a_title_that_changed():
    old, dutch = Text((("en", "Charts"),)), ("nl", "Grafieken")
    base = replace(CHARTS, title=old)
    ours = replace(base, title=Text((*old.values, dutch)))
    theirs = replace(base, title=Text((("en", "Diagrams"),)))
    assert merged(base, ours, theirs).title == Text((("en", "Diagrams"), dutch))


def test_a_mapping_of_ours_stays_and_theirs_come_and_go():
    ours = replace(CHARTS, alignments=(skos("mine"), *CHARTS.alignments))
    theirs = replace(CHARTS, alignments=(skos("b"), skos("c")))
    found = merged(CHARTS, ours, theirs)
    assert found.alignments == (skos("mine"), skos("b"), skos("c"))


def test_what_we_deleted_stays_deleted():
    found = merge(of(CHARTS), Catalogue(), of(CHARTS))
    assert (found.catalogue, found.changes) == (Catalogue(), ())


def test_what_both_changed_stays_ours_and_is_told_with_its_place_and_both_texts():
    ours = replace(CHARTS, title=titled("plots"), where=Where("competencies/x.yaml", 7, 3))
    found = merge(of(CHARTS), of(ours), of(replace(CHARTS, title=titled("diagrams"))))
    assert found.catalogue == of(ours)
    (change,) = found.changes
    assert str(change.problem()) == (
        'competencies/x.yaml:7:3: The title/en of the competency "charts" was changed here and in '
        'the source. Kept is "Plots"; the source says "Diagrams". (changed-twice)'
    )


def test_changes_are_listed_in_words():
    base = catalogue(competency("charts"), competency("gone"))
    theirs = catalogue(competency("charts", title=titled("diagrams")), competency("new"))
    assert [str(each) for each in merge(base, base, theirs).changes] == [
        'changed: competency "charts", title/en: "Charts" → "Diagrams"',
        'gone from the source, kept here: competency "gone", "Gone"',
        'added: competency "new", "New"',
    ]


def test_a_change_is_told_by_path_and_texts():
    (change,) = merge(of(CHARTS), of(CHARTS), of(replace(CHARTS, code="C"))).changes
    assert change == Change("changed", "competency", "charts", "code", "", "C", None)
