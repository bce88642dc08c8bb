"""The words of the Open Education API, and which of them says what in a project."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from curriculum_map.model.competency import Relation
from curriculum_map.model.programme import Degree
from curriculum_map.model.unit import AssessmentKind, Delivery, UnitKind

ENUMERATIONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "codeType": frozenset(
            [
                "account_id",
                "bag_id",
                "building_id",
                "component_code",
                "eckid",
                "email_address",
                "esi",
                "group_code",
                "group_type_code",
                "identifier",
                "institution_code",
                "isbn",
                "issn",
                "kvk_organisation_id",
                "kvk_establishment_id",
                "leerbedrijf_id",
                "national_identity_number",
                "offering_code",
                "organisation_id",
                "orcid",
                "product_id",
                "programme_code",
                "room_code",
                "schac_home",
                "student_number",
                "studielink_number",
                "system_id",
                "username",
                "uuid",
            ]
        ),
        "learningComponentType": frozenset(
            [
                "consultation",
                "excursion",
                "external",
                "independent_study",
                "learning_community",
                "lecture",
                "practical",
                "project",
                "skills_training",
                "tutorial",
                "workshop",
            ]
        ),
        "testComponentType": frozenset(
            [
                "unknown",
                "test_on_paper",
                "digital_test",
                "life_skills_test",
                "oral_test",
                "portfolio_assessment",
            ]
        ),
        "learningOutcomeLevel": frozenset(
            [*(f"bloom_{n}" for n in range(1, 7)), *(f"solo_{n}" for n in range(5))]
        ),
        "level": frozenset(
            [
                "pre_vocational",
                "secondary_vocational_education",
                "secondary_vocational_education_1",
                "secondary_vocational_education_2",
                "secondary_vocational_education_3",
                "secondary_vocational_education_4",
                "associate_degree",
                "bachelor",
                "master",
                "doctoral",
                "post_doctoral",
                "undefined",
                "undivided",
                "nt2_1",
                "nt2_2",
            ]
        ),
        "levelOfQualification": frozenset([*(f"eqf_{n}" for n in range(9)), "nlqf_4plus"]),
        "modeOfDelivery": frozenset(
            [
                "blended",
                "coil",
                "hybrid",
                "joint_delivery",
                "online",
                "presential",
                "project_based",
                "research_lab_based",
                "work_based",
            ]
        ),
        "organisationType": frozenset(
            ["root", "institute", "department", "faculty", "branch", "academy", "school"]
        ),
        "programmeType": frozenset(
            ["programme", "minor", "honours", "specialisation", "track", "specification"]
        ),
        "qualificationAwarded": frozenset(
            [
                "diploma",
                "vocational_diploma",
                "certificate",
                "associate_degree",
                "bachelor",
                "master",
                "doctoral",
                "none",
            ]
        ),
        "studyloadUnit": frozenset(["contact_time", "ects", "sbu", "sp", "hour"]),
    }
)
"""The values of each extensible enumeration that is used; any other one begins with `x-`."""

COMPONENTS: Mapping[UnitKind, str] = MappingProxyType(
    {
        "lecture": "lecture",
        "practical": "practical",
        "project": "project",
        "workshop": "workshop",
    }
)
"""Kinds of units that the API has a type of learning component for; others get `x-` in front."""

TESTS: Mapping[AssessmentKind | None, str] = MappingProxyType(
    {None: "unknown", "oral": "oral_test", "portfolio": "portfolio_assessment"}
)
"""Kinds of assessments that the API has a type for; others get `x-` in front."""

DELIVERIES: Mapping[Delivery, str] = MappingProxyType(
    {"on-site": "presential", "online": "online", "blended": "blended"}
)
DEGREES: Mapping[Degree, str] = MappingProxyType(
    {
        "bachelor": "bachelor",
        "master": "master",
        "research-master": "master",
        "doctorate": "doctoral",
        "none": "none",
    }
)
"""What a degree is as `qualificationAwarded`; the API has no word for a postgraduate one."""

LEVELS: Mapping[int, str] = MappingProxyType(
    {5: "associate_degree", 6: "bachelor", 7: "master", 8: "doctoral"}
)
"""The `level` of a course that corresponds, as the API defines it, to a level of the EQF."""

REGISTERS: Mapping[str, str] = MappingProxyType({"schac": "schac_home"})
"""Registers that the API calls otherwise."""

RELATIONS: Mapping[Relation, str] = MappingProxyType(
    {
        "exact": "x-exact-match",
        "close": "x-close-match",
        "broad": "x-broad-match",
        "narrow": "x-narrow-match",
        "related": "x-related-match",
    }
)
"""The type of code by which a learning outcome names a concept of another framework."""
ESCO = ("http://data.europa.eu/esco/skill/", "x-esco-uri")
"""How skills of ESCO begin, and the type of code by which exact matches among them are named."""


def is_code(enumeration: str, value: str) -> bool:
    """Tell whether an extensible enumeration allows a value."""
    return value in ENUMERATIONS[enumeration] or (value.startswith("x-") and len(value) > 2)


def code_type(scheme: str) -> str:
    """Give the type of code for a name in a register; `scheme_of` takes it back."""
    known = REGISTERS.get(scheme, scheme)
    return known if known in ENUMERATIONS["codeType"] else f"x-{scheme}"


def scheme_of(code: str) -> str:
    """Give the register of a type of code."""
    back = {theirs: ours for ours, theirs in REGISTERS.items()}
    return back.get(code) or code.removeprefix("x-")
