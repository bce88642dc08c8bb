"""Objects of version 6 as those of version 5, with what version 5 cannot do without."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from curriculum_map.formats.base import Loss
from curriculum_map.formats.forms import usual_tag
from curriculum_map.formats.oeapi.older import CODE_TYPES, LISTS, RENAMED, three_letters
from curriculum_map.formats.oeapi.saying import Said, without_nothing
from curriculum_map.formats.spelled import OWN
from curriculum_map.model import Catalogue
from curriculum_map.model.declare import Named
from curriculum_map.problems import Problem, Where

VERSION = "Version 5 of the API"
OWN_ID: Mapping[str, str] = {
    "organizations": "organizationId",
    "programs": "programId",
    "courses": "courseId",
    "components": "componentId",
}
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "organizations": ("organizationType",),
    "programs": ("description", "teachingLanguage"),
    "courses": ("description", "teachingLanguage"),
    "components": ("componentType", "teachingLanguage"),
}
"""What version 5 wants of the objects of a list and a project may not say."""
WORDS: Mapping[str, str] = {
    "organizationType": "a type such as faculty, which a part of another institution needs and "
    "which cannot be said in a project",
    "description": "`description`, what it is about",
    "teachingLanguage": "`languages`, the language it is taught in",
    "componentType": "a `kind` it knows (lecture, practical, project or workshop)",
}
NO_LEVEL = "undefined"
"""What version 5 calls the level of a course for which none is specified; it wants one."""
COMPONENT_TYPES = frozenset(
    ["lecture", "practical", "tutorial", "consultation", "project", "workshop", "excursion"]
)
MARKS = ("assumed", "credits", "workload", "description", "disclaimer")
"""What stands in `ext` in version 5 too, for it leads to nothing else."""
_BEFORE = {now: before for before, now in RENAMED.items()}
_CODES_BEFORE = {now: before for before, now in CODE_TYPES.items()}
_LANGUAGE = re.compile(r"[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_LINKS = ("organization", "parent", "programs", "course")
_ELSEWHERE = frozenset(
    [
        *("rootId", "parentId", "childIds", "ext", "organisationId", "programmeIds"),
        *("levelOfQualification", "qualificationAwarded", "learningOutcomeIds"),
    ]
)
"""Fields that version 5 has not, or that are made one by one."""


class Lack(NamedTuple):
    """A fact without which version 5 has no place for something.

    Attributes:
        where: Where what lacks it is written.
        kind: What it is, such as `unit`.
        name: Its id.
        field: What lacks, as version 5 calls it.
    """

    where: Where
    kind: str
    name: str
    field: str

    @property
    def message(self) -> str:
        """What has to be said, in one sentence."""
        kind = f"{VERSION} takes no {self.kind} without {WORDS[self.field]}"
        return f'{kind}: "{self.name}" is left out.'

    def problem(self) -> Problem:
        """Give it as a line for who edits the file."""
        return Problem(self.where, "missing-field", self.message, "warning")

    def loss(self) -> Loss:
        """Give it as a line about the document."""
        place = f" See {self.where}." if self.where.file else ""
        return Loss(self.kind, self.name, self.message + place)


class Down:
    """The lists of version 5, and what was left out of them.

    Attributes:
        lists: The objects of each list, by its name in version 5.
        lacks: What has to be said before everything can be written, sorted.
    """

    def __init__(self, catalogue: Catalogue, lists: Mapping[str, Sequence[Said]]) -> None:
        self._of = catalogue
        self._outcomes = {each["learningOutcomeId"]: each for each in lists["learning-outcomes"]}
        self.lacks: list[Lack] = []
        self.lists: dict[str, list[Said]] = {
            before: list(self._kept(before, lists[now])) for before, now in LISTS.items()
        }
        self.lacks.sort()
        written = {each[OWN_ID[name]] for name, made in self.lists.items() for each in made}
        for made in self.lists.values():
            made[:] = [_linked(each, written) for each in made]

    def _kept(self, name: str, objects: Sequence[Said]) -> Iterator[Said]:
        for said in objects:
            old = self._older(name, said)
            lacking = [field for field in REQUIRED[name] if not old.get(field)]
            self.lacks += [self._lack(name, old, field) for field in lacking]
            if not lacking:
                yield old

    def _older(self, name: str, said: Said) -> Said:
        kept = {key: value for key, value in said.items() if key not in _ELSEWHERE}
        old = {_BEFORE.get(k, k): CONVERTED.get(k, _same)(value) for k, value in kept.items()}
        outcomes = (self._outcomes[each] for each in said.get("learningOutcomeIds", ()))
        old |= {
            "ext": _marks(said),
            "learningOutcomes": [_texts(each["name"]) for each in outcomes],
            "organization": said.get("organisationId"),
            "programs": said.get("programmeIds"),
        }
        return without_nothing(old | OWN_FIELDS[name](said))

    def _lack(self, name: str, old: Said, field: str) -> Lack:
        things: Mapping[str, Mapping[str, Named]] = {
            "organizations": self._of.institutions,
            "programs": self._of.programmes,
        }
        thing = things.get(name, self._of.units)[old["primaryCode"]["code"]]
        return Lack(thing.where or Where(""), thing.kind, thing.id, field)


def _linked(said: Said, written: set[str]) -> Said:
    """Take away links to what is not written."""
    kept = dict(said)
    for key in _LINKS:
        value = kept.get(key)
        if isinstance(value, list):
            kept[key] = [each for each in value if each in written]
        elif value not in written:
            kept.pop(key, None)
    return without_nothing(kept)


def _marks(said: Said) -> Said:
    """Give what tells which facts are only assumed, and what is said about the whole."""
    own = said.get("ext", {}).get(OWN, {})
    kept = {key: own[key] for key in MARKS if key in own}
    return {OWN: kept} if kept else {}


def _same(value: Any) -> Any:
    return value


def _texts(texts: Sequence[Said]) -> list[Said]:
    """Give texts by languages as version 5 takes them; the first of each."""
    said: dict[str, str] = {}
    for each in texts:
        said.setdefault(older_tag(each["language"]), each["value"])
    return [{"language": tag, "value": value} for tag, value in said.items()]


def older_tag(tag: str) -> str:
    """Give a language tag as version 5 takes it, if need be without what makes it precise."""
    usual = usual_tag(tag)
    return usual if _LANGUAGE.fullmatch(usual) else usual.partition("-")[0]


def _codes(codes: Sequence[Said]) -> list[Said]:
    before = (_CODES_BEFORE.get(each["codeType"], each["codeType"]) for each in codes)
    return [
        {"codeType": kind, "code": each["code"]} for kind, each in zip(before, codes, strict=True)
    ]


def _organization(said: Said) -> Said:
    is_root = said["organisationType"] == "root"
    return {
        "organizationId": said["organisationId"],
        "organizationType": "root" if is_root else None,
        "organization": None,
        "parent": said.get("parentId"),
        "shortName": said["primaryCode"]["code"],
    }


def _program(said: Said) -> Said:
    """Give what version 5 has of programmes; which bachelor or master it is, is not known."""
    awards_nothing = said.get("qualificationAwarded") == "none"
    return {
        "abbreviation": said["primaryCode"]["code"],
        "qualificationAwarded": "None" if awards_nothing else None,
        "levelOfQualification": said.get("levelOfQualification", "").removeprefix("eqf_"),
    }


def _course(said: Said) -> Said:
    level = said.get("level", NO_LEVEL).replace("_", " ")
    return {"abbreviation": _abbreviation(said), "level": level}


def _component(said: Said) -> Said:
    kind = said["componentType"]
    return {
        "abbreviation": _abbreviation(said),
        "componentType": kind if kind in COMPONENT_TYPES else None,
        "course": said["courseId"],
        "courseId": None,
    }


def _abbreviation(said: Said) -> str:
    short: str = said.get("abbreviation") or said["primaryCode"]["code"]
    return short


OWN_FIELDS: Mapping[str, Callable[[Said], Said]] = {
    "organizations": _organization,
    "programs": _program,
    "courses": _course,
    "components": _component,
}
"""What version 5 has of the objects of one list only."""
_MODES = {"presential": "on campus", "online": "online", "blended": "hybrid"}
CONVERTED: Mapping[str, Callable[[Any], Any]] = {
    "name": _texts,
    "description": _texts,
    "admissionRequirements": _texts,
    "otherCodes": _codes,
    "teachingLanguages": lambda tags: three_letters(tags[0]),
    "modesOfDelivery": lambda modes: [_MODES.get(each, each) for each in modes],
    "studyLoad": lambda loads: loads[0],
    "level": lambda level: level.replace("_", " "),
    "programmeType": lambda _: "program",
}
"""What becomes of a value of version 6, by the name of its field; others stay what they are."""
