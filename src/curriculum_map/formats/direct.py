"""DIRECT, the Digital Research Competencies Framework, from its tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from curriculum_map.formats.base import Format, Given
from curriculum_map.formats.headed import Row
from curriculum_map.formats.made_ids import id_of
from curriculum_map.formats.published_tables import CC_BY, Table, Tables, english, listed
from curriculum_map.formats.reading import Reading
from curriculum_map.model import Alignment, Area, Competency, Framework, Level, Scale, Source
from curriculum_map.problems import Where

DIRECT = "direct"
URL = "https://directframework.com/framework/overview"
SKILL = "https://directframework.com/framework/skills/"
TABLES = {
    "competency_domain.csv": Table(("name", "description", "slug", "rank"), "slug"),
    "competency.csv": Table(("name", "description", "slug", "competency_domain", "rank"), "slug"),
    "skill.csv": Table(
        (
            *("name", "description", "slug", "competency"),
            *("tools_languages_methodologies", "learning_resources", "related_skills", "rank"),
        ),
        "slug",
    ),
    "skill_level.csv": Table(("name", "description", "level", "short_description"), "level"),
}
RESOURCES = "links from a skill to a learning resource"
NO_LEVEL = "the level 0, which everybody has"
FOCUS = "what levels focus on"
SOURCE = Source(
    id=DIRECT,
    title=english("DIRECT, Digital Research Competencies Framework"),
    creator="DIRECT project",
    date="2026",
    licence=CC_BY,
    url=URL,
    attribution=(
        "DIRECT competencies framework, CC BY 4.0. Put into the format of curriculum-map."
    ),
)


def read(given: Given) -> Reading:
    """Make a framework of the tables: domains are areas, skills the parts of competencies."""
    tables = Tables(given, TABLES)
    framework = Framework(
        id=DIRECT,
        title=english("DIRECT"),
        description=english("Competencies and skills of digital research."),
        scale=DIRECT,
        areas=tuple(map(_area, _in_order(tables["competency_domain.csv"]))),
        publisher="DIRECT project",
        licence=CC_BY,
        url=URL,
        sources=(DIRECT,),
        where=Where(given.name),
    )
    made = [*_competencies(tables), *_skills(tables)]
    return tables.reading(framework, _scale(tables), SOURCE, made)


def _area(row: Row) -> Area:
    return Area(
        id=id_of(row["slug"]),
        title=english(row["name"]),
        description=english(row["description"]),
        where=row.where,
    )


def _scale(tables: Tables) -> Scale:
    """Give the levels, lowest first; nobody has to reach the one that is called none."""
    levels = []
    for row in sorted(tables["skill_level.csv"], key=lambda row: row["level"]):
        tables.left_out[FOCUS] += row["focus"] != ""
        if row["level"] == "0":
            tables.left_out[NO_LEVEL] += 1
            continue
        about = "\n".join(each for each in (row["short_description"], row["description"]) if each)
        levels.append(
            Level(
                id=id_of(row["name"].lower()),
                title=english(row["name"]),
                description=english(about),
                code=row["level"],
                where=row.where,
            )
        )
    title = english("DIRECT skill levels")
    return Scale(id=DIRECT, title=title, levels=tuple(levels), sources=(DIRECT,))


def _competencies(tables: Tables) -> Iterator[Competency]:
    areas = {row["slug"] for row in tables["competency_domain.csv"]}
    parts = defaultdict(list)
    for row in _in_order(tables["skill.csv"]):
        parts[row["competency"]].append(_id(row["slug"]))
    for row in tables["competency.csv"]:
        if tables.known(row, "competency_domain", "domain", areas):
            yield Competency(
                id=_id(row["slug"]),
                framework=DIRECT,
                area=id_of(row["competency_domain"]),
                title=english(row["name"]),
                definition=english(row["description"]),
                parts=tuple(parts[row["slug"]]),
                sources=(DIRECT,),
                where=row.where,
            )


def _skills(tables: Tables) -> Iterator[Competency]:
    competencies = {row["slug"]: row for row in tables["competency.csv"]}
    known = {row["slug"] for row in tables["skill.csv"]}
    for row in tables["skill.csv"]:
        if row["slug"] in competencies:
            message = f'There is a competency called "{row["slug"]}", too.'
            tables.problems.append(row.problem("duplicate-id", message))
        elif tables.known(row, "competency", "competency", competencies):
            tables.left_out[RESOURCES] += len(listed(row["learning_resources"]))
            yield _skill(row, competencies[row["competency"]], tables, known)


def _skill(row: Row, whole: Row, tables: Tables, known: set[str]) -> Competency:
    tools = ", ".join(listed(row["tools_languages_methodologies"]))
    related = listed(row["related_skills"])
    for each in related:
        if each not in known:
            message = f'There is no skill called "{each}"; the relation leads nowhere.'
            tables.problems.append(row.problem("unknown-name", message))
    return Competency(
        id=_id(row["slug"]),
        framework=DIRECT,
        area=id_of(whole["competency_domain"]),
        title=english(row["name"]),
        definition=english(row["description"]),
        competency_kind="skill",
        alignments=(
            Alignment(relation="exact", target=f"{SKILL}{row['slug']}/"),
            *(Alignment(relation="related", target=f"{SKILL}{each}/") for each in related),
        ),
        note=f"Tools, languages and methodologies: {tools}." if tools else "",
        sources=(DIRECT,),
        where=row.where,
    )


def _in_order(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: int(row["rank"]) if row["rank"].isdecimal() else 0)


def _id(slug: str) -> str:
    return f"{DIRECT}.{id_of(slug)}"


FORMAT = Format(
    name=DIRECT,
    title="DIRECT, the Digital Research Competencies Framework, as its tables",
    spec=URL,
    read=read,
)
