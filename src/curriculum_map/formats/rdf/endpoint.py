"""Talk to somebody else's SPARQL server over HTTP, and say in words what goes wrong."""

from __future__ import annotations

import http.client
import re
import ssl
import time
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from curriculum_map.errors import BadQuestion, CurriculumMapError

LONGEST_WORDS = 400
"""Characters of a server's own words that are passed on."""

_CHUNK = 65_536
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")
_MARKUP = re.compile(r"<(script|style).*?</\1\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_NAME_IT = "Give them in CURRICULUM_MAP_USER and CURRICULUM_MAP_PASSWORD."
_HINTS: Mapping[int, str] = {
    401: f"It asks for a name and a password, or does not know these. {_NAME_IT}",
    403: "The server does not allow this to whoever asked.",
    404: "There is nothing at this address.",
    405: "The server does not offer this at this address.",
    413: "The server does not take as much at once.",
}


class EndpointFailed(CurriculumMapError, OSError):
    """A server refused, did not answer in time, or could not be reached."""

    code = "endpoint-failed"


class Answer(NamedTuple):
    """What a server sent back.

    Attributes:
        status: The HTTP status code, such as 200.
        kind: The media type without parameters, in lower case; empty if none is given.
        body: The bytes, complete.
        elsewhere: The address the server sends on to; empty if it does not.
    """

    status: int
    kind: str
    body: bytes
    elsewhere: str = ""

    def words(self) -> str:
        """Give the server's own words on one line, without markup, shortened."""
        text = self.body.decode("utf-8", "replace")
        plain = _MARKUP.sub(" ", text) if "html" in self.kind else text
        return _CONTROL.sub(" ", plain).strip()[:LONGEST_WORDS]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """A server at one address, and how to introduce oneself.

    Attributes:
        url: The address, `http` or `https`.
        user: Name for basic authentication; empty for none.
        password: The password that goes with it.
        timeout: Seconds a request may take, from asking to the last byte.

    Raises:
        BadQuestion: If the address is none a server can have, or holds a password.
    """

    url: str
    user: str = ""
    password: str = field(default="", repr=False)
    timeout: float = 60.0

    def __post_init__(self) -> None:
        if not _is_server(self.url):
            raise BadQuestion(f'"{self.url}" is not the address of a server, http:// or https://.')
        if "@" in urlsplit(self.url).netloc:
            said = "A name and a password do not belong into an address, where they can be seen."
            raise BadQuestion(f"{said} {_NAME_IT}")

    def ask(self, method: str, url: str = "", body: bytes | None = None, **headers: str) -> Answer:
        """Make one request; it is not sent on to other addresses, for it may hold a password.

        Args:
            method: The HTTP method.
            url: The address with parameters; left out, that of the server itself.
            body: What is sent along.
            headers: Name to value; `_` stands for `-`.

        Returns:
            The answer, refusals included.

        Raises:
            EndpointFailed: If no complete answer comes in time.
        """
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.user:
            secret = b64encode(f"{self.user}:{self.password}".encode()).decode()
            named["Authorization"] = f"Basic {secret}"
        request = Request(url or self.url, body, named, method=method)
        until = time.monotonic() + self.timeout
        try:
            return _received(request, until)
        except (OSError, http.client.HTTPException) as error:
            raise EndpointFailed(f"{self.url}: {_reason(error, self.timeout)}") from None

    def refusal(self, answer: Answer) -> EndpointFailed:
        """Say in words that and why the server refused."""
        if answer.elsewhere:
            hint = f"It sends on to {_CONTROL.sub(' ', answer.elsewhere)}: use that address."
        else:
            hint = _HINTS.get(answer.status, "")
        said = f'The server says: "{answer.words()}".' if answer.words() else ""
        head = f"{self.url}: The server refused ({answer.status})."
        return EndpointFailed(" ".join(part for part in (head, hint, said) if part))


def _is_server(url: str) -> bool:
    if not url.isascii() or _CONTROL.search(url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_: object, **__: object) -> None:
        """Stay where we are."""


def _received(request: Request, until: float) -> Answer:
    opener = build_opener(_NoRedirects)
    try:
        response = opener.open(request, timeout=until - time.monotonic())
    except HTTPError as refused:
        response = refused
    with response:
        kind = response.headers.get_content_type() if "Content-Type" in response.headers else ""
        body = _body(response, until)
        return Answer(response.status, kind, body, response.headers.get("Location") or "")


def _body(response: http.client.HTTPResponse | HTTPError, until: float) -> bytes:
    """Read everything, however slowly it drips in, but not beyond the time."""
    chunks = []
    expected = response.headers.get("Content-Length", "")
    while chunk := response.read1(_CHUNK):
        chunks.append(chunk)
        if time.monotonic() > until:
            raise TimeoutError
    body = b"".join(chunks)
    if expected.isdecimal() and len(body) < int(expected):
        # A connection that ends early looks like an end to `read1`.
        raise http.client.IncompleteRead(body, int(expected) - len(body))
    return body


def _reason(error: OSError | http.client.HTTPException, timeout: float) -> str:
    if isinstance(error, URLError) and isinstance(error.reason, OSError):
        error = error.reason
    match error:
        case TimeoutError():
            return f"No complete answer came within {timeout:g} s."
        case ConnectionRefusedError():
            return "No server answers there. Is it running?"
        case ssl.SSLCertVerificationError():
            return f"The server cannot prove who it is ({error.verify_message})."
        case http.client.IncompleteRead() | ConnectionError():
            return "The connection broke before the answer was complete."
        case http.client.HTTPException():
            return "What answers there does not speak HTTP."
        case _:
            return f"The server cannot be reached ({error.strerror or error})."
