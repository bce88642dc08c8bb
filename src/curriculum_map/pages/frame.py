"""What every page of the site has around its content: navigation, languages, sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from posixpath import dirname, relpath
from typing import TYPE_CHECKING, NamedTuple

from curriculum_map.pages.document import asset, document, policy
from curriculum_map.pages.sentence import sentence
from curriculum_map.pages.words import ENDONYMS, LANGUAGES

if TYPE_CHECKING:
    from curriculum_map.model import Source
    from curriculum_map.pages.site import Site

NAVIGATION = ("index", "competencies", "graph", "path", "data")
"""The pages that every page leads to."""


VERSION = "{the version that is served}"
"""What stands in served pages until whoever serves them puts the version of the pages there."""


class Link(NamedTuple):
    """A link of the frame; `current` on the page itself."""

    address: str
    name: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, apart from what it shows.

    Attributes:
        site: The site it belongs to.
        template: File in `templates/`; it extends `frame.html.j2` and fills in block `content`.
        address: Where the page lies in the folder of its language.
        language: One of `words.LANGUAGES`.
        title: What the page is called, as plain text.
        style: Style sheets in `templates/`, after those of every page.
        scripts: The same for scripts.
        sources: What stands at the end as sources of the page; all of the catalogue if `None`.
        allow: What the page may do beside running its own scripts; see `document.policy`.
    """

    site: Site
    template: str
    address: str
    language: str
    title: str
    style: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    sources: Sequence[Source] | None = None
    allow: Mapping[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Where the page lies in the site."""
        return f"{self.language}/{self.address}"


def framed(page: Page, **content: object) -> tuple[str, str]:
    """Fill in the template of a page.

    It has, beside what `document` gives: `catalogue`, `settings`, `title`, `to(address)`, the way
    to another page of the language, `file(name)`, the way to a download, and `sentence(text)`,
    which shows a sentence of the program.

    Returns:
        The address of the page, and the page.
    """
    catalogue, served = page.site.catalogue, page.site.served
    style = "".join(map(asset, ("page.css", "frame.css", *page.style)))
    scripts = tuple(map(asset, ("frame.js", *page.scripts, *(["served.js"] * served))))
    up = "../" * page.address.count("/")
    allow = {**page.allow, "connect-src": "'self'"} if served else page.allow
    frame = {
        "policy": policy(style, scripts, allow),
        "title": page.title,
        "version": VERSION if served else "",
        "catalogue": catalogue,
        "settings": catalogue.settings,
        "sources": tuple(catalogue.sources.values()) if page.sources is None else page.sources,
        "navigation": _navigation(page),
        "tongues": _tongues(page),
        "to": lambda other: f"{up}{other}",
        "file": lambda name: f"../{up}data/{name}",
        "sentence": lambda text: sentence(text, page.site.untranslated(page.language)),
    }
    return page.address, document(
        page.template,
        language=page.language,
        languages=catalogue.settings.languages,
        style=style,
        scripts=scripts,
        **frame,
        **content,
    )


def way(origin: str, target: str) -> str:
    """Give the relative address that leads from one file of the site to another."""
    return relpath(target, dirname(origin) or ".")


def _navigation(page: Page) -> Sequence[Link]:
    return tuple(
        Link(f"{name}.html", f"nav_{name}", page.address == f"{name}.html") for name in NAVIGATION
    )


def _tongues(page: Page) -> Sequence[tuple[str, Link]]:
    return tuple(
        (tag, Link(way(page.path, f"{tag}/{page.address}"), name, tag == page.language))
        for tag, name in zip(LANGUAGES, ENDONYMS, strict=True)
    )
