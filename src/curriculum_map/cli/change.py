"""`what-if` and `diff`: what a change does, as a difference and not as a list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from curriculum_map.cli.app import FOUND, app
from curriculum_map.cli.asked import (
    Form,
    NotAProject,
    Only,
    Out,
    Profile,
    catalogue_of,
    line_width,
)
from curriculum_map.cli.show import deliver, rendered
from curriculum_map.cli.words import Say, language_of
from curriculum_map.errors import InvalidProject

if TYPE_CHECKING:
    from curriculum_map.analysis.difference import Difference
    from curriculum_map.model import Catalogue

COLUMNS = {
    "findings": ("change", "programme", "code", "competency", "unit", "reason"),
    "figures": ("programme", "profile", "figure", "before", "of_before", "after", "of_after"),
    "requisites": (),
    "paths": (),
    "things": (),
}

Dropped = Annotated[
    list[str] | None, typer.Option(metavar="UNIT", help="Take a unit out of the plan.")
]
Added = Annotated[
    list[str] | None,
    typer.Option(metavar="UNIT[=YEAR[.TERM]]", help="Put a required unit into the plan."),
]
Moved = Annotated[
    list[str] | None,
    typer.Option(metavar="UNIT=YEAR[.TERM]", help="Move a unit; an elective with its group."),
]
Elective = Annotated[
    list[str] | None, typer.Option(metavar="UNIT", help="Let students leave a unit out.")
]
Required = Annotated[
    list[str] | None, typer.Option(metavar="UNIT", help="Make an elective required.")
]
Show = Annotated[
    Literal["findings", "figures", "requisites", "paths"],
    typer.Option(
        help="Findings that come and go, the four figures before and after, what units "
        "require and lose, or goals that no path leads to any more."
    ),
]
ShowAlso = Annotated[
    Literal["findings", "figures", "requisites", "paths", "things"],
    typer.Option(
        help="Findings that come and go, the four figures before and after, what units "
        "require and lose, goals that no path leads to any more, or everything that is new, "
        "gone, renamed or otherwise described."
    ),
]
AskedAbout = Annotated[
    list[str] | None,
    typer.Option("--programme", help="Ask about this programme; can be given several times."),
]


@app.command("what-if")
def what_if_command(
    ctx: typer.Context,
    programme: Annotated[str, typer.Argument(help="Id of the programme.")],
    drop: Dropped = None,
    add: Added = None,
    move: Moved = None,
    elective: Elective = None,
    require: Required = None,
    profile: Profile = "",
    only: Only = None,
    show: Show = "findings",
    form: Form = "table",
    out: Out = None,
) -> None:
    """Tell what changes of a plan would do: which findings appear, and which disappear.

    Nothing is written. Units are dropped first, then added, moved, made elective and made
    required; every option can be given several times. Exits with 1 if a finding appears.
    """
    from curriculum_map.analysis.changes import written
    from curriculum_map.analysis.difference import what_if

    changes = written(drop=drop, add=add, move=move, elective=elective, require=require)
    asked = {"profile": profile, "only": only or "", "language": language_of(ctx)}
    found = what_if(catalogue_of(ctx), programme, changes, **asked)
    _answer(found, show, (form, out), Say(language_of(ctx)))


@app.command("diff")
def diff_command(
    ctx: typer.Context,
    old: Annotated[str, typer.Argument(help="Folder of a project, or a git revision of one.")],
    new: Annotated[str, typer.Argument(help="The same, for the later version.")],
    programmes: AskedAbout = None,
    profile: Profile = "",
    only: Only = None,
    show: ShowAlso = "findings",
    form: Form = "table",
    out: Out = None,
) -> None:
    """Tell what is not the same in two versions of a project: which findings came and went.

    A version is a folder, a git revision of the project (see -p), or REVISION:FOLDER. What only
    goes by another id is not listed twice. Exits with 1 if a finding appears.
    """
    from curriculum_map.analysis.difference import diff

    before, after = (_version(name, ctx.obj) for name in (old, new))
    asked = {"profile": profile, "only": only or "", "language": language_of(ctx)}
    found = diff(before, after, programmes or (), **asked)
    _answer(found, show, (form, out), Say(language_of(ctx)))


def _version(name: str, project: Path) -> Catalogue:
    if Path(name).is_dir():
        return _read(name, Path(name))
    from curriculum_map.formats.revisions import checked_out

    with checked_out(name, project) as folder:
        return _read(name, folder)


def _read(name: str, folder: Path) -> Catalogue:
    """Read one version; its problems say which one it is."""
    from curriculum_map.formats.project import read_project

    reading = read_project(folder)
    for problem in reading.errors:
        if problem.code == NotAProject.code:
            raise NotAProject(f"{name}: {problem.message}")
    if reading.errors:
        raise InvalidProject(
            each._replace(where=each.where._replace(file=f"{name}:{each.where.file}"))
            for each in reading.problems
        )
    return reading.catalogue


def _answer(found: Difference, show: str, how: tuple[Any, Path | None], say: Say) -> None:
    table = getattr(found, show)
    form, out = how
    deliver(rendered(table, form, COLUMNS[show], line_width()), out)
    for line in (_counts(found, say), *_coverage(found, say), *_hints(found, say)):
        typer.echo(line, err=True)
    raise typer.Exit(FOUND if "appears" in found.findings.column("change") else 0)


def _counts(found: Difference, say: Say) -> str:
    how = found.findings.column("change")
    number = {each: how.count(each) for each in ("appears", "disappears", "changes")}
    return say("findings", **number) if how else say("no-difference")


def _coverage(found: Difference, say: Say) -> Iterator[str]:
    """Say which figures are others than before, a line for each programme and profile."""
    for (programme, profile), rows in groupby(
        found.figures.records(), key=lambda row: (row["programme"], row["profile"])
    ):
        said = [
            f"{row['figure']} {row['before']}/{row['of_before']} > {row['after']}/{row['of_after']}"
            for row in rows
            if (row["before"], row["of_before"]) != (row["after"], row["of_after"])
        ]
        if said:
            yield say("coverage", programme=programme, profile=profile, figures=", ".join(said))


def _hints(found: Difference, say: Say) -> Iterator[str]:
    if units := set(found.requisites.column("unit")):
        yield say("lost", units=", ".join(sorted(units)))
    broken = {row["goal"] for row in found.paths.records() if row["change"] == "breaks"}
    if broken:
        yield say("broken", count=len(broken))
    renamed = [row for row in found.things.records() if row["change"] == "renamed"]
    if renamed:
        yield say("renamed", count=len(renamed))
