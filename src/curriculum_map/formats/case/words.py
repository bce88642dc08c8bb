"""The words of CASE, and which of them says what in a project."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from curriculum_map.model.competency import CompetencyKind, Relation

VERSION = "1.1"
AREA, COMPETENCY = "Area", "Competency"
KINDS: Mapping[CompetencyKind, str] = MappingProxyType(
    {"knowledge": "Knowledge", "skill": "Skill", "attitude": "Attitude"}
)
"""The type of item that a kind of competency is; one without a kind is a `Competency`."""

TYPES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        AREA: ("1", "A thematic group of competencies."),
        COMPETENCY: ("2", "An observable ability."),
        "Knowledge": ("2.1", "A competency that is knowledge."),
        "Skill": ("2.2", "A competency that is a skill."),
        "Attitude": ("2.3", "A competency that is an attitude."),
    }
)
"""The types of items, with their hierarchy code and what they mean."""

RELATIONS: Mapping[Relation, str] = MappingProxyType(
    {
        "exact": "exactMatchOf",
        "related": "isRelatedTo",
        "close": "ext:closeMatch",
        "broad": "ext:broadMatch",
        "narrow": "ext:narrowMatch",
    }
)
"""The type of association that says how a competency relates to a concept of somebody else."""

CONCEPT = "ext:concept"
"""The type of what such an association leads to."""
