"""Every page of the site, in every language, and the files that lie beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from curriculum_map.model import Catalogue
from curriculum_map.pages.competency_page import competencies_pages, competency_pages
from curriculum_map.pages.data_page import data_pages, workbook_name
from curriculum_map.pages.graph_page import graph_pages
from curriculum_map.pages.landing import landing_page
from curriculum_map.pages.overview_page import overview_pages
from curriculum_map.pages.path_page import path_pages
from curriculum_map.pages.path_solver import ADDRESS, solver_script
from curriculum_map.pages.programme_page import programme_pages
from curriculum_map.pages.site import NO_FILES, Site
from curriculum_map.pages.words import LANGUAGES

Maker = Callable[[Site, str], Iterator[tuple[str, str]]]
"""Makes the pages of one kind in one language: pairs of address in the folder of that language,
such as `programme/medicine.html`, and HTML."""

PAGES: Mapping[str, Maker] = {
    "index": overview_pages,
    "programme": programme_pages,
    "competencies": competencies_pages,
    "competency": competency_pages,
    "graph": graph_pages,
    "path": path_pages,
    "data": data_pages,
}
"""What makes the pages of each kind."""


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
    yield ADDRESS, solver_script()
    for name, content in files.items():
        yield f"data/{name}", content
    for language in LANGUAGES:
        for programme in catalogue.programmes:
            name = workbook_name(programme, language)
            yield f"data/{name}", whole.workbook(programme, language)
        for make in PAGES.values():
            for address, page in make(whole, language):
                yield f"{language}/{address}", page
