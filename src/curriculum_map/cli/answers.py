"""`coverage` and `gaps`: the answers of analysis, printed."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from curriculum_map.cli.app import FOUND, app
from curriculum_map.cli.asked import Form, Only, Out, Profile, Programmes, catalogue_of, line_width
from curriculum_map.cli.layout import Layout, asked_about, compared, field, laid_out, subject
from curriculum_map.cli.show import deliver
from curriculum_map.cli.words import Say, language_of

FIGURES = Layout(
    compared,
    {
        "figure": field("figure"),
        "competencies": lambda row, say: say("of", count=row["count"], of=row["of"]),
        "resting on suggestions": field("suggested"),
    },
)
COVERAGE = Layout(
    compared,
    {
        "competency": field("competency"),
        "required": field("required_level"),
        "possible": field("possible_level"),
        "guaranteed": field("guaranteed_level"),
        "assessed": field("assessed_level"),
        "state": field("state"),
    },
)
GAPS = Layout(
    asked_about,
    {"code": field("code"), "about": subject, "reason": field("reason")},
)


@app.command()
def coverage(
    ctx: typer.Context,
    programmes: Programmes = None,
    profile: Profile = "",
    only: Only = None,
    form: Form = "table",
    out: Out = None,
    figures: Annotated[
        bool, typer.Option("--figures", help="Give the four figures of each programme instead.")
    ] = False,
) -> None:
    """Compare what programmes require with how far their plans take students.

    The figures count required competencies that are touched, possible for some student,
    guaranteed for every student, and guaranteed and assessed.
    """
    from curriculum_map import analysis

    catalogue, language = catalogue_of(ctx), language_of(ctx)
    asked, say = {"profile": profile, "only": only or ""}, Say(language)
    if figures:
        answer = analysis.figures(catalogue, programmes or (), **asked, language=language)
    else:
        answer = analysis.coverage(catalogue, programmes or (), **asked)
    layout = _with_definitions(language) if figures else COVERAGE
    deliver(laid_out(answer, form, layout, line_width(), say), out)
    if not len(answer):
        typer.echo(say("nothing-to-compare"), err=True)


@app.command()
def gaps(
    ctx: typer.Context,
    programmes: Programmes = None,
    profile: Profile = "",
    only: Only = None,
    form: Form = "table",
    out: Out = None,
) -> None:
    """List what is not taught, not far enough or not assessed, and why.

    Findings about the chain from competency to assessment and about the order of the
    plan stand behind the gaps. Exits with 1 if there is any finding.
    """
    from curriculum_map import analysis

    language = language_of(ctx)
    asked = {"profile": profile, "only": only or "", "language": language}
    found = analysis.gaps(catalogue_of(ctx), programmes or (), **asked)
    deliver(laid_out(found, form, GAPS, line_width(), Say(language)), out)
    if not len(found):
        typer.echo(Say(language)("no-findings"), err=True)
    raise typer.Exit(FOUND if len(found) else 0)


def _with_definitions(language: str) -> Layout:
    from curriculum_map.analysis.definitions import meanings

    lines = [f"{figure}: {meaning}" for figure, meaning in meanings(language).figures.items()]
    return replace(FIGURES, closing=lines)
