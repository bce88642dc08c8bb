"""The page of an IRI, and that of the terms: what a person finds who follows one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from markupsafe import Markup, escape

from curriculum_map.formats.rdf.documents import Document
from curriculum_map.formats.rdf.namespaces import OWN
from curriculum_map.formats.rdf.terms import CLASSES
from curriculum_map.formats.rdf.vocabulary import WORDS as OWN_WORDS
from curriculum_map.formats.rdf.vocabulary import uses
from curriculum_map.model import Settings, Text
from curriculum_map.pages.document import asset, data, document
from curriculum_map.pages.iri_files import ENDINGS, INDEX
from curriculum_map.pages.iri_markup import called, facts, link_to, word
from curriculum_map.pages.iri_reading import VOCABULARY, Link, Reading, Term
from curriculum_map.pages.words import ENDONYMS, LANGUAGES, WORDS, iri

_MARK, _SLOT = "\x01{}\x01", re.compile("\x01(\\w+)\x01")
"""What stands for a text in a frame, and finds it there: a character that no author can write."""

_OWN = ("languages", "skip", *(key for key in iri.WORDS if key.startswith("iri_")))


def iri_page(about: Document, settings: Settings, names: Mapping[str, str]) -> str:
    """Write the page of one IRI.

    It shows texts in every language they are written in. Its own words are in the first of the
    project's languages that it speaks, until a script finds out which one a visitor wants.

    Args:
        about: What is said of the IRI.
        settings: What the project says about itself.
        names: Path below the base of every IRI, to the name of its file.
    """
    reading = Reading(about, settings, names)
    if around := reading.around():
        return _part_page(about, reading, around, settings, names)
    top = reading.top()
    return _page(
        "iri_page.html.j2",
        settings,
        names[about.iri.removeprefix(settings.base)],
        reading.used,
        node=top,
        facts=facts(top, _language(settings), settings.languages),
        title=_plain(top.link.label, settings),
        about=about.iri,
        groups=list(reading.groups()) if about.iri == settings.base else (),
    )


def _part_page(
    about: Document, reading: Reading, around: Link, settings: Settings, names: Mapping[str, str]
) -> str:
    """Write the page of what stands inside a thing: what that is, and the way to its place there.

    Most IRIs are of this sort. All pages of a kind have one frame, so that it is made once.
    """
    language, path = _language(settings), about.iri.removeprefix(settings.base)
    part, kind = reading.head()
    filled = {
        "name": escape(names[path].partition("/")[2]),
        "title": escape(_plain(part.label, settings)),
        "label": called(part.label, language, settings.languages),
        "about": escape(about.iri),
        "around": link_to(around, language, settings.languages),
        "place": escape(part.address),
    }
    return _SLOT.sub(lambda slot: filled[slot[1]], _part_frame(settings, kind))


@lru_cache
def _part_frame(settings: Settings, kind: Term) -> str:
    """Make the page of any node of a kind, with marks where its own texts belong."""
    names = ("title", "label", "about", "around", "place")
    slots = {name: Markup(_MARK.format(name)) for name in names}
    name = f"part/{_MARK.format('name')}"
    return _page("iri_part.html.j2", settings, name, (kind.curie,), kind=kind, **slots)


def vocabulary_page(settings: Settings) -> str:
    """Write the page that says what each of the project's own terms means, in every language."""
    used = uses()
    classes = {names[0]: names[1:] for names in CLASSES.values()}
    terms = {term: dict(zip(LANGUAGES, said, strict=True)) for term, said in OWN_WORDS.items()}
    return _page(
        "iri_terms.html.j2",
        settings,
        VOCABULARY,
        (),
        title=WORDS[LANGUAGES[0]]["iri_vocabulary"],
        namespace=OWN,
        terms=terms,
        classes={term: classes.get(term, ()) for term in sorted(terms.keys() - used.keys())},
        properties=used,
    )


def _page(
    template: str, settings: Settings, name: str, used: Iterable[str], **content: object
) -> str:
    language = _language(settings)
    folder, _, last = name.rpartition("/")
    up = "../" if folder else ""
    words, words_data = _words(tuple(used))
    return document(
        template,
        language=language,
        languages=settings.languages,
        style=asset("iri_page.css"),
        scripts=(asset("iri_page.js"),),
        settings=settings,
        words=words,
        words_data=words_data,
        tongues=tuple(zip(LANGUAGES, ENDONYMS, strict=True)),
        files=[(f"{last}{ending}", kind) for ending, kind in ENDINGS.items()][1:],
        index=f"{up}{INDEX}.html",
        vocabulary=f"{up}{VOCABULARY}.html",
        **content,
    )


@cache
def _words(used: tuple[str, ...]) -> tuple[Mapping[str, Mapping[str, str]], Markup]:
    """Give the words of a page by language, also as JSON; pages of one kind use the same ones."""
    own = (*_OWN, *used)
    words = {tag: {key: word(key, tag) for key in own} for tag in LANGUAGES}
    return words, data(words)


def _language(settings: Settings) -> str:
    return next((tag for tag in settings.languages if tag in LANGUAGES), LANGUAGES[0])


def _plain(label: Text | str, settings: Settings) -> str:
    return label if isinstance(label, str) else label.show(*settings.languages)
