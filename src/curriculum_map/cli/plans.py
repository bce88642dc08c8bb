"""`close`, `path` and `next`: what to add to a programme, and what a learner takes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from curriculum_map.cli.app import FOUND, app
from curriculum_map.cli.asked import Form, Only, Out, Profile, catalogue_of, line_width
from curriculum_map.cli.layout import Layout, Record, field, in_sections, laid_out
from curriculum_map.cli.show import as_workbook, deliver
from curriculum_map.cli.words import Say, language_of

if TYPE_CHECKING:
    from curriculum_map.analysis.paths.limits import Limits
    from curriculum_map.analysis.table import Table

To = Annotated[
    list[str] | None,
    typer.Option("--to", help="Where to get: a role profile, COMPETENCY@LEVEL or a unit. Repeat."),
]
Have = Annotated[
    list[str] | None,
    typer.Option("--have", help="What you have: a unit or COMPETENCY@LEVEL. Repeat."),
]
Institutions = Annotated[
    list[str] | None,
    typer.Option("--institution", help="Only units of this institution or its parts. Repeat."),
]
TaughtIn = Annotated[
    list[str] | None,
    typer.Option(metavar="LANGUAGE", help="Only units taught in this language. Repeat."),
]
Without = Annotated[list[str] | None, typer.Option(help="A unit to leave out. Repeat.")]
Load = Annotated[str, typer.Option(help="The most that fits a term, such as 420h or 30ec.")]
TermsPerYear = Annotated[
    int, typer.Option(help="Terms in a year; 0 means the highest number any unit names.")
]
Kind = Annotated[
    Literal["possible", "guaranteed", "assessed"],
    typer.Option(
        help="What has to reach the required level: for some student, for every student, or also "
        "assessed for every student."
    ),
]
Lender = Annotated[str, typer.Option(help="Only units in the plan of this programme.")]
MaxUnits = Annotated[int, typer.Option(help="Most units to add; 0 for no limit.")]
MaxCredits = Annotated[float, typer.Option(help="Most EC to add; 0 for no limit.")]
MaxHours = Annotated[float, typer.Option(help="Most hours to add; 0 for no limit.")]
Alternatives = Annotated[int, typer.Option(help="How many next best plans to give too.")]
Seconds = Annotated[float, typer.Option(help="When to stop looking for a better answer.")]


def _hours(row: Record, say: Say) -> str:
    return "" if row["workload"] is None else say.hours(row["workload"])


def _alternative(row: Record, say: Say) -> str:
    return say("to-add") if row["plan"] == 1 else say("alternative", number=row["plan"] - 1)


PATH = Layout(
    lambda row, say: say("term", term=row["term"]),
    {
        "unit": field("unit"),
        "title": field("title"),
        "workload": _hours,
        "why": field("reason"),
    },
)
BLOCKED = Layout(
    lambda _, say: say("not-reached"),
    {"goal": field("goal"), "reason": field("reason")},
)
NEXT = Layout(
    lambda _, say: say("open-now"),
    {
        "unit": field("unit"),
        "title": field("title"),
        "workload": _hours,
        "why": field("reason"),
    },
)
CLOSE = Layout(
    _alternative,
    {
        "unit": field("unit"),
        "title": field("title"),
        "workload": _hours,
        "institution": field("institution"),
        "why": field("reason"),
    },
)
OPEN = Layout(
    lambda _, say: say("no-unit-closes"),
    {
        "competency": field("competency"),
        "required": field("required_level"),
        "reason": field("reason"),
    },
)
COVERED = Layout(
    lambda row, say: say("required", profile=row["profile"]),
    {
        "figure": field("figure"),
        "before": lambda row, say: say("of", count=row["before"], of=row["of"]),
        "after": lambda row, say: say("of", count=row["after"], of=row["of"]),
    },
)


@app.command()
def path(
    ctx: typer.Context,
    to: To = None,
    have: Have = None,
    load: Load = "",
    terms_per_year: TermsPerYear = 0,
    institution: Institutions = None,
    taught_in: TaughtIn = None,
    without: Without = None,
    only: Only = None,
    seconds: Seconds = 10,
    form: Form = "table",
    out: Out = None,
) -> None:
    """Find the shortest open way to a goal: which units to take, in which term, and why.

    Exits with 1 if a goal cannot be reached, and says what is in the way and who could help.
    """
    from curriculum_map.analysis.paths.path import Journey, learning_path
    from curriculum_map.errors import BadQuestion

    if not to:
        raise BadQuestion("Say where you want to get with --to.")
    journey = Journey(
        to=to,
        have=have or (),
        limits=_limits(institution, taught_in, without),
        load=load,
        terms=terms_per_year,
        only=only or "",
    )
    spoken = language_of(ctx)
    found = learning_path(catalogue_of(ctx), journey, seconds=seconds, language=spoken)
    tables = (found.table, PATH), (found.blocked_table, BLOCKED)
    _print(form, out, Say(spoken), [found.verdict], *tables)
    raise typer.Exit(FOUND if found.blocked else 0)


@app.command("next")
def next_(
    ctx: typer.Context,
    to: To = None,
    have: Have = None,
    institution: Institutions = None,
    taught_in: TaughtIn = None,
    without: Without = None,
    only: Only = None,
    form: Form = "table",
    out: Out = None,
) -> None:
    """List the units you can take now, and what each of them opens later.

    With --to only units that could help to get there.
    """
    from curriculum_map.analysis.paths.next import next_units
    from curriculum_map.analysis.paths.path import Journey

    limits = _limits(institution, taught_in, without)
    journey = Journey(to=to or (), have=have or (), limits=limits, only=only or "")
    spoken = language_of(ctx)
    found, say = next_units(catalogue_of(ctx), journey, language=spoken), Say(spoken)
    _print(form, out, say, [] if len(found) else [say("nothing-open")], (found, NEXT))


@app.command()
def close(
    ctx: typer.Context,
    programme: Annotated[str, typer.Argument(help="Id of the programme.")],
    kind: Kind = "guaranteed",
    profile: Profile = "",
    institution: Institutions = None,
    taught_in: TaughtIn = None,
    candidate_programme: Lender = "",
    without: Without = None,
    max_units: MaxUnits = 0,
    max_credits: MaxCredits = 0,
    max_hours: MaxHours = 0,
    alternatives: Alternatives = 0,
    only: Only = None,
    seconds: Seconds = 10,
    form: Form = "table",
    out: Out = None,
) -> None:
    """Find the cheapest existing units that close the gaps of a programme if all take them.

    Exits with 1 if there are gaps that no existing unit closes.
    """
    from curriculum_map.analysis.closing.plan import closing_plan
    from curriculum_map.analysis.closing.question import Repair

    repair = Repair(
        programme=programme,
        profile=profile,
        kind=kind,
        limits=_limits(institution, taught_in, without),
        lender=candidate_programme,
        most_units=max_units,
        most_credits=max_credits,
        most_hours=max_hours,
        only=only or "",
    )
    plan = closing_plan(catalogue_of(ctx), repair, alternatives=alternatives, seconds=seconds)
    found, say = plan.spoken(language_of(ctx)), Say(language_of(ctx))
    verdicts = [each.verdict for each in found.proposals]
    others = enumerate(verdicts[1:], 1)
    verdicts[1:] = [f"{say('alternative', number=n)}: {said}" for n, said in others]
    tables = (found.table, CLOSE), (found.open_table, OPEN), (found.coverage, COVERED)
    _print(form, out, say, verdicts, *tables)
    raise typer.Exit(FOUND if found.open else 0)


def _limits(
    institutions: list[str] | None, languages: list[str] | None, without: list[str] | None
) -> Limits:
    from curriculum_map.analysis.paths.limits import Limits

    return Limits(institutions=institutions or (), languages=languages or (), without=without or ())


def _print(
    form: Form, out: Path | None, say: Say, verdicts: list[str], *tables: tuple[Table, Layout]
) -> None:
    """Print verdicts and tables; of tables for programs only the first is the result."""
    (result, layout), *others = tables
    beside = [each for each in others if len(each[0])]
    if form in ("table", "md"):
        shown = [(result, layout), *beside] if len(result) else beside
        parts = [f"\n{in_sections(table, form, how, line_width(), say)}" for table, how in shown]
        deliver("".join([*(f"{said}\n" for said in verdicts), *parts]), out)
        return
    for said in verdicts:
        typer.echo(said, err=True)
    if form == "xlsx":
        deliver(as_workbook([result, *(table for table, _ in beside)]), out)
        return
    deliver(laid_out(result, form, layout, line_width(), say), out)
    for table, how in beside:
        typer.echo(in_sections(table, "table", how, line_width(), say), nl=False, err=True)
