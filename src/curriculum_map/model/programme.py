"""Institutions, the programmes they offer, and the plans of these programmes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from curriculum_map.model.declare import (
    Between,
    Country,
    EqfLevel,
    FieldOfStudy,
    Id,
    Inherited,
    Iri,
    KeyedBy,
    Language,
    Named,
    NationalLevel,
    Placed,
    Ref,
    Sourced,
)
from curriculum_map.model.text import NOTHING_SAID, Text
from curriculum_map.model.unit import Credits, Learners

Degree = Literal["bachelor", "master", "research-master", "doctorate", "postgraduate", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier(Placed):
    """The name a thing has in somebody else's register.

    Attributes:
        scheme: The register, such as `ror` or `schac`.
        value: The name there, as text: `0042` keeps its zeros.
    """

    short: ClassVar[str] = "value"

    scheme: Id
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution(Named):
    """Who offers teaching.

    Attributes:
        description: What it does.
        part_of: The institution it belongs to.
        country: Where it is.
        identifiers: Its names in registers.
        url: Its web site.
    """

    kind: ClassVar[str] = "institution"

    description: Text = NOTHING_SAID
    part_of: Annotated[str, Ref("institution")] = ""
    country: Country = ""
    identifiers: Annotated[tuple[Identifier, ...], KeyedBy("scheme")] = ()
    url: Iri = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem(Sourced):
    """Units that stand at one place of a plan.

    Without `choose` and `credits` every student takes all of them; with one of the
    two they are an elective group.

    Attributes:
        units: The units. Each stands at most once in a plan.
        year: Year of the programme, from 1; left out if nobody states it.
        term: Term of the year, from 1; left out if nobody states it.
        choose: The number of units a student takes out of the group.
        credits: The number of credits (EC) a student takes out of the group, at least.
        title: What the group is called.
    """

    units: tuple[Annotated[str, Ref("unit")], ...]
    year: Annotated[int, Between(1, 12)] | None = None
    term: Annotated[int, Between(1, 12)] | None = None
    choose: Annotated[int, Between(1, 1_000)] | None = None
    credits: Annotated[float, Between(0, 500)] | None = None
    title: Text = NOTHING_SAID

    @property
    def elective(self) -> bool:
        """Whether students choose among the units."""
        return self.choose is not None or self.credits is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Named):
    """What a learner enrols in.

    Attributes:
        institution: Who offers it.
        description: What it is about.
        disclaimer: A sentence shown wherever the programme is shown.
        degree: What a learner leaves with; left out if nobody states it.
        aims: The role profiles it wants its students to reach.
        learners: How many people take part.
        credits: The study points of the whole programme.
        languages: Languages it is taught in.
        audience: Whom it is for.
        fields: Its fields of study in ISCED-F 2013, such as `"0912"`.
        eqf: Its level in the European Qualifications Framework.
        nqf: Its levels in national qualifications frameworks, each as the address it has in
            the European list of such levels (`http://data.europa.eu/snb/qdr/c_...`).
        identifiers: Its names in registers of programmes.
        plan: Where its units stand, in the author's order.
        url: Where it is described.
    """

    kind: ClassVar[str] = "programme"

    institution: Annotated[str, Ref("institution"), Inherited()]
    description: Text = NOTHING_SAID
    disclaimer: Text = NOTHING_SAID
    degree: Degree | None = None
    aims: tuple[Annotated[str, Ref("profile")], ...] = ()
    learners: Learners | None = None
    credits: Credits | None = None
    languages: tuple[Language, ...] = ()
    audience: Text = NOTHING_SAID
    fields: tuple[FieldOfStudy, ...] = ()
    eqf: EqfLevel | None = None
    nqf: tuple[NationalLevel, ...] = ()
    identifiers: Annotated[tuple[Identifier, ...], KeyedBy("scheme")] = ()
    plan: tuple[PlanItem, ...] = ()
    url: Iri = ""
