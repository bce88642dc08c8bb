"""Which term stands for which class and field of the model: the one table.

Writing, reading, the vocabulary and the documentation of the profile are all driven by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from curriculum_map.model import (
    Alignment,
    AllOf,
    AnyOf,
    Area,
    Assessment,
    Competency,
    Contribution,
    Credits,
    Crosswalk,
    Descriptor,
    Framework,
    Identifier,
    Institution,
    Learners,
    Level,
    LevelPair,
    Needs,
    Outcome,
    PlanItem,
    Programme,
    Requirement,
    RoleProfile,
    Scale,
    Settings,
    Source,
    Unit,
    Workload,
)

CLASSES: Mapping[type[Any], tuple[str, ...]] = MappingProxyType(
    {
        Settings: ("cm:Catalogue",),
        Source: ("cm:Source", "prov:Entity"),
        Scale: ("cm:Scale", "skos:ConceptScheme"),
        Level: ("cm:Level", "skos:Concept"),
        Crosswalk: ("cm:Crosswalk",),
        LevelPair: ("cm:LevelPair",),
        Framework: ("cm:Framework", "skos:ConceptScheme"),
        Area: ("cm:Area", "skos:Concept"),
        Competency: ("cm:Competency", "skos:Concept"),
        Requirement: ("cm:Requirement",),
        Descriptor: ("cm:Descriptor",),
        Alignment: ("cm:Alignment",),
        RoleProfile: ("cm:RoleProfile",),
        Institution: ("cm:Institution", "schema:Organization"),
        Identifier: ("cm:Identifier", "schema:PropertyValue"),
        Programme: ("cm:Programme", "schema:EducationalOccupationalProgram"),
        PlanItem: ("cm:PlanItem",),
        Unit: ("cm:Unit", "schema:Course"),
        Workload: ("cm:Workload",),
        Credits: ("cm:Credits",),
        Learners: ("cm:Learners",),
        Needs: ("cm:Needs",),
        AllOf: ("cm:AllOf",),
        AnyOf: ("cm:AnyOf",),
        Outcome: ("cm:Outcome",),
        Contribution: ("cm:Contribution",),
        Assessment: ("cm:Assessment",),
    }
)
"""The classes a node gets for each class of the model, the project's own first."""

COMMON: Mapping[str, str] = MappingProxyType(
    {
        "sources": "prov:wasDerivedFrom",
        "assumed": "cm:assumed",
        "quote": "cm:quote",
        "note": "skos:note",
        "where": "cm:where",
    }
)
"""Terms of the fields that every fact has; they come last on a node."""

TERMS: Mapping[type[Any], Mapping[str, str]] = MappingProxyType(
    {
        Settings: {
            "title": "dcterms:title",
            "languages": "dc:language",
            "publisher": "dc:publisher",
            "licence": "dcterms:license",
            "use": "cm:usesFramework",
        },
        Source: {
            "title": "dcterms:title",
            "creator": "dc:creator",
            "date": "dcterms:date",
            "licence": "dcterms:license",
            "url": "schema:url",
            "attribution": "cm:attribution",
        },
        Scale: {
            "title": "dcterms:title",
            "description": "dcterms:description",
            "levels": "skos:hasTopConcept",
        },
        Level: {
            "title": "skos:prefLabel",
            "description": "skos:definition",
            "code": "skos:notation",
        },
        Crosswalk: {
            "title": "dcterms:title",
            "origin": "cm:fromScale",
            "target": "cm:toScale",
            "levels": "cm:levelPair",
        },
        LevelPair: {"origin": "cm:fromLevel", "target": "cm:toLevel"},
        Framework: {
            "title": "dcterms:title",
            "description": "dcterms:description",
            "disclaimer": "cm:disclaimer",
            "version": "owl:versionInfo",
            "scale": "cm:scale",
            "areas": "skos:hasTopConcept",
            "publisher": "dc:publisher",
            "licence": "dcterms:license",
            "url": "schema:url",
        },
        Area: {"title": "skos:prefLabel", "description": "skos:definition"},
        Competency: {
            "framework": "skos:inScheme",
            "area": "skos:broader",
            "title": "skos:prefLabel",
            "also_called": "cm:alsoCalled",
            "definition": "skos:definition",
            "competency_kind": "cm:competencyKind",
            "code": "skos:notation",
            "parts": "skos:narrower",
            "requires": "cm:requirement",
            "descriptors": "cm:descriptor",
            "alignments": "cm:alignment",
            "deprecated": "owl:deprecated",
            "replaced_by": "dcterms:isReplacedBy",
        },
        Requirement: {"competency": "cm:competency", "level": "cm:level"},
        Descriptor: {"level": "cm:level", "text": "dcterms:description"},
        Alignment: {
            "relation": "cm:relation",
            "target": "cm:target",
            "label": "cm:targetLabel",
            "framework": "cm:targetFramework",
            "justification": "cm:justification",
        },
        RoleProfile: {
            "title": "dcterms:title",
            "description": "dcterms:description",
            "audience": "cm:audience",
            "requires": "cm:requirement",
        },
        Institution: {
            "title": "schema:name",
            "description": "schema:description",
            "part_of": "schema:parentOrganization",
            "country": "cm:country",
            "identifiers": "schema:identifier",
            "url": "schema:url",
        },
        Identifier: {"scheme": "schema:propertyID", "value": "schema:value"},
        Programme: {
            "institution": "schema:provider",
            "title": "schema:name",
            "description": "schema:description",
            "disclaimer": "cm:disclaimer",
            "degree": "cm:degree",
            "aims": "cm:aim",
            "learners": "cm:learners",
            "credits": "cm:credits",
            "languages": "dc:language",
            "audience": "cm:audience",
            "fields": "cm:fieldOfStudy",
            "eqf": "cm:eqfLevel",
            "nqf": "cm:nationalLevel",
            "identifiers": "schema:identifier",
            "plan": "cm:planItem",
            "url": "schema:url",
        },
        PlanItem: {
            "title": "schema:name",
            "year": "cm:year",
            "term": "cm:term",
            "choose": "cm:choose",
            "credits": "cm:chooseCredits",
            "units": "cm:unit",
        },
        Unit: {
            "institution": "schema:provider",
            "unit_kind": "cm:unitKind",
            "title": "schema:name",
            "description": "schema:description",
            "code": "schema:courseCode",
            "workload": "cm:workload",
            "credits": "cm:credits",
            "learners": "cm:learners",
            "languages": "dc:language",
            "delivery": "cm:delivery",
            "terms": "cm:offeredInTerm",
            "audience": "cm:audience",
            "fields": "cm:fieldOfStudy",
            "eqf": "cm:eqfLevel",
            "entry": "cm:entry",
            "parts": "schema:hasPart",
            "requires": "cm:requisite",
            "outcomes": "cm:outcome",
            "assessments": "cm:assessment",
            "url": "schema:url",
        },
        Workload: {"hours": "cm:hours"},
        Credits: {"ec": "cm:ec"},
        Learners: {"count": "cm:count"},
        Needs: {"unit": "cm:unit", "timing": "cm:timing"},
        AllOf: {"items": "cm:item"},
        AnyOf: {"items": "cm:item"},
        Outcome: {"text": "schema:description", "contributions": "cm:contribution"},
        Contribution: {
            "competency": "cm:competency",
            "level": "cm:level",
            "status": "cm:status",
            "evidence": "cm:evidence",
            "claimed_by": "cm:claimedBy",
        },
        Assessment: {
            "assessment_kind": "cm:assessmentKind",
            "title": "schema:name",
            "tests": "cm:tests",
        },
    }
)
"""The term of each field a class has of its own, in the order they are written."""

DERIVED = frozenset({"id", "base"})
"""Fields that are read off the IRI of the node itself."""

SEGMENTS: Mapping[tuple[type[Any], str], str] = MappingProxyType(
    {
        (Scale, "levels"): "level",
        (Crosswalk, "levels"): "level-pair",
        (Framework, "areas"): "area",
        (Competency, "requires"): "competency-requirement",
        (Competency, "descriptors"): "descriptor",
        (Competency, "alignments"): "alignment",
        (RoleProfile, "requires"): "profile-requirement",
        (Institution, "identifiers"): "institution-identifier",
        (Programme, "identifiers"): "programme-identifier",
        (Programme, "learners"): "programme-learners",
        (Programme, "credits"): "programme-credits",
        (Programme, "plan"): "plan-item",
        (Unit, "workload"): "workload",
        (Unit, "credits"): "unit-credits",
        (Unit, "learners"): "unit-learners",
        (Unit, "requires"): "requisite",
        (AllOf, "items"): "requisite",
        (AnyOf, "items"): "requisite",
        (Unit, "outcomes"): "outcome",
        (Outcome, "contributions"): "contribution",
        (Unit, "assessments"): "assessment",
    }
)
"""The part of the IRI, after the base, of what stands inside something else."""

POSITION, ORDER, SHEET = "cm:position", "cm:order", "cm:sheet"
LANGUAGE_TAG, SPELLING = "cm:LanguageTag", "cm:spelling"
APART = frozenset({POSITION, ORDER, SHEET, SPELLING})
"""Own properties that stand for no field: order, places in workbooks, language tags."""

MAPPINGS: Mapping[str, str] = MappingProxyType(
    {
        "exact": "skos:exactMatch",
        "close": "skos:closeMatch",
        "broad": "skos:broadMatch",
        "narrow": "skos:narrowMatch",
        "related": "skos:relatedMatch",
    }
)
"""The SKOS property of each relation, written beside the alignment for those who know only SKOS."""
