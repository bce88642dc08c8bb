"""The folder behind the IRIs of a project: whoever follows one finds a page, Turtle and JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_map.formats.rdf.documents import SYNTAXES, documents
from curriculum_map.formats.rdf.vocabulary import vocabulary_document
from curriculum_map.model import Catalogue
from curriculum_map.pages.iri_files import htaccess, names
from curriculum_map.pages.iri_page import iri_page, vocabulary_page
from curriculum_map.pages.iri_reading import VOCABULARY

HTACCESS = ".htaccess"
"""The file by which Apache leads from an IRI to one of its documents."""


def iri_site(catalogue: Catalogue) -> Iterator[tuple[str, str | bytes]]:
    """Make what lies behind every IRI of an export, and behind the terms it uses.

    Yields:
        Address below the base, with `/` between folders, and content. Pages link to each other
        relatively, so that the folder can be read on any server and without one.

    Raises:
        BadQuestion: If the project's base is not a web address RDF accepts.
    """
    base = catalogue.settings.base
    found = list(documents(catalogue))
    named = names(each.iri.removeprefix(base) for each in found)
    for each in found:
        name = named[each.iri.removeprefix(base)]
        yield f"{name}.html", iri_page(each, catalogue.settings, named)
        for ending, syntax in SYNTAXES.items():
            yield f"{name}{ending}", each.written(syntax)
    yield f"{VOCABULARY}.html", vocabulary_page(catalogue.settings)
    for ending, syntax in SYNTAXES.items():
        yield f"{VOCABULARY}{ending}", vocabulary_document(syntax)
    yield HTACCESS, htaccess(base, named)
