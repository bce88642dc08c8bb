"""Everything an endpoint of the API lists, fetched page by page."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin, urlsplit

from curriculum_map.errors import BadQuestion, InvalidProject
from curriculum_map.formats.json_fields import Fields, Findings
from curriculum_map.formats.json_tree import read_json
from curriculum_map.formats.oeapi.objects import Thing
from curriculum_map.formats.rdf.endpoint import Answer, Endpoint, EndpointFailed
from curriculum_map.formats.tree import Mapping as Tree
from curriculum_map.problems import Problem, Where

TOKEN = "CURRICULUM_MAP_TOKEN"
"""The environment variable that holds a bearer token, if the endpoint asks for one."""
TIMEOUT = 60.0
"""Seconds one page may take."""
PAGE_SIZE = 250
"""The largest page the API allows to ask for."""
MOST_PAGES = 2_000
"""Pages a list may have."""
LARGEST = 1_000_000_000
"""Bytes all pages together may have."""
MOST_REDIRECTS = 3
LISTS = (
    ("organisations", "organizations"),
    ("programmes", "programs"),
    ("courses",),
    ("learning-components",),
    ("test-components",),
    ("learning-outcomes",),
)
"""The lists that are asked for, each by its name in version 6 and, if it has none, in version 5."""
NOT_OFFERED = (404, 405, 501)


def fetch(url: str) -> Mapping[str, bytes]:
    """Get every page of every list an endpoint offers, components of courses in version 5 too.

    Redirections to another server are refused, for a token may be sent along.

    Args:
        url: The address of the endpoint, below which its lists stand.

    Returns:
        The pages by names such as `courses/1.json`.

    Raises:
        BadQuestion: If the address is none a server can have.
        EndpointFailed: If the server refuses, breaks off, gives no end of pages, or offers none
            of the lists.
        InvalidProject: If a page is no JSON, or no page.
    """
    if urlsplit(url).query or urlsplit(url).fragment:
        raise BadQuestion(f'"{url}" is the address of one answer. Name that of the endpoint.')
    return _Fetching(url.rstrip("/") + "/", os.environ.get(TOKEN, "")).pages()


class _Fetching:
    """Asks one endpoint."""

    def __init__(self, base: str, token: str) -> None:
        if "\n" in token or "\r" in token or not token.isascii():
            raise BadQuestion(f"{TOKEN} holds something that is no token.")
        self._base = base
        self._token = token
        self._size = 0
        self._got: dict[str, bytes] = {}

    def pages(self) -> Mapping[str, bytes]:
        offered = [self._list(names) for names in LISTS]
        if not any(offered):
            lists = ", ".join(names[0] for names in LISTS)
            raise EndpointFailed(f"{self._base}: None of the lists is offered there ({lists}).")
        if "programs" in offered or "organizations" in offered:
            for course in list(self._courses()):
                self._fetch(f"courses/{course}/components", f"components/{course}")
        return self._got

    def _list(self, names: tuple[str, ...]) -> str:
        """Fetch a list by the first name that is offered; gives that name, or nothing."""
        return next((name for name in names if self._fetch(name, name)), "")

    def _courses(self) -> Iterator[str]:
        for name, data in list(self._got.items()):
            if name.startswith("courses/"):
                for course in _page(data, name).objects("items"):
                    if (uuid := course.text("courseId")) is not None and _is_plain(uuid):
                        yield str(uuid)

    def _fetch(self, path: str, name: str) -> bool:
        for number in range(1, MOST_PAGES + 1):
            address = f"{self._base}{path}?pageNumber={number}&pageSize={PAGE_SIZE}"
            answer = self._ask(address)
            if number == 1 and answer.status in NOT_OFFERED:
                return False
            if answer.status != 200:
                raise _refusal(address, answer)
            if self._keep(f"{name}/{number}.json", answer.body, number):
                return True
        raise EndpointFailed(f"{self._base}{path}: The list has more than {MOST_PAGES:,} pages.")

    def _keep(self, name: str, data: bytes, number: int) -> bool:
        """Keep a page; tells whether it is the last one."""
        self._size += len(data)
        if self._size > LARGEST:
            raise EndpointFailed(f"{self._base}: The lists have more than {LARGEST:,} bytes.")
        page = _page(data, name)
        said = page.text("pageNumber")
        if said is not None and said != str(number):
            message = f"Page {number} was asked for, and page {said} came."
            raise EndpointFailed(f"{self._base}{name.rpartition('/')[0]}: {message}")
        if data in self._got.values() and page.get("items"):
            raise EndpointFailed(f"{self._base}{name}: The same page came twice.")
        self._got[name] = data
        return page.text("hasNextPage") != "true"

    def _ask(self, address: str) -> Answer:
        for _ in range(MOST_REDIRECTS + 1):
            endpoint = Endpoint(url=address, timeout=TIMEOUT)
            known = {"Authorization": f"Bearer {self._token}"} if self._token else {}
            answer = endpoint.ask("GET", body=None, Accept="application/json", **known)
            if not answer.elsewhere or answer.status // 100 != 3:
                return answer
            onward = urljoin(address, answer.elsewhere)
            if _server(onward) != _server(self._base):
                raise endpoint.refusal(answer)
            address = onward
        raise EndpointFailed(f"{self._base}: The server sends from one address to the next.")


def _server(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()


def _is_plain(text: str) -> bool:
    return text.replace("-", "").isalnum() and text.isascii()


def _page(data: bytes, name: str) -> Fields:
    findings = Findings()
    try:
        root, problems = read_json(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        message = "The answer is not written in UTF-8."
        raise InvalidProject([Problem(Where(name), "not-utf-8", message)]) from None
    if root is None:
        raise InvalidProject(problems)
    if not isinstance(root, Tree) or "items" not in root.entries:
        message = "The answer is no page of a list: it has no items."
        raise InvalidProject([Problem(Where(name), "nothing-found", message)])
    return Thing(root, name, findings)


def _refusal(address: str, answer: Answer) -> EndpointFailed:
    if answer.status in (401, 403):
        said = "It asks for a token, or does not take this one."
        return EndpointFailed(
            f"{address}: The server refused ({answer.status}). {said} Give it in {TOKEN}."
        )
    return Endpoint(url=address).refusal(answer)
