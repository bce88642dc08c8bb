"""What is shown in place of every page while the sources cannot be used."""

from __future__ import annotations

from collections.abc import Sequence

from curriculum_map.pages.document import asset, document, policy
from curriculum_map.pages.words import LANGUAGES
from curriculum_map.problems import Problem


def problems_page(problems: Sequence[Problem], language: str, version: str) -> str:
    """Write a page that lists problems, and gives way by itself once they are mended.

    Args:
        problems: What is wrong, in the order it is shown.
        language: Of the page; one that the pages do not speak means the first.
        version: What is served now, so that the page can tell when that changes.
    """
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    style, scripts = asset("page.css") + asset("frame.css"), (asset("served.js"),)
    return document(
        "problems.html.j2",
        language=spoken,
        languages=(spoken,),
        style=style,
        scripts=scripts,
        policy=policy(style, scripts, {"connect-src": "'self'"}),
        problems=problems,
        version=version,
    )
