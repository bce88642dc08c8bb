"""`metrics`: what the structure of requisites costs a learner who fails once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from curriculum_map.cli.app import app
from curriculum_map.cli.asked import Form, Out, catalogue_of, line_width
from curriculum_map.cli.show import deliver, rendered
from curriculum_map.cli.words import language_of
from curriculum_map.errors import BadQuestion

if TYPE_CHECKING:
    from curriculum_map.analysis.metric_subjects import Subject
    from curriculum_map.model import Catalogue

Asked = Annotated[
    str,
    typer.Argument(
        metavar="PROGRAMME|FILE.csv",
        help="A programme, or a curriculum as Curricular Analytics CSV; "
        "all units of the project if nothing is named.",
    ),
]
Competencies = Annotated[
    bool, typer.Option("--competencies", help="Measure what competencies require instead.")
]
Show = Annotated[
    Literal["units", "totals", "bottlenecks", "redundant", "longest", "meanings"],
    typer.Option(
        help="Each unit, the sums with their definitions, what most chains run through, "
        "requisites that others imply, the longest chains, or what the measures mean."
    ),
]
ONE_THING = "Ask for the competencies or for a programme or file, not for both."


@app.command()
def metrics(
    ctx: typer.Context,
    asked: Asked = "",
    competencies: Competencies = False,
    show: Show = "units",
    form: Form = "table",
    out: Out = None,
) -> None:
    """Measure what requisites cost: blocking, delay, centrality and structural complexity.

    Blocking: how many units cannot begin before this one is passed. Delay: how many stand on the
    longest chain through it. Centrality: how much runs through it. Complexity: delay + blocking.
    """
    from curriculum_map.analysis.metrics import VIEWS

    if asked and competencies:
        raise BadQuestion(ONE_THING)
    subject = _subject(ctx, asked, competencies)
    for circle in subject.graph.circles:
        typer.echo(f"{_circle(circle)} (requisite-cycle)", err=True)
    # The counts are the program's own, so Python's guard against long numbers has no purpose.
    sys.set_int_max_str_digits(0)
    deliver(rendered(VIEWS[show](subject), form, (), line_width()), out)


def _subject(ctx: typer.Context, asked: str, competencies: bool) -> Subject:
    from curriculum_map.analysis.metric_subjects import competency_requisites, unit_requisites

    language = language_of(ctx)
    if competencies:
        return competency_requisites(catalogue_of(ctx), language=language)
    path = Path(asked)
    if path.suffix.lower() == ".csv" and path.is_file():
        catalogue = _curriculum(path)
        return unit_requisites(catalogue, next(iter(catalogue.programmes)), language=language)
    return unit_requisites(catalogue_of(ctx), asked, language=language)


def _curriculum(path: Path) -> Catalogue:
    """Read a file, with every problem on standard error.

    Raises:
        InvalidProject: If it has no courses, with every problem found.
        Unreadable: If the system does not hand it over.
    """
    from curriculum_map.errors import InvalidProject
    from curriculum_map.formats.curricular_analytics import read_file

    reading = read_file(path)
    if not reading.catalogue.units:
        raise InvalidProject(reading.problems)
    for problem in reading.problems:
        typer.echo(str(problem), err=True)
    return reading.catalogue


def _circle(circle: tuple[str, ...]) -> str:
    return f"Links among these are left out, for they lead in a circle: {', '.join(circle)}."
