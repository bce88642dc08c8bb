"""`coverage` and `gaps`: the answers of analysis, printed."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import Annotated

import typer

from curriculum_map.cli.app import FOUND, app
from curriculum_map.cli.asked import Form, Only, Profile, Programmes, catalogue_of, line_width
from curriculum_map.cli.layout import Layout, asked_about, compared, laid_out, subject

FIGURES = Layout(
    compared,
    {
        "figure": itemgetter("figure"),
        "competencies": lambda row: f"{row['count']} of {row['of']}",
        "resting on suggestions": itemgetter("suggested"),
    },
)
COVERAGE = Layout(
    compared,
    {
        "competency": itemgetter("competency"),
        "required": itemgetter("required_level"),
        "possible": itemgetter("possible_level"),
        "guaranteed": itemgetter("guaranteed_level"),
        "assessed": itemgetter("assessed_level"),
        "state": itemgetter("state"),
    },
)
GAPS = Layout(
    asked_about,
    {"code": itemgetter("code"), "about": subject, "reason": itemgetter("reason")},
)

NOTHING_TO_COMPARE = (
    "Nothing to compare: a programme is compared with the role profile it aims at, or with the one "
    "that --profile names."
)


@app.command()
def coverage(
    ctx: typer.Context,
    programmes: Programmes = None,
    profile: Profile = "",
    only: Only = None,
    form: Form = "table",
    figures: Annotated[
        bool, typer.Option("--figures", help="Give the four figures of each programme instead.")
    ] = False,
) -> None:
    """Compare what programmes require with how far their plans take students.

    The figures count required competencies that are touched, possible for some student,
    guaranteed for every student, and guaranteed and assessed.
    """
    from curriculum_map import analysis

    ask = analysis.figures if figures else analysis.coverage
    answer = ask(catalogue_of(ctx), programmes or (), profile=profile, only=only or "")
    layout = _with_definitions() if figures else COVERAGE
    typer.echo(laid_out(answer, form, layout, line_width()), nl=False)
    if not len(answer):
        typer.echo(NOTHING_TO_COMPARE, err=True)


@app.command()
def gaps(
    ctx: typer.Context,
    programmes: Programmes = None,
    profile: Profile = "",
    only: Only = None,
    form: Form = "table",
) -> None:
    """List what is not taught, not far enough or not assessed, and why.

    Findings about the chain from competency to assessment and about the order of the
    plan stand behind the gaps. Exits with 1 if there is any finding.
    """
    from curriculum_map import analysis

    found = analysis.gaps(catalogue_of(ctx), programmes or (), profile=profile, only=only or "")
    typer.echo(laid_out(found, form, GAPS, line_width()), nl=False)
    if not len(found):
        typer.echo("No findings.", err=True)
    raise typer.Exit(FOUND if len(found) else 0)


def _with_definitions() -> Layout:
    from curriculum_map.analysis import definitions

    lines = [f"{figure}: {meaning}" for figure, meaning in definitions.FIGURES.items()]
    return replace(FIGURES, closing=lines)
