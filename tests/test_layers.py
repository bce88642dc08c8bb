"""Imports point one way, and files are opened at the borders only."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

SOURCES = Path(__file__).parents[1] / "src"
PACKAGE = "curriculum_map"
# What stands further left is imported by what stands further right, never the other way round.
ORDER = (
    {"problems"},
    {"errors"},
    {"model"},
    {"formats", "graph", "analysis"},
    {"pages"},
    {"__init__"},
    {"cli"},
    {"__main__"},
)
RANKS = {layer: rank for rank, layers in enumerate(ORDER) for layer in layers}
PLAIN = {"problems", "errors", "model"}
BORDERS = {"formats", "cli"}
OPENING = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}


class Module(NamedTuple):
    """A module of the package: its dotted name, whether it is a package, and its text."""

    name: str
    is_package: bool
    text: str


def modules() -> Iterator[Module]:
    for path in sorted((SOURCES / PACKAGE).rglob("*.py")):
        parts = path.relative_to(SOURCES).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        yield Module(name, is_package, path.read_text(encoding="utf-8"))


NAMES = {module.name for module in modules()}


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Give the line and the full name of every import, wherever in the module it stands."""
    for node in ast.walk(ast.parse(module.text)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = _start(module, node.level) + ([node.module] if node.module else [])
            for alias in node.names:
                full = ".".join([*start, alias.name])
                yield node.lineno, full if full in NAMES else ".".join(start)


def _start(module: Module, level: int) -> list[str]:
    if not level:
        return []
    up = level - 1 if module.is_package else level
    parts = module.name.split(".")
    return parts[: len(parts) - up]


def layer(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def wrong_imports(module: Module) -> list[str]:
    """Give one line for every import that the layer of the module forbids."""
    own = layer(module.name)
    return [
        f"{module.name}:{line} ({own}) imports {target}"
        for line, target in imports(module)
        if not _may_import(own, target)
    ]


def _may_import(own: str, target: str) -> bool:
    top = target.partition(".")[0]
    if top != PACKAGE:
        return own not in PLAIN or top in sys.stdlib_module_names
    other = layer(target)
    return other == own or RANKS[other] < RANKS[own]


def opened_files(module: Module) -> list[str]:
    """Give one line for every call that opens a file outside the layers that may."""
    if layer(module.name) in BORDERS:
        return []
    return [
        f"{module.name}:{node.lineno} calls {name}"
        for node in ast.walk(ast.parse(module.text))
        if isinstance(node, ast.Call) and (name := _called(node)) in OPENING
    ]


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def test_every_module_belongs_to_a_layer():
    assert {layer(name) for name in NAMES} - RANKS.keys() == set()


def test_imports_point_one_way():
    assert [line for module in modules() for line in wrong_imports(module)] == []


def leading_back(every: dict[str, set[str]]) -> list[str]:
    """Name the modules from which imports lead back to themselves; packages are left out."""
    order = TopologicalSorter(every)
    try:
        order.prepare()
    except CycleError as error:
        return error.args[1]
    return []


def test_no_module_imports_itself_by_way_of_others():
    # A package is imported by what it gathers only to be found; it leads nowhere by itself.
    every = {
        module.name: {target for _, target in imports(module)}
        for module in modules()
        if not module.is_package
    }
    assert leading_back(every) == []


def test_files_are_opened_at_the_borders_only():
    assert [line for module in modules() for line in opened_files(module)] == []


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("model.unit", "import yaml", "model.unit:1 (model) imports yaml"),
        ("errors", "from .cli import main", "errors:1 (errors) imports curriculum_map.cli"),
        (
            "model.unit",
            "def f():\n    from curriculum_map import formats",
            "model.unit:2 (model) imports curriculum_map.formats",
        ),
        (
            "analysis.gaps",
            "if TYPE_CHECKING:\n    from ..graph import nodes",
            "analysis.gaps:2 (analysis) imports curriculum_map.graph",
        ),
        (
            "formats.base",
            "import os\nimport curriculum_map.analysis.gaps",
            "formats.base:2 (formats) imports curriculum_map.analysis.gaps",
        ),
        (
            "pages.index",
            "from curriculum_map import coverage",
            "pages.index:1 (pages) imports curriculum_map",
        ),
    ],
)
def test_an_import_that_points_the_wrong_way_is_named_with_its_line(name, text, said):
    assert wrong_imports(Module(f"{PACKAGE}.{name}", False, text)) == [f"{PACKAGE}.{said}"]


@pytest.mark.parametrize(
    ("name", "is_package", "text"),
    [
        ("model", True, "from . import unit\nfrom .unit import Unit\nfrom ..problems import Where"),
        ("pages.index", False, "import jinja2\nfrom ..analysis import gaps"),
        ("cli", True, "from curriculum_map import coverage, pages"),
    ],
)
def test_an_import_within_a_layer_or_of_a_lower_one_is_fine(name, is_package, text):
    assert wrong_imports(Module(f"{PACKAGE}.{name}", is_package, text)) == []


@pytest.mark.parametrize(
    ("call", "name"),
    [
        ("open('x')", "open"),
        ("path.read_text()", "read_text"),
        ("Path('x').write_bytes(b'')", "write_bytes"),
    ],
)
def test_opening_a_file_in_an_analysis_is_named_with_its_line(call, name):
    module = Module(f"{PACKAGE}.analysis.gaps", False, f"x = 1\ny = {call}")
    assert opened_files(module) == [f"{PACKAGE}.analysis.gaps:2 calls {name}"]


def test_a_circle_of_imports_is_named():
    assert leading_back({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert leading_back({"a": {"b", "c"}, "b": {"c"}}) == []
