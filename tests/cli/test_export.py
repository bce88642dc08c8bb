"""`export` hands a project over, `import` takes one over: all of it or nothing."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from asking import ask
from curriculum_map.formats import FORMATS
from curriculum_map.formats.base import Written
from curriculum_map.formats.project import load
from curriculum_map.formats.rdf.validate import PROFILES
from curriculum_map.model import Catalogue
from written import BASE, FILE, write

MEDICINE = """\
institution: school
units:
  a: {kind: course, title: A, outcomes: {o: {text: O, develops: {charts: knows}}}}
programmes:
  medicine: {title: Medicine, aims: graduate, plan: {year: 1, units: a}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path / "ours", {"competencies/base.yaml": BASE, FILE: MEDICINE})


@pytest.fixture
def handed_over(project: Path, tmp_path: Path) -> Path:
    file = tmp_path / "ours.ttl"
    assert ask("-p", project, "export", "rdf", "--out", file) == (0, "", "")
    return file


def files_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file() and ".imports" not in path.parts
    }


def written_as(name: str, catalogue: Catalogue) -> Written[Any]:
    write_, syntax = FORMATS[name].write, next(iter(FORMATS[name].suffixes.values()), "")
    assert write_
    return write_(catalogue, syntax)


def is_one_text(name: str) -> bool:
    written = written_as(name, Catalogue())
    return isinstance(written.document, str) and not written.beside


TEXTS = [name for name, each in FORMATS.items() if each.write and is_one_text(name)]
OTHERS = [name for name, each in FORMATS.items() if each.write and name not in TEXTS]


@pytest.mark.parametrize("name", TEXTS)
def test_every_format_that_is_one_text_is_exported_to_standard_output(name, project):
    written = written_as(name, load(project))
    answer = ask("-p", project, "export", name, "--no-check")
    assert (answer.code, answer.out) == (0, written.document)
    missing = FORMATS[name].missing
    lines = [f"{problem}\n" for problem in missing(load(project))] if missing else []
    assert answer.err.startswith("".join(lines))
    assert (f"{len(written.losses)} thing" in answer.err) == bool(written.losses)


@pytest.mark.parametrize("name", OTHERS)
def test_every_other_format_is_exported_to_files(name, project, tmp_path):
    answer = ask("-p", project, "export", name)
    said = f'The format "{name}" is not one text. Say where it goes with --out. (bad-question)'
    assert answer == (2, "", f"{said}\n")
    out = tmp_path / f"out{next(iter(FORMATS[name].suffixes), '')}"
    assert ask("-p", project, "export", name, "--out", out).code == 0
    assert out.exists()


def test_a_folder_of_files_is_packed_where_the_name_is_that_of_an_archive(project, tmp_path):
    archive, folder = tmp_path / "packed.ZIP", tmp_path / "loose"
    for out in (archive, folder):
        assert ask("-p", project, "export", "csv", "--out", out) == (0, "", "")
    with zipfile.ZipFile(archive) as packed:
        assert {each: packed.read(each).decode() for each in packed.namelist()} == {
            name: (folder / name).read_bytes().decode() for name in files_of(folder)
        }
    assert ask("-p", tmp_path / "theirs", "import", "csv", archive).code == 0
    assert load(tmp_path / "theirs") == load(project)


def test_files_that_an_export_leaves_in_a_folder_are_told(project, tmp_path):
    out = write(tmp_path / "out", {"sources.csv": "id\n", "alignments.csv": "", "notes.md": ""})
    answer = ask("-p", project, "export", "csv", "--out", out)
    said = f'"{out}" has other files already, which stay: "alignments.csv".\n'
    assert answer == (0, "", said)


def test_a_file_that_stands_where_a_folder_is_to_be_stays(project, tmp_path):
    write(tmp_path, {"out": "mine"})
    answer = ask("-p", project, "export", "csv", "--out", tmp_path / "out")
    said = f'"{tmp_path / "out"}" is no folder, but files are to be written into it. (cannot-write)'
    assert answer == (2, "", f"{said}\n")
    assert files_of(tmp_path)["out"] == "mine"


@pytest.mark.parametrize(("suffix", "syntax"), FORMATS["rdf"].suffixes.items())
def test_the_ending_of_the_file_says_how_it_is_spelled(suffix, syntax, project, tmp_path):
    file = tmp_path / f"ours{suffix.upper()}"
    assert ask("-p", project, "export", "rdf", "--out", file).code == 0
    for asked in (syntax, suffix.removeprefix(".")):
        on_paper = ask("-p", project, "export", "rdf", "--syntax", asked).out
        assert file.read_text(encoding="utf-8") == on_paper


def test_an_export_is_imported_into_an_empty_project_equal(project, handed_over, tmp_path):
    theirs = tmp_path / "theirs"
    answer = ask("-p", theirs, "import", "rdf", handed_over)
    assert answer == (
        0,
        "Wrote 5 files with 10 descriptions.\n"
        "competencies/frameworks/skills.yaml\n"
        "competencies/role-profiles.yaml\n"
        "competencies/scales.yaml\n"
        "competencies/sources.yaml\n"
        "curricula/school.yaml\n",
        "",
    )
    assert load(theirs) == load(project)
    assert set(files_of(theirs)) == set(answer.out.splitlines()[1:])


def test_settings_come_along_into_an_empty_project_only(project, tmp_path):
    (project / "curriculum-map.toml").write_text('languages = ["nl", "en"]\n', encoding="utf-8")
    file = tmp_path / "ours.ttl"
    assert ask("-p", project, "export", "rdf", "--out", file).code == 0
    assert ask("-p", tmp_path / "empty", "import", "rdf", file).code == 0
    assert load(tmp_path / "empty") == load(project)
    used = write(tmp_path / "used", {"curricula/x.yaml": "institutions: {home: {title: Home}}\n"})
    assert ask("-p", used, "import", "rdf", file).code == 0
    assert load(used).settings.languages == ("en",)
    assert load(used).units.keys() == load(project).units.keys()


def test_what_is_there_already_is_not_written_again(project, handed_over):
    before = files_of(project)
    answer = ask("-p", project, "import", "rdf", handed_over)
    assert answer == (0, "Wrote 0 files with 0 descriptions. 10 were there already.\n", "")
    assert files_of(project) == before


def test_an_id_that_is_taken_keeps_everything_from_being_written(project, handed_over):
    taken = BASE.replace("charts: {title: Charts", "charts: {title: Other")
    (project / "competencies/base.yaml").write_text(taken, encoding="utf-8")
    before = files_of(project)
    answer = ask("-p", project, "import", "rdf", handed_over)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.splitlines()[0] == (
        'competencies/frameworks/skills.yaml:4:3: There is another competency called "charts" in '
        "competencies/base.yaml:9:3. Give one of them another id. (duplicate-id)"
    )
    assert files_of(project) == before


def test_a_file_is_replaced_only_if_that_is_asked_for(handed_over, tmp_path):
    theirs = write(tmp_path / "theirs", {"curricula/school.yaml": "institutions: {}\n"})
    before = files_of(theirs)
    answer = ask("-p", theirs, "import", "rdf", handed_over)
    assert answer == (
        2,
        "",
        'What is new cannot be put into "curricula/school.yaml" as it stands, and nothing was '
        "written. Write the things there one below the other, as an import does, or have files "
        "replaced with --overwrite. (file-in-use)\n",
    )
    assert files_of(theirs) == before
    assert ask("-p", theirs, "import", "rdf", handed_over, "--overwrite").code == 0
    assert load(theirs).units.keys() == {"a"}


def test_what_is_new_is_put_below_what_a_file_of_the_same_name_says(handed_over, tmp_path):
    own = "# Ours.\nsources:\n  our-report:\n    title: A report  # of last year\n"
    scales = "scales:\n  grades:\n    title: Steps\n    levels:\n      one: {title: One}\n"
    theirs = write(
        tmp_path / "theirs", {"competencies/sources.yaml": own, "competencies/scales.yaml": scales}
    )
    assert ask("-p", theirs, "import", "rdf", handed_over).code == 0
    assert (theirs / "competencies/sources.yaml").read_text(encoding="utf-8").startswith(own)
    assert (theirs / "competencies/scales.yaml").read_text(encoding="utf-8").startswith(scales)
    assert load(theirs).scales.keys() > {"grades"}


def test_an_id_that_leads_out_of_the_project_is_refused(handed_over, tmp_path):
    text = handed_over.read_text(encoding="utf-8")
    hostile = text.replace(
        "institution:school ", "<https://example.org/curriculum-map/institution/../../x> "
    )
    handed_over.write_text(hostile, encoding="utf-8")
    theirs = tmp_path / "deep" / "theirs"
    assert ask("-p", theirs, "import", "rdf", handed_over).code == 1
    assert not theirs.parent.exists()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.ttl", b"not turtle", "x.ttl:1:"),
        (
            "x.ttl",
            b"\xff",
            'x.ttl: The file is not saved as UTF-8. Save it again with the encoding "UTF-8".',
        ),
        (
            "x.ttl",
            b"",
            "x.ttl: Exactly one node is a cm:Catalogue; here no node. (not-a-catalogue)",
        ),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused_in_words(name, content, said, tmp_path):
    (tmp_path / name).write_bytes(content)
    answer = ask("-p", tmp_path / "new", "import", "rdf", tmp_path / name)
    assert answer.code == 1
    assert answer.err.startswith(said)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            ["export", "rfd"],
            'There is no format called "rfd". Did you mean "rdf"? (unknown-name)\n',
        ),
        (
            ["export", "rdf", "--out", "x.foo"],
            '"x.foo" does not end in .ttl or .nt or .jsonld or .rdf or .trig. Name it so, or say '
            "how it is spelled with --syntax. (bad-question)\n",
        ),
        (
            ["export", "rdf", "--syntax", "turtel"],
            'There is no syntax called "turtel". Did you mean "turtle"? (unknown-name)\n',
        ),
    ],
)
def test_a_question_that_makes_no_sense_ends_with_2(question, said, project):
    assert ask("-p", project, *question) == (2, "", said)


def test_what_a_format_asks_for_and_nobody_says_is_listed_with_its_place(project, tmp_path):
    answer = ask("-p", project, "export", "skos", "--out", tmp_path / "ours.ttl")
    assert answer.err.splitlines()[:2] == [
        'competencies/base.yaml:1:12: A vocabulary should have a description; "skills" has none. '
        "(missing-field)",
        'competencies/base.yaml:1:12: A vocabulary should have a licence; "skills" has none. '
        "(missing-field)",
    ]


def test_a_published_vocabulary_becomes_a_project_without_a_problem(tmp_path):
    file = tmp_path / "words.ttl"
    file.write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . "
        "@prefix : <https://example.com/w#> ."
        ' :scheme a skos:ConceptScheme ; skos:prefLabel "Words"@en ; skos:hasTopConcept :data .'
        ' :data skos:prefLabel "Data"@en ; skos:altLabel "Facts"@en ; skos:narrower :charts .'
        ' :charts skos:prefLabel "Charts"@en ; skos:definition "Draws."@en .',
        encoding="utf-8",
    )
    answer = ask("-p", tmp_path / "new", "import", "skos", file)
    assert (answer.code, answer.out) == (
        0,
        "Wrote 2 files with 3 descriptions.\n"
        "competencies/frameworks/w.yaml\n"
        "competencies/scales.yaml\n",
    )
    assert answer.err == (
        "words.ttl: Notations, other names and mappings of areas, which are top concepts, are "
        "passed over (1). (passed-over)\n"
    )
    assert (tmp_path / "new/competencies/frameworks/w.yaml").read_text(encoding="utf-8") == (
        "framework: w\n"
        "title: Words\n"
        "scale: held\n"
        "areas:\n"
        "  data: {title: Data}\n"
        "\n"
        "competencies:\n"
        "  charts:\n"
        "    title: Charts\n"
        "    area: data\n"
        "    definition: Draws.\n"
        "    alignments:\n"
        "    - relation: exact\n"
        "      target: https://example.com/w#charts\n"
        "      label: Charts\n"
        "      framework: Words\n"
    )
    assert ask("-p", tmp_path / "new", "check").out == ""


def test_frameworks_that_come_with_the_program_are_used_and_not_written(project, tmp_path):
    (project / "curriculum-map.toml").write_text('use = ["fair4s"]\n', encoding="utf-8")
    file = tmp_path / "ours.nt"
    assert ask("-p", project, "export", "rdf", "--out", file).code == 0
    theirs = tmp_path / "theirs"
    assert ask("-p", theirs, "import", "rdf", file).code == 0
    assert load(theirs) == load(project)
    assert not [name for name in files_of(theirs) if "fair4s" in name]


def test_what_is_lost_is_counted_and_listed_beside_the_file(project, tmp_path):
    file = tmp_path / "ours.rdf"
    title = 'title: "A\\u0001"'
    (project / FILE).write_text(MEDICINE.replace("title: A,", f"{title},"), encoding="utf-8")
    answer = ask("-p", project, "export", "rdf", "--out", file)
    assert answer == (
        0,
        "",
        '1 thing could not be carried (unit: 1); "ours.rdf.losses.csv" lists them.\n',
    )
    assert (tmp_path / "ours.rdf.losses.csv").read_text(encoding="utf-8-sig") == (
        "kind,name,reason\n"
        "unit,a,A character that this syntax cannot write was replaced by U+FFFD.\n"
    )
    (project / FILE).write_text(MEDICINE, encoding="utf-8")
    assert ask("-p", project, "export", "rdf", "--out", file) == (0, "", "")
    assert not (tmp_path / "ours.rdf.losses.csv").exists()


def test_a_version_of_elm_is_named_by_an_option(project):
    named = ask("-p", project, "export", "elm", "--elm-version", "3.3")
    assert named == ask("-p", project, "export", "elm-3.3")
    assert ask("-p", project, "export", "elm", "--elm-version", "3.2") == ask(
        "-p", project, "export", "elm"
    )
    said = 'Versions of ELM are versions of the format "elm", not of "skos". (bad-question)\n'
    assert ask("-p", project, "export", "skos", "--elm-version", "3.2") == (2, "", said)


def test_what_breaks_a_rule_is_not_handed_over_unless_somebody_insists(project, tmp_path):
    out = tmp_path / "manifest.ttl"
    out.write_text("mine", encoding="utf-8")
    refused = ask("-p", project, "export", "dcat", "--out", out)
    catalog = "https://example.org/curriculum-map/dcat/catalog"
    assert refused == (
        1,
        "",
        f"manifest.ttl: <{catalog}>: dcterms:publisher: A catalogue needs exactly one publisher. "
        "(Catalog-publisher)\n"
        "A manifest must have a publisher: say `publisher` in curriculum-map.toml.\n"
        "A manifest should have a licence: say `licence` in curriculum-map.toml.\n"
        "A partner would refuse this, so nothing was written. --no-check writes it all the same.\n",
    )
    assert files_of(tmp_path)["manifest.ttl"] == "mine"
    assert ask("-p", project, "export", "dcat", "--out", out, "--no-check").code == 0
    assert "dcat:Catalog" in out.read_text(encoding="utf-8")


def test_a_large_document_is_handed_over_without_waiting_for_a_check(project, monkeypatch):
    monkeypatch.setattr("curriculum_map.cli.export.LARGEST_CHECKED", 100)
    assert ask("-p", project, "export", "dcat").code == 0


@pytest.mark.parametrize("name", sorted(PROFILES.keys() & FORMATS.keys()))
def test_what_the_example_hands_over_breaks_no_rule(name, tmp_path):
    assert ask("init", tmp_path / "mine").code == 0
    assert ask("-p", tmp_path / "mine", "export", name).code == 0
