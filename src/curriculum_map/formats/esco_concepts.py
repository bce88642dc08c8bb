"""The concepts of ESCO: what the files of all languages say of each, put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from curriculum_map.formats.esco_files import Tables
from curriculum_map.formats.headed import Row, without_markup
from curriculum_map.model import Text
from curriculum_map.problems import Problem, Where

REPEATED = "alternative labels that are the preferred label"
HIDDEN = "hidden labels"
DATED = "dates of last change"
COLLECTED = "memberships of collections such as the digital or the green ones"
DEFINED = "definitions beside a description"
ITSELF = "relations of a skill to itself"
_EVERYWHERE = frozenset({"skills", "member-skills", "isced-f", "skills-hierarchy"})
_KINDS = {"knowledge": "knowledge", "skill/competence": "skill"}


@dataclass(slots=True)
class Concept:
    """A skill, a piece of knowledge, or a group of them.

    Attributes:
        uri: What everybody calls it by.
        code: Of a group its code; empty if it has none.
        kind: `knowledge` or `skill`; empty if ESCO does not say.
        reuse: How far it can be used elsewhere, such as `cross-sector`; empty if ESCO does not say.
        released: Whether it is in use.
        labels: Language to preferred label.
        others: Language to alternative labels, one on each line, sorted.
        descriptions: Language to description.
        scope: What it includes and excludes, in the language that was read first.
        where: The row that told of it first.
    """

    uri: str
    where: Where
    code: str = ""
    kind: str = ""
    reuse: str = ""
    released: bool = True
    labels: dict[str, str] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    scope: str = ""


@dataclass(slots=True)
class Concepts:
    """All concepts of a release.

    Attributes:
        by_uri: The concepts, in file order.
        left_out: What has no place, and how often it was met.
        problems: What is wrong with rows.
    """

    by_uri: dict[str, Concept] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)


def concepts(made: Tables) -> Concepts:
    """Put together what is said of each concept.

    Groups that stand only in the overview of the hierarchy, as seven do in version 1.1.1, are
    taken from there.
    """
    found = Concepts()
    for kind in ("skills", "skillGroups"):
        for language, row in made.rows(kind):
            _take(found, row, language)
    listed = found.by_uri.keys() | set()
    for language, row in made.rows("skillsHierarchy"):
        _take_group(found, row, language, listed)
    return found


def text_of(said: dict[str, str]) -> Text:
    """Make a text of what is said in each language."""
    return Text(tuple(sorted((tag, words) for tag, words in said.items() if words)))


def _take(found: Concepts, row: Row, language: str) -> None:
    uri, label = row["conceptUri"], _in_one_line(row["preferredLabel"])
    if not uri.startswith(("http://", "https://")) or any(sign in uri for sign in ' <>"{}|\\^`'):
        found.problems.append(row.problem("bad-form", f'"{uri}" is not a web address.'))
        return
    if not label:
        found.problems.append(row.problem("missing-field", "The concept has no preferred label."))
        return
    concept = found.by_uri.setdefault(uri, Concept(uri, row.where))
    concept.code = concept.code or row["code"]
    concept.kind = _KINDS.get(row["skillType"], "")
    concept.reuse = row["reuseLevel"]
    concept.released = row["status"] in ("released", "")
    concept.labels[language] = label
    concept.descriptions[language] = without_markup(row["description"] or row["definition"])
    concept.scope = concept.scope or without_markup(row["scopeNote"])
    names = {_in_one_line(each) for each in row["altLabels"].split("\n")} - {""}
    concept.others[language] = "\n".join(sorted(names - {label}))
    found.left_out.update(_left_out(row, label in names))


def _left_out(row: Row, is_repeated: bool) -> Iterator[str]:
    if is_repeated:
        yield REPEATED
    yield from (HIDDEN for each in row["hiddenLabels"].split("\n") if each.strip())
    if row["modifiedDate"]:
        yield DATED
    if row["definition"] and row["description"]:
        yield DEFINED
    schemes = (each.strip().rpartition("/")[2] for each in row["inScheme"].split(","))
    yield from (COLLECTED for each in schemes if each and each not in _EVERYWHERE)


def _take_group(found: Concepts, row: Row, language: str, listed: set[str]) -> None:
    depth = max((n for n in range(4) if row[f"Level {n} URI"]), default=0)
    uri = row[f"Level {depth} URI"]
    if uri in listed or not uri:
        return
    concept = found.by_uri.setdefault(uri, Concept(uri, row.where))
    concept.code = row[f"Level {depth} code"]
    concept.labels[language] = _in_one_line(row[f"Level {depth} preferred term"])
    concept.descriptions[language] = without_markup(row["Description"])
    concept.scope = concept.scope or without_markup(row["Scope note"])


def _in_one_line(words: str) -> str:
    return " ".join(words.split())
