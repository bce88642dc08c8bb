"""The domain: frozen values that say what their fields mean.

One declaration each. Reading, the schema for editors, the reference page and the RDF
vocabulary are derived from the annotated fields.
"""

from curriculum_map.model.catalogue import COLLECTIONS, Catalogue, Ranks, Settings, Source, by_id
from curriculum_map.model.competency import (
    Alignment,
    Area,
    Competency,
    Descriptor,
    Framework,
    Requirement,
    RoleProfile,
)
from curriculum_map.model.level import Crosswalk, Level, LevelPair, LevelRef, Scale
from curriculum_map.model.programme import Identifier, Institution, PlanItem, Programme
from curriculum_map.model.text import NOTHING_SAID, Text
from curriculum_map.model.unit import (
    NO_REQUISITE,
    STATUSES,
    AllOf,
    AnyOf,
    Assessment,
    Contribution,
    Credits,
    Learners,
    Needs,
    Outcome,
    Requisite,
    Unit,
    Workload,
)

__all__ = [
    "COLLECTIONS",
    "NOTHING_SAID",
    "NO_REQUISITE",
    "STATUSES",
    "Alignment",
    "AllOf",
    "AnyOf",
    "Area",
    "Assessment",
    "Catalogue",
    "Competency",
    "Contribution",
    "Credits",
    "Crosswalk",
    "Descriptor",
    "Framework",
    "Identifier",
    "Institution",
    "Learners",
    "Level",
    "LevelPair",
    "LevelRef",
    "Needs",
    "Outcome",
    "PlanItem",
    "Programme",
    "Ranks",
    "Requirement",
    "Requisite",
    "RoleProfile",
    "Scale",
    "Settings",
    "Source",
    "Text",
    "Unit",
    "Workload",
    "by_id",
]
