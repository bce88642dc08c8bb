"""Link competencies to courses and modules, and find what a curriculum misses.

    >>> import curriculum_map as cm
    >>> catalogue = cm.load("my-project")
    >>> cm.gaps(catalogue)

The functions give the same answers as the commands of the same name, as pandas tables. Those
whose answers have sentences take a `language`: `en`, `nl` or `et`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from curriculum_map.model import Catalogue

__all__ = [
    "check",
    "close",
    "compare",
    "contributions",
    "coverage",
    "diff",
    "figures",
    "gaps",
    "lenders",
    "load",
    "next_units",
    "overlap",
    "path",
    "redundancy",
    "spirals",
    "what_if",
]


def load(project: Path | str = ".") -> Catalogue:
    """Read a project folder into one checked catalogue.

    Raises:
        curriculum_map.errors.InvalidProject: With every problem found, if one is an error.
    """
    from curriculum_map.formats.project import load as load_project

    return load_project(project)


def check(project: Path | str = ".") -> pd.DataFrame:
    """Report every problem in the files of a project.

    Returns:
        One row a problem, sorted by place: ``file``, ``line``, ``column`` (from 1; 0 for the
        whole), ``sheet``, ``code``, ``message``, ``severity`` (error or warning). No rows if
        there is nothing to mend.
    """
    import pandas as pd

    from curriculum_map.formats.project import read_project
    from curriculum_map.problems import Problem, Where

    columns = [*Where._fields, *Problem._fields[1:]]
    rows = [(*problem.where, *problem[1:]) for problem in read_project(project).problems]
    return pd.DataFrame(rows, columns=columns)


def coverage(
    catalogue: Catalogue, programmes: Iterable[str] = (), *, profile: str = "", only: str = ""
) -> pd.DataFrame:
    """Compare what programmes require with how far their plans take students.

    Columns and rows are those of `curriculum_map.analysis.coverage`.
    """
    from curriculum_map import analysis

    return analysis.coverage(catalogue, programmes, profile=profile, only=only).frame()


def figures(catalogue: Catalogue, programmes: Iterable[str] = (), **asked: str) -> pd.DataFrame:
    """Give the four coverage figures of programmes, each with numerator and denominator.

    Columns, rows and what can be `asked` are those of `curriculum_map.analysis.figures`.
    """
    from curriculum_map import analysis

    return analysis.figures(catalogue, programmes, **asked).frame()


def gaps(catalogue: Catalogue, programmes: Iterable[str] = (), **asked: str) -> pd.DataFrame:
    """List what is not taught, not far enough or not assessed, and why.

    Columns, rows and what can be `asked` are those of `curriculum_map.analysis.gaps`.
    """
    from curriculum_map import analysis

    return analysis.gaps(catalogue, programmes, **asked).frame()


def contributions(
    catalogue: Catalogue, programmes: Iterable[str] = (), *, only: str = ""
) -> pd.DataFrame:
    """Give the contributions that every figure rests on.

    Columns and rows are those of `curriculum_map.analysis.contributions`.
    """
    from curriculum_map import analysis

    return analysis.contributions(catalogue, programmes, only=only).frame()


def redundancy(
    catalogue: Catalogue, programmes: Iterable[str] = (), *, only: str = "", language: str = ""
) -> pd.DataFrame:
    """List competencies taught more than once at the same level with no rise after.

    Columns and rows are those of `curriculum_map.analysis.redundancy`.
    """
    from curriculum_map import analysis

    return analysis.redundancy(catalogue, programmes, only=only, language=language).frame()


def spirals(
    catalogue: Catalogue, programmes: Iterable[str] = (), *, only: str = "", language: str = ""
) -> pd.DataFrame:
    """List the competencies whose level rises in the course of a plan, step by step.

    Columns and rows are those of `curriculum_map.analysis.spirals`.
    """
    from curriculum_map import analysis

    return analysis.spirals(catalogue, programmes, only=only, language=language).frame()


def compare(
    catalogue: Catalogue, names: Iterable[str], *, profile: str = "", only: str = ""
) -> pd.DataFrame:
    """Put programmes and profiles side by side.

    Columns and rows are those of `curriculum_map.analysis.compare.compare`.
    """
    from curriculum_map.analysis import compare as asked

    return asked.compare(catalogue, names, profile=profile, only=only).frame()


def lenders(catalogue: Catalogue, names: Iterable[str], **asked: str) -> pd.DataFrame:
    """Find for each gap of a programme the units of the others that would close it.

    Columns, rows and what can be `asked` are those of `curriculum_map.analysis.lending.lenders`.
    """
    from curriculum_map.analysis import lending

    return lending.lenders(catalogue, names, **asked).frame()


def overlap(catalogue: Catalogue, names: Iterable[str], **asked: str) -> pd.DataFrame:
    """Count what each two programmes or profiles have in common, by competency and level.

    Columns, rows and what can be `asked` are those of `curriculum_map.analysis.compare.overlap`.
    """
    from curriculum_map.analysis import compare as side

    return side.overlap(catalogue, names, **asked).frame()


def what_if(
    catalogue: Catalogue,
    programme: str,
    *,
    profile: str = "",
    only: str = "",
    language: str = "",
    **changes: Iterable[str],
) -> dict[str, pd.DataFrame]:
    """Tell what changes of a programme's plan would do.

    Args:
        catalogue: A checked catalogue; it stays as it is.
        programme: Id of the programme.
        profile: The role profile to compare with; empty means those the programme aims at.
        only: The weakest status of contributions that count; empty lets all count.
        language: What the answer speaks: `en`, `nl` or `et`.
        changes: Units to `drop`, `add`, `move`, make `elective` or `require`, such as
            `drop=["lecture"], move=["project=3.2"]` for year 3, term 2.

    Returns:
        The tables of `curriculum_map.analysis.difference.Difference` by name.
    """
    from curriculum_map.analysis.changes import written
    from curriculum_map.analysis.difference import what_if as ask

    asked = {"profile": profile, "only": only, "language": language}
    found = ask(catalogue, programme, written(**changes), **asked)
    return {name: table.frame() for name, table in found._asdict().items()}


def diff(
    old: Catalogue, new: Catalogue, programmes: Iterable[str] = (), **asked: str
) -> dict[str, pd.DataFrame]:
    """Tell what is not the same in two versions of a catalogue.

    What can be `asked` are the fields of `curriculum_map.analysis.asked.Asked`.

    Returns:
        The tables of `curriculum_map.analysis.difference.Difference` by name.
    """
    from curriculum_map.analysis.difference import diff as ask

    found = ask(old, new, programmes, **asked)
    return {name: table.frame() for name, table in found._asdict().items()}


def close(
    catalogue: Catalogue,
    programme: str,
    *,
    alternatives: int = 0,
    seconds: float = 10,
    language: str = "",
    **asked: Any,
) -> dict[str, pd.DataFrame]:
    """Find the cheapest existing units that close the gaps of a programme.

    Args:
        catalogue: A checked catalogue.
        programme: Id of the programme.
        alternatives: How many next best plans to give besides.
        seconds: When to stop looking for a better answer.
        language: What the answer speaks: `en`, `nl` or `et`.
        asked: More fields of `curriculum_map.analysis.closing.question.Repair`.

    Returns:
        ``close``: the units to add; ``open``: gaps that no unit closes; ``coverage``: the four
        figures before and after. `attrs["verdict"]` of the first says what it costs and whether
        that is proved to be the least.
    """
    from curriculum_map.analysis.closing.plan import closing_plan
    from curriculum_map.analysis.closing.question import Repair

    repair = Repair(programme=programme, **asked)
    plan = closing_plan(catalogue, repair, alternatives=alternatives, seconds=seconds)
    found = plan.spoken(language)
    tables = {"close": found.table, "open": found.open_table, "coverage": found.coverage}
    frames = {name: table.frame() for name, table in tables.items()}
    frames["close"].attrs["verdict"] = found.proposals[0].verdict
    return frames


def path(
    catalogue: Catalogue,
    to: Iterable[str],
    *,
    seconds: float = 10,
    language: str = "",
    **asked: Any,
) -> dict[str, pd.DataFrame]:
    """Find the cheapest open way to goals, in terms.

    Args:
        catalogue: A checked catalogue.
        to: Role profiles, units, and competencies as `competency@level`.
        seconds: When to stop looking for a better answer.
        language: What the answer speaks: `en`, `nl` or `et`.
        asked: More fields of `curriculum_map.analysis.paths.path.Journey`, such as
            `have=["statistics-1"]`.

    Returns:
        ``path``: the steps; ``blocked``: what keeps goals from being reached. `attrs["verdict"]`
        of the first says what it costs, when it ends, and what of that is proved.
    """
    from curriculum_map.analysis.paths.path import Journey, learning_path

    journey = Journey(to=tuple(to), **asked)
    found = learning_path(catalogue, journey, seconds=seconds, language=language)
    frames = {"path": found.table.frame(), "blocked": found.blocked_table.frame()}
    frames["path"].attrs["verdict"] = found.verdict
    return frames


def next_units(
    catalogue: Catalogue, to: Iterable[str] = (), *, language: str = "", **asked: Any
) -> pd.DataFrame:
    """List the units a learner can take now, and what each of them opens.

    Args:
        catalogue: A checked catalogue.
        to: Goals as for `path`; with some, only units that could help are listed.
        language: What the answer speaks: `en`, `nl` or `et`.
        asked: More fields of `curriculum_map.analysis.paths.path.Journey`.
    """
    from curriculum_map.analysis.paths.next import next_units as ask
    from curriculum_map.analysis.paths.path import Journey

    return ask(catalogue, Journey(to=tuple(to), **asked), language=language).frame()
