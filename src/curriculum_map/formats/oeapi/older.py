"""What version 5 of the API calls otherwise than version 6."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

RENAMED: Mapping[str, str] = MappingProxyType(
    {
        "organizationId": "organisationId",
        "organizationType": "organisationType",
        "organization": "organisation",
        "programId": "programmeId",
        "programType": "programmeType",
        "programs": "programmes",
        "teachingLanguage": "teachingLanguages",
        "modeOfDelivery": "modesOfDelivery",
        "enrollment": "enrolment",
        "consumers": "consumer",
    }
)
"""Fields: their name in version 5 to that in version 6."""

DROPPED = frozenset({"sector", "educationSpecification"})
"""Fields of version 5 that version 6 no longer has."""

LISTS: Mapping[str, str] = MappingProxyType(
    {
        "organizations": "organisations",
        "programs": "programmes",
        "courses": "courses",
        "components": "learning-components",
    }
)
"""Lists: their name in version 5 to that in version 6."""

CODE_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "programCode": "programme_code",
        "componentCode": "component_code",
        "offeringCode": "offering_code",
        "organizationId": "organisation_id",
        "buildingId": "building_id",
        "bagId": "bag_id",
        "roomCode": "room_code",
        "systemId": "system_id",
        "productId": "product_id",
        "nationalIdentityNumber": "national_identity_number",
        "studentNumber": "student_number",
        "studielinkNumber": "studielink_number",
        "userName": "username",
        "accountId": "account_id",
        "emailAdress": "email_address",
        "groupCode": "group_code",
        "orcId": "orcid",
        "schacHome": "schac_home",
    }
)
"""Types of codes: their name in version 5 to that in version 6; others are called the same."""

VALUES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "programmeType": {"program": "programme", "specialization": "specialisation"},
        "modesOfDelivery": {
            "on campus": "presential",
            "hybrid": "blended",
            "distance-learning": "online",
        },
        "levelOfQualification": {
            **{str(level): f"eqf_{level}" for level in range(1, 9)},
            "4+": "nlqf_4plus",
        },
        "qualificationAwarded": {
            "AD": "associate_degree",
            **dict.fromkeys(("BA", "BSc", "LLB"), "bachelor"),
            **dict.fromkeys(("MA", "MSc", "LLM"), "master"),
            "Phd": "doctoral",
            "None": "none",
        },
        "studyLoadUnit": {"contacttime": "contact_time"},
        "level": {},
        "componentType": {},
        "organisationType": {},
    }
)
"""Values by the name the field has in version 6: those of version 5 to those of version 6.

Where nothing stands, spaces and hyphens became underscores.
"""


def now_called(field: str, value: str) -> str:
    """Give what version 6 calls a value of version 5; one of version 6 stays as it is."""
    if known := VALUES[field].get(value):
        return known
    return value if value.startswith("x-") else value.replace(" ", "_").replace("-", "_")


@cache
def two_letters(language: str) -> str:
    """Give the usual tag of a language that is written with three letters, such as `nl`."""
    import pycountry

    found = pycountry.languages.get(alpha_3=language) if len(language) == 3 else None
    return getattr(found, "alpha_2", language)


@cache
def three_letters(tag: str) -> str:
    """Give a language in three letters, as ISO 639-2 has it; empty if it has not."""
    import pycountry

    main = tag.partition("-")[0]
    field = "alpha_2" if len(main) == 2 else "alpha_3"
    found = pycountry.languages.get(**{field: main})
    return str(found.alpha_3) if found else ""
