"""A page as one self-contained string: templates, safe embedding, and what it may load."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache, lru_cache
from hashlib import sha256
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from curriculum_map.analysis.speech import tenths
from curriculum_map.model import NOTHING_SAID, Text
from curriculum_map.pages.words import WORDS

NOTHING: Mapping[str, str] = {}
UNSAFE_IN_JSON = ("<", ">", "&", "'", "\u2028", "\u2029")
MARKS = {"en": ",.", "nl": ".,", "et": "\u00a0,"}
"""What stands between thousands, and before a fraction, by language."""

DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
DATES = {"en": "{day} {month} {year}", "nl": "{day} {month} {year}", "et": "{day}. {month} {year}"}
MONTHS = {
    language: names.split()
    for language, names in {
        "en": "January February March April May June July August September October November"
        " December",
        "nl": "januari februari maart april mei juni juli augustus september oktober november"
        " december",
        "et": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november"
        " detsember",
    }.items()
}


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
        content: What the template shows; `policy` if the page may do more than that.
    """
    given: dict[str, object] = {
        "language": language,
        "w": WORDS[language],
        "said": lambda text: said(text, language, languages),
        "noted": lambda words, thing=None: noted(words, thing, language, languages),
        "verbatim": verbatim,
        "style": Markup(style),
        "scripts": [Markup(script) for script in scripts],
        "policy": policy(style, scripts),
    }
    return _environment().get_template(template).render(given | content)


@cache
def asset(name: str) -> str:
    """Give the text of a style or script of this package."""
    environment = _environment()
    assert environment.loader is not None
    # A browser reads every line end as \n, and takes the fingerprint of what it has read.
    return environment.loader.get_source(environment, name)[0].replace("\r\n", "\n")


def policy(style: str, scripts: tuple[str, ...], allow: Mapping[str, str] = NOTHING) -> str:
    """Write the Content-Security-Policy that allows these texts and forbids every request.

    Args:
        style: The style sheet of the page.
        scripts: Its scripts.
        allow: Further directives by name, such as `worker-src` to `blob:`; what they say comes
            on top where the policy says something already.
    """
    said = {
        "default-src": "'none'",
        "script-src": " ".join(map(_fingerprint, scripts)) or "'none'",
        "style-src": _fingerprint(style),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    for name, more in allow.items():
        said[name] = f"{said[name]} {more}" if name in said else more
    return "; ".join(f"{name} {sources}" for name, sources in said.items())


@lru_cache(maxsize=1 << 16)
def said(text: Text | str, language: str, languages: tuple[str, ...]) -> Markup:
    """Show what an author wrote, as text.

    It is kept apart from what stands around it, so that a change of writing direction ends
    where the text ends, and carries its language where that is not the page's.
    """
    spoken, words = ("", text) if isinstance(text, str) else text.said_in(language, *languages)
    mark = "" if spoken in {"", language} else f' lang="{escape(spoken)}"'
    return Markup(f"<bdi{mark}>{escape(words)}</bdi>")


def noted(words: str, thing: object, language: str, languages: tuple[str, ...]) -> Markup:
    """Show what an author notes, in the language of a thing's title.

    What has no title is noted in the first of the languages, as all that is written without one.
    """
    spoken = getattr(thing, "title", NOTHING_SAID).said_in(*languages)[0] or "".join(languages[:1])
    return said(Text(((spoken, words),)), language, languages)


def verbatim(words: str) -> Markup:
    """Show words of a source as they stand there, in a language that nobody has stated."""
    return Markup('<bdi lang="">{}</bdi>').format(words)


def link(address: str, label: str | Markup = "") -> Markup:
    """Link to a web address; an address of any other kind is shown, and leads nowhere."""
    shown = label or Markup("<bdi>{}</bdi>").format(address)
    if not address.lower().startswith(("https://", "http://")):
        return Markup("{}").format(shown)
    return Markup('<a href="{}" rel="noreferrer">{}</a>').format(address, shown)


def data(value: object) -> Markup:
    """Write JSON that can stand inside a script element, whatever its texts say."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in UNSAFE_IN_JSON:
        written = written.replace(character, f"\\u{ord(character):04x}")
    return Markup(written)


def number(value: float, language: str = "en") -> str:
    """Write a number without a needless fraction, as the language does."""
    return f"{value:,.10g}".translate(str.maketrans(",.", MARKS[language]))


def percent(count: int, of: int) -> int:
    """Give a share in whole per cent, halves upwards; 0 and 100 only where it is nothing or all.

    Args:
        count: How many, from 0 to `of`.
        of: Out of how many, 1 or more.
    """
    rounded = (200 * count + of) // (2 * of)
    return rounded if count in {0, of} else min(max(rounded, 1), 99)


def date(written: str, language: str) -> str:
    """Write a day (`2025-04-24`) as the language does; anything else stays as it is."""
    found = DAY.fullmatch(written)
    if not found:
        return written
    year, month, day = map(int, found.groups())
    return DATES[language].format(year=year, month=MONTHS[language][month - 1], day=day)


@pass_context
def _number(context: Context, value: float) -> str:
    return number(value, context["language"])


@pass_context
def _hours(context: Context, hours: float) -> str:
    return number(tenths(hours), context["language"])


@pass_context
def _date(context: Context, written: str) -> str:
    return date(written, context["language"])


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("curriculum_map.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # The templates are those of the package, and do not change while it runs.
        auto_reload=False,
    )
    filters: dict[str, Any] = {"link": link, "data": data, "number": _number, "date": _date}
    environment.filters.update(filters, hours=_hours, percent=percent)
    return environment


@cache
def _fingerprint(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
