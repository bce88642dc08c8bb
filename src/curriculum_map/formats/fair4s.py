"""FAIR4S 2.0, the skills framework of EOSCpilot, from its tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from curriculum_map.formats.base import Format, Given
from curriculum_map.formats.headed import Row
from curriculum_map.formats.made_ids import id_of
from curriculum_map.formats.published_tables import CC_BY, Table, Tables, english
from curriculum_map.formats.reading import Reading
from curriculum_map.model import (
    Area,
    Competency,
    Descriptor,
    Framework,
    Level,
    LevelRef,
    Requirement,
    RoleProfile,
    Scale,
    Source,
)
from curriculum_map.problems import Where

FAIR4S = "fair4s"
URL = "https://eosc-fair4s.github.io/"
TABLES = {
    "areas.csv": Table(("area_id", "area", "description"), "area_id"),
    "competences.csv": Table(
        ("area_id", "competence_id", "competence", "keyskill"), "competence_id"
    ),
    "ksa_statements.csv": Table(("competence_id", "kind", "level", "statement")),
    "role_profiles.csv": Table(
        (
            *("role_group", "role", "title", "subtitle"),
            *("competence_id", "required_level", "description"),
        )
    ),
    "related.csv": Table(("competence_id", "related_id")),
}
KEY_SKILL = "FAIR4S calls this a key skill."
OF_PROFILES = "The key skills that FAIR4S asks of this role, with the level it asks for."
KINDS = ("knowledge", "skills", "attitudes")
SCALE = Scale(
    id=FAIR4S,
    title=english("FAIR4S levels"),
    levels=tuple(
        Level(id=name.lower(), title=english(name), description=english(about), code=code)
        for code, name, about in (
            ("1", "Basic", "Comprehend."),
            ("2", "Intermediate", "Apply."),
            ("3", "Expert", "Synthesise or evaluate."),
        )
    ),
    sources=(FAIR4S,),
)
LEVELS = tuple(level.id for level in SCALE.levels)
SOURCE = Source(
    id=FAIR4S,
    title=english("FAIR4S framework, version 2.0"),
    creator="EOSCpilot",
    date="2019-02",
    licence=CC_BY,
    url=URL,
    attribution="FAIR4S 2.0, EOSCpilot, CC BY 4.0. Put into the format of curriculum-map.",
)


def read(given: Given) -> Reading:
    """Make a framework of the tables, with its role profiles."""
    tables = Tables(given, TABLES)
    areas = [
        Area(
            id=id_of(row["area_id"]),
            title=english(row["area"]),
            description=english(row["description"]),
            where=row.where,
        )
        for row in tables["areas.csv"]
    ]
    framework = Framework(
        id=FAIR4S,
        title=english("FAIR4S"),
        description=english(
            "Skills for making research data findable, accessible, interoperable and reusable."
        ),
        version="2.0 Feb 2019",
        scale=FAIR4S,
        areas=tuple(areas),
        publisher="EOSCpilot",
        licence=CC_BY,
        url=URL,
        sources=(FAIR4S,),
        where=Where(given.name),
    )
    if tables["related.csv"]:
        tables.left_out["relations between competences"] += len(tables["related.csv"])
    competencies = list(_competencies(tables))
    return tables.reading(framework, SCALE, SOURCE, competencies, _profiles(tables))


def _competencies(tables: Tables) -> Iterator[Competency]:
    areas = {row["area_id"] for row in tables["areas.csv"]}
    descriptors = _descriptors(tables)
    for row in tables["competences.csv"]:
        if tables.known(row, "area_id", "area", areas):
            name = row["competence_id"]
            yield Competency(
                id=_id(name),
                framework=FAIR4S,
                area=id_of(row["area_id"]),
                title=english(row["competence"]),
                code=name,
                descriptors=tuple(descriptors.get(name, ())),
                note=KEY_SKILL if row["keyskill"] == "yes" else "",
                sources=(FAIR4S,),
                where=row.where,
            )


def _descriptors(tables: Tables) -> dict[str, list[Descriptor]]:
    """Give what each level means for a competence: knowledge, skills and attitudes in a row."""
    said: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in tables["ksa_statements.csv"]:
        if _is_about(tables, row, "level") and tables.known(row, "kind", "kind", KINDS):
            said[row["competence_id"], row["level"]].append((row["kind"], row["statement"]))
    found: dict[str, list[Descriptor]] = defaultdict(list)
    for name, level in sorted(said, key=lambda each: LEVELS.index(each[1])):
        parts = sorted(said[name, level], key=lambda each: KINDS.index(each[0]))
        words = " ".join(f"{kind.capitalize()}: {statement}" for kind, statement in parts)
        found[name].append(Descriptor(level=level, text=english(words)))
    return found


def _profiles(tables: Tables) -> Iterator[RoleProfile]:
    roles: dict[str, list[Row]] = defaultdict(list)
    for row in tables["role_profiles.csv"]:
        if _is_about(tables, row, "required_level"):
            roles[f"{FAIR4S}.{id_of(row['role_group'])}.{id_of(row['role'])}"].append(row)
    for name, rows in roles.items():
        yield RoleProfile(
            id=name,
            title=english(rows[0]["title"]),
            description=english(OF_PROFILES),
            audience=english(rows[0]["subtitle"]),
            requires=tuple(map(_requirement, rows)),
            sources=(FAIR4S,),
            where=rows[0].where,
        )


def _requirement(row: Row) -> Requirement:
    return Requirement(
        competency=_id(row["competence_id"]),
        level=LevelRef(FAIR4S, row["required_level"]),
        quote=row["description"],
        where=row.where,
    )


def _is_about(tables: Tables, row: Row, level: str) -> bool:
    names = {each["competence_id"] for each in tables["competences.csv"]}
    is_known = tables.known(row, "competence_id", "competence", names)
    return tables.known(row, level, "level", LEVELS) and is_known


def _id(name: str) -> str:
    return f"{FAIR4S}.{id_of(name)}"


FORMAT = Format(
    name=FAIR4S,
    title="FAIR4S 2.0 as the tables of its repository",
    spec=URL,
    read=read,
)
