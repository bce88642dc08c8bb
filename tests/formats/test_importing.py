"""A second import of the same source is merged into what people wrote in the meantime."""

from __future__ import annotations

from pathlib import Path

import pytest

from asking import Answer, ask
from curriculum_map.formats.project import load
from curriculum_map.model import Text
from written import write

FIRST = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix : <https://example.com/words#> .
:words a skos:ConceptScheme ; dct:title "Words"@en ; skos:hasTopConcept :data .
:data skos:prefLabel "Data"@en ; skos:narrower :charts, :maps .
:charts skos:prefLabel "Charts"@en ; skos:definition "Draws charts."@en .
:maps skos:prefLabel "Maps"@en .
"""
SECOND = (
    FIRST.replace('"Draws charts."', '"Draws and reads charts."')
    .replace(":charts, :maps", ":charts, :tables")
    .replace(":maps skos", ":tables skos")
    .replace("Maps", "Tables")
)
FRAMEWORK = "competencies/frameworks/words.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    assert vocabulary(root, FIRST).code == 0
    return root


def vocabulary(root: Path, turtle: str, *more: str) -> Answer:
    file = root.parent / "words.ttl"
    file.write_text(turtle, encoding="utf-8")
    return ask("-p", root, "import", "skos", file, *more)


def edited(root: Path, old: str, new: str) -> str:
    path = root / FRAMEWORK
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text.replace(old, new)


def files_of(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_what_changed_in_the_source_is_listed_and_what_we_added_stays(project):
    edited(
        project,
        "    title: Charts\n",
        "    # Ask the board about this one.\n    title: {en: Charts, nl: Grafieken}\n",
    )
    answer = vocabulary(project, SECOND)
    assert answer == (
        0,
        "Wrote 1 file with 2 descriptions. 2 were there already.\n"
        f"{FRAMEWORK}\n"
        'changed: competency "charts", definition/en: "Draws charts." → "Draws and reads charts."\n'
        'gone from the source, kept here: competency "maps", "Maps"\n'
        'added: competency "tables", "Tables"\n',
        "",
    )
    found = load(project).competencies
    assert set(found) == {"charts", "maps", "tables"}
    assert found["charts"].title == Text((("en", "Charts"), ("nl", "Grafieken")))
    assert found["charts"].definition == Text((("en", "Draws and reads charts."),))


def test_a_file_changes_only_where_the_source_did(project):
    before = edited(project, "  maps:\n", "\n  # Maps come last.\n  maps:\n")
    vocabulary(project, FIRST.replace('"Draws charts."', '"Draws and reads charts."'))
    after = (project / FRAMEWORK).read_text(encoding="utf-8")
    assert after == before.replace("Draws charts.", "Draws and reads charts.")


def test_what_is_said_of_the_framework_itself_is_merged_at_the_head_of_its_file(project):
    edited(project, "title: Words\n", "# Ours.\ntitle: Words\ndescription: All words.\n")
    vocabulary(project, FIRST.replace('"Words"', '"More words"'))
    text = (project / FRAMEWORK).read_text(encoding="utf-8")
    assert text.startswith("framework: words\n# Ours.\ntitle: More words\n")
    assert load(project).frameworks["words"].description == Text((("en", "All words."),))


def test_what_both_changed_stays_ours_and_is_a_warning_with_file_and_line(project):
    edited(project, "Draws charts.", "Draws neat charts.")
    before = (project / FRAMEWORK).read_text(encoding="utf-8")
    line = before[: before.index("  charts:")].count("\n") + 1
    answer = vocabulary(project, SECOND.replace(":maps", ":tables"))
    assert answer.code == 0
    assert answer.err == (
        f'{FRAMEWORK}:{line}:3: The definition/en of the competency "charts" was changed here and '
        'in the source. Kept is "Draws neat charts."; the source says "Draws and reads charts.". '
        "(changed-twice)\n"
    )
    assert "Draws neat charts." in (project / FRAMEWORK).read_text(encoding="utf-8")


def test_a_third_import_is_compared_with_the_second(project):
    vocabulary(project, SECOND)
    edited(project, "Draws and reads charts.", "Draws, reads, and mends charts.")
    assert vocabulary(project, SECOND) == (
        0,
        "Wrote 0 files with 0 descriptions. 4 were there already.\n",
        "",
    )


def test_another_vocabulary_is_put_beside_the_first_one(project):
    other = FIRST.replace("words", "signs").replace("charts", "flags").replace("maps", "lights")
    answer = vocabulary(project, other)
    assert (answer.code, answer.err) == (0, "")
    assert set(load(project).competencies) == {"charts", "maps", "flags", "lights"}
    assert vocabulary(project, FIRST).out.startswith("Wrote 0 files with 0 descriptions.")


def test_a_file_of_the_project_can_lie_elsewhere_and_be_called_otherwise(project):
    (project / FRAMEWORK).rename(project / "competencies" / "mine.yaml")
    answer = vocabulary(project, SECOND)
    assert answer.out.splitlines()[1] == FRAMEWORK
    assert "Draws and reads charts." in (project / "competencies/mine.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "flow", ["{charts: {title: Charts, definition: Draws charts.}, maps: {title: Maps}}"]
)
def test_a_file_that_nothing_can_be_put_into_is_left_alone(project, flow):
    text = (project / FRAMEWORK).read_text(encoding="utf-8")
    head = text[: text.index("competencies:")]
    (project / FRAMEWORK).write_text(f"{head}competencies: {flow}\n", encoding="utf-8")
    before = files_of(project)
    answer = vocabulary(project, SECOND)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.endswith("or have files replaced with --overwrite. (file-in-use)\n")
    assert files_of(project) == before
    assert vocabulary(project, SECOND, "--overwrite").code == 0
    assert set(load(project).competencies) == {"charts", "tables"}


def test_what_was_remembered_and_then_broken_is_reported_with_its_place(project):
    write(project, {f".imports/skos/{FRAMEWORK}": "framework: [\n"})
    before = files_of(project)
    answer = vocabulary(project, SECOND)
    assert answer.code == 1
    assert answer.err.startswith(f".imports/skos/{FRAMEWORK}:")
    assert files_of(project) == before


def test_what_was_imported_last_is_no_source_of_the_project(project):
    assert ask("-p", project, "check").code == 0
    write(project, {f".imports/skos/{FRAMEWORK}": "framework: [\n"})
    assert ask("-p", project, "check").code == 0
