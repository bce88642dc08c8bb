"""Every code of a problem is explained, and every one that is explained can be met."""

from __future__ import annotations

import ast
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import xlsxwriter

from curriculum_map import errors
from curriculum_map.analysis.definitions import FINDINGS
from curriculum_map.cli.codes import ABOUT_OTHER_FORMATS, ABOUT_QUESTIONS, PROBLEMS, problems_page
from curriculum_map.formats import yaml_files
from curriculum_map.formats.project import read_project
from written import BASE, FILE, write

SOURCES = Path(__file__).parents[2] / "src" / "curriculum_map"
EXPLAINED = {code for group in PROBLEMS.values() for code in group}
A = "institution: school\nunits: {a: {kind: course, title: A}}\n"
TWICE = "{units: a}, {units: a}"

TEXTS = {
    "alias": "units: &a {}\n",
    "bad-key": "units: {[a]: b}\n",
    "control-character": "units: {} # \x07\n",
    "duplicate-key": "units: {}\nunits: {}\n",
    "empty-file": "",
    "many-documents": "units: {}\n---\nunits: {}\n",
    "not-a-mapping": "[units]\n",
    "syntax": "units: {\n",
    "tag": "units: !a {}\n",
    "too-deep": "units: " + "[" * 70 + "]" * 70 + "\n",
    "bad-form": "sources: {s: {title: S, url: www.school.nl}}\n",
    "bad-number": "units: {a: {kind: course, title: A, institution: school, credits: -1}}\n",
    "bad-requisite": "units: {a: {kind: course, title: A, institution: school, requires: {}}}\n",
    "empty-text": "sources: {s: {title: {}}}\n",
    "missing-field": "sources: {s: {}}\n",
    "missing-language": "sources: {s: {title: {nl: S}}}\n",
    "twice-in-list": f"{A}programmes: {{p: {{title: P, plan: [{{units: [a, a]}}]}}}}\n",
    "two-heads": "framework: f\nprogramme: p\ntitle: T\n",
    "unknown-field": "units: {a: {colour: red}}\n",
    "wrong-type": "units: []\n",
    "duplicate-id": "sources: {Report: {title: R}}\n",
    "scales-not-comparable": "profiles: {p: {title: P, requires: {charts: stages/low}}}\n",
    "unknown-name": "profiles: {p: {title: P, requires: {chart: knows}}}\n",
    "bad-group": f"{A}programmes: {{p: {{title: P, plan: {{choose: 1, credits: 1, units: a}}}}}}\n",
    "credits-not-stated": f"{A}programmes: {{p: {{title: P, plan: {{credits: 1, units: a}}}}}}\n",
    "empty-group": f"{A}programmes: {{p: {{title: P, plan: {{units: []}}}}}}\n",
    "group-cannot-be-met": f"{A}programmes: {{p: {{title: P, plan: {{choose: 2, units: a}}}}}}\n",
    "parts-cycle": "institutions: {i: {title: I, part_of: i}}\n",
    "requirement-cycle": "competencies: {c: {title: C, framework: skills, requires: {c: knows}}}\n",
    "requisite-cannot-be-met": A.replace("title: A", "title: A, requires: {any: []}"),
    "requisite-cycle": A.replace("title: A", "title: A, requires: a"),
    "scale-without-levels": "scales: {s: {title: S, levels: {}}}\n",
    "unit-twice-in-plan": f"{A}programmes: {{p: {{title: P, plan: [{TWICE}]}}}}\n",
}  # fmt: skip


def _in_another_encoding(root: Path) -> None:
    (root / FILE).write_bytes("sources: {s: {title: Génétique}}\n".encode("cp1252"))


def _behind_a_link(root: Path) -> None:
    (root / "curricula" / "link.yaml").symlink_to(os.devnull)


def _larger_than_is_read(root: Path) -> None:
    with (root / FILE).open("wb") as file:
        file.truncate(yaml_files.LARGEST + 1)


def _of_another_kind(root: Path) -> None:
    (root / "curricula" / "matrix.ods").touch()


def _a_folder(root: Path) -> None:
    (root / "curricula" / "folder.yaml").mkdir()


def _csv(name: str, text: str) -> Callable[[Path], None]:
    return lambda root: write(root, {f"curricula/{name}.csv": text}) and None


def _with_a_formula_gone_wrong(root: Path) -> None:
    with xlsxwriter.Workbook(root / "curricula" / "sources.xlsx") as book:
        book.add_worksheet("sources").write_formula(0, 0, "=1/0", value="#DIV/0!")


def _no_project(root: Path) -> None:
    for name in ("curricula", "competencies"):
        (root / name).rename(root / f"not-{name}")


FILES = {
    "not-utf-8": _in_another_encoding,
    "outside-project": _behind_a_link,
    "too-large": _larger_than_is_read,
    "unread-file": _of_another_kind,
    "unreadable": _a_folder,
    "not-a-project": _no_project,
    "formula-without-value": _with_a_formula_gone_wrong,
    "missing-column": _csv("units", "title\nA\n"),
    "ragged-row": _csv("sources", "id,title\ns,S,more\n"),
    "repeated-heading": _csv("sources", "id,title,Title\n"),
    "second-row": _csv("project", "title\nOne\nTwo\n"),
    "unknown-column": _csv("sources", "id,title,colour\n"),
    "unread-table": _csv("courses", "id,title\n"),
}


def codes_of(root: Path) -> set[str]:
    return {problem.code for problem in read_project(root).problems}


@pytest.mark.parametrize("code", sorted(EXPLAINED))
def test_every_problem_that_is_explained_can_be_met(code, tmp_path):
    write(tmp_path, {FILE: TEXTS.get(code, "units:\n"), "competencies/base.yaml": BASE})
    if code in FILES:
        assert codes_of(tmp_path) == set()
        FILES[code](tmp_path)
    assert code in codes_of(tmp_path)


def codes_in_the_sources() -> Iterator[str]:
    """Give the code of every problem that is made, and of every error, in the sources."""
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from _code_of_call(node)
            elif isinstance(node, ast.ClassDef):
                yield from _code_of_class(node)


PLACE_OF_CODE = {"found": 1, "Problem": 1, "report": 2, "_report": 1}


def _code_of_call(call: ast.Call) -> Iterator[str]:
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    place = PLACE_OF_CODE.get(name, len(call.args))
    for argument in call.args[place : place + 1]:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value


def _code_of_class(defined: ast.ClassDef) -> Iterator[str]:
    for line in defined.body:
        match line:
            case ast.Assign(targets=[ast.Name(id="code")], value=ast.Constant(value=code)):
                yield code


def test_every_code_in_the_sources_is_explained():
    explained = EXPLAINED | FINDINGS.keys() | ABOUT_QUESTIONS.keys() | ABOUT_OTHER_FORMATS.keys()
    found = set(codes_in_the_sources())
    assert {"syntax", "unknown-name", "group-cannot-be-met", errors.BadQuestion.code} <= found
    assert found - explained == set()


def test_a_code_has_one_meaning():
    tables = [*PROBLEMS.values(), FINDINGS, ABOUT_QUESTIONS, ABOUT_OTHER_FORMATS]
    listed = [code for table in tables for code in table]
    assert len(listed) == len(set(listed))


def test_the_page_names_every_code_once_in_a_table():
    rows = [line for line in problems_page().splitlines() if line.startswith("| `")]
    tables = (EXPLAINED, FINDINGS, ABOUT_QUESTIONS, ABOUT_OTHER_FORMATS)
    assert len(rows) == sum(map(len, tables))
