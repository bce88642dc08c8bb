"""The two namespaces of the European Learning Model, and the European lists it refers to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version of the model, and whose rules for it are followed.

    Attributes:
        number: As its publisher writes it.
        namespace: Where all its terms stand.
        quality_link: Whether it is written as the catalogue of QualityLink takes it: with an
            EQF level and an identifier for everything, and institutions by SCHAC or OrgReg.
    """

    number: str
    namespace: str
    quality_link: bool

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        return f"ELM {self.number}"


ELM_32 = Version(number="3.2", namespace="http://data.europa.eu/snb/model/elm/", quality_link=False)
ELM_33 = Version(
    number="3.3", namespace="http://data.europa.eu/snb/model/ontology/", quality_link=True
)

NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "adms": "http://www.w3.org/ns/adms#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "org": "http://www.w3.org/ns/org#",
        "ql": "http://data.quality-link.eu/ontology/v1#",
        "rov": "http://www.w3.org/ns/regorg#",
    }
)
"""What is used beside the model itself and the namespaces of the project."""

_SNB, _AUTHORITY = "http://data.europa.eu/snb/", "http://publications.europa.eu/resource/authority/"
ESCO_SKILL = "http://data.europa.eu/esco/skill/"
ESCO_SKILLS = "http://data.europa.eu/esco/concept-scheme/skills"
ECTS = f"{_SNB}education-credit/6fcec5c5af"
PROGRAMME = f"{_SNB}learning-opportunity/79343569f3"

UNIT_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "course": f"{_SNB}learning-opportunity/05053c1cbe",
        "internship": f"{_SNB}learning-opportunity/77b99de990",
        "module": f"{_SNB}learning-opportunity/0f7dac46ca",
        "thesis": f"{_SNB}learning-opportunity/b2434ca358",
    }
)
"""The kinds of units that the European list of learning opportunities knows by the same name."""

MODES: Mapping[str, str] = MappingProxyType(
    {
        "on-site": f"{_SNB}learning-assessment/9191af2ed9",
        "online": f"{_SNB}learning-assessment/920fbb3cbe",
        "blended": f"{_SNB}learning-assessment/e92d221e4d",
    }
)
ASSESSMENT_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "oral": f"{_SNB}assessment/d30284d7df",
        "portfolio": f"{_SNB}assessment/4f03b91c0e",
        "practical": f"{_SNB}assessment/6a4db9f11d",
        "project": f"{_SNB}assessment/795dac4096",
        "quiz": f"{_SNB}assessment/b1b68f6735",
    }
)
SKILL_TYPES: Mapping[str, str] = MappingProxyType(
    {"knowledge": f"{_SNB}skill-type/knowledge", "skill": f"{_SNB}skill-type/skill"}
)


def field_of_study(code: str) -> str:
    """Give the IRI of a field of ISCED-F."""
    return f"{_SNB}isced-f/{code}"


def eqf(level: int) -> str:
    """Give the IRI of a level of the European Qualifications Framework."""
    return f"{_SNB}eqf/{level}"


def scheme_of(concept: str) -> str:
    """Give the list that a concept of one of the European lists, or a skill of ESCO, is in."""
    if concept.startswith(ESCO_SKILL):
        return ESCO_SKILLS
    start = concept.rpartition("/")[0]
    return start if concept.startswith(_AUTHORITY) else f"{start}/25831c2"


@cache
def language(tag: str) -> str:
    """Give the IRI of a language in the European list; empty if the list does not know it."""
    import pycountry

    main = tag.partition("-")[0]
    field = "alpha_2" if len(main) == 2 else "alpha_3"
    found = pycountry.languages.get(**{field: main})
    return f"{_AUTHORITY}language/{found.alpha_3.upper()}" if found else ""


@cache
def country(code: str) -> str:
    """Give the IRI of a country in the European list; empty if the list does not know it."""
    import pycountry

    found = pycountry.countries.get(alpha_2=code)
    return f"{_AUTHORITY}country/{found.alpha_3}" if found else ""
