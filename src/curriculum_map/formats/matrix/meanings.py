"""A guess of what the codes of a matrix mean, with what is unsure of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from curriculum_map.formats.made_ids import id_of_words
from curriculum_map.formats.matrix.declaration import UNKNOWN, Code, ScaleInFile, Step
from curriculum_map.formats.matrix.layout import atoms
from curriculum_map.formats.matrix.matching import folded
from curriculum_map.formats.matrix.vocabulary import ASSESSED, FAMILIES, NOTHING, Family
from curriculum_map.model import Catalogue, Scale, Text


class Meaning(NamedTuple):
    """A guess.

    Attributes:
        scale: Id of the scale.
        scales: The scale, if the project does not have it.
        codes: What each code means; a level that nobody knows is `?`.
        unsure: What somebody has to look at, one sentence each.
    """

    scale: str
    scales: tuple[ScaleInFile, ...]
    codes: tuple[Code, ...]
    unsure: Sequence[str]


def meaning_of(
    cells: Iterable[str], legend: Mapping[str, str], language: str, project: Catalogue | None
) -> Meaning:
    """Guess what the codes in some cells mean.

    Args:
        cells: The texts of the cells.
        legend: What a legend says of codes in lower case.
        language: That of the file, for titles of levels.
        project: What the project has: its scale is meant if the codes are names of its levels.
    """
    spelled = _spelled(cells)
    for scale in (project.scales if project else {}).values():
        named = _names(scale)
        if spelled.keys() - {"*", *NOTHING} <= named.keys():
            return _read(spelled, named, scale.id, (), legend)
    family = _family(spelled.keys(), legend)
    known = dict(family.codes)
    steps = dict(family.levels)
    for code, typed in spelled.items():
        if code in known and known[code] and len(code) > 1 and language != "en":
            steps[known[code]] = typed
        if ASSESSED.match(code):
            known[code] = ""
        if words := legend.get(code):
            known[code] = "" if ASSESSED.search(words) else id_of_words(words)
            steps |= {known[code]: words} if known[code] else {}
    used = {known.get(code, "") for code in spelled}
    levels = tuple(
        Step(id=step, title=Text(((language, title),)))
        for step, title in steps.items()
        if step in used or (step in dict(family.levels) and not legend)
    )
    title = Text(((language, family.title),))
    scales = (ScaleInFile(id=family.name, title=title, levels=levels),) if levels else ()
    return _read(spelled, known, family.name, scales, legend)


def _spelled(cells: Iterable[str]) -> dict[str, str]:
    """Give each code in lower case and as it is typed first."""
    found: dict[str, str] = {}
    for text in cells:
        for atom in atoms(text):
            at = folded(text).find(atom)
            found.setdefault(atom, " ".join(text.split())[at : at + len(atom)])
    return found


def _names(scale: Scale) -> dict[str, str]:
    titles = {folded(t): each.id for each in scale.levels for _, t in each.title.values}
    return titles | {each.id.lower(): each.id for each in scale.levels}


def _family(codes: Iterable[str], legend: Mapping[str, str]) -> Family:
    """Give the family that knows most of the codes, the first of several."""
    asked = [code for code in codes if code not in legend]
    best = max(FAMILIES, key=lambda each: sum(code in each.codes for code in asked or codes))
    if any(code in best.codes for code in codes):
        return best
    return Family("levels", "Levels", (), {})


def _read(
    spelled: Mapping[str, str],
    known: Mapping[str, str],
    scale: str,
    scales: tuple[ScaleInFile, ...],
    legend: Mapping[str, str],
) -> Meaning:
    codes = tuple(_code(typed, known.get(code, UNKNOWN), code) for code, typed in spelled.items())
    unsure = [
        f'"{each.code}" is not known. Name its level, say "assessed: true", or "{{}}" for nothing.'
        for each in codes
        if each.level == UNKNOWN
    ]
    guessed = [
        each.code
        for each in codes
        if (each.level or each.assessed)
        and each.level != UNKNOWN
        and folded(each.code) not in legend
    ]
    if guessed and scales:
        unsure.append(f"The meaning of {', '.join(guessed)} is a guess by common usage.")
    if scales and len(scales[0].levels) > 1:
        unsure.append(f'The order of the levels of "{scale}" is a guess: lowest first.')
    return Meaning(scale, scales, codes, unsure)


def _code(typed: str, level: str, code: str) -> Code:
    if code in NOTHING:
        return Code(code=typed)
    if code == "*" or not level:
        return Code(code=typed, assessed=True)
    return Code(code=typed, level=level)
