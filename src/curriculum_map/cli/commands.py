"""Which commands there are; each is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Command(NamedTuple):
    """Where a command is written, and what it does.

    Attributes:
        module: Name of the module of `curriculum_map.cli` that registers it.
        summary: The first sentence of its docstring, for the list of commands; empty for a
            command that only maintainers need, which is not listed.
    """

    module: str
    summary: str


COMMANDS: Mapping[str, Command] = {
    "init": Command(
        "start",
        "Begin a project: one worked example, and the schema by which an editor helps to write.",
    ),
    "check": Command("check", "Report every problem in the project's files."),
    "build": Command(
        "build",
        "Write the pages, the tables and the RDF into exports/.",
    ),
    "serve": Command(
        "serve",
        "Show the pages on an address of this computer, made again when a source changes.",
    ),
    "coverage": Command(
        "answers", "Compare what programmes require with how far their plans take students."
    ),
    "gaps": Command("answers", "List what is not taught, not far enough or not assessed, and why."),
    "compare": Command("compare", "Put programmes and profiles side by side."),
    "what-if": Command(
        "change",
        "Tell what changes of a plan would do: which findings appear, and which disappear.",
    ),
    "diff": Command(
        "change",
        "Tell what is not the same in two versions of a project: which findings came and went.",
    ),
    "close": Command(
        "plans",
        "Find the cheapest existing units that close the gaps of a programme if all take them.",
    ),
    "path": Command(
        "plans",
        "Find the shortest open way to a goal: which units to take, in which term, and why.",
    ),
    "next": Command("plans", "List the units you can take now, and what each of them opens later."),
    "redundancy": Command(
        "redundancy", "List competencies taught again at the same level with no rise after."
    ),
    "metrics": Command(
        "metrics",
        "Measure what requisites cost: blocking, delay, centrality and structural complexity.",
    ),
    "graph": Command(
        "graph",
        "Draw how everything hangs together, or hand that over to programs that measure networks.",
    ),
    "export": Command("export", "Hand the project over in a format of somebody else's."),
    "import": Command(
        "import_", "Write what a file describes into the project, which may be empty."
    ),
    "validate": Command(
        "validate",
        "Say what a partner's check would say about an RDF file: node by node and rule by rule.",
    ),
    "query": Command(
        "query", "Ask in SPARQL about the project as linked data, or a partner's server."
    ),
    "push": Command(
        "query",
        "Put the project into a graph store, a named graph for each framework and institution.",
    ),
    "schema": Command(
        "documents",
        "Print the JSON Schema by which an editor completes and checks the files.",
    ),
    "document": Command("documents", ""),
}
"""Name to command, in the order in which help lists them."""
