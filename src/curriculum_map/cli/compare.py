"""`compare`: programmes and profiles side by side, and who could lend what to whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from curriculum_map.cli.app import app
from curriculum_map.cli.asked import Form, Only, Out, Profile, catalogue_of, line_width
from curriculum_map.cli.show import deliver, rendered
from curriculum_map.cli.words import language_of

if TYPE_CHECKING:
    from curriculum_map.analysis.table import Table

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
    if show == "lenders" and form in ("table", "md"):
        answer = _for_people(answer)
    columns = LENDERS if show == "lenders" else ()
    deliver(rendered(answer, form, columns, line_width()), out)


def _for_people(lent: Table) -> Table:
    """Round the hours of lenders as they are said elsewhere."""
    from curriculum_map.analysis.speech import tenths

    at = list(lent.columns).index("workload")
    hours = (None if each is None else tenths(each) for each in lent.column("workload"))
    pairs = zip(lent.rows, hours, strict=True)
    return replace(lent, rows=[(*row[:at], said, *row[at + 1 :]) for row, said in pairs])
