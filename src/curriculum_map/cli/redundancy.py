"""`redundancy`: what comes back in a plan, for a person to judge."""

from __future__ import annotations

from typing import Annotated

import typer

from curriculum_map.cli.app import FOUND, app
from curriculum_map.cli.asked import Form, Only, Out, Programmes, catalogue_of, line_width
from curriculum_map.cli.show import deliver, rendered
from curriculum_map.cli.words import language_of

REPEATED = ("programme", "competency", "level_id", "planned", "year", "term", "text")
RISING = ("programme", "competency", "before_level", "level_id", "planned", "year", "term", "text")


@app.command()
def redundancy(
    ctx: typer.Context,
    programmes: Programmes = None,
    only: Only = None,
    form: Form = "table",
    out: Out = None,
    spirals: Annotated[
        bool, typer.Option("--spirals", help="List competencies whose level rises instead.")
    ] = False,
) -> None:
    """List competencies taught again at the same level with no rise after.

    The outcomes stand side by side, so that a person can judge whether it is once too often.
    Exits with 1 if there is any; a level that rises is intended and ends with 0.
    """
    from curriculum_map import analysis

    ask = analysis.spirals if spirals else analysis.redundancy
    found = ask(catalogue_of(ctx), programmes or (), only=only or "", language=language_of(ctx))
    deliver(rendered(found, form, RISING if spirals else REPEATED, line_width()), out)
    raise typer.Exit(FOUND if len(found) and not spirals else 0)
