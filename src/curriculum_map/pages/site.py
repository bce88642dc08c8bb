"""The site: every page in every language, of answers that are worked out once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property

from curriculum_map.analysis import Table, contributions, coverage, figures, gaps, matrix
from curriculum_map.model import Catalogue
from curriculum_map.pages.landing import landing_page
from curriculum_map.pages.overview_page import overview_pages
from curriculum_map.pages.words import LANGUAGES

NO_FILES: Mapping[str, str | bytes] = {}


class Site:
    """A catalogue, and every answer that its pages show: worked out when first asked for, once.

    Attributes:
        catalogue: What is shown.
        files: The downloads that lie in `data/` of the site, by name.
        served: Whether the pages come from a program that makes them again when a source
            changes; they then ask it, and only it, whether they are still up to date.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        files: Mapping[str, str | bytes] = NO_FILES,
        *,
        served: bool = False,
    ) -> None:
        """Begin a site; nothing is worked out yet."""
        self.catalogue, self.files, self.served = catalogue, files, served
        self._matrices: dict[str, Table] = {}

    @property
    def pages(self) -> Collection[str]:
        """The kinds of pages there are."""
        return PAGES

    @cached_property
    def coverage(self) -> Table:
        """Every programme against the profiles it aims at."""
        return coverage(self.catalogue)

    @cached_property
    def figures(self) -> Table:
        """The four figures of each of these comparisons."""
        return figures(self.catalogue)

    @cached_property
    def gaps(self) -> Table:
        """What somebody should act on."""
        return gaps(self.catalogue)

    @cached_property
    def contributions(self) -> Table:
        """What the levels rest on."""
        return contributions(self.catalogue)

    def matrix(self, programme: str) -> Table:
        """Levels by competency and planned unit of one programme."""
        if programme not in self._matrices:
            self._matrices[programme] = matrix(self.catalogue, programme)
        return self._matrices[programme]


Maker = Callable[[Site, str], Iterator[tuple[str, str]]]
"""Makes the pages of one kind in one language: pairs of address in the folder of that language,
such as `programme/medicine.html`, and HTML."""

PAGES: Mapping[str, Maker] = {
    "index": overview_pages,
}
"""What makes the pages of each kind; one that has a page called like its name is named in the
navigation of every page (see `frame.NAVIGATION`)."""


def site(
    catalogue: Catalogue, files: Mapping[str, str | bytes] = NO_FILES, *, served: bool = False
) -> Iterator[tuple[str, str | bytes]]:
    """Make every file of a site.

    Args:
        catalogue: What is shown.
        files: Downloads that the site offers, by name.
        served: See `Site`.

    Yields:
        Address in the site, with `/` between folders, and content. The same catalogue always
        gives the same.
    """
    whole = Site(catalogue, files, served=served)
    yield "index.html", landing_page("", catalogue.settings)
    for name, content in files.items():
        yield f"data/{name}", content
    for language in LANGUAGES:
        for make in PAGES.values():
            for address, page in make(whole, language):
                yield f"{language}/{address}", page
