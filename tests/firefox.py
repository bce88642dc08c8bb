"""Firefox without a window, spoken to in WebDriver BiDi, which Debian's Firefox brings itself."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

import programs

LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
QUIET = {
    # What a fresh profile would ask of its maker's servers.
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.systemAddon.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
    # A page that is opened from a file may read what lies beside it no more than it may elsewhere.
    "security.fileuri.strict_origin_policy": True,
}


class Firefox:
    """One window of a running Firefox.

    Attributes:
        complaints: What the pages put on the console or failed to load or to catch, in order.
    """

    def __init__(self, socket: ClientConnection) -> None:
        self.complaints: list[str] = []
        self._socket, self._numbers = socket, count(1)
        self._say("session.new", capabilities={})
        self._say("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        self._window = self._say("browsingContext.getTree")["contexts"][0]["context"]

    def open(self, address: str) -> None:
        """Open a page, and wait until all of it is there."""
        self._say("browsingContext.navigate", context=self._window, url=address, wait="complete")

    def resize(self, width: int, height: int) -> None:
        """Give the page a size in CSS pixels."""
        viewport = {"width": width, "height": height}
        self._say("browsingContext.setViewport", context=self._window, viewport=viewport)

    def ask(self, script: str) -> Any:
        """Give what an expression is worth, awaited; a text, a number, a truth value or nothing."""
        found = self._say(
            "script.evaluate",
            expression=script,
            target={"context": self._window},
            awaitPromise=True,
        )
        if found["type"] == "exception":
            raise AssertionError(found["exceptionDetails"]["text"])
        return found["result"].get("value")

    def press(self, *keys: str) -> None:
        """Press and release keys, one after the other."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        keyboard = {"type": "key", "id": "keyboard", "actions": actions}
        self._say("input.performActions", context=self._window, actions=[keyboard])

    def _say(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            heard = json.loads(self._socket.recv(timeout=60))
            if heard.get("id") == number:
                break
            self._listen(heard)
        assert heard["type"] == "success", heard
        result: dict[str, Any] = heard["result"]
        return result

    def _listen(self, heard: dict[str, Any]) -> None:
        params = heard.get("params", {})
        if heard.get("method") == "log.entryAdded" and params["level"] in {"error", "warn"}:
            self.complaints.append(f"{params['level']}: {params['text']}")
        if heard.get("method") == "network.beforeRequestSent":
            address = params["request"]["url"]
            if not address.startswith(("file:", "data:", "blob:", "about:")):
                self.complaints.append(f"asks for {address}")


@contextmanager
def launched() -> Iterator[Firefox]:
    """Run Firefox with a profile of its own for as long as the block lasts.

    Raises:
        NoProgram: If there is none; the message says what to install.
    """
    path = programs.find("firefox")
    with tempfile.TemporaryDirectory() as profile:
        lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in QUIET.items())
        Path(profile, "user.js").write_text("".join(lines), encoding="utf-8")
        command = [path, "--headless", "--no-remote", "--profile", profile]
        running = subprocess.Popen(
            [*command, "--remote-debugging-port=0"], stderr=subprocess.PIPE, text=True
        )
        try:
            with connect(f"{_address(running)}/session", max_size=None) as socket:
                yield Firefox(socket)
        finally:
            running.terminate()
            running.communicate()


def _address(running: subprocess.Popen[str]) -> str:
    assert running.stderr
    said = []
    for line in running.stderr:
        said.append(line)
        if found := LISTENS.search(line):
            return found[1]
    raise AssertionError(f"Firefox does not listen.\n{''.join(said)}")
