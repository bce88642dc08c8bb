"""What is said of a node as markup: there are thousands of nodes, too many for a template each."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

from curriculum_map.formats.rdf.vocabulary import WORDS as OWN_WORDS
from curriculum_map.model import Text
from curriculum_map.pages.document import link, said
from curriculum_map.pages.iri_reading import Link, Node, Term, Value, Words
from curriculum_map.pages.words import LANGUAGES, WORDS


def word(key: str, language: str) -> str:
    """Give what a phrase or a term is called."""
    if key in OWN_WORDS:
        return OWN_WORDS[key][LANGUAGES.index(language)][0]
    return WORDS[language][key]


def facts(node: Node, language: str, languages: tuple[str, ...]) -> Markup:
    """Show everything that is said of a node.

    Args:
        node: The node; what stands inside it is shown inside.
        language: That of the page's own words.
        languages: Those in which the names of things are shown, most wanted first.
    """

    def value(each: Value) -> str:
        if isinstance(each, Words):
            return _text(each)
        if isinstance(each, Term):
            return f"<p>{_class(each, language)}</p>"
        if isinstance(each, Link):
            return f"<p>{link_to(each, language, languages)}</p>"
        own = each.link._replace(address=each.page)
        head = f"{_term(each.kind, language)}: {link_to(own, language, languages)}"
        return f'<div class="node" id="{escape(each.place)}"><p>{head}</p>\n{listed(each)}</div>\n'

    def listed(each: Node) -> str:
        rows = [
            f"<div><dt>{_term(name, language)}</dt><dd>{''.join(map(value, values))}</dd></div>\n"
            for name, values in each.said
        ]
        return f"<dl>\n{''.join(rows)}</dl>\n"

    return Markup(listed(node))


def link_to(to: Link, language: str, languages: tuple[str, ...]) -> str:
    """Link to a node by what it is called; to a web address elsewhere by itself."""
    if to.label == to.address:
        return str(link(to.address))
    return f'<a href="{escape(to.address)}">{called(to.label, language, languages)}</a>'


def called(label: Text | str, language: str, languages: tuple[str, ...]) -> str:
    """Show what a node is called, apart from what stands around it."""
    return str(said(label, language, languages))


def _text(words: Words) -> str:
    if not words.language:
        return f"<p><bdi>{escape(words.text)}</bdi></p>"
    tag = escape(words.language)
    return f'<p><bdi lang="{tag}">{escape(words.text)}</bdi> <small>{tag}</small></p>'


@lru_cache(maxsize=1 << 12)
def _term(term: Term, language: str) -> str:
    curie = escape(term.curie)
    shown = f"<code>{curie}</code>"
    if _has_words(term):
        shown = f'<span data-word="{curie}">{escape(word(term.curie, language))}</span>'
    return f'<a href="{escape(term.address)}">{shown}</a>'


def _class(term: Term, language: str) -> str:
    short = f" <code>{escape(term.curie)}</code>" if _has_words(term) else ""
    return _term(term, language) + short


def _has_words(term: Term) -> bool:
    return term.curie in OWN_WORDS or term.curie in WORDS[LANGUAGES[0]]
