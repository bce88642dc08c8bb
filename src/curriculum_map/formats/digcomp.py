"""DigComp 3.0, the European digital competence framework, from the tables of its supplement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from curriculum_map.formats.base import Format, Given
from curriculum_map.formats.headed import Row
from curriculum_map.formats.made_ids import id_of
from curriculum_map.formats.published_tables import CC_BY, Table, Tables, english
from curriculum_map.formats.reading import Reading
from curriculum_map.model import (
    Alignment,
    Area,
    Competency,
    Descriptor,
    Framework,
    Level,
    Scale,
    Source,
    Text,
)
from curriculum_map.problems import Where

DIGCOMP = "digcomp"
URL = "https://publications.jrc.ec.europa.eu/repository/handle/JRC144705"
TABLES = {
    "competences.csv": Table(
        (
            *("area_no", "area", "area_descriptor", "competence_no"),
            *("competence", "competence_descriptor"),
        ),
        "competence_no",
    ),
    "statements.csv": Table(
        ("competence_no", "statement_id", "statement", "level"), "statement_id"
    ),
    "learning_outcomes.csv": Table(("outcome_id", "outcome"), "outcome_id"),
    "levels.csv": Table(
        ("level_name", "four_level_description", "purpose", "eight_level", "six_level_mapping"),
        "eight_level",
    ),
}
PUBLISHER = "Joint Research Centre, European Commission"
SOURCE = Source(
    id=DIGCOMP,
    title=english("DigComp 3.0: European Digital Competence Framework, data supplement"),
    creator=PUBLISHER,
    date="2025-11-24",
    licence=CC_BY,
    url=URL,
    attribution=(
        "DigComp 3.0, European Union, JRC144121, CC BY 4.0. Put into the format of curriculum-map."
    ),
)


def read(given: Given) -> Reading:
    """Make a framework of the tables, in English and in as much Dutch as they have."""
    tables = Tables(given, TABLES)
    scale = _scale(tables)
    framework = Framework(
        id=DIGCOMP,
        title=english("DigComp 3.0"),
        description=english("European Digital Competence Framework."),
        version="3.0",
        scale=DIGCOMP,
        areas=tuple(_areas(tables)),
        publisher=PUBLISHER,
        licence=CC_BY,
        url=URL,
        sources=(DIGCOMP,),
        where=Where(given.name),
    )
    competencies = list(_competencies(tables, [level.id for level in scale.levels]))
    tables.left_out["learning outcomes"] += len(tables["learning_outcomes.csv"])
    return tables.reading(framework, scale, SOURCE, competencies)


def _said(row: Row, heading: str) -> Text:
    """Give a text in English, and in Dutch where a column beside it has that."""
    both = (("en", row[heading]), ("nl", row[f"{heading}_nl"]))
    return Text(tuple(pair for pair in both if pair[1]))


def _areas(tables: Tables) -> Iterator[Area]:
    seen = set()
    for row in tables["competences.csv"]:
        if row["area_no"] not in seen:
            seen.add(row["area_no"])
            yield Area(
                id=id_of(row["area_no"]),
                title=_said(row, "area"),
                description=english(row["area_descriptor"]),
                where=row.where,
            )


def _scale(tables: Tables) -> Scale:
    """Give the four levels, lowest first, each coded by those of the eight it is made of."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in tables["levels.csv"]:
        rows[row["level_name"]].append(row)
    tables.left_out["descriptions of the eight levels"] += len(tables["levels.csv"])
    levels = (
        Level(
            id=id_of(name.lower()),
            title=english(name),
            description=english(
                "\n".join([held[0]["four_level_description"], held[0]["purpose"]]).strip()
            ),
            code="-".join(row["eight_level"] for row in held),
            where=held[0].where,
        )
        for name, held in rows.items()
    )
    title = english("DigComp 3.0 levels")
    return Scale(id=DIGCOMP, title=title, levels=tuple(levels), sources=(DIGCOMP,))


def _competencies(tables: Tables, levels: list[str]) -> Iterator[Competency]:
    descriptors = _descriptors(tables, levels)
    for row in tables["competences.csv"]:
        number = row["competence_no"]
        target = f"{URL}#Competence/{number}"
        yield Competency(
            id=f"{DIGCOMP}.{id_of(number)}",
            framework=DIGCOMP,
            area=id_of(row["area_no"]),
            title=_said(row, "competence"),
            definition=_said(row, "competence_descriptor"),
            code=number,
            descriptors=tuple(descriptors.get(number, ())),
            alignments=(Alignment(relation="exact", target=target),),
            sources=(DIGCOMP,),
            where=row.where,
        )


def _descriptors(tables: Tables, levels: list[str]) -> dict[str, list[Descriptor]]:
    """Give what each level means for a competence: its statements, one on each line."""
    names = {row["competence_no"] for row in tables["competences.csv"]}
    called = {row["level_name"] for row in tables["levels.csv"]}
    said: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in tables["statements.csv"]:
        is_known = tables.known(row, "competence_no", "competence", names)
        if tables.known(row, "level", "level", called) and is_known:
            said[row["competence_no"], id_of(row["level"].lower())].append(row)
            tables.left_out["numbers of statements, and whether they are about AI"] += 1
    found: dict[str, list[Descriptor]] = defaultdict(list)
    for name, level in sorted(said, key=lambda each: levels.index(each[1])):
        rows = said[name, level]
        found[name].append(Descriptor(level=level, text=_lines(rows), where=rows[0].where))
    return found


def _lines(rows: list[Row]) -> Text:
    texts = [dict(_said(row, "statement").values) for row in rows]
    common = sorted(set.intersection(*(set(each) for each in texts)))
    return Text(tuple((tag, "\n".join(each[tag] for each in texts)) for tag in common))


FORMAT = Format(
    name=DIGCOMP,
    title="DigComp 3.0 as the tables of its data supplement",
    spec=URL,
    read=read,
)
