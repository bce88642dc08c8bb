"""`serve` shows the pages on this computer only, and follows the sources: in a real run."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, expect

from asking import ask
from curriculum_map.cli.serving import Shown, answer
from curriculum_map.formats.example import example_files
from curriculum_map.formats.writing import write_all
from curriculum_map.problems import Problem, Where

WAITING = 60


class Running(NamedTuple):
    """A program that serves a project."""

    project: Path
    port: int
    process: subprocess.Popen[str]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, host: str = "", method: str = "GET") -> tuple[int, str, bytes]:
        asked = HTTPConnection("127.0.0.1", self.port, timeout=WAITING)
        asked.request(method, path, headers={"Host": host} if host else {})
        answered = asked.getresponse()
        found = answered.status, str(answered.getheader("Content-Type")), answered.read()
        asked.close()
        return found

    def until(self, path: str, fits: Callable[[int, bytes], bool]) -> None:
        """Ask again and again until an answer fits."""
        ends = time.monotonic() + WAITING
        while time.monotonic() < ends:
            status, _, content = self.get(path)
            if fits(status, content):
                return
            time.sleep(0.1)
        raise AssertionError(f"{path} never became what it should be.")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    project = tmp_path_factory.mktemp("served") / "mine"
    write_all(project, example_files())
    command = [sys.executable, "-m", "curriculum_map", "-p", str(project), "serve"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        told = process.stdout.readline()
        found = re.fullmatch(r"Open http://127\.0\.0\.1:(\d+)/ in a browser\.\n", told)
        assert found, told
        yield Running(project, int(found[1]), process)
        process.send_signal(signal.SIGINT)
        assert process.wait(WAITING) == 0


def test_pages_and_downloads_are_handed_out_as_what_they_are(running):
    for path, kind in (
        ("/", "text/html; charset=utf-8"),
        ("/nl/index.html?compare=a", "text/html; charset=utf-8"),
        ("/en/programme/medicine.html", "text/html; charset=utf-8"),
        ("/data/gaps.csv", "text/csv; charset=utf-8"),
        ("/data/curriculum-map.ttl", "text/turtle; charset=utf-8"),
    ):
        status, said, content = running.get(path)
        assert (status, said, bool(content)) == (200, kind, True), path
    assert running.get("/data/gaps.csv", method="HEAD")[2] == b""


@pytest.mark.parametrize(
    "path",
    ["/nothing.html", "/../curriculum-map.toml", "/%2e%2e/curriculum-map.toml", "//etc/hosts"],
)
def test_nothing_but_the_site_is_handed_out(running, path):
    status, kind, content = running.get(path)
    assert (status, kind) == (404, "text/plain; charset=utf-8")
    assert content == b"There is no such page."


def test_a_page_of_somebody_else_whose_name_leads_here_gets_nothing(running):
    assert running.get("/en/index.html", host="evil.example")[0] == 403
    assert running.get("/en/index.html", host=f"localhost:{running.port}")[0] == 200


def test_only_this_computer_is_listened_to(running):
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None)}
    for address in others - {"127.0.0.1", "::1"}:
        with pytest.raises(OSError, match=r"refused|unreachable|assign|timed out"):
            socket.create_connection((str(address), running.port), 1).close()


def test_an_open_page_follows_the_sources_and_shows_their_errors(running, browser: Browser):
    source = running.project / "curricula" / "medicine.yaml"
    before = source.read_text(encoding="utf-8")
    context = browser.new_context()
    # The browser of the tests finds no host at all; what it asks for is fetched for it.
    context.route("**/*", lambda route: route.fulfill(response=route.fetch()))
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{running.address}/en/programme/medicine.html")
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text("Medicine (an example)")
    source.write_text(before.replace("Medicine (an example)", "Renamed"), encoding="utf-8")
    expect(title).to_have_text("Renamed", timeout=WAITING * 1000)
    source.write_text(before.replace("statistics, law", "statistcs, law"), encoding="utf-8")
    expect(title).to_have_text("The sources have errors", timeout=WAITING * 1000)
    expect(page.locator("main")).to_contain_text("curricula/medicine.yaml:12")
    expect(page.locator("main")).to_contain_text('There is no unit called "statistcs".')
    source.write_text(before, encoding="utf-8")
    expect(title).to_have_text("Medicine (an example)", timeout=WAITING * 1000)
    assert [text for text in complaints if "500" not in text] == []
    context.close()


def test_what_is_wrong_at_the_start_is_shown_too(tmp_path):
    problem = Problem(Where("curricula/x.yaml", 3), "unknown-name", "There is no <b>unit</b>.")
    shown = Shown({}, "1", (problem,))
    status, kind, page = answer(shown, "/nl/index.html", "127.0.0.1:8000")
    assert (status, kind) == (500, "text/html; charset=utf-8")
    assert b'<html lang="nl">' in page
    assert b"There is no &lt;b&gt;unit&lt;/b&gt;." in page
    assert answer(shown, "/version", "127.0.0.1") == (200, "text/plain; charset=utf-8", b"1")


def test_a_port_that_is_taken_is_named(running):
    answered = ask("-p", running.project, "serve", "--port", str(running.port))
    reason = os.strerror(98)
    assert answered == (
        2,
        "",
        f"Port {running.port} cannot be used: {reason}. Name another one, or none. (port-in-use)\n",
    )


def test_a_folder_without_a_project_is_not_served(tmp_path):
    shutil.rmtree(tmp_path)
    tmp_path.mkdir()
    answered = ask("-p", tmp_path, "serve")
    assert (answered.code, "(not-a-project)" in answered.err) == (2, True)
