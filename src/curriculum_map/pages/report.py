"""The report: what every programme covers and misses, on one self-contained page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from curriculum_map.analysis import contributions, coverage, figures, gaps, matrix
from curriculum_map.analysis.definitions import FINDINGS, STATES
from curriculum_map.model import Catalogue, Text
from curriculum_map.pages.answers import Answers
from curriculum_map.pages.document import asset, document
from curriculum_map.pages.heatmap import SHADES, trace_anchor
from curriculum_map.pages.programme import findings, sections

FIGURES = ("touched", "possible", "guaranteed", "assessed")


def report(catalogue: Catalogue, *, language: str = "en") -> str:
    """Write the page that shows coverage and gaps of all programmes.

    It needs no other file, asks for nothing over a network, and can be read without
    JavaScript. Beside it should lie `graph.html`, `coverage.csv`, `gaps.csv` and
    `curriculum-map.ttl`, to which it links.

    Args:
        catalogue: What is shown.
        language: Language of the page, one of those in `words.WORDS`; what authors wrote
            is shown in it where they wrote it, else in the project's first language.

    Returns:
        HTML; the same catalogue always gives the same text.
    """
    return shown(catalogue, answers(catalogue), language=language)


def answers(catalogue: Catalogue) -> Answers:
    """Ask the analysis everything the report shows."""
    return Answers(
        coverage=coverage(catalogue),
        figures=figures(catalogue),
        gaps=gaps(catalogue),
        contributions=contributions(catalogue),
        matrix={name: matrix(catalogue, name) for name in catalogue.programmes},
    )


def shown(catalogue: Catalogue, tables: Answers, *, language: str) -> str:
    """Write the report for answers that have been worked out already."""
    records = tables.gaps.records()
    return document(
        "report.html.j2",
        language=language,
        languages=catalogue.settings.languages,
        style=asset("page.css") + asset("report.css"),
        scripts=(asset("report.js"),),
        settings=catalogue.settings,
        catalogue=catalogue,
        sections=sections(catalogue, tables),
        general=findings(catalogue, [each for each in records if not each["programme"]]),
        disclaimers=_disclaimers(catalogue),
        definitions=tuple({(r["figure"], r["definition"]): 0 for r in tables.figures.records()}),
        meanings=_meanings(tables),
        sources=tuple(catalogue.sources.values()),
        FIGURES=FIGURES,
        anchor=trace_anchor,
        shade=lambda rank, of: ceil(SHADES * rank / of),
    )


def _disclaimers(catalogue: Catalogue) -> Sequence[tuple[Text, Sequence[Text]]]:
    about: dict[Text, list[Text]] = {}
    for framework in catalogue.frameworks.values():
        about.setdefault(framework.disclaimer, []).append(framework.title)
    for programme in catalogue.programmes.values():
        about.setdefault(programme.disclaimer, []).append(programme.title)
    return tuple((text, titles) for text, titles in about.items() if text)


def _meanings(tables: Answers) -> Mapping[str, str]:
    there = {*tables.coverage.column("state"), *tables.gaps.column("code")}
    known = {**STATES, **FINDINGS}
    return {code: meaning for code, meaning in known.items() if code in there}
