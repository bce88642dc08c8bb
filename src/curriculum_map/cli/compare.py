"""`compare`: programmes and profiles side by side, and who could lend what to whom."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from curriculum_map.cli.app import app
from curriculum_map.cli.asked import Form, Only, Out, Profile, catalogue_of, line_width
from curriculum_map.cli.show import deliver, rendered
from curriculum_map.cli.words import language_of

LENDERS = ("programme", "competency", "unit", "level_id", "becomes", "closes", "workload",
           "languages", "institution")  # fmt: skip


@app.command("compare")
def compare_command(
    ctx: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(metavar="PROGRAMME...", help="Ids of programmes or role profiles."),
    ],
    profile: Profile = "",
    only: Only = None,
    show: Annotated[
        Literal["competencies", "lenders", "overlap"],
        typer.Option(
            help="Every competency side by side, the units of one programme that would close "
            "a gap of another, or how much each two have in common."
        ),
    ] = "competencies",
    form: Form = "table",
    out: Out = None,
) -> None:
    """Put programmes and profiles side by side.

    In a table each programme has a column that says the state of the competency and what is
    reached of what is required; CSV and JSON have a row for each competency and programme.
    """
    from curriculum_map.analysis import compare, lending

    asked = {
        "competencies": compare.compare,
        "lenders": lending.lenders,
        "overlap": compare.overlap,
    }
    answer = asked[show](catalogue_of(ctx), names, profile=profile, only=only or "")
    if show == "competencies" and form in ("table", "md"):
        answer = compare.side_by_side(answer, language=language_of(ctx))
    columns = LENDERS if show == "lenders" else ()
    deliver(rendered(answer, form, columns, line_width()), out)
