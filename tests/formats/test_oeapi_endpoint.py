"""A live endpoint of the Open Education API is read to its last page, or not at all."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from asking import ask
from curriculum_map.errors import BadQuestion, InvalidProject
from curriculum_map.formats.base import Given
from curriculum_map.formats.oeapi import fetching, read
from curriculum_map.formats.oeapi.fetching import fetch
from curriculum_map.formats.rdf.endpoint import EndpointFailed
from open_education import CUT_OFF, EXAMPLES, NESTED, thing, uuid
from published import is_there

Page = Callable[[str, int], "tuple[int, bytes, dict[str, str]] | None"]


class Server(ThreadingHTTPServer):
    """Gives lists in pages of two; `odd` answers first, where it answers at all."""

    daemon_threads = True

    def __init__(self, lists: dict[str, list[Any]]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.lists = lists
        self.odd: Page = lambda _path, _number: None
        self.token = ""
        self.asked: list[str] = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}/api"

    def handle_error(self, request: object, client_address: object) -> None:
        """A connection that was broken on purpose is no news."""


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        path, asked = parts.path.removeprefix("/api/"), parse_qs(parts.query)
        number = int(asked.get("pageNumber", ["1"])[0])
        self.server.asked.append(f"{path}/{number}")
        if self.server.token and self.headers.get("Authorization") != f"Bearer {self.server.token}":
            self._send(401, b"{}", {})
        elif odd := self.server.odd(path, number):
            self._send(*odd)
        elif path in self.server.lists:
            self._send(200, page(self.server.lists[path], number), {})
        else:
            self._send(404, b"{}", {})

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def log_message(self, *said: object) -> None:
        """Say nothing."""


def page(things: list[Any], number: int, **more: Any) -> bytes:
    shown = things[2 * number - 2 : 2 * number]
    last = 2 * number >= len(things)
    said = {
        "pageSize": 2,
        "pageNumber": number,
        "hasPreviousPage": number > 1,
        "hasNextPage": not last,
        "items": shown,
    }
    return json.dumps(said | more).encode()


COURSES = [thing("courseId", number, f"course-{number}") for number in range(1, 6)]
LISTS = {
    "organisations": [thing("organisationId", 90, "school", organisationType="root")],
    "programmes": [],
    "courses": COURSES,
}


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(dict(LISTS)) as found:
        thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield found
        finally:
            found.shutdown()
            thread.join()


def test_every_page_of_every_list_is_fetched(server):
    files = fetch(server.url)
    assert list(files) == [
        *("organisations/1.json", "programmes/1.json"),
        *("courses/1.json", "courses/2.json", "courses/3.json"),
    ]
    found = read(Given(name=server.url, files=files))
    assert list(found.catalogue.units) == [f"course-{number}" for number in range(1, 6)]
    assert found.catalogue.units["course-1"].institution == "school"
    assert found.problems == ()


def test_an_endpoint_is_imported_into_a_project(server, tmp_path):
    answer = ask("-p", tmp_path / "new", "import", "oeapi", f"{server.url}/")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "Wrote 1 file with 6 descriptions.\ncurricula/school.yaml\n"


def test_the_official_examples_are_read_from_an_endpoint_of_version_5(server):
    if not is_there(EXAMPLES):
        return
    organisation, program = (
        json.loads(path.read_text(encoding="utf-8")) for path in sorted(EXAMPLES.iterdir())
    )
    more = {**program, "programId": uuid(1), "primaryCode": {"codeType": "identifier", "code": "2"}}
    third = {**more, "programId": uuid(2), "primaryCode": {"codeType": "identifier", "code": "3"}}
    course = thing("courseId", 3, "law")
    server.lists = {
        "organizations": [organisation],
        "programs": [program, more, third],
        "courses": [course],
        f"courses/{uuid(3)}/components": [
            thing("componentId", 4, "talk", componentType="lecture", course=uuid(3))
        ],
    }
    found = read(Given(name=server.url, files=fetch(server.url))).catalogue
    assert list(found.programmes) == ["2", "3", "program-000"]
    assert found.units["law"].parts == ("talk",)
    assert {each.institution for each in found.programmes.values()} == {"oeapi-test-organization"}


def test_a_token_is_sent_and_never_shown(server, monkeypatch):
    server.token = "secret-token"
    monkeypatch.delenv("CURRICULUM_MAP_TOKEN", raising=False)
    with pytest.raises(EndpointFailed) as refused:
        fetch(server.url)
    assert str(refused.value) == (
        f"{server.url}/organisations?pageNumber=1&pageSize=250: The server refused (401). It asks "
        "for a token, or does not take this one. Give it in CURRICULUM_MAP_TOKEN."
    )
    monkeypatch.setenv("CURRICULUM_MAP_TOKEN", "wrong-token")
    with pytest.raises(EndpointFailed) as refused:
        fetch(server.url)
    assert "wrong-token" not in str(refused.value)
    monkeypatch.setenv("CURRICULUM_MAP_TOKEN", "secret-token")
    assert len(fetch(server.url)) == 5


def test_a_token_that_is_none_is_refused_before_it_is_sent(server, monkeypatch):
    monkeypatch.setenv("CURRICULUM_MAP_TOKEN", "two\nlines")
    with pytest.raises(BadQuestion, match="holds something that is no token"):
        fetch(server.url)
    assert server.asked == []


def at(path: str, number: int, answer: Any) -> Page:
    return lambda asked, page: answer if (asked, page) == (path, number) else None


ODD = {
    "breaks off": (
        at("courses", 2, (200, b'{"items": [', {"Content-Length": "5000"})),
        "The connection broke before the answer was complete.",
    ),
    "fails": (at("courses", 2, (500, b"out of order", {})), "The server refused (500)."),
    "has no second page": (at("courses", 2, (404, b"{}", {})), "The server refused (404)."),
    "gives another page": (
        at("courses", 2, (200, page(COURSES, 1), {})),
        "Page 2 was asked for, and page 1 came.",
    ),
    "sends elsewhere": (
        at("courses", 2, (302, b"", {"Location": "http://198.51.100.7/courses"})),
        "It sends on to http://198.51.100.7/courses: use that address.",
    ),
    "sends to a file": (
        at("courses", 1, (301, b"", {"Location": "file:///etc/passwd"})),
        "It sends on to file:///etc/passwd: use that address.",
    ),
    "sends around": (
        at("courses", 1, (302, b"", {"Location": "courses"})),
        "The server sends from one address to the next.",
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_a_server_that_misbehaves_is_told_of_and_nothing_is_written(name, server, tmp_path):
    server.odd, said = ODD[name]
    with pytest.raises(EndpointFailed) as failed:
        fetch(server.url)
    assert said in str(failed.value)
    answer = ask("-p", tmp_path / "new", "import", "oeapi", server.url)
    assert answer.code == 2
    assert said in answer.err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (b"<html>Hello</html>", 'courses/1.json:1:1: JSON has no place for "<" here. (syntax)'),
        (
            b'{"items": [',
            f"courses/1.json:1:12: {CUT_OFF}",
        ),
        (b"\xff\xfe", "courses/1.json: The answer is not written in UTF-8. (not-utf-8)"),
        (
            b"[]",
            "courses/1.json: The answer is no page of a list: it has no items. (nothing-found)",
        ),
        (
            b'{"items": ' + b"[" * 1000,
            f"courses/1.json:1:110: {NESTED}",
        ),
    ],
)
def test_an_answer_that_is_no_page_is_told_of_with_its_place(body, line, server):
    server.odd = at("courses", 1, (200, body, {}))
    with pytest.raises(InvalidProject) as refused:
        fetch(server.url)
    assert str(refused.value) == line


def test_a_redirection_on_the_same_server_is_followed(server):
    server.lists["all-courses"] = COURSES[:2]
    moved = "all-courses?pageNumber=1&pageSize=250"
    server.odd = at("courses", 1, (301, b"", {"Location": moved}))
    assert list(fetch(server.url)) == [
        "organisations/1.json",
        "programmes/1.json",
        "courses/1.json",
    ]


def test_pages_that_never_end_are_ended(server, monkeypatch):
    def endless(path, number):
        things = [thing("courseId", number, f"c{number}")]
        said = {"items": things, "pageNumber": number, "hasNextPage": True}
        return (200, json.dumps(said).encode(), {}) if path == "courses" else None

    monkeypatch.setattr(fetching, "MOST_PAGES", 5)
    server.odd = endless
    with pytest.raises(EndpointFailed, match="The list has more than 5 pages"):
        fetch(server.url)
    assert server.asked[-1] == "courses/5"


def test_the_same_page_again_and_again_is_noticed(server):
    same = json.dumps({"items": COURSES[:1], "hasNextPage": True}).encode()
    server.odd = lambda path, _number: (200, same, {}) if path == "courses" else None
    with pytest.raises(EndpointFailed, match="The same page came twice"):
        fetch(server.url)


def test_more_bytes_than_are_read_are_refused(server, monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST", 300)
    with pytest.raises(EndpointFailed, match="The lists have more than 300 bytes"):
        fetch(server.url)


def test_a_server_without_any_of_the_lists_is_no_endpoint(server):
    server.lists = {}
    with pytest.raises(EndpointFailed, match="None of the lists is offered there"):
        fetch(server.url)


@pytest.mark.parametrize(
    "url", ["http://", "http://user:secret@127.0.0.1/", "http://127.0.0.1/courses?pageNumber=1"]
)
def test_addresses_of_no_endpoint_make_no_sense(url):
    with pytest.raises(BadQuestion):
        fetch(url)
