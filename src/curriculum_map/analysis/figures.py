"""Coverage in four numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from curriculum_map.analysis.contents import Claim
from curriculum_map.analysis.coverage import Covered, comparisons
from curriculum_map.analysis.definitions import STATES, meanings
from curriculum_map.analysis.index import index_of
from curriculum_map.analysis.table import Table
from curriculum_map.model import Catalogue

COLUMNS = {
    "programme": "string",
    "profile": "string",
    "figure": "string",
    "count": "int64",
    "of": "int64",
    "share": "float64",
    "suggested": "int64",
    "definition": "string",
}


def figures(
    catalogue: Catalogue,
    programmes: Iterable[str] = (),
    *,
    profile: str = "",
    only: str = "",
    language: str = "",
) -> Table:
    """Count how many of the required competencies a programme covers, in four meanings.

    Args:
        catalogue: A checked catalogue.
        programmes: Ids of the programmes asked about; none means all.
        profile: The role profile every programme is compared with; empty means those it
            aims at.
        only: The weakest status of contributions that count, `declared` or `reviewed`;
            empty lets all count.
        language: What the definitions speak, one of `sentences.LANGUAGES`; empty means English.

    Returns:
        Four rows (`touched`, `possible`, `guaranteed`, `assessed`; never rising) for each
        programme and profile, sorted by these two; a programme compared with no profile has
        none.

        - ``count``, ``of``, ``share``: covered competencies, required ones, and the first
          divided by the second, from 0 to 1. Where nothing is required ``of`` is 0 and
          ``share`` is 0.0.
        - ``suggested``: of the contributions to the competencies counted and to their parts,
          how many are only suggested, or disputed
        - ``definition``: what the figure counts, in words

    Raises:
        UnknownName: If there is no such programme, profile, status or language.
    """
    said = meanings(language).figures
    rows = (
        (each.plan.programme.id, each.profile, *figure)
        for each in comparisons(index_of(catalogue, only), programmes, profile)
        if each.profile
        for figure in _figures(list(each.rows()), said)
    )
    return Table("figures", COLUMNS, tuple(rows))


def _figures(required: list[Covered], said: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
    # Each figure leaves out one state more than the figure before it.
    for missed, (figure, definition) in enumerate(said.items(), 1):
        short = list(STATES)[:missed]
        counted = [each for each in required if each.state not in short]
        share = len(counted) / len(required) if required else 0.0
        weak = _weak(claim for each in counted for claim in each.reached.claims)
        yield figure, len(counted), len(required), share, weak, definition


def _weak(claims: Iterable[Claim]) -> int:
    return len({(claim.key, claim.competency) for claim in claims if claim.weak})
