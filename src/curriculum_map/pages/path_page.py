"""The page on which a learner finds a way to a goal, all of it worked out in the browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from curriculum_map.pages.document import MARKS, asset
from curriculum_map.pages.frame import Page, framed, way
from curriculum_map.pages.path_data import path_data
from curriculum_map.pages.path_solver import ADDRESS
from curriculum_map.pages.words import WORDS
from curriculum_map.pages.words.path import WORDS as OWN_WORDS

if TYPE_CHECKING:
    from curriculum_map.pages.site import Site

ANSWERING = (
    "path_formula.js",
    "path_question.js",
    "path_optimum.js",
    "path_terms.js",
    "path_blocked.js",
    "path_answer.js",
)
"""The scripts that answer: the page runs them, and so does the worker beside it."""

SHOWING = (
    "path_state.js",
    "path_solving.js",
    "path_view.js",
    "path_result.js",
    "path_picture.js",
    "path_form.js",
    "path_sharing.js",
    "path_page.js",
)
ALLOW = {"script-src": "'self' 'wasm-unsafe-eval'", "worker-src": "blob:"}
"""The solver is a file of the site, WebAssembly, and runs in a worker."""


def path_pages(site: Site, language: str) -> Iterator[tuple[str, str]]:
    """Make `path.html`.

    It finds what `analysis.paths` finds, without a server. What a learner says about themselves
    stands in the part of the address that is sent to nobody, and on their device.
    """
    catalogue, words = site.catalogue, WORDS[language]
    page = Page(
        site=site,
        template="path_page.html.j2",
        address="path.html",
        language=language,
        title=words["nav_path"],
        style=("path_page.css",),
        scripts=(*ANSWERING, *SHOWING),
        allow=ALLOW,
    )
    given = {
        "data": path_data(catalogue, language),
        "words": {name: words[name] for name in (*OWN_WORDS, "hours", "credits")},
        "marks": MARKS[language],
        "worker": asset("path_worker.js"),
        "solver": way(page.path, ADDRESS),
        "key": f"curriculum-map.path.{catalogue.settings.base}",
    }
    disclaimers = [f.disclaimer for f in catalogue.frameworks.values() if f.disclaimer]
    yield framed(page, given=given, disclaimers=disclaimers)
