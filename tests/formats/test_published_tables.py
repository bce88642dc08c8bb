"""FAIR4S, DIRECT and DigComp become frameworks, read from the tables they are published in."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from curriculum_map.errors import InvalidProject
from curriculum_map.formats import FORMATS
from curriculum_map.formats.assemble import assemble
from curriculum_map.formats.base import Given
from curriculum_map.formats.given import given
from curriculum_map.formats.importing import addition, read_document
from curriculum_map.formats.open_frameworks import read_open_frameworks
from curriculum_map.formats.project import load
from curriculum_map.formats.reading import Reading
from curriculum_map.formats.writing import write_all
from curriculum_map.model import Alignment, Settings
from published import FRAMEWORKS, is_there, rows

FOLDERS = {"fair4s": "fair4s", "direct": "direct", "digcomp": "digcomp3"}
LEFT_OUT = {
    "fair4s": [
        "fair4s: Left out: competence_roles.csv, framework.yml, material_skill_level.csv, "
        "materials.csv. (passed-over)",
        "fair4s: Left out: relations between competences (21 x). (passed-over)",
    ],
    "direct": [
        "direct: Left out: learning_resource.csv, provider.csv. (passed-over)",
        "direct: Left out: links from a skill to a learning resource (151 x). (passed-over)",
        "direct: Left out: the level 0, which everybody has (1 x). (passed-over)",
        "direct: Left out: what levels focus on (4 x). (passed-over)",
    ],
    "digcomp": [
        "digcomp3: Left out: DigComp_3.0_Data_Supplement_24Nov2025.jsonld. (passed-over)",
        "digcomp3: Left out: descriptions of the eight levels (8 x). (passed-over)",
        "digcomp3: Left out: learning outcomes (523 x). (passed-over)",
        "digcomp3: Left out: numbers of statements, and whether they are about AI (362 x). "
        "(passed-over)",
    ],
}
DIGCOMP = {
    "competences.csv": """\
area_no,area,area_descriptor,competence_no,competence,competence_descriptor,area_nl,competence_nl
1,Search,To search.,1.1,Browsing,To browse.,Zoeken,Bladeren
""",
    "statements.csv": """\
competence_no,statement_id,statement,level,statement_nl
1.1,CS1,Knows tools.,Basic,Kent hulpmiddelen.
1.1,CS2,Uses tools.,Basic,
1.1,CS3,Makes tools.,Advanced,Maakt hulpmiddelen.
""",
    "learning_outcomes.csv": "outcome_id,outcome\nLO1,Knows tools.\n",
    "levels.csv": """\
level_name,four_level_description,purpose,eight_level,six_level_mapping
Basic,With help.,To take part.,1,A1
Basic,With help.,To take part.,2,A2
Advanced,Alone.,,3,C1
""",
}


def real(name: str) -> Reading | None:
    folder = FRAMEWORKS / FOLDERS[name]
    return read_document(given(folder), FORMATS[name]) if is_there(folder) else None


def read(name: str, files: Mapping[str, str | bytes]) -> Reading:
    data = {n: each.encode() if isinstance(each, str) else each for n, each in files.items()}
    return read_document(Given(name="tables", files=data), FORMATS[name])


def errors(name: str, files: Mapping[str, str | bytes]) -> list[str]:
    with pytest.raises(InvalidProject) as caught:
        read(name, files)
    return [str(each) for each in caught.value.problems if each.severity == "error"]


@pytest.mark.parametrize("name", FOLDERS)
def test_what_has_no_place_is_said_and_counted(name):
    if (reading := real(name)) is not None:
        assert [str(each) for each in reading.problems] == LEFT_OUT[name]


@pytest.mark.parametrize("name", FOLDERS)
def test_the_publisher_is_given_credit(name):
    if (reading := real(name)) is not None:
        (source,) = reading.catalogue.sources.values()
        assert source.licence == "https://creativecommons.org/licenses/by/4.0/"
        assert "CC BY 4.0" in source.attribution
        assert all(each.sources == (name,) for each in reading.catalogue.competencies.values())


def test_fair4s_agrees_with_the_one_that_comes_with_the_program():
    reading = real("fair4s")
    if reading is None:
        return
    ours = assemble(read_open_frameworks(["fair4s"]), Settings()).catalogue
    for collection in ("scales", "frameworks", "competencies", "profiles"):
        assert getattr(reading.catalogue, collection) == getattr(ours, collection)


def test_direct_has_164_skills_that_are_the_parts_of_20_competencies_in_7_domains():
    reading = real("direct")
    if reading is None:
        return
    found = reading.catalogue
    kinds = Counter(each.competency_kind for each in found.competencies.values())
    assert kinds == {"skill": 164, None: 20}
    assert len(found.frameworks["direct"].areas) == 7
    assert sum(len(each.parts) for each in found.competencies.values()) == 164
    related = [
        a
        for each in found.competencies.values()
        for a in each.alignments
        if a.relation == "related"
    ]
    assert len(related) == 181
    assert [(level.id, level.code) for level in found.scales["direct"].levels] == [
        ("awareness", "1"),
        ("working", "2"),
        ("practitioner", "3"),
        ("expert", "4"),
    ]


def test_a_skill_of_direct_keeps_its_address():
    reading = real("direct")
    if reading is not None:
        skill = reading.catalogue.competencies["direct.active-listening"]
        target = "https://directframework.com/framework/skills/active-listening/"
        assert skill.alignments[0] == Alignment(relation="exact", target=target)


def test_digcomp_says_what_its_json_says():
    reading = real("digcomp")
    if reading is None:
        return
    found = reading.catalogue
    file = FRAMEWORKS / "digcomp3" / "DigComp_3.0_Data_Supplement_24Nov2025.jsonld"
    graph = json.loads(file.read_text(encoding="utf-8"))["@graph"]
    kinds = Counter(each["@type"] for each in graph)
    assert len(found.frameworks["digcomp"].areas) == kinds["CompetenceArea"] == 5
    assert len(found.competencies) == kinds["Competence"] == 21
    said = Counter(
        line
        for each in found.competencies.values()
        for level in each.descriptors
        for line in level.text.show("en").splitlines()
    )
    statements = (e["description"] for e in graph if e["@type"] == "CompetenceStatement")
    assert said == Counter(" ".join(each.split()) for each in statements)
    assert sum(said.values()) == 362


def test_digcomp_is_read_in_dutch_as_far_as_it_was_translated():
    found = read("digcomp", DIGCOMP).catalogue
    assert found.settings.languages == ("en", "nl")
    (browsing,) = found.competencies.values()
    assert browsing.title.values == (("en", "Browsing"), ("nl", "Bladeren"))
    basic, advanced = browsing.descriptors
    assert basic.text.values == (("en", "Knows tools.\nUses tools."),)
    assert advanced.text.values == (("en", "Makes tools."), ("nl", "Maakt hulpmiddelen."))
    assert [(level.id, level.code) for level in found.scales["digcomp"].levels] == [
        ("basic", "1-2"),
        ("advanced", "3"),
    ]


def test_what_was_read_is_what_the_written_project_says(tmp_path: Path):
    found = read("digcomp", DIGCOMP).catalogue
    write_all(tmp_path, addition(found, tmp_path).files)
    assert load(tmp_path) == found


BROKEN: Mapping[str, tuple[str, str | bytes, str]] = {
    "nothing": (
        "levels.csv",
        "",
        'tables/levels.csv:1: There is no column "level_name". (missing-column)',
    ),
    "another encoding": (
        "statements.csv",
        DIGCOMP["statements.csv"].replace("Uses", "Ü").encode("cp1252"),
        "tables/statements.csv:3: The file is not saved as UTF-8. Save it again with the encoding "
        '"UTF-8". (not-utf-8)',
    ),
    "a competence nobody describes": (
        "statements.csv",
        DIGCOMP["statements.csv"].replace("1.1,CS2", "1.2,CS2"),
        'tables/statements.csv:3: There is no competence called "1.2". Did you mean "1.1"? '
        "(unknown-name)",
    ),
    "a level that is none": (
        "statements.csv",
        DIGCOMP["statements.csv"].replace("Advanced", "Advance"),
        'tables/statements.csv:4: There is no level called "Advance". Did you mean "Advanced"? '
        "(unknown-name)",
    ),
    "an id that stands there twice": (
        "statements.csv",
        DIGCOMP["statements.csv"].replace("CS2", "CS1"),
        'tables/statements.csv:3: There is another "CS1" in line 2. (duplicate-id)',
    ),
    "a row that ends early": (
        "statements.csv",
        DIGCOMP["statements.csv"][:-40],
        "tables/statements.csv:4: The row has 3 cells, the headings are 5. (ragged-row)",
    ),
    "a web page": (
        "statements.csv",
        "\n<html>",
        "tables/statements.csv: This is a web page and no table. Fetch the file again. "
        "(unreadable)",
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_broken_tables_say_what_is_wrong_with_file_and_line(what):
    name, content, said = BROKEN[what]
    assert said in errors("digcomp", {**DIGCOMP, name: content})


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_without_the_tables_says_which_are_missing(name):
    assert all(each.endswith("here, not 0. (no-table)") for each in errors(name, {"x.csv": "a\n"}))


def test_a_skill_of_direct_related_to_nothing_is_a_problem():
    if not is_there(FRAMEWORKS / "direct"):
        return
    files = dict(given(FRAMEWORKS / "direct").files)
    first = next(row for row in rows("direct/skill.csv") if "|" in row["related_skills"])
    broken = files["skill.csv"].replace(first["related_skills"].encode(), b"juggling")
    said = errors("direct", {**files, "skill.csv": broken})
    assert len(said) == 1
    assert said[0].endswith(
        'There is no skill called "juggling"; the relation leads nowhere. (unknown-name)'
    )
