"""Tables to one checked catalogue, and what they say about the project they come from."""

from __future__ import annotations

from collections.abc import Sequence

from curriculum_map.formats.assemble import assemble
from curriculum_map.formats.reading import Reading
from curriculum_map.formats.record import record_of
from curriculum_map.formats.scope import Names, Scope
from curriculum_map.formats.sheet import Sheet
from curriculum_map.formats.tables.kinds import SETTINGS, Kind
from curriculum_map.formats.tables.quick import read_quickly
from curriculum_map.formats.tables.read import Trees, trees
from curriculum_map.formats.tree import Scalar
from curriculum_map.formats.tree import Sequence as Items
from curriculum_map.formats.tree_builder import no_garbage_collection
from curriculum_map.model import Settings
from curriculum_map.model.checks import problems_of
from curriculum_map.problems import Problem

Tables = Sequence[tuple[Sheet, Kind]]
"""Sheets, each with the kind of thing its rows are about."""


def reading_of(tables: Tables, problems: Sequence[Problem] = ()) -> Reading:
    """Read tables that are a whole by themselves.

    Args:
        tables: In any order.
        problems: What was found before.
    """
    with no_garbage_collection():
        settings, wrong = settings_of(tables)
        catalogue = read_quickly(tables, settings)
        if catalogue:
            reading = Reading(catalogue, tuple(problems_of(catalogue)))
        else:
            reading = _read_with_care(tables, settings)
    return Reading(reading.catalogue, tuple(sorted({*problems, *wrong, *reading.problems})))


def _read_with_care(tables: Tables, settings: Settings) -> Reading:
    found = trees(tables, settings.languages[0])
    reading = assemble(found.documents, settings)
    return Reading(reading.catalogue, (*found.problems, *reading.problems))


def settings_of(tables: Tables) -> tuple[Settings, list[Problem]]:
    """Give what tables say about the project; the usual settings where they say nothing."""
    about = [each for each in tables if each[1].name == SETTINGS]
    # Which language a text without one is in stands in the same row.
    languages = _languages(trees(about, "")) or Settings().languages
    found = trees(about, languages[0])
    row = found.project
    if row is None:
        return Settings(), found.problems
    scope = Scope("", Names({}), languages)
    settings = record_of(Settings).read(row, scope)
    if not settings.base.endswith(("/", "#")):
        message = f'"{settings.base}" must end in / or #, so that ids can follow it.'
        scope.problems.append(Problem(row.where(), "bad-form", message))
    wrong = any(each.severity == "error" for each in scope.problems)
    return Settings() if wrong else settings, [*found.problems, *scope.problems]


def _languages(found: Trees) -> tuple[str, ...]:
    said = found.project.entries.get(Scalar("languages")) if found.project else None
    return tuple(map(str, said.items)) if isinstance(said, Items) else ()
