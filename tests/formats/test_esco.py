"""ESCO becomes a framework, whole or as far as a project is aligned to it."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import pytest

from asking import ask
from curriculum_map.errors import BadQuestion, InvalidProject
from curriculum_map.formats.base import Given
from curriculum_map.formats.esco import FORMAT, read
from curriculum_map.formats.given import given
from curriculum_map.formats.importing import addition, read_document
from curriculum_map.formats.project import load
from curriculum_map.formats.rdf import skos
from curriculum_map.formats.rdf.skos_reader import Reader
from curriculum_map.formats.rdf.skos_rules import problems_of
from curriculum_map.formats.rdf.syntaxes import statements
from curriculum_map.formats.rdf.triples import Triples
from curriculum_map.formats.reading import Reading
from curriculum_map.model import Alignment, Catalogue, Competency, Text
from published import ESCO, esco_skills, is_there
from sample import catalogue, competency
from shipped import ROOT

SKILL = "http://data.europa.eu/esco/skill/"
SKILLS = f"""\
conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,description
KnowledgeSkillCompetence,{SKILL}a,skill/competence,transversal,draw charts,"plot data
draw charts
make charts",graphs,released,Draw charts of data.
KnowledgeSkillCompetence,{SKILL}b,knowledge,,statistics,,,obsolete,What numbers say.
"""
DUTCH = f"""\
conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status,description
KnowledgeSkillCompetence,{SKILL}a,skill/competence,transversal,grafieken tekenen,,released,
"""
GROUPS = f"""\
conceptType,conceptUri,preferredLabel,altLabels,status,scopeNote,description,code
SkillGroup,{SKILL}s,skills,,released,,All skills,S
SkillGroup,{SKILL}s1,informing,,released,"Excludes <a resource=""x"">talking</a>",To inform,S1
"""
BROADER = f"""\
conceptType,conceptUri,broaderType,broaderUri
SkillGroup,{SKILL}s1,SkillGroup,{SKILL}s
KnowledgeSkillCompetence,{SKILL}a,SkillGroup,{SKILL}s1
KnowledgeSkillCompetence,{SKILL}b,KnowledgeSkillCompetence,{SKILL}a
"""
RELATED = f"""\
originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri
{SKILL}a,skill/competence,essential,knowledge,{SKILL}b
{SKILL}b,knowledge,optional,knowledge,{SKILL}b
"""
RELEASE = {
    "skills_en.csv": SKILLS,
    "skillGroups_en.csv": GROUPS,
    "broaderRelationsSkillPillar.csv": BROADER,
    "skillSkillRelations.csv": RELATED,
}


def release(files: Mapping[str, str | bytes], **options: str) -> Given:
    data = {n: each.encode() if isinstance(each, str) else each for n, each in files.items()}
    return Given(name="esco-1.1.1", files=data, options=options)


def english(words: str) -> Text:
    return Text((("en", words),))


def problems(files: Mapping[str, str | bytes]) -> list[str]:
    """Give the errors of a release as a person sees them."""
    try:
        found = read(release(files)).problems
    except InvalidProject as error:
        found = tuple(error.problems)
    return [str(each) for each in found if each.severity == "error"]


def test_a_skill_says_all_that_esco_says_of_it_that_has_a_place():
    reading = read(release({**RELEASE, "skills_nl.csv": DUTCH}))
    assert reading.catalogue.competencies["esco.a"] == Competency(
        id="esco.a",
        framework="esco",
        title=Text((("en", "draw charts"), ("nl", "grafieken tekenen"))),
        also_called=english("make charts\nplot data"),
        definition=english("Draw charts of data."),
        competency_kind="skill",
        parts=("esco.b",),
        alignments=(
            Alignment(relation="exact", target=f"{SKILL}a"),
            Alignment(
                relation="related",
                target=f"{SKILL}b",
                note="ESCO calls it essential for this one.",
            ),
        ),
        note="ESCO reuse level: transversal.",
        sources=("esco",),
    )
    assert reading.catalogue.competencies["esco.b"].deprecated
    assert [str(each) for each in reading.problems] == [
        "esco-1.1.1: Left out: addresses and alternative labels of pillars, which become areas "
        "(1 x). (passed-over)",
        "esco-1.1.1: Left out: alternative labels that are the preferred label (1 x). "
        "(passed-over)",
        "esco-1.1.1: Left out: hidden labels (1 x). (passed-over)",
        "esco-1.1.1: Left out: relations of a skill to itself (1 x). (passed-over)",
    ]


def test_pillars_are_areas_and_groups_the_wholes_of_skills():
    found = read(release(RELEASE, version="1.1.1")).catalogue
    (framework,) = found.frameworks.values()
    assert [(area.id, area.title) for area in framework.areas] == [("S", english("skills"))]
    assert framework.version == "1.1.1"
    group = found.competencies["esco.s1"]
    assert (group.area, group.code, group.parts) == ("S", "S1", ("esco.a",))
    assert group.note == "Excludes talking"


def test_credit_is_given_to_the_commission():
    (source,) = read(release(RELEASE)).catalogue.sources.values()
    assert source.attribution.startswith(
        "This service uses the ESCO classification of the European Commission."
    )


def test_only_what_a_project_is_aligned_to_is_taken_if_that_is_asked_for():
    aligned = competency("plots", alignments=(Alignment(relation="close", target=f"{SKILL}b"),))
    lost = competency("lost", alignments=(Alignment(relation="close", target=f"{SKILL}z"),))
    asked = replace(release(RELEASE, only="aligned"), project=catalogue(aligned, lost))
    reading = read(asked)
    assert list(reading.catalogue.competencies) == ["esco.b"]
    assert str(reading.problems[-1]) == (
        f'esco-1.1.1: The project is aligned to "{SKILL}z", which is no skill or group of it. '
        "(unknown-name)"
    )


def test_a_project_aligned_to_nothing_gets_nothing():
    with pytest.raises(InvalidProject, match="No competency of the project is aligned to a skill"):
        read(release(RELEASE, only="aligned"))


def test_what_else_could_be_taken_is_not_guessed():
    with pytest.raises(BadQuestion, match='The option "only" knows "aligned" alone'):
        read(release(RELEASE, only="everything"))


def archive(files: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as to:
        for name, content in files.items():
            to.writestr(name, content)
    return packed.getvalue()


BROKEN: Mapping[str, tuple[Mapping[str, str | bytes], str]] = {
    "an archive that ends early": (
        {"en.zip": archive(RELEASE)[:-30]},
        'esco-1.1.1/en.zip: The archive cannot be unpacked ("File is not a zip file"). '
        "Fetch or save it again. (unreadable)",
    ),
    "another encoding": (
        {**RELEASE, "skills_en.csv": SKILLS.replace("What", "Ä").encode("cp1252")},
        "esco-1.1.1/skills_en.csv:5: The file is not saved as UTF-8. Save it again with the "
        'encoding "UTF-8". (not-utf-8)',
    ),
    "nulls": (
        {**RELEASE, "skills_en.csv": SKILLS.replace("What", "\0")},
        "esco-1.1.1/skills_en.csv: This is no text file. Save it as CSV from the program it "
        "comes from. (unreadable)",
    ),
    "a column that is missing": (
        {**RELEASE, "skills_en.csv": SKILLS.replace("preferredLabel", "label")},
        'esco-1.1.1/skills_en.csv:1: There is no column "preferredLabel". (missing-column)',
    ),
    "a file that ends in a cell": (
        {**RELEASE, "skills_en.csv": SKILLS[: SKILLS.index("make")]},
        "esco-1.1.1/skills_en.csv:2: A quotation mark opens a cell here and is never closed. "
        "Close it, or delete it. (bad-csv)",
    ),
    "a file that ends in a row": (
        {**RELEASE, "skills_en.csv": SKILLS[: SKILLS.index(",,,obsolete")]},
        "esco-1.1.1/skills_en.csv:5: The row has 5 cells, the headings are 9. (ragged-row)",
    ),
    "a web page": (
        {**RELEASE, "skills_en.csv": "<!doctype html><p>Sign in"},
        "esco-1.1.1/skills_en.csv: This is a web page and no table. Fetch the file again. "
        "(unreadable)",
    ),
    "a broader concept nobody describes": (
        {**RELEASE, "broaderRelationsSkillPillar.csv": BROADER.replace(f"{SKILL}s\n", "x:y\n")},
        'esco-1.1.1/broaderRelationsSkillPillar.csv:2: "x:y" stands neither among the skills nor '
        "among their groups. (unknown-name)",
    ),
    "a concept that stands there twice": (
        {**RELEASE, "skills_en.csv": SKILLS.replace(f"{SKILL}b", f"{SKILL}a")},
        f'esco-1.1.1/skills_en.csv:5: There is another "{SKILL}a" in line 2. (duplicate-id)',
    ),
    "an address that is none": (
        {"skills_en.csv": SKILLS.replace(f"{SKILL}b", "../b")},
        'esco-1.1.1/skills_en.csv:5: "../b" is not a web address. (bad-form)',
    ),
    "two files for one": (
        {"skills_en.csv": SKILLS, "z/skills_en.csv": SKILLS},
        "esco-1.1.1/z/skills_en.csv: There is another file of this kind in this language. Leave "
        "one of them out. (duplicate-id)",
    ),
    "something else": (
        {"words.csv": "a,b\n"},
        "esco-1.1.1: There is no file here that is called skills_en.csv, or so in another "
        "language. (no-table)",
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_release_says_what_is_wrong_with_file_and_line(what):
    files, said = BROKEN[what]
    assert said in problems(files)


def test_archives_that_unpack_to_more_than_is_read_are_refused_together(monkeypatch):
    monkeypatch.setattr("curriculum_map.formats.esco_files.LARGEST", 3_000)
    bomb = archive({"x.csv": "0" * 2_000})
    (said,) = problems({"a.zip": bomb, "b.zip": bomb})
    assert said.startswith("esco-1.1.1/b.zip: Unpacked, ")
    assert said.endswith("more than the 1,000 bytes that are read. Split it. (too-large)")


def test_markup_in_a_name_stays_the_text_it_is():
    files = {**RELEASE, "skills_en.csv": SKILLS.replace("statistics", "<b>statistics</b>")}
    found = read(release(files)).catalogue.competencies
    assert found["esco.b"].title == english("<b>statistics</b>")


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_release_leaves_no_half_written_project(what, tmp_path):
    files, said = BROKEN[what]
    for name, content in files.items():
        path = tmp_path / "esco-1.1.1" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    answer = ask("-p", tmp_path / "project", "import", "esco", tmp_path / "esco-1.1.1")
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err.splitlines()
    assert not (tmp_path / "project").exists()


def test_an_import_of_a_newer_release_keeps_what_was_added_to_the_older_one(tmp_path):
    older, project = tmp_path / "esco-1.1.1", tmp_path / "project"
    older.mkdir()
    for name, content in RELEASE.items():
        (older / name).write_text(content, encoding="utf-8")
    assert ask("-p", project, "import", "esco", older).code == 0
    file = project / "competencies/frameworks/esco.yaml"
    ours = file.read_text(encoding="utf-8").replace(
        "    title: statistics\n", "    title: {en: statistics, nl: statistiek}\n"
    )
    file.write_text(ours, encoding="utf-8")
    newer = older.rename(tmp_path / "esco-1.2.0")
    (newer / "skills_en.csv").write_text(
        SKILLS.replace("What numbers say.", "What figures say."), encoding="utf-8"
    )
    answer = ask("-p", project, "import", "esco", newer)
    assert (answer.code, answer.out.splitlines()[3:]) == (
        0,
        [
            'changed: source "esco", title/en: "ESCO 1.1.1" → "ESCO 1.2.0"',
            'changed: framework "esco", version: "1.1.1" → "1.2.0"',
            'changed: competency "esco.b", definition/en: '
            '"What numbers say." → "What figures say."',
        ],
    )
    found = load(project).competencies["esco.b"]
    assert found.title == Text((("en", "statistics"), ("nl", "statistiek")))
    assert found.definition == english("What figures say.")


def test_a_circle_of_broader_concepts_keeps_everything_from_being_read():
    circle = BROADER.replace(f"{SKILL}s1,SkillGroup,{SKILL}s\n", f"{SKILL}s1,SkillGroup,{SKILL}b\n")
    with pytest.raises(InvalidProject, match=r"Competencies are parts of each other: esco[.]a > "):
        read_document(release({**RELEASE, "broaderRelationsSkillPillar.csv": circle}), FORMAT)


@pytest.fixture(scope="module")
def real() -> Reading | None:
    return read_document(given(ESCO.parent), FORMAT) if is_there(ESCO) else None


def test_all_of_esco_is_read_and_what_is_left_out_is_counted(real):
    if real is None:
        return
    found = real.catalogue.competencies
    areas = real.catalogue.frameworks["esco"].areas
    assert len(found) + len(areas) == 14_543
    assert [area.id for area in areas] == ["K", "L", "S", "T"]
    assert real.catalogue.frameworks["esco"].version == "1.1.1"
    kinds = Counter(each.competency_kind for each in found.values())
    assert kinds == {"skill": 10_831, "knowledge": 3_059, None: 6 + 643}
    assert sum(len(each.parts) for each in found.values()) == 20_656 - 28
    assert sum(each.area != "" for each in found.values()) == 28
    related = [a.note for each in found.values() for a in each.alignments if a.relation != "exact"]
    assert Counter(related) == {
        "ESCO calls it optional for this one.": 5_708 - 1,
        "ESCO calls it essential for this one.": 191,
    }
    counted = [str(each).removeprefix("esco-1.1.1: ") for each in real.problems]
    assert counted[1:] == [
        "Left out: addresses and alternative labels of pillars, which become areas (4 x). "
        "(passed-over)",
        "Left out: alternative labels that are the preferred label (12,198 x). (passed-over)",
        "Left out: dates of last change (14,165 x). (passed-over)",
        "Left out: definitions beside a description (2 x). (passed-over)",
        "Left out: hidden labels (1,014 x). (passed-over)",
        "Left out: memberships of collections such as the digital or the green ones (2,293 x). "
        "(passed-over)",
        "Left out: relations of a skill to itself (1 x). (passed-over)",
    ]


def test_every_skill_has_the_names_of_its_row_and_none_twice(real):
    if real is None:
        return
    exactly_repeated = 0
    for row in esco_skills():
        found = real.catalogue.competencies[f"esco.{row['conceptUri'].rpartition('/')[2]}"]
        names = row["altLabels"].split("\n") if row["altLabels"] else []
        exactly_repeated += row["preferredLabel"] in names
        label = " ".join(row["preferredLabel"].split())
        assert found.title == english(label)
        kept = {" ".join(each.split()) for each in names} - {label, ""}
        assert set(found.also_called.show("en").splitlines()) == kept
    assert exactly_repeated == 12_187


def test_esco_as_skos_is_valid_and_read_back_equal(real):
    if real is None:
        return
    written = skos.write(real.catalogue, "ntriples")
    assert Counter(loss.kind for loss in written.losses) == {"note": 5_898}
    triples = Triples(statements(written.document, "ntriples", "esco.nt"))
    codes = Counter((each.code, each.severity) for each in problems_of(triples, "esco.nt"))
    assert codes == {("shared-label", "warning"): 133}
    for concept in triples.typed("skos:Concept"):
        preferred = triples.literals(concept, "skos:prefLabel")
        assert len(preferred) == 1
        assert preferred[0] not in triples.literals(concept, "skos:altLabel")
    back = Reader(triples, "esco.nt").reading()
    assert back.problems == ()
    one, other = in_order(back.catalogue), in_order(real.catalogue)
    assert [each for each in other if one.get(each) != other[each]] == []
    assert len(one) == len(other)
    for name in ("sources", "scales", "frameworks"):
        assert getattr(back.catalogue, name) == getattr(real.catalogue, name)


def in_order(given: Catalogue) -> dict[str, Competency]:
    """Leave out what SKOS does not keep: the order of alignments, and their notes."""
    found = {}
    for each in given.competencies.values():
        plain = [replace(alignment, note="") for alignment in each.alignments]
        found[each.id] = replace(each, alignments=tuple(sorted(plain, key=repr)))
    return found


def test_the_shipped_project_gets_the_37_skills_it_is_aligned_to(tmp_path):
    if not is_there(ESCO):
        return
    project = load(ROOT)
    asked = replace(given(ESCO.parent, options={"only": "aligned"}), project=project)
    found = read_document(asked, FORMAT).catalogue
    targets = {a.target for c in project.competencies.values() for a in c.alignments}
    aligned = {each for each in targets if each.startswith("http://data.europa.eu/esco/")}
    assert {c.alignments[0].target for c in found.competencies.values()} == aligned
    written = addition(found, tmp_path).files
    assert sorted(written) == [
        "competencies/frameworks/esco.yaml",
        "competencies/scales.yaml",
        "competencies/sources.yaml",
    ]
