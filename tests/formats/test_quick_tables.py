"""Tables are read the quick way only where the careful way finds nothing wrong."""

from __future__ import annotations

import copy
import random
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum_map.formats.assemble import assemble
from curriculum_map.formats.csv_files import kind_of, table, write
from curriculum_map.formats.project import load
from curriculum_map.formats.tables.catalogues import settings_of
from curriculum_map.formats.tables.quick import read_quickly
from curriculum_map.formats.tables.read import trees
from curriculum_map.model.checks import problems_of

ROOT = Path(__file__).parents[2]


@cache
def shipped() -> list[Any]:
    """Give the tables of the repository's own project."""
    files = write(load(ROOT), "").document
    tables = [(table(text.encode(), name), kind_of(name)) for name, text in files.items()]
    return [(sheet, kind) for sheet, kind in tables if kind]


def with_care(tables: list[Any]) -> Any:
    about, _ = settings_of(tables)
    found = trees(tables, about.languages[0])
    reading = assemble(found.documents, about)
    return reading.catalogue, {*found.problems, *reading.problems}


def places(thing: Any) -> Any:
    """Give the place of a thing and of everything inside it."""
    if isinstance(thing, tuple) and not hasattr(thing, "_fields"):
        return [places(each) for each in thing]
    if not is_dataclass(thing):
        return None
    return [getattr(thing, "where", None), *(places(getattr(thing, f.name)) for f in fields(thing))]


def test_both_ways_make_the_same_catalogue_with_the_same_places():
    quick = read_quickly(shipped(), settings_of(shipped())[0])
    careful, problems = with_care(shipped())
    assert problems == set()
    assert quick == careful == load(ROOT)
    assert [places(each) for each in quick.units.values()] == [
        places(each) for each in careful.units.values()
    ]
    assert [places(each) for each in quick.programmes.values()] == [
        places(each) for each in careful.programmes.values()
    ]


def damaged(tables: list[Any], chosen: random.Random) -> list[Any]:
    """Change one cell, or take a row twice or away."""
    made = [(copy.copy(sheet), kind) for sheet, kind in tables]
    at = chosen.randrange(len(made))
    sheet, _ = made[at]
    rows = [list(row) for row in sheet.rows]
    row = chosen.randrange(len(rows))
    column = chosen.randrange(len(rows[row]))
    other = chosen.choice(rows)
    change = chosen.choice(("empty", "other", "noise", "repeat", "remove"))
    if change == "repeat":
        rows.append(list(rows[row]))
    elif change == "remove":
        del rows[row]
    else:
        text = {"empty": "", "other": other[column], "noise": "x; y (z"}[change]
        rows[row][column] = text
    object.__setattr__(sheet, "rows", rows)
    object.__setattr__(sheet, "lines", range(1, len(rows) + 1))
    return made


@settings(max_examples=15)
@given(st.integers(0, 2**32))
def test_what_is_read_quickly_is_what_care_would_have_read(seed):
    tables = damaged(shipped(), random.Random(seed))
    about, wrong = settings_of(tables)
    quick = read_quickly(tables, about)
    if quick is not None:
        careful, problems = with_care(tables)
        assert quick == careful
        assert problems == {*wrong, *problems_of(quick)}
