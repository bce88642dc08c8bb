"""Every file of a project is read, and every problem found in one go."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from curriculum_map.formats.document import Document
from curriculum_map.formats.tree import Mapping
from curriculum_map.formats.yaml_files import read_folder, read_text, read_tree

DUPLICATE = '"kind" already stands at line 1, column 1. Delete or rename one of the two.'
EMPTY = "There is nothing in this file. Fill it or delete it."
ALIAS = (
    "names a part of the file to repeat it, which is not read here. "
    "Write it out, or put the text in quotes if it belongs to it."
)
TAG = (
    "is a YAML tag, which is not read here. "
    "Delete it, or put the text in quotes if it belongs to it."
)
BEGIN = 'It must begin with a name, a colon and a space, as in "title: Medicine".'
NAMELESS = 'There is no name in front of this ":". Write one, or delete the entry.'
IN_QUOTES = "Put brackets and braces that belong to a text in quotes."
INVISIBLE = "Delete it, or put a space in its place."
DEEP = (
    "Lists and mappings stand more than 60 levels inside each other here. "
    "Check the indentation and the brackets, or split the file."
)
MANY = 'A second document begins here. Delete the line "---", or move what follows to its own file.'

PROBLEMS = {
    "": [f"x.yaml: {EMPTY} (empty-file)"],
    "# only a remark\n": [f"x.yaml: {EMPTY} (empty-file)"],
    "---\n": [f"x.yaml: {EMPTY} (empty-file)"],
    "kind: a\nkind: b\n": [f"x.yaml:2:1: {DUPLICATE} (duplicate-key)"],
    "kind: a\n'kind': b\nkind: c\n": [
        f"x.yaml:2:1: {DUPLICATE} (duplicate-key)",
        f"x.yaml:3:1: {DUPLICATE} (duplicate-key)",
    ],
    "- a\n": [f"x.yaml:1:1: The file is a list. {BEGIN} (not-a-mapping)"],
    "just a text\n": [f'x.yaml:1:1: The file is the text "just a text". {BEGIN} (not-a-mapping)'],
    "kind:course\n": [f'x.yaml:1:1: The file is the text "kind:course". {BEGIN} (not-a-mapping)'],
    "a: b\n---\nc: d\n": [f"x.yaml:2:1: {MANY} (many-documents)"],
    "a: &law {b: c}\nd: *law\n": [
        f'x.yaml:1:4: "&law" {ALIAS} (alias)',
        f'x.yaml:2:4: "*law" {ALIAS} (alias)',
    ],
    "a:\n  <<: {b: c}\n": [
        'x.yaml:2:3: "<<" takes entries over from elsewhere, which is not read here. '
        "Write them out. (alias)"
    ],
    "a: !!python/object:os.system {b: c}\n": [
        f'x.yaml:1:4: "!!python/object:os.system" {TAG} (tag)'
    ],
    "a: b\r\né: {𝄞: *x, y: &z }\r\n": [
        f'x.yaml:2:8: "*x" {ALIAS} (alias)',
        f'x.yaml:2:15: "&z" {ALIAS} (alias)',
    ],
    "a: [!important note]\n": [f'x.yaml:1:5: "!important" {TAG} (tag)'],
    "a: {[b, c]: d, e: f}\n": [
        "x.yaml:1:5: A name must be a text, but here a list stands in front of the colon. "
        f"{IN_QUOTES} (bad-key)"
    ],
    "a: {{name}}\n": [
        "x.yaml:1:5: A name must be a text, but here a mapping stands in front of the colon. "
        f"{IN_QUOTES} (bad-key)"
    ],
    'a: {"": b}\n': [f"x.yaml:1:5: {NAMELESS} (bad-key)"],
    "a: \x07b\nc: d\u2028\x00\n": [
        f"x.yaml:1:4: An invisible character stands here (U+0007). {INVISIBLE} (control-character)",
        f"x.yaml:2:5: An invisible character stands here (U+2028). {INVISIBLE} (control-character)",
        f"x.yaml:2:6: An invisible character stands here (U+0000). {INVISIBLE} (control-character)",
    ],
    "a: \ud800\n": [
        f"x.yaml:1:4: An invisible character stands here (U+D800). {INVISIBLE} (control-character)"
    ],
}


@pytest.mark.parametrize(("typed", "lines"), PROBLEMS.items(), ids=lambda text: ascii(text)[:40])
def test_a_problem_is_told_in_full_and_where_it_stands(typed, lines):
    _, problems = read_tree(typed, "x.yaml")
    assert [str(problem) for problem in problems] == lines


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_nesting_may_be_sixty_levels_deep_and_no_attack_on_the_stack(opening):
    text = f"a:\n  {opening * 50_000}"
    document, problems = read_text(text, "x.yaml")
    column = 3 + 59 * len(opening)
    assert [str(problem) for problem in problems] == [f"x.yaml:2:{column}: {DEEP} (too-deep)"]
    assert document.text_rest == text.partition("\n")[2]


def test_names_nested_in_names_end_at_the_same_depth():
    _, problems = read_tree("? " * 50_000, "x.yaml")
    assert [problem.code for problem in problems] == ["bad-key"] * 60 + ["too-deep"]


def test_sixty_levels_are_fine():
    root, problems = read_tree("a: " + "[" * 59 + "]" * 59, "x.yaml")
    assert isinstance(root, Mapping)
    assert problems == []


def test_a_file_that_blows_itself_up_costs_nothing():
    lines = ["a0: &a0 [lol]", *(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]" for n in range(1, 30))]
    _, problems = read_tree("\n".join(lines), "x.yaml")
    assert {problem.code for problem in problems} == {"alias"}
    assert len(problems) == 30 + 29 * 9


def test_of_a_file_that_is_no_text_twenty_characters_are_enough():
    _, problems = read_tree("a: " + "\0" * 1000, "x.yaml")
    assert [problem.where.column for problem in problems] == list(range(4, 24))


def test_a_problem_does_not_end_the_reading():
    root, problems = read_tree("a: *x\na: b\nc: !t d\n? [e]\n: f\ng: h\n", "x.yaml")
    assert isinstance(root, Mapping)
    assert list(root.entries) == ["a", "c", "g"]
    assert [problem.code for problem in problems] == ["alias", "duplicate-key", "tag", "bad-key"]


def test_a_repeated_name_is_told_of_even_where_the_text_breaks_behind_it():
    root, problems = read_tree("{kind: a, kind: b, c", "x.yaml")
    assert isinstance(root, Mapping)
    assert [problem.code for problem in problems] == ["syntax", "duplicate-key"]
    assert problems[1].message == DUPLICATE.replace("column 1", "column 2")


@pytest.mark.parametrize("plane", range(17))
def test_every_character_is_read_or_told_of(plane):
    characters = [chr(code) for code in range(plane * 0x10000, (plane + 1) * 0x10000)]
    for start in range(0, len(characters), 16):
        text = "".join(characters[start : start + 16])
        quoted = text.replace("\\", "").replace('"', "").replace("\n", "").replace("\r", "")
        root, problems = read_tree(f'a: "x{quoted}x"', "x.yaml")
        assert isinstance(root, Mapping)
        told_of = {int(p.message.partition("U+")[2].partition(")")[0], 16) for p in problems}
        read = "".join(c for c in quoted if ord(c) not in told_of)
        assert str(root.entries["a"]).replace("\ufffd", "") == f"x{read}x".replace("\ufffd", "")


def test_the_rest_begins_with_the_line_on_which_reading_stopped():
    document, _ = read_text("a: b\r\nc: d: e\r\nf: g\r\n", "x.yaml")
    assert document.text_rest == "c: d: e\r\nf: g\r\n"
    assert not document.complete


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "curricula" / "umcg").mkdir(parents=True)
    (root / "competencies").mkdir()
    return root


def write(path: Path, text: str = "a: b\n") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def told(root: Path, **limits: int) -> tuple[list[str], list[str]]:
    """Names of the documents, and the problems as `check` prints them."""
    documents, problems = read_folder(root, **limits)
    return [document.file for document in documents], [str(problem) for problem in problems]


def test_every_yaml_file_is_read_in_the_order_of_the_names(project):
    for name in ["curricula/umcg/b.yml", "curricula/a.YAML", "competencies/z.yaml", "other/x.yaml"]:
        write(project / name)
    files = ["competencies/z.yaml", "curricula/a.YAML", "curricula/umcg/b.yml"]
    assert told(project) == (files, [])
    assert read_folder(project)[0] == [
        Document(file, read_tree("a: b\n", file)[0]) for file in files
    ]


def test_texts_for_people_hidden_files_and_licences_are_passed_over(project):
    for name in ["README.md", "notes.txt", ".x.yaml", ".git/y.yaml", "LICENSE", "LICENCE.html"]:
        write(project / "curricula" / name)
    assert told(project) == ([], [])


def test_a_file_of_another_kind_is_a_warning(project):
    write(project / "curricula" / "matrix.ods")
    _, problems = read_folder(project)
    assert [str(problem) for problem in problems] == [
        "curricula/matrix.ods: This file is not read: only files that end in "
        ".csv or .tsv or .xlsx or .yaml or .yml are. Write what it says in one of them, or move it "
        "out of this folder. (unread-file)"
    ]
    assert [problem.severity for problem in problems] == ["warning"]


def test_a_broken_file_hides_no_problem_of_another(project):
    write(project / "curricula" / "a.yaml", "a: b: c\n")
    write(project / "curricula" / "b.yaml", "kind: x\nkind: y\n")
    write(project / "curricula" / "c.yaml", "")
    (project / "curricula" / "d.yaml").write_bytes(b"\xff")
    _, problems = read_folder(project)
    assert [(problem.where.file, problem.code) for problem in problems] == [
        ("curricula/a.yaml", "syntax"),
        ("curricula/b.yaml", "duplicate-key"),
        ("curricula/c.yaml", "empty-file"),
        ("curricula/d.yaml", "not-utf-8"),
    ]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("a: b\r\ntitle: Génétique\n".encode("cp1252"), "2:9: {} (byte 0xE9 here)"),
        ("\ufeffé: ".encode() + b"\xfc", "1:4: {} (byte 0xFC here)"),
        ("a: b\n".encode("utf-16"), "1:1: {} (byte 0xFF here)"),
    ],
)
def test_a_file_in_another_encoding_names_its_first_wrong_byte(project, data, place):
    (project / "curricula" / "x.yaml").write_bytes(data)
    line = place.format("The file is not saved as UTF-8")
    assert told(project)[1] == [
        f"curricula/x.yaml:{line}. Open it in the program it comes from, Excel or Notepad for "
        'example, and save it again with the encoding "UTF-8". (not-utf-8)'
    ]


def test_the_names_in_a_file_in_another_encoding_are_in_the_rest(project):
    (project / "curricula" / "x.yaml").write_bytes("law:\n  title: É\n".encode("cp1252"))
    rest = "law:\n  title: \ufffd\n"
    assert read_folder(project)[0] == [Document("curricula/x.yaml", None, rest, complete=False)]


def test_a_byte_order_mark_is_accepted_silently(project):
    (project / "curricula" / "x.yaml").write_bytes("\ufeffa: b\n".encode())
    assert told(project) == (["curricula/x.yaml"], [])


def test_a_file_larger_than_the_limit_is_not_opened(project):
    write(project / "curricula" / "x.yaml", "a: " + "b" * 1200)
    assert told(project, largest=1000) == (
        ["curricula/x.yaml"],
        [
            "curricula/x.yaml: The file has 1,203 bytes, more than the 1,000 that are read. "
            "Split it. (too-large)"
        ],
    )


def test_what_cannot_be_opened_says_why(project, monkeypatch):
    curricula = project / "curricula"
    (curricula / "folder.yaml").mkdir()
    os.mkfifo(curricula / "pipe.yaml")
    (curricula / "gone.yaml").symlink_to("nowhere.yaml")
    (curricula / "self.yaml").symlink_to("self.yaml")
    write(curricula / "locked.yaml")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert told(project)[1] == [
        "curricula/folder.yaml: This is a folder with the name of a file. Rename it. (unreadable)",
        'curricula/gone.yaml: This link leads to "nowhere.yaml", where nothing is. '
        "Mend it or delete it. (unreadable)",
        'curricula/locked.yaml: The system does not let this be read ("Permission denied"). '
        "Change its permissions. (unreadable)",
        "curricula/pipe.yaml: This is not a file that can be read. Delete it. (unreadable)",
        "curricula/self.yaml: This link leads back to itself. Delete it. (unreadable)",
    ]


OUTSIDE = (
    "This link leads out of the project folder and is not followed. "
    "Put a copy of what it leads to in its place. (outside-project)"
)


def test_links_out_of_the_project_are_not_followed(project, tmp_path):
    write(tmp_path / "secret" / "x.yaml")
    (project / "curricula" / "file.yaml").symlink_to(tmp_path / "secret" / "x.yaml")
    (project / "curricula" / "folder").symlink_to(tmp_path / "secret")
    (project / "competencies").rmdir()
    (project / "competencies").symlink_to(tmp_path / "secret")
    assert told(project) == (
        [],
        [
            f"competencies: {OUTSIDE}",
            f"curricula/file.yaml: {OUTSIDE}",
            f"curricula/folder: {OUTSIDE}",
        ],
    )


def test_links_inside_the_project_are_followed_and_nothing_is_read_twice(project):
    write(project / "shared" / "x.yaml")
    write(project / "curricula" / "umcg" / "own.yaml")
    (project / "curricula" / "a-link").symlink_to("../shared")
    (project / "curricula" / "again.yaml").symlink_to("umcg/own.yaml")
    (project / "curricula" / "umcg" / "loop").symlink_to("..")
    (project / "competencies" / "whole").symlink_to("..")
    assert told(project) == (["curricula/a-link/x.yaml", "curricula/umcg/own.yaml"], [])


def test_a_project_that_is_itself_reached_by_a_link_is_no_outside(project, tmp_path):
    write(project / "curricula" / "x.yaml")
    (tmp_path / "link").symlink_to(project)
    assert told(tmp_path / "link") == (["curricula/x.yaml"], [])


def test_one_of_the_two_folders_is_enough_and_none_is_no_project(tmp_path):
    assert told(tmp_path) == (
        [],
        [
            '.: There is neither a folder "competencies" nor "curricula" here. Start a project '
            'with "curriculum-map init", or name the folder of yours with -p. (not-a-project)'
        ],
    )
    (tmp_path / "curricula").mkdir()
    assert told(tmp_path) == ([], [])
