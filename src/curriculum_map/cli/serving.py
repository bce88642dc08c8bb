"""Pages kept in memory, made again when a source changes, and handed out on this computer only."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from curriculum_map.cli.build import everything
from curriculum_map.errors import CurriculumMapError, InvalidProject
from curriculum_map.formats.project import load
from curriculum_map.pages import frame
from curriculum_map.pages.problems_page import problems_page
from curriculum_map.problems import Problem, Where

EVERY = 0.5
"""Seconds between two looks at the sources."""

SOURCES = ("curriculum-map.toml", "competencies", "curricula")
SITE = "site/"
VERSION = "/version"
HOSTS = frozenset({"127.0.0.1", "localhost"})

KINDS: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".ttl": "text/turtle; charset=utf-8",
    ".tsv": "text/tab-separated-values; charset=utf-8",
    ".wasm": "application/wasm",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""How the files of a site are announced, by their endings."""


class Shown(NamedTuple):
    """What is handed out.

    Attributes:
        files: Content by address.
        version: Changes whenever the content does.
        problems: What keeps the sources from being shown; no files then.
    """

    files: Mapping[str, bytes]
    version: str
    problems: tuple[Problem, ...] = ()


class Shop:
    """The pages of a project as its sources are now."""

    def __init__(self, project: Path) -> None:
        """Make the pages, or find out what keeps them from being made."""
        self._project = project
        self._state = sources(project)
        self.shown = made(project)

    def look(self) -> None:
        """Make the pages again if a source is not as it was."""
        state = sources(self._project)
        if state != self._state:
            self._state = state
            self.shown = made(self._project)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Look at the sources again and again, as long as the block lasts."""
        ended = threading.Event()

        def watch() -> None:
            while not ended.wait(EVERY):
                self.look()

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            ended.set()
            watcher.join()


def sources(project: Path) -> Mapping[str, tuple[int, int]]:
    """Tell when each file of a project was changed, and its size."""
    found: dict[str, tuple[int, int]] = {}
    for name in SOURCES:
        root = project / name
        for path in [root, *sorted(root.rglob("*"))]:
            try:
                status = path.stat()
            except OSError:
                # It went away since; that is a change, too.
                continue
            found[str(path)] = (status.st_mtime_ns, status.st_size)
    return found


def made(project: Path) -> Shown:
    """Make every page of a project, or say what is wrong with it."""
    try:
        pages = everything(load(project), served=True)
        files = {
            f"/{name.removeprefix(SITE)}": page.encode() if isinstance(page, str) else page
            for name, page in pages
            if name.startswith(SITE)
        }
    except InvalidProject as error:
        return _broken(error.problems)
    except CurriculumMapError as error:
        return _broken([Problem(Where(str(project)), error.code, str(error))])
    digest = sha256()
    for name, content in files.items():
        digest.update(name.encode() + content)
    return Shown(_stamped(files, digest.hexdigest()), digest.hexdigest())


def _stamped(files: Mapping[str, bytes], version: str) -> Mapping[str, bytes]:
    place, stamp = frame.VERSION.encode(), version.encode()
    return {
        name: content.replace(place, stamp, 1) if name.endswith(".html") else content
        for name, content in files.items()
    }


def _broken(problems: Sequence[Problem]) -> Shown:
    said = sha256("".join(map(str, problems)).encode()).hexdigest()
    return Shown({}, said, tuple(problems))


def server(shop: Shop, port: int) -> ThreadingHTTPServer:
    """Open a server on this computer that hands out what a shop shows.

    Args:
        shop: What is shown, as it is at each request.
        port: 0 for any that is free.

    Raises:
        OSError: If the port cannot be had.
    """

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, kind, content = answer(shop.shown, self.path, self.headers.get("Host", ""))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(content)

        do_HEAD = do_GET  # noqa: N815 - the name http.server calls

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as inherited
            """Say nothing: what a browser asks for interests nobody here."""

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)


def answer(shown: Shown, path: str, host: str) -> tuple[int, str, bytes]:
    """Answer a request.

    Args:
        shown: What is handed out.
        path: Path and query of the request.
        host: Whom the browser believes to ask: a page of somebody else's, whose name leads here,
            gets nothing.

    Returns:
        Status, media type and content.
    """
    plain = "text/plain; charset=utf-8"
    if urlsplit(f"//{host}").hostname not in HOSTS:
        return HTTPStatus.FORBIDDEN, plain, b"Ask 127.0.0.1."
    address = unquote(urlsplit(path).path)
    if address == VERSION:
        return HTTPStatus.OK, plain, shown.version.encode()
    if shown.problems:
        page = problems_page(shown.problems, address.split("/")[1], shown.version)
        return HTTPStatus.INTERNAL_SERVER_ERROR, KINDS[".html"], page.encode()
    name = f"{address}index.html" if address.endswith("/") else address
    if name not in shown.files:
        return HTTPStatus.NOT_FOUND, plain, b"There is no such page."
    kind = KINDS.get(PurePosixPath(name).suffix, "application/octet-stream")
    return HTTPStatus.OK, kind, shown.files[name]
