"""Programmes and profiles side by side: what each requires and reaches, and what they share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, groupby
from typing import Any

from curriculum_map.analysis.index import Index, index_of
from curriculum_map.analysis.sides import Side, sides_of
from curriculum_map.analysis.speech import Speech
from curriculum_map.analysis.table import Table
from curriculum_map.model import Catalogue

COLUMNS = {
    "programme": "string",
    "profile": "string",
    "area": "string",
    "competency": "string",
    "required": "int64",
    "possible": "int64",
    "guaranteed": "int64",
    "assessed": "int64",
    "state": "string",
    "required_level": "string",
    "possible_level": "string",
    "guaranteed_level": "string",
    "assessed_level": "string",
}
OVERLAP = {
    "one": "string",
    "other": "string",
    "both": "int64",
    "same_level": "int64",
    "one_higher": "int64",
    "other_higher": "int64",
    "one_only": "int64",
    "other_only": "int64",
    "share": "float64",
    "share_same_level": "float64",
}

_DECIDES = {"below": "possible_level", "not-assessed": "assessed_level"}
"""The figure that decides on a state, where it is not what is guaranteed."""


def compare(
    catalogue: Catalogue, names: Iterable[str], *, profile: str = "", only: str = ""
) -> Table:
    """Put programmes and profiles side by side.

    Args:
        catalogue: A checked catalogue.
        names: Ids of programmes or profiles, in the order wanted; an id that both have is the
            programme.
        profile: The role profile every programme is compared with; empty means those it aims
            at, taken together: the highest level any of them requires.
        only: The weakest status of contributions that count, `declared` or `reviewed`; empty
            lets all count.

    Returns:
        For each competency that any of them requires or teaches one row for each of them, by
        competency id and then in the order asked. A competency that is required and absent has
        its rows like any other.

        - ``programme``: empty in the rows of a profile; ``profile``: the profile, or those a
          programme is compared with, joined by ``, ``
        - the other columns are those of `coverage`; what is neither required nor taught is 0
        - ``state``: one of `definitions.STATES` or `definitions.SIDES`

    Raises:
        UnknownName: If there is no such programme, profile or status.
    """
    index = index_of(catalogue, only)
    sides = sides_of(index, names, profile)
    known = sorted({competency for side in sides for competency in side.competencies})
    rows = (_row(index, side, competency) for competency in known for side in sides)
    return Table("compare", COLUMNS, tuple(rows))


def _row(index: Index, side: Side, competency: str) -> tuple[object, ...]:
    reached, required = side.reached(competency), side.required.get(competency, 0)
    figures = (reached.possible, reached.guaranteed, reached.assessed) if reached else ()
    ranks = (required, *(figure.rank for figure in figures)) if figures else (required, 0, 0, 0)
    return (
        side.name if side.course else "",
        ", ".join(side.profiles),
        index.catalogue.competencies[competency].area,
        competency,
        *ranks,
        side.state(competency),
        *(index.level_id(rank, competency) for rank in ranks),
    )


def side_by_side(compared: Table, *, language: str = "") -> Table:
    """Lay the answer of `compare` out for people.

    Args:
        compared: The answer.
        language: What the cells speak, one of `sentences.LANGUAGES`; empty means English. States
            and levels stay the words they are named by.

    Returns:
        One row for each competency. Beside ``competency`` one column for each programme or
        profile, called after it, with the state and what decides on it, such as
        `below: knows of does`; a dash for what is neither required nor taught.

    Raises:
        UnknownName: If answers do not speak the language.
    """
    speech = Speech(language)
    rows = [list(group) for _, group in groupby(compared.records(), key=lambda r: r["competency"])]
    heads = [_heading(row) for row in rows[0]] if rows else []
    cells = ((row[0]["competency"], *(_cell(each, speech) for each in row)) for row in rows)
    columns = dict.fromkeys(["competency", *heads], "string")
    return Table("side_by_side", columns, tuple(cells))


def _heading(row: dict[str, Any]) -> str:
    # An id holds no blank, so no heading is the same as another one.
    name, kind = row["programme"], "programme"
    return f"{kind} {name}" if name else f"profile {row['profile']}"


def _cell(row: dict[str, Any], speech: Speech) -> str:
    state, required = row["state"], row["required_level"]
    if state == "none":
        return "-"
    if state in ("required", "absent"):
        return f"{state}: {required}"
    reached = row[_DECIDES.get(state, "guaranteed_level")] or speech.say("nothing")
    if state in ("extra", "part"):
        return f"{state}: {reached}"
    return speech.say("cell", state=state, reached=reached, required=required)


def overlap(
    catalogue: Catalogue, names: Iterable[str], *, profile: str = "", only: str = ""
) -> Table:
    """Count what each two programmes or profiles have in common, by competency and level.

    Counted are the competencies of the rows of `compare` that a programme takes some student
    to a level in, or that a profile requires at one.

    Args:
        catalogue: A checked catalogue.
        names: As for `compare`.
        profile: As for `compare`.
        only: As for `compare`.

    Returns:
        One row for each pair, in the order asked; none for fewer than two.

        - ``both``: competencies both have, ``same_level`` of them at the same level,
          ``one_higher`` and ``other_higher`` at different ones
        - ``one_only``, ``other_only``: those only one has
        - ``share``, ``share_same_level``: ``both`` and ``same_level`` out of all that either
          has, from 0 to 1; 0.0 where neither has any

    Raises:
        UnknownName: If there is no such programme, profile or status.
    """
    index = index_of(catalogue, only)
    sides = sides_of(index, names, profile)
    known = sorted({competency for side in sides for competency in side.competencies})
    levels = {side.name: [_level(side, competency) for competency in known] for side in sides}
    rows = ((one, other, *_shared(levels[one], levels[other])) for one, other in _pairs(levels))
    return Table("overlap", OVERLAP, tuple(rows))


def _pairs(names: Iterable[str]) -> Iterable[tuple[str, str]]:
    return combinations(names, 2)


def _level(side: Side, competency: str) -> int:
    reached = side.reached(competency)
    return reached.possible.rank if reached else side.required.get(competency, 0)


def _shared(one: Sequence[int], other: Sequence[int]) -> tuple[object, ...]:
    had = [pair for pair in zip(one, other, strict=True) if any(pair)]
    both = [(a, b) for a, b in had if a and b]
    same = sum(a == b for a, b in both)
    return (
        len(both),
        same,
        sum(a > b for a, b in both),
        sum(a < b for a, b in both),
        sum(not b for _, b in had),
        sum(not a for a, _ in had),
        len(both) / len(had) if had else 0.0,
        same / len(had) if had else 0.0,
    )
