"""A real SPARQL server on this machine, and one before it that refuses, stalls and breaks off."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

OXIGRAPH = Path(sys.executable).parent / "oxigraph"


class Did(NamedTuple):
    """What the server before the real one does with a request."""

    what: str
    status: int = 0
    kind: str = "text/plain"
    body: bytes = b""
    to: str = ""


FORWARD, BREAK, BREAK_AFTER, STALL = map(Did, ("forward", "break", "break-after", "stall"))


def say(status: int, body: str = "", kind: str = "text/plain", to: str = "") -> Did:
    """Answer without asking the real server."""
    return Did("say", status, kind, body.encode(), to)


@contextmanager
def oxigraph() -> Iterator[str]:
    """Run an empty store in memory; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [OXIGRAPH, "serve", "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            run.terminate()


def _wait_for(port: int) -> None:
    until = time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


class Gate(ThreadingHTTPServer):
    """Stands before the real server, if there is one, and does what it is told."""

    daemon_threads = True

    def __init__(self, real: str = "") -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.real = real.removeprefix("http://")
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.asked: list[str] = []
        self.password = ""
        self.rule: Callable[[str, int], Did] = lambda _method, _count: FORWARD
        self.done = threading.Event()

    def decide(self, method: str, authorization: str | None) -> Did:
        self.asked.append(method)
        if self.password and authorization != _basic(self.password):
            return say(401, "who are you?")
        return self.rule(method, self.asked.count(method))

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that gave up is no news."""


def _basic(password: str) -> str:
    return f"Basic {b64encode(password.encode()).decode()}"


@contextmanager
def gate(real: str = "") -> Iterator[Gate]:
    with Gate(real) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.done.set()
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: Gate

    def _handle(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        did = self.server.decide(self.command, self.headers.get("Authorization"))
        if did.what == "stall":
            self.server.done.wait(20)
        if did.what in ("forward", "break-after"):
            did = self._forwarded(body)._replace(what=did.what)
        if did.what in ("say", "forward"):
            self._send(did, len(did.body))
        if did.what == "break-after":
            self._send(did, len(did.body) + 100)
        self.close_connection = True

    def _send(self, did: Did, length: int) -> None:
        self.send_response(did.status)
        headers = {"Content-Type": did.kind, "Location": did.to, "Content-Length": str(length)}
        for name, value in headers.items():
            if value and not (did.status == 204 and length == 0):
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(did.body)

    def _forwarded(self, body: bytes) -> Did:
        real = http.client.HTTPConnection(self.server.real, timeout=20)
        passed = ("Content-Type", "Accept")
        headers = {name: self.headers[name] for name in passed if name in self.headers}
        try:
            real.request(self.command, self.path, body or None, headers)
            answer = real.getresponse()
            said = answer.read()
            return Did("say", answer.status, answer.headers.get("Content-Type", ""), said)
        finally:
            real.close()

    def log_message(self, *said: object) -> None:
        """Say nothing."""


for _method in ("GET", "POST", "PUT", "DELETE"):
    setattr(_Handler, f"do_{_method}", _Handler._handle)
