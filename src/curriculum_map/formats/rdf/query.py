"""Ask in SPARQL: the project in a store in memory, or a partner's server."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib.resources import files
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from curriculum_map.errors import CurriculumMapError, UnknownName

if TYPE_CHECKING:
    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

    from curriculum_map.formats.rdf.endpoint import Answer, Endpoint
    from curriculum_map.model import Catalogue

Value = str | int | float | bool | None

_RESULTS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_ACCEPTED = f"{_RESULTS}, {_TRIPLES};q=0.9"
_PLACE = re.compile(r"(?:\bat |\bline )(\d+)(?::|, column |, col\.? )(\d+)(?:: )?", re.IGNORECASE)
_XSD = "http://www.w3.org/2001/XMLSchema#"
_WHOLE = {f"{_XSD}{name}" for name in ("integer", "int", "long", "short", "nonNegativeInteger")}
_BROKEN = {f"{_XSD}{name}" for name in ("decimal", "double", "float")}


class BadQuery(CurriculumMapError, ValueError):
    """A query that is not SPARQL, or that a server does not understand.

    Attributes:
        name: What the query is called: the name of its file, or "query".
        line: Line of the mistake from 1; 0 if nobody says.
        column: Column from 1; 0 if nobody says.
    """

    code = "bad-query"

    def __init__(self, name: str, reason: str) -> None:
        place = _PLACE.search(reason)
        self.name = name
        self.line, self.column = map(int, place.groups()) if place else (0, 0)
        at = f"{name}:{self.line}:{self.column}" if place else name
        said = " ".join(_PLACE.sub("", reason, count=1).split()).removeprefix("error ")
        super().__init__(f"{at}: This is not SPARQL that can be answered: {said.rstrip('.')}.")


class Found(NamedTuple):
    """The answer to a query.

    Attributes:
        columns: The names of the variables, in the order of the query; `answer` for a question
            of yes or no; `subject`, `predicate`, `object` for one that makes triples.
        rows: The values: IRIs and texts as text (without language), numbers and truth values
            as such, `None` where nothing is bound.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def without(self, base: str) -> Found:
        """Give the answer for people to read: texts that begin with the base without it."""
        rows = (
            tuple(v.removeprefix(base) if isinstance(v, str) else v for v in row)
            for row in self.rows
        )
        return Found(self.columns, tuple(rows))


def shipped() -> tuple[str, ...]:
    """Name the queries that come with the program, sorted."""
    folder = files("curriculum_map.formats.rdf") / "queries"
    return tuple(sorted(each.name.removesuffix(".rq") for each in folder.iterdir()))


def shipped_query(name: str) -> str:
    """Give the text of a query that comes with the program.

    Raises:
        UnknownName: If there is none of this name.
    """
    if name not in shipped():
        raise UnknownName("query", name, shipped())
    folder = files("curriculum_map.formats.rdf") / "queries"
    return (folder / f"{name}.rq").read_text(encoding="utf-8")


def query_project(catalogue: Catalogue, sparql: str, name: str = "query") -> Found:
    """Ask about a project: about the triples that `export rdf` writes.

    Args:
        catalogue: What is asked about.
        sparql: A query of SPARQL 1.1.
        name: What to call the query in errors.

    Raises:
        BadQuery: If it is not SPARQL, an update, or uses a function nobody knows.
        EndpointFailed: If the query itself asks a server (`SERVICE`) that does not answer.
    """
    from pyoxigraph import RdfFormat, Store

    from curriculum_map.formats.rdf import native
    from curriculum_map.formats.rdf.endpoint import EndpointFailed

    _encoded(sparql, name)
    store = Store()
    document = native.write(catalogue, "ntriples").document.encode()
    store.bulk_load(document, RdfFormat.N_TRIPLES)
    try:
        return _found(store.query(sparql))
    except (SyntaxError, RuntimeError) as error:
        raise BadQuery(name, str(error)) from None
    except OSError as error:
        raise EndpointFailed(f"{name}: What SERVICE asks does not answer ({error}).") from None


def query_endpoint(
    endpoint: Endpoint, sparql: str, graphs: Sequence[str] = (), name: str = "query"
) -> Found:
    """Ask a SPARQL 1.1 server.

    Args:
        endpoint: The server, at the address of its queries.
        sparql: A query.
        graphs: IRIs of the named graphs that are asked about as one; none leaves it to the server.
        name: What to call the query in errors.

    Raises:
        BadQuery: If the server does not understand the query.
        EndpointFailed: If it refuses, does not answer in time, or answers something else.
    """
    _encoded(sparql, name)
    fields = [("query", sparql), *(("default-graph-uri", each) for each in graphs)]
    answer = endpoint.ask(
        "POST",
        body=urlencode(fields).encode(),
        Content_Type="application/x-www-form-urlencoded",
        Accept=_ACCEPTED,
    )
    if answer.status == 400:
        raise BadQuery(name, answer.words() or "the server does not say why")
    if answer.status != 200:
        raise endpoint.refusal(answer)
    return _read(answer, endpoint)


def _encoded(sparql: str, name: str) -> None:
    try:
        sparql.encode()
    except UnicodeEncodeError:
        raise BadQuery(name, "it has a character that UTF-8 cannot write") from None


def _read(answer: Answer, endpoint: Endpoint) -> Found:
    from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results

    from curriculum_map.formats.rdf.endpoint import EndpointFailed

    try:
        if answer.kind == _RESULTS:
            return _found(parse_query_results(answer.body, QueryResultsFormat.JSON))
        if answer.kind == _TRIPLES:
            return _triples(parse(answer.body, RdfFormat.N_TRIPLES))
    except (SyntaxError, ValueError) as error:
        said = f"{endpoint.url}: What the server sent is not {answer.kind}: {error}."
        raise EndpointFailed(said) from None
    kind = answer.kind or "something without a kind"
    said = f"{endpoint.url}: The server answers with {kind}, not with the results of a query."
    raise EndpointFailed(said)


def _found(results: QueryBoolean | QuerySolutions | QueryTriples) -> Found:
    from pyoxigraph import QueryBoolean, QueryTriples

    if isinstance(results, QueryBoolean):
        return Found(("answer",), ((bool(results),),))
    if isinstance(results, QueryTriples):
        return _triples(results)
    columns = tuple(variable.value for variable in results.variables)
    return Found(columns, tuple(tuple(map(_value, solution)) for solution in results))


def _triples(triples: Iterable[object]) -> Found:
    columns = ("subject", "predicate", "object")
    rows = {tuple(_value(getattr(each, name)) for name in columns) for each in triples}
    return Found(columns, tuple(sorted(rows, key=repr)))


def _value(term: object) -> Value:
    from pyoxigraph import Literal, NamedNode

    if term is None:
        return None
    if isinstance(term, Literal):
        return _literal(term.value, term.datatype.value)
    return term.value if isinstance(term, NamedNode) else str(term)


def _literal(text: str, datatype: str) -> Value:
    if datatype == f"{_XSD}boolean" and text in ("true", "false", "1", "0"):
        return text in ("true", "1")
    try:
        if datatype in _WHOLE:
            return int(text)
        number = float(text) if datatype in _BROKEN else None
    except ValueError:
        return text
    return text if number is None or not isfinite(number) else number
