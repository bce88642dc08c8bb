"""Frameworks, their competencies, and what a role needs of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from curriculum_map.model.declare import (
    Id,
    Inherited,
    Iri,
    Key,
    KeyedBy,
    Named,
    Placed,
    Ref,
    Sourced,
)
from curriculum_map.model.level import LevelRef
from curriculum_map.model.text import NOTHING_SAID, Text

CompetencyKind = Literal["knowledge", "skill", "attitude"]
Relation = Literal["exact", "close", "broad", "narrow", "related"]
Justification = Literal["manual", "lexical", "semantic", "composite"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Placed):
    """A thematic group of competencies inside a framework.

    Attributes:
        id: Name of the area, unique in its framework.
        title: What the area is called.
        description: What belongs to it.
    """

    id: Id
    title: Text
    description: Text = NOTHING_SAID


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework(Named):
    """A published, versioned set of competencies that share one scale.

    Attributes:
        description: What it covers and whom it is for.
        disclaimer: A sentence shown wherever the framework is shown, such as that it is
            illustrative.
        version: The version that is described here, as its publisher writes it.
        scale: The scale on which its competencies are measured.
        areas: Its groups of competencies, in the order they are shown.
        publisher: Who publishes it.
        licence: Web address of the licence it is published under.
        url: Where it is published.
    """

    kind: ClassVar[str] = "framework"

    description: Text = NOTHING_SAID
    disclaimer: Text = NOTHING_SAID
    version: str = ""
    scale: Annotated[str, Ref("scale")]
    areas: Annotated[tuple[Area, ...], KeyedBy("id")] = ()
    publisher: str = ""
    licence: Iri = ""
    url: Iri = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(Sourced):
    """A competency that is needed, and how far.

    Attributes:
        competency: What is needed.
        level: The lowest level that is enough.
    """

    short: ClassVar[str] = "level"

    competency: Annotated[str, Ref("competency")]
    level: LevelRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptor(Placed):
    """What one level means for one competency.

    Attributes:
        level: Id of a level of the framework's scale.
        text: What somebody does who holds the competency at this level.
    """

    short: ClassVar[str] = "text"

    level: Id
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment(Sourced):
    """How a competency relates to a concept of another framework (one SSSOM row).

    Attributes:
        relation: The SKOS mapping relation, read "the competency has this ... match":
            `broad` means that the other concept is broader.
        target: The other concept.
        label: What the other framework calls the concept.
        framework: What the other framework is called.
        justification: How the relation was found.
    """

    relation: Relation
    target: Iri
    label: str = ""
    framework: str = ""
    justification: Justification = "manual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency(Named):
    """An observable ability.

    Attributes:
        framework: The framework it belongs to.
        area: Id of its area in that framework.
        also_called: Other names it goes by, one on each line.
        definition: What it means.
        competency_kind: Whether it is knowledge, a skill or an attitude.
        code: How the framework numbers it.
        parts: Narrower competencies that together make this one.
        requires: Other competencies somebody must hold before building on this one.
        descriptors: What each level means for this competency, lowest first.
        alignments: Its relations to concepts of other frameworks.
        deprecated: True if it is kept only because something still refers to it.
        replaced_by: The competencies to use instead.
    """

    kind: ClassVar[str] = "competency"

    framework: Annotated[str, Ref("framework"), Inherited()]
    area: Annotated[str, Ref("area")] = ""
    also_called: Text = NOTHING_SAID
    definition: Text = NOTHING_SAID
    competency_kind: Annotated[CompetencyKind | None, Key("kind")] = None
    code: str = ""
    parts: tuple[Annotated[str, Ref("competency")], ...] = ()
    requires: Annotated[tuple[Requirement, ...], KeyedBy("competency")] = ()
    descriptors: Annotated[tuple[Descriptor, ...], KeyedBy("level"), Key("levels")] = ()
    alignments: tuple[Alignment, ...] = ()
    deprecated: bool = False
    replaced_by: tuple[Annotated[str, Ref("competency")], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleProfile(Named):
    """The level an audience needs in each of some competencies.

    Attributes:
        description: Where its levels come from, and what they mean.
        audience: Who needs it.
        requires: The competencies needed, with the level.
    """

    kind: ClassVar[str] = "profile"

    description: Text = NOTHING_SAID
    audience: Text = NOTHING_SAID
    requires: Annotated[tuple[Requirement, ...], KeyedBy("competency")]
