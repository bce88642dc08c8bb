"""Put a project into a graph store: SPARQL 1.1 Graph Store Protocol, all or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from curriculum_map.errors import BadQuestion
from curriculum_map.formats.base import Loss
from curriculum_map.formats.rdf.encode import Encoder
from curriculum_map.formats.rdf.endpoint import Answer, Endpoint, EndpointFailed
from curriculum_map.formats.rdf.speech import Speech
from curriculum_map.formats.rdf.statements import is_iri
from curriculum_map.model import Catalogue

_TURTLE = "text/turtle; charset=utf-8"
_ACCEPTED = "application/n-triples, text/turtle;q=0.9"


class _Old(NamedTuple):
    """What stood in a graph; an empty body if it was not there."""

    kind: str
    body: bytes


class Shared(NamedTuple):
    """A project as named graphs.

    Attributes:
        graphs: IRI of a graph to its triples as N-Triples, sorted by IRI. No triple is in two.
        losses: What could not be carried, sorted.
    """

    graphs: Mapping[str, str]
    losses: tuple[Loss, ...]


def named_graphs(catalogue: Catalogue) -> Shared:
    """Share the triples of `export rdf` out among named graphs.

    `{base}graph/framework/ID` has a framework and its competencies, `{base}graph/institution/ID`
    an institution, its programmes and its units, `{base}graph/rest` everything else.

    Raises:
        BadQuestion: If the project's base is not a web address RDF accepts.
    """
    base, parts = catalogue.settings.base, dict[str, list[str]]()
    if not is_iri(base):
        raise BadQuestion(f'The base "{base}" is not a web address that RDF accepts.')
    speech = Speech(xml=False)
    for said in Encoder(catalogue, speech).statements():
        kind, _, key = said[1 : said.index(">")].removeprefix(base).partition("/")
        parts.setdefault(_graph_of(catalogue, kind, key), []).append(said)
    graphs = {f"{base}graph/{name}": "".join(parts[name]) for name in sorted(parts)}
    return Shared(graphs, tuple(sorted(speech.losses)))


def _graph_of(catalogue: Catalogue, kind: str, key: str) -> str:
    match kind:
        case "framework" | "institution":
            return f"{kind}/{key}"
        case "competency":
            return f"framework/{catalogue.competencies[key].framework}"
        case "programme":
            return f"institution/{catalogue.programmes[key].institution}"
        case "unit":
            return f"institution/{catalogue.units[key].institution}"
        case _:
            return "rest"


def push(graphs: Mapping[str, str], endpoint: Endpoint) -> None:
    """Replace the named graphs of a store: all of them, or none.

    The protocol knows no transactions. So what stands in the graphs is fetched first, and
    put back if one of them cannot be replaced. Meanwhile others may see new graphs beside
    old ones. Graphs that are not named here are left alone.

    Args:
        graphs: IRI of a graph to its triples as N-Triples.
        endpoint: The store, at the address of its Graph Store Protocol.

    Raises:
        EndpointFailed: If a graph cannot be fetched or replaced; it says whether everything is
            as it was, and if not, which graphs may not be.
    """
    old = {graph: _fetched(graph, endpoint) for graph in graphs}
    begun: list[str] = []
    try:
        for graph, triples in graphs.items():
            begun.append(graph)
            _put(graph, _Old(_TURTLE, triples.encode()), endpoint)
    except EndpointFailed as error:
        # The last one may have been replaced although the answer did not say so.
        lost = _restored({graph: old[graph] for graph in reversed(begun)}, endpoint)
        raise EndpointFailed(f"{error} {_outcome(lost)}") from None


def _outcome(lost: Iterable[str]) -> str:
    if names := ", ".join(sorted(lost)):
        return f"What stood in these graphs could not be put back: {names}. Push again."
    return "Everything is as it was before."


def _fetched(graph: str, endpoint: Endpoint) -> _Old:
    answer = _ask("GET", graph, endpoint, Accept=_ACCEPTED)
    if answer.status == 404:
        return _Old("", b"")
    if answer.status != 200:
        raise endpoint.refusal(answer)
    return _Old(answer.kind or _TURTLE, answer.body)


def _put(graph: str, new: _Old, endpoint: Endpoint) -> None:
    answer = _ask("PUT", graph, endpoint, new.body, Content_Type=new.kind)
    if answer.status not in (200, 201, 204):
        raise endpoint.refusal(answer)


def _restored(old: Mapping[str, _Old], endpoint: Endpoint) -> list[str]:
    """Put back what stood in graphs, and name those for which that failed."""
    lost = []
    for graph, was in old.items():
        try:
            if was.body:
                _put(graph, was, endpoint)
            else:
                _deleted(graph, endpoint)
        except EndpointFailed:
            lost.append(graph)
    return lost


def _deleted(graph: str, endpoint: Endpoint) -> None:
    answer = _ask("DELETE", graph, endpoint)
    if answer.status not in (200, 202, 204, 404):
        raise endpoint.refusal(answer)


def _ask(
    method: str, graph: str, endpoint: Endpoint, body: bytes | None = None, **headers: str
) -> Answer:
    joint = "&" if "?" in endpoint.url else "?"
    url = f"{endpoint.url}{joint}{urlencode({'graph': graph})}"
    return endpoint.ask(method, url, body, **headers)
