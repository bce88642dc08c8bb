"""Words by which designers name things in a matrix, in English, Dutch and Estonian.

They serve to propose how a matrix is read. Nothing is read by them without a declaration.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple


def _words(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})", re.I)


YEAR = _words("year", "yr", "jaar", "leerjaar", "studiejaar", "aasta", "õppeaasta")
TERM = _words(
    *("term", "semester", r"sem(?![^\W\d])", "trimester", "period", "quarter"),
    *("kwartaal", "blok", "veerand"),
)
ELECTIVE = _words("elective", "optional", "keuze", "valik")
REQUIRED = _words("required", "compulsory", "mandatory", "core", "verplicht", "kohustuslik")
TOTAL = _words("total", "sum(?!\\w)", "count", "totaal", "som(?!\\w)", "aantal", "kokku", "summa")
CREDITS = _words(*(rf"{each}(?!\w)" for each in ("ec", "ects", "eap", "credits?", "studiepunten")))
NUMBERED = _words(
    *(rf"{each}(?!\w)" for each in ("id", "code", "nr", "no", "vakcode", "kood", "#"))
)
AREA = _words("area", "domain", "domein", "cluster", "theme", "thema", "valdkond", "category")
COMPETENCY = _words(
    *("competenc", "competentie", "outcome", "objective", "leeruitkomst", "leerdoel", "eindterm"),
    *("pädevus", "õpiväljund", "plo", "ilo"),
)
UNIT = _words("course", "module", "unit", "vak(?!\\w)", "cursus", "aine", "kursus", "moodul")
ASSESSED = _words("assess", "tested", "exam", "toets", "getoetst", "beoordeel", "hinda")
CHOOSE = re.compile(r"(?:choose|kies|vali|choice of)\D{0,8}(\d{1,3})", re.I)

NOTHING = frozenset({"-", "\u2013", "\u2014", "0", ".", "n/a", "n.v.t."})
"""What stands in cells for nothing."""


class Family(NamedTuple):
    """Codes that are used together.

    Attributes:
        name: Id of the scale they stand for.
        title: What that is called.
        levels: Id and title of each level, lowest first.
        codes: Each code, in lower case, with the id of its level; empty where it says that
            something is assessed, `?` where usage differs.
    """

    name: str
    title: str
    levels: Sequence[tuple[str, str]]
    codes: Mapping[str, str]


def _letters(title: str, **codes: str) -> Family:
    steps = tuple((each, each.capitalize()) for each in codes.values() if each not in ("", "?"))
    return Family("-".join(each for each, _ in steps), title, steps, codes)


def _steps(name: str, title: str, english: str, *others: str) -> Family:
    """Make a family of words, one level each; other languages and spellings in the same order."""
    titles = english.split(", ")
    ids = [each.lower().replace(" ", "-") for each in titles]
    codes = {
        word: step for said in others for word, step in zip(said.split(", "), ids, strict=True)
    }
    codes |= {title.lower(): step for title, step in zip(titles, ids, strict=True)}
    return Family(name, title, tuple(zip(ids, titles, strict=True)), codes)


MARKS = ("x", "✓", "✔", "•", "●", "v", "√")
FAMILIES: tuple[Family, ...] = (
    _letters(
        "Introduced, reinforced, mastered", i="introduced", r="reinforced", m="mastered", a=""
    ),
    _letters("Introduced, developed", i="introduced", d="developed", a="?"),
    _letters("Introduced, developed, mastered", i="introduced", d="developed", m="mastered", a=""),
    _letters(
        "Introduced, practised, reinforced", i="introduced", p="practised", r="reinforced", a=""
    ),
    _steps(
        *("miller", "Miller's pyramid", "Knows, Knows how, Shows how, Does"),
        *("knows, knows how, shows, does", "weet, weet hoe, laat zien, doet"),
        "teab, teab kuidas, näitab kuidas, teeb",
    ),
    _steps(
        *("bloom", "Bloom's taxonomy", "Remember, Understand, Apply, Analyse, Evaluate, Create"),
        "remember, understand, apply, analyze, evaluate, create",
        "onthouden, begrijpen, toepassen, analyseren, evalueren, creëren",
        "mäletamine, mõistmine, rakendamine, analüüsimine, hindamine, loomine",
    ),
    Family(
        "addressed", "Addressed", (("addressed", "Addressed"),), dict.fromkeys(MARKS, "addressed")
    ),
)
"""The one that knows most codes is the guess, the first of several."""

USUAL = frozenset(code for family in FAMILIES for code in family.codes) | {"*", "e"}
"""Every code that makes a cell look like one of a matrix."""

LANGUAGES: Mapping[str, re.Pattern[str]] = {
    "nl": _words(
        "jaar", "leerjaar", "keuze", "vak(?!\\w)", "competentie", "leeruitkomst", "totaal"
    ),
    "et": _words("aasta", "valik", "õppeaine", "pädevus", "õpiväljund", "kokku", "kohustuslik"),
}
"""Words by which a file shows that it is in another language than English."""
