"""A page as one self-contained string: templates, safe embedding, and what it may load."""

from __future__ import annotations

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from curriculum_map.model import Text
from curriculum_map.pages.words import WORDS

SAFE_JSON = str.maketrans({c: f"\\u{ord(c):04x}" for c in ("<", ">", "&", "'", "\u2028", "\u2029")})


def document(
    template: str,
    *,
    language: str,
    languages: tuple[str, ...],
    style: str,
    scripts: tuple[str, ...],
    **content: object,
) -> str:
    """Fill in a template of this package.

    The page may run exactly these scripts and this style and may load nothing at all: its
    Content-Security-Policy names their fingerprints.

    Args:
        template: File name in `templates/`.
        language: Language of the page's own words.
        languages: Languages in which authors' texts are shown, most wanted first.
        style: CSS.
        scripts: JavaScript, in the order it runs.
        content: What the template shows.
    """
    return (
        _environment()
        .get_template(template)
        .render(
            language=language,
            w=WORDS[language],
            said=lambda text: said(text, language, languages),
            style=Markup(style),
            scripts=[Markup(script) for script in scripts],
            policy=policy(style, scripts),
            **content,
        )
    )


def asset(name: str) -> str:
    """Give the text of a style or script of this package."""
    environment = _environment()
    assert environment.loader is not None
    # A browser reads every line end as \n, and takes the fingerprint of what it has read.
    return environment.loader.get_source(environment, name)[0].replace("\r\n", "\n")


def policy(style: str, scripts: tuple[str, ...]) -> str:
    """Write the Content-Security-Policy that allows these texts and forbids every request."""
    allowed = " ".join(_fingerprint(script) for script in scripts) or "'none'"
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_fingerprint(style)};"
        " img-src data:; base-uri 'none'; form-action 'none'"
    )


def said(text: Text | str, language: str, languages: tuple[str, ...]) -> Markup:
    """Show what an author wrote, as text.

    It is kept apart from what stands around it, so that a change of writing direction ends
    where the text ends, and carries its language where that is not the page's.
    """
    spoken, words = ("", text) if isinstance(text, str) else text.said_in(language, *languages)
    mark = "" if spoken in {"", language} else f' lang="{escape(spoken)}"'
    return Markup(f"<bdi{mark}>{escape(words)}</bdi>")


def link(address: str, label: str | Markup = "") -> Markup:
    """Link to a web address; an address of any other kind is shown, and leads nowhere."""
    shown = label or Markup("<bdi>{}</bdi>").format(address)
    if not address.lower().startswith(("https://", "http://")):
        return Markup("{}").format(shown)
    return Markup('<a href="{}" rel="noreferrer">{}</a>').format(address, shown)


def data(value: object) -> Markup:
    """Write JSON that can stand inside a script element, whatever its texts say."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return Markup(written.translate(SAFE_JSON))


def number(value: float) -> str:
    """Write a number without a needless fraction."""
    return f"{value:,.10g}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("curriculum_map.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    filters: dict[str, Any] = {"link": link, "data": data, "number": number}
    environment.filters.update(filters)
    return environment


def _fingerprint(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
