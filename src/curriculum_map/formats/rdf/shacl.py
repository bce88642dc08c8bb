"""SHACL shapes applied to statements, and the result in words."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from types import MappingProxyType

import pyshacl
import rdflib
from pyoxigraph import Quad, RdfFormat, serialize
from rdflib import RDF, SH
from rdflib.term import Node

from curriculum_map.errors import CurriculumMapError
from curriculum_map.problems import Problem, Where

OWN_SHAPES = "https://w3id.org/curriculum-map/shapes/"
"""What the names of our own shapes begin with; their last part is the code of a problem."""

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "class": "The value must be described as a {}.",
        "closed": "The node says something that its class does not allow.",
        "datatype": "The value must be a literal of {}.",
        "hasValue": "One of the values must be {}.",
        "maxCount": "The largest number of values is {}.",
        "maxInclusive": "The number may be at most {}.",
        "maxLength": "The text may have at most {} characters.",
        "minCount": "The smallest number of values is {}.",
        "minInclusive": "The number must be at least {}.",
        "minLength": "The text must have at least {} characters.",
        "nodeKind": "The value must be a {}.",
        "pattern": "The text must fit the pattern {}.",
        "uniqueLang": "There may be one text in a language.",
    }
)
"""What is said of a breach by a shape that has no message; `{}` is its parameter."""


class UnusableShapes(CurriculumMapError):
    """An engine broke down over a file of shapes: nothing is known about the data.

    Attributes:
        shapes: What the shapes are called.
        reason: What the engine said.
    """

    code = "unusable-shapes"

    def __init__(self, shapes: str, reason: str) -> None:
        self.shapes, self.reason = shapes, reason
        super().__init__(
            f"The shapes of {shapes} cannot be applied, so nothing is known about the file: "
            f"{reason}"
        )


def violations(
    data: Iterable[Quad], shapes: Iterable[Quad], file: str, named: str
) -> Iterator[Problem]:
    """Apply shapes, without inference, and give what they find, in no particular order.

    Args:
        data: What is checked.
        shapes: The rules.
        file: What the data are called in problems.
        named: What the shapes are called, should they be unusable.

    Raises:
        UnusableShapes: If the engine breaks down.
    """
    with _literals_as_written():
        graph, rules = _graph(data), _graph(shapes)
        report = _report(graph, rules, named)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        yield _problem(report, result, rules, file)


def _report(graph: rdflib.Graph, rules: rdflib.Graph, named: str) -> rdflib.Graph:
    # What an engine does with somebody's wrong shapes cannot be foreseen: any kind of error may
    # come out of it. As the result of a task it can be looked at without being raised here.
    with ThreadPoolExecutor(1) as pool:
        task = pool.submit(pyshacl.validate, graph, shacl_graph=rules, inference="none")
    if error := task.exception():
        raise UnusableShapes(named, _first_line(error))
    report = task.result()[1]
    if not isinstance(report, rdflib.Graph):
        raise UnusableShapes(named, _first_line(report))
    return report


def _first_line(error: object) -> str:
    message = str(getattr(error, "message", "") or error).strip() or type(error).__name__
    return message.splitlines()[0]


def _graph(quads: Iterable[Quad]) -> rdflib.Graph:
    text = serialize((each.triple for each in quads), format=RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=text, format="nt")


@contextmanager
def _literals_as_written() -> Iterator[None]:
    """Keep rdflib from rewriting literals and from telling of those that have no value."""
    log = logging.getLogger("rdflib.term")
    before, level = rdflib.NORMALIZE_LITERALS, log.level
    rdflib.NORMALIZE_LITERALS = False
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = before
        log.setLevel(level)


def _problem(report: rdflib.Graph, result: Node, rules: rdflib.Graph, file: str) -> Problem:
    node = report.value(result, SH.focusNode)
    path = report.value(result, SH.resultPath)
    value = report.value(result, SH.value)
    shape = report.value(result, SH.sourceShape)
    rule = _rule(str(report.value(result, SH.sourceConstraintComponent)))
    # A shape without a name is in the report as a copy.
    described = report if isinstance(shape, rdflib.BNode) else rules
    message = _message(report, result, described, rule)
    about = f"{_shown(path, rules)}: " if path is not None else ""
    here = f" It is {_shown(value, rules)} here." if value not in (None, node) else ""
    own = str(shape).startswith(OWN_SHAPES)
    code = str(shape).rpartition("#")[2] if own else f"sh:{rule}"
    is_error = report.value(result, SH.resultSeverity) == SH.Violation
    said = f"{_shown(node, rules)}: {about}{message}{here}"
    return Problem(Where(file), code, said, "error" if is_error else "warning")


def _message(report: rdflib.Graph, result: Node, described: rdflib.Graph, rule: str) -> str:
    """Give what the shape says of its breach; if it says nothing, what the rule means."""
    shape = report.value(result, SH.sourceShape)
    if shape and rule in MEANINGS and not list(described.objects(shape, SH.message)):
        return MEANINGS[rule].format(_shown(described.value(shape, SH[rule]), described))
    found = sorted(
        report.objects(result, SH.resultMessage),
        key=lambda each: (getattr(each, "language", None) not in (None, "en"), str(each)),
    )
    return " ".join(str(found[0]).split()) if found else "The rule is broken."


def _rule(component: str) -> str:
    name = component.rpartition("#")[2].removesuffix("ConstraintComponent")
    return name[:1].lower() + name[1:]


def _shown(node: Node | None, graph: rdflib.Graph) -> str:
    """Give a node as a reader of Turtle knows it; a blank node by what it is."""
    if node is None:
        return "the document"
    if isinstance(node, rdflib.BNode):
        return "a node without a name"
    is_number = isinstance(node, rdflib.Literal) and node.datatype == rdflib.XSD.integer
    return str(node) if is_number else node.n3(graph.namespace_manager)
