"""The folder behind the IRIs of a project: whoever follows one finds a page, Turtle and JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from curriculum_map.formats.rdf.documents import SYNTAXES, Documents
from curriculum_map.formats.rdf.vocabulary import vocabulary_document
from curriculum_map.model import Catalogue
from curriculum_map.pages.iri_files import ENDINGS, htaccess, names
from curriculum_map.pages.iri_page import iri_page, vocabulary_page
from curriculum_map.pages.iri_reading import VOCABULARY

HTACCESS = ".htaccess"
"""The file by which Apache leads from an IRI to one of its documents."""


class IriSite(Mapping[str, str | bytes]):
    """What lies behind every IRI of an export, and behind the terms it uses.

    Files by address below the base, with `/` between folders; each is made when it is asked for.
    Pages link to each other relatively, so that the folder can be read on any server and without
    one.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Find out which files there are.

        Raises:
            BadQuestion: If the project's base is not a web address RDF accepts.
        """
        self._settings, base = catalogue.settings, catalogue.settings.base
        documents = Documents(catalogue)
        # The files of one document are asked for one after the other.
        self._document = lru_cache(maxsize=1)(documents.__getitem__)
        iris = {iri.removeprefix(base): iri for iri in documents}
        self._names = names(iris)
        self._iris = {name: iris[path] for path, name in self._names.items()}

    def __getitem__(self, address: str) -> str | bytes:
        """Make a file, or raise `KeyError`."""
        if address == HTACCESS:
            return htaccess(self._settings.base, self._names)
        name, dot, ending = address.rpartition(".")
        if f"{dot}{ending}" not in ENDINGS:
            raise KeyError(address)
        syntax = SYNTAXES.get(f"{dot}{ending}")
        if name == VOCABULARY:
            return vocabulary_document(syntax) if syntax else vocabulary_page(self._settings)
        about = self._document(self._iris[name])
        return about.written(syntax) if syntax else iri_page(about, self._settings, self._names)

    def __iter__(self) -> Iterator[str]:
        """Go through the addresses, those of one document together."""
        for name in (*self._iris, VOCABULARY):
            yield from (f"{name}{ending}" for ending in ENDINGS)
        yield HTACCESS

    def __len__(self) -> int:
        """Count them."""
        return (len(self._iris) + 1) * len(ENDINGS) + 1
