"""Units: anything taught, what a learner can do after it, and what tests that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from curriculum_map.model.declare import (
    Between,
    EqfLevel,
    FieldOfStudy,
    Id,
    Inherited,
    Iri,
    Key,
    KeyedBy,
    Language,
    Named,
    Ref,
    Sourced,
)
from curriculum_map.model.level import LevelRef
from curriculum_map.model.text import NOTHING_SAID, Text

Status = Literal["disputed", "suggested", "declared", "reviewed"]
STATUSES: tuple[Status, ...] = ("disputed", "suggested", "declared", "reviewed")
"""How sure a contribution is, weakest first."""

UnitKind = Literal[
    "assignment",
    "bootcamp",
    "course",
    "e-learning",
    "event",
    "game",
    "internship",
    "lecture",
    "minor",
    "module",
    "practical",
    "project",
    "seminar",
    "strand",
    "summer-school",
    "symposium",
    "thesis",
    "workshop",
    "other",
]
Delivery = Literal["on-site", "online", "blended"]
AssessmentKind = Literal[
    "assignment",
    "exam",
    "observation",
    "oral",
    "portfolio",
    "practical",
    "presentation",
    "project",
    "quiz",
    "self-assessment",
    "thesis",
    "other",
]
Timing = Literal["pre", "co", "strict-co"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload(Sourced):
    """The time a learner needs.

    Attributes:
        hours: Clock hours, self-study included.
    """

    short: ClassVar[str] = "hours"

    hours: Annotated[float, Between(0, 10_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits(Sourced):
    """Study points.

    Attributes:
        ec: European credits (ECTS).
    """

    short: ClassVar[str] = "ec"

    ec: Annotated[float, Between(0, 500)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learners(Sourced):
    """How many people take part.

    Attributes:
        count: Number of learners, in a year where a year is meant.
    """

    short: ClassVar[str] = "count"

    count: Annotated[int, Between(0, 10_000_000)]


@dataclass(frozen=True, slots=True)
class Needs:
    """A unit that must come first.

    Attributes:
        unit: The unit that is needed.
        timing: `pre` must be passed before, `co` before or in the same term,
            `strict-co` in the same term.
    """

    unit: Annotated[str, Ref("unit")]
    timing: Timing = "pre"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Requisites that must all be met; none at all is met by everybody.

    Attributes:
        items: The requisites, in the author's order.
    """

    items: tuple[Requisite, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Requisites of which one is enough; none at all is met by nobody.

    Attributes:
        items: The requisites, in the author's order.
    """

    items: tuple[Requisite, ...]


Requisite = Needs | AllOf | AnyOf
"""What must come before a unit: an all-of / any-of tree over units."""

NO_REQUISITE = AllOf(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution(Sourced):
    """How far an outcome takes a learner in one competency.

    Several outcomes may work on the same competency: the highest level counts.

    Attributes:
        competency: What is worked on.
        level: The level held after *passing* the unit, not on entering it.
        status: How sure the claim is: `suggested` by the project or a program, `declared`
            by who teaches, `reviewed` by somebody else, `disputed` by somebody else.
        evidence: The words or facts the claim rests on.
        claimed_by: Who says so.
    """

    short: ClassVar[str] = "level"

    competency: Annotated[str, Ref("competency")]
    level: LevelRef
    status: Annotated[Status, Inherited()] = "declared"
    evidence: Annotated[str, Inherited()] = ""
    claimed_by: Annotated[str, Key("by"), Inherited()] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Sourced):
    """What a learner can do after a unit.

    Attributes:
        id: Name of the outcome, unique in its unit.
        text: What the learner can do.
        contributions: The competencies it works on, with the level held after passing.
    """

    passes_on: ClassVar[tuple[str, ...]] = ("status", "evidence", "by")

    id: Id
    text: Text = NOTHING_SAID
    contributions: Annotated[tuple[Contribution, ...], KeyedBy("competency"), Key("develops")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Sourced):
    """What tests outcomes, and how.

    Attributes:
        id: Name of the assessment, unique in its unit.
        assessment_kind: How it tests.
        title: What the assessment is called.
        tests: The outcomes it tests: the id of an outcome of the same unit, or
            `unit/outcome` for one of another unit. Here always `unit/outcome`.
    """

    id: Id
    assessment_kind: Annotated[AssessmentKind | None, Key("kind")] = None
    title: Text = NOTHING_SAID
    tests: tuple[Annotated[str, Ref("outcome")], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Named):
    """Anything taught: a course, module, lecture, workshop, e-learning, game, ...

    Attributes:
        institution: Who offers it.
        unit_kind: What sort of teaching it is.
        description: What it is about.
        code: How its institution numbers it.
        workload: The time a learner needs; left out if nobody states it.
        credits: The study points it gives; left out if nobody states them.
        learners: How many people take part.
        languages: Languages it is taught in.
        delivery: Whether it is taught on site, online or both.
        terms: The terms of a year in which it is offered; none given means any.
        audience: Whom it is for.
        fields: Its fields of study in ISCED-F 2013, such as `"0688"`.
        eqf: Its level in the European Qualifications Framework.
        entry: What a learner should bring that is not a unit, in words.
        parts: Units it consists of. They bring their contributions along.
        requires: What must come before it. A list means all of them.
        outcomes: What a learner can do after it.
        assessments: What tests its outcomes.
        url: Where it is described.
    """

    kind: ClassVar[str] = "unit"

    institution: Annotated[str, Ref("institution"), Inherited()]
    unit_kind: Annotated[UnitKind, Key("kind")]
    description: Text = NOTHING_SAID
    code: str = ""
    workload: Workload | None = None
    credits: Credits | None = None
    learners: Learners | None = None
    languages: tuple[Language, ...] = ()
    delivery: Delivery | None = None
    terms: tuple[Annotated[int, Between(1, 12)], ...] = ()
    audience: Text = NOTHING_SAID
    fields: tuple[FieldOfStudy, ...] = ()
    eqf: EqfLevel | None = None
    entry: Text = NOTHING_SAID
    parts: tuple[Annotated[str, Ref("unit")], ...] = ()
    requires: Requisite = NO_REQUISITE
    outcomes: Annotated[tuple[Outcome, ...], KeyedBy("id")] = ()
    assessments: Annotated[tuple[Assessment, ...], KeyedBy("id")] = ()
    url: Iri = ""
